"""The entries of a BibTeX file as written: their keys, lines and fields. Pandoc tells no lines, nor what it left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from probata.importers.line_numbers import LineNumbers

_BEGINS = re.compile(r"@\s*([A-Za-z]+)\s*[{(]\s*")
_KEY = re.compile(r"([^\s,{}()=\"]+)\s*,?")
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w:.+-]*)\s*=\s*")
_NO_ENTRIES = {"comment", "preamble", "string"}
_WORD = re.compile(r"[^,{}\"#]*")
_JOINED = re.compile(r"\s*#\s*")


@dataclass(slots=True)
class Entry:
    """One entry; its values are as written, without the outermost braces or quotation marks."""

    key: str
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    behind_key: int = 0
    """Place in the text behind the key and its comma."""

    names: list[tuple[str, int]] = field(default_factory=list)
    """Names of its fields in small letters as often as they stand there, with their places in the text."""


def bibtex_entries(text: str) -> list[Entry]:
    """Return the entries in their order. What cannot be made out is left out: Pandoc has read the file before."""
    return list(_entries(text))


def semicolons_as_and(value: str) -> str:
    """Return names with "and" for each semicolon outside of braces, which BibTeX takes for a part of a name."""
    depth = 0

    def read(sign: re.Match[str]) -> str:
        nonlocal depth
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        return " and" if sign[0] == ";" and not depth else sign[0]

    return re.sub(r"\\.|[{}]|;(?=\s)", read, value, flags=re.DOTALL)


def _entries(text: str) -> Iterator[Entry]:
    place = 0
    words: dict[str, str] = {}
    lines = LineNumbers(text)
    while begins := _BEGINS.search(text, place):
        place = begins.end()
        kind = begins[1].lower()
        if kind == "string" and (found := _FIELD.match(text, place)):
            words[found[1].lower()], place = _value(text, found.end(), words)
        if kind in _NO_ENTRIES:
            continue
        key = _KEY.match(text, place)
        if key is None:
            continue
        entry = Entry(key[1], lines.of(begins.start()), behind_key=key.end())
        place = key.end()
        while found := _FIELD.match(text, place):
            value, place = _value(text, found.end(), words)
            entry.fields.setdefault(found[1].lower(), value)
            entry.names.append((found[1].lower(), found.start(1)))
        yield entry


def _value(text: str, place: int, words: dict[str, str]) -> tuple[str, int]:
    """Return a value, its parts joined by `#` put together, and the place behind it; `words` are those of `@string`."""
    parts: list[str] = []
    while True:
        sign = text[place : place + 1]
        if sign == "{":
            end = _behind_braces(text, place)
            parts.append(text[place + 1 : end - 1])
        elif sign == '"':
            end = _behind_quotes(text, place)
            parts.append(text[place + 1 : end - 1])
        else:
            found = _WORD.match(text, place)
            end = found.end() if found else place
            word = text[place:end].strip()
            parts.append(words.get(word.lower(), word))
        joined = _JOINED.match(text, end)
        if not joined:
            return "".join(parts), end
        place = joined.end()


def _behind_braces(text: str, place: int) -> int:
    """Return the place behind the brace that closes the one at `place`; the end of the text where none does."""
    depth = 0
    for sign in re.compile(r"\\.|[{}]", re.DOTALL).finditer(text, place):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth == 0 and sign[0] == "}":
            return sign.end()
    return len(text)


def _behind_quotes(text: str, place: int) -> int:
    depth = 0
    for sign in re.compile(r"\\.|[{}\"]", re.DOTALL).finditer(text, place + 1):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if sign[0] == '"' and depth == 0:
            return sign.end()
    return len(text)
