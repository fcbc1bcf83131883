"""A filing before its forum: what it must put forward, whom it reaches, which measures and languages it may have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import BY_RULE, Looked, check
from probata.checks.engine.finding import Finding, marked
from probata.checks.support.required_fields import OURS, rule_note
from probata.checks.support.treaties import told
from probata.diagnostics import Severity, say
from probata.forum import Mandate, Profile
from probata.forum.sourced import Sourced
from probata.law import Instrument, Participation
from probata.model.case_file import Filing
from probata.model.dates import When
from probata.model.language import same_language
from probata.model.listing import Listing, names_any
from probata.model.parts import parts_held
from probata.model.record import Part
from probata.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Dated:
    """What must be read again by a day."""

    kind: str
    """What it is: one of `COUNTED`."""
    key: str
    """Its id or number."""
    by: date
    text: str


COUNTED = {
    "rule": ("a rule", "rules"),
    "limb": ("a limb of the legal test", "limbs of the legal test"),
    "measure": ("a measure", "measures"),
    "analogy": ("a text followed by analogy", "texts followed by analogy"),
    "instrument": ("an instrument of law", "instruments of law"),
    "standing": ("the State’s standing under a treaty", "standings of the State under treaties"),
}
"""What may be out of date, in the order in which it is told; one of it, and several."""


def to_read_again(case: CheckInput, filing: Filing, profile: Profile) -> Iterator[Dated]:
    """Give what must be read again by a day, kind by kind."""
    law = _law_of(case, filing, profile)
    parts: tuple[tuple[str, Iterable[tuple[str, Sourced | Instrument | Participation, str]]], ...] = (
        ("rule", ((rule.id, rule, rule.text) for rule in profile.rules)),
        ("limb", ((limb.id, limb, limb.label) for limb in profile.legal_test)),
        ("measure", ((measure.id, measure, measure.label) for measure in profile.measures)),
        ("analogy", ((rule.id, rule.analogy, rule.analogy.provision) for rule in profile.rules if rule.analogy)),
        ("instrument", ((one.id, one, one.remark or one.short) for one in law)),
        ("standing", ((one.instrument, one, f"{one.state} {told(one)}") for one in _standings(case, law))),
    )
    for kind, named in parts:
        yield from (Dated(kind, key, part.recheck_by, text) for key, part, text in named if part.recheck_by)


def _law_of(case: CheckInput, filing: Filing, profile: Profile) -> tuple[Instrument, ...]:
    """Return the instruments that a filing relies on: those of the forum's test, and those of its allegations."""
    alleged = (one.instrument for found in case.pursued_in(filing) for one in found.provisions)
    named = dict.fromkeys((*(limb.instrument for limb in profile.legal_test), *alleged))
    return tuple(found for key in named if (found := case.catalogue.instrument(key or "")))


def _standings(case: CheckInput, law: Iterable[Instrument]) -> Iterator[Participation]:
    """Give how the State stands to these instruments, as far as the case does not say so itself."""
    own = {one.instrument for one in case.graph.case.standings}
    for instrument in law:
        known = case.catalogue.standing_of(case.graph.case.state or "", instrument.id)
        if known and instrument.id not in own:
            yield known


def filings_to_read_again(case: CheckInput) -> Iterator[Filing]:
    """Give the filings whose forum has something with a day for reading it again."""
    for filing, profile in case.filings:
        if next(to_read_again(case, filing, profile), None):
            yield filing


def counted(old: Sequence[Dated]) -> str:
    """Say how many of each kind, with the verb: `2 rules and a measure were`."""
    counts = Counter(one.kind for one in old)
    told = [one if counts[kind] == 1 else f"{counts[kind]} {several}" for kind, (one, several) in COUNTED.items()
            if counts[kind]]  # fmt: skip
    listed = " and ".join((", ".join(told[:-1]), told[-1])) if told[1:] else told[0]
    return f"{listed} {'was' if len(old) == 1 else 'were'}"


def days_of(case: CheckInput, filing: Filing) -> Iterator[tuple[When, str]]:
    """Give the days that a filing is known to bear, each with what it is the day of."""
    if when := case.graph.case.as_of:
        yield when, "for which the case is true"
    if filing.date:
        yield filing.date, "the date of the filing"
    statement = case.graph.find("statements", Statement, filing.statement) if filing.statement else None
    if statement and statement.made_on:
        yield statement.made_on, f"when statement {say.statement(statement)} was made"
    if statement and statement.signed_on:
        yield statement.signed_on, f"when statement {say.statement(statement)} was signed"


