"""The sentences of the Markdown texts that are in our own words, with the place of each word.

What is not ours is blanked and keeps its length, so that every place still counts: quotations, words in another
language, code, names in double braces, addresses, citations and notes. What a quotation says is its speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise

from probata.checks.finding import Finding
from probata.checks.texts.by_wording import by_wording
from probata.checks.texts.markdown_texts import MarkdownText, markdown_texts
from probata.checks.texts.notes_below import without_notes_below
from probata.checks.texts.word_lists import LANGUAGES, any_of, languages_of
from probata.diagnostics import Span
from probata.diagnostics.value import value
from probata.graph.case_graph import CaseGraph
from probata.graph.place_within import point_in
from probata.model.language import primary, same_language
from probata.model.narrative import Narrative

_NOT_OURS = re.compile(
    # Each begins with its first character, and what must not stand before it comes afterwards: the search leaps to it.
    r"`[^`\n]*`|\{\{[^{}\n]*\}\}|https?://\S+|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"|«[^»]*»|‘(?<!\w‘)(?:[^‘’]|’(?=\w))*’(?!\w)"
    r"|\[\^[^\[\]\s]++\]|\^\[(?:[^\[\]]|\[[^\[\]]*\])*\]|\[[^\[\]@]*+@[^\[\]]*+\]|\[[^\[\]]*\]\{[^{}]*\}|\{(?<=^\{)[^{}\n]*\}$",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"(?:[^\n]++|\n(?![ \t]*\n))++")
_ABBREVIATED = ("[A-Z]", "No", "Mr", "Dr", "St", "Ms", "Mrs", "art", "cf", "v", r"e\.g", r"i\.e")
"""What a full stop may stand behind without ending a sentence."""
_NOT_BEHIND = "".join(rf"(?<!\b{word}[.!?])" for word in _ABBREVIATED)
_STOP = re.compile(
    # The one character comes first and what must not stand before it afterwards, so that the search leaps to it.
    rf"[.!?\n](?:(?<!\n){_NOT_BEHIND}[*_”’\")\]]*\s+(?=[*_“‘\"(\[]*[A-Z\d])"
    r"|(?<=\n)(?=[ \t]*(?:[-*+]|\d+[.)]) |#))"
)
_KIND = re.compile(r"^\{[^{}\n]*\bkind=\"?(\w+)", re.MULTILINE)
_CITED = re.compile(r"@(?<![\w@]@)[\w.:/-]*\w|\^\[|\[\^|\{\{\s*figure\(")
OF_OTHERS = frozenset({"quotations", "sources", "authorities", "statements", "exhibits", "decisions"})
"""Kinds whose texts are somebody else's, or never printed."""
LONGEST = 20_000
"""Characters of a paragraph that somebody has written; a text with a longer one is no prose and is passed over."""
_REPORTED = frozenset({"reported_allegation"})


@value()
class Sentence:
    """A sentence of a text. Both of its forms have the same length."""

    text: MarkdownText
    start: int
    raw: str
    """As it is written, up to the next sentence, so that a citation behind the full stop is in it."""
    own: str
    """Our own words; blanks for the others."""
    kind: str = ""
    """Kind of sentence in a narrative, such as `reported_allegation`; empty elsewhere."""
    language: str = "en"
    """Language that it is in, without the country."""

    @property
    def cites(self) -> bool:
        """Whether a source, a note or a figure, which brings its table, stands in it."""
        return bool(self.text.citations) or _CITED.search(self.raw) is not None

    @property
    def attributed(self) -> bool:
        """Whether it says that somebody else says so; in a language without a list of such words it never does."""
        return self.kind in _REPORTED or _says_who(self.own, self.language)


@by_wording
def _says_who(own: str, language: str) -> bool:
    return language in languages_of("attribution") and any_of("attribution", "says", language).search(own) is not None


@by_wording
def own_words(value: str) -> str:
    """Return a text of the same length in which everything that is not in our own words is blank."""
    value = without_notes_below(value)
    if not _NOT_OURS.search(value):
        return value
    paragraphs = (_NOT_OURS.sub(_blank, match[0]) for match in _PARAGRAPH.finditer(value))
    gaps = _PARAGRAPH.split(value)
    return "".join(gap + own for gap, own in zip(gaps, (*paragraphs, ""), strict=True))


def _blank(match: re.Match[str]) -> str:
    return "\n".join(" " * len(line) for line in match[0].split("\n"))


