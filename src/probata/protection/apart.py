"""Taking what tells who persons are out of the records of a case, and putting it back. Nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from probata.checks.records.identity import reads_as_name
from probata.disclosure.consent import parts_played, search_for
from probata.disclosure.identities import APART, TextApart, known_by_pseudonym_alone, with_identities
from probata.disclosure.name_search import NameSearch
from probata.edits.case_files import CaseFiles
from probata.edits.change import Change, NewWords, WholeRecord
from probata.edits.change_case import changed_files, record_as_written
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import REFERENCES
from probata.model.kinds import KIND_BY_KEY
from probata.model.person import Birth, Person
from probata.protection.fingerprints import fingerprints_kept
from probata.protection.left import WORD, id_in, ids_of, places_left
from probata.protection.vault import KeptFile, Vault
from probata.source.change_yaml import Edit
from probata.source.node import Node, texts_in
from probata.source.text_edits import Replaced
from probata.workbook.change_cells import without_unshown_texts

_TELLING = ("aliases", "identifiers", "addresses", "family", "protected")
_LEADS = frozenset(
    {"id", "source", "citations", "cited_in", "quoted_in", "url", "archive_url", "url_as_printed", "file", "sha256"}
)
"""Fields whose text leads to something: with another name in it, it leads nowhere."""
_VERBATIM = {
    "statements": re.compile(r"paragraphs\.(?:text|heading)|translation\.\w+|interpretation\.certificate"),
    "quotations": re.compile(r"(?:.+\.)?text"),
}
"""Words of others, which the program never changes: what somebody signed, and what was said, in each language."""
_LEADING = re.compile(r"@[\w.:/-]+|\{\{[^{}]*\}\}|\S*(?:://|www\.)\S*")
"""What leads somewhere inside a text: citations, what is printed by its id, addresses."""


def persons_to_protect(graph: CaseGraph) -> frozenset[str]:
    """Return who needs protection: whoever needs a consent, victims and witnesses.

    None are those against whom the case is made, and those of whom a pseudonym alone is recorded.
    """
    parts = parts_played(graph)
    concerned = {*graph.case.persons_concerned, *(key for one in graph.case.filings for key in one.persons)}
    wanted = {one.id for one in graph.people if one.needs_consent or parts[one.id] & {"victim", "witness"}}
    told = {one.id for one in graph.people if one.id in own_pseudonyms(graph) and not _tells_more(one)}
    return frozenset(wanted - concerned - told)


def _tells_more(person: Person) -> bool:
    """Tell whether a record says who a person is besides a name, which may be a pseudonym."""
    is_named = bool(person.pseudonym) and reads_as_name(person.name)
    return is_named or any(getattr(person, field) for field in _TELLING) or person.birth != Birth()


@dataclass(frozen=True, slots=True)
class Apart:
    """What the files of the case shall be, and what is kept apart of them."""

    files: tuple[Replaced, ...]
    vault: Vault
    left: tuple[str, ...] = ()
    """Places that hold a name all the same, as `people.yaml:4`: addresses, remarks, cells, words of others."""

    ids: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Places that hold a name within an id alone, by the id: one other id there mends them all."""

    names: NameSearch = field(default_factory=lambda: NameSearch({}))
    """Whose names were looked for."""

    edited: tuple[str, ...] = ()
    """Files that were changed since, in which texts keep the pseudonyms."""


def taken_apart(graph: CaseGraph, pseudonyms: Mapping[str, str], vault: Vault) -> Apart:
    """Return the case without what tells who some persons are, whose pseudonyms are given by id.

    A person whose identity is apart already is passed over. Raises `CannotChangeError`.
    """
    whole = with_identities(graph, vault.identities)
    apart = known_by_pseudonym_alone(graph) & {*vault.identities.get("people", {})}
    every = {**vault.pseudonyms, **pseudonyms}
    names = search_for(whole, frozenset(key for key in every if graph.has("people", key)))
    taker = _Taker(graph, names, every)
    changes = tuple(taker.changes(apart))
    files = changed_files(graph, changes)
    follow = tuple(fingerprints_kept(graph, {one.shown: one.after or b"" for one in files}))
    files = changed_files(graph, (*changes, *follow)) if follow else files
    if CaseFiles.of(graph).is_workbook:
        files = [replace(one, after=without_unshown_texts(one.after or b"")) for one in files]
    kinds = {*vault.identities, *taker.identities}
    identities = {kind: {**vault.identities.get(kind, {}), **taker.identities.get(kind, {})} for kind in kinds}
    kept = {_name(graph, one.shown): _kept(vault.files.get(_name(graph, one.shown)), one) for one in files}
    left, ids = list[str](), dict[str, list[str]]()
    for place, named in places_left(graph, names, {one.shown: one.after or b"" for one in files}):
        for one in named:
            ids.setdefault(one, []).append(place)
        left += () if named else (place,)
    texts = {key: {**vault.texts.get(key, {}), **taker.texts.get(key, {})} for key in {*vault.texts, *taker.texts}}
    held = replace(vault, identities=identities, pseudonyms=every, texts=texts, files={**vault.files, **kept})
    return Apart(tuple(files), held, tuple(left), {one: tuple(ids[one]) for one in sorted(ids)}, names)


