"""Any string that a record may hold appears as it is in every format, and never becomes markup."""

from __future__ import annotations

import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from tests.filings.odd_case import FIELDS, framed, odd_document
from tests.readers.docx_text import read_docx
from tests.readers.html_text import read_html
from tests.readers.item import Item
from tests.readers.pdf_text import UNSEEN, read_pdf
from tests.writers.docx_file import parts

from probata.document.tree import Document
from probata.document.walk import inlines_in_order, walk_blocks
from probata.fonts.files import chinese_coverage, own_coverage
from probata.writers.discovery import load_format
from probata.writers.format import WriteOptions

MARKUP = [
    "*a*", "**b**", "_c_", "[x](http://a.example)", "[@s0]", "^[note]", "<b>", "</p>", "<script>", "&amp;", "&#60;",
    "{{ x }}", "{% y %}", "{# z #}", "\\*", "`code`", "~~s~~", "# h", "- i", "1. n", "| c |", ":::", "$m$", "\\n",
    "---", "<!-- c -->", "]]>", "^a^", "~b~", "{#id}", "{lang=zh}", "[刘]{lang=zh}", "> q", "\u202eabc", "﷽", "e\u0301",
    "🙂", "'", '"', "'tis", "\t", "\n\n", "\r\n", "\x85", "\u2028", "\u00a0", "\u200b", "\ufeff", "\ue020",
    "\uf8ff", "null",
]  # fmt: skip
NOT_IN_RECORDS = "".join(map(chr, (0x7F, 0xFFFE, 0xFFFF, *range(0xE000, 0xE01A))))
"""What reading refuses beside the control characters: noncharacters, and the private ones that stand for values."""
CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=NOT_IN_RECORDS)
TEXTS = st.lists(
    st.lists(st.sampled_from(MARKUP) | st.text(CHARACTERS, max_size=6), max_size=6).map("".join), max_size=12
)
QUOTES = str.maketrans(dict.fromkeys("'\"‘’“”"))
"""A citation prints the quotation marks of a title curly; the comparison leaves them out there."""

PRINTABLE = [
    chr(point)
    for point in sorted(own_coverage() | (chinese_coverage() & set(range(0x4E00, 0x9FA6))))
    if chr(point).isprintable() and not 0x590 <= point <= 0x8FF and not 0xFB1D <= point <= 0xFEFC
]
"""Letters that run from right to left are left out: a PDF holds them as they stand on the line."""
PRINTED_MARKUP = [text for text in MARKUP if set(text) <= set(PRINTABLE)]
PRINTED = st.lists(
    st.lists(st.sampled_from(PRINTED_MARKUP) | st.text(PRINTABLE, max_size=6), max_size=6).map("".join),
    min_size=12,
    max_size=12,
)

few = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
fewer = settings(max_examples=1, deadline=None, suppress_health_check=list(HealthCheck))


@few
@example(MARKUP)
@given(TEXTS)
def test_any_text_appears_literally_in_word_and_html(texts: list[str]) -> None:
    document, options = made(texts)
    for name, read in (("docx", read_docx), ("html", read_html)):
        assert missing(texts, read(load_format(name).write(document, options).data)) == [], name


@fewer
@example(PRINTED_MARKUP)
@given(PRINTED)
def test_any_text_that_the_fonts_can_print_appears_literally_in_a_pdf(texts: list[str]) -> None:
    document, options = made(texts)
    written = load_format("pdf").write(document, options)
    assert [found.message for found in written.diagnostics] == []
    assert missing(texts, read_pdf(written.data), spaces=False) == []


@few
@example(MARKUP)
@given(TEXTS)
def test_no_text_becomes_markup(texts: list[str]) -> None:
    odd, options = made(texts)
    plain, _ = plain_document(len(texts))
    assert nodes(odd) == nodes(plain)
    assert tags(odd, options) == tags(plain, options)
    assert word_elements(odd, options) == word_elements(plain, options)


def made(texts: list[str]) -> tuple[Document, WriteOptions]:
    with tempfile.TemporaryDirectory() as folder:
        return odd_document(Path(folder) / "odd", texts)


@cache
def plain_document(number: int) -> tuple[Document, WriteOptions]:
    return made(["plain"] * number)


def missing(texts: list[str], shown: list[Item], spaces: bool = True) -> list[str]:
    """Return the framed texts that the file does not show; without spaces where the format does not tell them."""
    page = "\n".join(item.text for item in shown)
    bare = page.translate(QUOTES)
    wanted = [(field, as_shown(framed(field, n, text), spaces)) for n, text in enumerate(texts) for field in FIELDS]
    return [
        text
        for field, text in wanted
        if (text.translate(QUOTES) not in bare if field == "source" else text not in page)
    ]


def as_shown(text: str, spaces: bool) -> str:
    return " ".join(text.split()) if spaces else UNSEEN.sub("", text)


def nodes(document: Document) -> Counter[str]:
    """Count the nodes by type, but not text and its languages, which letters of other scripts may cut up."""
    found = [*walk_blocks(document.blocks), *inlines_in_order(document.blocks)]
    return Counter(name for node in found if (name := type(node).__name__) not in ("Text", "Language"))


def tags(document: Document, options: WriteOptions) -> Counter[str]:
    root = html.document_fromstring(load_format("html").write(document, options).data)
    return Counter(str(element.tag) for element in root.iter() if element.tag != "span")


def word_elements(document: Document, options: WriteOptions) -> Counter[str]:
    body = etree.fromstring(parts(load_format("docx").write(document, options).data)["word/document.xml"])
    names = (etree.QName(element).localname for element in body.iter("*"))
    counted = ("p", "tbl", "tc", "hyperlink", "fldChar", "footnoteReference", "bookmarkStart")
    return Counter(name for name in names if name in counted)


@pytest.mark.parametrize("text", ["*a*", "<b>"])
def test_a_text_that_is_changed_is_found(text: str) -> None:
    shown = [Item("cell", "", framed(field, 0, "a")) for field in FIELDS]
    assert len(missing([text], shown)) == len(FIELDS)
    assert missing(["a"], shown) == []
