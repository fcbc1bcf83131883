"""What stands between the marks of two notes in Word: a comma and a space, raised as the marks are, and no words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from probata.word.piece import Piece, saying

_NO_BREAK_SPACE: Final = "\u00a0"
_RAISED: Final = "superscript"


def with_marks_parted(found: Sequence[Piece], styles: Collection[str]) -> list[Piece]:
    """Return pieces with a bare no-break space for the comma beside a mark; `styles` are those of the marks.

    So it is read as a file of ours was always read, and whoever takes a note out need not take the comma out, too. A
    comma on the line, and words that are raised, stay.
    """
    around = zip(("", *(one.kind for one in found)), found, (*(one.kind for one in found[1:]), ""), strict=False)
    return [
        saying(one, _NO_BREAK_SPACE) if "note" in (before, after) and _parts(one, styles) else one
        for before, one, after in around
    ]


def _parts(one: Piece, styles: Collection[str]) -> bool:
    is_raised = one.style in styles or _RAISED in one.marks
    return one.kind == "text" and is_raised and "," in one.text and not one.text.strip(f", {_NO_BREAK_SPACE}")
