"""Finished files searched for what they must not tell, as a reader sees it, before anybody else gets them."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from probata.disclosure.name_search import INITIALS, Named, NameSearch, certain_letters
from probata.kept import Store
from probata.protection.passages import Sort
from probata.protection.protected import ENOUGH, TOGETHER, WEIGHTS, Protected
from probata.protection.spoken import SpokenNames
from probata.source.in_child import Child, ChildError

_BETWEEN = "\0"
"""Between the person and the kind in what a `NameSearch` calls a name."""
_PIECE = 1_200
"""Characters that are searched at once."""
_OVERLAP = 250
_NEAR = 250
"""Characters within which particulars of one person stand close together."""
_LONG = 7
"""Letters of a single word that counts in what a format says of itself, where shorter ones are of its own words."""
_SPACED, _SPACED_ONE = (
    re.compile(rf"(?<!\w)(?:[^\W_]{{1,{most}}}[ \n\u00a0\u2009.\-_|]{{1,3}}){{3,}}[^\W_]{{1,{most}}}(?!\w)")
    for most in (2, 1)
)
"""Words whose letters are set apart, in twos or one by one."""
_WITH_FIGURES = re.compile(r"(?=[\w$@|'’‘ʼ`-]*[^\W\d_])(?=[\w$@|'’‘ʼ`-]*[0134578$@|])[\w$@|]+(?:['’‘ʼ`-][\w$@|]+)*")
_FIGURES = tuple(str.maketrans("034578@$|1", f"oeastba{'s'}{one}{one}") for one in "il")
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
SECONDS = 600.0
"""Time in which one file must have been read."""


class ReadsPictures(Protocol):
    """Reads the text in a picture."""

    @property
    def version(self) -> str:
        """What reads, and its version."""

    def read(self, picture: bytes) -> str | None:
        """Return the text in a picture (PNG); `None` where it could not be read."""


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Something protected that a file tells."""

    part: str
    """Where in the file; empty for the file itself."""
    owner: str
    """Id of the person or source that it tells."""
    kind: str
    """What it tells of them."""


