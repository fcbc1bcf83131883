"""Numbers of papers and statements, and how much identifies a person concerned."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.identity import identity_incomplete, paper_without_number
from probata.checks.records.statements import statement_number
from probata.diagnostics import Severity


def result_of(folder: Path, check: Check, records: str, case_more: str = "") -> CheckResult:
    case, faults = load_example(folder, f"case: {{title: Example{case_more}}}\n{records}\n")
    assert faults == []
    return run_checks(case, [check])[0]


def statements(*of: tuple[int, str], person: str = "p", kind: str = "witness") -> str:
    lines = (
        f"  - {{id: s{place}, person: {person}, kind: {kind}, number: {number}, made_on: {day}}}"
        for place, (number, day) in enumerate(of)
    )
    return "\n".join(("people: [{id: p, name: P}, {id: q, name: Q}]\nstatements:", *lines))


def test_two_statements_of_one_person_with_one_number_are_found_at_the_second(tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, statement_number, statements((1, "2024-03"), (1, "2024-06"))).findings

    assert found.record == "statements/s1"
    assert "are both statement 1 of" in in_ids(found.message)


def test_a_later_number_on_an_earlier_day_is_found(tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, statement_number, statements((1, "2024-06"), (2, "2024-03"))).findings

    assert found.record == "statements/s1"
    assert "is of `2024-03`, and statement 1 of `2024-06`" in in_ids(found.message)


@each("days", [("2024-03", "2024-03-20"), ("2024", "2024-01"), ("2024-03-01", "2024-03-01")])
def test_days_that_may_be_in_order_pass(days: tuple[str, str], tmp_path: Path) -> None:
    records = statements((1, days[0]), (2, days[1]))

    assert result_of(tmp_path, statement_number, records).outcome is Outcome.PASSED


def test_of_a_second_statement_without_the_first_it_cannot_be_told_whether_that_is_disclosed(tmp_path: Path) -> None:
    result = result_of(tmp_path, statement_number, statements((3, "2024-06"), (1, "2024-01")))

    assert result.outcome is Outcome.FAILED
    (found,) = result.findings
    assert found.severity is Severity.INFO
    assert "statement 2 is not recorded" in in_ids(found.message)


def test_statements_of_two_persons_are_counted_apart(tmp_path: Path) -> None:
    records = statements((1, "2024-06")) + "\n  - {id: other, person: q, kind: witness, number: 1, made_on: 2024-01}"

    assert result_of(tmp_path, statement_number, records).outcome is Outcome.PASSED


def test_of_many_statements_that_are_not_recorded_the_first_are_told_and_how_many_more(tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, statement_number, statements((999, "2024-06"))).findings

    assert "statements 1, 2, 3, 4, 5 and 993 more are not recorded" in in_ids(found.message)


@each(("number", "wanted"), [(0, "1 or more"), (1000, "999 or less"), (20240301, "999 or less")])
def test_a_number_that_no_statement_has_is_refused(number: int, wanted: str, tmp_path: Path) -> None:
    _, (fault,) = load_example(tmp_path, f"case: {{title: Example}}\n{statements((number, '2024-06'))}\n")

    assert (fault.code, in_ids(fault.message)) == ("REC107", f"`{number}` should be {wanted}")
    assert fault.help == "correct the number"


def paper(number: str) -> str:
    return f"people: [{{id: p, name: P, identifiers: [{{type: passport, number: '{number}'}}]}}]"


@each(
    ("number", "fault"),
    [
        ("to be confirmed", "has no digit"),
        ("K10????", "has a sign for what is unknown"),
        ("xxxx 2231", "has a sign for what is unknown"),
        ("XXXX-22 34", "has a sign for what is unknown"),
        ("44****12?", "has a sign for what is unknown"),
        ("**********1", "has a sign for what is unknown"),
        ("K12…", "has a sign for what is unknown"),
        ("0000000", "has the same digit throughout"),
    ],
)
def test_a_number_that_no_office_gives_is_found(number: str, fault: str, tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, paper_without_number, paper(number)).findings

    assert in_ids(found.message).endswith(fault)
    assert found.severity is Severity.WARNING


@each(
    "number",
    [
        "K104733",
        "11",
        "4-0719-C",
        "١٢٣٤٥",
        "XX104733",
        "XXXI-22 341",
        "XXXI-22 34",
        "4401**********1234",
        "**********1234",
        "4401 XXXX XXXX 1234",
    ],
)
def test_a_number_that_may_be_one_passes(number: str, tmp_path: Path) -> None:
    assert result_of(tmp_path, paper_without_number, paper(number)).outcome is Outcome.PASSED


FULL = (
    "birth: {date: 1964-02-11, place: North Harbour}, nationalities: [Norlandic], gender: female, "
    "identifiers: [{type: passport, number: K104733}]"
)
ROLE = "roles: [{id: r, person: p, title: Governor, dates: 2014/2016}]"


def test_of_a_person_concerned_it_is_counted_what_identifies_them_and_named_what_is_missing(tmp_path: Path) -> None:
    records = f"people: [{{id: p, name: P, birth: {{date: 1964}}}}, {{id: q, name: Q}}]\n{ROLE}"
    (found,) = result_of(tmp_path, identity_incomplete, records, ", persons_concerned: [p]").findings

    assert found.record == "people/p"
    assert found.severity is Severity.INFO
    assert "is identified by 2 of 6 particulars; " in in_ids(found.message)
    assert in_ids(found.message).endswith("not recorded: place of birth, nationality, gender, identifying number")


def test_a_name_in_its_own_script_is_asked_for_where_other_names_of_the_case_have_one(tmp_path: Path) -> None:
    guard = "bodies: [{id: guard, name: Guard, native: {text: Гард, lang: ru, script: Cyrl}}]"
    records = f"people: [{{id: p, name: P, {FULL}}}]\n{ROLE}\n"
    (found,) = result_of(tmp_path, identity_incomplete, records + guard, ", persons_concerned: [p]").findings

    assert "is identified by 6 of 7 particulars; " in in_ids(found.message)
    assert in_ids(found.message).endswith("not recorded: name in its own script")
    assert result_of(tmp_path, identity_incomplete, records, ", persons_concerned: [p]").findings == ()


def test_of_persons_whom_no_filing_concerns_nothing_is_asked(tmp_path: Path) -> None:
    result = result_of(tmp_path, identity_incomplete, "people: [{id: q, name: Q}]")

    assert result.outcome is Outcome.NOT_APPLICABLE
