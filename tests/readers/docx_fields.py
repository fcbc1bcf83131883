"""Fields of a Word file, worked out as Word does when it updates them (ECMA-376, 17.16.5).

It does not import the project. A field whose code it does not know is an error, so that none goes unread.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import NamedTuple

from lxml import etree
from tests.readers.docx_numbers import Counter, StyleTable, val
from tests.readers.docx_text import W, numbered_marks, visible_text

PAGE_FIELDS = {"PAGE", "PAGEREF", "NUMPAGES", "TOA"}


class Field(NamedTuple):
    """A field: its code, the result that the file holds, and the result that Word would put there."""

    code: str
    cached: str
    right: str


def read_fields(data: bytes) -> list[Field]:
    """Return every field of the text and of its notes, but not those that only a layout can work out."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = ("document", "footnotes", "styles", "numbering", "settings")
        parts = {name: etree.fromstring(archive.read(f"word/{name}.xml")) for name in names}
    evaluate = _Evaluator(parts)
    found = [pair for part in ("document", "footnotes") for pair in _codes_and_results(parts[part])]
    shown = [(code, cached) for code, cached in found if code.split()[0] not in PAGE_FIELDS]
    return [Field(code, cached, evaluate(code)) for code, cached in shown]


def _codes_and_results(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Give each field at its end; one inside the result of another belongs to both, but for the number of a page."""
    stack: list[tuple[list[str], list[str]]] = []
    in_result: list[bool] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t", f"{W}p", f"{W}tab"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            stack.append(([], []))
            in_result.append(False)
        elif kind == "separate":
            in_result[-1] = True
        elif kind == "end":
            code, result = stack.pop()
            in_result.pop()
            if "".join(code).split()[0] in PAGE_FIELDS and stack:
                del stack[-1][1][-len(result) :]
            yield "".join(code).strip(), " ".join("".join(result).split())
        elif element.tag == f"{W}instrText":
            stack[-1][0].append(element.text or "")
        else:
            for place, open_result in enumerate(in_result):
                if open_result:
                    stack[place][1].append((element.text or "") if element.tag == f"{W}t" else " ")


def _nothing(_: list[str]) -> str:
    """Return what a mark for a table of authorities shows (17.16.5.66)."""
    return ""


class _Evaluator:
    def __init__(self, parts: dict[str, etree._Element]) -> None:
        self._document = parts["document"]
        self._starts = {str(s.get(f"{W}name")): s for s in self._document.iter(f"{W}bookmarkStart")}
        self._styles = StyleTable(parts["styles"])
        counter = Counter(parts["numbering"], self._styles)
        self._paragraphs = [(counter.next(p), p) for p in self._document.iter(f"{W}p")]
        self._notes = {mark: number for number, mark in numbered_marks(self._document, parts["settings"])}
        self._counts: dict[str, int] = {}

    def __call__(self, code: str) -> str:
        name, *rest = code.split()
        known: dict[str, Callable[[list[str]], str]] = {
            "NOTEREF": self._note,
            "REF": self._reference,
            "SEQ": self._sequence,
            "TOC": self._contents,
            "TA": _nothing,
        }
        return known[name](rest)

    def _note(self, words: list[str]) -> str:
        (mark,) = [run for run in self._inside(words[0]) for run in run.iter(f"{W}footnoteReference")]
        return str(self._notes[mark])

    def _reference(self, words: list[str]) -> str:
        target, *switches = words
        if switches == ["\\h"]:
            return " ".join(" ".join(visible_text(run) for run in self._inside(target)).split())
        if switches != ["\\n", "\\h"]:
            raise ValueError(words)
        start = self._starts[target]
        holder = next(start.iterancestors(f"{W}p"), start.getnext())
        (number,) = [number for number, p in self._paragraphs if p is holder]
        return number.removesuffix(".")

    def _sequence(self, words: list[str]) -> str:
        began = int(words[words.index("\\r") + 1]) - 1 if "\\r" in words else self._counts.get(words[0], 0)
        self._counts[words[0]] = began + 1
        return str(self._counts[words[0]])

    def _contents(self, words: list[str]) -> str:
        """Return the headings of the levels asked for, each with its number, one after the other."""
        deepest = int(words[words.index("\\o") + 1].strip('"').partition("-")[2])
        shown = [
            f"{number} {visible_text(paragraph)}"
            for number, paragraph in self._paragraphs
            if (level := self._outline_level(paragraph)) and int(level) < deepest
        ]
        return " ".join(" ".join(shown).split())

    def _outline_level(self, paragraph: etree._Element) -> str:
        return self._styles.inherited(val(paragraph, "pPr/pStyle"), "pPr/outlineLvl")

    def _inside(self, bookmark: str) -> Iterator[etree._Element]:
        """Give the runs between the two ends of a bookmark, which stand in one paragraph."""
        start = self._starts[bookmark]
        for element in start.itersiblings():
            if element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == start.get(f"{W}id"):
                return
            yield element
        raise ValueError(f"{bookmark} is not closed")
