"""Labels that are cut, and still told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from probata.pictures.drawing import TEXT_SIZE
from probata.pictures.text import CUT, tidy, width_of, wrap

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
