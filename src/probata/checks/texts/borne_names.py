"""The names that any record of a case bears, those of authors, courts and addressees too."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain, pairwise

from probata.checks.texts.recorded_names import RecordedNames, fold_word, words_of
from probata.graph.case_graph import CaseGraph
from probata.model.case_file import CaseFile


class BorneNames:
    """The names that the records of a case hold."""

    def __init__(self, graph: CaseGraph) -> None:
        """Gather the given names of a case; the rest is gathered where it is asked for."""
        self._graph = graph
        self.given: dict[str, set[str]] = {}
        """Given names of people, each with all words of the names of those who bear it."""
        for person in graph.people:
            names = (person.name, *(alias.name for alias in person.aliases))
            words = {fold_word(word) for name in names for word in words_of(name.display)}
            for given in words_of(person.name.given or ""):
                self.given.setdefault(fold_word(given), set()).update(words)

    @cached_property
    def words(self) -> set[str]:
        """All words of recorded names, and of those that authors, courts and addressees bear."""
        return RecordedNames(self._graph).vocabulary | {word for line in self._lines for word in line}

    @cached_property
    def pairs(self) -> set[tuple[str, str]]:
        """Two words beside each other in a name that an author, a court or an addressee bears."""
        return {pair for line in self._lines for pair in pairwise(line)}

    @cached_property
    def _lines(self) -> tuple[tuple[str, ...], ...]:
        lines = (*_of_sources(self._graph), *_of_authorities(self._graph), *_of_case(self._graph.case))
        return tuple(tuple(map(fold_word, words_of(line))) for line in lines if line)


def _of_sources(graph: CaseGraph) -> Iterator[str | None]:
    for source in graph.sources:
        for name in chain(source.author, source.editor, source.translator, source.recipient, source.interviewer):
            yield name.literal or f"{name.given or ''} {name.family or ''}"
        yield from (source.publisher, source.container_title)


def _of_authorities(graph: CaseGraph) -> Iterator[str | None]:
    for authority in graph.authorities:
        yield from (authority.name, authority.citation, authority.court)


def _of_case(case: CaseFile) -> Iterator[str | None]:
    yield from (case.prepared_by.name, case.prepared_by.organisation)
    for filing in case.filings:
        for addressee in (filing.addressee, *filing.addressees):
            yield from (addressee.name, *addressee.lines) if addressee else ()
