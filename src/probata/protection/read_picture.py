"""Pictures: what is written in their files beside the pixels, and the pixels as PNG for who reads text in them."""

from __future__ import annotations

import base64
import warnings
from io import BytesIO

from PIL import ExifTags, Image

from probata.protection.passages import LARGEST_PICTURE, MOST_OF_PICTURES, MOST_PICTURES, Reading

_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\0\0\1\0")
_SMALLEST = 24
"""Pixels of the shorter side of a picture in which a text may be read."""


def is_picture(data: bytes) -> bool:
    """Tell whether a file begins as one of pixels does."""
    return data.startswith(_BEGINNINGS) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def read_picture(found: Reading, part: str, data: bytes) -> None:
    """Add the words of a picture's file (EXIF, XMP, remarks) and its pixels."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(data), formats=("PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP", "ICO"))
            found.text(part, "\n".join(_words(value) for value in image.info.values()))
            exif = image.getexif()
            tags = [exif, *(exif.get_ifd(one) for one in ExifTags.IFD)]
            found.text(part, "\n".join(_words(value) for one in tags for value in one.values()))
            add_pixels(found, part, image)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, OverflowError, EOFError):
        found.skip(part, "the picture is damaged")


def add_pixels(found: Reading, part: str, image: Image.Image) -> None:
    """Add a picture for who reads text in it, in shades of grey; a tiny one holds none."""
    if min(image.size) < _SMALLEST:
        return
    if len(found.pictures) >= MOST_PICTURES or image.width * image.height > LARGEST_PICTURE:
        found.skip(part, "there are more pictures than are read" if image.width * image.height <= LARGEST_PICTURE
                   else "the picture is too large")  # fmt: skip
        return
    flat = image.convert("RGBA")
    ground = Image.new("RGBA", flat.size, "white")
    grey = Image.alpha_composite(ground, flat).convert("L")
    if grey.getextrema()[0] == grey.getextrema()[1]:
        return
    if min(grey.size) < 300:  # letters of a few pixels are not read
        grey = grey.resize((grey.width * 3, grey.height * 3), Image.Resampling.LANCZOS)
    written = BytesIO()
    grey.save(written, "PNG")
    handed = base64.b64encode(written.getvalue()).decode()
    if len(handed) + sum(len(one) for _, one in found.pictures) > MOST_OF_PICTURES:
        found.skip(part, "there are more pictures than are read")
    else:
        found.pictures.append((part, handed))


def _words(value: object) -> str:
    """Return a value of a picture's file as text, whatever it is written in."""
    match value:
        case bytes():
            plain = value.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0")
            wide = plain.decode("utf-16-le", "ignore"), plain.decode("utf-16-be", "ignore")
            return "\n".join((plain.decode("utf-8", "replace").replace("\0", ""), *wide))
        case tuple() | list():
            return "\n".join(map(_words, value))
        case dict():
            return "\n".join(_words(one) for pair in value.items() for one in pair)
        case _:
            return str(value)
