"""A file dropped onto a source: what becomes of it is seen, then it is in the store of held copies for good."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from probata.diagnostics.cannot_continue import CannotContinueError
from probata.edits.change_case import changed_files
from probata.evidence.preserving import KIND, Fate, Plan, plan
from probata.evidence.store import Seen, Store, look_at
from probata.graph import CaseGraph
from probata.graph.titles import title_of
from probata.model.moment import parse_moment
from probata.model.typed_dates import as_recorded
from probata.output.lock import hold
from probata.source.text_edits import CannotChangeError
from probata.workbench.bench import Bench, bench_of, desk_of, page
from probata.workbench.desk import Desk
from probata.workbench.forms import blank
from probata.workbench.screens.evidence import SOURCES, listed
from probata.workbench.undone import own_folder
from probata.workbench.uploads import CannotUploadError, Upload, uploaded_file

ASKED = ("captured_at", "method", "tool", "url", "received_from", "note")
"""What is asked of a capture; what is left out is not recorded."""
_DROPPED = "dropped-"
_UNREADABLE = "Some records of held copies cannot be read. Correct them first."


async def receive(request: Request) -> Response:
    """Keep the file and go on to what would become of it."""
    desk_of(request)
    try:
        upload = await uploaded_file(request)
    except CannotUploadError as error:
        return await run_in_threadpool(listed, request, str(error), 422)
    return RedirectResponse(f"/preserve/{bench_of(request).uploads.put(upload)}", 303)


def look(request: Request) -> Response:
    """Show what would become of a file."""
    return _look(request, {})


def _look(request: Request, said: Mapping[str, str], refused: str = "") -> Response:
    desk, key = desk_of(request), request.path_params["key"]
    upload, graph = bench_of(request).uploads.get(key), desk.graph
    if upload is None or graph is None:
        return listed(request, "This file is no longer here. Drop it again." if graph else _UNREADABLE, 404)
    source = upload.said.get("source", "")
    try:
        with _on_disk(desk, upload) as seen:
            planned = plan(graph, Store.of(graph.root), [seen], _of(source, {})).planned[0]
    except (CannotContinueError, OSError) as error:
        return listed(request, f"{error}.", 422)
    return page(
        request, "preserve.html", 422 if refused else 200, key=key, planned=planned, said=said, refused=refused,
        is_new=planned.fate is Fate.NEW, is_taken=planned.fate not in (Fate.HELD, Fate.TWICE),
        asked=[(name, blank(KIND, (name,))) for name in ASKED],
        source=title_of(graph, SOURCES, source) or "", source_id=source,
    )  # fmt: skip


@contextmanager
def _on_disk(desk: Desk, upload: Upload) -> Iterator[Seen]:
    """Give the file as one of the disk, beside the records, for as long as it is looked at."""
    name, data = upload.files["file"]
    with TemporaryDirectory(prefix=_DROPPED, dir=own_folder(desk.folder)) as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield replace(look_at(path), called=upload.called["file"])


def _of(source: str, said: Mapping[str, str]) -> dict[str, str]:
    return {**({"source": source} if source else {}), **{name: said[name] for name in ASKED if said.get(name)}}


async def write(request: Request) -> Response:
    """Take the file into the store, and its record into the case."""
    form = await request.form()
    said = {name: str(value).strip() for name, value in form.items()}
    said["captured_at"] = as_recorded(said.get("captured_at", ""))
    return await run_in_threadpool(_write, request, said)


def _write(request: Request, said: Mapping[str, str]) -> Response:
    bench, desk, key = bench_of(request), desk_of(request), request.path_params["key"]
    upload = bench.uploads.get(key)
    if upload is None:
        return _look(request, said)
    try:
        copy = _preserved(bench, desk, upload, said)
    except CannotChangeError as error:
        return _look(request, said, f"Nothing was written: {error.diagnostic.message}.")
    except (CannotContinueError, OSError, ValueError) as error:
        return _look(request, said, f"Nothing was written: {error}.")
    return RedirectResponse(f"/evidence/{copy}" if copy else "/evidence", 303)


def _preserved(bench: Bench, desk: Desk, upload: Upload, said: Mapping[str, str]) -> str:
    """Write, the bytes first; return the id of the copy. Raises where anything refuses, and nothing is written then."""
    at = bench.office.now()
    with desk.alone(), ExitStack() as there:
        for left in own_folder(desk.folder).glob(f"{_DROPPED}*"):  # by a program that was ended meanwhile
            rmtree(left, ignore_errors=True)
        seen = there.enter_context(_on_disk(desk, upload))
        graph = desk.graph
        if graph is None or graph.unread.holds_any([KIND]):
            raise CannotContinueError(_UNREADABLE.rstrip("."))
        source = upload.said.get("source", "")
        if source and source not in graph.records.get(SOURCES, {}):
            raise CannotContinueError("this source was taken out meanwhile")
        store = Store.of(graph.root)
        made = plan(graph, store, [seen], _of(source, said))
        _refuse(graph, made, said, at)
        with hold(store.folder):
            added = store.add([one.seen for one in made.taken()], at)
            changes = made.changes(graph, added, at)
            if changes:
                desk.change(f"Held copy: {seen.name}", changes)
        return next((one.record for one in made.planned), "")


def _refuse(graph: CaseGraph, made: Plan, said: Mapping[str, str], at: str) -> None:
    """Raise `CannotContinueError` or `CannotChangeError` where the record could not be written, before anything is."""
    if given := said.get("captured_at", ""):
        try:
            captured = parse_moment(given)
        except ValueError as error:
            raise CannotContinueError(f"“{given}” is {error}") from None
        if parse_moment(at).is_surely_before(captured):
            raise CannotContinueError(f"“{given}” is yet to come")
    changed_files(graph, made.changes(graph, (), at))


ROUTES = [
    Route("/preserve", receive, methods=["POST"]),
    Route("/preserve/{key}", look),
    Route("/preserve/{key}", write, methods=["POST"]),
]
