# Sourced: says what begins, and how long the last part took.
section() {
    local now=$SECONDS
    if [ -n "${section_name:-}" ]; then
        printf -- '-- %s: %s s\n' "$section_name" "$((now - section_began))"
    fi
    section_name=$1 section_began=$now
    printf '\n== %s\n' "$1"
}

# A missing piece fails in CI and is skipped loudly elsewhere: skip WHAT HOW_TO_GET_IT
skip() {
    printf '!! SKIPPED: %s. To have it: %s\n' "$1" "$2" >&2
    if [ "${CI:-}" = true ]; then
        printf '!! nothing may be skipped with CI=true\n' >&2
        exit 1
    fi
}
