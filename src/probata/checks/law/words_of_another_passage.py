"""A sentence is cited to one recorded paragraph or clause, and says what another one says.

Looks at our sentences and printed lines in the language of the case that cite a judgment by the paragraph of a recorded
holding, an authority by a recorded clause, or a statement that is an exhibit by its paragraph, and compares the words
before the citation with the recorded texts. Found is what shares no word with what is recorded at its place, and two
words or more with one other record; or one word with the former and four more with the latter. Words of fewer than four
letters, of courts, of names of people and of the title of the authority do not count. It should be fixed where nothing
is shared and four words are; fewer are a note. What cites several works at once, or a place that is not recorded, is
left alone.

## Why it matters
The reader who opens the paragraph and finds another rule there does not look for the right one.

## Example
```yaml
case:
  title: Example
  summary: The custody rested on no order of a judge, and the law required one [@tarn, para 12].
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    holdings:
      - {id: told, text: The Procurator was not informed of the death., paragraph: "12"}
      - {id: order, text: "The custody rested on no order of a judge, and the law required one.", paragraph: "14"}
```

Use instead:
```yaml
case:
  title: Example
  summary: The custody rested on no order of a judge, and the law required one [@tarn, para 14].
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    holdings:
      - {id: told, text: The Procurator was not informed of the death., paragraph: "12"}
      - {id: order, text: "The custody rested on no order of a judge, and the law required one.", paragraph: "14"}
```

## When to allow it
Where the paragraph says both, and the record of it is shorter: better to record what it says besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked, records_of_texts
from probata.checks.texts.named_people import names_of
from probata.checks.texts.recorded_passages import CitedWords, Passage, cited_words
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES, any_of
from probata.diagnostics import Severity
from probata.model.language import primary

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
"""Letters by which two words are one."""
_FEW, _MANY = 2, 4
"""Words that are shared with another passage for a note, and for more."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare what each sentence says with the passage that it cites, and with the others."""
    for one in _cited(case):
        said = _words(one, one.words) - _of_people(case)
        here = said & {word for passage in one.passages for word in _words(one, passage.text)}
        shared = {passage: said & _words(one, passage.text) for passage in one.others}
        best = sorted(one.others, key=lambda passage: len(shared[passage]), reverse=True)
        if best and _is_of_another(len(here), [len(shared[passage]) for passage in best]):
            yield _finding(case, one, best[0], is_sure=not here and len(shared[best[0]]) >= _MANY)


def _cited(case: CheckInput) -> Iterator[CitedWords]:
    language = primary(case.graph.case.language)
    yield from cited_words(case.graph, language) if language in LANGUAGES else ()


def _words(one: CitedWords, text: str) -> set[str]:
    """Return the words of a text that say something, cut short."""
    titled = _WORD.findall(one.work.title.casefold())
    empty = any_of("holding", "empty", one.sentence.language)
    found = (word for word in _WORD.findall(text.casefold()) if not empty.fullmatch(word))
    return {word[:_STEM] for word in found} - {word[:_STEM] for word in titled}


def _of_people(case: CheckInput) -> set[str]:
    """Return the words of the names of all recorded people, who stand in many passages; cut short."""
    names = (name for person in case.graph.people for name in names_of(person))
    return {word[:_STEM] for name in names for word in _WORD.findall(name.casefold())}


def _is_of_another(here: int, others: list[int]) -> bool:
    """Tell whether one other passage shares enough words, and more than any third."""
    is_alone = len(others) == 1 or others[0] > others[1]
    return is_alone and ((here == 0 and others[0] >= _FEW) or (here == 1 and others[0] > _MANY))


def _finding(case: CheckInput, one: CitedWords, other: Passage, *, is_sure: bool) -> Finding:
    start = one.sentence.start + one.start + len(one.words) - len(one.words.lstrip())
    recorded = " ; ".join(" ".join(passage.text.split()) for passage in one.passages)
    return finding_of_words(
        case, one.sentence.text, (start, one.sentence.start + one.start + len(one.words.rstrip())),
        f"what is cited from `{one.place}` of `{one.work.id}` has more words of `{other.place}` than of what is "
        "recorded there", "open both places and correct the number, or record what the cited one says besides",
        notes=(f"recorded there: {recorded}", f"recorded at {other.place}: {' '.join(other.text.split())}"),
        severity=None if is_sure else Severity.INFO, outcome=Outcome.FAILED if is_sure else Outcome.CANNOT_TELL,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that cite a recorded passage."""
    yield from records_of_texts(one.sentence.text for one in _cited(case))


CHECK = Check(
    "LAW183", "words-of-another-passage", Severity.WARNING, "records that cite a recorded passage", run,
    looks_at=_looks_at,
)  # fmt: skip
