"""What is removed from an exhibit is on no page of it, and below no page; otherwise nothing is made."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw
from tests.bundle.hostile_pdfs import TEXT, good, saved

from probata.bundle import redaction
from probata.bundle.exhibit_pages import ExhibitPdf, as_pages
from probata.bundle.refusal import Refusal, RefusedError
from probata.model.exhibit import Redaction
from probata.source.in_child import Child

LINES = (b"Anna Quillimane was seen", b"Nobody was seen", b"seen with anna QUILLI- mane again")


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child() as one:
        yield one


def _try(
    data: bytes, folder: Path, child: Child, *redactions: Redaction, kind: str = "application/pdf"
) -> ExhibitPdf | Refusal:
    (held := folder / "held").write_bytes(data)
    made = as_pages(held, kind, folder, child, redactions)
    assert held.read_bytes() == data, "the copy that is held stays whole"
    return made


def _made(data: bytes, folder: Path, child: Child, *redactions: Redaction) -> ExhibitPdf:
    made = _try(data, folder, child, *redactions)
    assert isinstance(made, ExhibitPdf), made
    return made


def _texts(path: Path) -> list[str]:
    with pdfium.PdfDocument(path) as document:
        return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def _everything(path: Path) -> bytes:
    with pikepdf.open(path) as read:
        read.save(out := BytesIO(), qdf=True, stream_decode_level=pikepdf.StreamDecodeLevel.all)
    return out.getvalue()


def test_a_text_goes_from_every_page_and_other_pages_keep_theirs(child: Child, tmp_path: Path) -> None:
    made = _made(saved(good(*LINES)), tmp_path, child, Redaction(text="Anna Quillimane"))

    assert _texts(made.path) == ["", "Nobody was seen", ""]
    assert b"uillimane" not in _everything(made.path)
    assert [(one.name, one.number) for one in made.remarks] == [("redacted", 2)]
    with pdfium.PdfDocument(made.path) as document:
        picture = document[0].render(scale=1).to_pil().convert("L")
    assert picture.crop((74, 126, 240, 140)).getextrema() == (0, 0)
    assert picture.crop((270, 120, 400, 150)).getextrema() != (255, 255), "what is beside it is still read"


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_text_is_found_on_a_page_however_it_is_turned(turned: int, child: Child, tmp_path: Path) -> None:
    pdf = good(LINES[0])
    pdf.pages[0].obj.Rotate = turned

    made = _made(saved(pdf), tmp_path, child, Redaction(text="Quillimane"))

    with pdfium.PdfDocument(made.path) as document:
        picture = document[0].render(scale=1).to_pil().convert("L").rotate(turned, expand=True)
    assert picture.crop((138, 126, 240, 140)).getextrema() == (0, 0)
    assert picture.crop((72, 122, 128, 142)).getextrema() != (0, 0)


def test_a_region_is_one_colour_whatever_stood_there(child: Child, tmp_path: Path) -> None:
    pdf = good(LINES[0])
    noise = Image.effect_noise((595, 842), 90).convert("RGB")
    noise.save(packed := BytesIO(), "JPEG", quality=95)
    picture = pdf.make_stream(packed.getvalue(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=595,
                              Height=842, BitsPerComponent=8, ColorSpace=pikepdf.Name.DeviceRGB,
                              Filter=pikepdf.Name.DCTDecode)  # fmt: skip
    pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(I=picture)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /I Do Q " + TEXT % LINES[0])

    made = _made(saved(pdf), tmp_path, child, Redaction(page=1, region="10% 100 50% 20"))

    with pdfium.PdfDocument(made.path) as document:
        seen = document[0].render(scale=1).to_pil().convert("L")
    assert seen.crop((62, 102, 354, 118)).getextrema() == (0, 0)
    assert seen.crop((400, 102, 590, 118)).getextrema()[1] > 100
    assert packed.getvalue()[-2000:] not in _everything(made.path)


@pytest.mark.parametrize(
    "place", ["comment", "outline", "metadata", "field", "file", "alternative text", "hidden text"]
)
def test_what_is_removed_is_not_left_beside_the_pages(place: str, child: Child, tmp_path: Path) -> None:
    pdf, name = good(*LINES), pikepdf.String("Anna Quillimane")
    if place == "comment":
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=name)
        pdf.pages[1].obj.Annots = pikepdf.Array([pdf.make_indirect(note)])
    elif place == "outline":
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Anna Quillimane", 0))
    elif place == "metadata":
        pdf.docinfo["/Author"] = name
    elif place == "field":
        field = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, V=name,
                                   T=pikepdf.String("f"), Rect=[0, 0, 90, 20])  # fmt: skip
        pdf.pages[1].obj.Annots = pikepdf.Array([pdf.make_indirect(field)])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pdf.pages[1].obj.Annots)
    elif place == "file":
        pdf.attachments["anna.txt"] = b"Anna Quillimane"
    elif place == "alternative text":
        pdf.Root.StructTreeRoot = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, Alt=name)
        pdf.pages[1].obj.Resources.Properties = pikepdf.Dictionary(P=pikepdf.Dictionary(ActualText=name))
    else:
        pdf.pages[1].obj.Contents = pdf.make_stream(b"BT 3 Tr /F1 9 Tf 72 72 Td (Anna Quillimane) Tj ET " + TEXT % b"x")

    made = _made(saved(pdf), tmp_path, child, Redaction(text="Anna Quillimane"))

    assert b"Quillimane" not in _everything(made.path)
    assert "Quillimane" not in "".join(_texts(made.path))


@pytest.mark.parametrize(
    ("redactions", "name"),
    [
        ((Redaction(text="Otto Nowhere"),), "redaction-text-missing"),
        ((Redaction(text="Anna Quillimane"), Redaction(text="Otto Nowhere")), "redaction-text-missing"),
        ((Redaction(text="…"),), "redaction-text-without-letters"),
        ((Redaction(page=9),), "redaction-page-missing"),
        ((Redaction(page=1, region="900 10 10 10"),), "redaction-outside-page"),
    ],
)
def test_nothing_is_made_where_a_redaction_cannot_be(
    redactions: tuple[Redaction, ...], name: str, child: Child, tmp_path: Path
) -> None:
    made = _try(saved(good(*LINES)), tmp_path, child, *redactions)

    assert isinstance(made, Refusal)
    assert made.name == name
    assert [one.name for one in tmp_path.iterdir()] == ["held"]


def test_a_scan_is_redacted_by_region_and_by_text_only_where_somebody_looked(child: Child, tmp_path: Path) -> None:
    Image.new("L", (1240, 1754), 255).save(scan := BytesIO(), "TIFF", dpi=(150, 150))
    text, region = Redaction(text="Anna"), Redaction(page=1, region="72 72 200 20")

    refused = _try(scan.getvalue(), tmp_path, child, text, region, kind="image/tiff")
    looked = text.model_copy(update={"looked_at": (1,)})
    made = _try(scan.getvalue(), tmp_path, child, looked, region, kind="image/tiff")

    assert isinstance(refused, Refusal)
    assert refused.name == "redaction-text-unsearchable"
    assert "page 1" in refused.reason
    assert isinstance(made, ExhibitPdf)


def test_a_redacted_file_that_still_shows_anything_is_not_given_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (source := tmp_path / "clean.pdf").write_bytes(saved(good(*LINES)))
    asked = [{"page": None, "region": None, "text": "Anna Quillimane", "looked_at": ()}]
    monkeypatch.setattr(ImageDraw.ImageDraw, "rectangle", lambda *_, **__: None)

    with pytest.raises(RefusedError) as told:
        redaction.redact(source, tmp_path / "finished.pdf", asked)

    assert told.value.refusal.name == "redaction-not-verified"


def test_the_same_redaction_gives_the_same_bytes(child: Child, tmp_path: Path) -> None:
    first = _made(saved(good(*LINES)), tmp_path, child, Redaction(text="Anna Quillimane")).path
    assert _made(saved(good(*LINES)), tmp_path, child, Redaction(text="Anna Quillimane")).path == first


def test_a_redaction_is_for_those_it_names_and_for_everybody_where_it_names_none() -> None:
    assert Redaction(text="Anna").holds_for(("decision_maker",))
    assert Redaction(text="Anna", readers=("accused", "public")).holds_for(("decision_maker", "accused"))
    assert not Redaction(text="Anna", readers=("public",)).holds_for(("decision_maker",))
