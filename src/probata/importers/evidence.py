"""Items of archives, mail and chats as sources of a case, each with the copy that holds it and its place there.

An item is known again by the hash of its archive and its place, so that the same file a second time adds nothing. A
page whose address a source of the case has is one more copy of that source.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from probata.diagnostics import Diagnostic
from probata.diagnostics.cannot_continue import CannotContinueError
from probata.diagnostics.say import did_you_mean
from probata.edits.change import Change, NewRecords, NewValue, NoValue
from probata.evidence.archives.archive import Attachment, Item, Moment, Person, ReadArchive, Role, one_line
from probata.evidence.archives.limits import skipped
from probata.evidence.store import Seen
from probata.graph import CaseGraph
from probata.importers.ids import unique_id, wished_id
from probata.importers.same import of_address
from probata.importers.works import KIND
from probata.law import load_catalogue
from probata.model.source_record import Source

_MOST_NAMES: Final = 50
"""Authors or recipients that a record names; a group of a thousand is called by its name."""
_LONGEST_NOTE: Final = 1_000
_OF_PERSONS: Final = frozenset({"mail", "conversation", "message"})
_WITHIN: Final = frozenset({"message", "attachment"})
"""Items that become sources when they are named alone."""
_UNCERTAIN: Final = "dated as "
_WEB: Final = ("http://", "https://")


class Fate(StrEnum):
    """What becomes of an item."""

    ADDED = "added"
    COPY = "one more copy"
    DATED = "date added"
    SAME = "there already"


@dataclass(frozen=True, slots=True)
class Archive:
    """A file of another program as it was read."""

    seen: Seen
    read: ReadArchive


@dataclass(frozen=True, slots=True)
class Taken:
    """An item with what becomes of it."""

    item: Item
    archive: Archive
    fate: Fate
    source: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    """The new source with its `id`; of one that was not certainly dated, its date; else nothing."""


def choose(archives: Sequence[Archive], places: Collection[str]) -> list[tuple[Archive, Item]]:
    """Return the items that become sources: those at the places named, else all but messages and what is attached.

    Raises `CannotContinueError` for a place at which there is nothing.
    """
    found = [(archive, item) for archive in archives for item in archive.read.items]
    if not places:
        return [(archive, item) for archive, item in found if item.kind not in _WITHIN]
    known = dict.fromkeys(item.place for _, item in found)
    if unknown := next((place for place in places if place not in known), None):
        raise CannotContinueError(f"there is no item `{unknown}`", did_you_mean(
            unknown, known, f"the first is `{next(iter(known), '')}`" if known else "nothing was read"))  # fmt: skip
    return [(archive, item) for archive, item in found if item.place in places]


def take(chosen: Sequence[tuple[Archive, Item]], graph: CaseGraph) -> list[Taken]:
    """Say what becomes of each item; nothing is written."""
    held = {(copy.sha256, copy.place): copy.source for copy in graph.copies if copy.source}
    by_address = {of_address(one): source.id for source in reversed(graph.sources)
                  for one in (source.archive_url, source.url) if one}  # fmt: skip
    ids = {one.id for kind in ("sources", "authorities") for one in graph.records.get(kind, {}).values()}
    ids |= set(load_catalogue().instruments)
    taken: list[Taken] = []
    for archive, item in chosen:
        key = (archive.seen.sha256, item.place)
        address = of_address(_address(item)) if _address(item) else ""
        if source := held.get(key):
            taken.append(_dated(item, archive, source, graph))
            continue
        if source := by_address.get(address, "") if address else "":
            taken.append(Taken(item, archive, Fate.COPY, source))
        else:
            fields = fields_of(item, archive.read.form)
            source = unique_id(_wished(item, fields), ids)
            ids.add(source)
            taken.append(Taken(item, archive, Fate.ADDED, source, {"id": source, **fields}))
        held[key] = source
        if address:
            by_address[address] = source
    return taken


def changes_of(taken: Sequence[Taken]) -> list[Change]:
    """Return what becomes of the sources."""
    new = [one.fields for one in taken if one.fate is Fate.ADDED]
    changes: list[Change] = [NewRecords(KIND, new)] if new else []
    for one in taken:
        if one.fate is Fate.DATED:
            date = NewValue(KIND, one.source, ("issued",), one.fields["issued"])
            changes += [date, NoValue(KIND, one.source, ("note",))]
    return changes


def _dated(item: Item, archive: Archive, source: str, graph: CaseGraph) -> Taken:
    """Return an item that is there already; one whose date was not certain then, and is now, gets it."""
    record, (issued, _) = graph.find(KIND, Source, source), _issued(item)
    if record and issued and not record.issued and (record.note or "").startswith(_UNCERTAIN):
        return Taken(item, archive, Fate.DATED, source, {"issued": issued})
    return Taken(item, archive, Fate.SAME, source)


def _wished(item: Item, fields: Mapping[str, Any]) -> str:
    """Return the id wished for. That of a mail or chat names nobody: ids stand in the names of files and in exports."""
    if item.kind in _OF_PERSONS or item.kind == "attachment":
        kind = {"conversation": "chat"}.get(item.kind, item.kind)
        return f"{kind}-{item.published.day}" if item.published and item.published.day else kind
    return wished_id((), fields)


def fields_of(item: Item, form: str) -> dict[str, Any]:
    """Return the fields of a source. Mail and chats are confidential until somebody says otherwise."""
    issued, remark = _issued(item)
    name = item.attachments[0].name if item.kind == "file" and item.attachments else ""
    title = item.title or (form if item.kind == "conversation" else name)
    fields: dict[str, Any] = {"type": {"page": "webpage", "post": "post"}.get(item.kind, "document")}
    if item.kind in _OF_PERSONS:
        fields["type"] = "personal_communication"
        role: Role = "participant" if item.kind == "conversation" else "sender"
        fields |= {"title": title or (item.place if not item.people else ""), "author": _names(item.people, role),
                   "recipient": _names(item.people, "recipient"), "issued": issued,
                   "medium": "e-mail" if item.kind == "mail" else form, "confidentiality": "confidential"}  # fmt: skip
    elif item.kind == "attachment":
        # When it was made nobody says; that it was sent, and by whom, stands in the mail or message.
        fields |= {"title": title, "confidentiality": "confidential"}
        remark = f"{item.notes[0]}, {item.published.shown}" if item.published else item.notes[0]
    else:
        fields |= {"title": title or (item.place if not _address(item) else ""), "issued": issued,
                   "url": _address(item), "archive_url": item.archived}  # fmt: skip
    return {name: value for name, value in {**fields, "note": remark}.items() if value}


def _address(item: Item) -> str:
    """Return the address on the web; that of a mail is none."""
    return item.address if item.address.startswith(_WEB) else ""


def _names(people: Sequence[Person], role: Role) -> list[Any]:
    """Return names as records have them; with a semicolon in it a name is one that does not divide."""
    names = list(dict.fromkeys(one.shown for one in people if one.role == role))[:_MOST_NAMES]
    return [{"literal": name} if ";" in name else name for name in names]


def _issued(item: Item) -> tuple[str, str]:
    """Return the date of a source, and a remark where the archive leaves it uncertain: then there is no date."""
    first, last = item.published, item.last
    if first is None:
        return "", ""
    if not first.day:
        return "", f"{_UNCERTAIN}`{first.shown}` there"
    same = last is None or not last.day or last.day <= first.day
    return (first.day if same or last is None else f"{first.day}/{last.day}"), ""


# The copy that holds an item, and the files beside the archive that belong to it.


def said_of_copy(taken: Taken, received_from: str) -> dict[str, str]:
    """Return what the record of a copy says of an item, as far as the archive does."""
    item, read = taken.item, taken.archive.read
    said = {"source": taken.source, "place": item.place, "tool": read.tool, "received_from": received_from,
            "captured_at": _moment(item.captured), "url": _address(item), "note": _note(item, read)}  # fmt: skip
    return {name: text for name, text in said.items() if text}


def _moment(moment: Moment | None) -> str:
    if moment is None or not moment.day:
        return ""
    return f"{moment.day}T{moment.clock}{moment.zone}" if moment.clock else moment.day


def _note(item: Item, read: ReadArchive) -> str:
    named = () if item.kind == "attachment" else item.attachments
    files = ", ".join(one.name for one in named if not one.what)
    parts = [*read.notes, *item.notes, *(f"states {one.text} of {one.of}" for one in item.hashes)]
    parts += [f"attached: {files}"] if files else []
    return one_line("; ".join(parts), _LONGEST_NOTE)


def compared(attachment: Attachment, seen: Seen) -> tuple[str, Diagnostic | None]:
    """Return what a stated hash says of a file beside the archive, and a finding where it says another.

    It is compared and never taken for ours. Algorithms that are not named, and all but SHA-256, are not compared.
    """
    for stated in attachment.hashes:
        algorithm, _, digest = stated.text.partition(":")
        if algorithm.strip().upper() != "SHA-256":
            return f"the archive states {one_line(stated.text, 200)} of it, which was not compared", None
        if digest.strip().lower() == seen.sha256:
            return "its SHA-256 is the one that the archive states", None
        told = skipped("hash-mismatch", f"its SHA-256 is not the {one_line(digest, 80)} that the archive states of it",
                       seen.name, "ask whoever made the archive for the file that it is of")  # fmt: skip
        return f"the archive states another SHA-256 of it: {one_line(digest, 80)}", told
    return "", None
