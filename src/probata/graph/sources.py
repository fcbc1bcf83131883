"""What sources are: independent of one another or not, known through another alone, without the words quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.model.authority import Authority
from probata.model.quotation import Quotation
from probata.model.record import Record
from probata.model.source_record import Author, Source
from probata.model.statement import Statement


def statements_by_source(graph: CaseGraph) -> Mapping[str, tuple[Statement, ...]]:
    """Return the statements by the ids of their sources, in the order of the exhibits, each once.

    A source without a recorded statement is left out.
    """
    return graph.once("statements by source", lambda: _by_source(graph))


def _by_source(graph: CaseGraph) -> dict[str, tuple[Statement, ...]]:
    found: dict[str, dict[str, Statement]] = {}
    for exhibit in graph.exhibits:
        statement = graph.find("statements", Statement, exhibit.statement or "")
        if exhibit.source and statement:
            found.setdefault(exhibit.source, {})[statement.id] = statement
    return {source: tuple(several.values()) for source, several in found.items()}


# Which sources are independent of one another, and what each of them goes back to.
# Sources count once where they share publisher, author, `publisher_group` or `origin_group`, or where we know them
# only through the same work; so do those that an exhibit joins to statements of one witness. An authority that was
# read stands by itself; an instrument is law and no evidence of a fact.

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
    if author.literal:
        return author.literal
    return f"{author.given} {author.family}" if author.given and author.family else None


def origins_of(graph: CaseGraph) -> Origins:
    """Return the origins of the sources of a case, for all that ask."""
    return Origins(graph)


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of the sources of a case, each worked out once."""

    graph: CaseGraph

    def _groups(self) -> dict[str, str]:
        """Return the group in which a record puts a publisher."""
        return {
            plain_name(source.publisher): source.publisher_group
            for source in self.graph.sources
            if source.publisher and source.publisher_group
        }

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
        return self.graph.once(("origins", key), lambda: frozenset(self._origins(key)))

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
        groups = self.graph.once("groups of publishers", self._groups)
        held = statements_by_source(self.graph)
        for work in (source, through):
            yield f"work {work.id}"
            yield from (f"name {groups.get(name, name)}" for name in names_of(work))
            yield from (f"name {group}" for group in (work.publisher_group,) if group)
            yield from (f"origin {group}" for group in (work.origin_group,) if group)
            yield from (f"witness {person}" for person in sorted({one.person for one in held.get(work.id, ())}))


# Works that are known through another alone.


def without_addresses_unseen(graph: CaseGraph) -> CaseGraph:
    """Return the case without the addresses of works that nobody of it read: those were copied from the citing work.

    One that is called by its address keeps it.
    """
    unseen = (one for one in graph.sources if one.held in {"cited_in", "not_located"} and one.cited_in)
    bare = {"url": None, "archive_url": None, "accessed": None}
    sources: dict[str, Record] = {
        one.id: one.model_copy(update=bare) for one in unseen if not _is_called_by_address(one)
    }
    printed = (one for one in graph.authorities if one.source in sources)
    authorities: dict[str, Record] = {one.id: one.model_copy(update={"url": None}) for one in printed}
    changed = {"sources": sources, "authorities": authorities}
    records = {kind: {**graph.records.get(kind, {}), **found} for kind, found in changed.items()}
    return replace(graph, records={**graph.records, **records})


def _is_called_by_address(source: Source) -> bool:
    return source.is_untitled and not source.described and source.place == (source.url or "")


# Quotations whose source is recorded as not holding their words.


def why_not_contained(graph: CaseGraph, quotation: Quotation) -> str:
    """Say by what record the source of a quotation does not hold its words; empty where none says so.

    The last read of the quotation itself tells, and where there is none, the last of its source, if that found nothing:
    a source may differ from what we say in other things than these words.
    """
    cited = quotation.quoted_in
    if cited is None:
        return ""
    if cited.against:
        return "`quoted_in` says that it speaks against them"
    for what, results in ((quotation.id, ("differs", "not_found")), (cited.source, ("not_found",))):
        reads = sorted(
            (one for one in graph.reads if (one.read_as, one.what) == ("text", what)), key=lambda one: one.on.first
        )
        if reads:
            last = reads[-1]
            return f"the read {say.words(last.id)} says {say.words(last.result)}" if last.result in results else ""
    return ""
