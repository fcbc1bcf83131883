"""How many decimals of an exact number are shown, and the digits to show."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from probata.figures.amount import Amount, round_to
from probata.figures.taken import Computed
from probata.model.figure import MOST_DECIMALS

_KEPT = frozenset({"share", "ratio", "average", "per_day", "apportion"})
"""Operations whose results have more decimals than anybody would print."""
_FEW = 2
_CONTEXT = Context(prec=4_000)


def decimals_of(found: Computed) -> int:
    """Return how many decimals of a figure are shown: those asked for, or those that it has where they are few."""
    if found.figure.decimals is not None:
        return found.figure.decimals
    ends = [end for end in (found.amount.low, found.amount.high) if end is not None]
    most = _FEW if found.figure.operation in _KEPT else MOST_DECIMALS
    needed = max((places_of(end) for end in ends), default=0)
    if needed <= most:
        return needed
    return _FEW if found.figure.operation == "ratio" else 1


def places_of(number: Fraction) -> int:
    """Return how many decimals write a number exactly; one more than are ever shown where none do."""
    return next((n for n in range(MOST_DECIMALS + 1) if (number * 10**n).denominator == 1), MOST_DECIMALS + 1)


def ends_shown(amount: Amount, decimals: int) -> tuple[Decimal | None, Decimal | None]:
    """Return the two ends rounded to some decimals; those of a range or bound away from it, so that none says more."""
    step = Fraction(1, 10**decimals)
    ways = ("nearest", "nearest") if amount.low == amount.high else ("down", "up")
    low, high = (
        None if end is None else _digits(round_to(end, step, way), decimals)
        for end, way in zip((amount.low, amount.high), ways, strict=True)
    )
    return low, high


def digits_of(found: Computed) -> int:
    """Return how many digits a figure is shown with, decimals included."""
    decimals = decimals_of(found)
    ends = (end for end in ends_shown(found.amount, decimals) if end is not None)
    return max((max(end.adjusted(), 0) + 1 + decimals for end in ends), default=0)


def is_rounded(amount: Amount, decimals: int) -> bool:
    """Tell whether an end has more decimals than are shown."""
    return any(places_of(end) > decimals for end in (amount.low, amount.high) if end is not None)


def _digits(number: Fraction, decimals: int) -> Decimal:
    return Decimal((number * 10**decimals).numerator).scaleb(-decimals, _CONTEXT)
