"""Which of the formats a file is, by its bytes and never by its name, and what it holds."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Final

from probata.diagnostics import Diagnostic
from probata.evidence.archives import auto_archiver, chat_lines, mail, telegram, wacz, warc
from probata.evidence.archives.archive import Item, ReadArchive, attached_at, attached_to, bare_name
from probata.evidence.archives.limits import USUAL, Limits, NotTakenError, refusal, skipped
from probata.evidence.archives.reading import Order, Reader, Reading, files_beside, opener
from probata.evidence.archives.zip_file import Packed

_CHATS: Final = (*telegram.READERS, *chat_lines.READERS)
_READERS: Final = (*warc.READERS, *mail.READERS, *auto_archiver.TABLES, *telegram.READERS, *auto_archiver.READERS,
                   *chat_lines.READERS)  # fmt: skip
_ARCHIVES: Final = (".zip", ".7z", ".rar", ".gz", ".tar", ".wacz", ".tgz", ".xz", ".bz2")
_FORMS: Final = "WACZ, WARC, auto-archiver, MHTML, mail (.eml, .mbox), and chats of WhatsApp, Signal and Telegram"


def read(path: Path, limits: Limits = USUAL, order: Order = "", reader: Reader | None = None) -> ReadArchive:
    """Read a file; what it is shows in its bytes, unless its `reader` is given.

    `order` says which is first in dates of chats, where it is not clear. What is not taken is a finding. Never raises
    on what the file holds; its name is `path`, without the folder.
    """
    reading = _opened(path, limits, order)
    form, items = "", list[Item]()
    try:
        form, found = (reader.form, reader.items(reading)) if reader else _recognised(path, reading)
        for item in found:
            items.append(item)
    except NotTakenError as error:
        reading.faults.insert(0, error.finding)
    except OSError as error:
        what = f"it cannot be read ({error.strerror})"
        step = "close it in other programs, and check who may read it"
        reading.faults.append(refusal("unread-item", what, reading.shown, step))
    items += islice(_attached(items), limits.items)
    return ReadArchive(form, tuple(items), tuple(reading.faults), reading.tool, tuple(reading.notes))


def _opened(path: Path, limits: Limits, order: Order = "") -> Reading:
    beside = files_beside(path, limits)
    return Reading(bare_name(path.name), limits, opener(path), beside, path.stem, order)


def _refuse_size(path: Path, reading: Reading) -> None:
    found, most = path.stat(), reading.limits.file
    if not stat.S_ISREG(found.st_mode):
        step = "name a file, or a folder of files"
        raise NotTakenError("archive-unknown", "it is no file", reading.shown, step, is_whole=True)
    if found.st_size > most:
        what = f"it is larger than {most // 1_000_000:,} MB"
        raise NotTakenError("archive-too-large", what, reading.shown, "divide it", is_whole=True)


def _recognised(path: Path, reading: Reading) -> tuple[str, Iterable[Item]]:
    """Return what a file is, and its items; raises `NotTakenError` for what is none of the forms."""
    _refuse_size(path, reading)
    if not reading.head.strip():
        raise NotTakenError("archive-unknown", "it is empty", reading.shown, "export it again", is_whole=True)
    if reading.head.startswith(b"PK"):
        return _in_zip(Packed(path, reading))
    if reader := next((one for one in _READERS if one.fits(reading)), None):
        return reader.form, reader.items(reading)
    step = f"these are {_FORMS}; any file is kept by `probata preserve`"
    raise NotTakenError("archive-unknown", "it is none of the forms that are read", reading.shown, step, is_whole=True)


def _in_zip(packed: Packed) -> tuple[str, Iterable[Item]]:
    """Return what a ZIP file is by what it holds: a web archive, or a chat with its pictures."""
    if wacz.is_wacz(packed):
        return wacz.FORM, wacz.pages_of(packed)
    whole = packed.reading
    for name in packed.entries:
        if name.lower().endswith(_ARCHIVES):
            what = f"`{bare_name(name)}` is an archive in the archive, and is not opened"
            whole.skip("archive-in-archive", what, "unpack it, and import it by itself")
    for name in sorted(one for one in packed.entries if one.lower().endswith((".txt", ".json", ".md"))):
        stem = Path(bare_name(name)).stem
        try:
            data = packed.read(name)
            inner = replace(whole, opens=partial(BytesIO, data), finds=packed.find,
                            stem=whole.stem if stem == "_chat" else stem)  # fmt: skip
            if reader := next((one for one in _CHATS if one.fits(inner)), None):
                return reader.form, reader.items(inner)
        except NotTakenError:
            continue
    what, step = (
        "it is a ZIP file that holds neither a web archive nor a chat",
        "unpack it yourself, and import the folder",
    )
    raise NotTakenError("archive-unknown", what, whole.shown, step, is_whole=True)


# What is attached to mails and messages.


def _attached(items: Iterable[Item]) -> Iterator[Item]:
    """Give what is attached to mails and messages as items of their own, where the archive itself holds it."""
    for item in items:
        for number, one in enumerate(item.attachments if item.kind in ("mail", "message") else (), 1):
            if one.read and one.path is None:
                note = f"attached to {item.place}"
                yield Item("attachment", attached_at(item.place, number), title=one.name, people=item.people,
                           published=item.published, attachments=(one,), notes=(note,))  # fmt: skip


def extract(path: str, place: str, target: str) -> bool:
    """Write what is attached at a place of an archive into a file; return whether there was any that is read."""
    whole, _ = attached_to(place) or ("", 0)
    reading = _opened(Path(path), USUAL)
    try:
        _, found = _recognised(Path(path), reading)
        holder = (one for one in found if one.place == whole)
        item = next((one for one in _attached(islice(holder, 1)) if one.place == place), None)
        load = item.attachments[0].read if item else None
        return load is not None and Path(target).write_bytes(load()) >= 0
    except NotTakenError:
        return False


def files_in(folder: Path, limits: Limits = USUAL) -> tuple[list[Path], list[Diagnostic]]:
    """Return the files of a folder and of those below it, sorted; links are not followed."""
    found: list[Path] = []
    faults: list[Diagnostic] = []
    for above, folders, names in os.walk(folder, followlinks=False):
        folders.sort()
        for name in sorted((*names, *folders)):
            path = Path(above, name)
            if path.is_symlink():
                faults.append(skipped("link-not-followed", "it is a link, and is not followed", bare_name(name)))
            elif path.is_file():
                found.append(path)
        folders[:] = [name for name in folders if not Path(above, name).is_symlink()]
        if len(found) > limits.entries:
            faults.append(skipped("too-many-entries", f"only the first {limits.entries:,} files are looked at",
                                  bare_name(folder.name), "name a folder with fewer files"))  # fmt: skip
            return found[: limits.entries], faults
    return found, faults
