"""Two plain records that are one: in what they contradict each other, and what ours lacks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from probata.importers.changes import Contradiction
from probata.importers.records.said import Rules, forms, in_short, names_in, rules_of, texts_at
from probata.importers.same import AGREE, as_compared, dates_agree, equal, of_text, when_said
from probata.model.citation import from_short
from probata.model.dates import Answer
from probata.model.kinds import KIND_BY_KEY
from probata.model.name import PARTICLES
from probata.workbook.headings import Path
from probata.workbook.shape import Shape, shape_of

# Records that may be one though they are called otherwise: one day of birth, and a name that is nearly the same.

_ALIKE = 0.7
"""How alike two words of names must be: `aleksandr` and `alexander`, `mohammed` and `muhammad` are."""
_SHORTEST = 2
"""Letters of a word that is no initial."""


def are_near(kind: str, ours: Any, theirs: Any) -> bool:
    """Tell whether two records may be one by a date that both say and by their names.

    Where the date is one day, one word of their names is enough, in whatever order and transliteration; where it is
    less, every word of the shorter name must have its like in the other.
    """
    where = rules_of(kind).near
    days = [(one, other) for one in texts_at(kind, ours, where) for other in texts_at(kind, theirs, where)
            if where and dates_agree(one, other)]  # fmt: skip
    if not days:
        return False
    is_day = any(all(map(_is_day, both)) for both in days)
    return any(
        _alike(one, other) >= (1 if is_day else min(len(one), len(other)))
        for one in _names(kind, ours)
        for other in _names(kind, theirs)
    )


def _is_day(text: str) -> bool:
    """Tell whether a date is a day; the first of January is what registers write where they know the year alone."""
    when = when_said(text)
    return when is not None and when.first == when.last and (when.first.month, when.first.day) != (1, 1)


def _names(kind: str, plain: Any) -> Iterator[frozenset[str]]:
    """Give the words of each name, without accents, particles and initials."""
    for name in names_in(kind, plain):
        apart = unicodedata.normalize("NFKD", name.replace("'", ""))
        bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
        words = frozenset(re.findall(rf"\w{{{_SHORTEST},}}", bare)) - PARTICLES
        yield from [words] if words else []


def _alike(one: frozenset[str], other: frozenset[str]) -> int:
    """Return how many words of the shorter name have their like in the other."""
    shorter, longer = sorted((one, other), key=len)
    return sum(any(_is_like(word, known) for known in longer) for word in shorter)


def _is_like(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other).ratio() >= _ALIKE


Plain = Mapping[str, Any]
_CITATIONS = "citations"


def contradictions(kind: str, ours: Plain, theirs: Plain) -> list[Contradiction]:
    """Return the fields in which the two cannot both be right."""
    return [one for one, is_free in _differing(kind, ours, theirs) if not is_free]


def kept(kind: str, ours: Plain, theirs: Plain) -> list[Contradiction]:
    """Return the fields in which ours stays though theirs says something else, or more, that may be right too."""
    return [one for one, is_free in _differing(kind, ours, theirs) if is_free]


def missing(kind: str, ours: Plain, theirs: Plain) -> dict[str, Any]:
    """Return what only theirs says; of a part that both have, the fields that ours lacks.

    Nothing goes into a part that ours says in short: what stands there would have to be written anew. What theirs says
    of a field that means the same where nothing is written, such as `ended` for the status of a post, is no news.
    """
    usual = {key: value for key in theirs if key not in ours and (value := usual_value(kind, key))}
    rules = rules_of(kind)
    told = {key: value for key, value in theirs.items()
            if usual.get(key) != value and not _stands_elsewhere(rules.instead.get(key, ""), value, ours)}  # fmt: skip
    return _missing(ours, told, rules, ())


def _stands_elsewhere(other: str, value: Any, ours: Plain) -> bool:
    return other in ours and of_text(ours[other]) == of_text(value)


def usual_value(kind: str, key: str) -> str:
    """Return what a field means in which nothing is written; empty where that is nothing."""
    field = KIND_BY_KEY[kind].record.model_fields.get(key)
    return field.default if field and isinstance(field.default, str) else ""


def are_apart(kind: str, ours: Plain, theirs: Plain) -> bool:
    """Tell whether the two say that they are two things: two tenures of one post, two bodies of one name."""
    return any(_differ(kind, ours, theirs, where) for where in rules_of(kind).apart)


def _differ(kind: str, ours: Plain, theirs: Plain, where: str) -> bool:
    mine, others = (texts_at(kind, plain, where) for plain in (ours, theirs))
    if not mine or not others:
        return False
    dates = [found for said in (mine, others) if (found := [when for text in said if (when := when_said(text))])]
    if shape_of(kind).at(tuple(where.split("."))).is_date and len(dates) == len((mine, others)):
        return all(one.overlaps(other) is Answer.NO for one in dates[0] for other in dates[1])
    return not mine & others


def _differing(kind: str, ours: Plain, theirs: Plain) -> Iterator[tuple[Contradiction, bool]]:
    """Give what differs, each with whether both may be right."""
    rules = rules_of(kind)
    shape = shape_of(kind)
    for key, value in theirs.items():
        if key not in ours or key == "id":
            continue
        if how := rules.compared.get(key):
            agrees = key in rules.free or AGREE[how](ours[key], value)
            if not agrees or not equal(ours[key], value):
                yield Contradiction(key, ours[key], value), agrees
            continue
        if key in rules.names and not isinstance(value, list):
            if not _is_named(kind, ours, theirs, key):
                yield Contradiction(key, ours[key], value), are_near(kind, ours, theirs)
                continue
            # What else a name says, such as how it is written in its own script, is compared for itself.
            value = (
                {part: one for part, one in value.items() if f"{key}.{part}" not in rules.whole}
                if isinstance(value, Mapping)
                else ours[key]
            )
        for path, one, other, is_list in _unequal(ours[key], value, shape.below(key), (key,)):
            free = is_list or key in rules.free or ".".join(path) in rules.free
            yield Contradiction(".".join(path), one, other), free


def _is_named(kind: str, ours: Plain, theirs: Plain, key: str) -> bool:
    """Tell whether the name of theirs is one of the names that ours has."""
    shape = shape_of(kind).below(key)
    said = {of_text(form) for form in forms(theirs[key], shape)}
    return bool(said & names_in(kind, ours)) or not said


def _unequal(ours: Any, theirs: Any, shape: Shape, path: Path) -> Iterator[tuple[Path, Any, Any, bool]]:
    """Give the places at which two values differ, and whether a list stands there: it may lack what theirs has."""
    short = in_short(shape)
    if isinstance(ours, Mapping) != isinstance(theirs, Mapping) and short:
        ours, theirs = (value if isinstance(value, Mapping) else {short: value} for value in (ours, theirs))
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        for key, value in theirs.items():
            if key in ours:
                yield from _unequal(ours[key], value, shape.below(key), (*path, key))
    elif isinstance(ours, list) or isinstance(theirs, list):
        if not _holds_all(ours, theirs, path[-1] == _CITATIONS):
            yield path, ours, theirs, True
    elif not (
        dates_agree(ours, theirs) if shape.is_date else as_compared(path[-1], ours) == as_compared(path[-1], theirs)
    ):
        yield path, ours, theirs, False


def _holds_all(ours: Any, theirs: Any, is_cited: bool) -> bool:
    """Tell whether each entry of theirs says no more than one of ours."""
    mine, others = ([from_short(one) if is_cited else one for one in as_list(value)] for value in (ours, theirs))
    return all(any(covers(one, other) for one in mine) for other in others)


def as_list(value: Any) -> list[Any]:
    """Return a list as it is, and anything else as the only one of a list."""
    return value if isinstance(value, list) else [value]


def covers(ours: Any, theirs: Any) -> bool:
    """Tell whether an entry of ours says all that one of theirs says; a text may stand for its part."""
    if isinstance(theirs, Mapping):
        short = len(theirs) == 1 and not isinstance(ours, Mapping)
        parts = ours if isinstance(ours, Mapping) else {}
        return (short and covers(ours, next(iter(theirs.values())))) or (
            bool(parts) and all(key in parts and covers(parts[key], value) for key, value in theirs.items())
        )
    if isinstance(ours, Mapping):
        return any(covers(value, theirs) for value in ours.values())
    if isinstance(ours, list) or isinstance(theirs, list):
        return _holds_all(ours, theirs, is_cited=False)
    return of_text(ours) == of_text(theirs)


def _missing(ours: Plain, theirs: Plain, rules: Rules, before: Path) -> dict[str, Any]:
    has_whole = any(".".join((*before, key)) in rules.whole for key in ours)
    found: dict[str, Any] = {}
    for key, value in theirs.items():
        if key not in ours:
            if not (has_whole and ".".join((*before, key)) in rules.whole):
                found[key] = value
        elif isinstance(held := ours[key], Mapping) and held and isinstance(value, Mapping):
            inner = _missing(held, value, rules, (*before, key))
            found |= {key: inner} if inner else {}
    return found
