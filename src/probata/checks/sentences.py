"""The sentences of the Markdown texts that are in our own words, with the place of each word.

What is not ours is blanked and keeps its length, so that every place still counts: quotations, words in another
language, code, names in double braces, addresses, citations and notes. What a quotation says is its speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from probata.checks.finding import Finding
from probata.checks.markdown_texts import MarkdownText, markdown_texts
from probata.checks.word_lists import any_of
from probata.diagnostics import Span
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.language import same_language
from probata.model.narrative import Narrative

_NOT_OURS = re.compile(
    r"`[^`\n]*`|\{\{[^{}\n]*\}\}|https?://\S+|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"|«[^»]*»|(?<!\w)‘(?:[^‘’]|’(?=\w))*’(?!\w)"
    r"|\^\[(?:[^\[\]]|\[[^\[\]]*\])*\]|\[[^\[\]]*@[^\[\]]*\]|\[[^\[\]]*\]\{[^{}]*\}|^\{[^{}\n]*\}$",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)
_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\bNo)(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bMs)(?<!\bMrs)(?<!\bart)(?<!\bcf)(?<!\bv)(?<!\be\.g)(?<!\bi\.e)"
    r"[.!?][*_”’\")\]]*\s+(?=[*_“‘\"(\[]*[A-Z\d])|\n(?=[ \t]*(?:[-*+]|\d+[.)]) )|\n(?=#)"
)
_KIND = re.compile(r"^\{[^{}\n]*\bkind=\"?(\w+)", re.MULTILINE)
_CITED = re.compile(r"(?<![\w@])@[\w.:/-]*\w|\^\[|\{\{\s*figure\(")
_OF_OTHERS = frozenset({"quotations", "sources", "authorities", "statements", "exhibits", "decisions"})
"""Kinds whose texts are somebody else's, or never printed."""
LONGEST = 20_000
"""Characters of a paragraph that somebody has written; a text with a longer one is no prose and is passed over."""
_REPORTED = frozenset({"reported_allegation"})
_NOT_ASSERTED = _REPORTED | {"assumption", "own_knowledge"}


@dataclass(frozen=True, slots=True)
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

    @property
    def cites(self) -> bool:
        """Whether a source, a note or a figure, which brings its table, stands in it."""
        return _CITED.search(self.raw) is not None

    @property
    def attributed(self) -> bool:
        """Whether it says that somebody else says so."""
        return self.kind in _REPORTED or any_of("attribution", "says").search(self.own) is not None


def own_words(value: str) -> str:
    """Return a text of the same length in which everything that is not in our own words is blank."""
    paragraphs = (_NOT_OURS.sub(_blank, match[0]) for match in _PARAGRAPH.finditer(value))
    gaps = _PARAGRAPH.split(value)
    return "".join(gap + own for gap, own in zip(gaps, (*paragraphs, ""), strict=True))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def our_texts(graph: CaseGraph, language: str = "en") -> Iterator[MarkdownText]:
    """Give the Markdown texts that we have written in a language; one that does not name its own has the case's."""
    for text in markdown_texts(graph):
        record = graph.find("narrative", Narrative, text.record_id) if text.kind == "narrative" else None
        written_in = (record.language if record else None) or graph.case.language
        is_ours = text.kind not in _OF_OTHERS and text.loc[0] != "answer" and same_language(written_in, language)
        if is_ours and all(len(piece) < LONGEST for piece in text.value.split("\n\n")):
            yield text


def sentences_in(text: MarkdownText, kind: str = "") -> Iterator[Sentence]:
    """Give the sentences of a text in order; a paragraph may name its kind on the line above it."""
    masked = own_words(text.value)
    for paragraph in _PARAGRAPH.finditer(masked):
        raw = text.value[paragraph.start() : paragraph.end()]
        said = _KIND.search(raw)
        ends = [match.end() for match in _STOP.finditer(paragraph[0])]
        for start, end in zip([0, *ends], [*ends, len(raw)], strict=True):
            if paragraph[0][start:end].strip():
                here = paragraph.start() + start
                yield Sentence(text, here, raw[start:end], paragraph[0][start:end], said[1] if said else kind)


def our_sentences(graph: CaseGraph, language: str = "en") -> Iterator[Sentence]:
    """Give the sentences that we have written in a language."""
    for text in our_texts(graph, language):
        record = graph.find("narrative", Narrative, text.record_id) if text.kind == "narrative" else None
        yield from sentences_in(text, record.kind if record else "")


def is_asserted(sentence: Sentence, graph: CaseGraph) -> bool:
    """Tell whether we assert it ourselves: attributed to nobody, in words, by its kind or by its allegation."""
    if sentence.attributed or sentence.kind in _NOT_ASSERTED:
        return False
    record = graph.find("allegations", Allegation, sentence.text.record_id)
    return not (
        sentence.text.kind == "allegations" and record and (record.made_by or record.status == "made_by_source")
    )


def place_of(graph: CaseGraph, text: MarkdownText, start: int, end: int) -> Span:
    """Return where some words of a text stand in its file; the place of the field where they are not found there."""
    field = graph.span(text.kind, text.record_id, *text.loc)
    words = re.compile(r"\s+".join(map(re.escape, text.value[start:end].split())))
    before = sum(1 for _ in words.finditer(text.value, 0, start))
    lines = graph.texts.get(field.path, "").split("\n")
    below = lines[field.line - 1 : max(field.end_line, field.line)]
    shown = "\n".join(below)
    matches = words.finditer(shown, field.column - 1 if below else 0)
    found = next((match for position, match in enumerate(matches) if position == before), None)
    if found is None:
        return field
    return Span(field.path, *_point(shown, found.start(), field.line), *_point(shown, found.end(), field.line))


def _point(shown: str, offset: int, first: int) -> tuple[int, int]:
    return first + shown.count("\n", 0, offset), offset - shown.rfind("\n", 0, offset)


def at_words(finding: Finding, graph: CaseGraph, text: MarkdownText, start: int, end: int) -> Finding:
    """Return a finding whose place is some words of a text."""
    return replace(finding, span=place_of(graph, text, start, end))
