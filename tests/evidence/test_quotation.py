"""A quotation is looked for in the text of a held copy as a careful person would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from probata.evidence.quotation import Text

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "quotation_cases.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[one["name"] for one in CASES])
def test_a_quotation_is_judged_as_a_careful_person_would(case: dict[str, Any]) -> None:
    found = Text(case["pages"]).find(case["quotation"])
    assert found.verdict == case["expect"], found
    assert list(found.pages) == case.get("on", []), found
    if "differs" in case:
        assert [list(pair) for pair in found.differs] == case["differs"]
