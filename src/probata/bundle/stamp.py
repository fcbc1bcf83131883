"""The number of a page, drawn on it: upright as the page is shown, in the margin that was found for it."""

from __future__ import annotations

from decimal import Decimal

from pikepdf import Array, Dictionary, Matrix, Name, Object, Pdf

from probata.bundle.margins import NOWHERE, Sheet

_FONT = Name("/BundleNumber")
_SIZE = 10.0
_DIGIT = 0.556
"""Width of a digit of Helvetica Bold; of a capital that of the widest is taken, `W`."""
_CAPITAL = 0.944
_BASE = 0.28
"""How far the baseline stands above the lower edge of its place, as a part of its height."""


class Stamper:
    """Draws the numbers of one file."""

    def __init__(self, pdf: Pdf) -> None:
        """Make what all pages share."""
        self._pdf = pdf
        self._font = pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica-Bold"), Encoding=Name.WinAnsiEncoding,
        ))  # fmt: skip
        self._before = pdf.make_stream(b"q\n")

    def stamp(self, page: Object, number: str, spot: str) -> None:
        """Draw a number on a page that has its box itself; where it fits nowhere, the page shrinks."""
        sheet = Sheet(float(page.MediaBox[2]), float(page.MediaBox[3]))
        before = self._before
        if spot == NOWHERE:
            scale = 1 - sheet.strip / sheet.height
            smaller = Matrix(scale, 0, 0, scale, sheet.width * (1 - scale) / 2, sheet.strip)
            before = self._pdf.make_stream(f"q {_matrix(smaller)} cm\n".encode())
            _move_annotations(page, smaller)
        after = self._pdf.make_stream(_drawn(sheet, number, "R" if spot == NOWHERE else spot))
        held = page.get("/Contents")
        contents = list(held) if isinstance(held, Array) else [held] if held is not None else []
        page.Contents = Array([before, *contents, after])
        self._add_font(page)

    def _add_font(self, page: Object) -> None:
        if not isinstance(page.get("/Resources"), Dictionary):
            page.Resources = Dictionary()
        if not isinstance(page.Resources.get("/Font"), Dictionary):
            page.Resources.Font = Dictionary()
        page.Resources.Font[_FONT] = self._font


def _drawn(sheet: Sheet, number: str, spot: str) -> bytes:
    """Return what draws a number, on white and in black, as something that readers of tags pass over."""
    size = _SIZE * sheet.unit
    left, lower, right, upper = sheet.box(spot)
    width = sum(_DIGIT if sign.isdigit() else _CAPITAL for sign in number) * size
    pad = 2 * sheet.unit
    start = {"C": (left + right - width) / 2, "L": left + pad}.get(spot, right - pad - width)
    base = lower + _BASE * (upper - lower)
    box = f"{start - pad:.2f} {lower:.2f} {width + 2 * pad:.2f} {upper - lower:.2f} re f"
    text = f"BT {_FONT} {size:.2f} Tf {start:.2f} {base:.2f} Td ({number}) Tj ET"
    return f"\nQ /Artifact BMC q 1 g {box} 0 g {text} Q EMC\n".encode()


def _matrix(matrix: Matrix) -> str:
    return " ".join(f"{one:.6g}" for one in matrix.shorthand)


def _move_annotations(page: Object, smaller: Matrix) -> None:
    for annotation in page.get("/Annots", ()):
        if (rect := annotation.get("/Rect")) is not None and len(rect) == 4:
            corners = (float(rect[0]), float(rect[1])), (float(rect[2]), float(rect[3]))
            moved = [smaller.transform(corner) for corner in corners]
            annotation.Rect = Array([Decimal(f"{one:.3f}") for corner in moved for one in corner])
        if "/QuadPoints" in annotation:
            del annotation["/QuadPoints"]
