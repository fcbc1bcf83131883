"""The witness's own words at the paragraphs that an allegation cites, where the source is a recorded statement."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.prose.citations import numbers_of_place
from probata.graph.statements_of_sources import statements_by_source
from probata.model.citation import Pinpoint
from probata.model.statement import Statement
from probata.report.entries import QuotationEntry
from probata.report.material import Material

_MOST = 10
"""Paragraphs that are shown; a citation of more says little of any."""


def words_of_statement(material: Material, source: str, pinpoint: Pinpoint | None) -> Iterator[QuotationEntry]:
    """Give each paragraph cited of a source that an exhibit gives as a statement, numbered from its first."""
    if pinpoint is None or pinpoint.type != "paragraph":
        return
    statement = next(iter(statements_by_source(material.graph).get(source, ())), None)
    for number in sorted(numbers_of_place(pinpoint.value))[:_MOST] if statement else ():
        if statement and 0 < number <= len(statement.paragraphs):
            yield _words(material, statement, number)


def _words(material: Material, statement: Statement, number: int) -> QuotationEntry:
    paragraph = statement.paragraphs[number - 1]
    signed = material.wording.when(statement.signed_on) if statement.signed_on else "not signed"
    return QuotationEntry(
        f"{material.person(statement.person)}, paragraph {number}", paragraph.text, "", "", "",
        f"{signed}; {paragraph.basis.replace('_', ' ')}",
        material.place("statements", statement.id, "paragraphs", number - 1),
    )  # fmt: skip
