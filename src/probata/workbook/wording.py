"""What sheets and headings are called where that differs from the words of the records: `sheets.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def names() -> Mapping[str, Any]:
    """Return the tables of the file."""
    return tomllib.loads(files("probata.workbook").joinpath("sheets.toml").read_text("utf-8"))


def words_of(key: str) -> str:
    """Return the words for a key: `collection_number` is "collection number", `archive_url` "archive URL"."""
    own: Mapping[str, str] = names()["words"]
    return own.get(key) or " ".join(own.get(word, word) for word in key.split("_"))


def key_of(words: str) -> str:
    """Return the key that words name, in any case."""
    plain = " ".join(words.lower().replace("_", " ").replace("’", "'").split())
    return _keys().get(plain) or plain.replace(" ", "_")


@cache
def _keys() -> Mapping[str, str]:
    return {said.lower(): key for key, said in names()["words"].items()}
