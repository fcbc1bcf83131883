"""Notes at the foot of the page of their mark, read back with Poppler."""

from collections import Counter

import pytest
from tests.each import each
from tests.readers.pdf_links import links_of, notes_of
from tests.writers.pdf_layouts import LAYOUTS
from tests.writers.pdf_long_document import NUMBER_OF_NOTES, long_document, mark_word, note_word
from tests.writers.pdf_pages import in_both_engines, page_texts, rich_pdf, unspaced, written
from tests.writers.rich_document import rich_document

from probata.diagnostics import Severity
from probata.document.blocks import Paragraph
from probata.document.inlines import Note, NoteRef, Text
from probata.document.look import Look
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order, own_inlines, plain_text
from probata.fonts.files import font_files
from probata.writers.format import PdfEngine
from probata.writers.html.element import element
from probata.writers.pdf.findings import Drift, note_findings
from probata.writers.pdf.weasyprint.drift import drifted, mending_break
from probata.writers.pdf.weasyprint.engine import Engine, Laid
from probata.writers.pdf.weasyprint.fontconfig import private_fontconfig
from probata.writers.pdf.weasyprint.mend import hollow_breaks
from probata.writers.pdf.weasyprint.source import pdf_source
from probata.writers.pdf.weasyprint.stops import Mark, Place, Stop, places


@each(("engine", "layout"), [*((PdfEngine.TYPST, one) for one in LAYOUTS), (PdfEngine.WEASYPRINT, LAYOUTS[2])])
def test_every_note_of_a_long_document_is_on_the_page_of_its_mark(engine: PdfEngine, layout: Look) -> None:
    made = written(long_document(layout), engine=engine)
    pages = page_texts(made.data)
    assert made.diagnostics == ()
    for number in range(1, NUMBER_OF_NOTES + 1):
        with_mark = [place for place, text in enumerate(pages) if f"{mark_word(number)}{number}" in text]
        with_note = [place for place, text in enumerate(pages) if f"{number}{note_word(number)}" in text]
        assert len(with_mark) == 1, number
        assert with_mark == with_note, number


@in_both_engines
def test_a_comma_parts_the_marks_of_two_notes_on_one_spot(engine: PdfEngine) -> None:
    marks = (Note(f"n{number}", (Paragraph((Text("Aside."),)),), number) for number in (36, 37))
    document = Document(Meta("Marks"), (Paragraph((Text("The Council"), *marks, Text(" sat."))),))
    (page,) = page_texts(written(document, engine=engine).data)
    assert "TheCouncil36,37sat." in page


def test_weasyprint_alone_would_put_notes_on_other_pages() -> None:
    # Otherwise the test above would show nothing.
    css = "p { orphans: 1; widows: 1 } .note { footnote-policy: auto }"
    source = pdf_source(long_document(LAYOUTS[2]), css, {})
    with private_fontconfig(font_files()):
        pages = Engine(source.html).lay_out(frozenset()).pages()
    assert drifted(pages, source.notes) != ()


@in_both_engines
def test_notes_of_all_kinds_of_text_are_linked_both_ways_on_the_page_of_their_mark(engine: PdfEngine) -> None:
    notes = notes_of(rich_pdf(engine))
    inlines = list(inlines_in_order(rich_document().blocks))
    texts = [
        f"{one.number}{unspaced(plain_text(own_inlines(one.blocks[0])))}" for one in inlines if isinstance(one, Note)
    ]
    assert len(notes) == 12
    for note, text in zip(notes, texts, strict=True):
        assert {*note.pages, note.mark_leads_to[0], note.leads_back_to[0]} == {note.mark_page}
        assert text in page_texts(rich_pdf(engine))[note.mark_page]

    references = Counter(str(one.number) for one in inlines if isinstance(one, NoteRef))
    on = {note.number: note.mark_page for note in notes}
    links = Counter(link.text for link in links_of(rich_pdf(engine)) if on.get(link.text) == link.leads_to[0])
    assert references
    assert references - links == Counter()


def test_a_note_longer_than_a_page_is_a_finding_of_weasyprint() -> None:
    words = " ".join(f"word{number}" for number in range(2500))
    note = Note("long", (Paragraph((Text(words),)),), 1, Origin("sources/s-1"))
    document = Document(Meta("Long"), (Paragraph((Text("Said"), note)),))
    (finding,) = written(document, engine=PdfEngine.WEASYPRINT).diagnostics
    assert (finding.code, finding.record) == ("PDF105", "sources/s-1")
    assert finding.message == "note 1 is longer than a page"


HIDDEN = ".note { display: none }"
OVERLEAF = ".note { float: none; display: block; break-before: page }"
"""Style sheets that no moving of blocks can make good."""


