from __future__ import annotations

import re

import pytest
from tests.cli.command import Command
from tests.pages import FENCE
from tests.writers.letterhead import letterhead

from probata.document.look import base_look
from probata.forum import known_forums, own_templates
from probata.word import open_word
from probata.word.reading import read_text
from probata.writers.docx.samples import sample_document
from probata.writers.docx.style_sheet import (
    BULLETS,
    CAPTION,
    OF_ROLE,
    PAGE_LINE,
    QUOTES,
    RUNNING_LINE,
    SECTION_HEADINGS,
    UNNUMBERED_HEADINGS,
)
from probata.writers.docx.writer import write
from probata.writers.format import WriteOptions


def test_a_new_case_builds_at_once_and_nothing_must_be_fixed(probata: Command) -> None:
    made = probata("new", "case", "my-case")

    assert made.code == 0
    assert "make its documents: probata build claims/my-case" in made.out
    assert probata("build", "claims/my-case", "--format", "html", "--format", "docx").code == 0
    assert probata("check", "my-case").code == 0


def test_a_new_case_tells_of_the_settings_of_an_office_and_its_readme_shows_ones_that_hold(probata: Command) -> None:
    made = probata("new", "case", "my-case")
    readme = (probata.folder / "claims/my-case/README.md").read_text(encoding="utf-8")
    example = next(fence["text"] for fence in FENCE.finditer(readme) if fence["kind"] == "toml")
    (probata.folder / "probata.toml").write_text(example, encoding="utf-8")
    (probata.folder / "letterhead.docx").write_bytes(letterhead())

    assert "`probata.toml`: the README of the new case shows how" in made.out
    assert "probata.toml" not in probata("new", "case", "second").out
    assert "must fix" not in probata("build", "my-case", "--format", "docx").err


def test_a_case_that_exists_is_not_touched(probata: Command) -> None:
    mine = probata.folder / "claims/mine"
    mine.mkdir(parents=True)

    found = probata("new", "case", "mine")

    assert found.code == 2
    assert "exists already" in found.err
    assert list(mine.iterdir()) == []


@pytest.mark.parametrize("extends", ["uk-ghr", "support-statement"])
def test_a_new_forum_builds_at_once(probata: Command, extends: str) -> None:
    probata("new", "case", "my-case")

    assert probata("new", "forum", "ours", "--extends", extends).code == 0

    assert probata("build", "my-case", "--forum", "ours", "--format", "html").code == 0
    assert (probata.folder / "output/my-case/outgoing/DRAFT-ours.en-GB.html").is_file()


def blocks_of(template: str) -> dict[str, str]:
    """Return the blocks of a template that stand outside remarks, in order, each with the remark right above it."""
    above, found = "", {}
    for text, block in re.findall(r"(?s){##(.*?)##}|{% block (\w+) %}", template):
        if block:
            found[block] = above
        above = " ".join(text.split())
    return found


def blocks_with_those_above(template: str) -> dict[str, str]:
    """Return the blocks of a template and of those it is made from, in the order of the uppermost."""
    text = (own_templates() / template).read_text(encoding="utf-8")
    above = re.search(r'{% extends "(.+?)" %}', text)
    return {**(blocks_with_those_above(above[1]) if above else {}), **blocks_of(text)}


@pytest.mark.parametrize("extends", known_forums([own_templates()]))
def test_a_new_forum_names_every_block_that_it_may_replace_with_what_it_prints(probata: Command, extends: str) -> None:
    assert probata("new", "forum", "ours", "--extends", extends).code == 0

    ours = (probata.folder / "templates/ours/brief.md.j2").read_text(encoding="utf-8")
    theirs = blocks_with_those_above(f"{extends}/brief.md.j2")
    given = re.findall(r"{## (.*)\n\n{% block (\w+) %}\n{% endblock %} ##}", ours)

    assert len(theirs) > 3
    assert given == [(remark, name) for name, remark in theirs.items()]
    assert all(remark.endswith(".") for remark, _ in given)


def test_a_forum_that_extends_nothing_known_is_refused(probata: Command) -> None:
    found = probata("new", "forum", "ours", "--extends", "uk-gr")

    assert found.code == 2
    assert "support-statement, uk-cpr-ws, uk-ghr" in found.err
    assert not (probata.folder / "templates/ours").exists()


@pytest.mark.parametrize("name", ["../evil", "a/evil", "a\\evil", "..", "evil/"])
def test_a_name_that_leads_out_of_the_folder_of_forums_is_refused(probata: Command, name: str) -> None:
    found = probata("new", "forum", name, "--extends", "uk-ghr")

    assert found.code == 2
    assert f"`{name}` cannot be the name of a forum" in found.err
    assert list(probata.folder.iterdir()) == []


@pytest.mark.parametrize("name", ["", "..", "cases/.."])
def test_a_name_that_is_no_folder_of_its_own_is_refused_for_a_case(probata: Command, name: str) -> None:
    found = probata("new", "case", name)

    assert found.code == 2
    assert "cannot be the name of a case" in found.err
    assert list(probata.folder.iterdir()) == []


def test_a_case_below_a_file_is_refused_in_plain_words(probata: Command) -> None:
    (probata.folder / "taken").write_text("a file", encoding="utf-8")

    assert "a file stands where a folder is needed" in probata("new", "case", "taken/case").err


def test_a_forum_whose_template_is_not_in_utf_8_cannot_be_extended_and_the_reason_is_given(probata: Command) -> None:
    probata("new", "forum", "ours", "--extends", "uk-ghr")
    (probata.folder / "templates/ours/brief.md.j2").write_bytes(b"M\xfcller")

    found = probata("new", "forum", "second", "--extends", "ours")

    assert found.code == 2
    assert "UTF-8" in found.err


def test_a_new_letterhead_has_every_style_with_a_sample_and_no_finding(probata: Command) -> None:
    made = probata("new", "letterhead", "office/letterhead.docx")
    data = (probata.folder / "office/letterhead.docx").read_bytes()
    assert made.code == 0
    shown = "\n".join(line.text for line in read_text(open_word(data)).lines)
    of_page = (RUNNING_LINE, PAGE_LINE)
    for style in (*OF_ROLE.values(), *SECTION_HEADINGS, *UNNUMBERED_HEADINGS, *BULLETS[:1], *QUOTES.values(), CAPTION,
                  *of_page):  # fmt: skip
        assert style in shown, style
    document = sample_document(base_look())
    assert write(document, WriteOptions(reference_docx=data)).diagnostics == ()
    assert probata("new", "letterhead", "office/letterhead.docx").code == 2
    assert (probata.folder / "office/letterhead.docx").read_bytes() == data


def test_what_a_letterhead_lacks_is_a_note_with_the_names_of_the_styles(probata: Command) -> None:
    probata("new", "case", "my-case")
    (probata.folder / "letterhead.docx").write_bytes(letterhead())
    (probata.folder / "probata.toml").write_text('[house]\nletterhead = "letterhead.docx"\n', encoding="utf-8")
    built = probata("build", "claims/my-case", "--forum", "uk-ghr", "--format", "docx")
    assert built.code == 0
    findings = (probata.folder / "output/my-case/internal/findings.txt").read_text(encoding="utf-8")
    assert "styles-not-in-letterhead (WRT102)" in findings
    assert "`Numbered Paragraph 1`" in findings
