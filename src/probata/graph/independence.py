"""Which sources are independent of one another, and what each of them goes back to.

Sources count once where they share publisher, author, `publisher_group` or `origin_group`, or where we know them only
through the same work; so do those that an exhibit joins to statements of one witness. An authority that was read stands
by itself; an instrument is law and no evidence of a fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from probata.graph.case_graph import CaseGraph
from probata.graph.statements_of_sources import statements_by_source
from probata.model.authority import Authority
from probata.model.source_record import Author, Source

SEEN = frozenset({"held", "on_file"})

_OF_THEIR_AUTHORS = frozenset({"book", "chapter", "article-journal", "thesis", "paper-conference"})
"""Works that their authors answer for: two books of one university press are not of one origin."""
_PRESS = frozenset({"article-newspaper", "article-magazine", "broadcast"})
"""Works whose container is who publishes them. Sites are not: strangers post on one platform."""


def known_through(graph: CaseGraph, source: Source) -> Source:
    """Return the work through which a source is known, the first named; the source itself where it was seen."""
    passed = {source.id}
    while source.held not in SEEN and source.cited_in:
        citing = graph.find("sources", Source, source.cited_in[0].source)
        if citing is None or citing.id in passed:
            break
        passed.add(citing.id)
        source = citing
    return source


def names_of(source: Source) -> frozenset[str]:
    """Return who answers for a source, publisher and authors, in a form that can be compared."""
    publishers = [] if source.type in _OF_THEIR_AUTHORS else [source.publisher]
    publishers += [source.container_title] if source.type in _PRESS and not source.publisher else []
    names = (*publishers, *map(_full_name, source.author))
    return frozenset(plain_name(name) for name in names if name)


def plain_name(name: str) -> str:
    """Return a name without capitals, doubled spaces and the article before it."""
    return " ".join(name.casefold().split()).removeprefix("the ")


def _full_name(author: Author) -> str | None:
    """Return the name of an author; none where a bare family name could be that of another."""
    if author.literal:
        return author.literal
    return f"{author.given} {author.family}" if author.given and author.family else None


def origins_of(graph: CaseGraph) -> Origins:
    """Return the origins of the sources of a case, for all that ask."""
    return graph.once("origins", lambda: Origins(graph))


@dataclass(slots=True)
class Origins:
    """The origins of the sources of a case, each worked out once."""

    graph: CaseGraph
    _groups: dict[str, str] = field(init=False)
    """Publisher → the group in which a record puts it."""
    _witnesses: dict[str, set[str]] = field(init=False, default_factory=dict)
    """Source → the persons whose statements it holds, as exhibits say."""
    _known: dict[str, frozenset[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Learn which publishers belong to which group, and which sources hold whose statements."""
        self._groups = {
            plain_name(source.publisher): source.publisher_group
            for source in self.graph.sources
            if source.publisher and source.publisher_group
        }
        held = statements_by_source(self.graph)
        self._witnesses = {source: {one.person for one in several} for source, several in held.items()}

    def independent(self, cited: Iterable[str]) -> tuple[str, ...]:
        """Return sources and authorities of which no two have a common origin, as many as a simple choice finds.

        What has the fewest origins is taken first, so that a joint work does not make one of two separate ones.
        """
        origins = {key: self.of(key) for key in dict.fromkeys(cited)}
        taken: set[str] = set()
        chosen = []
        for key in sorted(origins, key=lambda key: len(origins[key])):
            if origins[key] and not origins[key] & taken:
                chosen.append(key)
                taken |= origins[key]
        return tuple(chosen)

    def of(self, key: str) -> frozenset[str]:
        """Return the origins of a source or authority; none where it proves nothing by itself."""
        if key not in self._known:
            self._known[key] = frozenset(self._origins(key))
        return self._known[key]

    def _origins(self, key: str) -> Iterator[str]:
        source = self.graph.find("sources", Source, key)
        authority = self.graph.find("authorities", Authority, key)
        if source is None:
            if authority and (authority.verified or authority.read_on):
                yield f"work {key}"
            return
        through = known_through(self.graph, source)
        if source.held == "not_located" and through is source:
            return
        for work in (source, through):
            yield f"work {work.id}"
            yield from (f"name {self._groups.get(name, name)}" for name in names_of(work))
            yield from (f"name {group}" for group in (work.publisher_group,) if group)
            yield from (f"origin {group}" for group in (work.origin_group,) if group)
            yield from (f"witness {person}" for person in sorted(self._witnesses.get(work.id, ())))
