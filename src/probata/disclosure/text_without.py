"""Markdown as if some records had never been in the case: without their citations, and what rests on them alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import partial

from probata.graph.case_graph import CITABLE

_BLOCKS = re.compile(r"(\n[^\S\n]*\n\s*)")
"""Between two paragraphs."""
_ITEM = re.compile(r"(?m)^(?=[^\S\n]*(?:[-*+]|\d+[.)])[^\S\n])")
_HEADING = re.compile(r"(#+)\s")
_BRACES = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_QUOTED = re.compile(r"['\"]([^'\"\n]+)['\"]")
_BRACKET = re.compile(r"[^\S\n]?(?<!\\)\[[^\[\]@]*+@[^\[\]]*+\]")
_KEY = re.compile(r"(?<![\w@])-?@([\w.:/-]*[\w/])")
_BOX = re.compile(r"(?m)^:::+[^\S\n]*\S.*$")


class TextWithout:
    """Takes what leads to records that are gone out of texts."""

    def __init__(self, gone: Mapping[str, Collection[str]]) -> None:
        """Take the ids of the records by kind."""
        self._cited = frozenset(key for kind in CITABLE for key in gone.get(kind, ()))
        self._ids = frozenset(key for keys in gone.values() for key in keys)

    def of(self, text: str) -> str | None:
        """Return a text without them, the same text where nothing in it leads to them; `None` where nothing is left.

        A paragraph or an entry of a list goes that prints such a record by its id, or that cites nothing else. A
        heading goes with all that stood below it.
        """
        if not self._ids or not any(key in text for key in self._ids):
            return text
        parts = _BLOCKS.split(text)
        blocks, between = parts[::2], [*parts[1::2], ""]
        told = [self._block(block) for block in blocks]
        if told == blocks:
            return text
        kept = _with_headings(list(zip(blocks, told, between, strict=True)))
        made = "".join(f"{block}{space}" for block, space in kept)
        whole = made if not kept or kept[-1][1] == "" else made[: len(made) - len(kept[-1][1])]
        return whole if whole.strip() else None

    def _block(self, block: str) -> str | None:
        """Return a paragraph, or a list by its entries; `None` where nothing of it may stay."""
        items = [item for item in _ITEM.split(block) if item]
        told = [one for one in map(self._paragraph, items) if one is not None]
        if not told:
            return None
        return block if told == items else "".join(told).rstrip("\n") if block[-1:] != "\n" else "".join(told)

    def _paragraph(self, text: str) -> str | None:
        if any(self._ids & set(_QUOTED.findall(braces)) for braces in _BRACES.findall(text)):
            return None
        if any(self._ids & set(re.findall(r"[\w.-]+", box)) for box in _BOX.findall(text)):
            return None
        cited = _KEY.findall(text)
        if not self._cited.intersection(cited):
            return text
        if self._cited.issuperset(cited):
            return None
        return _BRACKET.sub(partial(_cites_less, self._cited), _without_notes(text, self._cited))


def _without_notes(text: str, gone: Collection[str]) -> str:
    """Return a text without the notes, `^[...]`, all of whose citations are gone."""
    parts, at = list[str](), 0
    for start, end in _notes(text):
        cited = _KEY.findall(text[start:end])
        if start >= at and cited and all(key in gone for key in cited):
            parts.append(text[at:start])
            at = end
    return "".join((*parts, text[at:]))


def _notes(text: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"\^\[", text):
        depth = 0
        for at in range(found.end() - 1, len(text)):
            depth += {"[": 1, "]": -1}.get(text[at], 0)
            if depth == 0:
                yield found.start(), at + 1
                break


def _cites_less(gone: Collection[str], bracket: re.Match[str]) -> str:
    written = bracket[0]
    items = written[written.index("[") + 1 : -1].split(";")
    kept = [one for one in items if not any(key in gone for key in _KEY.findall(one))]
    if len(kept) == len(items):
        return written
    return f"{written[: written.index('[')]}[{';'.join(kept).strip()}]" if kept else ""


def _with_headings(blocks: list[tuple[str, str | None, str]]) -> list[tuple[str, str]]:
    """Return what is left with the space behind each, without headings below which all is gone that stood there."""
    kept: list[tuple[str, str]] = []
    for place, (written, told, space) in enumerate(blocks):
        heading = _HEADING.match(written)
        if told is None or (heading and _is_emptied(blocks[place + 1 :], len(heading[1]))):
            continue
        kept.append((told, space))
    return kept


def _is_emptied(behind: list[tuple[str, str | None, str]], depth: int) -> bool:
    """Tell whether something stood below a heading of a depth, and all of it is gone."""
    stood = False
    for written, told, _ in behind:
        heading = _HEADING.match(written)
        if heading and len(heading[1]) <= depth:
            break
        if heading:
            continue
        if told is not None:
            return False
        stood = True
    return stood
