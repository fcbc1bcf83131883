"""Changes of printed words as changes of the written text of a field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from probata.pull.edits import Edit
from probata.pull.fields import Form
from probata.pull.source_words import Laid
from probata.pull.stream import END_OF_LINE, Stream, key_of
from probata.word.pieces import MARK, Piece

_ENTRY: Final = re.compile(r"^(?P<indent>\s*)(?P<mark>[-*+]|\d+[.)])(?P<space>\s+)")
_KIND: Final = re.compile(r"^\{[^{}\n]*\}[ \t]*\n\Z", re.MULTILINE)
"""What is said above a paragraph of its sentences, as `{kind=context}`."""

_ODD: Final = re.compile(r"([\\*_`\[\]{}<>^~|])")
"""What Markdown would take for a sign of its own."""
_BEGINS: Final = re.compile(r"^(\s*)([-+#]|\d+[.)])(?=\s)")


@dataclass(frozen=True, slots=True)
class Written:
    """A stretch of a written text, in characters, and what shall stand there."""

    start: int
    end: int
    new: str


class CannotWriteError(Exception):
    """A change has no counterpart in the written text."""


def written_edits(
    laid: Laid, edits: Sequence[Edit], notes: Mapping[str, str], known: Mapping[str, int], form: Form
) -> list[Written]:
    """Return the changes of the written text, in their order.

    Places of `edits` count in the print that was laid. `notes` are the texts of notes that came in, by key, and `known`
    the places in the print of the things that stood there before. Raises `CannotWriteError` where one change has no
    counterpart, as that of a name printed by `{{ … }}`, of the numbers of a list, of a look where there is none.
    """
    writer = _NewWords(laid, notes, known, form)
    return [_written(laid, edit, writer) for edit in edits]


def _written(laid: Laid, edit: Edit, writer: _NewWords) -> Written:
    print_ = laid.printed.text
    held = print_[edit.start : edit.end]
    if held.strip(f" \n\t\u00a0{END_OF_LINE}"):
        return _replaced(laid, edit, writer)
    if held:
        start, end = _gap(laid, edit.start, edit.end)
        return Written(start, end, writer.write(edit.new, start))
    return _inserted(laid, edit, writer, print_[edit.start - 1 : edit.start])


def _replaced(laid: Laid, edit: Edit, writer: _NewWords) -> Written:
    found = laid.written_range(edit.start, edit.end)
    if found is None:
        raise CannotWriteError
    start, end = found
    if not edit.new.text and _is_whole_lines(laid.printed.text, edit):
        return _without_lines(laid.written, start, end)
    held, new = laid.printed.text[edit.start : edit.end], edit.new
    lead, tail = len(held) - len(held.lstrip()), len(held) - len(held.rstrip())
    if lead and new.text[:lead] == held[:lead]:
        new = new.part(lead, len(new.text))
    elif lead:
        start = _gap(laid, edit.start, edit.start + lead)[0]
    if tail and new.text.endswith(held[-tail:]):
        new = new.part(0, len(new.text) - tail)
    elif tail:
        end = _gap(laid, edit.end - tail, edit.end)[1]
    if held.startswith(MARK) and not new.text[:1].isspace():
        # The space that is written before a citation is none of print.
        start = len(laid.written[:start].rstrip(" \t"))
    return Written(start, end, writer.write(new, start))


def _is_whole_lines(text: str, edit: Edit) -> bool:
    return text[edit.start - 1 : edit.start] in ("", END_OF_LINE) and text[edit.end : edit.end + 1] in ("", END_OF_LINE)


def _without_lines(written: str, start: int, end: int) -> Written:
    """Take paragraphs or entries of a list out, with the mark before them and the empty line behind them."""
    begin = written.rfind("\n", 0, start) + 1
    if _ENTRY.match(written[begin:start] + "x"):
        start = begin
    if kind := _KIND.search(written[:start]):
        start = kind.start()
    behind = len(written) - len(written[end:].lstrip())
    return Written(start, behind, "") if behind < len(written) else Written(len(written[:start].rstrip()), end, "")


def _inserted(laid: Laid, edit: Edit, writer: _NewWords, before: str) -> Written:
    """Put new words behind the word that they touch, or before the next one where a space is between."""
    last, following = laid.before(edit.start), laid.behind(edit.start)
    new = edit.new
    if before.strip() and last:
        return Written(last.end, last.end, writer.write(new, last.end))
    if following:
        start = following.start
        if new.text.startswith(END_OF_LINE):
            start = len(laid.written[:start].rstrip())
        return Written(start, following.start, writer.write(new, start))
    if last and not laid.printed.text[edit.start :].strip():
        space = "" if new.text[:1].isspace() or not before.isspace() else before
        return Written(last.end, last.end, space + writer.write(new, last.end))
    raise CannotWriteError


def _gap(laid: Laid, start: int, end: int) -> tuple[int, int]:
    """Return the written white space between the words round a stretch of print that is white space."""
    last, following = laid.before(start), laid.behind(end)
    if last is None and not laid.printed.text[:start].strip() and following:
        return following.start, following.start
    if following is None and not laid.printed.text[end:].strip() and last:
        return last.end, last.end
    if last is None or following is None or laid.written[last.end : following.start].strip():
        raise CannotWriteError
    return last.end, following.start


@dataclass(frozen=True, slots=True)
class _NewWords:
    """Writes new words as the field writes them."""

    laid: Laid
    notes: Mapping[str, str]
    known: Mapping[str, int]
    form: Form

    def write(self, new: Stream, place: int) -> str:
        if self.form == "text":
            if new.looks.strip() or new.marks or END_OF_LINE in new.text:
                raise CannotWriteError
            return new.text
        lines = ["".join(self._line(line)) for line in _lines(new)]
        return self._break(place).join(lines)

    def _break(self, place: int) -> str:
        """Return what ends a paragraph here: an empty line, or inside a list a new entry of it."""
        line = self.laid.written[:place].rpartition("\n")[2]
        entry = _ENTRY.match(line)
        return "\n" + entry[0] if entry else "\n\n"

    def _line(self, line: Stream) -> Iterator[str]:
        marks = iter(line.marks)
        for look, text in _runs(line):
            sign = {" ": "", "i": "*", "b": "**", "x": "***"}[look]
            if self.form == "verbatim" and look in "ix":
                raise CannotWriteError
            inner = text.strip()
            lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if inner else ""
            if text == MARK:
                yield self._thing(next(marks))
            elif inner:
                words = inner if self.form == "verbatim" else _escaped(inner)
                yield f"{lead}{sign}{words}{sign}{tail}"
            else:
                yield text

    def _thing(self, piece: Piece) -> str:
        key = key_of(piece)
        if key in self.known and (written := self.laid.thing_at(self.known[key])):
            return written
        if key in self.notes and self.form == "markdown":
            return f"^[{_escaped(self.notes[key])}]"
        raise CannotWriteError


def _lines(new: Stream) -> list[Stream]:
    lines: list[Stream] = []
    start = 0
    for match in re.finditer(f"{END_OF_LINE}|$", new.text):
        lines.append(new.part(start, match.start()))
        start = match.end()
    return lines


def _runs(line: Stream) -> list[tuple[str, str]]:
    """Return the stretches of one look; each thing is one by itself."""
    runs: list[tuple[str, str]] = []
    for look, char in zip(line.looks, line.text, strict=True):
        if runs and char != MARK and runs[-1][1] != MARK and runs[-1][0] == look:
            runs[-1] = (look, runs[-1][1] + char)
        else:
            runs.append((look, char))
    return runs


def _escaped(text: str) -> str:
    return _BEGINS.sub(r"\1\\\2", _ODD.sub(r"\\\1", text))
