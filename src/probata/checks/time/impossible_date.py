"""A text gives a date that no calendar has.

Looks at our sentences in English, French and Spanish for days that their month has not: 31 June, 30 February, 29
February of a year that is no leap year; and for days with their year that fell on another day of the week than the
text says: “Monday 14 June 2022”, which was a Tuesday. A 29 February without its year may be one, and what stands in
quotation marks is its speaker's.

## Why it matters
Somebody made the date up, or misread it, and both are asked of the rest of the dates.

## Example
```yaml
case: {title: Example, summary: "On 31 June 2024 the court released him."}
```

Use instead:
```yaml
case: {title: Example, summary: "On 30 June 2024 the court released him."}
```

## When to allow it
Where the source gives the date so: put it in quotation marks, and say that there is no such day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.texts.saying import printed_saying_each
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES, word_list
from probata.diagnostics import Severity, say
from probata.model.dates import Point

_LEAP_YEAR = 2024
_LONGEST = 31
_FEBRUARY = 2
_NUMBER = r"(?<![\w.,:/§$£€-])(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_FORMS = {
    "en": rf"{_NUMBER}(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>%s)(?:,?\s+{_YEAR})?"
    rf"|(?P<month_us>%s)\s+(?P<day_us>\d{{1,2}})(?:st|nd|rd|th)?,\s+(?P<year_us>(?:1[89]|20)\d\d)",
    "fr": rf"{_NUMBER}(?:er)?\s+(?P<month>%s)(?:\s+{_YEAR})?",
    "es": rf"{_NUMBER}(?:\.º)?\s+de\s+(?P<month>%s)(?:\s+del?\s+{_YEAR})?",
}
"""How the languages write a day with its month; English months have a capital, since some are words as well."""

_BEFORE_DATE = {"en": r",?\s+(?:the\s+)?", "fr": r",?\s+(?:le\s+)?", "es": r",?\s+(?:(?:el|día)\s+)*"}
"""What stands between the name of a day of the week and its date."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the days that their month has not, and those that fell on another day of the week."""
    for sentence in printed_saying_each(case.graph, LANGUAGES, lambda language: _dates(language).search):
        for match in _dates(sentence.language).finditer(sentence.own):
            named = match.groupdict()
            day, month, year = (named[key] or named.get(f"{key}_us") for key in ("day", "month", "year"))
            place = _months(sentence.language).index(str(month).casefold()) + 1
            last = Point(int(year or _LEAP_YEAR), place).last.day
            if last < int(day or 0) <= _LONGEST or (year and int(day or 0) > last):
                told = f"{month} {year}" if place == _FEBRUARY and year else month
                yield _finding(case, sentence, match.start(), match.end(), f"is no date: {told} has {last} days")
            elif year and day and 0 < int(day) <= last:
                yield from _of_another_weekday(case, sentence, match, date(int(year), place, int(day)))


def _of_another_weekday(case: CheckInput, sentence: Sentence, match: re.Match[str], day: date) -> Iterator[Finding]:
    """Find a date that did not fall on the day of the week that stands right before it."""
    told = _weekday_before(sentence.language).search(sentence.own[: match.start()])
    fell = _weekdays(sentence.language)[day.weekday()]
    if told and told["weekday"].casefold() != fell.casefold():
        yield _finding(case, sentence, told.start("weekday"), match.end(), f"was a {fell}")


def _finding(case: CheckInput, sentence: Sentence, begin: int, end: int, what: str) -> Finding:
    return finding_of_words(
        case, sentence.text, (sentence.start + begin, sentence.start + end),
        f"{say.words(' '.join(sentence.own[begin:end].split()))} {what}",
        "look the day up at its source, and write the date that stands there",
    )  # fmt: skip


@cache
def _months(language: str) -> tuple[str, ...]:
    return tuple(str(one) for one in word_list("tenure", language)["months"])


@cache
def _weekdays(language: str) -> tuple[str, ...]:
    return tuple(str(one) for one in word_list("tenure", language)["weekdays"])


@cache
def _weekday_before(language: str) -> re.Pattern[str]:
    """Return the name of a day of the week at the end of what stands before a date."""
    return re.compile(rf"(?<!\w)(?P<weekday>{'|'.join(_weekdays(language))}){_BEFORE_DATE[language]}$", re.IGNORECASE)


@cache
def _dates(language: str) -> re.Pattern[str]:
    months = "|".join(one.capitalize() if language == LANGUAGES[0] else one for one in _months(language))
    return re.compile(rf"(?:{_FORMS[language].replace('%s', f'(?:{months})')})(?!\w)")


CHECK = Check(
    "TIM193", "impossible-date", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages
)  # fmt: skip
