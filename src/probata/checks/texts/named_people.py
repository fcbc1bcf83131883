"""The people of a case where a text names them, by their whole or their family name.

Names are found by their last word, so that a text is gone through once and not once for each person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.prose.sentences import Sentence
from probata.graph.case_graph import CaseGraph
from probata.model.person import Person

_WORD = re.compile(r"\w+")
_JOINED = re.compile(r"\w\w")


class NamedPeople:
    """How texts name the people of a case; one without a name is left out."""

    def __init__(self, graph: CaseGraph) -> None:
        """Sort the names by their last word."""
        self._patterns: dict[str, str] = {}
        self._by_last_word: dict[str, list[tuple[str, str]]] = {}
        for person in graph.people:
            names = [name for name in names_of(person) if _WORD.search(name)]
            if names:
                self._patterns[person.id] = rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)"
            for name in names:
                self._by_last_word.setdefault(_WORD.findall(name)[-1], []).append((name, person.id))

    def __contains__(self, person: str) -> bool:
        """Tell whether a person has a name."""
        return person in self._patterns

    def pattern(self, person: str) -> str:
        """Return the expression for the names of a person, without a group."""
        return self._patterns[person]

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return the persons of whom a name stands in a text, each once, in the order of their first names there."""
        return tuple(dict.fromkeys(person for _, person in self._found(text)))

    def last_in(self, text: str) -> str | None:
        """Return the person who is named last in a text; of several of one name, the last by id."""
        found = list(self._found(text))
        return max(found)[1] if found else None

    def places_in(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Return where names stand in a text, with their persons; of several that end at one place, the longest."""
        longest: dict[int, tuple[int, int, str]] = {}
        for end, person in self._found(text):
            match = re.search(rf"{self.pattern(person)}\Z", text[:end])
            start = match.start() if match else end
            if end not in longest or start < longest[end][0]:
                longest[end] = (start, end, person)
        return tuple(sorted(longest.values()))

    def _found(self, text: str) -> Iterator[tuple[int, str]]:
        """Give the end of each name in a text, with its person."""
        for word in _WORD.finditer(text):
            for name, person in self._by_last_word.get(word[0], ()):
                if end := _end_of(name, text, word):
                    yield end, person


def named_people(graph: CaseGraph) -> NamedPeople:
    """Return how texts name the people of a case."""
    return graph.once("names of people", lambda: NamedPeople(graph))


def person_told_of(graph: CaseGraph, sentence: Sentence, at: int) -> str | None:
    """Return whose description it is, or who is named last before a place of a sentence in its paragraph."""
    text = sentence.text
    if text.kind == "people" and graph.has("people", text.record_id):
        return text.record_id
    before = text.value[: sentence.start + at].rpartition("\n\n")[2]
    return named_people(graph).last_in(before)


def names_of(person: Person) -> list[str]:
    """Return the whole and the family name of a person, the one that would stand later in a list first."""
    return sorted({person.name.display, person.name.family or person.name.display}, reverse=True)


def _end_of(name: str, text: str, word: re.Match[str]) -> int | None:
    """Return the end of a name that stands in a text as a whole, this word being its last; else `None`."""
    end = word.end() + len(name.rpartition(word[0])[2])
    start = end - len(name)
    stands = start >= 0 and text[start:end] == name and not _JOINED.search(text[max(0, start - 1) : start + 1])
    return end if stands else None
