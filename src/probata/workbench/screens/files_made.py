"""Word and PDF: made in the background, shown with what was said, opened or saved from here."""

from __future__ import annotations

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from probata.workbench.bench import bench_of, desk_of, page

_FORMATS = ("docx", "pdf")


def show(request: Request) -> Response:
    """List the filings with what can be made of them, the builds of this run, and the files that are there."""
    bench, desk = bench_of(request), desk_of(request)
    return page(
        request, "files.html", jobs=list(reversed(bench.jobs.all)), files=_files(bench.office.output(desk.path))
    )


def _files(folder: Path) -> list[tuple[str, str]]:
    """Return the finished files, newest first, with their size in words."""
    found = sorted(folder.glob("outgoing/*"), key=lambda path: (-path.stat().st_mtime_ns, path.name))
    return [(path.name, f"{max(1, path.stat().st_size // 1024)} kB") for path in found if path.is_file()]


async def make(request: Request) -> Response:
    """Begin to make a filing."""
    bench, desk = bench_of(request), desk_of(request)
    form = await request.form()
    filing = desk.filing(str(form.get("filing")))
    formats = [name for name in _FORMATS if form.get(name)] or list(_FORMATS)
    is_final = form.get("final") is not None
    if filing is not None and is_final:
        looked = await run_in_threadpool(desk.looked)
        if looked.blocked.get(filing.id):  # a build would refuse it
            return RedirectResponse(f"/document/{filing.id}?refused=1", 303)
    if filing is not None:
        what = f"{filing.id}, {' and '.join({'docx': 'Word', 'pdf': 'PDF'}[name] for name in formats)}"
        command = bench.office.build(desk.path, filing.id, formats, is_final)
        bench.jobs.begin(f"{what}, {'for filing' if is_final else 'as a draft'}", command)
    return RedirectResponse("/files", 303)


def cancel(request: Request) -> Response:
    """Stop a build."""
    bench, number = bench_of(request), request.path_params["number"]
    if number < len(bench.jobs.all):
        bench.jobs.cancel(number)
    return RedirectResponse("/files", 303)


def download(request: Request) -> Response:
    """Give a finished file; its name is looked for among those that are there."""
    folder = bench_of(request).office.output(desk_of(request).path)
    named = request.path_params["name"]
    if named not in {name for name, _ in _files(folder)}:
        return page(request, "gone.html", 404, kind="files", key=named)
    return FileResponse(folder / "outgoing" / named, filename=named)


ROUTES = [
    Route("/files", show),
    Route("/make", make, methods=["POST"]),
    Route("/jobs/{number:int}/cancel", cancel, methods=["POST"]),
    Route("/files/{name}", download),
]
