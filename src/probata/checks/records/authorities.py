"""Judgments, laws and documents that are relied on: their own records, their dates, and what is taken from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from probata.checks.engine.case import KIND_OF, CheckInput, Loc
from probata.checks.engine.check import Looked, check, itself, records_of, with_evidence
from probata.checks.engine.finding import Finding, marked, title_of
from probata.checks.prose.citations import numbers_of_place
from probata.checks.prose.times import StatedTime, times_in
from probata.checks.prose.words import LANGUAGES, any_of, word_list
from probata.checks.tenures.alleged_grounds import each_ground, times_of_conduct
from probata.checks.tenures.sure_days import begins_before, ends_after, is_approximate, is_surely_before
from probata.citation import CitedForm, cited_forms
from probata.diagnostics import Severity, say
from probata.forum import Profile, Rule
from probata.forum.sourced import PRACTICE
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.citation import Citation, PinpointType, kind_of_place
from probata.model.command import CommandRelation
from probata.model.dates import When
from probata.model.event import Event
from probata.model.role import Role
from probata.model.source_record import Source

_DECIDED = frozenset({"judgment", "decision"})
"""Kinds of authorities that hold something; they are cited by a form though they name none."""


def _form_of(authority: Authority) -> CitedForm | None:
    """Return the form by which an authority is cited; none where its citation is written out, or none is named."""
    usual = authority.cited_by if authority.kind in _DECIDED or authority.source else None
    key = None if authority.citation else authority.form or usual
    return cited_forms()[key] if key else None


@check("LAW176", Severity.WARNING, "authorities", looks_at=itself)
def authority_form_incomplete(case: CheckInput) -> Iterator[Finding | Looked]:
    for authority in case.graph.authorities:
        form = _form_of(authority)
        if form is None:
            continue
        yield Looked(f"authorities/{authority.id}")
        filled = {name for name in type(authority).model_fields if getattr(authority, name)}
        printed_in = case.graph.find("sources", Source, authority.source or "")
        if form.id == "foreign_law" and printed_in and printed_in.country:
            filled.add("state")
        lacking = [say.words(name) for name in form.needs if name not in filled]
        if form.needs_one_of and not any(filled.issuperset(group) for group in form.needs_one_of):
            lacking.append(" or ".join(" with ".join(map(say.words, group)) for group in form.needs_one_of))
        if lacking:
            title = title_of(case.graph, "authorities", authority.id)
            name = f"{title} ({say.authority(authority)})" if title else say.authority(authority)
            fields = " and ".join(lacking)
            yield case.finding_on(
                authority,
                f"{name} is cited by the form {say.words(form.id)} and lacks {fields}",
                f"add {fields}; or write the whole citation under `citation`",
                at=("form",) if authority.form else (),
            )


# What the record of an authority says in two ways.

_AT_ITS_END = re.compile(r"\bof\s+((?:[^\W\d_]+\s+|\d+\s+[^\W\d_]+\s+)?\d{4})$")
_YEAR_OF_IT = re.compile(r"\([^()]*[^\W\d_]{2,},?\s+((?:1[89]|20)\d\d)\)|\(((?:1[89]|20)\d\d)\)(?=\s+UN\s+Doc)")
_COURT = re.compile(
    r"(?:[^\W\d_]+\s+)*?(?:Court|Tribunal|Committee|Council|Commission)\b(?:\s+(?:of|for|on|the|and|[A-Z]\w+)\b)*"
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_PART = re.compile(r"\d+|[^\W\d_]+|.", re.DOTALL)


@check("LAW171", Severity.WARNING, "authorities")
def authority_mismatch(case: CheckInput) -> Iterator[Finding]:
    for authority in case.graph.authorities:
        for field, message in _mismatches(authority):
            yield case.finding_on(
                authority,
                f"authority {say.authority(authority)} {message}",
                "look at the authority itself, and correct the one that is wrong",
                at=(field,),
            )


def _mismatches(authority: Authority) -> Iterator[tuple[str, str]]:
    """Give the fields that contradict another, with what is found; what is empty decides nothing."""
    citation, date = authority.citation or "", authority.date
    # Of a law that was amended or revised the date may be any of its days.
    is_amended = authority.kind in {"statute", "other"} and _is_revised(f"{authority.name}; {citation}")
    if date and not is_amended:
        if not is_approximate(date):
            at_end = _AT_ITS_END.search(authority.name)
            for field, times in (("citation", _dates(citation)), ("name", list(times_in(at_end[1])) if at_end else [])):
                if times and all(one.last.last < date.first or date.last < one.first.first for one in times):
                    text = citation if field == "citation" else at_end[1] if at_end else ""
                    words = say.words(text[times[0].start : times[0].end])
                    yield field, f"is dated {say.date(date)}, and its {field} gives {words}"
        final = authority.final_on.value if authority.final_on else None
        if final and is_surely_before(final, date):
            yield "final_on", f"is dated {say.date(date)}, and was final or in force before that, {say.date(final)}"
    if date and authority.read_on and is_surely_before(authority.read_on, date):
        yield "read_on", f"is dated {say.date(date)}, and was read before that, {say.date(authority.read_on)}"
    if authority.number and (number := _other_number(authority.number, citation)):
        yield "citation", f"has number {say.words(authority.number)}, and its citation gives {say.words(number)}"
    if authority.court and (court := _other_court(authority.court, citation)):
        yield "citation", f"is of {say.words(authority.court)}, and its citation gives {say.words(court)}"


def _dates(citation: str) -> list[StatedTime]:
    """Return the dates of a citation; years alone where no date is more precise, and only those that are its own."""
    stated = list(times_in(citation))
    own = {match.start(1 if match[1] else 2) for match in _YEAR_OF_IT.finditer(citation)}
    return [one for one in stated if one.last.month] or [one for one in stated if one.start in own]


def _other_number(number: str, citation: str) -> str:
    """Return a number of the same form, where the citation gives such a one and not the number itself."""
    has_form = re.search(r"\d", number) and re.search(r"\D", number.strip())
    if not has_form or _plain(number) in _plain(citation):
        return ""
    parts = _PART.findall(number.strip())
    form = "".join(r"\d+" if part.isdigit() else r"\s+" if part.isspace() else re.escape(part) for part in parts)
    found = re.search(rf"(?<![\w/.-]){form}(?![\w/])", citation)
    return found[0] if found else ""


def _other_court(court: str, citation: str) -> str:
    """Return a court whose name is that of the record but for one word, where the citation does not give that one."""
    name = _IN_BRACKETS.sub("", court)
    if _plain(name) in _plain(citation):
        return ""
    words = name.split()
    for match in _COURT.finditer(citation):
        other = match[0].split()
        if len(other) == len(words) > 2 and sum(a != b for a, b in zip(words, other, strict=True)) == 1:
            return match[0]
    return ""


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").casefold().split())


def _is_revised(words: str) -> bool:
    """Tell whether a name or citation says that the law was changed, so that it bears more days than one."""
    unspaced = str(word_list("law_years")["revised_unspaced"])
    return bool(any_of("law_years", "revised").search(words) or re.search(unspaced, words))


_YEAR = r"(?:1[89]|20)\d\d"


@cache
def _around_years() -> tuple[re.Pattern[str], ...]:
    """Return what stands before the number of a place, before a year of change, and behind one."""
    places, changed, changes = (
        "|".join(word_list("law_years")[key]).replace(" ", r"\s+") for key in ("places", "changed", "changes")
    )
    others = rf"(?:,\s*{_YEAR})*(?:,?\s*(?:and|et|y)\s*|,\s*)?"  # “amended in 2018, 2020 and 2022”
    forms = (
        rf"(?<!\w)(?:{places})\s*(?:\d+\s*(?:,|and|et|y|to|–|-)\s*)*$",
        rf"(?<!\w)(?:{changed})(?!\w)[^;,()]*{others}$",
        rf"\s+(?:{changes})(?!\w)",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _year_of_law(name: str) -> int:
    """Return the earliest year in the name of a law that gives one of its own, else 0; numbers of articles are none.

    A law that was amended, revised or printed in a year was there in it: that year is not its own, and may be earlier.
    """
    before_place, before_change, behind_change = _around_years()
    years: list[int] = []
    has_own = False
    for match in re.finditer(rf"(?<![\w/.-]){_YEAR}(?![\w/-])", name):
        before = name[: match.start()]
        if not before_place.search(before):
            years.append(int(match[0]))
            has_own = has_own or not (before_change.search(before) or behind_change.match(name, match.end()))
    return min(years) if has_own else 0


# The place that a legal basis names, and the place that its record cites.

_NUMBER = r"\d{1,5}[a-zA-Z]?(?:\(\w{1,4}\))*"
_JOINED = r"(?:\s*[-–,]\s*|\s+(?:to|and)\s+)"
_PLACE = re.compile(
    r"(?<![\w.-])(?P<word>para(?:graph)?s?\.?|cls?\.?|clauses?|arts?\.?|articles?|sections?|regs?\.?|regulations?)\s+"
    rf"(?P<numbers>{_NUMBER}(?:{_JOINED}{_NUMBER})*)(?![\w(])",
    re.IGNORECASE,
)
_PART_OF_PLACE = re.compile(r"(?<=\d)(?:[a-zA-Z]?(?:\(\w{1,4}\))+|[a-zA-Z]\b)")
"""What stands behind a number and is a part of its place."""


def _main_numbers(value: str) -> frozenset[int]:
    """Return the numbers of a place without those of its parts: 4 of `4(2)`, all of a range; none where it has none."""
    return numbers_of_place(re.sub(r"\s+to\s+", "-", _PART_OF_PLACE.sub("", value)))


class _Basis(NamedTuple):
    """A record whose legal basis names places of one kind, and what it cites of that kind from one work."""

    record: Event | CommandRelation
    named: frozenset[int]
    cited: list[Citation]


def _bases(case: CheckInput) -> Iterator[_Basis]:
    records: tuple[Event | CommandRelation, ...] = (*case.graph.events, *case.graph.commands)
    for record in records:
        places: dict[PinpointType, set[int]] = {}
        for match in _PLACE.finditer(record.legal_basis or ""):
            if kind := kind_of_place(match["word"].casefold()):
                places.setdefault(kind, set()).update(_main_numbers(match["numbers"]))
        cited = [one for one in record.citations if one.pinpoint and one.pinpoint.type in places]
        if len(places) == 1 and len({one.source for one in cited}) == 1:
            yield _Basis(record, frozenset(next(iter(places.values()))), cited)


@check(
    "LAW199",
    Severity.WARNING,
    "legal bases with a place that is cited",
    looks_at=itself,
    rests_on={"commands": ("citations", "legal_basis"), "events": ("citations", "legal_basis")},
)
def basis_cited_elsewhere(case: CheckInput) -> Iterator[Finding | Looked]:
    for record, named, cited in _bases(case):
        yield Looked(f"{KIND_OF[type(record)]}/{record.id}")
        places = [(one.source, one.pinpoint) for one in cited if one.pinpoint]
        there = frozenset[int]().union(*(_main_numbers(place.value) for _, place in places))
        if named and there and not named & there:
            yield case.finding_on(
                record,
                f"the legal basis of {say.of(KIND_OF[type(record)], record)} is {say.words(record.legal_basis)}; what "
                f"it cites is {say.listed(f'{source}, {place.type} {place.value}' for source, place in places)}",
                "open the law, and correct the place that is wrong",
                at=("legal_basis",),
            )


# What rules are cited for, with its time.


class _Ruled(NamedTuple):
    """Something for which rules are cited or named, with its time."""

    record: Event | CommandRelation | Role | Allegation
    at: Loc
    what: str
    when: When | None
    citations: tuple[Citation, ...]
    basis: str = ""
    """What the record names as its legal basis."""
    is_conduct: bool = False
    """Whether it is the conduct of an allegation, whose time is looked at besides that of the ground."""


def _ruled(case: CheckInput) -> tuple[_Ruled, ...]:
    return case.once("what rules are cited for", lambda: tuple(_find_ruled(case)))


def _find_ruled(case: CheckInput) -> Iterator[_Ruled]:
    for one in case.graph.commands:
        when = (one.dates.possible or one.dates.stated) if one.dates else None
        cited = (*one.citations, *(one.dates.citations if one.dates else ()))
        yield _Ruled(one, ("citations",), f"relation {say.command(one)}", when, cited, one.legal_basis or "")
    for event in case.graph.events:
        if event.kind != "reform":
            what = f"event {say.event(event)}"
            yield _Ruled(event, ("citations",), what, event.dates, event.citations, event.legal_basis or "")
    for record, loc, role, ground in each_ground(case):
        if ground.link == "author_or_promoter" or {"made_policy", "spread_policy"} & {*ground.conduct}:
            continue  # who makes a rule is there before it
        when, at = ground.period or role.dates.possible or role.dates.stated, (*loc, "citations")
        yield _Ruled(record, at, f"the responsibility from role {say.role(role)}", when, ground.citations)
        times = times_of_conduct(case, record) if isinstance(record, Allegation) else ()
        if len(times) == 1 and ends_after(when, times[0]):
            what = f"the conduct for which role {say.role(role)} is to answer"
            yield _Ruled(record, at, what, times[0], ground.citations, is_conduct=True)


def _cited_rules(case: CheckInput, ruled: _Ruled) -> list[tuple[str, When]]:
    """Return the rules that are cited, each once with its date; none where one of them has no date.

    A work that the record names as its legal basis, by number or title, is a rule for it.
    """
    found: dict[str, When | None] = {}
    for citation in ruled.citations:
        work = case.work(citation.source)
        if isinstance(work, Authority) and work.kind in {"statute", "interpretation"}:
            found[work.id] = work.date
        elif isinstance(work, Source):
            names = (name.casefold() for name in (work.number, work.title, work.translated_title) if name)
            is_named = any(len(name) > len("No 1234") and name in ruled.basis.casefold() for name in names)
            if work.type == "legislation" or _is_order(work) or is_named:
                found[work.id] = work.issued
    dated = [(key, when) for key, when in found.items() if when]
    return dated if len(dated) == len(found) else []


def _is_order(source: Source) -> bool:
    """Tell whether a work with a number calls itself an order, a directive or a decree."""
    if not source.number or source.type not in ("document", "report"):
        return False
    translated = (texts.get("translated_title") or texts.get("title") for texts in source.translations.values())
    names = " ; ".join(filter(None, (source.number, source.title, source.translated_title, *translated)))
    is_rule, is_once = (any(any_of("rules", key, one).search(names) for one in LANGUAGES) for key in ("rules", "once"))
    return is_rule and not is_once


@check("LAW125", Severity.WARNING, "records that cite a rule", looks_at=itself)
def rule_later_than_use(case: CheckInput) -> Iterator[Finding | Looked]:
    found: set[tuple[str, Loc]] = set()
    for ruled in _ruled(case):
        when, rules, year = ruled.when, _cited_rules(case, ruled), _year_of_law(ruled.basis)
        if ruled.basis or rules:
            why = "" if when else "its time is not recorded"
            yield Looked(f"{KIND_OF[type(ruled.record)]}/{ruled.record.id}", why)
        if when is None or (ruled.record.id, ruled.at) in found:
            continue
        is_over = bool(rules) and all(is_surely_before(when, issued) for _, issued in rules)
        has_no_other = len(rules) == len({citation.source for citation in ruled.citations}) and not ruled.is_conduct
        began = bool(rules) and has_no_other and all(begins_before(when, issued) for _, issued in rules)
        is_dated = when.start is not None and not when.start.approximate
        if is_over or began:
            later = ", ".join(f"{say.cited(key)} of {say.date(issued)}" for key, issued in rules)
        elif is_dated and when.latest_start.year < year:
            later = say.words(ruled.basis)
        else:
            continue
        found.add((ruled.record.id, ruled.at))
        yield case.finding_on(
            ruled.record,
            f"{ruled.what}, dated {say.date(when)}, {'was over' if is_over else 'began'} before the rule on which it "
            f"rests: {later}",
            "name the rule that was in force then, or correct the date that is wrong",
            at=ruled.at if is_over or began else ("legal_basis",),
            severity=Severity.INFO if ruled.is_conduct or (began and not is_over) else None,
        )


@check(
    "TIM151",
    Severity.INFO,
    "allegations",
    looks_at=with_evidence,
    rests_on={"allegations": ("events", "evidence", "period")},
)
def authority_later_than_conduct(case: CheckInput) -> Iterator[Finding]:
    for allegation in case.pursued:
        times = _times(case, allegation)
        for position, item in enumerate(allegation.evidence):
            authority = case.graph.find("authorities", Authority, item.source)
            known = (case.catalogue.elements.get(one) for one in item.elements)
            elements = ", ".join(marked(element.label) for element in known if element and element.at_the_time)
            date = authority.date if authority and elements and not item.against else None
            if date and times and all(is_surely_before(time, date) for time in times):
                yield case.finding_on(
                    allegation,
                    f"{say.authority(item.source)} of {say.date(date)} is cited for {elements}; all conduct in "
                    f"allegation {say.allegation(allegation)} is earlier: {say.date(times[-1])}",
                    "add what could be known at the time and take the elements out of this item; where it is about "
                    "that time, give the paragraph and decide the finding",
                    at=("evidence", position, "source"),
                    alike=f"{item.source} {elements}",
                )


def _times(case: CheckInput, allegation: Allegation) -> tuple[When, ...]:
    if allegation.period:
        return (allegation.period,)
    charged = [event.dates for _, event in case.events_of(allegation)]
    return tuple(when for when in charged if when) if all(charged) else ()


@check("LAW155", Severity.WARNING, "authorities", looks_at=records_of("authorities", "allegations"))
def contention_without_place(case: CheckInput) -> Iterator[Finding]:
    decided = {one.id: one for one in case.graph.authorities if one.kind in _DECIDED}
    bare: list[tuple[Authority | Allegation, Authority, int, str]] = []
    for authority in decided.values():
        found = [n for n, one in enumerate(authority.contentions) if not _is_placed(authority, one.citations)]
        if found:
            number = "a contention" if len(found) == 1 else f"{len(found)} contentions"
            bare.append((authority, authority, found[0], number))
    for allegation in case.pursued:
        for place, contention in enumerate(allegation.contentions):
            for key in dict.fromkeys(one.source for one in contention.citations if one.source in decided):
                has_place = any(holding.paragraph for holding in decided[key].holdings)
                if not has_place and not _is_placed(decided[key], contention.citations):
                    bare.append((allegation, decided[key], place, "a contention"))
    for record, authority, place, number in bare:
        yield case.finding_on(
            record,
            f"{number} on {say.authority(authority)} name{'s' if number.startswith('a ') else ''} no place in it",
            "cite the paragraph on which it rests, or record the holding with its paragraph",
            at=("contentions", place, "value"),
        )


def _is_placed(authority: Authority, citations: Sequence[Citation]) -> bool:
    return any(one.source == authority.id and one.pinpoint for one in citations)


@check(
    "LAW104",
    Severity.INFO,
    "allegations, judgments and filings",
    looks_at=itself,
    rests_on={"allegations": ("provisions",)},
)
def unverified_rule(case: CheckInput) -> Iterator[Finding | Looked]:
    for allegation in case.pursued:
        unread: dict[str, None] = {}
        if allegation.provisions:
            yield Looked(f"allegations/{allegation.id}")
        for alleged in allegation.provisions:
            instrument = case.catalogue.instrument(alleged.instrument) if alleged.instrument else None
            provision = instrument.provision(alleged.provision) if instrument and alleged.provision else None
            if instrument and provision and not provision.verified:
                unread[f"{instrument.abbreviation} {instrument.pinpoint(provision.number)}"] = None
        if unread:
            law = ", ".join(unread)
            yield case.finding_on(
                allegation,
                f"allegation {say.allegation(allegation)} rests on law that was not read at its source: {law}",
                "read it at its source before filing, and say in `decisions.yaml` where and when",
                at=("provisions",),
                alike=law,
            )
    for authority in case.graph.authorities:
        places = [place for place, one in enumerate(authority.holdings) if not one.verified]
        if authority.kind in _DECIDED and authority.holdings:
            yield Looked(f"authorities/{authority.id}")
        if places and authority.kind in _DECIDED:
            yield case.finding_on(
                authority,
                f"of what is recorded as held in {say.authority(authority)}, {_were(places)} not read in it: "
                f"{say.listed(authority.holdings[place].id for place in places)}",
                "read it there, record the paragraph, and set `verified: true`",
                at=("holdings", places[0]),
            )
    for filing, profile in case.filings:
        of_law, customs = _unread_rules(profile)
        if profile.rules:
            yield Looked(f"filings/{filing.id}")
        parts = [f"{_were(of_law)} not read at the source"] if of_law else []
        parts += [f"{len(customs)} {'is' if len(customs) == 1 else 'are'} custom of the trade"] if customs else []
        limbs = [limb.id for limb in profile.legal_test if not limb.verified]
        if parts:
            yield case.finding_on(
                filing,
                f"of the {len(profile.rules)} rules of {say.words(profile.id)}, {' and '.join(parts)}",
                "read the former before filing: `forum.yaml` says where"
                if of_law
                else "compare them with your own practice",
                at=("forum",),
                notes=tuple(
                    f"{what}: {say.listed(ids)}"
                    for what, ids in (
                        ("not read at the source", [rule.id for rule in of_law]),
                        ("custom of the trade", [rule.id for rule in customs]),
                        ("limbs not read at the source", limbs),
                    )
                    if ids
                ),
                alike=profile.id,
            )


def _unread_rules(profile: Profile) -> tuple[list[Rule], list[Rule]]:
    """Return the rules of law that nobody read, and the customs of the trade, which stand nowhere."""
    unread = [rule for rule in profile.rules if not rule.verified]
    customs = [rule for rule in unread if rule.source == PRACTICE and not rule.recheck_by]
    return [rule for rule in unread if rule not in customs], customs


def _were(several: Sequence[object]) -> str:
    return "1 was" if len(several) == 1 else f"{len(several)} were"
