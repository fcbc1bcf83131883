"""The dates of a role against its seats, and those of one term against one another."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.tenure import role_dates_told_differently

CASE = """
case: {title: Example}
people: [{id: solvan, name: Ardel Solvan}, {id: merrik, name: Tove Merrik}]
bodies: [{id: council, name: Prison Council}]
positions: [{id: chair, title: Chair of the Prison Council, body: council}]
roles:
  - id: first
    person: solvan
    title: Chair of the Prison Council
    dates: ROLE
    seats: [{position: chair, dates: SEAT}]
    term: {body: council, number: 5th, dates: 2012-03/2017-02}
  - id: second
    person: merrik
    title: Member of the Prison Council
    dates: 2013/2016
    term: {body: council, number: NUMBER, dates: TERM}
"""


def found(
    folder: Path, role: str = "2012/2018", seat: str = "2012/2018", term: str = "2012-03/2017-02", number: str = "5th"
) -> list[tuple[str, str, str]]:
    text = CASE.replace("ROLE", role).replace("SEAT", seat).replace("TERM", term).replace("NUMBER", number)
    case, faults = load_example(folder, text)
    assert faults == []
    findings = run_checks(case, [role_dates_told_differently])[0].findings
    return [(one.severity.value, one.record, in_ids(one.message)) for one in findings]


@each("seat", ["2013/2014", "2012-03/2018-12", "2018/..", "~2009/~2011", "2012"])
def test_a_seat_that_may_lie_in_its_role_is_left_alone(tmp_path: Path, seat: str) -> None:
    assert found(tmp_path, seat=seat) == []


@each(
    ("seat", "weight", "told"),
    [
        ("2009/2011", "warning", "they share no day"),
        ("2019/..", "warning", "they share no day"),
        ("2011/2014", "info", "the post goes beyond the role"),
        ("2014/2019-05", "info", "the post goes beyond the role"),
    ],
)
def test_a_seat_outside_its_role_is_found_and_one_that_goes_beyond_it_is_a_note(
    tmp_path: Path, seat: str, weight: str, told: str
) -> None:
    (finding,) = found(tmp_path, seat=seat)

    assert finding[:2] == (weight, "roles/first")
    assert finding[2].endswith(f"is dated `2012/2018`, and post `chair` under it `{seat}`: {told}")


TITLE = "Chair of the Prison Council"


def test_a_seat_in_the_time_of_another_account_is_no_seat_outside(tmp_path: Path) -> None:
    role = "{stated: 2012/2018, other_accounts: [{dates: 2009/2018}]}"

    assert [
        message for _, _, message in found(tmp_path, role=role, seat="2009/2011") if "share no day" in message
    ] == []


@each(("term", "number"), [("2012/2017", "5th"), ("2012-03/..", "5th"), ("~2011/2017", "5th"), ("2017-03/2022", "6th")])
def test_one_term_told_with_another_precision_and_another_term_are_left_alone(
    tmp_path: Path, term: str, number: str
) -> None:
    assert found(tmp_path, term=term, number=number) == []


@each("term", ["2011-03/2017-02", "2012-03/2018-02"])
def test_one_term_of_a_college_with_two_dates_is_found(tmp_path: Path, term: str) -> None:
    ((weight, record, message),) = found(tmp_path, term=term)

    assert (weight, record) == ("warning", "roles/second")
    assert f"is dated `{term}` in role" in message
    assert "and `2012-03/2017-02` in role" in message
