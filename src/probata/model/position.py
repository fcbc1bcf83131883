"""A post in a body, whoever holds it."""

from __future__ import annotations

from probata.model.citation import Citations
from probata.model.cited_value import DateField
from probata.model.name import NativeName
from probata.model.record import Id, Line, Markdown, Prose, Record


class Position(Record):
    """A post. Its title stands alone: "Minister of Health of Ruritania", not "Minister"."""

    title: Prose
    """Title of the post."""
    native: NativeName | None = None
    """Title in its own language and script."""
    body: Id | None = None
    """The body that the post belongs to."""
    seats: int | None = None
    """How many persons hold it at once; leave out where unknown."""
    rank: Prose | None = None
    """Rank that goes with the post."""
    created: DateField | None = None
    """When the post was created."""
    abolished: DateField | None = None
    """When the post was abolished."""
    functions: Markdown | None = None
    """What its holder does."""
    citations: Citations = ()
    """Sources for the post."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
