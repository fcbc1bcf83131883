"""A section that a forum wants to see is not in the document, or holds nothing but gaps.

Looks at each filing as it is composed. A section is known by the short name of its place in the template, or by the
`place` of a narrative section that is printed in it.

## Why it matters
A decision-maker reads for the parts of the test. A paper without the request, or without a word on what speaks against
it, is laid aside or answered in a line.

## Example
```yaml
case:
  title: Example
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
sections:
  required: [summary]
```

Use instead:
```yaml
case:
  title: Example
  summary: Prisoners were beaten in the north wing.
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
sections:
  required: [summary]
```

## When to allow it
Where the section has no place in this case, such as steps taken at home where there are no courts: say so in a sentence
in the section itself, so that its reader need not ask.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import BY_RULE, Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.by_rule import rule_note
from probata.checks.support.sections import filled_sections
from probata.diagnostics import Severity, say
from probata.forum import Profile
from probata.model.case_file import Filing


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the sections required and recommended that hold nothing."""
    for filing, profile in case.filings:
        drafted = case.drafts.get(filing.id)
        if drafted is None:
            continue
        filled = filled_sections(drafted, case.graph)
        lacking = [name for name in profile.sections.required if name not in filled]
        for weight in Severity:
            if names := [name for name in lacking if _weight(profile, name) is weight]:
                wanted = "requires" if weight is Severity.ERROR else "asks for"
                yield _finding(case, filing, profile, names, wanted, weight)
        if names := [name for name in profile.sections.recommended if name not in filled]:
            yield _finding(case, filing, profile, names, "recommends", Severity.INFO)


def _weight(profile: Profile, name: str) -> Severity:
    rule = profile.rule(profile.sections.rules.get(name, ""))
    return rule.heaviest if rule else Severity.WARNING


def _finding(
    case: CheckInput, filing: Filing, profile: Profile, names: list[str], wanted: str, severity: Severity
) -> Finding:
    rules = (profile.rule(profile.sections.rules.get(name, "")) for name in names)
    sections = f"the section{'s' * (len(names) > 1)} {say.listed(names)}"
    return case.finding(
        "filings", filing.id, f"the document {say.filing(filing)} has nothing in {sections}, which "
        f"{say.words(profile.id)} {wanted}",
        f"record what belongs there: the page docs/forums/{profile.id}.md says from which records the part is made",
        notes=tuple(dict.fromkeys(note for rule in rules for note in rule_note(rule))), severity=severity,
    )  # fmt: skip


CHECK = Check("STR201", "section-missing", Severity.WARNING, "documents", run, raised=BY_RULE, of_form=True)
