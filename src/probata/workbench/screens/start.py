"""The start page: the cases of this folder, the sample, a new case."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from probata.workbench.bench import bench_of, page


def show(request: Request) -> Response:
    """List the cases; with one open, go on to what is to be done."""
    bench = bench_of(request)
    if bench.desk is not None and "choose" not in request.query_params:
        return RedirectResponse("/next", 303)
    return _page(request)


def _page(request: Request, refused: str = "", status: int = 200) -> Response:
    cases = [path.as_posix() for path in bench_of(request).office.cases()]
    return page(request, "start.html", status, cases=cases, refused=refused)


async def open_one(request: Request) -> Response:
    """Open a case of the list, by its number there: no path is taken from a request."""
    bench = bench_of(request)
    form = await request.form()
    cases = bench.office.cases()
    number = str(form.get("case", ""))
    if not number.isdigit() or int(number) >= len(cases):
        return _page(request, "This case is no longer there.", 404)
    bench.desk = bench.office.open(cases[int(number)])
    return _opened()


def _opened() -> Response:
    """Load the whole page anew: another case has other records and documents beside the main part."""
    return Response(headers={"HX-Redirect": "/next"})


async def begin(request: Request) -> Response:
    """Begin a case, or open the copy of the sample."""
    bench = bench_of(request)
    form = await request.form()
    try:
        is_sample = form.get("sample") is not None
        path = (
            bench.office.sample()
            if is_sample
            else bench.office.new(str(form.get("name", "")).strip(), form.get("form") == "workbook")
        )
    except ValueError as error:
        return _page(request, str(error), 422)
    bench.desk = bench.office.open(path)
    return _opened()


ROUTES = [
    Route("/", show),
    Route("/open", open_one, methods=["POST"]),
    Route("/begin", begin, methods=["POST"]),
]
