#!/bin/sh
# Write both lock files from pyproject.toml: `sh scripts/make_locks.sh`, or `make locks`. Locked versions are kept unless
# they no longer satisfy it; with `--upgrade` everything is taken in its newest release.
#
# A lock is complete for every Python from 3.11 and for every system, since set-up installs what it names and nothing else.
# uv works that out in a second, in an environment of its own; a network is needed.
set -eu
cd "$(dirname "$0")/.."
export UV_CUSTOM_COMPILE_COMMAND="make locks"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

python3 -I -m venv "$work/env"
"$work/env/bin/python" -I -m pip install --quiet --disable-pip-version-check uv==0.13.10

lock() {
    "$work/env/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes "$@"
}

lock "$@" pyproject.toml --group build --output-file requirements.lock
lock "$@" --group dev --constraint requirements.lock --output-file requirements-dev.lock
