"""How one manual cites legal authorities: a TOML file in `styles/`, or one that lies beside a forum.

```toml
name = "…"             # as `probata list styles` prints it
csl = "oscola"         # the CSL style for everything that is no legal authority
like = "oscola-4"      # a style of which this one names the differences only
verified = false       # true where the manual itself was read; `remark` says what was read in its place
versus = "v."          # what stands between the parties of a case in place of "v"

[ibid]                 # for an authority cited just before; an empty form: it is cited again by its later form
form = ["ibid"]
comma = false          # whether a comma stands before the place
capital = false        # whether it begins with a capital at the start of a note

[signals]
italic = true          # whether "see" and its like are in italics

[dates]                # how days are written in English, and the twelve names of months where they are shortened
day = "{day} {month} {year}"
month = "{month} {year}"

[abbreviations]        # how this style writes the name of a series or an organ
"UNTS" = "U.N.T.S."

[pinpoints.case]       # by class of authority and type of place: the form for one and for several
paragraph = [" [{}]", "each"]          # "each": every number in marks of its own
article = ["(,) art {}", "(,) arts {}"]  # "(,)": a comma, but not behind a closing bracket

[later_pinpoints]      # types whose places are written otherwise in later citations

[forms.case]           # see `form_text.py` for the language of the segments
full = ["*{name}*", " ({date})"]
later = ["*{short}*", " ({n} {note})"]  # none, or a first segment that is not known: cited in full again
within = 5             # the later form only where it was cited in one of so many notes before
```

A form may have `{pinpoint}` where the place stands inside it; otherwise the place is put at its end.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from probata.citation.authority import cited_forms
from probata.citation.form_text import Form, FormTextError, read_form

PinpointText = tuple[str, str]
"""The form for one place and the form for several."""


class LegalStyleError(Exception):
    """A style cannot be read; `str()` says why."""


@dataclass(frozen=True, slots=True)
class FormsOfKind:
    """How one kind of authority is cited."""

    full: Form
    later: Form = ()
    within: int = 0
    """The later form only where it was cited in one of so many notes before; 0: at any distance."""


@dataclass(frozen=True, slots=True)
class Ibid:
    """How what was cited just before is cited again."""

    form: Form = ()
    comma: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True)
class LegalStyle:
    """One manual, in one language."""

    id: str
    name: str
    csl: str
    verified: bool
    remark: str
    read_on: str
    versus: str = "v"
    ibid: Ibid = field(default_factory=Ibid)
    italic_signals: bool = False
    day: str = "{day} {month} {year}"
    month: str = "{month} {year}"
    months: tuple[str, ...] = ()
    """The twelve names of months, where they are not those of the language."""

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    pinpoints: Mapping[str, Mapping[str, PinpointText]] = field(default_factory=dict)
    later_pinpoints: Mapping[str, PinpointText] = field(default_factory=dict)
    forms: Mapping[str, FormsOfKind] = field(default_factory=dict)

    def of_kind(self, kind: str) -> FormsOfKind:
        """Return how a kind of authority is cited."""
        return self.forms.get(kind) or self.forms["other"]


def style_names() -> tuple[str, ...]:
    """Return the ids of the styles that come with the program."""
    found = files("probata.citation").joinpath("styles").iterdir()
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in found if entry.name.endswith(".toml")))


def load_legal_style(name: str, language: str = "en") -> LegalStyle:
    """Read a style by its id, or by the whole path of a `.toml` file. Raises `LegalStyleError`."""
    try:
        table = _merged(name, ())
        return _style(Path(name).stem, _in_language(table, language))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, FormTextError) as error:
        raise LegalStyleError(str(error)) from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise LegalStyleError(f"something is missing in it or has another form: {error}") from error


def _merged(name: str, trail: tuple[str, ...]) -> dict[str, Any]:
    if name in trail:
        raise LegalStyleError(f"`{name}` is like itself")
    own = _table(name)
    like = own.get("like")
    return _over(_merged(str(like), (*trail, name)), own) if like else own


def _table(name: str) -> dict[str, Any]:
    if name.endswith(".toml"):
        return tomllib.loads(Path(name).read_text(encoding="utf-8-sig"))
    if name not in style_names():
        raise LegalStyleError(f"there is no style `{name}`")
    return _own("styles", name)


@cache
def _own(*place: str) -> dict[str, Any]:
    found = files("probata.citation").joinpath(*place[:-1], f"{place[-1]}.toml")
    return tomllib.loads(found.read_text(encoding="utf-8"))


def _over(below: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Lay one style over another: a key in the place of a key, a class of pinpoints of a class, a form of a form."""
    joined = {**below, **own}
    for key in ("pinpoints", "forms"):
        joined[key] = {**below.get(key, {}), **own.get(key, {})}
    for key, form in own.get("forms", {}).items():
        joined["forms"][key] = {**below.get("forms", {}).get(key, {}), **form}
    return joined


def _in_language(table: dict[str, Any], language: str) -> dict[str, Any]:
    primary = language.lower().split("-")[0]
    try:
        own = _own("styles", "languages", primary)
    except FileNotFoundError:
        return table
    classes = {form.pinpoints for form in cited_forms().values()}
    places = {name: own["pinpoints"].get(name) or own["pinpoints"]["document"] for name in classes}
    ibid = own["ibid"] if table.get("ibid", {}).get("form") else {}
    return {**table, "ibid": ibid, "pinpoints": places, "later_pinpoints": {}}


def _style(name: str, table: dict[str, Any]) -> LegalStyle:
    ibid, dates = table.get("ibid", {}), table["dates"]
    return LegalStyle(
        id=name,
        name=table["name"],
        csl=table["csl"],
        verified=bool(table["verified"]),
        remark=table.get("remark", ""),
        read_on=str(table.get("read_on", "")),
        versus=table.get("versus", "v"),
        ibid=Ibid(read_form(ibid.get("form", ())), bool(ibid.get("comma")), bool(ibid.get("capital"))),
        italic_signals=bool(table.get("signals", {}).get("italic")),
        day=dates["day"],
        month=dates["month"],
        months=tuple(dates.get("months", ())),
        abbreviations=table.get("abbreviations", {}),
        pinpoints={kind: _places(places) for kind, places in table["pinpoints"].items()},
        later_pinpoints=_places(table.get("later_pinpoints", {})),
        forms={kind: _forms(_of_kind(kind, table["forms"])) for kind in cited_forms()},
    )


def _places(table: Mapping[str, list[str]]) -> dict[str, PinpointText]:
    return {kind: (texts[0], texts[-1]) for kind, texts in table.items()}


def _of_kind(kind: str, forms: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the forms of a kind; what a style does not say of it, it says of the kind that it is like."""
    like = cited_forms()[kind].like
    found = {**(_of_kind(like, forms) if like else {}), **forms.get(kind, {})}
    return found or forms["other"]


def _forms(table: Mapping[str, Any]) -> FormsOfKind:
    return FormsOfKind(read_form(table["full"]), read_form(table.get("later", ())), int(table.get("within", 0)))
