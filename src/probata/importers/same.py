"""Whether two values of a field say the same, whatever their spelling.

Only what cannot change the sense is passed over: capitals, accents stored otherwise, kinds of dashes and quotation
marks, the form of an address or number. A date that is less precise than another does not contradict it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from probata.importers.dates import written
from probata.importers.plain_text import without_markup
from probata.model.dates import parse_when
from probata.model.source_record import without_word_of_pages

_SIGNS = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚ʼ", "'")})
_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


def of_text(text: Any) -> str:
    """Return a text as it is compared."""
    bare = without_markup(unicodedata.normalize("NFKC", str(text)).translate(_SIGNS))
    return " ".join(bare.casefold().split())


def of_doi(text: Any) -> str:
    """Return a DOI as it is compared: without its address, in small letters (DOI Handbook, section 2.4)."""
    return _DOI.sub("", " ".join(str(text).split())).casefold()


def of_address(text: Any) -> str:
    """Return an address as it is compared.

    `http` and `https`, `www.` and none, a slash at the end and none, and the place on a page lead to one page. What
    stands behind `#!` or `#/` is a page of its own. What is no address is compared as it is.
    """
    address = "".join(str(text).split())
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return address
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        return address
    host = parts.hostname.removeprefix("www.").rstrip(".")
    place = f":{port}" if port and port != _PORTS[parts.scheme.lower()] else ""
    page = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{place}{parts.path.rstrip('/')}{query}{page}"


def _of_number(text: Any) -> str:
    return re.sub(r"[\s-]", "", of_text(text))


def _of_pages(text: Any) -> str:
    return without_word_of_pages(of_text(text))


def _of_language(text: Any) -> str:
    return of_text(text).replace("_", "-").partition("-")[0]


_BY_FIELD: dict[str, Callable[[Any], str]] = {
    "url": of_address, "archive_url": of_address, "doi": of_doi, "isbn": _of_number, "issn": _of_number,
    "language": _of_language, "page": _of_pages,
}  # fmt: skip
_NAMES = {"author", "editor", "translator", "recipient", "interviewer"}
_DATES = {"issued", "accessed", "event_date"}
NEVER_CONTRADICT = {"accessed", "note"}
"""Each of us may have read a source on another day and remarked something else of it."""

MAY_DIFFER = NEVER_CONTRADICT | _NAMES | _DATES
"""Fields whose two values may both be right and yet not say the same."""


def equal(ours: Any, theirs: Any) -> bool:
    """Tell whether two values say the same and no less."""
    mine, others = (list(filter(None, map(_whole, _as_list(value)))) for value in (ours, theirs))
    return mine == others


def agree(field: str, ours: Any, theirs: Any) -> bool:
    """Tell whether two values of a field of a source can both be right."""
    if field in NEVER_CONTRADICT:
        return True
    if field in _NAMES:
        mine, others = (list(filter(_whole, _as_list(names))) for names in (ours, theirs))
        return len(mine) == len(others) and all(map(_same_name, mine, others))
    if field in _DATES:
        return _same_date(str(ours), str(theirs))
    compared = _BY_FIELD.get(field, of_text)
    return compared(ours) == compared(theirs)


def _same_date(ours: str, theirs: str) -> bool:
    try:
        # Ours may be written as records do not take it, and yet be the same day.
        one, other = parse_when(written(ours) or ours), parse_when(theirs)
    except ValueError:
        return of_text(ours) == of_text(theirs)
    if one.is_period != other.is_period:
        return False
    if not one.is_period:
        return (one.first <= other.first and other.last <= one.last) or (
            other.first <= one.first and one.last <= other.last
        )
    return (one.first, one.last) == (other.first, other.last)


def _as_list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else [value]


def _same_name(one: Any, other: Any) -> bool:
    """Tell whether two names may be one: whole, or with given names cut to initials."""
    if _whole(one) == _whole(other):
        return True
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return False
    first, second = (re.findall(r"\w+", of_text(name.get("given", ""))) for name in (one, other))
    if of_text(one.get("family", "")) != of_text(other.get("family", "")) or not (first and second):
        return False
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(first, second, strict=False))


def _whole(name: Any) -> str:
    """Return the words of a name, whichever part comes first."""
    text = " ".join(str(part) for part in name.values()) if isinstance(name, dict) else str(name)
    return " ".join(sorted(re.findall(r"\w+", of_text(text)) or of_text(text).split()))
