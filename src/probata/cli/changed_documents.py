"""What a build says of a Word file that somebody changed: paragraph by paragraph, what it said and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from probata.changes import differing
from probata.cli.made_copies import copy_of
from probata.pull.differences import Difference, differences
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
        file = open_word(path.read_bytes())
        copy = copy_of(file, internal)
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
    where = f"under “{found.under}”" if found.under else "at the beginning"
    where = "at the head or foot of the pages" if found.where == "head" else where
    where += ", in a note" if found.where == "note" else ""
    if not found.before:
        yield f"{where}, added: {_cut(found.after)}"
    elif not found.after:
        yield f"{where}, left out: {_cut(found.before)}"
    else:
        before, after = differing(found.before, found.after)
        yield f"{where}: {_cut(before)}"
        if found.before != found.after:
            yield f"  now: {_cut(after)}"
    yield from (f"  {said}" for said in found.beside)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 2].rstrip()} …"
