#!/usr/bin/env python3
"""make bench: what the release build does with the sample county, on SQLite and on PostgreSQL.

Prints one JSON table. wrk drives the server over loopback; the processor time is that of the
program and of its database together. `raw` beside a figure is the rate at which the database
alone runs the same statements, so that the ratio shows what is ours. A benchmark, never a test.
"""

import argparse
import collections.abc
import dataclasses
import functools
import json
import os
import pathlib
import subprocess
import sys
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "scripts"))
import load  # noqa: E402
import raw  # noqa: E402
import roster  # noqa: E402
import rush  # noqa: E402
import serving  # noqa: E402

CONNECTIONS = 16
SAVERS = 4
"""How many save at once, each their own thing: a save begins from the version before."""


@dataclasses.dataclass
class Scene:
    """A measured request: as wrk sends it again and again, and as it is sent once."""

    name: str
    lua: collections.abc.Callable
    """Writes the script for wrk anew: a save begins from the version that is in force."""
    connections: int
    method: str
    path: str
    token: str = ""
    headers: dict = dataclasses.field(default_factory=dict)
    body: dict | None = None
    threads: int = 1
    """Each has its own Lua state: one for every saver, who remembers a version."""

    def request(self):
        return {"method": self.method, "path": self.path, "token": self.token,
                "headers": self.headers, "body": self.body}


def scenes(server):
    """The measured requests; signing in comes last, since a sixth session ends the first."""
    roles = ("trainee", "workshop_leader", "school_admin", "joint_class_admin", "county_admin", "project_team")
    token = {role: server.sign_in(role) for role in roles}
    place = server.get("/me", token["trainee"])["enrollments"][0]
    project, enrollment = place["project_id"], place["enrollment_id"]
    leader = server.get("/me", token["workshop_leader"])
    workshop = next(held["scope_id"] for held in leader["appointments"] if held["role"] == "workshop_leader")
    classes = server.get(f"/projects/{project}/classes?limit=200", token["county_admin"])["items"]
    largest = max(classes, key=lambda one: one["members"])
    found = []
    for name, role, path in (
        ("my courses", "trainee", f"/enrollments/{enrollment}/courses"),
        ("a workshop's submissions", "workshop_leader", f"/projects/{project}/submissions?workshop_id={workshop}"),
        ("a class's grade table", "county_admin", f"/classes/{largest['id']}/grades"),
        ("the county cockpit", "county_admin", f"/projects/{project}/statistics?by=school"),
    ):
        server.get(path, token[role])
        path = "/api/v1" + path
        lua = functools.partial(load.reading, path, token[role])
        found.append(Scene(name, lua, CONNECTIONS, "GET", path, token[role]))
    found.append(saving_a_submission(server, project, token["trainee"], token["project_team"]))
    found.append(saving_a_score(server, project, [token["school_admin"], token["joint_class_admin"]]))
    found.append(signing_in(server))
    return found


def signing_in(server):
    """Everybody in turn: several at once on one account look like guesses and are held up."""
    people = [{"login": one["login"], "password": one["password"]} for one in server.accounts.values()]
    bodies = ", ".join(f"'{json.dumps(one)}'" for one in people)
    lua = functools.partial(load.script, "", f"""
local bodies = {{ {bodies} }}
local headers = {{ ["Content-Type"] = json_type }}
function request()
  headers["Idempotency-Key"] = key()
  return wrk.format("POST", "/api/v1/sessions", headers, bodies[serial % #bodies + 1])
end
""")
    return Scene("sign in", lua, 2, "POST", "/api/v1/sessions", "", {"idempotency-key": "once"}, people[0])


