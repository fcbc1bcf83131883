"""Nothing is recorded against an allegation, and no document says when it was searched for.

Looks at filings whose forum wants the section `contrary-evidence`, for allegations without any evidence marked
`against: true`. It is enough that a text of that section says in one sentence, with its year, that such evidence was
searched for.

## Why it matters
"None is known" says nothing without "we searched". Some forums ask for what exonerates a person; and what the other
side finds in an hour was either not looked for or kept back.

## Example
```yaml
case:
  title: Example
  filings: [{id: submission, forum: un-sp}]
sources: [{id: register, title: Infirmary register of North Prison, type: document, held: held}]
allegations: [{id: beatings, title: Beatings, statement: Prisoners were beaten., evidence: ["register, p. 14"]}]
```

Use instead:
```yaml
case:
  title: Example
  filings: [{id: submission, forum: un-sp}]
sources: [{id: register, title: Infirmary register of North Prison, type: document, held: held}]
allegations: [{id: beatings, title: Beatings, statement: Prisoners were beaten., evidence: ["register, p. 14"]}]
narrative:
  - id: contrary
    title: What speaks against the allegations
    place: contrary-evidence
    text: The press and the bulletins of the prison service were searched on 3 October 2026. Nothing was found.
```

## When to allow it
Where the filing goes to a body that searches itself and is told so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.quoted import quoted
from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.sentences import sentences_in
from probata.checks.texts.word_lists import any_of
from probata.diagnostics import Severity
from probata.forum import Profile
from probata.model.case_file import Filing

SECTION = "contrary-evidence"
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_MOST = 8


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the filings, each once with its allegations."""
    for filing, profile in case.filings:
        if SECTION in (*profile.sections.required, *profile.sections.recommended) and not _is_told(case, profile):
            bare = [one.id for one in case.pursued_in(filing) if not any(item.against for item in one.evidence)]
            if bare:
                yield _finding(case, filing, profile, bare)


def _is_told(case: CheckInput, profile: Profile) -> bool:
    """Tell whether a text of the section says of a search when it was, in any language."""
    return any(
        _YEAR.search(sentence.own) and any_of("search", "searched").search(sentence.own)
        for section in case.graph.narrative
        if (section.place or section.id) == SECTION and (not section.forums or set(section.forums) & set(profile.names))
        for sentence in sentences_in(MarkdownText("narrative", section.id, ("text",), section.text))
    )


def _finding(case: CheckInput, filing: Filing, profile: Profile, bare: list[str]) -> Finding:
    rule = profile.rule(profile.sections.rules.get(SECTION, ""))
    what = "allegations" if len(bare) > 1 else "allegation"
    more = f" and {len(bare) - _MOST} more" if len(bare) > _MOST else ""
    return case.finding(
        "filings", filing.id,
        f"`{filing.id}` has {len(bare)} {what} without evidence against, and no text says when it was searched for: "
        f"{quoted(bare[:_MOST])}{more}",
        f"search for it, and write in a section with `place: {SECTION}` where and on which day, and what was found",
        notes=(f"rule `{rule.id}`: {rule.text}",) if rule else (),
    )  # fmt: skip


CHECK = Check("EVI137", "contrary-search-not-told", Severity.INFO, "filings", run)
