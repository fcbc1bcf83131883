"""A sentence of ours tells of a death as more than the place does that it cites.

Looks at the sentences of our texts, in English, French and Spanish, and in them at what stands before each citation of
places whose words are recorded: the holdings at the paragraphs of a judgment, and the quotations from a page or
paragraph. Compared is the gravest word by which they tell of a death, or of a return: died, killed, murdered. Found is
a word that no recorded word there, and nothing that an item of evidence is said to show there, comes up to; so is what
such an item is said to show, beside the words of its place. A sentence that says who says so, leaves it open or denies
it is left alone, and so are arguments; what a court is said to have found is for `holding-told-differently`, and the
statement of an allegation for `charge-above-source`.

## Why it matters
"Died" and "was murdered" are two different sentences before a court. The reader who follows the note finds the first
under the second, and asks what else was made graver.

## Example
```yaml
case:
  title: Example
  summary: The prisoner was murdered on 14 May 2022 [@tarn, para 9].
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    holdings: [{id: death, text: The prisoner died in custody on 14 May 2022., paragraph: "9"}]
```

Use instead:
```yaml
case:
  title: Example
  summary: The prisoner died in custody on 14 May 2022 [@tarn, para 9].
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    holdings: [{id: death, text: The prisoner died in custody on 14 May 2022., paragraph: "9"}]
```

## When to allow it
Where the place says so, and only another sentence of it is recorded: better to record that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, Looked, texts_in_all_languages
from probata.checks.quoted import quoted
from probata.checks.texts.by_wording import by_wording
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.denials import is_denied
from probata.checks.texts.ladders import Height, highest_in
from probata.checks.texts.sentences import Sentence, our_sentences_in_all_languages
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES, any_of
from probata.checks.texts.words_of_places import words_of_places
from probata.diagnostics import Severity
from probata.model.language import primary

_LADDERS = ("death", "return")
"""What was done to somebody's life or return is told as it is found; other ladders are of law, or of common words."""
_ARGUED = frozenset({"limbs", "contentions", "statement", "title"})
"""Fields that argue, or that are compared with all the evidence elsewhere."""
_BRACKET = re.compile(r"\[[^\[\]@]*@[^\[\]]*\]")
_HELP = "open the source: write its word, or record the passage that bears the stronger one out"


class _Said(NamedTuple):
    """Our words before a citation, and where they stand in their sentence."""

    sentence: Sentence
    start: int
    words: str
    places: tuple[tuple[str, str], ...]


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare what stands before each citation with the gravest of the words of its place, then what evidence shows."""
    for said in _said(case):
        recorded = words_of_places(case, said.places)
        for about in _LADDERS if recorded else ():
            yield from _above(case, said, about, recorded)
    for allegation in case.pursued:
        for position, item in enumerate(allegation.evidence):
            if item.pinpoint and item.supports and not item.against:
                yield from _shown(case, allegation.id, position, (item.source, item.pinpoint.value), item.supports)


def _said(case: CheckInput) -> Iterator[_Said]:
    for sentence in our_sentences_in_all_languages(case.graph):
        if "@" in sentence.raw and not (_ARGUED & set(sentence.text.loc) or sentence.attributed):
            yield from (one for one in _before_citations(sentence) if not _is_open(one.words, sentence.language))


def _before_citations(sentence: Sentence) -> Iterator[_Said]:
    """Give what stands before each citation of a sentence, from the one before; all of it where there is one alone."""
    brackets = list(_BRACKET.finditer(sentence.raw))
    start = 0
    for bracket in brackets:
        end = bracket.start() if len(brackets) > 1 else len(sentence.own)
        yield _Said(sentence, start, sentence.own[start:end], tuple(cited_places(bracket[0])))
        start = bracket.end()


@by_wording
def _is_open(words: str, language: str) -> bool:
    is_held = any_of("holding", "says", language).search(words)
    return bool(is_held or any_of("grades", "supposed", language).search(words))


def _above(case: CheckInput, said: _Said, about: str, recorded: str) -> Iterator[Finding]:
    sentence = said.sentence
    ours = highest_in(about, said.words, sentence.language)
    theirs = _height(about, recorded, primary(case.graph.case.language)) if ours else None
    match = re.search(r"\s+".join(map(re.escape, ours.words.split())), said.words) if ours else None
    if ours and theirs and match and ours.step > theirs.step:
        start, end = said.start + match.start(), said.start + match.end()
        if not is_denied(sentence.own, start, end, sentence.language):
            yield _finding(case, said, (start, end), ours, theirs)


def _shown(
    case: CheckInput, allegation: str, position: int, place: tuple[str, str], supports: str
) -> Iterator[Finding]:
    """Compare what an item of evidence is said to show with the words of its place."""
    language, recorded = primary(case.graph.case.language), words_of_places(case, [place], own_alone=True)
    for about in _LADDERS if recorded else ():
        ours, theirs = highest_in(about, supports, language), _height(about, recorded, language)
        if ours and theirs and ours.step > theirs.step:
            yield case.finding(
                "allegations", allegation,
                f"what `{place[0]}` is said to show has `{ours.words}`, and what is recorded of it there no more than "
                f"`{theirs.words}`", _HELP, at=("evidence", position, "supports"),
            )  # fmt: skip


def _height(about: str, words: str, language: str) -> Height | None:
    others = (one for one in LANGUAGES if one != language)
    found = (highest_in(about, words, one) for one in (language, *others))
    return max(filter(None, found), key=lambda one: one.step, default=None)


def _finding(case: CheckInput, said: _Said, place: tuple[int, int], ours: Height, theirs: Height) -> Finding:
    text, keys = said.sentence.text, dict.fromkeys(key for key, _ in said.places)
    return finding_of_words(
        case, text, (said.sentence.start + place[0], said.sentence.start + place[1]),
        f"the text says `{ours.words}`, and what is recorded of {quoted(keys)} there no more than `{theirs.words}`",
        _HELP,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a text, and the allegations, whose evidence is looked at."""
    allegations = (Looked(f"allegations/{allegation.id}") for allegation in case.pursued)
    yield from dict.fromkeys((*texts_in_all_languages(case), *allegations))


CHECK = Check("EVI153", "word-above-source", Severity.WARNING, TEXTS, run, looks_at=_looks_at)
