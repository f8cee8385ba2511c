#!/usr/bin/env bash
# Keeps schemathesis in a virtual environment of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ ! -x .var/venv/bin/schemathesis ] || [ scripts/requirements.txt -nt .var/venv/bin/schemathesis ]; then
    if ! python3 -c 'import ensurepip' 2>/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy python3-venv
    fi
    python3 -m venv .var/venv
    .var/venv/bin/pip install --quiet --disable-pip-version-check -r scripts/requirements.txt
    touch .var/venv/bin/schemathesis
fi
