"""What stands between the brackets of `[see @a, p. 4; -@b, art 7]`."""

from __future__ import annotations

import re
from collections.abc import Callable

from probata.document.inlines import CiteItem, Pinpoint
from probata.model.citation import parse_pinpoint

_ITEM = re.compile(
    r"^(?P<prefix>[^@]*?)(?P<minus>-?)(?<!\w)@(?P<key>[\w.:/\-\ue000-\ue019]*[\w/\ue000-\ue019])(?P<rest>.*)$",
    re.DOTALL,
)
_BRACED = re.compile(r"^\{(?P<place>[^{}]*)\}(?P<suffix>.*)$", re.DOTALL)


def parse_citation(content: str, fill: Callable[[str], str]) -> tuple[CiteItem, ...] | None:
    """Read the content of a bracket; `None` where one of its parts names no source.

    `fill` puts values of records in place of their placeholders.
    """
    items: list[CiteItem] = []
    for part in content.split(";"):
        match = _ITEM.match(part.strip())
        if not match:
            return None
        pinpoint, suffix = _split_rest(match["rest"].strip().removeprefix(",").strip(), fill)
        prefix = fill(match["prefix"]).strip()
        items.append(CiteItem(fill(match["key"]), pinpoint, prefix, suffix, bool(match["minus"])))
    return tuple(items)


def _split_rest(rest: str, fill: Callable[[str], str]) -> tuple[Pinpoint | None, str]:
    """Return the place and the words behind it; braces, where the text itself has them, end the place by force."""
    braced = _BRACED.match(rest)
    written, suffix = (
        fill(braced["place"] if braced else rest).strip(),
        fill(braced["suffix"] if braced else "").strip(),
    )
    if place := parse_pinpoint(written):
        return Pinpoint(place["type"], place["value"]), suffix
    return None, " ".join(part for part in (written, suffix) if part)
