"""A procedure is pending before an international body, and a filing whose forum asks for it does not tell it.

Looks at steps taken that are `pending`, before a body of kind `international_organisation` or one that its name shows
to be international, in filings whose forum wants the section `other-procedures`. The text of that section must name
the body.

## Why it matters
Some bodies decline what another has taken up. Whoever keeps it back loses the case on admissibility, and their word
with it.

## Example
```yaml
case:
  title: Example
  filings: [{id: letter, forum: un-sp}]
steps: [{id: views, what: Communication, to: Human Rights Committee, pending: true}]
```

Use instead:
```yaml
case:
  title: Example
  filings: [{id: letter, forum: un-sp}]
steps: [{id: views, what: Communication, to: Human Rights Committee, pending: true}]
narrative:
  - id: others
    title: Other procedures
    place: other-procedures
    text: A communication is pending before the Human Rights Committee.
```

## When to allow it
Where the procedure is of another person or another matter: better take its persons and its matter into the step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import BY_RULE, Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.by_rule import rule_note
from probata.diagnostics import Severity, say
from probata.forum import Profile
from probata.model.case_file import Filing
from probata.model.step import Step

SECTION = "other-procedures"
_INTERNATIONAL = re.compile(
    r"\b(?:UN|United Nations|Human Rights Committee|Committee (?:against|on|for)|Working Group|Special Rapporteur"
    r"|Human Rights Council|International|(?:European|Inter-American|African) (?:Court|Commission))\b"
)


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the filings, once for each such step."""
    for filing, profile in case.filings:
        if SECTION in (*profile.sections.required, *profile.sections.recommended):
            told = _told(case, profile)
            for step in case.graph.steps:
                if step.pending and step.to and _is_international(case, step.to) and step.to.casefold() not in told:
                    yield _finding(case, filing, profile, step)


def _told(case: CheckInput, profile: Profile) -> str:
    """Return the texts of the section, in all languages, in small letters."""
    sections = (
        section for section in case.graph.narrative
        if (section.place or section.id) == SECTION and (not section.forums or set(section.forums) & set(profile.names))
    )  # fmt: skip
    return " ".join(" ".join(section.text.split()) for section in sections).casefold()


def _is_international(case: CheckInput, name: str) -> bool:
    bodies = (body for body in case.graph.bodies if body.kind == "international_organisation")
    return any(name in (body.name, body.short_name) for body in bodies) or _INTERNATIONAL.search(name) is not None


def _finding(case: CheckInput, filing: Filing, profile: Profile, step: Step) -> Finding:
    rule = profile.rule(profile.sections.rules.get(SECTION, ""))
    return case.finding(
        "filings", filing.id,
        f"step {say.step(step)} is pending before {say.words(step.to)}, which the section {say.words(SECTION)} of "
        f"{say.filing(filing)} does not name",
        f"write it in a narrative section with `place: {SECTION}`, with its day and its stage",
        notes=(*rule_note(rule),
               f"the step is at {case.graph.span('steps', step.id)}"),
        severity=rule.heaviest if rule else None,
    )  # fmt: skip


CHECK = Check("STR138", "pending-procedure-not-told", Severity.WARNING, "filings", run, raised=BY_RULE)