def saving_a_submission(server, project, token, team):
    """Autosave of drafts: each save is based on the version that the last one answered."""
    text = "教学设计" * 300

    def draft(number):
        wish = {"title": f"基准测试作业{number}", "instructions": "写一份教学设计", "max_score": 100}
        task = server.make(f"/projects/{project}/homework-tasks", wish, team)
        return server.make(f"/homework-tasks/{task['id']}/submissions", {}, token)["id"]

    drafts = [draft(number) for number in range(SAVERS)]
    etag = lambda one: server.etag(f"/submissions/{one}", token)

    def lua():
        begun = ", ".join(f"{{ path = '/api/v1/submissions/{one}/draft', etag = '{etag(one)}' }}" for one in drafts)
        return load.script(token, f"""
local begun = {{ {begun} }}
local headers = {{ ["Authorization"] = TOKEN, ["Content-Type"] = json_type }}
function request()
  local draft = begun[id + 1]
  headers["If-Match"] = draft.etag
  serial = serial + 1
  local body = '{{"title":"一节课 ' .. serial .. '","body":"{text}' .. serial .. '","attachment_ids":[]}}'
  return wrk.format("PUT", draft.path, headers, body)
end
function response(status, headers)
  for name, value in pairs(headers) do if name:lower() == "etag" then begun[id + 1].etag = value end end
end
""")
    body = {"title": "一节课", "body": text, "attachment_ids": []}
    path = f"/api/v1/submissions/{drafts[0]}/draft"
    return Scene("save a submission", lua, SAVERS, "PUT", path, token, {"if-match": etag(drafts[0])}, body, SAVERS)


def saving_a_score(server, project, schools):
    """One row of each of several sheets, again and again, each time from the row version before."""
    sheets = [(sheet["id"], token) for token in schools
              for sheet in server.get(f"/projects/{project}/practice-sheets?limit=200", token)["items"]
              if any(act["action"] == "fill" and act["allowed"] for act in sheet["allowed_actions"])][:SAVERS]

    def row(sheet, token):
        whole = server.get(f"/practice-sheets/{sheet}", token)
        return next(one for one in whole["rows"] if not one["not_yours"])

    def begin(sheet, token):
        one = row(sheet, token)
        return (f"{{ path = '/api/v1/practice-sheets/{sheet}/scores', bearer = 'Bearer {token}',"
                f" person = '{one['enrollment_id']}', version = {one['version']} }}")

    def lua():
        return load.script("", f"""
local begun = {{ {", ".join(begin(*one) for one in sheets)} }}
local headers = {{ ["Content-Type"] = json_type }}
function request()
  local row = begun[id + 1]
  headers["Authorization"] = row.bearer
  serial = serial + 1
  local body = '{{"rows":[{{"enrollment_id":"' .. row.person .. '","version":' .. row.version ..
    ',"completion":' .. (serial % 50) .. ',"effect":' .. (serial % 49) .. '}}]}}'
  return wrk.format("PATCH", row.path, headers, body)
end
function response(status, headers, body)
  local found = body:match('"version":(%d+)')
  if found then begun[id + 1].version = found end
end
""")
    sheet, token = sheets[0]
    first = row(sheet, token)
    entry = {"enrollment_id": first["enrollment_id"], "version": first["version"], "completion": 41, "effect": 42}
    path = f"/api/v1/practice-sheets/{sheet}/scores"
    return Scene("save a practice score", lua, len(sheets), "PATCH", path, token, {}, {"rows": [entry]}, len(sheets))


def importing(server, count, first):
    """Seconds from the upload to the commit of a roster, and the most memory meanwhile."""
    token = server.sign_in("county_admin")
    project = server.get("/projects", token)["items"][0]["id"]
    schools = server.get("/organizations?kind=school&limit=200", token)["items"]
    content = roster.make(count, [(one["name"], one["code"]) for one in schools], first)
    server.forget_peak()
    began = time.monotonic()
    status, _, job = server.ask(
        "POST", f"/api/v1/projects/{project}/imports?kind=roster&file_name=roster.csv",
        token=token, raw=content, headers={"Content-Type": "application/octet-stream"})
    if status != 202:
        raise SystemExit(f"the roster is not taken: {status} {job}")
    while job["status"] == "checking":
        job = server.get(f"/imports/{job['id']}?wait=20", token)
    checked = time.monotonic() - began
    status, _, job = server.ask("POST", f"/api/v1/imports/{job['id']}/commit?confirm_threshold=true", token=token)
    # A few of the numbers that are made up belong to people of the sample.
    if status != 200 or job["counts"]["created"] + job["counts"]["updated"] != count:
        raise SystemExit(f"the roster is not committed: {status} {job}")
    return {
        "rows": count,
        "checked_s": round(checked, 2),
        "checked_and_committed_s": round(time.monotonic() - began, 2),
        "peak_memory_mib": round(server.memory("VmHWM"), 1),
    }


