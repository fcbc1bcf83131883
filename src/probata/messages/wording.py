"""What documents say themselves, in one language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

from probata.model.dates import Point, When
from probata.model.quantity import Bound, Quantity


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language."""

    language: str
    """BCP 47 tag of the documents, such as `en-GB`."""

    words: dict[str, str]

    def label(self, key: str, **values: str) -> str:
        """Return the words for `key` with values filled in; the key in plain letters where the language has none."""
        return self.words.get(key, key.rpartition(".")[2].replace("_", " ")).format(**values)

    def has(self, key: str) -> bool:
        """Tell whether the catalogue has words for a key."""
        return key in self.words

    @property
    def locale(self) -> Locale:
        """The language as Babel knows it; English where it does not."""
        try:
            return Locale.parse(self.language, sep="-")
        except (ValueError, UnknownLocaleError):
            return Locale("en", "GB")

    def when(self, when: When) -> str:
        """Print a date or period, never more precisely than it is recorded.

        `2015-08/2017-04` prints "August 2015 to April 2017", `2022-05/..` "from May 2022", `~2014` "about 2014".
        """
        if not when.is_period:
            return self._point(when.start) if when.start else ""
        if when.start and when.end:
            return self.label("date.period", start=self._point(when.start), end=self._point(when.end))
        if when.start:
            return self.label("date.open_end", start=self._point(when.start))
        return self.label("date.open_start", end=self._point(when.end) if when.end else "")

    def _point(self, point: Point) -> str:
        skeleton = {1: "y", 2: "MMMM y", 3: "d MMMM y"}[point.precision]
        text = format_date(point.first, skeleton, self.locale)
        return self.label("date.about", date=text) if point.approximate else text

    def number(self, value: Decimal) -> str:
        """Print a number with the language's own marks, as many decimals as it has."""
        places = max(0, -int(value.as_tuple().exponent))
        pattern = "#,##0" + ("." + "0" * places if places else "")
        return format_decimal(value, pattern, self.locale)

    def quantity(self, quantity: Quantity) -> str:
        """Print a number with its bound: "at least 70", "about 16", "16 to 76"; "n/a" where not applicable."""
        percent = "%" if quantity.is_percent else ""
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

    def join(self, items: list[str]) -> str:
        """Join words as a list in running text: "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self.label("list.last", head=", ".join(items[:-1]), tail=items[-1])


@cache
def load_wording(language: str) -> Wording:
    """Load the catalogue of a language; English where there is none."""
    folder = files("probata.messages")
    catalogue = folder / f"{language.partition('-')[0].lower()}.toml"
    if not catalogue.is_file():
        catalogue = folder / "en.toml"
    tables = tomllib.loads(catalogue.read_text(encoding="utf-8"))
    words = {f"{name}.{key}": text for name, table in tables.items() for key, text in table.items()}
    return Wording(language, words)
