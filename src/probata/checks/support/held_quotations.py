"""What a case quotes of sources of which a copy is held, and how it stands in the copy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.finding import Finding
from probata.checks.prose.citations import citations_in, cited_places
from probata.checks.prose.quotations import QuotedWords, holds, quotations_in, wordings_of, words_of
from probata.checks.prose.sentences import Sentence, at_words, sentences
from probata.diagnostics import say
from probata.diagnostics.value import value
from probata.evidence.held_copies import About
from probata.evidence.quotation import Compared, Verdict
from probata.graph.case_graph import CaseGraph
from probata.model.citation import Pinpoint, parse_pinpoint
from probata.model.held_copy import HeldCopy
from probata.model.language import same_language
from probata.model.quotation import Quotation
from probata.model.source_record import Source

_CITED_BEHIND = re.compile(r"[\s.,;:!?)\]»”“\"'’]*(?P<cited>\[[^\[\]]*@[^\[\]]*\])")
"""A citation with nothing but signs before it: where a clause stands between, the words may be of another work."""
_MARKED = re.compile(r"\[[^\[\]]*\]|…|\.\.\.")
_FEWEST = 4
"""Words between marks in a text that are looked for: fewer may be a term, and nobody's words."""


@value()
class Quoted:
    """Words that a record gives as those of a source."""

    kind: str
    record_id: str
    loc: Loc
    """The field with the words."""
    source: str
    text: str
    pinpoint: Pinpoint | None
    is_sure: bool
    """Whether they are in the language of the source, so that they must stand there as they are."""
    in_text: QuotedWords | None = None
    """Where they stand in a text of ours, between marks of quotation."""

    @property
    def named(self) -> str:
        """The quotation as a finding calls it."""
        if self.kind == "quotations":
            return f"quotation {say.of(self.kind, self.record_id)}"
        return f"what is quoted from {say.source(self.source)}"

    def finding(self, case: CheckInput, message: str, help: str, **more: Any) -> Finding:
        """Make a finding about it, at its words."""
        found = case.finding(self.kind, self.record_id, message, help, at=self.loc, **more)
        if self.in_text is None:
            return found
        return at_words(found, case.graph, self.in_text.sentence.text, self.in_text.start, self.in_text.end)


class Held(NamedTuple):
    """Words with how they stand in a copy: of several copies, the one where they stand best."""

    quoted: Quoted
    copy: HeldCopy
    about: About
    found: Compared


_BEST_FIRST = (Verdict.EXACT, Verdict.NEAR, Verdict.NO_TEXT_LAYER, Verdict.NOT_FOUND)


def quoted_with_copy(case: CheckInput) -> tuple[Held, ...]:
    """Return what is quoted of sources whose copies were read; nothing of one without a copy."""
    return case.once("quoted with a copy", lambda: tuple(_compared(case)))


def _compared(case: CheckInput) -> Iterator[Held]:
    for quoted in quoted_of_copies(case):
        found = []
        for copy, about in read_copies(case, quoted.source):
            compared = case.held.find(copy.id, quoted.text)
            if compared:
                found.append(Held(quoted, copy, about, compared))
        if found:
            yield min(found, key=lambda one: _BEST_FIRST.index(one.found.verdict))


def read_copies(case: CheckInput, source: str) -> Iterator[tuple[HeldCopy, About]]:
    """Give the copies of a source that were read, wholly or in part."""
    for copy in case.graph.copies_of(source):
        about = case.held.about(copy.id)
        if about and (not about.fault or about.letters):
            yield copy, about


def quoted_of_copies(case: CheckInput) -> tuple[Quoted, ...]:
    """Return what is quoted of sources with a copy: in quotations, beside citations, and in texts."""
    return case.once("quoted of copies", lambda: tuple(_all_quoted(case)) if case.graph.copies else ())


def _all_quoted(case: CheckInput) -> Iterator[Quoted]:
    graph = case.graph
    for quotation in graph.quotations:
        cited = quotation.quoted_in
        source = graph.find("sources", Source, cited.source) if cited else None
        if cited is None or source is None or cited.against or not graph.copies_of(source.id):
            continue
        place, spoken = cited.pinpoint, quotation.original
        if spoken and spoken.text and not _is_printed_translated(quotation):
            sure = _is_in_its_language(case, source, spoken.lang)
            yield Quoted("quotations", quotation.id, ("original", "text"), source.id, spoken.text, place, sure)
        elif not (quotation.translation or spoken) or _is_printed_translated(quotation):
            sure = _is_in_its_language(case, source, graph.case.language)
            yield Quoted("quotations", quotation.id, ("text",), source.id, quotation.text, place, sure)
    for one in citations_in(graph):
        source = graph.find("sources", Source, one.value.source) if one.value.quote else None
        if source and one.value.quote and graph.copies_of(source.id):
            sure = _is_in_its_language(case, source, graph.case.language)
            loc = (*one.loc, "quote")
            yield Quoted(one.kind, one.record_id, loc, source.id, one.value.quote, one.value.pinpoint, sure)
    for sentence in sentences(graph, "ours"):
        yield from _quoted_in_text(case, sentence)


def _quoted_in_text(case: CheckInput, sentence: Sentence) -> Iterator[Quoted]:
    """Give what a sentence of ours quotes with the citation of one source right behind it.

    Words that a quotation of the case has are that one's, whichever source is cited behind them.
    """
    for quoted in quotations_in(sentence):
        behind = _CITED_BEHIND.match(sentence.raw, quoted.end - sentence.start)
        places = dict(cited_places(behind["cited"])) if behind else {}
        source = case.graph.find("sources", Source, next(iter(places))) if len(places) == 1 else None
        is_enough = len(words_of(quoted.words)) >= _FEWEST
        if source and is_enough and case.graph.copies_of(source.id) and not _is_recorded(case, quoted.words):
            text, written = sentence.text, parse_pinpoint(places[source.id].strip())
            place = Pinpoint.model_validate(written) if written else None
            sure = _is_in_its_language(case, source, sentence.language)
            yield Quoted(text.kind, text.record_id, text.loc, source.id, quoted.words, place, sure, quoted)


def _is_recorded(case: CheckInput, quoted: str) -> bool:
    """Tell whether words, without what is marked as left out or added, are those of a recorded quotation."""
    recorded = case.once("words of quotations", lambda: tuple(map(words_of, _recorded(case.graph))))
    pieces = [words for piece in _MARKED.split(quoted) if (words := words_of(piece))]
    return any(all(holds(whole, piece) for piece in pieces) for whole in recorded)


def _recorded(graph: CaseGraph) -> Iterator[str]:
    yield from (one.text for one in wordings_of(graph))
    yield from (one.original.text for one in graph.quotations if one.original and one.original.text)


def _is_printed_translated(quotation: Quotation) -> bool:
    return quotation.translation is not None and quotation.translation.kind == "by_source"


def _is_in_its_language(case: CheckInput, source: Source, language: str) -> bool:
    return same_language(source.language or case.graph.case.language, language)
