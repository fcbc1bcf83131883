"""What a new record needs said that a table leaves out: that an end that is not given is not known."""

from __future__ import annotations

from probata.model.dates import parse_when
from probata.source.node import Entry, Mapping, Node, Scalar
from probata.workbook.shape import shape_of

_DATES, _STATUS, _UNKNOWN = "dates", "status", "unknown"


def completed(kind: str, node: Mapping) -> Mapping:
    """Return a new record; where its period has no end and nothing is said of its status, that is unknown.

    A record takes a missing status for `ended`. A missing end never means that somebody is still in office.
    """
    if _UNKNOWN not in shape_of(kind).below(_STATUS).choices or node.get(_STATUS) is not None:
        return node
    if not _has_open_end(node.get(_DATES)):
        return node
    entry = Entry(Scalar(_STATUS, node.span), Scalar(_UNKNOWN, node.span))
    return Mapping((*node.entries, entry), node.span)


def _has_open_end(dates: Node | None) -> bool:
    stated = dates.get("stated") if isinstance(dates, Mapping) else dates
    try:
        return isinstance(stated, Scalar) and parse_when(stated.text).is_open
    except ValueError:
        return False
