"""One code, one kind of finding: whoever searches for a code finds one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import probata

SOURCE = Path(probata.__file__).parent
NAMED = re.compile(r'"([A-Z]{3}\d{3})",\s*(?:name=)?"([a-z0-9]+(?:-[a-z0-9]+)+)"')
"""A code with the name of its finding behind it, as arguments by place or by name."""


def names_by_code() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for path in SOURCE.rglob("*.py"):
        for code, name in NAMED.findall(path.read_text(encoding="utf-8")):
            found[code].add(name)
    return found


def test_no_code_stands_for_two_findings() -> None:
    found = names_by_code()

    assert len(found) > 200
    assert {code: names for code, names in found.items() if len(names) > 1} == {}
