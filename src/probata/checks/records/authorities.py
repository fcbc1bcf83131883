"""Judgments, laws and documents that are relied on: their own records, their dates, and what is taken from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, records_of, with_evidence, with_provisions
from probata.checks.engine.finding import Finding, Outcome, marked, title_of
from probata.checks.prose.citations import numbers_of_place
from probata.checks.prose.quotations import words_of
from probata.checks.prose.times import times_in
from probata.checks.support.authorities import (
    Fault,
    LegalBasis,
    PlaceInWords,
    cited_rules,
    faults_of_citation,
    has_several_days,
    legal_bases,
    main_numbers,
    places_in_words,
    years_of_law,
)
from probata.checks.tenures.alleged_grounds import times_of_conduct
from probata.checks.tenures.sure_days import begins_before, ends_after, is_approximate, is_surely_before
from probata.citation import CitedForm, cited_forms, places_in
from probata.diagnostics import Severity, say
from probata.diagnostics.value import value
from probata.forum import Profile, Rule
from probata.forum.sourced import PRACTICE
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.case_file import Filing
from probata.model.citation import Citation
from probata.model.dates import When
from probata.model.event import Event
from probata.model.responsibility import Responsibility
from probata.model.role import Role
from probata.model.source_record import Source

DECIDED = frozenset({"judgment", "decision"})
"""Kinds of authorities that hold something."""
_CONTENDED = "what is contended from"


@dataclass(frozen=True, slots=True)
class Placed:
    """Something said of a judgment, with the paragraphs of it that are cited for it."""

    kind: str
    record_id: str
    loc: Loc
    what: str
    """How a finding begins: `what is contended from`."""
    words: str
    authority: Authority
    places: tuple[str, ...]
    numbers: frozenset[int]

    @property
    def record(self) -> str:
        """The record that says it, as findings name it."""
        return f"{self.kind}/{self.record_id}"

    @property
    def is_contended(self) -> bool:
        """Whether it is a contention, which claims the judgment for itself, and not evidence or a report of it."""
        return self.what == _CONTENDED

    @property
    def held_at(self) -> tuple[str, ...]:
        """Places of the holdings that are recorded with one."""
        return tuple(holding.paragraph for holding in self.authority.holdings if holding.paragraph)

    @property
    def is_adjacent(self) -> bool:
        """Whether none of its paragraphs is that of a holding; never where no holding has a numbered one."""
        held_at = {number for place in self.held_at for number in numbers_of_place(place)}
        return bool(held_at) and not held_at & self.numbers


def contended(case: CheckInput) -> Iterator[Placed]:
    """Give the contentions that cite paragraphs of a judgment by number."""
    decided = _decided(case)
    for record in decided.values():
        for position, contention in enumerate(record.contentions):
            said = ("authorities", record.id, ("contentions", position, "value"), _CONTENDED, contention.value)
            yield from _placed(said, {record.id: record}, contention.citations)
    for allegation in case.pursued:
        for position, one in enumerate(allegation.contentions):
            loc = ("contentions", position, "value")
            said = ("allegations", allegation.id, loc, _CONTENDED, one.value)
            yield from _placed(said, decided, one.citations)


def as_evidence(case: CheckInput) -> Iterator[Placed]:
    """Give the evidence of allegations that is a numbered paragraph of a judgment."""
    decided = _decided(case)
    for allegation in case.pursued if decided else ():
        for position, item in enumerate(allegation.evidence):
            loc = ("evidence", position, "pinpoint")
            said = ("allegations", allegation.id, loc, "what is cited as evidence from", item.supports or "")
            yield from _placed(said, decided, (item,))


def with_holdings(case: CheckInput) -> Iterator[Authority]:
    """Give the judgments and decisions of which a holding is recorded."""
    yield from (one for one in _decided(case).values() if one.holdings)


def _decided(case: CheckInput) -> dict[str, Authority]:
    return {one.id: one for one in case.graph.authorities if one.kind in DECIDED}


def _placed(
    said: tuple[str, str, Loc, str, str], decided: dict[str, Authority], citations: Iterable[Citation]
) -> Iterator[Placed]:
    """Give what is said once for each judgment of which it cites numbered paragraphs."""
    placed: dict[str, list[str]] = {}
    for one in citations:
        named = places_in(one.pinpoint.type, one.pinpoint.value) if one.pinpoint and one.source in decided else ()
        for place in (place for kind, place in named if kind == "paragraph"):
            placed.setdefault(one.source, []).append(place)
    for key, places in placed.items():
        numbers = frozenset(number for place in places for number in numbers_of_place(place))
        if numbers:
            yield Placed(*said, decided[key], tuple(places), numbers)


_OF_COURTS = frozenset({"judgment", "decision"})
"""Kinds that are compared though they name no form."""


@check(
    "LAW176",
    Severity.WARNING,
    "authorities",
    looks_at=lambda case: (authority for authority in case.graph.authorities if _form_of(authority)),
)
def authority_form_incomplete(case: CheckInput) -> Iterator[Finding]:
    """Compare the fields of each authority with those that its form needs."""
    for authority in case.graph.authorities:
        form = _form_of(authority)
        printed_in = case.graph.find("sources", Source, authority.source or "")
        if form is None or not (lacking := _lacking(authority, form, printed_in)):
            continue
        title = title_of(case.graph, "authorities", authority.id)
        yield case.finding(
            "authorities",
            authority.id,
            f"{f'{title} ({say.authority(authority)})' if title else say.authority(authority)} is cited by the form "
            f"{say.words(form.id)} and lacks {lacking}",
            f"add {lacking}; or write the whole citation under `citation`",
            at=("form",) if authority.form else (),
        )


def _form_of(authority: Authority) -> CitedForm | None:
    """Return the form by which an authority is cited; none where its citation is written out, or none is named."""
    if authority.citation:
        return None
    usual = authority.cited_by if authority.kind in _OF_COURTS or authority.source else None
    key = authority.form or usual
    return cited_forms()[key] if key else None


def _lacking(authority: Authority, form: CitedForm, printed_in: Source | None) -> str:
    """Name the fields that are missing, and those of which one is; the source that prints it may tell the State."""
    is_told_by_source = form.id == "foreign_law" and printed_in is not None and bool(printed_in.country)

    def has(name: str) -> bool:
        return bool(getattr(authority, name) or (is_told_by_source and name == "state"))

    missing = [say.words(name) for name in form.needs if not has(name)]
    filled = (all(map(has, group)) for group in form.needs_one_of)
    if form.needs_one_of and not any(filled):
        missing.append(" or ".join(" with ".join(say.words(name) for name in group) for group in form.needs_one_of))
    return " and ".join(missing)


_AT_ITS_END = re.compile(r"\bof\s+((?:[^\W\d_]+\s+|\d+\s+[^\W\d_]+\s+)?\d{4})$")
_RULING = frozenset({"judgment", "decision"})


@check("LAW171", Severity.WARNING, "authorities")
def authority_mismatch(case: CheckInput) -> Iterator[Finding]:
    """Compare the fields of each authority, and its date with what is taken from it."""
    for authority in case.graph.authorities:
        for fault in (*faults_of_citation(authority), *_of_name(authority), *_of_days(authority)):
            yield _finding_authority_told(case, authority, fault)
        if authority.date and not is_approximate(authority.date):
            yield from _later_than_it(case, authority, authority.date)


def _of_name(authority: Authority) -> Iterator[Fault]:
    found = None if has_several_days(authority) else _AT_ITS_END.search(authority.name)
    date = authority.date
    for told in times_in(found[1]) if found and date and not is_approximate(date) else ():
        if date and (told.last.last < date.first or date.last < told.first.first):
            yield Fault(
                ("name",), f"is dated {say.date(date)}, and its name ends in {say.words(found[1] if found else '')}"
            )


def _of_days(authority: Authority) -> Iterator[Fault]:
    final = authority.final_on.value if authority.final_on and not has_several_days(authority) else None
    for loc, what, when in (("final_on", "final or in force", final), ("read_on", "read", authority.read_on)):
        if when and authority.date and is_surely_before(when, authority.date):
            yield Fault((loc,), f"is dated {say.date(authority.date)}, and was {what} on {say.date(when)}, before that")


def _later_than_it(case: CheckInput, authority: Authority, date: When) -> Iterator[Finding]:
    """Note the holdings that name a later day, and the events that are later than the judgment they are taken from."""
    for place, holding in enumerate(authority.holdings):
        for told in times_in(holding.text):
            if date.last < told.first.first:
                what = f"and a holding names {say.words(holding.text[told.start : told.end])}, which is later"
                fault = Fault(("holdings", place), f"is dated {say.date(date)}, {what}")
                yield _finding_authority_told(case, authority, fault, Severity.INFO)
    for event in case.graph.events if authority.kind in _RULING else ():
        cited = any(citation.source == authority.id for citation in event.citations)
        if cited and event.dates and is_surely_before(date, event.dates):
            what = (
                f"is dated {say.date(date)}, and event {say.event(event)}, which is taken from it, "
                f"{say.date(event.dates)}"
            )
            yield _finding_authority_told(case, authority, Fault(("date",), what), Severity.INFO)


def _finding_authority_told(
    case: CheckInput, authority: Authority, fault: Fault, severity: Severity | None = None
) -> Finding:
    return case.finding(
        "authorities", authority.id, f"authority {say.authority(authority)} {fault.message}",
        "look at the authority itself, and correct the one that is wrong", at=fault.loc, severity=severity,
    )  # fmt: skip


_CALLED = {"events": "event", "commands": "command relation"}
_RESTS_ON_BASIS_CITED = ("citations", "legal_basis")


def _compared(case: CheckInput) -> Iterator[tuple[LegalBasis, list[PlaceInWords], list[Citation]]]:
    """Give the bases with their places of one kind, and the citations of places of that kind, all of one work."""
    for basis in legal_bases(case.graph):
        places = list(places_in_words(basis.words))
        kinds = {place.kind for place in places}
        cited = [one for one in basis.citations if one.pinpoint and one.pinpoint.type in kinds]
        if len(kinds) == 1 and len({one.source for one in cited}) == 1:
            yield basis, places, cited


@check(
    "LAW199",
    Severity.WARNING,
    "legal bases with a place that is cited",
    looks_at=_compared,
    rests_on={"commands": _RESTS_ON_BASIS_CITED, "events": _RESTS_ON_BASIS_CITED},
)
def basis_cited_elsewhere(case: CheckInput) -> Iterator[Finding]:
    """Compare the places of each basis with what its record cites."""
    for basis, places, cited in _compared(case):
        named = frozenset[int]().union(*(place.numbers for place in places))
        there = frozenset[int]().union(*(main_numbers(one.pinpoint.value) for one in cited if one.pinpoint))
        if named and there and not named & there:
            words = [f"{one.source}, {one.pinpoint.type} {one.pinpoint.value}" for one in cited if one.pinpoint]
            yield case.finding(
                basis.kind, basis.record_id,
                f"the legal basis of {_CALLED[basis.kind]} {say.of(basis.kind, basis.record_id)} is "
                f"{say.words(basis.words)}, and what it cites is {say.listed(words)}",
                "open the law, and correct the place that is wrong", at=("legal_basis",),
            )  # fmt: skip


_RESTS_ON_BASIS_LATER = ("citations", "dates", "legal_basis")


def _looks_at_basis_later(case: CheckInput) -> Iterator[Looked]:
    for kind, record_id, basis, _ in _based(case):
        is_known = any(one.is_own for one in years_of_law(basis))
        yield Looked(f"{kind}/{record_id}", "" if is_known else "its legal basis names no year of its own")


@check(
    "TIM171",
    Severity.WARNING,
    "events and commands",
    looks_at=_looks_at_basis_later,
    rests_on={"commands": _RESTS_ON_BASIS_LATER, "events": _RESTS_ON_BASIS_LATER},
)
def basis_later_than_act(case: CheckInput) -> Iterator[Finding]:
    """Compare the year of each basis with the beginning of what rests on it."""
    for kind, record_id, basis, dates in _based(case):
        years, start = tuple(years_of_law(basis)), dates.start
        # A law that was amended in a year was there in it: that year is not its own, and may clear it all the same.
        first = min((one.year for one in years), default=0) if any(one.is_own for one in years) else 0
        if start and not start.approximate and dates.latest_start.year < first:
            yield case.finding(
                kind, record_id,
                f"{say.of(kind, record_id)} is dated {say.date(dates)}, and its legal basis, {say.words(basis)}, is "
                f"of {first}",
                "correct the date or the law by their sources, or name the basis that there was at the beginning",
                at=("legal_basis",),
            )  # fmt: skip


def _based(case: CheckInput) -> Iterator[tuple[str, str, str, When]]:
    """Give the events and relations with a basis and dates."""
    for event in case.graph.events:
        if event.legal_basis and event.dates:
            yield "events", event.id, event.legal_basis, event.dates
    for command in case.graph.commands:
        if command.legal_basis and command.dates:
            yield "commands", command.id, command.legal_basis, command.dates.certain or command.dates.stated


_MADE = frozenset({"made_policy", "spread_policy"})


@value()
class Ruled:
    """What a rule is cited for, with its time."""

    kind: str
    record: str
    at: Loc
    what: str
    """As a finding says it: `command relation x`."""
    when: When | None
    citations: tuple[Citation, ...]
    basis: str = ""
    """What the record names as its legal basis."""
    is_conduct: bool = False
    """Whether it is the conduct of an allegation, whose time is looked at beside that of the ground."""


def _looks_at_rule_later(case: CheckInput) -> Iterator[Looked]:
    """Give the records that cite a dated rule for a time of theirs; of one without a time it cannot be told."""
    for ruled in _all(case):
        if cited_rules(case, ruled.citations, ruled.basis):
            yield Looked(f"{ruled.kind}/{ruled.record}", "" if ruled.when else "its time is not recorded")


@check("LAW125", Severity.WARNING, "records that cite a rule", looks_at=_looks_at_rule_later)
def rule_later_than_use(case: CheckInput) -> Iterator[Finding]:
    """Compare each time with the dates of the rules that are cited for it."""
    told: set[tuple[str, Loc]] = set()
    for ruled in _all(case):
        when, rules = ruled.when, cited_rules(case, ruled.citations, ruled.basis)
        if when is None or not rules or (ruled.record, ruled.at) in told:
            continue
        is_over = all(is_surely_before(when, issued) for _, issued in rules)
        has_no_other = len(rules) == len({citation.source for citation in ruled.citations}) and not ruled.is_conduct
        if is_over or (has_no_other and all(begins_before(when, issued) for _, issued in rules)):
            told.add((ruled.record, ruled.at))
            dated = ", ".join(f"{say.cited(key)} of {say.date(issued)}" for key, issued in rules)
            yield case.finding(
                ruled.kind, ruled.record,
                f"{ruled.what}, dated {say.date(when)}, {'was over' if is_over else 'began'} before the rule cited for "
                f"it: {dated}",
                "cite the rule that was in force then, or correct the date that is wrong",
                at=ruled.at, severity=Severity.INFO if ruled.is_conduct or not is_over else None,
            )  # fmt: skip


def _all(case: CheckInput) -> tuple[Ruled, ...]:
    return case.once(
        "what rules are cited for",
        lambda: (*_of_commands(case), *_of_events(case), *_of_roles(case), *_of_allegations(case)),
    )


def _of_commands(case: CheckInput) -> Iterator[Ruled]:
    for one in case.graph.commands:
        when = (one.dates.possible or one.dates.stated) if one.dates else None
        cited = (*one.citations, *(one.dates.citations if one.dates else ()))
        yield Ruled(
            "commands",
            one.id,
            ("citations",),
            f"command relation {say.command(one)}",
            when,
            cited,
            one.legal_basis or "",
        )


def _of_events(case: CheckInput) -> Iterator[Ruled]:
    for event in case.graph.events:
        if event.kind != "reform":
            what, basis = f"event {say.event(event)}", event.legal_basis or ""
            yield Ruled("events", event.id, ("citations",), what, event.dates, event.citations, basis)


def _of_roles(case: CheckInput) -> Iterator[Ruled]:
    for role in case.graph.roles:
        yield from _of_grounds("roles", role.id, (), role, role.responsibility)


def _of_allegations(case: CheckInput) -> Iterator[Ruled]:
    for allegation in case.pursued:
        for n, alleged in enumerate(allegation.roles):
            if role := case.role(alleged.role):
                grounds = tuple(_of_grounds("allegations", allegation.id, ("roles", n), role, alleged.responsibility))
                yield from grounds
                yield from _of_conduct(case, allegation, role, grounds)


def _of_conduct(case: CheckInput, allegation: Allegation, role: Role, grounds: tuple[Ruled, ...]) -> Iterator[Ruled]:
    """Give the conduct that a role is to answer for, where the ground goes on after it."""
    times = times_of_conduct(case, allegation)
    for ground in grounds if len(times) == 1 else ():
        if ground.when and ends_after(ground.when, times[0]):
            what = f"the conduct for which role {say.role(role)} is to answer"
            yield replace(ground, what=what, when=times[0], is_conduct=True)


def _of_grounds(kind: str, record: str, at: Loc, role: Role, grounds: tuple[Responsibility, ...]) -> Iterator[Ruled]:
    for n, ground in enumerate(grounds):
        if ground.link == "author_or_promoter" or _MADE & {*ground.conduct}:
            continue  # who makes a rule is there before it
        when = ground.period or role.dates.possible or role.dates.stated
        what = f"the responsibility from role {say.role(role)}"
        yield Ruled(kind, record, (*at, "responsibility", n, "citations"), what, when, ground.citations)


@check(
    "TIM151",
    Severity.INFO,
    "allegations",
    looks_at=with_evidence,
    rests_on={"allegations": ("events", "evidence", "period")},
)
def authority_later_than_conduct(case: CheckInput) -> Iterator[Finding]:
    """Compare each authority that is evidence of a risk or a knowledge with the time of the conduct."""
    for allegation in case.pursued:
        times = _times(case, allegation)
        for position, item in enumerate(allegation.evidence):
            authority = case.graph.find("authorities", Authority, item.source)
            known = (case.catalogue.elements.get(one) for one in item.elements)
            elements = ", ".join(marked(element.label) for element in known if element and element.at_the_time)
            date = authority.date if authority and elements and not item.against else None
            if date and times and all(is_surely_before(time, date) for time in times):
                yield case.finding(
                    "allegations", allegation.id,
                    f"{say.authority(item.source)} of {say.date(date)} is cited for {elements}; all conduct in "
                    f"allegation {say.allegation(allegation)} is earlier: {say.date(times[-1])}",
                    "add what could be known at the time and take the elements out of this item; where it tells of "
                    "that time, give the paragraph and decide the finding",
                    at=("evidence", position, "source"), alike=f"{item.source} {elements}",
                )  # fmt: skip


def _times(case: CheckInput, allegation: Allegation) -> tuple[When, ...]:
    if allegation.period:
        return (allegation.period,)
    events = (case.graph.find("events", Event, event) for event in allegation.events)
    charged = [event for event in events if event and not event.context_only]
    return tuple(event.dates for event in charged if event.dates) if all(event.dates for event in charged) else ()


def _looks_at_contention_beside(case: CheckInput) -> Iterator[Looked]:
    """Give the records that say something of a judgment and cite its paragraphs."""
    yield from (Looked(record) for record in dict.fromkeys(one.record for one in _looked_at(case)))


@check("LAW162", Severity.INFO, "what rests on a judgment", looks_at=_looks_at_contention_beside)
def contention_outside_holdings(case: CheckInput) -> Iterator[Finding]:
    """Compare the places cited with those of the holdings, and those of one contention with one another."""
    for one in _looked_at(case):
        if one.is_adjacent:
            yield _finding_contention_beside(case, one, f"and its recorded holdings stand at {say.listed(one.held_at)}")
    told: dict[tuple[str, tuple[str, ...]], Placed] = {}
    for one in contended(case):
        first = told.setdefault((one.authority.id, words_of(one.words)), one)
        if not first.numbers & one.numbers:
            yield _finding_contention_beside(
                case, one, f"and {say.record(first.record)} contends the same from {say.listed(first.places)}"
            )


def _looked_at(case: CheckInput) -> Iterator[Placed]:
    yield from chain(contended(case), as_evidence(case))


def _finding_contention_beside(case: CheckInput, one: Placed, besides: str) -> Finding:
    return case.finding(
        one.kind, one.record_id,
        f"{one.what} {say.authority(one.authority)} rests on its paragraph {say.listed(one.places)}, {besides}",
        "cite the place of the holding, or record what is held at this one", at=one.loc,
        outcome=Outcome.FAILED if one.is_contended else Outcome.CANNOT_TELL,
    )  # fmt: skip


@check("LAW155", Severity.WARNING, "authorities", looks_at=records_of("authorities", "allegations"))
def contention_without_place(case: CheckInput) -> Iterator[Finding]:
    """Look at the contentions of authorities, and at those of allegations that cite one."""
    decided = {one.id: one for one in case.graph.authorities if one.kind in DECIDED}
    for authority in decided.values():
        bare = [place for place, one in enumerate(authority.contentions) if not _is_placed(authority, one.citations)]
        if bare:
            yield _finding_contention_place(
                case, "authorities", authority, authority.id, ("contentions", bare[0], "value"), len(bare)
            )
    for allegation in case.pursued:
        for place, contention in enumerate(allegation.contentions):
            for authority in _cited(decided, contention.citations):
                if not _is_placed(authority, contention.citations) and not _has_place(authority):
                    yield _finding_contention_place(
                        case, "allegations", authority, allegation.id, ("contentions", place, "value"), 1
                    )


def _has_place(authority: Authority) -> bool:
    return any(holding.paragraph for holding in authority.holdings)


def _is_placed(authority: Authority, citations: Iterable[Citation]) -> bool:
    return any(one.source == authority.id and one.pinpoint for one in citations)


def _cited(decided: dict[str, Authority], citations: Iterable[Citation]) -> Iterator[Authority]:
    yield from (decided[key] for key in dict.fromkeys(one.source for one in citations) if key in decided)


def _finding_contention_place(
    case: CheckInput, kind: str, authority: Authority, record_id: str, loc: tuple[str | int, ...], number: int
) -> Finding:
    said = "a contention on" if number == 1 else f"{number} contentions on"
    return case.finding(
        kind, record_id, f"{said} {say.authority(authority)} name{'s' if number == 1 else ''} no place in it",
        "cite the paragraph on which it rests, or record the holding with its paragraph", at=loc,
    )  # fmt: skip


def _looks_at_unverified_rule(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that name law, the judgments with holdings, and the filings, whose forums have rules."""
    yield from with_provisions(case)
    yield from (Looked(f"authorities/{one.id}") for one in with_holdings(case))
    yield from (Looked(f"filings/{filing.id}") for filing, profile in case.filings if profile.rules)


