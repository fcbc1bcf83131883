"""Notes that would say nothing new: places of one work are joined, and one mark serves a run of equal citations."""

from __future__ import annotations

from tests.each import each

from probata.citation import Cited, load_words
from probata.document.blocks import Cell, Row, Table
from probata.document.inlines import Cite, Note, NoteRef, Superscript
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order

from .cases import LIBRARY, citation, cite, cited, free_note, item, note_texts, paragraph, style

HART_4 = citation(item("hart", "page", "4"))


def rows(*cites: Cite | Note | None, caption: Cite | None = None) -> Table:
    cells = (Cell((paragraph("Searched: none found", *([one] if one else [])),)) for one in cites)
    return Table((1,), (), tuple(Row((cell,)) for cell in cells), caption=(caption,) if caption else ())


def marks(result: Cited) -> list[str]:
    """Give the marks in their order: `1` of a note, `=1` one that is printed again."""
    found = tuple(inlines_in_order(result.document.blocks))
    ids = {one.id: one.number for one in found if isinstance(one, Note)}
    shown: list[str] = []
    for one in found:
        match one:
            case Note(number=number):
                shown.append(str(number))
            case Superscript(inlines=(NoteRef(target=target, number=number),)):
                assert ids[target] == number
                shown.append(f"={number}")
    return shown


def test_rows_with_the_same_citation_show_the_number_of_one_note() -> None:
    assert marks(cited(rows(HART_4, HART_4, None, HART_4), rows(HART_4))) == ["1", "=1", "=1", "2"]


def test_a_paragraph_with_the_same_citation_twice_has_one_note() -> None:
    result = cited(paragraph("A fact", HART_4, ". “Words”", HART_4, "."), paragraph("B", HART_4))
    assert marks(result) == ["1", "=1", "2"]
    assert note_texts(result)[1] == "2 ibid."


@each(
    "between",
    [
        citation(item("hart", "page", "7")),
        citation(item("hart", "page", "4", prefix="see also")),
        citation(item("hart", "page", "4", suffix=", where it is doubted")),
        free_note("The list was searched by name. ", HART_4),
        free_note("The list was searched by name."),
    ],
)
def test_another_place_and_words_of_its_author_have_a_note_of_their_own(between: Cite | Note) -> None:
    assert marks(cited(rows(HART_4, between, HART_4))) == ["1", "2", "3"]


@each(("language", "again"), [("en-GB", "ibid 12–13, 15."), ("fr-FR", "Ibid., p. 12–13, 15.")])
def test_places_of_one_work_are_joined_in_a_note(language: str, again: str) -> None:
    places = citation(*(item("hart", "page", page) for page in ("13", "12", "15")))
    document = Document(Meta("X", language), (paragraph("A", citation("hart")), paragraph("B", places)))
    result = cite(document, LIBRARY, style(language=language), load_words(language))
    assert note_texts(result)[1] == f"2 {again}"


@each(
    ("places", "printed"),
    [
        ([("page", "12"), ("page", "12")], "12"),
        ([("page", "10-14"), ("page", "12"), ("page", "15-16")], "10–16"),
        ([("paragraph", "2"), ("paragraph", "4")], "paras 2, 4"),
        ([("page", "12"), ("paragraph", "13")], "12; ibid para 13"),
        ([("page", "4, para 2"), ("page", "5")], "4, para 2; ibid 5"),
    ],
)
def test_places_are_joined_where_they_differ_in_their_number_alone(places: list[tuple[str, str]], printed: str) -> None:
    result = cited(paragraph("A", citation("hart")), paragraph("B", citation(*(item("hart", *one) for one in places))))
    assert note_texts(result)[1] == f"2 ibid {printed}."
