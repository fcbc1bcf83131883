"""Numbers with exact arithmetic, whose bounds and status are carried along.

An amount lies between two ends; an end that is not known is `None`. `70+` has no upper end, a range stays a range, and
what is subtracted turns its ends round: 100 less `70+` is at most 30. A result is as good as its worst part.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from probata.model.quantity import Bound, Quantity, ValueStatus

WORST_FIRST: tuple[ValueStatus, ...] = ("modelled", "adjusted", "computed", "reported")
MOST_BITS = 4_000
"""Size of a fraction above or below the line that is still computed; quotients of quotients grow without end."""

End = Fraction | None


class NoResultError(ValueError):
    """An operation has no result. The words say why, and `help` what to do, for a finding."""

    def __init__(self, why: str, help: str = "compare the values that it takes with their table") -> None:
        super().__init__(why)
        self.help = help


@dataclass(frozen=True, slots=True)
class Amount:
    """A number between two ends. `low == high` where it is exact."""

    low: End
    """The lower end; `None` where it may be anything below."""
    high: End
    """The upper end; `None` where it may be anything above."""
    is_about: bool = False
    """Whether its ends are approximate."""
    status: ValueStatus = "reported"
    """The worst status of its parts: modelled, adjusted, computed, reported."""

    @property
    def is_exact(self) -> bool:
        """Whether it is one number and no approximate one."""
        return self.low is not None and self.low == self.high and not self.is_about

    def plus(self, other: Amount) -> Amount:
        """Add; what has no end on a side has none after it."""
        return self._with(other, _added(self.low, other.low), _added(self.high, other.high))

    def minus(self, other: Amount) -> Amount:
        """Subtract; the ends of what is subtracted change their sides."""
        low = None if self.low is None or other.high is None else self.low - other.high
        high = None if self.high is None or other.low is None else self.high - other.low
        return self._with(other, low, high)

    def times(self, factor: Fraction) -> Amount:
        """Multiply by a number that is not below 0."""
        low, high = (None if end is None else end * factor for end in (self.low, self.high))
        return sized(replace(self, low=low, high=high))

    def between(self, least: Fraction, most: Fraction) -> Amount:
        """Multiply by a share that is not known better than two ends, neither below 0."""
        low = None if self.low is None else self.low * (least if self.low >= 0 else most)
        high = None if self.high is None else self.high * (most if self.high >= 0 else least)
        return sized(replace(self, low=low, high=high))

    def over(self, other: Amount) -> Amount:
        """Divide; raises `NoResultError` where the divisor may be 0 or below."""
        if other.low is None or other.low <= 0:
            raise NoResultError("it is divided by what is not surely above 0")
        least = Fraction(0) if other.high is None else 1 / other.high
        result = self.between(least, 1 / other.low)
        return replace(result, is_about=self.is_about or other.is_about, status=worst((self.status, other.status)))

    def _with(self, other: Amount, low: End, high: End) -> Amount:
        return sized(Amount(low, high, self.is_about or other.is_about, worst((self.status, other.status))))


def amount_of(quantity: Quantity, status: ValueStatus) -> Amount | None:
    """Return a number of a record or cell as an amount; `None` where it is not applicable."""
    low, high = Fraction(quantity.low), Fraction(quantity.high)
    match quantity.bound:
        case Bound.NOT_APPLICABLE:
            return None
        case Bound.AT_LEAST:
            return Amount(low, None, status=status)
        case Bound.ABOUT:
            return Amount(low, high, is_about=True, status=status)
        case Bound.EXACT | Bound.RANGE:
            return Amount(low, high, status=status)


def total(amounts: Sequence[Amount]) -> Amount:
    """Add up at least one amount."""
    low, high = (
        None if any(end is None for end in ends) else sum((end for end in ends if end is not None), Fraction(0))
        for ends in ([amount.low for amount in amounts], [amount.high for amount in amounts])
    )
    return sized(_joined(amounts, low, high))


def lowest(amounts: Sequence[Amount]) -> Amount:
    """Return what the lowest of at least one amount is: it may be as low as any, and is no higher than each."""
    highs = [amount.high for amount in amounts if amount.high is not None]
    lows = [amount.low for amount in amounts]
    low = None if None in lows else min(end for end in lows if end is not None)
    return _joined(amounts, low, min(highs) if highs else None)


def highest(amounts: Sequence[Amount]) -> Amount:
    """Return what the highest of at least one amount is."""
    lows = [amount.low for amount in amounts if amount.low is not None]
    highs = [amount.high for amount in amounts]
    high = None if None in highs else max(end for end in highs if end is not None)
    return _joined(amounts, max(lows) if lows else None, high)


def spread(amounts: Sequence[Amount]) -> Amount:
    """Return the range from the lowest to the highest of at least one amount."""
    return _joined(amounts, lowest(amounts).low, highest(amounts).high)


def place_of(amount: Amount, others: Sequence[Amount]) -> Amount:
    """Return the place of an amount among others, counted from the highest; equal ones share a place."""
    surely = sum(1 for o in others if o.low is not None and amount.high is not None and o.low > amount.high)
    perhaps = sum(1 for o in others if o.high is None or amount.low is None or o.high > amount.low)
    return _joined([amount, *others], Fraction(1 + surely), Fraction(1 + perhaps))


def rounded(amount: Amount, step: Fraction, rounding: str) -> Amount:
    """Round both ends to a multiple of a step: to the nearest with half away from zero, down, or up."""
    low, high = (None if end is None else round_to(end, step, rounding) for end in (amount.low, amount.high))
    return replace(amount, low=low, high=high)


def round_to(number: Fraction, step: Fraction, rounding: str = "nearest") -> Fraction:
    """Round a number to a multiple of a step above 0."""
    steps = number / step
    if rounding == "down":
        return (steps.numerator // steps.denominator) * step
    if rounding == "up":
        return -(-steps.numerator // steps.denominator) * step
    away = (2 * abs(steps) + 1) // 2
    return (away if steps >= 0 else -away) * step


def worst(statuses: Iterable[ValueStatus]) -> ValueStatus:
    """Return the worst of at least one status."""
    return min(statuses, key=WORST_FIRST.index)


def sized(amount: Amount) -> Amount:
    """Return the amount; raises `NoResultError` where its fractions have grown beyond all use."""
    ends = [end for end in (amount.low, amount.high) if end is not None]
    if any(max(end.numerator.bit_length(), end.denominator.bit_length()) > MOST_BITS for end in ends):
        raise NoResultError("its fraction has too many digits")
    return amount


def _joined(amounts: Sequence[Amount], low: End, high: End) -> Amount:
    return Amount(low, high, any(a.is_about for a in amounts), worst(a.status for a in amounts))


def _added(one: End, other: End) -> End:
    return None if one is None or other is None else one + other


# Numbers in the words of findings, which are English: `11,124`, `0.64`.


def write_number(number: Decimal) -> str:
    """Write a number with a comma between thousands and no needless zeros."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
