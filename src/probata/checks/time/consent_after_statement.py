"""A person who needs a consent spoke before any consent of theirs is dated.

Looks at persons marked `consent_required`, and at those whose part needs a consent by a forum of the case, such as
each victim and witness before `un-sp`. Compares the day of each of their statements, and of their words in an
interview, with the earliest of their consents. A consent to a further use may be later; it is the first that counts.
Words in an interview are a note, since the consent to the talk itself may not be on record.

## Why it matters
Whoever speaks without knowing what for has not agreed to it. The other side will ask what the witness was told, and the
witness is the one who is harmed.

## Example
```yaml
case: {title: Example}
people: [{id: tarn, name: Witness A, consent_required: true}]
statements: [{id: tarn-1, person: tarn, kind: witness, made_on: 2024-03-04}]
consents:
  - {id: tarn-uk, person: tarn, forums: [uk-ghr], audiences: [decision_maker], obtained_on: 2024-05-02}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: tarn, name: Witness A, consent_required: true}]
statements: [{id: tarn-1, person: tarn, kind: witness, made_on: 2024-03-04}]
consents:
  - {id: tarn-uk, person: tarn, forums: [uk-ghr], audiences: [decision_maker], obtained_on: 2024-03-04}
```

## When to allow it
Where the consent to the talk itself is on file and only that to the use is a record here: say so in the decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.needing_consent import need_consent
from probata.checks.tenures.sure_days import is_surely_before
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.model.consent import Consent
from probata.model.dates import When
from probata.model.source_record import Source


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a person said to somebody, with its day."""

    person: str
    when: When | None
    kind: str
    record: str
    at: Loc
    severity: Severity
    what: str


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare what each protected person said with the first of the person's consents."""
    protected = need_consent(case)
    consents = _dated_consents(case.graph)
    for spoken in (*_statements(case.graph), *_interviews(case.graph)):
        own = consents.get(spoken.person, []) if spoken.person in protected else []
        when = spoken.when
        if when and own and all(is_surely_before(when, day) for _, day in own):
            consent, day = min(own, key=lambda one: one[1].first)
            yield case.finding(
                spoken.kind, spoken.record,
                f"{spoken.what} is dated {say.date(when)}, and the first consent of {say.person(spoken.person)}, "
                f"{say.consent(consent)}, {say.date(day)}",
                "record the consent under which the person spoke, or correct the date that is wrong",
                at=spoken.at, severity=spoken.severity,
            )  # fmt: skip


def _dated_consents(graph: CaseGraph) -> dict[str, list[tuple[Consent, When]]]:
    """Return the consents that were given, by person; a person with one that has no day is left out."""
    found: dict[str, list[tuple[Consent, When]]] = {}
    undated: set[str] = set()
    for consent in graph.consents:
        if consent.status in {"given", "withdrawn"} and consent.obtained_on:
            found.setdefault(consent.person, []).append((consent, consent.obtained_on))
        elif consent.status in {"given", "withdrawn"}:
            undated.add(consent.person)
    return {person: given for person, given in found.items() if person not in undated}


def _statements(graph: CaseGraph) -> Iterator[Spoken]:
    for made in graph.statements:
        field, when = ("made_on", made.made_on) if made.made_on else ("signed_on", made.signed_on)
        yield Spoken(
            made.person, when, "statements", made.id, (field,), Severity.WARNING, f"statement {say.statement(made)}"
        )  # fmt: skip


def _interviews(graph: CaseGraph) -> Iterator[Spoken]:
    for words in graph.quotations:
        source = graph.find("sources", Source, words.quoted_in.source if words.quoted_in else "")
        if source and source.type == "interview" and words.speaker.person:
            yield Spoken(
                words.speaker.person, words.date or source.issued, "quotations", words.id, ("quoted_in",),
                Severity.INFO, f"quotation {say.quotation(words)} from interview {say.source(source)}",
            )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the words of protected persons; without the day of each consent it cannot be told."""
    protected = need_consent(case)
    consents = _dated_consents(case.graph)
    for spoken in (*_statements(case.graph), *_interviews(case.graph)):
        if spoken.person in protected:
            known = spoken.when and spoken.person in consents
            yield Looked(
                f"{spoken.kind}/{spoken.record}", "" if known else "its day or that of a consent is not recorded"
            )


CHECK = Check(
    "TIM114", "consent-after-statement", Severity.WARNING, "words of protected persons", run, looks_at=_looks_at
)
