"""Everybody signs in at once: what it takes, and how the others are answered meanwhile (T13)."""

import collections
import concurrent.futures
import http.client
import multiprocessing
import time

AT_ONCE = 512
SECONDS = 3


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

    def sign_in(number):
        wish = {"login": f"nobody{number}", "password": "not the password"}
        return server.ask("POST", "/api/v1/sessions", wish)[0]

    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as people:
        answers = collections.Counter(people.map(sign_in, range(AT_ONCE)))
    beside.join()
    return {
        "sign_ins_at_once": AT_ONCE,
        "answers": dict(answers),
        "others_p99_ms": {"alone": alone, "meanwhile": told.get()},
        "memory_grew_mib": round(server.memory("VmHWM") - before, 1),
    }
