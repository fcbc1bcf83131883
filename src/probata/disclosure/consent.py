"""Leave out, before anything is composed, every person whose consent does not cover a forum and its audiences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from probata.diagnostics import Diagnostic, Severity, say
from probata.disclosure.name_forms import names_of
from probata.disclosure.name_search import NameSearch
from probata.disclosure.names import NAME_WITHHELD, NameTaker, Taken
from probata.disclosure.own_readings import without_own_readings
from probata.disclosure.short_of_use import short_of_use
from probata.forum import Profile
from probata.graph.case_graph import CaseGraph
from probata.model.consent import Consent
from probata.model.dates import When
from probata.model.name import PersonName
from probata.model.person import Birth
from probata.model.record import Record

_NOTHING: dict[str, Any] = {
    "aliases": (), "birth": Birth(), "death": None, "identifiers": (), "addresses": (), "education": (),
    "present_situation": None,
}  # fmt: skip
"""What identifies a person besides the name, as it is where nothing is recorded."""


@dataclass(frozen=True, slots=True)
class Disclosed:
    """The graph that a forum's readers may see, and who is missing from it."""

    graph: CaseGraph
    findings: tuple[Diagnostic, ...] = ()
    taken: tuple[Taken, ...] = ()
    """Texts out of which a name was taken; see `holes`."""

    names: NameSearch = field(default_factory=lambda: NameSearch({}))
    """Whom its documents may not name; see `without_names`."""


def disclose(
    graph: CaseGraph,
    profile: Profile,
    mark: str = NAME_WITHHELD,
    supported: Sequence[Profile] = (),
    dated: When | None = None,
) -> Disclosed:
    """Return the graph without persons who need a consent that is not there, and without what is theirs alone.

    Relations of command that no source states are left out everywhere.

    Their statements, the exhibits that are these statements, their quotations, consents and listings go with them.
    Where another text names them, `mark` stands in place of the name; texts of Markdown keep it, until they are parsed
    and `without_names` takes it out of the document. A person who consented under a pseudonym or without name keeps the
    name of the record, which then is that pseudonym, and loses what else would identify them, other names in texts too.

    `supported` are the forums of the submissions with which the document goes: their readers see it too. `dated` is the
    day of the document, on which a consent must still hold, besides the case's own day.
    """
    graph = without_own_readings(graph)
    readers = [found.disclosure for found in (profile, *supported)]
    if not any(found.consent_required for found in readers):
        return Disclosed(graph)
    wanted, parts = {part for found in readers for part in found.consent_of}, parts_played(graph)
    audiences = frozenset(audience for found in readers for audience in found.audiences)
    needing = [person for person in graph.people if person.consent_required or wanted & parts[person.id]]
    covering = [
        consent for consent in graph.consents if covers_use(consent, profile.id, audiences, (graph.case.as_of, dated))
    ]
    covers = {person.id: [c for c in covering if c.person == person.id] for person in needing}
    hidden = frozenset(person.id for person in needing if not covers[person.id])
    masked = frozenset(
        person.id for person in needing if any(consent.identity != "named" for consent in covers[person.id])
    )
    masked -= hidden
    shown = _masked(graph, masked)
    if not hidden | masked:
        return Disclosed(shown)
    names = search_for(graph, hidden, masked)
    taker = NameTaker(names, profile.id, mark)
    shown = taker.from_graph(without_persons(shown, hidden))
    days = (graph.case.as_of, dated)
    missing = (
        _missing(graph, person_id, profile, tuple(short_of_use(graph, person_id, profile.id, audiences, days)))
        for person_id in sorted(hidden)
    )
    return Disclosed(shown, tuple(missing), tuple(taker.taken), names)


