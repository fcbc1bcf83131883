"""A word that tells a time only by the day of writing, such as *recently* or *close to two years*.

Looks at our own sentences in English, French and Spanish, in texts, plain lines such as captions, and translations, not
at quotations and statements, for words that drift and no year beside them.
For *currently* and its like it looks only where neither the case nor the section says with certainty as of which day.

## Why it matters
A filing is read years after it was written. What was recent then is not, nobody can check it, and a span that ends on
no day counts for nothing where time decides.

## Example
```yaml
case:
  title: Example
  as_of: 2024-06-01
  summary: Mara Wolk was recently removed from North Prison.
```

Use instead:
```yaml
case:
  title: Example
  as_of: 2024-06-01
  summary: Mara Wolk was removed from North Prison in April 2024.
```

## When to allow it
Where the source gives no day: say then as of when the source speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.prose.sentences import Sentence, Test, at_words, printed_saying_each
from probata.checks.prose.words import any_of, languages_of
from probata.diagnostics import Severity, say
from probata.model.dates import When
from probata.model.narrative import Narrative

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the words, the first of each sentence."""
    for sentence in printed_saying_each(case.graph, languages_of("relative_time"), _drifts):
        word = any_of("relative_time", "drifting", sentence.language).search(sentence.own)
        if word is None and not _is_dated(case, sentence):
            word = any_of("relative_time", "present", sentence.language).search(sentence.own)
        if word:
            yield _finding(case, sentence, word)


def _drifts(language: str) -> Test:
    """Return the test of words that tell a time by the day of writing, and name no year."""
    drifting, present = (any_of("relative_time", key, language) for key in ("drifting", "present"))
    return lambda own: (drifting.search(own) or present.search(own)) and not _YEAR.search(own)


def _is_dated(case: CheckInput, sentence: Sentence) -> bool:
    """Tell whether the section or the case says as of which day it is true."""
    text = sentence.text
    section = case.graph.find("narrative", Narrative, text.record_id) if text.kind == "narrative" else None
    return any(_is_firm(when) for when in (section.as_of if section else None, case.graph.case.as_of))


def _is_firm(when: When | None) -> bool:
    return bool(when and when.end and not when.end.approximate)


def _finding(case: CheckInput, sentence: Sentence, word: re.Match[str]) -> Finding:
    text = sentence.text
    said = " ".join(word[0].split())
    found = case.finding(
        text.kind, text.record_id, f"{say.words(said)} tells a time by the day of writing, and no year stands in its "
        "sentence",
        "write the date, or the day up to which it counts", at=text.loc,
    )  # fmt: skip
    return at_words(found, case.graph, text, sentence.start + word.start(), sentence.start + word.end())


CHECK = Check("TIM110", "relative-time-word", Severity.INFO, "texts and lines", run, looks_at=printed_in_all_languages)
