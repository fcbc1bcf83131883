"""The tables of this room: which variable of CSL is which field, and which words stand for it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

ARCHIVE_URL = "archive-url"
"""Where a note or heading says that this, whatever its form, is the address of an archived copy."""


def is_address(text: str) -> bool:
    """Tell an address on the network from the name of a house that keeps papers: CSL has `archive` for both."""
    return text.lower().startswith(("http://", "https://"))


@cache
def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("probata.importers").joinpath(name).read_text(encoding="utf-8"))


def table(name: str) -> Mapping[str, str]:
    """Return a table of `fields.toml`: words by words."""
    found: Mapping[str, str] = _read("fields.toml")[name]
    return found


def listed(name: str) -> frozenset[str]:
    """Return the names that a list of `fields.toml` holds."""
    return frozenset(_read("fields.toml")[name]["names"])


def headings() -> Mapping[str, str]:
    """Return the headings of spreadsheets with the variable of CSL that each stands for."""
    found: Mapping[str, str] = _read("headings.toml")["headings"]
    return found


def ris() -> Mapping[str, Mapping[str, str]]:
    """Return the tables of the form RIS: `tags` and `types`."""
    found: Mapping[str, Mapping[str, str]] = _read("ris.toml")
    return found


def endnote() -> Mapping[str, Mapping[str, str]]:
    """Return the tables of the XML of EndNote: `elements` and `types`."""
    found: Mapping[str, Mapping[str, str]] = _read("endnote.toml")
    return found


@cache
def variables() -> Mapping[str, str]:
    """Return every name that a variable is known by, in small letters with hyphens, and the variable."""
    known = [*table("texts"), *table("names"), *table("dates"), *listed("to_note"), "type", "note", "id"]
    also = {one_spelling(name): variable for name, variable in table("also").items()}
    ours = {one_spelling(field): name for group in ("texts", "names", "dates") for name, field in table(group).items()}
    return {**ours, **also, **{one_spelling(name): name for name in known}, ARCHIVE_URL: ARCHIVE_URL}


def one_spelling(name: str) -> str:
    """Return a name in small letters with hyphens: `Publisher Place` and `publisher_place` are one."""
    return "-".join(name.replace("_", " ").replace("-", " ").lower().split())
