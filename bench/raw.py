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
ID = re.compile(r"'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'")
SECONDS = 2


def rates(server, requests):
    """Runs of each request's statements a second, one after another on one connection.

    A writing request's statements run in one transaction that is rolled back, so that they can
    be repeated: their rate does not hold the wait for the disk. What a request sends is recorded
    on a copy of the database, so that here its rows are not there yet.
    """
    told = {}
    for name, statements in recorded(server, requests).items():
        statements = [one for one in statements if not BORDERS.match(one)]
        run = on_postgresql if server.url else on_sqlite
        before = processor_seconds(server)
        rate = run(server, statements)
        spent = processor_seconds(server) - before
        told[name] = {
            "statements": len(statements),
            "runs_per_second": round(rate),
            "cpu_ms_per_run": round(1000 * spent / (rate * SECONDS), 3),
        }
    return told


def processor_seconds(server):
    """What this program, its children and the database used; the server itself is idle."""
    own = sum(os.times()[:4])
    return own + sum(serving.ticks(pid) for pid in server.database_pids())


def recorded(server, requests):
    env = dict(os.environ, TISHENG_KEY_FILE=str(pathlib.Path(server.folder) / "keys.json"))
    env["DATABASE_URL"] = copy(server)
    # Reads go first once: what a process remembers is not asked for again.
    reads = [wish for wish in requests.values() if wish["method"] == "GET"]
    lines = "\n".join(json.dumps(wish) for wish in [*reads, *requests.values()])
    out = subprocess.run([server.program.with_name("statements")], env=env, input=lines, cwd=server.folder,
                         capture_output=True, text=True, check=True).stdout
    found = {}
    for name, line in zip(requests, out.splitlines()[len(reads):], strict=True):
        answer = json.loads(line)
        if answer["status"] >= 400:
            raise SystemExit(f"{name}: {answer['status']}")
        found[name] = answer["statements"]
    return found


def copy(server):
    """The address of a copy of the server's database."""
    if server.url:
        url = urllib.parse.urlsplit(server.url)._replace(path="/copy").geturl()
        subprocess.run(["createdb", "--maintenance-db", server.url, "copy"], check=True)
        dump = subprocess.run(["pg_dump", "-Fc", server.url], check=True, capture_output=True).stdout
        subprocess.run(["pg_restore", "-d", url], input=dump, check=True)
        return url
    line = sqlite3.connect(f"{server.folder}/tisheng.sqlite")
    line.execute("VACUUM INTO ?", (f"{server.folder}/copy.sqlite",))
    line.close()
    return f"sqlite:{server.folder}/copy.sqlite?mode=rwc"


def on_sqlite(server, statements):
    # The recorder writes ids as text; the program binds them as the bytes that the tables hold.
    statements = [ID.sub(lambda found: "x'" + found[1].replace("-", "") + "'", one) for one in statements]
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
    # A colon before a letter would name a variable of pgbench.
    text = [re.sub(r"(?<!:):(?=[A-Za-z_])", ": ", one.replace("\n", " ")) + ";" for one in statements]
    if writes:
        text = ["BEGIN;", *text, "ROLLBACK;"]
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
        file.write("\n".join(text))
        file.flush()
        place = urllib.parse.urlsplit(server.url)
        folder = urllib.parse.parse_qs(place.query)["host"][0]
        command = ["pgbench", "-n", "-M", "prepared", "-f", file.name, "-c", "1", "-T", str(SECONDS), "-h", folder,
                   "-p", str(place.port), "-U", place.username, place.path.lstrip("/")]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(re.search(r"tps = ([\d.]+)", out)[1])