def _wanting_allegations(case: CheckInput) -> Iterator[Looked]:
    """Give the filings whose forum wants an allegation; where one may be unread it cannot be told."""
    for filing, profile in case.filings:
        if profile.alleges:
            unread = not case.pursued_in(filing) and _may_be_unread(case)
            yield Looked(f"filings/{filing.id}", "an allegation may be among what could not be read" if unread else "")


@check("STR110", Severity.ERROR, "filings", looks_at=_wanting_allegations, tells_gaps=True)
def filing_without_allegation(case: CheckInput) -> Iterator[Finding]:
    """Find the filings without an allegation whose forum wants them."""
    for filing, profile in case.filings:
        if profile.alleges and not case.pursued_in(filing) and not _may_be_unread(case):
            yield case.finding(
                "filings", filing.id, f"not recorded for filing {say.filing(filing)}: an allegation",
                "record what is alleged in `allegations`, each on a role of a person concerned; where one is recorded, "
                "see whether `pursued: false` or the filing's id under `not_in` keeps it out",
                notes=(f"{OURS}: what is asked for because of an allegation says what is alleged",),
                gap="an allegation",
            )  # fmt: skip


def _may_be_unread(case: CheckInput) -> bool:
    """Tell whether one is recorded, and only the way from it to a person is broken, which has a finding of its own."""
    graph = case.graph
    charged = [(alleged.role, case.role(alleged.role)) for allegation in case.pursued for alleged in allegation.roles]
    broken = any(role is None or not graph.has("people", role.person) for _, role in charged)
    return broken or graph.unread.holds_any(("allegations", "roles", "people"))


@check(
    "STR102",
    Severity.ERROR,
    "filings",
    of_form=True,
    tells_gaps=True,
    looks_at=lambda case: (filing for filing, profile in case.filings if profile.document_kind == "statement"),
)
def filing_without_statement(case: CheckInput) -> Iterator[Finding]:
    """Find the filings in the form of a statement that name none."""
    for filing, profile in case.filings:
        if profile.document_kind == "statement" and filing.statement is None:
            yield case.finding(
                "filings", filing.id, f"not recorded for filing {say.filing(filing)}: the person who makes the "
                "statement",
                "record the person's own paragraphs in `statements` and name them here: `statement: …`",
                notes=(f"{OURS}: a statement is somebody's, whatever a forum asks of it",),
                gap="the person who makes the statement",
            )  # fmt: skip


@check("STR108", Severity.WARNING, "filings", raised=BY_RULE)
def language_not_accepted(case: CheckInput) -> Iterator[Finding]:
    """Find the filings in a language that the forum does not take."""
    for filing, profile in case.filings:
        if filing.language is None or profile.takes(filing.language):
            continue
        rule = profile.rule(profile.languages_rule or "")
        taken = say.listed(profile.languages or (profile.language,))
        yield case.finding(
            "filings", filing.id,
            f"{say.filing(filing)} is in {say.words(filing.language)}; {say.words(profile.id)} takes documents in "
            f"{taken}",
            "give the filing one of these as its `language:`, or have the document translated and say so in a decision",
            at=("language",),
            notes=rule_note(rule), severity=rule.heaviest if rule else None,
        )  # fmt: skip


_Found = tuple[str, str, Loc]
"""Kind and id of a record, and the path of a translation in it."""


