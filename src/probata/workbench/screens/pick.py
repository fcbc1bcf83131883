"""What a field may name, found by words of its title: the field holds the id, and nobody need know it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from probata.forum.discovery import known_forums
from probata.forum.load import load_forum
from probata.graph.titles import title_of
from probata.law import load_catalogue
from probata.model.kinds import KIND_BY_KEY
from probata.workbench.bench import KIND_NAMES, desk_of
from probata.workbench.desk import Desk
from probata.workbench.forms import Field, fields_in

MOST = 12
"""How many are offered at once; a further word finds the others."""


def find(request: Request) -> Response:
    """Return what a field may name that has all words in its title or id, those first that begin with them."""
    desk = desk_of(request)
    words = request.query_params.get("q", "").casefold().split()
    kinds = request.query_params.get("kinds", "").split("-")
    found = [
        (not title.casefold().startswith(words[0]) if words else False, key, title, kind)
        for kind in kinds for key, title in titles(desk, kind)
        if all(word in f"{title} {key}".casefold() for word in words)
    ]  # fmt: skip
    found.sort(key=lambda one: one[0])
    several = len(kinds) > 1
    shown = [
        {"id": key, "title": title, "kind": KIND_NAMES.get(kind, "") if several else ""}
        for _, key, title, kind in found[:MOST]
    ]
    return JSONResponse({"found": shown, "more": max(0, len(found) - MOST)})


def titles(desk: Desk, kind: str) -> Sequence[tuple[str, str]]:
    """Return the ids and titles of what there is of a kind."""
    return desk.known(("titles", kind), lambda: tuple(_titles(desk, kind)))


def named_in(desk: Desk, form: Field) -> Mapping[str, str]:
    """Return the titles of what the fields of a form name, by id."""
    naming = [field for field in fields_in(form) if field.named]
    kinds = dict.fromkeys(kind for field in naming for kind in field.references)
    by_kind = {kind: desk.known(("by id", kind), partial(_by_id, desk, kind)) for kind in kinds}
    found: dict[str, str] = {}
    for field in naming:
        for kind in field.references:
            if title := by_kind[kind].get(field.named):
                found.setdefault(field.named, title)
    return found


def _by_id(desk: Desk, kind: str) -> Mapping[str, str]:
    return dict(titles(desk, kind))


def _titles(desk: Desk, kind: str) -> Iterator[tuple[str, str]]:
    graph, law = desk.graph, load_catalogue()
    if kind in KIND_BY_KEY:
        for key in graph.records.get(kind, ()) if graph else ():
            yield key, (title_of(graph, kind, key) if graph else "") or key
        left_out = graph.unread.ids.get(kind, ()) if graph else ()
        yield from ((key, key) for key in sorted(left_out) if graph and not graph.has(kind, key))
    match kind:
        case "conduct":
            yield from ((key, code.label) for key, code in law.conduct.items())
        case "instruments":
            yield from ((key, one.title) for key, one in law.instruments.items())
        case "elements":
            yield from ((key, one.label) for key, one in law.elements.items())
        case "filings":
            yield from ((one.id, one.title or one.id) for one in desk.filings())
        case "forums":
            roots = desk.workspace.template_roots
            for key in known_forums(roots):
                forum = load_forum(key, roots).forum
                yield key, f"{forum.profile.title} ({key})" if forum else key


ROUTES = [Route("/pick", find)]
