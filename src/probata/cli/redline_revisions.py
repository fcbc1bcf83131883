"""Redlines of the documents of a case since its records were otherwise: until now, or until another revision."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from probata.cli.asked_for import filings_asked_for
from probata.cli.cannot_continue import CannotContinueError
from probata.cli.opening import Named, Opened, find_named, open_found
from probata.cli.records_at_revision import records_at
from probata.cli.redline_document import Asked, Built, author_of, build, folder_of, refuse_outgoing
from probata.cli.redline_groups import by_record
from probata.cli.redline_made import Version, Wanted, make
from probata.cli.terminal import Terminal
from probata.graph import CaseGraph
from probata.model.case_file import Filing
from probata.pipeline import stem_of

NOW = "as the records are now"
SHORT = 8
"""Signs of a commit that names of files have."""

_NOT_FOR_NAMES = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Span:
    """From which records to which."""

    since: str
    until: str | None = None
    """Nothing for the records as they are now."""


@dataclass(frozen=True, slots=True)
class _End:
    """The case at one end of a span."""

    opened: Opened
    graph: CaseGraph
    revision: str = ""
    commit: str = ""
    """Of the records as they are now, nothing."""
    subjects: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """What readers are told: the revision, with its commit where that is not what it is called by."""
        commit = self.commit[:SHORT]
        return self.revision if self.commit.startswith(self.revision) else f"{self.revision}, {commit}"

    @property
    def named(self) -> str:
        """What names of files have for it."""
        plain, commit = _NOT_FOR_NAMES.sub("-", self.revision).strip("-."), self.commit[:SHORT]
        return commit if self.commit.startswith(self.revision) else f"{plain}-{commit}"


def redline_since(case: str, span: Span, asked: Asked, terminal: Terminal) -> None:
    """Make the redline of each document of a case over a span of its records; raises `CannotContinueError`."""
    refuse_outgoing(asked.out)
    named = find_named(case, asked.templates)
    with tempfile.TemporaryDirectory(prefix="probata-") as passing, ExitStack() as held:
        new = _end(named, span.until, None, Path(passing) / "new", terminal)
        planned = filings_asked_for(new.opened, asked.forums)
        old = _end(named, span.since, span.until, Path(passing) / "old", terminal)
        folder = folder_of(new.opened, held)
        made = [pair for filing in planned for pair in _pairs(old, new, filing, asked)]
        for called, before, after in made:
            if before and after:
                make(_wanted((before, after), (old, new), asked, folder), terminal)
            else:
                there = "is no such document any more" if before else f"was no such document at `{span.since}`"
                terminal.trouble(f"`{called}`: there {there}", "yellow")
    if not any(before and after for _, before, after in made):
        raise CannotContinueError(f"no document of the case was there at `{span.since}`", "choose a later revision")


def _end(named: Named, revision: str | None, until: str | None, passing: Path, terminal: Terminal) -> _End:
    """Read the case as it is, or as it was at a revision, with the commits from there up to `until`."""
    if revision is None:
        opened = open_found(named)
        return _End(opened, opened.graph(terminal))
    records = records_at(named.place.path, revision, passing, until or "HEAD")
    opened = open_found(replace(named, place=replace(named.place, path=records.path)))
    if opened.session.graph is None:
        raise CannotContinueError(f"the records at `{revision}` cannot be read", "choose another revision")
    return _End(opened, opened.session.graph, revision, records.commit, records.subjects)


def _pairs(old: _End, new: _End, filing: Filing, asked: Asked) -> Iterator[tuple[str, Built | None, Built | None]]:
    """Give what the file of each part of a filing is called, with what it was and is, where it was and is there."""
    was = next((one for one in old.graph.case.filings if one.id == filing.id), None)
    if was is None:
        yield filing.id, None, None
        return
    before, after = build(old.opened, was, asked.final), build(new.opened, filing, asked.final)
    for part in {**after, **before}:
        yield stem_of(filing.id, part), before.get(part), after.get(part)


def _wanted(pair: tuple[Built, Built], ends: tuple[_End, _End], asked: Asked, folder: Path) -> Wanted:
    (before, after), (old, new) = pair, ends
    until, named_until = (f" until {new.shown}", f".until-{new.named}") if new.commit else ("", "")
    now = f"{after.name} at {new.shown}" if new.commit else f"{after.name} ({NOW})"
    return Wanted(
        Version(f"{before.name} at {old.shown}", before.data, before.names), Version(now, after.data, after.names),
        author_of(asked, new.graph), asked.date, asked.out or folder, f"{after.stem}.since-{old.named}{named_until}",
        f"{after.tree.meta.title}: changes since {old.shown}{until}", is_internal=True, in_own_folder=asked.out is None,
        grouped=partial(by_record, (before.tree, after.tree), (old.graph, new.graph), old.subjects),
    )  # fmt: skip
