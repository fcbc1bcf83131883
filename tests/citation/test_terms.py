"""What notes say in French and Spanish, in a style that is English at home."""

from __future__ import annotations

from tests.each import each

from probata.citation import Authority, Library, load_words
from probata.document.blocks import Block
from probata.document.inlines import Text
from probata.document.tree import Document, Meta

from .cases import LIBRARY, citation, cite, item, note_texts, paragraph, style

NARROW = "\u202f"
NO_BREAK = "\u00a0"


def notes_in(language: str, name: str = "oscola") -> list[str]:
    blocks = (
        paragraph("A", citation(item("dworkin", "page", "1058"))),
        paragraph("B", citation("hart")),
        paragraph("C", citation(item("dworkin", "paragraph", "3"))),
        paragraph("D", citation(item("dworkin", "paragraph", "3"))),
    )
    return written(blocks, language, name=name)


def written(blocks: tuple[Block, ...], language: str, library: Library = LIBRARY, name: str = "oscola") -> list[str]:
    found = style(name, language=language)
    result = cite(Document(Meta("Test", language=language), blocks), library, found, load_words(language))
    return note_texts(result)


@each(
    ("language", "first", "later"),
    [
        ("en-GB", "‘Hard Cases’", "(n #1)"),
        ("fr", f"«{NARROW}Hard Cases{NARROW}»", "(note #1)"),
        ("es", "«Hard Cases»", "(nota #1)"),
    ],
)
def test_marks_and_back_references_are_those_of_the_language(language: str, first: str, later: str) -> None:
    notes = notes_in(language)

    assert first in notes[0]
    assert later in notes[2]
    assert [note for note in notes if language != "en-GB" and ("‘" in note or "(n " in note)] == []


@each(
    ("language", "page", "paragraph_named", "again"),
    [
        ("en-GB", "1057, 1058.", "(n #1) para 3.", "ibid."),
        ("fr", "1057, p. 1058.", "(note #1), par. 3.", "Ibid."),
        ("es", "1057, pág. 1058.", "(nota #1), párr. 3.", "Ibid."),
    ],
)
def test_a_pinpoint_is_named_as_the_language_names_it(
    language: str, page: str, paragraph_named: str, again: str
) -> None:
    notes = notes_in(language)

    assert notes[0].endswith(page)
    assert notes[2].endswith(paragraph_named)
    assert notes[3] == f"4 {again}"


@each(
    ("language", "shown"),
    [
        ("en-GB", "Dworkin (n #1) paras 3–5; Hart (n #2) 7–9."),
        ("fr", f"Dworkin (note #1), par. 3–5{NARROW}; Hart (note #2), p. 7–9."),
        ("es", "Dworkin (nota #1), párrs. 3–5; Hart (nota #2), págs. 7–9."),
    ],
)
def test_what_stands_between_two_works_has_the_spaces_of_the_language(language: str, shown: str) -> None:
    later = citation(item("dworkin", "paragraph", "3-5"), item("hart", "page", "7-9"))

    assert written(
        (paragraph("A", citation("dworkin")), paragraph("B", citation("hart")), paragraph("C", later)), language
    )[2].endswith(shown)


@each(("value", "shown"), [
    ("9", "Liu, párr. 9."), ("11, 14", "Liu, párrs. 11 y 14."), ("9-10", "Liu, párrs. 9 y 10."),
    ("3-6", "Liu, párrs. 3 a 6."), ("3-6, 9", "Liu, párrs. 3 a 6 y 9."),
])  # fmt: skip
def test_several_places_in_a_judgment_have_the_form_for_several(value: str, shown: str) -> None:
    liu = Authority(form="case", stated=(Text("Liu"),))
    blocks = (paragraph("A", citation(item("liu", "paragraph", value))),)

    assert written(blocks, "es", Library(authorities={"liu": liu})) == [f"1 {shown}"]


@each(
    ("language", "read"),
    [
        ("en-GB", "accessed 11 September 2026"),
        ("fr", "consulté le 11 septembre 2026"),
        ("es", "consultado el 11 de septiembre de 2026"),
    ],
)
def test_the_day_on_which_a_page_was_read_is_said_as_the_language_says_it(language: str, read: str) -> None:
    source = {
        "type": "webpage",
        "title": "T",
        "URL": "https://example.org/",
        "accessed": {"date-parts": [[2026, 9, 11]]},
    }
    (note,) = written((paragraph("A", citation("s")),), language, Library(sources={"s": source}))

    assert note.endswith(f"{read}.")


def test_a_style_that_is_written_for_the_language_keeps_its_own_words() -> None:
    notes = notes_in("fr", "mcgill-fr")

    assert notes[0].endswith("1057 à la p 1058.")
    assert notes[2].endswith("_supra_ note #1 au para 3.")
