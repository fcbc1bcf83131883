"""A document names a victim or witness, and no consent of theirs for this use is recorded.

Looks at the text of each document and our own words in its notes, without references and the list of sources, for
persons whose record says `victim` or `witness`, or who are named as affected, and who are not among those whom the
document is about. A consent must be given, and cover the forum, all its readers and the day. Somebody under 18 on the
day of the filing must not be named so. It should be mended where the age is open, where a consent was refused, taken
back or given for another use, and where a statement of the person is recorded; of others, whom works already published
may name, it is a note.

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

from collections.abc import Iterable, Iterator
from dataclasses import replace

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.by_rule import rule_note
from probata.checks.support.needing_consent import parts_of
from probata.checks.support.readers import audiences_of
from probata.checks.tenures.ages import FULL_AGE, births_of, is_minor
from probata.citation.library import is_schedule
from probata.diagnostics import Severity, say
from probata.disclosure import NameSearch, covers_use, names_of
from probata.document.blocks import Block, Blocks, Paragraph, Role
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
        agreed = _agreed(case, filing)
        asked = {person.id: person for person in _asked_for(case, filing) if person.id not in agreed}
        others = [person for person in case.graph.people if person.id not in asked]
        named = set(_named(names_of(asked.values(), others), _texts(case, filing) if asked else ()))
        yield from (_finding(case, filing, profile, person) for person in asked.values() if person.id in named)


def _named(names: dict[str, tuple[str, ...]], texts: Iterable[str]) -> Iterator[str]:
    """Give the persons whom one of the texts names; the family name in somebody's full name is nobody else's."""
    search = NameSearch(names)
    return (person for text in texts for person in search.persons_in(text))


def _asked_for(case: CheckInput, filing: Filing) -> Iterator[Person]:
    """Give the victims and witnesses, without those whom a filing is about and who makes its statement."""
    if filing.id not in case.drafts:
        return
    made = case.graph.find("statements", Statement, filing.statement or "")
    apart = {*case.graph.case.persons_concerned, *filing.persons, made.person if made else ""}
    for person in case.graph.people:
        if person.id not in apart and parts_of(case)[person.id] & _PARTS:
            yield person


def _agreed(case: CheckInput, filing: Filing) -> set[str]:
    """Return the persons who consented to a filing with all its readers."""
    days = (case.graph.case.as_of, filing.date)
    audiences = audiences_of(case, filing)
    return {one.person for one in case.graph.consents if covers_use(one, filing.forum, audiences, days)}


def _texts(case: CheckInput, filing: Filing) -> Iterator[str]:
    """Give what a document says itself, its notes too; a work that is cited may have the name in its title."""
    drafted = case.drafts[filing.id]
    yield from drafted.notes
    for block in walk_blocks(_without_works(drafted.document.blocks)):
        if not (isinstance(block, Paragraph) and block.role is Role.BIBLIOGRAPHY):
            yield plain_text(own_inlines(block))


def _without_works(blocks: Blocks) -> Blocks:
    """Return the blocks with an evidence schedule that says of its works what we say, and not how they are called."""

    def without(block: Block) -> Block:
        if not is_schedule(block):
            return block
        return replace(block, rows=tuple(replace(row, cells=(row.cells[0], *row.cells[2:])) for row in block.rows))

    return tuple(map(without, blocks))


def _finding(case: CheckInput, filing: Filing, profile: Profile, person: Person) -> Finding:
    severity, why = _weight(case, filing, person)
    part = "victim" if "victim" in parts_of(case)[person.id] else "witness"
    rule = profile.rule(profile.disclosure.consent_rule or "")
    return case.finding(
        "people", person.id,
        f"{say.filing(filing)} names the {part} {say.person(person)}, and no consent that covers it is recorded{why}",
        "record the consent for this forum and its readers in `consents.yaml`, or set `consent_required: true`, which "
        "leaves the name out",
        at=("name",), notes=rule_note(rule), severity=severity,
        alike=f"{part} {why}", filing=filing.id,
    )  # fmt: skip


def _weight(case: CheckInput, filing: Filing, person: Person) -> tuple[Severity, str]:
    """Return how much it weighs, and what makes it so."""
    births, day = births_of(person), filing.date or case.graph.case.as_of
    minor = is_minor(births, day) if births and day else Answer.NO
    if minor is Answer.CERTAIN:
        return Severity.ERROR, f"; the person is under {FULL_AGE} on its day"
    if minor is Answer.POSSIBLE:
        return Severity.WARNING, f"; the person may be under {FULL_AGE} on its day"
    recorded = case.once("who has consents", lambda: {one.person for one in case.graph.consents})
    stated = case.once("who makes statements", lambda: {one.person for one in case.graph.statements})
    if person.id in recorded:
        return Severity.WARNING, "; what is recorded was refused, taken back or given for another use"
    if person.id in stated:
        return Severity.WARNING, "; a statement of the person is recorded"
    return Severity.INFO, ""


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the documents of cases that have a victim or witness."""
    for filing, _ in case.filings:
        if any(True for _ in _asked_for(case, filing)):
            yield Looked(f"filings/{filing.id}")


CHECK = Check(
    "STR209", "victim-named-without-consent", Severity.WARNING, "documents", run,
    raised="must fix where the person is under age", looks_at=_looks_at
)  # fmt: skip
