"""Leave out, before anything is composed, every person whose consent does not cover a forum and its audiences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, Literal

from probata.diagnostics import Diagnostic, Severity, say
from probata.disclosure.name_forms import forms_by_kind
from probata.disclosure.name_search import NameSearch
from probata.disclosure.names import NAME_WITHHELD, NameTaker, Taken
from probata.disclosure.without_records import Gone, Lost, Without, without_records
from probata.forum import Profile
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.case_file import Author, Filing
from probata.model.consent import Consent
from probata.model.dates import When
from probata.model.held_copy import CustodyEvent, HeldCopy
from probata.model.name import PersonName
from probata.model.person import Birth, Person
from probata.model.record import Record, private_fields
from probata.model.source_record import Source

Version = Literal["recipient", "public"]
VERSIONS: tuple[Version, ...] = ("recipient", "public")


@dataclass(frozen=True, slots=True)
class Use:
    """What a document makes of a person's consent."""

    forum: str
    audiences: frozenset[str]
    """Who reads it."""

    purposes: frozenset[str]
    """What it is for, as far as its forum says it; a public version is a publication, too."""

    days: tuple[When | None, ...]
    """The days on which a consent must hold: that of the case and that of the document."""


def use_of(
    graph: CaseGraph, readers: Sequence[Profile], dated: When | None = None, version: Version = "recipient"
) -> Use:
    """Return the use of a document that the first of some forums takes, and the others read too."""
    audiences = {audience for one in readers for audience in one.disclosure.audiences}
    purposes = {one.disclosure.purpose for one in readers if one.disclosure.purpose}
    is_public = version == "public"
    return Use(
        readers[0].id if readers else "",
        frozenset(audiences | ({"public"} if is_public else set())),
        frozenset(purposes | ({"publication"} if is_public else set())),
        (graph.case.as_of, dated),
    )


def covers_use(consent: Consent, use: Use) -> bool:
    """Tell whether a consent is for a forum, all its readers and what it is for, and holds on each of the days."""
    return use.forum in consent.forums and not any(_short_of(consent, use))


def short_of_use(graph: CaseGraph, person_id: str, use: Use) -> Iterator[str]:
    """Say of each consent that a person gave for a forum why it does not cover the use."""
    for consent in graph.consents:
        if consent.person == person_id and use.forum in consent.forums:
            yield from _short_of(consent, use)


def _lacks(consent: Consent, use: Use) -> tuple[list[str], list[str]] | None:
    """Return the readers and purposes that a consent leaves out; `None` where it leaves out none."""
    readers = sorted(use.audiences - {*consent.audiences})
    purposes = sorted(use.purposes - {*consent.purposes}) if consent.purposes else []
    return (readers, purposes) if readers or purposes else None


def _short_of(consent: Consent, use: Use) -> Iterator[str]:
    missing, others = _lacks(consent, use) or ([], [])
    if not consent.is_given:
        day = f" on {say.date(consent.withdrawn_on)}" if consent.withdrawn_on else ""
        status = "withdrawn" if consent.withdrawn_on else consent.status.replace("_", " ")
        yield f"consent {say.consent(consent)} is {status}{day}"
    elif missing:
        yield f"consent {say.consent(consent)} leaves out readers of the document: {_listed(missing)}"
    elif others:
        yield f"consent {say.consent(consent)} leaves out what the document is for: {_listed(others)}"
    elif consent.until and not all(consent.holds_on(day) for day in use.days):
        yield f"consent {say.consent(consent)} ends {say.date(consent.until)}"


def _listed(words: Sequence[str]) -> str:
    return ", ".join(say.words(one) for one in words)


# Leave out, before anything is composed, what no source states and we have only read: relations and numbers of law.


def without_own_readings(graph: CaseGraph) -> CaseGraph:
    """Return the graph without what is recorded as `inferred`; the same graph where there is nothing of the sort.

    Of a provision the number alone goes: the source names the instrument.
    """
    inferred = frozenset(relation.id for relation in graph.commands if relation.inferred)
    shown = graph.without("commands", inferred) if inferred else graph
    read = {one.id: _as_named(one) for one in graph.allegations if any(law.inferred for law in one.provisions)}
    if not read:
        return shown
    allegations: dict[str, Record] = {**shown.records["allegations"], **read}
    return replace(shown, records={**shown.records, "allegations": allegations})


