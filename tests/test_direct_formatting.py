"""Looks come from styles; what every Word file may say of one paragraph, run or cell alone is listed here."""

from __future__ import annotations

from lxml import etree
from tests.filings.every import every_filing
from tests.filings.made import MadeFiling
from tests.readers.docx_numbers import StyleTable, val
from tests.readers.docx_text import W
from tests.writers.docx_file import parts

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
