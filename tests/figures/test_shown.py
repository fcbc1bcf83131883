"""What is shown of an exact number: as many decimals as it has, rounded so that a bound never says more."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.each import each

from probata.figures import Amount, Computed, decimals_of, ends_shown, is_rounded
from probata.model.figure import Figure

NUMBERS = st.fractions(-10_000, 10_000, max_denominator=700)


def shown_decimals(operation: str, number: Fraction, decimals: int | None = None) -> int:
    figure = Figure.model_validate({"id": "f", "title": "F", "operation": operation, "of": [], "decimals": decimals})
    return decimals_of(Computed(figure, Amount(number, number), ()))


@each(
    ("operation", "number", "decimals"),
    [
        ("sum", Fraction(1231), 0),
        ("sum", Fraction("0.125"), 3),
        ("share", Fraction(64), 0),
        ("share", Fraction("62.5"), 1),
        ("share", Fraction("62.125"), 1),
        ("share", Fraction(85100, 935), 1),
        ("ratio", Fraction(1, 3), 2),
        ("apportion", Fraction("426.25"), 2),
        ("average", Fraction(10, 3), 1),
    ],
)
def test_a_number_is_shown_with_the_decimals_that_it_has_where_they_are_few(
    operation: str, number: Fraction, decimals: int
) -> None:
    assert shown_decimals(operation, number) == decimals


@given(NUMBERS, NUMBERS, st.integers(0, 6))
def test_a_range_is_never_shown_narrower_than_it_is(one: Fraction, other: Fraction, decimals: int) -> None:
    least, most = sorted((one, other))
    low, high = ends_shown(Amount(least, most), decimals)

    assert low is not None
    assert high is not None
    assert least == most or (Fraction(low) <= least and most <= Fraction(high))
    assert abs(Fraction(low) - least) * 10**decimals < 1


@given(NUMBERS, st.integers(0, 6))
def test_it_is_called_rounded_where_it_is_not_what_is_shown(number: Fraction, decimals: int) -> None:
    low, _ = ends_shown(Amount(number, number), decimals)

    assert low is not None
    assert is_rounded(Amount(number, number), decimals) is (Fraction(low) != number)
