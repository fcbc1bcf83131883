"""The start page: the cases of this folder, the sample, a new case, one that is brought from elsewhere."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from probata.workbench.bench import bench_of, page
from probata.workbook.read_records import FILE_NAME


async def show(request: Request) -> Response:
    """List the cases; with one open, go on to what is to be done."""
    if bench_of(request).desk is not None and "choose" not in request.query_params:
        return RedirectResponse("/next", 303)
    return await run_in_threadpool(_page, request)


def _page(request: Request, refused: str = "", status: int = 200) -> Response:
    cases = [(path.name, *_about(path)) for path in bench_of(request).office.cases()]
    return page(request, "start.html", status, cases=cases, refused=refused)


def _about(path: Path) -> tuple[str, str, bool]:
    """Return the title of a case, the day on which it was last changed, and whether it is a workbook."""
    from probata.messages import load_wording
    from probata.model.dates import parse_when

    book = path / FILE_NAME
    changed = max((found.stat().st_mtime_ns for found in path.iterdir() if found.is_file()), default=0)
    day = date.fromtimestamp(changed / 1e9)  # noqa: DTZ012  # a day as the user's own clock has it
    return _title(path, changed), load_wording("en-GB").when(parse_when(day.isoformat())), book.exists()


@lru_cache(maxsize=500)
def _title(path: Path, changed: int) -> str:
    """Return the title of a case, read anew when one of its files was changed."""
    del changed
    from probata.pipeline.opening import title_of_case

    return title_of_case(path)


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
            else bench.office.new(str(form.get("name", "")).strip(), form.get("keep") == "workbook")
        )
    except ValueError as error:
        return _page(request, str(error), 422)
    bench.desk = bench.office.open(path)
    return _opened()


async def bring(request: Request) -> Response:
    """Make a case of a workbook or of the files of a folder; paths are taken below the new folder alone."""
    bench = bench_of(request)
    async with request.form(max_files=_MOST_FILES) as form:
        sent = {one.filename or "": await one.read() for one in form.getlist("file") if isinstance(one, UploadFile)}
        name = str(form.get("name", "")).strip()
    if len(sent) == 1:
        sent = {FILE_NAME if only.lower().endswith(".xlsx") else only: data for only, data in sent.items()}
    kept = {
        path: data for path, data in sent.items() if not any(part.startswith((".", "~$")) for part in path.split("/"))
    }
    try:
        path = await run_in_threadpool(bench.office.bring, name, kept)
    except ValueError as error:
        return _page(request, str(error), 422)
    bench.desk = bench.office.open(path)
    return _opened()


_MOST_FILES = 5000

ROUTES = [
    Route("/", show),
    Route("/open", open_one, methods=["POST"]),
    Route("/begin", begin, methods=["POST"]),
    Route("/bring", bring, methods=["POST"]),
]
