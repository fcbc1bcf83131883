"""Words as data: the lists in `words/`, which the checks of wording compare texts with.

A further word is a line in its file, and no Python. Every pattern is a regular expression without regard to case.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from probata.source.node import to_plain
from probata.source.yaml_reader import read_yaml


class WordListError(Exception):
    """A list is missing or faulty. The lists ship with the program, so this is a fault of ours."""


@cache
def word_list(name: str) -> Mapping[str, Any]:
    """Return the list `words/<name>.yaml`, every scalar as a string; raises `WordListError` where it is faulty."""
    file = files("probata.checks").joinpath("words", f"{name}.yaml")
    node, findings = read_yaml(file.read_text("utf-8"), file.name)
    data = to_plain(node) if node is not None and not findings else None
    if not isinstance(data, dict):
        raise WordListError(f"{file.name}: {findings[0].message if findings else 'it holds no keys'}")
    return data


@cache
def any_of(name: str, key: str) -> re.Pattern[str]:
    """Return a pattern for any of the words under a key of a list, whole words without regard to case."""
    return whole_words("|".join(word_list(name)[key]))


@cache
def one_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that matches in a text where any of several does, to pass over the texts in which none does."""
    return whole_words("|".join(f"(?:{pattern})" for pattern in patterns))


def whole_words(pattern: str) -> re.Pattern[str]:
    """Return a pattern that begins and ends between words; a space in it stands for any white space."""
    spaced = re.sub(r" (?![^\[]*\])", r"\\s+", pattern)
    return re.compile(rf"(?<![\w-])(?:{spaced})(?![\w-])", re.IGNORECASE)
