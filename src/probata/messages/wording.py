"""What documents say themselves, in one language."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from string import Formatter

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from probata.model.dates import Point, When
from probata.model.language import primary
from probata.model.quantity import Bound, Quantity
from probata.model.role import Role
from probata.model.tenure import Tenure

_HERE = "\ue006"
"""A character that no label holds."""
ENGLISH = "en"
"""The language of the catalogue that stands in for those that are missing."""
_PRECISIONS = {1: "year", 2: "month", 3: "day"}
_VOWEL = re.compile(r"[aeiouéœ]", re.IGNORECASE)
_SOUND_I = re.compile(r"(?:h?[ií])(?![aeo])", re.IGNORECASE)
"""A beginning that sounds like *i*, before which Spanish writes `e` for `y`: `Irene`, `hijos`, not `hielo`."""


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en", "GB")


@lru_cache(maxsize=10_000)  # a document prints the same numbers many times, and a case in several documents
def _decimal(value: Decimal, pattern: str, language: str) -> str:
    return str(format_decimal(value, pattern, _locale(language)))


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language."""

    language: str
    """BCP 47 tag of the documents, such as `en-GB`."""

    words: dict[str, str]

    catalogue: str = ENGLISH
    """Language of the catalogue: that of the documents, or English where there is none for it."""

    def label(self, key: str, **values: str) -> str:
        """Return the words for `key` with values filled in; the key in plain letters where the language has none."""
        return "".join(self.pieces(key, **values))

    def pieces(self, key: str, **values: str) -> tuple[str, ...]:
        """Return the words for `key` and the values in their order, each by itself, so that none loses what it is."""
        return tuple(self._pieces(self.words.get(key, key.rpartition(".")[2].replace("_", " ")), values))

    def around(self, key: str, name: str, pieces: Sequence[str], **values: str) -> tuple[str, ...]:
        """Return the words for `key` with several pieces as the one value `name`."""
        filled = self.pieces(key, **{name: _HERE}, **values)
        return tuple(part for piece in filled for part in (pieces if piece == _HERE else (piece,)))

    def composed(self, key: str, **values: Sequence[str]) -> tuple[str, ...]:
        """Return the words for `key` with values that are of several pieces each."""
        marks = {name: f"{_HERE}{name}" for name in values}
        told = self.pieces(key, **marks)
        return tuple(p for piece in told for p in (values[piece[1:]] if piece.startswith(_HERE) else (piece,)))

    @staticmethod
    def _pieces(pattern: str, values: dict[str, str]) -> Iterator[str]:
        for literal, name, _, _ in Formatter().parse(pattern):
            if literal:
                yield literal
            if name is not None:
                yield values[name]

    def forms(self, table: str) -> dict[str, str]:
        """Return all words of a table by their keys, as they are written."""
        return {key.removeprefix(f"{table}."): text for key, text in self.words.items() if key.startswith(f"{table}.")}

    def has(self, key: str) -> bool:
        """Tell whether the catalogue has words for a key."""
        return key in self.words

    @property
    def locale(self) -> Locale:
        """The language as Babel knows it; English where it does not."""
        return _locale(self.language)

    def when(self, when: When) -> str:
        """Print a date or period, never more precisely than it is recorded.

        `2015-08/2017-04` prints "August 2015 to April 2017", `2022-05/..` "from May 2022", `~2014` "about 2014". What
        both ends of a period share is printed once: "13 to 15 May 2022", "12 May to 3 June 2022".
        """
        if not when.is_period:
            return self._point(when.start) if when.start else ""
        if when.start and when.end:
            return self._period("date.period", when.start, when.end)
        if when.start:
            return self._after("since", when.start)
        return self._after("until", when.end) if when.end else ""

    def made(self, when: When) -> str:
        """Print the day of what happened once: "on or before 7 June 2023" where only its latest day is recorded."""
        is_before = when.is_period and when.end and not when.start
        return self._after("before", when.end) if is_before and when.end else self.when(when)

    def at_least(self, when: When) -> str:
        """Print a period whose ends are only when a source shows it: "at least from August 2015 to April 2017"."""
        if when.is_period and when.start and when.end:
            return self._period("date.at_least_period", when.start, when.end)
        return self.label("date.at_least", dates=self.on(when))

    def on(self, when: When) -> str:
        """Print when something was done: "on 3 May 2015", "in May 2015"."""
        return self.when(when) if when.is_period or not when.start else self._after("on", when.start)

    def of(self, when: When) -> str:
        """Print the day that a letter bears, behind it: English "14 August 2026", French "du 14 août 2026"."""
        return self.when(when) if when.is_period or not when.start else self._after("start", when.start)

    def as_of(self, when: When) -> str:
        """Print the day for which something was true: "as of 12 October 2026"."""
        if when.is_period or not when.start:
            return self.label("as_of.year", date=self.when(when))
        return self._after("as_of", when.start)

    def _period(self, key: str, start: Point, end: Point) -> str:
        first = self._without_shared(start, end) or self._point(start)
        return self.label(key, start=self._after("start", start, first), end=self._after("end", end))

    def _without_shared(self, start: Point, end: Point) -> str:
        """Return a date without the year, or month and year, that the end repeats; empty where nothing is left out.

        About dates and two of unlike precision are printed in full. A language that puts the month first, as American
        English does, repeats the month.
        """
        is_alike = start.precision == end.precision > 1 and start.first.year == end.first.year
        if not is_alike or start.approximate or end.approximate or start == end:
            return ""
        if start.precision == 2:
            return format_date(start.first, "LLLL", self.locale)
        text = self._with_first_day(format_skeleton("MMMMd", start.first, locale=self.locale), start)
        day = re.fullmatch(r"(\d+\S*)\D*", text)
        return day.group(1) if day and start.first.month == end.first.month else text

    def _after(self, table: str, point: Point, date: str = "") -> str:
        """Print a date behind the word that a table has for its precision; `date` is the date where it is shortened."""
        date = date or self._point(point)
        form = _PRECISIONS[point.precision]
        if form == "month" and _VOWEL.match(date):
            form = "before_vowel"
        return self.label(f"{table}.{form}", date=date)

    def _point(self, point: Point) -> str:
        text = self._calendar(point)
        return self.label("date.about", date=text) if point.approximate else text

    def _calendar(self, point: Point) -> str:
        match point.precision:
            case 1:
                return format_date(point.first, "y", self.locale)
            case 2:
                return format_skeleton("yMMMM", point.first, locale=self.locale)
        return self._with_first_day(format_date(point.first, "long", self.locale), point)

    def _with_first_day(self, text: str, point: Point) -> str:
        return re.sub(r"^1\b", self.label("date.first_day"), text) if point.day == 1 else text

    def number(self, value: Decimal) -> str:
        """Print a number with the language's own marks, as many decimals as it has.

        Spanish leaves four figures undivided: 9933, but 10.000.
        """
        places = max(0, -int(value.as_tuple().exponent))
        whole = "#,##0" if abs(value) >= Decimal(self.words.get("number.grouped_from", 0)) else "0"
        pattern = whole + ("." + "0" * places if places else "")
        return _decimal(value, pattern, self.language)

    @property
    def percent(self) -> str:
        """The sign of percentages, with the space that the language sets before it."""
        suffix: tuple[str, str] = self.locale.percent_formats[None].suffix
        return suffix[0]

    def quantity(self, quantity: Quantity) -> str:
        """Print a number with its bound: "at least 70", "about 16", "16 to 76"; "n/a" where not applicable."""
        percent = self.percent if quantity.is_percent else ""
        low, high = self.number(quantity.low) + percent, self.number(quantity.high) + percent
        match quantity.bound:
            case Bound.EXACT:
                return low
            case Bound.AT_LEAST:
                return self.label("number.at_least", number=low)
            case Bound.ABOUT:
                return self.label("number.about", number=low)
            case Bound.RANGE:
                return self.label("number.range", low=low, high=high)
            case Bound.NOT_APPLICABLE:
                return self.label("number.not_applicable")

    def join(self, items: Sequence[str]) -> str:
        """Join words as a list in running text: "a, b and c"."""
        return "".join(self.listed(items))

    def listed(self, items: Sequence[str]) -> tuple[str, ...]:
        """Return words as a list in running text, in pieces: each word and what stands between two."""
        pieces: list[str] = []
        for item, is_last in zip(items, (*(False,) * (len(items) - 1), True), strict=True) if items else ():
            before = "list.last_before_i" if _SOUND_I.match(item) else "list.last"
            between = self.label(before, head="", tail="") if is_last else self.label("list.between")
            pieces += [between, item] if pieces else [item]
        return tuple(pieces)

    @property
    def quotes(self) -> tuple[str, str, str, str]:
        """Marks of quotation: the outer pair, and the pair for a quotation inside another."""
        outer, inner = ("quote.open", "quote.close"), ("quote.inner_open", "quote.inner_close")
        return (self.label(outer[0]), self.label(outer[1]), self.label(inner[0]), self.label(inner[1]))

    def quote(self, text: str) -> str:
        """Set words in quotation marks, as the language writes them."""
        return f"{self.label('quote.open')}{text}{self.label('quote.close')}"


