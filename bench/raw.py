"""What the database alone does with a request's statements, without the program."""

import json
import os
import pathlib
import re
import sqlite3
import subprocess
import tempfile
import time
import urllib.parse

import serving

WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE)", re.I)
BORDERS = re.compile(r"^\s*(BEGIN|COMMIT|ROLLBACK|PRAGMA|SELECT 1$)", re.I)
SECONDS = 2


def rates(server, requests):
    """Runs of each request's statements a second, one after another on one connection.

    A writing request's statements run in one transaction that is rolled back, so that they can
    be repeated: their rate does not hold the wait for the disk.
    """
    told = {}
    for name, statements in recorded(server, requests).items():
        statements = [one for one in statements if not BORDERS.match(one)]
        run = on_postgresql if server.url else on_sqlite
        told[name] = {"statements": len(statements), "runs_per_second": round(run(server, statements))}
    return told


def recorded(server, requests):
    env = dict(os.environ, TISHENG_KEY_FILE=str(pathlib.Path(server.folder) / "keys.json"))
    env["DATABASE_URL"] = server.url or f"sqlite:{server.folder}/tisheng.sqlite?mode=rwc"
    lines = "\n".join(json.dumps(wish) for wish in requests.values())
    program = serving.ROOT / "target" / "release" / "statements"
    out = subprocess.run([program], env=env, input=lines, capture_output=True, text=True, check=True).stdout
    found = {}
    for name, line in zip(requests, out.splitlines()):
        answer = json.loads(line)
        if answer["status"] >= 400:
            raise SystemExit(f"{name}: {answer['status']}")
        found[name] = answer["statements"]
    return found


def on_sqlite(server, statements):
    line = sqlite3.connect(f"{server.folder}/tisheng.sqlite", isolation_level=None, cached_statements=512)
    line.execute("PRAGMA busy_timeout=5000")
    writes = any(WRITES.match(one) for one in statements)
    runs, began = 0, time.monotonic()
    while time.monotonic() - began < SECONDS:
        if writes:
            line.execute("BEGIN IMMEDIATE")
        for one in statements:
            line.execute(one).fetchall()
        if writes:
            line.execute("ROLLBACK")
        runs += 1
    line.close()
    return runs / SECONDS


def on_postgresql(server, statements):
    writes = any(WRITES.match(one) for one in statements)
    text = [one.replace("\n", " ") + ";" for one in statements]
    if writes:
        text = ["BEGIN;", *text, "ROLLBACK;"]
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
        file.write("\n".join(text))
        file.flush()
        place = urllib.parse.urlsplit(server.url)
        command = ["pgbench", "-n", "-f", file.name, "-c", "1", "-T", str(SECONDS), "-h", place.hostname,
                   "-p", str(place.port), "-U", place.username, place.path.lstrip("/")]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(re.search(r"tps = ([\d.]+)", out)[1])
