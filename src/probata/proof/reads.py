"""The reads of allegations: which of them stand, and what changed under those that do not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.graph.chain_of_command import ChainOfCommand
from probata.graph.dated import Dated, dated_in_statement, dated_things, is_after
from probata.graph.filings import counts_with, persons_charged, posts_alleged
from probata.graph.resolve import cited_keys
from probata.graph.texts import behind_figures, figures_in
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.event import Event
from probata.model.kinds import KINDS
from probata.model.parts import own_texts
from probata.model.quotation import Quotation
from probata.model.read import AllegationRead, Read
from probata.model.record import Record
from probata.model.role import Role
from probata.model.source_record import Source
from probata.model.statement import Statement
from probata.source.node import to_plain

# The fingerprint of a record: of what its file says, so that another layout of the file is no change.

LENGTH = 16
"""Hexadecimal digits that are kept: enough to tell a change, and short enough to be read out."""

_OF_THE_TEAM: Mapping[str, frozenset[str]] = {"allegations": frozenset({"note", "status"})}
"""Fields that say nothing about the case: a remark, and how far the work on an allegation is."""
_NOTE = frozenset({"note"})
_WEIGHT = frozenset({
    "type", "author", "publisher", "publisher_group", "origin_group", "issued", "event_date", "rank", "held",
    "cited_in", "supports",
})  # fmt: skip
"""Fields of a source by which it is weighed."""


def fingerprint(graph: CaseGraph, record: str) -> str | None:
    """Return the fingerprint of a record such as `sources/gazette`; `None` where there is none of that name.

    Of a dataset the table counts too. Remarks for the team do not, nor the status of the work on an allegation.
    """
    return graph.once(f"fingerprint of {record}", lambda: _fingerprint(graph, record))


def _fingerprint(graph: CaseGraph, record: str) -> str | None:
    kind, _, key = record.partition("/")
    said = _said(graph, record)
    if said is None:
        return None
    table = graph.tables.get(key) if kind == "datasets" else None
    return _digest([said, [table.header, *table.rows] if table else None])


def fingerprint_of_fields(graph: CaseGraph, record: str, fields: frozenset[str]) -> str | None:
    """Return the fingerprint of some fields of a record, whichever of them it has; `None` where there is no record.

    Which fields they are is part of it, so that it never equals the fingerprint of others.
    """
    said = _said(graph, record)
    return (
        _digest([sorted(fields), {name: said[name] for name in said if name in fields}]) if said is not None else None
    )


def fingerprint_of_weight(graph: CaseGraph, source: str) -> str | None:
    """Return the fingerprint of what a source weighs: its rank, whether it is held, by whom it is and of when."""
    said = _said(graph, source)
    return _digest({name: value for name, value in said.items() if name in _WEIGHT}) if said is not None else None


def _said(graph: CaseGraph, record: str) -> dict[str, Any] | None:
    kind, _, key = record.partition("/")
    node = graph.nodes.get((kind, key)) if graph.has(kind, key) else None
    return to_plain(node.without(set(_OF_THE_TEAM.get(kind, _NOTE)))) if node else None


def _digest(whole: Any) -> str:
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def under_command(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    """Give the records through which command goes, such as `commands/department-over-battalion`; some more than once.

    They are the posts from which it is alleged, the recorded relations on any way from there to a body that acted or
    that the allegation names, and the bodies of all these. When a relation held is not asked: a date that is corrected
    may open a way or close it.
    """
    starts = frozenset(_starts(graph, allegation))
    ends = frozenset((*allegation.bodies, *_acted(graph, allegation)))
    hops = graph.once("chain of command", lambda: ChainOfCommand(graph)).between(starts, ends)
    yield from (f"commands/{hop.relation}" for hop in hops if hop.relation)
    met = {*starts, *ends, *(one for hop in hops for one in (hop.superior, hop.subordinate))}
    yield from (f"{kind}/{one}" for one in met for kind in ("positions", "bodies") if graph.has(kind, one))


def _starts(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    for alleged in allegation.roles:
        if role := graph.find("roles", Role, alleged.role):
            yield from (one for pair in posts_alleged(graph, role, allegation) for one in pair if one)


def _acted(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    for key in allegation.events:
        if event := graph.find("events", Event, key):
            yield from (*event.lead_bodies, *event.bodies)


_ORDER = tuple(kind.key for kind in KINDS)


def resting_records(graph: CaseGraph, allegation: Allegation, read_as: AllegationRead) -> tuple[str, ...]:
    """Return the records on which a read of an allegation rests, such as `sources/gazette`, each once and in order.

    For every read: the allegation, the counts that argue it, its roles and events, the figures that their texts print
    with the tables behind them, what they and its quotations and tables cite and through what that is known, and the
    exhibits and statements that reproduce it. A read for the facts or the law rests on the posts, relations and bodies
    too through which the command or oversight goes, with what these posts and relations cite; one for the protection of
    sources on the persons behind the evidence and their consents, one for libel on the persons against whom it is made.
    """
    found = {*_of_all(graph, allegation), *_ALSO.get(read_as, _nothing)(graph, allegation)}
    known = (record for record in found if graph.has(*_split(record)))
    return tuple(sorted(known, key=lambda record: (_ORDER.index(_split(record)[0]), record)))


def _split(record: str) -> tuple[str, str]:
    kind, _, key = record.partition("/")
    return kind, key


def _of_all(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    yield f"allegations/{allegation.id}"
    counts = counts_with(graph, allegation.id)
    yield from (f"counts/{one.id}" for one in counts)
    own: list[Record] = [allegation, *counts]
    named = (
        ("roles", [alleged.role for alleged in allegation.roles]),
        ("events", allegation.events),
        ("quotations", _with_nested(graph, (key for item in allegation.evidence for key in item.quotations))),
        ("datasets", [key for item in allegation.evidence for key in item.datasets]),
        *((kind, [key]) for kind, key in behind_figures(graph, _printed(own))),
    )
    for kind, keys in named:
        yield from (f"{kind}/{key}" for key in keys)
        own += [record for key in keys if (record := graph.records.get(kind, {}).get(key))]
    cited = _known_through(graph, (key for record in own for _, key in cited_keys(record)))
    for key in cited:
        yield from (f"sources/{key}", f"authorities/{key}")
    for exhibit in graph.exhibits:
        if exhibit.source in cited:
            yield from (f"exhibits/{exhibit.id}", *([f"statements/{exhibit.statement}"] if exhibit.statement else []))


def _printed(records: Iterable[Record]) -> Iterator[str]:
    """Give the figures that texts print: a corrected cell changes what was read."""
    yield from (name for record in records for _, text in own_texts(record) for name in figures_in(text))


def _with_nested(graph: CaseGraph, ids: Iterable[str]) -> tuple[str, ...]:
    """Return quotations with all that stand inside them."""
    found: dict[str, None] = {}
    ahead = list(ids)
    while ahead:
        if (key := ahead.pop()) not in found:
            found[key] = None
            quotation = graph.find("quotations", Quotation, key)
            ahead.extend(quotation.nested if quotation else ())
    return tuple(found)


def _known_through(graph: CaseGraph, keys: Iterable[str]) -> frozenset[str]:
    """Return what is cited with the works through which it is known."""
    found: set[str] = set()
    ahead = list(keys)
    while ahead:
        if (key := ahead.pop()) not in found:
            found.add(key)
            source = graph.find("sources", Source, key)
            ahead.extend(citation.source for citation in (source.cited_in if source else ()))
    return frozenset(found)


def _nothing(_graph: CaseGraph, _allegation: Allegation) -> Iterator[str]:
    return iter(())


def _protected(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    """Give the persons who may be put at risk, and what they agreed to."""
    statements = (_split(record)[1] for record in _of_all(graph, allegation) if record.startswith("statements/"))
    made = (graph.find("statements", Statement, key) for key in statements)
    quoted = (graph.find("quotations", Quotation, key) for item in allegation.evidence for key in item.quotations)
    persons = {
        *allegation.affected.persons,
        *(statement.person for statement in made if statement),
        *(quotation.speaker.person for quotation in quoted if quotation and quotation.speaker.person),
    }
    yield from (f"people/{person}" for person in persons)
    yield from (f"consents/{consent.id}" for consent in graph.consents if consent.person in persons)


def _charged(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    yield from (f"people/{person}" for person in persons_charged(allegation, graph))


def _commanded(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    """Give through what command goes, with the sources of posts and relations; those of a body tell of all its life."""
    records = tuple(under_command(graph, allegation))
    yield from records
    pairs = (_split(record) for record in records)
    own = (found for kind, key in pairs if kind != "bodies" and (found := graph.records.get(kind, {}).get(key)))
    for key in _known_through(graph, (key for record in own for _, key in cited_keys(record))):
        yield from (f"sources/{key}", f"authorities/{key}")


_ALSO: Mapping[AllegationRead, Callable[[CaseGraph, Allegation], Iterator[str]]] = {
    "fact": _commanded,
    "law": _commanded,
    "source_protection": _protected,
    "libel": _charged,
}


# Whether a read can have been made on its day: not before what it rests on, nor before a read that came before it.


class DaysKnown:
    """The dates that the records of a case bear, by record, such as `sources/gazette`."""

    def __init__(self, graph: CaseGraph) -> None:
        self._by_record: dict[str, list[Dated]] = {}
        for dated in _all_of(graph):
            if dated.when:
                self._by_record.setdefault(f"{dated.kind}/{dated.record}", []).append(dated)

    def later_than(self, day: When, records: Iterable[str]) -> str:
        """Say what of some records is dated after a day, the latest; empty where nothing surely is."""
        later = [
            (dated.when.first, f"{dated.what} ({say.date(dated.when)})")
            for record in records
            for dated in self._by_record.get(record, ())
            if dated.when and is_after(dated.when, day)
        ]
        return max(later)[1] if later else ""


def _all_of(graph: CaseGraph) -> Iterator[Dated]:
    yield from dated_things(graph)
    for source in graph.sources:
        yield Dated("sources", source.id, ("issued",), f"source {say.source(source)}", source.issued)
    for statement in graph.statements:
        yield from dated_in_statement(statement)


def read_later(day: When, before: Sequence[Read]) -> Read | None:
    """Return the first of the reads written down before that is dated after a day; `None` where there is none."""
    return next((read for read in before if is_after(read.on, day)), None)


class How(StrEnum):
    """What happened to a record since it was read."""

    CHANGED = "changed"
    GONE = "is gone"
    NEW = "is new"


@dataclass(frozen=True, slots=True)
class Change:
    """A record that is not as it was when it was read."""

    record: str
    how: How

    def __str__(self) -> str:
        """Say it as findings do."""
        return f"{say.words(self.record)} {self.how}"


@dataclass(frozen=True, slots=True)
class ReadState:
    """One read of an allegation, and whether it stands."""

    read: str
    """Id of the read."""
    allegation: str
    read_as: AllegationRead
    by: str
    on: str
    result: str
    rests_on: int
    """How many records it rested on; 0 where it does not say."""
    changes: tuple[Change, ...]
    """What changed since."""
    after_its_day: str = ""
    """What it rests on or follows that is dated after it, in words: it was not made then. Empty where nothing is."""

    @property
    def stands(self) -> bool:
        """Whether it confirmed the allegation, says on what it rested, nothing of that changed, and its day can be."""
        return self.result == "confirmed" and self.rests_on > 0 and not self.changes and not self.after_its_day


def read_states(graph: CaseGraph) -> tuple[ReadState, ...]:
    """Return the state of every read of an allegation that is in the case, in the order of their file."""
    return graph.once("states of reads", lambda: tuple(_read_states(graph)))


def _read_states(graph: CaseGraph) -> Iterator[ReadState]:
    days = DaysKnown(graph) if graph.reads else None
    before: dict[tuple[str, str], list[Read]] = {}
    for read in graph.reads:
        allegation = graph.find("allegations", Allegation, read.what)
        if read.read_as != "text" and allegation is not None and days:
            earlier = before.setdefault((read.what, read.read_as), [])
            yield ReadState(
                read.id, allegation.id, read.read_as, read.by, read.on.text, read.result, len(read.rests_on),
                _changes(graph, allegation, read, read.read_as), _after_its_day(days, read, earlier),
            )  # fmt: skip
            earlier.append(read)


def unsettled(states: Sequence[ReadState]) -> ReadState | None:
    """Return the read, of those of one kind on one allegation, that is to be made again; `None` where one stands.

    Where somebody found a difference after the read that stands, on the records as they still are, that is the one.
    """
    last = max((place for place, state in enumerate(states) if state.stands), default=None)
    if last is None:
        return states[-1] if states else None
    later = [one for one in states[last:] if one.result != "confirmed" and one.rests_on and not one.changes]
    return later[-1] if later else None


def _after_its_day(days: DaysKnown, read: Read, before: Sequence[Read]) -> str:
    """Say what is dated after a read and is known to it: of what it rests on, or a read of other records before it.

    Of two reads of the same records the later in the file may be the older one: nothing had changed between them.
    """
    other = [one for one in before if set(one.rests_on) != set(read.rests_on)]
    later = read_later(read.on, other)
    told = f"the read {say.words(later.id)} of {say.date(later.on)}, which it follows" if later else ""
    return days.later_than(read.on, (resting.record for resting in read.rests_on)) or told


def _changes(graph: CaseGraph, allegation: Allegation, read: Read, read_as: AllegationRead) -> tuple[Change, ...]:
    """Compare what a read rested on with what it would rest on now; of one that does not say nothing can be told."""
    if not read.rests_on:
        return ()
    then = {resting.record: resting.fingerprint for resting in read.rests_on}
    now = dict(resting_now(graph, allegation, read_as))
    changes: list[Change] = []
    for record, before in then.items():
        after = now.get(record) or fingerprint(graph, record)
        if after != before:
            changes.append(Change(record, How.CHANGED if after else How.GONE))
    return (*changes, *(Change(record, How.NEW) for record in now if record not in then))


def resting_now(graph: CaseGraph, allegation: Allegation, read_as: AllegationRead) -> tuple[tuple[str, str], ...]:
    """Return the records on which a read would rest now, each with its fingerprint."""
    records = resting_records(graph, allegation, read_as)
    return tuple((record, found) for record in records if (found := fingerprint(graph, record)))
