"""What lies in a folder of a case: in one order on every system, each name once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.file_names import one_form, unportable
from probata.source.text_file import fault

_OF_OTHER_PROGRAMS = (".", "~$")
"""Beginnings of names that are not ours: hidden files, and the marks that Word leaves beside an open file."""


def list_folder(folder: Path, shown: str) -> tuple[list[Path], list[Diagnostic]]:
    """Return the files and folders in a folder, by name, and what is wrong with their names.

    Of two whose names differ only in how accents are stored, the first is kept.
    """
    try:
        entries = [entry for entry in folder.iterdir() if not entry.name.startswith(_OF_OTHER_PROGRAMS)]
    except OSError as error:
        return [], [fault("SRC104", "unreadable-file", f"the folder cannot be read ({error.strerror})", Span(shown),
                          "give a folder, and check who may read it")]  # fmt: skip
    # Not by the paths themselves, which Windows would sort without regard to capitals.
    entries.sort(key=lambda entry: (one_form(entry.name), entry.name))
    kept = {one_form(entry.name): entry for entry in reversed(entries)}
    found = [_twice(entry.name, shown) for entry in entries if entry not in kept.values()]
    found.extend(_capitals([entry.name for entry in kept.values()], shown))
    return sorted(kept.values(), key=lambda entry: one_form(entry.name)), found


def odd_name(relative: str, shown: str) -> list[Diagnostic]:
    """Return the finding for a file that could not be copied to Windows; `relative` is its path below the case."""
    found = unportable(relative, Span(shown))
    return [found] if found else []


def twice_on_disk(path: Path, shown: str) -> list[Diagnostic]:
    """Return the finding for a file beside which another has the same name with its accents stored otherwise."""
    if path.name.isascii() or not path.parent.is_dir():
        return []
    names = [entry.name for entry in path.parent.iterdir() if one_form(entry.name) == one_form(path.name)]
    return [_twice(path.name, shown.rpartition("/")[0])] if len(names) > 1 else []


def _twice(name: str, shown: str) -> Diagnostic:
    name = one_form(name)
    message = f"two files have the name `{name}`: only the way in which its accents are stored differs"
    return fault("SRC145", "one-name-twice", message, Span(f"{shown}/{name}" if shown else name),
                 "delete one of them, or give it another name")  # fmt: skip


def _capitals(names: Sequence[str], shown: str) -> Iterable[Diagnostic]:
    seen: dict[str, str] = {}
    for name in names:
        first = seen.setdefault(one_form(name).casefold(), name)
        if first != name:
            message = f"`{first}` and `{name}` differ in capitals only: Windows and macOS take them for one file"
            yield Diagnostic("SRC146", "names-alike", Severity.WARNING, message, Span(f"{shown}/{name}"),
                             "give one of them another name")  # fmt: skip
