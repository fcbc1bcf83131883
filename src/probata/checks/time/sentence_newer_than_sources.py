"""A sentence tells of a year, and all that it cites is from before it.

Looks at our own sentences in English, French and Spanish that name one year alone, behind a month or behind *in*,
*during* or *for*, and cite sources that all bear a date before that year, by `issued` or else by their address. Plans,
and what is to come after the day of the case, are left alone; so are laws, and sources without a date.

## Why it matters
A note that cannot know what the sentence says is the quickest proof that notes were set without reading.

## Example
```yaml
case:
  title: Example
  summary: In 2017 prisoners were beaten every day [@report, p. 4].
sources: [{id: report, title: Report on North Prison, type: report, issued: 2016-11, held: held}]
```

Use instead:
```yaml
case:
  title: Example
  summary: In 2016 prisoners were beaten every day [@report, p. 4].
sources: [{id: report, title: Report on North Prison, type: report, issued: 2016-11, held: held}]
```

## When to allow it
Where the source announces what came later, and another sentence says that it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, texts_in_all_languages
from probata.checks.tenures.older_sources import DatedSource, all_older
from probata.checks.texts.sentences import Sentence, our_sentences_in_all_languages
from probata.checks.texts.spoken_years import one_year
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import any_of
from probata.diagnostics import Severity
from probata.graph.resolve import keys_in_text
from probata.model.dates import Point


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the year of each sentence with the dates of what it cites."""
    as_of = case.graph.case.as_of
    latest = as_of.last.year if as_of and as_of.end else None
    for sentence in our_sentences_in_all_languages(case.graph):
        keys = keys_in_text(sentence.raw)
        year = one_year(sentence.own, sentence.language) if keys else None
        planned = any_of("plans", "planned", sentence.language)
        if year is None or (latest and int(year[1]) > latest) or planned.search(sentence.own):
            continue
        if older := all_older(case, keys, Point(int(year[1])).first):
            yield _finding(case, sentence, year, older)


def _finding(case: CheckInput, sentence: Sentence, year: re.Match[str], older: tuple[DatedSource, ...]) -> Finding:
    text = sentence.text
    return finding_of_words(
        case, text, (sentence.start + year.start(), sentence.start + year.end()),
        f"the sentence tells of `{year[1]}`, and all that it cites is older: {', '.join(map(str, older))}",
        "cite a source from that year or after it, or correct the date that is wrong",
    )  # fmt: skip


CHECK = Check(
    "TIM129", "sentence-newer-than-sources", Severity.INFO, TEXTS, run, looks_at=texts_in_all_languages
)  # fmt: skip
