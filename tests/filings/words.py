"""The words of the program and of its law in a language, read without the project."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from tests.filings.cases import ROOT

MESSAGES = ROOT / "src" / "probata" / "messages"


@cache
def words_in(language: str) -> dict[str, Any]:
    """Return the catalogue of a language, such as `words_in("fr")["label"]["command"]`."""
    return tomllib.loads((MESSAGES / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def law_in(language: str) -> dict[str, Any]:
    """Return the names of instruments in a language; English ones stand with the instruments themselves."""
    path = MESSAGES / "law" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
