"""The fictional case with changes of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path
from shutil import copytree, rmtree

from tests.filings.cases import CLAIMS, EXAMPLE, FilingName
from tests.filings.made import whole_of, workspace

from probata.changes.lines import Line, lines_of
from probata.checks import Drafted
from probata.document.tree import Document
from probata.pipeline import Session, draft, open_case, plan

Fields = Mapping[str, str]


def case_with(folder: Path, changes: Iterable[Fields]) -> Session:
    """Read a copy of the case with these changes, each with an author and a date where it gives none."""
    root = folder / EXAMPLE
    rmtree(root, ignore_errors=True)
    copytree(CLAIMS / EXAMPLE, root)
    records = [{"id": f"c{n}", "author": "Ada Reyes", "date": "2026-11-01", **one} for n, one in enumerate(changes)]
    (root / "changes.yaml").write_text(json.dumps(records, ensure_ascii=False, indent=1), encoding="utf-8")
    return open_case(root, EXAMPLE, workspace())


def drafted(session: Session, filing: str) -> Drafted:
    (planned,) = plan(session, workspace(), [filing])
    made, _ = draft(session, workspace(), planned, final=True)
    assert made is not None
    return made


def untouched(filing: str) -> Document:
    """Return the document of a filing as it is without changes."""
    return whole_of(FilingName(EXAMPLE, filing), final=True)[0]


def lines(document: Document) -> tuple[Line, ...]:
    """Return all lines of a finished document, entries of lists of works included."""
    return lines_of(document.blocks, document.meta, "", lambda _: True)


def as_recorded(text: str) -> str:
    """Return a printed text as a record writes it, its marks numbered in order."""
    numbers = count(1)
    return "".join(f"⟦{next(numbers)}⟧" if character == "\ufffc" else character for character in text)
