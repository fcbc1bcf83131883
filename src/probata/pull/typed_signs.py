"""Signs that are typed in one way and printed in another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probata.markup.syntax import parser
from probata.pull.edits import Edit

QUOTES: Final = {"“": '"', "”": '"', "«": '"', "»": '"', "‘": "'", "’": "'"}
"""Print sets those that were typed straight round, as its language has them."""

_AS_TYPED: Final = str.maketrans({**QUOTES, "–": "-", "—": "-", "‑": "-"})
_QUOTES: Final = str.maketrans(QUOTES)
_HELD: Final = re.compile('(?<=")[\u00a0\u202f]|[\u00a0\u202f](?=")')
"""The spaces that French sets inside its marks."""


def as_typed(text: str) -> str:
    """Return words with the quotation marks and dashes of a keyboard."""
    return text.translate(_AS_TYPED)


def with_straight_quotes(text: str) -> str:
    """Return words with the quotation marks of a keyboard; dashes stay, since each says something else."""
    return _HELD.sub("", text.translate(_QUOTES))


# Signs of emphasis that would be printed: where they stand, Markdown takes them for characters.

_SIGNS: Final = "*_"


def prints_no_sign_more(before: str, after: str, held: Sequence[str], edits: Sequence[Edit]) -> bool:
    """Tell whether a changed text prints those signs alone that the change is of.

    `held` is what is printed where each of `edits` is made. `beta**,**more` prints its last signs: between a stop and a
    letter they end nothing (CommonMark 0.31, 6.2), and no other signs would make the stop alone bold.
    """
    gone, come = "".join(held), "".join(edit.new.text for edit in edits)
    return _printed(after) - _printed(before) == _count(come) - _count(gone)


def _printed(written: str) -> int:
    tokens = (child for token in parser().parse(written) for child in token.children or ())
    return sum(_count(token.content) for token in tokens if token.type in {"text", "html_inline"})


def _count(text: str) -> int:
    return sum(map(text.count, _SIGNS))
