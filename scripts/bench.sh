#!/usr/bin/env bash
# Builds the release program and measures it on both databases; see bench/run.py.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v wrk >/dev/null; then
    if [ "$(id -u)" = 0 ]; then apt-get update -q && apt-get install -qy wrk; else echo "needs wrk: apt-get install wrk" >&2; exit 1; fi
fi
scripts/ensure-postgres.sh
scripts/build-spa.sh
cargo build --locked --release -p api -p tests --bins >&2
exec scripts/with-postgres.sh python3 bench/run.py "$@"