def _with_translations(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a translation."""
    why = "" if _languages(case) else "the language of a filing is not known"
    names = dict.fromkeys(f"{kind}/{key}" for places in _translated(case).values() for kind, key, _ in places)
    yield from (Looked(name, why) for name in names)


@check("STR120", Severity.INFO, "records with a translation", looks_at=_with_translations)
def translation_without_filing(case: CheckInput) -> Iterator[Finding]:
    """Find the languages that no filing is in, each at the first text."""
    filed = _languages(case)
    for language, places in _translated(case).items() if filed else ():
        if not any(same_language(language, one) for one in filed):
            kind, record, at = places[0]
            found = case.finding(
                kind, record, f"{_counted(len(places))} into {say.words(language)}, and no filing is in that language",
                "take the translation out, or see whether a filing should name the language",
                at=at,
            )  # fmt: skip
            others = dict.fromkeys(f"{kind}/{record}" for kind, record, _ in places[1:])
            yield replace(found, others=tuple(one for one in others if one != found.record))


def _counted(number: int) -> str:
    return "one part of the records is translated" if number == 1 else f"{number} parts of the records are translated"


def _languages(case: CheckInput) -> tuple[str, ...]:
    """Return the languages of all filings; none where that of one is not known."""
    found = []
    for filing in case.graph.case.filings:
        profile = case.profiles.get(filing.forum)
        language = profile.language_for(filing.language, case.graph.case.language) if profile else filing.language
        if language is None:
            return ()
        found.append(language)
    return tuple(found)


def _translated(case: CheckInput) -> dict[str, list[_Found]]:
    """Return the parts of records that are translated, by language."""
    graph = case.graph
    found: dict[str, list[_Found]] = {}
    records: list[tuple[str, str, Part]] = [
        ("case", graph.name, graph.case),
        *((kind, record.id, record) for kind, record in graph.each()),
    ]
    for kind, key, record in records:
        for at, part in _with_parts(record, ()):
            for language in part.translations:
                found.setdefault(language, []).append((kind, key, (*at, "translations", language)))
    return found


def _with_parts(part: Part, at: Loc) -> Iterator[tuple[Loc, Part]]:
    yield at, part
    for steps, inner in parts_held(part):
        yield from _with_parts(inner, (*at, *steps))


@check("LAW194", Severity.WARNING, "filings")
def mandates_outside_allegations(case: CheckInput) -> Iterator[Finding]:
    """Find, for each filing, the mandates that are missing, and those that are addressed without an allegation."""
    for filing, profile in case.filings:
        for mandate in profile.mandates if filing.addressees else ():
            found = _finding_mandates_allegations(case, filing, profile, mandate)
            if found:
                yield found


def _finding_mandates_allegations(
    case: CheckInput, filing: Filing, profile: Profile, mandate: Mandate
) -> Finding | None:
    is_addressed = any(mandate.is_called(one.name) for one in filing.addressees)
    alleged = [one.id for one in case.pursued_in(filing) if set(one.conduct) & set(mandate.conduct)]
    if is_addressed == bool(alleged):
        return None
    if alleged:
        named = say.allegations(alleged)
        said = f"{say.filing(filing)} does not address the {mandate.label}, with which {named} has to do"
        step = "add it under `addressees` of the filing"
    else:
        said = f"{say.filing(filing)} addresses the {mandate.label}, and alleges nothing with which it has to do"
        step = "take it out of `addressees`, or record the conduct alleged under `conduct` of the allegation"
    notes = (f"{say.words(profile.id)}: {mandate.remark}",) if mandate.remark else ()
    return case.finding("filings", filing.id, said, step, at=("addressees",), notes=notes)


_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5
"""Letters that two forms of one word share at their beginning: freeze, freezing."""
_LINKING = frozenset({"and", "any", "for", "into", "not", "other", "the", "their", "under", "with"})
_AS_SUCH = ("designat", "inclusion", "listing", "relist")
"""Beginnings of words that ask for the listing of a person, from which the measures follow."""


def _with_measures(case: CheckInput) -> Iterator[tuple[Filing, Profile]]:
    """Give the filings that ask for something, in the language in which the forum lists measures."""
    for filing, profile in case.filings:
        language = profile.language_for(filing.language, case.graph.case.language)
        if filing.relief and profile.measures and same_language(language, profile.language):
            yield filing, profile


@check("LAW161", Severity.WARNING, "filings", looks_at=_with_measures)
def measure_outside_forum(case: CheckInput) -> Iterator[Finding]:
    """Compare the words of each measure with those of the forum's."""
    for filing, profile in _with_measures(case):
        known = {word for measure in profile.measures for word in _words(measure.label)}
        for position, asked in enumerate(filing.relief):
            words = _words(asked.measure)
            if words and not any(_is_known(word, known) for word in words):
                yield case.finding(
                    "filings", filing.id,
                    f"{say.filing(filing)} asks for {marked(asked.measure)}, which is none of the measures that forum "
                    f"{say.words(profile.id)} lists",
                    f"ask for what the forum can give: {_list_of(profile)}", at=("relief", position, "measure"),
                    alike=f"{profile.id} {asked.measure}",
                )  # fmt: skip


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold())) - _LINKING


def _is_known(word: str, known: set[str]) -> bool:
    """Tell whether a word is one of the forum's in some form, or asks for a listing."""
    if word.startswith(_AS_SUCH):
        return True
    return any(word[:_STEM].startswith(one[:_STEM]) or one[:_STEM].startswith(word[:_STEM]) for one in known)


