"""What Word can hold: what of it a template keeps, what is told, and what is refused."""

from __future__ import annotations

import hashlib
import html
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.each import each
from tests.readers.libreoffice import WORD, convert
from tests.word_templates.forums import built, footnote, saved, with_notes, word
from tests.word_templates.test_equal_to_text import in_word
from tests.word_templates.test_faults import fault, found_in

from probata.compose.word_template import read_word_template
from probata.compose.word_template.word_template import WordTemplate
from probata.diagnostics import Severity

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SECTIONS = ("request",)


def read(folder: Path, data: bytes) -> WordTemplate:
    """Read a Word template by itself."""
    (folder / "mine").mkdir(exist_ok=True)
    (folder / "mine" / "template.docx").write_bytes(data)
    return read_word_template(
        folder, folder / "mine/template.docx", "mine/template.docx", "uk-ghr/brief.md.j2", SECTIONS
    )


def test_a_bracket_may_be_cut_into_runs_of_any_look(tmp_path: Path) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Put forward in [ti")
    paragraph.add_run("t").bold = True
    paragraph.add_run("le").italic = True
    paragraph.add_run("] today.")

    assert "Put forward in Mine today." in built(tmp_path, made).text


LITERAL = (
    "# no heading", "1. no list", "- no list", "> no quote", "::: title", "***", "{% if x %}", "{{ title }}",
    "{## a ##}", "a | b", "`code`", "*a* _b_ ~c~ ^d^", "{#id}", "{.strong}", "<b>a</b>", "&amp; &#65;",
    "\\ \\[ \\{", "[^1] a", "[@a] b", "![a](b)", "http://a.example/*b*", "a@b.example", "|---|", "```", "===",
    "a\\", "{", "}}", "{{ '{{' }}",
)  # fmt: skip


@each("text", LITERAL)
def test_what_means_something_in_a_template_or_in_markdown_is_text(tmp_path: Path, text: str) -> None:
    escaped = text.replace("[@", "[[@").replace("@a]", "@a]]")
    lines = [
        ("Normal", f"{escaped}"),
        ("Heading 2", f"{escaped}"),
        ("List Bullet", f"{escaped}"),
        ("Quote", f"{escaped}"),
    ]
    found = built(tmp_path, word(*lines, f"Before {escaped} behind."))

    assert [one.message for one in found.findings if one.code[:3] in ("TPL", "MKD")] == []
    plain = html.unescape(re.sub(r"<[^>]+>", "", found.text.rpartition("</style>")[2]))
    plain = " ".join(plain.translate({ord("‘"): "'", ord("’"): "'"}).split())
    assert plain.count(" ".join(text.split())) == 5, plain


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(
        st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn"), blacklist_characters="[]\ufffc"), max_size=60
    )
)
def test_no_text_typed_in_word_becomes_a_command(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, saved(word(f"a{text}z")))
    assert found.faults == ()
    line = next(line for line in found.text.split("\n") if line.startswith("a"))
    tags = re.findall(r"\{\{.*?\}\}|\{%|\{#", line)
    assert set(tags) <= {'{{ "{" }}', '{{ "@" }}', '{{ "[" }}'}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_where_word_cuts_its_runs_changes_nothing(tmp_path: Path, data: st.DataObject) -> None:
    whole = docx.Document(BytesIO(in_word()))
    before = read(tmp_path, saved(whole))
    for run in whole.element.body.iter(qn("w:r")):
        text = run.text
        if len(text) > 1 and run.find(qn("w:t")) is not None:
            cut = data.draw(st.integers(1, len(text) - 1))
            other = parse_xml(f"<w:r {W}/>")
            if (look := run.find(qn("w:rPr"))) is not None:
                other.append(parse_xml(look.xml))
            run.text, other.text = text[:cut], text[cut:]
            run.addnext(other)
    assert before.faults == ()
    assert read(tmp_path, saved(whole)).text == before.text


def test_a_template_saved_by_libreoffice_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "template.docx").write_bytes(in_word())
    convert([tmp_path / "in" / "template.docx"], WORD, tmp_path / "out")
    before, after = read(tmp_path, in_word()), read(tmp_path, (tmp_path / "out" / "template.docx").read_bytes())

    assert after.faults == ()
    assert after.text.splitlines() == before.text.splitlines()


