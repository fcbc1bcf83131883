"""What a check may look at: the case, or a document as composed; and how it says what it finds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from probata.changes import NotMade
from probata.checks.engine.finding import Finding, Outcome, for_readers
from probata.checks.engine.to_do import ToDo
from probata.citation.library import Scheduled
from probata.diagnostics import Severity
from probata.disclosure import Disclosed
from probata.document.blocks import Paragraph
from probata.document.tree import Document
from probata.evidence.held_copies import HeldCopies
from probata.figures import Computed, TypedTable
from probata.forum import Profile
from probata.graph.case_graph import CaseGraph
from probata.kept import Key, WorkedOut
from probata.law import Catalogue
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.case_file import Filing
from probata.model.event import Event
from probata.model.kinds import KINDS
from probata.model.position import Position
from probata.model.record import Record
from probata.model.role import Role
from probata.model.source_record import Source

# A filing as it is composed and cited, for checks of the document itself.


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
    to_do: tuple[ToDo, ...] = ()
    """Its gaps; none of a document for filing."""
    not_made: tuple[NotMade, ...] = ()
    """Changes that are kept in this document, and that it does not have."""
    hidden: frozenset[str] = frozenset()
    """Persons whom its readers may not know of."""
    masked: frozenset[str] = frozenset()
    """Persons whom its readers may know by their pseudonym alone."""
    gone: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Ids of records that its version does not hold, by kind."""
    items: Mapping[str, Scheduled] = field(default_factory=dict)
    """The items of its evidence schedule by the ids of their works, in the order of the list."""
    disclosed: Disclosed | None = None
    """What its readers may see of the case; of a document for a bundle alone, since what is kept holds no case."""


# What a check found about the records on which something is decided, as fingerprints.

Said = Mapping[tuple[str, str], frozenset[str]]
"""Fingerprints of what a check found about a record, by the check's name and the record."""

FoundInAll = Callable[[str], Said]
"""Gives what the check of a name found, when it is asked for."""


def found_nothing(_: str) -> Said:
    """Return nothing, whatever the check."""
    return {}


# What a check may look at, and how it says what it finds.

Loc = tuple[str | int, ...]
T = TypeVar("T")
KIND_OF: Mapping[type, str] = {Filing: "filings", **{kind.record: kind.key for kind in KINDS}}
"""Kinds by the class of their records, as `decisions.yaml` names them; a filing has one of its own."""


class Given(Generic[T]):
    """Something that a case is looked at with; who reads it depends on it."""

    def __set_name__(self, owner: type[CheckInput], name: str) -> None:
        """Learn its name."""
        self._name = name

    def __get__(self, case: CheckInput, owner: type[CheckInput]) -> T:
        """Note that it is read, and return it."""
        case.graph.reading.keys.add(("given", self._name))
        found: T = case.given[self._name]
        return found


NO_COPIES = HeldCopies()
"""Of a case that is looked at without its copies."""


