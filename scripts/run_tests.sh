#!/bin/sh
# The whole suite: style, types, directions of imports, tests. Stops at the first that fails.
set -eu
cd "$(dirname "$0")/.."
# A run starts Python more than a hundred times: what one process has compiled the next ones take.
unset PYTHONDONTWRITEBYTECODE
bin=.venv/bin
echo "ruff";         "$bin/ruff" check --quiet . && "$bin/ruff" format --quiet --check .
echo "mypy";         "$bin/mypy" --no-error-summary
echo "import-linter"; "$bin/lint-imports" --no-logo >/dev/null || "$bin/lint-imports" --no-logo
echo "pytest";       "$bin/python" -m pytest -n 2 --dist worksteal --ignore=tests/workbench
# In processes of their own: the server runs in that of the test, and one that did two thousand others first stops for
# seconds to look through its memory, while a browser waits.
echo "in a browser"; "$bin/python" -m pytest -n 2 --dist worksteal tests/workbench
