"""A redline of a document of a case against a Word file."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

from probata.cli.asked_for import filings_asked_for
from probata.cli.cannot_continue import CannotContinueError
from probata.cli.opening import find_named, open_found
from probata.cli.redline_document import Asked, Built, author_of, build, folder_of, refuse_outgoing
from probata.cli.redline_made import Version, Wanted, make
from probata.cli.redline_versions import read_version
from probata.cli.terminal import Terminal
from probata.document.tree import BRIEF
from probata.pipeline import DRAFT


def redline_with_file(case: str, file: Path, which: Literal["old", "new"], asked: Asked, terminal: Terminal) -> None:
    """Make the redline of one document of a case and a Word file, which is its `old` or `new` version."""
    refuse_outgoing(asked.out)
    opened = open_found(find_named(case, asked.templates))
    graph = opened.graph(terminal)
    planned = filings_asked_for(opened, asked.forums)
    if len(planned) > 1:
        ids = ", ".join(filing.id for filing in planned)
        raise CannotContinueError("the case has several documents", f"name the one with `--forum`: {ids}")
    built = _part_called(build(opened, planned[0], asked.final), file.name)
    ours = Version(f"{built.name} (as the records are now)", built.data, built.names)
    stem = f"{built.stem}.changes-{'since' if which == 'old' else 'in'}.{file.stem}"
    with ExitStack() as held:
        folder = folder_of(opened, held)
        other = read_version(file, folder.parent)
        old, new = (other, ours) if which == "old" else (ours, other)
        wanted = Wanted(
            old, new, author_of(asked, graph), asked.date, asked.out or folder, stem,
            f"Changes from {old.name} to {new.name}", is_internal=True, in_own_folder=asked.out is None,
        )  # fmt: skip
        make(wanted, terminal)


def _part_called(built: Mapping[str, Built], name: str) -> Built:
    """Return the part of a filing that a file is a version of, going by its name; else the brief."""
    own = name.removeprefix(DRAFT).partition(".")[0]
    called = (one for one in built.values() if one.stem.removeprefix(DRAFT).partition(".")[0] == own)
    return next(called, built[BRIEF])
