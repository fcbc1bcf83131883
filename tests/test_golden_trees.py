"""The document tree of every filing is the one that was accepted.

`pytest tests/test_golden_trees.py --accept` rewrites the golden files; the diff is the review. The fictional case is
kept whole; of the long real one the outline, so that its diffs can be read.
"""

from __future__ import annotations

import json
from difflib import unified_diff
from itertools import islice

from tests.filings.cases import EXAMPLE, ROOT
from tests.filings.every import every_filing
from tests.filings.made import MadeFiling

from probata.document.json_form import to_json

GOLDEN = ROOT / "tests" / "golden"
SHOWN = 60
"""Characters of each text that an outline keeps."""


@every_filing
def test_the_tree_is_the_accepted_one(filing: MadeFiling, accept: bool) -> None:
    made = to_json(filing.tree) if filing.name.case == EXAMPLE else outline(filing)
    path = GOLDEN / filing.name.case / f"{filing.name.filing}.json"
    if accept:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert changes(path.read_text(encoding="utf-8") if path.exists() else "", made) == []


def changes(accepted: str, made: str) -> list[str]:
    """Return the first lines of the difference."""
    lines = unified_diff(accepted.splitlines(), made.splitlines(), "accepted", "made", n=1, lineterm="")
    return list(islice(lines, 40))


def outline(filing: MadeFiling) -> str:
    """Return kind, number, beginning and length of each item, one a line."""
    rows = [[item.kind, item.number, item.text[:SHOWN], len(item.text)] for item in filing.shown]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{{"title": {json.dumps(filing.tree.meta.title, ensure_ascii=False)}, "items": [\n{lines}\n]}}\n'
