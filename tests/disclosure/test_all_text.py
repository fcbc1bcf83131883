"""The search that must find nothing finds a name wherever a file can hold one."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pikepdf
from tests.each import each
from tests.readers.all_text import all_text, spread

NAME = "Marit Quillon"


def docx(name: str, content: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:document/>")
        archive.writestr(name, content)
    return held.getvalue()


@each(
    ("name", "content"),
    [
        ("docProps/core.xml", f"<dc:subject>{NAME}</dc:subject>"),
        ("word/comments.xml", "<w:r><w:t>Marit Qui</w:t></w:r><w:r><w:t>l\u00adlon</w:t></w:r>"),
        ("word/header1.xml", '<w:drawing descr="Marit&#160;Quillon"/>'),
        ("word/media/Marit Quillon.png", ""),
        ("word/_rels/document.xml.rels", '<Relationship Target="https://x.example/?n=Marit Quillon"/>'),
    ],
)
def test_a_name_in_any_part_of_a_word_file_is_found(name: str, content: str) -> None:
    assert spread(NAME) in all_text(docx(name, content), "docx")
    assert spread(NAME) not in all_text(docx("word/styles.xml", "<w:styles/>"), "docx")


def pdf(place: str) -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    match place:
        case "property":
            made.docinfo["/Subject"] = NAME
        case "stream":
            made.Root.Held = made.make_stream(f"<dc:title>{NAME}</dc:title>".encode())
        case "outline":
            with made.open_outline() as outline:
                outline.root.append(pikepdf.OutlineItem(NAME, 0))
        case "alternative":
            made.Root.StructTreeRoot = made.make_indirect(pikepdf.Dictionary(K=[pikepdf.Dictionary(Alt=NAME)]))
        case "address":
            link = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, A=pikepdf.Dictionary(URI="https://x.example/Marit Quillon")
            )
            made.pages[0].Annots = pikepdf.Array([link])
        case _:
            assert place == "nowhere"
    held = BytesIO()
    made.save(held, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return held.getvalue()


@each("place", ["property", "stream", "outline", "alternative", "address"])
def test_a_name_in_any_place_of_a_pdf_is_found(place: str) -> None:
    assert spread(NAME) in all_text(pdf(place), "pdf")
    assert spread(NAME) not in all_text(pdf("nowhere"), "pdf")


@each(
    "page",
    [
        "<!-- Marit Quillon -->",
        '<p title="Marit&nbsp;Quillon">',
        "<p>Marit <b>Qui</b>llon",
        '<meta content="Marit Quillon">',
    ],
)
def test_a_name_in_any_place_of_a_page_is_found(page: str) -> None:
    assert spread(NAME) in all_text(page.encode(), "html")
