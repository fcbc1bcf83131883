"""A case from a text, with the forums and the catalogue that ship with the program."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.answers import KEPT
from tests.in_ids import in_ids

from probata.checks import Check, CheckInput, Drafted, list_checks
from probata.diagnostics import Diagnostic
from probata.forum import own_templates
from probata.law import load_catalogue
from probata.pipeline import Session, Workspace, draft, open_case

CHECKS = frozenset(page.check.name for page in list_checks())


def check_named(name: str) -> Check:
    """Return the check of a name."""
    return next(page.check for page in list_checks() if page.check.name == name)


def load_example(
    folder: Path, text: str, files: Mapping[str, str] | None = None
) -> tuple[CheckInput, list[Diagnostic]]:
    """Write the case into a folder, load and draft it, and return it with every fault that was found in reading it.

    Files below `templates/` are forums of its own.
    """
    for name, content in {"case.yaml": text, **(files or {})}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    workspace = Workspace((folder / "templates", own_templates()), store=KEPT)
    session = open_case(folder / "case.yaml", "case.yaml", workspace)
    faults = [found for found in session.report if found.name not in CHECKS]
    assert session.graph is not None, [in_ids(found.message) for found in faults]
    profiles = {name: forum.profile for name, forum in session.forums.items()}
    return CheckInput(
        session.graph,
        load_catalogue(),
        session.tables,
        profiles,
        drafts=_drafts(session, workspace),
        figures=session.figures,
        today=date(2026, 12, 31),
        held=session.held,
    ), faults


def _drafts(session: Session, workspace: Workspace) -> dict[str, Drafted]:
    assert session.graph is not None
    found = {filing.id: draft(session, workspace, filing, final=False)[0] for filing in session.graph.case.filings}
    return {name: drafted for name, drafted in found.items() if drafted is not None}
