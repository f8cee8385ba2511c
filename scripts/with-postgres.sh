#!/usr/bin/env bash
# Runs a command beside a private PostgreSQL cluster: with-postgres.sh COMMAND [ARG …]
# The cluster lives in a temporary folder, listens on 127.0.0.1 only, and goes with the command.
set -euo pipefail
bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1 || command -v initdb)")
home=$(mktemp -d /tmp/tisheng-postgres.XXXXXX)
owner=$(id -un)
if [ "$(id -u)" = 0 ]; then
    owner=nobody # PostgreSQL refuses to run as root
    chown nobody "$home"
fi
as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=nobody --clear-groups "$@"; else "$@"; fi; }
port=$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])')
stop() {
    as "$bin/pg_ctl" -D "$home/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$home"
}
trap stop EXIT INT TERM
as "$bin/initdb" -D "$home/data" -U "$owner" -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
as "$bin/pg_ctl" -D "$home/data" -l "$home/log" -w \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$home -c max_connections=400" \
    start >/dev/null
export TISHENG_TEST_POSTGRES="postgres://$owner@127.0.0.1:$port/postgres"
# The same through its socket, as a program on the same machine would ask it.
export TISHENG_TEST_POSTGRES_SOCKET="$TISHENG_TEST_POSTGRES?host=$home"
"$@"
