"""How long a document is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import BY_RULE, Looked, check, itself
from probata.checks.engine.finding import Finding
from probata.diagnostics import Severity, say
from probata.document.measures import Section, measure
from probata.document.parts import documents_of
from probata.document.tree import Document
from probata.forum import Profile
from probata.forum.profile import Rule
from probata.model.case_file import Filing


class _Most(NamedTuple):
    """So many words, and not more, may stand in a part of a filing."""

    words: int
    counted: str
    """What has the words, as the finding begins."""
    allowed: str
    """By what no more are allowed."""
    is_annex: bool | None = None
    """Whether it is of the annexes or of the text; `None`: of both."""
    rule: Rule | None = None


@check("DRA203", Severity.WARNING, "documents", raised=BY_RULE, looks_at=itself)
def too_many_words(case: CheckInput) -> Iterator[Finding | Looked]:
    for filing, profile in case.filings:
        drafted, allowed = case.drafts.get(filing.id), tuple(_allowed(filing, profile))
        sections = tuple(_sections(drafted.document)) if drafted and allowed else ()
        if drafted and allowed:
            yield Looked(f"filings/{filing.id}")
        for most in allowed:
            part = [one for one in sections if most.is_annex in (None, one.is_annex)]
            over = sum(one.words for one in part) - most.words
            if over > 0:
                longest, again = max(part, key=lambda one: one.words), max(part, key=lambda one: one.retold)
                said = f"{most.counted} {most.words + over:,} words, and {most.allowed} {most.words:,}; the longest "
                said += f"section is {_called(longest)}, of {longest.words:,}"
                step = f"shorten by {over:,} words, or move tables to an annex that is sent apart"
                if again.retold:
                    step = f"shorten by {over:,} words, first {_called(again)}, which repeats {again.retold:,}"
                weight = most.rule.heaviest if most.rule else None
                notes = (f"rule {say.words(most.rule.id)}: {most.rule.text}",) if most.rule else ()
                yield case.finding("filings", filing.id, said, step, notes=notes, severity=weight)


def _allowed(filing: Filing, profile: Profile) -> Iterator[_Most]:
    """Give the forum's limit and the budgets; a filing's own budget goes before its forum's."""
    limits, own, custom, name = profile.limits, filing.budget, profile.budget, say.filing(filing)
    if limits.words:
        takes = f"{say.words(profile.id)} takes no more than"
        yield _Most(limits.words, f"{name} has", takes, rule=profile.rule(limits.rule or ""))
    if words := own.words or custom.words:
        yield _Most(words, f"the text of {name} has", "its budget is", is_annex=False)
    if words := own.annexes_words or custom.annexes_words:
        yield _Most(words, f"the annexes of {name} have", "their budget is", is_annex=True)


def _sections(document: Document) -> Iterator[Section]:
    """Give the sections of the brief, and those of other parts as annexes; what is confidential has no budget."""
    brief, *others = documents_of(document)
    yield from measure(brief).sections
    open_parts = {head.name for head in document.meta.parts if not head.confidential}
    for part in (one for one in others if one.meta.part in open_parts):
        yield from (replace(one, is_annex=True) for one in measure(part).sections)


def _called(section: Section) -> str:
    return say.words(section.name) if section.name else "the one without a heading"
