"""What a column is called: plain words for the path of a field, and the path for what stands in a heading."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from probata.diagnostics import Diagnostic
from probata.source.shipped import shipped
from probata.source.text_file import fault
from probata.workbook.addresses import cell_span

if TYPE_CHECKING:
    from probata.workbook.shape import Shape

# What sheets and headings are called where that differs from the words of the records: `sheets.toml`.


def names() -> Mapping[str, Any]:
    """Return the tables of the file."""
    return shipped("workbook", "sheets.toml")


def words_of(key: str) -> str:
    """Return the words for a key: `collection_number` is "collection number", `archive_url` "archive URL"."""
    own: Mapping[str, str] = names()["words"]
    return own.get(key) or " ".join(own.get(word, word) for word in key.split("_"))


def key_of(words: str) -> str:
    """Return the key that words name, in any case."""
    plain = " ".join(words.lower().replace("_", " ").replace("’", "'").split())
    return _keys().get(plain) or plain.replace(" ", "_")


@cache
def _keys() -> Mapping[str, str]:
    return {said.lower(): key for key, said in names()["words"].items()}


Path = tuple[str, ...]
TRANSLATIONS = "translations"
_LANGUAGE = re.compile(r"^(?P<words>.+?)\s*\((?P<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\)$")
_LITERAL = re.compile(r"^`(?P<path>[^`]+)`$")
_CONTINUED = re.compile(r"^(?P<heading>.+?)(?P<behind>, continued(?: \d+)?)$", re.IGNORECASE)
_TRANSLATED = 3
"""Keys at the end of a path to a translation: the word `translations`, the language, the field."""


def heading_of(path: Path) -> str:
    """Return the words for a path: `("name", "native", "text")` is `Name: native: text`.

    A translation has its language behind it, `Title (fr)`. A key that the words do not lead back to, which only a
    misspelt record has, stands as it is in backticks.
    """
    *holder, last = path
    tag = ""
    if len(path) >= _TRANSLATED and path[-_TRANSLATED] == TRANSLATIONS:
        holder, tag = list(path[:-_TRANSLATED]), f" ({path[-2]})"
    words = ": ".join(map(words_of, (*holder, last)))
    heading = f"{words[:1].upper()}{words[1:]}{tag}"
    return heading if path_of(heading) == path else literal_heading(path)


def is_literal(heading: str) -> bool:
    """Tell whether a heading is the path of a field in backticks, as one is written that no record has."""
    return bool(_LITERAL.match(" ".join(heading.split())))


def path_of(heading: str) -> Path:
    """Return the path that a heading names; upper and lower case, spaces and underscores are one."""
    heading = " ".join(heading.split())
    if literal := _LITERAL.match(heading):
        return tuple(literal["path"].split("."))
    translated = _LANGUAGE.match(heading)
    words = translated["words"] if translated else heading
    *holder, last = (key_of(part) for part in words.split(":"))
    return (*holder, TRANSLATIONS, translated["tag"], last) if translated else (*holder, last)


def canonical(heading: str, special: tuple[str, ...]) -> str:
    """Return a heading as we write it, whatever its case and spaces; `special` are those that are no path."""
    words = " ".join(heading.split())
    known = next((one for one in special if one.casefold() == words.casefold()), "")
    continued = _CONTINUED.match(words)
    if known or not words or continued:
        return known or (
            f"{canonical(continued['heading'], special)}{continued['behind'].lower()}" if continued else ""
        )
    return heading_of(path_of(words))


def whole_heading(heading: str) -> str:
    """Return the heading of the text that a column goes on with: `Text` of `Text, continued`."""
    continued = _CONTINUED.match(heading)
    return continued["heading"] if continued else heading


def literal_heading(path: Path) -> str:
    """Return the heading for a field that no record has."""
    return f"`{'.'.join(path)}`"


def describe(path: Path, shape: Shape) -> str:
    """Return what the comment on a heading says: what the field is for, and the words of its code list."""
    found = shape.at(path)
    parts = [found.description]
    choices = found.choices or (found.items.choices if found.items else ())
    if len(choices) > 1 and not found.is_yes_or_no:
        parts.append(f"{'Each one' if found.items else 'One'} of: {', '.join(choices)}.")
    if found.items:
        parts.append(
            "Several: one on each line of the cell (Alt+Enter; on a Mac Control+Option+Enter), without commas between."
        )
    if found.is_one_date:
        parts.append("One day, month or year: 21 Aug 2015; Aug 2015; about 2014.")
    elif found.is_date:
        parts.append("A day, month, year or time: 21 Aug 2015; Aug 2015 – Apr 2017; from May 2022; about 2014.")
    return "\n".join(part for part in parts if part)


# In which row of a sheet its headings stand: the first, or one below a title that somebody wrote above them.

Rows = Sequence[tuple[int, tuple[str, ...]]]
"""Rows of a sheet that hold something, each with its number."""
_LOOKED_AT = 20
"""Rows in which headings are looked for."""
_SHOWN = 40
"""Letters of a title that a message quotes."""


def place_of_headings(rows: Rows, is_known: Callable[[str], bool]) -> int:
    """Return which of the rows has the headings: the first, unless it is a title and a later one has several.

    A title may be a word that is a heading too, and a row of values may hold one. So of a later row at least half must
    be known, more than one, and more than of the first.
    """
    first = sum(map(is_known, rows[0][1])) if rows else 0
    for place, (_, cells) in enumerate(rows[1:_LOOKED_AT], 1) if first <= 1 else ():
        filled = [cell for cell in cells if cell.strip()]
        known = sum(map(is_known, filled))
        if known > 1 and known * 2 >= len(filled):
            return place
    return 0


def headings_below(rows: Rows, place: int, sheet: str, shown: str) -> list[Diagnostic]:
    """Return the finding for headings that do not stand in row 1, at the cell in which they begin."""
    number, cells = rows[place]
    if number == 1:
        return []
    column = next(one for one, cell in enumerate(cells) if cell.strip())
    title = next((cell.strip() for cell in rows[0][1] if cell.strip()), "") if place else ""
    above = f"row {rows[0][0]} holds `{title[:_SHOWN]}{'…' if len(title) > _SHOWN else ''}`" if title else (
        "row 1 is empty")  # fmt: skip
    message = f"the headings of a sheet stand in row 1; {above}, and they seem to stand in row {number}"
    help = f"delete the {'row' if number == 2 else f'{number - 1} rows'} above them"
    return [fault("SRC181", "headings-below", message, cell_span(shown, sheet, number, column), help)]
