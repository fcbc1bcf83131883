#!/bin/sh
# Write both lock files from pyproject.toml: `sh scripts/make_locks.sh`, or `make locks`. With `--upgrade` everything is
# taken in its newest release; without, what is locked stays.
#
# A lock is complete for every Python from 3.11 and for every system, since set-up installs what it names and nothing else.
set -eu
cd "$(dirname "$0")/.."
export UV_CUSTOM_COMPILE_COMMAND="make locks"

lock() {
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes "$@"
}

lock "$@" pyproject.toml --group build --output-file requirements.lock
lock "$@" --group dev --constraint requirements.lock --output-file requirements-dev.lock
