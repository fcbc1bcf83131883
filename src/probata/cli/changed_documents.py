"""What a build says of a Word file that somebody changed: paragraph by paragraph, what it said and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from probata.changes import differing, places_that_differ
from probata.pull.find_changes import Difference, differences
from probata.returned.differences import where_of
from probata.returned.made_copies import copy_of
from probata.source.text_file import whole_file
from probata.word import WordFileError, open_word
from probata.word.reading import read_text

SHOWN: Final = 8
"""Differences of one document that are printed; `probata pull` shows all."""

LONGEST: Final = 90
"""Characters of each side that are printed."""


def lines_of_changed(path: Path, internal: Path) -> Iterator[str]:
    """Give the lines on a changed document; those on what it is not, where it cannot be read or is no Word file."""
    if path.suffix != ".docx":
        return
    try:
        file = open_word(whole_file(path))
        copy = copy_of(file, internal, path.name)
        base = copy.opened() if copy else None
        found = None if base is None else differences(read_text(base), read_text(file))
    except (OSError, WordFileError) as error:
        yield f"  it cannot be read: {error}"
        return
    if found is None:
        yield "  what it said when it was made is not known here: `probata pull` compares it with the records"
        return
    if not found:
        yield "  it was only saved again: no word in it differs"
        return
    yield f"  {len(found)} place{'s' * (len(found) != 1)} differ{'s' * (len(found) == 1)} from what was made:"
    yield from (f"  {line}" for one in found[:SHOWN] for line in told(one))
    if len(found) > SHOWN:
        yield f"  and {len(found) - SHOWN} more"
    yield f"  take them over: `probata pull {path.as_posix()}`"


def told(found: Difference) -> Iterator[str]:
    """Say what differs in one place, around the words that do."""
    (before, after), *others = _pairs(found)
    where = where_of(found)
    if found.came_under is None and not (before and after):
        where += ", added" if after else ", left out"
    yield f"{where}: {_cut(before or after)}"
    if before and after and found.before != found.after:
        yield f"  now: {_cut(after)}"
    for was, is_now in others:
        yield f"and there: {_cut(was)}"
        yield f"  now: {_cut(is_now)}"
    yield from (f"  {said}" for said in found.beside)


def _pairs(found: Difference) -> list[tuple[str, str]]:
    """Return the words before and after: in one piece where both can be shown, else of each place that differs.

    Cut at its end, a long piece would hide the second of two changes in one paragraph from whoever takes both.
    """
    if not (found.before and found.after):
        return [(found.before, found.after)]
    whole = differing(found.before, found.after)
    if all(len(side) <= LONGEST for side in whole):
        return [whole]
    return places_that_differ(found.before, found.after) or [whole]


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 2].rstrip()} …"
