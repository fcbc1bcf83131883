"""The laws, and the orders and directives that others issue, among the works that a record cites, with their dates."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check_input import CheckInput
from probata.checks.prose.words import LANGUAGES, any_of
from probata.model.authority import Authority
from probata.model.citation import Citation
from probata.model.dates import When
from probata.model.source_record import Source

_OF_LAW = frozenset({"statute", "interpretation"})
"""Kinds of authorities that lay down a rule."""


def cited_rules(case: CheckInput, citations: tuple[Citation, ...], basis: str = "") -> list[tuple[str, When]]:
    """Return the rules that are cited, each once with its date; none where one of them has no date.

    `basis` is what the record names as its legal basis: a work that it names by its number or title is a rule for it.
    """
    found: dict[str, When | None] = {}
    for citation in citations:
        source = case.graph.find("sources", Source, citation.source)
        authority = case.graph.find("authorities", Authority, citation.source)
        if source and (source.type == "legislation" or _is_order(source) or _is_named(source, basis)):
            found[source.id] = source.issued
        elif authority and authority.kind in _OF_LAW:
            found[authority.id] = authority.date
    dated = [(key, when) for key, when in found.items() if when]
    return dated if len(dated) == len(found) else []


def _is_order(source: Source) -> bool:
    """Tell whether a work with a number calls itself an order, a directive or a decree."""
    if not source.number or source.type not in ("document", "report"):
        return False
    told = " ; ".join(_called(source))
    is_rule = any(any_of("rules", "rules", one).search(told) for one in LANGUAGES)
    return is_rule and not any(any_of("rules", "once", one).search(told) for one in LANGUAGES)


def _called(source: Source) -> Iterator[str]:
    own = (source.number, source.title, source.translated_title)
    translated = (texts.get("translated_title") or texts.get("title") for texts in source.translations.values())
    yield from (name for name in (*own, *translated) if name)


def _is_named(source: Source, basis: str) -> bool:
    names = (name.casefold() for name in (source.number, source.title, source.translated_title) if name)
    return any(len(name) > len("No 1234") and name in basis.casefold() for name in names)
