"""What each operation makes of the numbers taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from probata.diagnostics import say
from probata.figures.amount import Amount, NoResultError, highest, lowest, place_of, rounded, spread, total, worst
from probata.figures.shared_time import days_of
from probata.figures.table import TypedTable
from probata.figures.take import Computed, Taken, Term
from probata.model.dataset import Column
from probata.model.dates import When
from probata.model.figure import Figure

Operate = Callable[[Figure, Sequence[Taken]], Amount]

ADDING = frozenset({"sum", "difference", "share", "ratio", "average", "per_day", "apportion"})
"""Operations that add up what they take, so that a row must not count twice."""


def _all(taken: Sequence[Taken]) -> list[Amount]:
    return [term.amount for one in taken for term in one.terms]


def _value(figure: Figure, taken: Sequence[Taken]) -> Amount:
    amounts = _all(taken)
    if len(amounts) != 1:
        raise NoResultError(f"`value` takes one number, and {len(amounts)} are named",
                            "name one row, or write `operation: sum`")  # fmt: skip
    return amounts[0]


def _of_all(combined: Callable[[Sequence[Amount]], Amount]) -> Operate:
    return lambda _, taken: combined(_all(taken))


def _count(figure: Figure, taken: Sequence[Taken]) -> Amount:
    amounts = _all(taken)
    return Amount(Fraction(len(amounts)), Fraction(len(amounts)), status=worst(a.status for a in amounts))


def _difference(figure: Figure, taken: Sequence[Taken]) -> Amount:
    first, second = _two(figure, taken)
    return first.minus(second)


def _ratio(figure: Figure, taken: Sequence[Taken]) -> Amount:
    first, second = _two(figure, taken)
    return first.over(second)


def _share(figure: Figure, taken: Sequence[Taken]) -> Amount:
    return _ratio(figure, taken).times(Fraction(100))


def _average(figure: Figure, taken: Sequence[Taken]) -> Amount:
    amounts = _all(taken)
    return total(amounts).times(Fraction(1, len(amounts)))


def _per_day(figure: Figure, taken: Sequence[Taken]) -> Amount:
    days = days_of(figure.period) if figure.period else _days_together(taken)
    if not days:
        raise NoResultError("it is divided by days, and how many is not recorded",
                            "write the `period` that its values cover, with beginning and end")  # fmt: skip
    return total(_all(taken)).times(Fraction(1, days))


def _rank(figure: Figure, taken: Sequence[Taken]) -> Amount:
    terms = [term for one in taken for term in one.terms]
    mine = [term for term in terms if term.name == figure.row]
    if len(mine) != 1:
        raise NoResultError(f"`rank` needs one row, and {len(mine)} of those taken are named "
        f"{say.words(figure.row or '')}",
                            "write `row: …` with the name of one row that it takes")  # fmt: skip
    return place_of(mine[0].amount, [term.amount for term in terms if term is not mine[0]])


def _round(figure: Figure, taken: Sequence[Taken]) -> Amount:
    if figure.step is None or figure.step.low <= 0 or figure.step.low != figure.step.high:
        raise NoResultError("`round` has no unit to round to", "write `step: 10`, or `step: 0.1`")
    return rounded(_value(figure, taken), Fraction(figure.step.low), figure.rounding)


def _two(figure: Figure, taken: Sequence[Taken]) -> tuple[Amount, Amount]:
    if len(taken) != 2:
        raise NoResultError(f"{say.words(figure.operation)} takes two entries in `of`, and {len(taken)} stand there",
                            "write two, in their order")  # fmt: skip
    first, second = (total([term.amount for term in one.terms]) for one in taken)
    return first, second


def _days_together(taken: Sequence[Taken]) -> int | None:
    """Return how many days the numbers cover together, each day once; `None` where one says no time."""
    times: list[When] = []
    for one in taken:
        for term in one.terms:
            if term.period is None or days_of(term.period) is None:
                return None
            times.append(term.period)
    return days_together(times)


def days_together(times: Sequence[When]) -> int:
    """Return how many days some times cover together, each day once."""
    days, reached = 0, 0
    for first, last in sorted((time.first.toordinal(), time.last.toordinal()) for time in times):
        days += max(0, last - max(first - 1, reached))
        reached = max(reached, last)
    return days


OPERATIONS: Mapping[str, Operate] = {
    "value": _value,
    "sum": _of_all(total),
    "count": _count,
    "minimum": _of_all(lowest),
    "maximum": _of_all(highest),
    "difference": _difference,
    "share": _share,
    "ratio": _ratio,
    "average": _average,
    "per_day": _per_day,
    "rank": _rank,
    "range": _of_all(spread),
    "apportion": _of_all(total),
    "round": _round,
}


# The cells that go into a figure in the end, through all figures that it is computed from.

_THROUGH = ADDING - {"difference", "share", "ratio"} | {"value", "round"}
"""Operations whose cells are still counted in what is computed from them."""


_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Leaf:
    """A cell that is counted in a figure."""

    table: TypedTable
    column: Column
    term: Term
    counts_included: bool
    """Whether the record says that rows are added although another row includes them."""

    @property
    def cell(self) -> tuple[str, str, str]:
        """Dataset, row and column."""
        return self.table.dataset.id, self.term.name, self.column.key


def leaves(taken: Sequence[Taken], done: Mapping[str, Computed]) -> Iterator[Leaf]:
    """Give the cells that some operands count, one that is counted twice or more often twice; totals have none.

    A figure is gone through twice at most: figures of figures of figures would otherwise never come to an end.
    """
    ahead = list(reversed(taken))
    seen: Counter[str] = Counter()
    while ahead:
        one = ahead.pop()
        if one.figure is not None:
            found = done.get(one.figure.id)
            seen[one.figure.id] += 1
            if found and found.figure.operation in _THROUGH and seen[one.figure.id] <= _ENOUGH:
                ahead.extend(reversed(found.taken))
        elif one.table is not None and one.column is not None:
            for term in one.terms:
                if term.place is not None:
                    yield Leaf(one.table, one.column, term, one.operand.count_included)


def sides(found: Computed) -> Iterator[Sequence[Taken]]:
    """Give the operands of a figure that are added together: all, or each by itself where two are compared."""
    if found.figure.operation in {"difference", "share", "ratio"}:
        yield from ((one,) for one in found.taken)
    elif found.figure.operation in ADDING:
        yield found.taken
