"""A place in one of the user's files."""

from __future__ import annotations

from collections.abc import Mapping

from probata.diagnostics.value import value

_IN_A_SHEET = ".xlsx#"
"""What stands between the file and the sheet in the path of a cell."""
_IN_WORD = ".docx#"
"""What stands between the file and the heading in the path of a paragraph of Word."""
_LETTERS = 26


@value(order=True)
class Span:
    """A stretch of a text file, from its first character to just after its last.

    Lines and columns count from 1 and columns count characters, not bytes. A whole
    file is line 1, column 1, with an empty length. In a workbook the path has the sheet behind it, `case.xlsx#People`,
    and lines and columns are those of the cell. In a Word file it has the heading above behind it,
    `template.docx#Particulars`, or nothing behind the sign before the first, and the line is the number of the
    paragraph.
    """

    path: str
    """Path as the user would type it, with forward slashes."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        """Write the place as editors and terminals link it: `path:line:column`; of a cell, `case.xlsx#People!B3`.

        Of a paragraph of Word, `template.docx#Particulars, paragraph 7`.
        """
        if _IN_A_SHEET in self.path:
            return f"{self.path}!{column_letters(self.column)}{self.line}"
        if _IN_WORD in self.path:
            return f"{self.path.removesuffix('#')}, paragraph {self.line}"
        return f"{self.path}:{self.line}:{self.column}"


def sheet_of(span: Span) -> str:
    """Return the sheet in which a place is; empty where it is in a text file."""
    return span.path.partition(_IN_A_SHEET)[2]


def column_letters(column: int) -> str:
    """Return what Excel calls a column that counts from 1: `A`, `Z`, `AA`."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


# The exact place of some words below the place where their field begins.


def locate(texts: Mapping[str, str], start: Span, words: str) -> Span:
    """Return where `words` first stand in the file from `start` on; `start` itself where they do not.

    `texts` holds the text of every file by the path that spans carry.
    """
    lines = texts.get(start.path, "").split("\n")
    last = max(start.end_line, start.line)
    for number in range(start.line, min(last, len(lines)) + 1):
        column = lines[number - 1].find(words, start.column - 1 if number == start.line else 0)
        if words and column >= 0:
            return Span(start.path, number, column + 1, number, column + 1 + len(words))
    return start
