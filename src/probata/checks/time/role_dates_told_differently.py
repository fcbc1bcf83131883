"""A role whose dates are told in more than one way.

Finds roles for which another account gives other dates than those stated; seats that share no day with the role under
which they were held; and roles in one numbered term of a college that date this term in two ways. A seat that surely
begins before its role or goes on after it is a note: a side function may outlast the appointment.

## Why it matters
Conduct can lie inside the role by one account and outside by the other. The other side will choose theirs; the case
must say which it follows, and why.

## Example
```yaml
case:
  title: Example
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - id: governor
    person: mara-wolk
    title: Governor of North Prison
    dates:
      stated: 2015-08/2017-04
      other_accounts:
        - {dates: 2015-09/2017-04, note: so the yearbook}
```

Use instead:
```yaml
case:
  title: Example
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - {id: governor, person: mara-wolk, title: Governor of North Prison, dates: 2015-08/2017-04}
```

## When to allow it
When the person who signs has decided which account is followed: decide the finding with the reason, and keep both
accounts in the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.sure_days import are_surely_apart, begins_before, ends_after
from probata.diagnostics import Severity, say
from probata.model.dates import Point, When
from probata.model.role import Role
from probata.model.tenure import OtherAccount


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates of each role with its other accounts, its seats and the term of its college."""
    yield from _of_accounts(case)
    for role in case.graph.roles:
        yield from _of_seats(case, role)
    yield from _of_terms(case)


def _of_accounts(case: CheckInput) -> Iterator[Finding]:
    for role in case.graph.roles:
        stated = role.dates.stated
        others = [account for account in role.dates.other_accounts if _differs(account.dates, stated)]
        if others:
            told = ", ".join(say.date(account.dates) for account in others)
            yield case.finding(
                "roles", role.id, f"role {say.role(role)} is dated {say.date(stated)} here and {told} elsewhere",
                "read both again in their sources, and correct the one that was copied wrongly; where both stand, "
                "decide in `decisions.yaml` which the documents follow, and why",
                at=("dates",), notes=tuple(_note(account) for account in others),
            )  # fmt: skip


def _differs(one: When, other: When) -> bool:
    return (one.start, one.end) != (other.start, other.end)


def _note(account: OtherAccount) -> str:
    sources = ", ".join(say.source(citation.source) for citation in account.citations)
    words = [say.date(account.dates), f"by {sources}" if sources else "", f"({account.note})" if account.note else ""]
    return " ".join(word for word in words if word)


def _of_seats(case: CheckInput, role: Role) -> Iterator[Finding]:
    held = (role.dates.possible or role.dates.stated, *(account.dates for account in role.dates.other_accounts))
    for position, seat in enumerate(role.seats):
        dates = seat.dates
        is_apart = dates and all(are_surely_apart(dates, one) for one in held)
        is_beyond = dates and all(begins_before(dates, one) or ends_after(dates, one) for one in held)
        if dates and (is_apart or is_beyond):
            told = "they share no day" if is_apart else "the post goes beyond the role"
            yield case.finding(
                "roles", role.id,
                f"role {say.role(role)} is dated {say.date(role.dates.stated)}, and post {say.post(seat.position)} "
                f"under it {say.date(dates)}: {told}",
                "read both again in their sources, or record the post as a role of its own",
                at=("seats", position, "dates"), severity=None if is_apart else Severity.INFO,
            )  # fmt: skip


def _of_terms(case: CheckInput) -> Iterator[Finding]:
    """Find the roles that date a term of a college otherwise than the first that dates it."""
    first: dict[tuple[str, str], tuple[str, When]] = {}
    for role in case.graph.roles:
        if role.term is None or role.term.dates is None:
            continue
        dates = role.term.dates
        other, told = first.setdefault((role.term.body, role.term.number.casefold()), (role.id, dates))
        if _are_apart(dates.start, told.start) or _are_apart(dates.end, told.end):
            yield case.finding(
                "roles", role.id,
                f"term {say.words(role.term.number)} of {say.body(role.term.body)} is dated {say.date(dates)} in role "
                f"{say.role(role)} and {say.date(told)} in role {say.role(other)}",
                "read in its source how long the term lasted, and give it alike in both", at=("term", "dates"),
            )  # fmt: skip


def _are_apart(one: Point | None, other: Point | None) -> bool:
    """Tell whether two ends surely are not one day; what is about, open or unknown decides nothing."""
    if one is None or other is None or one.approximate or other.approximate:
        return False
    return one.last < other.first or other.last < one.first


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the roles that tell their time in more than one place."""
    for role in case.graph.roles:
        has_term = role.term is not None and role.term.dates is not None
        if role.dates.other_accounts or has_term or any(seat.dates for seat in role.seats):
            yield Looked(f"roles/{role.id}")


CHECK = Check(
    "TIM103", "role-dates-told-differently", Severity.WARNING, "roles", run, looks_at=_looks_at,
    rests_on={"roles": ("citations", "dates", "seats", "term")},
)  # fmt: skip
