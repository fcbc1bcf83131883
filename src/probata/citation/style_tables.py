"""The tables of a style file, laid over those of the style that it is like and of the language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from probata.citation.authority import cited_forms
from probata.citation.style_text import beside, style_text
from probata.diagnostics import Diagnostic


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
    english = ("between", "further_pinpoints", "later_pinpoints", "terms")
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
