"""Lines as one row of words, so that what was split, joined, added or left out is found like any other change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from probata.diagnostics.value import value
from probata.word.piece import MARK, Piece
from probata.word.word_text import Line

# The look of characters, one sign for each of them.

PLAIN: Final = " "
_SIMPLE: Final = {(False, False): PLAIN, (True, False): "b", (False, True): "i", (True, True): "x"}
_STYLES: Final = {"Strong": (True, False), "Emphasis": (False, True)}
_FIRST: Final = 0x4000
"""Signs of looks that have more than bold and italics begin here, where each is a letter."""

_MARKS: Final = {
    "u": "underlined", "highlight": "highlighted", "caps": "in capitals", "smallCaps": "in small capitals",
    "vanish": "hidden", "superscript": "raised", "subscript": "lowered", "strike": "struck through",
    "dstrike": "struck through twice",
}  # fmt: skip
"""What the marks of a run are called."""
_BITS: Final = {mark: 4 << place for place, mark in enumerate(_MARKS)}
WRITTEN: Final = {
    PLAIN: ("", ""), "i": ("*", "*"), "b": ("**", "**"), "x": ("***", "***"),
    chr(_FIRST + _BITS["superscript"]): ("[", "]{.sup}"), chr(_FIRST + _BITS["subscript"]): ("[", "]{.sub}"),
}  # fmt: skip
"""How Markdown writes words of a look, by its sign; of other looks it can write bold and italics alone."""

EMPHASIS: Final = frozenset("bix")
"""Looks of bold and italics alone."""


def look_of(piece: Piece) -> str:
    """Return the sign of the look of a piece; that of a thing is plain but for bold and italics."""
    if not (piece.bold or piece.italic or piece.style or piece.marks):
        return PLAIN
    style = _STYLES.get(piece.style, (False, False))
    bold, italic = piece.bold or style[0], piece.italic or style[1]
    marks = piece.marks if piece.kind == "text" else ()
    # Word and others underline the words of a link by themselves.
    bits = sum(_BITS.get(mark, 0) for mark in marks if not (mark == "u" and piece.link))
    return chr(_FIRST + bits + bold + 2 * italic) if bits else _SIMPLE[bold, italic]


def written_as(look: str) -> str:
    """Return the nearest look that Markdown can write."""
    if look in WRITTEN:
        return look
    bits = ord(look) - _FIRST
    return _SIMPLE[bool(bits & 1), bool(bits & 2)]


def named(look: str) -> list[str]:
    """Return what a look is called; nothing where it is plain."""
    if look in _SIMPLE.values():
        return [name for letters, name in (("bx", "bold"), ("ix", "in italics")) if look in letters]
    bits = ord(look) - _FIRST
    simple = [name for bit, name in ((1, "bold"), (2, "in italics")) if bits & bit]
    return [*simple, *(said for mark, said in _MARKS.items() if bits & _BITS[mark])]


def said_of(looks: str) -> list[str]:
    """Return what looks are called that Markdown cannot write, each once."""
    bits = [ord(look) - _FIRST for look in dict.fromkeys(looks) if look not in WRITTEN]
    return [said for mark, said in _MARKS.items() if any(one & _BITS[mark] for one in bits)]


_BARE: Final = re.compile(r"https?://[^\s<>]*[^\s<>.,;:)\]”’]")
"""An address in the text."""


@value()
class Linked:
    """A stretch of a stream whose words lead to an address."""

    start: int
    end: int
    address: str

    @property
    def key(self) -> str:
        """What the address is compared by: programs write the same one in several ways."""
        return unquote(self.address).rstrip("/").casefold()


def linked(lines: Sequence[Line], text: str) -> tuple[Linked, ...]:
    """Return the links of lines in their order; `text` is what the lines say, with one character between them.

    Words that are an address lead to it, or wherever a part of them leads: Word makes such links by itself, and others
    keep half of them.
    """
    found = list(_of_pieces(lines))
    made: list[Linked] = []
    n = 0
    for bare in _BARE.finditer(text) if "://" in text else ():
        while n < len(found) and found[n].end <= bare.start():
            made.append(found[n])
            n += 1
        start, end, address = *bare.span(), ""
        while n < len(found) and found[n].start < bare.end():
            start, end, address = min(start, found[n].start), max(end, found[n].end), address or found[n].address
            n += 1
        made.append(Linked(start, end, address or bare[0]))
    return (*made, *found[n:])


def _of_pieces(lines: Sequence[Line]) -> Iterator[Linked]:
    """Give the links of lines; neighbouring pieces of one address are one."""
    place, last = 0, Linked(0, 0, "")
    for line in lines:
        for piece in line.pieces:
            length = len(piece.text) if piece.kind == "text" else 1
            if piece.link and last.address == piece.link and last.end == place:
                last = Linked(last.start, place + length, last.address)
            else:
                if last.address:
                    yield last
                last = Linked(place, place + length, piece.link)
            place += length
        place += 1
    if last.address:
        yield last


END_OF_LINE: Final = "\u2029"
"""Stands between two lines of a stream."""

_WORD: Final = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]|\w+|\s|.", re.DOTALL)
"""One token: a word, or a sign; of Chinese and Japanese each character, since they set no spaces."""
_TARGET: Final = re.compile(r"_(?:Ref|Note)_\w+")


@value()
class Token:
    """A word, a sign, or a thing that is no text."""

    text: str
    start: int
    """Place of its first character in the stream."""

    key: str
    """What it is compared by: its text with the look that a record can have; of a mark, what it leads to."""

    @property
    def end(self) -> int:
        """Place behind its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Stream:
    """The text of some lines with the things that stand in it."""

    text: str
    looks: str
    """The look of each character: `b` bold, `i` in italics, `x` both, a space for none, else a sign of its own."""

    marks: tuple[Piece, ...]
    """What each `MARK` of the text stands for, in order."""

    links: tuple[Linked, ...] = ()
    """In their order; most streams have none."""

    forms: tuple[str, ...] = ("",)
    """Of each line, whether it is a heading or an entry of a list, as `Forms.of` says it."""

    def tokens(self) -> list[Token]:
        """Return the tokens in their order; the first of a line bears the line's form in its key."""
        keys, forms = map(key_of, self.marks), iter(self.forms)
        found: list[Token] = []
        begins = True
        addresses = {place: one.key for one in self.links for place in range(one.start, one.end)}
        for match in _WORD.finditer(self.text):
            char = match[0]
            look = written_as(self.looks[match.start()])
            key = next(keys, MARK) if char == MARK else char if char.isspace() else f"{look}{char}"
            if begins and (form := next(forms, "")):
                key = f"{form}\0{key}"
            if address := addresses.get(match.start()):
                key = f"{key}\0{address}"
            begins = char == END_OF_LINE
            found.append(Token(char, match.start(), key))
        return found

    def address_at(self, place: int) -> str:
        """Return where a character leads, as it is compared; nothing for most."""
        return next((one.key for one in self.links if one.start <= place < one.end), "")

    def form_at(self, place: int) -> str:
        """Return the form of the line in which a place is."""
        return self.forms[min(self.text.count(END_OF_LINE, 0, place), len(self.forms) - 1)]

    def marks_in(self, start: int, end: int) -> tuple[Piece, ...]:
        """Return the things that stand in a stretch of the text."""
        before = self.text.count(MARK, 0, start)
        return self.marks[before : before + self.text.count(MARK, start, end)]

    def part(self, start: int, end: int) -> Stream:
        """Return a stretch of it."""
        first = self.text.count(END_OF_LINE, 0, start)
        forms = self.forms[first : first + 1 + self.text.count(END_OF_LINE, start, end)]
        return Stream(
            self.text[start:end],
            self.looks[start:end],
            self.marks_in(start, end),
            tuple(self._links(start, end)),
            forms,
        )

    def _links(self, start: int, end: int) -> Iterator[Linked]:
        for one in self.links:
            first, behind = max(one.start, start), min(one.end, end)
            if first < behind:
                yield Linked(first - start, behind - start, one.address)


