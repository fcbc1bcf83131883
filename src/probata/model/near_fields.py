"""What to say of a field that does not exist: the one that is meant, where its records are kept, or the nearest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from types import MappingProxyType

from probata.diagnostics import say
from probata.model.field_words import field_for

_A_SLIP = 0.75
"""How alike two words must be to pass for one: `titel` and `title` are, `allegations` and `translations` are not."""
FIELD = say.either("field", "column")
"""What a field is called."""
_SHOWN = 8
"""Fields that are listed at most: more are not read."""


def help_on_field(
    wrong: str, fields: Sequence[str], kinds: frozenset[str], within: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> str:
    """Return the next step for a field that does not exist.

    `fields` are those that the part has, `kinds` the names of record files: a name of theirs is no slip for another
    word, though it may be one for the same word without its `s`. What has another word here, as `victims` for
    `persons`, is sent to that field, and below it where that field has the word: `within` has the fields of each.
    """
    if meant := field_meant(wrong, fields, kinds):
        if wrong in within.get(meant, ()):
            return f"did you mean {say.field(f'{meant}.{wrong}', shown=f'`{meant}`, with `{wrong}` below it')}?"
        own = f" {say.words(wrong)} by themselves are written in `{wrong}.yaml`"
        return f"did you mean {say.field(meant)}?{own if wrong in kinds and meant == field_for(wrong, fields) else ''}"
    if wrong in kinds:
        return f"{say.words(wrong)} are records by themselves: write them in `{wrong}.yaml`; {_listed(wrong, fields)}"
    return _listed(wrong, fields)


def field_meant(wrong: str, fields: Sequence[str], kinds: frozenset[str]) -> str:
    """Return the field that is meant by a name that none has; empty where that cannot be told."""
    near = get_close_matches(wrong, fields, 1, _A_SLIP)
    if near and near[0] in {f"{wrong}s", wrong.removesuffix("s")}:
        return near[0]
    is_slip = near and (wrong not in kinds or wrong.startswith(near[0]))
    return field_for(wrong, fields) or (near[0] if is_slip else "")


def _listed(wrong: str, fields: Sequence[str]) -> str:
    if len(fields) <= _SHOWN:
        return f"the {FIELD}s here are {_called(sorted(fields))}"
    nearest = sorted(fields, key=lambda field: -SequenceMatcher(None, wrong, field).ratio())[:_SHOWN]
    return f"the nearest of the {len(fields)} {FIELD}s here are {_called(sorted(nearest))}"


def _called(fields: Iterable[str]) -> str:
    return ", ".join(say.field(field, shown=field) for field in fields)
