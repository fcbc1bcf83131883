"""Any string that a record may hold appears as it is in every format, and never becomes markup."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from tests.each import each
from tests.filings.odd_case import FIELDS, framed, odd_document
from tests.readers.docx_text import read_docx
from tests.readers.html_text import read_html
from tests.readers.item import Item
from tests.readers.pdf_text import UNSEEN, read_pdf
from tests.writers.docx_file import parts

from probata.diagnostics import Diagnostic
from probata.document.blocks import Block, Cell, Heading, Paragraph, Quote, Role, Row, Table
from probata.document.inlines import Note, Text
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order, walk_blocks
from probata.fonts.files import is_chinese, own_coverage
from probata.fonts.widths import unprintable
from probata.source.text_file import decode_bytes
from probata.writers.format import WriteOptions, load_format

MARKUP = [
    "*a*", "**b**", "_c_", "[x](http://a.example)", "[@s0]", "^[note]", "<b>", "</p>", "<script>", "&amp;", "&#60;",
    "{{ x }}", "{% y %}", "{# z #}", "\\*", "`code`", "~~s~~", "# h", "- i", "1. n", "| c |", ":::", "$m$", "\\n",
    "---", "<!-- c -->", "]]>", "^a^", "~b~", "{#id}", "{lang=zh}", "[刘]{lang=zh}", "> q", "\u2067abc", "﷽", "e\u0301",
    "🙂", "'", '"', "'tis", "\t", "\n\n", "\r\n", "\x85", "\u2028", "\u00a0", "\u200b", "\ufeff", "\ue020",
    "\uf8ff", "null", "#panic()", "#{1+1}", "$x$", "<label>", "@ref", "\\u{41}", "// x", "/* c */", "= h", "~", "#",
    "ffi fl", "ﬁ", "a\u0323\u0301", "--", "...", "https://x.example/a-b_c#d", "w" * 150,
]  # fmt: skip
REFUSED = "".join(
    map(
        chr,
        (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xFFFE, 0xFFFF, 0x202D, 0x202E, *range(0xE000, 0xE01A)),
    )
)
"""What reading refuses with a finding, besides halves of surrogate pairs, which UTF-8 lacks; no more is left out here.

The control characters up to U+001F but tab and line ends, and U+FFFE and U+FFFF, cannot stand in XML 1.0 (section 2.2),
so not in Word. XML can hold U+007F, but nothing prints it. U+202D and U+202E turn round what stands behind them. U+E000
to U+E019 stand for values while a document is made.
"""
CHARACTERS = st.characters(codec="utf-8", exclude_characters=REFUSED)
"""Every other character that Unicode has room for: C1 controls, noncharacters and private use with the rest."""
TEXTS = st.lists(
    st.lists(st.sampled_from(MARKUP) | st.text(CHARACTERS, max_size=6), max_size=6).map("".join), max_size=12
)
QUOTES = str.maketrans(dict.fromkeys("'\"‘’“”"))
"""A citation prints the quotation marks of a title curly; the comparison leaves them out there."""

CHINESE = {*range(0x3001, 0x3004), *range(0x300A, 0x3012), *range(0x4E00, 0x9FA6), *range(0xFF01, 0xFF5F)}
"""Ideographs and their punctuation. Elsewhere in that font two characters have one glyph, as U+3008 and U+2329 have:
both look as they should, but a PDF tells one of them only.
"""
PRINTABLE = [
    character
    for character in sorted(own_coverage() | {*filter(is_chinese, map(chr, CHINESE))})
    if character.isprintable() and not re.match("[\u0590-\u08ff\ufb1d-\ufefc]", character)
    if not unicodedata.combining(character)  # a test below says what Typst makes of them
]
"""The characters of which a PDF tells which they are, and in which order they stand.

