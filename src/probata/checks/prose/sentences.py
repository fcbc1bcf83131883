"""The sentences that are in our own words, with the place of each word.

What is not ours is blanked and keeps its length, so that every place still counts: quotations, words in another
language, code, names in double braces, addresses, citations and notes. What a quotation says is its speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import chain, pairwise
from typing import Any, Literal

from probata.checks.engine.case import CheckInput
from probata.checks.engine.finding import Finding
from probata.checks.prose.texts import MarkdownText, markdown_texts, printed_lines, statement_texts
from probata.checks.prose.words import LANGUAGES, any_of, by_wording, languages_of, whole_words, word_list
from probata.diagnostics import Span
from probata.diagnostics.value import value
from probata.graph.case_graph import CaseGraph
from probata.graph.texts import point_in
from probata.model.language import primary, same_language
from probata.model.narrative import Narrative

_NOTE_BELOW = re.compile(
    r"^ {0,3}\[\^[^\[\]\s]++\]:[^\n]*+"
    r"(?:\n(?![ \t]*+\n)[^\n]++|(?:\n[ \t]*+(?=\n))++\n(?: {4}|\t)[ \t]*+[^\s][^\n]*+)*+",
    re.MULTILINE,
)
"""A note with the lines and the indented paragraphs that belong to it."""


def without_notes_below(value: str) -> str:
    """Return a text of the same length in which each note below it is blank; its lines stay."""
    return _NOTE_BELOW.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), value) if "[^" in value else value


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

    def words(self, start: int, end: int) -> str:
        """Return some of our words on one line, from one place in it to another."""
        return " ".join(self.own[start:end].split())

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


def _of_lines(graph: CaseGraph, language: str) -> tuple[Sentence, ...]:
    return tuple(_in_language(printed_lines(graph), language))


Scope = Literal["ours", "printed", "compared"]
"""Which sentences: of our texts; with the lines and translations that documents print; and with those of statements."""


def sentences(graph: CaseGraph, scope: Scope, *languages: str) -> Iterator[Sentence]:
    """Give the sentences in some languages, one after the other; without any, in all that have lists of words."""
    for language in languages or LANGUAGES:
        yield from chain.from_iterable(our_paragraphs(graph, language))
        if scope != "ours":
            yield from graph.once(f"printed lines in {language}", partial(_of_lines, graph, language))
        if scope == "compared":
            yield from graph.once(f"statements in {language}", partial(_of_statements, graph, language))


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


def _of_statements(graph: CaseGraph, language: str) -> tuple[Sentence, ...]:
    return tuple(_in_language(statement_texts(graph), language))


def _in_language(texts: Iterable[MarkdownText], language: str) -> Iterator[Sentence]:
    for text in texts:
        if same_language(text.language, language) and len(text.value) < LONGEST:
            yield from sentences_in(text, language=language)


def saying(graph: CaseGraph, scope: Scope, test: Test, *languages: str) -> Iterator[Sentence]:
    """Give those of them whose own words pass a test."""
    for language in languages or LANGUAGES:
        known = graph.once(("wordings", scope, language), partial(_wordings, graph, scope, language))
        yield from known.saying(test)


def _wordings(graph: CaseGraph, scope: Scope, language: str) -> Wordings:
    return Wordings(sentences(graph, scope, language))


def finding_of_words(
    case: CheckInput, text: MarkdownText, place: tuple[int, int], message: str, help: str, **more: Any
) -> Finding:
    """Make a finding about a record, at the words of its text that stand from one place to another.

    `place` counts characters of the text; where the words are not found in the file, the finding is at the field. For
    the rest see `CheckInput.finding`.
    """
    found = case.finding(text.kind, text.record_id, message, help, at=text.loc, **more)
    return replace(found, span=place_of(case.graph, text, *place))


def finding_in(
    case: CheckInput, sentence: Sentence, place: tuple[int, int], message: str, help: str, **more: Any
) -> Finding:
    """Make one at words of a sentence; `place` counts characters of the sentence."""
    start, end = (sentence.start + at for at in place)
    return finding_of_words(case, sentence.text, (start, end), message, help, **more)


_END = re.compile(r"[.;:!?]\s")


def is_denied(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether the clause in which a word stands denies it, or its sentence says that it was undone.

    In a language without a list of such words nothing is denied.
    """
    if language not in languages_of("denials"):
        return False
    begin, stop = _around(_turns(language), text, start, end)
    before, behind = text[begin:start], text[end:stop].lstrip()
    first, last = _around(_END, text, start, end)
    return bool(
        any_of("denials", "denials", language).search(before)
        or whole_words(str(word_list("denials", language)["behind"])).match(behind)
        or any_of("denials", "undone", language).search(text[first:last])
    )


def _around(ends: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    """Return what stands around a word between two ends."""
    before = [found.end() for found in ends.finditer(text, 0, start)]
    behind = ends.search(text, end)
    return before[-1] if before else 0, behind.start() if behind else len(text)


@cache
def _turns(language: str) -> re.Pattern[str]:
    return re.compile(rf"{_END.pattern}|{word_list('denials', language)['turns']}", re.IGNORECASE)
