"""What the read of an allegation rests on: each record that can change under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from probata.graph.case_graph import CaseGraph
from probata.graph.charged import persons_charged
from probata.graph.counts import counts_with
from probata.graph.printed_figures import behind_figures, figures_in
from probata.graph.resolve import cited_keys
from probata.model.allegation import Allegation
from probata.model.kinds import KINDS
from probata.model.parts import own_texts
from probata.model.quotation import Quotation
from probata.model.read import AllegationRead
from probata.model.record import Record
from probata.model.source_record import Source
from probata.model.statement import Statement
from probata.proof.under_command import under_command

_ORDER = tuple(kind.key for kind in KINDS)


def resting_records(graph: CaseGraph, allegation: Allegation, read_as: AllegationRead) -> tuple[str, ...]:
    """Return the records on which a read of an allegation rests, such as `sources/gazette`, each once and in order.

    For every read: the allegation, the counts that argue it, its roles and events, the figures that their texts print
    with the tables behind them, what they and its quotations and tables cite and through what that is known, and the
    exhibits and statements that reproduce it. A read for the facts or the law rests on the posts, relations and bodies
    too through which the command or oversight goes, with what these posts and relations cite; one for the protection of
    sources on the persons behind the evidence and their consents, one for libel on the persons against whom it is made.
    """
    found = {*_of_all(graph, allegation), *_ALSO.get(read_as, _nothing)(graph, allegation)}
    known = (record for record in found if graph.has(*_split(record)))
    return tuple(sorted(known, key=lambda record: (_ORDER.index(_split(record)[0]), record)))


def _split(record: str) -> tuple[str, str]:
    kind, _, key = record.partition("/")
    return kind, key


def _of_all(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    yield f"allegations/{allegation.id}"
    counts = counts_with(graph, allegation.id)
    yield from (f"counts/{one.id}" for one in counts)
    own: list[Record] = [allegation, *counts]
    named = (
        ("roles", [alleged.role for alleged in allegation.roles]),
        ("events", allegation.events),
        ("quotations", _with_nested(graph, (key for item in allegation.evidence for key in item.quotations))),
        ("datasets", [key for item in allegation.evidence for key in item.datasets]),
        *((kind, [key]) for kind, key in behind_figures(graph, _printed(own))),
    )
    for kind, keys in named:
        yield from (f"{kind}/{key}" for key in keys)
        own += [record for key in keys if (record := graph.records.get(kind, {}).get(key))]
    cited = _known_through(graph, (key for record in own for _, key in cited_keys(record)))
    for key in cited:
        yield from (f"sources/{key}", f"authorities/{key}")
    for exhibit in graph.exhibits:
        if exhibit.source in cited:
            yield from (f"exhibits/{exhibit.id}", *([f"statements/{exhibit.statement}"] if exhibit.statement else []))


def _printed(records: Iterable[Record]) -> Iterator[str]:
    """Give the figures that texts print: a corrected cell changes what was read."""
    yield from (name for record in records for _, text in own_texts(record) for name in figures_in(text))


def _with_nested(graph: CaseGraph, ids: Iterable[str]) -> tuple[str, ...]:
    """Return quotations with all that stand inside them."""
    found: dict[str, None] = {}
    ahead = list(ids)
    while ahead:
        if (key := ahead.pop()) not in found:
            found[key] = None
            quotation = graph.find("quotations", Quotation, key)
            ahead.extend(quotation.nested if quotation else ())
    return tuple(found)


def _known_through(graph: CaseGraph, keys: Iterable[str]) -> frozenset[str]:
    """Return what is cited with the works through which it is known."""
    found: set[str] = set()
    ahead = list(keys)
    while ahead:
        if (key := ahead.pop()) not in found:
            found.add(key)
            source = graph.find("sources", Source, key)
            ahead.extend(citation.source for citation in (source.cited_in if source else ()))
    return frozenset(found)


def _nothing(_graph: CaseGraph, _allegation: Allegation) -> Iterator[str]:
    return iter(())


def _protected(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    """Give the persons who may be put at risk, and what they agreed to."""
    statements = (_split(record)[1] for record in _of_all(graph, allegation) if record.startswith("statements/"))
    made = (graph.find("statements", Statement, key) for key in statements)
    quoted = (graph.find("quotations", Quotation, key) for item in allegation.evidence for key in item.quotations)
    persons = {
        *allegation.affected.persons,
        *(statement.person for statement in made if statement),
        *(quotation.speaker.person for quotation in quoted if quotation and quotation.speaker.person),
    }
    yield from (f"people/{person}" for person in persons)
    yield from (f"consents/{consent.id}" for consent in graph.consents if consent.person in persons)


def _charged(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    yield from (f"people/{person}" for person in persons_charged(allegation, graph))


def _commanded(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    """Give through what command goes, with the sources of posts and relations; those of a body tell of all its life."""
    records = tuple(under_command(graph, allegation))
    yield from records
    pairs = (_split(record) for record in records)
    own = (found for kind, key in pairs if kind != "bodies" and (found := graph.records.get(kind, {}).get(key)))
    for key in _known_through(graph, (key for record in own for _, key in cited_keys(record))):
        yield from (f"sources/{key}", f"authorities/{key}")


_ALSO: Mapping[AllegationRead, Callable[[CaseGraph, Allegation], Iterator[str]]] = {
    "fact": _commanded,
    "law": _commanded,
    "source_protection": _protected,
    "libel": _charged,
}
