"""Which blocks of two versions go together, and which ends of paragraphs are marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from probata.redline.align import Entry, Side, align
from probata.redline.containers import Said, columns, likeness
from probata.redline.marking import Change
from probata.word.elements import TABLE, Element, P

LEAST_ALIKE: Final = 0.5
"""Share of words that two paragraphs have in common, for one to be shown as the other changed."""

LEAST_ALIKE_TABLES: Final = 0.3
"""For tables, whose rows are then paired by themselves."""


@dataclass(slots=True)
class Place:
    """A block of the merged text, as it is in one version or in both."""

    old: Element | None
    new: Element | None
    end: Change | None = None
    """What happens to the end of its paragraph."""

    looks: Element | None = None
    """The paragraph whose looks it takes: with the end of a deleted one another paragraph may end."""

    @property
    def block(self) -> Element:
        """The block in the new version, or else in the old one."""
        found = self.old if self.new is None else self.new
        if found is None:
            raise ValueError("a place is in one version at least")
        return found

    @property
    def is_paragraph(self) -> bool:
        """Tell paragraphs from tables."""
        return bool(self.block.tag == P)

    @property
    def is_both(self) -> bool:
        """Tell what is in both versions."""
        return self.old is not None and self.new is not None


def places_of(old: Sequence[Element], new: Sequence[Element], said: dict[Element, Said]) -> list[Place]:
    """Return the places of all blocks in the order of the merged text; `said` is what each block says."""

    def weight(i: int, j: int) -> float:
        if not _may_be_one(old[i], new[j]):
            return 0.0
        share = likeness(said[old[i]], said[new[j]])
        return share if share >= (LEAST_ALIKE_TABLES if old[i].tag == TABLE else LEAST_ALIKE) else 0.0

    entries = align(_side(old, said), _side(new, said), weight)
    places = _tables_together([_place(entry, old, new) for entry in entries])
    return _ended(places)


def _may_be_one(old: Element, new: Element) -> bool:
    """Tell whether two blocks can be versions of one: two paragraphs, or two tables with as many columns."""
    return bool(old.tag == new.tag) and (old.tag == P or columns(old) == columns(new))


def _side(blocks: Sequence[Element], said: dict[Element, Said]) -> Side:
    return Side([said[block].key for block in blocks], [said[block].name for block in blocks])


def _place(entry: Entry, old: Sequence[Element], new: Sequence[Element]) -> Place:
    i, j = entry
    place = Place(None if i is None else old[i], None if j is None else new[j])
    if place.is_paragraph and not place.is_both:
        place.end = "del" if j is None else "ins"
    return place


def _tables_together(places: Sequence[Place]) -> list[Place]:
    """Make one of a table that went and one that came in its place: Word takes two that touch for one."""
    found: list[Place] = []
    for place in places:
        before = found[-1] if found else place
        if not (before.is_both or place.is_both or before.is_paragraph or place.is_paragraph) and (
            (before.old is None) != (place.old is None) and _may_be_one(before.block, place.block)
        ):
            found[-1] = Place(*((before.old, place.new) if place.old is None else (place.old, before.new)))
        else:
            found.append(place)
    return found


def _ended(places: list[Place]) -> list[Place]:
    """Let the paragraph before a table, and the last one, end in both versions.

    The end of a body, a cell or a note cannot be taken out, and what stands before a table cannot run on into it.
    """
    behind = next((n for n in range(len(places), 0, -1) if not places[n - 1].is_paragraph), 0)
    if behind < len(places) and not any(place.is_both for place in places[behind:]):
        places = _last_together(places)
    start = 0
    for index, place in enumerate(places):
        if not place.is_paragraph:
            _give_ends(places[start:index])
            start = index + 1
    _give_ends(places[start:])
    return places


def _give_ends(paragraphs: Sequence[Place]) -> None:
    """Let each paragraph behind the last common one begin with the end that was its own.

    Of `A`, `A B` it is the end of `A` that came, and `B` has the one that both versions have.
    """
    common = next((n for n in range(len(paragraphs) - 1, -1, -1) if paragraphs[n].is_both), None)
    if common is None:
        return
    tail = paragraphs[common:]
    ends = [*(place.end for place in tail[1:]), None]
    for place, end in zip(tail, ends, strict=True):
        place.end = end
    if tail[0].end == "del":
        stays = next(place for place in tail[1:] if place.end != "del")
        if stays.new is None:
            stays.looks = tail[0].new


def _last_together(places: list[Place]) -> list[Place]:
    """Make one of the last paragraphs of the two versions, whatever they say."""
    last_old = next((n for n in range(len(places) - 1, -1, -1) if places[n].old is not None), None)
    last_new = next((n for n in range(len(places) - 1, -1, -1) if places[n].new is not None), None)
    if last_old is None or last_new is None:
        return _without_last_end(places)
    old, new = places[last_old], places[last_new]
    if not (old.is_paragraph and new.is_paragraph):
        return _without_last_end(places)
    places[last_old] = Place(None, old.new, "ins")
    places[last_new] = Place(new.old if last_new != last_old else None, None, "del")
    kept = [place for place in places if place.old is not None or place.new is not None]
    return [*kept, Place(old.old, new.new)]


def _without_last_end(places: list[Place]) -> list[Place]:
    places[-1].end = None
    return places
