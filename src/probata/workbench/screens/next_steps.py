"""What to do next: each filing ready or blocked, at most seven decisions, then what is to be corrected."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from probata.checks.engine.first_page import first_page
from probata.pipeline.case_checks import Checked
from probata.workbench.bench import desk_of, page


async def show(request: Request) -> Response:
    """Show what is found where it is known; else the frame at once, since looking takes seconds."""
    desk = desk_of(request)
    # Not by the threads of the library, which it loads at their first use, behind the first page.
    return await asyncio.to_thread(lambda: _page(request, desk.looked_before()))


def found(request: Request) -> Response:
    """Look through the whole case and show what is found."""
    return _page(request, desk_of(request).looked())


def _page(request: Request, looked: Checked | None) -> Response:
    shown = first_page(looked.findings, looked.blocked, looked.places, looked.to_do) if looked else None
    return page(request, "next_steps.html", found=shown)


ROUTES = [Route("/next", show), Route("/next/found", found)]