def test_notes_of_word_are_notes_and_their_brackets_are_read(tmp_path: Path) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("So it is.")
    footnote(paragraph, 2)
    text = built(tmp_path, with_notes(made, {2: "For [title], see [cite: gazette, p. 3] &amp; elsewhere."})).text

    assert "For Mine, see" in text
    assert "The Gazette" in text
    assert "&amp; elsewhere" in text


def test_a_link_keeps_its_address_and_one_that_leads_elsewhere_is_told(tmp_path: Path) -> None:
    made = docx.Document()
    for address in ("https://harbour.example/a b?{{x}}&amp;y=1", "file:///etc/passwd"):
        relation = made.part.relate_to(address, f"{qn('r:x')[1:-2]}/hyperlink", is_external=True)
        paragraph = made.add_paragraph("See ")
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), relation)
        link.append(parse_xml(f'<w:r {W}><w:rPr><w:u w:val="single"/></w:rPr><w:t>there</w:t></w:r>'))
        paragraph._p.append(link)
    found = built(tmp_path, made)

    assert re.search(
        r'<a [^>]*href="https://harbour\.example/a%20b\?%7B%7Bx%7D%7D&amp;amp;y=1"[^>]*>there</a>', found.text
    )
    assert "passwd" not in found.text
    told = [one.message for one in found.findings if one.name == "left-out-of-template"]
    assert len(told) == 1
    assert "leads to no web or mail address" in told[0]


def test_pictures_formulas_fields_and_looks_that_no_document_keeps_are_told(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Here", 1)
    paragraph = made.add_paragraph("A drawing ")
    paragraph.add_run()._r.append(OxmlElement("w:drawing"))
    made.add_paragraph("It is ").add_run("underlined").underline = True
    made.add_paragraph("It is ").add_run("struck").font.strike = True
    dated = made.add_paragraph("On ")
    dated._p.append(parse_xml(f'<w:fldSimple {W} w:instr=" DATE "><w:r><w:t>1 May</w:t></w:r></w:fldSimple>'))
    maths = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    made.add_paragraph("Sum ")._p.append(parse_xml(f'<m:oMath xmlns:m="{maths}"><m:r><m:t>x</m:t></m:r></m:oMath>'))

    found = [(one.severity, one.message.partition(": ")[2]) for one in found_in(tmp_path, made)]
    error, warning = Severity.ERROR, Severity.WARNING
    assert (error, "a picture, drawing or text box is not printed") in found
    assert (error, "a formula is not printed") in found
    assert (warning, "words that are underlined here are printed without that") in found
    assert (error, "words that are struck through here are printed without that") in found
    assert (warning, "a field of Word (`DATE`) is printed as it stands, `1 May`") in found
    assert len(found) == 5


def symbol(font: str, char: str) -> str:
    return f'<w:r {W}><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def test_a_sign_that_no_other_font_has_is_told(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Here ")._p.append(parse_xml(symbol("Webdings", "F061")))

    (found,) = found_in(tmp_path, made)
    assert found.severity is Severity.ERROR
    assert "a sign of the font `Webdings` is no letter of other fonts" in found.message


@each(("start", "pages"), [(WD_SECTION.NEW_PAGE, 1), (WD_SECTION.ODD_PAGE, 1), (WD_SECTION.CONTINUOUS, 0)])
def test_a_section_that_begins_on_a_new_page_does_so_in_the_document(
    tmp_path: Path, start: WD_SECTION, pages: int
) -> None:
    made = word("Before.")
    made.add_section(start)
    made.add_paragraph("Behind.")

    text = read(tmp_path, saved(made)).text
    assert text.splitlines().count("***") == pages
    assert text.index("Before.") < (text.index("***") if pages else text.index("Behind."))
    assert found_in(tmp_path, made) == []


def test_a_section_on_its_side_or_in_columns_is_told_as_a_note(tmp_path: Path) -> None:
    made = word("Before.")
    made.sections[0].orientation = WD_ORIENT.LANDSCAPE
    made.add_section(WD_SECTION.NEW_PAGE).orientation = WD_ORIENT.PORTRAIT
    columns = made.sections[1]._sectPr.find(qn("w:cols"))
    assert columns is not None
    columns.set(qn("w:num"), "2")

    found = found_in(tmp_path, made)
    assert {one.severity for one in found} == {Severity.INFO}
    told = " ".join(one.message for one in found)
    assert "the section that ends here is laid out on pages that lie on their side" in told
    assert "its last section is laid out in columns" in told


def test_tracked_changes_are_refused_until_somebody_decides(tmp_path: Path) -> None:
    made = word(("Heading 1", "Request"), "First.", "Text")
    made.paragraphs[2]._p.append(parse_xml(f'<w:ins {W} w:id="1" w:author="Sela"><w:r><w:t> more</w:t></w:r></w:ins>'))
    found = fault(tmp_path, made)

    assert str(found.span) == "mine/template.docx#Request, paragraph 3"
    assert "in the paragraph “Text more”: it has tracked changes (by Sela)" in found.message
    assert "Accept All Changes" in found.help


def test_tables_with_joined_cells_and_tables_in_tables_are_refused(tmp_path: Path) -> None:
    made = word("Text")
    table = made.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1))
    assert "cells that are joined" in fault(tmp_path / "a", made).message
    made = word("Text")
    made.add_table(1, 1).cell(0, 0).add_table(1, 1)
    assert "in a cell of another" in fault(tmp_path / "b", made).message


