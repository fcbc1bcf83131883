"""The tables of this room: which variable of CSL is which field, and which words stand for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from probata.source.shipped import shipped

ARCHIVE_URL = "archive-url"
"""Where a note or heading says that this, whatever its form, is the address of an archived copy."""


def is_address(text: str) -> bool:
    """Tell an address on the network from the name of a house that keeps papers: CSL has `archive` for both."""
    return text.lower().startswith(("http://", "https://"))


def table(name: str) -> Mapping[str, str]:
    """Return a table of `fields.toml`: words by words."""
    found: Mapping[str, str] = shipped("importers", "fields.toml")[name]
    return found


def listed(name: str) -> frozenset[str]:
    """Return the names that a list of `fields.toml` holds."""
    return frozenset(shipped("importers", "fields.toml")[name]["names"])


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
