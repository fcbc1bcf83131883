"""Where a page may be broken by force, in the order of the text, between the marks of notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from probata.writers.html.blocks import LONG, THREE_LAST
from probata.writers.html.blocks import WHOLE as WHOLE_TABLE
from probata.writers.html.context import Element, mark_id

BREAKABLE = frozenset({"p", "h1", "h2", "h3", "h4", "li", "table", "tr", "blockquote", "div", "nav", "figure"})
LEAST_DIVIDED = 4
"""Rows of the shortest table whose second row stays with the first."""
HEADINGS = frozenset({"h2", "h3", "h4"})
CONTAINERS = frozenset({"blockquote", "div"})
WHOLE = frozenset({"li", "tr", "thead", "caption", "nav", "figure"})
"""What is moved as one: no stop lies inside it."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A block before which the page may be broken."""

    id: str
    breaks_at: str
    """Id of the element to move to the next page: the heading above it where there is one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a note."""

    id: str


Place = Stop | Mark


def places(main: Element) -> tuple[Place, ...]:
    """Number every block that lacks an id, and return stops and marks in the order of the text."""
    found: list[Place] = []
    heading = ""
    together = _rows_together(main)
    _number_blocks(main)
    for made in _breakable_or_mark(main, inside_whole=False):
        identity = made.get("id", "")
        if made.tag == "a":
            found.append(Mark(identity))
            continue
        found.append(Stop(identity, heading or _target(together.get(identity, identity), found)))
        # What begins inside a quotation or box begins with it: broken there, the heading above would stay behind.
        leads = made.tag in HEADINGS or (made.tag in CONTAINERS and len(made) > 0)
        heading = (heading or identity) if leads else ""
    return tuple(found)


def _target(identity: str, found: Iterable[Place]) -> str:
    """Return what is moved with a block that stays with another one above it."""
    return next((place.breaks_at for place in found if isinstance(place, Stop) and place.id == identity), identity)


def _rows_together(main: Element) -> dict[str, str]:
    """Return for the rows that stay with the one above them what they are moved with: that row, or the table.

    A row behind one that runs on may stand anywhere.
    """
    found: dict[str, str] = {}
    for table in main.iter("table"):
        identity, rows = table.get("id", ""), [row for body in table.iter("tbody") for row in body]
        ids, run_on = [row.get("id", "") for row in rows], [LONG in _classes(row) for row in rows]
        if WHOLE_TABLE in _classes(table):
            found |= dict.fromkeys(ids, identity)
            continue
        if len(rows) >= LEAST_DIVIDED and not run_on[0]:
            found[ids[1]] = identity
        first = len(rows) - (3 if THREE_LAST in _classes(table) else 2)
        if first > 0 and not any(run_on[first:-1]):
            found |= {row: found.get(ids[first], ids[first]) for row in ids[first + 1 :]}
    return found


def falling_breaks(main: Element) -> tuple[str, ...]:
    """Number the page breaks that may fall, and return their ids."""
    found = []
    for number, made in enumerate(each for each in main.iter("hr") if "may-fall" in _classes(each)):
        made.set("id", f"break.{number}")
        found.append(f"break.{number}")
    return tuple(found)


def _classes(made: Element) -> list[str]:
    return (made.get("class") or "").split()


def _number_blocks(main: Element) -> None:
    for number, made in enumerate(main.iter(*BREAKABLE)):
        if not made.get("id"):
            made.set("id", f"place.{number}")


def _breakable_or_mark(parent: Element, inside_whole: bool) -> Iterator[Element]:
    for child in parent:
        is_mark = child.tag == "a" and child.get("id", "").startswith(mark_id(""))
        is_stop = child.tag in BREAKABLE and not inside_whole and child.get("class") != "front"
        if child.tag == "tr" and child is parent[0]:
            is_stop = False  # the layout keeps a first row with its heading: the table is moved whole
        if is_mark or is_stop:
            yield child
        yield from _breakable_or_mark(child, inside_whole or child.tag in WHOLE)


# Rows of tables that are too long to be moved whole and run on to the next page.
# The layout fills each cell of such a row by itself: where the first lines of one cell do not fit any more, it begins
# on the next page, and a label is left without its value.


@dataclass(frozen=True, slots=True)
class LongRow:
    """A row that may run on."""

    id: str
    breaks_at: str
    """Id of the element to move to the next page with it: the table, where it is the first row; empty for none."""

    cells: tuple[tuple[str, ...], ...]
    """Ids of the paragraphs of each cell."""


def long_rows(main: Element, places: Sequence[Place]) -> tuple[LongRow, ...]:
    """Return the rows that may run on, in the order of the text. Every block must have its id."""
    stops = {place.id: place.breaks_at for place in places if isinstance(place, Stop)}
    return tuple(
        LongRow(row.get("id", ""), _breaks_at(row, table, stops), tuple(_paragraphs(cell) for cell in row))
        for table in main.iter("table")
        for row in table.iter("tr")
        if LONG in row.get("class", "").split()
    )


def parted_rows(rows: Iterable[LongRow], pages: Mapping[str, int]) -> tuple[LongRow, ...]:
    """Return the rows whose cells do not all begin on one page; `pages` gives the first page of each id.

    What a style sheet hides is on no page, and parts no row.
    """
    return tuple(row for row in rows if len({pages[first] for first in _beginnings(row) if first in pages}) > 1)


def _beginnings(row: LongRow) -> tuple[str, ...]:
    return (row.id, *(cell[0] for cell in row.cells if cell))


def _breaks_at(row: Element, table: Element, stops: Mapping[str, str]) -> str:
    return stops.get(row.get("id", "")) or stops.get(table.get("id", ""), "")


def _paragraphs(cell: Element) -> tuple[str, ...]:
    return tuple(paragraph.get("id", "") for paragraph in cell.iter("p"))