@check(
    "LAW104",
    Severity.INFO,
    "allegations, judgments and filings",
    looks_at=_looks_at_unverified_rule,
    rests_on={"allegations": ("provisions",)},
)
def unverified_rule(case: CheckInput) -> Iterator[Finding]:
    """Find the provisions and forums that rest on what nobody read."""
    for allegation in case.pursued:
        yield from _provisions(case, allegation)
    for authority in with_holdings(case):
        unread = [place for place, one in enumerate(authority.holdings) if not one.verified]
        if unread:
            named = say.listed(authority.holdings[place].id for place in unread)
            were = "1 was" if len(unread) == 1 else f"{len(unread)} were"
            yield case.finding(
                "authorities", authority.id,
                f"of what is recorded as held in {say.authority(authority)}, {were} not read in it: {named}",
                "read it there, record the paragraph, and set `verified: true`", at=("holdings", unread[0]),
            )  # fmt: skip
    for filing, profile in case.filings:
        yield from _forum(case, filing, profile)


def _provisions(case: CheckInput, allegation: Allegation) -> Iterator[Finding]:
    unread = ", ".join(dict.fromkeys(_unread(case, allegation)))
    if unread:
        yield case.finding(
            "allegations", allegation.id,
            f"allegation {say.allegation(allegation)} rests on law that was not read at its source: {unread}",
            "read it at its source before filing, and say in `decisions.yaml` where and when", at=("provisions",),
            alike=unread,
        )  # fmt: skip


