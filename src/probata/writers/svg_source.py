"""The SVG of a picture, taken apart and checked: shapes and text, nothing that runs or is fetched."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lxml import etree

from probata.document.blocks import Picture
from probata.writers.format import WriteError

NAMESPACE: Final = "http://www.w3.org/2000/svg"
ELEMENTS: Final = frozenset({"svg", "title", "g", "path", "circle", "text"})
ATTRIBUTES: Final = frozenset(
    {"width", "height", "viewBox", "role", "d", "cx", "cy", "r", "x", "y", "fill", "stroke", "stroke-width"}
    | {"stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor"}
)
_NOT_PLAIN = re.compile(r"url\(|:|&", re.IGNORECASE)


def checked_svg(picture: Picture) -> etree._Element:
    """Return the root of the SVG in the size of the picture, with the alternative text as its title.

    Raises `WriteError` for anything but shapes and text: scripts, styles, links, pictures inside the picture.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(picture.svg.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise WriteError(f"the picture `{picture.id}` is no SVG: {error}") from error
    for made in root.iter():
        _check(made, picture)
    root.set("width", f"{picture.width:.2f}mm")
    root.set("height", f"{picture.height:.2f}mm")
    title = root.find(f"{{{NAMESPACE}}}title")
    if title is None or title.text != picture.alternative:
        raise WriteError(f"the title of the picture `{picture.id}` is not its alternative text")
    return root


@lru_cache(maxsize=64)  # the filings of a case have most pictures in common
def svg_text(picture: Picture) -> str:
    """Return the checked SVG as text. Raises `WriteError` as `checked_svg` does."""
    return etree.tostring(checked_svg(picture), encoding="unicode")


@lru_cache(maxsize=64)
def texts_of(picture: Picture) -> tuple[str, ...]:
    """Return the labels of a picture."""
    return tuple(made.text or "" for made in checked_svg(picture).iter(f"{{{NAMESPACE}}}text"))


def _check(made: etree._Element, picture: Picture) -> None:
    name = etree.QName(made) if isinstance(made.tag, str) else None
    if name is None or name.namespace != NAMESPACE or name.localname not in ELEMENTS:
        raise WriteError(f"the picture `{picture.id}` holds something else than shapes and text: {made.tag!r}")
    for key, value in made.attrib.items():
        if str(key) not in ATTRIBUTES or _NOT_PLAIN.search(str(value)):
            raise WriteError(f"the picture `{picture.id}` holds the attribute {key!r}, which no shape needs")
