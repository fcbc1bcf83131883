"""What the finished files of a filing must not tell: every form of it, by whose it is and what it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from probata.disclosure.consent import forms_hidden, is_named_apart, without_pseudonym
from probata.disclosure.identities import known_by_pseudonym_alone
from probata.disclosure.name_search import INITIALS
from probata.disclosure.particulars import days_written
from probata.graph.case_graph import CaseGraph
from probata.model.person import Person

Forms = Mapping[str, tuple[str, ...]]
"""Forms, as a `NameSearch` takes them, by the kind of what they tell."""

WEIGHTS: Mapping[str, int] = {
    "birth_date": 2, "address": 2, "given_name": 1, "initials": 1, "birth_place": 1, "education": 1
}  # fmt: skip
"""How much each particular tells that the record does not say to protect by itself."""
TOGETHER = "particulars_together"
ENOUGH = 3
"""Weight of different particulars of one person that, close together, tell who is meant."""


@dataclass(frozen=True, slots=True)
class Protected:
    """What is searched for; nothing of whom the readers may see by name."""

    strong: Mapping[str, Forms] = field(default_factory=dict)
    """What counts wherever it stands, by the person or source that it tells."""

    weak: Mapping[str, Forms] = field(default_factory=dict)
    """What counts where enough of one person stands close together."""

    spoken: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Given and family name of each person in each script, for other ways of writing them in Latin letters."""

    open_names: tuple[str, ...] = ()
    """Names of those who may be named: what lies within one of them is not weak, it is that name."""

    apart: int = 0
    """How many have names that are kept apart from the case, so that nobody can search for them."""

    def __bool__(self) -> bool:
        return bool(self.strong)

    @property
    def digest(self) -> str:
        """One hash of all that is searched for."""
        told = (self.strong, self.weak, self.spoken, self.open_names)
        return hashlib.sha256(json.dumps(told, sort_keys=True, default=dict).encode()).hexdigest()

    def numbers(self) -> dict[str, int]:
        """Return how many persons or sources have something of each kind that is searched for."""
        kinds = [kind for one in self.strong.values() for kind in one]
        return {kind: kinds.count(kind) for kind in sorted(set(kinds))} | {TOGETHER: len(self.weak)}


def protected_in(
    graph: CaseGraph,
    hidden: Collection[str],
    masked: Collection[str] = (),
    gone: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Protected:
    """Return what files must not tell that are for readers from whom some persons are hidden, others in all but name.

    The graph is the whole one, before anything was taken out. Of those who are `masked` the pseudonym may stand, which
    is the name of a record without one. `gone` are the records that the version does not hold, by kind. Works that a
    document only describes are protected too: where they are found.
    """
    hidden, masked = frozenset((*hidden, *gone.get("people", ()))), frozenset(masked)
    strong = forms_hidden(graph, hidden, masked)
    others = [person for person in graph.people if person.id not in hidden | masked]
    theirs = [
        person if is_named_apart(person) or person.id not in masked else without_pseudonym(person)
        for person in graph.people
        if person.id in hidden | masked
    ]
    weak = {person.id: dict(_weak(person)) for person in theirs}
    names = (name for person in others for name in (person.name, *(alias.name for alias in person.aliases)))
    pseudonyms = (person.pseudonym or person.name.display for person in graph.people if person.id in masked)
    bodies = (body.name for body in graph.bodies)
    return Protected(
        {key: forms for key, forms in (*strong.items(), *_works(graph, gone.get("sources", ()))) if forms},
        {key: forms for key, forms in weak.items() if forms},
        {person.id: tuple(_spoken(person)) for person in theirs},
        tuple(dict.fromkeys(filter(None, (*(name.display for name in names), *pseudonyms, *bodies)))),
        len(known_by_pseudonym_alone(graph) & (hidden | masked)),
    )


def _weak(person: Person) -> Iterator[tuple[str, tuple[str, ...]]]:
    given = (person.name.given or " ".join((person.name.full or "").split()[:-1])).split()
    family = (person.name.family or (person.name.full or "").rpartition(" ")[2])[:1]
    if given:
        yield "given_name", tuple(one for one in given if len(one) > 1)
        yield "initials", (INITIALS + ".".join((*(one[0] for one in given), family)),)
    birth = person.birth.date.value if person.birth.date else None
    if birth and birth.first == birth.last:
        yield "birth_date", tuple(days_written(birth.first))
    if person.birth.place:
        yield "birth_place", (person.birth.place.value,)
    if numbered := [one.value for one in person.addresses if any(map(str.isdigit, one.value))]:
        yield "address", tuple(numbered)
    if person.education:
        yield "education", tuple(one.institution for one in person.education)


def _spoken(person: Person) -> Iterator[tuple[str, str]]:
    for name in (person.name, *(alias.name for alias in person.aliases)):
        if name.given and name.family:
            yield name.given, name.family
        for words in ((name.native.text if name.native else "").split(), (name.full or "").split()):
            if len(words) > 1:
                first, last = (words[1:], words[0]) if name.order == "family_first" else (words[:-1], words[-1])
                yield " ".join(first), last


def _works(graph: CaseGraph, gone: Collection[str]) -> Iterable[tuple[str, Forms]]:
    """Give where the works are found of which documents say no more than a description; titles, other texts may say."""
    apart = [one for one in graph.sources if one.id in gone or (one.described and one.confidentiality != "open")]
    ids = {one.id for one in apart}
    shown = {address for one in graph.sources if one.id not in ids for address in (one.url, one.archive_url)}
    for one in apart:
        addresses = tuple(address for address in (one.url, one.archive_url) if address and address not in shown)
        yield one.id, {"source_address": addresses} if addresses else {}
