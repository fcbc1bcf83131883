"""References of a document that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.places import origin_of, record_at
from probata.checks.prose.composed import at_composed
from probata.checks.support.nameless_sources import lost_and_nameless
from probata.checks.support.typed_references import typed_references
from probata.diagnostics import Severity, say
from probata.document.inlines import Gap
from probata.document.tree import Document
from probata.document.walk import inlines_in_order
from probata.model.case_file import Filing


@check("STR206", Severity.ERROR, "documents")
def reference_without_target(case: CheckInput) -> Iterator[Finding]:
    """Find, in each document, the gaps in place of what something refers to, and the typed numbers; each once."""
    for filing, _ in case.filings:
        drafted = case.drafts.get(filing.id)
        blocks = drafted.document.blocks if drafted else ()
        gaps = (inline for inline in inlines_in_order(blocks) if isinstance(inline, Gap) and inline.required)
        for gap in dict.fromkeys(gaps):
            kind, record, loc = record_at(gap.origin, filing, case)
            if kind == "figures" and record not in case.figures:
                continue  # `figure-without-result` says why there is nothing to print.
            if kind == "sources" and record in lost_and_nameless(case):
                continue  # `note-without-source` does.
            yield case.finding(
                kind, record, f"the document {say.filing(filing)} has nothing to print at one place: {gap.text}",
                "record what it refers to, or take the reference out of the text or the template", at=loc,
                filing=filing.id,
            )  # fmt: skip
        if drafted:
            yield from _typed(case, filing, drafted.document)


def _typed(case: CheckInput, filing: Filing, document: Document) -> Iterator[Finding]:
    found = ((record_at(origin_of(one.block), filing, case), one) for one in typed_references(document))
    told = ((at, one.words, one.kind, one.is_sure) for at, one in found)
    for (kind, record, loc), words, part, is_sure in dict.fromkeys(told):
        finding = case.finding(
            kind, record, f"{say.filing(filing)} says {say.words(words)}, and has no {part} of that number",
            "write the number with `{{ ref(…) }}`, which follows the document, or say of what it is a part", at=loc,
            severity=Severity.WARNING if is_sure else Severity.INFO,
            outcome=Outcome.FAILED if is_sure else Outcome.CANNOT_TELL, filing=filing.id,
        )  # fmt: skip
        yield at_composed(finding, case.graph, words, 0, len(words))
