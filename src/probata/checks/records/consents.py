"""Consents of persons: given in time, still in force, and by somebody who may give them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.engine.case import KIND_OF, CheckInput, Loc
from probata.checks.engine.check import Looked, check, itself
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.tenures.sure_days import FULL_AGE, births_of, is_minor, is_surely_before
from probata.diagnostics import Severity, say
from probata.disclosure import parts_played
from probata.graph.case_graph import grouped
from probata.model.case_file import Filing
from probata.model.consent import Consent
from probata.model.dates import Answer, When
from probata.model.person import Person
from probata.model.quotation import Quotation
from probata.model.source_record import Source
from probata.model.statement import Statement

# Who may appear only with a consent: those whose record says so, and those whose part a forum of the case names.


def parts_of(case: CheckInput) -> dict[str, set[str]]:
    """Return the parts that each person plays, as the disclosure counts them."""
    return case.once("parts played", lambda: parts_played(case.graph))


def need_consent(case: CheckInput) -> frozenset[str]:
    """Return the persons who need a consent for at least one filing that is looked at."""
    wanted = {part for _, profile in case.filings for part in profile.disclosure.consent_of}
    parts = parts_of(case)
    return frozenset(one.id for one in case.graph.people if one.needs_consent or wanted & parts[one.id])


class _Spoken(NamedTuple):
    """What a person said to somebody, with its day."""

    person: str
    when: When | None
    record: Statement | Quotation
    at: Loc
    what: str
    severity: Severity | None = None


def _spoken_by_protected(case: CheckInput) -> Iterator[_Spoken]:
    """Give the statements and the words from interviews of persons who need a consent."""
    protected = need_consent(case)
    for made in case.graph.statements:
        if made.person in protected:
            field, when = ("made_on", made.made_on) if made.made_on else ("signed_on", made.signed_on)
            yield _Spoken(made.person, when, made, (field,), f"statement {say.statement(made)}")
    for words in case.graph.quotations:
        source = case.graph.find("sources", Source, words.quoted_in.source if words.quoted_in else "")
        speaker = words.speaker.person
        if source and source.type == "interview" and speaker and speaker in protected:
            what = f"quotation {say.quotation(words)} from interview {say.source(source)}"
            yield _Spoken(speaker, words.date or source.issued, words, ("quoted_in",), what, Severity.INFO)


def _dated_consents(case: CheckInput) -> dict[str, list[tuple[When, Consent]]]:
    """Return the consents that were given, by person; a person with one that has no day is left out."""
    given = (one for one in case.graph.consents if one.status in {"given", "withdrawn"})
    found = grouped(given, lambda one: one.person).items()
    dated = {person: [(one.obtained_on, one) for one in consents if one.obtained_on] for person, consents in found}
    return {person: dated[person] for person, consents in found if len(dated[person]) == len(consents)}


@check("TIM114", Severity.WARNING, "words of protected persons", looks_at=itself)
def consent_after_statement(case: CheckInput) -> Iterator[Finding | Looked]:
    consents = _dated_consents(case)
    for spoken in _spoken_by_protected(case):
        why = "" if spoken.when and spoken.person in consents else "its day or that of a consent is not recorded"
        yield Looked(f"{KIND_OF[type(spoken.record)]}/{spoken.record.id}", why)
        own = consents.get(spoken.person, [])
        if spoken.when and own and all(is_surely_before(spoken.when, day) for day, _ in own):
            day, consent = min(own, key=lambda one: one[0].first)
            yield case.finding_on(
                spoken.record,
                f"{spoken.what} is dated {say.date(spoken.when)}; the first consent of {say.person(spoken.person)}, "
                f"{say.consent(consent)}, is dated {say.date(day)}",
                "record the consent under which the person spoke, or correct the date that is wrong",
                at=spoken.at,
                severity=spoken.severity,
            )


@check("TIM115", Severity.WARNING, "consents", raised="must fix where the document still shows the person")
def consent_ended(case: CheckInput) -> Iterator[Finding]:
    found_before: set[tuple[str, Severity | None]] = set()
    for filing in case.looked_at:
        of_forum = (consent for consent in case.graph.consents if filing.forum in consent.forums)
        for consents in grouped(of_forum, lambda one: one.person).values():
            found = _ended(case, filing, consents) or _taken_back(case, consents)
            if found and (found.record, found.severity) not in found_before:
                found_before.add((found.record, found.severity))
                yield found


def _ended(case: CheckInput, filing: Filing, consents: tuple[Consent, ...]) -> Finding | None:
    """Find that every consent that was given has run out on the day of the filing."""
    day = filing.date or case.graph.case.as_of
    given = [consent for consent in consents if consent.is_given]
    ended = [(one.until, one) for one in given if one.until and not one.holds_on(day)]
    if day is None or not given or len(ended) < len(given):
        return None
    until, last = max(ended, key=lambda pair: pair[0].last)
    is_shown = any(consent.holds_on(case.graph.case.as_of) for consent in given)
    return case.finding_on(
        last,
        f"the consent of {say.person(last.person)} for {say.words(filing.forum)} ends {say.date(until)}, before the "
        f"day of filing {say.filing(filing)}, {say.date(day)}, and "
        f"{'the document still shows them' if is_shown else 'no other holds'}",
        "ask the person again and record the new consent, or leave the person out",
        at=("until",),
        severity=Severity.ERROR if is_shown else Severity.WARNING,
    )


def _taken_back(case: CheckInput, consents: tuple[Consent, ...]) -> Finding | None:
    """Find that one is no longer given, and another that is was not surely obtained after it."""
    for back in (one for one in consents if one.status in {"withdrawn", "refused"}):
        for given in (one for one in consents if one.is_given):
            is_later = given.obtained_on and back.obtained_on and is_surely_before(back.obtained_on, given.obtained_on)
            if not is_later:
                return case.finding_on(
                    given,
                    f"consent {say.consent(given)} of {say.person(given.person)} is given, and {say.consent(back)} for "
                    f"the same forum is {back.status}: which of them is the later is not recorded",
                    "leave out the consent that no longer holds, or give both their day in `obtained_on`",
                    at=("status",),
                    outcome=Outcome.CANNOT_TELL,
                )
    return None


def _known(case: CheckInput) -> Iterator[tuple[Consent, tuple[When, ...], When]]:
    """Give the consents that were given, with the births of their persons and their day, where both are known."""
    for consent in case.graph.consents:
        person = case.graph.find("people", Person, consent.person)
        births = births_of(person) if person else ()
        day = consent.obtained_on or case.graph.case.as_of
        if consent.is_given and births and day:
            yield consent, births, day


@check("TIM128", Severity.ERROR, "consents", looks_at=_known)
def minor_without_guardian(case: CheckInput) -> Iterator[Finding]:
    for consent, births, day in _known(case):
        minor = is_minor(births, day)
        if minor is not Answer.NO and consent.given_by in {None, consent.person}:
            is_open = minor is Answer.POSSIBLE
            yield case.finding_on(
                consent,
                f"{say.person(consent.person)}, born {', '.join(say.date(birth) for birth in births)}, "
                f"{'may have been' if is_open else 'was'} under {FULL_AGE} on {say.date(day)}; nobody else is recorded "
                f"to have given consent {say.consent(consent)}",
                "record in `given_by` and `relation` who gave it for the child, or ask a guardian and the child",
                at=("obtained_on",),
                is_open=is_open,
            )
