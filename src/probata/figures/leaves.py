"""The cells that go into a figure in the end, through all figures that it is computed from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from probata.figures.operations import ADDING
from probata.figures.table import TypedTable
from probata.figures.taken import Computed, Taken, Term
from probata.model.dataset import Column

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
