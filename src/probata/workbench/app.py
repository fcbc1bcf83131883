"""The table of the screens, and the application that serves them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from probata.workbench import assets_served
from probata.workbench.bench import Bench, NoCaseError, bench_of
from probata.workbench.doors import Doors
from probata.workbench.screens import decide, document, files_made, next_steps, printed, record, reviews, search, start

_EVERY = 1.0
"""Seconds after which the files are looked at again."""
_IDLE = 5
"""So many looks without a change: nobody is saving."""


async def events(request: Request) -> Response:
    """Tell the page whenever the case was changed, here or in another program."""
    bench = bench_of(request)

    async def told() -> AsyncIterator[str]:
        last, unchanged = -1, 0
        while not await request.is_disconnected():
            revision = await run_in_threadpool(_revision, bench)
            unchanged += 1
            if revision != last:
                last, unchanged = revision, 0
                yield f"event: revision\ndata: {revision}\n\n"
            if unchanged == _IDLE and bench.desk is not None:
                await run_in_threadpool(bench.desk.tidy)
            await asyncio.sleep(_EVERY)

    return StreamingResponse(told(), media_type="text/event-stream")


def _revision(bench: Bench) -> int:
    if bench.desk is None:
        return 0
    bench.desk.session()
    return bench.desk.revision


def to_start(request: Request, error: Exception) -> Response:
    """Send a page of a case to the start page where none is open."""
    del request, error
    return RedirectResponse("/", 303)


ROUTES = [
    Route("/events", events),
    *assets_served.ROUTES,
    *start.ROUTES,
    *next_steps.ROUTES,
    *record.ROUTES,
    *decide.ROUTES,
    *document.ROUTES,
    *printed.ROUTES,
    *reviews.ROUTES,
    *files_made.ROUTES,
    *search.ROUTES,
]


def application(bench: Bench, port: int, log: Callable[[str], None]) -> Doors:
    """Return the application of one run, behind its doors."""
    app = Starlette(routes=ROUTES, exception_handlers={NoCaseError: to_start})
    app.state.bench = bench
    return Doors(app, bench.keys, port, log)
