"""The heading of an allegation, event or section says more than the text below it.

Compares the title of each allegation with its statement, that of each event with its description, and that of each
section with its text, by short ladders of words, such as died, killed, murdered, or did not prevent, assisted, ordered.
It finds a title whose word stands higher than every word of the same ladder in the text. A text without a word of the
ladder is left alone: nothing can be said of it. English, French and Spanish are read.

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

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.texts.ladders import highest, ladders
from probata.checks.texts.sentences import own_words
from probata.diagnostics import Severity
from probata.model.language import primary

_Headed = tuple[str, str, str, str, str, str]
"""Kind and id of a record, its language, its heading, the text below it, and how the finding calls that text."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the headings that stand higher than their text, each ladder by itself."""
    for kind, record_id, language, title, text, called in _headed(case):
        for ladder in ladders(language):
            heading = highest(ladder.steps, title)
            below = highest(ladder.steps, own_words(text)) if heading else None
            if heading and below and heading.step > below.step:
                yield case.finding(
                    kind, record_id,
                    f"the heading says `{heading.words}`, and the {called} no more than `{below.words}`",
                    f"write the word of the {called} in the heading, or say in the {called} what it rests on",
                    at=("title",),
                )  # fmt: skip


def _headed(case: CheckInput) -> Iterator[_Headed]:
    """Give the headings in a language that has ladders, with the texts below them."""
    language = primary(case.graph.case.language)
    if ladders(language):
        for one in case.graph.allegations:
            yield "allegations", one.id, language, one.title, one.statement, "statement"
        for event in case.graph.events:
            yield "events", event.id, language, event.title, event.description or "", "description"
    for section in case.graph.narrative:
        written_in = primary(section.language) if section.language else language
        if ladders(written_in):
            yield "narrative", section.id, written_in, section.title, section.text, "text"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a heading in such a language, whether or not they are put forward."""
    yield from (Looked(f"{kind}/{key}") for kind, key, *_ in _headed(case))


CHECK = Check("DRA111", "charge-told-differently", Severity.WARNING, "texts", run, looks_at=_looks_at)
