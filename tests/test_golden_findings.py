"""The findings of the real case: check, record and place. Their diff is read before it is accepted."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.filings.made import workspace
from tests.test_golden_trees import changes

from probata.diagnostics import Report
from probata.pipeline import check_documents, open_case

CASE = Path("claims/liu-jianchao")
GOLDEN = Path("tests/golden/liu-jianchao/findings.txt")


@cache
def found_in_the_real_case() -> Report:
    """Return all findings of the real case and of its documents."""
    session = open_case(CASE, CASE.as_posix(), workspace())
    session.report.extend(check_documents(session, workspace()))
    return session.report


def test_the_real_case_has_the_findings_that_were_read_and_accepted(accept: bool) -> None:
    rows = [
        f"{found.severity.label} | {found.name} | {found.record} | {found.span or ''}"
        for found in found_in_the_real_case()
    ]
    made = "\n".join([*dict.fromkeys(rows), ""])
    if accept:
        GOLDEN.write_text(made, encoding="utf-8")

    assert changes(GOLDEN.read_text(encoding="utf-8"), made) == []


def test_every_finding_of_the_real_case_has_a_place_and_a_next_step() -> None:
    assert [found.message for found in found_in_the_real_case() if found.span is None or not found.help] == []
    assert len(found_in_the_real_case()) > 0
