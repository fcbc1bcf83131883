"""A record as a form: seen, changed, added, taken out; and the outline that leads to it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from probata.diagnostics import Diagnostic, Severity
from probata.edits.change import NewRecords, WholeRecord
from probata.edits.ids import free_id, words_of
from probata.graph import CaseGraph
from probata.graph.titles import naming, title_of
from probata.model.decision import Decision
from probata.model.kinds import KIND_BY_KEY
from probata.model.schema import CASE
from probata.source.text_edits import CannotChangeError
from probata.workbench.bench import KIND_NAMES, called, desk_of, page
from probata.workbench.desk import Desk
from probata.workbench.forms import (
    as_sent,
    begun,
    blank,
    called_by,
    fields_lacking,
    form_of,
    in_form,
    loc_of,
    merged,
    record_of,
    refused_for,
    understood,
    with_dates,
    with_faults,
)
from probata.workbench.screens.pick import named_in, titles
from probata.workbench.undone import ChangedSinceError

PER_PAGE = 200
_LONGEST_ID = 60
_FILINGS = "filings"
"""Parts of the case, which findings name as if they were records."""


def outline(request: Request) -> Response:
    """List the records of a kind, a page at a time, or those whose title holds some words."""
    desk, kind = desk_of(request), request.path_params["kind"]
    words = request.query_params.get("q", "").casefold()
    start = int(request.query_params.get("from", "0") or 0)
    found = [(key, title) for key, title in titles(desk, kind) if words in f"{key} {title}".casefold()]
    shown = found[start : start + PER_PAGE]
    more = start + PER_PAGE if len(found) > start + PER_PAGE else 0
    unread = _unread(desk, kind) if not start else ()
    return page(request, "outline.html", kind=kind, records=shown, more=more, q=words, unread=unread)


def _unread(desk: Desk, kind: str) -> Iterator[Diagnostic]:
    """Give what is wrong with the files of a kind as a whole, so that records in them are not among those listed."""
    for one in desk.session().reading:
        if one.severity is Severity.ERROR and not one.record and one.span:
            file = Path(one.span.path.partition("#")[0])
            if kind in (file.stem, file.parent.name):
                yield one


def show(request: Request) -> Response:
    """Show a record."""
    desk = desk_of(request)
    kind, key = _named(request)
    if kind == _FILINGS:
        return RedirectResponse(f"/record/{CASE}/{CASE}?field={_FILINGS}", 303)
    try:
        record = desk.record(kind, key)
    except CannotChangeError:
        return page(request, "gone.html", 404, kind=kind, key=key)
    return _form(request, desk, kind, key, record)


def _form(
    request: Request, desk: Desk, kind: str, key: str, record: dict[str, Any], status: int = 200, **more: Any
) -> Response:
    graph = desk.graph
    shown = {
        "saved": "", "refused": None, "conflicts": (), "is_new": False, "new_id": "", "named_by": (), "digest": "",
        "open_elsewhere": desk.open_elsewhere(), "is_unsaved": False, "once": secrets.token_urlsafe(12), **more,
    }  # fmt: skip
    shown["digest"] = shown["digest"] or desk.remember(record)
    found = _findings(desk, kind, key)
    wrong = [one for one in (*found, shown["refused"]) if one and one.severity is not Severity.INFO]
    form = form_of(kind, {**fields_lacking(kind, record, wrong), **record})
    shown["refused"] = [in_form(one, form) for one in refused_for(shown["refused"], form)]
    found = tuple(in_form(one, form) for one in found)
    form = with_faults(form, (*(one for one in found if one.severity is not Severity.INFO), *shown["refused"]))
    return page(
        request, "record.html", status, kind=kind, key=key, form=form,
        title=(title_of(graph, kind, key) if graph and not shown["is_new"] else "") or key or "A new record",
        kind_name="Case" if kind == CASE else KIND_NAMES[kind], titles=named_in(desk, form),
        findings=found, decided=_decided(graph, kind, key), is_decided="decided" in request.query_params,
        field=request.query_params.get("field", ""), **shown,
    )  # fmt: skip


def _findings(desk: Desk, kind: str, key: str) -> tuple[Diagnostic, ...]:
    """Return what is known to be found in a record, of the case in its filings too; nothing is looked for."""
    is_here = {f"{kind}/{key}"}.__contains__ if kind != CASE else lambda name: name.startswith((CASE, _FILINGS))
    return tuple(one for one in desk.known_findings() if is_here(one.record) and not one.decided_by)


def _decided(graph: CaseGraph | None, kind: str, key: str) -> list[Decision]:
    """Return what was decided of a record."""
    return [one for one in graph.decisions if one.record == f"{kind}/{key}"] if graph else []


async def save(request: Request) -> Response:
    """Save a record: what both sides changed otherwise is asked about, and nothing is written then."""
    sent = await request.form()
    return await run_in_threadpool(_save, request, sent)


def _save(request: Request, sent: FormData) -> Response:
    desk = desk_of(request)
    kind, key = _named(request)
    ours = _sent(kind, sent)
    chosen = {str(name): str(sent.get(f"keep.{name}", "")) for name in sent.getlist("conflict")}
    try:
        with desk.alone():
            now = desk.record(kind, key)
            seen = desk.remember(now)
            base = desk.remembered(str(sent.get("digest", ""))) or {}
            made, conflicts = merged(as_sent(base), ours, as_sent(now), chosen)
            shown = _in_order(now, made) if conflicts else now
            if not conflicts and made != as_sent(now):
                whole = WholeRecord(kind, "" if kind == CASE else key, _in_order(now, made))
                what = called(desk.graph, f"{kind}/{key}")
                desk.change(what, [whole], lambda: desk.record(kind, key) == now)
                shown = desk.record(kind, key)
    except (CannotChangeError, OSError) as error:
        return _not_saved(request, desk, kind, key, sent, error)
    if conflicts:
        return _form(request, desk, kind, key, shown, 409, conflicts=conflicts, digest=seen)
    return _form(request, desk, kind, key, shown, saved="Saved.")


def _not_saved(request: Request, desk: Desk, kind: str, key: str, sent: FormData, error: Exception) -> Response:
    """Show a form that was not saved as it was sent, with what it was filled from; of a record that is gone, as new."""
    graph, shown = desk.graph, {"id": key, **_sent(kind, sent, with_empty=True)}
    if graph and kind in KIND_BY_KEY and kind not in graph.unread.kinds and key not in dict(titles(desk, kind)):
        return _form(request, desk, kind, key, shown, 409, refused=_TAKEN_OUT, is_unsaved=True, is_new=True, new_id=key)
    return _form(
        request, desk, kind, key, shown, 422, refused=_why(error), is_unsaved=True, digest=str(sent.get("digest"))
    )


_TAKEN_OUT = Diagnostic(
    "WRT111", "taken-out", Severity.ERROR, "somebody took this record out, or gave it another id, while you wrote",
    help="what you typed is below: add it again, or leave this page",
)  # fmt: skip


def _why(error: Exception) -> Diagnostic:
    if isinstance(error, CannotChangeError):
        return error.diagnostic
    return Diagnostic("WRT110", "not-saved", Severity.ERROR, f"nothing was saved: {error}",
                      help="what you typed is still here; save again when this is mended")  # fmt: skip


def _in_order(now: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    """Return a record with its fields in the order of its file; new ones come last."""
    head = {"id": now["id"]} if "id" in now else {}
    return {**head, **{key: made[key] for key in now if key in made}, **made}


def _sent(kind: str, form: FormData | QueryParams, *, with_empty: bool = False) -> dict[str, Any]:
    sent = ((name, value) for name, value in form.multi_items() if isinstance(value, str))
    return with_dates(kind, record_of(sent, with_empty=with_empty))


def elsewhere(request: Request) -> Response:
    """Say whether a record is still what an open form was filled from."""
    desk = desk_of(request)
    kind, key = _named(request)
    told = ""
    try:
        now = desk.record(kind, key)
        if desk.remember(now) != request.query_params.get("digest"):
            told = ("This record was changed elsewhere. What you typed stays; when you save, you are asked about each "
                    "field that both have changed.")  # fmt: skip
    except CannotChangeError:
        told = "This record was taken out elsewhere, or cannot be read just now. What you typed stays."
    except OSError as error:
        told = f"Nothing can be saved now: {error}. What you typed stays."
    return page(request, "elsewhere.html", told=told)


def new(request: Request) -> Response:
    """Show a form for a new record of a kind: empty, filled like another, or with what the address says of fields."""
    desk, kind = desk_of(request), request.path_params["kind"]
    if kind not in KIND_BY_KEY:
        return page(request, "gone.html", 404, kind=kind, key="")
    like = request.query_params.get("like", "")
    try:
        record = {**desk.record(kind, like)} if like else {**begun(kind), **_sent(kind, request.query_params)}
    except (CannotChangeError, LookupError):
        return page(request, "gone.html", 404, kind=kind, key=like)
    record.pop("id", None)
    return _form(request, desk, kind, "", record, is_new=True)


async def add(request: Request) -> Response:
    """Add a record; its id is made of what it is called, where none is given. A form sent twice adds one."""
    sent = await request.form()
    return await run_in_threadpool(_add, request, sent)


def _add(request: Request, sent: FormData) -> Response:
    desk, kind = desk_of(request), request.path_params["kind"]
    if kind not in KIND_BY_KEY:
        return page(request, "gone.html", 404, kind=kind, key="")
    ours, given = _sent(kind, sent), str(sent.get("id", "")).strip()
    form = (str(sent.get("once", "")), desk.remember({"kind": kind, "id": given, **ours}))
    try:
        with desk.alone():
            key = desk.added.get(form, "") or _id_for(desk.graph, kind, given, ours)
            if form not in desk.added:
                desk.change(f"{KIND_NAMES[kind]}: {key} added", [NewRecords(kind, [{"id": key, **ours}])])
                desk.added[form] = key
    except (CannotChangeError, OSError) as error:
        shown = _sent(kind, sent, with_empty=True)
        return _form(
            request, desk, kind, "", shown, 422, refused=_why(error), is_unsaved=True, is_new=True, new_id=given
        )
    return RedirectResponse(f"/record/{kind}/{key}", 303)


def _id_for(graph: CaseGraph | None, kind: str, given: str, record: dict[str, Any]) -> str:
    if given:
        return given
    taken = {*graph.records.get(kind, ()), *graph.unread.ids.get(kind, ())} if graph else set()
    said = (words_of(text) for text in called_by(kind, record))
    if words := next(filter(None, said), None):
        return free_id("-".join(words)[:_LONGEST_ID].rstrip("-"), "", taken)
    base = "-".join(words_of(KIND_BY_KEY[kind].singular))
    return next(name for number in count(1) if (name := f"{base}-{number}") not in taken)


def remove(request: Request) -> Response:
    """Take a record out, unless others still name it; these are listed then."""
    desk = desk_of(request)
    kind, key = _named(request)
    record = desk.record(kind, key)
    try:
        with desk.alone():
            graph = desk.graph
            named_by = naming(graph, kind, key) if graph else ()
            if not named_by:
                desk.change(f"{called(graph, f'{kind}/{key}')} removed", [WholeRecord(kind, key, None)])
    except (CannotChangeError, OSError) as error:
        return _form(request, desk, kind, key, record, 422, refused=_why(error))
    if named_by:
        told = [(f"{other}/{name}", called(graph, f"{other}/{name}")) for other, name in named_by]
        return _form(request, desk, kind, key, record, 409, named_by=told)
    return RedirectResponse("/next", 303)


def empty(request: Request) -> Response:
    """Return an empty field, or entry of a list, to be put into a form."""
    kind = request.path_params["kind"]
    desk_of(request)
    try:
        field = blank(kind, loc_of(request.query_params.get("path", "")))
    except (LookupError, KeyError):
        return page(request, "gone.html", 404, kind=kind, key="")
    return page(request, "field_alone.html", field=field, kind=kind)


def date(request: Request) -> Response:
    """Say what is understood of a date as it was typed."""
    typed = request.query_params.get(request.query_params.get("name", ""), "").strip()
    try:
        told = understood(typed) if typed else ""
    except ValueError:
        told = "not understood yet; write 21 Aug 2015, Aug 2015 to Apr 2017, or about 2014"
    return page(request, "date.html", read=told)


def undo(request: Request) -> Response:
    """Take the last edit back, or one of the list and all since."""
    oldest = request.query_params.get("from", "")
    try:
        what = desk_of(request).undo(oldest)
    except OSError as error:
        is_next = isinstance(error, ChangedSinceError) and not oldest
        told = f"This could not be undone, and nothing was changed: {error}."
        told += " The edit before it can be undone next." if is_next else ""
        return page(request, "message.html", 409, message=told)
    back = _back(desk_of(request), request.query_params.get("back", ""))
    return RedirectResponse(f"{back}?undone={quote(what)}" if what else back, 303)


def edits(request: Request) -> Response:
    """List what was changed here and can be taken back."""
    return page(request, "edits.html", edits=list(desk_of(request).edits.all()))


def _back(desk: Desk, path: str) -> str:
    """Return the page to go back to, where it is one of ours and its record is still there."""
    steps = path.partition("?")[0].split("/")
    is_record = len(steps) == 4 and steps[:2] == ["", "record"] and steps[2] != CASE
    is_gone = is_record and steps[3] not in dict(titles(desk, steps[2]))
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\")) and "?" not in path
    return path if is_ours and not is_gone else "/next"


def _named(request: Request) -> tuple[str, str]:
    return request.path_params["kind"], request.path_params.get("key", "")


ROUTES = [
    Route("/outline/{kind}", outline),
    Route("/undo", undo, methods=["POST"]),
    Route("/edits", edits),
    Route("/new/{kind}", new),
    Route("/new/{kind}", add, methods=["POST"]),
    Route("/blank/{kind}", empty),
    Route("/date", date),
    Route("/record/{kind}/{key}", show),
    Route("/record/{kind}/{key}", save, methods=["POST"]),
    Route("/record/{kind}/{key}/elsewhere", elsewhere),
    Route("/record/{kind}/{key}/remove", remove, methods=["POST"]),
]
