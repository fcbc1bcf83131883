"""How long the documents of both cases are, and what is told twice in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.filings.cases import FILINGS, FilingName
from tests.filings.made import is_final, tree_of

from probata.checks.documents.length_and_repetition import too_many_words
from probata.checks.engine.run import run_checks
from probata.document.blocks import Paragraph
from probata.document.inlines import Note, Text
from probata.document.measures import measure

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

    (result,) = run_checks(case, [too_many_words])

    assert faults == []
    assert [one.message for one in result.findings] == (
        [f"the text of `letter` has 49 words, and its budget is {budget}; the longest section is `A Summary`, of 42"]
        if budget
        else []
    )
