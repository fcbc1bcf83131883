"""Particulars that no source bears out: a paragraph without a citation, or figures and words behind its last one.

Looks at the paragraphs of the `particulars` of each allegation put forward. A citation bears out what stands before it
in its paragraph. What follows the last one is found where it gives a number, a day or somebody's words; what it only
says of them is left alone. So are headings, paragraphs of another kind than fact, and particulars that are attributed
to the work that they are taken from (`made_by_source`).

## Why it matters
Each statement of fact is checked against its source, and the one that has none is called invented.

## Example
```yaml
case:
  title: Example
sources:
  - {id: register, title: Register of North Prison, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    particulars: Five prisoners were brought in on 3 May 2016 [@register, p. 4]. On 5 May 2016 two of them were dead.
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: register, title: Register of North Prison, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    particulars: >-
      Five prisoners were brought in on 3 May 2016 [@register, p. 4]. On 5 May 2016 two of them were dead
      [@register, p. 5].
```

## When to allow it
Where the paragraph sums up what other paragraphs have cited: say in it which ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.markdown_texts import MarkdownText
from probata.checks.sentences import Sentence, at_words, sentences_in
from probata.diagnostics import Severity
from probata.model.allegation import Allegation

_SPECIFIC = re.compile(r"\d|[“”«»\"]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_WORD = re.compile(r"[^\W\d_]{2,}")
_OF_FACT = frozenset({"", "fact"})
_SHOWN = 6
"""Words by which a sentence is shown."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, in the particulars of each allegation, what stands behind the last citation of its paragraph."""
    for allegation in case.pursued:
        if allegation.particulars and allegation.status != "made_by_source":
            yield from _in_particulars(case, allegation, allegation.particulars)


def _in_particulars(case: CheckInput, allegation: Allegation, particulars: str) -> Iterator[Finding]:
    text = MarkdownText("allegations", allegation.id, ("particulars",), particulars)
    for paragraph in _paragraphs(text):
        cited = [position for position, sentence in enumerate(paragraph) if sentence.cites]
        behind = paragraph[cited[-1] + 1 :] if cited else paragraph
        bare = next((one for one in behind if not cited or _SPECIFIC.search(one.raw)), None)
        if bare:
            yield _finding(case, text, bare, is_whole=not cited)


def _paragraphs(text: MarkdownText) -> Iterator[list[Sentence]]:
    """Give the sentences of each paragraph of fact; what has no word in it, such as the number of a list, is none."""
    found: list[Sentence] = []
    for sentence in sentences_in(text):
        if found and _BLANK_LINE.search(text.value[found[-1].start : _first_word(sentence)].lstrip()):
            yield found
            found = []
        if sentence.kind in _OF_FACT and _WORD.search(sentence.raw) and not sentence.raw.lstrip().startswith("#"):
            found.append(sentence)
    if found:
        yield found


def _first_word(sentence: Sentence) -> int:
    """Return where a sentence begins in its text, behind the white space before it."""
    return sentence.start + len(sentence.raw) - len(sentence.raw.lstrip())


def _finding(case: CheckInput, text: MarkdownText, bare: Sentence, *, is_whole: bool) -> Finding:
    words = bare.raw.split()
    shown = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
    what = "the paragraph that begins" if is_whole else "behind the last citation of its paragraph,"
    finding = case.finding(
        text.kind, text.record_id, f"{what} `{shown}` {'cites no source' if is_whole else 'has no source'}",
        "add the source and the place in it, such as `[@register, p. 4]`", at=text.loc,
    )  # fmt: skip
    return at_words(finding, case.graph, text, _first_word(bare), bare.start + len(bare.raw.rstrip()))


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations with particulars of our own."""
    for allegation in case.pursued:
        if allegation.particulars and allegation.status != "made_by_source":
            yield Looked(f"allegations/{allegation.id}")


CHECK = Check("EVI122", "particulars-without-source", Severity.WARNING, "allegations", run, looks_at=_looks_at)
