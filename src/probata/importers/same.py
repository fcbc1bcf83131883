"""Whether two values of a field say the same, whatever their spelling.

Only what cannot change the sense is passed over: capitals, accents stored otherwise, kinds of dashes and quotation
marks, the form of an address or number. A date that is less precise than another does not contradict it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from probata.importers.dates import written
from probata.importers.foreign import without_markup
from probata.messages.countries import code_of_country
from probata.model.dates import Point, When, parse_when
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


def _of_country(text: Any) -> str:
    return code_of_country(str(text)) or of_text(text)


_BY_FIELD: dict[str, Callable[[Any], str]] = {
    "url": of_address, "archive_url": of_address, "doi": of_doi, "isbn": _of_number, "issn": _of_number,
    "language": _of_language, "page": _of_pages, "country": _of_country,
}  # fmt: skip


def as_compared(where: str, text: Any) -> str:
    """Return a text at a path with dots as it is compared: an address by its page, a country by its code."""
    return _BY_FIELD.get(where.rpartition(".")[2], of_text)(text)


def when_said(text: Any) -> When | None:
    """Return the date that a text says, as people type it or as records have it; `None` where it says none."""
    try:
        return parse_when(written(text) or text) if isinstance(text, str) else None
    except ValueError:
        return None


def dates_agree(ours: str, theirs: str) -> bool:
    """Tell whether two dates can both be right: one says no more than the other, or leaves an end open."""
    one, other = when_said(ours), when_said(theirs)
    if not one or not other:
        return of_text(ours) == of_text(theirs)
    if one.is_period != other.is_period:
        return False
    ends = zip((one.start, one.end), (other.start, other.end), strict=True)
    return all(not a or not b or _within(a, b) or _within(b, a) for a, b in ends)


def _within(one: Point, other: Point) -> bool:
    return one.first <= other.first and other.last <= one.last


# Values of a source: names in their order, of which given names may be initials, and dates of one work.


def equal(ours: Any, theirs: Any) -> bool:
    """Tell whether two values say the same and no less."""
    mine, others = (list(filter(None, map(_whole, _as_list(value)))) for value in (ours, theirs))
    return mine == others


def _names_agree(ours: Any, theirs: Any) -> bool:
    mine, others = (list(filter(_whole, _as_list(names))) for names in (ours, theirs))
    return len(mine) == len(others) and all(map(_same_name, mine, others))


def _times_agree(ours: Any, theirs: Any) -> bool:
    """Tell whether two dates agree and, where they are periods, have the same ends."""
    one, other = when_said(ours), when_said(theirs)
    if one and other and one.is_period and other.is_period:
        return (one.first, one.last) == (other.first, other.last)
    return dates_agree(ours, theirs)


AGREE: Mapping[str, Callable[[Any, Any], bool]] = {"names": _names_agree, "dates": _times_agree}
"""How values of a field are compared that a row of `match.toml` names; what is no less precise is told."""


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
    """Return the words of a name, whichever part comes first; its translations say no more."""
    parts = [part for key, part in name.items() if key != "translations"] if isinstance(name, dict) else [name]
    text = " ".join(map(str, parts))
    return " ".join(sorted(re.findall(r"\w+", of_text(text)) or of_text(text).split()))
