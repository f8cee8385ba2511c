#!/usr/bin/env bash
# Installs the front end's packages when they are missing or the lock file is newer.
set -euo pipefail
cd "$(dirname "$0")/../frontend"
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    # Node 24 comes with the packages; that the one at hand is older is no news.
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
fi
