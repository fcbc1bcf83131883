"""Pages without what is removed from them: pictures of themselves, painted over before they are packed, and verified.

A box over a text hides it from nobody who copies the page; so nothing but the picture is left. It runs in a child
process.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NamedTuple

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageDraw

from probata.bundle.picture_pages import page_of_raster
from probata.bundle.refusal import RefusedError
from probata.bundle.saving import save
from probata.evidence.letters import bare_letters

DOTS_PER_INCH: Final = 250
MOST_PIXELS: Final = 40_000_000
LEAST_DOTS: Final = 60
"""Dots an inch below which letters cannot be read; a page that is larger is not made into a picture."""
_BLOCK: Final = 16
"""What is painted ends at multiples of so many dots: a packed photograph has blocks, and none is half painted."""
_AROUND: Final = 1.5
"""Points painted round each letter: some reach beyond their box."""


_LONG: Final = 4
"""Letters from which a text is found with any ending."""


class Box(NamedTuple):
    """A part of a page in points, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


def redact(source: Path, target: Path, redactions: Sequence[Mapping[str, Any]]) -> int:
    """Write a PDF of plain pages without what redactions remove, verify it, and return how many pages became pictures.

    Raises `RefusedError` where a text is not found, may stand on pages without text, where a page does not exist, and
    where reading it back finds anything.
    """
    texts = [str(one["text"]) for one in redactions if one.get("text")]
    with pdfium.PdfDocument(source) as document:
        boxes = _regions(document, redactions)
        looked_at = [set(one.get("looked_at") or ()) for one in redactions if one.get("text")]
        for text, looked in zip(texts, looked_at, strict=True):
            found = find_text(document, text, looked)
            for number, parts in found.items():
                boxes.setdefault(number, []).extend(parts)
        _write(document, source, target, boxes)
    _verify(target, boxes, texts)
    return len(boxes)


def rasterise(source: Path, target: Path) -> None:
    """Write a PDF with each page as a picture of what a reader sees of it."""
    with pdfium.PdfDocument(source) as document:
        _write(document, None, target, {number: [] for number in range(len(document))})


def blank_pages(source: Path) -> int:
    """Count the pages on which nothing is seen."""
    with pdfium.PdfDocument(source) as document:
        small = (document[number].render(scale=0.2).to_pil().convert("L") for number in range(len(document)))
        return sum(low == high for low, high in (picture.getextrema() for picture in small))


def _regions(document: pdfium.PdfDocument, redactions: Sequence[Mapping[str, Any]]) -> dict[int, list[Box]]:
    boxes: dict[int, list[Box]] = {}
    for one in redactions:
        if not (page := one.get("page")):
            continue
        if page > len(document):
            count = f"{len(document)} page{'s' if len(document) > 1 else ''}"
            raise RefusedError("redaction-page-missing", f"has {count}, and a redaction names page {page}",
                               "correct the page of the redaction")  # fmt: skip
        width, height = document[page - 1].get_size()
        box = _box(one.get("region") or "0 0 100% 100%", width, height)
        if box.left >= width or box.top >= height:
            raise RefusedError("redaction-outside-page", f"is {width:.0f} by {height:.0f} points on page {page}, and "
                               "the region of a redaction lies outside it", "correct the region")  # fmt: skip
        boxes.setdefault(page - 1, []).append(box)
    return boxes


def _box(region: str, width: float, height: float) -> Box:
    whole = (width, height, width, height)
    measures = (
        float(one.rstrip("%")) * (side / 100 if one.endswith("%") else 1)
        for one, side in zip(region.split(), whole, strict=True)
    )
    left, top, across, down = measures
    return Box(left, top, min(left + across, width), min(top + down, height))


# Where a text stands.


class _Letters(NamedTuple):
    folded: str
    places: list[tuple[int, int]]
    """Page and character of each folded letter."""
    begins: list[bool]
    """Whether a word begins with it."""


