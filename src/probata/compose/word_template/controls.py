"""Loops and conditions that stand in paragraphs of their own: what is open, and what ends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from probata.compose.word_template.forms import Control, Else, End, ForEach, If, Wrong
from probata.compose.word_template.read_blocks import Place
from probata.compose.word_template.scope import Scope
from probata.compose.word_template.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Open:
    """What was begun and not ended."""

    what: str
    """`for` or `if`."""
    ends: int
    """How many tags end it; none where what was to begin it is wrong, which is told already."""
    said: str
    """As it was typed, for who forgot its end."""
    place: Place
    scope: Scope
    """What holds again behind it."""


@dataclass(slots=True)
class Controls:
    """What is open at a place, and the scope there."""

    scope: Scope = field(default_factory=Scope)
    open: list[Open] = field(default_factory=list)

    def take(self, control: Control, said: str, place: Place, lowest: int = 0) -> tuple[str, ...] | Wrong:
        """Return the tags for a bracket, or what is wrong with it; what stands below `lowest` cannot be ended here."""
        match control:
            case ForEach(thing=thing):
                loops = self.scope.loops_for([thing.id])
                self.open.append(Open("for", len(loops), said, place, self.scope))
                if not loops:
                    return Wrong(f"`[{said}]` stands inside another `[for each {thing.called[0]}]`",
                                 "write `[end]` above it", "template-syntax")  # fmt: skip
                for one, _ in loops:
                    self.scope = self.scope.inside(one)
                return loop_tags(loops)
            case If(asks=asks, of=of):
                self.open.append(Open("if", 1, said, place, self.scope))
                if of and of not in self.scope.things:
                    return outside(f"`[{said}]`", of)
                return (f"if {asks}",)
            case Wrong(begins=what):
                self.open.append(Open(what, 0, said, place, self.scope))
                return control
            case Else():
                return self._else(said, lowest)
            case End(what=what):
                return self._end(what, said, lowest)

    def unclosed(self, lowest: int = 0) -> Iterator[tuple[Wrong, Place]]:
        """Give what is still open, and close it."""
        for one in (held for held in self.open[lowest:] if held.ends):
            yield (
                Wrong(
                    f"`[{one.said}]` is begun here and not ended",
                    "write `[end]` in a paragraph of its own where it ends",
                    "template-syntax",
                ),
                one.place,
            )
        del self.open[lowest:]

    def _else(self, said: str, lowest: int) -> tuple[str, ...] | Wrong:
        if len(self.open) > lowest and not self.open[-1].ends:
            return ()
        if len(self.open) <= lowest or self.open[-1].ends > 1:
            return Wrong(f"`[{said}]` stands outside of every condition", "write `[if …]` in a paragraph above it",
                         "template-syntax")  # fmt: skip
        self.scope = self.open[-1].scope
        return ("else",)

    def _end(self, what: str, said: str, lowest: int) -> tuple[str, ...] | Wrong:
        if len(self.open) <= lowest:
            return Wrong(f"`[{said}]` ends nothing", "take it out, or write `[if …]` or `[for each …]` above it",
                         "template-syntax")  # fmt: skip
        last = self.open[-1]
        if what and what != last.what:
            return Wrong(f"`[{said}]` stands where `[{last.said}]` is still open", "end first what was begun last",
                         "template-syntax")  # fmt: skip
        self.open.pop()
        self.scope = last.scope
        return (f"end{last.what}",) * last.ends


def loop_tags(loops: list[tuple[str, str]]) -> tuple[str, ...]:
    """Return the tags that begin loops."""
    return tuple(f"for {vocabulary().things[thing].value} in {listed}" for thing, listed in loops)


def outside(what: str, thing: str) -> Wrong:
    """Return that something is about one of several things and that it is not said about which."""
    called = vocabulary().things[thing].called[0]
    return Wrong(
        f"{what} does not say of which {called}",
        f"write `[for each {called}]` in a paragraph above it and `[end]` below",
        "template-syntax",
    )
