"""Of whom a sentence infers that they knew: of the person named before, or of somebody else who stands at the verb."""

from __future__ import annotations

import re
from functools import cache

from probata.checks.texts.holders_told_of import holders_of_title
from probata.checks.texts.named_people import named_people
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_lists import any_of, word_list
from probata.graph.case_graph import CaseGraph

_FARTHEST = 100
"""Letters before a verb in which its subject stands."""


def is_of_another(graph: CaseGraph, sentence: Sentence, inference: re.Match[str]) -> bool:
    """Tell whether an inference is of somebody other than the person named last: “the guards of Mara Wolk knew”.

    The title of a recorded role is that of its holder.
    """
    before = sentence.own[: inference.start() + _verb_in(inference[0], sentence.language)]
    start = _start_of_name_at_end(graph, before)
    if start is not None:
        return _at_end("of_person", sentence.language).search(before[:start]) is not None
    found = _at_end("others", sentence.language).search(before[-_FARTHEST:])
    return found is not None and not holders_of_title(graph, sentence, before)


def _verb_in(words: str, language: str) -> int:
    """Return where the verb of knowing begins in an inference, behind “that” if it has a clause of its own."""
    leads = any_of("inferred", "that", language).search(words)
    verbs = any_of("inferred", "verb", language).finditer(words) if leads else ()
    return max((found.start() for found in verbs), default=0)


def _start_of_name_at_end(graph: CaseGraph, before: str) -> int | None:
    """Return where the name begins in which a text ends."""
    near = before[-_FARTHEST:]
    last = named_people(graph).places_in(near)[-1:]
    is_at_end = bool(last) and last[0][1] == len(near.rstrip())
    return len(before) - len(near) + last[0][0] if is_at_end else None


@cache
def _at_end(key: str, language: str) -> re.Pattern[str]:
    words = "|".join(word_list("inferred", language)[key]).replace(" ", r"\s+")
    return re.compile(rf"(?<![\w-])(?:{words})\s*\Z", re.IGNORECASE)
