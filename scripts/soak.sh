#!/usr/bin/env bash
# The long rounds of the trust tests on both databases: kills, stalled bodies, changed tokens.
set -euo pipefail
cd "$(dirname "$0")/.."
export TISHENG_SOAK=1
soak() { cargo test --workspace --locked --test it -- --test-threads 1 trust_; }
soak
scripts/ensure-nginx.sh || echo "SKIPPED: two instances behind nginx; apt-get install nginx-light" >&2
if scripts/ensure-postgres.sh; then
    scripts/with-postgres.sh bash -c "$(declare -f soak); soak"
fi
