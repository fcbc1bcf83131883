#!/bin/sh
# The whole suite: style, directions of imports, types, tests. Stops at the first that fails. Types are looked at beside
# the first tests, since it takes one processor alone.
set -eu
cd "$(dirname "$0")/.."
# A run starts Python more than a hundred times: what one process has compiled the next ones take.
unset PYTHONDONTWRITEBYTECODE
bin=.venv/bin
echo "ruff";         "$bin/ruff" check --quiet . && "$bin/ruff" format --quiet --check .
echo "import-linter"; "$bin/lint-imports" --no-logo >/dev/null || "$bin/lint-imports" --no-logo
echo "mypy and pytest"
"$bin/mypy" --no-error-summary &
types=$!
trap 'kill "$types" 2>/dev/null || true' EXIT
"$bin/python" -m pytest -n 2 --dist worksteal --ignore=tests/workbench
wait "$types"
# In processes of their own: the server runs in that of the test, and one that did two thousand others first stops for
# seconds to look through its memory, while a browser waits.
echo "in a browser"; "$bin/python" -m pytest -n 2 --dist worksteal tests/workbench
