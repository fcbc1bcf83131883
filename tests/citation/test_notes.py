"""Where the marks of notes stand, their ids, their parts, and the words and numbers in them."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.citation.cases import (
    LIBRARY,
    citation,
    cite,
    cited,
    free_note,
    heading,
    item,
    note_texts,
    notes,
    paragraph,
    shown,
    style,
)
from tests.each import each

from probata.citation import Library, load_words
from probata.citation.held_numbers import HeldNumbers
from probata.citation.legal_style import Alternatives
from probata.citation.numbering import notes_from_citations
from probata.citation.style_file import load_legal_style, style_names
from probata.document.blocks import Block, Cell, Paragraph, Quote, Row, Table
from probata.document.inlines import (
    Cite,
    CiteItem,
    CrossRef,
    Emph,
    Inline,
    Inlines,
    Link,
    Note,
    NoteRef,
    Text,
    named_note,
)
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.document.walk import child_inlines, inlines_in_order, own_inlines


def printed(*inlines: Inline | str) -> str:
    return shown(own_inlines(cited(paragraph(*inlines)).document.blocks[0]))


def test_a_space_before_a_citation_is_removed() -> None:
    assert printed("A fact ", citation("hart"), " and more") == "A fact^ and more"


def test_the_mark_moves_behind_a_stop_comma_semicolon_or_colon() -> None:
    assert printed("A fact ", citation("hart"), ". More.") == "A fact.^ More."
    assert printed("A fact ", citation("hart"), ", and more.") == "A fact,^ and more."
    assert printed("A fact ", citation("hart"), ".") == "A fact.^"
    assert printed("A fact ", citation("hart"), "; more") == "A fact;^ more"
    assert printed("As follows ", citation("hart"), ": more") == "As follows:^ more"


@each("language", ["fr-FR", "es-ES"])
def test_in_french_and_spanish_the_mark_comes_before_the_full_stop(language: str) -> None:
    document = Document(Meta("X", language), (paragraph("Un hecho ", citation("hart"), "."),))
    result = cite(document, LIBRARY, style(language=language), load_words(language))
    assert shown(own_inlines(result.document.blocks[0])) == "Un hecho^."


def test_citations_side_by_side_share_one_note() -> None:
    first = (citation("hart"), citation("dworkin"))
    result = cited(paragraph("A fact", *first, ". B", citation("liu"), " ", citation("hart")))
    assert note_texts(result) == [
        "1 Herbert Hart, _The Concept of Law_ (Clarendon Press 1961); "
        "Ronald Dworkin, ‘Hard Cases’ (1975) 88 Harvard Law Review 1057.",
        "2 _Liu v Poland_ App no 37610/18 (ECtHR, 6 October 2022); Hart (n #1).",
    ]


def test_a_citation_inside_emphasis_becomes_a_note_there() -> None:
    result = cited(paragraph(Emph((Text("A fact "), citation("hart"), Text(", yes")))))
    assert shown(own_inlines(result.document.blocks[0])) == "_A fact,^ yes_"


def test_a_caption_counts_before_cells_and_an_attribution_after_its_quotation() -> None:
    cell = Cell((paragraph("x", free_note("In a cell.")),))
    table = Table(widths=(1,), header=(), rows=(Row((cell,)),), caption=(Text("T"), free_note("On the caption.")))
    quotation = Quote((paragraph("q", free_note("In the quotation.")),), attribution=(Text("a"), citation("liu")))
    result = cited(paragraph("A", citation("liu")), table, quotation)
    assert [text.split(" App")[0] for text in note_texts(result)] == [
        "1 _Liu v Poland_",
        "2 On the caption.",
        "3 In a cell.",
        "4 In the quotation.",
        "5 _Liu_ (n #1).",
    ]


def test_a_note_ends_with_one_full_stop() -> None:
    result = cited(
        paragraph("A", citation("hart")),
        paragraph("B", free_note("See ", citation("hart"), ".")),
        name="chicago-notes-bibliography-subsequent-ibid",
    )
    assert note_texts(result)[1] == "2 See ibid."


def test_two_marks_have_no_stop_between_them_where_the_mark_comes_first() -> None:
    inlines = (Text("But atteint"), Cite((CiteItem("hart"),)), Text("."), free_note("x"), Text(" Puis"))
    placed = notes_from_citations(inlines, "")
    assert [type(one).__name__ for one in placed] == ["Text", "Note", "Note", "Text", "Text"]
    assert placed[3] == Text(".")
    english = notes_from_citations(inlines, ".,")
    assert [type(one).__name__ for one in english] == ["Text", "Text", "Note", "Note", "Text"]


def test_a_citation_behind_the_stop_of_another_stands_before_it_too_where_the_mark_comes_first() -> None:
    inlines = (Text("But atteint"), Cite((CiteItem("hart"),)), Text(". "), Cite((CiteItem("raz"),)), Text(" Puis"))
    placed = notes_from_citations(inlines, "")
    assert [type(one).__name__ for one in placed] == ["Text", "Note", "Note", "Text", "Text"]
    assert placed[3] == Text(".")


BLOCKS = (
    paragraph("A", citation(item("hart", "page", "4"))),
    paragraph("B", free_note("Plain.")),
    paragraph("C", citation("dworkin")),
)


def test_a_note_keeps_its_id_when_another_is_added_before_it() -> None:
    before = [note.id for note in notes(cited(*BLOCKS))]
    after = [note.id for note in notes(cited(paragraph("New", free_note("New.")), *BLOCKS))]
    assert after[1:] == before


def test_ids_are_unique_names_of_at_most_32_characters() -> None:
    same = [paragraph("A", citation("hart")) for _ in range(5)]
    ids = [note.id for note in notes(cited(*same, *BLOCKS))]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,31}", one) for one in ids)


def test_the_same_words_from_two_records_are_two_notes() -> None:
    def note(record: str) -> Note:
        return replace(free_note("Plain."), origin=Origin(record))

    first = notes(cited(paragraph("A", note("events/e-1")), paragraph("B", note("events/e-2"))))
    swapped = notes(cited(paragraph("B", note("events/e-2")), paragraph("A", note("events/e-1"))))
    assert [one.id for one in swapped] == [one.id for one in reversed(first)]


def test_a_note_made_from_a_citation_keeps_its_origin() -> None:
    origin = Origin("allegations/a-1", "particulars")
    (note,) = notes(cited(paragraph("A", Cite((item("liu"),), origin))))
    assert note.origin == origin


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


HELD = "\u00a0"


def printed_held(
    *blocks: Block, name: str = "oscola-4", language: str = "en-GB", library: Library = LIBRARY
) -> list[str]:
    """Give the notes with `~` for a no-break space."""
    result = cite(
        Document(Meta("Test", language=language), blocks),
        library,
        style(name, language=language),
        load_words(language),
    )
    return ["".join(said(own_inlines(block)) for block in note.blocks) for note in notes(result)]


def said(inlines: Inlines) -> str:
    """Print inlines with `~` for a no-break space."""
    texts = (
        one.text if isinstance(one, Text | CrossRef) else str(one.number) if isinstance(one, NoteRef)
        else said(child_inlines(one))
        for one in inlines
    )  # fmt: skip
    return "".join(texts).replace(HELD, "~")


def held(*inlines: str | Text | Emph | NoteRef | CrossRef | Link, language: str = "en", name: str = "oscola-4") -> str:
    holder = HeldNumbers(style(name).legal, load_words(language))
    return said(holder.hold(tuple(Text(one) if isinstance(one, str) else one for one in inlines)))


@each(
    ("name", "of_source", "of_judgment", "later"),
    [
        ("oscola-4", "para~4", "para~79", "(n~1)"),
        ("oscola-5", "para~4", "[79]", "(n~1)"),
        ("bluebook-21", "¶~4", "¶~79", "note~1"),
        ("un-plain", "para.~4", "para.~79", "The Concept of Law"),
    ],
)
def test_every_style_holds_a_number_to_the_word_of_its_place(
    name: str, of_source: str, of_judgment: str, later: str
) -> None:
    found = printed_held(
        paragraph("A", citation(item("hart", "paragraph", "4"))),
        paragraph("B", citation(item("liu", "paragraph", "79"))),
        paragraph("C", citation(item("hart", "paragraph", "5"))),
        name=name,
    )

    assert of_source in found[0]
    assert of_judgment in found[1]
    assert later in found[2]


@each(("language", "later"), [("fr", "(note~1), par.~3"), ("es", "(nota~1), párr.~3")])
def test_the_words_of_other_languages_are_held_too(language: str, later: str) -> None:
    found = printed_held(
        paragraph("A", citation("hart")),
        paragraph("B", citation("liu")),
        paragraph("C", citation(item("hart", "paragraph", "3"))),
        name="oscola",
        language=language,
    )

    assert later in found[2]


@each("text", ["R v Smith", "said no to 12 of them", "see para, 12", "at noon", "[2008] UKHL 13", "at l’Aquila"])
def test_what_is_no_word_of_a_number_has_its_space(text: str) -> None:
    assert held(text) == text


HART = paragraph("A", citation("hart"))
DWORKIN = paragraph("B", citation("dworkin"))


def written(prefix: str, name: str = "bluebook-21") -> str:
    return note_texts(cited(HART, DWORKIN, paragraph("C", citation(item("hart", prefix=prefix))), name=name))[2]


@each(
    ("prefix", "start"),
    [
        ("see", "_See_ "),
        ("see also", "_See also_ "),
        ("but see", "_But see_ "),
        ("cf.", "_Cf._ "),
        ("see, as told by the author,", "_See_, as told by the author, "),
        ("see generally the remarks in", "_See generally_ the remarks in "),
        ("seen by us in", "Seen by us in "),
        ("told in", "Told in "),
    ],
)
def test_a_signal_is_in_italics_and_begins_a_note_with_a_capital(prefix: str, start: str) -> None:
    assert written(prefix) == f"3 {start}Hart, _supra_ note #1."


@each(
    ("name", "shown"),
    [("bluebook-21", "_cf._"), ("oscola-4", "cf"), ("oscola-5", "cf"), ("un-plain", "compare")],
)
@each("key", ["hart", "liu"])
def test_a_signal_is_spelled_as_the_style_has_it_however_it_was_typed(name: str, shown: str, key: str) -> None:
    for text in behind_another(key, ["cf", "cf.", "Cf.", "CF"], name):
        assert f"; {shown} " in text


def behind_another(key: str, prefixes: list[str], name: str) -> list[str]:
    """Give notes that cite a work behind another one, each with other words before it."""
    cites = [citation("dworkin", item(key, prefix=typed)) for typed in prefixes]
    found = note_texts(cited(DWORKIN, HART, *(paragraph("C", one) for one in cites), name=name))[2:]
    assert len(found) == len(prefixes)
    return found


@each(
    ("name", "shown"),
    [("bluebook-21", "; _see_, _e.g._, "), ("oscola-4", "; see eg "), ("un-plain", "; see, for example, ")],
)
def test_an_example_behind_a_signal_is_part_of_it(name: str, shown: str) -> None:
    for text in behind_another("liu", ["see eg", "See, e.g.,", "see, for example,", "see e.g."], name):
        assert shown in text


def test_a_csl_style_alone_and_another_language_leave_a_signal_as_it_is_typed() -> None:
    blocks = (HART, DWORKIN, paragraph("C", citation(item("hart", prefix="cf."))))
    assert note_texts(cited(*blocks, name="chicago-notes-bibliography"))[2].startswith("3 Cf. Hart")
    assert note_texts(cited(*blocks, name="oscola-4", language="fr-FR"))[2].startswith("3 Cf. Hart")
