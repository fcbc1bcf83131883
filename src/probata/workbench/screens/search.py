"""Search over records (their texts, titles and ids) and the words of held copies, in any script."""

from __future__ import annotations

import sqlite3
import threading
import weakref
from collections.abc import Iterator, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from probata.graph import CaseGraph
from probata.graph.titles import title_of
from probata.model.kinds import KINDS
from probata.source.node import Node, to_plain
from probata.workbench.bench import KIND_NAMES, desk_of, page
from probata.workbench.desk import Desk
from probata.workbench.screens.evidence import text_of


def show(request: Request) -> Response:
    """Show what is found."""
    desk, words = desk_of(request), request.query_params.get("q", "").strip()
    index = index_of(desk)
    begin_to_read(desk, index)
    reads = index.is_reading  # asked first: what is taken in meanwhile is then asked for once more
    held = index.answer(*asked(words, HELD)) if words else []
    found = find(desk, words) if words else []
    return page(request, "search.html", q=words, found=found, held=held, reads=reads, kind_names=KIND_NAMES)


def find(desk: Desk, words: str) -> list[tuple[str, str, str, str]]:
    """Return kind, id, title and an excerpt of the records that hold all words or parts of words, the best first."""
    return index_of(desk).answer(*asked(words, TEXTS))


TEXTS, HELD = "texts", "held"
"""The tables: records, and pages of held copies."""


def asked(words: str, table: str) -> tuple[str, list[str]]:
    """Return the query for all words or parts of words, with what is put into it."""
    terms = words.split()
    long = " AND ".join(f'"{word.replace(_QUOTE, _QUOTE * 2)}"' for word in terms if len(word) >= _TRIGRAM)
    short = [f"%{_as_written(word)}%" for word in terms if len(word) < _TRIGRAM]
    query = _IN_WORDS if long else _SHORT
    query = query.replace("TRUE", " AND ".join(["body LIKE ? ESCAPE '\\'"] * len(short)) or "TRUE")
    return query.replace("texts", table), [*([long] if long else []), *short]


_QUOTE, _TRIGRAM = '"', 3
_IN_WORDS = """SELECT kind, id, title, snippet(texts, 3, '', '', '…', 64) FROM texts
               WHERE texts MATCH ? AND TRUE
               ORDER BY is_ours(kind), bm25(texts, 0, 0, 1, 0) = 0, place(kind), rank LIMIT 60"""
_SHORT = """SELECT kind, id, title, substr(body, 1, 160) FROM texts WHERE TRUE
            ORDER BY is_ours(kind), place(kind) LIMIT 60"""
"""Words of one or two characters, as in Han, are in no trigram."""

_OURS = ("decisions", "reads", "changes", "sent", "bundles", "points")
"""What is kept of our own work. It stands behind the case, there titles before texts and people before sources."""
_PLACES = {kind.key: number for number, kind in enumerate(KINDS)}


def _as_written(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


class Index:
    """The texts of all records in memory; trigrams find parts of words, and words of scripts without spaces.

    It outlasts the reading of a case: of the next one the records that changed are written anew.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._turn = threading.Lock()
        self._known: dict[tuple[str, str], tuple[int, Node, int]] = {}
        self._texts = sqlite3.connect(":memory:", check_same_thread=False)
        weakref.finalize(self, self._texts.close)  # with the desk of which it is the index
        self.is_reading = False
        self._copies: set[tuple[str, str]] = set()
        columns = (
            "kind UNINDEXED, id UNINDEXED, title, body"  # of a page of a copy, the copy and the number of the page
        )
        self._texts.create_function("is_ours", 1, _OURS.__contains__)
        self._texts.create_function("place", 1, _PLACES.get)
        for table in (TEXTS, HELD):
            self._texts.execute(f"CREATE VIRTUAL TABLE {table} USING fts5({columns}, tokenize='trigram')")

    def update(self, graph: CaseGraph) -> None:
        """Take the records as they are now."""
        with self._turn:
            left = dict(self._known)
            for kind in KINDS:
                for key in graph.records.get(kind.key, ()):
                    node = graph.nodes[kind.key, key]
                    number, before, digest = left.pop((kind.key, key), (0, None, 0))
                    if before is not node:
                        self._write(number, digest, node, kind.key, key, title_of(graph, kind.key, key) or key)
            for name, (number, _, _) in left.items():
                self._texts.execute("DELETE FROM texts WHERE rowid = ?", (number,))
                del self._known[name]

    def _write(self, number: int, digest: int, node: Node, kind: str, key: str, title: str) -> None:
        row = (kind, key, title, " · ".join(_leaves(to_plain(node))))
        if number and digest != hash(row):
            self._texts.execute("DELETE FROM texts WHERE rowid = ?", (number,))
        if not number or digest != hash(row):
            number = self._texts.execute("INSERT INTO texts VALUES (?, ?, ?, ?)", row).lastrowid or 0
        self._known[kind, key] = (number, node, hash(row))

    def read_copies(self, desk: Desk, graph: CaseGraph) -> None:
        """Take the words of the copies that are held now, one after the other; others may ask meanwhile."""
        try:
            now = {(one.id, one.sha256): one.name for one in graph.copies}
            for gone in self._copies - now.keys():
                with self._turn:
                    self._texts.execute("DELETE FROM held WHERE kind = ?", (gone[0],))
            self._copies &= now.keys()
            for copy in now.keys() - self._copies:
                text = text_of(desk, graph, copy[0])
                rows = [(copy[0], str(number), now[copy], one.text)
                        for number, one in enumerate(text.pages if text else (), 1)]  # fmt: skip
                with self._turn:
                    self._texts.executemany("INSERT INTO held VALUES (?, ?, ?, ?)", rows)
                self._copies.add(copy)
        finally:
            self.is_reading = False

    def lacks(self, graph: CaseGraph) -> bool:
        """Tell whether copies are held now whose words were not taken, or no longer."""
        return {(one.id, one.sha256) for one in graph.copies} != self._copies

    def answer(self, query: str, given: Sequence[str]) -> list[tuple[str, str, str, str]]:
        """Return the rows of a query."""
        with self._turn:
            return list(self._texts.execute(query, given))


def index_of(desk: Desk) -> Index:
    """Return the index of the case as it is now."""
    index: Index = desk.lasting.setdefault("index", Index())
    if graph := desk.graph:
        desk.known("index", lambda: index.update(graph))
    return index


def begin_to_read(desk: Desk, index: Index) -> None:
    """Read in the background what is held and was not read; what is open elsewhere waits for none of it."""
    graph = desk.graph
    with desk.turn("reading copies"):
        if graph is None or index.is_reading or not index.lacks(graph):
            return
        index.is_reading = True
    threading.Thread(target=index.read_copies, args=(desk, graph), daemon=True).start()


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
