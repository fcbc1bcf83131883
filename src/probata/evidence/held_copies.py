"""The held copies of a case as its checks ask of them: what each is, and how a quotation stands in it.

Texts, and what was found in them, are kept by the hash of the bytes: a copy is read once, whatever case holds it.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Any, Final

from probata.diagnostics.value import value
from probata.evidence.archives.archive import attached_to
from probata.evidence.held_text import HeldText, ToRead, as_plain, of_plain, read_texts
from probata.evidence.page_numbers import PageNumbers, page_numbers
from probata.evidence.quotation import Compared, Text, Verdict
from probata.evidence.store import NotPreservedError, look_at
from probata.kept import InMemory, Store

_MOST_INDEXED: Final = 4
"""Copies whose words are kept ready to be searched."""


@value()
class Copy:
    """A held copy and where its bytes lie."""

    id: str
    sha256: str
    media_type: str
    place: str
    """Of an archive: the item that is meant; empty where it is the whole file."""
    path: Path
    ocr: str = ""
    """Language in which its pictures of text are to be recognised; empty where they are not."""


@value()
class About:
    """What a copy is, without its words."""

    fault: str = ""
    """Why it was not read, as `HeldText` says it, or `no-item`: the archive has none at this place."""
    letters: int = 0
    opening: str = ""
    """Its title and first words."""
    pictures: tuple[int, ...] = ()
    """Pages, from 1, that are pictures without a text of their own."""
    is_ocr: bool = False
    numbers: PageNumbers = PageNumbers()

    @property
    def is_whole(self) -> bool:
        """Whether all that it shows was read as text that its maker wrote."""
        return not (self.fault or self.pictures or self.is_ocr)


_OPENING: Final = 2_000


class HeldCopies:
    """The copies of one case whose bytes are there. Nothing is read before it is asked for.

    What was kept of a copy is told of the very bytes alone: others in their place have the fault `changed`.
    """

    def __init__(self, copies: Sequence[Copy] = (), kept: Store | None = None) -> None:
        """Take the copies, and where texts are kept from one run to the next."""
        self.copies: Mapping[str, Copy] = {copy.id: copy for copy in copies}
        self._kept = kept or InMemory()
        self._about: dict[str, About] = {}
        self._unkept: dict[str, HeldText] = {}
        self._indexed: OrderedDict[str, Text] = OrderedDict()
        self._hashes: dict[Path, tuple[tuple[int, ...], str]] = {}
        self._turn = RLock()

    def __eq__(self, other: object) -> bool:
        """Tell whether another has the same copies."""
        return isinstance(other, HeldCopies) and self.copies == other.copies

    __hash__ = None  # type: ignore[assignment]  # it is compared, and no key

    def about(self, copy_id: str) -> About | None:
        """Return what a copy is; `None` where its bytes are not there."""
        copy = self.copies.get(copy_id)
        if copy is None:
            return None
        with self._turn:
            if not self._is_right(copy):
                return About(fault="changed")
            if copy_id not in self._about:
                self._about[copy_id] = _about(copy, self._text(copy))
            return self._about[copy_id]

    def text(self, copy_id: str) -> HeldText | None:
        """Return the words of a copy, of an archive those of its item; `None` where its bytes are not there."""
        copy = self.copies.get(copy_id)
        if copy is None:
            return None
        with self._turn:
            return _meant(copy, self._text(copy)) if self._is_right(copy) else HeldText(fault="changed")

    def find(self, copy_id: str, quotation: str) -> Compared | None:
        """Return how a quotation stands in a copy; `None` where its bytes are not there."""
        copy = self.copies.get(copy_id)
        if copy is None:
            return None
        with self._turn:
            if not self._is_right(copy):
                return Text((), is_whole=False).find(quotation)
        key = _digest("found", _key(copy), copy.place, quotation)
        kept = _plain(self._kept.read(key))
        if kept is not None:
            verdict, pages, differs, is_turned = kept
            return Compared(
                Verdict(verdict), tuple(pages), tuple((ours, theirs) for ours, theirs in differs), is_turned
            )
        with self._turn:
            found = self._index(copy).find(quotation)
        value = (found.verdict, found.pages, found.differs, found.is_turned)
        if _key(copy) not in self._unkept:
            self._kept.write(key, _packed(value))
        return found

    def _is_right(self, copy: Copy) -> bool:
        """Tell whether the bytes are still those of the record; they are read anew where the file was touched."""
        try:
            found = copy.path.lstat()
            touched = (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
            if copy.path not in self._hashes or self._hashes[copy.path][0] != touched:
                self._hashes[copy.path] = touched, look_at(copy.path).sha256
        except (OSError, NotPreservedError):
            return False
        return self._hashes[copy.path][1] == copy.sha256

    def _index(self, copy: Copy) -> Text:
        """Return the words of a copy, ready to be searched."""
        if copy.id not in self._indexed:
            text = _meant(copy, self._text(copy))
            pages = tuple(page.text if page.text.strip() or not page.is_picture else None for page in text.pages)
            is_whole = not text.fault and not any(page.is_picture for page in text.pages)
            self._indexed[copy.id] = Text(pages, is_whole=is_whole)
        self._indexed.move_to_end(copy.id)
        while len(self._indexed) > _MOST_INDEXED:
            self._indexed.popitem(last=False)
        return self._indexed[copy.id]

    def _text(self, copy: Copy) -> HeldText:
        found = self._known(copy)
        if found is None:
            self._read_all()
            found = self._known(copy)
        return found or HeldText(fault="damaged")

    def _known(self, copy: Copy) -> HeldText | None:
        key = _key(copy)
        if key in self._unkept:
            return self._unkept[key]
        plain = _plain(self._kept.read(key))
        return None if plain is None else of_plain(plain)

    def _read_all(self) -> None:
        """Read all copies of which no text is kept, in one other process."""
        unread = {_key(copy): copy for copy in self.copies.values() if self._known(copy) is None}
        texts = read_texts(
            ToRead(copy.path, copy.media_type, copy.ocr, _attached(copy), copy.sha256) for copy in unread.values()
        )
        for key, text in zip(unread, texts, strict=True):
            # What time or memory ended may be read another time, and what is kept under a hash must be of it.
            if text.fault not in ("time", "memory", "crash", "changed"):
                self._kept.write(key, _packed(as_plain(text)))
            if self._kept.read(key) is None:
                self._unkept[key] = text


@cache
def _code() -> str:
    """Return the hash of what reads copies and compares: another version may tell of the same bytes otherwise."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _attached(copy: Copy) -> str:
    """Return the place of what is attached to an item, which is read by itself; other items with their archive."""
    return copy.place if attached_to(copy.place) else ""


