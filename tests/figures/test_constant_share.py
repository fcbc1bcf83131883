"""A column that is one share of another, and columns that only look like it."""

from __future__ import annotations

from decimal import Decimal

from tests.each import each

from probata.diagnostics import Span
from probata.figures import Presence, Value
from probata.figures.rules import Share, find_share
from probata.model.quantity import ValueStatus, parse_quantity

WHOLES = (680, 1023, 1032, 1300, 1335, 2041, 1421, 1273, 1019)


def cells(*numbers: object, status: ValueStatus = "reported") -> list[Value]:
    return [Value(str(n), Presence.STATED, Span("t.csv"), status, parse_quantity(str(n))) for n in numbers]


@each("percent", [64, 60, 50, 7])
def test_a_rounded_share_is_found(percent: int) -> None:
    parts = [(whole * percent + 50) // 100 for whole in WHOLES]

    assert find_share(cells(*parts), cells(*WHOLES)) == Share(Decimal(percent).scaleb(-2).normalize(), 9)


def test_a_share_that_was_cut_off_is_found() -> None:
    parts = [whole * 64 // 100 for whole in WHOLES]
    found = find_share(cells(*parts), cells(*WHOLES))

    assert found is not None
    assert found.fraction == Decimal("0.64")


def test_one_value_that_does_not_fit_ends_it() -> None:
    parts = [round(whole * 0.64) for whole in WHOLES]
    parts[4] += 3

    assert find_share(cells(*parts), cells(*WHOLES)) is None


def test_a_column_that_says_it_is_modelled_is_not_found() -> None:
    parts = [round(whole * 0.64) for whole in WHOLES]

    assert find_share(cells(*parts, status="modelled"), cells(*WHOLES)) is None
