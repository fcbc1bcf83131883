"""Where a text names somebody, to the eyes of its reader.

- A name counts as a whole word, whatever signs are set inside it; between two of its words some sign or blank stands.
  Letters of scripts without blanks, and `_ATTACHED` or more of a script without capitals, may run into others.
- One word in small letters may be any word: it counts with a capital, or from `_LONG` letters on. With both, blanks may
  be left out or put in.
- In an address, a handle or the name of a file all letters may be small, and from `_INSIDE` letters on a name counts
  inside a longer word. There the whole of it names somebody: half an address is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from probata.disclosure.name_forms import IN_ADDRESSES
from probata.disclosure.seen import ADJACENT, BLANK, CASELESS, DIGIT, SIGNS, UNSPACED, Seen, certain_letters, seen

_LONG = 8
_INSIDE = 7
_ATTACHED = 4
_KEY = 3
"""Letters by which names are looked up."""
_FEW = 500
"""Names up to which it is quicker to ask first whether any of them can stand in a text."""
_RUN = re.compile(r"[^\s<>\"'”’“‘()\[\]{},;、，。]*[^\s<>\"'”’“‘()\[\]{},;、，。.:!?*]")
_ADDRESS = re.compile(r"[^\W_][@_\\]+[^\W_]|[@#][^\W_]|://|www\.|\.[a-z][a-z0-9]{1,4}(?![\w.])")
"""What is in a run of characters that is no word: an address, a handle, the name of a file."""
_ASIDE = re.compile(r"<[^<>]*>|\{[^{}]*\}|(?<=\])\([^()\s]*\)")
"""What may stand inside a word and say nothing to its reader: a tag, a comment, attributes, where a link leads."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A stretch of a text that names somebody."""

    start: int
    end: int
    person: str


@dataclass(frozen=True, slots=True)
class _Form:
    person: str
    seen: Seen
    in_any_case: bool
    in_addresses: bool


