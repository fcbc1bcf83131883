"""A field that a forum wants to see is not recorded.

Finds, for each filing, the fields that the profile of its forum asks for and that are empty: of the case, the filing,
each person concerned, each allegation put forward, and the statement.

## Why it matters
What is missing prints as a gap in a draft. Where the rule behind it was read at its source, or the document would be
none without it, the document is not made for filing; the latter is our own rule, and the finding says so. Where the
rule was not read, the finding weighs *should fix*: the document can be filed, and says that nothing is recorded. A
forum that cannot identify the person, or does not know what is asked of it, lays the paper aside.

## Example
```yaml
case:
  title: Example
  persons_concerned: [mara-wolk]
  filings:
    - {id: submission, forum: uk-ghr}
people:
  - id: mara-wolk
    name: Mara Wolk
```

Use instead:
```yaml
case:
  title: Example
  summary: Mara Wolk is said to have ordered beatings.
  as_of: 2024-06-01
  prepared_by:
    organisation: Institute for Prison Reform
    contact: office@institute.example
  persons_concerned: [mara-wolk]
  filings:
    - id: submission
      forum: uk-ghr
      addressee:
        name: The Secretary of State
      relief:
        - measure: Asset freeze
people:
  - id: mara-wolk
    name: {family: Wolk, given: Mara, native: {text: Мара Волк, lang: ru}}
    birth: {date: 1964-02}
    nationalities: [Ruritanian]
```

## When to allow it
Where the field cannot be found out: write what was done to find it into the record, and decide the finding. One that
must be fixed stays so, whatever is decided: the document stays a draft until the record, or the forum's profile, is
changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.by_rule import by_rule
from probata.checks.support.required_fields import Holder, holders_of, is_empty_at, write_field
from probata.diagnostics import Severity, say
from probata.forum import Profile, RequiredField


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the empty fields that the forums of the filings require; one that several forums require is found once."""
    missing: dict[tuple[str, str, str], list[Missing]] = {}
    for filing, profile in case.filings:
        for required in profile.required_fields:
            for holder in holders_of(required, filing, profile, case):
                if not _has_own_check(required, profile) and _is_missing(holder, required, case):
                    place = (holder.kind, holder.record_id, required.path)
                    missing.setdefault(place, []).append(Missing(holder, required, profile))
    for same in missing.values():
        yield _finding(case, same)


def _is_missing(holder: Holder, required: RequiredField, case: CheckInput) -> bool:
    """Tell whether a field is empty, and not merely misspelt or unreadable, which is told of it already."""
    is_unread = case.graph.unread.lacks(f"{holder.kind}/{holder.record_id}", required.path)
    return is_empty_at(holder.values, required.path.split(".")) and not is_unread


def _has_own_check(required: RequiredField, profile: Profile) -> bool:
    """Tell whether another check speaks of the field, so that nothing is found twice.

    Those are `filing-without-statement`, `allegation-without-role`, `-provision` and `-evidence`.
    """
    field = required.of, required.path
    is_of_allegation = field in {("allegation", "roles"), ("allegation", "provisions"), ("allegation", "evidence")}
    return is_of_allegation or (profile.document_kind == "statement" and field == ("filing", "statement"))


@dataclass(frozen=True, slots=True)
class Missing:
    """A field that one forum misses in one record."""

    holder: Holder
    required: RequiredField
    profile: Profile

    @property
    def severity(self) -> Severity:
        """Must fix only where the rule was read at its source, or we hold the field necessary ourselves."""
        return self.profile.weight_of(self.required)


def _finding(case: CheckInput, same: list[Missing]) -> Finding:
    first = same[0]
    required = [one for one in same if not one.required.optional]
    label, wanted = first.required.label, _wanted(same)
    is_of_life = first.holder.kind == "people"  # what others report of somebody; the rest the author says
    rules = dict.fromkeys(note for one in same for note in by_rule(one.profile, one.required))
    return case.finding(
        first.holder.kind, first.holder.record_id,
        f"not recorded for {first.holder.called}: {label}; {wanted}",
        f"add {write_field(first.required.path)}{' with its source' if is_of_life else ''}",
        missing=tuple(first.required.path.split(".")), notes=tuple(rules),
        severity=min((one.severity for one in same), key=lambda severity: severity.rank), gap=label if required else "",
        alike=f"{first.holder.kind} {label} {wanted}",
    )  # fmt: skip


def _wanted(same: list[Missing]) -> str:
    """Say who asks for it: the forums, or we ourselves where none of their rules was read."""
    required = [one for one in same if not one.required.optional]
    ours = [one for one in required if one.profile.is_ours(one.required)]
    theirs = [one for one in required if one not in ours]
    parts = [f"required by {_forums(theirs)}"] if theirs else []
    parts += [f"needed by our own rule before filing in {_forums(ours)}"] if ours else []
    return "; ".join(parts) or f"wanted by {_forums(same)}"


def _forums(found: list[Missing]) -> str:
    *others, last = dict.fromkeys(say.words(one.profile.id) for one in found)
    return f"{', '.join(others)} and {last}" if others else last


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records of which a forum of the filings requires a field."""
    for filing, profile in case.filings:
        for required in profile.required_fields:
            if not _has_own_check(required, profile):
                for holder in holders_of(required, filing, profile, case):
                    yield Looked(f"{holder.kind}/{holder.record_id}")


CHECK = Check(
    "STR101", "required-field-missing", Severity.ERROR, "records with a required field", run,
    of_form=True, tells_gaps=True, looks_at=_looks_at,
)  # fmt: skip
