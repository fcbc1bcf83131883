"""What the checks find in whole cases: nothing in one that is in order, and each place that was examined by hand."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from tests.each import each
from tests.filings.cases import CLAIMS, EXAMPLE, REAL, ROOT
from tests.filings.made import session, workspace
from tests.pages import ROOT as ROOT_EXAMINED
from tests.test_golden_findings import GOLDEN

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


PAGE = (ROOT_EXAMINED / "claims" / "liu-jianchao" / "examination.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<number>\d+) \|.*\| (?P<found>[^|]+) \|$", re.MULTILINE)
NAMED = re.compile(r"`(?P<check>[a-z]+(?:-[a-z0-9]+)+)` \((?P<records>`[a-z]+/[\w-]+`(?:, `[a-z]+/[\w-]+`)*)\)")
ROWS = {int(row["number"]): row["found"] for row in ROW.finditer(PAGE)}
ANSWERS = ("recorded: ", "by reading only", "in part: ", "`")


def test_the_numbers_above_the_tables_are_those_of_the_tables() -> None:
    count = Counter(next(way for way in ANSWERS if found.startswith(way)) for found in ROWS.values())
    recorded, by_reading, in_part, by_check = (count[way] for way in ANSWERS)

    assert f"by hand, {len(ROWS)} of them" in PAGE
    assert (
        f"**Of {len(ROWS)}: found by a check {by_check}; in part {in_part}; "
        f"recorded, but not found by a check {recorded}; by reading only {by_reading}.**"
    ) in PAGE


@each("number", [number for number, found in ROWS.items() if not found.startswith(ANSWERS[:2])])
def test_each_check_that_is_said_to_find_a_place_finds_it_at_the_record_that_is_named(number: int) -> None:
    golden = {tuple(line.split(" | ")[1:3]) for line in GOLDEN.read_text(encoding="utf-8").splitlines()}
    named = [
        (match["check"], record.strip("`"))
        for match in NAMED.finditer(ROWS[number])
        for record in match["records"].split(", ")
    ]

    assert named != []
    assert [one for one in named if one not in golden] == []


@each("case", [EXAMPLE, REAL])
def test_every_figure_has_a_result(case: str) -> None:
    graph = session(case).graph
    assert graph is not None

    assert len(graph.figures) > 10
    assert [figure.id for figure in graph.figures if figure.id not in session(case).figures] == []


@each(
    ("name", "numbers"),
    [
        ("declared-total-differs", ("7.119", "7,118")),
        ("declared-total-differs", ("11,846", "12,549")),
        ("percentage-on-wrong-base", ("91.42%", "91.02%")),
        ("apportionment-against-dates", ("512", "1023", "426.25")),
        ("apportionment-against-dates", ("328", "655", "272.92")),
        ("column-is-constant-share", ("64%", "9 rows")),
        ("adjusted-by-scaling", ("times 12", "(9, 10, 11, 8, 6, 7)")),
        ("stated-value-differs", ("12,193", "11,846")),
        ("one-pool-for-several-roles", ("`fugitive-recovery-2015`", "`ccdi-19`")),
        ("wider-than-rows", ("Nationwide", "21 of its 22 rows")),
        ("figure-counts-twice", ("`Hunan 2018-2021`", "`Nationwide 2021`", "partly")),
        ("mixed-number-styles", ("1.023", "5,006", "1125")),
    ],
)
def test_a_disagreement_of_the_review_is_found_with_both_numbers(name: str, numbers: tuple[str, ...]) -> None:
    messages = [one.message for one in session(REAL).report if one.name == name]

    assert [message for message in messages if all(number in message for number in numbers)] != []
