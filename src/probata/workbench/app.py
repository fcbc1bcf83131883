"""The table of the screens, and the application that serves them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from functools import cache

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route, Router
from starlette.types import Receive, Scope, Send

from probata.source.text_edits import CannotChangeError
from probata.workbench import assets_served
from probata.workbench.bench import Bench, NoCaseError, bench_of, page
from probata.workbench.doors import Doors
from probata.workbench.screens import next_steps, start

_EVERY = 1.0
"""Seconds after which the files are looked at again."""
_IDLE = 5
"""So many looks without a change: nobody is saving."""


async def events(request: Request) -> Response:
    """Tell the page whenever the case was changed, here or in another program."""
    bench = bench_of(request)

    async def told() -> AsyncIterator[str]:
        last, unchanged = -1, 0
        bench.is_seen.set()
        while not bench.is_ending() and not await request.is_disconnected():
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


def refused(request: Request, error: Exception) -> Response:
    """Say in a sentence why something cannot be done."""
    told = str(error)
    return page(request, "message.html", 409, message=f"{told[:1].upper()}{told[1:]}.")


def broken(request: Request, error: Exception) -> Response:
    """Say that the program has a fault; what was typed stays in the page."""
    del error
    return page(request, "message.html", 500, message="Something went wrong in Probata. Nothing was changed.")


_LOADING = threading.Lock()
"""Two threads that load the same modules in another order would see some of them half loaded."""


@cache
def other_screens() -> Router:
    """Return the screens behind the first page, which load all that reads, composes and changes a case."""
    with _LOADING:
        from probata.workbench.screens import (
            bring_in,
            decide,
            document,
            evidence,
            files_made,
            from_word,
            pick,
            pictures,
            preserve,
            printed,
            proofs,
            record,
            redline,
            reviews,
            search,
        )

    every = (record, pick, decide, document, printed, reviews, files_made, from_word, bring_in, redline, search,
             pictures, proofs, preserve, evidence)  # fmt: skip
    return Router([route for screen in every for route in screen.ROUTES])


async def others(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer for the screens behind the first page."""
    await (await run_in_threadpool(other_screens))(scope, receive, send)


FIRST = [Route("/events", events), *assets_served.ROUTES, *start.ROUTES, *next_steps.ROUTES]
"""What the first page asks for."""


_HANDLERS = {NoCaseError: to_start, CannotChangeError: refused, OSError: refused, Exception: broken}


def application(bench: Bench, port: int, log: Callable[[str], None]) -> Doors:
    """Return the application of one run, behind its doors."""
    app = Starlette(routes=FIRST, exception_handlers=_HANDLERS)
    app.router.default = others
    app.state.bench = bench
    return Doors(app, bench.keys, port, log)
