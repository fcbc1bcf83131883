"""What a column's rule gives for each row, and whether a printed number can be that within its rounding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from probata.figures.amount import Amount, NoResultError, amount_of, total
from probata.figures.table import Row, TypedTable, Value
from probata.model.dataset import Column, Rule
from probata.model.quantity import Bound, Quantity


@dataclass(frozen=True, slots=True)
class Expected:
    """A cell beside what the rule of its column gives."""

    row: str
    value: Value
    quantity: Quantity
    amount: Amount

    @property
    def fits(self) -> bool:
        """Whether the cell can be what the rule gives."""
        return fits(self.quantity, self.amount)


def expected(table: TypedTable, column: Column) -> Iterator[Expected]:
    """Give the cells of a column with a rule for which the rule gives a number; the others say nothing."""
    if column.rule is None:
        return
    whole = _whole(table, column, column.rule)
    for row in table.rows:
        value = row.cells[column.key]
        parts = _parts(row, column.rule)
        if value.quantity is None or value.quantity.bound is Bound.NOT_APPLICABLE or parts is None:
            continue
        try:
            yield Expected(row.key, value, value.quantity, _result(column.rule, parts, whole))
        except NoResultError:
            continue


def fits(quantity: Quantity, amount: Amount) -> bool:
    """Tell whether a printed number can be an exact one, rounded to the nearest or cut off after its last digit.

    A bound or a range fits where it has a number in common with the other.
    """
    if quantity.bound is Bound.NOT_APPLICABLE or amount.is_about:
        return True
    step = step_of(quantity)
    low = Fraction(quantity.low) - step / 2
    high = None if quantity.bound is Bound.AT_LEAST else Fraction(quantity.high) + step
    return (amount.high is None or low <= amount.high) and (amount.low is None or high is None or amount.low < high)


def step_of(quantity: Quantity) -> Fraction:
    """Return the distance between two neighbouring numbers with as many decimals as this one."""
    exponents = [end.as_tuple().exponent for end in (quantity.low, quantity.high)]
    return min(Fraction(10) ** (exponent if isinstance(exponent, int) else 0) for exponent in exponents)


def _parts(row: Row, rule: Rule) -> list[Amount] | None:
    values = [row.cells.get(key) for key in rule.columns]
    amounts = [amount_of(v.quantity, v.status) if v is not None and v.quantity else None for v in values]
    return [amount for amount in amounts if amount is not None] if amounts and None not in amounts else None


def _whole(table: TypedTable, column: Column, rule: Rule) -> Amount | None:
    """Return the total of the first column over the rows in which the column with the rule has a value."""
    if rule.operation != "share_of_total" or not rule.columns:
        return None
    rows = (row for row in table.rows if row.cells[column.key].quantity)
    parts = [parts[0] for row in rows if (parts := _parts(row, rule))]
    return total(parts) if parts else None


def _result(rule: Rule, parts: list[Amount], whole: Amount | None) -> Amount:
    match rule.operation:
        case "multiple":
            return parts[0].times(rule.multiple.value if rule.multiple else Fraction(1))
        case "sum":
            return total(parts)
        case "difference":
            return parts[0].minus(total(parts[1:])) if len(parts) > 1 else parts[0]
        case "share":
            return parts[0].over(parts[1]).times(Fraction(100)) if len(parts) > 1 else parts[0]
        case "share_of_total":
            return parts[0].over(whole).times(Fraction(100)) if whole else parts[0]


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
