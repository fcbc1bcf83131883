"""Paragraphs that run over a page, made whole in the structure tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from probata.writers.pdf.weasyprint.structure import Node, Structure

CELLS = frozenset({"/TD", "/TH"})


def join_split_paragraphs(structure: Structure, running_on: Sequence[Collection[str]]) -> None:
    """Join the last paragraph of a page with the first of the next where the two are one.

    `running_on` gives for each page the ids of paragraphs that go on overleaf. Those in cells of a table are left to
    `split_rows`, since several of them run on at once.
    """
    by_page = _paragraphs_by_page(structure)
    pages = [str(reference, "ascii") for reference in structure.pdf.page_references]
    for page, identities in enumerate(running_on):
        here, there = by_page[pages[page]], by_page[pages[page + 1]]
        if len(identities) == 1 and here and there and not _in_cell(structure, here[-1]):
            structure.join(here[-1], there[0])
            there[0] = here[-1]


def _paragraphs_by_page(structure: Structure) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for element in structure.walk(structure.top):
        if element["S"] == "/P":
            found[str(element["Pg"], "ascii")].append(element)
    return found


def _in_cell(structure: Structure, element: Node) -> bool:
    while element["S"] not in CELLS and element["S"] != "/Document":
        element = structure.node(element["P"])
    return element["S"] in CELLS
