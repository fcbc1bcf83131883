"""What to do next: each filing ready or blocked, at most seven decisions, then what is to be corrected."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from probata.checks.engine.first_page import first_page
from probata.workbench.bench import desk_of, page


def show(request: Request) -> Response:
    """Show the frame at once; what is found follows, since looking takes seconds."""
    desk_of(request)
    return page(request, "next_steps.html", found=None)


def found(request: Request) -> Response:
    """Look through the whole case and show what is found."""
    looked = desk_of(request).looked()
    shown = first_page(looked.findings, looked.blocked, looked.places)
    return page(request, "next_found.html", found=shown)


ROUTES = [Route("/next", show), Route("/next/found", found)]
