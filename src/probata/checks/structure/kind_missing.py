"""A kind of block or of sentence that a forum wants to see is not in the document.

Looks at each filing as it is composed: whether it holds a table, a picture, a quotation or contents where the profile
of its forum asks for one, and a paragraph of each kind of sentence asked for. A statement that nobody makes yet is not
looked at.

## Why it matters
A witness statement without a sentence that its maker knows from their own senses proves nothing, and a long submission
without contents is not found one's way in.

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
blocks:
  required: [quotation]
```

Use instead:
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
blocks:
  required: [contents]
```

## When to allow it
Where the case has nothing of the kind: say so in the document, so that its reader need not ask.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import BY_RULE, Check
from probata.checks.check_input import CheckInput
from probata.checks.drafted import Drafted
from probata.checks.finding import Finding
from probata.checks.structure.block_not_taken import KINDS
from probata.checks.support.by_rule import rule_note
from probata.diagnostics import Severity, say
from probata.document.blocks import Paragraph
from probata.document.walk import walk_blocks
from probata.forum import Profile
from probata.model.case_file import Filing


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the kinds required and recommended of which a document holds none."""
    for filing, profile in case.filings:
        drafted = case.drafts.get(filing.id)
        if drafted and (filing.statement or profile.document_kind != "statement"):
            yield from _of_filing(case, filing, profile, drafted)


def _of_filing(case: CheckInput, filing: Filing, profile: Profile, drafted: Drafted) -> Iterator[Finding]:
    blocks = tuple(walk_blocks(drafted.document.blocks))
    present = {name for name, kind in KINDS.items() if any(isinstance(block, kind) for block in blocks)}
    said = {block.sentence for block in blocks if isinstance(block, Paragraph)}
    for wanted, found, what in ((profile.blocks, present, "block"), (profile.sentence_kinds, said, "sentence")):
        rule = profile.rule(wanted.rule or "")
        heaviest = rule.heaviest if rule else Severity.WARNING
        for names, verb, severity in (
            (wanted.required, "requires", heaviest),
            (wanted.recommended, "recommends", Severity.INFO),
        ):
            for name in names:
                if name not in found:
                    yield case.finding(
                        "filings", filing.id,
                        f"the document holds no {what} of the kind {say.words(name)}, which {say.words(profile.id)} "
                        f"{verb}",
                        "add one; where there is none to add, say in the document why and decide the finding",
                        notes=rule_note(rule), severity=severity,
                    )  # fmt: skip


CHECK = Check("STR205", "kind-missing", Severity.WARNING, "documents", run, raised=BY_RULE)
