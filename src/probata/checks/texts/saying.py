"""The sentences whose words pass a test. A wording is tested once, in however many records it stands.

Most checks of wording find something in a few sentences, and the records of a large case repeat one another: the same
title, unit or passage stands in hundreds of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from probata.checks.texts.printed_sentences import printed_sentences
from probata.checks.texts.sentences import Sentence, our_sentences
from probata.checks.texts.word_lists import LANGUAGES
from probata.graph.case_graph import CaseGraph

Test = Callable[[str], object]
"""What is asked of the words of a sentence, such as the search for a pattern; anything false passes over it."""


class Wordings:
    """Sentences by their own words."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        """Take the sentences in their order."""
        self._sentences = tuple(sentences)
        self._places: dict[str, list[int]] = {}
        for place, sentence in enumerate(self._sentences):
            self._places.setdefault(sentence.own, []).append(place)

    def saying(self, test: Test) -> Iterator[Sentence]:
        """Give the sentences whose own words pass a test, in their order."""
        found = sorted(place for own, places in self._places.items() if test(own) for place in places)
        return (self._sentences[place] for place in found)


def ours_saying(graph: CaseGraph, language: str, test: Test) -> Iterator[Sentence]:
    """Give the sentences of our texts in a language, as `our_sentences` does, that pass a test."""
    known = graph.once(f"wordings in {language}", lambda: Wordings(our_sentences(graph, language)))
    return known.saying(test)


def printed_saying(graph: CaseGraph, language: str, test: Test) -> Iterator[Sentence]:
    """Give the sentences that documents print in a language, as `printed_sentences` does, that pass a test."""
    known = graph.once(f"printed wordings in {language}", lambda: Wordings(printed_sentences(graph, language)))
    return known.saying(test)


def printed_saying_each(
    graph: CaseGraph, languages: Iterable[str], test_for: Callable[[str], Test]
) -> Iterator[Sentence]:
    """Give those of several languages, one after the other, that pass the test for their language."""
    for language in languages:
        yield from printed_saying(graph, language, test_for(language))


def printed_saying_in_all_languages(graph: CaseGraph, test: Test) -> Iterator[Sentence]:
    """Give those of each language that has lists of words that pass the same test."""
    return printed_saying_each(graph, LANGUAGES, lambda _: test)
