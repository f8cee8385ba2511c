#!/usr/bin/env bash
# The contract test on both databases; see scripts/contract.py for what it takes.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/ensure-schemathesis.sh
cargo build --locked --workspace --bins
if [ -z "${TISHENG_TEST_POSTGRES:-}" ] && scripts/ensure-postgres.sh; then
    exec scripts/with-postgres.sh python3 scripts/contract.py "$@"
fi
exec python3 scripts/contract.py "$@"
