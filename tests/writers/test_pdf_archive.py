"""What makes the file fit for filing and keeping: PDF/A marks, fonts, tags, outline, page labels."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
from tests.writers.pdf_pages import rich_pdf, written

from probata.document.blocks import Paragraph
from probata.document.inlines import Text
from probata.document.tree import Document, Meta


@pytest.fixture
def pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(rich_pdf())) as opened:
        yield opened


def test_it_says_that_it_is_pdf_a_3a(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "3A"
    (intent,) = pdf.Root.OutputIntents.as_list()
    assert intent.S == "/GTS_PDFA1"
    assert len(intent.DestOutputProfile.read_bytes()) > 100


def test_its_properties_come_from_the_document_alone(pdf: pikepdf.Pdf) -> None:
    shown = {str(key): str(value) for key, value in pdf.docinfo.items()}
    assert shown.pop("/Producer").startswith("WeasyPrint ")
    assert shown == {
        "/Title": "Submission on the detention of R. Example",
        "/Author": "Example Chambers",
        "/Subject": "Regulation 6 of the Example Regulations",
        "/CreationDate": "D:20260301",
    }


def test_a_document_without_a_date_carries_none() -> None:
    data = written(Document(Meta("No date"), (Paragraph((Text("x"),)),))).data
    with pikepdf.open(BytesIO(data)) as opened:
        assert "/CreationDate" not in opened.docinfo
        with opened.open_metadata() as metadata:
            assert "xmp:CreateDate" not in metadata


def test_language_title_and_tags_are_there(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.Lang == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.StructTreeRoot.Type == "/StructTreeRoot"


def test_notes_marks_and_contents_are_tagged_as_such(pdf: pikepdf.Pdf) -> None:
    tags = list(_tags(pdf.Root.StructTreeRoot))
    assert tags.count("/Note") == 12
    assert tags.count("/TOCI") == 8
    assert tags.count("/Reference") == 12 + 8  # marks and lines of the contents
    identities = [str(note.ID) for note in _elements(pdf.Root.StructTreeRoot) if note.get("/S") == "/Note"]
    assert len(set(identities)) == 12


def test_every_font_is_embedded_and_ours(pdf: pikepdf.Pdf) -> None:
    fonts = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing]
    assert fonts
    for font in fonts:
        assert {"/FontFile2", "/FontFile3"} & set(font.keys()), font.FontName
        assert (
            str(font.FontName).partition("+")[2].startswith(("Liberation-Serif", "Noto-Serif", "Noto-Naskh-Arabic"))
        ), font.FontName


def test_pages_are_labelled_with_their_printed_numbers(pdf: pikepdf.Pdf) -> None:
    assert [page.label for page in pdf.pages] == [str(number) for number in range(1, len(pdf.pages) + 1)]


def test_the_outline_has_every_heading_at_its_level(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        shown = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert shown == [
        ("Summary", []),
        ("A The facts", ["A.1 The post held in Anjing", "A.2 What followed"]),
        ("B The law & its <limits>", ["B.1 Elements"]),
        ("Annex 1 Figures", []),
        ("Annex 2 Sources", ["Books and reports"]),
    ]


def test_every_internal_link_has_a_target(pdf: pikepdf.Pdf) -> None:
    names = {str(name) for name in pdf.Root.Names.Dests.Names.as_list()[::2]}
    targets = [
        str(annotation.Dest)
        for page in pdf.pages
        for annotation in page.obj.get("/Annots", pikepdf.Array()).as_list()
        if "/Dest" in annotation
    ]
    assert len(targets) > 40
    assert set(targets) <= names


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = element.get("/K", pikepdf.Array())
    for kid in kids.as_list():
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield kid
            yield from _elements(kid)


def _tags(root: pikepdf.Object) -> Iterator[str]:
    return (str(element.S) for element in _elements(root))
