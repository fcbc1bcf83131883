"""Numbers of the sentences of a case with what they count, and the place of the source that is cited behind each.

Besides our own sentences those of statements and quotations are read, and what is noted that a source shows.

Besides the numbers of `typed_numbers` they are times such as `48 hours`; in English both in words, too, `twelve`. What
is counted is told by the words of the clause in which a number stands; its names, months and years are kept apart,
since by them the same words are told of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from probata.checks.texts.named_people import named_people
from probata.checks.texts.numbers_and_times import NumberWritten, numbers_and_times
from probata.checks.texts.places_behind import Places, places_behind
from probata.checks.texts.saying import printed_saying
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.sentences_of_others import KINDS_OF_OTHERS, sentences_of_others
from probata.checks.texts.subjects_of_sentences import names_of_tellers, subjects_of
from probata.checks.texts.word_lists import LANGUAGES, any_of, word_list
from probata.checks.texts.worded_numbers import any_number
from probata.checks.texts.words_of_clauses import WORD, clause_at, names_in, words_in, words_without_names
from probata.graph.case_graph import CaseGraph

_MOST = 40
"""Numbers of a sentence that is prose; one with more is a list or a table, and is passed over."""
_BEFORE = 40
"""Characters before a number in which the words stand that make it rounded, or a whole."""
_NOUN = 3
"""Words behind a number among which that stands which it counts."""


@dataclass(frozen=True, slots=True)
class CountedThing:
    """A number of a sentence with what it counts."""

    sentence: Sentence
    start: int
    """Where it begins in the sentence."""
    written: str
    value: Fraction
    rounded: str
    """The words before it by which it is rounded or a bound; empty for none."""
    behind: tuple[str, ...]
    """The first words behind it, cut short, of which one is what it counts."""
    words: frozenset[str]
    """The words of its clause, cut short, without names."""
    names: frozenset[str]
    """The names, months and years of its clause."""
    persons: frozenset[str]
    """The recorded people whom its sentence names."""
    part: str
    """`whole` in “of 27”, `part` where the sentence told the whole before it or tells it behind it, or empty."""
    places: Places
    """Those that are cited behind it; empty for none."""
    subjects: frozenset[str]
    """The records that its sentence is about."""
    whole: NumberWritten | None
    """The number of which it is a part; `None` for none."""

    @property
    def is_ours(self) -> bool:
        """Whether the sentence is our own."""
        return self.sentence.text.kind not in KINDS_OF_OTHERS

    def as_whole(self) -> CountedThing | None:
        """Return the whole of which it is a part, told of the same."""
        if self.whole is None:
            return None
        start, written, value = self.whole
        return replace(self, start=start, written=written, value=value, part="whole", whole=None)


def counted_things(graph: CaseGraph) -> Iterator[CountedThing]:
    """Give the numbers of all sentences that rest on a source or are about a record, language by language."""
    for language in LANGUAGES:
        sentences = printed_saying(graph, language, any_number().search)
        for sentence in (*sentences, *sentences_of_others(graph, language)):
            yield from things_in(graph, sentence)


def things_in(graph: CaseGraph, sentence: Sentence) -> Iterator[CountedThing]:
    """Give the numbers of one sentence."""
    found = numbers_and_times(sentence)
    if len(found) > _MOST:
        return
    persons = frozenset(named_people(graph).named_in(sentence.own)) if found else frozenset()
    subjects = subjects_of(graph, sentence) if found else frozenset()
    tellers = names_of_tellers(graph, subjects)
    for start, written, value in found:
        places = places_behind(graph, sentence, start)
        clause, offset = clause_at(sentence, start)
        if (places or subjects) and not any_of("counted_things", "apart", sentence.language).search(clause):
            part, behind, whole = _part(sentence, start, written, found)
            before = sentence.own[:start][-_BEFORE:]
            rounded = _rounded().search(before)
            words = words_without_names(clause, sentence.language)
            names = names_in(clause, sentence, is_first=not sentence.own[:offset].strip()) - tellers
            yield CountedThing(
                sentence, start, written, value, rounded[0].strip().casefold() if rounded else "",
                tuple(words_in(behind, sentence.language))[:_NOUN], words, names, persons, part, places,
                subjects, whole,
            )  # fmt: skip


@cache
def _rounded() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(word_list('numbers')['rounded'])})\s+$", re.IGNORECASE)


def _part(
    sentence: Sentence, start: int, written: str, found: list[NumberWritten]
) -> tuple[str, str, NumberWritten | None]:
    """Return whether a number is a whole or a part, the rest of its clause behind it, or its whole, and that whole."""
    of = _of(sentence.language)
    clause, first = clause_at(sentence, start)
    behind = clause[start - first + len(written) :]
    wholes = [one for one in found if of.search(sentence.own[: one[0]][-_BEFORE:])]
    end = start + len(written)
    if whole := next((one for one in wholes if start < one[0] and not WORD.search(sentence.own[end : one[0]])), None):
        return "part", clause[whole[0] - first + len(whole[1]) :], whole
    if any(at == start for at, *_ in wholes):
        return "whole", behind, None
    before = [one for one in wholes if one[0] < start]
    return ("part", behind, max(before)) if before else ("", behind, None)


@cache
def _of(language: str) -> re.Pattern[str]:
    words = "|".join(word_list("numbers")[f"of_{language}"])
    return re.compile(rf"(?<!\w)(?:{words})\s+$", re.IGNORECASE)
