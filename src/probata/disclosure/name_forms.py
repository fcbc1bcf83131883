"""The forms in which a text may name a person, and a pattern that finds them however they are set."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from probata.disclosure.as_read import as_read
from probata.disclosure.unspaced import UNSPACED
from probata.model.name import PersonName
from probata.model.person import Person

_SHORTEST = 4
"""Letters of a family name that is looked for by itself; a shorter one may be part of any text."""
_SHORTEST_NUMBER = 5
"""Letters and digits of a passport number or the like that is looked for."""

_SETTINGS = (
    (re.compile(r"(?:\\?\s)+"), r"[*_]*\\s+[*_]*"),
    (re.compile("['’‘ʼ`´]"), "['’‘ʼ`´]"),
    (re.compile(r"\\?[-‐‑–]"), "[-‐‑–]"),
)
"""Signs that a text may set otherwise than a record, each with a pattern for all its forms."""
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")
_SPACED = rf"[^\W_{UNSPACED}]"
"""A letter behind which the same word may go on; an underscore may be Markdown's sign of emphasis."""


def names_of(people: Collection[Person], others: Collection[Person]) -> dict[str, tuple[str, ...]]:
    """Return, by the id of each person, every form in which a text may name them, the longest first.

    A family name counts by itself, in each script, unless it is short or one of the others, who may be named, has it
    too. A given name does not: too many people share one. The number of a passport or register counts as a name.
    """
    shared = {family for other in others for name in _all(other) for family in _families(name)}
    return {person.id: _forms_of(person, shared) for person in people}


def _forms_of(person: Person, shared: Collection[str]) -> tuple[str, ...]:
    found = [as_read(form) for name in _all(person) for form in _forms(name) if form]
    families = [own for name in _all(person) for own in _families(name) if len(own) >= _SHORTEST]
    found += [own for own in (*families, *_several(families)) if own not in shared]
    found += [one.number for one in person.identifiers if sum(map(str.isalnum, one.number)) >= _SHORTEST_NUMBER]
    return tuple(sorted(dict.fromkeys(found), key=len, reverse=True))


def _all(person: Person) -> tuple[PersonName, ...]:
    return (person.name, *(alias.name for alias in person.aliases))


def _forms(name: PersonName) -> Iterator[str]:
    yield name.display
    yield from (told["full"] for told in name.translations.values() if "full" in told)
    yield name.native.text if name.native else ""
    if name.family and name.given:
        yield f"{name.given} {name.family}"
        yield f"{name.family} {name.given}"
        yield f"{name.family}, {name.given}"


def _families(name: PersonName) -> Iterator[str]:
    """Give the family name in each script: of a name that is recorded whole the word that stands where it would."""
    if name.family:
        yield as_read(name.family)
    wholes = (name.native.text if name.native else "", "" if name.family else name.full or "")
    for words in map(str.split, map(as_read, wholes)):
        if len(words) > 1 and not any(word[0].islower() for word in words):
            yield words[0 if name.order == "family_first" else -1]


def _several(families: Collection[str]) -> Iterator[str]:
    """Give what a family is called together, as English writes it: the Quillons."""
    yield from (family + ending for family in families if family.isascii() for ending in ("s", "es"))


def names_in(names: tuple[str, ...], text: str) -> frozenset[str]:
    """Return the names that a text holds, as it is read and as they would be taken out of it."""
    return frozenset(found[0] for found in name_pattern(names).finditer(as_read(text))) if names else frozenset()


def is_name(names: tuple[str, ...], written: str) -> bool:
    """Tell whether what a text writes is one of the forms of a name, and not a longer name that has it inside."""
    return bool(names) and name_pattern(names).fullmatch(as_read(written)) is not None


@cache
def name_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for names: those of several words in any case, one word as it is written or in capitals.

    A family name in small letters may be a word of any text.
    """
    return re.compile("|".join(map(_pattern_of, sorted(names, key=len, reverse=True))))


def _pattern_of(name: str) -> str:
    written = f"(?i:{_as_set(name)})" if " " in name else f"(?:{_as_set(name)}|{_as_set(name.upper())})"
    return f"{_beginning(name)}{written}{_end(name)}"


def _beginning(name: str) -> str:
    """Return what must not stand before a name: a letter of its word; beside Chinese nothing tells one from the next.

    One letter alone is part of any text, and wants a boundary in every script.
    """
    if len(name) == 1:
        return r"(?<![\w@])"
    return "(?<!@)" if _IS_UNSPACED.match(name) else f"(?<!{_SPACED})(?<!@)"


def _end(name: str) -> str:
    if len(name) == 1:
        return r"(?!\w)"
    return "" if _IS_UNSPACED.match(name[-1]) else f"(?!{_SPACED})"


def _as_set(name: str) -> str:
    """Return a pattern for a name however it is set: over two lines, with any apostrophe and any hyphen."""
    written = re.escape(name)
    for one, any_of_them in _SETTINGS:
        written = one.sub(any_of_them, written)
    return written
