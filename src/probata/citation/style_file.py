"""Reads a style file; how one is written stands in `styles/README.md`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from probata.citation.authority import cited_forms, fields_of_authority
from probata.citation.legal_style import (
    FormsOfKind,
    FormTextError,
    Ibid,
    LegalStyle,
    PinpointText,
    Signals,
    fields_of,
    read_form,
)
from probata.diagnostics import Diagnostic
from probata.source.text_file import TEMPLATES, TextFile, read_text

# The text of a citation style of the user's own: a `.csl` or `.toml` file in the folder of a forum.


def style_text(path: Path) -> TextFile | Diagnostic:
    """Read the file of a style by its whole path; a file that cannot be read gives the finding that says why.

    A link is followed within the folder that holds the folder of the file, which is the templates folder, and no
    further: a forum may come from anybody.
    """
    return read_text(path.parent.parent, path, path.as_posix(), TEMPLATES)


def beside(style: str, name: str) -> str:
    """Return the whole path of the file that a style names: beside its own, whatever path it writes.

    What is no file of a style, such as `oscola`, is given back.
    """
    return (Path(style).parent / Path(name).name).as_posix() if name.endswith((".toml", ".csl")) else name


class LegalStyleError(Exception):
    """A style cannot be read; `str()` says why."""


def style_names() -> tuple[str, ...]:
    """Return the ids of the styles that come with the program."""
    found = files("probata.citation").joinpath("styles").iterdir()
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in found if entry.name.endswith(".toml")))


def merged(name: str, trail: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return a style laid over those that it is like. Raises `LegalStyleError`, or what its file raises.

    A file may be like another file beside it; what lies elsewhere is not read, whatever path it names.
    """
    if name in trail:
        raise LegalStyleError(f"`{Path(name).name}` is like itself")
    own = _table(name)
    like = own.get("like")
    return _over(merged(beside(name, str(like)), (*trail, name)), own) if like else own


def _table(name: str) -> dict[str, Any]:
    if name.endswith(".toml"):
        file = style_text(Path(name))
        if isinstance(file, Diagnostic):
            raise LegalStyleError(f"`{Path(name).name}`: {file.message}")
        return tomllib.loads(file.text)
    if name not in style_names():
        raise LegalStyleError(f"there is no style `{name}`")
    return _own("styles", name)


@cache
def _own(*place: str) -> dict[str, Any]:
    found = files("probata.citation").joinpath(*place[:-1], f"{place[-1]}.toml")
    return tomllib.loads(found.read_text(encoding="utf-8"))


