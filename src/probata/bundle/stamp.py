"""The number of a page, drawn on it: upright as the page is shown, in the margin that was found for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pikepdf import Array, Dictionary, Matrix, Name, Object, Page, Pdf

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
        """Draw a number on a page that has all its attributes itself; where it fits nowhere, the page shrinks."""
        seen = Seen.of(page)
        before = self._before
        if spot == NOWHERE:
            smaller = seen.smaller
            before = self._pdf.make_stream(f"q {_matrix(smaller)} cm\n".encode())
            _move_annotations(page, smaller)
        after = self._pdf.make_stream(_drawn(seen, number, "R" if spot == NOWHERE else spot))
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


@dataclass(frozen=True, slots=True)
class Seen:
    """How a page is shown: its visible area and how it is turned."""

    sheet: Sheet
    turned: Matrix
    """From what is shown to what the page draws in."""

    @classmethod
    def of(cls, page: Object) -> Seen:
        """Return how a page is shown, which has its boxes itself; the visible area is that of both boxes."""
        left, lower, right, upper = _box(page)
        width, height = right - left, upper - lower
        turn = int(page.get("/Rotate", 0)) % 360
        turned = {
            90: Matrix(0, 1, -1, 0, right, lower),
            180: Matrix(-1, 0, 0, -1, right, upper),
            270: Matrix(0, -1, 1, 0, left, upper),
        }.get(turn, Matrix(1, 0, 0, 1, left, lower))
        return cls(Sheet(height, width) if turn in (90, 270) else Sheet(width, height), turned)

    @property
    def smaller(self) -> Matrix:
        """What makes room for the number below a page without a margin."""
        sheet = self.sheet
        scale = 1 - sheet.strip / sheet.height
        moved = Matrix(scale, 0, 0, scale, sheet.width * (1 - scale) / 2, sheet.strip)
        return self.turned.inverse() @ moved @ self.turned


def _box(page: Object) -> tuple[float, float, float, float]:
    media, crop = (Page(page).mediabox, Page(page).cropbox)
    one, other = (_corners(box) for box in (media, crop))
    left, lower, right, upper = (max(one[0], other[0]), max(one[1], other[1]),
                                 min(one[2], other[2]), min(one[3], other[3]))  # fmt: skip
    return (left, lower, right, upper) if right > left and upper > lower else one


def _corners(box: Object) -> tuple[float, float, float, float]:
    across, up = sorted((float(box[0]), float(box[2]))), sorted((float(box[1]), float(box[3])))
    return across[0], up[0], across[1], up[1]


def _drawn(seen: Seen, number: str, spot: str) -> bytes:
    """Return what draws a number, on white and in black, as something that readers of tags pass over."""
    sheet, size = seen.sheet, _SIZE * seen.sheet.unit
    left, lower, right, upper = sheet.box(spot)
    width = sum(_DIGIT if sign.isdigit() else _CAPITAL for sign in number) * size
    pad = 2 * sheet.unit
    start = {"C": (left + right - width) / 2, "L": left + pad}.get(spot, right - pad - width)
    base = lower + _BASE * (upper - lower)
    box = f"{start - pad:.2f} {lower:.2f} {width + 2 * pad:.2f} {upper - lower:.2f} re f"
    text = f"BT {_FONT} {size:.2f} Tf {start:.2f} {base:.2f} Td ({number}) Tj ET"
    return f"\nQ /Artifact BMC q {_matrix(seen.turned)} cm 1 g {box} 0 g {text} Q EMC\n".encode()


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
