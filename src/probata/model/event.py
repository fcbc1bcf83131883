"""What happened: operations, measures, incidents and single acts, in one kind of record."""

from __future__ import annotations

from typing import Literal

from probata.model.citation import Citations
from probata.model.dates import When
from probata.model.name import NativeName
from probata.model.quantity import CountField
from probata.model.record import Id, Line, OwnMarkdown, Prose, Record


class Event(Record):
    """An operation, measure (such as a detention system), incident or act."""

    kind: Literal["operation", "measure", "reform", "incident", "act"]
    """Operation or campaign; lasting measure or system; reform of the law; incident; single act within an incident."""
    title: Prose
    """Name or short description."""
    native: NativeName | None = None
    """Name in its own language and script."""
    other_names: tuple[Line, ...] = ()
    """Other forms of the name that sources use."""
    misnomers: tuple[Line, ...] = ()
    """Wrong forms of the name that sources print, kept as printed: they are found, and never taken for its name."""
    dates: When | None = None
    """When, with the precision that the source gives."""
    date_type: Literal["exact", "estimated", "day_unknown", "day_and_month_unknown", "not_stated"] = "not_stated"
    """How the date is known (HURIDOCS micro-thesaurus 48)."""
    place: Prose | None = None
    """Where; may be missing."""
    country: Prose | None = None
    """Country."""
    part_of: tuple[Id, ...] = ()
    """The operation, measure or incident that this one belongs to."""
    lead_bodies: tuple[Id, ...] = ()
    """Bodies that lead it."""
    bodies: tuple[Id, ...] = ()
    """Other bodies that take part."""
    persons: tuple[Id, ...] = ()
    """Persons affected, by their ids; leave out who is unnamed."""
    conduct: tuple[Id, ...] = ()
    """Conduct by code, such as `torture` or `enforced_disappearance`; `probata list conduct` shows them all."""
    count: CountField | None = None
    """How many persons or cases; `70+` for at least."""
    legal_basis: Prose | None = None
    """Law or decision on which it rests."""
    attribution: Prose | None = None
    """Whether those responsible acknowledge or deny it."""
    description: OwnMarkdown | None = None
    """What happened, in our own words."""
    context_only: bool = False
    """True where it is mentioned as background and charged to nobody."""
    citations: Citations = ()
    """Where it is taken from."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
