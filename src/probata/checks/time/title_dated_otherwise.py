"""The title of a source gives another day than its date.

Reads the titles of sources and their translations in English, French and Spanish that give the day of the paper itself:
at their end behind a comma, "Letter to the Council, 30 May 2022", or behind what it is, "Letter of 30 May 2022". Found
is a day that `issued` excludes. A day of which the paper tells, "meeting of 9 June 2022", is left alone.

## Why it matters
The note prints both. A reader who sees two dates for one letter does not know which order of events to believe.

## Example
```yaml
case: {title: Example}
sources: [{id: letter, title: "Letter to the Prison Board, 30 May 2022", issued: 2022-07-30, held: held}]
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: letter, title: "Letter to the Prison Board, 30 May 2022", issued: 2022-05-30, held: held}]
```

## When to allow it
Where the paper bears the one day and was published on the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.texts.dates_in_text import ToldTime, times_in
from probata.checks.texts.marked_clauses import listed_words
from probata.checks.texts.word_lists import LANGUAGES
from probata.diagnostics import Severity, say
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, once a source, a title with a day on which it was not issued."""
    for source in case.graph.sources:
        issued = source.issued
        days = [day for day in _days(case, source) if issued and not issued.first <= day.first.first <= issued.last]
        if days and issued and issued.start and not issued.start.approximate:
            yield case.finding(
                "sources", source.id,
                f"source {say.source(source)} is of {say.date(issued)}, and its title gives "
                f"{say.words(days[0].first.first.isoformat())}",
                "look at the paper, and correct the one that is wrong", at=("issued",),
            )  # fmt: skip


def _days(case: CheckInput, source: Source) -> tuple[ToldTime, ...]:
    """Return the days that the titles give as the paper's own."""
    known = case.once("days in titles", lambda: {one.id: tuple(_told(one)) for one in case.graph.sources})
    return known.get(source.id, ())


def _told(source: Source) -> Iterator[ToldTime]:
    for title in _titles(source):
        for language in LANGUAGES:
            for time in times_in(title, language):
                if time.first.day and time.first == time.last and _is_own(title, time, language):
                    yield time


def _titles(source: Source) -> Iterator[str]:
    fields = ("title", "translated_title")
    yield from (title for field in fields if (title := getattr(source, field)))
    yield from (texts[field] for texts in source.translations.values() for field in fields if texts.get(field))


def _is_own(title: str, time: ToldTime, language: str) -> bool:
    before, behind = title[: time.start], title[time.end :]
    return bool((re.search(r",\s*$", before) and not behind.strip(" .")) or _paper_of(language).search(before))


@cache
def _paper_of(language: str) -> re.Pattern[str]:
    papers, of = (listed_words("dated_titles", key, language) for key in ("papers", "of"))
    return re.compile(rf"(?<![\w-])(?:{papers})\s+(?:{of})\s+(?:le\s+|el\s+)?$", re.IGNORECASE)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the sources whose title gives their own day; of one without a date it cannot be told."""
    for source in case.graph.sources:
        if _days(case, source):
            yield Looked(f"sources/{source.id}", "" if source.issued else "it has no date")


CHECK = Check("TIM192", "title-dated-otherwise", Severity.INFO, "sources titled with a day", run, looks_at=_looks_at)
