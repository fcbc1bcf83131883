"""What a bracket can be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from probata.compose.word_template.vocabulary import Thing, vocabulary


@dataclass(frozen=True, slots=True)
class Prints:
    """Prints something."""

    template: str
    """For the template engine; `{caption}` in it is the caption."""
    of: str = ""
    """The thing that it is about, by id; empty where it is about none."""
    stands_alone: bool = False
    """Whether it takes a paragraph of its own."""
    caption: str = ""
    """What it is called where no caption stands above; empty for what takes none."""
    plain_caption: bool = False
    """Whether the caption is drawn and holds no fields."""
    value: str = ""
    """What it prints as the engine reads it, where it is one value that an id may be made of."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation, or several, as the markup has them."""

    content: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number of what bears an id; the id is what stands from `begins` on, and may hold brackets."""

    begins: int


@dataclass(frozen=True, slots=True)
class Named:
    """Prints nothing, and gives the paragraph an id, which stands from `begins` on, or a kind of sentence."""

    begins: int = 0
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Prints nothing."""


@dataclass(frozen=True, slots=True)
class ForEach:
    """Begins what is printed for each of some things."""

    thing: Thing


@dataclass(frozen=True, slots=True)
class If:
    """Begins what is printed where something holds; with `begins`, the words from there to the end of the bracket."""

    asks: str
    of: str = ""
    begins: int = 0


@dataclass(frozen=True, slots=True)
class Else:
    """Begins what is printed where it does not hold."""


@dataclass(frozen=True, slots=True)
class End:
    """Ends what was begun last."""

    what: str
    """`for`, `if`, or empty where the bracket does not say."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A bracket that was meant to be one of these and is none."""

    message: str
    help: str
    name: str = "unknown-name"
    begins: Literal["", "for", "if"] = ""
    """What it was meant to begin and an `[end]` ends; empty where it was meant to be something else."""


Control = ForEach | If | Else | End | Wrong
Form = Prints | Cited | Numbered | Named | Remark | ForEach | If | Else | End | Wrong


# Which things a place is about: those of the loops round it.


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