def _kept(before: KeptFile | None, file: Replaced) -> KeptFile:
    """Return what of a file is kept; nothing of one that was edited since: nobody wants back what it was then."""
    after = _hash(file.after or b"")
    if before is None:
        return KeptFile(file.before or b"", after)
    is_ours = before.after_sha256 == _hash(file.before or b"") or before.before == file.before
    return KeptFile(before.before, after) if is_ours and before.after_sha256 else KeptFile(b"", "")


def put_back(graph: CaseGraph, vault: Vault) -> Apart:
    """Return the case with what is kept apart of it, to the byte where its files were not changed since.

    In a file that was, the fields of persons and statements are put back, and other texts keep the pseudonyms.
    """
    root = CaseFiles.of(graph).root
    now = {name: path.read_bytes() for name in vault.files if (path := root / name).is_file()}
    restored = {name: kept.before for name, kept in vault.files.items() if _is_as_left(now.get(name), kept)}
    whole = {*restored, *(name for name, data in now.items() if data == vault.files[name].before)}
    changes: list[Change] = [
        WholeRecord(kind, key, _put_together(record_as_written(graph, kind, key), identity))
        for kind, held in vault.identities.items()
        for key, identity in held.items()
        if key in graph.records.get(kind, {}) and _file_of(graph, kind, key) not in whole
    ]
    after = {one.shown: one.after or b"" for one in changed_files(graph, changes)}
    after |= {
        shown: restored[name] for shown in {graph.one_file, *graph.texts} if (name := _name(graph, shown)) in restored
    }
    follow = (one for one in fingerprints_kept(graph, after) if _file_of(graph, one.kind, one.record) not in restored)
    again = changed_files(graph, (*changes, *follow))
    touched = {_name(graph, one.shown) for one in again}
    files = [Replaced(root / name, now[name], before, name) for name, before in restored.items() if name not in touched]
    edited = [name for name in vault.files if name in touched or name not in whole]
    left = Vault(vault.recipients, pseudonyms=vault.pseudonyms)
    return Apart((*files, *again), left, edited=tuple(edited))


def _put_together(own: Mapping[str, Any], identity: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in own.items() if key not in identity or key == "id"}
    named = {"id": own.get("id"), **identity, **kept}
    return {key: value for key, value in named.items() if value is not None}


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def _name(graph: CaseGraph, shown: str) -> str:
    """Return the path of a file in its case, wherever the command was called."""
    above = CaseFiles.of(graph).shown
    return shown.removeprefix(f"{above}/") if above else shown


def _is_as_left(data: bytes | None, kept: KeptFile) -> bool:
    return data is not None and _hash(data) == kept.after_sha256


def _file_of(graph: CaseGraph, kind: str, key: str) -> str:
    return _name(graph, graph.one_file or graph.nodes[kind, key].span.path)


