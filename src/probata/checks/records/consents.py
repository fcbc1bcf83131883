"""Consents of persons: given in time, still in force, and by somebody who may give them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.tenures.sure_days import FULL_AGE, births_of, is_minor, is_surely_before
from probata.diagnostics import Severity, say
from probata.disclosure import parts_played
from probata.graph.case_graph import CaseGraph
from probata.model.case_file import Filing
from probata.model.consent import Consent
from probata.model.dates import Answer, When
from probata.model.person import Person
from probata.model.source_record import Source

# Who may appear only with a consent: those whose record says so, and those whose part a forum of the case names.


def parts_of(case: CheckInput) -> dict[str, set[str]]:
    """Return the parts that each person plays, as the disclosure counts them."""
    return case.once("parts played", lambda: parts_played(case.graph))


def need_consent(case: CheckInput) -> frozenset[str]:
    """Return the persons who need a consent for at least one filing that is looked at."""
    wanted = {part for _, profile in case.filings for part in profile.disclosure.consent_of}
    parts = parts_of(case)
    return frozenset(one.id for one in case.graph.people if one.consent_required or wanted & parts[one.id])


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a person said to somebody, with its day."""

    person: str
    when: When | None
    kind: str
    record: str
    at: Loc
    severity: Severity
    what: str


def _spoken_by_protected(case: CheckInput) -> Iterator[Looked]:
    """Give the words of protected persons; without the day of each consent it cannot be told."""
    protected = need_consent(case)
    consents = _dated_consents(case.graph)
    for spoken in (*_statements(case.graph), *_interviews(case.graph)):
        if spoken.person in protected:
            known = spoken.when and spoken.person in consents
            yield Looked(
                f"{spoken.kind}/{spoken.record}", "" if known else "its day or that of a consent is not recorded"
            )


@check("TIM114", Severity.WARNING, "words of protected persons", looks_at=_spoken_by_protected)
def consent_after_statement(case: CheckInput) -> Iterator[Finding]:
    """Compare what each protected person said with the first of the person's consents."""
    protected = need_consent(case)
    consents = _dated_consents(case.graph)
    for spoken in (*_statements(case.graph), *_interviews(case.graph)):
        own = consents.get(spoken.person, []) if spoken.person in protected else []
        when = spoken.when
        if when and own and all(is_surely_before(when, day) for _, day in own):
            consent, day = min(own, key=lambda one: one[1].first)
            yield case.finding(
                spoken.kind, spoken.record,
                f"{spoken.what} is dated {say.date(when)}, and the first consent of {say.person(spoken.person)}, "
                f"{say.consent(consent)}, {say.date(day)}",
                "record the consent under which the person spoke, or correct the date that is wrong",
                at=spoken.at, severity=spoken.severity,
            )  # fmt: skip


def _dated_consents(graph: CaseGraph) -> dict[str, list[tuple[Consent, When]]]:
    """Return the consents that were given, by person; a person with one that has no day is left out."""
    found: dict[str, list[tuple[Consent, When]]] = {}
    undated: set[str] = set()
    for consent in graph.consents:
        if consent.status in {"given", "withdrawn"} and consent.obtained_on:
            found.setdefault(consent.person, []).append((consent, consent.obtained_on))
        elif consent.status in {"given", "withdrawn"}:
            undated.add(consent.person)
    return {person: given for person, given in found.items() if person not in undated}


def _statements(graph: CaseGraph) -> Iterator[Spoken]:
    for made in graph.statements:
        field, when = ("made_on", made.made_on) if made.made_on else ("signed_on", made.signed_on)
        yield Spoken(
            made.person, when, "statements", made.id, (field,), Severity.WARNING, f"statement {say.statement(made)}"
        )  # fmt: skip


def _interviews(graph: CaseGraph) -> Iterator[Spoken]:
    for words in graph.quotations:
        source = graph.find("sources", Source, words.quoted_in.source if words.quoted_in else "")
        if source and source.type == "interview" and words.speaker.person:
            yield Spoken(
                words.speaker.person, words.date or source.issued, "quotations", words.id, ("quoted_in",),
                Severity.INFO, f"quotation {say.quotation(words)} from interview {say.source(source)}",
            )  # fmt: skip


