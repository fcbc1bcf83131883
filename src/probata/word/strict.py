"""Names of `Strict Open XML` as those of ordinary Word files: ISO/IEC 29500-1 and -4 differ in them, hardly in more."""

from __future__ import annotations

import re
from typing import Final

_STRICT: Final = "http://purl.oclc.org/ooxml/"
_USUAL: Final = "http://schemas.openxmlformats.org/"
_YEAR: Final = "2006/"
_QUOTED: Final = re.compile(rb'(["\'])' + re.escape(_STRICT.encode()) + rb"([\w/.-]+)\1")
_WORDS: Final = {"extendedProperties": "extended-properties", "customProperties": "custom-properties"}


def usual_name(name: str) -> str:
    """Return the ordinary name of a namespace or relationship; one that is ordinary already is left as it is."""
    if not name.startswith(_STRICT):
        return name
    first, _, rest = name.removeprefix(_STRICT).partition("/")
    rest = _WORDS.get(rest, rest)
    return f"{_USUAL}{first}/{_YEAR}{rest}"


def usual_names(xml: bytes) -> bytes:
    """Return a part with its namespaces under their ordinary names."""
    if _STRICT.encode() not in xml:
        return xml
    return _QUOTED.sub(_usual, xml)


def _usual(found: re.Match[bytes]) -> bytes:
    quote, name = found.group(1), found.group(2).decode()
    return quote + usual_name(_STRICT + name).encode() + quote
