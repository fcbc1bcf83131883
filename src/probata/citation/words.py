"""The words that the citation stage prints itself, in the document's language; read from `words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from probata.citation.place_parts import is_several
from probata.document.inlines import Pinpoint

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class PinpointForm:
    """How one type of pinpoint is written: `p. {}` for one place, `pp. {}` for several."""

    one: str
    several: str

    def fill(self, value: str) -> str:
        """Write the pinpoint; `4-6`, `4, 6` and `4 and 6` are several places."""
        return (self.several if is_several(value) else self.one).replace("{}", value)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. Make them with `load_words`, or by hand for a language of your own."""

    language: str
    cited_in: str
    """Between a source and the work that it is known through, with its comma and spaces."""

    not_recorded: str
    """Text of the gap where a source is not recorded; `{}` is its id."""

    no_note: str
    """Text of the gap where a reference leads to no note; `{}` is the name by which it was called."""

    date_unknown: str
    """For a source without a date, where no citation style is at hand."""

    archived_at: str
    """What names the archived copy of a page; `{}` is its address."""

    mark_after: str
    """Punctuation that the mark of a note follows."""

    note: str
    """The word for a note in a back-reference: `n`."""

    between: str
    """Between two works that one entry of the list of sources names."""

    paragraphs: PinpointForm
    """How paragraphs of the document itself are named in its table of authorities."""

    exhibit: str
    """Behind the first citation of a source that is exhibited; `{}` is the mark of the exhibit."""

    circa: str
    """How a date is written that is not exact; `{}` is the date."""

    first_day: str
    """The first day of a month in a date: `1er` in French."""

    colon: str
    """Between an entry of a table of authorities and the places that cite it."""

    part: str
    """Before the number of a part whose notes have numbers of their own, in a back-reference from another."""

    locators: Mapping[str, PinpointForm]
    """Types of pinpoint that Pandoc knows by this word, so that the style prints them in its own way."""

    pinpoints: Mapping[str, PinpointForm]
    """Types that no style knows; printed as they stand."""

    before_numbers: tuple[str, ...] = ()
    """Words that styles print before a number, small and without their stops; see `held_numbers`."""

    described: Mapping[str, str] = field(default_factory=dict)
    """What stands for the title of a letter or interview in a style that knows none; see `persons_named`."""

    places: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Words for one place and for several that the CSL style prints in place of those of the language."""

    leaves_places: bool = False
    """True: sources have the words of their CSL style and the language for places, and none of another manual."""

    @property
    def is_english(self) -> bool:
        """Whether they are of the language that the manuals speak of."""
        return self.language == DEFAULT_LANGUAGE

    @property
    def time(self) -> str:
        """Return the word before a time in a recording: `at`."""
        return self.pinpoints["timecode"].one.replace("{}", "").strip()

    def locator(self, pinpoint: Pinpoint | None) -> str:
        """Return the pinpoint as Pandoc reads it; empty where the type is none that styles know."""
        form = self.locators.get(pinpoint.type) if pinpoint else None
        return form.fill(pinpoint.value) if form and pinpoint else ""

    def plain(self, pinpoint: Pinpoint | None) -> str:
        """Return the pinpoint as it stands in print, for a type that no style knows; else empty.

        A type that is not in the table prints by its own name: `exhibit 4`.
        """
        if pinpoint is None or pinpoint.type in self.locators:
            return ""
        unlisted = PinpointForm(*(f"{pinpoint.type} {{}}".lstrip(),) * 2)
        return self.pinpoints.get(pinpoint.type, unlisted).fill(pinpoint.value)


def languages() -> tuple[str, ...]:
    """Return the languages that have words, as two-letter tags; what a country writes otherwise is no further one."""
    return tuple(tag for tag in _tables() if "-" not in tag)


def load_words(language: str) -> Words:
    """Return the words of a BCP 47 tag (`fr-CH` gives French); English where the language has none.

    What a country writes otherwise stands in a table of its own, `[en-US]`, and goes before that of the language.
    """
    tables = _tables()
    primary = language.lower().split("-")[0]
    found = primary if primary in tables else DEFAULT_LANGUAGE
    table = _merged(tables[found], tables.get(language, {}))
    return Words(
        language=found,
        cited_in=table["cited_in"],
        not_recorded=table["not_recorded"],
        no_note=table["no_note"],
        date_unknown=table["date_unknown"],
        archived_at=table["archived_at"],
        mark_after=table["mark_after"],
        note=table["note"],
        between=table["between"],
        paragraphs=PinpointForm(*table["paragraphs"]),
        exhibit=table["exhibit"],
        circa=table["circa"],
        first_day=table["first_day"],
        colon=table["colon"],
        part=table["part"],
        locators=_forms(table["locators"]),
        pinpoints=_forms(table["pinpoints"]),
        before_numbers=tuple(table["before_numbers"]),
        described=table.get("described", {}),
    )


def _merged(table: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    merged = {
        name: _merged(table[name], value) if isinstance(value, dict) and name in table else value
        for name, value in own.items()
    }
    return {**table, **merged}


def _forms(table: Mapping[str, list[str]]) -> dict[str, PinpointForm]:
    return {kind: PinpointForm(*pair) for kind, pair in table.items()}


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("probata.citation").joinpath("words.toml").read_text(encoding="utf-8"))
