#!/usr/bin/env python3
"""The API under fire: schemathesis over the whole document, signed in as one role after another.

Each role meets the built program on a fresh sample county, the first half of the roles on SQLite
and the others on PostgreSQL (where `TISHENG_TEST_POSTGRES` names a server). Any 5xx, undocumented
status, answer beside its schema or accepted invalid request fails the run.
"""

import argparse
import os
import re
import subprocess
import sys
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


def fire(server, role, choice, examples, seed):
    account = server.accounts[role]
    url = f"http://127.0.0.1:{server.port}"
    env = dict(os.environ, CONTRACT_URL=url, CONTRACT_LOGIN=account["login"])
    env.update(CONTRACT_PASSWORD=account["password"], SCHEMATHESIS_HOOKS="contract_hooks", PYTHONPATH="scripts")
    command = [TOOL, "--config-file", "schemathesis.toml", "run", url + "/openapi.json", *choice]
    command += ["-n", str(examples), "--seed", str(seed), "--no-color", "--generation-database", "none"]
    done = subprocess.run(command, cwd=serving.ROOT, env=env, capture_output=True, text=True)
    cases = re.search(r"(\d+) generated", done.stdout)
    cases = int(cases[1]) if cases else 0
    print(f"{role}: {cases} cases, seed {seed}: {'passed' if done.returncode == 0 else 'FAILED'}", flush=True)
    if done.returncode:
        print("\n".join(line[:400] for line in done.stdout.splitlines()))
        print(done.stderr[-4000:])
    return cases, done.returncode == 0


def database(url):
    """A database of its own on the server that the URL names."""
    name = f"contract_{uuid.uuid4().hex}"
    subprocess.run(["psql", "-q", url, "-c", f"CREATE DATABASE {name}"], check=True)
    return url.rsplit("/", 1)[0] + "/" + name


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=12, help="random cases for each operation and role")
    parser.add_argument("--seed", type=int, default=20200520)
    parser.add_argument("--roles", nargs="*", help="only these")
    wish = parser.parse_args()
    total, fine = 0, True
    postgres = os.environ.get("TISHENG_TEST_POSTGRES")
    for kind, roles in ROLES.items():
        for role in roles:
            if wish.roles and role not in wish.roles:
                continue
            server = serving.Server("debug", database(postgres) if kind == "postgresql" and postgres else None)
            server.load_sample()
            server.start()
            try:
                for choice in (["--exclude-operation-id", ENDING], ["--include-operation-id", ENDING]):
                    cases, passed = fire(server, role, choice, wish.examples, wish.seed)
                    total, fine = total + cases, fine and passed
            finally:
                server.stop()
    print(f"{total} cases in all")
    if not fine or (total < WANTED and not wish.roles):
        sys.exit(f"the contract does not hold, or fewer than {WANTED} cases were tried")


if __name__ == "__main__":
    main()
