"""The words of the program and of its law in a language, read without the project."""

from __future__ import annotations

import re
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
def gap_in(language: str) -> re.Pattern[str]:
    """Return the pattern of a gap as a document prints it, with spaces or without."""
    pieces = words_in(language)["document"]["not_recorded"].split("{what}")
    left, right = (r"\s*".join(map(re.escape, piece.split())) for piece in pieces)
    return re.compile(rf"\[{left}[^\[\]]+{right}\]")


@cache
def law_in(language: str) -> dict[str, Any]:
    """Return the names of instruments in a language; English ones stand with the instruments themselves."""
    path = MESSAGES / "law" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