_HELP = "ask the person again and record the new consent, or leave the person out"


@check("TIM115", Severity.WARNING, "consents", raised="must fix where the document still shows the person")
def consent_ended(case: CheckInput) -> Iterator[Finding]:
    """Look at the consents for the forum of each filing, person by person."""
    told: set[tuple[str, Severity | None]] = set()
    for filing in case.looked_at:
        by_person: dict[str, list[Consent]] = {}
        for consent in case.graph.consents:
            if filing.forum in consent.forums:
                by_person.setdefault(consent.person, []).append(consent)
        for consents in by_person.values():
            found = _ended(case, filing, consents) or _taken_back(case, consents)
            if found and (found.record, found.severity) not in told:
                told.add((found.record, found.severity))
                yield found


def _ended(case: CheckInput, filing: Filing, consents: list[Consent]) -> Finding | None:
    """Return what is to be said where every consent that was given has run out on the day of the filing."""
    day = filing.date or case.graph.case.as_of
    given = [consent for consent in consents if consent.status == "given"]
    ended = [(one.until, one) for one in given if one.until and not one.holds_on(day)]
    if day is None or not given or len(ended) < len(given):
        return None
    until, last = max(ended, key=lambda pair: pair[0].last)
    is_shown = any(consent.holds_on(case.graph.case.as_of) for consent in given)
    seen = "and the document still shows them" if is_shown else "and no other holds"
    return case.finding(
        "consents", last.id,
        f"the consent of {say.person(last.person)} for {say.words(filing.forum)} ends {say.date(until)}, before the "
        f"day of filing {say.filing(filing)}, {say.date(day)}, {seen}",
        _HELP, at=("until",), severity=Severity.ERROR if is_shown else Severity.WARNING,
    )  # fmt: skip


def _taken_back(case: CheckInput, consents: list[Consent]) -> Finding | None:
    """Return what is to be said where one is no more given, and another that is was not surely obtained after it."""
    for back in consents:
        for given in consents if back.status in {"withdrawn", "refused"} else ():
            if given.status == "given" and not _is_after(given.obtained_on, back.obtained_on):
                return case.finding(
                    "consents", given.id,
                    f"consent {say.consent(given)} of {say.person(given.person)} is given, and {say.consent(back)} for "
                    f"the same forum is {back.status}: which of them is the later is not recorded",
                    "leave out the consent that no longer holds, or give both their day in `obtained_on`",
                    at=("status",), outcome=Outcome.CANNOT_TELL,
                )  # fmt: skip
    return None


def _is_after(one: When | None, other: When | None) -> bool:
    return bool(one and other and is_surely_before(other, one))


def _known(case: CheckInput) -> Iterator[tuple[Consent, tuple[When, ...], When]]:
    """Give the consents that were given, with the births of their persons and their day, where both are known."""
    for consent in case.graph.consents:
        person = case.graph.find("people", Person, consent.person)
        births = births_of(person) if person else ()
        day = consent.obtained_on or case.graph.case.as_of
        if consent.status == "given" and births and day:
            yield consent, births, day


@check("TIM128", Severity.ERROR, "consents", looks_at=_known)
def minor_without_guardian(case: CheckInput) -> Iterator[Finding]:
    """Look at each consent that was given, of a person whose birth and whose day are known."""
    for consent, births, day in _known(case):
        minor = is_minor(births, day)
        if minor is not Answer.NO and consent.given_by in {None, consent.person}:
            is_open = minor is Answer.POSSIBLE
            told = ", ".join(say.date(birth) for birth in births)
            yield case.finding(
                "consents", consent.id,
                f"{say.person(consent.person)}, born {told}, {'may have been' if is_open else 'was'} under {FULL_AGE} "
                f"on {say.date(day)}, and nobody else is recorded to have given consent {say.consent(consent)}",
                "record in `given_by` and `relation` who gave it for the child, or ask a guardian and the child",
                at=("obtained_on",), severity=Severity.INFO if is_open else None,
                outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED,
            )  # fmt: skip
