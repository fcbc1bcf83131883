"""Dates and times as people type them, in the form that records have.

"Aug 2015 – Apr 2017" is `2015-08/2017-04`, "2022-2024" `2022/2024`, "from May 2022" and "May 2022 -" `2022-05/..`,
"3 – 9 March 2023" `2023-03-03/2023-03-09`, "until 3 March 2014" `../2014-03-03`, "about 2014" `~2014`.
What is not understood, and a day that there is not, is left as it is, so that it is found as it was typed; what is then
said of it is in `explain_date`. English, French and Spanish are understood; how texts are searched for dates is in
`checks/prose/times.py`, which has its months from here.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final, NamedTuple

# The one list of months and of the words round dates: by language.

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Those of the standard library are in the language of the machine."""
_LOCALES: Final = {"fr": ("fr",), "es": ("es", "es_PE")}
"""Spanish twice: in Peru and elsewhere September is `setiembre`."""


@cache
def months_of(language: str) -> tuple[str, ...]:
    """Return the names of the months in their order, in small letters; English for other languages."""
    if language not in _LOCALES:
        return tuple(map(str.casefold, MONTHS))
    from babel.dates import get_month_names  # loaded here: dates in English do without

    return tuple(name.casefold() for _, name in sorted(get_month_names("wide", "format", language).items()))


@cache
def _named_months() -> dict[str, str]:
    """Return the English name for each name and abbreviation of CLDR in other languages, without accents and stops."""
    from babel.dates import get_month_names

    return {
        plain(name): MONTHS[number - 1]
        for locales in reversed(_LOCALES.values())
        for locale in locales
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, locale).items()
    }


_PHRASES: Final = (
    (re.compile(r"\b(?:(?:jusqu'a|hasta|a) )?(?:ce jour|aujourd'hui|hoy|la fecha|la actualidad)$"), " to present"),
    (re.compile(r"^(?:jusqu'(?:en|au|a)|hasta(?: el)?)\b"), "until"),
    (re.compile(r"^(?:depuis|des|desde|a partir d(?:[eu]l?\b|'))"), "from "),
    (re.compile(r"^(?:vers|environ|hacia|alrededor de)\b"), "about"),
    (re.compile(r"^entre\b"), "between"),
    (re.compile(r"(?<=\d{4}) (?:environ|aproximadamente)\b"), "~"),
    (re.compile(r"\bd'"), ""),
    (re.compile(r"\bjusqu'(?:en|au|a)\b"), "to"),
    (re.compile(r"(?<!\d)(\d{1,2})\.?(?:er|o|a)\b"), r"\1"),
)
_WORDS: Final = {
    "a": "to", "au": "to", "al": "to", "hasta": "to", "et": "and", "y": "and",
    "de": "", "del": "", "du": "", "le": "", "el": "", "desde": "", "en": "",
    **{word: word for word in ("to", "from", "until", "about", "between", "and", "present")},
}  # fmt: skip
"""What stands for a word in English; articles and prepositions stand for nothing."""
_WORD: Final = re.compile(r"[^\W\d_]+")


def _in_english(said: str) -> str:
    """Return a date in French or Spanish, `3 mai 2022` or `mayo de 2022`, in English; empty where a word is unknown."""
    bare = " ".join(plain(said).replace("’", "'").split())
    for phrase, meaning in _PHRASES:
        bare = phrase.sub(meaning, bare)
    meanings = {word: _WORDS.get(word, _named_months().get(word)) for word in _WORD.findall(bare)}
    known = None not in meanings.values()
    return " ".join(_WORD.sub(lambda found: meanings[found[0]] or "", bare).split()) if known else ""


