"""Names of instruments and of conduct in the languages that the catalogue of law does not have.

The catalogue is in English. A further language is one more file in `law/`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from probata.model.language import primary


@dataclass(frozen=True, slots=True)
class LawNames:
    """The names in one language."""

    instruments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Id of an instrument → its title, short title, abbreviation and citation, by the fields of the catalogue."""
    conduct: Mapping[str, str] = field(default_factory=dict)
    """Code of conduct → how documents call it in the middle of a sentence."""
    acts: Mapping[str, str] = field(default_factory=dict)
    """Code of conduct → the same with its article: what somebody ordered."""


@cache
def load_law_names(language: str) -> LawNames:
    """Load the names in a language; without any where there is no file for it."""
    known = {file.name: file for file in (files("probata.messages") / "law").iterdir()}
    file = known.get(f"{primary(language)}.toml")
    if file is None:
        return LawNames()
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return LawNames(tables["instrument"], tables["conduct"], tables["act"])
