"""What a document may cite: sources as CSL-JSON, legal authorities in forms of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeGuard

from probata.citation.authority import Authority
from probata.diagnostics.value import value
from probata.document.anchors import EVIDENCE_SCHEDULE, EVIDENCE_UNSEEN, MATRIX
from probata.document.blocks import Block, Blocks, Table
from probata.document.inlines import Cite, CiteItem
from probata.document.walk import inlines_in_order

# The evidence schedule: one numbered list of the sources that a filing cites, by which every note names them.


@value()
class Scheduled:
    """One item."""

    number: str
    """`E6`; of a work that is known through it, `E6.1`. Empty where the document prints no schedule."""

    name: str
    """How notes call it; empty for an authority, which has a name of its own."""

    marks: tuple[str, ...] = ()
    """The exhibits that reproduce it."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """All items of a filing, whatever part of it cites them. One without items: sources are cited in full."""

    items: Mapping[str, Scheduled] = field(default_factory=dict)
    """By the id under which the work is cited, in the order of the list."""

    rests_on: str = ""
    """The one work through which most others are known: notes cite the place in it, in place of these."""

    def __bool__(self) -> bool:
        """Tell whether the filing has a schedule."""
        return bool(self.items)

    def without_marks(self) -> Schedule:
        """Return the same for a document that lists no exhibits."""
        return replace(self, items={key: replace(one, marks=()) for key, one in self.items.items()})


def is_schedule(block: Block) -> TypeGuard[Table]:
    """Tell whether the block is of the evidence schedule, whose items print in full; it stands at the top level."""
    return isinstance(block, Table) and block.id in {EVIDENCE_SCHEDULE, EVIDENCE_UNSEEN}


def is_matrix(block: Block) -> bool:
    """Tell whether the block is the table of persons and counts; it stands at the top level."""
    return isinstance(block, Table) and block.id == MATRIX


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that the citations of one document may refer to, by id. Ids are unique over both kinds."""

    sources: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Id → CSL-JSON item. Every string is literal: no HTML, no Markdown, no rich text is read in it.

    Dates are `{"date-parts": [[2017, 4, 27]]}` or `{"literal": "n.d."}`. `language` is a BCP 47 tag; a title
    without one is printed with the capitals that it has.
    """

    cited_in: Mapping[str, tuple[CiteItem, ...]] = field(default_factory=dict)
    """Id of a source or authority that is known only through others → where those others cite it."""

    authorities: Mapping[str, Authority] = field(default_factory=dict)

    remarks: Mapping[str, str] = field(default_factory=dict)
    """Id of a source or authority → short text in brackets after its first citation: `on file with the author`."""

    untitled: frozenset[str] = frozenset()
    """Ids of sources whose title is a description of our own, which has no quotation marks in any style."""

    nameless: frozenset[str] = frozenset()
    """Ids of those of them of which no place is recorded either: their title says that none is, and prints as a gap."""

    exhibits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Id of a source or authority → marks of the exhibits that reproduce it; printed where the document lists them."""

    recordings: frozenset[str] = frozenset()
    """Ids of sources that are heard or seen, behind which `3:10` is a time."""

    same: Mapping[str, str] = field(default_factory=dict)
    """Id of a source that prints an authority → id of the authority: both are cited as one work."""

    in_bundle: bool = False
    """Whether the document is to go into a bundle: marks of exhibits are links then, led to their pages later."""

    schedule: Schedule = field(default_factory=Schedule)
    """The items of the evidence schedule, which notes cite by name and number; empty where the filing has none."""

    def work_of(self, key: str) -> str:
        """Return the id under which a work is cited."""
        return self.same.get(key, key)

    def is_known(self, key: str) -> bool:
        """Tell whether `key` is a source or an authority."""
        return key in self.sources or key in self.authorities or key in self.same


# The works that a document cites.


def works_cited(blocks: Blocks, library: Library) -> tuple[str, ...]:
    """Return the id of each work that the blocks cite, once each, in order."""
    cites = (inline for inline in inlines_in_order(blocks) if isinstance(inline, Cite))
    return tuple(dict.fromkeys(library.work_of(item.key) for cite in cites for item in cite.items))
