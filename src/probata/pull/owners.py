"""To whom a change belongs: the field of a record whose words it touches, or what else says them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from probata.document.origin import NOTHING, Origin
from probata.document.printed import PrintedLine, Stretch
from probata.pull.change import Owner
from probata.pull.edits import Edit, Matter
from probata.pull.stream import END_OF_LINE

Owned = Origin | Owner
"""A field of a record, or what says words that no record says."""

_TABLES: Final = ("datasets", "figures")


def owners_of(stretches: Iterable[Stretch], otherwise: Owner) -> list[Owned]:
    """Return who owns each character; words without an origin belong to `otherwise`.

    A gap belongs to the field for which it stands, where that is known.
    """
    owners: list[Owned] = []
    for stretch in stretches:
        owners += [otherwise if stretch.origin in (None, NOTHING) else stretch.origin] * len(stretch.text)
    return owners


def owner_of(edit: Edit, text: str, owners: Sequence[Owned]) -> Owned:
    """Return who owns a change: who owns all that it replaces, or what it was put to."""
    held = {owners[n] for n in range(edit.start, edit.end) if not text[n].isspace() or text[n] == END_OF_LINE}
    if "several" in held and len(held) > 1:
        held.discard("several")  # the end of a line that goes with the line
    if held:
        return held.pop() if len(held) == 1 else "several"
    beside = [owners[n] for n in (edit.start - 1, edit.end) if 0 <= n < len(owners) and text[n] != END_OF_LINE]
    records = [owner for owner in beside if isinstance(owner, Origin)]
    return (*records, *beside, "several")[0]


def kind_of(owner: Owned) -> Owner:
    """Return what kind of owner it is."""
    if not isinstance(owner, Origin):
        return owner
    return "dataset" if owner.record.partition("/")[0] in _TABLES else "record"


# The changes of some lines, put together by their owner.


def owned_edits(
    edits: Sequence[Edit], text: str, owners: Sequence[Owned]
) -> Iterator[tuple[Owner, Origin | None, tuple[Edit, ...]]]:
    """Give each owner once, in the order of its first change, with the field that it is and its changes.

    Changes of looks alone, and pictures that came in, are given apart: what cannot be done with them shall not stand in
    the way of words.
    """
    by_owner: dict[tuple[Owned, Matter], list[Edit]] = {}
    for edit in edits:
        by_owner.setdefault((owner_of(edit, text, owners), edit.matter), []).append(edit)
    for (owner, _), own in by_owner.items():
        yield kind_of(owner), owner if isinstance(owner, Origin) else None, tuple(own)


# The neighbouring lines in which words of one field are printed: its passage, of which a change is a part.


def passage_of(origin: Origin, places: Sequence[int], lines: Sequence[PrintedLine]) -> range:
    """Return the lines from the first to the last of some places, with those above and below that say the field too."""
    first, last = places[0], places[-1]
    while first and lines[first - 1].says(origin):
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].says(origin):
        last += 1
    return range(first, last + 1)
