"""Leave out, before anything is composed, every person whose consent does not cover a forum and its audiences."""

from __future__ import annotations

from dataclasses import dataclass

from probata.diagnostics import Diagnostic, Severity
from probata.forum import Profile
from probata.graph.case_graph import CaseGraph
from probata.model.consent import Consent
from probata.model.dates import When
from probata.model.person import Person


@dataclass(frozen=True, slots=True)
class Disclosed:
    """The graph that a forum's readers may see, and who is missing from it."""

    graph: CaseGraph
    findings: tuple[Diagnostic, ...] = ()


def disclose(graph: CaseGraph, profile: Profile) -> Disclosed:
    """Return the graph without persons who need a consent that is not there, and without what is theirs alone.

    Their statements, the exhibits that are these statements, their consents and listings go with them. Narrative text
    is the author's own: a name written there is found by the search of finished files.
    """
    if not profile.disclosure.consent_required:
        return Disclosed(graph)
    hidden = frozenset(p.id for p in graph.people if p.consent_required and not _covered(graph, p, profile))
    if not hidden:
        return Disclosed(graph)
    statements = frozenset(statement.id for statement in graph.statements if statement.person in hidden)
    exhibits = frozenset(exhibit.id for exhibit in graph.exhibits if exhibit.statement in statements)
    shown = graph.without("people", hidden).without("statements", statements).without("exhibits", exhibits)
    shown = shown.without("consents", frozenset(consent.id for consent in graph.consents if consent.person in hidden))
    shown = shown.without("listings", frozenset(found.id for found in graph.listings if found.person in hidden))
    return Disclosed(shown, tuple(_missing(graph, person_id, profile) for person_id in sorted(hidden)))


def _covered(graph: CaseGraph, person: Person, profile: Profile) -> bool:
    return any(_covers(c, profile, graph.case.as_of) for c in graph.consents if c.person == person.id)


def _covers(consent: Consent, profile: Profile, as_of: When | None) -> bool:
    in_time = consent.until is None or as_of is None or consent.until.last >= as_of.first
    return (
        consent.status == "given"
        and profile.id in consent.forums
        and set(profile.disclosure.audiences) <= set(consent.audiences)
        and in_time
    )


def _missing(graph: CaseGraph, person_id: str, profile: Profile) -> Diagnostic:
    return Diagnostic(
        "DIS101", "person-without-consent", Severity.WARNING,
        f"no consent of `{person_id}` covers the forum `{profile.id}`: the person is left out of its documents",
        graph.span("people", person_id), "record a consent for this forum and its readers, or leave it so",
        record=f"people/{person_id}",
    )  # fmt: skip
