"""What a form can print of an authority: its fields, shortened as the style does, and others made from them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, partial
from importlib.resources import files
from itertools import pairwise, product

from babel import Locale
from babel.dates import format_date, format_skeleton, get_month_names

from probata.citation.authority import Authority, CitedForm, Day, cited_forms
from probata.citation.legal_style import LegalStyle
from probata.citation.place_parts import is_several
from probata.citation.words import Words
from probata.document.foreign import told
from probata.document.inlines import Emph, Inlines, Text
from probata.document.walk import plain_text

# Days in citations of authorities, as precise as they are recorded.


def written_day(day: Day, style: LegalStyle, words: Words) -> str:
    """Write a day, a month or a year; in English as the style does, in other languages as the language does."""
    if len(day) == 1:
        return str(day[0])
    locale = Locale.parse(words.language.split("-")[0])
    if locale.language == "en":
        pattern = style.day if len(day) > 2 else style.month
        return pattern.format(year=day[0], month=_month(day, style), day=day[-1])
    found = date(day[0], day[1], day[2] if len(day) > 2 else 1)
    if len(day) == 2:
        return format_skeleton("yMMMM", found, locale=locale)
    written = format_date(found, "long", locale)
    return re.sub(r"^1\b", words.first_day, written) if day[2] == 1 else written


def day_and_month(day: Day, style: LegalStyle) -> str:
    """Write the day without its year, `June 27`; empty where the day is not recorded."""
    return f"{_month(day, style)} {day[2]}" if len(day) > 2 else ""


def _month(day: Day, style: LegalStyle) -> str:
    return (style.months or _english_months())[day[1] - 1]


@cache
def _english_months() -> tuple[str, ...]:
    return tuple(get_month_names("wide", locale="en")[month] for month in range(1, 13))


# Reports, laws and courts as they are abbreviated at home, however they are recorded: `F 2d` and `F.2d` are one.
# Each country has a file in `at_home/`, with all stops. A style says whether it keeps them (Bluebook, T1: `F.2d`, `2d
# Cir.`) or leaves them out (OSCOLA 4, 2.8; OSCOLA 5, 2.6.1: `F 2d`, `2d Cir`). A form of authorities says by `home`
# whose abbreviations its works have: `P` is a series of reports in England, too.

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
    whole = {"series": table["series"], "code": table["code"], "court": [*districts, *table["states"], *table["court"]]}
    words = [*table["districts"], *table["states"], *table["words"]]
    return {field: _by_letters(found) for field, found in whole.items()}, _by_letters(words)


def _file(home: str) -> dict[str, list[str]]:
    return tomllib.loads(files("probata.citation").joinpath("at_home", f"{home}.toml").read_text(encoding="utf-8"))


def _by_letters(abbreviations: list[str]) -> dict[str, str]:
    return {_letters(one): one for one in abbreviations}


# Words recorded with a number or a name that every form adds itself: `App no 12/34`, `concerning X`.

_BARE = frozenset({"statutory_instrument", "foreign_law", "other"})
"""Kinds whose number stands as it is recorded."""

_OF_NUMBER = re.compile(
    r"^(?:(?:app(?:lication|l)?s?|(?:joined )?cases?|communication|comm|opinion|resolution|res|"
    r"executive order|exec\.? order|public law|pub\.? l|general comment)\b\.?\s+)?"
    r"(?:(?:nos?|numbers?)\b\.?\s*|n°\s*)?(?=\S*\d|[A-Z]{2})",
    re.IGNORECASE,
)
_OF_SYMBOL = re.compile(r"^U\.?N\.? Doc\.? ", re.IGNORECASE)
_CONCERNING = re.compile(r"^concerning ", re.IGNORECASE)
_BRITISH = re.compile(r"^(\d{4}) (?=(?:UK|EW|NI)[A-Z]|CSIH\b|CSOH\b|HCJAC\b)")
"""A neutral citation without the brackets that its year has in the United Kingdom; Canada has none."""


def without_added_words(texts: Mapping[str, Inlines], kind: str, year: str = "") -> dict[str, Inlines]:
    """Take off what the forms of a kind add, and bracket the year of a British neutral citation.

    `year` is that of the date recorded: behind the number of a resolution, `1373 (2001)`, it is said by the date, which
    each style prints in its own place. Another year, and one without a date, stays.
    """
    found = dict(texts)
    if kind not in _BARE:
        found |= _changed(texts, "number", _OF_NUMBER)
    elif _numbers_in(texts, "number") <= _numbers_in(texts, "name"):
        found.pop("number", None)  # "Decree 41 on appointments" need not say "Decree 41" again, in whatever language
    if kind == "un_resolution" and year:
        found |= _changed(found, "number", re.compile(rf"(?<=\d) ?\({year}\)$"))
    if kind == "wgad_opinion":
        found |= _changed(texts, "name", _CONCERNING)
    return found | _changed(texts, "symbol", _OF_SYMBOL) | _changed(texts, "neutral_citation", _BRITISH, r"[\1] ")


def _numbers_in(texts: Mapping[str, Inlines], key: str) -> set[str]:
    """Return the numbers in a field; of one without a number what stands there."""
    text = plain_text(texts.get(key, ()))
    return set(re.findall(r"\d+", text)) or {text}


def _changed(texts: Mapping[str, Inlines], key: str, words: re.Pattern[str], into: str = "") -> dict[str, Inlines]:
    text = texts.get(key, ())
    if len(text) != 1 or not isinstance(text[0], Text):
        return {}
    shown = words.sub(into, text[0].text)
    return {key: (replace(text[0], text=told(text[0].text, shown)),)}


_OF_HOME = frozenset({"series", "code", "court"})
"""Fields that are abbreviated as at home."""
_NAMES = frozenset({"name", "short", "known_as"})
Values = Mapping[str, Inlines]

_NAMED_NUMBER = re.compile(r"\b(?:Nos?|nos?|Application|Petition|Appeal)\b")
"""What a number has that says itself what it is: `CPLA No. 1010-L/2022`."""
_BARE_NUMBER = re.compile(r"(?:No\.?|N[°º]\.?|Núm\.?)\s*(\d\S*)", re.IGNORECASE)
"""The number of a law that nothing but the word for numbers stands before: each style has its own, `No. 12`."""
_BETWEEN_PARTIES = " v "
_VERSUS = re.compile(r" (?:vs?\.|vs) ")
"""The same as reporters and databases write it: each style prints its own."""
_NOT_NAMED = frozenset({"R", "R.", "The Queen", "The King", "Prosecutor", "The Prosecutor", "United States"})
"""Parties by which no case is told from another (OSCOLA 4, 2.1.2; Indigo Book R15.2.3): the other party names it."""
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_JUDICIAL_REVIEW = re.compile(r"^R \((.+)\)$")
"""The party for whom the Crown brings it, which names the case (OSCOLA 5, 2.1.2)."""

_NUMBERED_ON = frozenset({"UNSC", "Security Council", "UN Security Council", "United Nations Security Council"})
"""Organs that number their resolutions through the years, so that the year stands behind: `1325 (2000)`."""


def values_of(authority: Authority, style: LegalStyle, words: Words, *, is_whole: bool, is_named: bool) -> Values:
    """Return every field that is known; without its name where the text names it, `is_named`."""
    form = cited_forms()[authority.form]
    home = form.home
    year = str(authority.dates["date"][0]) if "date" in authority.dates else ""
    recorded = without_added_words(authority.texts, authority.form, year)
    texts = _with_parties(_named(recorded, form, style), authority.form)
    values = {key: _shortened(text, style, key, home) for key, text in texts.items()}
    name = plain_text(texts.get("name", ()))
    values.setdefault("short", _short(name, authority.form) if name else ())
    for key in ("name", "parties"):
        values[key] = _restated(texts.get(key, ()), lambda said: said.replace(_BETWEEN_PARTIES, f" {style.versus} "))
    values["title_on"] = values["name"] if name.startswith("on ") else ()
    values |= _numbers(values) | _code(authority, style, is_whole=is_whole)
    series = plain_text(authority.texts.get("series", ()))
    values["unnamed_court"] = () if names_its_court(series, home) else values.get("court", ())
    values["first_page"] = values.get("page", ()) if is_whole else ()
    for key, day in authority.dates.items():
        shown = written_day(day, style, words)
        values[key] = (Text(words.circa.replace("{}", shown) if key in authority.about else shown),)
    values |= _days(authority, style, name, words)
    return {
        key: text for key, text in values.items() if not (is_named and key in {"name", "native", "parties", "title_on"})
    }


def _named(texts: Values, form: CitedForm, style: LegalStyle) -> Values:
    """Return the fields of an authority with the words in the name of a case as they are abbreviated at home."""
    if form.group != "cases" or not form.home:
        return texts
    named = partial(name_as_at_home, home=form.home, style=style)
    return {key: _restated(text, named) if key in _NAMES else text for key, text in texts.items()}


def _with_parties(texts: Values, form: str) -> Values:
    """Return the fields of a case with one word between its parties, however it is recorded: `v.`, `vs`."""
    names = {key: text for key, text in texts.items() if key in _NAMES | {"parties"} and _is_case(form)}
    return {**texts, **{key: _restated(name, partial(_VERSUS.sub, _BETWEEN_PARTIES)) for key, name in names.items()}}


def _is_case(form: str) -> bool:
    return cited_forms()[form].group == "cases" or form == "views"


def _restated(name: Inlines, change: Callable[[str], str]) -> Inlines:
    """Return a name in other characters where it is one text; any other as it is."""
    if len(name) == 1 and isinstance(name[0], Text):
        return (Text(told(name[0].text, change(name[0].text)), name[0].origin),)
    return name


def _numbers(values: Values) -> dict[str, Inlines]:
    """Return several numbers of one work apart from one, for `App Nos` and `App No`, and one that has such a word.

    One that has no other word is there without it too, for styles that have their own.
    """
    number = values.get("number", ())
    written = plain_text(number)
    found: dict[str, Inlines] = {"numbers": number} if re.search(r", | and ", written) else {}
    if bare := _BARE_NUMBER.fullmatch(written):
        found["bare_number"] = (Text(bare[1]),)
    return {**found, "named_number": number} if _NAMED_NUMBER.search(written) else found


def _code(authority: Authority, style: LegalStyle, *, is_whole: bool) -> dict[str, Inlines]:
    """Return the title of a code and the sections that hold the whole; a place in it stands instead of them."""
    found: dict[str, Inlines] = {"code_sections": ()}
    number, _, code = plain_text(authority.texts.get("code", ())).partition(" ")
    if code:
        home = cited_forms()[authority.form].home
        found["code"] = (Text(f"{number} {plain_text(_shortened((Text(code),), style, 'code', home))}"),)
    if is_whole and (sections := plain_text(authority.texts.get("code_sections", ()))):
        key = "code_sections" if is_several(sections) else "code_section"
        found[key] = (Text(sections.replace("–", style.range_mark)),)
    return found


def _days(authority: Authority, style: LegalStyle, name: str, words: Words) -> dict[str, Inlines]:
    found: dict[str, Inlines] = {}
    if day := authority.dates.get("date"):
        year = str(day[0])
        found["year"] = (Text(words.circa.replace("{}", year) if "date" in authority.about else year),)
        report = plain_text(authority.texts.get("report", ()))
        # Series A is numbered through, so that the year stands before it (OSCOLA 4, 2.7.1); `ECHR 1998–VIII` has one.
        found["report_year"] = () if _YEAR.search(report) else found["year"]
        found["unnamed_year"] = () if str(day[0]) in name else found["year"]
        organ = plain_text(authority.texts.get("court", ()))
        found["council_year"] = found["year"] if organ in _NUMBERED_ON else ()
        found["day_and_month"] = (Text(day_and_month(day, style)),) if len(day) > 2 else ()
    adopted = authority.dates.get("adopted")
    if adopted and adopted == authority.dates.get("in_force"):
        found["adopted_and_in_force"] = (Text(written_day(adopted, style, words)),)
    return found


def _shortened(text: Inlines, style: LegalStyle, field: str, home: str) -> Inlines:
    """Return a field as the style abbreviates it, as it is recorded or as it is known at home."""
    written = plain_text(text)
    if shorter := style.abbreviations.get(written):
        return _in_italics(shorter)
    found = as_at_home(written, field, home, style) if field in _OF_HOME else written
    return (Text(found),) if found != written else text


def _in_italics(name: str) -> Inlines:
    """Return a name of a style's own table, with italics between asterisks: `Nations Unies, *Recueil des Traités*`."""
    pieces = name.split("*")
    return tuple(Emph((Text(one),)) if place % 2 else Text(one) for place, one in enumerate(pieces) if one)


def _short(name: str, form: str) -> Inlines:
    """Return the name of a case by its first party (OSCOLA 4, 2.1.2); other works have none but a recorded one."""
    if not _is_case(form):
        return ()
    parties = name.split(_BETWEEN_PARTIES)
    named = next((party for party in parties if party not in _NOT_NAMED), name)
    crown = _JUDICIAL_REVIEW.match(named)
    return (Text(crown[1] if crown else named),)


def without_leading_mark(inlines: Inlines) -> Inlines:
    """Take off the comma or space with which a citation begins whose first field is not printed."""
    first = inlines[0] if inlines else None
    if isinstance(first, Text) and (first.text[:1] in {",", " "}):
        rest = str(first.text).lstrip(", ")
        return ((Text(rest),) if rest else ()) + inlines[1:]
    return inlines
