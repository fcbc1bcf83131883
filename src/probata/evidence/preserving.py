"""What becomes of files that are to be preserved: new copies, copies held already, tokens and the lists they cover."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from probata.edits.change import Change, NewRecords, WholeRecord
from probata.edits.ids import free_id, words_of
from probata.evidence.log import FIRST
from probata.evidence.store import Added, Seen, Store
from probata.evidence.timestamps import LARGEST, Token, hashes_listed, is_covered, read_token
from probata.graph.case_graph import CaseGraph
from probata.model.held_copy import HeldCopy
from probata.source.node import to_plain

KIND = "copies"


class Fate(StrEnum):
    """What becomes of a file."""

    NEW = "new copy"
    HELD = "already held"
    BACK = "put back: its bytes were missing or changed"
    TWICE = "the same bytes as a file before it"
    STAMP = "timestamp"
    LIST = "list of hashes"


@dataclass(slots=True)
class Planned:
    """A file with what becomes of it."""

    seen: Seen
    fate: Fate
    record: str = ""
    """Id of its copy, where it has one."""
    of: tuple[str, ...] = ()
    """Ids of the copies that a token or list speaks for."""


@dataclass(slots=True)
class Plan:
    """What is to be written."""

    planned: list[Planned] = field(default_factory=list)
    new: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Records by id, without what only the log can tell."""
    stamped: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    """Timestamps by the id of the copy, new or held."""

    def taken(self) -> list[Planned]:
        """Return the files that go into the store."""
        return [one for one in self.planned if one.fate not in (Fate.HELD, Fate.TWICE)]

    def changes(self, graph: CaseGraph, added: Sequence[Added], at: str) -> list[Change]:
        """Return the changes of records; without what was added, as they would be."""
        lines = {one.seen.sha256: one.line.hash for one in added}
        records = []
        for key, record in self.new.items():
            event = {"at": at, "action": "preserved", "hash_after": record["sha256"]}
            stamped = {"timestamps": self.stamped[key]} if key in self.stamped else {}
            records.append({**record, "custody": [event], **stamped, "logged": lines.get(record["sha256"], FIRST)})
        changes: list[Change] = [NewRecords(KIND, records)] if records else []
        for key in sorted(self.stamped.keys() - self.new.keys()):
            fields = to_plain(graph.nodes[KIND, key])
            whole = {**fields, "timestamps": [*fields.get("timestamps", ()), *self.stamped[key]]}
            changes.append(WholeRecord(KIND, key, whole))
        return changes


def plan(
    graph: CaseGraph, store: Store, files: Iterable[Seen], said: Mapping[str, str], made: Plan | None = None
) -> Plan:
    """Say what becomes of files. `said` are fields of the records of new copies, `source` among them.

    `made` is a plan for other files of the same case, to which this one is added.
    """
    made, given = made or Plan(), dict[str, Seen]()
    for seen in files:
        if given.setdefault(seen.sha256, seen) is not seen:
            made.planned.append(Planned(seen, Fate.TWICE))
    spoken = list(_spoken(graph, given))
    fates = {one.token: Fate.STAMP for one in spoken} | {one.listed_in: Fate.LIST for one in spoken if one.listed_in}
    for key, seen in given.items():
        if key not in fates:
            made.planned.append(_copy(made, graph, store, seen, said))
    ids: dict[str, list[str]] = {}
    for sha256, name in (*((c.sha256, c.id) for c in graph.copies), *((r["sha256"], k) for k, r in made.new.items())):
        ids.setdefault(sha256, []).append(name)
    for key, fate in fates.items():
        stamps = [one for one in spoken if key in (one.token, one.listed_in)]
        names = {name for one in stamps for sha256 in one.of for name in ids[sha256]}
        made.planned.append(Planned(given[key], fate, of=tuple(sorted(names))))
    for one in spoken:
        for name in sorted({name for sha256 in one.of for name in ids[sha256]}):
            _stamp(made, graph, name, one)
    return made


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A token that speaks for copies, by itself or through a list; all by their hashes."""

    token: str
    read: Token
    listed_in: str
    of: frozenset[str]


def _spoken(graph: CaseGraph, given: Mapping[str, Seen]) -> Iterator[_Spoken]:
    tokens = {key: token for key, seen in given.items() if (token := read_token(_small(seen)))}
    known = {key for key in given if key not in tokens} | {copy.sha256 for copy in graph.copies}
    for key, token in tokens.items():
        covered = next((one for one, seen in given.items() if is_covered(token, seen.path, one)), "")
        covered = covered or (token.imprint.hex() if token.imprint.hex() in known else "")
        listed = (hashes_listed(_small(given[covered])) & known) - {covered} if covered in given else frozenset()
        if listed:
            yield _Spoken(key, token, covered, frozenset(listed))
        elif covered in known:
            yield _Spoken(key, token, "", frozenset((covered,)))


def _small(seen: Seen) -> bytes:
    """Return what a small file holds; nothing of a larger one, or of one that changed since."""
    if seen.size > LARGEST:
        return b""
    data = seen.path.read_bytes()[: LARGEST + 1]
    return data if hashlib.sha256(data).hexdigest() == seen.sha256 else b""


def _copy(made: Plan, graph: CaseGraph, store: Store, seen: Seen, said: Mapping[str, str]) -> Planned:
    same = [copy for copy in graph.copies if (copy.sha256, copy.place) == (seen.sha256, said.get("place"))]
    held = next((copy for copy in same if copy.source == said.get("source", copy.source)), None)
    if held:
        return Planned(seen, Fate.HELD if store.has(seen.sha256) else Fate.BACK, held.id)
    begin = said.get("source") or "-".join(words_of(PurePath(seen.name).stem)) or "file"
    key = free_id(begin, "-copy", made.new.keys() | graph.records.get(KIND, {}).keys())
    own = {"sha256": seen.sha256, "name": seen.name, "size": str(seen.size), "media_type": seen.media_type}
    about = {name: value for name, value in said.items() if name != "source"}
    made.new[key] = {"id": key, **({"source": said["source"]} if "source" in said else {}), **own, **about}
    return Planned(seen, Fate.NEW, key)


def _stamp(made: Plan, graph: CaseGraph, name: str, one: _Spoken) -> None:
    held = graph.find(KIND, HeldCopy, name)
    if held is None or all(stamp.token != one.token for stamp in held.timestamps):
        stamp = {
            "token": one.token,
            "listed_in": one.listed_in,
            "at": one.read.at.text,
            "authority": one.read.authority,
        }
        known, stated = made.stamped.setdefault(name, []), {field: value for field, value in stamp.items() if value}
        known += [stated] if stated not in known else []
