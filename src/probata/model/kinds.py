"""The table of record kinds: which file holds which record."""

from __future__ import annotations

from dataclasses import dataclass

from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.body import Body
from probata.model.change import Change
from probata.model.command import CommandRelation
from probata.model.consent import Consent
from probata.model.count import ArguedCount
from probata.model.dataset import Dataset
from probata.model.decision import Decision
from probata.model.event import Event
from probata.model.exhibit import Exhibit
from probata.model.figure import Figure
from probata.model.fixed_bundle import FixedBundle
from probata.model.held_copy import HeldCopy
from probata.model.listing import Listing
from probata.model.narrative import Narrative
from probata.model.person import Person
from probata.model.point import Point
from probata.model.position import Position
from probata.model.quotation import Quotation
from probata.model.read import Read
from probata.model.record import Record
from probata.model.role import Role
from probata.model.sent import Sent
from probata.model.source_record import Source
from probata.model.statement import Statement
from probata.model.step import Step
from probata.model.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Kind:
    """A record kind."""

    key: str
    """Name of the file without its ending, and key in a case that is one file."""

    record: type[Record]
    singular: str
    """How messages call one of them."""


KINDS: tuple[Kind, ...] = (
    Kind("people", Person, "person"),
    Kind("bodies", Body, "body"),
    Kind("positions", Position, "post"),
    Kind("roles", Role, "role"),
    Kind("commands", CommandRelation, "command relation"),
    Kind("events", Event, "event"),
    Kind("allegations", Allegation, "allegation"),
    Kind("counts", ArguedCount, "count"),
    Kind("sources", Source, "source"),
    Kind("copies", HeldCopy, "held copy"),
    Kind("quotations", Quotation, "quotation"),
    Kind("authorities", Authority, "authority"),
    Kind("taxonomies", Taxonomy, "taxonomy"),
    Kind("datasets", Dataset, "dataset"),
    Kind("figures", Figure, "figure"),
    Kind("statements", Statement, "statement"),
    Kind("exhibits", Exhibit, "exhibit"),
    Kind("consents", Consent, "consent"),
    Kind("steps", Step, "step taken"),
    Kind("listings", Listing, "listing"),
    Kind("decisions", Decision, "decision"),
    Kind("reads", Read, "read"),
    Kind("changes", Change, "change"),
    Kind("sent", Sent, "filing sent"),
    Kind("bundles", FixedBundle, "fixed bundle"),
    Kind("points", Point, "open point"),
    Kind("narrative", Narrative, "narrative section"),
)
KIND_BY_KEY = {kind.key: kind for kind in KINDS}