def test_the_caption_of_a_table_names_it_and_nothing_else_in_a_table_can_bear_an_id(tmp_path: Path) -> None:
    made = word(("Caption", "Posts [id: posts]"))
    made.add_table(2, 1).cell(0, 0).text = "Post"
    made.add_paragraph("See table [number: posts].")
    assert "See table 1." in re.sub(r"<[^>]+>", "", built(tmp_path / "a", made).text)
    made.tables[0].cell(1, 0).text = "[id: cell] x"
    assert "stands where nothing bears an id" in fault(tmp_path / "b", made).message


def test_a_loop_of_rows_is_begun_and_ended_within_its_table(tmp_path: Path) -> None:
    made = docx.Document()
    table = made.add_table(4, 2)
    for row, text in enumerate(("Post", "[for each role]", "[role: title]", "[end]")):
        table.cell(row, 0).text = text
    assert "Commander of the Harbour Guard" in built(tmp_path / "a", made).text
    table.cell(3, 0).text = "-"
    assert "begun here and not ended" in fault(tmp_path / "b", made).message


def test_a_table_of_contents_that_word_made_is_ours(tmp_path: Path) -> None:
    made = docx.Document()
    field = f'<w:r {W}><w:fldChar w:fldCharType="begin"/></w:r>', f"<w:r {W}><w:instrText> TOC \\o </w:instrText></w:r>"
    first = made.add_paragraph()
    for part in (*field, f'<w:r {W}><w:fldChar w:fldCharType="separate"/></w:r>', f"<w:r {W}><w:t>Old 3</w:t></w:r>"):
        first._p.append(parse_xml(part))
    made.add_paragraph("Older 4")._p.append(parse_xml(f'<w:r {W}><w:fldChar w:fldCharType="end"/></w:r>'))
    made.add_heading("Only heading", 1)
    found = built(tmp_path, made)

    assert "Old 3" not in found.text
    assert "Older 4" not in found.text
    assert found.text.count("Contents") >= 1


def test_lists_by_numbering_are_lists_as_word_has_them(tmp_path: Path) -> None:
    made = word(("List Paragraph", "a"), ("List Paragraph", "b"), ("List Paragraph", "no list"))
    numbering = made.part.numbering_part.element
    bullets = next(n for n in numbering.iter(qn("w:num"))
                   if any(f.get(qn("w:val")) == "bullet" for a in numbering.iter(qn("w:abstractNum"))
                          if a.get(qn("w:abstractNumId")) == n.find(qn("w:abstractNumId")).get(qn("w:val"))
                          for f in a.iter(qn("w:numFmt"))))  # fmt: skip
    for paragraph, level in zip(made.paragraphs, (0, 1), strict=False):
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{bullets.get(qn("w:numId"))}"/></w:numPr>'
            )
        )
    lines = [line for line in read(tmp_path, saved(made)).text.split("\n") if line.strip()]
    assert lines[4:7] == ["- a", "   - b", "no list"]


