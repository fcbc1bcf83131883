"""A sentence of ours tells of a death as more than the place does that it cites.

Looks at the sentences of our texts, in English, French and Spanish, that cite nothing but places of which the words are
recorded: the holdings at the paragraphs of a judgment, and the quotations from a page or paragraph. Compared is the
gravest word by which they tell of a death, or of a return: died, killed, murdered. Found is a word that no recorded
word there, and nothing that an item of evidence is said to show there, comes up to. A sentence that says who says so,
leaves it open or denies it is left alone, and so are arguments; what a court is said to have found is for
`holding-told-differently`, and the statement of an allegation for `charge-above-source`.

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

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, texts_in_all_languages
from probata.checks.quoted import quoted
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.denials import is_denied
from probata.checks.texts.ladders import Height, highest_in
from probata.checks.texts.sentences import Sentence, at_words, our_sentences_in_all_languages
from probata.checks.texts.word_lists import LANGUAGES, any_of
from probata.checks.texts.words_of_places import words_of_places
from probata.diagnostics import Severity
from probata.model.language import primary

_LADDERS = ("death", "return")
"""What was done to somebody's life or return is told as it is found; other ladders are of law, or of common words."""
_ARGUED = frozenset({"limbs", "contentions", "statement", "title"})
"""Fields that argue, or that are compared with all the evidence elsewhere."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each sentence that cites recorded words with the gravest of them."""
    for sentence in our_sentences_in_all_languages(case.graph):
        places = tuple(cited_places(sentence.raw))
        if places and not (sentence.attributed or _ARGUED & set(sentence.text.loc) or _is_open(sentence)):
            recorded = words_of_places(case, places)
            for about in _LADDERS if recorded else ():
                yield from _above(case, sentence, about, recorded)


def _is_open(sentence: Sentence) -> bool:
    is_held = any_of("holding", "says", sentence.language).search(sentence.own)
    return bool(is_held or any_of("grades", "supposed", sentence.language).search(sentence.own))


def _above(case: CheckInput, sentence: Sentence, about: str, recorded: str) -> Iterator[Finding]:
    said = highest_in(about, sentence.own, sentence.language)
    theirs = _height(about, recorded, primary(case.graph.case.language)) if said else None
    if said and theirs and said.step > theirs.step:
        at = sentence.own.find(said.words.split()[0])
        end = at + len(said.words)
        if at >= 0 and not is_denied(sentence.own, at, end, sentence.language):
            yield _finding(case, sentence, (at, end), said, theirs)


def _height(about: str, words: str, language: str) -> Height | None:
    others = (one for one in LANGUAGES if one != language)
    found = (highest_in(about, words, one) for one in (language, *others))
    return max(filter(None, found), key=lambda one: one.step, default=None)


def _finding(case: CheckInput, sentence: Sentence, place: tuple[int, int], said: Height, theirs: Height) -> Finding:
    text, keys = sentence.text, dict.fromkeys(key for key, _ in cited_places(sentence.raw))
    finding = case.finding(
        text.kind, text.record_id,
        f"the text says `{said.words}`, and what is recorded of {quoted(keys)} there no more than `{theirs.words}`",
        "open the source: write its word, or record the passage that bears the stronger one out", at=text.loc,
    )  # fmt: skip
    return at_words(finding, case.graph, text, *(sentence.start + one for one in place))


CHECK = Check("EVI153", "word-above-source", Severity.WARNING, TEXTS, run, looks_at=texts_in_all_languages)