def our_texts(graph: CaseGraph, language: str = "en") -> Iterator[MarkdownText]:
    """Give the Markdown texts that we have written in a language; one that does not name its own has the case's."""
    for text in markdown_texts(graph):
        record = graph.find("narrative", Narrative, text.record_id) if text.kind == "narrative" else None
        written_in = (record.language if record else None) or graph.case.language
        is_ours = text.kind not in OF_OTHERS and text.loc[0] != "answer" and same_language(written_in, language)
        if is_ours and all(len(piece) < LONGEST for piece in text.value.split("\n\n")):
            yield text


def our_words(graph: CaseGraph, language: str = "en") -> tuple[tuple[MarkdownText, str], ...]:
    """Return the texts that we have written in a language, each with its own words as `own_words` gives them."""
    return graph.once(
        f"our words in {language}",
        lambda: tuple((text, own_words(text.value)) for text in our_texts(graph, language)),
    )


def sentences_in(text: MarkdownText, kind: str = "", language: str = "en") -> Iterator[Sentence]:
    """Give the sentences of a text in order; a paragraph may name its kind on the line above it."""
    yield from chain.from_iterable(_paragraphs(text, own_words(text.value), kind, primary(language)))


def _paragraphs(text: MarkdownText, masked: str, kind: str, language: str) -> Iterator[tuple[Sentence, ...]]:
    """Give the sentences of each paragraph; one without a word of ours has none and is left out."""
    for said, parts in _parted(text.value, masked):
        of_kind = said or kind
        yield tuple(Sentence(text, start, raw, own, of_kind, language) for start, raw, own in parts)


@by_wording
def _parted(value: str, masked: str) -> tuple[tuple[str, tuple[tuple[int, str, str], ...]], ...]:
    """Return the kind that each paragraph names, and its sentences: where each begins, as it is written, our words."""
    parted = []
    for paragraph in _PARAGRAPH.finditer(value):
        said = _KIND.search(paragraph[0])
        own, first = masked[paragraph.start() : paragraph.end()], paragraph.start()
        ends = [match.end() for match in _STOP.finditer(own)]
        parts = tuple(
            (first + start, paragraph[0][start:end], own[start:end])
            for start, end in pairwise([0, *ends, len(own)])
            if own[start:end].strip()
        )
        if parts:
            parted.append((said[1] if said else "", parts))
    return tuple(parted)


def our_sentences(graph: CaseGraph, language: str = "en") -> Iterator[Sentence]:
    """Give the sentences that we have written in a language."""
    yield from chain.from_iterable(our_paragraphs(graph, language))


def our_sentences_in_all_languages(graph: CaseGraph) -> Iterator[Sentence]:
    """Give the sentences that we have written in any language that has lists of words."""
    yield from chain.from_iterable(our_sentences(graph, language) for language in LANGUAGES)


def our_paragraphs(graph: CaseGraph, language: str = "en") -> tuple[tuple[Sentence, ...], ...]:
    """Return the paragraphs that we have written in a language, each as its sentences."""
    return graph.once(f"our paragraphs in {language}", lambda: tuple(_our_paragraphs(graph, language)))


def _our_paragraphs(graph: CaseGraph, language: str) -> Iterator[tuple[Sentence, ...]]:
    for text, own in our_words(graph, language):
        record = graph.find("narrative", Narrative, text.record_id) if text.kind == "narrative" else None
        yield from _paragraphs(text, own, record.kind if record else "", primary(language))


def place_of(graph: CaseGraph, text: MarkdownText, start: int, end: int) -> Span:
    """Return where some words of a text stand in its file; the place of the field where they are not found there."""
    field = graph.span(text.kind, text.record_id, *text.loc)
    words = re.compile(r"\s+".join(map(re.escape, text.value[start:end].split())))
    before = sum(1 for _ in words.finditer(text.value, 0, start))
    lines = graph.once(("lines", field.path), lambda: graph.texts.get(field.path, "").split("\n"))
    below = lines[field.line - 1 : max(field.end_line, field.line)]
    shown = "\n".join(below)
    matches = words.finditer(shown, field.column - 1 if below else 0)
    found = next((match for position, match in enumerate(matches) if position == before), None)
    if found is None:
        return field
    return Span(field.path, *point_in(shown, found.start(), field.line), *point_in(shown, found.end(), field.line))


def at_words(finding: Finding, graph: CaseGraph, text: MarkdownText, start: int, end: int) -> Finding:
    """Return a finding whose place is some words of a text."""
    return replace(finding, span=place_of(graph, text, start, end))
