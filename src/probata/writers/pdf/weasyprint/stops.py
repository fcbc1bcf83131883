"""Where a page may be broken by force, in the order of the text, between the marks of notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from probata.writers.html.context import mark_id
from probata.writers.html.element import Element
from probata.writers.html.tables import LONG, THREE_LAST
from probata.writers.html.tables import WHOLE as WHOLE_TABLE

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
