"""Where our own words spell a recorded name otherwise than its record does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from probata.checks.prose.sentences import LONGEST, our_words, own_words
from probata.checks.prose.texts import MarkdownText, printed_lines
from probata.checks.prose.words import LANGUAGES
from probata.checks.texts.recorded_names import (
    TURNED,
    WORD,
    RecordedNames,
    Resembled,
    Words,
    fold_word,
    plain,
    without_article,
    words_of,
)
from probata.graph.case_graph import CaseGraph
from probata.model.language import primary

_Found = tuple[int, int, Resembled]
_BEFORE = re.compile(rf"({WORD.pattern})[ \n]+\Z")
"""The word before a name, looked for in the letters that are near."""
_NEAR = 60
_APART = re.compile(r"[.,;:!?()\[\]*]|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name in a text that differs from a recorded one."""

    text: MarkdownText
    start: int
    end: int
    """Where it stands in the text."""
    words: str
    """How it is spelled there, on one line."""
    resembled: Resembled
    behind_given: bool = False
    """Whether a given name of the records stands right before it, so that a person is meant."""

    @property
    def place(self) -> tuple[str, str, tuple[str | int, ...]]:
        """Return record and field of the text."""
        return self.text.kind, self.text.record_id, self.text.loc


def spellings(graph: CaseGraph) -> tuple[Spelling, ...]:
    """Return all spellings, worked out once: first those in the texts of the language of the case.

    Texts and translations in other languages are looked through for the names of people.
    """
    return graph.once("spellings of names", lambda: tuple(_all(graph)))


def _all(graph: CaseGraph) -> Iterator[Spelling]:
    given = {fold_word(word) for person in graph.people for word in words_of(person.name.given or "")}
    yield from _in_texts(RecordedNames(graph), our_words(graph, graph.case.language), given)
    lines = [(line, own_words(line.value)) for line in printed_lines(graph) if _is_prose(line)]
    for language in LANGUAGES:
        if language != primary(graph.case.language):
            in_lines = (found for found in lines if primary(found[0].language) == language)
            texts = (*our_words(graph, language), *in_lines)
            yield from _in_texts(RecordedNames(graph, people_alone=True), texts, given) if texts else ()


def _is_prose(line: MarkdownText) -> bool:
    return len(line.value) < LONGEST


def _in_texts(names: RecordedNames, texts: tuple[tuple[MarkdownText, str], ...], given: set[str]) -> Iterator[Spelling]:
    words = {match[0] for own in {own for _, own in texts} for match in WORD.finditer(own)}
    names.vocabulary.update(word for word in words if word.islower() and len(word) > 1)
    found_in = cache(lambda own: tuple(_spellings(own, names)))
    for text, own in texts:
        for start, end, resembled in found_in(own):
            before = _BEFORE.search(own, max(start - _NEAR, 0), start)
            behind_given = before is not None and fold_word(before[1]) in given
            yield Spelling(text, start, end, " ".join(own[start:end].split()), resembled, behind_given)


def _spellings(own: str, names: RecordedNames) -> Iterator[_Found]:
    """Give the places of near names, the longest of those that begin at a word."""
    matches = list(WORD.finditer(own))
    words = [plain(match[0]) for match in matches]
    lengths = sorted({more for known in names.lengths for more in (known - 1, known, known + 1)}, reverse=True)
    taken = 0
    for position, match in enumerate(matches):
        if match.start() < taken or not match[0][0].isupper():
            continue
        for length in lengths if names.may_begin(words[position], "".join(words[position + 1 : position + 2])) else ():
            window = slice(position, position + length)
            resembled = _resembled(own, matches[window], tuple(words[window]), names) if length > 0 else None
            if resembled and resembled.how == TURNED and _is_in_longer(own, matches, window):
                continue
            if resembled:
                taken = matches[window][-1].end()
                if resembled.record:
                    yield match.start(), taken, resembled
                break
        else:
            # What never stands in small letters in the case is hardly a word of the language.
            single = names.resembled_single(words[position], is_first=_begins_sentence(own, match.start()))
            if single:
                yield match.start(), match.end(), single


def _resembled(own: str, matches: list[re.Match[str]], words: Words, names: RecordedNames) -> Resembled | None:
    """Return the name that some words spell or come near to; an empty one where they spell it as it is recorded."""
    if not _is_line(own[matches[0].start() : matches[-1].start()]):
        return None
    if without_article(words) in names.spelled:
        return Resembled("", "", "")
    return names.resembled(words) if matches[-1][0][0].isupper() else None


def _is_in_longer(own: str, matches: list[re.Match[str]], window: slice) -> bool:
    """Tell whether a capital word stands right before or behind some words: then they are part of a longer name."""
    before, behind = matches[max(window.start - 1, 0) : window.start], matches[window.stop : window.stop + 1]
    first, last = matches[window][0], matches[window][-1]
    beside = [one[0] for one in before if one[0].lower() != "the" and not own[one.end() : first.start()].strip()]
    beside += [one[0] for one in behind if not own[last.end() : one.start()].strip()]
    return any(word[0].isupper() for word in beside)


def _is_line(words: str) -> bool:
    """Tell whether words belong together: no mark of punctuation stands between them but hyphen and apostrophe."""
    return _APART.search(words) is None


def _begins_sentence(own: str, start: int) -> bool:
    before = own[:start].rstrip(" \n*_(")
    return not before or before[-1] in ".!?:"
