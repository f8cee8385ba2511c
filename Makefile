# Tisheng: the commands people use. `make run`, `make test`, `make check`.
SHELL := /bin/bash
.ONESHELL:
.SHELLFLAGS := -euo pipefail -c
.PHONY: run test check format contract soak bench

# Everything needed, then the program with the sample county on http://127.0.0.1:8080
run:
	scripts/ensure-node-modules.sh
	scripts/build-spa.sh
	cargo build --locked --profile quick -p api
	target/quick/tisheng demo --data data/fuyu
	exec target/quick/tisheng serve

# Everything: rules, HTTP on SQLite and PostgreSQL, the contract, front end, browser
test:
	scripts/test.sh

# The one-minute subset, before every commit
check:
	cargo fmt --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo test --workspace --locked --exclude tests --quiet
	cargo run --quiet --locked -p openapi -- check

format:
	cargo fmt

# The API under fire: schemathesis as one role after another, on both databases; part of `make test`
contract:
	scripts/contract.sh

# Figures of the release build on both databases, as one JSON table
bench:
	scripts/bench.sh

# The long rounds of the trust tests, on both databases
soak:
	scripts/soak.sh
