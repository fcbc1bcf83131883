"""Writing the report into `internal/`, for the command of its own and for every build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from probata.checks.engine.first_page import Places
from probata.checks.engine.to_do import ToDo
from probata.diagnostics import Diagnostic
from probata.graph import CaseGraph
from probata.law import load_catalogue
from probata.output import OutputFolder, PlacingError
from probata.pipeline import Session, matrix_of_proof
from probata.report.files import files_of
from probata.report.material import Material


@dataclass(slots=True)
class Written:
    """What was written, the page first, and a sentence for each file that could not be."""

    paths: list[Path] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)


def material_of(
    session: Session, graph: CaseGraph, findings: Iterable[Diagnostic],
    by_filing: Mapping[str, Set[Diagnostic]], blocked: Mapping[str, tuple[Diagnostic, ...]],
    places: Places, to_do: Mapping[str, tuple[ToDo, ...]],
) -> Material:  # fmt: skip
    """Put together what the report is made of; `findings` are all, in their order, and nothing is checked again."""
    return Material(
        graph=graph,
        catalogue=load_catalogue(),
        tables=session.tables,
        profiles={name: forum.profile for name, forum in session.forums.items()},
        proofs=matrix_of_proof(session),
        findings=tuple(findings),
        figures=session.figures,
        by_filing={key: frozenset(found) for key, found in by_filing.items()},
        answers=tuple(session.answers),
        blocked=blocked,
        places=places,
        to_do=to_do,
    )


def write_report(folder: OutputFolder, material: Material) -> Written:
    """Write the files. One that is open in another program is told, and the others are written all the same."""
    written = Written()
    for name, data in files_of(material):
        try:
            written.paths.append(folder.note(name, data))
        except PlacingError as error:
            written.troubles.append(str(error))
    return written
