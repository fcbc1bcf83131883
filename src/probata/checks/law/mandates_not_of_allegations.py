"""The mandates that a filing addresses are not those of what it alleges.

Looks at each filing whose forum knows its mandates, such as those of special procedures: for each kind of conduct that
the filing alleges and a mandate deals with, that mandate is to be addressed; and a mandate that is addressed is to have
an allegation. An addressee whom the forum does not know is left alone.

## Why it matters
A mandate holder writes to a State within the mandate. A killing of which only the mandate on torture is told is taken
up by nobody whose office is killings; and who is addressed without a word on the mandate lays the letter aside.

## Example
```yaml
case:
  title: Example
  filings:
    - id: letter
      forum: un-sp
      addressees: [{name: Working Group on Arbitrary Detention}]
allegations:
  - id: beating
    title: Beating of a prisoner
    statement: It is alleged that guards beat a prisoner.
    conduct: [torture]
```

Use instead:
```yaml
case:
  title: Example
  filings:
    - id: letter
      forum: un-sp
      addressees: [{name: Special Rapporteur on torture}]
allegations:
  - id: beating
    title: Beating of a prisoner
    statement: It is alleged that guards beat a prisoner.
    conduct: [torture]
```

## When to allow it
Where a mandate has the matter already, or is left out for a reason: say so in the decision.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity, say
from probata.forum import Mandate, Profile
from probata.model.case_file import Filing


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, for each filing, the mandates that are missing, and those that are addressed without an allegation."""
    for filing, profile in case.filings:
        for mandate in profile.mandates if filing.addressees else ():
            found = _finding(case, filing, profile, mandate)
            if found:
                yield found


def _finding(case: CheckInput, filing: Filing, profile: Profile, mandate: Mandate) -> Finding | None:
    is_addressed = any(mandate.is_called(one.name) for one in filing.addressees)
    alleged = [one.id for one in case.pursued_in(filing) if set(one.conduct) & set(mandate.conduct)]
    if is_addressed == bool(alleged):
        return None
    if alleged:
        said = (
            f"{say.filing(filing)} does not address the {mandate.label}, with which {say.allegations(alleged)} has to "
            "do"
        )
        step = "add it under `addressees` of the filing"
    else:
        said = f"{say.filing(filing)} addresses the {mandate.label}, and alleges nothing with which it has to do"
        step = "take it out of `addressees`, or record the conduct alleged under `conduct` of the allegation"
    notes = (f"{say.words(profile.id)}: {mandate.remark}",) if mandate.remark else ()
    return case.finding("filings", filing.id, said, step, at=("addressees",), notes=notes)


CHECK = Check("LAW194", "mandates-not-of-allegations", Severity.WARNING, "filings", run)
