"""What is wrong with an id, and what to write."""

from __future__ import annotations

import unicodedata

from probata.diagnostics import say

_OF_CITATIONS = {"citations", "cited_in", "contrary_evidence", "defined_by", "evidence", "made_from", "quoted_in"}
_CITATION = say.either(
    'write source and place as one text with a comma, in quotation marks inside a list: `["report, p. 4"]`',
    "write source and place with a comma between, each citation on a line of its own in the cell: `report, p. 4`",
)
_ID = "an id has letters, digits, hyphens, dots and underscores only"
_OF_ITSELF = {"id", "key"}
"""Fields that hold the id of their own record."""
_LOOKS_RIGHT = {
    "–": "a long dash",
    "—": "a long dash",
    "‑": "a hyphen that no line breaks at",
    "−": "a minus sign",
    " ": "a space",
    "\u00a0": "a space",
    "\u202f": "a space",
}
"""Signs that look like what an id may have, or that word processors put in its place."""


_SPACES = frozenset(" \u00a0\u202f")
_UNSEEN = "Cf"
"""What Unicode calls signs that have no width, such as those that web pages put where a word may break."""


def message_on_id(written: str) -> str:
    """Say that it cannot be an id, and name the first sign that looks right and is not, or cannot be seen."""
    signs = ((place, _called(sign)) for place, sign in enumerate(written, 1))
    found = next(((place, name) for place, name in signs if name), None)
    return f"{say.words(written)} cannot be an id{f': character {found[0]} is {found[1]}' if found else ''}"


def help_on_id(loc: tuple[str | int, ...], written: str) -> str:
    """Return the next step for an id at a place in a record; where citations stand it is mostly no id at all."""
    if _OF_CITATIONS & set(loc):
        return _CITATION
    if any(unicodedata.category(sign) == _UNSEEN for sign in written):
        return f"{_ID}: type it anew, without what was pasted"
    if set(written) & _LOOKS_RIGHT.keys() - _SPACES:
        return f"{_ID}: type a plain hyphen there"
    is_reference = next((step for step in reversed(loc) if isinstance(step, str)), "") not in _OF_ITSELF
    if is_reference:
        return f"write the id of the record that is meant: {_ID}"
    return f"{_ID}: type a plain hyphen there" if set(written) & _SPACES else _ID


def _called(sign: str) -> str:
    """Return what a sign is that nobody sees to be wrong; nothing for any other."""
    unseen = f"a sign that cannot be seen, `U+{ord(sign):04X}`" if unicodedata.category(sign) == _UNSEEN else ""
    return _LOOKS_RIGHT.get(sign, unseen)
