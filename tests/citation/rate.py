"""How many rows of the golden tables have no rule, in one line below the outcome of the tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.citation.golden_tables import STYLES, rows

ROW_TEST = "/test_golden.py::test_a_sequence_of_notes_is_cited_as_its_row_says"
"""The test that tries the rows."""


def rate_of_unverified(outcomes: Mapping[str, Sequence[Any]]) -> str:
    """Return the line, by the reports of a run; nothing where no row was tried."""
    reports = (report for name in ("passed", "failed") for report in outcomes.get(name, ()))
    if not any(ROW_TEST in report.nodeid for report in reports):
        return ""
    told = (f"{style} {_without_rule(style)} of {len(rows(style))}" for style in STYLES)
    return f"citations in golden tables without a rule that was read: {', '.join(told)}"


def _without_rule(style: str) -> int:
    return sum(not row.is_verified for row in rows(style))
