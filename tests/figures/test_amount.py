"""The algebra of amounts: bounds and status go along, whatever the operation and the order."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.each import each

from probata.figures.amount import (
    WORST_FIRST,
    Amount,
    NoResultError,
    amount_of,
    highest,
    lowest,
    place_of,
    round_to,
    spread,
    total,
)
from probata.model.quantity import ValueStatus, parse_quantity

NUMBERS = st.fractions(-10_000, 10_000, max_denominator=60)
STATUSES = st.sampled_from(WORST_FIRST)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    ends: list[Fraction | None] = [*sorted((draw(NUMBERS), draw(NUMBERS)))]
    low, high = (None if draw(st.booleans()) and draw(st.booleans()) else end for end in ends)
    return Amount(low, high, draw(st.booleans()), draw(STATUSES))


def holds(amount: Amount, number: Fraction) -> bool:
    return (amount.low is None or amount.low <= number) and (amount.high is None or number <= amount.high)


def one_of(amount: Amount, draw: st.DataObject) -> Fraction:
    """Draw a number that the amount may be."""
    low = amount.low if amount.low is not None else (amount.high or Fraction(0)) - 100
    high = amount.high if amount.high is not None else low + 100
    return draw.draw(st.fractions(low, high, max_denominator=120) if low < high else st.just(low))


def exact(number: int | Fraction, status: ValueStatus = "reported") -> Amount:
    return Amount(Fraction(number), Fraction(number), status=status)


def of(text: str, status: ValueStatus = "reported") -> Amount:
    found = amount_of(parse_quantity(text), status)
    assert found is not None
    return found


@given(st.lists(amounts(), min_size=1), st.data())
def test_the_order_of_rows_does_not_matter(parts: list[Amount], draw: st.DataObject) -> None:
    turned = draw.draw(st.permutations(parts))

    assert total(turned) == total(parts)
    assert lowest(turned) == lowest(parts)
    assert highest(turned) == highest(parts)


@given(st.lists(amounts(), min_size=1))
def test_a_total_is_as_good_as_its_worst_part(parts: list[Amount]) -> None:
    found = total(parts)

    assert WORST_FIRST.index(found.status) == min(WORST_FIRST.index(part.status) for part in parts)
    assert found.is_about == any(part.is_about for part in parts)


@given(amounts(), amounts(), st.data())
def test_no_result_says_more_than_its_parts(one: Amount, other: Amount, draw: st.DataObject) -> None:
    a, b = one_of(one, draw), one_of(other, draw)

    assert holds(one.plus(other), a + b)
    assert holds(one.minus(other), a - b)
    assert holds(lowest([one, other]), min(a, b))
    assert holds(highest([one, other]), max(a, b))
    assert holds(spread([one, other]), a)
    assert holds(one.times(Fraction(64, 100)), a * Fraction(64, 100))
    assert holds(one.between(Fraction(4, 12), Fraction(5, 12)), a * Fraction(9, 24))
    if other.low is not None and other.low > 0:
        assert holds(one.over(other), a / b)


@given(amounts(), st.lists(amounts(), max_size=6), st.data())
def test_a_place_holds_every_place_that_the_numbers_may_have(
    mine: Amount, others: list[Amount], draw: st.DataObject
) -> None:
    number = one_of(mine, draw)
    above = sum(1 for other in others if one_of(other, draw) > number)

    assert holds(place_of(mine, others), Fraction(1 + above))


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_range_stays_a_range(low: Fraction, width: Fraction, other: Fraction) -> None:
    ranged = Amount(low, low + abs(width) + 1)

    for found in (ranged.plus(exact(other)), ranged.minus(exact(other)), ranged.times(Fraction(5, 12))):
        assert found.low is not None
        assert found.high is not None
        assert found.low < found.high


@given(NUMBERS, st.fractions(Fraction(1, 100), 100, max_denominator=100), st.sampled_from(["nearest", "down", "up"]))
def test_rounding_moves_by_less_than_a_step(number: Fraction, step: Fraction, rounding: str) -> None:
    found = round_to(number, step, rounding)

    assert (found / step).denominator == 1
    assert abs(found - number) < step
    assert rounding != "down" or found <= number
    assert rounding != "up" or found >= number
    assert rounding != "nearest" or abs(found - number) * 2 <= step


def test_a_half_is_rounded_away_from_zero() -> None:
    assert round_to(Fraction(5, 2), Fraction(1)) == 3
    assert round_to(Fraction(-5, 2), Fraction(1)) == -3


@each("divisor", ["0", "0-5", "-3"])
def test_what_is_not_surely_above_zero_divides_nothing(divisor: str) -> None:
    with pytest.raises(NoResultError, match="not surely above 0"):
        exact(1).over(of(divisor))


def test_a_place_among_overlapping_ranges_is_a_range() -> None:
    found = place_of(of("16-76"), [exact(50), exact(80)])

    assert found == Amount(Fraction(2), Fraction(3))


def test_a_number_that_is_not_applicable_is_no_amount() -> None:
    assert amount_of(parse_quantity("-"), "reported") is None


def test_quotients_of_quotients_come_to_an_end() -> None:
    with pytest.raises(NoResultError, match="too many digits"):
        squared(exact(Fraction(10**28 - 1, 7)), times=100)


def squared(found: Amount, times: int) -> Amount:
    for _ in range(times):
        found = found.over(exact(1).over(found))
    return found
