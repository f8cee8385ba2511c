#!/usr/bin/env python3
"""The API under fire: schemathesis over the whole document, signed in as one role after another.

Each role meets the built program on a fresh sample county: half of them on SQLite and, beside
these, the others on PostgreSQL (where `TISHENG_TEST_POSTGRES` names a server). Any 5xx, undocumented
status, answer beside its schema or accepted invalid request fails the run.
"""

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import time
import uuid

import serving

TOOL = serving.ROOT / ".var" / "venv" / "bin" / "schemathesis"
ROLES = {
    "sqlite": ["project_team", "school_admin", "trainee", "platform_operator"],
    "postgresql": ["county_admin", "workshop_leader", "subject_expert", "auditor"],
}
# Ends the very session that the test is signed in with; it has a run of its own.
ENDING = "sign_out"
WANTED = 10_000


def fire(server, role, choice, wish):
    account = server.accounts[role]
    url = f"http://127.0.0.1:{server.port}"
    env = dict(os.environ, CONTRACT_URL=url, CONTRACT_LOGIN=account["login"])
    env.update(CONTRACT_PASSWORD=account["password"], SCHEMATHESIS_HOOKS="contract_hooks", PYTHONPATH="scripts")
    command = [TOOL, "--config-file", "schemathesis.toml", "run", url + "/openapi.json", *choice]
    command += ["-n", str(wish.examples), "--seed", str(wish.seed), "--no-color", "--generation-database", "none"]
    if wish.phases:
        command += ["--phases", wish.phases]
    began = time.monotonic()
    done = subprocess.run(command, cwd=serving.ROOT, env=env, capture_output=True, text=True)
    cases = re.search(r"(\d+) generated", done.stdout)
    cases = int(cases[1]) if cases else 0
    told = f"{role}: {cases} cases in {time.monotonic() - began:.0f} s, seed {wish.seed}: "
    told += "passed" if done.returncode == 0 else "FAILED"
    if done.returncode:
        told = "\n".join([told, *(line[:400] for line in done.stdout.splitlines()), done.stderr[-4000:]])
    print(told, flush=True)
    return cases, done.returncode == 0


def database(url):
    """A database of its own on the server that the URL names."""
    name = f"contract_{uuid.uuid4().hex}"
    subprocess.run(["psql", "-q", url, "-c", f"CREATE DATABASE {name}"], check=True)
    return url.rsplit("/", 1)[0] + "/" + name


def fire_as(role, url, wish):
    """Everything as one role: how many cases there were, and whether all was well."""
    server = serving.Server("debug", database(url) if url else None)
    server.load_sample()
    server.start()
    try:
        choices = (["--exclude-operation-id", ENDING], ["--include-operation-id", ENDING])
        told = [fire(server, role, choice, wish) for choice in choices]
        return sum(cases for cases, _ in told), all(passed for _, passed in told)
    finally:
        server.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=4, help="random cases for each operation and role")
    parser.add_argument("--seed", type=int, default=20200520)
    parser.add_argument("--roles", nargs="*", help="only these")
    parser.add_argument("--phases", help="only these of the tool's phases")
    wish = parser.parse_args()
    postgres = os.environ.get("TISHENG_TEST_POSTGRES")

    def lane(kind):
        url = postgres if kind == "postgresql" else None
        return [fire_as(role, url, wish) for role in ROLES[kind] if not wish.roles or role in wish.roles]

    with concurrent.futures.ThreadPoolExecutor() as lanes:
        told = [one for lane_told in lanes.map(lane, ROLES) for one in lane_told]
    total = sum(cases for cases, _ in told)
    print(f"{total} cases in all")
    if not all(passed for _, passed in told) or (total < WANTED and not wish.roles):
        sys.exit(f"the contract does not hold, or fewer than {WANTED} cases were tried")


if __name__ == "__main__":
    main()
