"""Dates, numbers, quotation marks and narrative in the language of the document."""

from __future__ import annotations

import re
from pathlib import Path

from tests.each import each
from tests.readers.tree_text import read_tree
from tests.three_languages import (
    ALLEGATIONS,
    BACKGROUND_EN,
    BACKGROUND_ES,
    BACKGROUND_FR,
    CASE,
    DETAINED,
    LANGUAGES,
    letter,
    open_letters,
    raw_text,
)

from probata.diagnostics import Severity
from probata.forum import load_forum, own_templates
from probata.pipeline import make_document, plan, refusals

NARROW = "\u202f"


@each(
    ("language", "harbour"),
    [
        ("en-GB", "The harbour lies in the north."),
        ("fr", "Le port se trouve dans le nord."),
        ("es", "El puerto está en el norte."),
    ],
)
def test_the_narrative_is_in_the_language_of_the_document(tmp_path: Path, language: str, harbour: str) -> None:
    document, _ = letter(tmp_path, language)
    paragraphs = [item.text for item in read_tree(document) if item.kind == "paragraph"]

    assert [text for text in paragraphs if re.search("north|nord|norte", text)] == [harbour]


TABLE = "---\ntitle: {title}\nplace: background\nlanguage: {language}\norder: 3\n---\n\n{{{{ tables[0].table }}}}\n"

FIGURES = {
    "narrative/figures.md": TABLE.format(title="Figures", language="en-GB"),
    "narrative/figures-fr.md": TABLE.format(title="Chiffres", language="fr"),
    "narrative/figures-es.md": TABLE.format(title="Cifras", language="es"),
    "data/detained.csv": DETAINED + "2022-06,12345\n2022-07,~70\n",
}


@each(
    ("language", "cells"),
    [
        ("en-GB", ["April 2022", "9,933", "May 2022", "31", "June 2022", "12,345", "July 2022", "about 70"]),
        (
            "fr",
            [
                *("avril 2022", f"9{NARROW}933", "mai 2022", "31"),
                *("juin 2022", f"12{NARROW}345", "juillet 2022", "environ 70"),
            ],
        ),
        (
            "es",
            ["abril de 2022", "9933", "mayo de 2022", "31", "junio de 2022", "12.345", "julio de 2022",
             "aproximadamente 70"],
        ),
    ],
)  # fmt: skip
def test_dates_and_numbers_are_those_of_the_language(tmp_path: Path, language: str, cells: list[str]) -> None:
    document, _ = letter(tmp_path, language, FIGURES)
    found = [item.text for item in read_tree(document) if item.kind == "cell"]
    spaced = [" ".join(cell.split()) for cell in cells]
    """The reader makes every space a plain one."""
    start = found.index(spaced[0])

    assert found[start : start + len(cells)] == spaced
    assert all(cell in raw_text(document) for cell in cells)


SPOKEN = """\
- id: order
  speaker: {person: solvan}
  text: Come.
  citations: report, p. 3
  translations: {fr: {text: Venez.}, es: {text: Venid.}}
"""

PROVISIONS = (
    "provisions: [{named: Law of the sea, translations: {fr: {named: droit de la mer}, es: {named: derecho del mar}}}]"
)


@each(
    ("language", "spoken", "named", "note"),
    [
        ("en-GB", "“Come.”", "“Law of the sea”", "‘A Report on the Harbour’"),
        (
            "fr",
            f"«{NARROW}Venez.{NARROW}»",
            f"«{NARROW}droit de la mer{NARROW}»",
            f"«{NARROW}A Report on the Harbour{NARROW}»",
        ),
        ("es", "«Venid.»", "«derecho del mar»", "«A Report on the Harbour»"),
    ],
)
def test_quotation_marks_are_those_of_the_language(
    tmp_path: Path, language: str, spoken: str, named: str, note: str
) -> None:
    files = {
        "quotations": SPOKEN,
        "allegations": ALLEGATIONS.replace("provisions: [{instrument: uncat, provision: 1}]", PROVISIONS),
        "narrative/background.md": BACKGROUND_EN.replace("order:", "epigraphs: [order]\norder:"),
        "narrative/background-fr.md": BACKGROUND_FR.replace("order:", "epigraphs: [order]\norder:"),
        "narrative/background-es.md": BACKGROUND_ES.replace("order:", "epigraphs: [order]\norder:"),
    }
    document, _ = letter(tmp_path, language, files)
    text = raw_text(document)

    assert all(shown in text for shown in (spoken, named, note)), text


@each(
    ("filing", "case", "language"),
    [("fr", "es", "fr"), (None, "es", "es"), (None, "de", "en-GB"), ("de", "fr", "de")],
)
def test_the_language_of_a_document(filing: str | None, case: str, language: str) -> None:
    forum = load_forum("un-sp", (own_templates(),)).forum
    assert forum is not None

    assert forum.profile.language_for(filing, case) == language


def test_a_forum_for_english_alone_is_in_english_whatever_the_case_is_in() -> None:
    forum = load_forum("uk-ghr", (own_templates(),)).forum
    assert forum is not None

    assert forum.profile.language_for(None, "fr") == "en-GB"
    assert not forum.profile.takes("fr")
    assert forum.profile.takes("en-US")


def test_all_three_letters_are_final(tmp_path: Path) -> None:
    session_, workspace_ = open_letters(tmp_path)

    for filing in plan(session_, workspace_):
        document, _, found = make_document(session_, workspace_, filing, final=True)
        assert document is not None
        assert document.meta.language == filing.language
        assert refusals(session_, workspace_, filing) == ()
        assert [each.message for each in found if each.severity is Severity.ERROR] == []
    assert len(plan(session_, workspace_)) == len(LANGUAGES)


def test_a_filing_is_named_by_its_own_id_or_by_that_of_its_forum(tmp_path: Path) -> None:
    session_, workspace_ = open_letters(tmp_path / "a")
    like_the_forum, _ = open_letters(tmp_path / "b", {"case": CASE.replace("id: letter-en", "id: un-sp")})
    every = ["letter-en", "letter-fr", "letter-es"]

    assert [filing.id for filing in plan(session_, workspace_, ["un-sp"])] == every
    assert [filing.id for filing in plan(session_, workspace_, ["letter-fr"])] == ["letter-fr"]
    assert [filing.id for filing in plan(session_, workspace_, ["letter-fr", "un-sp"])] == [
        *("letter-fr", "letter-en", "letter-es"),
    ]
    assert [filing.id for filing in plan(like_the_forum, workspace_, ["un-sp"])] == ["un-sp"]


def test_a_british_case_before_an_american_office_is_in_american_english() -> None:
    forum = load_forum("us-glomag", (own_templates(),)).forum
    assert forum is not None

    assert forum.profile.language_for(None, "en-GB") == "en-US"
    assert forum.profile.language_for("en-GB", "en-GB") == "en-GB"
