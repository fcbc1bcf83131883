"""A period of which a table has the beginning in one column and the end in another."""

from __future__ import annotations

import re

from probata.importers.records.dates_in_words import date_in_words
from probata.model.typed_dates import as_recorded, is_open_end

_STILL = re.compile(
    r"^(?:now|today|present|the present|to date|current|ongoing|à ce jour|en cours|aujourd'hui|actual|actualidad|"
    r"hasta hoy|presente)$",
    re.IGNORECASE,
)
"""Words for "it goes on"."""
_GOES_ON, _BEGAN = "/..", "../"
FROM, UNTIL = "from", "until"
EDGES = (FROM, UNTIL)
"""What stands behind the field of a period for its two ends: `dates.from`, `dates.until`."""


def is_still_so(until: str) -> bool:
    """Tell whether an end says that there is none yet."""
    return bool(_STILL.match(" ".join(until.split())))


def period(start: str, until: str) -> str:
    """Return a period in the form of records; empty where neither end says anything.

    An end that is missing, or says "until further notice", is open, which never means that it goes on. A beginning that
    is a whole period is one; "since 2015" and "until 2017" in the two columns are one period too.
    """
    is_open = is_still_so(until) or is_open_end(until)
    first, last = (as_recorded(date_in_words(said)) for said in (start, "" if is_open else until))
    if first.endswith(_GOES_ON) and last:
        first = first.removesuffix(_GOES_ON)
    last = last.removeprefix(_BEGAN)
    if not first and not last:
        return ""
    if "/" in first and not last:
        return first
    return f"{first or '..'}/{last or '..'}"
