"""What a text or a record says beside what stands in the place that it cites, or in the record next to it."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.bodies import rank_not_of_the_post
from probata.checks.records.citations import clause_not_of_authority
from probata.checks.records.dates_of_sources import source_later_than_appointment

CASE = """
case:
  title: Example
  summary: >-
    SUMMARY
people: [{id: tarn, name: Ada Tarn, title: TITLE}]
bodies: [{id: fourth, name: 4th Custody Battalion of the Guard, citations: "order, p. 1"}]
positions: [{id: commander, title: Commander, body: fourth, rank: Colonel}]
roles:
  - id: r
    person: tarn
    seats: [commander]
    title: Commander of the 2nd Guard Regiment
    rank: RANK
    dates: {stated: 2021-02-01/2023-09-30, start_context: appointed by Decree 41}
    citations: decree
sources:
  - {id: order, title: "Order of 9 June 2022", issued: 2022-06-13}
  - {id: decree, title: Decree 41, number: Decree 41, issued: ISSUED}
  - {id: report, title: A report}
authorities:
  - id: petition
    kind: judgment
    name: Petition of Tarn
    citation: Petition of Tarn
    holdings:
      - {id: death, text: He died in custody., paragraph: "9"}
      - {id: no, text: Nothing was found., paragraph: "4"}
  - id: directive
    kind: statute
    name: Directive 17
    citation: Directive 17
    clauses:
      - {id: two, number: 2, text: Custody is a measure of order.}
      - {id: five, number: 5, text: The place is not disclosed.}
      - {id: twelve, number: 12, text: Physical coercion is not permitted.}
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    affected: {count: {value: COUNT, unit: former prisoners who describe beatings, citations: "report, p. 19"}}
    particulars: PARTICULARS
"""
CITES_ALL = " [@directive, cl 2; @directive, cl 5; @directive, cl 12]"


def found_by(check: Check, folder: Path, summary: str = "Nothing.", **values: str) -> list[tuple[str, str]]:
    filled = {"TITLE": "Colonel", "RANK": "Colonel", "ISSUED": "2021-01-28", "COUNT": "21", "PARTICULARS": "None."}
    text = CASE.replace("SUMMARY", summary)
    for name, value in {**filled, **values}.items():
        text = text.replace(name, value)
    case, faults = load_example(folder, text)
    assert [in_ids(fault.message) for fault in faults] == []
    return [(one.severity.name, in_ids(one.message)) for one in run_checks(case, [check])[0].findings]


@each(
    ("said", "told"),
    [
        ("So it is [@directive, cl 21]." + CITES_ALL, "WARNING"),
        ("So it is [@directive, cl 21].", "INFO"),
        ("So it is [@directive, cl 3]." + CITES_ALL, "INFO"),
        ("So it is [@directive, cl 12].", ""),
        ("So it is [@directive, cls 2-9].", ""),
        ('It says "coercion is not permitted" [@directive, cl 5].', "WARNING"),
        ('It says "coercion is not permitted" [@directive, cl 12].', ""),
        ('It says "coercion is not permitted" [@report, p. 5].', ""),
    ],
)
def test_a_clause_is_looked_up_in_its_record(said: str, told: str, tmp_path: Path) -> None:
    assert [weight for weight, _ in found_by(clause_not_of_authority, tmp_path, said)] == [told] * bool(told)


@each(
    ("rank", "title", "told"),
    [("Major General", "Colonel", "WARNING"), ("Major General", "Major General", "INFO"), ("Colonel", "General", "")],
)
def test_a_rank_is_compared_with_that_of_the_post(rank: str, title: str, told: str, tmp_path: Path) -> None:
    found = found_by(rank_not_of_the_post, tmp_path, RANK=rank, TITLE=title)

    assert [weight for weight, _ in found] == [told] * bool(told)


@each(("issued", "is_found"), [("2021-02-28", True), ("2021-01-28", False), ("2021-02", False)])
def test_a_decree_is_no_younger_than_the_appointment_by_it(issued: str, is_found: bool, tmp_path: Path) -> None:
    assert bool(found_by(source_later_than_appointment, tmp_path, ISSUED=issued)) == is_found


@each(
    ("said", "told"),
    [
        ("The 14th Custody Battalion ran it [@order, p. 1].", "WARNING"),
        ("The 14th Custody Battalion ran it [@report, p. 1].", "INFO"),
        ("The 4th Custody Battalion ran it [@order, p. 1].", ""),
        ("The 3rd Guard Regiment ran it [@order, p. 1].", ""),
    ],
)
def test_the_number_of_a_unit_is_compared_with_the_only_one_recorded(said: str, told: str, tmp_path: Path) -> None:
    short = {"name: 4th Custody Battalion of the Guard": "name: 4th Custody Battalion"}
    found = found_by(check_named("name-spelled-two-ways"), tmp_path, said, **short)

    assert [weight for weight, _ in found] == [told] * bool(told)
