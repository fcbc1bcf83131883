"""Every bracket that is told of works, and every name in the data file is one that the program has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.command import Command
from tests.each import each
from tests.filings.cases import CLAIMS, EXAMPLE, read_yaml
from tests.filings.made import session
from tests.word_templates.forums import word, write_forum

from probata.compose.template_names import told_brackets
from probata.pipeline import Made, make, open_workspace, plan

REAL = {
    "[figure: dead-by-year]": f"[figure: {read_yaml(CLAIMS / EXAMPLE / 'figures.yaml')[0]['id']}]",
    "[exhibit mark: MT/1]": f"[exhibit mark: {read_yaml(CLAIMS / EXAMPLE / 'exhibits.yaml')[0]['mark']}]",
    "[cite: orders, p. 4]": "[cite: accession-act-1998, p. 1]",
}
"""Examples with ids that the fictional case has in place of those that they show."""


def made_from(folder: Path, forum: str, *lines: str) -> Made:
    """Make a document of the fictional case in a forum of one's own with these paragraphs."""
    profile = f"id: mine\nextends: {forum}\ntitle: Mine\n"
    workspace = open_workspace(write_forum(folder, {"template.docx": word(*lines)}, profile))
    chosen = next(one for one in plan(session(EXAMPLE), workspace) if one.id == forum)
    (made,) = make(session(EXAMPLE), workspace, chosen.model_copy(update={"forum": "mine"}), ("html",))
    return made


@each("forum", ["uk-ghr", "uk-cpr-ws", "un-sp"])
def test_every_bracket_that_is_told_of_can_be_used_in_the_fictional_case(tmp_path: Path, forum: str) -> None:
    of_forums = ("[section", "[part")  # which sections and parts there are is a forum's own
    told = [one.bracket for one in told_brackets() if one.about != "loops" and not one.bracket.startswith(of_forums)]
    made = made_from(tmp_path, forum, *(REAL.get(one, one) for one in told))

    assert len(told) > 200
    assert [(found.message, found.help) for found in made.diagnostics if found.code[:3] in ("TPL", "MKD")] == []
    assert made.data


@each(
    ("forum", "nobody"),
    [
        ("uk-ghr", {"addressee by name", "person affected", "consent"}),
        ("un-sp", {"limb", "contention", "person affected", "consent", "exhibit"}),
    ],
)
def test_every_loop_that_is_told_of_goes_through_what_the_fictional_case_has(
    tmp_path: Path, forum: str, nobody: set[str]
) -> None:
    loops = [one.bracket for one in told_brackets() if one.about == "loops"]
    made = made_from(tmp_path, forum, *(line for loop in loops for line in (loop, f"One of [{loop}]", "[end]")))

    assert len(loops) > 15
    empty = {loop.removeprefix("[for each ")[:-1] for loop in loops if f"One of {loop}" not in made.data.decode()}
    assert empty == nobody


@each(("call", "headings"), [("narrative", 1), ("narrative text", 0)])
def test_sections_of_the_narrative_are_printed_with_their_headings_or_without(
    tmp_path: Path, call: str, headings: int
) -> None:
    page = made_from(tmp_path, "uk-ghr", f"[{call}: risk]").data.decode()
    (title,) = re.findall(
        "^title: (.*)$", (CLAIMS / EXAMPLE / "narrative" / "risk.md").read_text("utf-8"), re.MULTILINE
    )

    assert len(re.findall(rf"<h\d[^>]*>(?:<[^>]*>|[A-Z0-9.\s])*{re.escape(title)}", page)) == headings


def test_a_thing_that_there_is_not_is_named_with_the_nearest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = Command(tmp_path, capsys)("explain", "fields", "alegation")

    assert (found.code, found.err) == (
        2, "no field is about `alegation`\nnext step: did you mean `allegation`?\n",
    )  # fmt: skip