def _list_of(profile: Profile) -> str:
    """Return the forum's measures; one that nobody has read at its source says so."""
    return ", ".join(one.label if one.verified else f"{one.label} (not read at its source)" for one in profile.measures)


def _persons_with_limits(case: CheckInput) -> Iterator[Looked]:
    """Give the persons concerned before a forum that does not reach some; without a nationality it cannot be told."""
    for filing, profile in case.filings:
        for person in case.graph.persons_concerned(filing) if profile.not_reached.nationalities else ():
            yield Looked(f"people/{person.id}", "" if person.nationalities else "the nationality is not recorded")


@check("LAW108", Severity.ERROR, "people", looks_at=_persons_with_limits)
def person_not_reached(case: CheckInput) -> Iterator[Finding]:
    """Find the nationalities that put a person outside a forum's reach."""
    for filing, profile in case.filings:
        outside = {name.casefold() for name in profile.not_reached.nationalities}
        for person in case.graph.persons_concerned(filing):
            held = [nationality.value for nationality in person.nationalities]
            found = [position for position, name in enumerate(held) if name.casefold() in outside]
            is_dual = bool(profile.not_reached.dual_rule) and len(found) < len(held)
            for position in found:
                yield _finding_person_reached(case, profile, person.id, position, held[position], is_dual)


def _finding_person_reached(
    case: CheckInput, profile: Profile, person: str, position: int, nationality: str, is_dual: bool
) -> Finding:
    rule = profile.rule((profile.not_reached.dual_rule if is_dual else profile.not_reached.rule) or "")
    weight = Severity.INFO if is_dual else rule.heaviest if rule else None
    return case.finding(
        "people", person,
        f"{say.words(profile.id)} {'may' if is_dual else 'does'} not reach a person with the nationality "
        f"{say.words(nationality)}{' beside another' if is_dual else ''}",
        "say in the argument by which rule the person is reached" if is_dual
        else "take the person out of this filing, or decide on which ground the request rests",
        at=("nationalities", position), notes=rule_note(rule), severity=weight,
    )  # fmt: skip


_SHORT_FORMS = {
    "united kingdom": ("uk", "british"),
    "united states of america": ("united states", "us", "usa"),
    "european union": ("eu",),
}
"""How lists call the jurisdictions of our forums besides their names."""
_OF_LISTS = re.compile(r"freez|block|\bbans?\b|entry|sanction|listing|designation|\bgel\b|congelación", re.IGNORECASE)
_KNOWN_OF = re.compile(
    r"\b(?:already|existing|(?:further|additional|new) grounds?|(?:is|was|been|are) (?:listed|designated|sanctioned)"
    r"|relist\w*|redesignat\w*|déjà|inscrit\w*|ya|inclui\w+)\b",
    re.IGNORECASE,
)


@check("LAW141", Severity.WARNING, "filings")
def person_listed_already(case: CheckInput) -> Iterator[Finding]:
    """Find the filings, once for each listing."""
    for filing, profile in case.filings:
        words = " ".join(text for one in filing.relief for text in (one.measure, one.argument or ""))
        if not _lists(profile) or not filing.relief or _KNOWN_OF.search(words):
            continue
        concerned = {person.id for person in case.graph.persons_concerned(filing)}
        day = filing.date or case.graph.case.as_of
        for listing in case.graph.listings:
            if listing.person in concerned and _is_by(listing, profile) and not listing.has_ended(day):
                programme = f" ({say.words(listing.programme)})" if listing.programme else ""
                yield case.finding(
                    "filings", filing.id,
                    f"{say.filing(filing)} asks for measures against {say.person(listing.person)} and says nothing of "
                    f"the listing by {say.words(listing.authority)}{programme}",
                    "say in the argument that the person is listed already, and ask for what that does not give",
                    at=("relief",), notes=(f"the listing is at {case.graph.span('listings', listing.id)}",),
                )  # fmt: skip


def _lists(profile: Profile) -> bool:
    """Tell whether a forum decides on listings; one that writes letters keeps no list."""
    return any(_OF_LISTS.search(measure.label) for measure in profile.measures)


def _is_by(listing: Listing, profile: Profile) -> bool:
    jurisdiction = (profile.jurisdiction or "").casefold()
    names = (jurisdiction, *_SHORT_FORMS.get(jurisdiction, ())) if jurisdiction else ()
    return listing.found and names_any(f"{listing.authority} {listing.programme or ''}", names)


