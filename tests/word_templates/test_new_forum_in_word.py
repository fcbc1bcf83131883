"""`probata new forum --word`: a template in Word that builds as the forum above does, and says how it is changed."""

from __future__ import annotations

from difflib import unified_diff
from io import BytesIO
from pathlib import Path

import docx
import pytest
from tests.cli.command import Command
from tests.filings.cases import CLAIMS, EXAMPLE
from tests.word_templates.forums import json_tree, saved, tree, word

from probata.document.json_form import to_json
from probata.forum import known_forums, own_templates


@pytest.fixture
def probata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    monkeypatch.chdir(tmp_path)
    return Command(tmp_path, capsys)


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
