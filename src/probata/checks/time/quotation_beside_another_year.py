"""A paragraph tells of one year, and quotes words of another without saying so.

Looks at our own paragraphs in English, French and Spanish that name one year alone, behind a month or behind *in*,
*during* or *for*, and quote three words or more of a recorded quotation that is dated. Found are words said surely
before or after that year.

## Why it matters
Read beside “in 2016”, words of 2014 are taken to be of 2016. Whoever said them shows the date, and asks what else was
moved.

## Example
```yaml
case:
  title: Example
  summary: In 2016 the governor told the guards to "go on until they write" [@interview, para 3].
sources: [{id: interview, title: Interview with a guard, type: interview, held: held}]
quotations:
  - id: until-they-write
    speaker: {described: the governor}
    text: You go on until they write.
    date: 2014-05
    quoted_in: interview, para 3
```

Use instead:
```yaml
case:
  title: Example
  summary: In 2016 it was done as the governor had said in May 2014, "go on until they write" [@interview, para 3].
sources: [{id: interview, title: Interview with a guard, type: interview, held: held}]
quotations:
  - id: until-they-write
    speaker: {described: the governor}
    text: You go on until they write.
    date: 2014-05
    quoted_in: interview, para 3
```

## When to allow it
Where the words are those of a law or a motto that was in use in that year too.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, texts_in_all_languages
from probata.checks.tenures.sure_days import are_surely_apart
from probata.checks.texts.quoted_words import QuotedWords, quotations_in
from probata.checks.texts.sentences import our_paragraphs
from probata.checks.texts.spoken_years import one_year
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES
from probata.checks.texts.wordings import words_of
from probata.diagnostics import Severity
from probata.model.dates import Point, When
from probata.model.quotation import Quotation


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the year of each paragraph with the dates of the words that it quotes."""
    recorded = [(_plain(one.text), one) for one in case.graph.quotations]
    paragraphs = (one for language in LANGUAGES for one in our_paragraphs(case.graph, language))
    for paragraph in paragraphs if recorded else ():
        spoken_of = one_year(" ".join(sentence.own for sentence in paragraph), paragraph[0].language)
        for quoted in (one for sentence in paragraph for one in quotations_in(sentence)) if spoken_of else ():
            said = [one for words, one in recorded if _plain(quoted.words) in words]
            if spoken_of and (other := _of_another_year(said, spoken_of[1])):
                yield _finding(case, quoted, other, spoken_of[1])


def _plain(text: str) -> str:
    """Return the words of a text between spaces, so that whole words are found in it."""
    return f" {' '.join(words_of(text))} "


def _of_another_year(said: list[Quotation], year: str) -> Quotation | None:
    """Return the first of the quotations that have the words, where all of them are surely of another year."""
    point = Point(int(year))
    told = When(year, point, point)
    return said[0] if said and all(one.date and are_surely_apart(one.date, told) for one in said) else None


def _finding(case: CheckInput, quoted: QuotedWords, other: Quotation, year: str) -> Finding:
    text = quoted.sentence.text
    date = other.date.text if other.date else ""
    return finding_of_words(
        case, text, (quoted.start, quoted.end),
        f"the paragraph tells of `{year}` alone, and the words that it quotes, `{other.id}`, are of `{date}`",
        "say in the text when the words were said",
    )  # fmt: skip


CHECK = Check(
    "TIM130", "quotation-beside-another-year", Severity.INFO, TEXTS, run, looks_at=texts_in_all_languages
)  # fmt: skip
