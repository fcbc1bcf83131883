"""Which kind of records a table holds, by the word that the user says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from probata.model.kinds import KIND_BY_KEY, KINDS, Kind
from probata.workbook.sheets import forms_of


def kinds_of_tables() -> tuple[Kind, ...]:
    """Return the kinds whose records may come from a table."""
    return tuple(kind for kind in KINDS if kind.key not in _table("not_from_tables"))


def kind_named(word: str) -> Kind | None:
    """Return the kind that a word means: its key, the name of its sheet, one of it, or another usual word."""
    key = _words().get(" ".join(word.replace("_", " ").casefold().split()))
    return KIND_BY_KEY[key] if key else None


def instead_of_a_table(kind: Kind) -> str:
    """Return what to do where no table is taken in for a kind; empty where one is."""
    return _table("not_from_tables").get(kind.key, "")


@cache
def _words() -> Mapping[str, str]:
    return {**_table("words"), **dict(_own_words())}


def _own_words() -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        for word in (kind.key, kind.singular, f"{kind.singular}s", forms_of(kind.key)[0].name):
            yield word.casefold(), kind.key


@cache
def _table(name: str) -> Mapping[str, str]:
    text = files("probata.importers.records").joinpath("kinds.toml").read_text(encoding="utf-8")
    found: Mapping[str, str] = tomllib.loads(text)[name]
    return found
