"""The widths of a table's columns, which Word takes as they are: no word of a header is broken."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from probata.document.blocks import Blocks, Table
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.writers.docx.reference.measures import Measures
from probata.writers.docx.reference.table_styles import side_margins
from probata.writers.docx.widths import twips_of


def column_widths(table: Table, width: int, measures: Measures) -> tuple[int, ...]:
    """Divide `width` as the table asks, but make no column narrower than the longest word of its header.

    Widths are in twips and their sum is `width`. The wider columns give what the narrow ones lack. Where the words of
    the header do not fit beside each other, the table's own widths stand.
    """
    asked = _divided(table.widths, width)
    least = [_longest_word(table, column, measures) for column in range(len(asked))]
    lacking = sum(max(0, word - share) for word, share in zip(least, asked, strict=True))
    spare = sum(max(0, share - word) for word, share in zip(least, asked, strict=True))
    if not lacking or lacking > spare:
        return asked
    kept = (max(word, share - (share - word) * lacking // spare) for word, share in zip(least, asked, strict=True))
    return _divided(tuple(kept), width)


def _divided(relative: tuple[int, ...], width: int) -> tuple[int, ...]:
    """Divide a width into whole twips whose sum is the width."""
    total, edges = sum(relative), [0]
    for share in relative:
        edges.append(edges[-1] + share)
    return tuple(width * b // total - width * a // total for a, b in pairwise(edges))


def _longest_word(table: Table, column: int, measures: Measures) -> int:
    """Return what the longest word of a header takes with the margins of its cell."""
    words = (word for row in table.header for word in _words(row.cells[column].blocks))
    size, face = measures.size(measures.look.size.table), measures.look.face
    return max((twips_of(word, size, True, face) + side_margins(measures) for word in words), default=0)


def _words(blocks: Blocks) -> list[str]:
    """Return what Word keeps on one line: words, divided behind a hyphen; Chinese is broken anywhere."""
    texts = (plain_text(own_inlines(block)) for block in walk_blocks(blocks))
    words = (word for text in texts for word in re.split(r"\s+|(?<=-)", text))
    return [word for word in words if not any(unicodedata.east_asian_width(sign) in "WF" for sign in word)]
