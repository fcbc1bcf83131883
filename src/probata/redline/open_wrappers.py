"""The links and content controls that are open in a merged paragraph while its pieces are written."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from probata.redline.atoms import CONTROL
from probata.redline.containers import forget_numbers
from probata.redline.story import Story
from probata.word.elements import R_ID, Element, add


class OpenWrappers:
    """Opens and closes them, one inside the other.

    A control that came or went is not written: Word would show an empty one where its text is rejected or accepted,
    and LibreOffice would keep a row for its sake.
    """

    def __init__(self, paragraph: Element, story: Story, stays: Mapping[Element, Element]) -> None:
        """Write into `paragraph`; `stays` are the old links and controls that live on, and as which new ones."""
        self._paragraph = paragraph
        self._story = story
        self._open: list[tuple[Element, Element]] = []  # the wrapper in its source, and where its content goes
        self._opened: set[Element] = set()
        self._now = dict(stays)
        self._standing = frozenset(self._now.values())

    @property
    def innermost(self) -> Element:
        """What takes what is written next."""
        return self._open[-1][1] if self._open else self._paragraph

    def round_new(self, inside: tuple[Element, ...]) -> tuple[Element, ...]:
        """Return which of those round a new piece are written."""
        return tuple(one for one in inside if one.tag != CONTROL or one in self._standing)

    def round_old(self, inside: tuple[Element, ...]) -> tuple[Element, ...]:
        """Return those that are written round a piece that is no more, as what they live on."""
        return tuple(self._now.get(one, one) for one in inside if one.tag != CONTROL or one in self._now)

    def enter(self, inside: tuple[Element, ...], is_old: bool) -> bool:
        """Close and open links and controls until those round the next piece are open; tell whether any was."""
        kept = 0
        while kept < min(len(inside), len(self._open)) and self._open[kept][0] is inside[kept]:
            kept += 1
        if kept == len(inside) == len(self._open):
            return False
        del self._open[kept:]
        for source in inside[kept:]:
            self._begin(source, is_old)
        return True

    def _begin(self, source: Element, is_old: bool) -> None:
        shell, content = _shell(source)
        if source in self._opened:  # a control that is there twice has its number once
            forget_numbers(shell)
        self._opened.add(source)
        if is_old and source not in self._standing and self._story.brought.admit(shell) is None:
            shell.attrib.pop(R_ID)  # a link whose address is lost
        self.innermost.append(shell)
        self._open.append((source, content))


def _shell(source: Element) -> tuple[Element, Element]:
    """Return a link or control without its content, and the element that takes the content."""
    shell = deepcopy(source)
    shell.tail = None
    for part in [one for one in shell if not str(one.tag).endswith("Pr")]:
        shell.remove(part)
    return (shell, add(shell, "sdtContent")) if source.tag == CONTROL else (shell, shell)
