#!/usr/bin/env bash
# Finds Chromium, or installs Debian's package (with fonts for Chinese) when that is possible.
set -euo pipefail
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy chromium fonts-noto-cjk
fi
command -v chromium >/dev/null
