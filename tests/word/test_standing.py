"""Each paragraph of a Word file is found once, with the control and the cell in which it stands."""

from __future__ import annotations

import time

from lxml import etree

from probata.word.elements import P
from probata.word.pieces import Reading
from probata.word.reading import paragraphs_in_contents
from probata.word.standing import Cells, Standing, standing_in, tag_of_paragraph

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def body(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{SPACE}">{inner}</w:body>')


def p(text: str, inner: str = "") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r>{inner}</w:p>"


def control(tag: str, inner: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def said(found: list[Standing]) -> list[str]:
    return ["".join(str(text) for text in one.paragraph.itertext()) for one in found]


def standing(inner: str, reading: Reading = "accepted") -> list[Standing]:
    return standing_in(body(inner), reading)


def test_the_innermost_control_of_ours_counts_and_one_in_the_paragraph_before_those_round_it() -> None:
    run = "<w:r><w:t>words</w:t></w:r>"
    inner = control("probata:1", control("theirs", p("a")) + p("b", control("probata:2", run))) + p("c")
    found = standing(inner)
    assert [one.tag() for one in found] == ["probata:1", "probata:2", ""]
    assert [one.tag() for one in found] == [tag_of_paragraph(one.paragraph) for one in found]


def test_cells_and_rows_are_numbered_as_their_paragraphs_come_those_of_tables_in_cells_too() -> None:
    inside = f"<w:tbl>{row(p('c'), p('d'))}</w:tbl>"
    found = standing(f"{p('a')}<w:tbl>{row(p('b'), inside + p('e'))}{control('probata:1', row(p('f')))}</w:tbl>")
    cells = Cells()
    assert said(found) == ["a", "b", "c", "d", "e", "f"]
    assert [cells.place(one.cell) for one in found] == [
        (0, 0, 0), (1, 1, 1), (2, 2, 1), (3, 2, 2), (4, 1, 2), (5, 3, 1)
    ]  # fmt: skip
    assert cells.places() == {(1, 1), (1, 2), (2, 1), (2, 2), (3, 1)}


def test_contents_last_from_the_paragraph_in_which_they_begin_to_that_in_which_they_end() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "end"))
    code = "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
    page = f"{begin}<w:r><w:instrText> PAGE </w:instrText></w:r>{end}"
    story = body(p("a", page) + p("b", begin + code) + p("c", page) + p("d", end) + p("e", page))
    held = paragraphs_in_contents(story)
    assert [one.findtext(f".//{{{SPACE}}}t") for one in story if one in held] == ["b", "c", "d"]


def test_thousands_of_fields_that_never_end_are_gone_through_in_a_moment() -> None:
    begins = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PA</w:instrText><w:instrText>GE</w:instrText></w:r>'
    toc = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> T</w:instrText><w:instrText>OC \\h</w:instrText></w:r>'
    whole = body(f"<w:p>{begins}</w:p>" * 10_000 + f"<w:p>{toc}</w:p><w:p/>")
    start = time.process_time()
    found = paragraphs_in_contents(whole)
    assert [one in found for one in whole.iter(P)][-3:] == [False, True, True]
    assert time.process_time() - start < 5
