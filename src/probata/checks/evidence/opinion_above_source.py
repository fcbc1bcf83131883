"""A text makes an expert's opinion surer than it is recorded.

Experts who examine injuries grade their opinion: consistent with, highly consistent with, typical of, diagnostic of or
caused by (Istanbul Protocol, para 187 of the edition of 2004). Looks at our sentences in English, French and Spanish
that cite a place of a source, and compares them with what evidence from that place is said to show, the words quoted
from it and what the source is said to show. Found is a sentence whose grade stands higher than every grade there,
whoever it names as the speaker. What a sentence denies is left alone.

## Why it matters
Between consistent and caused lies the whole question of proof. The expert will be called, and will say the weaker word.

## Example
```yaml
case: {title: Example, summary: "The marks were caused by blows [@review, p. 5]."}
sources: [{id: review, title: Review, held: held}]
allegations:
  - id: a
    title: Alleged beatings
    statement: It is alleged that guards beat him.
    evidence: [{source: review, pinpoint: {type: page, value: "5"}, supports: Marks highly consistent with blows}]
```

Use instead:
```yaml
case: {title: Example, summary: "The marks are highly consistent with blows [@review, p. 5]."}
sources: [{id: review, title: Review, held: held}]
allegations:
  - id: a
    title: Alleged beatings
    statement: It is alleged that guards beat him.
    evidence: [{source: review, pinpoint: {type: page, value: "5"}, supports: Marks highly consistent with blows}]
```

## When to allow it
Where the same page gives the surer grade for another mark: better say of which.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.texts.cited_places import cited_places, numbers_of_place
from probata.checks.texts.denials import is_denied
from probata.checks.texts.ladders import Height, highest_in
from probata.checks.texts.printed_sentences import printed_sentences
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES
from probata.diagnostics import Severity
from probata.model.citation import Citation
from probata.model.quotation import Quotation
from probata.model.source_record import Source

_Place = tuple[frozenset[int], str]
"""The numbers of a place, and words that are recorded of it."""
_BRACKET = re.compile(r"\[[^\[\]@]*@[^\[\]]*\]")


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare what stands before each citation with the grades recorded of its place."""
    graded = _graded(case)
    for language in LANGUAGES if graded else ():
        for sentence in printed_sentences(case.graph, language):
            start = 0
            for bracket in _BRACKET.finditer(sentence.raw):
                yield from _compared(case, sentence, (start, bracket.start()), bracket[0], graded)
                start = bracket.end()


def _compared(
    case: CheckInput, sentence: Sentence, place: tuple[int, int], cited: str, graded: dict[str, list[_Place]]
) -> Iterator[Finding]:
    ours = highest_in("opinion", sentence.own[slice(*place)], sentence.language)
    if ours is None:
        return
    recorded = [words for key, where in cited_places(cited) for words in _recorded(case, graded, key, where)]
    theirs = max(filter(None, map(_height, recorded)), key=lambda one: one.step, default=None)
    if not theirs or ours.step <= theirs.step:
        return
    words = re.compile(r"\s+".join(map(re.escape, ours.words.split())))
    match = words.search(sentence.own, *place)
    if match and not is_denied(sentence.own, *match.span(), sentence.language):
        yield finding_of_words(
            case, sentence.text, (sentence.start + match.start(), sentence.start + match.end()),
            f"the text says `{ours.words}`, and what is recorded of the opinion there no more than `{theirs.words}`",
            "open the source, and write the expert’s own grade",
        )  # fmt: skip


def _recorded(case: CheckInput, graded: dict[str, list[_Place]], key: str, where: str) -> Iterator[str]:
    """Give what is recorded of a place; what a source is said to show as a whole where its place has no words."""
    numbers = numbers_of_place(where)
    found = [words for place, words in graded.get(key, ()) if place & numbers and _height(words)]
    source = case.graph.find("sources", Source, key)
    yield from found or ([source.supports] if source and source.supports else [])


def _graded(case: CheckInput) -> dict[str, list[_Place]]:
    found: defaultdict[str, list[_Place]] = defaultdict(list)
    for allegation in case.graph.allegations:
        for item in allegation.evidence:
            quotations = (case.graph.find("quotations", Quotation, key) for key in item.quotations)
            words = " ; ".join((item.supports or "", item.quote or "", *(one.text for one in quotations if one)))
            found[item.source].append((_numbers(item), words))
    return dict(found)


def _numbers(item: Citation) -> frozenset[int]:
    return numbers_of_place(item.pinpoint.value) if item.pinpoint else frozenset()


def _height(words: str) -> Height | None:
    found = (highest_in("opinion", words, language) for language in LANGUAGES)
    return max(filter(None, found), key=lambda one: one.step, default=None)


CHECK = Check(
    "EVI192", "opinion-above-source", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages
)
