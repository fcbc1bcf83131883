"""A filing as its PDF, live: page by page as pictures, since no browser shows a PDF in a frame that may run nothing."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from probata.workbench.assets_served import KEPT
from probata.workbench.bench import REVISION, desk_of, page
from probata.workbench.desk import Desk
from probata.writers.format import MissingLibraryError, WriteError

if TYPE_CHECKING:
    from probata.pipeline import Prepared


def show(request: Request) -> Response:
    """Show the pages of a part; a page on which nothing changed keeps its name, and is not fetched again."""
    desk, filing, part = desk_of(request), request.path_params["filing"], request.query_params.get("part", "")
    desk.session()
    revision = str(desk.revision)
    names: tuple[str, ...] = ()
    said = "This document cannot be made yet"
    try:
        part = _part(desk, filing, part)
        names = tuple(_pages(desk, filing, part))
    except (WriteError, MissingLibraryError) as error:
        said = str(error)
    answer = page(request, "printed.html", names=names, filing=filing, part=part, said=said)
    answer.headers[REVISION] = revision
    return answer


def one(request: Request) -> Response:
    """Return one page."""
    desk, part = desk_of(request), request.query_params.get("part", "")
    found = _pages(desk, request.path_params["filing"], part).get(request.path_params["name"])
    if found is None:
        return Response(status_code=404)
    return Response(found, media_type="image/svg+xml", headers=KEPT)


def _pages(desk: Desk, filing: str, part: str) -> dict[str, bytes]:
    """Return the pages by the names that what stands on them has; equal ones count."""
    return desk.known(("pages", filing, part), lambda: _set(desk, filing, part))


def _prepared(desk: Desk, filing: str) -> Prepared | None:
    wanted = desk.filing(filing)
    return desk.composed(wanted) if wanted else None


def _part(desk: Desk, filing: str, part: str) -> str:
    """Return the part that is meant: where the filing has none of that name its first, so that a page has one name."""
    prepared = _prepared(desk, filing)
    parts = [one.meta.part for one in prepared.documents] if prepared else []
    return part if part in parts else next(iter(parts), part)


def _set(desk: Desk, filing: str, part: str) -> dict[str, bytes]:
    from probata.writers.pdf.write import live_pages  # with a library of 80 MB, where somebody wants it

    prepared = _prepared(desk, filing)
    document = next((one for one in prepared.documents if one.meta.part == part), None) if prepared else None
    if prepared is None or document is None:
        return {}
    named: dict[str, bytes] = {}
    for made in live_pages(document, prepared.options):
        name = hashlib.sha256(made).hexdigest()[:24]
        named[name if name not in named else f"{name}-{len(named)}"] = made
    return named


ROUTES = [Route("/document/{filing}/pages", show), Route("/document/{filing}/pages/{name}", one)]
