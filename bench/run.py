#!/usr/bin/env python3
"""make bench: what the release build does with the sample county, on SQLite and on PostgreSQL.

Prints one JSON table. wrk drives the server over loopback; the processor time is that of the
program and of its database together. `raw` beside a figure is the rate at which the database
alone runs the same statements, so that the ratio shows what is ours. A benchmark, never a test.
"""

import argparse
import os
import pathlib
import sys
import time

import load
import raw
import roster

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "scripts"))
import serving  # noqa: E402

CONNECTIONS = 16


def scenes(server):
    """Name, Lua file and path of each measured request."""
    token = {role: server.sign_in(role) for role in ("trainee", "workshop_leader", "school_admin", "county_admin")}
    me = server.get("/me", token["trainee"])
    place = me["enrollments"][0]
    project, enrollment = place["project_id"], place["enrollment_id"]
    leader = server.get("/me", token["workshop_leader"])
    workshop = next(held["scope_id"] for held in leader["appointments"] if held["role"] == "workshop_leader")
    classes = server.get(f"/projects/{project}/classes?limit=200", token["county_admin"])["items"]
    largest = max(classes, key=lambda one: one["members"])
    for name, role, path in (
        ("my courses", "trainee", f"/enrollments/{enrollment}/courses"),
        ("a workshop's submissions", "workshop_leader", f"/projects/{project}/submissions?workshop_id={workshop}"),
        ("a class's grade table", "county_admin", f"/classes/{largest['id']}/grades"),
        ("the county cockpit", "county_admin", f"/projects/{project}/statistics?by=school"),
    ):
        server.get(path, token[role])
        path = "/api/v1" + path
        yield name, load.reading(path, token[role]), path, CONNECTIONS
    yield "save a submission", *saving_a_submission(server, project, token["trainee"])
    yield "save a practice score", *saving_a_score(server, project, token["county_admin"], token["school_admin"])
    yield "sign in", *signing_in(server)


def signing_in(server):
    account = server.accounts["trainee"]
    lua = load.script("", f"""
local body = '{{"login":"{account["login"]}","password":"{account["password"]}"}}'
local headers = {{ ["Content-Type"] = json_type }}
function request()
  headers["Idempotency-Key"] = key()
  return wrk.format("POST", "/api/v1/sessions", headers, body)
end
""")
    return lua, "/api/v1/sessions", 4


def saving_a_submission(server, project, token):
    """Autosave of a draft: each save is based on the version that the last one answered."""
    tasks = server.get(f"/projects/{project}/homework-tasks", token)["items"]
    draft = None
    for task in tasks:
        status, _, body = server.ask("POST", f"/api/v1/homework-tasks/{task['id']}/submissions", {}, token)
        if status == 201:
            draft = body
            break
    if draft is None:
        draft = make_task_and_draft(server, project, token)
    path = f"/api/v1/submissions/{draft['id']}/draft"
    status, headers, _ = server.ask("GET", f"/api/v1/submissions/{draft['id']}", token=token)
    etag = next(value for name, value in headers.items() if name.lower() == "etag")
    lua = load.script(token, f"""
local etag = '{etag}'
local text = string.rep("教学设计", 300)
local headers = {{ ["Authorization"] = TOKEN, ["Content-Type"] = json_type }}
function request()
  headers["If-Match"] = etag
  serial = serial + 1
  local body = '{{"title":"一节课 ' .. serial .. '","body":"' .. text .. serial .. '","attachment_ids":[]}}'
  return wrk.format("PUT", "{path}", headers, body)
end
function response(status, headers)
  for name, value in pairs(headers) do if name:lower() == "etag" then etag = value end end
end
""")
    return lua, path, 1


def make_task_and_draft(server, project, token):
    team = server.sign_in("project_team")
    wish = {"title": "基准测试作业", "description": "写一份教学设计", "kind": "lesson_plan", "late_allowed": True}
    status, _, task = server.ask("POST", f"/api/v1/projects/{project}/homework-tasks", wish, team)
    if status != 201:
        raise SystemExit(f"no homework task: {status} {task}")
    status, _, draft = server.ask("POST", f"/api/v1/homework-tasks/{task['id']}/submissions", {}, token)
    if status != 201:
        raise SystemExit(f"no draft: {status} {draft}")
    return draft


def saving_a_score(server, project, county, school):
    """One row of a sheet, again and again, each time from the row version before."""
    sheets = server.get(f"/projects/{project}/practice-sheets?limit=200", school)["items"]
    sheet = next(one for one in sheets if any(
        act["action"] == "fill" and act["allowed"] for act in one["allowed_actions"]))
    whole = server.get(f"/practice-sheets/{sheet['id']}", school)
    row = next(one for one in whole["rows"] if not one["not_yours"])
    path = f"/api/v1/practice-sheets/{sheet['id']}/scores"
    lua = load.script(school, f"""
local version = {row["version"]}
local headers = {{ ["Authorization"] = TOKEN, ["Content-Type"] = json_type }}
function request()
  serial = serial + 1
  local body = '{{"rows":[{{"enrollment_id":"{row["enrollment_id"]}","version":' .. version ..
    ',"completion":' .. (serial % 50) .. ',"effect":' .. (serial % 49) .. '}}]}}'
  return wrk.format("PUT", "{path}", headers, body)
end
function response(status, headers, body)
  local found = body:match('"version":(%d+)')
  if found then version = found end
end
""")
    return lua, path, 1


def importing(server, count):
    """Seconds from the upload to the commit of a roster, and the most memory meanwhile."""
    token = server.sign_in("county_admin")
    project = server.get("/projects", token)["items"][0]["id"]
    schools = server.get("/organizations?kind=school&limit=200", token)["items"]
    content = roster.make(count, [(one["name"], one["code"]) for one in schools])
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
    if status != 200 or job["counts"]["created"] != count:
        raise SystemExit(f"the roster is not committed: {status} {job}")
    return {
        "rows": count,
        "checked_s": round(checked, 2),
        "checked_and_committed_s": round(time.monotonic() - began, 2),
        "peak_memory_mib": round(server.memory("VmHWM"), 1),
    }


def measure(url, seconds, large):
    server = serving.Server("release", url)
    table = {"load_sample_county_s": round(server.load_sample(), 2), "cold_start_s": round(server.start(), 3)}
    time.sleep(2)
    table["idle_memory_mib"] = round(server.memory(), 1)
    try:
        beside = raw.rates(server)
        table["requests"] = {}
        for name, lua, path, connections in scenes(server):
            row = load.drive(server, lua, path, connections, seconds)
            row["raw"] = beside.get(name)
            table["requests"][name] = row
        table["roster_import"] = [importing(server, count) for count in (975, large)]
    finally:
        server.stop()
    return table


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=5, help="length of each measurement")
    parser.add_argument("--large", type=int, default=100_000, help="rows of the large roster")
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    wish = parser.parse_args()
    table = {"cores": os.cpu_count()}
    if wish.only != "postgresql":
        table["sqlite"] = measure(None, wish.seconds, wish.large)
    postgres = os.environ.get("TISHENG_TEST_POSTGRES")
    if wish.only != "sqlite":
        if not postgres:
            sys.exit("run me by scripts/with-postgres.sh")
        table["postgresql"] = measure(postgres, wish.seconds, wish.large)
    load.show(table)


if __name__ == "__main__":
    main()