def _unread(case: CheckInput, allegation: Allegation) -> Iterator[str]:
    for alleged in allegation.provisions:
        instrument = case.catalogue.instrument(alleged.instrument) if alleged.instrument else None
        provision = instrument.provision(alleged.provision) if instrument and alleged.provision else None
        if instrument and provision and not provision.verified:
            yield f"{instrument.abbreviation} {instrument.pinpoint(provision.number)}"


def _forum(case: CheckInput, filing: Filing, profile: Profile) -> Iterator[Finding]:
    """Tell of rules of law that nobody read, and of customs of the trade, which stand nowhere."""
    unread = [rule for rule in profile.rules if not rule.verified]
    customs = [rule for rule in unread if rule.source == PRACTICE and not rule.recheck_by]
    law = [rule for rule in unread if rule not in customs]
    told = [f"{len(law)} {'was' if len(law) == 1 else 'were'} not read at the source"] if law else []
    told += [f"{len(customs)} {'is' if len(customs) == 1 else 'are'} custom of the trade"] if customs else []
    if told:
        yield case.finding(
            "filings", filing.id, f"of the {len(profile.rules)} rules of {say.words(profile.id)}, {' and '.join(told)}",
            "read the former before filing: `forum.yaml` says where" if law else "compare them with your own practice",
            at=("forum",), notes=(*_named(law, customs), *_limbs_unread(profile)), alike=profile.id,
        )  # fmt: skip


def _named(law: Sequence[Rule], customs: Sequence[Rule]) -> Iterator[str]:
    for what, rules in (("not read at the source", law), ("custom of the trade", customs)):
        if rules:
            yield f"{what}: {say.listed(rule.id for rule in rules)}"


def _limbs_unread(profile: Profile) -> Iterator[str]:
    if unread := [limb.id for limb in profile.legal_test if not limb.verified]:
        yield f"limbs not read at the source: {say.listed(unread)}"
