"""Import: what would become of everything in a file is seen before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from probata.citation.program import find_program
from probata.diagnostics.cannot_continue import CannotContinueError
from probata.importers.changes import Fate
from probata.importers.foreign import CannotImportError
from probata.importers.into_case import (
    Looked,
    Target,
    fields_of_tables,
    holds_entities,
    in_one_line,
    likeliest_kind,
    look_at_entities,
    look_at_table,
    look_at_works,
    table_in,
)
from probata.importers.read_file import FORMS, Wanted, checked, read_file
from probata.importers.records.columns import field_of_heading, kinds_of_tables
from probata.importers.records.remembered import memory_of
from probata.importers.spreadsheet import Table
from probata.importers.works import KIND
from probata.source.text_edits import CannotChangeError
from probata.workbench.bench import KIND_NAMES, bench_of, desk_of, page
from probata.workbench.desk import Desk
from probata.workbench.forms import label_of
from probata.workbench.uploads import CannotUploadError, Upload, uploaded_file

_TABLES = (".csv", ".xlsx")
_OF_ENTITIES = (".jsonl", ".ndjson", ".ijson", ".ftm")
_LEFT_OUT = "-"
_OTHERWISE = "The records were changed meanwhile. Nothing was written: look again, then write."
_UNREADABLE = "Records of this case cannot be read, and what is in them would come in twice. Correct them first."
_NO_WORD = {"IMP162": "No heading is known here. Say below which field a column is."}


@dataclass(frozen=True, slots=True)
class Column:
    """A heading of a table, with the field that it is."""

    number: int
    heading: str
    means: str
    """The field; `-` where it is left out, nothing where it is not known."""


@dataclass(frozen=True, slots=True)
class Look:
    """What would become of a file, as far as it can be said."""

    looked: Looked | None = None
    refused: tuple[str, str] = ("", "")
    """Why nothing can be said of it, and the next step."""

    kind: str = ""
    """Of a table: the kind of its records."""

    table: Table | None = None
    columns: tuple[Column, ...] = ()
    sheets: tuple[str, ...] = ()
    """Of a workbook: the sheet that was read, then the others."""

    struck: tuple[str, ...] = ()

    @property
    def seen(self) -> str:
        """Return what is another where something else would be written."""
        files = [(file.path.as_posix(), file.before, file.after) for file in self.looked.files] if self.looked else []
        return hashlib.sha256(repr(files).encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form says of a file."""

    kind: str = ""
    sheet: str = ""
    fields: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, said: Mapping[str, str]) -> Asked:
        """Read it; what is no kind and no number is passed over, and fields of the kind that it was before."""
        kinds = {kind.key for kind in kinds_of_tables()}
        is_same = said.get("as") == said.get("was")
        given = {name[2:]: value for name, value in said.items() if name.startswith("f.") and is_same}
        fields = {int(number): value for number, value in given.items() if number.isdecimal() and len(number) < 6}
        return cls(said["as"] if said.get("as") in kinds else "", said.get("sheet", ""), fields)


def ask(request: Request, refused: str = "", status: int = 200) -> Response:
    """Ask for the file; say why another one was refused."""
    desk_of(request)
    return page(request, "bring_in.html", status, refused=refused)


async def receive(request: Request) -> Response:
    """Keep the file and go on to what would become of it."""
    desk_of(request)
    try:
        upload = await uploaded_file(request)
    except CannotUploadError as error:
        return ask(request, str(error), 422)
    return RedirectResponse(f"/import/{bench_of(request).uploads.put(upload)}", 303)


def look(request: Request) -> Response:
    """Show what would become of each row, work or entity."""
    return _page(request, Asked.of(request.query_params))


def _page(request: Request, asked: Asked, refused: str = "") -> Response:
    desk, key = desk_of(request), request.path_params["key"]
    upload = bench_of(request).uploads.get(key)
    if upload is None:
        return ask(request, "This file is no longer here. Drop it again.", 404)
    found = _look(desk, upload, asked)
    outcomes = found.looked.plan.outcomes if found.looked else ()
    by_fate = {fate.name.lower(): [one for one in outcomes if one.fate is fate] for fate in Fate}
    is_refused = bool(refused or (found.looked is None and not found.table))
    return page(
        request, "bring_in_look.html", 422 if is_refused else 200, key=key, name=upload.files["file"][0], found=found,
        asked=asked, refused=refused, by_fate=by_fate, kinds=[(one.key, KIND_NAMES[one.key]) for one in
        kinds_of_tables()], fields=[(one, label_of(one)) for one in fields_of_tables(found.kind)] if found.kind else [],
        in_one_line=in_one_line, label_of=label_of, kind_names=KIND_NAMES, most=_SHOWN,
    )  # fmt: skip


_SHOWN = 200
"""Outcomes of one sort that are listed."""


