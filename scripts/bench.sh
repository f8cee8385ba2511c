#!/usr/bin/env bash
# Builds the release program and measures it on both databases; see bench/run.py.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v wrk >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    (apt-get update -q && apt-get install -qy wrk) >&2
fi
command -v wrk >/dev/null || { echo "needs the load generator wrk: apt-get install wrk" >&2; exit 1; }
scripts/ensure-postgres.sh >&2
for tool in createdb pg_dump pg_restore pgbench psql; do
    command -v "$tool" >/dev/null || { echo "needs $tool: apt-get install postgresql" >&2; exit 1; }
done
scripts/ensure-node-modules.sh >&2
scripts/build-spa.sh >&2
cargo build --locked --release -p api -p tests --bins >&2
exec scripts/with-postgres.sh python3 bench/run.py "$@"
