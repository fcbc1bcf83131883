"""Lines that are known again and laid out otherwise: as a quotation, or at the top of a new page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from probata.pull.change import Change
from probata.pull.compare import Cluster
from probata.pull.meanwhile import Meanwhile
from probata.pull.rows import equal_lines
from probata.pull.stream import stream_of
from probata.word.word_text import WordText

_SAID: Final = {
    "quotation": ("it is set as a quotation now", "it is not set as a quotation any more"),
    "new page": ("a new page begins with it now", "no new page begins with it any more"),
}


def layout_changes(
    base: WordText, edited: WordText, clusters: Sequence[Cluster], since: Meanwhile, under: Callable[[list[int]], str]
) -> Iterator[Change]:
    """Give each line that is laid out otherwise than it was made, and than the records make it today.

    `under` gives the heading above some lines of the made document.
    """
    for a, b, said in laid_otherwise(base, edited, clusters):
        if a not in since.became or since.now[since.became[a]].layout != edited.lines[b].layout:
            stream = stream_of([base.lines[a]])
            yield Change("layout", under([a]), stream, stream, (), "template", places=(b,), layout=said)


def laid_otherwise(
    base: WordText, edited: WordText, clusters: Sequence[Cluster]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Give each line that is equal or was changed by itself and is laid out otherwise, in both documents, and how."""
    one_to_one = (one for one in clusters if len(one.base) == len(one.edited) == 1)
    changed = ((one.base[0], one.edited[0]) for one in one_to_one)
    for a, b in sorted([*equal_lines(base, edited, clusters), *changed]):
        was, now = base.lines[a].layout, edited.lines[b].layout
        if was != now:
            differ = (said[one not in now] for one, said in _SAID.items() if (one in was) != (one in now))
            yield a, b, tuple(differ)
