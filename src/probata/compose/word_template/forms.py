"""What a bracket can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from probata.compose.word_template.vocabulary import Thing


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
