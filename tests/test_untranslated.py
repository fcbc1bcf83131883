"""What a document has to print in another language is marked and found."""

from __future__ import annotations

from pathlib import Path

from tests.each import each
from tests.three_languages import (
    CASE,
    METHODS_EN,
    foreign_in,
    letter,
    text_of,
)

from probata.diagnostics import Severity

OTHERS = ("fr", "es")


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
