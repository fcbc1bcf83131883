"""Documents in other languages: no label in English, and what is not translated is marked and told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from string import Formatter

from tests.each import each
from tests.filings.cases import EXAMPLE, REAL
from tests.filings.made import session, workspace
from tests.readers.tree_text import read_tree
from tests.three_languages import CASE, METHODS_EN, foreign_in, letter, text_of

from probata.citation.library import is_schedule
from probata.diagnostics import Severity
from probata.document.blocks import Box, Paragraph, Role, Table
from probata.document.inlines import Inline, Inlines, Language
from probata.document.rebuild import map_blocks, map_children
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text
from probata.forum import load_forum, own_templates
from probata.messages import load_wording
from probata.model.case_file import Filing
from probata.pipeline import make_document

OTHERS = ("fr", "es")

SHORTEST = 4
"""A word of fewer letters may be part of any language."""

ALSO = {"es": {"para"}, "fr": {"information", "part"}}
"""English words that mean something else in the other language."""


def without_foreign(document: Document) -> Document:
    """Return the document without what it marks as being in another language."""

    def own(inlines: Inlines) -> Inlines:
        kept: tuple[Inline, ...] = tuple(inline for inline in inlines if not isinstance(inline, Language))
        return tuple(map_children(inline, own) for inline in kept)

    return replace(document, blocks=map_blocks(document.blocks, own))


def labels_in(language: str) -> dict[str, str]:
    """Return all words that the forum's templates and the program print in a language."""
    forum = load_forum("un-sp", (own_templates(),)).forum
    assert forum is not None
    found = {name: forum.words.find(name, language) for name in forum.words.names()}
    tag = language.partition("-")[0]
    words = {f"words.{name}": word[0] for name, word in found.items() if word and word[1] == tag}
    return {**words, **load_wording(language).words}


def parts_of(words: str) -> Iterator[str]:
    """Give what a label says around the values that it is filled with, without marks of Markdown."""
    for literal, *_ in Formatter().parse(words):
        if len(part := literal.replace("*", "").strip(" .,:;()[]–…")) >= SHORTEST:
            yield part


def english_for(language: str) -> set[str]:
    """Return the parts of English labels that are no part of a label in the other language."""
    english, own = labels_in("en-GB"), labels_in(language)
    own_parts = {part.casefold() for words in own.values() for part in parts_of(words)}
    parts = {part for words in english.values() for part in parts_of(words)}
    return {part for part in parts if part.casefold() not in own_parts} - ALSO.get(language, set())


def found_in(text: str, parts: set[str]) -> list[str]:
    return sorted(part for part in parts if re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text))


@each("final", [False, True], ids=["draft", "final"])
@each("language", OTHERS)
def test_no_english_label_is_left(tmp_path: Path, language: str, final: bool) -> None:
    document, _ = letter(tmp_path, language, final=final)

    assert len(english_for(language)) > 300
    assert found_in(text_of(without_foreign(document)), english_for(language)) == []


@each("case", [EXAMPLE, REAL])
@each("language", OTHERS)
def test_no_english_label_is_left_in_a_long_case(case: str, language: str) -> None:
    filing = Filing(id="letter", forum="un-sp", language=language)
    document, _, _ = make_document(session(case), workspace(), filing, final=False)
    assert document is not None
    own = without_foreign(replace(document, blocks=tuple(b for b in document.blocks if not isinstance(b, Box))))
    titles: list[str] = []
    body: list[str] = []
    graph = session(case).graph
    assert graph is not None
    names = [authority.name for authority in graph.authorities]
    listed = [b for b in own.blocks if isinstance(b, Paragraph) and b.role in (Role.BIBLIOGRAPHY, Role.AUTHORITY)]
    entries = [(one.role, " ".join(plain_text(one.inlines).split())) for one in listed]
    works = {text for role, text in entries if role is Role.BIBLIOGRAPHY or any(name in text for name in names)}
    schedule = [row for b in own.blocks if isinstance(b, Table) and is_schedule(b) for row in b.rows]
    works |= {" ".join(plain_text(own_inlines(row.cells[1].blocks[0])).split()) for row in schedule}
    for item in read_tree(own):
        (titles if item.kind == "note" or item.text in works else body).append(item.text)
    several_words = {part for part in english_for(language) if " " in part}
    """Titles of works are in the language of the work, and have single words of labels in them."""

    assert len(titles) > (50 if case == EXAMPLE else 25)
    assert found_in("\n".join(body), english_for(language)) == []
    assert found_in("\n".join(titles), several_words) == []


@each("language", OTHERS)
def test_what_is_printed_in_english_is_marked_as_english(tmp_path: Path, language: str) -> None:
    document, _ = letter(tmp_path, language)

    assert list(dict.fromkeys(foreign_in(document))) == [
        ("en-GB", "The winter"),
        ("en-GB", "In winter the harbour is closed."),
        ("en-GB", "Guards beat prisoners on the quay."),
        ("en-GB", "Commander of the Harbour Guard"),
        ("en-GB", "Kelvandra"),
        ("en-GB", "Persons detained by month"),
        ("en-GB", "Month"),
        ("en-GB", "Persons"),
    ]


def test_nothing_is_foreign_in_the_language_of_the_records(tmp_path: Path) -> None:
    document, found = letter(tmp_path, "en-GB")

    assert foreign_in(document) == []
    assert [each for each in found if each.code.startswith("LNG")] == []


def test_what_is_not_translated_is_a_finding_with_its_place(tmp_path: Path) -> None:
    _, found = letter(tmp_path, "fr", final=True)

    assert [(str(each.span), each.message, each.severity) for each in found if each.name == "text-not-translated"] == [
        (
            "harbour/narrative/winter.md:2:8",
            "`title`, `text` of `narrative/winter` are not in `fr`",
            Severity.WARNING,
        ),
        (
            "harbour/allegations.yaml:11:16",
            "`particulars` of `allegations/beatings` is not in `fr`",
            Severity.WARNING,
        ),
        ("harbour/roles.yaml:4:10", "`title` of `roles/solvan-commander` is not in `fr`", Severity.WARNING),
        ("harbour/case.yaml:4:8", "`state`, `title` of `case/harbour` are not in `fr`", Severity.WARNING),
        (
            "harbour/datasets.yaml:2:10",
            "`title`, `columns.0.heading`, `columns.1.heading` of `datasets/detained` are not in `fr`",
            Severity.WARNING,
        ),
    ]


def test_a_section_that_fewer_translated_ones_replace_is_reported(tmp_path: Path) -> None:
    document, found = letter(tmp_path, "fr", {"narrative/winter.md": METHODS_EN.replace("order: 2", "order: 1")})
    left = next(each for each in found if each.name == "section-left-behind")

    assert "winter" not in text_of(document)
    assert str(left.span) == "harbour/narrative/winter.md:1:1"
    assert left.record == "narrative/winter"


def test_a_letter_in_a_language_without_words_is_in_english_and_says_so(tmp_path: Path) -> None:
    document, found = letter(tmp_path, "de", {"case": CASE.replace("language: fr", "language: de")})
    words = next(each for each in found if each.record == "words")

    assert "The facts, by incident" in text_of(document)
    assert str(words.span) == "harbour/case.yaml:19:15"
    assert ("en", "The facts, by incident") in foreign_in(document)
