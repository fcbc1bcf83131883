"""What the consents of a person lack to cover a use: given they are, and all the same the person is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.model.dates import When


def short_of_use(
    graph: CaseGraph, person_id: str, forum: str, audiences: frozenset[str], days: Sequence[When | None]
) -> Iterator[str]:
    """Say of each consent that a person gave for a forum why it does not cover the use."""
    for consent in graph.consents:
        if consent.person != person_id or forum not in consent.forums:
            continue
        missing = sorted(audiences - {*consent.audiences})
        if consent.status != "given":
            yield f"consent {say.consent(consent)} is {consent.status.replace('_', ' ')}"
        elif missing:
            told = ", ".join(f"{say.words(one)}" for one in missing)
            yield f"consent {say.consent(consent)} leaves out readers of the document: {told}"
        elif consent.until and not all(consent.holds_on(day) for day in days):
            yield f"consent {say.consent(consent)} ends {say.date(consent.until)}"
