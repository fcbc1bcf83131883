"""A sentence tells of a year, a month or a day, and all that it cites is from before it.

Looks at our own sentences in English, French and Spanish that name one year alone, behind a month or behind *in*,
*during* or *for*, and cite sources that all bear a date before that year, by `issued` or else by their address. Then
the words before each citation are read: the last month or day in them, of a period its beginning, must not be later
than all sources of that citation, and neither may the first day of a figure that they print. A month without its year
has that of its sentence, or the last year before it in its paragraph. What a sentence without a citation tells goes to
the next citation in its paragraph. Plans, days that are fixed beforehand, and what is to come after the day of the
case, are left alone; so are laws, and sources without a date.

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

from collections.abc import Iterator
from datetime import date

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, texts_in_all_languages
from probata.checks.tables.times_of_figures import days_of
from probata.checks.tenures.older_sources import DatedSource, all_older
from probata.checks.texts.by_wording import by_wording
from probata.checks.texts.segments import Segment
from probata.checks.texts.sentences import Sentence, our_paragraphs
from probata.checks.texts.spoken_years import one_year
from probata.checks.texts.times_told import TimeTold, times_told
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES, any_of
from probata.diagnostics import Severity
from probata.graph.printed_figures import figures_in
from probata.graph.resolve import keys_in_text
from probata.model.dates import Point


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the year of each sentence with the dates of what it cites, and then its months, days and figures."""
    as_of = case.graph.case.as_of
    latest = as_of.last if as_of and as_of.end else date.max
    for paragraph in (one for language in LANGUAGES for one in our_paragraphs(case.graph, language)):
        of_years = {one.start: found for one in paragraph if (found := _of_year(case, one, latest))}
        yield from of_years.values()
        for sentence, segment, told in times_told(paragraph) if any(one.cites for one in paragraph) else ():
            if sentence.start not in of_years and not _is_planned(sentence):
                known = tuple(one for one in told if not _is_planned(one.sentence))
                yield from _of_days(case, sentence, segment, known, latest)


def _of_year(case: CheckInput, sentence: Sentence, latest: date) -> Finding | None:
    keys = keys_in_text(sentence.raw)
    year = one_year(sentence.own, sentence.language) if keys else None
    if year is None or int(year[1]) > latest.year or any_of("plans", "planned", sentence.language).search(sentence.own):
        return None
    older = all_older(case, keys, Point(int(year[1])).first)
    return _finding(case, sentence, year.span(1), year[1], older) if older else None


def _is_planned(sentence: Sentence) -> bool:
    """Tell whether a sentence tells of what is to come, or gives a day that is fixed beforehand."""
    return _tells_of_plans(sentence.own, sentence.language)


@by_wording
def _tells_of_plans(own: str, language: str) -> bool:
    return any(any_of("plans", key, language).search(own) for key in ("planned", "fixed"))


def _of_days(
    case: CheckInput, sentence: Sentence, segment: Segment, told: tuple[TimeTold, ...], latest: date
) -> Iterator[Finding]:
    """Compare the last month or day told before a citation, and its figures, with the dates of what it cites."""
    keys = [key for key, _ in segment.cited]
    last = max(told, key=lambda one: one.point.first, default=None)
    older = all_older(case, keys, last.point.first) if last and last.point.first <= latest else ()
    if last and older:
        words = " ".join(last.sentence.own[last.start : last.end].split())
        yield _finding(case, last.sentence, (last.start, last.end), words, older)
        return
    for name in figures_in(segment.raw):
        days = days_of(case, name)
        if days and (older := all_older(case, keys, days[0])):
            start = sentence.raw.index(name, segment.start)
            words = f"{days[0].isoformat()} to {days[1].isoformat()}"
            yield _finding(case, sentence, (start, start + len(name)), words, older)


def _finding(
    case: CheckInput, sentence: Sentence, place: tuple[int, int], words: str, older: tuple[DatedSource, ...]
) -> Finding:
    return finding_of_words(
        case, sentence.text, (sentence.start + place[0], sentence.start + place[1]),
        f"the sentence tells of `{words}`, and all that it cites is older: {', '.join(map(str, older))}",
        "cite a source from that time or after it, or correct the date that is wrong",
    )  # fmt: skip


CHECK = Check(
    "TIM129", "sentence-newer-than-sources", Severity.INFO, TEXTS, run, looks_at=texts_in_all_languages
)  # fmt: skip
