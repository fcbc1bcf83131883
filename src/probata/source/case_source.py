"""What was read of one case: its nodes by record kind, the text of every file, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from probata.diagnostics import Diagnostic, Span
from probata.source.csv_reader import CsvTable, read_csv
from probata.source.file_names import refused_path
from probata.source.listing import odd_name, twice_on_disk
from probata.source.node import Mapping, Node
from probata.source.text_file import TextFile, read_text


@dataclass(slots=True)
class CaseSource:
    """What was read: `case` and one list of nodes for each record kind, with the findings of reading."""

    name: str
    root: Path
    shown: str
    case: Mapping | None = None
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
