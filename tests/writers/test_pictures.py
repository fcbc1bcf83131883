"""Pictures in finished files: valid, whole, with their words for readers who do not see them."""

from __future__ import annotations

import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from lxml import etree, html
from tests.each import each
from tests.readers.docx_text import read_docx
from tests.readers.html_text import read_html
from tests.readers.libreoffice import print_in_libreoffice, printed_pages, squeezed
from tests.readers.pdf_structure import structure
from tests.readers.pdf_text import read_pdf, unspaced
from tests.readers.tree_text import read_tree
from tests.writers.docx_file import count, document_of, paragraph, part, parts, written
from tests.writers.docx_validity import audit, integrity, missing_targets, texts, unpaired_bookmarks
from tests.writers.letterhead import letterhead
from tests.writers.picture_document import HOSTILE, picture, picture_document

from probata.document.blocks import Cell, Row, Table
from probata.writers.format import PdfEngine, WriteError, WriteOptions, load_format

TALL, DOTS, DARK = 558, 36, 235
"""Height of the frame of the tall picture in points; dots an inch of pages looked at; what is darker is a line."""
SPACES = {"wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
         "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
         "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
         "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}  # fmt: skip


EMBED = f"{{{SPACES['r']}}}embed"


@pytest.fixture(scope="module")
def docx() -> bytes:
    return written(picture_document())


@pytest.fixture(scope="module")
def page() -> bytes:
    return load_format("html").write(picture_document(), WriteOptions()).data


@pytest.fixture(scope="module")
def pdf() -> bytes:
    made = load_format("pdf").write(picture_document(), WriteOptions())
    assert made.diagnostics == ()
    return made.data


def test_every_format_shows_alternative_texts_and_captions(docx: bytes, page: bytes, pdf: bytes) -> None:
    expected = read_tree(picture_document())
    assert next(item.text for item in expected if item.kind == "picture") == "A frame with two words"
    assert read_docx(docx) == expected
    assert read_html(page) == expected
    assert read_pdf(pdf) == unspaced(expected)


@each("reference", [None, letterhead()], ids=["own", "letterhead"])
def test_both_validators_accept_the_word_file(reference: bytes | None, tmp_path: Path) -> None:
    data = written(picture_document(), reference)
    assert audit(data, tmp_path) == []
    assert integrity(data, tmp_path) == []
    assert missing_targets(data) == set()
    assert all(unpaired_bookmarks(root) == [] for root in texts(data))


def test_word_gets_svg_with_png_beside_it_and_the_types_of_both(docx: bytes) -> None:
    document, names = part(docx, "word/document.xml"), parts(docx)
    targets = {r.get("Id"): r.get("Target") for r in part(docx, "word/_rels/document.xml.rels")}
    for blip in document.iter(f"{{{SPACES['a']}}}blip"):
        (svg,) = blip.iter(f"{{{SPACES['asvg']}}}svgBlip")
        files = [names[f"word/{targets[e.get(EMBED)]}"] for e in (blip, svg)]
        assert files[0].startswith(b"\x89PNG")
        assert etree.fromstring(files[1]).tag == "{http://www.w3.org/2000/svg}svg"
    types = names["[Content_Types].xml"].decode()
    assert '<Default Extension="png" ContentType="image/png"/>' in types
    assert 'ContentType="image/svg+xml"' in types


def test_a_picture_in_a_narrow_cell_is_made_smaller_and_keeps_its_shape(tmp_path: Path) -> None:
    made = picture("in a cell", "A frame in a cell")
    table = Table((1, 1), (), (Row((Cell(()), Cell((made,)))),))
    data = written(document_of(made, table))
    sizes = [(int(str(e.get("cx"))), int(str(e.get("cy")))) for e in part(data, "word/document.xml").iter("{*}extent")]
    assert sizes[0] == (round(made.width * 36000), round(made.height * 36000))
    assert sizes[1][0] < sizes[0][0] / 2
    assert sizes[1][0] / sizes[1][1] == pytest.approx(sizes[0][0] / sizes[0][1], rel=0.001)
    assert audit(data, tmp_path) == []
    assert integrity(data, tmp_path) == []


def test_libreoffice_shows_every_picture_whole(docx: bytes, tmp_path: Path) -> None:
    print_in_libreoffice({"pictures": docx}, tmp_path)
    shown = "".join(printed_pages("pictures", tmp_path))
    for words in ("Совет", "Figure1:Wordsinaframe", "Figure2:", "tall"):
        assert squeezed(words) in shown
    assert max(_upright_lines(tmp_path / "pictures.pdf")) >= TALL * DOTS / 72 - 2


def _upright_lines(path: Path) -> list[int]:
    """Return how long the longest upright line of each page is, in dots."""
    command = ["pdftoppm", "-gray", "-r", str(DOTS), str(path)]
    pages = subprocess.run(command, check=True, capture_output=True).stdout.split(b"P5\n")[1:]
    return [_longest_column(page) for page in pages]


def _longest_column(page: bytes) -> int:
    size, _, dots = page.split(b"\n", 2)
    width, height = (int(side) for side in size.split())
    longest = 0
    for x in range(width):
        run = 0
        for y in range(height):
            run = run + 1 if dots[y * width + x] < DARK else 0
            longest = max(longest, run)
    return longest


def test_the_pdf_shows_the_words_of_each_picture_in_its_tags(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        figures = list(structure(opened).find("Figure"))
    assert [figure.alternative for figure in figures][:2] == ["A frame with two words", "A frame with Arabic letters"]


@each(("engine", "dots"), [(PdfEngine.TYPST, 0), (PdfEngine.WEASYPRINT, 1)])
def test_pictures_are_svg_in_a_pdf_but_png_where_weasyprint_could_not_join_letters(
    engine: PdfEngine, dots: int
) -> None:
    data = load_format("pdf").write(picture_document(), WriteOptions(pdf_engine=engine)).data
    with pikepdf.open(BytesIO(data)) as opened:
        images = {name for page in opened.pages for name in page.get_images()}
    assert len(images) == dots


def test_hostile_words_are_characters_in_every_file(docx: bytes, page: bytes) -> None:
    assert "<script" not in page.decode()
    figure = list(html.document_fromstring(page.decode()).iter("figure"))[2]
    assert [made.text for made in figure.iter("text")] == [HOSTILE]
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        svgs = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".svg")]
    assert len(svgs) == 4
    assert not any("<script" in svg for svg in svgs)


