"""Reviews: who read which allegation, for what, whether that still stands, and signing one off. And what was filed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import get_args

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from probata.edits.change import NewRecords
from probata.graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.dates import parse_when
from probata.model.read import AllegationRead
from probata.proof.new_read import CannotReadError, new_read, refuse_what_cannot_be
from probata.proof.reads import ReadState, read_states
from probata.source.text_edits import CannotChangeError
from probata.workbench.bench import bench_of, called, desk_of, page

FOR = {"fact": "the facts", "law": "the law", "source_protection": "the protection of sources", "libel": "defamation"}
"""As what an allegation is read, in words."""


def show(request: Request, refused: str = "", status: int = 200) -> Response:
    """List the allegations with the reads of each."""
    graph = desk_of(request).graph
    rows = list(_rows(graph)) if graph else []
    filings = graph.case.filings if graph else ()
    return page(
        request,
        "reviews.html",
        status,
        rows=rows,
        kinds=FOR,
        filings=filings,
        as_of=graph.case.as_of if graph else None,
        refused=refused,
        called=partial(called, graph),
    )


def _rows(graph: CaseGraph) -> Iterator[tuple[Allegation, dict[str, list[ReadState]]]]:
    states = read_states(graph)
    for allegation in graph.allegations:
        if allegation.pursued:
            of_it = [one for one in states if one.allegation == allegation.id]
            yield allegation, {kind: [one for one in of_it if one.read_as == kind] for kind in FOR}


async def sign(request: Request) -> Response:
    """Write a read down."""
    desk, form = desk_of(request), await request.form()
    graph = desk.graph
    by, result = str(form.get("by", "")).strip(), "differs" if form.get("result") == "differs" else "confirmed"
    found = graph.find("allegations", Allegation, str(form.get("allegation", ""))) if graph else None
    kinds: list[AllegationRead] = [kind for kind in get_args(AllegationRead) if form.get(kind)]
    if graph is None or found is None or not by or not kinds:
        return show(request, "Say who read it, and for what.", 422)
    day = parse_when(bench_of(request).office.today())
    taken = {read.id for read in graph.reads}
    records = [new_read(graph, found, kind, by, day.text, taken) for kind in kinds]
    try:
        for kind, record in zip(kinds, records, strict=True):
            refuse_what_cannot_be(graph, record, kind, day, result)
        desk.change(f"Read: {found.id}", [NewRecords("reads", [one | {"result": result} for one in records])])
    except (CannotReadError, CannotChangeError, OSError) as error:
        return show(request, f"{str(error)[:1].upper()}{str(error)[1:]}.", 422)
    return RedirectResponse("/reviews", 303)


ROUTES = [Route("/reviews", show), Route("/reviews", sign, methods=["POST"])]
