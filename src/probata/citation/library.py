"""What a document may cite: sources as CSL-JSON, legal authorities in forms of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from probata.citation.authority import Authority
from probata.citation.schedule import Schedule
from probata.document.inlines import CiteItem


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

    schedule: Schedule = field(default_factory=Schedule)
    """The items of the evidence schedule, which notes cite by name and number; empty where the filing has none."""

    def work_of(self, key: str) -> str:
        """Return the id under which a work is cited."""
        return self.same.get(key, key)

    def is_known(self, key: str) -> bool:
        """Tell whether `key` is a source or an authority."""
        return key in self.sources or key in self.authorities or key in self.same
