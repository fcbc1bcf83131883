"""Writes citations of legal authorities: in full, later, and just after, in one style and language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probata.citation.authority import Authority, cited_forms
from probata.citation.days import day_and_month, written_day
from probata.citation.form_text import Form, fields_of, fill
from probata.citation.legal_pinpoint import after, place_text
from probata.citation.legal_style import LegalStyle
from probata.citation.words import Words
from probata.document.foreign import told
from probata.document.inlines import Inlines, NoteRef, Pinpoint, Text
from probata.document.walk import plain_text

_BETWEEN_PARTIES = " v "
_NOT_NAMED = frozenset({"R", "The Queen", "The King", "Prosecutor", "The Prosecutor", "United States"})
"""Parties by which no case is told from another (OSCOLA 4, 2.1.2; Indigo Book R15.2.3): the other party names it."""

Values = Mapping[str, Inlines]


@dataclass(frozen=True, slots=True)
class LegalWriter:
    """Writes in one style, with the words of one language."""

    style: LegalStyle
    words: Words

    def full(self, authority: Authority, pinpoint: Pinpoint | None = None) -> Inlines:
        """Write the full citation; as it is recorded, where it is."""
        place = self._place(authority, pinpoint, later=False)
        if authority.stated:
            return after(authority.stated, place)
        form = self.style.of_kind(authority.form).full
        return self._filled(form, self._values(authority, is_whole=not place), place)

    def later(self, authority: Authority, note: NoteRef, pinpoint: Pinpoint | None = None, part: str = "") -> Inlines:
        """Write a later citation, `note` being that of the first; empty where the style cites in full again.

        `part` are the words for the part of the document that the note is in, where that is another.
        """
        form = self.style.of_kind(authority.form).later
        n = (Text(f"{part}{self.words.note}"),)
        values = {**self._values(authority, is_whole=False), "note": (note,), "n": n}
        if not form or not fill(form[:1], values):
            return ()
        return self._filled(form, values, self._place(authority, pinpoint, later=True))

    def ibid(self, authority: Authority, pinpoint: Pinpoint | None, *, starts: bool) -> Inlines:
        """Write that the same is cited again, at another place or the same; empty where the style has no such form."""
        word = fill(self.style.ibid.form, {})
        if not word:
            return ()
        place = self._place(authority, pinpoint, later=True)
        if not self.style.ibid.comma:
            place = f" {place.removeprefix('(,)').removeprefix(',').strip()}" if place else ""
        return after(word if starts or not self.style.ibid.capital else _small(word), place)

    def names(self, authority: Authority) -> Inlines:
        """Return how later citations and tables call it."""
        values = self._values(authority, is_whole=False)
        return values.get("abbreviation") or values.get("short") or values.get("name", ())

    def _filled(self, form: Form, values: Values, place: str) -> Inlines:
        if "pinpoint" in fields_of(form):
            return fill(form, {**values, "pinpoint": (Text(place.replace("(,)", ",")),) if place else ()})
        return after(fill(form, values), place)

    def _place(self, authority: Authority, pinpoint: Pinpoint | None, *, later: bool) -> str:
        if pinpoint is None or pinpoint.type == "whole":
            return ""
        own = self.style.later_pinpoints if later else {}
        forms = {**self.style.pinpoints.get(cited_forms()[authority.form].pinpoints, {}), **own}
        return place_text(pinpoint, forms, self.words)

    def _values(self, authority: Authority, *, is_whole: bool) -> dict[str, Inlines]:
        values = {key: self._shortened(text) for key, text in authority.texts.items()}
        name = plain_text(values.get("name", ()))
        values.setdefault("short", self._short(name, authority.form) if name else ())
        values["name"] = _versus(values.get("name", ()), self.style.versus)
        if not is_whole:
            values.pop("code_sections", None)
        for key, day in authority.dates.items():
            values[key] = (Text(written_day(day, self.style, self.words.language)),)
        if decided := authority.dates.get("date"):
            values["year"] = (Text(str(decided[0])),)
            values["day_and_month"] = (Text(day_and_month(decided, self.style)),) if len(decided) > 2 else ()
        return values

    def _shortened(self, text: Inlines) -> Inlines:
        shorter = self.style.abbreviations.get(plain_text(text))
        return (Text(shorter),) if shorter else text

    def _short(self, name: str, form: str) -> Inlines:
        """Return the name of a case by its first party (OSCOLA 4, 2.1.2); other works have none but a recorded one."""
        if cited_forms()[form].group != "cases" and form != "views":
            return ()
        parties = name.split(_BETWEEN_PARTIES)
        named = (party for party in parties if party not in _NOT_NAMED)
        return (Text(next(named, name)),)


def _versus(name: Inlines, versus: str) -> Inlines:
    if len(name) == 1 and isinstance(name[0], Text):
        shown = name[0].text.replace(_BETWEEN_PARTIES, f" {versus} ")
        return (Text(told(name[0].text, shown), name[0].origin),)
    return name


def _small(word: Inlines) -> Inlines:
    first = word[0]
    return (Text(f"{first.text[0].lower()}{first.text[1:]}"), *word[1:]) if isinstance(first, Text) else word