One that no font has is refused for a PDF with a finding, so only those of our fonts are tried. Left out are letters
that run from right to left, which a PDF holds as they stand on the line, and spaces and marks that leave nothing on it.
"""
PRINTED_MARKUP = [text for text in MARKUP if set(text) <= set(PRINTABLE)]
PRINTED = st.lists(
    st.lists(st.sampled_from(PRINTED_MARKUP) | st.text(PRINTABLE, max_size=6), max_size=6).map("".join),
    min_size=6,
    max_size=6,
)

many = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


@many
@example(MARKUP)
@example([chr(point) for point in range(0x80, 0xA0)])
@given(TEXTS)
def test_any_text_appears_literally_in_word_and_html_and_never_becomes_markup(texts: list[str]) -> None:
    document, options = made(texts)
    written = Written.of(document, options)
    assert missing(texts, read_docx(written.docx)) == [], "docx"
    assert missing(texts, read_html(written.html)) == [], "html"
    plain_tree, plain = plain_document(len(texts))
    assert nodes(document) == nodes(plain_tree)
    assert tags(written.html) == tags(plain.html)
    assert word_elements(written.docx) == word_elements(plain.docx)


def tree_of_texts(texts: list[str]) -> Document:
    """Return a document with each text in a heading, a paragraph, a note, a quotation and a cell."""
    blocks: list[Block] = []
    for place, text in enumerate(texts):
        person, allegation, source, quotation, cell = ((Text(framed(field, place, text)),) for field in FIELDS)
        note = Note(f"n{place}", (Paragraph(source),), place + 1)
        blocks += [
            Heading(1, person, f"h{place}"),
            Paragraph((*allegation, note), Role.NUMBERED, number=str(place + 1)),
            Quote((Paragraph(quotation),)),
            Table((1, 4), (), (Row((Cell((Paragraph((Text("Cell"),)),)), Cell((Paragraph(cell),)))),)),
        ]
    return Document(Meta("Texts", running=tuple(texts[:1]), short_title="".join(texts[:1])), tuple(blocks))


@many
@example(PRINTED_MARKUP)
@given(PRINTED)
def test_any_text_that_the_fonts_can_print_appears_literally_in_a_pdf(texts: list[str]) -> None:
    written = load_format("pdf").write(tree_of_texts(texts), WriteOptions())
    assert [found.message for found in written.diagnostics] == []
    assert missing(texts, read_pdf(written.data), spaces=False) == []


@many
@example(MARKUP)
@given(TEXTS)
def test_any_text_at_all_makes_a_pdf_and_what_no_font_has_is_told(texts: list[str]) -> None:
    written = load_format("pdf").write(tree_of_texts(texts), WriteOptions())
    told = {found.message[1] for found in written.diagnostics}
    assert {character for text in texts for _, character in unprintable(text)} <= told
    assert len(read_pdf(written.data)) == 6 * len(texts)


@each("typed", ["José Núñez", "Jose\u0301 Nu\u0301n\u0303ez", "é e\u0301"])
def test_a_pdf_has_a_letter_with_an_accent_as_one_letter_however_it_was_typed(typed: str) -> None:
    document, options = made([typed] * 6)
    page = "".join(item.text for item in read_pdf(load_format("pdf").write(document, options).data))

    assert unicodedata.normalize("NFC", typed).replace(" ", "") in page.replace(" ", "")
    assert "\u0301" not in page


@each("character", REFUSED)
def test_each_character_left_out_here_is_refused_with_a_finding(character: str) -> None:
    found = decode_bytes(f"a{character}b".encode(), Path("people.yaml"), "people.yaml")
    assert isinstance(found, Diagnostic)
    # With U+0000 in it a file looks like one in UTF-16.
    assert found.name == ("unprintable-character" if character > "\0" else "unreadable-encoding")


@dataclass(frozen=True, slots=True)
class Written:
    """The files made of one document."""

    docx: bytes
    html: bytes

    @classmethod
    def of(cls, document: Document, options: WriteOptions) -> Written:
        return cls(*(load_format(name).write(document, options).data for name in ("docx", "html")))


def made(texts: list[str]) -> tuple[Document, WriteOptions]:
    with tempfile.TemporaryDirectory() as folder:
        return odd_document(Path(folder) / "odd", texts)


@cache
def plain_document(number: int) -> tuple[Document, Written]:
    document, options = made(["plain"] * number)
    return document, Written.of(document, options)


def missing(texts: list[str], shown: list[Item], spaces: bool = True) -> list[str]:
    """Return the framed texts that the file does not show; without spaces where the format does not tell them."""
    page = "\n".join(item.text for item in shown)
    if not spaces:  # nor does a PDF tell how a letter with an accent was typed: a test below says which way it has it
        page = unicodedata.normalize("NFC", page)
    bare = page.translate(QUOTES)
    wanted = [(field, as_shown(framed(field, n, text), spaces)) for n, text in enumerate(texts) for field in FIELDS]
    return [
        text
        for field, text in wanted
        if (text.translate(QUOTES) not in bare if field == "source" else text not in page)
    ]


def as_shown(text: str, spaces: bool) -> str:
    return " ".join(text.split()) if spaces else unicodedata.normalize("NFC", UNSEEN.sub("", text))


def nodes(document: Document) -> Counter[str]:
    """Count the nodes by type, but not text and its languages, which letters of other scripts may cut up."""
    found = [*walk_blocks(document.blocks), *inlines_in_order(document.blocks)]
    return Counter(name for node in found if (name := type(node).__name__) not in ("Text", "Language"))


def tags(page: bytes) -> Counter[str]:
    root = html.document_fromstring(page)
    return Counter(str(element.tag) for element in root.iter() if element.tag != "span")


def word_elements(data: bytes) -> Counter[str]:
    body = etree.fromstring(parts(data)["word/document.xml"])
    names = (etree.QName(element).localname for element in body.iter("*"))
    counted = ("p", "tbl", "tc", "hyperlink", "fldChar", "footnoteReference", "bookmarkStart")
    return Counter(name for name in names if name in counted)
