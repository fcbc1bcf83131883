"""New words as a field writes them: with emphasis, links and notes, and new paragraphs as headings or entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from probata.pull.fields import Form
from probata.pull.line_signs import ENTRY
from probata.pull.source_words import Laid
from probata.pull.stream import END_OF_LINE, PLAIN, WRITTEN, Linked, Stream, key_of, written_as
from probata.word.piece import MARK, Piece

_LINK: Final = re.compile(
    r"\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\(\s*<?(?P<address>[^()<>\s]*)>?\s*\)|<(?P<bare>(?:https?://|mailto:)[^<>\s]+)>"
)
_SCHEMES: Final = ("https://", "http://", "mailto:")
"""What documents print as links; see `markup/inline_builder.py`."""


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link that stands in a text, in characters."""

    start: int
    end: int
    inner: tuple[int, int]
    """Where its words stand."""

    address: str


def link_round(written: str, start: int, end: int) -> WrittenLink | None:
    """Return the link whose words hold a stretch; `None` where none does."""
    return next((one for one in _links(written) if one.inner[0] <= start and end <= one.inner[1]), None)


def whole_links(written: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with all of the link with whose words it begins or ends, where it reaches beyond that."""
    for one in _links(written):
        if start == one.inner[0] and end >= one.end:
            start = one.start
        if end == one.inner[1] and start <= one.start:
            end = one.end
    return start, end


def next_to_links(written: str, start: int, end: int) -> tuple[int, int]:
    """Return what is between two words without what is left there of links that they end and begin."""
    for one in _links(written):
        start = one.end if start == one.inner[1] else start
        end = one.start if end == one.inner[0] else end
    return start, end


def leads_to(new: Stream, address: str) -> bool:
    """Tell whether all words of a stretch lead to an address; those of none do."""
    key = Linked(0, 0, address).key
    return all(char.isspace() or new.address_at(place) == key for place, char in enumerate(new.text))


def link_to(words: str, said: str, address: str) -> str | None:
    """Return words with their address; `said` is what they say without marks. `None` for an address of another kind."""
    if not address.startswith(_SCHEMES):
        return None
    safe = quote(address, safe="!#$%&'*+,-./:;=?@[]_~")
    return f"<{safe}>" if said == safe and not address.startswith("mailto:") else f"[{words}]({safe})"


def _links(written: str) -> Iterator[WrittenLink]:
    for found in _LINK.finditer(written):
        group = "bare" if found["bare"] else "words"
        yield WrittenLink(found.start(), found.end(), found.span(group), found["bare"] or found["address"])


_HEADING: Final = re.compile(r"^(#{1,6})[ \t]", re.MULTILINE)
_ODD: Final = re.compile(r"([\\*_`\[\]{}<>^~|]|&(?=#?\w+;))")
"""What Markdown would take for a sign of its own."""
_BEGINS: Final = re.compile(r"^(\s*)(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|-[-\s]+$|#{1,6}(?:\s|$)|:::))")
"""What would begin an entry, a line across the page, a heading or a box (CommonMark 0.31, 4.1, 4.2 and 5.2).

A digit cannot be escaped, its stop can (2.4).
"""
ENTRIES: Final = {"bullet 1": "- ", "number 1": "1. ", "paragraph 2": "1. "}
"""How the entries of lists are written, and the paragraphs below a numbered one."""
_LOWER: Final = 1
"""Levels by which a template lowers the headings of a text."""


class CannotWriteError(Exception):
    """A change has no counterpart in the written text."""


@dataclass(frozen=True, slots=True)
class NewWords:
    """Writes new words for one text."""

    laid: Laid
    base: Stream
    """The print that was laid."""

    notes: Mapping[str, str]
    known: Mapping[str, int]
    form: Form

    def write(self, new: Stream, place: int, at: int) -> str:
        """Return new words as they are written at a place of the text, which is the place `at` of the print.

        Raises `CannotWriteError` for what the field cannot hold.
        """
        here, lines = self.base.form_at(at), _lines(new)
        begins = self.base.text[at - 1 : at] in ("", END_OF_LINE)
        if self.form == "text":
            printed = {PLAIN, *map(written_as, self.base.looks[max(at - 1, 0) : at + 1])}
            has_look = any(written_as(look) not in printed for look in new.looks)  # one that print gives is none of it
            if has_look or new.marks or len(lines) > 1 or (begins and new.text and new.forms[0] != here):
                raise CannotWriteError
            return new.text
        said = "".join(self._line(lines[0]))
        if begins and said and lines[0].forms[0] != here:
            said = self._begin(lines[0].forms[0], here, place) + said
        before = lines[0].forms[0]
        for line in lines[1:]:
            said += self._between(before, line.forms[0], here, place) + "".join(self._line(line))
            before = line.forms[0]
        is_tight = self.laid.written[place : place + 1] == "\n" != self.laid.written[place + 1 : place + 2]
        return said + "\n" * (before != here and len(lines) > 1 and is_tight)

    def _begin(self, form: str, here: str, place: int) -> str:
        """Return the sign before a line that becomes a heading or an entry; no sign that stands there is taken away."""
        rest = self.laid.written[place:].partition("\n\n")[0].strip()
        if here or (form.startswith("heading") and "\n" in rest):
            raise CannotWriteError
        return self._sign(form)

    def _between(self, before: str, form: str, here: str, place: int) -> str:
        """Return what divides two new lines: an empty line, or inside a list the sign of a new entry of it."""
        if form == here and not form.startswith("heading"):
            entry = ENTRY.match(self.laid.written[:place].rpartition("\n")[2])
            return "\n" + entry[0] if entry else "\n\n"
        return ("\n" if form and form == before else "\n\n") + (self._sign(form) if form else "")

    def _sign(self, form: str) -> str:
        if self.form == "verbatim":
            raise CannotWriteError
        kind, _, level = form.partition(" ")
        if kind == "heading" and int(level) > self._lowered():
            return "#" * (int(level) - self._lowered()) + " "
        if form not in ENTRIES:
            raise CannotWriteError
        return ENTRIES[form]

    def _lowered(self) -> int:
        """Return by how many levels headings of this text are lowered in print, as those tell that it has."""
        printed = [int(form.partition(" ")[2]) for form in self.base.forms if form.startswith("heading")]
        written = [len(found[1]) for found in _HEADING.finditer(self.laid.written)]
        return min(printed) - min(written) if printed and written else _LOWER

    def _line(self, line: Stream) -> Iterator[str]:
        marks = iter(line.marks)
        for look, address, text in _runs(line):
            if self.form == "verbatim" and (look not in (PLAIN, "b") or address):
                raise CannotWriteError
            inner = text.strip()
            if text == MARK:
                yield self._thing(next(marks))
            elif inner:
                lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
                begin, end = WRITTEN[look]
                words = f"{begin}{inner if self.form == 'verbatim' else escaped(inner)}{end}"
                yield f"{lead}{_linked(words, inner, address) if address else words}{tail}"
            else:
                yield text

    def _thing(self, piece: Piece) -> str:
        key = key_of(piece)
        if key in self.known and (written := self.laid.thing_at(self.known[key])):
            return written
        if key in self.notes and self.form == "markdown":
            return f"^[{escaped(self.notes[key])}]"
        raise CannotWriteError


def _linked(words: str, said: str, address: str) -> str:
    linked = link_to(words, said, address)
    if linked is None:
        raise CannotWriteError
    return linked


def _lines(new: Stream) -> list[Stream]:
    lines: list[Stream] = []
    start = 0
    for match in re.finditer(f"{END_OF_LINE}|$", new.text):
        lines.append(new.part(start, match.start()))
        start = match.end()
    return lines


def _runs(line: Stream) -> list[tuple[str, str, str]]:
    """Return the stretches of one look and one address, which is empty for most; each thing is one by itself."""
    runs: list[tuple[str, str, str]] = []
    links = {place: one.address for one in line.links for place in range(one.start, one.end)}
    for place, char in enumerate(line.text):
        look, address = written_as(line.looks[place]), links.get(place, "")
        if runs and char != MARK and runs[-1][2] != MARK and runs[-1][:2] == (look, address):
            runs[-1] = (look, address, runs[-1][2] + char)
        else:
            runs.append((look, address, char))
    return runs


def escaped(text: str) -> str:
    """Return plain words as Markdown has them, so that none of their characters is a sign."""
    return _BEGINS.sub(r"\1\2\\", _ODD.sub(r"\\\1", text))
