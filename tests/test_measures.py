"""How long the documents of both cases are, and what is told twice in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.filings.cases import FILINGS, FilingName
from tests.filings.made import is_final, tree_of

from probata.checks.drafting import too_many_words
from probata.checks.runner import run_checks
from probata.document.blocks import Cell, Heading, Paragraph, Quote, Role, Row, Table
from probata.document.inlines import Gap, Note, Text
from probata.document.measures import measure
from probata.document.tree import Document, Meta

GOALS = {"repeated": 0.04, "notes_for_100_words": 2.0, "ibid_in_row": 0, "empty_sections": 0, "longest_cell": 60}
"""What holds for every document; how many words one may have stands in `budget` of its forum or filing."""

KNOWN: Mapping[str, Mapping[str, float]] = {
    "example/uk-cpr-ws-exhibits": {"repeated": 0.22},
    "example/us-glomag-annexes": {"repeated": 0.047},
    "liu-jianchao/uk-ghr-annexes": {"longest_cell": 77},
    "liu-jianchao/us-glomag-annexes": {"longest_cell": 76},
    "liu-jianchao/eu-ghrsr-annexes": {"longest_cell": 77},
}
"""Excesses of today, in the order of the goals. Cover sheets of exhibits have one form, which a court prescribes; the
lists that were searched are named for each person; a provision in dispute is quoted whole."""


def excess(name: FilingName) -> dict[str, float]:
    """Return the measures of a filing that are above their goal."""
    found = measure(tree_of(name, is_final(name.case))[0])
    figures = {what: getattr(found, what) for what in GOALS} | {"empty_sections": len(found.empty_sections)}
    return {what: round(figure, 3) for what, figure in figures.items() if figure > GOALS[what]}


@each("name", FILINGS, ids=str)
def test_a_filing_is_no_longer_and_repeats_no_more_than_it_may(name: FilingName) -> None:
    known, found = KNOWN.get(str(name), {}), excess(name)
    assert {what: figure for what, figure in found.items() if figure > known.get(what, 0)} == {}
    assert set(known) <= set(found), "take out of the known excesses what is none any more"


def test_what_a_reader_counts_is_measured() -> None:
    ten = "one two three four five six seven eight nine ten"
    note = Note("n", (Paragraph((Text("Ibid."),)),))
    head = Row((Cell((said(ten),)),))
    blocks = (
        Paragraph((Text("not counted"),), Role.TITLE),
        Heading(1, (Text("One"),), "one", number="A"),
        Quote((said(f"{ten} eleven", note, note),)),
        Table((1,), (head,), (Row((Cell((said(f"Now {ten}"),)),)),)),
        Heading(1, (Text("Two"),), "two", number="B"),
        Paragraph((Gap("to complete"),)),
        Heading(1, (Text("Three"),), "three", number="C"),
        Heading(1, (Text("More"),), "more", "annex", "Annex 1"),
        said(f"{ten}, and more"),
    )

    found = measure(Document(Meta("t"), blocks))

    assert [(one.name, one.words, one.retold) for one in found.sections] == [
        ("A One", 33, 10),
        ("B Two", 3, 0),
        ("C Three", 1, 0),
        ("Annex 1 More", 13, 10),
    ]
    assert (found.words, found.annex_words, found.notes, found.note_words) == (37, 13, 2, 2)
    assert found.repeated == 3 / 7
    assert (found.ibid_in_row, found.empty_sections, found.longest_cell) == (1, ("C Three",), 11)


def said(text: str, *notes: Note) -> Paragraph:
    return Paragraph((Text(text), *notes))


CASE = "case: {title: Example, summary: A %s, filings: [{id: letter, forum: letter%s}]}\n"
FORUM = "id: letter\nextends: _base\ndocument_kind: submission\n"


@each(
    ("of_filing", "of_forum", "budget"),
    [("", "", None), ("", "budget: {words: 30}", 30), (", budget: {words: 20}", "budget: {words: 500}", 20),
     (", budget: {words: 500}", "budget: {words: 30}", None)],
)  # fmt: skip
def test_a_text_above_its_budget_is_told_with_its_longest_section(
    of_filing: str, of_forum: str, budget: int | None, tmp_path: Path
) -> None:
    forum = {"templates/letter/forum.yaml": FORUM + of_forum}
    case, faults = load_example(tmp_path, CASE % ("very " * 40, of_filing), forum)

    (result,) = run_checks(case, [too_many_words.CHECK])

    assert faults == []
    assert [one.message for one in result.findings] == (
        [f"the text of `letter` has 49 words, and its budget is {budget}; the longest section is `A Summary`, of 42"]
        if budget
        else []
    )
