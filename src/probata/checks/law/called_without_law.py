"""Something is called without law, and its record names the law on which it rests.

Looks at our sentences for words such as "outside any legal bounds" or "without legal basis", where they stand in the
record of an event with a `legal_basis`, in an allegation that charges one, or name one. In a sentence that says who
says so, it is a note. English, French and Spanish are read.

## Why it matters
A law may be bad, unpublished or contrary to a treaty, and is a law. The other side produces it, and the sentence is
untrue; what is wrong with the law is never reached.

## Example
```yaml
case: {title: Example}
events:
  - id: custody
    kind: measure
    title: Preventive custody
    legal_basis: Directive 17 of 2021
    description: Preventive custody is applied outside any legal bounds.
```

Use instead:
```yaml
case: {title: Example}
events:
  - id: custody
    kind: measure
    title: Preventive custody
    legal_basis: Directive 17 of 2021
    description: Directive 17 lets preventive custody be applied without order or review of a court.
```

## When to allow it
Where the sentence is about a time before that law, or says which higher law it breaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import texts_in_all_languages
from probata.checks.texts.named_events import named_events
from probata.checks.texts.sentences import Sentence, at_words, our_sentences_in_all_languages
from probata.checks.texts.word_lists import any_of
from probata.diagnostics import Severity
from probata.model.allegation import Allegation
from probata.model.event import Event


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the words in sentences about an event that has a legal basis, once for a sentence."""
    based = [event for event in case.graph.events if event.legal_basis]
    for sentence in our_sentences_in_all_languages(case.graph) if based else ():
        match = any_of("without_law", "says", sentence.language).search(sentence.own)
        event = _event_of(case, sentence, based) if match else None
        if match and event:
            found = case.finding(
                sentence.text.kind, sentence.text.record_id,
                f"the text says `{' '.join(match[0].split())}`, and `{event.id}` is recorded to rest on "
                f"`{event.legal_basis}`",
                "say what that law lacks or breaks, or correct `legal_basis`", at=sentence.text.loc,
                severity=Severity.INFO if sentence.attributed else None,
                outcome=Outcome.CANNOT_TELL if sentence.attributed else Outcome.FAILED,
            )  # fmt: skip
            start = sentence.start + match.start()
            yield at_words(found, case.graph, sentence.text, start, start + len(match[0]))


def _event_of(case: CheckInput, sentence: Sentence, based: list[Event]) -> Event | None:
    """Return the event that a sentence names; else that of its record, or one that its allegation charges."""
    named = next((event for event in named_events(case.graph).in_text(sentence.own) if event in based), None)
    if named or sentence.text.kind not in {"events", "allegations"}:
        return named
    allegation = case.graph.find("allegations", Allegation, sentence.text.record_id)
    about = allegation.events if sentence.text.kind == "allegations" and allegation else (sentence.text.record_id,)
    return next((event for event in based if event.id in about), None)


CHECK = Check("LAW157", "called-without-law", Severity.WARNING, "events", run, looks_at=texts_in_all_languages)
