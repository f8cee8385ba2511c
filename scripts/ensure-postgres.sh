#!/usr/bin/env bash
# Finds PostgreSQL's server programs, or installs Debian's package when that is possible.
set -euo pipefail
found() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }
found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy postgresql
fi
found
