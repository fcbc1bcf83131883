"""Words for one and the same thing: which field a record has for the word that somebody wrote. The words are data."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from probata.source.node import to_plain
from probata.source.yaml_reader import read_yaml

_FILE = "field_words.yaml"


def field_for(word: str, fields: Sequence[str]) -> str:
    """Return the field that has another word for what is written, the first that the words name; empty without one."""
    wanted = word.casefold().replace("-", "_").replace(" ", "_")
    for words in _lines():
        if wanted in words:
            for other in words:
                if other in fields and other != word:
                    return other
    return ""


@cache
def _lines() -> tuple[tuple[str, ...], ...]:
    node, _ = read_yaml(files("probata.model").joinpath(_FILE).read_text("utf-8"), _FILE)
    return tuple(tuple(words) for words in to_plain(node)) if node is not None else ()
