"""The built program with the sample county, on a database of its own; for bench and contract."""

import http.client
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.parse
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """Starts, stops and measures one instance."""

    def __init__(self, build, database_url=None):
        self.program = ROOT / "target" / build / "tisheng"
        self.folder = tempfile.mkdtemp(prefix="tisheng-serving.")
        self.port = free_port()
        self.env = dict(os.environ, TISHENG_DATA_DIR=self.folder, TISHENG_LOG="warn")
        self.env["TISHENG_BIND"] = f"127.0.0.1:{self.port}"
        # One address and one person send everything here; the limits would answer 429.
        self.env["TISHENG_REQUESTS_PER_MINUTE"] = "100000000"
        self.url = database_url
        if database_url:
            self.env["DATABASE_URL"] = database_url
        self.process = None
        self.accounts = {}

    def load_sample(self):
        """Imports the sample county; seconds it took, start-up and demonstration accounts included."""
        began = time.monotonic()
        out = subprocess.run(
            [self.program, "demo", "--json", "--data", ROOT / "data" / "fuyu"],
            env=self.env, check=True, capture_output=True, text=True, cwd=self.folder,
        ).stdout
        for account in json.loads(out.strip().splitlines()[-1])["accounts"]:
            self.accounts.setdefault(account["role"], account)
        return time.monotonic() - began

    def start(self):
        """Starts to serve; seconds until it says that it is ready."""
        began = time.monotonic()
        log = open(pathlib.Path(self.folder) / "log", "a")
        self.process = subprocess.Popen([self.program, "serve"], env=self.env, stdout=log, stderr=log)
        while time.monotonic() - began < 60:
            try:
                if self.ask("GET", "/readyz")[0] == 200:
                    return time.monotonic() - began
            except OSError:
                time.sleep(0.005)
        raise SystemExit("the program does not become ready")

    def stop(self):
        self.process.terminate()
        self.process.wait(60)

    def end(self):
        """Stops and leaves nothing behind."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def ask(self, method, path, body=None, token=None, headers=None, raw=None):
        """One request; status, headers and the JSON (or bytes) of the answer."""
        sent = {"Accept": "application/json", **(headers or {})}
        data = raw
        if body is not None:
            data = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        if method == "POST":
            sent.setdefault("Idempotency-Key", str(uuid.uuid4()))
        if token:
            sent["Authorization"] = f"Bearer {token}"
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        line.request(method, path, data, sent)
        answer = line.getresponse()
        content = answer.read()
        try:
            content = json.loads(content)
        except ValueError:
            pass
        line.close()
        return answer.status, dict(answer.headers), content

    def get(self, path, token):
        status, _, body = self.ask("GET", "/api/v1" + path, token=token)
        if status != 200:
            raise SystemExit(f"GET {path}: {status} {body}")
        return body

    def make(self, path, body, token):
        status, _, made = self.ask("POST", "/api/v1" + path, body, token)
        if status != 201:
            raise SystemExit(f"POST {path}: {status} {made}")
        return made

    def etag(self, path, token):
        _, headers, _ = self.ask("GET", "/api/v1" + path, token=token)
        return next(value for name, value in headers.items() if name.lower() == "etag")

    def sign_in(self, role):
        account = self.accounts[role]
        wish = {"login": account["login"], "password": account["password"]}
        status, _, body = self.ask("POST", "/api/v1/sessions", wish)
        if status != 201:
            raise SystemExit(f"{role} cannot sign in: {status} {body}")
        return body["access_token"]

    def processor_seconds(self):
        """Seconds of processor time that the program and its database have used so far."""
        return sum(ticks(pid) for pid in [self.process.pid, *self.database_pids()])

    def database_pids(self):
        if not self.url:
            return []
        port = urllib.parse.urlsplit(self.url).port
        found = subprocess.run(["pgrep", "-f", f"postgres.*-p {port}"], capture_output=True, text=True)
        heads = [int(pid) for pid in found.stdout.split()]
        every = set(heads)
        for head in heads:
            below = subprocess.run(["pgrep", "-P", str(head)], capture_output=True, text=True)
            every.update(int(pid) for pid in below.stdout.split())
        return list(every)

    def memory(self, what="VmRSS"):
        """MiB of the program's own process: VmRSS now, VmHWM at most so far."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{what}:\s+(\d+)", status)[1]) / 1024

    def forget_peak(self):
        pathlib.Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")


def ticks(pid):
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except FileNotFoundError:
        return 0.0
    # With children that have ended: those of PostgreSQL are its connections.
    return sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")
