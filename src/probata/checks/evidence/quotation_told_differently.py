"""A text quotes a source in other words than the record of the quotation has.

Looks at what stands in quotation marks in our texts, in a sentence that cites a work from which words are recorded
letter by letter: as a quotation, or as a clause of an authority. Words that come near to a recorded passage of that
place, and are not it, are found; so is a quotation that is said to stand inside another and does not. Quotations of
fewer than three words are left alone, and so is what is marked as left out or added, by `…` or square brackets.

## Why it matters
A quotation is compared with its source before anything else. One word that is not there, and every other quotation of
the document is doubted.

## Example
```yaml
case:
  title: Example
sources:
  - {id: interview, title: Interview with a guard, type: interview, held: held}
quotations:
  - id: until-they-write
    speaker: {described: a guard}
    text: He told us to go on until they write.
    quoted_in: interview, para 3
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    particulars: A guard says that he was told "to go on until they sign" [@interview, para 3].
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: interview, title: Interview with a guard, type: interview, held: held}
quotations:
  - id: until-they-write
    speaker: {described: a guard}
    text: He told us to go on until they write.
    quoted_in: interview, para 3
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    particulars: A guard says that he was told "to go on until they write" [@interview, para 3].
```

## When to allow it
Where the work has both wordings, or two translations of one original are quoted: then record both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, texts_in
from probata.checks.prose.citations import cited_places, places_agree
from probata.checks.prose.quotations import FEWEST, Wording, holds, nearest, wordings_of, words_of
from probata.checks.prose.sentences import at_words, our_texts, sentences_in
from probata.checks.prose.texts import MarkdownText
from probata.diagnostics import Severity, say
from probata.model.quotation import Quotation

_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|«([^«»]*)»")
_CUT = re.compile(r"\[[^\[\]]*\]|…|\.\.\.")


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the quotations in our texts, and those inside other quotations, with what is recorded."""
    yield from _nested(case)
    recorded: dict[str, list[Wording]] = {}
    for wording in wordings_of(case.graph):
        recorded.setdefault(wording.source, []).append(wording)
    for text in our_texts(case.graph, case.graph.case.language) if recorded else ():
        for sentence in sentences_in(text):
            cited = [wording for key, place in cited_places(sentence.raw) for wording in recorded.get(key, ())
                     if places_agree(wording.place, place)]  # fmt: skip
            for match in _QUOTED.finditer(sentence.raw) if cited else ():
                start, end = match.span(match.lastindex or 0)
                yield from _compared(case, text, sentence.start + start, sentence.start + end, cited)


def _compared(case: CheckInput, text: MarkdownText, start: int, end: int, cited: list[Wording]) -> Iterator[Finding]:
    """Compare each piece of a quotation; one that stands in any of the wordings is right."""
    for piece in _CUT.split(text.value[start:end]):
        words = words_of(piece)
        if len(words) < FEWEST or any(holds(words_of(one.text), words) for one in cited):
            continue
        near = next(((one, found) for one in cited if (found := nearest(words_of(one.text), words))), None)
        if near:
            finding = case.finding(
                text.kind, text.record_id,
                f"the text quotes {say.words(' '.join(piece.split()))}, and {say.record(near[0].record)} has "
                f"{say.words(' '.join(near[1]))}",
                "open the source and write its words in both places, with `…` for what is left out and square "
                "brackets for what is added", at=text.loc,
            )  # fmt: skip
            yield at_words(finding, case.graph, text, start, end)


def _nested(case: CheckInput) -> Iterator[Finding]:
    for outer in case.graph.quotations:
        for key in outer.nested:
            inner = case.graph.find("quotations", Quotation, key)
            if inner and not all(holds(words_of(outer.text), words_of(piece)) for piece in _CUT.split(inner.text)):
                yield case.finding(
                    "quotations", inner.id,
                    f"quotation {say.quotation(inner)} is said to stand inside {say.quotation(outer)}, and its words "
                    "do not",
                    "open the source and write the same words in both, or take it out of `nested`", at=("text",),
                )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give our texts, where there are recorded words to compare with, and the quotations that stand inside others."""
    if any(True for _ in wordings_of(case.graph)):
        yield from texts_in(case, case.graph.case.language)
    nested = dict.fromkeys(inner for quotation in case.graph.quotations for inner in quotation.nested)
    yield from (Looked(f"quotations/{inner}") for inner in nested if case.graph.has("quotations", inner))


CHECK = Check("EVI121", "quotation-told-differently", Severity.WARNING, "texts and quotations", run, looks_at=_looks_at)
