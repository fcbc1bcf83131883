"""Lines of text that fit: folded, broken and measured with the fonts of the document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from probata.fonts.widths import text_width
from probata.pictures.drawing import BLACK, TEXT_SIZE, Anchor, Label, Point

LEADING = 1.24
"""Distance of the lines as a multiple of the size of the type."""
ASCENT, DESCENT = 0.95, 0.27
"""How far letters with accents reach above and below the baseline, as a share of the size of the type."""
ALLOWANCE = 1.08
"""A reader without our fonts sees the labels in others: DejaVu Serif, the widest of the usual ones, is 7.6% wider."""
CUT = "…"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def tidy(text: str) -> str:
    """Return a text on one line, composed (NFC), without characters that no file can hold."""
    return unicodedata.normalize("NFC", " ".join(_ILLEGAL.sub("", text).split()))


def width_of(text: str, size: float = TEXT_SIZE, is_bold: bool = False) -> float:
    """Return the room that a line of text is given, in points."""
    return text_width(text, size, is_bold) * ALLOWANCE


def wrap(text: str, width: float, size: float = TEXT_SIZE, is_bold: bool = False, most: int = 6) -> tuple[str, ...]:
    """Break a text into lines no wider than `width`; a longer one than `most` lines ends in an ellipsis.

    A word that is wider than a line is broken where it must be.
    """
    lines: list[str] = []
    current = ""
    for piece, is_new_word in _pieces(tidy(text)):
        joined = f"{current} {piece}" if current and is_new_word else current + piece
        if width_of(joined, size, is_bold) <= width:
            current = joined
            continue
        if current:
            lines.append(current)
        *full, current = _broken(piece, width, size, is_bold)
        lines.extend(full)
    lines.append(current)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _cut(lines[most - 1], width, size, is_bold))


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Give what is kept on one line: words, divided behind a hyphen; true where a new word begins."""
    for word in text.split(" "):
        for place, piece in enumerate(re.findall(r"[^-]*-+(?=[^-])|.+", word)):
            yield piece, place == 0


def _broken(word: str, width: float, size: float, is_bold: bool) -> list[str]:
    pieces = [""]
    room = width
    for character in word:
        room -= width_of(character, size, is_bold)
        if room < 0 and pieces[-1]:
            pieces.append("")
            room = width - width_of(character, size, is_bold)
        pieces[-1] += character
    return pieces


def _cut(line: str, width: float, size: float, is_bold: bool) -> str:
    while line and width_of(line + CUT, size, is_bold) > width:
        line = line[:-1]
    whole_words = line.rpartition(" ")[0]
    return (whole_words if len(whole_words) > len(line) / 2 else line).rstrip(" ,;") + CUT


def height_of(lines: tuple[str, ...], size: float) -> float:
    """Return the height that lines of text take."""
    return len(lines) * size * LEADING


def stacked(
    lines: tuple[str, ...], at: Point, size: float = TEXT_SIZE, is_bold: bool = False, colour: str = BLACK,
    is_centred: bool = False,
) -> tuple[Label, ...]:  # fmt: skip
    """Return labels for lines below one another; `at` is the top of the first, at its start or its middle."""
    x, top = at
    first = top + size * (ASCENT + (LEADING - ASCENT - DESCENT) / 2)
    anchor: Anchor = "middle" if is_centred else "start"
    return tuple(
        Label((x, first + place * size * LEADING), text, size, is_bold, anchor, colour)
        for place, text in enumerate(lines)
        if text
    )


# Labels that are cut, and still told apart.

LETTERS_OF_A_LINE = 400
"""More than any line holds; what follows is cut anyway and need not be measured."""

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """What a label may take: a width in points and a number of lines."""

    width: float
    most: int
    size: float = TEXT_SIZE

    def wrap(self, text: str, most: int) -> Lines:
        """Break a text into at most so many lines; see `wrap`."""
        return wrap(text[: LETTERS_OF_A_LINE * (most + 1)], self.width, self.size, most=most)


def distinct(texts: Iterable[str], room: Room) -> dict[str, Lines]:
    """Return the lines of each text, no two alike unless the texts are.

    A text that is too long is cut at its end. Where that leaves nothing by which to tell two texts apart, they are cut
    before the place where they differ instead. At most `room.most` lines, 1 at least.
    """
    printed = {text: tidy(text) for text in texts}
    lines = {text: room.wrap(text, room.most) for text in dict.fromkeys(printed.values())}
    waiting = _alike(lines)
    while waiting:
        group = waiting.pop()
        place = _first_difference(min(group), max(group))
        cut = {text: _cut_before(text, place, room) for text in group}
        lines |= cut
        waiting += [smaller for smaller in _alike(cut) if len(smaller) < len(group)]
    return {text: lines[tidied] for text, tidied in printed.items()}


def _alike(lines: Mapping[str, Lines]) -> list[list[str]]:
    """Return the groups of texts that are cut at the end and show nothing by which to tell one from another."""
    shown = {text: " ".join(cut).removesuffix(CUT) for text, cut in lines.items() if cut[-1].endswith(CUT)}
    groups: list[list[str]] = []
    for text in sorted(shown, key=lambda text: shown[text]):
        if groups and shown[text].startswith(shown[groups[-1][0]]):
            groups[-1].append(text)
        else:
            groups.append([text])
    return [group for group in groups if len(group) > 1]


def _first_difference(one: str, other: str) -> int:
    """Return how many signs two texts have in common at their beginning; all of the shorter one at most."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cut_before(text: str, place: int, room: Room) -> Lines:
    """Shorten what stands before `place`, so that what stands there is seen, with the word it is in."""
    start = text.rfind(" ", 0, place) + 1
    if width_of(text[start:place], room.size) > room.width / 2:
        start = place
    head, tail = text[:start].rstrip(), text[start:]
    if room.most == 1 or not head:
        return room.wrap(CUT + tail, room.most)
    below = room.wrap(tail, room.most - 1)
    return (*room.wrap(head, room.most - len(below)), *below)