class _Taker:
    """Works out what changes in each record, and notes what is taken out of it."""

    def __init__(self, graph: CaseGraph, names: NameSearch, pseudonyms: Mapping[str, str]) -> None:
        self._graph = graph
        self._names = names
        self._pseudonyms = pseudonyms
        self._ids = ids_of(graph)
        self.identities: dict[str, dict[str, dict[str, Any]]] = {}
        self.texts: dict[str, dict[str, TextApart]] = {}

    def changes(self, apart: Collection[str]) -> Iterator[Change]:
        """Give the changes of all records that tell who the persons are; of some the identity is apart already."""
        persons = [key for key in self._pseudonyms if self._graph.has("people", key)]
        whole = {("people", key) for key in persons if key not in apart}
        whole |= {("statements", one.id) for one in self._graph.statements if one.person in persons}
        for kind, key in sorted(whole):
            own = record_as_written(self._graph, kind, key)
            if taken := {name: own[name] for name in APART[kind] if name in own}:
                self.identities.setdefault(kind, {})[key] = taken
            if (told := self._without(kind, own, taken)) != own:
                yield WholeRecord(kind, key, told)
        for kind, record in self._graph.each():
            if (kind, record.id) not in whole and kind in KIND_BY_KEY:
                yield from self._in_texts(kind, record.id, self._graph.nodes[kind, record.id])
        yield from self._in_texts("case", self._graph.name, self._graph.case_node)

    def _without(self, kind: str, own: Mapping[str, Any], taken: Mapping[str, Any]) -> dict[str, Any]:
        told = {
            key: self._plain(value, kind, (key,), f"{kind}/{own['id']}")
            for key, value in own.items()
            if key not in taken or key == "name"
        }
        if kind != "people":
            return told
        pseudonym = self._pseudonyms[str(own["id"])]
        head = {"id": own["id"], "name": pseudonym, "pseudonym": pseudonym}
        if taken.get("protected"):  # which makes a consent needed, by itself
            head["consent_required"] = "true"
        return {**head, **{key: value for key, value in told.items() if key not in head}}

    def _plain(self, value: Any, kind: str, steps: Sequence[str], record: str) -> Any:
        if isinstance(value, str):
            return value if _is_kept(kind, steps) else _reworded(value, self._edits(value, record))
        if isinstance(value, list):
            return [self._plain(one, kind, steps, record) for one in value]
        if isinstance(value, dict):
            return {key: self._plain(one, kind, (*steps, key), record) for key, one in value.items()}
        return value

    def _edits(self, text: str, record: str) -> list[Edit]:
        """Return the edits that put pseudonyms in a text of a record; what it said is noted."""
        found, persons = list[Edit](), list[str]()
        at, leading = 0, [one.span() for one in _LEADING.finditer(text)]
        leading += [one.span() for one in WORD.finditer(text) if id_in(one[0]) in self._ids]
        for one in sorted(self._names.found(text)):
            leads = any(start < one.end and one.start < end for start, end in leading)
            if one.start >= at and not leads:
                found.append(Edit(one.start, one.end, self._pseudonyms[one.person]))
                persons.append(one.person)
                at = one.end
        if found:
            edits = tuple((one.start, one.end, key, one.words) for one, key in zip(found, persons, strict=True))
            self.texts.setdefault(record, {})[_reworded(text, found)] = TextApart(text, edits)
        return found

    def _in_texts(self, kind: str, key: str, node: Node) -> Iterator[Change]:
        for loc, text in texts_in(node):
            steps = [step for step in loc if isinstance(step, str)]
            if not _is_kept(kind, steps) and (edits := self._edits(text, f"{kind}/{key}")):
                yield NewWords(kind, key, loc, tuple(edits))


def _reworded(text: str, edits: Sequence[Edit]) -> str:
    for edit in reversed(edits):
        text = f"{text[: edit.start]}{edit.words}{text[edit.end :]}"
    return text


def _is_kept(kind: str, steps: Sequence[str]) -> bool:
    """Tell whether the text of a field is the name of something, by which it is found, or words of others."""
    path = ".".join(steps)
    is_verbatim = kind in _VERBATIM and _VERBATIM[kind].fullmatch(path)
    return path in REFERENCES.get(kind, {}) or steps[-1] in _LEADS or bool(is_verbatim)


def own_pseudonyms(graph: CaseGraph) -> dict[str, str]:
    """Return the pseudonyms that records have: recorded as such, or as a name that is none, `Witness A`."""
    named = {one.id: one.name.full for one in graph.people if one.name.full and not reads_as_name(one.name)}
    return named | {one.id: one.pseudonym for one in graph.people if one.pseudonym}


def marks_taken(graph: CaseGraph, vault: Vault) -> Sequence[str]:
    """Return the letters that stand for somebody already."""
    return [text.rpartition(" ")[2] for text in (*own_pseudonyms(graph).values(), *vault.pseudonyms.values())]
