"""A document names a victim or witness, and no consent of theirs for this use is recorded.

Looks at the text of each document, without its notes and list of sources, for persons whose record says `victim` or
`witness`, or who are named as affected, and who are not among those whom the document is about. A consent must be
given, and cover the forum, all its readers and the day. Somebody under 18 on the day of the filing must not be named
so. It should be mended where the age is open, where a consent was refused, taken back or given for another use, and
where a statement of the person is recorded; of others, whom works already published may name, it is a note.

## Why it matters
That a forum does not ask for it makes nobody safe. The person whose name is read out did not choose to be in the case,
and the first question to whoever files it is whether they were asked.

## Example
```yaml
case:
  title: Example
  as_of: 2024-06-01
  summary: Iven Quarrow was beaten in the yard.
  filings: [{id: brief, forum: uk-ghr}]
people: [{id: quarrow, name: Iven Quarrow, part_played: [victim], birth: {date: 2008-03-04}}]
```

Use instead:
```yaml
case:
  title: Example
  as_of: 2024-06-01
  summary: A boy of 16 was beaten in the yard.
  filings: [{id: brief, forum: uk-ghr}]
people: [{id: quarrow, name: Iven Quarrow, part_played: [victim], birth: {date: 2008-03-04}}]
```

## When to allow it
Where the person has told the public so themselves, or is dead and the family cannot be asked. Say in the decision
which, and where that is to be read.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.needing_consent import parts_of
from probata.checks.support.readers import audiences_of
from probata.checks.tenures.ages import FULL_AGE, births_of, is_minor
from probata.diagnostics import Severity
from probata.disclosure import covers_use, is_named, names_of
from probata.document.blocks import Paragraph, Role
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.forum import Profile
from probata.model.case_file import Filing
from probata.model.dates import Answer
from probata.model.person import Person
from probata.model.statement import Statement

_PARTS = frozenset({"victim", "witness"})


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the victims and witnesses whom each document names without a consent for it."""
    for filing, profile in case.filings:
        asked = tuple(person for person in _asked_for(case, filing) if not _agreed(case, filing, person))
        text = _text(case, filing) if asked else ""
        for person in asked:
            others = [one for one in case.graph.people if one.id != person.id]
            if is_named(names_of(person, others), text):
                yield _finding(case, filing, profile, person)


def _asked_for(case: CheckInput, filing: Filing) -> Iterator[Person]:
    """Give the victims and witnesses, without those whom a filing is about and who makes its statement."""
    if filing.id not in case.drafts:
        return
    made = case.graph.find("statements", Statement, filing.statement or "")
    apart = {*case.graph.case.persons_concerned, *filing.persons, made.person if made else ""}
    for person in case.graph.people:
        if person.id not in apart and parts_of(case)[person.id] & _PARTS:
            yield person


def _agreed(case: CheckInput, filing: Filing, person: Person) -> bool:
    days = (case.graph.case.as_of, filing.date)
    audiences = audiences_of(case, filing)
    own = (consent for consent in case.graph.consents if consent.person == person.id)
    return any(covers_use(consent, filing.forum, audiences, days) for consent in own)


def _text(case: CheckInput, filing: Filing) -> str:
    """Return what a document says itself; a work that is cited may have the name in its title."""
    blocks = walk_blocks(case.drafts[filing.id].document.blocks)
    said = (one for one in blocks if not (isinstance(one, Paragraph) and one.role is Role.BIBLIOGRAPHY))
    return "\n".join(plain_text(own_inlines(block)) for block in said)


def _finding(case: CheckInput, filing: Filing, profile: Profile, person: Person) -> Finding:
    severity, why = _weight(case, filing, person)
    part = "victim" if "victim" in parts_of(case)[person.id] else "witness"
    rule = profile.rule(profile.disclosure.consent_rule or "")
    return case.finding(
        "people", person.id,
        f"`{filing.id}` names the {part} `{person.id}`, and no consent that covers it is recorded{why}",
        "record the consent for this forum and its readers in `consents.yaml`, or set `consent_required: true`, which "
        "leaves the name out",
        at=("name",), notes=(f"rule `{rule.id}`: {rule.text}",) if rule else (), severity=severity,
        alike=f"{filing.id} {part} {why}",
    )  # fmt: skip


def _weight(case: CheckInput, filing: Filing, person: Person) -> tuple[Severity, str]:
    """Return how much it weighs, and what makes it so."""
    births, day = births_of(person), filing.date or case.graph.case.as_of
    minor = is_minor(births, day) if births and day else Answer.NO
    if minor is Answer.CERTAIN:
        return Severity.ERROR, f"; the person is under {FULL_AGE} on its day"
    if minor is Answer.POSSIBLE:
        return Severity.WARNING, f"; the person may be under {FULL_AGE} on its day"
    if any(consent.person == person.id for consent in case.graph.consents):
        return Severity.WARNING, "; what is recorded was refused, taken back or given for another use"
    if any(statement.person == person.id for statement in case.graph.statements):
        return Severity.WARNING, "; a statement of the person is recorded"
    return Severity.INFO, ""


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the documents of cases that have a victim or witness."""
    for filing, _ in case.filings:
        if any(True for _ in _asked_for(case, filing)):
            yield Looked(f"filings/{filing.id}")


CHECK = Check(
    "STR209", "victim-named-without-consent", Severity.WARNING, "documents", run, looks_at=_looks_at
)  # fmt: skip
