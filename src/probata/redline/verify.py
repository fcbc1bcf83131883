"""Whether a redline holds: rejected it is the old text, accepted the new one."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import zip_longest
from typing import Final

from probata.word import WordFile, open_word
from probata.word.elements import TABLE, Element, P, w

# An independent reader: what a Word file says with its tracked changes accepted or rejected, story by story.
# It shares nothing with what makes redlines but the opening of the file, so that one fault is not made twice. Rules
# are those of ECMA-376, 17.13.5: what is deleted goes when accepted, what is inserted goes when rejected; a paragraph
# whose end goes runs on into the next; a row goes as a whole. Two paragraphs that nothing holds apart are one.


class View(StrEnum):
    """Which of the two texts is read."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


_GONE: Final = {View.ACCEPTED: frozenset((w("del"), w("moveFrom"))), View.REJECTED: frozenset((w("ins"), w("moveTo")))}
_DRAWN: Final = frozenset(("drawing", "pict", "object", "AlternateContent"))
_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_NOTES: Final = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_SILENT: Final = frozenset(("pPr", "rPr", "instrText", "delInstrText", "sdtPr", "sdtEndPr", "tblPr", "tcPr", "trPr"))
_BREAKS: Final = frozenset(("page", "column"))
"""Types of `br` on which no word depends."""
END_OF_CELL: Final = "|"
END_OF_ROW: Final = "||"


def read_stories(data: bytes, view: View) -> dict[str, list[str]]:
    """Return the paragraphs of the body and those of the notes in the order of their marks.

    A mark of a note is `[footnotes]` or `[endnotes]`, what is drawn is the sign U+FFFC, and the ends of cells and rows
    stand as lines of their own. Raises `WordFileError`.
    """
    file = open_word(data)
    reader = _Reader(file, view)
    body = reader.blocks(file.body)
    notes = {kind: list(reader.notes(kind)) for kind in ("footnotes", "endnotes")}
    return {"body": body, **notes}


class _Reader:
    def __init__(self, file: WordFile, view: View) -> None:
        self._file, self._gone = file, _GONE[view]
        self._marks: list[tuple[str, str]] = []

    def notes(self, kind: str) -> Iterator[str]:
        """Give the paragraphs of the notes whose marks were met, each note with its number before it."""
        root = self._file.root_of(kind)
        bodies = {} if root is None else {note.get(w("id"), ""): note for note in root}
        ids = [id_ for name, id_ in self._marks if name == kind]
        for number, id_ in enumerate(ids, 1):
            yield f"({number})"
            if id_ in bodies:
                yield from self.blocks(bodies[id_])

    def blocks(self, container: Element) -> list[str]:
        """Return the paragraphs of a container; an empty one at its end behind a table is left out.

        Word puts it there by itself where a file has none.
        """
        found: list[str] = []
        waiting, is_open = "", False
        for block in _flat(container):
            if block.tag == TABLE:
                found += [waiting] if waiting else []
                waiting, is_open = "", False
                found += self._table(block)
                continue
            waiting += self._text(block)
            looks = block.find(f"{w('pPr')}/{w('rPr')}")
            is_open = looks is not None and any(child.tag in self._gone for child in looks)
            if not is_open:
                found.append(waiting)
                waiting = ""
        if is_open:
            found.append(waiting)
        if found[-2:] == [END_OF_ROW, ""]:
            found.pop()
        return found

    def _table(self, table: Element) -> Iterator[str]:
        for row in _flat(table, (w("tr"),)):
            properties = row.find(w("trPr"))
            if properties is not None and any(child.tag in self._gone for child in properties):
                continue
            for cell in _flat(row, (w("tc"),)):
                yield from self.blocks(cell)
                yield END_OF_CELL
            yield END_OF_ROW

    def _text(self, element: Element) -> str:
        return "".join(self._said(child) for child in element)

    def _said(self, child: Element) -> str:
        name = str(child.tag).rpartition("}")[2]
        if child.tag in self._gone or name in _SILENT or child.get(w("type"), "") in _BREAKS:
            return ""
        if name in ("t", "delText"):
            return child.text or ""
        if child.tag in _NOTES:
            self._marks.append((_NOTES[str(child.tag)], child.get(w("id"), "")))
            return f"[{_NOTES[str(child.tag)]}]"
        if name in _DRAWN:
            return "\N{OBJECT REPLACEMENT CHARACTER}"
        if name == "sym":
            return f"<{child.get(w('char'), '')}>"
        return _SIGNS.get(name) or self._text(child)


def _flat(parent: Element, names: tuple[str, ...] = (P, TABLE)) -> Iterator[Element]:
    for child in parent:
        if child.tag in names:
            yield child
        elif str(child.tag).endswith(("}sdt", "}sdtContent", "}customXml", "}ins", "}del", "}moveTo")):
            yield from _flat(child, names)


SHOWN = 60
"""Signs of a text that an error quotes."""


class RedlineRefusedError(Exception):
    """The redline does not give back one of its two versions; the message says where."""


def verify(old: bytes, new: bytes, redline: bytes) -> None:
    """Raise `RedlineRefusedError` where the redline does not give the old text rejected and the new text accepted.

    Both files are read with their own tracked changes accepted. A no-break space counts as a space.
    """
    for name, version, view in (("old", old, View.REJECTED), ("new", new, View.ACCEPTED)):
        expected, found = read_stories(version, View.ACCEPTED), read_stories(redline, view)
        for story in expected:
            _compare(expected[story], found[story], f"with all changes {view.value}", f"the {name} version", story)


def _compare(expected: list[str], found: list[str], state: str, version: str, story: str) -> None:
    for number, (wanted, read) in enumerate(zip_longest(expected, found), 1):
        if _worded(wanted) != _worded(read):
            place = f"paragraph {number} of the {story}"
            raise RedlineRefusedError(
                f"{state}, {place} would say {_quoted(read)}; in {version} it says {_quoted(wanted)}"
            )


def _worded(text: str | None) -> str | None:
    """Return what a reader sees: of spaces, none tells whether a line may be broken there."""
    return text and text.replace("\u00a0", " ")


def _quoted(text: str | None) -> str:
    if text is None:
        return "nothing"
    return f"`{text}`" if len(text) <= SHOWN else f"`{text[:SHOWN]}…`"
