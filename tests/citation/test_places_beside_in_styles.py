"""A note behind a page is written as the manual of the CSL style has it, and else as the style for authorities does."""

from __future__ import annotations

from tests.each import each

from .cases import citation, cited, item, note_texts, paragraph


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
