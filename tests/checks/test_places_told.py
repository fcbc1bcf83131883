"""Places of a law in words and in legal bases, against what is cited and recorded."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.authorities import basis_cited_elsewhere
from probata.checks.records.citations import clause_not_of_authority
from probata.checks.support.authorities import main_numbers, places_in_words

CASE = """
case: {title: Example, summary: 'SAID'}
bodies: [{id: a, name: Battalion}, {id: b, name: Centre}]
sources: [{id: order, title: Service Order 6}, {id: law, title: Law on Public Order}]
authorities:
  - id: directive
    kind: statute
    name: Directive 17 of the Council
    short: Directive 17
    citation: Directive 17
    clauses:
      - {id: place, number: 5, text: The place is not disclosed.}
      - {id: talks, number: 9, text: Conversations are held with relatives.}
      - {id: coercion, number: 12, text: Physical coercion is not permitted.}
commands:
  - {id: c, superior: a, subordinate: b, kind: command_de_jure, legal_basis: 'BASIS', citations: [CITED]}
events:
  - {id: e, kind: measure, title: E, dates: 2022, citations: ['directive, cl 5', 'directive, cl 9', 'directive, cl 12']}
"""


def found(
    check: Check, folder: Path, said: str = "Nothing.", basis: str = "By custom", cited: str = "order"
) -> list[tuple[str, str]]:
    text = CASE.replace("SAID", said).replace("BASIS", basis).replace("CITED", cited)
    case, faults = load_example(folder, text)
    assert [in_ids(fault.message) for fault in faults] == []
    return [(one.severity.label, one.record) for one in run_checks(case, [check])[0].findings]


@each(
    ("basis", "cited"),
    [
        ("Service Order 6, para 4", "'order, para 2'"),
        ("Law on Public Order of 2015, art 33", "'law, arts 7-9'"),
        ("Directive 17, clauses 5 to 7", "'directive, cl 9'"),
        ("Law on Public Order, section 4(2)", "'law, s 6(2)'"),
    ],
)
def test_a_basis_at_another_place_than_is_cited_is_found(basis: str, cited: str, tmp_path: Path) -> None:
    assert found(basis_cited_elsewhere, tmp_path, basis=basis, cited=cited) == [("should fix", "commands/c")]


@each(
    ("basis", "cited"),
    [
        ("Service Order 6, para 4", "'order, paras 2-4'"),
        ("Law on Public Order of 2015, art 9", "'law, p. 3'"),
        ("Law on Public Order of 2015, art 9; Directive 17", "'law, art 9', 'directive, cl 5'"),
        ("Law on Public Order, art 33", "'law, art 9', 'order, art 33'"),
        ("Service Order 6 of 2019", "'order, para 2'"),
        ("Directive 17, clauses 5 to 12", "'directive, cl 9'"),
    ],
)
def test_a_basis_that_is_cited_or_cannot_be_compared_passes(basis: str, cited: str, tmp_path: Path) -> None:
    assert found(basis_cited_elsewhere, tmp_path, basis=basis, cited=cited) == []


def test_a_clause_behind_the_last_recorded_one_is_found_in_a_basis(tmp_path: Path) -> None:
    told = found(clause_not_of_authority, tmp_path, basis="Law on Public Order, art 9; Directive 17, cl 19")

    assert told == [("should fix", "commands/c")]


def test_a_clause_between_recorded_ones_is_a_note_and_a_recorded_one_passes(tmp_path: Path) -> None:
    between = found(clause_not_of_authority, tmp_path, basis="Directive 17, cl 7")
    recorded = found(clause_not_of_authority, tmp_path, basis="Directive 17, clauses 7 to 9")

    assert between == [("note", "commands/c")]
    assert recorded == []


def test_what_stands_in_brackets_is_a_part_of_its_place() -> None:
    assert main_numbers("7(1)(i), 9-11") == {7, 9, 10, 11}
    assert main_numbers("4(2)-6(1)") == main_numbers("4A to 6A") == main_numbers("4(2)(a) to 6") == {4, 5, 6}
    assert [(one.kind, set(one.numbers)) for one in places_in_words("arts 7 and 21; clause 3A(2)")] == [
        ("article", {7, 21}),
        ("clause", {3}),
    ]
    assert list(places_in_words("the article of 2015")) == []
