#!/usr/bin/env bash
# Prints a Python that has a server speaking S3 (moto), installing it where it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
if python3 -c 'import moto.server, flask' 2>/dev/null; then
    command -v python3
    exit
fi
if ! .var/venv-s3/bin/python -c 'import moto.server, flask' 2>/dev/null; then
    python3 -m venv .var/venv-s3 >&2
    .var/venv-s3/bin/pip install --quiet --disable-pip-version-check 'moto[s3,server]==5.2.1' >&2
fi
echo "$PWD/.var/venv-s3/bin/python"
