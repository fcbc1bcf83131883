"""The changes of a redline by allegation and record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.case_folder import ALLEGATIONS, write_case
from tests.writers.docx_file import document_of, paragraph, written

from probata.cli.redline_revisions import by_record
from probata.document.blocks import Block, Cell, Heading, Paragraph, Row, Table
from probata.document.inlines import Note, Text
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.graph import CaseGraph
from probata.pipeline import open_case, open_workspace
from probata.redline import make_redline
from probata.redline.changes import changes_of, line_of
from probata.redline.read_shown import read_shown

Tree = Callable[[str], tuple[Block, ...]]
"""Gives the blocks of a document on a day."""
ALLEGATION, SOURCE = Origin("allegations/beatings", "statement"), Origin("sources/report")


def graph(folder: Path, **files: str) -> CaseGraph:
    found = open_case(write_case(folder, **files), "harbour", open_workspace()).graph
    assert found is not None
    return found


def told(tree: Tree, graphs: tuple[CaseGraph, CaseGraph]) -> list[tuple[str, list[str]]]:
    """Return each group with the new words of its changes, where the day in a document was changed."""
    old, new = (document_of(*tree(day)) for day in ("Monday", "Friday"))
    changes = changes_of(read_shown(make_redline(written(old), written(new), "A").data))
    return [(group.title, [one.new for one in group.changes]) for group in by_record((old, new), graphs, [], changes)]


def test_what_stands_below_the_heading_of_one_allegation_belongs_to_it(tmp_path: Path) -> None:
    graphs = (graph(tmp_path / "before"), graph(tmp_path / "after"))

    def tree(day: str) -> tuple[Block, ...]:
        alleged = Paragraph((Text("It is alleged that guards beat detainees."),), origin=ALLEGATION)
        heading = Heading(1, (Text("Allegation 1"),), "a", number="B")
        return (
            Heading(1, (Text("Facts"),), "f", number="A"),
            paragraph(f"Before, {day}."),
            heading,
            alleged,
            paragraph(f"It was done on {day}."),
        )

    assert told(tree, graphs) == [
        ("allegations “Alleged beatings in the harbour” (`beatings`)", ["It was done on Friday."]),
        ("A Facts", ["Before, Friday."]),
    ]


def version(day: str, page: str) -> tuple[Block, ...]:
    note = Note("n", (paragraph(f"A Report, p. {page}."),))
    row = Row((Cell((paragraph("A Report"),)), Cell((paragraph(f"page {page}"),))), origin=SOURCE)
    return (
        paragraph(f"Of no record, {day}."),
        Table((1, 1), (), (row,)),
        Paragraph((Text("It is alleged that guards beat detainees"), note, Text(".")), origin=ALLEGATION),
    )


def test_changes_stand_with_their_record_and_with_what_changed_in_it(tmp_path: Path) -> None:
    said = ALLEGATIONS.replace("guards beat detainees.", "guards struck detainees.")
    graphs = (graph(tmp_path / "before"), graph(tmp_path / "after", allegations=said))
    old, new = (document_of(*version(*words)) for words in (("Monday", "7"), ("Friday", "9")))
    changes = changes_of(read_shown(make_redline(written(old), written(new), "A").data))
    groups = by_record((old, new), graphs, ["a page was wrong"], changes)
    assert [(group.title, [*group.why, *map(line_of, group.changes)]) for group in groups] == [
        ("allegations “Alleged beatings in the harbour” (`beatings`)",
         ["the record was changed: `statement`", "note 1 changed: “7” to “9”"]),
        ("sources “A Report on the Harbour” (`report`)", ["row “A Report” of a table changed: “7” to “9”"]),
        ("Before the first heading", ["paragraph changed: “Monday” to “Friday”"]),
        ("What the history says of it", ["“a page was wrong”"]),
    ]  # fmt: skip


def section(number: str, key: str, *said: str) -> tuple[Block, ...]:
    """Return a section about one allegation, whose first words are the record's."""
    first, *rest = said
    heading = Heading(1, (Text(f"Allegation on {key}"),), f"{key}-{number}", number=number)
    return heading, Paragraph((Text(first),), origin=Origin(f"allegations/{key}", "statement")), *map(paragraph, rest)


SAID = ("It is alleged that guards beat detainees.", "It happened at night.")
OTHER = ALLEGATIONS + ALLEGATIONS.replace("beatings", "threats")


def grouped(trees: tuple[Document, Document], graphs: tuple[CaseGraph, CaseGraph]) -> list[tuple[str, list[str]]]:
    changes = changes_of(read_shown(make_redline(written(trees[0]), written(trees[1]), "A").data))
    return [(group.title, list(map(line_of, group.changes))) for group in by_record(trees, graphs, [], changes)]


def test_an_allegation_that_came_or_went_has_all_below_its_heading_though_another_says_the_same(tmp_path: Path) -> None:
    graphs = (graph(tmp_path / "one"), graph(tmp_path / "two", allegations=OTHER))
    one, end = section("A", "beatings", *SAID), paragraph("End.")
    two = (*one, *section("B", "threats", *SAID))
    trees = document_of(*one, end), document_of(*two, end)

    ((came, added),) = [found for found in grouped(trees, graphs) if found[1]]
    ((went, gone),) = [found for found in grouped((trees[1], trees[0]), (graphs[1], graphs[0])) if found[1]]

    assert came == went == "allegations “Alleged threats in the harbour” (`threats`)"
    assert [line.partition(":")[0] for line in added] == ["heading B added", "paragraph added", "paragraph added"]
    assert [line.partition(":")[0] for line in gone] == [
        "heading B of the old version taken out", "paragraph taken out", "paragraph taken out"
    ]  # fmt: skip


def test_a_heading_without_a_record_below_it_belongs_with_the_allegation_above_it(tmp_path: Path) -> None:
    graphs = (graph(tmp_path / "before"), graph(tmp_path / "after"))

    def tree(day: str) -> tuple[Block, ...]:
        below = (
            Heading(2, (Text("What the person answered"),), "w"),
            Heading(3, (Text("In writing"),), "i"),
            paragraph(f"Nothing by {day}."),
        )
        other = Heading(1, (Text("Other matters"),), "o", number="B"), Heading(2, (Text("Costs"),), "c")
        return (*section("A", "beatings", SAID[0]), *below, *other, paragraph(f"None by {day}."))

    assert told(tree, graphs) == [
        ("allegations “Alleged beatings in the harbour” (`beatings`)", ["Nothing by Friday."]),
        ("B.1 Costs", ["None by Friday."]),
    ]
