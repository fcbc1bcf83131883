"""Trying a change: the case is read with it, and one check is asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.mutations.mutation import Mutation

from probata.checks import CheckInput, Drafted, discover, findings_of, run_checks
from probata.diagnostics import Diagnostic, Report, Severity
from probata.figures import read_tables
from probata.forum import Forum, known_forums, load_forum, own_templates
from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.law import Catalogue, load_catalogue
from probata.pipeline import Session, Workspace, draft, open_workspace

EXAMPLE = Path(__file__).resolve().parents[2] / "claims" / "example"
SHOWN = "claims/example"
CHECKS = {found.check.name: found.check for found in discover()}
Told = tuple[str, str, Severity, str]
"""A finding without its place, which a change may shift: name, record, weight and message."""


def example_texts() -> dict[str, str]:
    """Return every text of the fictional case by its path in the folder."""
    files = sorted(path for path in EXAMPLE.rglob("*") if path.is_file())
    return {path.relative_to(EXAMPLE).as_posix(): path.read_text(encoding="utf-8") for path in files}


@dataclass(slots=True)
class Trial:
    """A copy of the fictional case, in which one change after the other is made and taken back."""

    folder: Path
    texts: dict[str, str] = field(default_factory=example_texts)
    catalogue: Catalogue = field(default_factory=load_catalogue)
    workspace: Workspace = field(default_factory=open_workspace)
    forums: dict[str, Forum] = field(default_factory=dict)
    untouched: dict[tuple[str, str], frozenset[Told]] = field(default_factory=dict)
    """What one check, or reading, finds in the case as it is, by its name and by the filing composed."""
    root: Path = field(init=False)

    def __post_init__(self) -> None:
        """Write the copy, and load the forums: a change of a case changes none of them."""
        self.root = self.folder / EXAMPLE.name
        for name, text in self.texts.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_text(text, encoding="utf-8")
        loaded = {name: load_forum(name, (own_templates(),)).forum for name in known_forums((own_templates(),))}
        self.forums = {name: forum for name, forum in loaded.items() if forum is not None}

    def new_findings(self, mutation: Mutation) -> list[Diagnostic]:
        """Return what the check of a mutation finds with the change and does not find without it, at any record."""
        key = mutation.check, mutation.filing
        if key not in self.untouched:
            self.untouched[key] = frozenset(map(_told, self._findings(*key)))
        with self._changed(mutation):
            found = self._findings(*key)
        return [one for one in found if _told(one) not in self.untouched[key]]

    @contextmanager
    def _changed(self, mutation: Mutation) -> Iterator[None]:
        changed = mutation.applied_to(self.texts)
        try:
            for name, text in changed.items():
                (self.root / name).write_text(text, encoding="utf-8")
            yield
        finally:
            for name in changed:
                (self.root / name).write_text(self.texts[name], encoding="utf-8")

    def _findings(self, name: str, filing_id: str) -> list[Diagnostic]:
        """Read the case and ask one check; of a filing, the document is composed first."""
        instruments = tuple(self.catalogue.instruments)
        known = Known(frozenset(self.forums), frozenset(instruments), frozenset(self.catalogue.conduct))
        loaded = load_case(self.root, SHOWN, known)
        if loaded.graph is None:
            return [found for found in loaded.findings if found.name == name]
        tables, of_tables = read_tables(loaded.graph, instruments)
        profiles = {key: forum.profile for key, forum in self.forums.items()}
        case = CheckInput(loaded.graph, self.catalogue, tables, profiles)
        found = [*loaded.findings, *of_tables]
        if filing_id:
            filing = next(one for one in loaded.graph.case.filings if one.id == filing_id)
            session = Session(loaded.graph, Report(), loaded.texts, self.forums, tables)
            drafted, told = draft(session, self.workspace, filing, final=False)
            found += told
            drafts: dict[str, Drafted] = {filing.id: drafted} if drafted else {}
            case = CheckInput(loaded.graph, self.catalogue, tables, profiles, (filing,), drafts)
        asked = findings_of(run_checks(case, (CHECKS[name],))) if name in CHECKS else ()
        return [*(one for one in found if one.name == name), *asked]


def _told(found: Diagnostic) -> Told:
    return found.name, found.record, found.severity, found.message
