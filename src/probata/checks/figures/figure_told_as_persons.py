"""A figure that counts admissions, cases or requests is told as so many people.

Looks at our sentences in English, French and Spanish that print a figure with a unit. Found is a word for people right
behind its number, “759 persons”, where neither the unit nor the title of the figure has such a word.

## Why it matters
Who is admitted twice is two admissions and one person. The other side takes the source, which says what it counts, and
the whole number is called inflated.

## Example
```yaml
case: {title: Example, summary: "There were {{ figure('all').number }} persons in custody."}
figures:
  - {id: all, title: Admissions, operation: value, unit: admissions, of: [{dataset: t, column: total, rows: ["2022"]}]}
datasets:
  - {id: t, title: T, file: data/t.csv, columns: [{key: year, heading: Year}, {key: total, heading: Total}]}
```
```csv data/t.csv
year,total
2022,759
```

Use instead:
```yaml
case: {title: Example, summary: "There were {{ figure('all').number }} admissions to custody."}
figures:
  - {id: all, title: Admissions, operation: value, unit: admissions, of: [{dataset: t, column: total, rows: ["2022"]}]}
datasets:
  - {id: t, title: T, file: data/t.csv, columns: [{key: year, heading: Year}, {key: total, heading: Total}]}
```
```csv data/t.csv
year,total
2022,759
```

## When to allow it
Where the source says that each was counted once: better to say so in the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, records_of_texts
from probata.checks.texts.sentences import Sentence, our_sentences
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import any_of, languages_of
from probata.diagnostics import Severity
from probata.model.figure import Figure

_PRINTED = re.compile(
    r"\{\{\s*figure\(\s*['\"](?P<id>[^'\"\n]+)['\"]\s*\)(?:\s*\.\s*number)?\s*\}\}\s+(?:de\s+|d’)?(?P<noun>[^\W\d_]+)"
)


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the word behind each number with what the figure counts."""
    for sentence, match, figure in _printed(case):
        noun = match["noun"]
        is_of_people = any_of("persons_counted", "persons", sentence.language)
        if is_of_people.fullmatch(noun) and not _counts_people(figure):
            yield finding_of_words(
                case, sentence.text, (sentence.start + match.start("noun"), sentence.start + match.end("noun")),
                f"the text gives the number of figure `{figure.id}` as so many `{noun}`, and its unit is "
                f"`{figure.unit}`", "write what the source counts, or cite one that counts people",
            )  # fmt: skip


def _printed(case: CheckInput) -> Iterator[tuple[Sentence, re.Match[str], Figure]]:
    """Give each number of a figure with a unit that a sentence of ours prints before a word."""
    for language in languages_of("persons_counted"):
        for sentence in our_sentences(case.graph, language):
            for match in _PRINTED.finditer(sentence.raw) if "figure(" in sentence.raw else ():
                figure = case.graph.find("figures", Figure, match["id"])
                if figure and figure.unit:
                    yield sentence, match, figure


def _counts_people(figure: Figure) -> bool:
    """Tell whether a figure says, in whatever language, that it counts people."""
    told = [figure.unit, figure.title, *(text for one in figure.translations.values() for text in one.values())]
    return any(
        any_of("persons_counted", "persons", language).search(str(text))
        for language in languages_of("persons_counted") for text in told
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that print a figure with a unit."""
    yield from records_of_texts(sentence.text for sentence, _, _ in _printed(case))


CHECK = Check(
    "FIG190", "figure-told-as-persons", Severity.WARNING, "records that print a figure with a unit", run,
    looks_at=_looks_at,
)  # fmt: skip
