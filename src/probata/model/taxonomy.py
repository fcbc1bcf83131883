"""An ordering of things that a source defines, such as methods in strands."""

from __future__ import annotations

from probata.model.citation import Citations
from probata.model.record import Id, Line, Markdown, Part, Prose, Record


class TaxonomyTerm(Part):
    """One entry of the ordering."""

    id: Id
    """Short name."""
    label: Prose
    """How it is called."""
    text: Markdown | None = None
    """What it means."""
    parent: Id | None = None
    """The entry above it."""
    citations: Citations = ()
    """Where it is taken from."""


class Taxonomy(Record):
    """An ordering with its entries."""

    title: Prose
    """Name of the ordering."""
    defined_by: Citations = ()
    """The source that defines it."""
    terms: tuple[TaxonomyTerm, ...]
    """The entries, in order."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