def compared(row, raw):
    """The figures with the database's own beside them."""
    rate = row["requests_per_second"] / max(raw["runs_per_second"], 1)
    cpu = row["cpu_ms_per_request"] / max(raw["cpu_ms_per_run"], 0.001)
    return {**row, "raw": raw, "rate_over_raw": round(rate, 2), "cpu_over_raw": round(cpu, 2)}


def say(what):
    print(f"bench: {what}", file=sys.stderr, flush=True)


def missed(table):
    """Which figures are over the budgets of a machine with two cores."""
    budgets = {"a class's grade table": 1, "the county cockpit": 1, "save a submission": 1,
               "save a practice score": 1, "my courses": 0.3, "a workshop's submissions": 0.3}
    for name, most in budgets.items():
        spent = table["requests"][name]["cpu_ms_per_request"]
        if spent > most:
            yield f"{name}: {spent} ms of processor time, {most} at most"
    for done, (seconds, mib) in zip(table["roster_import"], ((2, None), (30, 300))):
        if done["checked_and_committed_s"] > seconds:
            yield f"{done['rows']} rows: {done['checked_and_committed_s']} s, {seconds} at most"
        if mib and done["peak_memory_mib"] > mib:
            yield f"{done['rows']} rows: {done['peak_memory_mib']} MiB, {mib} at most"
    for name, most in {"cold_start_s": 1, "cold_start_large_s": 1, "idle_memory_mib": 80}.items():
        if table[name] > most:
            yield f"{name}: {table[name]}, {most} at most"


def measure(url, wish):
    say("PostgreSQL" if url else "SQLite")
    server = serving.Server(wish.build, url)
    table = {"load_sample_county_s": round(server.load_sample(), 2)}
    if url:
        # What its own autovacuum does within a minute of such an import.
        subprocess.run(["psql", "-q", url, "-c", "VACUUM ANALYZE"], check=True)
    table["cold_start_s"] = round(server.start(), 3)
    time.sleep(2)
    table["idle_memory_mib"] = round(server.memory(), 1)
    try:
        every = scenes(server)
        beside = raw.rates(server, {scene.name: scene.request() for scene in every})
        table["requests"] = {}
        for scene in every:
            row = load.drive(server, scene, wish.seconds)
            say(f"{scene.name}: {row}")
            table["requests"][scene.name] = compared(row, beside[scene.name])
        table["rush"] = rush.measure(server)
        say(f"rush of sign-ins: {table['rush']}")
        table["roster_import"] = [importing(server, 975, 0)]
        if wish.large:
            table["roster_import"].append(importing(server, wish.large, 975))
        server.stop()
        table["cold_start_large_s"] = round(server.start(), 3)
    finally:
        server.end()
    table["over_budget"] = list(missed(table))
    return table


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=5, help="length of each measurement")
    parser.add_argument("--large", type=int, default=100_000, help="rows of the large roster; 0 for none")
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    parser.add_argument("--build", default="release", help="profile of the program: release or quick")
    wish = parser.parse_args()
    table = {"cores": os.cpu_count()}
    if wish.only != "postgresql":
        table["sqlite"] = measure(None, wish)
    postgres = os.environ.get("TISHENG_TEST_POSTGRES_SOCKET")
    if wish.only != "sqlite":
        if not postgres:
            sys.exit("start it by scripts/with-postgres.sh")
        table["postgresql"] = measure(postgres, wish)
    load.show(table)
    rows = [row for database in table.values() if isinstance(database, dict) for row in database["requests"].items()]
    failed = [f"{name}: {row['failed']}" for name, row in rows if "failed" in row]
    if failed:
        sys.exit("\n".join(failed))


if __name__ == "__main__":
    main()
