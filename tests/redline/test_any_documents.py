"""Redlines of whatever documents: random, hostile, and as another program makes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree
from python_redlines.engines import DocxodusEngine
from tests.each import each
from tests.filings.cases import EXAMPLE, FilingName
from tests.filings.made import made_filing
from tests.redline.changed import changed
from tests.redline.random_documents import documents
from tests.writers.docx_file import W, document_of, paragraph, parts, rezipped, written
from tests.writers.docx_validity import audit, integrity, texts, unpaired_bookmarks
from tests.writers.rich_document import rich_document

from probata.document.inlines import Note
from probata.document.tree import Document
from probata.redline import make_redline
from probata.redline.changes import by_heading, changes_of
from probata.redline.page import Heading, page
from probata.redline.read_shown import read_shown
from probata.redline.shown import Shown
from probata.redline.verify import View, read_stories, verify


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents(), documents())
def test_rejected_it_is_the_old_text_and_accepted_the_new_one(first: Document, second: Document) -> None:
    old, new = written(first), written(second)
    verify(old, new, make_redline(old, new, "A. Author").data)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("validated")


# No search for a smaller pair: a validator takes a second for each.
@settings(
    max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
@given(documents(), documents())
def test_no_validator_finds_what_it_does_not_find_in_the_two_versions(
    folder: Path, first: Document, second: Document
) -> None:
    old, new = written(first), written(second)
    data = make_redline(old, new, "A. Author").data
    assert set(faults(data, folder)) - set(faults(old, folder)) - set(faults(new, folder)) == set()


def faults(data: bytes, folder: Path) -> list[str]:
    roots = texts(data)
    ours = [fault for root in roots for fault in unpaired_bookmarks(root)]
    ours += ["an open field" for root in roots if has_open_field(root)]
    return [*audit(data, folder), *integrity(data, folder), *ours]


def has_open_field(root: etree._Element) -> bool:
    """Tell whether a field is not begun, divided and ended in this order, whatever is marked as deleted in it."""
    stack: list[str] = []
    for mark in root.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType", "")
        if kind == "begin":
            stack.append(kind)
        elif not stack or (kind == "separate" and stack[-1] != "begin"):
            return True
        elif kind == "separate":
            stack[-1] = kind
        else:
            stack.pop()
    return bool(stack)


DOCUMENT = "word/document.xml"
NOTE = Note("n", (paragraph("A source."),))


def spoiled(old: bytes, new: bytes, name: str = DOCUMENT) -> bytes:
    files = parts(written(document_of(paragraph("One word", NOTE, " here."), paragraph("End."))))
    assert old in files[name]
    return rezipped({**files, name: files[name].replace(old, new)})


SPOILED = [
    (
        b'<w:t xml:space="preserve">One',
        b"<w:smartTag>" * 80 + b"</w:smartTag>" * 80 + b'<w:t xml:space="preserve">One',
        DOCUMENT,
    ),
    (b"<w:body>", b'<w:body><w:bookmarkStart w:id="' + b"9" * 6000 + b'" w:name="x"/>', DOCUMENT),
    (b"<w:body>", b"<w:body><w:p/><w:tbl/><w:tbl><w:tr/></w:tbl><w:sdt/><w:sdt><w:sdtContent/></w:sdt>", DOCUMENT),
    (b"<w:body>", b'<w:body><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar/></w:r></w:p>', DOCUMENT),
    (
        b"<w:body>",
        b'<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText><w:fldChar '
        b'w:fldCharType="separate"/><w:t>today</w:t><w:fldChar w:fldCharType="end"/><w:t>!</w:t></w:r></w:p>',
        DOCUMENT,
    ),
    (
        b"<w:body>",
        b'<w:body><w:p><w:fldSimple w:instr="DATE"><w:r><w:t>today</w:t></w:r></w:fldSimple></w:p>',
        DOCUMENT,
    ),
    (b"<w:body>", b'<w:body><w:p><w:r><w:footnoteReference w:id="77"/></w:r></w:p>', DOCUMENT),
    (b"<w:body>", b'<w:body><w:p><w:hyperlink r:id="rIdNowhere"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>', DOCUMENT),
    (b"<w:body>", b'<w:body><w:p><w:pPr><w:numPr><w:numId w:val="x"/></w:numPr></w:pPr></w:p>', DOCUMENT),
    (b"<w:body>", b"<w:body><w:p><w:pPr><w:outlineLvl/><w:rPr><w:del/></w:rPr></w:pPr></w:p>", DOCUMENT),
    (b"<w:body>", b'<w:body><w:p><w:pPr><w:pStyle w:val="NoSuch"/></w:pPr></w:p>', DOCUMENT),
    (b'w:basedOn w:val="Normal"', b'w:basedOn w:val="FootnoteText"', "word/styles.xml"),
]


@each(("old", "new", "part"), SPOILED)
@each("is_old", [True, False])
def test_a_spoiled_file_is_compared_all_the_same(old: bytes, new: bytes, part: str, is_old: bool) -> None:
    sound = written(document_of(paragraph("Another word", NOTE, " there."), paragraph("Last.")))
    pair = (spoiled(old, new, part), sound) if is_old else (sound, spoiled(old, new, part))
    shown = read_shown(make_redline(*pair, "A").data)
    assert changes_of(shown)


def test_what_a_document_says_cannot_become_markup_of_the_page() -> None:
    evil = "<script>alert(1)</script> & </style> “x”"
    old, new = (written(document_of(paragraph(text), paragraph("End."))) for text in ("Nothing like it.", evil))
    shown = read_shown(make_redline(old, new, "A").data)
    made = page(Heading(evil, evil, evil), shown, by_heading(changes_of(shown)), (evil,)).decode()
    assert "<script" not in made
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;/style&gt;" in made


@each("sign", ["\x01", "\x1f", "\uffff", "\udcff"])
def test_a_name_of_a_file_that_no_page_can_hold_is_shown_without_the_sign(sign: str) -> None:
    name = f"old{sign}.docx"
    made = page(Heading(f"Changes in {name}", name, name), Shown(), (), (f"{name} was left as it is",)).decode()
    assert sign not in made
    assert made.count("old.docx") == 5


def test_a_long_text_without_anything_in_common_takes_seconds() -> None:
    old, new = (
        written(document_of(*(paragraph(f"{word} {n} of {word} and {word}") for n in range(700))))
        for word in ("ab", "cd")
    )
    assert len(changes_of(read_shown(make_redline(old, new, "A").data))) >= 700


def texts_docxodus(data: bytes, view: View) -> dict[str, list[str]]:
    """Return the stories without empty paragraphs: Docxodus leaves one where the last of a cell or note is rejected."""
    return {story: [text for text in found if text] for story, found in read_stories(data, view).items()}


def pairs() -> list[tuple[Document, Document]]:
    filing = made_filing(FilingName(EXAMPLE, "uk-ghr")).tree
    return [(rich_document(), changed(rich_document(), 12)), (filing, changed(filing, 30))]


@each("index", [0, 1])
def test_both_programs_give_back_the_same_two_versions(index: int) -> None:
    old, new = (written(document) for document in pairs()[index])
    theirs: bytes = DocxodusEngine().run_redline("A. Author", old, new)[0]
    ours = make_redline(old, new, "A. Author").data
    assert (
        texts_docxodus(ours, View.REJECTED)
        == texts_docxodus(theirs, View.REJECTED)
        == texts_docxodus(old, View.REJECTED)
    )
    assert (
        texts_docxodus(ours, View.ACCEPTED)
        == texts_docxodus(theirs, View.ACCEPTED)
        == texts_docxodus(new, View.ACCEPTED)
    )
