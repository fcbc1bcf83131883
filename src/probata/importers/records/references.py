"""Whom and what a record names: found by id, or by any of the exact names of one record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from probata.diagnostics import Diagnostic
from probata.graph.references import REFERENCES, SHORT_FORMS
from probata.graph.unread import CITABLE
from probata.importers.records.incoming import fault
from probata.importers.records.matching import Held
from probata.importers.records.said import names_in
from probata.importers.same import of_text
from probata.model.kinds import KIND_BY_KEY
from probata.source.node import Entry, Node, Scalar, Sequence
from probata.source.node import Mapping as MappingNode

_OUTSIDE = {"conduct": "conduct code", "elements": "element of a legal test", "instruments": "instrument",
            "forums": "forum", "filings": "filing"}  # fmt: skip
_ALIKE = 0.7
"""How alike two names must be for one to be a slip of the other."""
_MOST_ASKED = 50
"""Names for which the nearest are looked for; where more are unknown, they are of another list."""
_RECORD_IT = "record it first, or correct the name"
_SHOWN = 5
"""Candidates that a message names."""


@dataclass(slots=True)
class Names:
    """What references may lead to: ids by kind, and the names of records."""

    outside: Mapping[str, frozenset[str]]
    """Ids that stand outside the records, such as those of conduct."""

    ids: dict[str, dict[str, str]] = field(default_factory=dict)
    """Kind → id, ours or that of the file → our id."""

    names: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """Kind → name as it is compared → ids."""

    _asked: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)

    def put(self, kind: str, held: Held, *other_ids: str) -> None:
        """Add a record, under other ids too."""
        ids = self.ids.setdefault(kind, {})
        for name in (held.id, *filter(None, other_ids)):
            ids.setdefault(name, held.id)
        listed = self.names.setdefault(kind, {})
        for name in names_in(kind, held.fields):
            if held.id not in listed.setdefault(name, []):
                listed[name].append(held.id)

    def resolved(self, kind: str, node: MappingNode, faults: list[Diagnostic]) -> MappingNode:
        """Return a record with our ids in place of what it names; what leads nowhere is added to `faults`."""
        for path, kinds in REFERENCES.get(kind, {}).items():
            has_short_form = (kind, path) in SHORT_FORMS

            def found(scalar: Scalar, kinds: tuple[str, ...] = kinds) -> Scalar:
                return self._found(scalar, kinds, faults)

            changed = _changed(node, path.split("."), has_short_form, found)
            node = changed if isinstance(changed, MappingNode) else node
        cited = _changed(node, ["citations", "source"], False, self._cited)
        return cited if isinstance(cited, MappingNode) else node

    def _cited(self, scalar: Scalar) -> Scalar:
        """Return our id of a source that came in under another; whether it is there at all is asked later."""
        return Scalar(self.ids.get("sources", {}).get(scalar.text, scalar.text), scalar.span)

    def _found(self, scalar: Scalar, kinds: tuple[str, ...], faults: list[Diagnostic]) -> Scalar:
        said = scalar.text.strip()
        for kind in kinds:
            if said in self.outside.get(kind, ()):
                return Scalar(said, scalar.span)
            if ours := self.ids.get(kind, {}).get(said):
                return Scalar(ours, scalar.span)
        named = list(dict.fromkeys(one for kind in kinds for one in self.names.get(kind, {}).get(of_text(said), ())))
        if len(named) == 1:
            return Scalar(named[0], scalar.span)
        faults.append(_several(scalar, kinds, named) if named else self._nowhere(scalar, kinds))
        return scalar

    def nearest_cited(self, key: str) -> str:
        """Return the id of a source, authority or instrument that may be meant; empty where none is near."""
        known = [*(one for kind in CITABLE for one in self.ids.get(kind, ())), *self.outside.get("instruments", ())]
        return next(iter(get_close_matches(key, known, 1, _ALIKE)), "")

    def _near(self, said: str, kinds: tuple[str, ...]) -> str:
        """Return the next step for a name that nobody has; one name often stands in many rows."""
        if (said, kinds) not in self._asked and len(self._asked) >= _MOST_ASKED:
            return _RECORD_IT
        if (said, kinds) not in self._asked:
            known = {name: name for kind in kinds for name in (*self.ids.get(kind, ()), *self.outside.get(kind, ()))}
            known |= {name: ids[0] for kind in kinds for name, ids in self.names.get(kind, {}).items()}
            near = dict.fromkeys(f"`{known[name]}`" for name in get_close_matches(said, known, _SHOWN, _ALIKE))
            help = f"did you mean {' or '.join(near)}?" if near else _RECORD_IT
            self._asked[said, kinds] = help
        return self._asked[said, kinds]

    def _nowhere(self, scalar: Scalar, kinds: tuple[str, ...]) -> Diagnostic:
        return fault("IMP176", "nobody-of-this-name", f"no {_called(kinds)} has the id or the name `{scalar.text}`",
                     scalar.span, self._near(of_text(scalar.text), kinds))  # fmt: skip


def _several(scalar: Scalar, kinds: tuple[str, ...], named: list[str]) -> Diagnostic:
    listed = ", ".join(f"`{name}`" for name in named[:_SHOWN])
    return fault("IMP177", "several-of-this-name", f"the name `{scalar.text}` may be {_called(kinds)} {listed}",
                 scalar.span, "write the id of the one that is meant")  # fmt: skip


def _called(kinds: tuple[str, ...]) -> str:
    return " or ".join(_OUTSIDE.get(kind) or KIND_BY_KEY[kind].singular for kind in kinds)


def _changed(node: Node, path: list[str], has_short_form: bool, found: Callable[[Scalar], Scalar]) -> Node:
    """Return a node with what is found in place of the scalars at a path; a short form stands for its main field."""
    if isinstance(node, Sequence):
        return Sequence(tuple(_changed(item, path, has_short_form, found) for item in node.items), node.span)
    if isinstance(node, Scalar):
        return found(node) if len(path) <= has_short_form and not node.is_null else node
    if not path:
        return node
    return MappingNode(tuple(_entries(node, path, has_short_form, found)), node.span)


def _entries(
    node: MappingNode, path: list[str], has_short_form: bool, found: Callable[[Scalar], Scalar]
) -> Iterator[Entry]:
    for entry in node.entries:
        is_on_path = entry.key.text == path[0]
        yield Entry(entry.key, _changed(entry.value, path[1:], has_short_form, found)) if is_on_path else entry