def _as_named(allegation: Allegation) -> Allegation:
    laws = (law.model_copy(update={"provision": None}) if law.inferred else law for law in allegation.provisions)
    return allegation.model_copy(update={"provisions": tuple(laws)})


def without_private_fields(graph: CaseGraph) -> CaseGraph:
    """Return the graph without who collected, gave or took a held copy, and what else of it stays with the team."""
    if not graph.copies:
        return graph
    copies: dict[str, Record] = {copy.id: _without_private(copy) for copy in graph.copies}
    return replace(graph, records={**graph.records, "copies": copies})


def _without_private(copy: HeldCopy) -> HeldCopy:
    custody = tuple(event.model_copy(update=dict.fromkeys(private_fields(CustodyEvent))) for event in copy.custody)
    return copy.model_copy(update={**dict.fromkeys(private_fields(HeldCopy)), "custody": custody})


_NOTHING: dict[str, Any] = {
    "aliases": (), "birth": Birth(), "death": None, "identifiers": (), "addresses": (), "education": (),
    "present_situation": None, "protected": (),
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

    hidden: frozenset[str] = frozenset()
    """Persons who are left out."""

    masked: frozenset[str] = frozenset()
    """Persons of whom only the pseudonym is there."""

    gone: Gone = field(default_factory=dict)
    """Ids of records that a public version does not hold, since they are or name somebody who is left out, by kind."""

    lost: tuple[Lost, ...] = ()
    """Texts that it does not hold, for the same reason, of records that it holds."""


def disclose(
    graph: CaseGraph,
    profile: Profile,
    mark: str = NAME_WITHHELD,
    supported: Sequence[Profile] = (),
    dated: When | None = None,
    version: Version = "recipient",
) -> Disclosed:
    """Return the graph without persons who need a consent that is not there, and without what is theirs alone.

    Relations of command that no source states are left out everywhere.

    Their statements, the exhibits that are these statements, their quotations, consents and listings go with them.
    Where another text names them, `mark` stands in place of the name; texts of Markdown keep it, until they are parsed
    and `without_names` takes it out of the document. A person who consented under a pseudonym or without name is called
    by the pseudonym of the record, which is its name where it has none, and loses what else would identify them, other
    names in texts too.

    `supported` are the forums of the submissions with which the document goes: their readers see it too. `dated` is the
    day of the document, on which a consent must still hold, besides the case's own day. In a public version every
    victim and witness needs a consent, whatever the forum says.
    """
    graph = without_private_fields(without_own_readings(graph))
    use = use_of(graph, (profile, *supported), dated, version)
    hidden, masked = hidden_and_masked(graph, (profile, *supported), dated, version)
    shown = _masked(graph, masked)
    if not hidden | masked:
        return Disclosed(shown)
    names = search_for(graph, hidden, masked)
    taker = NameTaker(names, profile.id, mark)
    left = (
        _without_trace(shown, hidden, names) if version == "public" else Without(without_persons(shown, hidden), {}, ())
    )
    shown = taker.from_graph(left.graph)
    missing = (
        _missing(graph, person_id, profile, use, tuple(short_of_use(graph, person_id, use)))
        for person_id in sorted(hidden)
    )
    return Disclosed(shown, tuple(missing), tuple(taker.taken), names, hidden, masked, left.gone, left.lost)


def hidden_and_masked(
    graph: CaseGraph, readers: Sequence[Profile], dated: When | None = None, version: Version = "recipient"
) -> tuple[frozenset[str], frozenset[str]]:
    """Return who is left out of a document for the readers of some forums, and of whom only the pseudonym is there."""
    rules, is_public = [one.disclosure for one in readers], version == "public"
    if not is_public and not any(found.consent_required for found in rules):
        return frozenset(), frozenset()
    wanted, parts = {part for found in rules for part in found.consent_of}, parts_played(graph)
    wanted |= {"victim", "witness"} if is_public else set()
    needing = [person for person in graph.people if person.needs_consent or wanted & parts[person.id]]
    use = use_of(graph, readers, dated, version)
    covering = [consent for consent in graph.consents if covers_use(consent, use)]
    covers = {person.id: [c for c in covering if c.person == person.id] for person in needing}
    hidden = frozenset(person.id for person in needing if not covers[person.id])
    masked = frozenset(
        person.id for person in needing if any(consent.identity != "named" for consent in covers[person.id])
    )
    return hidden, masked - hidden


def parts_played(graph: CaseGraph) -> dict[str, set[str]]:
    """Return the parts that persons play: as recorded, and that of a victim where they are named as affected.

    An event may affect a person against whom the case is made, such as an arrest of the accused: that alone makes
    nobody a victim whose consent is needed, or the accused could not be named.
    """
    affected = {key for allegation in graph.allegations for key in allegation.affected.persons}
    affected |= {key for event in graph.events for key in event.persons}
    affected -= {*graph.case.persons_concerned, *(key for filing in graph.case.filings for key in filing.persons)}
    return {p.id: {*p.part_played, *(("victim",) if p.id in affected else ())} for p in graph.people}


def without_persons(graph: CaseGraph, hidden: frozenset[str]) -> CaseGraph:
    """Return the graph without some persons and what is theirs alone; other texts may name them."""
    statements = frozenset(statement.id for statement in graph.statements if statement.person in hidden)
    exhibits = frozenset(exhibit.id for exhibit in graph.exhibits if exhibit.statement in statements)
    shown = graph.without("people", hidden).without("statements", statements).without("exhibits", exhibits)
    shown = shown.without("quotations", frozenset(q.id for q in graph.quotations if q.speaker.person in hidden))
    shown = shown.without("consents", frozenset(consent.id for consent in graph.consents if consent.person in hidden))
    return shown.without("listings", frozenset(found.id for found in graph.listings if found.person in hidden))


def _without_trace(graph: CaseGraph, hidden: frozenset[str], names: NameSearch) -> Without:
    """Return the graph as if some persons had never been in it: nothing tells that somebody is left out.

    What is theirs alone goes, works that are not open and hold their words too, and each text that names them or cites
    such a work.
    """
    kept = without_persons(graph, hidden)
    gone = {kind: {*found} - {*kept.records.get(kind, {})} for kind, found in graph.records.items()}
    rested = {cited.source for one in graph.people if one.id in hidden for cited in one.citations}
    rested |= {one.quoted_in.source for one in graph.quotations if one.id in gone["quotations"] and one.quoted_in}
    rested |= {one.source for one in graph.statements if one.id in gone["statements"] and one.source}
    apart = {one.id for one in graph.sources if one.id in rested and one.confidentiality != "open"}
    return without_records(graph, {**gone, "sources": apart}, names=names)


def search_for(graph: CaseGraph, hidden: frozenset[str], masked: frozenset[str] = frozenset()) -> NameSearch:
    """Return what finds the persons who are hidden in any text, whatever form of their names it has.

    Of those who are `masked` it finds every name but their pseudonym, which is the name of a record without one.
    """
    forms = forms_hidden(graph, hidden, masked)
    return NameSearch({key: dict.fromkeys(chain(*kinds.values())) for key, kinds in forms.items()})


def forms_hidden(graph: CaseGraph, hidden: Set[str], masked: Set[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return every form in which a text may tell of them, as `search_for` does, by person and what it tells."""
    others = [person for person in graph.people if person.id not in hidden | masked]
    bare = [person for person in graph.people if person.id in masked and not is_named_apart(person)]
    whole = [person for person in graph.people if person.id in hidden | masked and person not in bare]
    forms = forms_by_kind(whole, others)
    for person in bare:
        named = [*others, person.model_copy(update={"aliases": ()})]
        own = forms_by_kind([without_pseudonym(person)], named)[person.id]
        kept = {kind: tuple(one for one in written if one != person.name.display) for kind, written in own.items()}
        forms[person.id] = {kind: written for kind, written in kept.items() if written}
    return forms


def without_pseudonym(person: Person) -> Person:
    """Return a person whose name is a pseudonym without it, with the name in its own script, if there is one."""
    return person.model_copy(update={"name": PersonName(native=person.name.native)})


def _masked(graph: CaseGraph, masked: frozenset[str]) -> CaseGraph:
    if not masked:
        return graph
    people: dict[str, Record] = {**graph.records["people"]}
    for person in (person for person in graph.people if person.id in masked):
        name = person.name.model_copy(update={"native": None})
        if person.pseudonym and is_named_apart(person):
            name = PersonName(full=person.pseudonym)
        people[person.id] = person.model_copy(update={"name": name, **_NOTHING})
    return replace(graph, records={**graph.records, "people": people})


def is_named_apart(person: Person) -> bool:
    """Tell whether a record has a name besides its pseudonym."""
    return bool(person.pseudonym) and person.name.display != person.pseudonym


def _missing(graph: CaseGraph, person_id: str, profile: Profile, use: Use, short_of: tuple[str, ...]) -> Diagnostic:
    """Tell that a person is left out, and for what the consent is missing.

    Must fix where the document is the person's own, or a consent for its forum was given and is short of its readers or
    its purpose: it is not made for filing then. A public version leaves such a person out without more. A note where
    the forum prints the words of witnesses alone and this is none. A name that these words hold is found by itself, as
    must fix.
    `short_of` says what the consents lack that there are.
    """
    given = (one for one in graph.consents if one.person == person_id and use.forum in one.forums and one.is_given)
    is_outside = "publication" not in use.purposes and any(_lacks(one, use) for one in given)
    is_awaited = is_outside or person_id in _makers(graph, profile)
    weight = Severity.ERROR if is_awaited else Severity.WARNING if profile.alleges else Severity.INFO
    aims = _listed([*sorted(use.audiences), *sorted(use.purposes)])
    if is_outside:
        step = (
            "ask the person again and record the new consent, or take the forum out of this one: they are left out then"
        )
    elif short_of:
        step = "ask the person again and record the new consent, or leave it so"
    else:
        step = "record a consent for this forum and its readers, or leave it so"
    return Diagnostic(
        "DIS101", "person-without-consent", weight,
        f"no consent of {say.person(person_id)} covers the forum {say.words(profile.id)}: the person is left out of "
        "its documents",
        graph.span("people", person_id), step,
        notes=short_of or (f"it must cover {aims}",), record=f"people/{person_id}", filing=profile.id,
    )  # fmt: skip


def _makers(graph: CaseGraph, profile: Profile) -> set[str | None]:
    """Return who makes the statements that are filed in this forum."""
    filed = {filing.statement for filing in graph.case.filings if filing.forum == profile.id}
    return {statement.person for statement in graph.statements if statement.id in filed}


# Describe works by whose titles readers would learn whom a document protects, or who submits it.

_KEPT = ("rank", "origin_group", "publisher_group", "held", "confidentiality", "supports", "described")
"""What a described work keeps of its record: nothing by which it is found."""


def without_submitter(graph: CaseGraph, profile: Profile, filing: Filing) -> CaseGraph:
    """Return the graph in which a work that is not open is no more than what `described` says of it.

    Where the forum keeps its source confidential, and the source did not agree to be named, so is a work of those who
    submit the filing; exhibits of theirs lose their marks, which are often initials, and no work has its short title. A
    work that nothing describes keeps its record: that it names the source is found in the document.
    """
    is_secret = profile.disclosure.source_confidential and not filing.names_submitter
    submitter = graph.case.prepared_by
    own = frozenset(one.id for one in graph.sources if is_secret and one.described and _is_of(submitter, one))
    kept = _KEPT if is_secret else (*_KEPT, "short_title")
    told = (one for one in graph.sources if one.described and (one.id in own or one.confidentiality != "open"))
    sources: dict[str, Record] = {one.id: _described(one, kept) for one in told}
    shown = graph.without("exhibits", frozenset(one.id for one in graph.exhibits if one.source in own))
    return replace(shown, records={**shown.records, "sources": {**graph.records.get("sources", {}), **sources}})


def _is_of(submitter: Author, source: Source) -> bool:
    """Tell whether those who submit made, received or published a work."""
    named = (*source.author, *source.editor, *source.translator, *source.recipient, *source.interviewer)
    names = {source.publisher, source.container_title, *(one.whole for one in named)}
    return bool(names & {submitter.organisation, submitter.name} - {None})


def _described(source: Source, kept: Iterable[str]) -> Source:
    return Source(id=source.id, type="document").model_copy(update={field: getattr(source, field) for field in kept})
