"""A legal authority as the citation stage takes it: what is known of it, and the form by which it is cited."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from probata.document.inlines import Inlines, Text
from probata.document.walk import plain_text

Day = tuple[int, ...]
"""Year, or year and month, or year, month and day."""


@dataclass(frozen=True, slots=True)
class Authority:
    """A treaty, statute, judgment or UN document, cited in a form of our own.

    CSL's legal types are poor and styles differ in what they do with them, so no CSL style is asked.
    """

    form: str
    """Id of the form by which it is cited; see `forms/`."""

    texts: Mapping[str, Inlines] = field(default_factory=dict)
    """What is known of it by the names that forms use: `name`, `number`, `court`. Literal, whatever it looks like."""

    dates: Mapping[str, Day] = field(default_factory=dict)
    """Its days by the names that forms use: `date`, `adopted`; no more precise than they are recorded."""

    about: frozenset[str] = frozenset()
    """Names of the days that are not exact."""

    stated: Inlines = ()
    """The full citation as it is recorded, which every style then prints as it stands; empty where none is."""

    group: str = ""
    """Heading in a table of authorities below that of its form, such as the court."""


@dataclass(frozen=True, slots=True)
class CitedForm:
    """A kind of authority: what a citation of it needs, and where it stands in a table of authorities."""

    id: str
    name: str
    group: str
    needs: tuple[str, ...]
    may_have: tuple[str, ...]
    pinpoints: str
    """Class of pinpoints, by which a style writes places in it."""

    like: str = ""
    """The form that a style uses which has none for this kind."""

    needs_one_of: tuple[tuple[str, ...], ...] = ()
    """Fields, or groups of fields, of which one must be there besides `needs`; empty where `needs` is enough."""

    places: frozenset[str] = frozenset()
    """Types of places that a work of this kind can have; empty where nothing is known of it, and any may be there."""

    called: str = ""
    """What a work of this kind is called beside its name, which says its subject alone; `{number}` is its number."""

    pages_of_series: bool = False
    """Whether its pages are those of the series that it is published in, so that none comes before the first there."""

    home: str = ""
    """The country whose abbreviations its series and courts have; see `legal_values.py`."""

    @property
    def fields(self) -> frozenset[str]:
        """Every field that it needs or may have."""
        return frozenset((*self.needs, *self.may_have, *(name for group in self.needs_one_of for name in group)))


@cache
def cited_forms() -> Mapping[str, CitedForm]:
    """Return every kind of authority by its id: one for each file in `forms/`.

    A kind that names no places has those of the kind that it is `like`.
    """
    found = (entry for entry in files("probata.citation").joinpath("forms").iterdir() if entry.name.endswith(".toml"))
    tables = {entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8")) for entry in found}
    return {key: _form(key, {**_places_of_like(table, tables), **table}) for key, table in sorted(tables.items())}


def whole_name(authority: Authority) -> Inlines:
    """Return what it is called with its name, which of some kinds says the subject alone; empty where it has none."""
    name, called = authority.texts.get("name", ()), cited_forms()[authority.form].called
    number = plain_text(authority.texts.get("number", ()))
    return (Text(f"{called.format(number=number)}, "), *name) if name and called and number else name


def _places_of_like(table: Mapping[str, object], tables: Mapping[str, Mapping[str, object]]) -> Mapping[str, object]:
    like = tables.get(str(table.get("like", "")), {})
    return {"places": like["places"]} if "places" in like else {}


_MADE_FROM = {
    "name": ("short", "title_on"),
    "published_in": ("series", "series_year", "volume", "page", "first_page", "unnamed_court"),
    "date": ("year", "unnamed_year", "council_year", "report_year", "day_and_month"),
    "number": ("numbers", "named_number", "bare_number"),
    "code_sections": ("code_section",),
    "in_force": ("adopted_and_in_force",),
}
"""Fields that are made from others; see `legal_values.py`."""
_ALWAYS = frozenset({"n", "note", "part", "apart", "pinpoint", "place", "short", "court", "state", "url"})


def fields_of_authority(kind: str) -> frozenset[str]:
    """Return the names of the fields for which a form of this kind may have a place."""
    form = cited_forms()[kind]
    known = form.fields
    made = (name for key in known for name in _MADE_FROM.get(key, ()))
    return _ALWAYS | (known - {"published_in"}) | frozenset(made)


def _form(key: str, table: Mapping[str, object]) -> CitedForm:
    def words(name: str) -> tuple[str, ...]:
        found = table.get(name, [])
        return tuple(str(one) for one in found) if isinstance(found, list) else ()

    return CitedForm(
        id=key,
        name=str(table["name"]),
        group=str(table["group"]),
        needs=words("needs"),
        may_have=words("may_have"),
        pinpoints=str(table["pinpoints"]),
        like=str(table.get("like", "")),
        needs_one_of=tuple(tuple(group.split(" and ")) for group in words("needs_one_of")),
        places=frozenset(words("places")),
        called=str(table.get("called", "")),
        home=str(table.get("home", "")),
        pages_of_series=table.get("pages_of_series") is True,
    )
