"""Whom a rule binds."""

from __future__ import annotations

from tests.each import each

from probata.law import load_catalogue
from probata.law.instrument import Instrument

CONDUCT = frozenset({"refoulement"})


def _bearers(instrument: str, number: str | None, conduct: frozenset[str] = CONDUCT) -> list[str]:
    found = load_catalogue().instrument(instrument)
    assert found is not None
    return [duty.bearer for duty in found.duties(number, conduct)]


@each(("instrument", "number"), [("uncat", "3"), ("refugee-convention", "33(1)"), ("echr", "3")])
def test_non_refoulement_binds_the_state_that_removes(instrument: str, number: str) -> None:
    assert _bearers(instrument, number) == ["state_that_removes"]


def test_one_provision_may_bind_one_state_as_to_torture_and_another_as_to_a_return_to_it() -> None:
    assert _bearers("echr", "3", frozenset({"torture"})) == ["state_with_jurisdiction"]


def test_a_provision_that_says_nothing_binds_whom_its_instrument_binds() -> None:
    assert _bearers("uncat", "12") == ["state_with_jurisdiction"]


@each(
    "instrument", [one for one in load_catalogue().instruments.values() if one.kind in {"treaty", "declaration"}],
    ids=lambda one: one.id,
)  # fmt: skip
def test_every_provision_of_a_treaty_or_declaration_says_whom_it_binds(instrument: Instrument) -> None:
    assert [one.number for one in instrument.provisions if not instrument.duties(one.number)] == []