def stream_of(lines: Iterable[Line]) -> Stream:
    """Put lines one behind the other."""
    held = list(lines)
    text = END_OF_LINE.join(line.text for line in held)
    looks = " ".join("".join(map(_looks, line.pieces)) for line in held)
    marks = tuple(piece for line in held for piece in line.pieces if piece.kind != "text")
    return Stream(text, looks, marks, linked(held, text), tuple(line.form for line in held) or ("",))


def is_plain(line: Line) -> bool:
    """Tell whether nothing in a line has a look or leads to an address, so that its words and marks say all of it."""
    if "://" in line.text:
        return False
    for piece in line.pieces:  # without a further call for what nearly all are
        if piece.link or ((piece.bold or piece.italic or piece.style or piece.marks) and look_of(piece) != PLAIN):
            return False
    return True


def joined(parts: Iterable[Stream]) -> Stream:
    """Put stretches one behind the other; a line that they share has the form that it begins with."""
    text, looks = "", ""
    marks: list[Piece] = []
    links: list[Linked] = []
    forms: list[str] = []
    for part in parts:
        links += [Linked(one.start + len(text), one.end + len(text), one.address) for one in part.links]
        begins = text == "" or text.endswith(END_OF_LINE)
        forms[-1:] = part.forms if begins or not forms else (forms[-1], *part.forms[1:])
        text, looks = text + part.text, looks + part.looks
        marks += part.marks
    return Stream(text, looks, tuple(marks), tuple(links), tuple(forms) or ("",))


def key_of(piece: Piece) -> str:
    """Return what a thing leads to: the bookmark round a note's mark or that of a reference, else what it is."""
    if piece.kind == "note":
        return f"note {piece.anchor or piece.key}"
    if piece.kind == "field":
        target = _TARGET.search(piece.key)
        return f"field {target[0] if target else piece.key.partition(' ')[0]}"
    return f"{piece.kind} {piece.text}" if piece.text else piece.kind


def _looks(piece: Piece) -> str:
    return look_of(piece) * (len(piece.text) if piece.kind == "text" else 1)
