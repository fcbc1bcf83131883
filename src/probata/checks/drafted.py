"""A filing as it is composed and cited, for checks of the document itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from probata.changes import NotMade
from probata.document.blocks import Paragraph
from probata.document.tree import Document


@dataclass(frozen=True, slots=True)
class Drafted:
    """A document before it is written, and what its forum did not take."""

    document: Document
    left_out: tuple[Paragraph, ...] = ()
    """Paragraphs of a kind of sentence that the forum does not take; they are not in the document."""
    places: tuple[str, ...] = ()
    """Places of narrative sections that its template asks for, with a section there or without."""
    cited: tuple[str, ...] = ()
    """Ids of the sources that it cites, and of those through which they are known."""
    notes: tuple[str, ...] = ()
    """What its notes say in our own words, without the references; see `document/own_notes.py`."""
    to_do: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Its gaps, a line each, by section; none of a document for filing."""
    not_made: tuple[NotMade, ...] = ()
    """Changes that are kept in this document, and that it does not have."""
