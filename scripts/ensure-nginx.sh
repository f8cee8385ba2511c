#!/usr/bin/env bash
# Finds nginx, or installs Debian's package when that is possible.
set -euo pipefail
found() { command -v nginx >/dev/null; }
found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy nginx-light
fi
found
