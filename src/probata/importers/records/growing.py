"""Lists of a record of ours that grow by what theirs has more: a further name, another nationality, one more source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from probata.importers.records.compare import Plain, covers
from probata.importers.records.rules import rules_of
from probata.importers.records.said import names_in, texts_at
from probata.model.citation import from_short

_CITATIONS = "citations"


def more(kind: str, ours: Plain, theirs: Plain) -> dict[str, list[Any]]:
    """Return the entries that the growing lists of ours lack, by field.

    An entry that says less than one of ours is there already. One that says more of the same, or bears a name or number
    that ours has already, is not added beside it: which of the two is right is for whoever keeps the record.
    """
    found: dict[str, list[Any]] = {}
    for key in sorted(rules_of(kind).grows & theirs.keys() & ours.keys()):
        entries = [one for one in _entries(theirs[key]) if not _is_known(kind, ours, key, one)]
        if new := list(_lacking(_entries(ours[key]), entries, key == _CITATIONS)):
            found[key] = new
    return found


def _is_known(kind: str, ours: Plain, key: str, entry: Any) -> bool:
    """Tell whether an entry bears a name of ours, or what tells records apart: the number of a passport."""
    rules = rules_of(kind)
    names = names_in(kind, ours)
    for where in {*rules.names, *(one for line in rules.sure for one in line)}:
        if where.partition(".")[0] == key:
            held = names if where in rules.names else texts_at(kind, ours, where)
            if held & texts_at(kind, {key: [entry]}, where):
                return True
    return False


def _lacking(ours: list[Any], theirs: list[Any], is_cited: bool) -> Iterator[Any]:
    held = [_long(one, is_cited) for one in ours]
    for entry in theirs:
        said = _long(entry, is_cited)
        if not any(covers(one, said) or covers(said, one) for one in held):
            held.append(said)
            yield entry


def _long(entry: Any, is_cited: bool) -> Any:
    return from_short(entry) if is_cited else entry


def _entries(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
