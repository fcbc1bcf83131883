"""A statement ends with a declaration that the forum of its filing does not take.

Looks at statements with a `declaration`, in each filing that names them. What the forum takes stands in its profile
under `declaration: {offered: …}`; `none`, for a statement without one, is a choice like the others. Where the record
leaves it out, the forum's own stands, and nothing is found.

## Why it matters
The wording is prescribed. A witness statement that ends with another declaration is not verified by a statement of
truth: the court may refuse to admit it, and the witness does not answer for it as the rule wants.

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
    declaration: us_1746_outside
    place: Ashminster
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
    declaration: statement_of_truth
    place: Ashminster
```

## When to allow it
Where the decision-maker has agreed to another form in this matter: write who agreed, and when, into the decision.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import BY_RULE, Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.by_rule import rule_note
from probata.diagnostics import Severity, say
from probata.forum import Profile
from probata.model.statement import Statement


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the statements whose declaration a forum of their filings does not offer, once for each such forum."""
    for statement, profile in _chosen(case):
        if statement.declaration not in profile.declaration.offered:
            yield _finding(case, statement, profile)


def _chosen(case: CheckInput) -> Iterator[tuple[Statement, Profile]]:
    """Give each statement that chooses a declaration with each forum in which it is filed, once."""
    told: set[tuple[str, str]] = set()
    for filing, profile in case.filings:
        statement = case.graph.find("statements", Statement, filing.statement or "")
        if statement and statement.declaration and (statement.id, profile.id) not in told:
            told.add((statement.id, profile.id))
            yield statement, profile


def _finding(case: CheckInput, statement: Statement, profile: Profile) -> Finding:
    choice = profile.declaration
    chosen = case.catalogue.declaration(statement.declaration or "")
    ends = f"ends with {say.words(chosen.title)}" if chosen else "ends without a declaration"
    offered = say.listed(choice.offered)
    rule = profile.rule(choice.rule or "")
    return case.finding(
        "statements", statement.id,
        f"statement {say.statement(statement)} {ends}, which {say.words(profile.id)} does not take",
        f"write one that it takes, which is {offered}; or leave `declaration` out, and {say.words(choice.default)} "
        "stands",
        at=("declaration",), notes=rule_note(rule),
        severity=rule.heaviest if rule else None, filing=profile.id,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the statements that are filed and choose a declaration."""
    yield from (Looked(f"statements/{statement.id}") for statement, _ in _chosen(case))


CHECK = Check(
    "STR115", "declaration-not-offered", Severity.WARNING, "statements", run, raised=BY_RULE, looks_at=_looks_at
)
