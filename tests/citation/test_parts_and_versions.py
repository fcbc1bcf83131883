"""Authorities across parts with numbers of their own, and notes of a document from which one was taken away."""

from __future__ import annotations

from dataclasses import replace

from tests.citation.cases import citation, cited, free_note, heading, item, note_texts, notes, paragraph, shown, style
from tests.each import each

from probata.citation import Authority, Cited, Library, load_words
from probata.citation.legal_style import Alternatives, Form
from probata.citation.style_file import load_legal_style, style_names
from probata.document.blocks import Paragraph
from probata.document.inlines import NoteRef, Text, named_note
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order

from .cases import cite

LIU = "_Liu v Poland_ App no 37610/18 (ECtHR, 6 October 2022)"


def test_an_authority_of_another_part_is_cited_by_the_part_and_its_note() -> None:
    result = cited(
        replace(heading("One"), number="A"),
        paragraph("A", citation("hart"), "B", citation("liu")),
        replace(heading("Two"), number="B"),
        paragraph("C", citation("hart"), "D", citation(item("liu", "paragraph", "79"))),
        paragraph("E", citation(item("liu", "paragraph", "80"))),
        restart=True,
    )

    assert note_texts(result)[1] == f"2 {LIU}."
    assert note_texts(result)[3:] == ["2 _Liu_ (part A n #2), para 79.", "3 ibid para 80."]
    (reference,) = [one for one in inlines_in_order(result.document.blocks) if isinstance(one, NoteRef)]
    assert reference.target == notes(result)[1].id


TREATY = Authority(
    "treaty",
    {"name": (Text("Convention against Torture"),), "abbreviation": (Text("CAT"),), "short": (Text("Torture Pact"),)},
    {"adopted": (1984, 12, 10)},
)
COMMENT = Authority("general_comment", {"court": (Text("Committee"),), "number": (Text("2"),)}, {"date": (2008,)})
LIBRARY_OF_UN = Library(authorities={"cat": TREATY, "comment": COMMENT})


def across(name: str, **changed: Form) -> Cited:
    blocks = (
        replace(heading("One"), number="A"),
        paragraph("A", free_note("x"), "B", citation("cat"), "C", citation("comment")),
        replace(heading("Two"), number="B"),
        paragraph("D", free_note("x"), "E", citation(item("cat", "article", "2")), "F", citation("comment")),
    )
    chosen = style(name, restart=True)
    forms = {kind: replace(chosen.legal.forms[kind], later=form) for kind, form in changed.items()}
    chosen = replace(chosen, legal=replace(chosen.legal, forms={**chosen.legal.forms, **forms}))
    return cite(Document(Meta("Test"), blocks), LIBRARY_OF_UN, chosen, load_words("en"))


def see(*, number: str = "", below: bool = True) -> str:
    """Give the last paragraph of a text that refers from its last part to a note of its first."""
    first = (replace(heading("One"), number=number),) if below else ()
    labelled = replace(free_note("Orders."), id=named_note("orders"))
    blocks = (
        *first,
        paragraph("A", free_note("x"), "B", labelled, " (see note ", NoteRef(named_note("orders")), ")"),
        replace(heading("Two"), number="B"),
        paragraph("C", free_note("x"), "D", free_note("y")),
        paragraph("See note ", NoteRef(named_note("orders")), " above."),
    )
    last = cited(*blocks, restart=True).document.blocks
    assert isinstance(last[-1], Paragraph)
    assert isinstance(last[-4], Paragraph)
    assert shown(last[-4].inlines).endswith("(see note #2)")
    return shown(last[-1].inlines)


def test_a_reference_to_a_note_of_another_part_names_the_part() -> None:
    assert see(number="A") == "See note #2 (part A) above."


def test_a_reference_to_a_note_above_all_headings_shows_a_gap_in_another_part() -> None:
    assert see(below=False) == f"See note [{load_words('en').no_note.replace('{}', 'orders')}] above."


@each("language", ["en", "fr", "es"])
@each("name", style_names())
def test_every_later_form_with_a_note_names_the_part_of_the_note_across_parts(name: str, language: str) -> None:
    forms = load_legal_style(name, language).forms
    bare = [(kind, segments) for kind, form in forms.items() for segments in form.later if not _names_parts(segments)]

    assert forms
    assert not bare


def _names_parts(alternatives: Alternatives) -> bool:
    """Tell whether each form with the number of a note has the part too, or stands behind the same with the part."""
    fields = [{piece.text for piece in segment if piece.is_field} for segment in alternatives]
    return all(
        "note" not in found or found & {"n", "part"} or found | {"part"} in fields[:place]
        for place, found in enumerate(fields)
    )


def test_where_no_number_tells_the_parts_apart_an_authority_is_cited_in_full_again() -> None:
    result = cited(
        heading("One"),
        paragraph("A", citation("liu")),
        heading("Two"),
        paragraph("C", citation("liu"), "D", citation("hart"), "E", citation("liu")),
        restart=True,
    )

    assert [text.split(" App")[0] for text in note_texts(result)] == [
        "1 _Liu v Poland_",
        "1 _Liu v Poland_",
        note_texts(result)[2],
        "3 _Liu_ (n #1).",
    ]


def test_ibid_does_not_reach_over_the_beginning_of_a_part() -> None:
    result = cited(
        replace(heading("One"), number="A"),
        paragraph("A", citation("liu")),
        replace(heading("Two"), number="B"),
        paragraph("C", citation("liu")),
        restart=True,
    )

    assert note_texts(result)[1] == "1 _Liu_ (part A n #1)."


def test_a_note_that_falls_away_moves_every_number_and_every_reference_to_one() -> None:
    text = (
        paragraph("A", free_note("Plain.")),
        paragraph("B", citation("liu")),
        paragraph("C", citation("hart")),
        paragraph("D", citation("liu"), "E", citation("hart")),
    )

    whole, without = cited(*text), cited(*text[1:])

    assert note_texts(whole)[3:] == ["4 _Liu_ (n #2).", "5 Hart (n #3)."]
    assert note_texts(without)[2:] == ["3 _Liu_ (n #1).", "4 Hart (n #2)."]
    assert [note.id for note in notes(whole)][1:] == [note.id for note in notes(without)]
