"""The algebra of amounts, shares and what is shown of a number."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.each import each

from probata.diagnostics import Span
from probata.figures import Computed, Presence, Value, decimals_of, ends_shown, is_rounded
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
from probata.figures.rules import Share, find_share
from probata.figures.shared_time import Extent, days_of, share_of
from probata.model.dates import When, parse_when
from probata.model.figure import Figure
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


def lasting(text: str) -> Extent:
    return Extent(parse_when(text), parse_when(text))


def shared(time: str, tenure: str, by: str) -> tuple[int, int, int] | None:
    found = share_of(parse_when(time), lasting(tenure), by)
    return (found.least, found.most, found.whole) if found else None


@each(
    ("time", "tenure", "expected"),
    [
        ("2015", "2015-08/2017-04", (5, 5, 12)),  # August to December
        ("2016", "2015-08/2017-04", (12, 12, 12)),
        ("2017", "2015-08/2017-04", (4, 4, 12)),  # January to April
        ("2018", "2015-08/2017-04", (0, 0, 12)),
        ("2022-01/2022-09", "2015-08/2022-05", (5, 5, 9)),
        ("2017", "2017/2022", (1, 12, 12)),  # some time in 2017
        ("2017", "2017-07-10/2018-05", (5, 6, 12)),  # a part of July
        ("2017", "2015-08/2017-04-26", (3, 4, 12)),  # a part of April
        ("2017", "2015-08/2017-04-30", (4, 4, 12)),  # all of April
        ("2023", "2022-05/..", (0, 12, 12)),  # nothing says that it still lasts
        ("9999", "9999-02-01/9999-12-31", (11, 11, 12)),  # the last day of the calendar
        ("2015", "~2015-08/2017-04", (0, 5, 12)),  # about August makes no month sure
    ],
)
def test_months_are_counted_as_the_dates_are_meant(time: str, tenure: str, expected: tuple[int, int, int]) -> None:
    assert shared(time, tenure, "months") == expected


@each(
    ("time", "tenure", "expected"),
    [
        ("2015", "2015-08/2017-04", (123, 153, 365)),  # from 31 or from 1 August
        ("2015", "2015-08-01/2017-04-30", (153, 153, 365)),
        ("2016", "2015-08/2017-04", (366, 366, 366)),
        ("2018", "2015-08/2017-04", (0, 0, 365)),
    ],
)
def test_days_are_sure_only_where_the_dates_make_them_so(
    time: str, tenure: str, expected: tuple[int, int, int]
) -> None:
    assert shared(time, tenure, "days") == expected


@each("time", ["2015/..", "../2015"])
def test_a_time_without_an_end_has_no_shares(time: str) -> None:
    assert shared(time, "2015-08/2017-04", "months") is None
    assert days_of(parse_when(time)) is None


def test_stated_sure_days_go_before_the_stated_period() -> None:
    extent = Extent(parse_when("2015/2017"), parse_when("2015-10-01/2016-12-31"))
    found = share_of(parse_when("2015"), extent, "days")

    assert found is not None
    assert (found.least, found.most) == (92, 365)


POINTS = st.dates(min_value=date(1000, 1, 1))


@st.composite
def periods(draw: st.DrawFn) -> When:
    first, last = sorted((draw(POINTS), draw(POINTS)))
    forms = [st.sampled_from([d.isoformat(), d.isoformat()[:7], d.isoformat()[:4]]) for d in (first, last)]
    return parse_when(f"{draw(forms[0])}/{draw(forms[1])}")


@given(periods(), periods(), st.sampled_from(["months", "days"]))
def test_a_share_is_never_more_than_the_whole(time: When, tenure: When, by: str) -> None:
    found = share_of(time, Extent(tenure, tenure), by)

    assert found is not None
    assert 0 <= found.least <= found.most <= found.whole
    assert 0 <= found.low <= found.high <= 1


NUMBERS_SHOWN = st.fractions(-10_000, 10_000, max_denominator=700)


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


@given(NUMBERS_SHOWN, NUMBERS_SHOWN, st.integers(0, 6))
def test_a_range_is_never_shown_narrower_than_it_is(one: Fraction, other: Fraction, decimals: int) -> None:
    least, most = sorted((one, other))
    low, high = ends_shown(Amount(least, most), decimals)

    assert low is not None
    assert high is not None
    assert least == most or (Fraction(low) <= least and most <= Fraction(high))
    assert abs(Fraction(low) - least) * 10**decimals < 1


@given(NUMBERS_SHOWN, st.integers(0, 6))
def test_it_is_called_rounded_where_it_is_not_what_is_shown(number: Fraction, decimals: int) -> None:
    low, _ = ends_shown(Amount(number, number), decimals)

    assert low is not None
    assert is_rounded(Amount(number, number), decimals) is (Fraction(low) != number)


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
