"""Changes of what stands at the head and foot of pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.pull.change import Change
from probata.pull.compare import compare_lines
from probata.pull.edits import edits_between
from probata.pull.stream import stream_of
from probata.word.word_text import Line, WordText


def head_changes(base: WordText, edited: WordText) -> Iterator[Change]:
    """Give what differs at the heads and feet of pages, each text once whatever pages bear it.

    A text that stays on some pages and was taken from others is not found: programs write one text for all pages in
    several ways.
    """
    old, new = _once(base.heads), _once(edited.heads)
    for cluster in compare_lines(old, new):
        before, after = stream_of(old[n] for n in cluster.base), stream_of(new[n] for n in cluster.edited)
        yield Change("head", "", before, after, tuple(edits_between(before, after)), "template")


def _once(lines: Sequence[Line]) -> list[Line]:
    return list({line.text.strip(): line for line in lines}.values())
