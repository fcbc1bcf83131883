"""Reservations of the State to the provisions that allegations name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.provisions import provision_under_reservation
from probata.law import Participation
from probata.law.participation import touches

CASE = """
case:
  title: Example
  state: China
  standings:
    - instrument: iccpr
      standing: State party since 1998
      reservations: [{provision: "10(2)", text: boys are held with adults}]
allegations:
  - id: a
    title: Cells
    statement: Boys were held with adults.
    provisions: [PROVISIONS]
"""
ART_10 = '{instrument: iccpr, provision: "10"}'
TOLD = "ICCPR art 10 is named, and a reservation of `China` is recorded to it"


def asked(folder: Path, provisions: str, case: str = CASE, known: Participation | None = None) -> CheckResult:
    loaded, faults = load_example(folder, case.replace("PROVISIONS", provisions))
    assert faults == []
    if known:
        catalogue = replace(loaded.catalogue, participation=MappingProxyType({("CN", known.instrument): known}))
        loaded = replace(loaded, catalogue=catalogue)
    return run_checks(loaded, [provision_under_reservation])[0]


def test_a_provision_under_a_reservation_is_a_note_and_is_not_judged(tmp_path: Path) -> None:
    result = asked(tmp_path, ART_10)

    (one,) = result.findings
    assert (in_ids(one.message), one.severity.label, one.record) == (TOLD, "note", "allegations/a")
    assert tuple(map(in_ids, one.notes)) == ("reservation to art 10(2): boys are held with adults",)
    assert result.outcome is Outcome.FAILED


@each(
    "provisions",
    ['{instrument: iccpr, provision: "7"}', '{instrument: uncat, provision: "10"}', "{instrument: iccpr}"],
)
def test_another_provision_and_a_treaty_without_a_number_are_left_alone(provisions: str, tmp_path: Path) -> None:
    assert asked(tmp_path, provisions).findings == ()


def test_one_reservation_is_told_once_of_an_allegation(tmp_path: Path) -> None:
    result = asked(tmp_path, f'{ART_10}, {{instrument: iccpr, provision: "10(2)"}}')

    assert [in_ids(one.message) for one in result.findings] == [TOLD]


def test_a_reservation_of_the_catalogue_counts_beside_that_of_the_case(tmp_path: Path) -> None:
    known = Participation.model_validate(
        {
            "state": "China", "iso": "CN", "instrument": "iccpr", "status": "party",
            "reservations": [{"provision": "10", "text": "prisons are built as means allow"}],
        }
    )  # fmt: skip

    notes = [tuple(map(in_ids, one.notes)) for one in asked(tmp_path, ART_10, known=known).findings]

    assert notes == [
        ("reservation to art 10(2): boys are held with adults",),
        ("reservation to art 10: prisons are built as means allow",),
    ]


def test_without_a_state_it_cannot_be_told(tmp_path: Path) -> None:
    result = asked(tmp_path, ART_10, CASE.replace("  state: China\n", ""))

    assert (result.outcome, result.findings) == (Outcome.CANNOT_TELL, ())


@each(
    ("one", "other", "answer"),
    [("7", "7", True), ("7", "7(1)", True), ("7 (1)", "7", True), ("7", "71", False), ("7(1)", "7(2)", False)],
)
def test_a_provision_and_its_parts_touch(one: str, other: str, answer: bool) -> None:
    assert touches(one, other) is answer