class CheckInput:
    """A case with what is known of the law, its tables, and the forums of its filings."""

    tables = Given[Mapping[str, TypedTable]]()
    """Tables by dataset id; one that could not be read is missing."""
    profiles = Given[Mapping[str, Profile]]()
    """Profiles by forum id; a filing whose forum is missing here is not checked against its rules."""
    chosen = Given[tuple[Filing, ...] | None]()
    """The filings to look at, where not all of the case; one that the case does not hold may be among them."""
    drafts = Given[Mapping[str, Drafted]]()
    """Composed documents by the id of their filing; empty where only records are checked."""
    figures = Given[Mapping[str, Computed]]()
    """Figures that have a result, by id."""
    found_in_all = Given[FoundInAll]()
    """Where only some filings are looked at: what a check finds with all of them of what is decided."""
    today = Given[date | None]()
    """The day on which the case is looked at, as the command line gives it; `None` where it is not known."""
    as_filed = Given[bool]()
    """Whether to look at drafts as if they were filed now, for whoever asks what else stands in the way."""

    held = Given[HeldCopies]()
    """The copies of sources whose bytes are there, with their text."""

    def __init__(
        self,
        graph: CaseGraph,
        catalogue: Catalogue,
        tables: Mapping[str, TypedTable] = MappingProxyType({}),
        profiles: Mapping[str, Profile] = MappingProxyType({}),
        chosen: tuple[Filing, ...] | None = None,
        drafts: Mapping[str, Drafted] = MappingProxyType({}),
        figures: Mapping[str, Computed] = MappingProxyType({}),
        found_in_all: FoundInAll = found_nothing,
        today: date | None = None,
        as_filed: bool = False,
        held: HeldCopies | None = None,
    ) -> None:
        """Take a case and what it is looked at with."""
        self.graph, self.catalogue = graph, catalogue
        self.given: Mapping[str, Any] = {
            "tables": tables, "profiles": profiles, "chosen": chosen, "drafts": drafts, "figures": figures,
            "found_in_all": found_in_all, "today": today, "as_filed": as_filed,
            "held": held or NO_COPIES,
        }  # fmt: skip
        self._known = WorkedOut("input", graph.memory, graph.reading, self._state)

    def _state(self, key: Key) -> object:
        match key:
            case ("given", "found_in_all"):
                return object()  # it depends on more than this case has: nothing that asked it is kept
            case ("given", str(name)):
                return self.given[name]
            case ("input", name):
                return self._known.value_of(name)
        return self.graph.state(key)

    def once(self, name: Hashable, work_out: Callable[[], T]) -> T:
        """Return what several checks ask for, worked out once; kept in memory while what it rests on stays."""
        return self._known.once(name, work_out)

    def said_in_all(self, check: str) -> Said:
        """Return what a check finds with all filings of what is decided."""
        find = self.found_in_all
        return self.graph.reading.during(lambda: find(check))[0]

    @property
    def pursued(self) -> tuple[Allegation, ...]:
        """The allegations that are put forward."""
        return self.once("pursued", lambda: tuple(one for one in self.graph.allegations if one.pursued))

    @property
    def looked_at(self) -> tuple[Filing, ...]:
        """The filings to look at, whether or not their forum is known."""
        return self.graph.case.filings if self.chosen is None else self.chosen

    @property
    def filings(self) -> tuple[tuple[Filing, Profile], ...]:
        """The filings of the case whose forum is known, with its profile."""
        pairs = ((filing, self.profiles.get(filing.forum)) for filing in self.looked_at)
        return tuple((filing, profile) for filing, profile in pairs if profile is not None)

    def pursued_in(self, filing: Filing) -> tuple[Allegation, ...]:
        """Return the allegations that a filing puts forward: those on its persons, and those on nobody yet."""
        concerned = {person.id for person in self.graph.persons_concerned(filing)}
        pursued = (allegation for allegation in self.pursued if filing.id not in allegation.not_in)
        return tuple(found for found in pursued if not (charged := self._charged(found)) or charged & concerned)

    @property
    def allegations_by_forum(self) -> tuple[tuple[Allegation, Profile], ...]:
        """Each allegation with each forum that it is put forward in, once, however many filings go there."""
        pairs = ((found, profile) for filing, profile in self.filings for found in self.pursued_in(filing))
        return tuple({(found.id, profile.id): (found, profile) for found, profile in pairs}.values())

    def _charged(self, allegation: Allegation) -> set[str]:
        return {role.person for role in self.roles_of(allegation)}

    def role(self, role_id: str) -> Role | None:
        """Return a role; `None` where there is none, which is reported elsewhere."""
        return self.graph.find("roles", Role, role_id)

    def holds(self, record: str) -> bool:
        """Tell whether there is a record, by its name in `decisions.yaml`: `roles/r-1`, `filings/letter`."""
        kind, _, key = record.partition("/")
        if kind == "filings":
            return any(filing.id == key for filing in self.graph.case.filings)
        return key == self.graph.name if kind == "case" else self.graph.has(kind, key)

    def roles_of(self, allegation: Allegation) -> tuple[Role, ...]:
        """Return the roles on which an allegation rests, in its order; one that is not recorded is left out."""
        found = (self.role(alleged.role) for alleged in allegation.roles)
        return tuple(role for role in found if role is not None)

    def events_of(self, allegation: Allegation) -> Iterator[tuple[int, Event]]:
        """Give the recorded events that an allegation charges, each with its position; background is left out."""
        for position, key in enumerate(allegation.events):
            event = self.graph.find("events", Event, key)
            if event and not event.context_only:
                yield position, event

    def posts_of(self, role: Role) -> tuple[Position, ...]:
        """Return the recorded posts of a role, in the order of its seats."""
        found = (self.graph.find("positions", Position, seat.position) for seat in role.seats)
        return tuple(post for post in found if post)

    def work(self, key: str) -> Source | Authority | None:
        """Return the source or authority of an id."""
        return self.graph.find("sources", Source, key) or self.graph.find("authorities", Authority, key)

    def finding_on(
        self, record: Record | Filing, message: str, help: str, *, is_open: bool = False, **more: Any
    ) -> Finding:
        """Make a finding about a record of any kind or about a filing; `more` is as for `finding`.

        Where the records leave open whether it is so, it is a note, and it cannot be told.
        """
        if is_open:
            more |= {"severity": Severity.INFO, "outcome": Outcome.CANNOT_TELL}
        return self.finding(KIND_OF[type(record)], record.id, message, help, **more)

    def finding(
        self,
        kind: str,
        record_id: str,
        message: str,
        help: str,
        *,
        at: Loc = (),
        missing: Loc = (),
        notes: tuple[str, ...] = (),
        severity: Severity | None = None,
        outcome: Outcome = Outcome.FAILED,
        is_sure: bool = True,
        gap: str = "",
        may_be_decided: bool = False,
        alike: str = "",
        filing: str = "",
        settled: tuple[str, ...] = (),
        person: str = "",
        in_part: bool = False,
    ) -> Finding:
        """Make a finding about a record, at the place of the record or of the field `at`.

        Of a field that is `missing` the place is the cell in which it would stand, where the record has one.
        `alike` is what it says whatever the record, where the same may be found in several: it is told once then, and
        so it is for several of the filings or forums of which the message names one, `filing`. Kind `filings` is a
        filing of the case, kind `case` the case itself. What is not `is_sure` is a note, and cannot be told.
        """
        if not is_sure:
            severity, outcome = Severity.INFO, Outcome.CANNOT_TELL
        span = self.graph.span(kind, record_id, *at)
        holder: Loc = ()
        if kind == "filings":
            position = next((n for n, found in enumerate(self.graph.case.filings) if found.id == record_id), 0)
            holder = ("filings", position)
            span = self.graph.span("case", record_id, *holder, *(at or ("id",)))
        elif kind == "case":
            span = self.graph.span("case", record_id, *(at or ("title",)))
        span = (missing and self.graph.empty_place(kind, record_id, *holder, *missing)) or span
        return Finding(
            f"{kind}/{record_id}", span, for_readers(message, self.graph), for_readers(help, self.graph, titles=False),
            tuple(for_readers(note, self.graph) for note in notes), severity, outcome, gap,
            may_be_decided, alike=alike, filing=filing, settled=settled, person=person, in_part=in_part,
        )  # fmt: skip
