"""The whole document and what holds for all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from probata.document.blocks import Block
from probata.document.look import Look, base_look

BRIEF: Final = "brief"
"""The part that is read, with which a filing begins; one without others is all brief."""


@dataclass(frozen=True, slots=True)
class PartHead:
    """What one part of a filing that is made into several files says of itself, and others of it."""

    name: str
    """Its short name, which the name of its file has."""

    title: str
    short_title: str
    """As in `Meta`."""

    named: str = ""
    """How other parts call it behind the number of a paragraph in it, such as `of the annexes`."""

    confidential: bool = False
    """Whether the other parts neither name it nor lead into it."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What the file says of itself: properties, running header and footer."""

    title: str
    language: str = "en-GB"
    author: str = ""
    subject: str = ""
    created: str = ""
    """ISO date for the file's properties, from the case's as-of date, never the clock; empty: none."""

    running: tuple[str, ...] = ()
    """Lines printed at the head of every page: marking, DRAFT, the notice of an illustration."""

    short_title: str = ""
    """Printed at the foot of every page, before the page number."""

    labels: tuple[tuple[str, str], ...] = ()
    """Words that writers print themselves, in the document's language.

    Keys: `table`, `figure`, `page`, `of`, `contents`, `notes`, and `colon` where it is set otherwise than in English.
    """

    note_numbering: Literal["continuous", "section"] = "continuous"
    """`section`: the numbers of notes begin again at each level-1 heading."""

    look: Look = field(default_factory=base_look)

    authority_pages: bool = False
    """Whether a table of authorities is to list pages too, where a program can gather them."""

    part: str = BRIEF
    """Which part of a filing it is."""

    parts: tuple[PartHead, ...] = ()
    """The parts of a filing that is not divided yet; empty where its forum knows none."""

    def label(self, key: str) -> str:
        """Return the word for `key`; the key itself where the language has none."""
        return dict(self.labels).get(key, key)

    @property
    def colon(self) -> str:
        """The colon with the space that the language sets before it."""
        return dict(self.labels).get("colon", ":")


@dataclass(frozen=True, slots=True)
class AuthorityMark:
    """That a note cites an authority, for programs that gather a table of authorities from marks, as Word does."""

    note: str
    """`Note.id`."""

    long: str
    """The full citation, which is the entry of the table."""

    short: str
    """How later citations call it."""

    category: int
    """Place of its group in the table, from 1."""


@dataclass(frozen=True, slots=True)
class Document:
    """One filing, ready to be numbered, cited or written."""

    meta: Meta
    blocks: tuple[Block, ...]
    authority_marks: tuple[AuthorityMark, ...] = ()
    """In the order of the notes; empty where there is no table of authorities."""
