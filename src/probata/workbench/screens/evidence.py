"""Evidence: which copies of sources are held; one of them page by page, and a passage of it as a quotation."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from probata.evidence.held_copies import HeldCopies
from probata.evidence.held_text import Fault, HeldText
from probata.evidence.page_numbers import page_numbers
from probata.evidence.store import Store
from probata.evidence.verify import Answer, Item, Verification, alike
from probata.graph import CaseGraph
from probata.graph.titles import title_of
from probata.model.held_copy import HeldCopy
from probata.pipeline.held_copies import held_copies
from probata.source.in_child import Child, ChildError
from probata.workbench.bench import bench_of, desk_of, page
from probata.workbench.desk import Desk

COPIES, SOURCES = "copies", "sources"
_DRAW = "probata.evidence.page_picture:draw_page"

WHY_NOT: dict[Fault, str] = {
    "locked": "It asks for a password, and its text cannot be read.",
    "damaged": "It is damaged, or not what its name says, and its text cannot be read.",
    "too-large": "It is larger than is read here; what follows is its beginning.",
    "no-reader": "Its text cannot be read here.",
    "no-item": "The archive has no such item.",
    "changed": "Its bytes are not those that were preserved. Preserve the original again, which puts it back.",
    "crash": "The program that reads it broke. Its text cannot be read.",
    "time": "It takes too long to read.",
    "memory": "It takes too much memory to read.",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A source with the copies of it that are held."""

    id: str
    title: str
    copies: Sequence[HeldCopy]


def listed(request: Request, refused: str = "", status: int = 200) -> Response:
    """List the sources with their held copies, those without one last; say why something was refused."""
    desk = desk_of(request)
    graph = desk.graph
    if graph is None:
        return page(request, "unread.html")
    store = Store.of(graph.root)
    sources = [Source(key, title_of(graph, SOURCES, key) or key, tuple(_copies_of(graph, key)))
               for key in graph.records.get(SOURCES, {})]  # fmt: skip
    held = [one for one in sources if one.copies]
    loose = tuple(_copies_of(graph, None))
    gone = {one.id for one in graph.copies if store.path_of(one.sha256) is None}
    return page(
        request, "evidence.html", status, held=held, loose=loose, gone=gone, refused=refused,
        lacking=[one for one in sources if not one.copies], chosen=request.query_params.get("source", ""),
    )  # fmt: skip


def verify(request: Request) -> Response:
    """Look whether the store still holds what the records say."""
    desk = desk_of(request)
    graph, refused, items = desk.graph, "", list[Item]()
    if graph is None:
        return page(request, "unread.html")
    try:
        items = list(Verification.of_case(graph, desk.session().reading, bench_of(request).office.now()).items())
    except OSError as error:
        refused = f"The store cannot be read: {error}."
    wrong = [one for one in items if one.answer is not Answer.PASS]
    return page(
        request,
        "verified.html",
        wrong=alike(wrong),
        number=len(wrong),
        all=len(items),
        copies=len(graph.copies),
        refused=refused,
    )


def _copies_of(graph: CaseGraph, source: str | None) -> list[HeldCopy]:
    return [one for one in graph.copies if one.source == source]


def show_copy(request: Request) -> Response:
    """Show a page of a copy, as it looks and as text."""
    desk = desk_of(request)
    graph, copy = desk.graph, _copy(desk, request)
    if graph is None or copy is None:
        return page(request, "gone.html", 404, kind=COPIES, key=request.path_params["copy"])
    read = text_of(desk, graph, copy.id)
    text = read or HeldText()
    number = min(max(int(_digits(request.query_params.get("page", ""))), 1), max(len(text.pages), 1))
    return page(
        request, "held_copy.html", copy=copy, is_there=read is not None, text=text, number=number,
        shown=text.pages[number - 1] if text.pages else None, why=WHY_NOT.get(text.fault, ""),
        is_drawn=read is not None and text.fault in ("", "too-large") and _is_drawn(copy),
        cited=_cited(copy, text, number), source=title_of(graph, SOURCES, copy.source) if copy.source else "",
    )  # fmt: skip


def _copy(desk: Desk, request: Request) -> HeldCopy | None:
    graph = desk.graph
    return graph.find(COPIES, HeldCopy, request.path_params["copy"]) if graph else None


def _digits(text: str) -> str:
    return text if text.isascii() and text.isdigit() and len(text) < 7 else "1"


def _is_drawn(copy: HeldCopy) -> bool:
    kind = copy.media_type or ""
    return kind == "application/pdf" or (kind.startswith("image/") and not kind.startswith("image/svg"))


def _cited(copy: HeldCopy, text: HeldText, number: int) -> str:
    """Return how a page is cited; the source alone where its pages are not counted."""
    if not copy.source:
        return ""
    numbers = page_numbers(text)
    called = numbers.called(number).partition(" ")[0] if numbers.pages else ""
    return f"{copy.source}, p. {called}" if called else copy.source


def text_of(desk: Desk, graph: CaseGraph, copy: str) -> HeldText | None:
    """Return the words of a copy; the checks take them from where they are kept. `None` where its bytes are gone."""
    held = held_copies(graph, desk.workspace).copies.get(copy)
    if held is None:
        return None
    with desk.turn(("text", held.sha256)):
        return HeldCopies([held], desk.workspace.store).text(copy)


def picture(request: Request) -> Response:
    """Draw a page of a copy: what the browser gets is never a byte of the file."""
    desk = desk_of(request)
    graph, copy = desk.graph, _copy(desk, request)
    path = Store.of(graph.root).path_of(copy.sha256) if graph and copy else None
    if copy is None or path is None or not _is_drawn(copy):
        return Response("not found", 404, media_type="text/plain")
    number = request.path_params["number"]
    try:
        with Child() as child:
            drawn = child.call(_DRAW, path=str(path.absolute()), media_type=copy.media_type, page=number)
    except ChildError:
        return Response("this page cannot be drawn", 404, media_type="text/plain")
    return Response(b64decode(drawn), media_type="image/jpeg")


ROUTES = [
    Route("/evidence", listed),
    Route("/verified", verify),
    Route("/evidence/{copy}", show_copy),
    Route("/evidence/{copy}/page/{number:int}", picture),
]
