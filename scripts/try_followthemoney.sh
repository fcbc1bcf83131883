#!/bin/sh
# Judge what `probata export ftm` writes by the library followthemoney itself: `sh scripts/try_followthemoney.sh`.
#
# The library is installed into an environment of its own, with PyICU, which may need a compiler and the headers of ICU;
# a network is needed once. Entities of claims/example must load, keep every value, and have what is required. No part of
# the tests, which judge by an excerpt of its schemata.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
program=${PROBATA:-"$root/.venv/bin/probata"}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

python3 -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check followthemoney==4.11.2
(cd "$root" && "$program" export ftm --case claims/example --out "$work/entities.json" --quiet)
"$work/env/bin/python" - "$work/entities.json" <<'END'
import json
import sys

from followthemoney import model

worst = 0
entities = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
for entity in entities:
    loaded = model.get_proxy(entity, cleaned=False)
    loaded.schema.validate(entity)
    kept = loaded.to_dict()
    lost = [name for name, values in entity["properties"].items() if set(values) != set(kept["properties"].get(name, []))]
    missing = [name for name in loaded.schema.required if not kept["properties"].get(name)]
    if lost or missing or kept.get("probata") != entity.get("probata"):
        print(f"{entity['id']}: lost {lost}, missing {missing}")
        worst = 1
print(f"{len(entities)} entities judged")
sys.exit(worst)
END
