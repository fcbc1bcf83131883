"""A record as a form: seen, changed, added, taken out; and the outline that leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from probata.diagnostics import Diagnostic, Severity
from probata.edits.change import NewRecords, WholeRecord
from probata.graph import CaseGraph
from probata.graph.titles import naming, title_of
from probata.law import load_catalogue
from probata.messages import load_wording
from probata.model.dates import parse_when
from probata.model.kinds import KIND_BY_KEY
from probata.model.schema import CASE
from probata.model.typed_dates import as_recorded
from probata.output import PlacingError
from probata.source.text_edits import CannotChangeError
from probata.workbench.bench import KIND_NAMES, desk_of, page
from probata.workbench.desk import Desk
from probata.workbench.forms import (
    Field,
    as_sent,
    begun,
    blank,
    form_of,
    loc_of,
    merged,
    record_of,
    references_in,
    with_dates,
)

PER_PAGE = 200


def outline(request: Request) -> Response:
    """List the records of a kind, a page at a time, or those whose title holds some words."""
    desk, kind = desk_of(request), request.path_params["kind"]
    graph = desk.graph
    words = request.query_params.get("q", "").casefold()
    start = int(request.query_params.get("from", "0") or 0)
    found = [(key, title) for key, title in _titles(graph, kind) if words in f"{key} {title}".casefold()]
    shown = found[start : start + PER_PAGE]
    more = start + PER_PAGE if len(found) > start + PER_PAGE else 0
    return page(request, "outline.html", kind=kind, records=shown, more=more, q=words)


def _titles(graph: CaseGraph | None, kind: str) -> Iterator[tuple[str, str]]:
    for key in graph.records.get(kind, ()) if graph else ():
        yield key, (title_of(graph, kind, key) if graph else "") or key


def show(request: Request) -> Response:
    """Show a record."""
    desk = desk_of(request)
    kind, key = _named(request)
    try:
        record = desk.record(kind, key)
    except (CannotChangeError, LookupError):
        return page(request, "gone.html", 404, kind=kind, key=key)
    return _form(request, desk, kind, key, record)


def _form(
    request: Request, desk: Desk, kind: str, key: str, record: dict[str, Any], status: int = 200, **more: Any
) -> Response:
    graph = desk.graph
    shown = {"saved": "", "refused": None, "conflicts": (), "is_new": False, "named_by": (), "digest": "", **more}
    shown["digest"] = shown["digest"] or desk.remember(record)
    form = form_of(kind, record)
    lists = _lists(graph, form)
    return page(
        request, "record.html", status, kind=kind, key=key, form=form,
        title=(title_of(graph, kind, key) if graph and not shown["is_new"] else "") or key or "New",
        kind_name="Case" if kind == CASE else KIND_NAMES[kind], lists=lists,
        titles={key: title for several in lists.values() for key, title in several if title != key},
        findings=_findings(desk, kind, key), field=request.query_params.get("field", ""), **shown,
    )  # fmt: skip


def _lists(graph: CaseGraph | None, form: Field) -> dict[str, list[tuple[str, str]]]:
    """Return what may be named in the fields of a form, by kind."""
    kinds = dict.fromkeys(kind for kinds in references_in(form) for kind in kinds)
    return {kind: list(_titles(graph, kind) if kind in KIND_BY_KEY else _of_the_law(graph, kind)) for kind in kinds}


def _of_the_law(graph: CaseGraph | None, kind: str) -> Iterator[tuple[str, str]]:
    """Give what a field may name that no record is: codes of conduct, instruments, elements, and the filings."""
    law = load_catalogue()
    match kind:
        case "conduct":
            yield from ((key, code.label) for key, code in law.conduct.items())
        case "instruments":
            yield from ((key, one.title) for key, one in law.instruments.items())
        case "elements":
            yield from ((key, one.label) for key, one in law.elements.items())
        case "filings":
            yield from ((one.id, one.forum) for one in (graph.case.filings if graph else ()))


def _findings(desk: Desk, kind: str, key: str) -> tuple[Diagnostic, ...]:
    """Return what is known to be found in a record; nothing is looked for."""
    known = desk.known_findings()
    name = f"{kind}/{desk.graph.name if desk.graph and kind == CASE else key}"
    return tuple(one for one in known if one.record == name and one.severity is not Severity.INFO)


async def save(request: Request) -> Response:
    """Save a record: what both sides changed otherwise is shown, and nothing is written then."""
    desk = desk_of(request)
    kind, key = _named(request)
    sent = await request.form()
    ours = _sent(kind, sent)
    try:
        now = desk.record(kind, key)
        base = desk.remembered(str(sent.get("digest", ""))) or now
        made, conflicts = merged(as_sent(base), ours, as_sent(now))
        if conflicts:
            seen = desk.remember(now)
            return _form(request, desk, kind, key, {"id": key, **ours}, 409, conflicts=conflicts, digest=seen)
        if made != as_sent(now):
            whole = WholeRecord(kind, "" if kind == CASE else key, _in_order(now, made))
            desk.change(f"{KIND_NAMES.get(kind, kind)}: {key}", [whole])
    except CannotChangeError as error:
        return _form(request, desk, kind, key, {"id": key, **ours}, 422, refused=error.diagnostic)
    except (PlacingError, OSError) as error:
        return _form(request, desk, kind, key, {"id": key, **ours}, 422, refused=_not_written(error))
    except LookupError:
        return page(request, "gone.html", 404, kind=kind, key=key)
    return _form(request, desk, kind, key, desk.record(kind, key), saved="Saved.")


def _in_order(now: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    """Return a record with its fields in the order of its file; new ones come last."""
    head = {"id": now["id"]} if "id" in now else {}
    return {**head, **{key: made[key] for key in now if key in made}, **made}


def _sent(kind: str, form: FormData) -> dict[str, Any]:
    texts = ((name, value) for name, value in form.multi_items() if isinstance(value, str))
    return with_dates(kind, record_of(texts))


def _not_written(error: OSError) -> Diagnostic:
    return Diagnostic("WRT102", "not-saved", Severity.ERROR, f"nothing was saved: {error}",
                      help="close the file in other programs, and save again")  # fmt: skip


def new(request: Request) -> Response:
    """Show an empty form for a record of a kind."""
    desk, kind = desk_of(request), request.path_params["kind"]
    if kind not in KIND_BY_KEY:
        return page(request, "gone.html", 404, kind=kind, key="")
    return _form(request, desk, kind, "", begun(kind), is_new=True)


async def add(request: Request) -> Response:
    """Add a record; its id is made of what it is called, where none is given."""
    desk, kind = desk_of(request), request.path_params["kind"]
    sent = await request.form()
    ours = _sent(kind, sent)
    key = _id_for(desk.graph, kind, str(sent.get("id", "")).strip(), ours)
    try:
        desk.change(f"{KIND_NAMES[kind]}: {key} added", [NewRecords(kind, [{"id": key, **ours}])])
    except CannotChangeError as error:
        return _form(request, desk, kind, "", ours, 422, refused=error.diagnostic, is_new=True)
    except (PlacingError, OSError) as error:
        return _form(request, desk, kind, "", ours, 422, refused=_not_written(error), is_new=True)
    return RedirectResponse(f"/record/{kind}/{key}", 303)


def _id_for(graph: CaseGraph | None, kind: str, given: str, record: dict[str, Any]) -> str:
    words = given or next((value for value in record.values() if isinstance(value, str)), "") or kind
    base = re.sub(r"[^A-Za-z0-9]+", "-", words).strip("-").lower()[:60] or "new"
    taken = graph.records.get(kind, {}) if graph else {}
    names = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
    return given or next(name for name in names if name not in taken)


def remove(request: Request) -> Response:
    """Take a record out, unless others still name it; these are listed then."""
    desk = desk_of(request)
    kind, key = _named(request)
    graph = desk.graph
    named_by = naming(graph, kind, key) if graph else ()
    try:
        if named_by:
            return _form(request, desk, kind, key, desk.record(kind, key), 409, named_by=named_by)
        desk.change(f"{KIND_NAMES[kind]}: {key} removed", [WholeRecord(kind, key, None)])
    except CannotChangeError as error:
        return _form(request, desk, kind, key, desk.record(kind, key), 422, refused=error.diagnostic)
    except (PlacingError, OSError) as error:
        return _form(request, desk, kind, key, desk.record(kind, key), 422, refused=_not_written(error))
    return RedirectResponse("/next", 303)


def empty(request: Request) -> Response:
    """Return an empty field, or entry of a list, to be put into a form."""
    desk, kind = desk_of(request), request.path_params["kind"]
    del desk
    try:
        field = blank(kind, loc_of(request.query_params.get("path", "")))
    except (LookupError, KeyError):
        return page(request, "gone.html", 404, kind=kind, key="")
    return page(request, "field_alone.html", field=field, kind=kind)


def date(request: Request) -> Response:
    """Say what is understood of a date as it was typed."""
    typed = request.query_params.get(request.query_params.get("name", ""), "").strip()
    read = as_recorded(typed)
    try:
        told = load_wording("en-GB").when(parse_when(read)) if typed else ""
    except ValueError:
        told = "not understood yet; write 21 Aug 2015, Aug 2015 to Apr 2017, or about 2014"
    return page(request, "date.html", read=told)


def undo(request: Request) -> Response:
    """Take the last edit back."""
    try:
        desk_of(request).undo()
    except PlacingError as error:
        return page(request, "message.html", 409, message=f"This could not be undone: {error}.")
    return RedirectResponse(request.query_params.get("back", "/next"), 303)


def _named(request: Request) -> tuple[str, str]:
    return request.path_params["kind"], request.path_params.get("key", "")


ROUTES = [
    Route("/outline/{kind}", outline),
    Route("/undo", undo, methods=["POST"]),
    Route("/new/{kind}", new),
    Route("/new/{kind}", add, methods=["POST"]),
    Route("/blank/{kind}", empty),
    Route("/date", date),
    Route("/record/{kind}/{key}", show),
    Route("/record/{kind}/{key}", save, methods=["POST"]),
    Route("/record/{kind}/{key}/remove", remove, methods=["POST"]),
]
