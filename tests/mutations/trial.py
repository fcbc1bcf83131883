"""Trying a change: the case is read with it, and one check is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from shutil import copytree, rmtree

from tests.answers import KEPT
from tests.mutations.mutation import EXAMPLE, TEMPLATES, Mutation, tried_texts

from probata.checks import CheckInput, discover, findings_of, run_checks
from probata.diagnostics import Diagnostic, Report, Severity
from probata.figures import compute_figures, read_tables
from probata.forum import Forum, known_forums, load_forum
from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.law import Catalogue, load_catalogue
from probata.model.case_file import Filing
from probata.pipeline import Session, Workspace, draft, open_workspace
from probata.pipeline.held_copies import held_copies

SHOWN = "claims/example"
TODAY = date(2026, 12, 31)
"""The day on which the case is looked at."""
CHECKS = {found.check.name: found.check for found in discover()}
Told = tuple[str, str, Severity, str]
"""A finding without its place, which a change may shift: name, record, weight and message."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A case that was read, with one of its documents where it was composed."""

    faults: tuple[Diagnostic, ...]
    """What was found in reading, and in composing."""
    case: CheckInput | None
    """What checks look at; `None` where the case cannot be read."""

    def findings_of(self, name: str) -> list[Diagnostic]:
        """Return what one check finds, or reading itself under this name."""
        asked = (CHECKS[name],) if name in CHECKS and self.case else ()
        found = findings_of(run_checks(self.case, asked)) if self.case else ()
        return [*(fault for fault in self.faults if fault.name == name), *found]


@dataclass(slots=True)
class Trial:
    """A copy of the fictional case, in which one change after the other is made and taken back.

    A changed template lies in a folder of its own before ours, with the rest of its forum.
    """

    folder: Path
    texts: dict[str, str] = field(default_factory=tried_texts)
    catalogue: Catalogue = field(default_factory=load_catalogue)
    forums: dict[str, Forum] = field(default_factory=dict)
    untouched: dict[str, Reading] = field(default_factory=dict)
    """The case as it is, by the filing that was composed."""
    root: Path = field(init=False)
    workspace: Workspace = field(init=False)

    def __post_init__(self) -> None:
        """Write the copy, and load the forums: a change of a case changes none of them."""
        self.root = self.folder / EXAMPLE.name
        self._write({name: text for name, text in self.texts.items() if not name.startswith(TEMPLATES)})
        copytree(EXAMPLE / "held", self.root / "held")
        (self.folder / TEMPLATES).mkdir()
        self.workspace = replace(open_workspace(self.folder / TEMPLATES), store=KEPT)
        self.forums = self._load_forums()

    def _write(self, texts: Mapping[str, str]) -> None:
        for name, text in texts.items():
            self._path(name).parent.mkdir(parents=True, exist_ok=True)
            self._path(name).write_text(text, encoding="utf-8")

    def _path(self, name: str) -> Path:
        return (self.folder if name.startswith(TEMPLATES) else self.root) / name

    def _load_forums(self) -> dict[str, Forum]:
        roots = self.workspace.template_roots
        loaded = {name: load_forum(name, roots) for name in known_forums(roots)}
        assert [fault.message for one in loaded.values() for fault in one.findings] == []
        return {name: one.forum for name, one in loaded.items() if one.forum is not None}

    def new_findings(self, mutation: Mutation) -> list[Diagnostic]:
        """Return what the check of a mutation finds with the change and does not find without it, at any record."""
        if mutation.filing not in self.untouched:
            self.untouched[mutation.filing] = self._read(mutation.filing)
        before = {_worded(found) for found in self.untouched[mutation.filing].findings_of(mutation.check)}
        with self._changed(mutation):
            after = self._read(mutation.filing).findings_of(mutation.check)
        return [found for found in after if _worded(found) not in before]

    @contextmanager
    def _changed(self, mutation: Mutation) -> Iterator[None]:
        changed, before = mutation.applied_to(self.texts), self.forums
        whole = {name.rpartition("/")[0] + "/" for name in changed if name.startswith(TEMPLATES)}
        try:
            self._write({name: text for name, text in self.texts.items() if name.startswith(tuple(whole))})
            self._write(changed)
            self.forums = self._load_forums() if whole else before
            yield
        finally:
            for folder in whole:
                rmtree(self.folder / folder)
            of_case = {name for name in changed if not name.startswith(TEMPLATES)}
            for name in of_case - self.texts.keys():
                self._path(name).unlink()
            self._write({name: self.texts[name] for name in of_case & self.texts.keys()})
            self.forums = before

    def _read(self, filing_id: str) -> Reading:
        """Read the case, and compose one of its filings where one is named."""
        instruments = tuple(self.catalogue.instruments)
        known = Known(frozenset(self.forums), frozenset(instruments), frozenset(self.catalogue.conduct))
        loaded = load_case(self.root, SHOWN, known, self.workspace.memory)
        if loaded.graph is None:
            return Reading(loaded.findings, None)
        tables, of_tables = read_tables(loaded.graph, instruments)
        profiles = {key: forum.profile for key, forum in self.forums.items()}
        figures, of_figures = compute_figures(loaded.graph, tables)
        held = held_copies(loaded.graph, self.workspace)
        case = CheckInput(loaded.graph, self.catalogue, tables, profiles, figures=figures, today=TODAY, held=held)
        reading = Reading((*loaded.findings, *of_tables, *of_figures), case)
        filing = next((one for one in loaded.graph.case.filings if one.id == filing_id), None)
        return self._composed(reading, case, filing) if filing else reading

    def _composed(self, reading: Reading, case: CheckInput, filing: Filing) -> Reading:
        session = Session(case.graph, Report(), case.graph.texts, self.forums, case.tables)
        drafted, faults = draft(session, self.workspace, filing, final=False)
        drafts = {filing.id: drafted} if drafted else {}
        given = {**case.given, "chosen": (filing,), "drafts": drafts}
        return Reading((*reading.faults, *faults), CheckInput(case.graph, self.catalogue, **given))


def _worded(found: Diagnostic) -> Told:
    return found.name, found.record, found.severity, found.message
