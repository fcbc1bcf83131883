"""The heading of an allegation, event or section says more than the text below it.

Compares the title of each allegation with its statement, that of each event with its description, and that of each
section with its text, by short ladders of words, such as died, killed, murdered, or did not prevent, assisted, ordered.
It finds a title whose word stands higher than every word of the same ladder in the text. A text without a word of the
ladder is left alone: nothing can be said of it. Where an event has no description, the statements of the allegations
that name it stand in for it, which is a note. A title that says "alleged" may give beatings the name that the law has
for them. English, French and Spanish are read.

As a note it finds an allegation whose statement is put as alleged and whose title says of a grave deed, in the words of
these ladders, that it was done.

## Why it matters
The heading goes into the contents, the summary and the decision. The person named answers the heading, shows that the
text alleges less, and calls the whole document exaggerated.

## Example
```yaml
case: {title: Example}
allegations:
  - id: beatings
    title: Alleged torture at Brann Street
    statement: It is alleged that guards subjected detainees to degrading treatment in May 2022.
```

Use instead:
```yaml
case: {title: Example}
allegations:
  - id: beatings
    title: Alleged degrading treatment at Brann Street
    statement: It is alleged that guards subjected detainees to degrading treatment in May 2022.
```

## When to allow it
Where the heading gives the name that the law has for what the statement describes, and the particulars say why.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.texts.ladders import Ladder, ladders
from probata.checks.texts.sentences import own_words
from probata.checks.texts.word_lists import any_of
from probata.diagnostics import Severity
from probata.model.event import Event
from probata.model.language import primary

_OF_CHARGES = "statement that charges it"
_GRAVE = {"death": 1, "treatment": 0, "return": 1, "crime": 1}
"""The step of each ladder from which a word says that somebody did a grave deed."""


class _Headed(NamedTuple):
    """A heading with the text below it."""

    kind: str
    record_id: str
    language: str
    title: str
    text: str
    called: str
    """How a finding calls the text."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the headings that stand higher than their text, each ladder by itself, then those that allege nothing."""
    for headed in _headed(case):
        higher = [found for ladder in ladders(headed.language) if (found := _higher(headed, ladder))]
        for heading, below in higher:
            yield case.finding(
                headed.kind, headed.record_id,
                f"the heading says `{heading}`, and the {headed.called} no more than `{below}`",
                f"write the word of the {headed.called} in the heading, or say in the {headed.called} what it rests on",
                at=("title",), severity=Severity.INFO if headed.called == _OF_CHARGES else None,
            )  # fmt: skip
        deed = "" if higher or headed.kind != "allegations" else _asserted(headed)
        if deed:
            yield case.finding(
                headed.kind, headed.record_id,
                f"the heading says `{deed}` without saying that it is alleged, and the statement alleges it",
                "write `alleged` into the heading, as in the statement", at=("title",), severity=Severity.INFO,
            )  # fmt: skip


def _higher(headed: _Headed, ladder: Ladder) -> tuple[str, str] | None:
    """Return the word of a heading and the gravest of the text, where the heading stands higher."""
    heading = ladder.highest(headed.title)
    below = ladder.highest(own_words(headed.text)) if heading else None
    if not heading or not below or heading.step <= below.step:
        return None
    is_name = ladder.about == "treatment" and below.step == 0 and _is_put_as_alleged(headed.title, headed.language)
    return None if is_name else (heading.words, below.words)


def _is_put_as_alleged(text: str, language: str) -> bool:
    alleged = next(one.steps[0] for one in ladders(language) if one.about == "finding")
    return bool(alleged.search(text) or any_of("grades", "supposed", language).search(text))


def _asserted(headed: _Headed) -> str:
    """Return the gravest word of a heading that only its statement puts as alleged; empty where there is none."""
    if _is_put_as_alleged(headed.title, headed.language) or not _is_put_as_alleged(headed.text, headed.language):
        return ""
    heights = ((one.about, one.highest(headed.title)) for one in ladders(headed.language))
    found = (height.words for about, height in heights if height and height.step >= _GRAVE.get(about, height.step + 1))
    return next(found, "")


def _headed(case: CheckInput) -> Iterator[_Headed]:
    """Give the headings in a language that has ladders, with the texts below them."""
    language = primary(case.graph.case.language)
    if ladders(language):
        for one in case.graph.allegations:
            yield _Headed("allegations", one.id, language, one.title, one.statement, "statement")
        for event in case.graph.events:
            yield _of_event(case, event, language)
    for section in case.graph.narrative:
        written_in = primary(section.language) if section.language else language
        if ladders(written_in):
            yield _Headed("narrative", section.id, written_in, section.title, section.text, "text")


def _of_event(case: CheckInput, event: Event, language: str) -> _Headed:
    if event.description:
        return _Headed("events", event.id, language, event.title, event.description, "description")
    statements = " ; ".join(one.statement for one in case.pursued if event.id in one.events)
    return _Headed("events", event.id, language, event.title, statements, _OF_CHARGES)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a heading in such a language, whether or not they are put forward."""
    yield from (Looked(f"{one.kind}/{one.record_id}") for one in _headed(case))


CHECK = Check("DRA111", "charge-told-differently", Severity.WARNING, "texts", run, looks_at=_looks_at)
