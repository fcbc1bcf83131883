"""Numbers as a source gives them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.each import each

from probata.model.quantity import MAX_DIGITS, Bound, parse_quantity


@each(
    ("written", "low", "high", "bound"),
    [
        ("266", "266", "266", Bound.EXACT),
        ("9,933", "9933", "9933", Bound.EXACT),
        ("1,234,567.5", "1234567.5", "1234567.5", Bound.EXACT),
        ("-3", "-3", "-3", Bound.EXACT),
        ("0", "0", "0", Bound.EXACT),
        ("70+", "70", "70", Bound.AT_LEAST),
        ("~16", "16", "16", Bound.ABOUT),
        ("16-76", "16", "76", Bound.RANGE),
        ("16 – 76", "16", "76", Bound.RANGE),
        ("-", "0", "0", Bound.NOT_APPLICABLE),
    ],
)
def test_a_number_keeps_its_bound(written: str, low: str, high: str, bound: Bound) -> None:
    quantity = parse_quantity(written)

    assert (quantity.low, quantity.high, quantity.bound) == (Decimal(low), Decimal(high), bound)
    assert quantity.text == written


@each(
    "written",
    ["twelve", "", "1,23", "12,34,567", "1.234.567", "12 persons", "70++", "0x1f", "1e3", "١٢", "nan", "76-16"],
)
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"number|range"):
        parse_quantity(written)


def test_a_number_has_no_more_digits_than_can_be_counted_exactly() -> None:
    assert parse_quantity("9" * MAX_DIGITS).low == Decimal("9" * MAX_DIGITS)
    for written in ("9" * (MAX_DIGITS + 1), "1-" + "9" * 6_000, "0." + "1" * MAX_DIGITS):
        with pytest.raises(ValueError, match=f"more than {MAX_DIGITS} digits"):
            parse_quantity(written)
