"""A judgment is said to hold more than what is recorded as held there.

Looks at our sentences in English, French and Spanish by which a court held, ruled or found something, and which cite
the paragraph of a recorded holding, and compares what stands behind the verb with the text of that holding. A sentence
that names one judgment, by its short name in italics too, or cites it as a whole, is compared with the recorded holding
that shares two words with it, or else with all: then only a graver word for something that they tell, and a name, are
found. Found is a word that stands higher on a short ladder, such as died, killed, murdered, a denial that one of the
two has and the other has not, and the name of a person concerned of whom the holding does not speak. They are notes,
which print both texts: a holding is recorded in few words, and a sentence may say the same in others. A death or a
return that the holding tells in a lesser word should be mended, and one of which it has no word, where another recorded
holding leaves it open.

## Why it matters
Courts read what is said of courts first. Where a judgment that left the cause of a death open is made to have found it,
nothing else in the document is believed.

## Example
```yaml
case:
  title: Example
  summary: The court held that guards had killed the prisoner [@tarn, para 16].
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    holdings: [{id: cause, text: The Court made no finding on the cause of death., paragraph: "16"}]
```

Use instead:
```yaml
case:
  title: Example
  summary: The court held that it could make no finding on the cause of death [@tarn, para 16].
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    holdings: [{id: cause, text: The Court made no finding on the cause of death., paragraph: "16"}]
```

## When to allow it
Where the paragraph says so, and the record of the holding is shorter than it: better to record what it says.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.quoted import quoted
from probata.checks.texts.denials_apart import denials_apart
from probata.checks.texts.graver_than_held import graver_words, is_graver_deed
from probata.checks.texts.named_people import named_people
from probata.checks.texts.told_as_held import ToldAsHeld, told_as_held
from probata.diagnostics import Severity
from probata.model.authority import Holding


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare what each sentence says is held with the holdings at the places that it cites."""
    for held in told_as_held(case):
        if differences := (*denials_apart(case, held), *graver_words(case, held), *_named(case, held)):
            yield _finding(case, held, differences)


def _named(case: CheckInput, held: ToldAsHeld) -> Iterator[str]:
    """Tell the persons concerned whom the sentence names, and neither a holding there nor the name of the case."""
    people = named_people(case.graph)
    filings = (None, *case.graph.case.filings)
    concerned = {person.id for filing in filings for person in case.graph.persons_concerned(filing)}
    known = set(people.named_in(f"{held.recorded} ; {held.placed.authority.name}"))
    for person in people.named_in(held.said):
        if person in concerned - known:
            yield f"the text names person `{person}` where the holding does not"


def _finding(case: CheckInput, held: ToldAsHeld, differences: tuple[str, ...]) -> Finding:
    one, is_deed = held.placed, is_graver_deed(case, held)
    where = f" at {quoted(one.places)}" if one.places else ", as it is recorded"
    found = case.finding(
        one.kind, one.record_id,
        f"of what `{one.authority.id}` holds{where}, {' and '.join(differences)}",
        "read the paragraph again: write what it says, or record as a holding what it says besides", at=one.loc,
        notes=(
            f"the text: {' '.join(held.said.split())}",
            *(f"held{_shown(holding)}: {' '.join(holding.text.split())}" for holding in held.holdings),
        ), outcome=Outcome.FAILED if is_deed else Outcome.CANNOT_TELL,
        severity=Severity.WARNING if is_deed else None,
    )  # fmt: skip
    return one.at_place(found, case)


def _shown(holding: Holding) -> str:
    return f" at {holding.paragraph}" if holding.paragraph else ""


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a sentence that says what is held in a judgment of which holdings are recorded."""
    yield from (Looked(record) for record in dict.fromkeys(one.placed.record for one in told_as_held(case)))


CHECK = Check(
    "LAW163", "holding-told-differently", Severity.INFO, "what rests on a judgment", run, looks_at=_looks_at,
    raised="should fix where a deed is told in a word above that of the holding, or another leaves it open",
)  # fmt: skip
