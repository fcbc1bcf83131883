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
from probata.writers.format import PdfEngine
from probata.writers.pdf.weasyprint.engine import Engine, Laid


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
