"""Redlines of a case: its documents against a Word file, or against what its records made before."""

from __future__ import annotations

import re
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from probata.cli.asked_for import filings_asked_for
from probata.cli.build import open_folder
from probata.cli.cannot_continue import CannotContinueError
from probata.cli.opening import Named, Opened, find_named, open_found
from probata.cli.records_at_revision import OldRecords, records_at
from probata.cli.redline_groups import by_record
from probata.cli.redline_made import NOBODY, Version, Wanted, make
from probata.cli.redline_versions import read_version
from probata.cli.terminal import Terminal
from probata.document.tree import Document
from probata.graph import CaseGraph
from probata.model.case_file import Filing
from probata.output import OutputFolder
from probata.pipeline import file_name, finish, prepare
from probata.word.names import Names

REDLINES = "redlines"
OUTGOING = "outgoing"
SHORT = 8
"""Signs of a commit that names of files have."""

_NOT_FOR_NAMES = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command was asked, whichever document it is."""

    author: str | None
    date: str
    final: bool
    out: Path | None
    templates: Path | None
    forums: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Built:
    """A filing made in memory."""

    name: str
    data: bytes
    tree: Document
    names: Names

    @property
    def stem(self) -> str:
        return self.name.removesuffix(".docx")


def redline_with_file(case: str, file: Path, which: Literal["old", "new"], asked: Asked, terminal: Terminal) -> None:
    """Make the redline of one document of a case and a Word file, which is its `old` or `new` version."""
    _refuse_outgoing(asked.out)
    opened = open_found(find_named(case, asked.templates))
    graph = opened.graph(terminal)
    planned = filings_asked_for(opened, asked.forums)
    if len(planned) > 1:
        ids = ", ".join(filing.id for filing in planned)
        raise CannotContinueError("the case has several documents", f"name the one with `--forum`: {ids}")
    built = _build(opened, planned[0], asked.final)
    ours = Version(f"{built.name} (as the records are now)", built.data, built.names)
    stem = f"{built.stem}.changes-{'since' if which == 'old' else 'in'}.{file.stem}"
    with ExitStack() as held:
        folder = _folder(opened, held)
        other = read_version(file, folder.parent)
        old, new = (other, ours) if which == "old" else (ours, other)
        wanted = Wanted(
            old, new, _author(asked, graph), asked.date, asked.out or folder, stem,
            f"Changes from {old.name} to {new.name}", is_internal=True, in_own_folder=asked.out is None,
        )  # fmt: skip
        make(wanted, terminal)


def redline_since(case: str, revision: str, asked: Asked, terminal: Terminal) -> None:
    """Make the redline of each document of a case since a revision of its records."""
    _refuse_outgoing(asked.out)
    named = find_named(case, asked.templates)
    opened = open_found(named)
    graph = opened.graph(terminal)
    planned = filings_asked_for(opened, asked.forums)
    with tempfile.TemporaryDirectory(prefix="probata-") as passing, ExitStack() as held:
        records = records_at(named.place.path, revision, Path(passing))
        before = open_found(Named(replace(named.place, path=records.path), named.workspace, named.house))
        former = before.session.graph
        if former is None:
            raise CannotContinueError(f"the records at `{revision}` cannot be read", "choose a later revision")
        folder = _folder(opened, held)
        made = [_since(opened, before, filing, asked, terminal) for filing in planned]
        for filing, pair in zip(planned, made, strict=True):
            if pair is None:
                terminal.trouble(f"`{filing.id}`: there was no such document at `{revision}`", "yellow")
                continue
            wanted = _wanted(pair, (former, graph), records, revision, asked, folder)
            make(wanted, terminal)
    if not any(made):
        raise CannotContinueError(f"no document of the case was there at `{revision}`", "choose a later revision")


def _since(
    opened: Opened, before: Opened, filing: Filing, asked: Asked, terminal: Terminal
) -> tuple[_Built, _Built] | None:
    former = before.session.graph
    own = {one.id: one for one in former.case.filings} if former else {}
    was = own.get(filing.id)
    if was is None:
        return None
    return _build(before, was, asked.final), _build(opened, filing, asked.final)


def _wanted(
    pair: tuple[_Built, _Built], graphs: tuple[CaseGraph, CaseGraph], records: OldRecords, revision: str,
    asked: Asked, folder: Path,
) -> Wanted:  # fmt: skip
    old, new = pair
    commit = records.commit[:SHORT]
    shown = revision if records.commit.startswith(revision) else f"{revision}, {commit}"
    plain = _NOT_FOR_NAMES.sub("-", revision).strip("-.")
    stem = f"{new.stem}.since-{commit if records.commit.startswith(revision) else f'{plain}-{commit}'}"
    title = f"{new.tree.meta.title}: changes since {shown}"
    return Wanted(
        Version(f"{old.name} at {shown}", old.data, old.names),
        Version(f"{new.name} (as the records are now)", new.data, new.names),
        _author(asked, graphs[1]), asked.date, asked.out or folder, stem, title,
        is_internal=True, in_own_folder=asked.out is None,
        grouped=partial(by_record, (old.tree, new.tree), graphs, records.subjects),
    )  # fmt: skip


def _build(opened: Opened, filing: Filing, final: bool) -> _Built:
    prepared = prepare(opened.session, opened.workspace, filing, final)
    if prepared.document is None:
        raise CannotContinueError(f"`{filing.id}` cannot be made", "`probata check` says why")
    made = finish(prepared, "docx")
    if not made.data:
        faults = "; ".join(found.message for found in made.diagnostics)
        raise CannotContinueError(f"`{filing.id}` cannot be made: {faults}", "mend what is named, then try again")
    return _Built(file_name(filing, prepared.document, "docx", final), made.data, prepared.document, made.names)


def _refuse_outgoing(out: Path | None) -> None:
    """Raise `CannotContinueError` for a folder of what goes to others."""
    if out and OUTGOING in out.resolve().parts:
        raise CannotContinueError(
            f"`{out.as_posix()}` is for others, and a redline of the case's own drafts is yours alone",
            "choose another folder, or name two Word files that the others have",
        )


def _folder(opened: Opened, held: ExitStack) -> Path:
    graph = opened.session.graph
    name = opened.place.path.name if graph is None else graph.name
    folder: OutputFolder = open_folder(opened.house.documents, name, held)
    return folder.internal / REDLINES


def _author(asked: Asked, graph: CaseGraph) -> str:
    prepared = graph.case.prepared_by
    return asked.author or prepared.name or prepared.organisation or NOBODY
