#!/usr/bin/env bash
# Builds the web pages when their sources are newer than the last build.
set -euo pipefail
cd "$(dirname "$0")/../frontend"
if [ ! -f dist/index.html ] || [ -n "$(find src index.html package-lock.json -newer dist/index.html -print -quit)" ]; then
    npm run --silent build
fi
