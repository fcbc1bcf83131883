"""What became of the paragraphs beside those that were taken: the same field prints them, so that they may suffer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.document.inlines import Gap
from probata.pull.change import Change
from probata.pull.find_changes import Made
from probata.pull.meanwhile import meanwhile
from probata.pull.passage import passage_of
from probata.pull.still import counterparts, still_different
from probata.word.word_text import WordText


def harmed_beside(
    taken: Sequence[Change], edited: WordText, before: Made, after: Made, different: Sequence[Change]
) -> list[Change]:
    """Return the changes of `different` in the passages of what was taken that were none `before` it was.

    `different` are all in which the document that the records make `after` differs from the edited one. Other places
    that print the field are left out: they change with it. So are notes, which are written anew where a work is cited
    first in another, and gaps: where all words of a field went, a draft says that it is not recorded.
    """
    beside = frozenset(_beside(taken, before, after))
    if not beside:
        return []
    known = still_different(before, edited)
    places = {place for one in known for place in one.places}
    new = [one for one in different if one.kind != "note" and places.isdisjoint(one.places)]
    same = counterparts(known, new)
    return [one for one in new if one not in same and beside.intersection(one.lines) and not _is_gap(one, after)]


def _is_gap(change: Change, after: Made) -> bool:
    """Tell whether what is too many says that something is not recorded, and no more."""
    said = (one for place in change.lines for one in after.lines[place].stretches if one.text.strip())
    return change.kind == "left-out" and all(isinstance(one.inline, Gap) for one in said)


def _beside(taken: Sequence[Change], before: Made, after: Made) -> Iterator[int]:
    """Give the lines in which the fields that were taken are printed now, each where it was changed."""
    became = meanwhile(before.text.lines, after.text.lines).became if taken else {}
    for one in taken:
        if one.origin and one.lines:
            now = [became[n] for n in passage_of(one.origin, one.lines, before.lines) if n in became]
            yield from passage_of(one.origin, now, after.lines) if now else ()