def one_note(lines: int) -> Document:
    """Return a document with a few lines and, in the last, a note."""
    note = Note("n", (Paragraph((Text("See there"),)),), 1, Origin("sources/s-1"))
    before = (Paragraph((Text(f"Line {line}."),)) for line in range(lines))
    return Document(Meta("One note"), (*before, Paragraph((Text("Said"), note))))


def test_a_note_that_stays_on_another_page_is_a_finding() -> None:
    made = written(one_note(3), OVERLEAF)
    (finding,) = made.diagnostics

    assert len(page_texts(made.data)) == 2
    assert (finding.code, finding.name, finding.record) == ("PDF103", "note-on-another-page", "sources/s-1")
    assert finding.severity is Severity.ERROR
    assert finding.message == "note 1 is on page 2, its mark on page 1"
    assert "shorten or move a paragraph on that page" in finding.help


def test_a_note_that_the_file_lacks_is_a_finding() -> None:
    made = written(one_note(3), HIDDEN)
    (finding,) = made.diagnostics

    assert "Seethere" not in "".join(page_texts(made.data))
    assert (finding.code, finding.name, finding.record) == ("PDF104", "note-missing", "sources/s-1")
    assert finding.severity is Severity.ERROR
    assert finding.message == "note 1 is missing from the PDF"


def test_a_note_whose_mark_is_missing_is_missing() -> None:
    (finding,) = written(one_note(3), ".mark { display: none }").diagnostics
    assert finding.code == "PDF104"


def test_each_note_is_told_once_and_those_in_their_places_not_at_all() -> None:
    notes = [Note(name, (), number) for number, name in enumerate("abcd", 1)]
    drifts = (Drift("mark.b", 1, 2), Drift("mark.c", 3, 0), Drift("mark.d", 4, 5))
    found = [(each.code, each.message) for each in note_findings(notes, drifts, {"note.d"})]
    assert found == [
        ("PDF103", "note 2 is on page 2, its mark on page 1"),
        ("PDF104", "note 3 is missing from the PDF"),
        ("PDF105", "note 4 is longer than a page"),
    ]


def test_a_text_that_cannot_be_mended_is_laid_out_five_times_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    lay_out = Engine.lay_out

    def counted(engine: Engine, breaks: frozenset[str], fallen: frozenset[str] = frozenset()) -> Laid:
        asked.append(breaks)
        return lay_out(engine, breaks, fallen)

    monkeypatch.setattr(Engine, "lay_out", counted)
    notes = [Note(f"n{n}", (Paragraph((Text("See there"),)),), n) for n in range(1, 31)]
    text = tuple(Paragraph((Text("Said"), note)) for note in notes)
    made = written(Document(Meta("Notes"), text), HIDDEN)

    assert [finding.code for finding in made.diagnostics] == ["PDF104"] * 30
    assert len(asked) == 5
    assert made.remarks[0].startswith("laid out 5 times")


def test_a_note_that_is_lost_or_on_another_page_has_drifted() -> None:
    pages = {"mark.a": 1, "note.a": 1, "mark.b": 1, "note.b": 2, "mark.c": 2}
    notes = [(f"mark.{name}", f"note.{name}") for name in "abc"]
    assert drifted(pages, notes) == (Drift("mark.b", 1, 2), Drift("mark.c", 2, 0))


def test_the_last_block_that_starts_on_the_page_is_moved_and_its_heading_with_it() -> None:
    stops: list[Place] = [Stop("p1", "p1"), Mark("mark.a"), Stop("h", "h"), Stop("p2", "h"), Stop("p3", "p3")]
    pages = {"p1": 1, "mark.a": 1, "h": 1, "p2": 1, "p3": 2}
    assert mending_break(Drift("mark.a", 1, 2), stops, pages) == "h"


@each("container", ["blockquote", "div"])
def test_what_begins_a_quotation_or_a_box_is_moved_with_it_and_the_heading_above(container: str) -> None:
    inner = [element("p", (word,), {"id": word}) for word in ("first", "second")]
    blocks = [element("h3", ("Heading",), {"id": "h"}), element(container, inner, {"id": "q"})]
    found = {place.id: place.breaks_at for place in places(element("main", blocks)) if isinstance(place, Stop)}

    assert found == {"h": "h", "q": "h", "first": "h", "second": "second"}


def test_a_block_that_already_begins_its_page_is_not_moved() -> None:
    stops: list[Place] = [Stop("p1", "p1"), Mark("mark.a")]
    assert mending_break(Drift("mark.a", 2, 3), stops, {"p1": 2, "mark.a": 2}) == ""


def test_a_break_that_leaves_most_of_a_page_empty_is_taken_back() -> None:
    pages = {"p1": 2, "p2": 3}
    assert hollow_breaks({"p1", "p2"}, pages, {1: 0.9, 2: 0.3, 3: 0.5}) == {"p2"}
