"""Everybody signs in at once: what it takes, and how the others are answered meanwhile (T13)."""

import collections
import http.client
import json
import multiprocessing
import socket
import time
import uuid

AT_ONCE = 512
SECONDS = 2


def asking(port, path, token, seconds, told):
    """One person who reads, on a connection that stays; milliseconds that 99 of 100 beat."""
    line = http.client.HTTPConnection("127.0.0.1", port)
    took, until = [], time.monotonic() + seconds
    while time.monotonic() < until:
        began = time.monotonic()
        line.request("GET", path, headers={"Authorization": f"Bearer {token}"})
        answer = line.getresponse()
        answer.read()
        took.append(time.monotonic() - began)
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status} in the rush")
        time.sleep(0.002)
    told.put(round(1000 * sorted(took)[len(took) * 99 // 100], 2))


def signing_in(port):
    """All at once, over connections that are open already; how many got which answer."""
    lines = [socket.create_connection(("127.0.0.1", port)) for _ in range(AT_ONCE)]
    bodies = [json.dumps({"login": f"nobody{number}", "password": "not the password"}) for number in range(AT_ONCE)]
    for line, body in zip(lines, bodies):
        line.sendall(
            f"POST /api/v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            f"Idempotency-Key: {uuid.uuid4()}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())
    answers = collections.Counter(int(line.recv(4096).split(b" ", 2)[1]) for line in lines)
    for line in lines:
        line.close()
    return answers


def measure(server):
    """p99 of a reader alone and beside the rush, the answers to the rush, the memory it took."""
    token = server.sign_in("county_admin")
    told = multiprocessing.Queue()

    def reader():
        one = multiprocessing.Process(target=asking, args=(server.port, "/api/v1/me", token, SECONDS, told))
        one.start()
        return one

    reader().join()
    alone = told.get()
    server.forget_peak()
    before = server.memory()
    beside = reader()
    began = time.monotonic()
    answers = signing_in(server.port)
    took = time.monotonic() - began
    beside.join()
    return {
        "sign_ins_at_once": AT_ONCE,
        "answers": dict(answers),
        "answered_in_s": round(took, 2),
        "others_p99_ms": {"alone": alone, "meanwhile": told.get()},
        "memory_grew_mib": round(server.memory("VmHWM") - before, 1),
    }
