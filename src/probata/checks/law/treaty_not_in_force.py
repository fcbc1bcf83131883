"""A provision of a treaty that did not bind the State when it is said to have been breached.

Compares the period of each allegation, or else the dates of its events, with the days from which and until which the
State in `state` is bound by each treaty whose provisions are named, by the catalogue. A signature alone binds to
nothing of its provisions. A provision that the State does not accept, such as an inquiry that it has excluded, is
found whatever the time. Where the catalogue does not know how the State stands, or knows it only for an earlier day,
that is a note; so is a provision marked `contention: true`. Notes come once for each treaty. What `standings` in the
case says of a treaty goes before the catalogue: its `status`, `in_force` and `until` are compared, and what the State
does not accept is still taken from the catalogue. Words alone cannot be compared, which is a note. Conduct before a
treaty entered into force at all is found whatever State it is.

## Why it matters
A treaty that was not in force cannot be breached. The other side answers the whole paper with the one provision that
does not apply, and needs no word on the facts.

## Example
```yaml
case:
  title: Example
  state: China
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    period: 2016
    provisions:
      - {instrument: iccpr, provision: "7"}
```

Use instead:
```yaml
case:
  title: Example
  state: China
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    period: 2016
    provisions:
      - {instrument: uncat, provision: "1"}
```

## When to allow it
Where the rule binds as custom, or the treaty binds another State whose act it was, such as one that returned a person:
say so in `remark` at the provision and mark it `contention: true`: it then is put forward openly, and is a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.support.in_force import as_recorded, in_force, told
from probata.checks.support.named_treaties import Named, named_treaties, next_step, weight
from probata.checks.support.never_bound import before_anybody, not_accepted
from probata.checks.tenures.times_of_conduct import times_of_conduct
from probata.diagnostics import Severity, say
from probata.law import Participation
from probata.model.case_file import Standing
from probata.model.dates import Answer, When

_BINDS = ("why it binds all the same", "name a provision that bound the State then")


_STANDINGS = say.field("standings", "case")


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each provision of a treaty with the State's standing."""
    state = case.graph.case.state
    recorded = {one.instrument: one for one in case.graph.case.standings}
    for allegation in case.pursued if state else ():
        times = times_of_conduct(case, allegation)
        for named in named_treaties(case, allegation):
            found = _found(case, named, recorded.get(named.treaty.id), state or "", times)
            if found:
                yield found


def _found(case: CheckInput, named: Named, own: Standing | None, state: str, times: tuple[When, ...]) -> Finding | None:
    """Compare by what the case says where it says anything, else by the catalogue."""
    known = case.catalogue.standing_of(state, named.treaty.id)
    standing = as_recorded(own, state, known) if own else known
    is_read = bool(own.citations) if own else standing is not None and standing.verified
    compared = _compared(case, named, standing, times, is_read=is_read) if standing else None
    if compared and compared.outcome is Outcome.FAILED:
        return compared
    refused = known.refused(named.alleged.provision or "") if known else None
    return (
        before_anybody(case, named, times)
        or (not_accepted(case, named, state, refused) if refused else compared)
        or (None if standing else _untold(case, named, state, in_words=own is not None))
    )


def _compared(
    case: CheckInput, named: Named, standing: Participation, times: tuple[When, ...], *, is_read: bool
) -> Finding | None:
    answers = {when.text: in_force(standing, when) for when in times}
    answer = next((one for one in (Answer.NO, Answer.POSSIBLE) if one in answers.values()), None)
    if answer is None:
        return None
    time = next(text for text, one in answers.items() if one is answer)
    is_open = answer is Answer.POSSIBLE
    is_note = is_open or named.alleged.contention
    return case.finding(
        "allegations", named.allegation,
        f"{named.words} is relied on for {say.date(time)}; {standing.state} {told(standing)}",
        f"look up how the State stood to it at that time, and write it under {_STANDINGS}" if is_open
        else next_step(named, *_BINDS),
        at=named.loc, notes=(standing.remark,) if standing.remark else (),
        severity=weight(is_read=is_read, is_note=is_note),
        outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED,
        alike=f"{named.treaty.id} {answer}{'' if is_note else named.words}",
    )  # fmt: skip


def _untold(case: CheckInput, named: Named, state: str, *, in_words: bool) -> Finding:
    treaty = named.treaty.abbreviation
    return case.finding(
        "allegations", named.allegation,
        f"how {say.words(state)} stands to {treaty} is told in words alone, which cannot be compared with the time"
        if in_words
        else f"the catalogue does not say how {say.words(state)} stands to {treaty}",
        f"write `status`, and `in_force` or `until` where they are known, at its entry under {_STANDINGS}" if in_words
        else f"look it up at the depositary, and write it with its date under {_STANDINGS}",
        at=named.loc, severity=Severity.INFO, outcome=Outcome.CANNOT_TELL, alike=named.treaty.id,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that name a treaty; without a State or a date it cannot be told."""
    for allegation in case.pursued:
        if any(named_treaties(case, allegation)):
            why = "" if times_of_conduct(case, allegation) else "its conduct is not dated"
            yield Looked(f"allegations/{allegation.id}", why if case.graph.case.state else "the State is not recorded")


CHECK = Check(
    "LAW111", "treaty-not-in-force", Severity.ERROR, "allegations", run, looks_at=_looks_at,
    rests_on={"allegations": ("events", "period", "provisions")},
)  # fmt: skip
