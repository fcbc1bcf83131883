"""Where the files of a case lie, and into which one a new record goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from probata.diagnostics import Span
from probata.graph.case_graph import CaseGraph
from probata.source.file_names import on_disk
from probata.source.read_case import NARRATIVE
from probata.source.text_edits import CannotChangeError
from probata.source.text_file import fault

_ENDINGS = ("yaml", "yml")


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """The files of a case: one text file, one workbook, or a folder of text files."""

    root: Path
    """The folder that they lie in."""

    shown: str
    """That folder as messages call it; empty for the one where the command runs."""

    one_file: str
    """The one file as messages call it; empty for a folder of files."""

    @classmethod
    def of(cls, graph: CaseGraph) -> CaseFiles:
        """Return the files that a case was read from."""
        any_file = graph.one_file or graph.case_node.span.path
        return cls(graph.root, any_file.rpartition("/")[0], graph.one_file)

    @property
    def is_workbook(self) -> bool:
        """Whether the case is a workbook."""
        return self.one_file.lower().endswith(".xlsx")

    def path_of(self, shown: str) -> Path:
        """Return where a file lies that messages call `shown`, behind a link too.

        Raises `CannotChangeError` where that is outside the folder of the case.
        """
        relative = shown.removeprefix(f"{self.shown}/") if self.shown else shown
        path = on_disk(self.root / relative).resolve()
        if not path.is_relative_to(self.root.resolve()):
            raise CannotChangeError(fault("SRC101", "file-outside-case", "the file lies outside the case folder",
                                          Span(shown), "copy it into the case folder"))  # fmt: skip
        return path

    def file_of_new(self, kind: str, record: str, beside: str) -> str:
        """Return the file that a new record of a kind goes into, as messages call it.

        Where the kind is a folder of files, that is the one called `beside`.
        """
        if self.one_file:
            return self.one_file
        below = f"{self.shown}/" if self.shown else ""
        if kind == NARRATIVE:
            return f"{below}{NARRATIVE}/{record}.md"
        for ending in _ENDINGS:
            if (self.root / f"{kind}.{ending}").exists():
                return f"{below}{kind}.{ending}"
        return f"{below}{kind}/{beside}" if (self.root / kind).is_dir() else f"{below}{kind}.yaml"