def _look(desk: Desk, upload: Upload, asked: Asked) -> Look:
    """Return what would become of a file."""
    name, data = upload.files["file"]
    path = Path(name)
    try:
        target = _target(desk)
        checked(data, name)
        ending = path.suffix.lower()
        if ending in _TABLES:
            return _look_at_table(data, path, target, asked)
        if ending in _OF_ENTITIES or (FORMS.get(ending) == "csl-json" and holds_entities(data)):
            return Look(look_at_entities(data, path, name, target))
        return Look(look_at_works(read_file(data, path, name, Wanted(), find_program()), target))
    except CannotImportError as error:
        return Look(refused=_told(error.diagnostic.message, error.diagnostic.help or ""))
    except CannotChangeError as error:
        return Look(refused=_told(error.diagnostic.message, error.diagnostic.help or ""))
    except CannotContinueError as error:
        return Look(refused=_told(error.message, error.help))


def _told(fact: str, step: str) -> tuple[str, str]:
    """Return a fact and the next step, where that is one for this page."""
    return fact, "" if "--" in step or "named above" in step else step


def _target(desk: Desk) -> Target:
    graph = desk.graph
    if graph is None:
        raise CannotContinueError(_UNREADABLE.rstrip("."))
    return Target(graph, desk.path, desk.shown, desk.workspace.template_roots)


def _look_at_table(data: bytes, path: Path, target: Target, asked: Asked) -> Look:
    table = table_in(data, path, path.name, asked.sheet)
    kind = asked.kind or likeliest_kind(table)
    memory = memory_of(target.path, target.shown)
    known = memory.fields_of(kind, table.header)
    said = {**known, **_said(table, kind, known, asked)}
    sheets = (table.sheet, *table.others) if table.sheet else ()
    begun = Look(None, ("", ""), kind, table, _columns(table, kind, said), sheets, table.struck)
    try:
        return replace(begun, looked=look_at_table(table, kind, said, memory, target))
    except CannotImportError as error:
        found = error.diagnostic
        told = (_NO_WORD[found.code], "") if found.code in _NO_WORD else _told(found.message, found.help or "")
        return replace(begun, refused=told)


def _said(table: Table, kind: str, known: Mapping[str, str], asked: Asked) -> dict[str, str]:
    """Return what the form says of headings otherwise than they are understood."""
    said: dict[str, str] = {}
    for column in _columns(table, kind, known):
        given = asked.fields.get(column.number, "")
        if given and given != column.means:
            said[column.heading] = "" if given == _LEFT_OUT else given
    return said


def _columns(table: Table, kind: str, said: Mapping[str, str]) -> tuple[Column, ...]:
    return tuple(
        Column(number, heading, _meaning(kind, heading, said))
        for number, heading in enumerate(table.header)
        if heading.strip()
    )


def _meaning(kind: str, heading: str, said: Mapping[str, str]) -> str:
    if heading in said:
        return said[heading] or _LEFT_OUT
    found = field_of_heading(kind, heading)
    return found.shown if found else ""


async def write(request: Request) -> Response:
    """Write what was seen, all of it as one edit."""
    desk, key, form = desk_of(request), request.path_params["key"], await request.form()
    upload = bench_of(request).uploads.get(key)
    said = {name: str(value) for name, value in form.items()}
    asked = Asked.of(said)
    if upload is None:
        return _page(request, asked)
    refused = await run_in_threadpool(_write, desk, upload, asked, said.get("seen", ""))
    if refused:
        return await run_in_threadpool(_page, request, asked, refused)
    return RedirectResponse(f"/import/{key}/done", 303)


def _write(desk: Desk, upload: Upload, asked: Asked, seen: str) -> str:
    with desk.lock:
        found = _look(desk, upload, asked)
        if found.looked is None or found.seen != seen:
            return _OTHERWISE
        try:
            desk.write(f"Import: {upload.files['file'][0]}", found.looked.files)
        except OSError as error:
            return f"Nothing was written: {error}."
        upload.results["written"] = found
    return ""


def done(request: Request) -> Response:
    """Say what was written."""
    desk_of(request)
    upload = bench_of(request).uploads.get(request.path_params["key"])
    found: Look | None = upload.results.get("written") if upload else None
    if upload is None or found is None or found.looked is None:
        return ask(request)
    plan = found.looked.plan
    came: Sequence[Any] = [one for fate in (Fate.ADDED, Fate.FILLED) for one in plan.of(fate)]
    return page(
        request, "bring_in_done.html", name=upload.files["file"][0], came=came[:_SHOWN], more=len(came) - _SHOWN,
        refused=plan.of(Fate.REFUSED), default=KIND, kind_names=KIND_NAMES,
    )  # fmt: skip


ROUTES = [
    Route("/import", ask),
    Route("/import", receive, methods=["POST"]),
    Route("/import/{key}", look),
    Route("/import/{key}", write, methods=["POST"]),
    Route("/import/{key}/done", done),
]
