"""Which things a place is about: those of the loops round it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from probata.compose.word_template.vocabulary import Thing, vocabulary


@dataclass(frozen=True, slots=True)
class Scope:
    """Ids of the things, the outermost loop's first."""

    things: tuple[str, ...] = ()

    @property
    def inner_first(self) -> tuple[str, ...]:
        """The same, the innermost loop's first."""
        return self.things[::-1]

    def inside(self, thing: str) -> Scope:
        """Return the scope inside a further loop."""
        return Scope((*self.things, thing))

    def listing(self, thing: Thing) -> tuple[str, str]:
        """Return where things come from here, for the engine, and the thing to be gone through first, or nothing.

        Inside a loop over persons the allegations are those on that person, and so on.
        """
        for outer in self.inner_first:
            if outer in thing.within:
                return thing.within[outer], ""
        if thing.listed:
            return thing.listed, ""
        outer, listed = next(iter(thing.within.items()))
        return listed, outer

    def loops_for(self, wanted: Iterable[str]) -> list[tuple[str, str]]:
        """Return the loops that bring things into scope that are not: of each the thing and where it comes from.

        The outer ones come first: evidence needs its allegation.
        """
        loops: list[tuple[str, str]] = []
        here = self
        for thing in sorted(set(wanted), key=_depth):
            for one in _with_outer(here, thing):
                if one not in here.things:
                    loops.append((one, here.listing(vocabulary().things[one])[0]))
                    here = here.inside(one)
        return loops


def _depth(thing: str) -> tuple[int, int]:
    """Sort what others hang on first, and else by the order of the file."""
    things = vocabulary().things
    outer_of = [one for one in things.values() if thing in one.within]
    return (-len(outer_of), list(things).index(thing))


def _with_outer(scope: Scope, thing: str) -> list[str]:
    """Return the thing, with those before it that must be gone through first."""
    _, outer = scope.listing(vocabulary().things[thing])
    return [*_with_outer(scope, outer), thing] if outer else [thing]