def _letters(document: pdfium.PdfDocument) -> _Letters:
    """Return the letters of all pages one behind the other: a name may be broken by the end of a line or page."""
    folded, places, begins = list[str](), list[tuple[int, int]](), list[bool]()
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        is_first = True
        for at in range(text.count_chars()):
            code = pdfium_c.FPDFText_GetUnicode(text, at)
            letters = bare_letters(chr(code)) if code <= sys.maxunicode else ""
            for letter in letters:
                folded.append(letter)
                places.append((number, at))
                begins.append(is_first)
                is_first = False
            is_first = is_first or not letters
        text.close()
        page.close()
    return _Letters("".join(folded), places, begins)


def find_text(document: pdfium.PdfDocument, text: str, looked_at: set[int]) -> dict[int, list[Box]]:
    """Return where a text stands, by page. Raises `RefusedError` where it does not, or where that cannot be told."""
    if not bare_letters(text):
        raise RefusedError("redaction-text-without-letters", "has a redaction of a text without letters or figures",
                           "give the page and the region instead")  # fmt: skip
    letters = _letters(document)
    found: dict[int, set[int]] = {}
    for first, behind in _matches(letters, text):
        for number, at in letters.places[first:behind]:
            found.setdefault(number, set()).add(at)
    unread = [number + 1 for number in _pages_without_text(document, letters) if number + 1 not in looked_at]
    if unread:
        pages = f"page{'s' if len(unread) > 1 else ''} {', '.join(map(str, unread[:20]))}"
        raise RefusedError(
            "redaction-text-unsearchable", f"has pictures without text on {pages}, where no text can be searched",
            "look at these pages, mark the text on them as regions, and name the pages in `looked_at`",
        )  # fmt: skip
    if not found and not looked_at:
        raise RefusedError("redaction-text-missing", "does not have a text that a redaction removes",
                           "correct the text, or give the page and the region instead")  # fmt: skip
    return {number: _boxes(document[number], characters) for number, characters in found.items()}


def _matches(letters: _Letters, text: str) -> Iterator[tuple[int, int]]:
    """Give where a text begins and ends in the folded letters, from the beginning of a word.

    What is short ends with a word too; endings of a longer one, such as an `s`, do not hide it. Words of scripts
    without capitals may run into each other.
    """
    folded = bare_letters(text)
    wanted = {folded, folded[::-1]} if re.search("[\u0590-\u08ff]", text) else {folded}
    for one in sorted(wanted):
        runs_on = one[0].upper() == one[0].lower()
        at = letters.folded.find(one)
        while at >= 0:
            behind = at + len(one)
            ends = len(one) >= _LONG or behind == len(letters.folded) or letters.begins[behind]
            if runs_on or (letters.begins[at] and ends):
                yield at, behind
            at = letters.folded.find(one, at + 1)


def _pages_without_text(document: pdfium.PdfDocument, letters: _Letters) -> Iterator[int]:
    with_text = {number for number, _ in letters.places}
    for number in range(len(document)):
        if number not in with_text and next(document[number].get_objects(max_depth=3), None) is not None:
            yield number


def _boxes(page: pdfium.PdfPage, characters: set[int]) -> list[Box]:
    text, (_, height) = page.get_textpage(), page.get_size()
    boxes = []
    for at in sorted(characters):
        left, bottom, right, top = text.get_charbox(at, loose=True)
        boxes.append(Box(left - _AROUND, height - top - _AROUND, right + _AROUND, height - bottom + _AROUND))
    text.close()
    return _joined(boxes)


def _joined(boxes: list[Box]) -> list[Box]:
    """Return boxes of letters as those of words: what stands on one line, side by side, is one."""
    joined: list[Box] = []
    for box in boxes:
        last = joined[-1] if joined else None
        if last and abs(last.top - box.top) < (box.bottom - box.top) / 2 and -12 < box.left - last.right < 12:
            joined[-1] = Box(last.left, min(last.top, box.top), box.right, max(last.bottom, box.bottom))
        else:
            joined.append(box)
    return joined


