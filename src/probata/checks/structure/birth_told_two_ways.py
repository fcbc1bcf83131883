"""A person with two dates of birth that cannot both be right.

Compares the date of birth with the other dates under `alternatives`, and with what our texts say behind "born on" or
"born in", "né le", "nacida en" and the like, in English, French and Spanish. Other dates that sources give are printed
beside the first; they are a note where each of the two has a source. An approximate date decides nothing.

## Why it matters
The date of birth is what tells two people of one name apart. Two dates leave open who is meant, and a text that gives a
third shows that nobody compared them.

## Example
```yaml
case: {title: Example}
people:
  - id: wolk
    name: Mara Wolk
    birth: {date: 1964-04-02}
    description: Mara Wolk was born on 4 February 1964.
```

Use instead:
```yaml
case: {title: Example}
people:
  - id: wolk
    name: Mara Wolk
    birth: {date: 1964-04-02}
    description: Mara Wolk was born in April 1964.
```

## When to allow it
Where official papers of the person differ, and the document says which is followed and why.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, looked_at, texts_in_all_languages
from probata.checks.tenures.ages import births_of
from probata.checks.tenures.sure_days import are_surely_apart
from probata.checks.texts.born import births_in
from probata.checks.texts.named_people import person_told_of
from probata.checks.texts.sentences import at_words, our_sentences_in_all_languages
from probata.diagnostics import Severity, say
from probata.model.dates import When
from probata.model.person import Person


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the other dates in the records, and those in the texts that are none of the recorded ones."""
    for person in case.graph.people:
        yield from _in_record(case, person)
    yield from _in_texts(case)


def _in_record(case: CheckInput, person: Person) -> Iterator[Finding]:
    first = person.birth.date
    for position, other in enumerate(person.birth.alternatives if first else ()):
        if first and other.date and are_surely_apart(first.value, other.date):
            borne_out = first.citations and other.citations
            yield case.finding(
                "people", person.id,
                f"{say.person(person)} was born {say.date(first.value)} by one account and {say.date(other.date)} by "
                "another",
                "open both sources, and take out the date that was copied wrongly; where both stand, say in the "
                "document which is followed and decide the finding" if borne_out
                else "add `citations` to each of the two dates, or take out the one that nothing bears out",
                at=("birth", "alternatives", position), severity=Severity.INFO if borne_out else None,
            )  # fmt: skip


def _in_texts(case: CheckInput) -> Iterator[Finding]:
    for sentence in our_sentences_in_all_languages(case.graph):
        for match, told in births_in(sentence.own, sentence.language):
            key = person_told_of(case.graph, sentence, match.start())
            person = case.graph.find("people", Person, key) if key else None
            dates = births_of(person) if person else ()
            if dates and all(are_surely_apart(When("", told, told), one) for one in dates):
                said = " ".join(match[0].split())
                finding = case.finding(
                    sentence.text.kind, sentence.text.record_id,
                    f"the text says {say.words(said)}, and {say.person(key)} is recorded as born {say.date(dates[0])}",
                    "open the source and correct the one that is wrong", at=sentence.text.loc,
                )  # fmt: skip
                start = sentence.start + match.start()
                yield at_words(finding, case.graph, sentence.text, start, start + len(match[0]))


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the people, then the records with a text in a language that is read."""
    yield from (*looked_at(case, "people"), *texts_in_all_languages(case))


CHECK = Check(
    "STR134", "birth-told-two-ways", Severity.WARNING, "people and texts", run,
    looks_at=_looks_at,
)  # fmt: skip
