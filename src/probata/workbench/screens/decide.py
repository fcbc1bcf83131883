"""A finding: what it means, and the decision to keep it as it is."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from probata.checks import explain
from probata.checks.engine.decisions import is_decided, new_decision
from probata.diagnostics import Diagnostic
from probata.edits.change import NewRecords
from probata.source.text_edits import CannotChangeError
from probata.workbench.bench import bench_of, desk_of, page


def show(request: Request, refused: str = "", status: int = 200) -> Response:
    """Explain a finding on a record, and ask for a decision on it."""
    found = _found(request)
    check, record = _named(request)
    if not found:
        return page(request, "gone.html", 404, kind=check, key=record)
    return page(
        request, "decide.html", status, found=found, check=check, record=record, refused=refused,
        may=not all(map(is_decided, found)), explained=explain(check) or "",
    )  # fmt: skip


async def decide(request: Request) -> Response:
    """Write the decision down."""
    desk, form = desk_of(request), await request.form()
    graph, found = desk.graph, _found(request)
    said = {name: str(form.get(name, "")).strip() for name in ("decision", "reason", "author")}
    if graph is None or not found:
        return show(request)
    if not all(said.values()):
        return show(request, "Say what is decided, why, and by whom.", 422)
    day = bench_of(request).office.today()
    written = new_decision(graph, found, said["decision"], said["reason"], said["author"], day)
    try:
        desk.change(f"Decided: {found[0].name}", [NewRecords("decisions", [written])])
    except CannotChangeError as error:
        return show(request, str(error), 422)
    except OSError as error:
        return show(request, f"Nothing was saved: {error}.", 422)
    return RedirectResponse(f"/record/{found[0].record}?decided=1", 303)


def _named(request: Request) -> tuple[str, str]:
    return request.path_params["check"], f"{request.path_params['kind']}/{request.path_params['key']}"


def _found(request: Request) -> list[Diagnostic]:
    check, record = _named(request)
    return [one for one in desk_of(request).looked().findings if (one.name, one.record) == (check, record)]


ROUTES = [
    Route("/finding/{check}/{kind}/{key}", show),
    Route("/finding/{check}/{kind}/{key}", decide, methods=["POST"]),
]
