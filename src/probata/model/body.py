"""A body: an organ, office, commission, unit, court or organisation, with its history."""

from __future__ import annotations

from typing import Literal

from probata.model.citation import Citations
from probata.model.cited_value import DateField
from probata.model.dates import When
from probata.model.name import NativeName
from probata.model.record import Id, Line, OwnMarkdown, Part, Prose, Record

BodyKind = Literal[
    "party_organ",
    "state_organ",
    "ministry",
    "commission",
    "coordination_group",
    "office",
    "bureau",
    "police",
    "procuratorate",
    "court",
    "bank",
    "military_unit",
    "prison",
    "local_government",
    "embassy",
    "international_organisation",
    "non_governmental_organisation",
    "media",
    "company",
    "university",
    "other",
]

RelationKind = Literal[
    "part_of",
    "member_of",
    "secretariat_of",
    "does_daily_work_of",
    "same_staff_as",
    "state_front_of",
    "provincial_level_of",
    "county_level_of",
    "predecessor_of",
    "successor_of",
    "established_by",
    "control_moved_to",
    "cooperates_with",
]


class BodyRelation(Part):
    """How this body stands to another, other than by command, which is a record of its own."""

    kind: RelationKind
    """The relation, read from this body to the other: this body is *part of*, *secretariat of*, …"""
    body: Id
    """The other body."""
    dates: When | None = None
    """From when to when."""
    what: Prose | None = None
    """What the relation is about, such as the operation whose control was moved."""
    citations: Citations = ()
    """Where it is taken from."""


class HistoryEvent(Part):
    """A dated event in the life of a body."""

    date: When | None = None
    """When."""
    what: Prose
    """What happened, in a few words."""
    citations: Citations = ()
    """Where it is taken from."""


class Body(Record):
    """A body. FollowTheMoney calls it an Organization or PublicBody, the Security Force Monitor a unit."""

    name: Prose
    """Full name in English."""
    native: NativeName | None = None
    """Name in its own language and script."""
    short_name: Prose | None = None
    """How the body is called after its first mention."""
    abbreviation: Line | None = None
    """Abbreviation, such as `CCDI`."""
    other_names: tuple[Line, ...] = ()
    """Other forms of the name that sources use."""
    misnomers: tuple[Line, ...] = ()
    """Wrong forms of the name that sources print, kept as printed: they are found, and never taken for its name."""
    kind: BodyKind = "other"
    """What sort of body it is."""
    country: Prose | None = None
    """Country, as a name."""
    territory: Prose | None = None
    """Province, town or district for which it is competent."""
    founded: DateField | None = None
    """When it was set up."""
    dissolved: DateField | None = None
    """When it ceased to exist."""
    relations: tuple[BodyRelation, ...] = ()
    """How it stands to other bodies: members, secretariat, one staff under two names, predecessor."""
    history: tuple[HistoryEvent, ...] = ()
    """Dated events, such as a transfer of control."""
    description: OwnMarkdown | None = None
    """What it is and does."""
    citations: Citations = ()
    """Sources for the body as a whole."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