def plain(word: str) -> str:
    """Return a word in small letters without accents and stop; `º` and `ª` become the letters that they raise."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold().rstrip(".")


# One day, month or year as people type it in English, with the parts that it says.
# "Tue 14 Feb 2023", "14th of February, 2023", "Feb. 14, 2023", "14.02.2023" and "2023/2/14" are one day. With dots the
# day stands first in every country that writes them; `3/4/2015` is not read, since it is April here and March there.

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_OF_DAYS: Final = ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
_NUMBERS_OF_MONTHS: Final = {
    word: number for number, name in enumerate(MONTHS, 1) for word in (name.lower(), name[:3].lower())
} | {"sept": 9}

FIRST_YEAR: Final = 1000
"""Years have four digits."""

_DAY: Final = r"(?:the\s+)?(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_MONTH: Final = r"(?P<m>[a-z]{3,9})\.?"
_YEAR: Final = r"(?P<y>\d{4})"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        _YEAR,
        rf"{_YEAR}(?P<s>-)(?P<m>\d\d)(?:(?P=s)(?P<d>\d\d))?",
        rf"{_YEAR}(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})",
        rf"(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.(?:\s?{_YEAR})?",
        rf"{_DAY}\.?(?:\s+of\s+|\s+|-){_MONTH}(?:(?:,\s*|\s+of\s+|\s+|-){_YEAR})?",
        rf"{_MONTH}\s+{_DAY}(?:(?:,?\s+|,){_YEAR})?",
        rf"{_MONTH}(?:(?:,\s*|\s+of\s+|\s+|-){_YEAR})?",
        rf"{_DAY}\.?",
        rf"{_DAY},?\s+{_YEAR}",
    )
)
_ABOUT: Final = re.compile(
    r"^(?:about|around|approximately|approx\.?|circa|ca\.?|c\.?|~)\s*(?=\S)|~$", re.IGNORECASE | re.ASCII
)
_BEFORE: Final = re.compile(r"^(?:in|on)\s+(?:or\s+(?=about|around))?", re.IGNORECASE | re.ASCII)
_WEEKDAY: Final = re.compile(
    rf"^(?P<w>{'|'.join((*WEEKDAYS, *_SHORT_OF_DAYS))})(?:\.,?|,)?\s+", re.IGNORECASE | re.ASCII
)


class TypedDay(NamedTuple):
    """What was typed; a part that was not is 0."""

    year: int
    month: int
    day: int
    is_about: bool = False
    weekday: str = ""
    """As it was typed."""

    @property
    def is_whole(self) -> bool:
        """Whether no part is left to be said elsewhere: "the 3rd, 2014" has no month, and is not March."""
        return bool(self.year and (self.month or not self.day))

    @property
    def recorded(self) -> str:
        """The date in the form of records, of one that is whole."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "~" * self.is_about + "-".join(parts)

    @property
    def true_weekday(self) -> str:
        """The name of the day of the week, where year, month and day are there."""
        whole = self.year and self.month and self.day
        return WEEKDAYS[date(self.year, self.month, self.day).weekday()] if whole else ""

    @property
    def has_its_weekday(self) -> bool:
        """Whether no day of the week was typed, or the one that it was."""
        return self.true_weekday.lower().startswith(self.weekday[:3].lower())


def typed_day(said: str) -> TypedDay | None:
    """Return the parts of a date; `None` where it is none that is understood, or a day that no calendar has.

    Whether the day of the week is right is not asked.
    """
    bare = _BEFORE.sub("", said.strip())
    about = _ABOUT.search(bare)
    bare = _ABOUT.sub("", bare, count=1)
    weekday = _WEEKDAY.match(bare)
    bare = bare[weekday.end() :] if weekday else bare
    for form in _FORMS:
        if (found := form.fullmatch(bare)) and (read := _read(found.groupdict())):
            return read._replace(is_about=bool(about), weekday=weekday["w"] if weekday else "")
    return None


def _read(groups: dict[str, str | None]) -> TypedDay | None:
    year, day = int(groups.get("y") or 0), int(groups.get("d") or 0)
    written = groups.get("m") or ""
    month = int(written) if written.isdecimal() else _NUMBERS_OF_MONTHS.get(written.lower(), 0)
    if written and not 1 <= month <= len(MONTHS):
        return None
    if groups.get("d") and not 1 <= day <= _days_of(year, month):
        return None
    return None if groups.get("y") and year < FIRST_YEAR else TypedDay(year, month, day)


def _days_of(year: int, month: int) -> int:
    """Return the days of a month; the most that it may have where the year or the month is not said."""
    return calendar.monthrange(year or 2000, month)[1] if month else 31


