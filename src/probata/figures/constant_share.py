"""Whether one column is the same share or multiple of another in every row, as far as rounding lets one see.

If a part was made by multiplying a whole by one share and rounding, then the share lies, for each row, between the
lowest and the highest that round to what is printed. Where these intervals of all rows have something in common, one
share explains them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from probata.figures.value import Value
from probata.model.quantity import Bound, Quantity

FEWEST_ROWS = 4
"""Fewer rows agree by chance too easily."""

WIDEST = Fraction(1, 50)
"""Rows whose rounding leaves more than this share of the value open prove nothing, and are not counted."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share or multiple that explains all rows."""

    fraction: Decimal
    """The share with the fewest digits, above 0."""
    rows: int
    """How many rows prove it."""


def find_share(parts: Sequence[Value], wholes: Sequence[Value]) -> Share | None:
    """Return the share or multiple that every reported part is of its whole; `None` where there is none.

    Rows in which one of the two is missing or inexact are passed over. At least `FEWEST_ROWS` rows with different
    wholes must prove it, so that a table of small numbers is never accused. The same number in both columns is none.
    """
    rows = [(p.quantity, w.quantity) for p, w in zip(parts, wholes, strict=True) if p.status == "reported"]
    found = [(part, whole) for part, whole in rows if part and whole]
    return find_multiple([part for part, _ in found], [whole for _, whole in found])


def find_multiple(parts: Sequence[Quantity], wholes: Sequence[Quantity]) -> Share | None:
    """Return the share or multiple that every part is of its whole, whoever made them; see `find_share`."""
    pairs = [(p, w) for p, w in zip(parts, wholes, strict=True) if _is_exact(p) and _is_exact(w)]
    exact = [(part, whole.low) for part, whole in pairs if part and whole and whole.low > 0 and part.low > 0]
    telling = {whole for part, whole in exact if _step(part) <= WIDEST * Fraction(part.low)}
    if len(telling) < FEWEST_ROWS:
        return None
    shifts = (Fraction(1, 2), Fraction(0))  # rounded to the nearest, or cut off
    found = [share for shift in shifts if (share := _common_share(exact, shift)) is not None]
    if not found or any(share == 1 for share in found):
        return None
    return Share(min(found, key=_digits), len(exact))


def _common_share(pairs: Sequence[tuple[Quantity, Decimal]], shift: Fraction) -> Decimal | None:
    """Return a share that explains all pairs, or `None`.

    Before rounding, a part lay between `shift` steps of its last digit below what is printed and `1 - shift` above.
    """
    low = max((Fraction(part.low) - shift * _step(part)) / Fraction(whole) for part, whole in pairs)
    high = min((Fraction(part.low) + (1 - shift) * _step(part)) / Fraction(whole) for part, whole in pairs)
    return _shortest(low, high) if low < high else None


def _is_exact(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.bound is Bound.EXACT


def _step(quantity: Quantity) -> Fraction:
    """Return the distance between two neighbouring numbers with as many decimals as this one."""
    exponent = quantity.low.as_tuple().exponent
    return Fraction(10) ** (exponent if isinstance(exponent, int) else 0)


def _shortest(low: Fraction, high: Fraction) -> Decimal:
    """Return the lowest of the numbers between the two that have the fewest decimals."""
    digits = 1
    while ceil(low * 10**digits) > high * 10**digits:
        digits += 1
    return Decimal(ceil(low * 10**digits)).scaleb(-digits)


def _digits(number: Decimal) -> int:
    return len(number.as_tuple().digits)
