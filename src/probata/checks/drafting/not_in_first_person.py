"""A statement speaks of its maker as of somebody else.

Looks at the witness's paragraphs in a filing whose forum wants the first person: for "the witness" and the like, and
for the witness's own name with a verb. "The witness states", "the deponent was" and the own name can mean nobody else,
and must be mended where the rule was read at its source; "the witness said" and "She was" may mean another, and should.
Where another verb follows "the witness", and where a paragraph has no word of the first person, that is a note: the
program cannot tell whether it is right. Quotations, "the witness statement" and a witness who is named are left alone.

## Why it matters
"The witness states that" shows that somebody else wrote the words. The other side will ask who.

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
    paragraphs:
      - {id: door, basis: own_knowledge, text: The witness states that guards came to my door.}
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
    paragraphs:
      - {id: door, basis: own_knowledge, text: Guards came to my door.}
```

## When to allow it
Where another person is meant, such as a witness in other proceedings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import BY_RULE, Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import ruled_by
from probata.checks.support.statements_of import RuledStatement, statements_under
from probata.diagnostics import Severity, say
from probata.model.person import Person

_FIRST = re.compile(r"\b(?:I|(?i:me|my|mine|myself|we|us|our|ours|ourselves))\b")
_OTHERS = r"(?i:the (?:witness|deponent|declarant|undersigned|affiant))"
_OF_MAKERS = r"(?i:the (?:deponent|declarant|undersigned|affiant))"
"""Whoever makes the paper; "the witness" may be another, in other proceedings."""
_SAYS = r"(?i:states?|says?|said|stated|believes?|confirms?|recalls?|saw|heard|knows?|was|is|has)"
_STATES = r"(?i:states?|says?|believes?|confirms?|recalls?|knows?)"
"""What a maker does in the statement itself; "the witness said" may tell of another witness."""
_OF_COURTS = r"[\s-](?:statements?|box|stand|summons|lists?|protection)\b"
"""What stands behind "the witness" where nobody is meant."""
_ONE = re.compile(rf"(?:She|He) {_SAYS}\b")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|(?<!\w)‘(?:[^‘’]|’(?=\w))*’(?!\w)")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the paragraphs that name their maker in the third person, and those without a word of the first."""
    for ruled in statements_under(case, "first_person"):
        person = case.graph.find("people", Person, ruled.statement.person)
        sure, says, named = _third_person(person.name.display if person else "")
        for position, paragraph in enumerate(ruled.statement.paragraphs):
            bare = " ".join(_QUOTED.sub(" ", paragraph.text).split())
            if match := sure.search(bare):
                what = f"says {say.words(match[0])} of its maker"
                yield _finding(case, ruled, position, what, Outcome.FAILED, ruled.rule.heaviest)
            elif match := says.search(bare):
                yield _finding(case, ruled, position, f"says {say.words(match[0])} of its maker", Outcome.FAILED)
            elif not _FIRST.search(bare) and (match := _ONE.match(bare)):
                yield _finding(case, ruled, position, f"begins {say.words(match[0])} and has no `I`", Outcome.FAILED)
            elif match := named.search(bare):
                what = f"says {say.words(match[0])}, which may mean its maker"
                yield _finding(case, ruled, position, what, Outcome.CANNOT_TELL)
            elif not _FIRST.search(bare):
                yield _finding(case, ruled, position, "has no word of the first person", Outcome.CANNOT_TELL)


def _third_person(name: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what finds the maker before a verb, surely or by its look, and "the witness" anywhere but of others."""
    own = re.escape(name)
    by_name = rf"|(?i:{own}) {_SAYS}" if name else ""
    surely = rf"\b(?:{_OTHERS} {_STATES}|{_OF_MAKERS} {_SAYS}{by_name})\b"
    of_another = rf"\s(?!{own}\b)[A-Z]" if name else r"\s[A-Z]"
    anywhere = rf"\b{_OTHERS}\b(?!{_OF_COURTS}|{of_another})"
    return re.compile(surely), re.compile(rf"\b{_OTHERS} {_SAYS}\b"), re.compile(anywhere)


def _finding(
    case: CheckInput,
    ruled: RuledStatement,
    position: int,
    what: str,
    outcome: Outcome,
    severity: Severity | None = None,
) -> Finding:
    paragraph = ruled.statement.paragraphs[position]
    return case.finding(
        "statements", ruled.statement.id,
        f"paragraph {say.words(paragraph.id)} {what}; {say.words(ruled.profile.id)} wants the first person",
        "let the witness say it: I saw, I was told by",
        at=("paragraphs", position, "text"), notes=ruled.notes, outcome=outcome,
        severity=severity if outcome is Outcome.FAILED else Severity.INFO,
    )  # fmt: skip


CHECK = Check(
    "DRA103", "not-in-first-person", Severity.WARNING, "statements", run,
    looks_at=ruled_by("first_person"), raised=BY_RULE,
)  # fmt: skip