def _key(copy: Copy) -> str:
    return _digest("text", copy.sha256, copy.media_type, copy.ocr, _attached(copy))


def _digest(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in (_code(), *parts):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d " % len(data))
        digest.update(data)
    return f"held-{digest.hexdigest()}"


def _packed(values: Any) -> bytes:
    return zlib.compress(json.dumps(values, ensure_ascii=False).encode("utf-8", "replace"))


def _plain(data: bytes | None) -> Any:
    """Return values of JSON that were kept; `None` where there are none."""
    if data is not None:
        with suppress(zlib.error, ValueError):
            return json.loads(zlib.decompress(data))
    return None


def _meant(copy: Copy, text: HeldText) -> HeldText:
    """Return the text of the item that is meant in an archive; of a copy that is no archive, its own."""
    if not copy.place or _attached(copy) or text.fault:
        return text
    pages = tuple(page for page in text.pages if page.label == copy.place)
    return HeldText(pages, title=text.title, fault="" if pages else "no-item")


def _about(copy: Copy, whole: HeldText) -> About:
    text = _meant(copy, whole)
    opening = "\n".join((text.title, *(page.text for page in text.pages[:3])))[:_OPENING]
    pictures = tuple(number for number, page in enumerate(text.pages, 1) if page.is_picture)
    return About(text.fault, text.letters, opening, pictures, text.is_ocr, page_numbers(text))
