"""The fields that a forum requires: which records hold them, and whether they are empty there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked
from probata.checks.engine.finding import Finding
from probata.diagnostics import Severity, say
from probata.forum import Profile, RequiredField
from probata.forum.profile import Required, Rule
from probata.model.allegation import Allegation
from probata.model.case_file import CaseFile, Filing
from probata.model.record import Part
from probata.model.statement import Statement

# By which rule something is asked for, as the note of a finding says it: one of the forum, or our own.

OURS = "our own rule"
"""How every such note begins, so that no forum is credited with what nobody read there."""


def by_rule(profile: Profile, required: Required) -> tuple[str, ...]:
    """Return the note; none where the profile has no such rule, which is a fault of its own."""
    rule = profile.rule(required.rule)
    if rule is None:
        return ()
    if profile.is_ours(required):
        return (f"{OURS}, and none of the forum that was read at its source: {rule.text}",)
    return rule_note(rule)


def rule_note(rule: Rule | None) -> tuple[str, ...]:
    """Return a rule of the forum as a note; none where there is no rule."""
    return (f"rule {say.words(rule.id)}: {rule.text}",) if rule else ()


@dataclass(frozen=True, slots=True)
class Holder:
    """A record that should hold a field."""

    kind: str
    record_id: str
    called: str
    """How a message calls it."""
    values: Part | Mapping[str, Any]
    """The record, or its values where some are inherited from the case."""


def holders_of(required: RequiredField, filing: Filing, profile: Profile, case: CheckInput) -> Iterator[Holder]:
    """Give the records of a filing that should hold a required field; none where a statement is missing as such."""
    graph = case.graph
    match required.of:
        case "case":
            yield Holder("case", graph.name, "the case", _with_summary(profile, case))
        case "filing":
            yield Holder("filings", filing.id, f"filing {say.filing(filing)}", _with_case(filing, profile, graph.case))
        case "person":
            for person in graph.persons_concerned(filing):
                yield Holder("people", person.id, person.name.display or say.person(person), person)
        case "allegation":
            for allegation in case.pursued_in(filing):
                yield Holder("allegations", allegation.id, f"allegation {say.allegation(allegation)}", allegation)
        case "statement":
            statement = graph.find("statements", Statement, filing.statement) if filing.statement else None
            if statement:
                yield Holder("statements", statement.id, f"statement {say.statement(statement)}", statement)


@dataclass(frozen=True, slots=True)
class Asked:
    """An allegation of which a field is asked."""

    allegation: Allegation
    severity: Severity
    """How much it weighs that it is missing, in the forum that weighs it most."""
    gap: str
    """How that forum calls it as a gap; empty where it is only wanted."""
    notes: tuple[str, ...] = ()
    """By which rule it is asked for."""


def asked_of_allegations(case: CheckInput, path: str) -> Iterator[Asked]:
    """Give the allegations of which the forums looked at ask a field, by its path, each once.

    In a case that has no filing yet it is asked of all that are put forward: they are written to be filed.
    """
    if not case.looked_at:
        yield from (Asked(allegation, Severity.ERROR, "") for allegation in case.pursued)
    asked: dict[str, Asked] = {}
    for allegation, profile in case.allegations_by_forum:
        for required in profile.required_fields:
            if (required.of, required.path) == ("allegation", path):
                gap = "" if required.optional else required.label
                found = Asked(allegation, profile.weight_of(required), gap, by_rule(profile, required))
                before = asked.get(allegation.id, found)
                asked[allegation.id] = min(before, found, key=lambda one: one.severity.rank)
    yield from asked.values()


def allegations_without(
    case: CheckInput, path: str, held: Callable[[Allegation], object], said: str, step: str
) -> Iterator[Finding | Looked]:
    """Find the allegations that lack a field of which they are asked; in `said` their name stands for the braces."""
    for asked in asked_of_allegations(case, path):
        yield Looked(f"allegations/{asked.allegation.id}")
        if not held(asked.allegation):
            yield case.finding_on(
                asked.allegation,
                said.format(say.allegation(asked.allegation)),
                step,
                notes=asked.notes,
                severity=asked.severity,
                gap=asked.gap,
                may_be_decided=True,
            )


def missing_labels(filing: Filing, profile: Profile, case: CheckInput) -> tuple[str, ...]:
    """Return how the forum calls the fields that must be filled for a filing and are empty in some record."""
    return tuple(
        required.label
        for required in profile.required_fields
        for holder in holders_of(required, filing, profile, case)
        if profile.weight_of(required) is Severity.ERROR and is_empty_at(holder.values, required.path.split("."))
    )


def _with_summary(profile: Profile, case: CheckInput) -> dict[str, Any]:
    """Return the values of the case; a narrative section in the place `summary` stands in for its summary."""
    sections = (s for s in case.graph.narrative if (s.place or s.id) == "summary")
    written = next((s.text for s in sections if not s.forums or set(s.forums) & set(profile.names)), None)
    return dict(case.graph.case) | {"summary": case.graph.case.summary or written}


def _with_case(filing: Filing, profile: Profile, case: CaseFile) -> dict[str, Any]:
    """Return the values of a filing with what the case or the forum stands in for."""
    return dict(filing) | {
        "title": filing.title or profile.title,
        "persons": filing.persons or case.persons_concerned,
        "date": filing.date or case.as_of,
        "marking": filing.marking or case.marking or profile.marking,
        "language": filing.language or case.language,
        "supports": filing.supports or _title_of(filing.supports_filing, case),
    }


def _title_of(filing: str | None, case: CaseFile) -> str | None:
    """Return the title of a filing of the case, which a statement in its support prints."""
    return next((found.title for found in case.filings if found.id == filing), None)


def is_empty_at(value: Any, path: Sequence[str]) -> bool:
    """Tell whether nothing is recorded at a path; of a list, one member that holds something is enough."""
    if isinstance(value, tuple):
        return all(is_empty_at(member, path) for member in value)
    if not path:
        return value is None or value == "" or (isinstance(value, Part) and not value.model_fields_set)
    if isinstance(value, Mapping):
        return is_empty_at(value.get(path[0]), path[1:])
    if isinstance(value, Part):
        return is_empty_at(getattr(value, path[0], None), path[1:])
    return True


def write_field(path: str) -> str:
    """Write a path as a record has it: `birth.date` is `` `birth: {date: …}` ``."""
    *above, last = path.split(".")
    written = f"{last}: …"
    for name in reversed(above):
        written = f"{name}: {{{written}}}"
    return f"`{written}`"
