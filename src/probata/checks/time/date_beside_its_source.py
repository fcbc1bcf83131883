"""A sentence gives a date that the title of its only source gives otherwise.

Looks at our sentences in English, French and Spanish that give one day and cite one source alone, whose title, or its
translation, gives one day too: the minutes of a meeting, an order, a letter. Found is a day that is the same but for
its month or its year; where the day alone differs, it is a note. A day on which the source was issued, or that an event
or a role of the case has, is left alone.

## Why it matters
A date is looked up in the note behind it. Where the note says June and the sentence July, it is not known which of the
two is wrong, and the vote may be another.

## Example
```yaml
case: {title: Example, summary: "The vote of 9 July 2022 extended the custody [@minutes, p. 3]."}
sources: [{id: minutes, title: "Minutes of the Council, meeting of 9 June 2022"}]
```

Use instead:
```yaml
case: {title: Example, summary: "The vote of 9 June 2022 extended the custody [@minutes, p. 3]."}
sources: [{id: minutes, title: "Minutes of the Council, meeting of 9 June 2022"}]
```

## When to allow it
Where the source itself tells of the other day.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, texts_in_all_languages
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.dates_in_text import ToldTime, times_in
from probata.checks.texts.saying import ours_saying
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES
from probata.diagnostics import Severity
from probata.model.dates import Point, When
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the day of each sentence with that of the title of its only source."""
    known = case.once("days of records", lambda: frozenset(_days(case)))
    for sentence, told in _with_a_day(case):
        keys = {key for key, _ in cited_places(sentence.raw)}
        source = case.graph.find("sources", Source, keys.pop()) if len(keys) == 1 else None
        titled = _day_of_title(source) if source else None
        is_known = bool(source and told.first in {*known, *_ends(source.issued)})
        differs = _difference(told.first, titled) if titled and not is_known else ""
        if source and differs:
            yield _finding(case, sentence, told, source, differs)


def _with_a_day(case: CheckInput) -> Iterator[tuple[Sentence, ToldTime]]:
    """Give the sentences that tell one day, with it."""
    for language in LANGUAGES:
        only_day = cache(partial(_only_day, language=language))
        for sentence in ours_saying(case.graph, language, only_day):
            if told := only_day(sentence.own):
                yield sentence, told


def _only_day(text: str, language: str) -> ToldTime | None:
    times = [one for one in times_in(text, language) if one.first.day or one.last.day]
    return times[0] if len(times) == 1 and times[0].first == times[0].last else None


def _day_of_title(source: Source) -> Point | None:
    titles = (source.title, source.translated_title)
    days = {day.first for title in titles for one in LANGUAGES if title and (day := _only_day(title, one))}
    return days.pop() if len(days) == 1 else None


def _difference(told: Point, titled: Point) -> str:
    """Return the one part in which two days differ; nothing where they are one, or differ in more."""
    parts = (("day", told.day, titled.day), ("month", told.month, titled.month), ("year", told.year, titled.year))
    differing = [name for name, one, other in parts if one != other]
    return differing[0] if len(differing) == 1 else ""


def _days(case: CheckInput) -> Iterator[Point]:
    for event in case.graph.events:
        yield from _ends(event.dates)
    for role in case.graph.roles:
        yield from _ends(role.dates.stated)


def _ends(when: When | None) -> tuple[Point, ...]:
    return tuple(one for one in (when.start, when.end) if one) if when else ()


def _finding(case: CheckInput, sentence: Sentence, told: ToldTime, source: Source, differs: str) -> Finding:
    text, words = sentence.text, sentence.own[told.start : told.end]
    return finding_of_words(
        case, text, (sentence.start + told.start, sentence.start + told.end),
        f"the text says `{' '.join(words.split())}`, and the title of `{source.id}`, which alone it cites, gives "
        f"another {differs}", "look the date up in the source, and correct the one that is wrong",
        severity=Severity.INFO if differs == "day" else None,
        notes=(f"the title: {source.translated_title or source.title}",),
    )  # fmt: skip


CHECK = Check("TIM175", "date-beside-its-source", Severity.WARNING, TEXTS, run, looks_at=texts_in_all_languages)
