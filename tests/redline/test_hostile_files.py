"""Word files that nobody's program wrote: no traceback, and no hour of work."""

from __future__ import annotations

from tests.each import each
from tests.writers.docx_file import document_of, paragraph, parts, rezipped, written

from probata.document.inlines import Note
from probata.redline import make_redline
from probata.redline.changes import by_heading, changes_of
from probata.redline.page import Heading, page
from probata.redline.read_shown import read_shown
from probata.redline.shown import Shown

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
