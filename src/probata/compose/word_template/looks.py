"""The looks of words and their links as markup of a template."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from probata.compose.word_template.characters import TextLook

Segment = tuple[TextLook, str]
"""Template text of one look."""

_CLASSES = {"bold": "strong", "italic": "emph"}
_UNFIT_IN_ADDRESS = re.compile(r"[\s<>\\{}|\[\]\"^`]")
_SCHEMES = ("https://", "http://", "mailto:")


def styled(segments: Sequence[Segment], looks: tuple[str, ...] = TextLook._fields) -> str:
    """Join segments, each stretch of one look marked once, so that bold words with an italic one in them stay one."""
    if not looks:
        return "".join(text for _, text in segments)
    made: list[str] = []
    for value, group in groupby(segments, key=lambda segment: getattr(segment[0], looks[0])):
        inner = styled(list(group), looks[1:])
        made.append(_marked(inner, looks[0], value) if value else inner)
    return "".join(made)


def _marked(inner: str, look: str, value: str) -> str:
    """Mark text; spaces at its ends stay outside, and where nothing else is there nothing is marked."""
    words = inner.strip()
    if not words:
        return inner
    before, _, behind = inner.partition(words)
    if look == "link":
        return f"{before}[{words}](<{_address(value)}>){behind}" if value.startswith(_SCHEMES) else inner
    return f"{before}[{words}]{{.{_CLASSES.get(look, value)}}}{behind}"


def _address(written: str) -> str:
    """Return an address as it can stand in the markup; what no address may hold is written with percent signs."""
    fit = _UNFIT_IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), written)
    return fit.replace("&", "&amp;")
