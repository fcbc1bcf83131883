"""In the cases that are in order nothing is to be fixed, by no check of any family and by no reader."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.each import each
from tests.filings.cases import CLAIMS, EXAMPLE, ROOT
from tests.filings.made import workspace

from probata.checks import list_checks
from probata.diagnostics import Diagnostic, Severity
from probata.pipeline import Session, check_documents, filings, open_case

IN_ORDER = (CLAIMS / EXAMPLE, *sorted((ROOT / "templates").glob("*/example.yaml")))
"""The fictional case, and the smallest case that each forum accepts."""
FAMILY = {page.check.name: page.family for page in list_checks()}
READING = "reading"
"""The family of what no check finds: faults of files, templates and documents."""
every_case = each("case", IN_ORDER, ids=lambda path: path.relative_to(ROOT).as_posix())


@cache
def checked(case: Path) -> tuple[Session, tuple[Diagnostic, ...]]:
    """Read a case and check its records and all its documents."""
    session = open_case(case, case.relative_to(ROOT).as_posix(), workspace())
    return session, (*session.report, *check_documents(session, workspace()))


@every_case
@each("family", [*sorted(set(FAMILY.values())), READING])
def test_a_case_in_order_has_nothing_to_fix(case: Path, family: str) -> None:
    _, found = checked(case)
    heavy = [one for one in found if one.severity is not Severity.INFO]

    assert [f"{one.name}: {one.message}" for one in heavy if FAMILY.get(one.name, READING) == family] == []


@every_case
def test_every_check_has_answered_on_a_case_in_order_and_on_its_documents(case: Path) -> None:
    session, _ = checked(case)
    answers = {answer.name: answer for answer in session.answers}

    assert filings(session) != ()
    assert answers.keys() == FAMILY.keys()
    assert answers["section-missing"].looked_at == len(filings(session))
