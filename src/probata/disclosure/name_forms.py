"""Every form in which a text may tell of somebody: names, what is made of them, and what the record says to protect."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

from probata.disclosure.name_search import IN_ADDRESSES, INITIALS, NUMBER, STEM, seen
from probata.disclosure.particulars import forms_of_particular
from probata.model.name import PARTICLES, PersonName
from probata.model.person import Person

_SHORTEST = 4
"""Letters of a family name that is looked for by itself; a shorter one may be part of any text."""
_SHORTEST_NUMBER = 5
"""Letters and digits of a passport number or the like that is looked for."""
_SHORTEST_GROUPED, _SHORTEST_DIGITS = 7, 9
"""Letters and digits from which one counts in whatever groups: with a letter in it, and without, as few sums are."""
_SHORTEST_HANDLE = 5
"""Letters of what somebody is called in addresses, by family name with given name or initials: `@mquillon`."""
_SHORTEST_STEM = 6
"""Letters of a family name before which endings are looked for: `Quillonova`; of a shorter one it would be another."""
_LAST_VOWELS = ("ий", "ый", "ой", "ая", "яя", *"аяоеьйa", *"yioeýáí")
"""What a name loses before an ending."""

_FINNISH = (
    *("sen", "sta", "seen", "sessa", "sesta", "sella", "selta", "selle", "sena", "seksi"),
    *("set", "sten", "sia", "sille", "silla", "silta"),
)
"""What stands for the `nen` of a Finnish family name with its place in a sentence."""
_ARTICLE = "ال"

NAME, FAMILY, IDENTIFIER = "name", "family_name", "identifier"
"""Kinds of forms, besides those of particulars."""


def names_of(people: Collection[Person], others: Collection[Person]) -> dict[str, tuple[str, ...]]:
    """Return, by the id of each person, every form in which a text may name them, the longest first.

    A family name counts by itself, in each script, unless it is short or one of the others, who may be named, has it
    too; so does each of two. A given name does not, too many people share one, unless the record says that it is
    protected. The number of a passport or register counts as a name.
    """
    by_kind = forms_by_kind(people, others)
    return {
        key: tuple(sorted(dict.fromkeys(chain(*forms.values())), key=len, reverse=True))
        for key, forms in by_kind.items()
    }


def forms_by_kind(people: Collection[Person], others: Collection[Person]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return what `names_of` does by the kind of what each form tells: a name, a telephone, an address."""
    shared = {seen(family).letters for other in others for name in _all(other) for family in _families(name)}
    theirs = {seen(form).letters for other in others for name in _all(other) for form in _shortened(name)}
    return {person.id: _forms_of(person, shared, theirs) for person in people}


def _forms_of(person: Person, shared: Collection[str], theirs: Collection[str]) -> dict[str, tuple[str, ...]]:
    names = _all(person)
    families = [own for name in names for own in _families(name) if len(seen(own).letters) >= _SHORTEST]
    own_alone = [own for own in families if seen(own).letters not in shared]
    # The Quillons together are each of them, whoever else has the name.
    made = [one for one in (*_several(families), *_stems(own_alone)) if seen(one).letters not in shared]
    short = [one for name in names for one in _shortened(name) if seen(one).letters not in theirs]
    numbers = [one.number for one in person.identifiers if sum(map(str.isalnum, one.number)) >= _SHORTEST_NUMBER]
    found: dict[str, list[str]] = {
        NAME: [form for name in names for form in _forms(name) if form] + short,
        FAMILY: [*own_alone, *made],
        IDENTIFIER: [form for number in numbers for form in _grouped(number)],
    }
    for one in person.protected:
        found.setdefault(one.kind, []).extend(forms_of_particular(one))
        if one.kind == "given_name":
            found[one.kind] += (*_several([one.value]), *_stems([one.value]))
    return {kind: tuple(dict.fromkeys(forms)) for kind, forms in found.items() if forms}


def _grouped(number: str) -> Iterator[str]:
    """Give the number of a paper as it is recorded, and, of one that is no sum, in whatever groups it is written."""
    yield number
    letters = seen(number).letters
    if len(letters) >= (_SHORTEST_DIGITS if letters.isdigit() else _SHORTEST_GROUPED) and not letters.isalpha():
        yield NUMBER + number


def _all(person: Person) -> tuple[PersonName, ...]:
    return (person.name, *(alias.name for alias in person.aliases))


def _forms(name: PersonName) -> Iterator[str]:
    yield name.display
    yield from (told["full"] for told in name.translations.values() if "full" in told)
    yield name.native.text if name.native else ""
    given, family = _parts(name)
    if family and given:
        for one in (given, *given.split()):
            for own in (family, *_each_of(family)):
                yield f"{one} {own}"
                yield f"{own} {one}"
        short = {"".join(given.split()), given[0], "".join(word[0] for word in given.split())}
        handles = {made for one in short for made in (one + family, family + one)}
        handles |= {made for one in given.split() for made in (one + family[0], family[0] + one)}
        yield from (IN_ADDRESSES + made for made in sorted(handles) if len(seen(made).letters) >= _SHORTEST_HANDLE)


def _shortened(name: PersonName) -> Iterator[str]:
    """Give a name with initials for the given names: `M. Quillon`, `Quillon M`."""
    given, family = _parts(name)
    letters = [word[0] for word in given.split() if word[0].isupper()]
    for own in (family, *_each_of(family)) if len(family) > 1 and letters else ():
        for one in dict.fromkeys((letters[0], " ".join(letters))):
            yield f"{INITIALS}{one} {own}"
            yield f"{INITIALS}{own} {one}"


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
        yield from _each_of(name.family)
    wholes = (name.native.text if name.native else "", "" if name.family else name.full or "")
    for words in map(str.split, wholes):
        if len(words) > 1 and not any(map(_is_small, words)):
            own = words[0 if name.order == "family_first" else -1]
            yield own
            yield from _each_of(own)


def _is_small(word: str) -> bool:
    """Tell whether a word has no capital where its script would have one: Georgian has none in front of a name."""
    return word[0].islower() and word[0] != word[0].title()


def _each_of(family: str) -> Iterator[str]:
    """Give each of two family names, and one without its article: `García Márquez`, `al-Qahtani`."""
    words = family.replace("-", " ").replace("\u2010", " ").split()
    if len(words) > 1:
        yield from (word for word in words if word.lower() not in PARTICLES)
    elif family.startswith(_ARTICLE):
        yield family.removeprefix(_ARTICLE)


def _several(families: Collection[str]) -> Iterator[str]:
    """Give what a family is called together, as English writes it: the Quillons."""
    yield from (family + ending for family in families if seen(family).letters.isascii() for ending in ("s", "es"))


def _stems(families: Collection[str]) -> Iterator[str]:
    """Give that of a family name which stays when it is inflected."""
    for family in families:
        cut = next((family.removesuffix(one) for one in _LAST_VOWELS if family.endswith(one)), family)
        long = (one for one in (family, cut) if len(seen(one).letters) >= _SHORTEST_STEM)
        yield from (STEM + one for one in dict.fromkeys(long))
        if family.endswith("nen") and len(family) >= _SHORTEST_STEM:
            yield from (family.removesuffix("nen") + ending for ending in _FINNISH)
