"""The forms in which a text may name a person."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from probata.disclosure.seen import seen
from probata.model.name import PersonName
from probata.model.person import Person

_SHORTEST = 4
"""Letters of a family name that is looked for by itself; a shorter one may be part of any text."""
_SHORTEST_NUMBER = 5
"""Letters and digits of a passport number or the like that is looked for."""
_SHORTEST_HANDLE = 5
"""Letters of what somebody is called in addresses, by family name with given name or initials: `@mquillon`."""
IN_ADDRESSES = "@"
"""Begins a form that names somebody in addresses and handles alone."""


def names_of(people: Collection[Person], others: Collection[Person]) -> dict[str, tuple[str, ...]]:
    """Return, by the id of each person, every form in which a text may name them, the longest first.

    A family name counts by itself, in each script, unless it is short or one of the others, who may be named, has it
    too. A given name does not: too many people share one. The number of a passport or register counts as a name.
    """
    shared = {seen(family).letters for other in others for name in _all(other) for family in _families(name)}
    return {person.id: _forms_of(person, shared) for person in people}


def _forms_of(person: Person, shared: Collection[str]) -> tuple[str, ...]:
    found = [form for name in _all(person) for form in _forms(name) if form]
    families = [own for name in _all(person) for own in _families(name) if len(seen(own).letters) >= _SHORTEST]
    found += [own for own in (*families, *_several(families)) if seen(own).letters not in shared]
    found += [one.number for one in person.identifiers if sum(map(str.isalnum, one.number)) >= _SHORTEST_NUMBER]
    return tuple(sorted(dict.fromkeys(found), key=len, reverse=True))


def _all(person: Person) -> tuple[PersonName, ...]:
    return (person.name, *(alias.name for alias in person.aliases))


def _forms(name: PersonName) -> Iterator[str]:
    yield name.display
    yield from (told["full"] for told in name.translations.values() if "full" in told)
    yield name.native.text if name.native else ""
    given, family = _parts(name)
    if family and given:
        for one in (given, *given.split()):
            yield f"{one} {family}"
            yield f"{family} {one}"
        short = {"".join(given.split()), given[0], "".join(word[0] for word in given.split())}
        handles = {made for one in short for made in (one + family, family + one)}
        yield from (IN_ADDRESSES + made for made in sorted(handles) if len(seen(made).letters) >= _SHORTEST_HANDLE)


def _parts(name: PersonName) -> tuple[str, str]:
    """Return given and family name; of a name that is recorded whole as `_families` divides it."""
    if name.family or not name.full:
        return name.given or "", name.family or ""
    family = next(_families(name), "")
    words = name.full.split()
    return " ".join(words[1:] if name.order == "family_first" else words[:-1]) if family in words else "", family


def _families(name: PersonName) -> Iterator[str]:
    """Give the family name in each script: of a name that is recorded whole the word that stands where it would."""
    if name.family:
        yield name.family
    wholes = (name.native.text if name.native else "", "" if name.family else name.full or "")
    for words in map(str.split, wholes):
        if len(words) > 1 and not any(word[0].islower() for word in words):
            yield words[0 if name.order == "family_first" else -1]


def _several(families: Collection[str]) -> Iterator[str]:
    """Give what a family is called together, as English writes it: the Quillons."""
    yield from (family + ending for family in families if seen(family).letters.isascii() for ending in ("s", "es"))
