"""What the computation gives: plain values that never change and that JSON can hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from probata.diagnostics.value import value


class Status(StrEnum):
    """How it stands with one element of an allegation."""

    SUPPORTED = "supported"
    """Something counts for it, and nothing speaks against it."""
    WEAK = "weak"
    """What is cited for it does not count, or comes down to one source that is not primary, or is good
    for a part of what is alleged only; nothing that speaks against it is without an answer."""
    ANSWERED = "contradicted and answered"
    """Something counts for it, something speaks against it, and each time it is said how the allegation meets that."""
    UNANSWERED = "contradicted and unanswered"
    """Something speaks against it, and nothing is said to it."""
    GAP_STATED = "gap stated"
    """Nothing is cited for it, and that is said openly."""
    GAP = "gap"
    """Nothing is cited for it, and nothing is said of that."""


@value()
class Fault:
    """Why an item of evidence does not count: a finding of a check about it or about what it rests on."""

    check: str
    """Name of the check; `probata explain check` says more."""
    record: str
    """The record that the finding is about, such as `quotations/order`."""


@value()
class Item:
    """One item of evidence, with what it rests on."""

    record: str
    """Where it stands: `allegations/beatings`."""
    position: int
    """Its place in the list `evidence` there, from 0."""
    source: str
    """Id of the source, authority or instrument."""
    pinpoint: str
    """The place in it, such as `paragraph 7-8`; empty where none is given."""
    shows: str
    """What it shows, in the words of the record."""
    quote: str
    """The words relied on, where the record gives them."""
    rests_on: tuple[str, ...]
    """The records behind it: source, quotations, tables, exhibits, statements."""
    faults: tuple[Fault, ...]
    """Why it does not count for this element; empty where it counts."""
    answered: str
    """Of what speaks against: how the allegation meets it."""


@value()
class Asked:
    """A legal test that asks for an element."""

    test: str
    """The test as lawyers call it: `UNCAT art 1`."""
    kind: str
    """`provision`, `criterion` (of a forum) or `mode` (of liability)."""
    forums: tuple[str, ...]
    """Of a criterion: the forums whose it is."""
    text: str
    """What the test asks for, in words close to its own."""
    source: str
    """Where that was read; empty where it was not."""
    read_on: str
    """The day on which it was read there; empty where it was not."""
    verified: bool
    """Whether it was read at that source."""


@value()
class Row:
    """One element of one allegation; of an element about a person, for one person."""

    elements: tuple[str, ...]
    """The element; several that stand in the alternative."""
    label: str
    definition: str
    person: str
    """Id of the person; empty for what was done, and where the allegation names nobody."""
    asked_by: tuple[Asked, ...]
    status: Status
    independent: tuple[str, ...]
    """Sources that count for it, of which no two have a common origin."""
    support: tuple[Item, ...]
    against: tuple[Item, ...]
    gap: str
    """Why it is put forward without evidence, where a gap is stated."""
    in_part: tuple[Fault, ...] = ()
    """Why what counts for it is good for a part of what is alleged only."""

    @property
    def is_gap(self) -> bool:
        """Whether nothing is cited for it."""
        return not self.support

    @property
    def unanswered(self) -> tuple[Item, ...]:
        """What speaks against it and is not answered."""
        return tuple(item for item in self.against if not item.answered)

    @property
    def counted(self) -> tuple[Item, ...]:
        """What counts for it."""
        return tuple(item for item in self.support if not item.faults)


@dataclass(frozen=True, slots=True)
class AllegationProof:
    """One allegation by the elements of its legal tests."""

    allegation: str
    title: str
    rows: tuple[Row, ...]
    without_elements: tuple[str, ...]
    """Tests named by the allegation whose elements are not recorded, so that nothing can be said of them."""
    is_marked: bool
    """Whether any item of its evidence says to which element it goes."""
