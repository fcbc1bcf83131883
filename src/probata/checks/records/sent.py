"""Filings that were sent: whether what they printed still stands, and what is waited for."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import check
from probata.checks.engine.finding import Finding
from probata.diagnostics import Severity, say
from probata.graph.case_graph import grouped
from probata.model.sent import Sent
from probata.proof.reads import fingerprint

_IN_A_SENTENCE = 3


def last_sent(case: CheckInput) -> Iterator[Sent]:
    """Give what each addressee of each filing has now: what was sent to it last."""
    for sent in grouped(case.graph.sent, lambda one: (one.filing, one.to)).values():
        yield max(sent, key=lambda one: one.on.first)


@check("STR150", Severity.WARNING, "filings that were sent", looks_at=last_sent)
def changed_since_sent(case: CheckInput) -> Iterator[Finding]:
    for sent in last_sent(case):
        changed = [one for one in sent.printed if fingerprint(case.graph, one.record) != one.fingerprint]
        if not changed:
            continue
        told = [f"{say.words(one.record)}{f' (paragraphs {one.places})' if one.places else ''}" for one in changed]
        more = len(told) - _IN_A_SENTENCE
        listed = ", ".join(told[:_IN_A_SENTENCE]) + (f" and {more} more" if more > 0 else "")
        yield case.finding(
            "sent",
            sent.id,
            f"{say.words(sent.filing)} went to {sent.to} on {say.date(sent.on)}, and since then changed: {listed}",
            f"see what it would say otherwise: `probata correct {case.graph.name} {sent.id}` drafts the letter",
            notes=tuple(told[_IN_A_SENTENCE:]),
        )
