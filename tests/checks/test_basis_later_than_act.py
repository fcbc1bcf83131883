"""The year of a law against what is said to rest on it."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.authorities import basis_later_than_act


def result_of(folder: Path, dates: str, basis: str) -> CheckResult:
    text = f"""
case: {{title: Example}}
bodies: [{{id: a, name: A}}, {{id: b, name: B}}]
events: [{{id: e, kind: measure, title: E, dates: {dates}, legal_basis: '{basis}'}}]
commands:
  - {{id: c, superior: a, subordinate: b, kind: command_de_jure, dates: {dates}, legal_basis: '{basis}'}}
"""
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [basis_later_than_act])[0]


@each(
    ("dates", "basis"),
    [
        ("2015/2018", "Law on Public Order of 2017"),
        ("2015-07-01/..", "Service Order 6 of 2019"),
        ("2014", "decision of 3 May 2015 and Law of 2016"),
        ("2015/2018", "Law on Public Order of 2017, as amended in 2019"),
        ("2015/2018", "Law on Public Order of 2017, articles 2010 and 2011"),
    ],
)
def test_a_law_younger_than_the_beginning_is_found_for_events_and_relations(
    dates: str, basis: str, tmp_path: Path
) -> None:
    assert [found.record for found in result_of(tmp_path, dates, basis).findings] == ["events/e", "commands/c"]


@each(
    ("dates", "basis"),
    [
        ("2015/2018", "Law on Public Order of 2015"),
        ("2015/2018", "Law of 2014, as amended in 2017"),
        ("2015-12", "Law 2015"),
        ("~2015/2018", "Law of 2017"),
        ("../2018", "Law of 2017"),
        ("2015/2018", "Code on Custody (as amended in 2010) and Law of 2017"),
    ],
)
def test_a_law_that_may_have_been_there_passes(dates: str, basis: str, tmp_path: Path) -> None:
    assert result_of(tmp_path, dates, basis).outcome is Outcome.PASSED


@each(
    "basis",
    [
        "Criminal Procedure Law (as amended in 2018), article 73",
        "Criminal Procedure Law, amended on 26 October 2018, 2020 and 2022",
        "Internal Rules of the Guard, art. 4, published in 2021",
        "Code of Criminal Procedure (2018 revision)",
        "Ley de Prisiones, reformada en 2021",
        "section 2020 of the Civil Code",
        "Civil Code, arts. 2018, 2019 and 2020",
    ],
)
def test_the_year_of_a_change_or_the_number_of_an_article_is_not_that_of_the_law(basis: str, tmp_path: Path) -> None:
    assert result_of(tmp_path, "2015/2018", basis).outcome is Outcome.CANNOT_TELL


@each("basis", ["Directive 17", "Order 112/2022", "SI 2020-680"])
def test_of_a_basis_without_a_year_it_cannot_be_told(basis: str, tmp_path: Path) -> None:
    assert result_of(tmp_path, "1999", basis).outcome is Outcome.CANNOT_TELL
