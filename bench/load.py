"""Drives the server with wrk and reads what it cost."""

import json
import pathlib
import re
import subprocess
import tempfile
import time

HEAD = """
local json_type = "application/json"
local serial = 0
local thread_count = 0
function setup(thread) thread:set("id", thread_count); thread_count = thread_count + 1 end
local function key() serial = serial + 1; return RUN .. "-" .. id .. "-" .. serial end
"""


def script(token, body):
    """A Lua file for wrk: `body` defines `request` and may define `response`."""
    import uuid
    text = f'RUN = "{uuid.uuid4()}"\nTOKEN = "Bearer {token}"\n' + HEAD + body
    file = tempfile.NamedTemporaryFile("w", suffix=".lua", delete=False)
    file.write(text)
    file.close()
    return file.name


def reading(path, token):
    return script(token, f"""
local headers = {{ ["Authorization"] = TOKEN, ["Accept"] = json_type }}
function request() return wrk.format("GET", "{path}", headers) end
""")


def seconds(text):
    number, unit = re.match(r"([\d.]+)(us|ms|s|m)$", text).groups()
    return float(number) * {"us": 1e-6, "ms": 1e-3, "s": 1, "m": 60}[unit]


def drive(server, scene, duration):
    """Runs wrk once after a short warm-up; requests/s, p50, p99, and CPU milliseconds each."""
    wrk(server, scene, 1)
    # What wrk left unanswered is still at work, and a save must begin from its outcome.
    time.sleep(0.5)
    before = server.processor_seconds()
    out = wrk(server, scene, duration)
    spent = server.processor_seconds() - before
    done = int(re.search(r"(\d+) requests in", out)[1])
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    broken = re.search(r"Socket errors: (.*)", out)
    quantile = {share: seconds(re.search(rf"\s{share}%\s+(\S+)", out)[1]) for share in (50, 99)}
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])
    row = {
        "requests_per_second": round(rate),
        "p50_ms": round(quantile[50] * 1000, 3),
        "p99_ms": round(quantile[99] * 1000, 3),
        "cpu_ms_per_request": round(spent / max(done, 1) * 1000, 3),
        "memory_mib": round(server.memory(), 1),
        # Little's law: below 1 it lost requests, far above it the figures are not believable.
        "p50_times_rate_over_connections": round(quantile[50] * rate / scene.connections, 2),
    }
    if refused or broken or not done:
        said = broken[1] if broken else f"{refused[1] if refused else 0} of {done} refused"
        row["failed"] = f"the figures are of errors: {said}"
    return row


def wrk(server, scene, duration):
    lua = scene.lua()
    command = ["wrk", "-t", str(scene.threads), "-c", str(scene.connections), "-d", f"{duration}s", "--latency", "-s", lua,
               f"http://127.0.0.1:{server.port}{scene.path}"]
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
    finally:
        pathlib.Path(lua).unlink()


def show(table):
    print(json.dumps(table, indent=2, ensure_ascii=False))
