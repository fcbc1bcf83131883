"""Reading what a redline shows from the finished Word file, so that what a page or a list says of it stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count, groupby
from typing import Final

from probata.document.counting import letters, roman
from probata.redline.looks import Look, Looks, turned, words_for
from probata.redline.shown import (
    PICTURE,
    Piece,
    Shown,
    ShownBlock,
    ShownNote,
    ShownParagraph,
    ShownRow,
    ShownTable,
    State,
)
from probata.word import WordFile, open_word
from probata.word.elements import TABLE, Element, P, decimal, value, w
from probata.word.forms import StyleChains
from probata.word.reading import is_page_break

# The numbers that Word counts by itself before paragraphs: `14.`, `(a)`, `C.2` (ECMA-376, 17.9).

_DEEPEST: Final = 9

_PLACE: Final = re.compile(r"%([1-9])")
_MOST_ROMAN: Final = 400
"""Beyond it, and for ways of counting that are not known here, a number has digits."""


@dataclass(slots=True)
class _Level:
    start: int
    form: str
    text: str
    style: str


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counts: list[int] = field(default_factory=lambda: [0] * _DEEPEST)


class Numbers:
    """Counts the paragraphs of a document in their order."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        """Take the two parts; without a numbering nothing has a number."""
        self._styles = StyleChains(styles)
        named = () if numbering is None else numbering.findall(w("abstractNum"))
        lists = {one.get(w("abstractNumId"), ""): _List(_levels(one)) for one in named}
        numbers = () if numbering is None else numbering.findall(w("num"))
        self._lists = {
            one.get(w("numId"), ""): lists[name] for one in numbers if (name := value(one, "w:abstractNumId")) in lists
        }
        self._starts = {one.get(w("numId"), ""): _starts(one) for one in numbers}

    def next(self, paragraph: Element) -> str:
        """Count a paragraph and return its number without a final stop; nothing for one that has none."""
        name, depth = self._place(paragraph)
        counted = self._lists.get(name)
        level = counted.levels.get(depth) if counted else None
        if counted is None or level is None:
            return ""
        for at, start in self._starts.pop(name, {}).items():  # a list that begins anew does so once
            counted.counts[at] = start - 1
        counted.counts[depth] = max(counted.counts[depth] + 1, level.start)
        counted.counts[depth + 1 :] = [0] * (_DEEPEST - depth - 1)
        if level.form in ("bullet", "none"):
            return ""
        return _PLACE.sub(lambda found: _shown(counted, int(found[1]) - 1), level.text).strip().removesuffix(".")

    def _place(self, paragraph: Element) -> tuple[str, int]:
        name, depth = value(paragraph, "w:pPr/w:numPr/w:numId"), decimal(value(paragraph, "w:pPr/w:numPr/w:ilvl"))
        for style in self._styles.chain(value(paragraph, "w:pPr/w:pStyle")):
            if name:
                break
            name = value(style, "w:pPr/w:numPr/w:numId")
            depth = decimal(value(style, "w:pPr/w:numPr/w:ilvl")) if depth is None else depth
            if name and depth is None and name in self._lists:
                id_ = style.get(w("styleId"), "")
                depth = next((n for n, level in self._lists[name].levels.items() if level.style == id_), 0)
        return name, min(depth or 0, _DEEPEST - 1)


def _levels(abstract: Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for one in abstract.findall(w("lvl")):
        depth, start = decimal(one.get(w("ilvl"))), decimal(value(one, "w:start"))
        if depth is not None and depth < _DEEPEST:
            form, text = value(one, "w:numFmt") or "decimal", value(one, "w:lvlText")
            found[depth] = _Level(1 if start is None else start, form, text, value(one, "w:pStyle"))
    return found


def _starts(number: Element) -> dict[int, int]:
    found: dict[int, int] = {}
    for one in number.findall(w("lvlOverride")):
        depth, start = decimal(one.get(w("ilvl"))), decimal(value(one, "w:startOverride"))
        if depth is not None and start is not None and depth < _DEEPEST:
            found[depth] = start
    return found


def _shown(counted: _List, depth: int) -> str:
    level = counted.levels.get(depth)
    number = counted.counts[depth] or (level.start if level else 1)
    form = level.form if level else "decimal"
    if form in ("lowerLetter", "upperLetter") and number:
        letter = letters(number)[:_DEEPEST]
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and number < _MOST_ROMAN:
        return roman(number).upper() if form == "upperRoman" else roman(number)
    return str(number)


# Which paragraphs are headings, by their styles.


class Outline:
    """Knows the outline level of each style."""

    def __init__(self, styles: Element | None) -> None:
        """Take the style sheet; without one no paragraph is a heading but by its own outline level."""
        self._styles = StyleChains(styles)

    def level(self, paragraph: Element) -> int:
        """Return 1 to 9 for a heading, 0 for running text."""
        holders = (paragraph, *self._styles.chain(value(paragraph, "w:pPr/w:pStyle")))
        levels = (decimal(value(one, "w:pPr/w:outlineLvl")) for one in holders)
        level = next((found for found in levels if found is not None), _DEEPEST)
        return level + 1 if level < _DEEPEST else 0


# Which paragraphs are lines of a list that is made from the text: contents, tables of authorities, an index.

_NAMES: Final = re.compile(
    r"(toc|index|contents) ?(\d|heading)|table of (figures|authorities)|toa heading|bibliography", re.IGNORECASE
)
"""Names of styles as Word has them built in, whatever its language."""


class Listings:
    """Knows the styles of such lines."""

    def __init__(self, styles: Element | None) -> None:
        """Take the style sheet; without one no line is known."""
        found = () if styles is None else styles.iter(w("style"))
        self._ids = {one.get(w("styleId"), "") for one in found if _NAMES.fullmatch(value(one, "w:name"))}

    def holds(self, paragraph: Element) -> bool:
        """Tell whether a paragraph is a line of such a list."""
        return value(paragraph, "w:pPr/w:pStyle") in self._ids


_STATES: Final[dict[str, State]] = {w("ins"): "ins", w("del"): "del"}
_SIGNS: Final = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("ptab"): "\t"}
_DRAWN: Final = frozenset(("drawing", "pict", "object", "AlternateContent"))
_NOTES: Final = (w("footnoteReference"), w("endnoteReference"))


def read_shown(data: bytes) -> Shown:
    """Return what a redline shows; raises `WordFileError` for what is no Word file."""
    return _Reader(open_word(data)).whole()


class _Reader:
    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._outline = Outline(file.root_of("styles"))
        self._listings = Listings(file.root_of("styles"))
        self._looks = Looks(file.root_of("styles"))
        self._numbers, self._old_numbers = (Numbers(file.root_of("styles"), file.root_of("numbering")) for _ in "ab")
        self._notes: dict[str, ShownNote] = {}
        self._bodies = {
            (name, one.get(w("id"), "")): one
            for kind, name in (("footnotes", _NOTES[0]), ("endnotes", _NOTES[1]))
            if (root := file.root_of(kind)) is not None
            for one in root
        }
        self._count: dict[str, int] = {"ins": 0, "del": 0}
        self._changes = count(1)

    def whole(self) -> Shown:
        return Shown(tuple(self._blocks(self._file.body)), self._notes)

    def _blocks(self, container: Element) -> Iterator[ShownBlock]:
        for child in container:
            if child.tag == P:
                paragraph = self._paragraph(child)
                if paragraph.pieces:
                    yield paragraph
            elif child.tag == TABLE:
                yield ShownTable(tuple(self._rows(child)))
            elif str(child.tag).endswith(("}sdt", "}sdtContent", "}customXml")):
                yield from self._blocks(child)

    def _rows(self, parent: Element) -> Iterator[ShownRow]:
        for row in parent.iter(w("tr")):
            if next(row.iterancestors(TABLE), None) is not parent:
                continue  # of a table in a cell
            marks = row.find(w("trPr"))
            states = [_STATES[str(one.tag)] for one in ([] if marks is None else marks) if one.tag in _STATES]
            cells = [cell for cell in row.iter(w("tc")) if next(cell.iterancestors(w("tr")), None) is row]
            name = f"change-{next(self._changes)}"
            yield ShownRow(tuple(tuple(self._blocks(cell)) for cell in cells), states[0] if states else "", name)

    def _paragraph(self, paragraph: Element) -> ShownParagraph:
        found = self._pieces(paragraph, "", self._looks.of_paragraph(paragraph))
        joined = tuple(
            replace(alike, text="".join(one.text for one in group))
            for alike, group in groupby(found, key=lambda one: replace(one, text=""))
        )
        name = f"change-{next(self._changes)}" if any(one.is_changed for one in joined) else ""
        states = {one.state for one in joined}
        number = "" if states == {"del"} else self._numbers.next(paragraph)
        # Of deleted words whose paragraph ends in both versions the looks are those of another paragraph.
        is_other = states == {"del"} and not _ends_deleted(paragraph)
        old_number = "" if is_other or states == {"ins"} else self._old_numbers.next(paragraph)
        level = 0 if is_other else self._outline.level(paragraph)
        return ShownParagraph(joined, level, name, number, old_number, self._listings.holds(paragraph))

    def _pieces(self, parent: Element, state: State, base: Look) -> Iterator[Piece]:
        looks = self._looks_of(parent, base) if parent.tag == w("r") else ((), ())
        for child in parent:
            name = str(child.tag).rpartition("}")[2]
            if child.tag in _NOTES:
                yield self._mark(child, state)
            elif name in ("t", "delText"):
                yield Piece(child.text or "", state, "", *(looks if (child.text or "").strip() else ((), ())))
            elif child.tag in _SIGNS and not is_page_break(child):
                yield Piece(_SIGNS[str(child.tag)], state)
            elif name in _DRAWN:
                yield Piece(PICTURE, state)
            elif not name.endswith("Pr"):
                yield from self._pieces(child, _STATES.get(str(child.tag), state), base)

    def _looks_of(self, run: Element, base: Look) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return how a run looks beyond its paragraph, and what turned in that."""
        properties = run.find(w("rPr"))
        if properties is None:
            return (), ()
        now = self._looks.of_run(properties, base)
        beyond = tuple(word for word in words_for(now) if word not in words_for(base))
        before = properties.find(w("rPrChange"))
        if before is None:
            return beyond, ()
        return beyond, tuple(turned(self._looks.of_run(before.find(w("rPr")), base), now))

    def _mark(self, mark: Element, state: State) -> Piece:
        for side in ("ins", "del"):
            self._count[side] += state != ("del" if side == "ins" else "ins")
        number = str(self._count["del" if state == "del" else "ins"])
        name = f"{'old-' if state == 'del' else ''}{number}"
        body = self._bodies.get((str(mark.tag), mark.get(w("id"), "")))
        self._notes[name] = ShownNote(number, () if body is None else tuple(self._blocks(body)), state)
        return Piece(number, state, name)


def _ends_deleted(paragraph: Element) -> bool:
    return paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is not None
