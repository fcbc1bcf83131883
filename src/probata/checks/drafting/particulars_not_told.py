"""The words of a statement do not give a particular that the forum wants in them.

Looks at the paragraphs of a statement in a filing whose forum names the particulars (CPR PD 32, paras 18.1(1) to (5)
and 18.2): full name, address, occupation, where `standing` is recorded whether its maker is a party or employed by one,
how it was prepared, and what in it is own knowledge. The fields of the record do not do: they are printed nowhere. It
looks for the words of the record and for usual phrases. Where others may say it, and where the statement is not in
English, that is a note.

## Why it matters
A court may refuse a statement that does not say who makes it and how it came about, and disallow its costs.

## Example
```yaml
case:
  title: Example
  filings:
    - {id: statement, forum: uk-cpr-ws, statement: wolk-1}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    address: 4 Mill Lane, Ashminster
    occupation: Baker
    paragraphs:
      - {id: door, basis: own_knowledge, text: Guards came to my door.}
```

Use instead:
```yaml
case:
  title: Example
  filings:
    - {id: statement, forum: uk-cpr-ws, statement: wolk-1}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    address: 4 Mill Lane, Ashminster
    occupation: Baker
    paragraphs:
      - id: who
        basis: own_knowledge
        text: >-
          I am Mara Wolk, of 4 Mill Lane, Ashminster. I am a baker. I am the Claimant. I wrote this statement myself.
          What I say in it is within my own knowledge, except where I name another source.
      - {id: door, basis: own_knowledge, text: Guards came to my door.}
```

## When to allow it
Where the words give it in another way: name the paragraph. Or where the court has ordered that it be kept out, such as
the address of a witness who is in danger: name the order.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.support.particulars import recorded_words, told
from probata.checks.support.statements_of import RuledStatement, statements_to_tell
from probata.diagnostics import Severity, say
from probata.forum import Particular
from probata.model.person import Person

_SAYS: dict[Particular, str] = {
    "name": "gives the full name of its maker",
    "address": "gives the residence or business address of its maker",
    "occupation": "gives the occupation or description of its maker",
    "standing": "says whether its maker is a party or employed by one",
    "prepared": "says how it was prepared",
    "own_knowledge": "says what in it is own knowledge, and what information or belief",
}


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the particulars that no paragraph of a statement gives, and those of which that is not sure."""
    for particular in _SAYS:
        for ruled in statements_to_tell(case, particular):
            person = case.graph.find("people", Person, ruled.statement.person)
            outcome = told(particular, ruled.statement, person)
            if ruled.statement.paragraphs and outcome is not Outcome.PASSED:
                recorded = recorded_words(particular, ruled.statement, person)[:1]
                yield _finding(case, ruled, particular, recorded, outcome)


def _finding(
    case: CheckInput, ruled: RuledStatement, particular: Particular, recorded: tuple[str, ...], outcome: Outcome
) -> Finding:
    name, says = ruled.statement.id, _SAYS[particular]
    is_sure = outcome is Outcome.FAILED
    said = (
        f"no paragraph of statement {say.statement(name)}"
        if is_sure
        else f"it is not sure that a paragraph of {say.statement(name)}"
    )
    as_recorded = f"; the record has {say.words(recorded[0])}" if recorded else ""
    return case.finding(
        "statements", name, f"{said} {says}; {say.words(ruled.profile.id)} wants it in the words of the statement",
        f"ask the witness to say it in a paragraph with `part: opening`{as_recorded}",
        at=("paragraphs",), notes=ruled.notes, outcome=outcome,
        severity=ruled.rule.heaviest if is_sure else Severity.INFO,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the statements whose forum wants any of the particulars in their words."""
    found = (ruled.statement for particular in _SAYS for ruled in statements_to_tell(case, particular))
    yield from (Looked(f"statements/{key}") for key in dict.fromkeys(statement.id for statement in found))


CHECK = Check("DRA114", "particulars-not-told", Severity.ERROR, "statements", run, looks_at=_looks_at)
