"""What a web address says by itself: the date that it carries, and a form in which addresses can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from probata.checks.prose.words import by_wording
from probata.model.dates import When, parse_when

_CAPTURE = re.compile(r"^https?://web\.archive\.org/web/(?P<when>\d{14})(?:[a-z]{2}_)?/(?P<page>.*)$", re.IGNORECASE)
_YEAR, _MONTH, _DAY = r"(?P<y>19[89]\d|20\d\d)", r"(?P<m>0[1-9]|1[0-2])", r"(?P<d>0[1-9]|[12]\d|3[01])"
_FORMS = (
    # The day as folders, as most newspapers have it; Chinese news sites write 2016-08/17 and 2016/0817.
    (re.compile(rf"/{_YEAR}/(?P<m>0?[1-9]|1[0-2])/(?P<d>0?[1-9]|[12]\d|3[01])(?=/|$)"), True),
    (re.compile(rf"/{_YEAR}[-/]{_MONTH}[-/]?{_DAY}(?=/)"), True),
    (re.compile(rf"(?<!\d){_YEAR}-{_MONTH}-{_DAY}(?!\d)"), False),
    (re.compile(rf"/{_YEAR}{_MONTH}{_DAY}(?=/)"), True),
    (re.compile(rf"(?<!\d){_YEAR}{_MONTH}{_DAY}(?=\D|\d{{6}}\D|$)"), False),
    (re.compile(rf"/{_YEAR}[-/]?{_MONTH}(?=/)"), True),
)
_OF_VISIT = re.compile(r"^(?:utm_\w+|fbclid|gclid|spm)$", re.IGNORECASE)
"""Parts of a query that tell how a reader came to the page, and not which page it is."""
_FIRST_PAGE = re.compile(r"/(?:index|default)\.\w{3,5}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DatedAddress:
    """A date that an address carries."""

    text: str
    """The day or month, in figures."""
    first: date
    last: date
    is_day: bool
    """False where it is a month."""
    is_folder: bool
    """Whether it is the folder of the page, which is that of its publication, and not part of a name."""


def captured_on(address: str) -> date | None:
    """Return the day on which the Web Archive took the copy at an address; `None` for any other."""
    found = _CAPTURE.match(address.strip())
    day = found["when"][:8] if found else ""
    when = _when(f"{day[:4]}-{day[4:6]}-{day[6:]}")
    return when.first if when else None


def date_in_address(address: str) -> DatedAddress | None:
    """Return the first date in the path of an address; that of an archive's copy is not looked at."""
    found = _CAPTURE.match(address.strip())
    path = (found["page"] if found else address).partition("?")[0]
    path = path.partition("://")[2] or path
    for pattern, is_folder in _FORMS:
        if match := pattern.search(path):
            parts = [f"{int(part):02}" for part in match.groups()]
            if when := _when("-".join(parts)):
                return DatedAddress(when.text, when.first, when.last, len(parts) == 3, is_folder)
    return None


def _when(text: str) -> When | None:
    try:
        return parse_when(text)
    except ValueError:
        return None


@by_wording
def comparable(address: str) -> str | None:
    """Return an address without what does not change the page; `None` where it leads to the front of a site."""
    try:
        parts = urlsplit(address.strip() if "://" in address else f"//{address.strip()}")
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    path = _FIRST_PAGE.sub("", re.sub(r"/{2,}", "/", unquote(parts.path))).rstrip("/")
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not _OF_VISIT.match(pair[0])))
    return f"{host}{path}?{query}" if host and (path or query) else None
