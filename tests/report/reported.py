"""The state of a case as the report gathers it, without composing its documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.case_folder import FILES, write_case
from tests.filings.cases import CLAIMS

from probata.law import load_catalogue
from probata.pipeline import Session, Workspace, matrix_of_proof, open_case, open_workspace
from probata.report.gather import gather
from probata.report.material import Material
from probata.report.state import State

NOTHING: dict[str, str | None] = dict.fromkeys(FILES) | {"case.yaml": "title: Nothing yet\n"}
"""Files of a case in which nothing is recorded but its title."""


def material_of(read: Session) -> Material:
    """Return what the report of a session is made of, by what was found in its records."""
    assert read.graph is not None
    profiles = {name: forum.profile for name, forum in read.forums.items()}
    return Material(
        read.graph, load_catalogue(), read.tables, profiles, matrix_of_proof(read), tuple(read.report), read.figures,
        answers=tuple(read.answers),
    )  # fmt: skip


@cache
def state_of(case: str) -> State:
    """Return the state of a case of the repository, read by itself: a shared session keeps what documents answered."""
    return gather(material_of(open_case(CLAIMS / case, f"claims/{case}", open_workspace())))


def harbour(folder: Path, **files: str | None) -> State:
    """Return the state of the small case, with some of its files as given."""
    return gather(harbour_material(folder, **files))


def harbour_material(folder: Path, **files: str | None) -> Material:
    """Return what the report of the small case is made of."""
    return material_of(harbour_session(folder, **files)[0])


def harbour_session(folder: Path, **files: str | None) -> tuple[Session, Workspace]:
    """Return the small case as it was opened, and with what."""
    folder.mkdir(exist_ok=True)
    workspace = open_workspace()
    return open_case(write_case(folder, **files), "claims/harbour", workspace), workspace