def _over(below: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Lay one style over another: a key in the place of a key, in tables too, a class of pinpoints of a class."""
    joined = {**below, **own}
    for key, table in own.items():
        if isinstance(table, dict):
            joined[key] = {**below.get(key, {}), **table}
    for key, form in own.get("forms", {}).items():
        joined["forms"][key] = {**below.get("forms", {}).get(key, {}), **form}
    return joined


def in_language(table: dict[str, Any], language: str) -> dict[str, Any]:
    """Return the style with the words of a language that is not English; manuals speak of English alone.

    *Ibid*, places and their ranges, names of organs and the full forms are of the language, whatever the style; later
    forms have words of the language where it gives them. What a style has between the works of a note, "; and", is
    English too.
    """
    primary = language.lower().split("-")[0]
    try:
        own = _own("styles", "languages", primary)
    except FileNotFoundError:
        return table
    classes = {form.pinpoints for form in cited_forms().values()}
    places = {name: own["pinpoints"].get(name) or own["pinpoints"]["document"] for name in classes}
    ibid = own["ibid"] if table.get("ibid", {}).get("form") else {}
    worded: dict[str, Any] = {name: own[name] for name in ("versus", "abbreviations", "forms") if name in own}
    signals = {**table.get("signals", {}), "words": {}}
    english = ("between", "further_pinpoints", "later_pinpoints")
    return {
        **_over(table, worded),
        "ibid": ibid,
        "pinpoints": places,
        "ranges": own["ranges"],
        "signals": signals,
        **{key: {} for key in english},
    }


def of_kind(kind: str, forms: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the forms of a kind; what a style does not say of it, it says of the kind that it is like."""
    like = cited_forms()[kind].like
    found = {**(of_kind(like, forms) if like else {}), **forms.get(kind, {})}
    return found or forms["other"]


# What a style file says that no part of the program knows, such as a field with a slip in its name.

_KEYS = frozenset(
    {
        "abbreviations", "before_numbers", "between", "csl", "dates", "forms", "further_pinpoints", "ibid",
        "later_pinpoints", "like", "name", "pinpoints", "ranges", "read_on", "remark", "signals", "sources",
        "stops_at_home", "verified", "versus",
    }
)  # fmt: skip
_OF_SOURCES = frozenset({"places", "short_journals"})
_OF_FORMS = frozenset({"full", "later", "within"})


def first_fault(table: Mapping[str, Any]) -> str:
    """Return the first thing that nothing knows, in words; empty where all is known."""
    return next(_faults(table), "")


def _faults(table: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted(table.keys() - _KEYS):
        yield f"nothing is known by the name `{key}`"
    for key in sorted(table.get("sources", {}).keys() - _OF_SOURCES):
        yield f"`sources` has no `{key}`"
    if (places := table.get("sources", {}).get("places")) and places not in table["pinpoints"]:
        yield f"`sources.places` names `{places}`, and there is no `pinpoints.{places}`"
    for kind, forms in table["forms"].items():
        if kind not in cited_forms():
            yield f"`forms.{kind}` is no form of authorities"
        else:
            yield from _of_kind(kind, forms)


def _of_kind(kind: str, forms: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted(forms.keys() - _OF_FORMS):
        yield f"`forms.{kind}` has no `{key}`"
    for key in ("full", "later"):
        for name in sorted(fields_of(read_form(forms.get(key, ()))) - fields_of_authority(kind)):
            yield f"`forms.{kind}.{key}` names the field `{name}`, which that form does not have"


def load_legal_style(name: str, language: str = "en") -> LegalStyle:
    """Read a style by its id, or by the whole path of a `.toml` file. Raises `LegalStyleError`."""
    try:
        table = merged(name)
        style = _style(Path(name).stem, in_language(table, language))
    except (tomllib.TOMLDecodeError, FormTextError) as error:
        raise LegalStyleError(str(error)) from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise LegalStyleError(f"something is missing in it or has another form: {error}") from error
    if fault := first_fault(table):
        raise LegalStyleError(fault)
    return style


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
        before_numbers=tuple(table.get("before_numbers", ())),
        ibid=Ibid(read_form(ibid.get("form", ())), bool(ibid.get("comma")), bool(ibid.get("capital"))),
        signals=_signals(table.get("signals", {})),
        before_last=table.get("between", {}).get("last", ""),
        places_of_sources=_places(table["pinpoints"].get(table.get("sources", {}).get("places"), {})),
        short_journals=bool(table.get("sources", {}).get("short_journals")),
        shortens_pages=table.get("ranges", {}).get("pages") == "two",
        range_mark=table.get("ranges", {}).get("mark", "–"),
        before_last_place=table.get("ranges", {}).get("last", ""),
        day=dates["day"],
        month=dates["month"],
        months=tuple(dates.get("months", ())),
        abbreviations=table.get("abbreviations", {}),
        stops_at_home=table.get("stops_at_home", {}),
        pinpoints={kind: _places(places) for kind, places in table["pinpoints"].items()},
        later_pinpoints=_places(table.get("later_pinpoints", {})),
        further_pinpoints={kind: _places(places) for kind, places in table.get("further_pinpoints", {}).items()},
        forms={kind: _forms(of_kind(kind, table["forms"])) for kind in cited_forms()},
    )


def _signals(table: Mapping[str, Any]) -> Signals:
    kinds = tuple(tuple(kind) for kind in table.get("kinds", ()))
    return Signals(bool(table.get("italic")), tuple(table.get("small", ())), dict(table.get("words", {})), kinds)


def _places(table: Mapping[str, list[str]]) -> dict[str, PinpointText]:
    return {kind: (texts[0], texts[-1]) for kind, texts in table.items()}


def _forms(table: Mapping[str, Any]) -> FormsOfKind:
    return FormsOfKind(read_form(table["full"]), read_form(table.get("later", ())), int(table.get("within", 0)))