@each(
    "inside",
    [
        "<script>1</script>",
        '<image href="file:///etc/passwd"/>',
        '<path d="M0 0" onload="alert(1)"/>',
        '<path d="M0 0" fill="url(https://example.org/#a)"/>',
        '<g xmlns:x="http://www.w3.org/1999/xlink" x:href="https://example.org"/>',
        "<style>@import 'https://example.org'</style>",
        "<foreignObject/>",
        "<!-- a remark -->",
        "<?xml-stylesheet href='https://example.org'?>",
    ],
)
@each("format_name", ["docx", "html", "pdf"])
def test_no_writer_takes_a_picture_that_runs_or_fetches_something(inside: str, format_name: str) -> None:
    made = picture("a", "b", 1)
    bad = replace(made, svg=made.svg.replace("</svg>", f"{inside}</svg>"))
    with pytest.raises(WriteError, match="the picture `f-1`"):
        load_format(format_name).write(document_of(bad), WriteOptions())


@each("format_name", ["docx", "html", "pdf"])
@each("alternative", ["", "other words"])
def test_a_picture_without_its_words_is_refused(format_name: str, alternative: str) -> None:
    document = document_of(replace(picture("a", "b", 1), alternative=alternative))
    with pytest.raises(WriteError, match="alternative text"):
        load_format(format_name).write(document, WriteOptions())


def test_pictures_that_follow_each_other_are_rows_of_one_table_and_others_stand_alone() -> None:
    one, other = picture("one", "First", 1), picture("other", "Second", 2)
    table = Table((1,), (), (Row((Cell((paragraph("x"),)),)),))
    body = part(written(document_of(one, other, table, one, paragraph("Between"), other)), "word/document.xml")

    assert [count(body, f"(//w:tbl)[{number}]/w:tr") for number in range(1, 5)] == [2, 1, 1, 1]
    assert count(body, "//w:tbl") == 4
