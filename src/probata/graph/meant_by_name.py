"""Whom a reference means that has a name where an id belongs: people type "Aldo Kerrin" and not `kerrin-aldo`.

Nothing is joined by a name. Where one record alone is called so, the finding says its id.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from probata.diagnostics import Diagnostic, say
from probata.diagnostics.message import Message
from probata.graph.case_graph import CaseGraph
from probata.graph.references import REFERENCES
from probata.graph.unread import CITABLE
from probata.model.kinds import KINDS
from probata.model.person import Person
from probata.model.record import Record

_OF_REFERENCES: Final = frozenset(("bad-id", "unknown-reference", "unknown-source"))
_OF_ITSELF: Final = frozenset(("id", "key"))
_ALL: Final = tuple(kind.key for kind in KINDS)


def with_ids_meant(findings: Iterable[Diagnostic], graph: CaseGraph) -> Iterator[Diagnostic]:
    """Give the findings, each reference by a name with the id of the one record that is called so."""
    called = _called(graph)
    for found in findings:
        meant = _meant(found, called) if found.name in _OF_REFERENCES else ""
        yield replace(found, help=f"did you mean {say.words(meant)}, which is called so?") if meant else found


def _called(graph: CaseGraph) -> dict[tuple[str, str], set[str]]:
    """Return the ids of the records that are called by a name, by kind and name in small letters."""
    called: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, record in graph.each():
        for name in _names(record):
            called[kind, _plain(name)].add(record.id)
    return called


def _names(record: Record) -> Iterator[str]:
    if isinstance(record, Person):
        yield record.name.display
    for field in ("title", "name"):
        if isinstance(name := getattr(record, field, None), str):
            yield name


def _meant(found: Diagnostic, called: dict[tuple[str, str], set[str]]) -> str:
    """Return the id that is meant, of a citation with its place; empty where it is none or several."""
    text = Message(found.message).first
    if found.field.rpartition(".")[2] in _OF_ITSELF or any(Message(found.help).refs):
        return ""
    kind = found.record.partition("/")[0]
    cites = "citations" in found.field or found.name == "unknown-source"
    targets = CITABLE if cites else REFERENCES.get(kind, {}).get(found.field, _ALL)
    commas = [at.start() for at in re.finditer(",", text)] if cites else []
    for end in (len(text), *reversed(commas)):
        ids = {one for target in targets for one in called.get((target, _plain(text[:end])), ())}
        if len(ids) == 1:
            return f"{ids.pop()}{text[end:]}"
    return ""


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
