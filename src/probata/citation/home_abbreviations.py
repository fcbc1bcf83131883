"""Reports, laws and courts as they are abbreviated at home, however they are recorded: `F 2d` and `F.2d` are one.

Each country has a file in `at_home/`, with all stops. A style says whether it keeps them (Bluebook, T1: `F.2d`, `2d
Cir.`) or leaves them out (OSCOLA 4, 2.8; OSCOLA 5, 2.6.1: `F 2d`, `2d Cir`). A form of authorities says by `home` whose
abbreviations its works have: `P` is a series of reports in England, too.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise, product

from probata.citation.legal_style import LegalStyle

_ORDINAL = re.compile(r"(\d)(?:nd|rd)\b")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")

_INITIAL_OR_NUMBER = re.compile(r"(?:[A-Z]\.)+|\d+\w+")


def as_at_home(text: str, field: str, home: str, style: LegalStyle) -> str:
    """Return an abbreviation as the style has it; as it is recorded where the style says nothing of the country.

    `field` is `series`, `code` or `court`. What the country's file does not know is left as it is in a style with
    stops, and loses them in one without.
    """
    with_stops = style.stops_at_home.get(home)
    if with_stops is None:
        return text
    known = _known(text, field, home)
    return known if with_stops else _without_stops(known)


def names_its_court(series: str, home: str) -> bool:
    """Tell whether a series of reports is of one court alone, so that the series says which; `home` may be empty."""
    return bool(home) and _letters(series) in {_letters(one) for one in _file(home)["of_one_court"]}


def name_as_at_home(name: str, home: str, style: LegalStyle) -> str:
    """Return the name of a case with the words for companies as the style has them: `Motors, Inc.`, `Motors, Inc`.

    Indigo R11.4 has them with stops, OSCOLA 4, 1.3.1 without. Other words of a name stand as recorded.
    """
    with_stops = style.stops_at_home.get(home)
    if with_stops is None:
        return name
    return _words_of_names(home).sub(r"\1." if with_stops else r"\1", name)


@cache
def _words_of_names(home: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word.removesuffix(".")) for word in _file(home)["names"])
    return re.compile(rf"\b({words})\b(?!-)\.?")


def _known(text: str, field: str, home: str) -> str:
    """Return an abbreviation with its stops; one that is known by its words alone is put together from them."""
    whole, words = _table(home)
    if found := whole.get(field, {}).get(_letters(text)):
        return found
    parts = [words.get(_letters(part)) for part in text.split()] if field != "code" else []
    known = [part for part in parts if part]
    return _joined(known) if known and len(known) == len(parts) else text


def _joined(parts: list[str]) -> str:
    """Put abbreviations together, without a space behind initials: `S.D.N.Y.`, `N.Y.2d` (Bluebook, 6.1(a))."""
    joined = parts[0]
    for before, part in pairwise(parts):
        is_closed = _INITIALS.fullmatch(before) and _INITIAL_OR_NUMBER.fullmatch(part)
        joined += part if is_closed else f" {part}"
    return joined


def _without_stops(text: str) -> str:
    """Leave out the stops; a number is parted by a space from the letters before it: `F 2d`."""
    return re.sub(r"\.(?=\d)", " ", text).replace(".", "")


def _letters(text: str) -> str:
    return re.sub(r"[.\s]", "", _ORDINAL.sub(r"\1d", text)).replace("'", "’")


@cache
def _table(home: str) -> tuple[Mapping[str, Mapping[str, str]], Mapping[str, str]]:
    """Return what is abbreviated as a whole, by field and letters, and the words of which names of courts are made."""
    table = _file(home)
    districts = [_joined([one, *state.split()]) for one, state in product(table["districts"], table["states"])]
    whole = {
        "series": table["series"],
        "code": table["code"],
        "court": [*districts, *table["states"], *table["court"]],
    }
    words = [*table["districts"], *table["states"], *table["words"]]
    return {field: _by_letters(found) for field, found in whole.items()}, _by_letters(words)


def _file(home: str) -> dict[str, list[str]]:
    return tomllib.loads(files("probata.citation").joinpath("at_home", f"{home}.toml").read_text(encoding="utf-8"))


def _by_letters(abbreviations: list[str]) -> dict[str, str]:
    return {_letters(one): one for one in abbreviations}