def parts_played(graph: CaseGraph) -> dict[str, set[str]]:
    """Return the parts that persons play: as recorded, and that of a victim where they are named as affected.

    An event may affect a person against whom the case is made, such as an arrest of the accused: that alone makes
    nobody a victim whose consent is needed, or the accused could not be named.
    """
    affected = {key for allegation in graph.allegations for key in allegation.affected.persons}
    affected |= {key for event in graph.events for key in event.persons}
    affected -= {*graph.case.persons_concerned, *(key for filing in graph.case.filings for key in filing.persons)}
    return {p.id: {*p.part_played, *(("victim",) if p.id in affected else ())} for p in graph.people}


def covers_use(consent: Consent, forum: str, audiences: Collection[str], days: Sequence[When | None]) -> bool:
    """Tell whether a consent is for a forum and all its readers, and holds on each of the days."""
    is_for_them = forum in consent.forums and set(audiences) <= set(consent.audiences)
    return is_for_them and all(consent.holds_on(day) for day in days)


def without_persons(graph: CaseGraph, hidden: frozenset[str]) -> CaseGraph:
    """Return the graph without some persons and what is theirs alone; other texts may name them."""
    statements = frozenset(statement.id for statement in graph.statements if statement.person in hidden)
    exhibits = frozenset(exhibit.id for exhibit in graph.exhibits if exhibit.statement in statements)
    shown = graph.without("people", hidden).without("statements", statements).without("exhibits", exhibits)
    shown = shown.without("quotations", frozenset(q.id for q in graph.quotations if q.speaker.person in hidden))
    shown = shown.without("consents", frozenset(consent.id for consent in graph.consents if consent.person in hidden))
    return shown.without("listings", frozenset(found.id for found in graph.listings if found.person in hidden))


def search_for(graph: CaseGraph, hidden: frozenset[str], masked: frozenset[str] = frozenset()) -> NameSearch:
    """Return what finds the persons who are hidden in any text, whatever form of their names it has.

    Of those who are `masked` it finds every name but the one of the record, which is the pseudonym.
    """
    others = [person for person in graph.people if person.id not in hidden | masked]
    names = names_of([person for person in graph.people if person.id in hidden], others)
    for person in (person for person in graph.people if person.id in masked):
        unnamed = person.model_copy(update={"name": PersonName(native=person.name.native)})
        forms = names_of([unnamed], [*others, person.model_copy(update={"aliases": ()})])[person.id]
        names[person.id] = tuple(form for form in forms if form != person.name.display)
    return NameSearch(names)


def _masked(graph: CaseGraph, masked: frozenset[str]) -> CaseGraph:
    if not masked:
        return graph
    people: dict[str, Record] = {**graph.records["people"]}
    for person in (person for person in graph.people if person.id in masked):
        name = person.name.model_copy(update={"native": None})
        people[person.id] = person.model_copy(update={"name": name, **_NOTHING})
    return replace(graph, records={**graph.records, "people": people})


def _missing(graph: CaseGraph, person_id: str, profile: Profile, short_of: tuple[str, ...]) -> Diagnostic:
    """Tell that a person is left out: as a note where the forum prints the words of witnesses alone and this is none.

    A name that these words hold is found by itself, as must fix. `short_of` says what the consents lack that there are.
    """
    is_awaited = profile.alleges or person_id in _makers(graph, profile)
    return Diagnostic(
        "DIS101", "person-without-consent", Severity.WARNING if is_awaited else Severity.INFO,
        f"no consent of {say.words(person_id)} covers the forum {say.words(profile.id)}: the person is left out of its "
        "documents",
        graph.span("people", person_id),
        "ask the person again and record the new consent, or leave it so" if short_of
        else "record a consent for this forum and its readers, or leave it so",
        notes=short_of, record=f"people/{person_id}", filing=profile.id,
    )  # fmt: skip


def _makers(graph: CaseGraph, profile: Profile) -> set[str | None]:
    """Return who makes the statements that are filed in this forum."""
    filed = {filing.statement for filing in graph.case.filings if filing.forum == profile.id}
    return {statement.person for statement in graph.statements if statement.id in filed}
