"""How long a document is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import BY_RULE, Looked, check
from probata.checks.engine.finding import Finding
from probata.diagnostics import Severity, say
from probata.diagnostics.value import value
from probata.document.measures import Section, measure
from probata.document.parts import documents_of
from probata.document.tree import Document
from probata.forum import Profile
from probata.forum.profile import Rule
from probata.model.case_file import Filing


@value()
class _Most:
    """So many words, and not more, may stand in a part of a filing."""

    words: int
    counted: str
    """What has the words, as the finding begins."""
    allowed: str
    """By what no more are allowed."""
    is_annex: bool | None = None
    """Whether it is of the annexes or of the text; `None`: of both."""
    rule: Rule | None = None


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the documents that have a limit or a budget."""
    for filing, profile in case.filings:
        if filing.id in case.drafts and any(_allowed(filing, profile)):
            yield Looked(f"filings/{filing.id}")


@check("DRA203", Severity.WARNING, "documents", raised=BY_RULE, looks_at=_looks_at)
def too_many_words(case: CheckInput) -> Iterator[Finding]:
    """Find the filings that are too long."""
    for filing, profile in case.filings:
        drafted, allowed = case.drafts.get(filing.id), tuple(_allowed(filing, profile))
        sections = tuple(_sections(drafted.document)) if drafted and allowed else ()
        for most in allowed:
            part = [one for one in sections if most.is_annex in (None, one.is_annex)]
            if (count := sum(one.words for one in part)) > most.words:
                yield case.finding(
                    "filings", filing.id,
                    f"{most.counted} {count:,} words, and {most.allowed} {most.words:,}; {_longest(part)}",
                    _shorten(part, count - most.words), severity=most.rule.heaviest if most.rule else None,
                    notes=(f"rule {say.words(most.rule.id)}: {most.rule.text}",) if most.rule else (),
                )  # fmt: skip


def _allowed(filing: Filing, profile: Profile) -> Iterator[_Most]:
    """Give the forum's limit and the budgets; a filing's own budget goes before its forum's."""
    limits, own, custom = profile.limits, filing.budget, profile.budget
    if limits.words:
        rule = profile.rule(limits.rule or "")
        yield _Most(limits.words, f"{say.filing(filing)} has", f"{say.words(profile.id)} takes no more than", rule=rule)
    if words := own.words or custom.words:
        yield _Most(words, f"the text of {say.filing(filing)} has", "its budget is", is_annex=False)
    if words := own.annexes_words or custom.annexes_words:
        yield _Most(words, f"the annexes of {say.filing(filing)} have", "their budget is", is_annex=True)


def _sections(document: Document) -> Iterator[Section]:
    """Give the sections of the brief, and those of other parts as annexes; what is confidential has no budget."""
    brief, *others = documents_of(document)
    yield from measure(brief).sections
    open_parts = {head.name for head in document.meta.parts if not head.confidential}
    for part in others:
        if part.meta.part in open_parts:
            yield from (replace(one, is_annex=True) for one in measure(part).sections)


def _longest(sections: Sequence[Section]) -> str:
    longest = max(sections, key=lambda one: one.words)
    return f"the longest section is {_called(longest)}, of {longest.words:,}"


def _shorten(sections: Sequence[Section], words: int) -> str:
    """Advise to begin where most is told that was told before."""
    again = max(sections, key=lambda one: one.retold)
    if again.retold:
        return f"shorten by {words:,} words, first {_called(again)}, which prints {again.retold:,} for a second time"
    return f"shorten by {words:,} words, or move tables to an annex that is sent apart"


def _called(section: Section) -> str:
    return say.words(section.name) if section.name else "the one without a heading"
