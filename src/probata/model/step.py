"""A step taken before: a complaint, request or proceeding, with its answer."""

from __future__ import annotations

from probata.model.citation import Citations
from probata.model.dates import When
from probata.model.record import Id, Prose, Record


class Step(Record):
    """A step taken by or for those affected."""

    what: Prose
    """What was done."""
    date: When | None = None
    """When."""
    to: Prose | None = None
    """To whom."""
    persons: tuple[Id, ...] = ()
    """For whom."""
    answer: Prose | None = None
    """What came of it."""
    pending: bool | None = None
    """Whether it is still pending."""
    citations: Citations = ()
    """Where it is taken from."""
