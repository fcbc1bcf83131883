"""Rows of tables that run over a page, made whole in the structure tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from probata.writers.pdf.weasyprint.long_rows import LongRow
from probata.writers.pdf.weasyprint.structure import Node, Structure


def join_split_rows(structure: Structure, running_on: Sequence[AbstractSet[str]], rows: Mapping[str, LongRow]) -> None:
    """Join the last row of a page with the first of the next where the two are one.

    `running_on` gives for each page the ids of rows and paragraphs that go on overleaf; `rows` holds the rows by id.
    A row of which a style sheet hides cells stays in pieces.
    """
    by_page = _rows_by_page(structure)
    for page, identities in enumerate(running_on):
        found = [rows[identity] for identity in identities if identity in rows]
        here, there = by_page[page], by_page[page + 1]
        if len(found) == 1 and here and there:
            _join_rows(structure, here[-1], there[0], [not identities.isdisjoint(cell) for cell in found[0].cells])
            there[0] = here[-1]


def _rows_by_page(structure: Structure) -> dict[int, list[Node]]:
    """Return the rows on each page, without the heads of tables, which are repeated."""
    pages = {str(reference, "ascii"): number for number, reference in enumerate(structure.pdf.page_references)}
    found: dict[int, list[Node]] = defaultdict(list)
    for element in structure.walk(structure.top):
        if element["S"] == "/TR" and structure.node(element["P"])["S"] != "/THead":
            found[pages[str(element["Pg"], "ascii")]].append(element)
    return found


def _join_rows(structure: Structure, first: Node, second: Node, runs_on: Sequence[bool]) -> None:
    """Join two parts of a row; `runs_on` says of each cell whether a paragraph of it is in both."""
    parts = structure.children(first), structure.children(second)
    if not len(parts[0]) == len(parts[1]) == len(runs_on):
        return
    for here, there, in_both in zip(*parts, runs_on, strict=True):
        last, following = ([each for each in structure.walk(cell) if each["S"] == "/P"] for cell in (here, there))
        structure.move_kids(there, here)
        if in_both and last and following:
            structure.join(last[-1], following[0])
    second["K"].clear()
    structure.take_out(second)