# The pictures, and what is read back.


def _write(document: pdfium.PdfDocument, source: Path | None, target: Path, boxes: Mapping[int, list[Box]]) -> None:
    with pikepdf.new() as out:
        whole = pikepdf.open(source) if source else None
        for number in range(len(document)):
            if number in boxes or whole is None:
                page = document[number]
                picture = _raster(page, boxes.get(number, []))
                with pikepdf.open(BytesIO(page_of_raster(picture, page.get_size()))) as single:
                    out.pages.extend(single.pages)
                page.close()
            else:
                out.pages.append(whole.pages[number])
        out.remove_unreferenced_resources()
        save(out, target, packed=True)
        if whole:
            whole.close()


def _scale(size: tuple[float, float]) -> float:
    scale = min(DOTS_PER_INCH / 72, math.sqrt(MOST_PIXELS / max(size[0] * size[1], 1)))
    if scale < LEAST_DOTS / 72:
        raise RefusedError("page-too-large", "has a page that is too large to be made into a picture",
                           "print it to a new PDF on A4 or A3")  # fmt: skip
    return scale


def _raster(page: pdfium.PdfPage, boxes: Sequence[Box]) -> Image.Image:
    scale = _scale(page.get_size())
    rendered: Image.Image = page.render(scale=scale, may_draw_forms=False).to_pil()
    picture = rendered.convert("RGB")
    for box in boxes:
        left, top, right, bottom = _painted(box, scale)
        ImageDraw.Draw(picture).rectangle((left, top, right - 1, bottom - 1), fill="black")
    return picture.convert("L") if _is_grey(picture) else picture


def _is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    return red.tobytes() == green.tobytes() == blue.tobytes()


def _painted(box: Box, scale: float) -> tuple[int, int, int, int]:
    return (
        math.floor(max(box.left, 0) * scale / _BLOCK) * _BLOCK,
        math.floor(max(box.top, 0) * scale / _BLOCK) * _BLOCK,
        math.ceil(box.right * scale / _BLOCK) * _BLOCK,
        math.ceil(box.bottom * scale / _BLOCK) * _BLOCK,
    )


def _verify(target: Path, boxes: Mapping[int, list[Box]], texts: Sequence[str]) -> None:
    """Read the finished file back. Raises `RefusedError` for anything of what was removed."""
    with pikepdf.open(target) as read:
        for number in boxes:
            resources = read.pages[number].resources
            pictures = list(resources.get("/XObject", {}).values())
            if set(resources.keys()) - {"/XObject", "/ProcSet"} or len(pictures) != 1 or not _is_picture(pictures[0]):
                _refuse_unverified(number)
            if "/Annots" in read.pages[number].obj:
                _refuse_unverified(number)
    with pdfium.PdfDocument(target) as document:
        letters = _letters(document)
        left = {number for text in texts for at, _ in _matches(letters, text) for number, _ in [letters.places[at]]}
        for number in left | {number for number, _ in letters.places if number in boxes}:
            _refuse_unverified(number)
        for number, parts in boxes.items():
            page = document[number]
            scale = _scale(page.get_size())
            picture = page.render(scale=scale).to_pil().convert("L")
            for part in parts:
                left_, top, right, bottom = _painted(part, scale)
                inner = (left_ + 2, top + 2, min(right, picture.width) - 2, min(bottom, picture.height) - 2)
                low, high = picture.crop(inner).getextrema()
                if low != high:
                    _refuse_unverified(number)


def _is_picture(found: object) -> bool:
    return isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image" and "/SMask" not in found


def _refuse_unverified(number: int) -> None:
    raise RefusedError(
        "redaction-not-verified", f"still shows something of what was removed when it is read back (page {number + 1})",
        "leave the exhibit out of what is sent, and report this as a fault of the program",
    )  # fmt: skip