SECTION = "other-procedures"
_INTERNATIONAL = re.compile(
    r"\b(?:UN|United Nations|Human Rights Committee|Committee (?:against|on|for)|Working Group|Special Rapporteur"
    r"|Human Rights Council|International|(?:European|Inter-American|African) (?:Court|Commission))\b"
)


@check("STR138", Severity.WARNING, "filings", raised=BY_RULE)
def pending_procedure_not_disclosed(case: CheckInput) -> Iterator[Finding]:
    """Find the filings, once for each such step."""
    for filing, profile in case.filings:
        if SECTION in (*profile.sections.required, *profile.sections.recommended):
            told = _worded(case, profile)
            for step in case.graph.steps:
                if step.pending and step.to and _is_international(case, step.to) and step.to.casefold() not in told:
                    rule = profile.rule(profile.sections.rules.get(SECTION, ""))
                    yield case.finding(
                        "filings", filing.id,
                        f"step {say.step(step)} is pending before {say.words(step.to)}, which the section "
                        f"{say.words(SECTION)} of {say.filing(filing)} does not name",
                        f"write it in a narrative section with `place: {SECTION}`, with its day and its stage",
                        notes=(*rule_note(rule), f"the step is at {case.graph.span('steps', step.id)}"),
                        severity=rule.heaviest if rule else None,
                    )  # fmt: skip


def _worded(case: CheckInput, profile: Profile) -> str:
    """Return the texts of the section, in all languages, in small letters."""
    sections = (
        section for section in case.graph.narrative
        if (section.place or section.id) == SECTION and (not section.forums or set(section.forums) & set(profile.names))
    )  # fmt: skip
    return " ".join(" ".join(section.text.split()) for section in sections).casefold()


def _is_international(case: CheckInput, name: str) -> bool:
    bodies = (body for body in case.graph.bodies if body.kind == "international_organisation")
    return any(name in (body.name, body.short_name) for body in bodies) or _INTERNATIONAL.search(name) is not None


def _with_day_of_today(case: CheckInput) -> Iterator[Looked]:
    """Give the filings whose forum has something with a day for reading it again."""
    why = "" if case.today else "the day of today is not known"
    yield from (Looked(f"filings/{filing.id}", why) for filing in filings_to_read_again(case))


@check("LAW193", Severity.INFO, "filings", looks_at=_with_day_of_today)
def rule_due_today(case: CheckInput) -> Iterator[Finding]:
    """Find the filings of whose forum something is due today; nothing where the day of today is not known."""
    for filing, profile in case.filings:
        known = max((when.first for when, _ in days_of(case, filing)), default=None)
        due = [
            one for one in to_read_again(case, filing, profile)
            if case.today and one.by < case.today and not (known and one.by < known)
        ]  # fmt: skip
        if due:
            yield case.finding(
                "filings", filing.id,
                f"forum {say.words(profile.id)}: {counted(due)} to be read again by a day that has passed",
                "before it is filed, read them at their source, and put the new days into the forum",
                at=("forum",), notes=tuple(f"{say.words(one.key)}, by {one.by.isoformat()}: {one.text}" for one in due),
            )  # fmt: skip


def _with_known_day(case: CheckInput) -> Iterator[Looked]:
    """Give the filings whose forum has something with a day for reading it again."""
    why = "neither the day for which the case is true (`as_of`) nor a date of the filing or its statement is recorded"
    for filing in filings_to_read_again(case):
        yield Looked(f"filings/{filing.id}", "" if any(True for _ in days_of(case, filing)) else why)


@check("LAW107", Severity.WARNING, "filings", looks_at=_with_known_day)
def rule_out_of_date(case: CheckInput) -> Iterator[Finding]:
    """Find the filings of whose forum something is out of date; none where no day of the filing is known."""
    for filing, profile in case.filings:
        latest = max(days_of(case, filing), key=lambda known: known[0].first, default=None)
        old = [one for one in to_read_again(case, filing, profile) if latest and one.by < latest[0].first]
        if latest and old:
            yield case.finding(
                "filings", filing.id,
                f"forum {say.words(profile.id)}: {counted(old)} to be read again by a day before {latest[0].text}, "
                f"{latest[1]}",
                "read them at their source, and put the new days into the forum, or decide the finding",
                at=("forum",), notes=tuple(f"{say.words(one.key)}, by {one.by.isoformat()}: {one.text}" for one in old),
            )  # fmt: skip
