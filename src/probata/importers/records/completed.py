"""What a new record needs said besides: where it comes from, and that an end that is not given is not known."""

from __future__ import annotations

from probata.model.dates import parse_when
from probata.source.node import Entry, Mapping, Node, Scalar
from probata.workbook.shape import shape_of

_DATES, _STATUS, _UNKNOWN, _NOTE = "dates", "status", "unknown", "note"
_CONSENT = "consent_required"


def completed(kind: str, node: Mapping, provenance: str = "") -> Mapping:
    """Return a new record with where it comes from, in its remark for the team, if it has one.

    Where its period has no end and nothing is said of its status, that is unknown: a record takes a missing status for
    `ended`, and a missing end never means that somebody is still in office.
    """
    shape = shape_of(kind)
    says_nothing = node.get(_STATUS) is None and _UNKNOWN in shape.below(_STATUS).choices
    if says_nothing and _has_open_end(node.get(_DATES)):
        node = _with(node, _STATUS, _UNKNOWN)
    if provenance and _NOTE in shape.fields and node.get(_NOTE) is None:
        node = _with(node, _NOTE, provenance)
    return node


def kept_back(node: Mapping, kind: str) -> bool:
    """Tell whether a new record has a remark and says nothing of a consent, though one may be needed for it.

    What a remark asks for, "do not name", nobody has read yet: such a person shall be shown when somebody decides so.
    """
    return _CONSENT in shape_of(kind).fields and node.get(_NOTE) is not None and node.get(_CONSENT) is None


def with_consent_required(node: Mapping) -> Mapping:
    """Return a record that appears with a consent alone."""
    return _with(node, _CONSENT, "true")


def _with(node: Mapping, key: str, text: str) -> Mapping:
    return Mapping((*node.entries, Entry(Scalar(key, node.span), Scalar(text, node.span))), node.span)


def _has_open_end(dates: Node | None) -> bool:
    stated = dates.get("stated") if isinstance(dates, Mapping) else dates
    try:
        return isinstance(stated, Scalar) and parse_when(stated.text).is_open
    except ValueError:
        return False
