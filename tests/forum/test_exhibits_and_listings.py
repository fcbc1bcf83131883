"""Sanctions forums: exhibits that are kept apart, listings elsewhere, and rules whose day has passed."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.engine.run import run_checks
from probata.checks.records.filings import rule_out_of_date
from probata.diagnostics import Severity
from probata.document.blocks import Heading, Table
from probata.document.parts import documents_of
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks

CASE = """
case: {title: Example, as_of: AS_OF, persons_concerned: [wolk], filings: [{id: f, forum: FORUM}]}
people: [{id: wolk, name: Mara Wolk}]
exhibits:
  - {id: a, mark: X/1, description: a decree}
  - {id: b, mark: X/2, description: a statement, disclosure: anonymise}
listings:
  - {id: l, person: wolk, authority: Canada, found: FOUND}
"""


def tree(folder: Path, forum: str, as_of: str = "2026-11-24", found: str = "false", text: str = CASE) -> Document:
    named = text.replace("FORUM", forum).replace("AS_OF", as_of).replace("FOUND", found)
    case, faults = load_example(folder, named)
    assert faults == []
    return case.drafts["f"].document


def cells_below(document: Document, heading: str) -> str:
    """Return the text of the first table behind a heading."""
    blocks = list(walk_blocks(document.blocks))
    start = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and plain_text(b.inlines) == heading)
    table = next(block for block in blocks[start:] if isinstance(block, Table))
    return words(table)


def words(table: Table) -> str:
    return " ".join(plain_text(own_inlines(block)) for block in walk_blocks((table,)))


@each("forum", ["uk-ghr", "us-glomag", "eu-ghrsr"])
def test_all_exhibits_stand_in_one_list_with_who_may_see_them(tmp_path: Path, forum: str) -> None:
    _, annexes, _ = documents_of(tree(tmp_path, forum))
    shown = cells_below(annexes, "Exhibits")

    assert "X/1 a decree" in shown
    assert "X/2 a statement" in shown
    assert "to be shown only without what identifies a person" in shown


GROUND = "programme: Global Magnitsky Sanctions"
IN_FORCE = "dates: 2023-05/.."


@each(
    ("authority", "more", "is_offered"),
    [
        ("Canada", [GROUND, IN_FORCE], True),
        ("U.S. Department of the Treasury", [GROUND, IN_FORCE], True),
        ("Switzerland", [GROUND, IN_FORCE], False),
        ("Canada", [GROUND, "dates: 2020-05/2024-06"], False),
        ("Canada", [GROUND, "dates: 2026-12/.."], False),
        ("Canada", [GROUND, "dates: 2023-05"], False),
        ("Canada", [GROUND], False),
        ("Canada", [IN_FORCE], False),
        ("Canada", [GROUND, IN_FORCE, "found: false"], False),
    ],
)
def test_the_urgent_procedure_is_offered_on_a_listing_that_the_act_names_in_force_on_the_day(
    tmp_path: Path, authority: str, more: list[str], is_offered: bool
) -> None:
    listing = ", ".join([f"authority: {authority}", *more])
    text = CASE.replace("authority: Canada, found: FOUND", listing)
    shown = "\n".join(
        plain_text(own_inlines(block)) for block in walk_blocks(tree(tmp_path, "uk-ghr", text=text).blocks)
    )

    assert ("may be designated for 56 days" in shown) is is_offered
    assert ("[why those measures correspond to the measures asked for" in shown) is is_offered


@each(
    ("day", "rules"),
    [("2026-12-08", []), ("2026-12-09", ["expiry", "consolidated-text", "eu-decision-2020-1999"])],
)
def test_the_framework_of_the_union_is_out_of_date_the_day_after_it_runs_out(
    tmp_path: Path, day: str, rules: list[str]
) -> None:
    case, _ = load_example(tmp_path, CASE.replace("FORUM", "eu-ghrsr").replace("AS_OF", day).replace("FOUND", "false"))
    found = run_checks(case, [rule_out_of_date])[0].findings

    assert [one.severity for one in found] == ([Severity.WARNING] if rules else [])
    assert [note.split("`")[1] for one in found for note in one.notes] == rules
