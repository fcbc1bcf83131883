"""A decision of the person who signs, on a finding or on a contested value."""

from __future__ import annotations

from probata.model.check_name import CheckName
from probata.model.dates import OneDate
from probata.model.read import RestingField
from probata.model.record import Line, Record


class Decision(Record):
    """A decision, with its reason and author. Findings can be decided here and nowhere else."""

    check: CheckName
    """Name of the check whose finding is decided, such as `conduct-outside-tenure`."""
    record: Line
    """The record concerned, such as `roles/r-1`."""
    decision: Line
    """What we print or do."""
    reason: Line
    """Why."""
    author: Line
    """Who decided."""
    date: OneDate
    """When."""
    rests_on: tuple[RestingField, ...] = ()
    """The finding, the record or what the check looks at in it, the records that the finding names and the weight of
    the sources, each with its fingerprint, as `probata decide` writes them. When one of them changes, the decision
    falls. One that gives none never falls, and is a note."""
