"""The records of a case as an import finds them, and the files that they are in."""

from __future__ import annotations

from dataclasses import dataclass

from probata.edits.case_files import CaseFiles
from probata.source.case_source import CaseSource

IMPORTED = "imported.yaml"
"""Where new records go in a case that has a folder of files for their kind."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """The records of a case, text files or one workbook, and where these lie."""

    case: CaseSource
    files: CaseFiles
