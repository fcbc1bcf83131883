"""Writes citations of legal authorities: in full, later, and just after, in one style and language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from probata.citation.authority import Authority, cited_forms
from probata.citation.legal_style import Form, LegalStyle, PinpointText, fields_of, fill
from probata.citation.legal_values import Values, values_of, without_added_words, without_leading_mark
from probata.citation.pinpoints import COMMA, after, further_places, place_text
from probata.citation.words import Words
from probata.document.inlines import Emph, Inlines, NoteRef, Pinpoint, Text
from probata.document.walk import plain_text


@dataclass(frozen=True, slots=True)
class Apart:
    """What tells a case from another that is cited and has its short name."""

    added: str = ""
    """The year, day or number that stands behind the name."""

    by_parties: bool = False
    """Whether the whole name, with both parties, stands in place of the short one."""


@dataclass(frozen=True, slots=True)
class LegalWriter:
    """Writes in one style, with the words of one language."""

    style: LegalStyle
    words: Words

    def full(self, authority: Authority, pinpoint: Pinpoint | None = None, *, is_named: bool = False) -> Inlines:
        """Write the full citation; as it is recorded, where it is; without its name where the text names it."""
        place = self._place(authority, pinpoint, later=False)
        if authority.stated:
            return after(authority.stated, place)
        form = self.style.of_kind(authority.form).full
        values = self._values(authority, is_whole=not place, is_named=is_named)
        written = without_leading_mark(self._filled(form, values, place))
        if is_named and not written:  # of some works nothing but the name is printed
            return self.full(authority, pinpoint)
        return written

    def later(
        self,
        authority: Authority,
        note: NoteRef,
        pinpoint: Pinpoint | None = None,
        part: str = "",
        apart: Apart | None = None,
    ) -> Inlines:
        """Write a later citation, `note` being that of the first; empty where the style cites in full again.

        `part` is the number of the part of the document that the note is in, where that is another: no form is used
        that would give the number of the note without it. `apart` tells it from another case cited that has the same
        short name.
        """
        form = self.style.of_kind(authority.form).later
        if part and "note" in fields_of(form) and not fields_of(form) & {"n", "part"}:
            return ()
        n = f"{self.words.part} {part} {self.words.note}" if part else self.words.note
        place = self._place(authority, pinpoint, later=True)
        values = {**self._values(authority, is_whole=not place), "note": (note,), "n": (Text(n),)}
        values["part"] = (Text(part),) if part else ()
        if apart:
            values |= _distinguished(form, values, apart)
        if not form or not fill(form[:1], values):
            return ()
        return self._filled(form, values, place)

    def ibid(self, authority: Authority, pinpoint: Pinpoint | None, *, starts: bool) -> Inlines:
        """Write that the same is cited again, at another place or the same; empty where the style has no such form."""
        word = self.ibid_alone(starts=starts)
        if not word:
            return ()
        return self.behind(word, self._place(authority, pinpoint, later=True))

    def behind(self, word: Inlines, place: str) -> Inlines:
        """Put a place behind what stands for a work, *ibid* or its number, with a comma where the style has one."""
        if not self.style.ibid.comma:
            place = f" {place.removeprefix(COMMA).removeprefix(',').strip()}" if place else ""
        return after(word, place)

    def ibid_alone(self, *, starts: bool) -> Inlines:
        """Return the word for what was cited just before, at the same place; empty where the style has none."""
        word = fill(self.style.ibid.form, {})
        return word if starts or not self.style.ibid.capital else _small(word)

    def names(self, authority: Authority) -> Inlines:
        """Return how later citations and tables call it."""
        values = self._values(authority, is_whole=False)
        return values.get("abbreviation") or values.get("short") or values.get("name", ())

    def _filled(self, form: Form, values: Values, place: str) -> Inlines:
        if not fields_of(form) & {"pinpoint", "place"}:
            return after(fill(form, values), place)
        places = {"pinpoint": place.replace(COMMA, ","), "place": place.removeprefix(COMMA).removeprefix(",")}
        written = {key: (Text(text),) if text else () for key, text in places.items()}
        return fill(form, {**values, **written})

    def _place(self, authority: Authority, pinpoint: Pinpoint | None, *, later: bool) -> str:
        own = self.style.later_pinpoints if later else {}
        return self.place_in(cited_forms()[authority.form].pinpoints, pinpoint, own)

    def place_in(self, kind: str, pinpoint: Pinpoint | None, own: Mapping[str, PinpointText] | None = None) -> str:
        """Write a place in a class of works, `own` before what the style says of the class; empty for the whole."""
        if pinpoint is None or pinpoint.type == "whole":
            return ""
        return place_text(pinpoint, self.style.places(kind, own), self.words, self.style)

    def place_next_to(self, kind: str, pinpoint: Pinpoint | None) -> str:
        """Write a place that stands behind another in the same work."""
        return further_places((pinpoint,), self.style.places(kind), self.words, self.style) if pinpoint else ""

    def _values(self, authority: Authority, *, is_whole: bool, is_named: bool = False) -> Values:
        return values_of(authority, self.style, self.words, is_whole=is_whole, is_named=is_named)


def capitalised(inlines: Inlines, authority: Authority) -> Inlines:
    """Give a capital to words of the style at the start of a note, `General comment No. 15`; a name keeps its own."""
    first = inlines[0] if inlines else None
    texts = without_added_words(authority.texts, authority.form)
    names = (plain_text(text) for text in (*texts.values(), authority.stated))
    if not isinstance(first, Text) or first.origin is not None or any(first.text.startswith(n) for n in names if n):
        return inlines
    return (replace(first, text=f"{first.text[:1].upper()}{first.text[1:]}"), *inlines[1:])


def _distinguished(form: Form, values: Values, apart: Apart) -> Values:
    if apart.by_parties:
        return {"short": values["name"]}
    printed = plain_text(fill(form, values))  # a number that the form has anyway is not printed twice
    is_there = re.search(rf"(?<![\w/]){re.escape(apart.added)}(?![\w/])", printed)
    return {} if is_there else {"apart": (Text(apart.added),)}


def _small(word: Inlines) -> Inlines:
    first = word[0]
    if isinstance(first, Emph):
        return (replace(first, inlines=_small(first.inlines)), *word[1:])
    return (Text(f"{first.text[0].lower()}{first.text[1:]}"), *word[1:]) if isinstance(first, Text) else word
