"""Where the marks of notes stand, and in which order notes are numbered."""

from __future__ import annotations

from tests.each import each

from probata.citation import load_words
from probata.citation.numbering import notes_from_citations
from probata.document.blocks import Cell, Quote, Row, Table
from probata.document.inlines import Cite, CiteItem, Emph, Inline, Text
from probata.document.tree import Document, Meta
from probata.document.walk import own_inlines

from .cases import LIBRARY, citation, cite, cited, free_note, note_texts, paragraph, shown, style


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
