"""What a form can print of an authority: its fields, shortened as the style does, and others made from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from probata.citation.authority import Authority, CitedForm, cited_forms
from probata.citation.days import day_and_month, written_day
from probata.citation.home_abbreviations import as_at_home, name_as_at_home, names_its_court
from probata.citation.legal_style import LegalStyle
from probata.citation.place_parts import is_several
from probata.citation.recorded_words import without_added_words
from probata.citation.words import Words
from probata.document.foreign import told
from probata.document.inlines import Emph, Inlines, Text
from probata.document.walk import plain_text

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
        values[key] = _retold(texts.get(key, ()), lambda said: said.replace(_BETWEEN_PARTIES, f" {style.versus} "))
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
    return {key: _retold(text, named) if key in _NAMES else text for key, text in texts.items()}


def _with_parties(texts: Values, form: str) -> Values:
    """Return the fields of a case with one word between its parties, however it is recorded: `v.`, `vs`."""
    names = {key: text for key, text in texts.items() if key in _NAMES | {"parties"} and _is_case(form)}
    return {**texts, **{key: _retold(name, partial(_VERSUS.sub, _BETWEEN_PARTIES)) for key, name in names.items()}}


def _is_case(form: str) -> bool:
    return cited_forms()[form].group == "cases" or form == "views"


def _retold(name: Inlines, change: Callable[[str], str]) -> Inlines:
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
