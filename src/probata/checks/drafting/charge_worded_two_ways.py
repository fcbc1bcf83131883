"""A charge is worded more gravely in one place than in another.

Compares the statement of each allegation put forward with its own particulars, and the statements of allegations that
name the same incident or act, of several the gravest with the weakest. It does so by short ladders of words: died,
killed, murdered; ill-treatment, torture; persuaded to return, deported, abducted; dozens, hundreds, thousands. A text
without a word of a ladder is left alone. Operations and lasting measures are made of many acts, which may be graver and
less grave, and are not compared. English, French and Spanish are read.

## Why it matters
The weaker word is read out against the stronger. Whoever wrote both is asked which of them they stand by.

## Example
```yaml
case: {title: Example}
sources: [{id: report, title: Report on North Prison, held: held}]
allegations:
  - id: death
    title: Death in North Prison
    statement: It is alleged that guards killed a prisoner in May 2016.
    particulars: A prisoner died in his cell on 5 May 2016 [@report, p. 4].
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: report, title: Report on North Prison, held: held}]
allegations:
  - id: death
    title: Death in North Prison
    statement: It is alleged that a prisoner died in May 2016 after he was beaten.
    particulars: A prisoner died after he was beaten by guards on 5 May 2016 [@report, p. 4].
```

## When to allow it
Where one text gives what was done and the other what the law calls it, and the particulars say why.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.texts.ladders import Height, Ladder, ladders
from probata.checks.texts.sentences import own_words
from probata.diagnostics import Severity
from probata.model.allegation import Allegation
from probata.model.event import Event
from probata.model.language import primary

_OF_ACTS = frozenset({"death", "treatment", "return", "number"})
"""Ladders of what was done; others tell of law, proof or parts played, of which one charge may have several."""
_SINGLE = frozenset({"incident", "act"})


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the texts of each allegation, then the statements of those on one event."""
    acts = tuple(one for one in ladders(primary(case.graph.case.language)) if one.about in _OF_ACTS)
    for allegation in case.pursued:
        for statement, particulars in _differing(allegation.statement, allegation.particulars or "", acts):
            yield case.finding(
                "allegations", allegation.id,
                f"the statement says `{statement.words}`, and the particulars say `{particulars.words}`",
                "write the same word in both; where the graver one is right, say in the particulars why and decide "
                "the finding",
                at=("statement",),
            )  # fmt: skip
    for one, graver, other, weaker in dict.fromkeys(_of_one_event(case, acts)):
        yield case.finding(
            "allegations", one,
            f"the statement says `{graver.words}`, and that of allegation `{other}`, on the same event, says "
            f"`{weaker.words}`",
            "write the same word in both; where the two charges differ, say in the texts in what and decide the "
            "finding", at=("statement",),
        )  # fmt: skip


def _differing(one: str, other: str, acts: tuple[Ladder, ...]) -> Iterator[tuple[Height, Height]]:
    """Give the gravest words of two texts on each ladder on which they stand at different heights."""
    first, second = own_words(one), own_words(other)
    for ladder in acts:
        height = ladder.highest(first)
        beside = ladder.highest(second) if height else None
        if height and beside and height.step != beside.step:
            yield height, beside


def _of_one_event(case: CheckInput, acts: tuple[Ladder, ...]) -> Iterator[tuple[str, Height, str, Height]]:
    """Give, for each incident or act and each ladder, the gravest statement and the weakest, where they differ."""
    named: dict[str, list[Allegation]] = {}
    for allegation in case.pursued:
        for key in allegation.events:
            named.setdefault(key, []).append(allegation)
    for key, several in named.items():
        event = case.graph.find("events", Event, key)
        if event and event.kind in _SINGLE and not event.context_only:
            for ladder in acts:
                words = ((one.id, ladder.highest(own_words(one.statement))) for one in several)
                heights = [(one, height) for one, height in words if height]
                gravest = max(heights, key=lambda one: one[1].step, default=None)
                weakest = min(heights, key=lambda one: one[1].step, default=None)
                if gravest and weakest and gravest[1].step > weakest[1].step:
                    yield *gravest, *weakest


CHECK = Check("DRA113", "charge-worded-two-ways", Severity.INFO, "allegations", run)
