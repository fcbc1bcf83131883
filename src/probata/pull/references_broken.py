"""Which paragraphs refer to one that was left out: without it their references lead nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from probata.document.inlines import CrossRef
from probata.document.printed import PrintedLine
from probata.pull.change import Change


def referring_to(change: Change, lines: Sequence[PrintedLine], numbers: Sequence[str]) -> list[str]:
    """Return where it is referred to what a change leaves out, as headings with the number of the paragraph.

    `numbers` are those that the lines show. Nothing for a change that leaves out no whole line, for references in what
    it leaves out itself, and for the lists of sources and authorities, which are made anew.
    """
    if change.kind != "left-out":
        return []
    gone = {lines[place].anchor for place in change.lines} - {""}
    found = (
        _place(line, numbers[n])
        for n, line in enumerate(lines)
        if n not in change.lines
        and not line.is_citation
        and any(_target(stretch.inline) in gone for stretch in line.stretches)
    )
    return list(dict.fromkeys(found))


def _target(inline: object) -> str | None:
    return inline.target if isinstance(inline, CrossRef) else None


def _place(line: PrintedLine, number: str) -> str:
    under = f"“{line.under}”" if line.under else "the first page"
    return f"{under}, paragraph {number}" if number else under
