"""`CaseGraph`: the records of one case, found by kind and id, with the place of each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import TypeVar, cast

from probata.diagnostics import Span, say
from probata.kept import Key, Memory, Noted, Reading, WorkedOut, held
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.body import Body
from probata.model.case_file import CaseFile, Filing
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
from probata.model.kinds import KIND_BY_KEY
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
from probata.source.csv_reader import CsvTable
from probata.source.node import MappingNode, blank_at, key_span, node_at

# Values by what they have in common, so that nobody goes through all of them for each of many.

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def grouped(values: Iterable[T], key: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    """Return the values by their keys; the keys by their first value, and those of one key in their order."""
    found: dict[K, list[T]] = {}
    for value in values:
        found.setdefault(key(value), []).append(value)
    return {one: tuple(several) for one, several in found.items()}


CITABLE = ("sources", "authorities")
"""Kinds of records that may be cited."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read: a reference to it is no fault of its own."""

    kinds: frozenset[str] = frozenset()
    """Kinds whose file could not be read."""
    ids: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Ids of records left out, by kind."""
    fields: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Paths of fields that stand in a record and could not be read, or are meant by a misspelt one, by the record."""
    struck: Mapping[str, Span] = field(default_factory=dict)
    """Records whose row is struck through, as `sources/report`: a reference to one is a fault, and says so."""

    def holds_any(self, kinds: Iterable[str]) -> bool:
        """Tell whether any record of these kinds is among them."""
        return any(kind in self.kinds or self.ids.get(kind) for kind in kinds)

    def lacks(self, record: str, path: str) -> bool:
        """Tell whether a field, what holds it, or something in it, could not be read in a record."""
        unread = (f"{one}." for one in self.fields.get(record, ()))
        return any(one.startswith(f"{path}.") or f"{path}.".startswith(one) for one in unread)

    def help_on_struck(self, kinds: Iterable[str], record_id: str) -> str:
        """Return the next step for a reference to a record whose row is struck through; nothing for any other."""
        places = (self.struck.get(f"{kind}/{record_id}") for kind in kinds)
        place = next((str(one).rpartition("#")[2] for one in places if one), "")
        help = f"its row is struck through at {say.words(place)}: remove the strikethrough there, or the reference here"
        return help if place else ""

    def may_hold(self, kinds: Iterable[str], record_id: str) -> bool:
        """Tell whether a record with this id may be among them."""
        return any(kind in self.kinds or record_id in self.ids.get(kind, ()) for kind in kinds)


R = TypeVar("R", bound=Record)

_GRAPH, _CASE, _RECORDS, _TABLES, _TEXTS = "graph", "case", "records", "tables", "texts"
"""First words of the keys by which a graph notes what is read; a kind of records alone is its own key."""


