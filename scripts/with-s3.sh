#!/usr/bin/env bash
# Runs a command beside a server that speaks S3 and has a bucket `tisheng`: with-s3.sh COMMAND [ARG …]
# The server keeps everything in memory, listens on 127.0.0.1 only, and goes with the command.
set -euo pipefail
cd "$(dirname "$0")/.."
python=$(scripts/ensure-s3.sh)
port=$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])')
log=$(mktemp /tmp/tisheng-s3.XXXXXX)
"$python" -c 'import sys; from moto.server import main; main(sys.argv[1:])' -H 127.0.0.1 -p "$port" >"$log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -f "$log"' EXIT INT TERM
export TISHENG_TEST_S3="http://127.0.0.1:$port"
python3 - "$TISHENG_TEST_S3/tisheng" <<'PY' || { cat "$log" >&2; exit 1; }
import sys, time, urllib.request
for attempt in range(300):
    try:
        urllib.request.urlopen(urllib.request.Request(sys.argv[1], method="PUT"), timeout=5)
        break
    except OSError:
        time.sleep(0.1)
else:
    sys.exit("the S3 server does not start")
PY
"$@"
