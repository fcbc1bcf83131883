"""Markdown as if some records had never been in the case: without their citations, and what rests on them alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import partial

from probata.disclosure.name_search import NameSearch
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

    def __init__(self, gone: Mapping[str, Collection[str]], names: NameSearch | None = None) -> None:
        """Take the ids of the records by kind, and who may not be named: a paragraph that names one of them goes.

        With names, one that cites such a record goes too, whatever else it cites: it tells what this one said.
        """
        self._names = names
        self.lost: list[str] = []
        """Paragraphs that went, as they were written."""
        self._cited = frozenset(key for kind in CITABLE for key in gone.get(kind, ()))
        self._ids = frozenset(key for keys in gone.values() for key in keys)

    def of(self, text: str) -> str | None:
        """Return a text without them, the same text where nothing in it leads to them; `None` where nothing is left.

        A paragraph or an entry of a list goes that prints such a record by its id, or that cites nothing else. A
        heading goes with all that stood below it, and so does what leads to a paragraph that goes, with a colon. What
        stands below a heading that names somebody goes with it.
        """
        if not any(key in text for key in self._ids) and not self._is_naming(text):
            return text
        parts = _BLOCKS.split(text)
        blocks, between = parts[::2], [*parts[1::2], ""]
        told = [self._block(block) for block in blocks]
        own = list(told)
        _take_below(blocks, told)
        for place in range(len(told) - 2, -1, -1):
            if blocks[place].rstrip().endswith(":") and told[place + 1] is None:
                told[place] = None
        self.lost += [
            block for block, was, one in zip(blocks, own, told, strict=True) if was is not None and one is None
        ]
        if told == blocks:
            return text
        kept = _with_headings(list(zip(blocks, told, between, strict=True)))
        made = "".join(f"{block}{space}" for block, space in kept)
        whole = made if not kept or kept[-1][1] == "" else made[: len(made) - len(kept[-1][1])]
        return whole if whole.strip() else None

    def cited_alone(self, text: str) -> str | None:
        """Return the paragraphs of a text that cite something, with their headings; `None` where there are none.

        The others rest on what is said of the text as a whole, which is gone.
        """
        parts = _BLOCKS.split(text)
        blocks, between = parts[::2], [*parts[1::2], ""]
        told = [one if _HEADING.match(one) or _KEY.search(one) else None for one in blocks]
        self.lost += [block for block, one in zip(blocks, told, strict=True) if one is None]
        made = "".join(
            f"{block}{space}" for block, space in _with_headings(list(zip(blocks, told, between, strict=True)))
        )
        return made.rstrip() or None

    def _block(self, block: str) -> str | None:
        """Return a paragraph, or a list by its entries; `None` where nothing of it may stay."""
        items = [item for item in _ITEM.split(block) if item]
        made = [self._paragraph(item) for item in items]
        self.lost += [item for item, one in zip(items, made, strict=True) if one is None]
        told = [one for one in made if one is not None]
        if not told:
            return None
        return block if told == items else "".join(told).rstrip("\n") if block[-1:] != "\n" else "".join(told)

    def _paragraph(self, text: str) -> str | None:
        if any(self._ids & set(_QUOTED.findall(braces)) for braces in _BRACES.findall(text)):
            return None
        if any(self._ids & set(re.findall(r"[\w.-]+", box)) for box in _BOX.findall(text)):
            return None
        if self._is_naming(text):
            return None
        cited = _KEY.findall(text)
        if not self._cited.intersection(cited):
            return text
        if self._names or self._cited.issuperset(cited):
            return None
        return _BRACKET.sub(partial(_cites_less, self._cited), _without_notes(text, self._cited))

    def _is_naming(self, text: str) -> bool:
        return bool(self._names and self._names.found(text))


def _take_below(blocks: list[str], told: list[str | None]) -> None:
    """Take what stands below a heading that is gone already, up to the next of its depth."""
    depth = 0
    for place, block in enumerate(blocks):
        heading = _HEADING.match(block)
        depth = 0 if heading and len(heading[1]) <= depth else depth
        depth = len(heading[1]) if heading and not depth and told[place] is None else depth
        told[place] = None if depth else told[place]


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
