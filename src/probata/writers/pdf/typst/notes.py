"""What is pushed to the next page so that notes stand on the page of their mark, and headings above their text.

The layout leaves some notes on the page before or behind that of their mark, mostly where a row of a table moved on
(issue 5405 of Typst). A space above the row or block pushes it over the end of the page, and its note goes with it; at
the head of a page the space falls away. Where it does not, because what stands before has moved too, it is taken out
again. Page breaks that may fall do so where a page would be almost empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

Plain = Any  # what JSON holds
Place = tuple[int, int]
"""A block by its place in the document, and a row of it; -1 for what stands in no row that can be moved alone."""

PUSH: Final = 70.0
"""Millimetres of the space: more than a row that does not run on, with its notes."""

MORE: Final = 10.0
"""Millimetres that are added where that did not help."""

MOST: Final = 4
"""How wide the space may grow, in steps: no page is left half white for a note."""

ENOUGH: Final = 2
"""How often a space in vain is taken out again before its note is left where it is."""

LEAST_DIVIDED: Final = 4
"""Rows of the shortest table of which no row stands alone."""

SPARSE: Final = 90.0
"""Millimetres from the head of the paper. A page that ends above it is almost empty: a line or two."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """What is pushed, and by how wide a space in steps; page breaks of the document that fall."""

    pushed: Mapping[Place, int] = field(default_factory=dict)
    in_vain: Mapping[Place, int] = field(default_factory=dict)
    """How often a space was taken out again."""
    fallen: frozenset[int] = field(default_factory=frozenset)

    def plain(self) -> Plain:
        """Return them as the program reads them."""
        pushed = [[*place, PUSH + MORE * (steps - 1)] for place, steps in sorted(self.pushed.items())]
        return {"pushed": pushed, "fallen": sorted(self.fallen)}


def places_of_notes(blocks: Sequence[Plain]) -> dict[str, Place]:
    """Return what is pushed for each note, by its id: a row of a table, or a block with what stays above it."""
    found: dict[str, Place] = {}
    for number, block in enumerate(blocks):
        found.update(dict.fromkeys(_notes(block), _whole(number, blocks)))
        if block["t"] == "table" and not block["whole"]:
            for place, row in enumerate(block["rows"][1:], 1):
                found.update(dict.fromkeys(_notes(row), (number, place)))
    return found


def drifted(seen: Iterable[Plain]) -> list[Plain]:
    """Return the notes that are not on the page of their mark."""
    return [found for found in seen if found["kind"] == "note" and found["mark"] != found["page"]]


def with_corrected(breaks: Breaks, seen: Sequence[Plain], blocks: Sequence[Plain], margin: float) -> Breaks:
    """Return what is to be pushed and what falls after a layout that was `seen`; the same where nothing is left to try.

    What was pushed and has its note on another page still gets a wider space. `margin`: the upper one, millimetres.
    """
    off = drifted(seen)
    places = places_of_notes(blocks) if off else {}
    far_down = {tuple(found["place"]) for found in seen if found["kind"] == "pushed" and found["down"] > margin + PUSH}
    in_vain = Counter(breaks.in_vain) + Counter(far_down)
    pushed = {place: steps for place, steps in breaks.pushed.items() if place not in far_down}
    for place in {*(places[found["place"]] for found in off), *_parted(seen, blocks)}:
        if in_vain[place] < ENOUGH:
            pushed[place] = min(pushed.get(place, 0) + 1, MOST)
    for place in _alone(seen, blocks):
        if not in_vain[place]:
            pushed.setdefault(place, 1)
    return Breaks(pushed, dict(in_vain), breaks.fallen | {found["place"][0] for found in seen if _falls(found)})


def _parted(seen: Iterable[Plain], blocks: Sequence[Plain]) -> Iterator[Place]:
    """Give the blocks that stay with the next and do not: a heading is left behind where a line moves with its note."""
    begins = {found["place"][0]: found["page"] for found in seen if found["kind"] == "begins"}
    ends = begins | {found["place"][0]: found["page"] for found in seen if found["kind"] == "row"}
    for number in begins:
        if blocks[number]["stays"] and begins.get(number + 1, ends[number]) != ends[number]:
            is_long = blocks[number]["t"] == "table" and not blocks[number]["whole"]
            rows = len(blocks[number]["rows"]) - blocks[number]["last"] if is_long else 0
            yield (number, rows) if rows > 0 else _whole(number, blocks)


def _alone(seen: Iterable[Plain], blocks: Sequence[Plain]) -> Iterator[Place]:
    """Give the rows that leave the first row of their table alone on its page, or one of the last on the next.

    A row with notes goes where they do: of a table that has any, nothing is asked.
    """
    pages: dict[int, dict[int, int]] = {}
    for found in seen:
        if found["kind"] == "row":
            pages.setdefault(found["place"][0], {})[found["place"][1]] = found["page"]
    for number, on in pages.items():
        rows, last = blocks[number]["rows"], len(blocks[number]["rows"]) - blocks[number]["last"]
        if blocks[number]["whole"] or len(rows) < LEAST_DIVIDED:
            continue
        first_alone = on[0] != on[1] and not rows[0]["long"]
        last_alone = on[last] != on[len(rows) - 1] and not any(row["long"] for row in rows[last:-1])
        if (first_alone or last_alone) and any(_notes(rows)):
            continue
        if first_alone:
            yield _whole(number, blocks)
        if last_alone:
            yield number, last


def _whole(number: int, blocks: Sequence[Plain]) -> Place:
    """Return the first of the blocks that move together with this one."""
    while number and blocks[number - 1]["stays"]:
        number -= 1
    return number, -1


def _falls(found: Plain) -> bool:
    """Tell of a page break whether it falls; the first page is a title page and may end above."""
    return bool(found["kind"] == "fall" and found["page"] > 1 and found["down"] < SPARSE)


def _notes(plain: Plain) -> Iterator[str]:
    if isinstance(plain, dict):
        if plain.get("t") == "note":
            yield plain["id"]
        plain = list(plain.values())
    if isinstance(plain, list):
        for inner in plain:
            yield from _notes(inner)
