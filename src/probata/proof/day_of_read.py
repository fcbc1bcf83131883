"""Whether a read can have been made on its day: not before what it rests on, nor before a read that came before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.graph.dated import Dated, dated_in_statement, dated_things, is_after
from probata.model.dates import When
from probata.model.read import Read


class DaysKnown:
    """The dates that the records of a case bear, by record, such as `sources/gazette`."""

    def __init__(self, graph: CaseGraph) -> None:
        self._by_record: dict[str, list[Dated]] = {}
        for dated in _all_of(graph):
            if dated.when:
                self._by_record.setdefault(f"{dated.kind}/{dated.record}", []).append(dated)

    def later_than(self, day: When, records: Iterable[str]) -> str:
        """Say what of some records is dated after a day, the latest; empty where nothing surely is."""
        later = [
            (dated.when.first, f"{dated.what} ({say.date(dated.when)})")
            for record in records
            for dated in self._by_record.get(record, ())
            if dated.when and is_after(dated.when, day)
        ]
        return max(later)[1] if later else ""


def _all_of(graph: CaseGraph) -> Iterator[Dated]:
    yield from dated_things(graph)
    for source in graph.sources:
        yield Dated("sources", source.id, ("issued",), f"source {say.source(source)}", source.issued)
    for statement in graph.statements:
        yield from dated_in_statement(statement)


def read_later(day: When, before: Sequence[Read]) -> Read | None:
    """Return the first of the reads written down before that is dated after a day; `None` where there is none."""
    return next((read for read in before if is_after(read.on, day)), None)
