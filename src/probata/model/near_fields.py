"""What to say of a field that does not exist: the one that is meant, where the records are kept, or the nearest."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches

_A_SLIP = 0.75
"""How alike two words must be to pass for one: `titel` and `title` are, `allegations` and `translations` are not."""
_SHOWN = 8
"""Fields that are listed at most: more are not read."""


def help_on_field(wrong: str, fields: Sequence[str], kinds: frozenset[str]) -> str:
    """Return the next step for a field that does not exist.

    `fields` are those that the part has, `kinds` the names of record files: a name of theirs is no slip for another
    word, though it may be one for the same word without its `s`.
    """
    near = get_close_matches(wrong, fields, 1, _A_SLIP)
    if near and (wrong not in kinds or wrong.startswith(near[0])):
        return f"did you mean `{near[0]}`?"
    if wrong in kinds:
        return f"`{wrong}` are records by themselves: write them in `{wrong}.yaml`; {_listed(wrong, fields)}"
    return _listed(wrong, fields)


def _listed(wrong: str, fields: Sequence[str]) -> str:
    if len(fields) <= _SHOWN:
        return "the fields here are " + ", ".join(sorted(fields))
    nearest = sorted(fields, key=lambda field: -SequenceMatcher(None, wrong, field).ratio())[:_SHOWN]
    return f"the nearest of the {len(fields)} fields here are " + ", ".join(sorted(nearest))
