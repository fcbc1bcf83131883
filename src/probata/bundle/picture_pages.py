"""Pictures as pages of a PDF: upright as their camera held them, and without what it wrote beside them.

It runs in a child process.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import img2pdf
import pikepdf
from PIL import Image, ImageOps, UnidentifiedImageError

from probata.bundle.jpeg import without_metadata
from probata.bundle.refusal import RefusedError
from probata.bundle.saving import save

FORMATS: Final = ("JPEG", "PNG", "TIFF", "GIF", "BMP", "WEBP", "JPEG2000", "AVIF")
MOST_PIXELS: Final = 100_000_000
MOST_FRAMES: Final = 500
_A4: Final = (595.276, 841.89)
_MARGIN: Final = 36.0
_A3_SIDE: Final = 1_200.0
_SCANNED: Final = range(100, 1201)
"""Dots an inch of scanners; what cameras and screens write there says nothing of a size."""
_LARGE: Final = 3_000_000
"""Bytes from which a picture of a page is packed as a photograph is."""
_TURNED: Final = {1: 0, 3: 180, 6: 90, 8: 270}
"""Degrees clockwise by the EXIF field Orientation; its other values are mirrored."""
_AGAIN: Final = "open it and save it as a PNG picture or a PDF, and preserve that as a copy too"


def picture_pdf(source: Path, target: Path) -> list[tuple[str, int]]:
    """Write a picture as pages; return what there is to say of it.

    Raises `RefusedError` for what is damaged, too large or of a kind that Pillow does not know.
    """
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings(), Image.open(source, formats=FORMATS) as image:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _write(image, source, target)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise RefusedError("too-large", f"has more than {MOST_PIXELS // 1_000_000} megapixels", _AGAIN) from None
    except UnidentifiedImageError:
        raise RefusedError("damaged", "is a picture that is damaged or of a kind that is not read", _AGAIN) from None
    except (OSError, ValueError, SyntaxError, EOFError, img2pdf.ImageOpenError) as error:
        raise RefusedError("damaged", f"is a damaged picture ({type(error).__name__})", _AGAIN) from None


def _write(image: Image.Image, source: Path, target: Path) -> list[tuple[str, int]]:
    frames = getattr(image, "n_frames", 1)
    if image.width * image.height > MOST_PIXELS:
        raise Image.DecompressionBombError
    if image.format in ("JPEG", "MPO"):
        image.load()
        kind = image.getexif().get(0x0112, 1)
        if kind in _TURNED and image.mode in ("L", "RGB", "CMYK"):
            page = _page_of(without_metadata(source.read_bytes()), image)
            _join([page], target, _TURNED[kind])
        else:
            _join([_page_of(_as_png(image), image)], target)
        return []
    if image.format != "TIFF":
        _join([_page_of(_as_png(image), image)], target)
        return [("first_picture", frames)] if frames > 1 else []
    if frames > MOST_FRAMES:
        raise RefusedError("too-many-pages", f"has more than {MOST_FRAMES} pictures", _AGAIN)
    _join(_frames(image, frames), target)
    return []


def _frames(image: Image.Image, count: int) -> Iterator[bytes]:
    for number in range(count):
        image.seek(number)
        if image.width * image.height > MOST_PIXELS:
            raise Image.DecompressionBombError
        yield _page_of(_as_png(image), image)


def _join(pages: Iterator[bytes] | list[bytes], target: Path, turned: int = 0) -> None:
    with pikepdf.new() as out:
        for page in pages:
            with pikepdf.open(BytesIO(page)) as single:
                out.pages.extend(single.pages)
            if turned:
                out.pages[-1].obj.Rotate = turned
        save(out, target)


def _as_png(image: Image.Image) -> bytes:
    """Return what is seen of a picture, on white: upright, 8 bits a colour, nothing beside it."""
    seen = ImageOps.exif_transpose(image)
    if seen.mode.startswith("I"):
        seen = seen.point(lambda value: value / 256).convert("L")
    elif seen.mode not in ("1", "L", "RGB"):
        if seen.has_transparency_data:
            seen = seen.convert("RGBA")
            white = Image.new("RGBA", seen.size, "white")
            seen = Image.alpha_composite(white, seen)
        seen = seen.convert("RGB")
    bare = Image.frombytes(seen.mode, seen.size, seen.tobytes())
    bare.save(packed := BytesIO(), "PNG")
    return packed.getvalue()


def _page_of(data: bytes, image: Image.Image) -> bytes:
    """Return a page: the size of what was scanned, else within the margins of A4."""
    dots = image.info.get("dpi", (0, 0))
    across, down = (int(float(one) + 0.5) if float(one) == float(one) else 0 for one in dots)

    def laid_out(width: int, height: int, _: Any) -> tuple[float, float, float, float]:
        if across in _SCANNED and down in _SCANNED:
            own = width * 72 / across, height * 72 / down
            if max(own) <= _A3_SIDE:
                return *own, *own
        page = _A4 if height >= width else _A4[::-1]
        scale = min((page[0] - 2 * _MARGIN) / width, (page[1] - 2 * _MARGIN) / height, 1)
        return *page, width * scale, height * scale

    return _packed(data, laid_out)


def page_of_raster(image: Image.Image, size: tuple[float, float]) -> bytes:
    """Return a page of a size that a picture of it covers, a page of PDF by itself."""
    image.save(packed := BytesIO(), "PNG")
    if packed.tell() > _LARGE:
        image.save(packed := BytesIO(), "JPEG", quality=90, subsampling=0)
    return _packed(packed.getvalue(), lambda _width, _height, _dots: (*size, *size))


def _packed(data: bytes, laid_out: Any) -> bytes:
    return bytes(img2pdf.convert(data, layout_fun=laid_out, nodate=True, engine=img2pdf.Engine.pikepdf))
