"""A note behind a page is written as the manual of the CSL style has it, and else as the style for authorities does."""

from __future__ import annotations

from pathlib import Path

from tests.each import each

from probata.citation.places_beside import places_beside

from .cases import citation, cited, item, note_texts, paragraph, style


@each(
    ("name", "place"),
    [
        ("chicago-notes-bibliography", "460n12"),
        ("chicago-notes-bibliography-subsequent-ibid", "460n12"),
        ("mcgill-en", "460 fn 12"),
        ("oscola-4", "460 fn 12"),
        ("bluebook-21", "460 n.12"),
    ],
)
def test_the_note_of_a_page_is_written_as_the_manual_has_it(name: str, place: str) -> None:
    (note,) = note_texts(cited(paragraph("A", citation(item("hart", "page", "460, note 12"))), name=name))

    assert place in note


def test_the_file_of_a_style_that_keeps_its_name_is_written_as_that_style(tmp_path: Path) -> None:
    path = tmp_path / "chicago-of-the-house.csl"
    path.write_text(style("chicago-notes-bibliography").csl, encoding="utf-8")
    (note,) = note_texts(cited(paragraph("A", citation(item("hart", "page", "460, note 12"))), name=str(path)))

    assert "460n12" in note


@each("key", ["hart", "liu"])
def test_a_table_has_one_word_in_works_of_every_kind(key: str) -> None:
    result = cited(paragraph("A", citation(item(key, "table", "4"))), name="bluebook-21")

    assert " tbl. 4" in note_texts(result)[0]


def test_several_notes_of_a_page_have_the_word_for_several() -> None:
    result = cited(
        paragraph("A", citation(item("hart", "page", "460, notes 12-13"))), name="chicago-notes-bibliography"
    )

    assert "460nn12–13" in note_texts(result)[0]


def test_a_style_whose_manual_says_nothing_has_no_forms_of_its_own() -> None:
    assert places_beside("oscola") == {}
    assert places_beside("") == {}
