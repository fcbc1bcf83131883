"""Which of the formats a file is, by its bytes and never by its name; and the text of one item in it."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from probata.diagnostics import Diagnostic
from probata.evidence.archives import auto_archiver, auto_archiver_page, hunchly, mail, mbox, signal_chat, telegram
from probata.evidence.archives.archive import ReadArchive, bare_name
from probata.evidence.archives.beside import Finds, Reachable, files_beside
from probata.evidence.archives.chat import Order, archive_of
from probata.evidence.archives.chat_lines import form_of, messages
from probata.evidence.archives.decoding import decoded
from probata.evidence.archives.limits import USUAL, Limits, refusal, skipped
from probata.evidence.archives.wacz import is_wacz, read_wacz
from probata.evidence.archives.warc import is_warc, read_warc
from probata.evidence.archives.zip_file import Packed, open_zip

_HEAD: Final = 65_536
_PAGE: Final = 20_000_000
"""Bytes of a page or of JSON that is looked at whole."""
_ARCHIVES: Final = (".zip", ".7z", ".rar", ".gz", ".tar", ".wacz", ".tgz", ".xz", ".bz2")
_FORMS: Final = "WACZ, WARC, auto-archiver, MHTML, mail (.eml, .mbox), and chats of WhatsApp, Signal and Telegram"


def read(path: Path, limits: Limits = USUAL, order: Order = "") -> ReadArchive:
    """Read a file; what it is shows in its bytes. `order` says which is first in dates of chats, where it is not clear.

    What is not taken is a finding. Never raises on what the file holds; its name is `path`, without the folder.
    """
    shown = bare_name(path.name)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return _refused("archive-unknown", "it is no file", shown, "name a file, or a folder of files")
        if found.st_size > limits.file:
            return _refused("archive-too-large", f"it is larger than {limits.file // 1_000_000:,} MB", shown,
                            "divide it")  # fmt: skip
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
        return _read(path, shown, head, found.st_size, limits, order)
    except OSError as error:
        return _refused("unread-item", f"it cannot be read ({error.strerror})", shown,
                        "close it in other programs, and check who may read it")  # fmt: skip


def text_of_item(path: Path, place: str, limits: Limits = USUAL) -> str | None:
    """Return the text of the item at a place of an archive; `None` where there is no such item.

    What was read is kept for one file, by its path, size and time: an archive is asked for many places.
    """
    try:
        found = path.stat()
    except OSError:
        return None
    item = _kept(path, found.st_size, found.st_mtime_ns, limits).item(place)
    return item.text if item else None


@lru_cache(maxsize=1)
def _kept(path: Path, _size: int, _time: int, limits: Limits) -> ReadArchive:
    return read(path, limits)


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


def _refused(name: str, message: str, shown: str, help: str) -> ReadArchive:
    return ReadArchive("", (), (refusal(name, message, shown, help),))


def _read(path: Path, shown: str, head: bytes, size: int, limits: Limits, order: Order) -> ReadArchive:
    if not head.strip():
        return _refused("archive-unknown", "it is empty", shown, "export it again")
    if head.startswith(b"PK"):
        return _of_zip(path, shown, limits, order)
    if is_warc(head):
        return read_warc(path, shown, limits)
    if mbox.is_mbox(head):
        return mbox.read_mbox(path, shown, limits)
    if hunchly.is_mhtml(head):
        return hunchly.read_mhtml(path, shown, limits)
    if mail.is_mail(head):
        return mail.read_mail(path, shown, limits)
    return _of_text(path, shown, head, size, limits, order)


def _of_text(path: Path, shown: str, head: bytes, size: int, limits: Limits, order: Order) -> ReadArchive:
    start = decoded(head)[0].lstrip("\ufeff")
    if auto_archiver.is_table(start):
        return auto_archiver.read_table(path, shown, limits)
    if "," in start.partition("\n")[0] and auto_archiver.is_sheet(start[:5_000]):
        return auto_archiver.read_sheet(path, shown, limits)
    finds = files_beside(path, limits)
    if start.lstrip()[:1] in ("{", "["):
        found = _of_json(path, shown, size, limits, finds)
        if found is not None:
            return found
    if "<" in start[:500] and size <= _PAGE and auto_archiver_page.is_page(path.read_bytes()):
        return auto_archiver_page.read_page(path, shown, limits)
    if chat := _chat(start, lambda: _lines(path), shown, path.stem, limits, order, finds):
        return chat
    return _refused("archive-unknown", "it is none of the forms that are read", shown,
                    f"these are {_FORMS}; any file is kept by `probata preserve`")  # fmt: skip


def _of_json(path: Path, shown: str, size: int, limits: Limits, finds: Finds) -> ReadArchive | None:
    if size > limits.json:
        return _refused("archive-too-large", f"it is JSON of more than {limits.json // 1_000_000} MB", shown,
                        "export it in parts, or one chat alone")  # fmt: skip
    found: Any = None
    try:
        found = json.loads(decoded(path.read_bytes(), "utf-8")[0])
    except (ValueError, RecursionError):
        return None
    if telegram.chats_in(found):
        return telegram.read_telegram(found, shown, limits, finds)
    return auto_archiver.read_record(path, shown, limits) if auto_archiver.is_record(found) else None


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", errors="replace", newline=None) as stream:
        while line := stream.readline(1_000_000):
            yield line


def _chat(
    start: str, lines: Callable[[], Iterator[str]], shown: str, stem: str, limits: Limits, order: Order, finds: Finds
) -> ReadArchive | None:
    title = signal_chat.title_of(start)
    if title is not None:
        return archive_of(signal_chat.FORM, signal_chat.messages(lines()), title, shown, limits, order, finds)
    if not (form := form_of(start)):
        return None
    name = bare_name(stem)
    return archive_of(form, messages(lines(), form), "" if name == "_chat" else name, shown, limits, order, finds)


# What a ZIP file is shows in what it holds: a web archive, or a chat with its pictures.


def _of_zip(path: Path, shown: str, limits: Limits, order: Order) -> ReadArchive:
    packed, faults = open_zip(path, shown, limits)
    if packed is None:
        return ReadArchive("", (), tuple(faults))
    if is_wacz(packed):
        return read_wacz(path, shown, limits)
    faults += [skipped("archive-in-archive", f"`{bare_name(name)}` is an archive in the archive, and is not opened",
                       shown, "unpack it, and import it by itself")
               for name in packed.entries if name.lower().endswith(_ARCHIVES)]  # fmt: skip
    for name in sorted(packed.entries):
        chat = _packed_chat(packed, name, limits, order) if name.lower().endswith((".txt", ".json", ".md")) else None
        if chat is not None:
            return replace(chat, faults=(*faults, *chat.faults))
    why = refusal("archive-unknown", "it is a ZIP file that holds neither a web archive nor a chat", shown,
                  "unpack it yourself, and import the folder")  # fmt: skip
    return ReadArchive("", (), (why, *faults))


def _packed_chat(packed: Packed, name: str, limits: Limits, order: Order) -> ReadArchive | None:
    data = packed.read(name)
    if isinstance(data, Diagnostic):
        return None
    by_name = {bare_name(one): one for one in sorted(packed.entries, reverse=True)}

    def finds(wanted: str) -> Reachable | None:
        held = by_name.get(bare_name(wanted))
        return Reachable(lambda: packed.read(held)) if held else None

    text, _ = decoded(data, "utf-8-sig")
    if text.lstrip()[:1] == "{":
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return None
        return telegram.read_telegram(found, packed.shown, limits, finds) if telegram.chats_in(found) else None
    stem = Path(bare_name(name)).stem
    named = stem if stem != "_chat" else Path(packed.shown).stem
    return _chat(text[:_HEAD], lambda: iter(text.split("\n")), packed.shown, named, limits, order, finds)
