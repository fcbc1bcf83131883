"""A filing before its forum: what it must put forward, whom it reaches, which measures and languages it may have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import BY_RULE, Looked, check, itself
from probata.checks.engine.finding import Finding, marked
from probata.checks.support.required_fields import OURS, rule_note
from probata.checks.support.treaties import told
from probata.diagnostics import Severity, say
from probata.forum import Profile
from probata.model.case_file import Filing
from probata.model.dates import When
from probata.model.language import same_language
from probata.model.listing import names_any
from probata.model.statement import Statement


@check("STR110", Severity.ERROR, "filings", looks_at=itself, tells_gaps=True)
def filing_without_allegation(case: CheckInput) -> Iterator[Finding | Looked]:
    for filing, profile in case.filings:
        is_without = profile.alleges and not case.pursued_in(filing)
        why = "an allegation may be among what could not be read" if is_without and _may_be_unread(case) else ""
        if profile.alleges:
            yield Looked(f"filings/{filing.id}", why)
        if is_without and not why:
            said = f"not recorded for filing {say.filing(filing)}: an allegation"
            step = "record what is alleged in `allegations`, each on a role of a person concerned; where one is "
            step += "recorded, see whether `pursued: false` or the filing's id under `not_in` keeps it out"
            notes = (f"{OURS}: what is asked for because of an allegation says what is alleged",)
            yield case.finding("filings", filing.id, said, step, notes=notes, gap="an allegation")


def _may_be_unread(case: CheckInput) -> bool:
    """Tell whether one is recorded, and only the way from it to a person is broken, which has a finding of its own."""
    roles = [case.role(alleged.role) for allegation in case.pursued for alleged in allegation.roles]
    broken = any(role is None or not case.graph.has("people", role.person) for role in roles)
    return broken or case.graph.unread.holds_any(("allegations", "roles", "people"))


@check("STR102", Severity.ERROR, "filings", of_form=True, tells_gaps=True, looks_at=itself)
def filing_without_statement(case: CheckInput) -> Iterator[Finding | Looked]:
    for filing, profile in case.filings:
        if profile.document_kind == "statement":
            yield Looked(f"filings/{filing.id}")
        if profile.document_kind == "statement" and filing.statement is None:
            gap = "the person who makes the statement"
            said, notes = (
                f"not recorded for filing {say.filing(filing)}: {gap}",
                (f"{OURS}: a statement is somebody's",),
            )
            step = "record the person's own paragraphs in `statements` and name them here: `statement: …`"
            yield case.finding("filings", filing.id, said, step, notes=notes, gap=gap)


@check("STR108", Severity.WARNING, "filings", raised=BY_RULE)
def language_not_accepted(case: CheckInput) -> Iterator[Finding]:
    for filing, profile in case.filings:
        if filing.language is not None and not profile.takes(filing.language):
            rule, taken = profile.rule(profile.languages_rule or ""), profile.languages or (profile.language,)
            said = (
                f"{say.filing(filing)} is in {say.words(filing.language)}; {say.words(profile.id)} takes documents in "
            )
            said += say.listed(taken)
            step = (
                "give the filing one of these as its `language`, or have the document translated and decide the finding"
            )
            at, weight = ("language",), rule.heaviest if rule else None
            yield case.finding("filings", filing.id, said, step, at=at, notes=rule_note(rule), severity=weight)


@check("LAW194", Severity.WARNING, "filings")
def mandates_outside_allegations(case: CheckInput) -> Iterator[Finding]:
    for filing, profile in case.filings:
        for mandate in profile.mandates if filing.addressees else ():
            is_addressed = any(mandate.is_called(one.name) for one in filing.addressees)
            alleged = [one for one in case.pursued_in(filing) if set(one.conduct) & set(mandate.conduct)]
            if is_addressed == bool(alleged):
                continue
            said = f"{say.filing(filing)} addresses the {mandate.label}, and alleges nothing with which it has to do"
            step = "take it out of `addressees`, or record the conduct alleged under `conduct` of the allegation"
            if alleged:
                said = f"{say.filing(filing)} does not address the {mandate.label}, with which "
                said += f"{say.allegations(alleged)} has to do"
                step = "add it under `addressees` of the filing"
            notes = (f"{say.words(profile.id)}: {mandate.remark}",) if mandate.remark else ()
            yield case.finding("filings", filing.id, said, step, at=("addressees",), notes=notes)


_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5
"""Letters that two forms of one word share at their beginning: freeze, freezing."""
_LINKING = frozenset({"and", "any", "for", "into", "not", "other", "the", "their", "under", "with"})
_AS_SUCH = ("designat", "inclusion", "listing", "relist")
"""Beginnings of words that ask for the listing of a person, from which the measures follow."""


@check("LAW161", Severity.WARNING, "filings")
def measure_outside_forum(case: CheckInput) -> Iterator[Finding]:
    for filing, profile in case.filings:
        language = profile.language_for(filing.language, case.graph.case.language)
        if not profile.measures or not same_language(language, profile.language):
            continue
        stems = {word[:_STEM] for one in profile.measures for word in _words(one.label)}
        known = (*stems, *_AS_SUCH)
        for position, asked in enumerate(filing.relief):
            words = _words(asked.measure)
            if words and not any(word.startswith(known) or any(s.startswith(word) for s in stems) for word in words):
                said = f"{say.filing(filing)} asks for {marked(asked.measure)}, which is none of the measures that "
                said += f"forum {say.words(profile.id)} lists"
                listed = (
                    one.label if one.verified else f"{one.label} (not read at its source)" for one in profile.measures
                )
                step, at = f"ask for what the forum can give: {', '.join(listed)}", ("relief", position, "measure")
                alike = f"{profile.id} {asked.measure}"
                yield case.finding("filings", filing.id, said, step, at=at, alike=alike)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold())) - _LINKING


@check("LAW108", Severity.ERROR, "people", looks_at=itself)
def person_not_reached(case: CheckInput) -> Iterator[Finding | Looked]:
    for filing, profile in case.filings:
        limits, forum = profile.not_reached, say.words(profile.id)
        outside = {name.casefold() for name in limits.nationalities}
        for person in case.graph.persons_concerned(filing) if outside else ():
            yield Looked(f"people/{person.id}", "" if person.nationalities else "the nationality is not recorded")
            held = [nationality.value for nationality in person.nationalities]
            found = [position for position, name in enumerate(held) if name.casefold() in outside]
            is_dual = bool(limits.dual_rule) and len(found) < len(held)
            rule = profile.rule((limits.dual_rule if is_dual else limits.rule) or "")
            for position in found:
                nationality, at = say.words(held[position]), ("nationalities", position)
                said = f"{forum} does not reach a person with the nationality {nationality}"
                step = "take the person out of this filing, or decide on which ground the request rests"
                weight = rule.heaviest if rule else None
                if is_dual:
                    said = f"{forum} may not reach a person with the nationality {nationality} and another"
                    step, weight = "say in the argument by which rule the person is reached", Severity.INFO
                yield case.finding("people", person.id, said, step, at=at, notes=rule_note(rule), severity=weight)


_SHORT_FORMS = {
    "united kingdom": ("uk", "british"),
    "united states of america": ("united states", "us", "usa"),
    "european union": ("eu",),
}
"""How lists call the jurisdictions of our forums besides their names."""
_OF_LISTS = re.compile(r"freez|block|\bbans?\b|entry|sanction|listing|designation|\bgel\b|congelación", re.IGNORECASE)
"""What a forum decides on that lists persons; one that writes letters keeps no list."""
_KNOWN_OF = re.compile(
    r"\b(?:already|existing|(?:further|additional|new) grounds?|(?:is|was|been|are) (?:listed|designated|sanctioned)"
    r"|relist\w*|redesignat\w*|déjà|inscrit\w*|ya|inclui\w+)\b",
    re.IGNORECASE,
)


@check("LAW141", Severity.WARNING, "filings")
def person_listed_already(case: CheckInput) -> Iterator[Finding]:
    for filing, profile in case.filings:
        words = " ".join(text for one in filing.relief for text in (one.measure, one.argument or ""))
        keeps_list = any(_OF_LISTS.search(measure.label) for measure in profile.measures)
        if not keeps_list or not filing.relief or _KNOWN_OF.search(words):
            continue
        jurisdiction = (profile.jurisdiction or "").casefold()
        names = (jurisdiction, *_SHORT_FORMS.get(jurisdiction, ())) if jurisdiction else ()
        concerned = {person.id for person in case.graph.persons_concerned(filing)}
        for listing in (one for one in case.graph.listings if one.found and one.person in concerned):
            is_by = names_any(f"{listing.authority} {listing.programme or ''}", names)
            if is_by and not listing.has_ended(filing.date or case.graph.case.as_of):
                programme = f" ({say.words(listing.programme)})" if listing.programme else ""
                said = f"{say.filing(filing)} asks for measures against {say.person(listing.person)} and says nothing "
                said += f"of the listing by {say.words(listing.authority)}{programme}"
                step = "say in the argument that the person is listed already, and ask for what that does not give"
                notes = (f"the listing is at {case.graph.span('listings', listing.id)}",)
                yield case.finding("filings", filing.id, said, step, at=("relief",), notes=notes)


SECTION = "other-procedures"
_INTERNATIONAL = re.compile(
    r"\b(?:UN|United Nations|Human Rights Committee|Committee (?:against|on|for)|Working Group|Special Rapporteur"
    r"|Human Rights Council|International|(?:European|Inter-American|African) (?:Court|Commission))\b"
)


@check("STR138", Severity.WARNING, "filings", raised=BY_RULE)
def pending_procedure_not_disclosed(case: CheckInput) -> Iterator[Finding]:
    bodies = [body for body in case.graph.bodies if body.kind == "international_organisation"]
    names = {name for body in bodies for name in (body.name, body.short_name)}
    steps = [step for step in case.graph.steps if step.pending and step.to]
    for filing, profile in case.filings:
        if SECTION not in (*profile.sections.required, *profile.sections.recommended):
            continue
        texts = (
            " ".join(section.text.split()).casefold()
            for section in case.graph.narrative
            if (section.place or section.id) == SECTION
            if not section.forums or set(section.forums) & set(profile.names)
        )
        written = " ".join(texts)
        for step, to in ((step, step.to or "") for step in steps):
            if (to in names or _INTERNATIONAL.search(to)) and to.casefold() not in written:
                rule = profile.rule(profile.sections.rules.get(SECTION, ""))
                said = f"step {say.step(step)} is pending before {say.words(to)}, which the section "
                said += f"{say.words(SECTION)} of {say.filing(filing)} does not name"
                how = f"write it in a narrative section with `place: {SECTION}`, with its day and its stage"
                notes = (*rule_note(rule), f"the step is at {case.graph.span('steps', step.id)}")
                weight = rule.heaviest if rule else None
                yield case.finding("filings", filing.id, said, how, notes=notes, severity=weight)


# What must be read again by a day: the rules of a forum, and the law on which a filing relies.


class Dated(NamedTuple):
    """What must be read again by a day."""

    kind: str
    """What it is: one of `COUNTED`."""
    key: str
    """Its id or number."""
    by: date
    text: str

    @property
    def note(self) -> str:
        """Name it with its day."""
        return f"{say.words(self.key)}, by {self.by.isoformat()}: {self.text}"


COUNTED = {
    "rule": ("a rule", "rules"),
    "limb": ("a limb of the legal test", "limbs of the legal test"),
    "measure": ("a measure", "measures"),
    "analogy": ("a text followed by analogy", "texts followed by analogy"),
    "instrument": ("an instrument of law", "instruments of law"),
    "standing": ("the State’s standing under a treaty", "standings of the State under treaties"),
}
"""What may be out of date, in the order in which findings name it; one of it, and several."""


def to_read_again(case: CheckInput, filing: Filing, profile: Profile) -> list[Dated]:
    """Return what must be read again by a day, kind by kind."""
    alleged = (one.instrument for found in case.pursued_in(filing) for one in found.provisions)
    named = dict.fromkeys((*(limb.instrument for limb in profile.legal_test), *alleged))
    law = [found for key in named if (found := case.catalogue.instrument(key or ""))]
    # How the State stands to a treaty, as far as the case does not say so itself.
    own, state = {one.instrument for one in case.graph.case.standings}, case.graph.case.state or ""
    standings = [case.catalogue.standing_of(state, one.id) for one in law if one.id not in own]
    parts = [
        *(("rule", rule.id, rule.recheck_by, rule.text) for rule in profile.rules),
        *(("limb", limb.id, limb.recheck_by, limb.label) for limb in profile.legal_test),
        *(("measure", measure.id, measure.recheck_by, measure.label) for measure in profile.measures),
        *(("analogy", r.id, r.analogy.recheck_by, r.analogy.provision) for r in profile.rules if r.analogy),
        *(("instrument", one.id, one.recheck_by, one.remark or one.short) for one in law),
        *(("standing", s.instrument, s.recheck_by, f"{s.state} {told(s)}") for s in standings if s),
    ]
    return [Dated(kind, key, by, text) for kind, key, by, text in parts if by]


def counted(old: Sequence[Dated]) -> str:
    """Say how many of each kind, with the verb: `2 rules and a measure were`."""
    counts = Counter(one.kind for one in old)
    each = [
        one if counts[kind] == 1 else f"{counts[kind]} {many}" for kind, (one, many) in COUNTED.items() if counts[kind]
    ]
    listed = " and ".join((", ".join(each[:-1]), each[-1])) if each[1:] else each[0]
    return f"{listed} {'was' if len(old) == 1 else 'were'}"


def days_of(case: CheckInput, filing: Filing) -> list[tuple[When, str]]:
    """Return the days that a filing is known to bear, each with what it is the day of."""
    statement = case.graph.find("statements", Statement, filing.statement or "")
    days = [(case.graph.case.as_of, "for which the case is true"), (filing.date, "the date of the filing")]
    if statement:
        name = say.statement(statement)
        days += [(statement.made_on, f"when statement {name} was made")]
        days += [(statement.signed_on, f"when statement {name} was signed")]
    return [(when, what) for when, what in days if when]


@check("LAW193", Severity.INFO, "filings", looks_at=itself)
def rule_due_today(case: CheckInput) -> Iterator[Finding | Looked]:
    for filing, profile in case.filings:
        known = max((when.first for when, _ in days_of(case, filing)), default=date.min)
        dated = to_read_again(case, filing, profile)
        if dated:
            yield Looked(f"filings/{filing.id}", "" if case.today else "the day of today is not known")
        due = [one for one in dated if case.today and known <= one.by < case.today]
        if due:
            said = f"forum {say.words(profile.id)}: {counted(due)} to be read again by a day that has passed"
            step = "before it is filed, read them at their source, and put the new days into the forum"
            yield case.finding("filings", filing.id, said, step, at=("forum",), notes=tuple(one.note for one in due))


_NO_DAY = "neither the day for which the case is true (`as_of`) nor a date of the filing or its statement is recorded"


@check("LAW107", Severity.WARNING, "filings", looks_at=itself)
def rule_out_of_date(case: CheckInput) -> Iterator[Finding | Looked]:
    for filing, profile in case.filings:
        latest = max(days_of(case, filing), key=lambda known: known[0].first, default=None)
        dated = to_read_again(case, filing, profile)
        if dated:
            yield Looked(f"filings/{filing.id}", "" if latest else _NO_DAY)
        old = [one for one in dated if latest and one.by < latest[0].first]
        if latest and old:
            said = f"forum {say.words(profile.id)}: {counted(old)} to be read again by a day before {latest[0].text}, "
            step = "read them at their source, and put the new days into the forum, or decide the finding"
            notes = tuple(one.note for one in old)
            yield case.finding("filings", filing.id, said + latest[1], step, at=("forum",), notes=notes)
