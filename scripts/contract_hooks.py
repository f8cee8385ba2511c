"""Signs the contract test in, and shows it what there is.

Random ids meet nothing but 404. So the ids that this role can read are gathered once, and three
of four well-formed ids in paths, queries and bodies are exchanged for one of them.
"""

import itertools
import json
import os
import re
import urllib.error
import urllib.request
import uuid
import zlib

import schemathesis

URL = os.environ["CONTRACT_URL"]
BASE = "/api/v1"
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Whoever ends the session that the test is signed in with only tests 401 from then on.
SPARED = {"sessions"}


def sign_in():
    wish = {"login": os.environ["CONTRACT_LOGIN"], "password": os.environ["CONTRACT_PASSWORD"]}
    request = urllib.request.Request(
        URL + BASE + "/sessions",
        data=json.dumps(wish).encode(),
        headers={"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())},
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["access_token"]


@schemathesis.auth(refresh_interval=240)
class SignIn:
    """Access tokens live ten minutes, so they are renewed before."""

    def get(self, case, context):
        return sign_in()

    def set(self, case, data, context):
        case.headers = case.headers or {}
        case.headers["Authorization"] = f"Bearer {data}"


class Known:
    """Ids by the collection they are of (`classes`) and by the field they stand in (`class_id`)."""

    def __init__(self):
        self.ids = {}
        self.token = sign_in()
        paths = self.read("/openapi.json")["paths"]
        reads = [path for path, item in paths.items() if "get" in item and path.startswith(BASE)]
        for path in sorted(reads, key=lambda path: (path.count("{"), path.count("/"))):
            if path.endswith("/events"):
                continue  # a stream
            for known in self.fill(path):
                self.gather(path.rsplit("/", 1)[1], self.read(known))

    def fill(self, path):
        """The path with ids in place of its parameters, at most three times."""
        holes = re.findall(r"([^/]+)/\{([^}/]+)\}", path)
        if not holes:
            return [path]
        if len(holes) > 1 or path.count("{") > 1:
            return []
        collection, name = holes[0]
        return [path.replace("{" + name + "}", one) for one in self.ids.get(collection, [])[:3]]

    def read(self, path):
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        try:
            with urllib.request.urlopen(urllib.request.Request(URL + path, headers=headers), timeout=30) as answer:
                return json.load(answer)
        except (urllib.error.HTTPError, ValueError):
            return None  # not for this role, or a file

    def gather(self, name, value):
        if isinstance(value, list):
            for one in value:
                self.gather(name, one)
        elif isinstance(value, dict):
            for key, one in value.items():
                if isinstance(one, str) and ID.fullmatch(one):
                    place = self.ids.setdefault(name if key == "id" else key, [])
                    if one not in place and len(place) < 20:
                        place.append(one)
                else:
                    self.gather(name if key == "items" else key.replace("_", "-"), one)

    def exchange(self, name, value):
        """One of the known ids for one that was made up; the same for the same."""
        pool = self.ids.get(name) or self.ids.get(plural(name))
        if not pool or name in SPARED or not isinstance(value, str) or not ID.fullmatch(value):
            return value
        chance = zlib.crc32(value.encode())
        return pool[chance // 4 % len(pool)] if chance % 4 else value


def plural(name):
    word = re.sub(r"_ids?$", "", name).replace("_", "-")
    return word + ("es" if word.endswith("s") else "s")


KNOWN = Known()


def walk(name, value):
    if isinstance(value, dict):
        return {key: walk(key, one) for key, one in value.items()}
    if isinstance(value, list):
        return [walk(name, one) for one in value]
    return KNOWN.exchange(re.sub(r"_ids$", "_id", name), value)


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    if not path_parameters:
        return path_parameters
    holes = dict((name, of) for of, name in re.findall(r"([^/]+)/\{([^}/]+)\}", context.operation.path))
    return {
        name: KNOWN.exchange(holes.get(name, "") if name == "id" else name, value)
        for name, value in path_parameters.items()
    }


@schemathesis.hook
def map_query(context, query):
    return walk("", query) if query else query


@schemathesis.hook
def map_body(context, body):
    return walk("", body) if isinstance(body, dict) else body


@schemathesis.hook
def map_headers(context, headers):
    """Most things are in their first versions."""
    tag = (headers or {}).get("If-Match")
    if isinstance(tag, str) and re.fullmatch(r'(W/)?"[!#-~]*"', tag):
        headers["If-Match"] = f'"{zlib.crc32(tag.encode()) % 4}"'
    return headers


KEY = re.compile(r"[!-~]{1,255}")
SERIAL = itertools.count(1)


@schemathesis.hook
def before_call(context, case, kwargs):
    """Sound idempotency keys become fresh ones: a key used before meets nothing but 422."""
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and KEY.fullmatch(key) and zlib.crc32(key.encode()) % 16:
        case.headers["Idempotency-Key"] = f"case-{os.getpid()}-{next(SERIAL)}"
