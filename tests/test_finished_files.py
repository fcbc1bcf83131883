"""What every Word file of the repository has: styles, numbers, notes, furniture, properties, languages, pictures.

That the validators accept them, that fields hold the right results and that bytes repeat is tested beside this file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree
from tests.filings.cases import EXAMPLE, REAL, FilingName, alleges
from tests.filings.every import every_filing
from tests.filings.made import MadeFiling, made_filing
from tests.pictures.layout import colours_in
from tests.readers.docx_numbers import StyleTable, val
from tests.readers.docx_text import W, visible_text
from tests.writers.docx_file import found, parts

from probata.document.blocks import Block, Contents, Heading, Paragraph, Picture, Role, Table
from probata.document.inlines import Language, Note
from probata.document.walk import inlines_in_order, walk_blocks
from probata.writers.docx.runs import language_attributes
from probata.writers.png import to_png

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
HAN = re.compile("[\u3400-\u9fff]")
WITH_CONTENTS = {
    *(FilingName(case, filing) for case in (EXAMPLE, REAL) for filing in ("uk-ghr", "us-glomag", "eu-ghrsr")),
    FilingName(REAL, "support-statement"),
}
"""The files of more pages than a reader turns without a table of contents."""


@cache
def opened(name: FilingName) -> dict[str, etree._Element]:
    """Return the XML parts of a Word file by name."""
    files = parts(made_filing(name).docx)
    return {part: etree.fromstring(body) for part, body in files.items() if part.endswith((".xml", ".rels"))}


def texts(name: FilingName) -> list[etree._Element]:
    """Return body and notes."""
    return [opened(name)[f"word/{part}.xml"] for part in ("document", "footnotes")]


@cache
def styles(name: FilingName) -> StyleTable:
    return StyleTable(opened(name)["word/styles.xml"])


def style_of(name: FilingName, paragraph: etree._Element) -> str:
    return styles(name).name(val(paragraph, "pPr/pStyle"))


def of_type(filing: MadeFiling, type_: type[Block]) -> list[Block]:
    return [block for block in walk_blocks(filing.tree.blocks) if isinstance(block, type_)]


@every_filing
def test_header_rows_are_repeated_on_every_page(filing: MadeFiling) -> None:
    tables = [table for table in of_type(filing, Table) if isinstance(table, Table)]
    made = [
        table
        for table in texts(filing.name)[0].iter(f"{W}tbl")
        if styles(filing.name).name(val(table, "tblPr/tblStyle")) in ("case table", "form table")
    ]
    assert not alleges(filing.name) or sum(bool(table.header) for table in tables) >= 1
    for table, element in zip(tables, made, strict=True):
        repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in element.findall(f"{W}tr")]
        assert repeated == [True] * len(table.header) + [False] * len(table.rows)


@every_filing
def test_no_empty_paragraph_makes_room(filing: MadeFiling) -> None:
    """But one: two tables that touch become one in Word, so the lowest paragraph possible stands between them."""
    for root in (root for part, root in opened(filing.name).items() if re.match(r"word/[a-z]+\d?\.xml", part)):
        empty = [paragraph for paragraph in root.iter(f"{W}p") if not list(_content(paragraph))]
        assert [p for p in empty if not (_parts_tables(filing.name, p) or _is_all_of_a_cell(p))] == []
        assert found(root, "//w:br[@w:type='page']") == []


def _content(paragraph: etree._Element) -> Iterator[etree._Element]:
    return (e for run in paragraph.iter(f"{W}r") for e in run if e.tag not in (f"{W}rPr", f"{W}t") or (e.text or ""))


def _parts_tables(name: FilingName, paragraph: etree._Element) -> bool:
    above, below = paragraph.getprevious(), paragraph.getnext()
    is_between = above is not None and above.tag == f"{W}tbl" and (below is None or below.tag == f"{W}tbl")
    return is_between and style_of(name, paragraph) == "table separator"


def _is_all_of_a_cell(paragraph: etree._Element) -> bool:
    cell = paragraph.getparent()
    return cell is not None and cell.tag == f"{W}tc" and [e.tag for e in cell if e.tag != f"{W}tcPr"] == [f"{W}p"]


@every_filing
def test_notes_have_their_style_mark_and_space_and_ids_rise(filing: MadeFiling) -> None:
    body, footnotes = texts(filing.name)
    count = sum(isinstance(inline, Note) for inline in inlines_in_order(filing.tree.blocks))
    ids = [str(number) for number in range(1, count + 1)]
    assert found(body, "//w:footnoteReference/@w:id") == ids
    assert found(footnotes, "//w:footnote/@w:id") == ["-1", "0", *ids]
    for note in footnotes.findall(f"{W}footnote")[2:]:
        first = note[0]
        mark, space = first.findall(f"{W}r")[:2]
        assert style_of(filing.name, first) == "footnote text"
        assert mark.find(f"{W}footnoteRef") is not None
        assert space.findtext(f"{W}t") == " "
        assert len(note.findall(f".//{W}footnoteRef")) == 1
    for mark in (e for root in (body, footnotes) for e in root.iter(f"{W}footnoteReference", f"{W}footnoteRef")):
        run = mark.getparent()
        assert run is not None
        assert styles(filing.name).name(val(run, "rPr/rStyle")) == "footnote reference"


@every_filing
def test_contents_are_a_field_of_links_with_page_numbers(filing: MadeFiling) -> None:
    body = texts(filing.name)[0]
    contents = [entry for block in of_type(filing, Contents) if isinstance(block, Contents) for entry in block.entries]
    codes = [code.strip() for code in found(body, "//w:instrText/text()") if "TOC" in code]
    assert [code for code in codes if not re.fullmatch(r'TOC \\o "1-[123]" \\h \\z \\u', code)] == []
    assert len(codes) == len(of_type(filing, Contents)) == int(filing.name in WITH_CONTENTS)
    lines = [p for p in body.iter(f"{W}p") if re.fullmatch(r"toc \d", style_of(filing.name, p))]
    assert len(lines) == len(contents)
    assert all(line.find(f"{W}hyperlink[@{W}anchor]") is not None for line in lines)
    pages = [int("".join(found(line, ".//w:hyperlink//w:t/text()")[-1:])) for line in lines]
    assert pages == sorted(pages)


@every_filing
def test_every_page_has_marking_short_title_and_page_x_of_y(filing: MadeFiling) -> None:
    meta, files = filing.tree.meta, opened(filing.name)
    targets = {r.get("Id"): f"word/{r.get('Target')}" for r in files["word/_rels/document.xml.rels"]}
    for section in texts(filing.name)[0].iter(f"{W}sectPr"):
        (head,), (foot,) = (section.findall(f"{W}{kind}Reference") for kind in ("header", "footer"))
        header, footer = (files[targets[reference.get(f"{R}id")]] for reference in (head, foot))
        assert {str(reference.get(f"{W}type")) for reference in (head, foot)} == {"default"}
        lines = [visible_text(line) for line in header.iter(f"{W}p")]
        assert lines == [" ".join(line.split()) for line in meta.running]
        assert [code.strip() for code in found(footer, "//w:instrText/text()")] == ["PAGE", "NUMPAGES"]
        assert visible_text(footer).startswith(" ".join(meta.short_title.split()))
    assert meta.running
    assert meta.short_title


@every_filing
def test_properties_are_those_of_the_case_and_nothing_of_the_machine(filing: MadeFiling) -> None:
    meta, files = filing.tree.meta, opened(filing.name)
    moment = f"{meta.created}T00:00:00Z"
    shown = {etree.QName(element).localname: element.text for element in files["docProps/core.xml"]}
    wanted = {"title": meta.title, "subject": meta.subject, "creator": meta.author, "language": meta.language}
    assert shown == {**{key: text for key, text in wanted.items() if text}, "created": moment, "modified": moment}
    assert meta.title
    assert [(etree.QName(e).localname, e.text) for e in files["docProps/app.xml"]] == [("Application", "Probata")]
    ids = [key for root in files.values() for e in root.iter() for key in e.attrib if "rsid" in str(key)]
    assert ids == []


@every_filing
def test_the_language_is_set_and_every_run_in_another_one_has_its_own(filing: MadeFiling) -> None:
    (default,) = found(opened(filing.name)["word/styles.xml"], "//w:docDefaults//w:lang/@w:val")
    assert default == filing.tree.meta.language
    tags = {inline.lang for inline in inlines_in_order(filing.tree.blocks) if isinstance(inline, Language)}
    marked = [element for root in texts(filing.name) for element in root.iter(f"{W}lang")]
    in_file = {(etree.QName(key).localname, value) for element in marked for key, value in element.attrib.items()}
    assert in_file == {pair for tag in tags for pair in language_attributes(tag).items()}
    runs = [run for root in texts(filing.name) for run in root.iter(f"{W}r") if HAN.search(_own(run))]
    runs = [run for run in runs if not _own(run).startswith("http")]  # an address is in no language
    looks = [[run.find(f"{W}rPr/{W}{name}[@{W}eastAsia]") is not None for name in ("rFonts", "lang")] for run in runs]
    assert [_own(run) for run, look in zip(runs, looks, strict=True) if look != [True, True]] == []


def _own(run: etree._Element) -> str:
    return "".join(text.text or "" for text in run.findall(f"{W}t"))


@every_filing
def test_pictures_are_svg_with_png_and_words_and_without_colour(filing: MadeFiling) -> None:
    pictures = [block for block in of_type(filing, Picture) if isinstance(block, Picture)]
    body, files = texts(filing.name)[0], parts(filing.docx)
    targets = {r.get("Id"): f"word/{r.get('Target')}" for r in opened(filing.name)["word/_rels/document.xml.rels"]}
    assert [e.get("descr") for e in body.iter("{*}docPr")] == [picture.alternative for picture in pictures]
    assert all(picture.alternative for picture in pictures)
    blips = list(body.iter("{*}blip"))
    assert len(blips) == len(pictures)
    for blip, picture in zip(blips, pictures, strict=True):
        (svg,) = blip.iter("{*}svgBlip")
        assert files[targets[blip.get(f"{R}embed")]] == to_png(picture.svg)
        assert to_png(picture.svg).startswith(b"\x89PNG")
        drawn = etree.fromstring(files[targets[svg.get(f"{R}embed")]])
        assert etree.QName(drawn).localname == "svg"
        assert [c for e in drawn.iter() for value in e.attrib.values() for c in colours_in(str(value))] == []


@every_filing
def test_headings_and_captions_stay_with_what_follows_by_their_styles(filing: MadeFiling) -> None:
    """But captions of pictures, which stand below them."""
    kept = {}
    for paragraph in (p for root in texts(filing.name) for p in root.iter(f"{W}p")):
        name, id_ = style_of(filing.name, paragraph), val(paragraph, "pPr/pStyle")
        if styles(filing.name).is_heading(name) or name.endswith("caption"):
            kept[name] = styles(filing.name).is_on(id_, "pPr/keepNext")
            assert paragraph.find(f"{W}pPr/{W}keepNext") is None
    assert kept == {name: name != "picture caption" for name in kept}
    assert len(kept) >= (3 if alleges(filing.name) else 1)


@every_filing
def test_numbers_of_headings_and_paragraphs_are_those_of_their_styles(filing: MadeFiling) -> None:
    of_blocks = [
        block.number
        for block in walk_blocks(filing.tree.blocks)
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role is Role.NUMBERED)
    ]
    numbered = [
        paragraph
        for paragraph in texts(filing.name)[0].iter(f"{W}p")
        if re.search("heading \\d|annex heading|numbered paragraph", style_of(filing.name, paragraph))
    ]
    assert len(numbered) == len(of_blocks) > (5 if alleges(filing.name) else 0)
    for paragraph, number in zip(numbered, of_blocks, strict=True):
        assert paragraph.find(f"{W}pPr/{W}numPr") is None
        list_id = styles(filing.name).inherited(val(paragraph, "pPr/pStyle"), "pPr/numPr/numId")
        assert (list_id not in ("", "0")) == bool(number)