@cache
def catalogues() -> tuple[str, ...]:
    """Return the languages that have a catalogue, sorted."""
    names = (file.name for file in files("probata.messages").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load_wording(language: str) -> Wording:
    """Load the catalogue of a language; English where there is none."""
    found = primary(language) if primary(language) in catalogues() else ENGLISH
    tables = tomllib.loads((files("probata.messages") / f"{found}.toml").read_text(encoding="utf-8"))
    return Wording(language, _flat(tables), found)


@cache
def load_grammar(language: str) -> Wording:
    """Load the catalogue of a language with the patterns of its sentences, which have a grammar of their own."""
    wording = load_wording(language)
    file = files("probata.messages") / "sentences" / f"{wording.catalogue}.toml"
    return replace(wording, words=wording.words | _flat(tomllib.loads(file.read_text(encoding="utf-8"))))


def _flat(tables: dict[str, dict[str, str]]) -> dict[str, str]:
    return {f"{name}.{key}": text for name, table in tables.items() for key, text in table.items()}


# Names of instruments and of conduct in the languages that the catalogue of law does not have.
# The catalogue is in English. A further language is one more file in `law/`.


@dataclass(frozen=True, slots=True)
class LawNames:
    """The names in one language."""

    instruments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Id of an instrument → its title, short title, abbreviation and citation, by the fields of the catalogue."""
    conduct: Mapping[str, str] = field(default_factory=dict)
    """Code of conduct → how documents call it in the middle of a sentence."""
    acts: Mapping[str, str] = field(default_factory=dict)
    """Code of conduct → the same with its article: what somebody ordered."""


@cache
def load_law_names(language: str) -> LawNames:
    """Load the names in a language; without any where there is no file for it."""
    known = {file.name: file for file in (files("probata.messages") / "law").iterdir()}
    file = known.get(f"{primary(language)}.toml")
    if file is None:
        return LawNames()
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return LawNames(tables["instrument"], tables["conduct"], tables["act"])


# Names of languages and scripts, from their tags, in the language of a document.

_PRIVATE_USE = ("qaa", "qtz")
"""BCP 47 leaves the languages from `qaa` to `qtz` to private use: they have no name."""
_HAN = ("Hans", "Hant")
"""The codes of simplified and of traditional Han characters."""


def language_name(tag: str, wording: Wording) -> str:
    """Return the name of a language, "Chinese" for `zh-Hans`; empty where it has none."""
    main = tag.partition("-")[0].lower()
    if _PRIVATE_USE[0] <= main <= _PRIVATE_USE[1] and len(main) == 3:
        return ""
    return str(wording.locale.languages.get(main, ""))


def script_name(code: str | None, tag: str, text: str, wording: Wording) -> str:
    """Return the name of a script by its ISO 15924 code, else by that in the tag, else by the letters of the text.

    The locale data call `Hans` "Simplified", which is a name only beside that of the language.
    """
    code = (code or next((part for part in tag.split("-")[1:] if len(part) == 4), "")).title()
    if code in _HAN:
        return wording.label(f"script.{code}")
    if found := wording.locale.scripts.get(code):
        return str(found)
    letter = next((character for character in text if character.isalpha()), "")
    first = unicodedata.name(letter, "").split(" ", 1)[0]
    return {"CJK": "Han"}.get(first, first.capitalize())


# How long somebody held a post, or a relation lasted, in words.


def tenure_in_words(wording: Wording, tenure: Tenure) -> str:
    """Print a tenure; where an end is only when a source shows it, the words say "at least"."""
    text = _stated(wording, tenure)
    is_open = tenure.stated.end is None and not tenure.end_known
    return wording.label("date.end_not_known", dates=text) if is_open else text


def role_in_words(wording: Wording, role: Role) -> str:
    """Print from when to when a role was held; of one without an end, whether it still is, and when that was true."""
    if role.dates.stated.end:
        return tenure_in_words(wording, role.dates)
    text = _stated(wording, role.dates)
    if role.status == "ended":
        return wording.label("date.end_not_known", dates=text)
    if role.status == "unknown":
        text = wording.label("date.held_not_known", dates=text)
    return f"{text} ({wording.as_of(role.as_of)})" if role.as_of else text


def role_in_sentence(wording: Wording, role: Role) -> str:
    """Print the same for the middle of a sentence, which says nothing of an end that is not known."""
    says_nothing = role.dates.stated.end is None and role.status != "current"
    return _stated(wording, role.dates) if says_nothing else role_in_words(wording, role)


def _stated(wording: Wording, tenure: Tenure) -> str:
    ends = ((tenure.start_known, tenure.stated.start), (tenure.end_known, tenure.stated.end))
    is_known = all(known for known, end in ends if end)
    return wording.when(tenure.stated) if is_known else wording.at_least(tenure.stated)
