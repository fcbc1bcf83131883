"""A stranger's PDF as plain pages: what is seen of them, and nothing that acts, hides or leads elsewhere.

Each page is set anew with what it shows as one form, upright and at its size, so that what is printed over it cannot be
disturbed by it. Only what is seen is taken over: what is not named here stays behind. It runs in a child process.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import pikepdf

from probata.bundle.boxes import count_pages, shown
from probata.bundle.jpeg import without_metadata
from probata.bundle.refusal import RefusedError
from probata.bundle.saving import save

LARGEST_STREAM: Final = 300_000_000
"""Bytes that a stream may unpack to; a picture of 100 megapixels has as many."""
LARGEST_PICTURE: Final = 200_000_000
"""Pixels."""
MOST_ANNOTATIONS: Final = 20_000
MOST_OBJECTS: Final = 500_000
_LIMITS: Final[dict[str, Any]] = {
    "parser_max_nesting": 200, "parser_max_container_size": 2_000_000, "max_stream_filters": 4,
    "flate_max_memory": LARGEST_STREAM, "png_max_memory": LARGEST_STREAM, "tiff_max_memory": LARGEST_STREAM,
    "run_length_max_memory": LARGEST_STREAM, "dct_max_memory": LARGEST_STREAM, "dct_max_progressive_scans": 100,
}  # fmt: skip

_REPAIRED: Final = re.compile("damaged|reconstruct|recover|not find|unexpected|loop|invalid|expected|error")
_ACTIVE: Final = frozenset(
    ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/Rendition", "/Movie", "/Sound", "/Hide",
     "/RichMediaExecute", "/GoTo3DView", "/SetOCGState")
)  # fmt: skip
_LEADS_OUT: Final = frozenset(("/URI", "/GoToR", "/GoToE", "/Thread"))
_MEDIA: Final = frozenset(("/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"))
_UNSEEN: Final = (
    "/Metadata", "/PieceInfo", "/OPI", "/Alternates", "/Ref", "/F", "/FFilter", "/FDecodeParms", "/AA", "/A", "/JS",
    "/StructParent", "/StructParents", "/LastModified", "/OC", "/AF", "/Measure", "/PtData",
)  # fmt: skip
"""Keys of a stream that no page shows, or that lead to other files."""
_AS_IT_IS: Final = (1, 0, 0, 1, 0, 0)

_PRINT: Final = "print it to a new PDF, look at its pages, and preserve that as a copy too"
Pages = dict[str, Any]
"""`sizes`: width and height of each page in points; `remarks`: name and number of what there is to say."""


def clean_pdf(source: Path, target: Path) -> tuple[Pages, bool]:
    """Write what is seen of a PDF; tell too whether it has layers that are not shown.

    Raises `RefusedError` for what cannot be joined, and whatever qpdf raises on a file that it cannot repair.
    """
    pikepdf.settings.set_qpdf_limits(**_LIMITS)
    try:
        return _clean(source, target)
    except pikepdf.PdfError as error:
        if "decoding" not in str(error):
            raise
        raise RefusedError("unread-content", "has a page that cannot be unpacked, or unpacks to more than a page has "
                           "cause to", _PRINT) from None  # fmt: skip


def _clean(source: Path, target: Path) -> tuple[Pages, bool]:
    said: Counter[str] = Counter()
    with _opened(source) as pdf, pikepdf.new() as out:
        said["protected"] = int(pdf.is_encrypted)
        _look_at_catalogue(pdf, said)
        count = count_pages(pdf)
        if len(pdf.objects) > MOST_OBJECTS:
            raise RefusedError("too-large", f"has more than {MOST_OBJECTS:,} objects", _PRINT)
        _look_at_annotations(pdf, said)
        if "/AcroForm" in pdf.Root and pdf.Root.AcroForm.get("/NeedAppearances", False):
            pdf.generate_appearance_streams()
        pdf.flatten_annotations("all")
        drawn = out.make_stream(b"/P Do")
        box = cache(lambda *edges: out.make_indirect(pikepdf.Array(edges)))  # one for all pages of a size
        sizes = [_set_page(out, drawn, box, page, number) for number, page in enumerate(pdf.pages, 1)]
        _scrub(out)
        hides = _hides_layers(pdf)
        out.remove_unreferenced_resources()
        save(out, target, packed=True)
        said["repaired"] = int(any(_REPAIRED.search(str(one)) for one in pdf.get_warnings()))
    if len(sizes) != count:
        said["repaired"] = 1
    return {"sizes": sizes, "remarks": [[name, number] for name, number in said.items() if number]}, hides


def _opened(source: Path) -> pikepdf.Pdf:
    try:
        return pikepdf.open(source, suppress_warnings=True, inherit_page_attributes=False)
    except pikepdf.PasswordError:
        raise RefusedError(
            "has-a-password", "has a password", "open it, print it to a new PDF, and preserve that as a copy too"
        ) from None
    except pikepdf.PdfError as error:
        if "unsupported" in str(error).lower() or "encrypt" in str(error).lower():
            raise RefusedError("unread-encryption", "is encrypted in a way that is not read",
                               "open it, print it to a new PDF, and preserve that as a copy too") from None  # fmt: skip
        raise


def _look_at_catalogue(pdf: pikepdf.Pdf, said: Counter[str]) -> None:
    """Count what a whole file has besides its pages. Raises `RefusedError` where the pages are not the document."""
    root = pdf.Root
    if root.get("/Collection") is not None:
        raise RefusedError("portfolio", "is a portfolio, a folder of several files",
                           "take out the files that are meant, and preserve each as a copy too")  # fmt: skip
    form = root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary):
        if "/XFA" in form and (root.get("/NeedsRendering", False) or not len(form.get("/Fields", ()))):
            raise RefusedError("form-without-pages", "is a form (XFA) whose pages are made when it is opened",
                               "print it from Adobe Reader to a PDF, and preserve that as a copy too")  # fmt: skip
        said["signed"] = sum(_is_signed(field) for field in list(form.get("/Fields", ()))[:MOST_ANNOTATIONS])
    said["active"] += sum(name in root for name in ("/OpenAction", "/AA") if _acts(root.get(name)))
    names = root.get("/Names")
    if isinstance(names, pikepdf.Dictionary):
        said["active"] += "/JavaScript" in names
        said["files"] += "/EmbeddedFiles" in names
    said["files"] += "/AF" in root and not said["files"]


def _is_signed(field: pikepdf.Object, depth: int = 0) -> bool:
    if not isinstance(field, pikepdf.Dictionary) or depth > 20:
        return False
    if field.get("/FT") == "/Sig" and isinstance(field.get("/V"), pikepdf.Dictionary):
        return True
    kids = field.get("/Kids")
    return isinstance(kids, pikepdf.Array) and any(_is_signed(kid, depth + 1) for kid in list(kids)[:100])


def _acts(action: object) -> bool:
    """Tell whether an action does more than turn to a page; an array is a place to turn to."""
    if not isinstance(action, pikepdf.Dictionary):
        return False
    return "/S" not in action or action.get("/S") in _ACTIVE or action.get("/S") in _LEADS_OUT


def _look_at_annotations(pdf: pikepdf.Pdf, said: Counter[str]) -> None:
    """Count what stays behind of the annotations of pages."""
    looked = 0
    for page in pdf.pages:
        said["active"] += "/AA" in page.obj
        annotations = page.obj.get("/Annots")
        if not isinstance(annotations, pikepdf.Array):
            continue
        for annotation in annotations:
            looked += 1
            if looked > MOST_ANNOTATIONS:
                raise RefusedError(
                    "too-large", f"has more than {MOST_ANNOTATIONS:,} annotations", "print it to a new PDF"
                )
            if isinstance(annotation, pikepdf.Dictionary):
                _look_at_annotation(annotation, said)


def _look_at_annotation(annotation: pikepdf.Dictionary, said: Counter[str]) -> None:
    subtype, action = annotation.get("/Subtype"), annotation.get("/A")
    does = action.get("/S") if isinstance(action, pikepdf.Dictionary) else None
    said["links"] += does in _LEADS_OUT
    said["active"] += does in _ACTIVE or "/AA" in annotation
    said["files"] += subtype == "/FileAttachment"
    said["media"] += subtype in _MEDIA
    said["unapplied_redactions"] += subtype == "/Redact"
    if subtype != "/Link" and subtype != "/Widget" and subtype != "/Popup" and "/Contents" in annotation:
        said["comments"] += 1


def _set_page(
    out: pikepdf.Pdf, drawn: pikepdf.Stream, box: Callable[..., pikepdf.Object], page: pikepdf.Page, number: int
) -> tuple[float, float]:
    """Set one page anew, its content as `drawn` from the form that it becomes; return its size."""
    seen = shown(page, number)
    width, height = seen.size
    fresh = out.add_blank_page(page_size=(width, height))
    fresh.obj.MediaBox = box(0, 0, width, height)
    if not isinstance(page.obj.get("/Contents"), pikepdf.Stream | pikepdf.Array):
        return width, height
    form = out.copy_foreign(page.as_form_xobject(handle_transformations=False))
    form.BBox = box(seen.left, seen.bottom, seen.right, seen.top)
    if seen.matrix != _AS_IT_IS:
        form.Matrix = pikepdf.Array(list(seen.matrix))
    if "/Resources" not in form:
        form.Resources = pikepdf.Dictionary()
    fresh.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=form))
    fresh.obj.Contents = drawn
    return width, height


def _scrub(out: pikepdf.Pdf) -> None:
    """Take out of every stream what no page shows: metadata, private data of programs, ways to other files."""
    for one in out.objects:
        if not isinstance(one, pikepdf.Stream):
            continue
        for key in _UNSEEN:
            if key in one:
                del one[key]
        if one.get("/Subtype") == "/Image":
            _scrub_picture(one)
        elif "/Resources" in one and isinstance(one.Resources, pikepdf.Dictionary) and "/Properties" in one.Resources:
            del one.Resources["/Properties"]


def _scrub_picture(picture: pikepdf.Stream) -> None:
    if int(picture.get("/Width", 0)) * int(picture.get("/Height", 0)) > LARGEST_PICTURE:
        raise RefusedError("too-large", f"has a picture of more than {LARGEST_PICTURE / 1e6:,.0f} megapixels",
                           _PRINT)  # fmt: skip
    if picture.get("/Filter") in ("/DCTDecode", pikepdf.Array([pikepdf.Name.DCTDecode])):
        kept = without_metadata(packed := picture.read_raw_bytes())
        if kept != packed:
            picture.write(kept, filter=pikepdf.Name.DCTDecode)


def _hides_layers(pdf: pikepdf.Pdf) -> bool:
    """Tell whether a reader who opens the file does not see all of its layers."""
    layers = pdf.Root.get("/OCProperties")
    usual = layers.get("/D") if isinstance(layers, pikepdf.Dictionary) else None
    if not isinstance(usual, pikepdf.Dictionary):
        return False
    off = usual.get("/OFF")
    return bool(isinstance(off, pikepdf.Array) and len(off)) or usual.get("/BaseState") == "/OFF" or "/AS" in usual
