"""Looks are said by styles, and what a forum and its office change of them arrives in every format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import etree
from tests.each import each
from tests.filings.every import every_filing
from tests.filings.made import MadeFiling
from tests.readers.docx_numbers import StyleTable, val
from tests.readers.docx_text import W
from tests.writers.docx_file import found, part, parts
from tests.writers.rich_document import rich_document

from probata.document.look import Look, base_look
from probata.document.own_templates import own_templates
from probata.forum import load_forum
from probata.forum.look import LOOK, read_look
from probata.writers.docx.writer import write
from probata.writers.format import WriteOptions
from probata.writers.html.page import write_html
from probata.writers.pdf.typst.tree import plain_document
from probata.writers.pdf.weasyprint.source import style_sheet

OF_OFFICE = """
face = "Noto Serif"
[size]
text = 10
title = 2
[page]
left = 40
"""
OF_FORUM = """
[size]
text = 12.5
[colour]
link = "#00aa00"
"""


def looks(folder: Path, extends: str) -> Look:
    """Return the look of a forum with a look of its own in an office with another."""
    own = folder / "templates" / "mine"
    own.mkdir(parents=True)
    (own / "forum.yaml").write_text(f"id: mine\nextends: {extends}\n", encoding="utf-8")
    (own / LOOK).write_text(OF_FORUM, encoding="utf-8")
    (folder / LOOK).write_text(OF_OFFICE, encoding="utf-8")
    house = read_look(folder, folder / LOOK)
    loaded = load_forum("mine", (folder / "templates", own_templates()), house=house.data)
    assert (house.findings, loaded.findings) == ((), ())
    assert loaded.forum is not None
    return loaded.forum.look


def test_what_a_forum_and_its_office_change_arrives_in_all_three_targets(tmp_path: Path) -> None:
    tree = rich_document()
    tree = replace(tree, meta=replace(tree.meta, look=looks(tmp_path, "uk-ghr")))

    word = write(tree, WriteOptions()).data
    styles = part(word, "word/styles.xml")
    assert found(styles, "//w:docDefaults//w:rFonts/@w:ascii | //w:docDefaults//w:sz/@w:val") == ["Noto Serif", "25"]
    assert found(styles, "//w:style[@w:styleId='Title']//w:sz/@w:val") == ["50"]
    assert found(styles, "//w:style[@w:styleId='Hyperlink']//w:color/@w:val") == ["00AA00"]
    assert found(part(word, "word/document.xml"), "//w:pgMar/@w:left") == ["2268"]

    look = plain_document(tree, {})["look"]
    assert (look["faces"][0], look["size"]["text"], look["size"]["title"]) == ("Noto Serif", 12.5, 25)
    assert (look["page"]["left"], look["colour"]["link"]) == (40, "#00aa00")

    printed, shown = style_sheet(tree.meta, ""), write_html(tree, WriteOptions()).data.decode()
    for rule in (
        '--face: "Noto Serif",',
        "--size-text: 12.5pt",
        "margin: 25mm 25mm 25mm 40mm",
        "--colour-link: #00aa00",
    ):
        assert rule in printed
    for rule in ('--face: "Noto Serif",', "--size-title: 2rem", "--colour-link: #00aa00"):
        assert rule in shown


def test_what_a_court_rules_on_stands_over_every_look(tmp_path: Path) -> None:
    look = looks(tmp_path, "uk-cpr-ws")

    assert (look.size.text, look.page.left, look.line.text) == (12, 35, 1.5)
    assert look.colour.link == "#00aa00"


@each(
    ("wrong", "line", "said"),
    [
        ('face = "Comic Sans"', 1, "`face` must be one of `Times New Roman` or `Noto Serif`"),
        ("[size]\ntext = 400", 2, "`text` is too large: it must be 24 at most"),
        ("[size]\ntext = 0", 2, "`text` is too small: it must be 6 at least"),
        ("[space]\nnote = -1", 2, "`note` is too small: it must be 0 at least"),
        ("[page]\n\nleft = 120", 3, "`left` is too large: it must be 70 at most"),
        ("[colour]\nlnk = '#000000'", 2, "`lnk` is not a field here"),
        ("[colour]\nlink = 'red'", 2, "`link` has a form that is not known: `red`: write one such as `#1f3864`"),
        ("[colours]\nlink = '#000000'", 1, "`colours` is not a field here"),
        ("[size]\nheading = [2, 1.5]", 2, "`heading` has a wrong value"),
        ("size = 3", 1, "`size` must be a group of fields"),
        ("face =", 1, "the settings cannot be read from here on"),
    ],
)
def test_what_is_wrong_in_a_look_is_told_with_its_place_and_the_look_stays_ours(
    wrong: str, line: int, said: str, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "forum.yaml").write_text("id: mine\nextends: uk-ghr\n", encoding="utf-8")
    (folder / LOOK).write_text(wrong, encoding="utf-8")

    loaded = load_forum("mine", (tmp_path, own_templates()))

    (finding,) = loaded.findings
    assert finding.span is not None
    assert (finding.span.path, finding.span.line) == ((folder / LOOK).as_posix(), line)
    assert said in finding.message
    assert finding.help
    assert loaded.forum is not None
    assert loaded.forum.look == base_look()


OF_PARAGRAPHS = {
    "pStyle": "names the style",
    "keepNext": "a text announces the next, is signed or attributed below it, or stands at the end of a list or table",
    "keepLines": "a row that runs on over a page is cut between its paragraphs",
    "pageBreakBefore": "a forced page is a matter of one place",
    "numPr": "an ordered list begins again at 1, and lists in cells share a style",
    "spacing": "tables have no space of their own: the text beside one keeps the distance",
    "bidi": "a text runs from right to left",
    "sectPr": "the end of a section is kept in its last paragraph",
}
OF_RUNS = {
    "rStyle": "names the style",
    "rFonts": "letters of East Asia have a font of their own language",
    "lang": "the language changes here",
    "rtl": "a text runs from right to left",
    "b": "on top of another character style, for which a run has no room",
    "bCs": "as `b`",
    "i": "on top of another character style, for which a run has no room",
    "iCs": "as `i`",
    "smallCaps": "an author wrote it so",
    "u": "an author wrote it so",
    "vertAlign": "an author wrote it so",
}
OF_TABLES = {
    "tblStyle": "names the style",
    "bidiVisual": "a document runs from right to left",
    "tblW": "widths are those of this table",
    "tblLayout": "widths are fixed",
    "tblLook": "which rows and columns the style sets apart",
}
OF_ROWS = {"cantSplit": "short rows stay whole; no style can say so", "tblHeader": "no style can say so"}
OF_CELLS = {
    "tcW": "the width of this column",
    "tcBorders": "a total that is not the last row, which the style of a table does not reach",
    "shd": "a header row that is not the first, which the style of a table does not reach",
}
ALLOWED = {"pPr": OF_PARAGRAPHS, "rPr": OF_RUNS, "tblPr": OF_TABLES, "trPr": OF_ROWS, "tcPr": OF_CELLS}
ROOM = {"before": "160", "after": "160"}


def texts(filing: MadeFiling) -> list[etree._Element]:
    """Return body and notes, without the separators of notes, which no style reaches."""
    files = parts(filing.docx)
    roots = [etree.fromstring(files[f"word/{name}.xml"]) for name in ("document", "footnotes")]
    for separator in roots[1].findall(f"{W}footnote[@{W}type]"):
        roots[1].remove(separator)
    return roots


@every_filing
def test_no_property_is_given_directly_but_those_that_no_style_can_give(filing: MadeFiling) -> None:
    found = {
        (kind, etree.QName(child).localname)
        for root in texts(filing)
        for kind in ALLOWED
        for properties in root.iter(f"{W}{kind}")
        for child in properties
    }
    assert ("pPr", "pStyle") in found
    assert ("rPr", "rStyle") in found or filing.name.part == "exhibits", "cover sheets set no word apart"
    assert [(kind, name) for kind, name in sorted(found) if name not in ALLOWED[kind]] == []


@every_filing
def test_space_is_given_directly_beside_tables_alone(filing: MadeFiling) -> None:
    for spacing in (spacing for root in texts(filing) for spacing in root.iterfind(f".//{W}p/{W}pPr/{W}spacing")):
        paragraph = spacing.getparent().getparent()  # type: ignore[union-attr]
        assert paragraph is not None
        sides = {etree.QName(key).localname: value for key, value in spacing.attrib.items()}
        beside = {"before": paragraph.getprevious(), "after": paragraph.getnext()}
        assert {side: ROOM[side] for side in sides} == sides
        assert all((table := beside[side]) is not None and table.tag == f"{W}tbl" for side in sides)


@every_filing
def test_bold_and_italics_are_styles_unless_a_run_has_one_already(filing: MadeFiling) -> None:
    marks = [mark for root in texts(filing) for mark in root.iter(f"{W}b", f"{W}bCs", f"{W}i", f"{W}iCs")]
    runs = [run for mark in marks if (run := mark.getparent()) is not None]
    assert [etree.tostring(run) for run in runs if run.find(f"{W}rStyle") is None] == []


@every_filing
def test_numbers_are_given_directly_to_items_of_lists_alone(filing: MadeFiling) -> None:
    styles = StyleTable(etree.fromstring(parts(filing.docx)["word/styles.xml"]))
    given = [p for root in texts(filing) for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}numPr") is not None]
    names = {styles.name(val(paragraph, "pPr/pStyle")) for paragraph in given}
    assert [name for name in names if not name.startswith(("list ", "table list"))] == []


@every_filing
def test_fonts_are_given_directly_to_letters_of_east_asia_alone(filing: MadeFiling) -> None:
    fonts = [font for root in texts(filing) for font in root.iter(f"{W}rFonts")]
    assert {frozenset(etree.QName(key).localname for key in font.attrib) for font in fonts} <= {
        frozenset({"hint", "eastAsia"})
    }
