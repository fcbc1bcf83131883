"""Draws a page of a stranger's file for the screen. It runs in a child process alone, which may crash or be ended."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import Any, Final

_WIDTH: Final = 1_400
"""Dots of the width of a page: it is read on a screen, larger than it was printed."""
_LONGEST: Final = 6_000
_MOST_DOTS: Final = 120_000_000
"""Of a picture that is opened; what unfolds to more is refused."""


def draw_page(path: str, media_type: str, page: int) -> str:
    """Return a page, counted from 1, as JPEG in Base64. What a reader raises goes to whoever called the child."""
    drawn = _of_pdf(path, page) if media_type == "application/pdf" else _of_image(path)
    target = BytesIO()
    drawn.convert("RGB").save(target, "JPEG", quality=88)
    return b64encode(target.getvalue()).decode()


def _of_pdf(path: str, page: int) -> Any:
    from pypdfium2 import PdfDocument

    document = PdfDocument(path)
    found = document[page - 1]
    width, height = found.get_size()
    return found.render(scale=min(_WIDTH / max(width, 1.0), _LONGEST / max(height, 1.0))).to_pil()


def _of_image(path: str) -> Any:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = _MOST_DOTS // 2  # the library refuses the double of it
    with Image.open(path) as image:
        drawn = ImageOps.exif_transpose(image)
        drawn.thumbnail((_WIDTH, _LONGEST))
        return drawn.copy()