@dataclass(frozen=True, slots=True)
class CaseGraph:
    """A case. Records keep the order of their files; ids are compared exactly."""

    name: str
    """Name of the case folder or file."""
    root: Path
    case: CaseFile
    case_node: MappingNode
    records: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    nodes: Mapping[tuple[str, str], MappingNode] = field(default_factory=dict)
    tables: Mapping[str, CsvTable] = field(default_factory=dict)
    """CSV tables by dataset id; one that could not be read is missing."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Text of every file, by its shown path."""
    one_file: str = ""
    """Shown path of the one file that holds all records, a text file or a workbook; empty where they are several."""
    left_out: int = 0
    """Records and fields that could not be read."""
    unread: Unread = field(default_factory=Unread)
    """What they are, as far as it is known: what leads to them leads to nothing for no fault of its own."""

    memory: Memory = field(default_factory=Memory, repr=False, compare=False)
    """What was worked out before, of this case as it was and of what is shown of it."""

    reading: Reading = field(init=False, repr=False, compare=False)
    """Notes what is read of it: kinds of records with their places, texts, tables."""
    _case_as_read: object = field(init=False, repr=False, compare=False)
    """One thing for the case itself and all that decides how it is read, on which every result rests."""
    _records: Mapping[str, Mapping[str, Record]] = field(init=False, repr=False, compare=False)
    _known: WorkedOut = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note from now on what is read."""
        reading = Reading((_CASE,))
        whole = (self.name, self.root, self.case, self.case_node, self.one_file, self.left_out, self.unread)
        noted = {
            "reading": reading,
            "records": Noted(self.records, reading, str, (_RECORDS,)),
            "nodes": Noted(self.nodes, reading, itemgetter(0), (_RECORDS,)),
            "tables": Noted(self.tables, reading, lambda table: (_TABLES, table), (_TABLES,)),
            "texts": Noted(self.texts, reading, lambda path: (_TEXTS, path), (_TEXTS,)),
            "_case_as_read": self.memory.made_of(whole, "case as read", object),
            "_records": held(self.records),
            "_known": WorkedOut(_GRAPH, self.memory, reading, self.state),
        }
        for name, value in noted.items():  # the mappings themselves are read through what notes it
            object.__setattr__(self, name, value)

    def state(self, key: Key) -> object:
        """Return what it has under a key by which it notes what is read: a kind, or what and which."""
        if isinstance(key, str):
            return self._records.get(key)
        what, *which = cast("tuple[str, ...]", key)
        if what == _GRAPH:
            return self._known.value_of(*which)
        if what == _CASE:
            return self._case_as_read
        mapping = {_RECORDS: self._records, _TABLES: held(self.tables), _TEXTS: held(self.texts)}[what]
        return mapping.get(*which) if which else mapping

    def once(self, name: Hashable, work_out: Callable[[], T], *, settles: bool = False) -> T:
        """Return what is asked for again and again, worked out once; kept in memory while what it rests on stays.

        It `settles` where an equal result is as good as the last one: not where texts know which language they are in.
        """
        return self._known.once(name, work_out, settles=settles)

    def all(self, kind: str, record: type[R]) -> tuple[R, ...]:
        """Return the records of a kind in the order of their file."""
        return self.once(
            f"all {kind}", lambda: tuple(one for one in self.records.get(kind, {}).values() if isinstance(one, record))
        )

    def find(self, kind: str, record: type[R], record_id: str) -> R | None:
        """Return one record, or `None`."""
        self.reading.keys.add(kind)
        of_kind = self._records.get(kind)
        found = of_kind.get(record_id) if of_kind else None
        return found if found is not None and isinstance(found, record) else None

    def has(self, kind: str, record_id: str) -> bool:
        """Tell whether a record exists."""
        self.reading.keys.add(kind)
        return record_id in self._records.get(kind, ())

    def without(self, kind: str, ids: frozenset[str]) -> CaseGraph:
        """Return the graph without some records of a kind; references to them lead nowhere then."""
        kept = {key: value for key, value in self.records.get(kind, {}).items() if key not in ids}
        return replace(self, records={**self.records, kind: kept})

    def span(self, kind: str, record_id: str, *loc: str | int) -> Span:
        """Return the place of a record or of a field in it; the record's first line where the field is missing."""
        node = self.nodes.get((kind, record_id)) if kind != "case" else self.case_node
        if node is None:
            return self.case_node.span
        if not loc:
            return key_span(node, "id")
        return node_at(node, loc).span

    def empty_place(self, kind: str, record_id: str, *loc: str | int) -> Span | None:
        """Return the place that a missing field has all the same, as an empty cell; `None` where it has none."""
        node = self.nodes.get((kind, record_id)) or self.case_node
        return blank_at(node, loc)

    def from_each(self, name: str, take: Callable[[str, Record], Iterable[T]]) -> Iterator[T]:
        """Give what is taken from every record, worked out again for the kinds alone in which something changed."""
        for kind in KIND_BY_KEY:
            yield from self.once((name, kind), partial(self._from_kind, kind, take))

    def _from_kind(self, kind: str, take: Callable[[str, Record], Iterable[T]]) -> tuple[T, ...]:
        return tuple(one for record in self.records.get(kind, {}).values() for one in take(kind, record))

    def each(self) -> Iterator[tuple[str, Record]]:
        """Give every record with its kind, kinds in the order of their table."""
        for kind in KIND_BY_KEY:
            for record in self.records.get(kind, {}).values():
                yield kind, record

    @property
    def people(self) -> tuple[Person, ...]:
        """All people."""
        return self.all("people", Person)

    @property
    def bodies(self) -> tuple[Body, ...]:
        """All bodies."""
        return self.all("bodies", Body)

    @property
    def positions(self) -> tuple[Position, ...]:
        """All posts."""
        return self.all("positions", Position)

    @property
    def roles(self) -> tuple[Role, ...]:
        """All roles."""
        return self.all("roles", Role)

    @property
    def commands(self) -> tuple[CommandRelation, ...]:
        """All command relations."""
        return self.all("commands", CommandRelation)

    @property
    def events(self) -> tuple[Event, ...]:
        """All events."""
        return self.all("events", Event)

    @property
    def allegations(self) -> tuple[Allegation, ...]:
        """All allegations."""
        return self.all("allegations", Allegation)

    @property
    def counts(self) -> tuple[ArguedCount, ...]:
        """All counts."""
        return self.all("counts", ArguedCount)

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources."""
        return self.all("sources", Source)

    @property
    def copies(self) -> tuple[HeldCopy, ...]:
        """All held copies."""
        return self.all("copies", HeldCopy)

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """All quotations."""
        return self.all("quotations", Quotation)

    @property
    def authorities(self) -> tuple[Authority, ...]:
        """All authorities of the case."""
        return self.all("authorities", Authority)

    @property
    def datasets(self) -> tuple[Dataset, ...]:
        """All datasets."""
        return self.all("datasets", Dataset)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures."""
        return self.all("figures", Figure)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements."""
        return self.all("statements", Statement)

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """All exhibits."""
        return self.all("exhibits", Exhibit)

    @property
    def consents(self) -> tuple[Consent, ...]:
        """All consents."""
        return self.all("consents", Consent)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps taken."""
        return self.all("steps", Step)

    @property
    def listings(self) -> tuple[Listing, ...]:
        """All listings."""
        return self.all("listings", Listing)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions."""
        return self.all("decisions", Decision)

    @property
    def reads(self) -> tuple[Read, ...]:
        """All reads."""
        return self.all("reads", Read)

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes that are kept in one document."""
        return self.all("changes", Change)

    @property
    def sent(self) -> tuple[Sent, ...]:
        """All filings that were sent, in the order of their file."""
        return self.all("sent", Sent)

    @property
    def bundles(self) -> tuple[FixedBundle, ...]:
        """All bundles whose marks and pages are fixed, in the order of their file."""
        return self.all("bundles", FixedBundle)

    @property
    def points(self) -> tuple[Point, ...]:
        """All open points, those settled included."""
        return self.all("points", Point)

    @property
    def narrative(self) -> tuple[Narrative, ...]:
        """All narrative sections, by their order and then as the files are named."""
        return self.once(
            "narrative", lambda: tuple(sorted(self.all("narrative", Narrative), key=lambda section: section.order))
        )

    def roles_of(self, person: str | None) -> tuple[Role, ...]:
        """Return the roles of a person, in the order of their file; none of nobody."""
        by_person = self.once("roles by person", lambda: grouped(self.roles, lambda role: role.person))
        return by_person.get(person or "", ())

    def copies_of(self, source: str) -> tuple[HeldCopy, ...]:
        """Return the held copies of a source, in the order of their file."""
        by_source = self.once("copies by source", lambda: grouped(self.copies, lambda copy: copy.source))
        return by_source.get(source, ())

    def persons_concerned(self, filing: Filing | None = None) -> tuple[Person, ...]:
        """Return the persons whom a filing, or the case, is about, in the order in which they are named."""
        ids = (filing.persons if filing else ()) or self.case.persons_concerned
        found = (self.find("people", Person, person_id) for person_id in ids)
        return tuple(person for person in found if person is not None)