_LONGEST: Final = 100
"""Characters of a text in which a date is looked for."""
_LONG_DASHES: Final = str.maketrans("‒–—―−", "–––––") | str.maketrans("‐‑", "--")
_FROM: Final = re.compile(r"^(?:from|since|as of|as from|starting(?: in| on)?)\s+", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"^between\s+", re.IGNORECASE)
_UNTIL: Final = re.compile(r"^(?:until|till|up to|to|through)\s+(?:and including\s+)?", re.IGNORECASE)
_TO: Final = re.compile(
    r"\s*–\s*|\s*/\s*|\s*-\s*|\s+(?:up to|to|until|till|through)\s+(?:and including\s+)?", re.IGNORECASE
)
_AND: Final = re.compile(r"\s+and\s+", re.IGNORECASE)
_ONWARDS: Final = re.compile(r"\s+(?:and\s+)?(?:onwards?|ongoing|continuing)$", re.IGNORECASE)
_OPEN: Final = re.compile(
    r"(?:now|today|(?:the )?present(?: day)?|(?:to |this )?date|this day|ongoing|continuing|onwards?|open|\?|\.\.|"
    r"still in (?:office|post)|(?:until )?further notice)?",
    re.IGNORECASE,
)
NO_BEGINNING: Final = ".."


def as_recorded(text: str) -> str:
    """Return a date or time in the form of records; as it is where it is none that is understood.

    `3/4/2015` is not: in one country it is a day in April, in the other in March.
    """
    said = plain_dashes(text)
    if len(said) > _LONGEST or not any(map(str.isdecimal, said)):
        return text.strip()
    return _point(said) or _period(said) or _in_other_words(said) or text.strip()


def _in_other_words(said: str) -> str:
    english = _in_english(said)
    return (_point(english) or _period(english)) if english else ""


def plain_dashes(text: str) -> str:
    """Return a text with one space between words, one sort of dash and one of hyphen."""
    return " ".join(text.split()).translate(_LONG_DASHES)


def is_open_end(said: str) -> bool:
    """Tell whether an end says that there is none, such as `to date` or `until further notice`; empty is open too."""
    return bool(_OPEN.fullmatch(said.strip()))


def _point(said: str) -> str:
    day = typed_day(said)
    return day.recorded if day and day.is_whole and day.has_its_weekday else ""


def _period(said: str) -> str:
    if until := _UNTIL.match(said):
        end = _point(said[until.end() :])
        return f"{NO_BEGINNING}/{end}" if end else ""
    begun = _FROM.match(said)
    if (begun and (start := _point(said[begun.end() :]))) or (start := _point(_ONWARDS.sub("", said))):
        return f"{start}/.."
    between = _BETWEEN.match(said)
    found = (_joined(start, end) for start, end in _divided(said, begun or between, is_between=bool(between)))
    return next((one for one in found if one), "")


def _divided(said: str, before: re.Match[str] | None, *, is_between: bool) -> Iterator[tuple[str, str]]:
    """Give each way to divide a text into a beginning and an end; "and" divides after "between" alone."""
    bare = said[before.end() :] if before else said
    for mark in (_TO, _AND) if is_between else (_TO,):
        for found in mark.finditer(bare):
            yield bare[: found.start()].strip(), bare[found.end() :].strip()


def _joined(first: str, last: str) -> str:
    """Return a period by its two ends; empty where one of them is not understood."""
    if first == NO_BEGINNING:
        end = _point(last)
        return f"{NO_BEGINNING}/{end}" if end else ""
    start = typed_day(first)
    if start is None:
        return ""
    if is_open_end(last):
        return f"{start.recorded}/.." if start.is_whole and start.has_its_weekday else ""
    both = filled(start, last)
    if both is None or not all(one.has_its_weekday for one in both):
        return ""
    return "/".join(one.recorded for one in both)


def filled(start: TypedDay, last: str) -> tuple[TypedDay, TypedDay] | None:
    """Return both ends whole: "3 – 9 March 2023" says month and year once, "March 3-9, 2023" too.

    `None` where an end lacks a part that the other does not say either, has a day that there is not, or where the parts
    that it borrows would put the end before the beginning: "28 December – 3 January 2022" does not say the first year.
    A day of another year has no month to borrow: "January 10, 2022 to 31, 2024" does not say the last one.
    """
    end = typed_day(last)
    if end is None or not end.year or (start.day and not start.month and not end.day):
        return None
    if end.day and not end.month:
        if start.year not in {0, end.year}:
            return None
        end = end._replace(month=start.month)
    whole = start._replace(year=start.year or end.year, month=start.month or (end.month if start.day else 0))
    if not all(_is_day(one) for one in (whole, end)):
        return None
    is_turned = (whole.year, whole.month or 1, whole.day or 1) > (end.year, end.month or 12, end.day or 31)
    return None if is_turned and whole != start else (whole, end)


def _is_day(one: TypedDay) -> bool:
    if one.day and not one.month:
        return False
    try:
        date(one.year, one.month or 1, one.day or 1)
    except ValueError:
        return False
    return True
