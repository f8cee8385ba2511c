#!/usr/bin/env bash
# Runs every test there is; see `make check` for the quick subset.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/section.sh

section "Format and lints"
cargo fmt --check
cargo clippy --workspace --all-targets --locked -- -D warnings

section "Rules, and HTTP on SQLite"
if scripts/ensure-s3.sh >/dev/null; then
    scripts/with-s3.sh cargo test --workspace --locked
else
    skip "files in a bucket" "python3 -m pip install 'moto[s3,server]'"
    cargo test --workspace --locked
fi

section "The same HTTP suite on PostgreSQL"
scripts/ensure-nginx.sh || skip "two instances behind nginx" "apt-get install nginx-light"
if scripts/ensure-postgres.sh; then
    scripts/with-postgres.sh scripts/with-s3.sh cargo test --workspace --locked --test it
else
    skip "PostgreSQL" "apt-get install postgresql"
fi

section "The contract: every operation under fire, as one role after another"
if scripts/ensure-schemathesis.sh; then
    scripts/contract.sh
else
    skip "the contract test" "apt-get install python3-venv; pip must reach a package index"
fi

if [ -f frontend/package.json ]; then
    section "Front end: client, types, lint, unit tests, build"
    scripts/ensure-node-modules.sh
    (cd frontend && npm run --silent generate && git diff --exit-code -- src/api/gen \
        && npm run --silent lint:openapi && npm run --silent check && npm run --silent test && npm run --silent build)
    section "Whole jobs in a real browser"
    if scripts/ensure-chromium.sh; then
        cargo build --locked --workspace --bins
        (cd frontend && npm run --silent e2e)
    else
        skip "Chromium" "apt-get install chromium fonts-noto-cjk"
    fi
fi

section "Done"