@dataclass(frozen=True, slots=True)
class SearchedFile:
    """One file that was searched."""

    name: str
    sha256: str
    size: int
    hits: tuple[Hit, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    """Parts that could not be searched, each with the reason."""
    parts: Mapping[str, int] = field(default_factory=dict)
    """How many parts of each kind were searched."""


class Search:
    """Searches files for what is protected; what a file of the same content told before is remembered."""

    def __init__(
        self, protected: Protected, reads_pictures: ReadsPictures | None = None, store: Store | None = None
    ) -> None:
        self.protected = protected
        self.finder = Finder(protected)
        self._pictures = reads_pictures
        self._store = store

    @property
    def reads_pictures(self) -> str:
        """What reads the text in pictures; empty where nothing does."""
        return self._pictures.version if self._pictures else ""

    def file(self, path: Path, name: str, child: Child) -> SearchedFile:
        """Search one file, and the name under which it goes out."""
        with path.open("rb") as opened:
            sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
        told = self._remembered(sha256)
        if told is None:
            told = self._search(path, child)
            self._remember(sha256, told)
        hits = {Hit(*one) for one in told["hits"]}
        hits |= {Hit("its name", owner, kind) for owner, kind in self.finder.found(name, "address")}
        unread = tuple((part, why) for part, why in told["unread"])
        return SearchedFile(name, sha256, path.stat().st_size, tuple(sorted(hits)), unread, dict(told["parts"]))

    def _search(self, path: Path, child: Child) -> dict[str, Any]:
        try:
            read = child.call("probata.protection.read_file:read", path=str(path.resolve()), seconds=SECONDS)
        except ChildError as error:
            return {"hits": [], "unread": [("", f"it could not be read ({error.kind})")], "parts": {}}
        passages: list[tuple[str, str, Sort]] = [(part, text, sort) for part, text, sort in read["passages"]]
        unread = [(part, why) for part, why in read["unread"]]
        without = 0
        for part, picture in read["pictures"]:
            text = self._text_in(base64.b64decode(picture))
            without += text is None
            passages.append((part, text or "", "text"))
        if without:
            unread.append(("pictures", f"the text in {without} could not be read"))
        hits = {
            (part, owner, kind)
            for part, text, sort in self._telling(passages)
            for owner, kind in self.finder.found(text, sort)
        }
        hits |= {(part, o, k) for part, why in unread for o, k in self.finder.found(part, "address")}
        return {"hits": sorted(hits), "unread": unread, "parts": read["parts"]}

    def _telling(self, passages: list[tuple[str, str, Sort]]) -> Iterator[tuple[str, str, Sort]]:
        """Give the passages that may tell something: short ones are looked at together first, most tell nothing."""
        for sort in ("text", "form", "address"):
            own = [one for one in passages if one[2] == sort]
            for several in [[one] for one in own] if sort == "address" else _together(own):
                if len(several) == 1 or self.finder.found("\n".join(text for _, text, _ in several), sort):
                    yield from several

    def _text_in(self, picture: bytes) -> str | None:
        if self._pictures is None:
            return None
        key = f"picture-{hashlib.sha256(self._pictures.version.encode() + picture).hexdigest()}"
        if self._store and (kept := self._store.read(key)) is not None:
            return kept.decode()
        text = self._pictures.read(picture)
        if self._store and text is not None:
            self._store.write(key, text.encode())
        return text

    def _key(self, sha256: str) -> str:
        told = f"{_program()}\n{sha256}\n{self.protected.digest}\n{self.reads_pictures}"
        return f"searched-{hashlib.sha256(told.encode()).hexdigest()}"

    def _remembered(self, sha256: str) -> dict[str, Any] | None:
        kept = self._store.read(self._key(sha256)) if self._store else None
        return dict(json.loads(kept)) if kept is not None else None

    def _remember(self, sha256: str, told: dict[str, Any]) -> None:
        is_lasting = not any("could not be read (" in why for _, why in told["unread"])
        if self._store and is_lasting:
            self._store.write(self._key(sha256), json.dumps(told).encode())


def _together(passages: list[tuple[str, str, Sort]]) -> Iterator[list[tuple[str, str, Sort]]]:
    """Give passages in order, as many at once as are one piece."""
    several: list[tuple[str, str, Sort]] = []
    size = 0
    for one in passages:
        if several and size + len(one[1]) > _PIECE:
            yield several
            several, size = [], 0
        several.append(one)
        size += len(one[1]) + 1
    if several:
        yield several


def _program() -> str:
    """Return the hash of the code that reads and searches."""
    folders = (Path(__file__).parent, Path(__file__).parent.parent / "disclosure")
    digest = hashlib.sha256()
    for path in (path for folder in folders for path in sorted(folder.glob("*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


class Finder:
    """Finds in a text what is protected, and what a reader would take for it."""

    def __init__(self, protected: Protected) -> None:
        self._initials = NameSearch(_named(protected.strong, initials=True))
        self._strong = NameSearch(_named(protected.strong, initials=False))
        self._weak = NameSearch(_named(protected.weak, initials=None))
        self._weak_letters = [
            (WEIGHTS[kind], [certain_letters(form) for form in forms])
            for kinds in protected.weak.values()
            for kind, forms in kinds.items()
        ]
        self._spoken = SpokenNames(dict(protected.spoken))
        self._open = NameSearch({"": protected.open_names})
        self._known: dict[tuple[str, Sort], set[tuple[str, str]]] = {}

    def found(self, text: str, sort: Sort = "text") -> set[tuple[str, str]]:
        """Return whom or what a text tells, and what of them; what was asked before is remembered."""
        if (text, sort) not in self._known:
            self._known[text, sort] = self._found(text, sort)
        return self._known[text, sort]

    def _found(self, text: str, sort: Sort) -> set[tuple[str, str]]:
        if sort == "address":
            told = (*self._strong.found(text, is_address=True), *self._initials.found(text))
            return {_owner(one) for one in told}
        return {one for piece in _pieces(text) for one in self._in_piece(piece, sort)}

    def _in_piece(self, text: str, sort: Sort) -> Iterator[tuple[str, str]]:
        for variant in (text, *_variants(text)):
            for one in self._strong.found(variant):
                if sort != "form" or _counts_in_form(variant[one.start : one.end]):
                    yield _owner(one)
        if sort == "form":
            return
        for one in self._initials.found(text):
            yield _owner(one)
        for start, end, person in self._spoken.found(text):
            if not self._is_open(text, start, end):
                yield person, "name_by_sound"
        yield from self._close_together(text)

    def _close_together(self, text: str) -> Iterator[tuple[str, str]]:
        letters = certain_letters(text)
        if sum(weight for weight, forms in self._weak_letters if any(map(letters.__contains__, forms))) < ENOUGH:
            return
        told = [one for one in self._weak.found(text) if not self._is_open(text, one.start, one.end)]
        for one in told:
            owner, _ = _owner(one)
            near = {
                kind
                for other in told
                for whose, kind in (_owner(other),)
                if whose == owner and 0 <= other.start - one.start <= _NEAR
            }
            if sum(WEIGHTS[kind] for kind in near) >= ENOUGH:
                yield owner, TOGETHER

    def _is_open(self, text: str, start: int, end: int) -> bool:
        around = text[max(0, start - 80) : end + 80]
        offset = max(0, start - 80)
        wider = (
            one for one in self._open.found(around)
            if one.start + offset <= start and end <= one.end + offset
        )  # fmt: skip
        return any(True for _ in wider)


def _named(forms: Mapping[str, Mapping[str, tuple[str, ...]]], *, initials: bool | None) -> dict[str, tuple[str, ...]]:
    """Return forms by person and kind in one word; initials apart, of which every text has the letters."""
    return {
        f"{owner}{_BETWEEN}{kind}": own
        for owner, kinds in forms.items()
        for kind, every in kinds.items()
        if (own := tuple(one for one in every if initials is None or _is_initials(one) is initials))
    }


def _is_initials(form: str) -> bool:
    return form.startswith(INITIALS) and max(map(len, re.findall(r"\w+", form[1:])), default=0) == 1


def _owner(named: Named) -> tuple[str, str]:
    owner, _, kind = named.person.partition(_BETWEEN)
    return owner, kind


def _pieces(text: str) -> Iterator[str]:
    """Give a text in pieces that overlap, each cut at the end of a word."""
    start = 0
    while len(text) - start > _PIECE + _OVERLAP:
        end = start + _PIECE
        while end < len(text) and end < start + _PIECE + 100 and not text[end].isspace():
            end += 1
        yield text[start:end]
        start = end - _OVERLAP
        while start < end and not text[start - 1].isspace():
            start += 1
    yield text[start:]


def _variants(text: str) -> Iterator[str]:
    """Give what a reader takes for a text: letters set apart, figures for letters, lines from right to left."""
    if apart := [*_SPACED.findall(text), *_SPACED_ONE.findall(text)]:
        joined = "\n".join(re.sub(r"[^\w]|_", "", one) for one in apart)
        yield joined
        yield "".join(_words_of(joined))
        yield "\n".join(" ".join(re.sub(r"[^\w]|_", "", part) for part in re.split(r"\s{2,}", one)) for one in apart)
    if figured := [one for one in _WITH_FIGURES.findall(text) if not one.isdigit()]:
        yield from (" \n ".join(figured).translate(table) for table in _FIGURES)
    if _FROM_RIGHT.search(text):
        yield "\n".join(line[::-1] for line in text.split("\n") if _FROM_RIGHT.search(line))


def _words_of(joined: str) -> Iterator[str]:
    """Give the letters of words that are written in one, with a blank before the capital of each."""
    for before, letter, after in zip(f"\n{joined}", joined, f"{joined[1:]}\n", strict=False):
        yield " " * (letter.isupper() and (before.islower() or after.islower()))
        yield letter


def _counts_in_form(written: str) -> bool:
    letters = [one for one in written if one.isalnum()]
    return len(letters) >= _LONG or any(map(str.isspace, written)) or any(map(str.isdigit, letters))