def packed(**parts: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return made.getvalue()


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Return a Word file with some bytes of a part changed."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            target.writestr(entry.filename, content.replace(old, new) if entry.filename == name else content)
    return made.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT = saved(word("Text"))
DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"
DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "c">]>'


@each(
    ("data", "words", "help"),
    [
        (b"", "is empty", "Word Document (*.docx)"),
        (b"plain text", "is no Word file", "Word Document (*.docx)"),
        (OLE + "WordDocument".encode("utf-16-le"), "old Word (.doc)", "Word Document (*.docx)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "has a password", "take the password off"),
        (b"{\\rtf1}", "Rich Text", "Word Document (*.docx)"),
        (packed(content_xml=b"<a/>"), "OpenDocument", "Word Document (*.docx)"),
        (TEXT[: len(TEXT) // 2], "is damaged", "Word Document (*.docx)"),
        (changed(TEXT, TYPES, b"document.main+xml", b"document.macroEnabled.main+xml"), "macros", "none"),
        (changed(TEXT, DOCUMENT, b"<w:document", DOCTYPE + b"<w:document"), "document type", "none"),
        (changed(TEXT, DOCUMENT, b"Text", b"Text" * 5_000_000), "200 times its size", "Word Document (*.docx)"),
        (changed(TEXT, DOCUMENT, b"Text", "Te\ue001xt".encode()), "no document can hold", "delete it"),
    ],
    ids=["empty", "text", "doc", "password", "rtf", "odt", "cut", "macros", "doctype", "bomb", "character"],
)  # fmt: skip
def test_a_file_that_is_no_sound_word_file_is_refused_with_what_to_do(
    tmp_path: Path, data: bytes, words: str, help: str
) -> None:
    found = fault(tmp_path, data)

    assert found.name == "template-not-read"
    assert found.span is not None
    assert found.span.path.startswith("mine/template.docx")
    assert words in found.message
    assert help in found.help


def test_a_template_that_is_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.docx"
    secret.write_bytes(saved(word("a secret")))
    home = tmp_path / "templates" / "mine"
    home.mkdir(parents=True)
    (home / "template.docx").symlink_to(secret)
    found = read_word_template(tmp_path / "templates", home / "template.docx", "mine/template.docx", "", ())

    assert found.text == ""
    assert "outside the templates folder" in found.faults[0].message


def test_a_text_longer_than_any_that_is_read_is_refused(tmp_path: Path) -> None:
    words = (hashlib.sha256(str(n).encode()).hexdigest() for n in range(16_000))
    long = changed(TEXT, DOCUMENT, b"Text", " ".join(words).encode())

    assert "longer than 1,000,000 characters" in read(tmp_path, long).faults[0].message


def test_a_file_too_large_or_of_too_many_paragraphs_is_refused(tmp_path: Path) -> None:
    assert "larger than 20 MB" in read(tmp_path, b"PK" + b"\0" * 20_000_001).faults[0].message
    body = b"</w:t></w:r></w:p>" + b"<w:p/>" * 20_001 + b"<w:p><w:r><w:t>"
    many = changed(TEXT, DOCUMENT, b"Text", b"Te" + body + b"xt")
    assert "more than 20,000 paragraphs" in read(tmp_path, many).faults[0].message


@each(
    "line",
    [
        "[" * 2_900,
        "[if draft: " * 450 + "]" * 450,
        "[[" * 1_400,
        "[id: " * 400 + "x" + "]" * 400,
        "[if draft: " * 19 + "]" * 19,
        "[[x]] " * 1_400,
    ],
)
def test_brackets_in_brackets_come_to_an_end(tmp_path: Path, line: str) -> None:
    found = read(tmp_path, saved(word(line)))
    assert found.text or found.faults
