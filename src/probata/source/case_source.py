"""What was read of one case: its nodes by record kind, the text of every file, and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.csv_reader import CsvTable, read_csv
from probata.source.file_names import one_form, refused_path, unportable
from probata.source.node import MappingNode, Node
from probata.source.text_file import TextFile, fault, read_text

# What lies in a folder of a case: in one order on every system, each name once.

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


@dataclass(slots=True)
class CaseSource:
    """What was read: `case` and one list of nodes for each record kind, with the findings of reading."""

    name: str
    root: Path
    shown: str
    case: MappingNode | None = None
    records: dict[str, list[Node]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """Text of every file read, by its shown path, for the line that a message shows."""
    findings: list[Diagnostic] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Record kinds whose file could not be read at all."""
    one_file: str = ""
    """Shown path of the one file that holds all records, a text file or a workbook; empty where they are several."""
    tables: dict[str, CsvTable] = field(default_factory=dict)
    """Tables that were read with the records, by the file in whose place they stand."""
    absent: dict[str, Diagnostic] = field(default_factory=dict)
    """What is said where the file of a table is missing, for those that were looked for in another place first."""

    def table(self, relative: str) -> CsvTable | None:
        """Read a CSV file of the case; faults are added to the findings.

        The path may have backslashes in it, as Windows shows them.
        """
        relative = relative.replace("\\", "/")
        if relative in self.tables:
            return self.tables[relative]
        shown = f"{self.shown}/{relative}" if self.shown else relative
        if refused := refused_path(relative, Span(shown)):
            self.findings.append(refused)
            return None
        file = self.read(self.root / relative, shown)
        if file is None:
            if relative in self.absent and self.findings[-1].name == "missing-file":
                self.findings[-1] = self.absent[relative]
            return None
        self.findings.extend((*odd_name(relative, shown), *twice_on_disk(self.root / relative, shown)))
        table, found = read_csv(file)
        self.findings.extend(found)
        return table

    def read(self, path: Path, shown: str) -> TextFile | None:
        """Read one file of the case; a fault is added to the findings and gives `None`."""
        file = read_text(self.root, path, shown)
        if isinstance(file, Diagnostic):
            self.findings.append(file)
            return None
        self.texts[shown] = file.text
        return file