class NameSearch:
    """Finds the names of persons in texts; a text is gone through once, however many names there are."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """Take the forms of names by the id of whom they name; `names_of` gives those of persons."""
        self._forms: dict[str, list[_Form]] = {}
        for person, written in names.items():
            for form in (_form(person, one) for one in written):
                if form.seen.letters:
                    self._forms.setdefault(form.seen.letters[:_KEY], []).append(form)
        letters = {certain_letters(form.seen.letters) for forms in self._forms.values() for form in forms}
        self._few = letters if len(letters) <= _FEW else None

    def __bool__(self) -> bool:
        """Whether there is anybody to be found."""
        return bool(self._forms)

    def found(self, text: str, *, is_address: bool = False) -> tuple[Named, ...]:
        """Return where a text names somebody, in order; a name that stands within a longer one is left out.

        The text is as it is printed. Tags, attributes and other signs of Markdown in it are seen through, too.
        `is_address` tells of an id or the like that all of it is one.
        """
        if not self._forms:
            return ()
        found = set(self._in(text, is_address))
        if _ASIDE.search(text):
            found.update(self._in(_ASIDE.sub(lambda aside: "\u00ad" * len(aside[0]), text), is_address))
        return tuple(sorted(one for one in found if not any(_is_within(one, other) for other in found)))

    def persons_in(self, text: str, *, is_address: bool = False) -> list[str]:
        """Return whom a text names, each once."""
        return list(dict.fromkeys(one.person for one in self.found(text, is_address=is_address)))

    def without(self, text: str, mark: str) -> str:
        """Return a text with a mark where it names somebody; the same text where it does not."""
        at, parts = 0, list[str]()
        for start, end in stretches(self.found(text)):
            parts += [text[at:start], mark]
            at = end
        return "".join((*parts, text[at:])) if parts else text

    def _in(self, text: str, is_address: bool) -> Iterator[Named]:
        if self._few and not any(map(certain_letters(text).__contains__, self._few)):
            return
        read = seen(text)
        addresses: Sequence[tuple[int, int]] | None = [(0, len(text))] if is_address else None
        for at in range(len(read.letters)):
            for form in self._beginning(read.letters, at):
                addresses = _addresses_in(text) if addresses is None else addresses
                start, end = read.starts[at], read.ends[at + len(form.seen.letters) - 1]
                around = next(((a, b) for a, b in addresses if a <= start and end <= b), None)
                if _names(read, at, form, text[start:end], is_address=around is not None):
                    yield Named(*(around or (start, end)), form.person)

    def _beginning(self, letters: str, at: int) -> Iterator[_Form]:
        """Give the names of which the letters stand at a place."""
        for end in range(at + 1, min(at + _KEY, len(letters)) + 1):
            for form in self._forms.get(letters[at:end], ()):
                if letters.startswith(form.seen.letters, at):
                    yield form


def stretches(found: Iterable[Named]) -> list[tuple[int, int]]:
    """Return the stretches of a text that name somebody; those that overlap are one."""
    made: list[tuple[int, int]] = []
    for one in sorted(found):
        if made and one.start < made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], one.end))
        else:
            made.append((one.start, one.end))
    return made


def _form(person: str, written: str) -> _Form:
    in_addresses = written.startswith(IN_ADDRESSES)
    read = seen(written)
    is_words = BLANK in read.before[1:]
    has_digit = any(map(str.isdigit, read.letters))
    is_sure = is_words or has_digit or len(read.letters) >= _LONG or written == written.lower()
    return _Form(person, read, is_sure, in_addresses)


def _addresses_in(text: str) -> list[tuple[int, int]]:
    return [run.span() for run in _RUN.finditer(text) if _ADDRESS.search(run[0])]


def _is_within(one: Named, other: Named) -> bool:
    return other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start


def _names(read: Seen, at: int, form: _Form, written: str, *, is_address: bool) -> bool:
    """Tell whether a name whose letters stand at a place of a text is one there."""
    end = at + len(form.seen.letters)
    if not is_address and (form.in_addresses or not (form.in_any_case or written != written.lower())):
        return False
    if _cuts_character(read, at) or _cuts_character(read, end):
        return False
    is_long = end - at >= _LONG and (written != written.lower() or read.kind(at) == CASELESS)
    if not all(_may_stand(read, at, form.seen, step, is_long=is_long) for step in range(1, end - at)):
        return False
    if is_address and end - at >= _INSIDE:
        return True
    return (read.parts(at) or _runs_on(read, at, end - at)) and (read.parts(end) or _runs_on(read, end - 1, end - at))


def _cuts_character(read: Seen, at: int) -> bool:
    """Tell whether a place is within one character of several letters, such as a ligature."""
    if not 0 < at < len(read.letters):
        return False
    return read.starts[at] == read.starts[at - 1] and read.ends[at - 1] == read.starts[at] + 1


def _may_stand(read: Seen, at: int, name: Seen, step: int, *, is_long: bool) -> bool:
    """Tell whether what stands between two letters of a text may stand so between those of a name.

    A long one may be written in one word or in two: `Abdelrahman`, `Abdel Rahman`.
    """
    here, there = read.before[at + step], name.before[step]
    kinds = {name.kind(step - 1), name.kind(step)}
    if kinds == {UNSPACED} or there == SIGNS:
        return True
    if there == BLANK:
        return here != ADJACENT or is_long
    is_possessive = step == len(name.letters) - 1 and name.letters[step] == "s"
    is_joined = here == SIGNS or (here == BLANK and is_long)
    return here == ADJACENT or (is_joined and kinds != {DIGIT} and not is_possessive)


def _runs_on(read: Seen, at: int, letters: int) -> bool:
    """Tell whether letters that stand beside this one may belong to another word, with no sign of it."""
    return letters >= {UNSPACED: 2, CASELESS: _ATTACHED}.get(read.kind(at), letters + 1)
