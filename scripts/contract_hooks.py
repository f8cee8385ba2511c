"""Signs the contract test in: access tokens live ten minutes, so they are renewed before."""

import json
import os
import urllib.request
import uuid

import schemathesis


@schemathesis.auth(refresh_interval=240)
class SignIn:
    def get(self, case, context):
        wish = {"login": os.environ["CONTRACT_LOGIN"], "password": os.environ["CONTRACT_PASSWORD"]}
        request = urllib.request.Request(
            os.environ["CONTRACT_URL"] + "/api/v1/sessions",
            data=json.dumps(wish).encode(),
            headers={"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())},
        )
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["access_token"]

    def set(self, case, data, context):
        case.headers = case.headers or {}
        case.headers["Authorization"] = f"Bearer {data}"
