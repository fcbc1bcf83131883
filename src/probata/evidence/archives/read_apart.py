"""Archives read in another process: what parses them, libxml2 among it, meets the bytes of strangers there alone."""

from __future__ import annotations

from dataclasses import asdict, astuple, replace
from pathlib import Path
from typing import Any, Final

from probata.diagnostics import Diagnostic, Severity, Span
from probata.evidence.archives.archive import Attachment, Item, Moment, Person, ReadArchive, StatedHash, bare_name
from probata.evidence.archives.limits import refusal
from probata.evidence.archives.read_archive import read
from probata.evidence.archives.reading import Order
from probata.source.in_child import MEGABYTE, Child, ChildError

_MEMORY: Final = 4_000 * MEGABYTE
_SECONDS: Final = 1_800.0
_OPENING: Final = 200
"""Characters of the text of each item that come over; the copy has them all."""
_WHY: Final = {
    "time": f"reading it takes longer than {_SECONDS / 60:.0f} minutes",
    "memory": "reading it takes more memory than is given",
    "crash": "the program that reads it broke off",
    "fault": "it is damaged, or made to break what reads it",
}


def readers_child() -> Child:
    """Return a process that reads archives; one serves all that are read together."""
    return Child(memory=_MEMORY, seconds=_SECONDS)


def read_apart(child: Child, path: Path, order: Order) -> ReadArchive:
    """Read a file as `read_archive.read` does; of each text there is the beginning, and no attachment can be read."""
    try:
        found = child.call(f"{__name__}:read_plain", path=str(path.absolute()), order=order)
    except ChildError as error:
        name = "archive-too-large" if error.kind in ("time", "memory") else "archive-damaged"
        step = "divide it, or keep it whole by `probata preserve`"
        return ReadArchive("", (), (refusal(name, _WHY[error.kind], bare_name(path.name), step),))
    faults = (Diagnostic(code, name, Severity(weight), message, Span(*span), help)
              for code, name, weight, message, span, help in found["faults"])  # fmt: skip
    items = tuple(map(_item, found["items"]))
    return ReadArchive(found["form"], items, tuple(faults), found["tool"], tuple(found["notes"]))


def read_plain(path: str, order: Order) -> dict[str, Any]:
    """Return what `read_apart` hands on, as values of JSON."""
    found = read(Path(path), order=order)
    faults = [(one.code, one.name, one.severity, one.message, astuple(one.span) if one.span else (), one.help)
              for one in found.faults]  # fmt: skip
    items = list(map(_plain, found.items))
    return {"form": found.form, "items": items, "faults": faults, "tool": found.tool, "notes": found.notes}


def _plain(item: Item) -> dict[str, Any]:
    files = tuple(replace(one, read=None) for one in item.attachments)
    said = asdict(replace(item, text=item.text[:_OPENING], attachments=files))
    for one in said["attachments"]:
        one["path"] = str(one["path"] or "")
    return said


def _item(said: dict[str, Any]) -> Item:
    files = ({**one, "path": Path(one["path"]) if one["path"] else None, "hashes": _hashes(one)}
             for one in said["attachments"])  # fmt: skip
    parts = {
        **{name: _moment(said[name]) for name in ("published", "last", "captured")},
        "people": tuple(Person(**one) for one in said["people"]),
        "attachments": tuple(Attachment(**one) for one in files),
        "hashes": _hashes(said),
        "notes": tuple(said["notes"]),
    }
    return Item(**{**said, **parts})


def _moment(said: dict[str, Any] | None) -> Moment | None:
    return Moment(**{**said, "readings": tuple(said["readings"])}) if said else None


def _hashes(said: dict[str, Any]) -> tuple[StatedHash, ...]:
    return tuple(StatedHash(**one) for one in said["hashes"])
