"""A filing as its readers will see it, live: each sentence leads to its record, and what is found stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from probata.checks.engine.first_page import first_page
from probata.diagnostics import Diagnostic
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.pipeline.case_checks import Checked
from probata.workbench.assets_served import font_faces
from probata.workbench.bench import REVISION, desk_of, page
from probata.writers.format import WriteError
from probata.writers.html.page import live_page

if TYPE_CHECKING:
    from probata.pipeline import Prepared


def show(request: Request) -> Response:
    """Show a filing with what it lacks, where that is known; else the frame at once."""
    return _page(request, desk_of(request).looked_before())


def found(request: Request) -> Response:
    """Look through the whole case and show what the filing lacks."""
    return _page(request, desk_of(request).looked())


def _page(request: Request, looked: Checked | None) -> Response:
    filing = request.path_params["filing"]
    if filing not in dict(desk_of(request).outline().filings):
        return page(request, "gone.html", 404, kind="filings", key=filing)
    of_it = None
    if looked:
        of_it = first_page((), {filing: looked.blocked.get(filing, ())}, {}, looked.to_do)
    return page(request, "document.html", filing=filing, found=of_it, refused="refused" in request.query_params)


def behind(request: Request) -> Response:
    """Lead from words of a document to the field they come from or wait for; of words of the template, say so."""
    desk, filing = desk_of(request), desk_of(request).filing(request.path_params["filing"])
    record, field = (request.query_params.get(name, "") for name in ("record", "field"))
    kind, _, key = record.partition("/")
    graph = desk.graph
    if filing is None or graph is None:
        return page(request, "gone.html", 404, kind="filings", key=request.path_params["filing"])
    if kind == "filing":
        kind, field = "case", f"filings.{desk.filings().index(filing)}.{field}"
    if kind == "case" or graph.has(kind, key):
        return RedirectResponse(f"/record/{kind}/{quote(key or kind, '')}?{urlencode({'field': field})}", 303)
    if Origin(record).is_section:
        return RedirectResponse(f"/new/narrative?{urlencode({'f.place': field})}", 303)
    return page(request, "from_template.html", filing=filing.id, forum=dict(desk.outline().filings)[filing.id])


def live(request: Request) -> Response:
    """Return the document itself, part by part one below the other; what is found in it is asked for afterwards."""
    desk = desk_of(request)
    desk.session()
    revision = {REVISION: str(desk.revision)}
    filing = desk.filing(request.path_params["filing"])
    if filing is None:
        return page(request, "no_document.html", 404, findings=())
    prepared = desk.composed(filing)
    if prepared.document is None:
        answer: Response = page(request, "no_document.html", findings=prepared.findings)
        answer.headers.update(revision)
        return answer
    try:
        text, _ = live_page(_part(request, prepared), prepared.options, f"/document/{filing.id}/look.css")
    except WriteError as error:
        return PlainTextResponse(f"The document cannot be shown: {error}.", 422)
    return Response(text, media_type="text/html", headers=revision)


def _part(request: Request, prepared: Prepared) -> Document:
    """Return the part that is asked for, or the brief."""
    part = request.query_params.get("part", "")
    return next((one for one in prepared.documents if one.meta.part == part), prepared.documents[0])


def look(request: Request) -> Response:
    """Return the style sheet of the document."""
    desk = desk_of(request)
    filing = desk.filing(request.path_params["filing"])
    prepared = desk.composed(filing) if filing else None
    if prepared is None or not prepared.documents:
        return Response("", media_type="text/css")
    _, css = live_page(prepared.documents[0], prepared.options, "")
    return Response(f"{font_faces()}\n{css}\n{_LIVE}", media_type="text/css")


_LIVE = """
[data-record] { cursor: pointer; }
[data-record]:hover { background: #fff3bf; }
[data-record].shown { background: #fff7d6; box-shadow: -0.4rem 0 0 #e0b000; }
span[data-record].shown { box-shadow: 0 0.15em 0 #e0b000; }
.found { border-inline-start: 4px solid #c92a2a; padding-inline-start: 0.5rem; }
.found.should { border-color: #b08900; }
:focus-visible { outline: 2px solid #1c4f8f; outline-offset: 2px; }
"""


def findings(request: Request) -> Response:
    """Return what is found in the document, by record, with the parts that the filing has.

    For a reading that is no longer the last one nothing is looked for: whoever asked asks again.
    """
    desk = desk_of(request)
    desk.session()
    asked = request.query_params.get("of", "")
    filing = desk.filing(request.path_params["filing"])
    if filing is None:
        return JSONResponse({"parts": [], "found": {}})
    if asked and asked != str(desk.revision):
        return Response(status_code=204)
    prepared = desk.prepared(filing)
    found: dict[str, list[dict[str, str]]] = {}
    for one in prepared.findings:
        found.setdefault(one.record, []).append(_told(one))
    return JSONResponse({"parts": [one.meta.part for one in prepared.documents], "found": found})


def _told(found: Diagnostic) -> dict[str, str]:
    return {"level": found.severity.value, "message": str(found.message), "help": str(found.help)}


ROUTES = [
    Route("/document/{filing}", show),
    Route("/document/{filing}/found", found),
    Route("/document/{filing}/from", behind),
    Route("/document/{filing}/live", live),
    Route("/document/{filing}/look.css", look),
    Route("/document/{filing}/findings", findings),
]
