"""What a sentence says before each of its citations: the words that the citation bears out."""

from __future__ import annotations

import re
from typing import NamedTuple

from probata.checks.texts.by_wording import by_wording
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.sentences import Sentence

_CITED = re.compile(r"\[[^\[\]@]*@[^\[\]]*\]")


class Segment(NamedTuple):
    """The words from one citation to the next, with that citation."""

    start: int
    """Where it begins in its sentence."""
    raw: str
    own: str
    cited: tuple[tuple[str, str], ...]
    """Keys and places, as `cited_places` gives them."""


def segments_of(sentence: Sentence) -> tuple[Segment, ...]:
    """Return the words before each citation in square brackets; what stands behind the last one is left out."""
    return _segments(sentence.raw, sentence.own)


@by_wording
def _segments(whole: str, own: str) -> tuple[Segment, ...]:
    found, ahead = [], 0
    for match in _CITED.finditer(whole) if "@" in whole else ():
        end = match.start()
        found.append(Segment(ahead, whole[ahead:end], own[ahead:end], cited_places(match[0])))
        ahead = match.end()
    return tuple(found)
