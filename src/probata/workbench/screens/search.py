"""Search over records: their texts, titles and ids, by words in any script."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from probata.graph import CaseGraph
from probata.graph.titles import title_of
from probata.model.kinds import KINDS
from probata.source.node import Node, to_plain
from probata.workbench.bench import desk_of, page
from probata.workbench.desk import Desk


def show(request: Request) -> Response:
    """Show what is found."""
    desk, words = desk_of(request), request.query_params.get("q", "").strip()
    return page(request, "search.html", q=words, found=find(desk, words) if words else [])


def find(desk: Desk, words: str) -> list[tuple[str, str, str, str]]:
    """Return kind, id, title and an excerpt of the records that hold all words or parts of words, the best first."""
    index = desk.known("index", lambda: _index(desk.graph))
    terms = words.split()
    long = " AND ".join(f'"{word.replace(_QUOTE, _QUOTE * 2)}"' for word in terms if len(word) >= _TRIGRAM)
    short = [f"%{_as_written(word)}%" for word in terms if len(word) < _TRIGRAM]
    query = _IN_WORDS if long else _SHORT
    query = query.replace("TRUE", " AND ".join(["body LIKE ? ESCAPE '\\'"] * len(short)) or "TRUE")
    return list(index.execute(query, [*([long] if long else []), *short]))


_QUOTE, _TRIGRAM = '"', 3
_IN_WORDS = """SELECT kind, id, title, snippet(texts, 3, '', '', '…', 24) FROM texts
               WHERE texts MATCH ? AND TRUE ORDER BY rank LIMIT 60"""
_SHORT = "SELECT kind, id, title, substr(body, 1, 160) FROM texts WHERE TRUE LIMIT 60"
"""Words of one or two characters, as in Han, are in no trigram."""


def _as_written(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _index(graph: CaseGraph | None) -> sqlite3.Connection:
    """Return the texts of all records in memory; trigrams find parts of words, and words of scripts without spaces."""
    made = sqlite3.connect(":memory:", check_same_thread=False)
    made.execute("CREATE VIRTUAL TABLE texts USING fts5(kind UNINDEXED, id UNINDEXED, title, body, tokenize='trigram')")
    rows = _rows(graph) if graph else ()
    made.executemany("INSERT INTO texts VALUES (?, ?, ?, ?)", rows)
    return made


def _rows(graph: CaseGraph) -> Iterator[tuple[str, str, str, str]]:
    for kind in KINDS:
        for key in graph.records.get(kind.key, ()):
            yield kind.key, key, title_of(graph, kind.key, key) or key, " · ".join(_texts(graph.nodes[kind.key, key]))


def _texts(node: Node) -> Iterator[str]:
    yield from _leaves(to_plain(node))


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for below in value.values():
            yield from _leaves(below)
    elif isinstance(value, list):
        for below in value:
            yield from _leaves(below)
    elif value:
        yield str(value)


ROUTES = [Route("/search", show)]
