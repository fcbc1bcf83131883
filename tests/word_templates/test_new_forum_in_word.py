"""`probata new forum --word`, and that the page and the brackets it tells of are so."""

from __future__ import annotations

import re
import time
from difflib import unified_diff
from io import BytesIO
from pathlib import Path

import docx
import pytest
from tests.cli.command import Command
from tests.each import each
from tests.filings.cases import CLAIMS, EXAMPLE, read_yaml
from tests.filings.made import session
from tests.pages import read
from tests.word_templates.forums import built, json_tree, saved, tree, word, write_forum

from probata.compose.template_names import told_brackets
from probata.compose.word_template.forms import If, Scope
from probata.compose.word_template.recognise import Conditions
from probata.diagnostics.render import full
from probata.document.json_form import to_json
from probata.forum import known_forums, own_templates
from probata.pipeline import Made, make, open_workspace, plan


@pytest.mark.parametrize(
    ("extends", "filing"), [*((forum, forum) for forum in known_forums([own_templates()])), ("un-sp", "un-sp-fr")]
)
def test_every_forum_begun_in_word_gives_the_document_of_the_forum_above(
    probata: Command, extends: str, filing: str
) -> None:
    assert probata("new", "forum", "mine", "--extends", extends, "--word").code == 0
    templates = probata.folder / "templates"
    assert sorted(path.name for path in (templates / "mine").iterdir()) == ["forum.yaml", "template.docx"]

    made = json_tree(CLAIMS / EXAMPLE, templates, filing)
    (templates / "mine" / "template.docx").unlink()
    wanted = json_tree(CLAIMS / EXAMPLE, templates, filing)

    assert len(wanted) > 100
    assert list(unified_diff(wanted, made, lineterm="", n=1)) == []


def test_a_part_that_is_worded_anew_in_word_is_printed_in_its_place(probata: Command) -> None:
    probata("new", "forum", "mine", "--extends", "uk-ghr", "--word")
    path = probata.folder / "templates/mine/template.docx"
    made = docx.Document(BytesIO(path.read_bytes()))
    part = next(p for p in made.paragraphs if p.text == "[section: power]")
    part.insert_paragraph_before("What is asked[id: request]", style="heading 1")
    part.text = "[if measures: We ask for:]"
    path.write_bytes(saved(made))

    document = to_json(tree(CLAIMS / EXAMPLE, probata.folder / "templates", "uk-ghr"))
    assert "What is asked" in document
    assert "We ask for:" in document
    assert "That is less than proof" not in document


def test_a_forum_begun_in_word_from_one_in_word_has_the_same_template(probata: Command) -> None:
    probata("new", "forum", "ours", "--extends", "uk-ghr", "--word")
    path = probata.folder / "templates/ours/template.docx"
    path.write_bytes(saved(word("Ours alone", "[section: power]")))
    assert probata("new", "forum", "mine", "--extends", "ours", "--word").code == 0
    assert probata("new", "forum", "text", "--extends", "ours").code == 0

    assert "Ours alone" in to_json(tree(CLAIMS / EXAMPLE, path.parents[1], "uk-ghr"))
    text = to_json(tree(CLAIMS / EXAMPLE, path.parents[1], "uk-ghr", "text"))
    assert "Ours alone" in text
    brief = (probata.folder / "templates/text/brief.md.j2").read_text(encoding="utf-8")
    assert '{% extends "ours/template.docx" %}' in brief
    assert "{% block power %}" in brief
    assert "{% block involvement %}" in brief


def test_text_outside_the_blocks_of_the_template_above_is_not_lost_without_a_word(probata: Command) -> None:
    probata("new", "forum", "ours", "--extends", "uk-ghr")
    (probata.folder / "templates/ours/brief.md.j2").write_text(
        "Loose.\n{% block a %}x{% endblock %}\n", encoding="utf-8"
    )

    found = probata("new", "forum", "mine", "--extends", "ours", "--word")

    assert found.code == 2
    assert "has text outside its blocks" in found.err
    assert not (probata.folder / "templates/mine").exists()


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


PAGE = read("docs/templates.md").partition("## Wording in Word")[2].partition("### What may stand in brackets")[0]
LINES = [line.removeprefix("> ").rstrip("\\") for line in PAGE.splitlines() if line.startswith("> ")]


def test_the_lines_that_the_page_shows_can_be_used_as_they_stand(tmp_path: Path) -> None:
    lines = [re.sub(r" ?\*\(.*\)\*|\*\*", "", line) for line in LINES]
    found = built(tmp_path, word(*(("Heading 1", line) if line.startswith("Request") else line for line in lines)))

    assert len(lines) == 8
    assert [one.message for one in found.findings if one.code.startswith("TPL")] == []
    assert "Harbour Watch asks the Secretary of State to designate Ardel Solvan." in found.text
    assert "Asset freeze." in found.text
    assert "The requests stand by themselves." not in found.text


def test_the_finding_that_the_page_shows_is_the_one_that_is_told(tmp_path: Path) -> None:
    shown = PAGE.partition("```\nmust fix:")[2].partition("```")[0].strip()
    found = built(tmp_path, word(*("Before.",) * 12, ("Heading 1", "Request"), "[persn: name] is asked to answer."))

    (one,) = [one for one in found.findings if one.code == "TPL101"]
    told = full.render([one], {}).replace("mine/", "my-letter/").removeprefix("must fix:").strip()
    assert told.startswith(shown)
    assert len(shown.splitlines()) == 3


SPACES = " " * 60_000


def test_a_long_row_of_spaces_among_words_takes_seconds(tmp_path: Path) -> None:
    template = word("First.", "Last.")
    template.paragraphs[0].add_run(f"begin{SPACES}end")
    template.paragraphs[1].add_run(f"bold{SPACES}words").bold = True
    start = time.process_time()
    found = built(tmp_path, template)
    assert time.process_time() - start < 15
    assert [one.message for one in found.findings if one.code == "TPL101"] == []
    assert "First.begin" in found.text


@each(("denials", "asks"), [(0, "title"), (1, "not (title)"), (2, "title"), (4_001, "not (title)")])
def test_what_is_denied_any_number_of_times_is_asked_or_not(denials: int, asks: str) -> None:
    form = Conditions(Scope()).form(f"if {'not ' * denials}title")
    assert isinstance(form, If)
    assert form.asks == asks
