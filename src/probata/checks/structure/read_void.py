"""A read of an allegation that does not stand any more.

Compares what an allegation rested on when it was read with what it rests on now: the allegation, its roles, events,
sources, quotations, tables, exhibits and statements; for the protection of sources the persons and consents too, for
libel the persons accused. Where anything of it changed, the read is void, and the finding lists what. So is one that is
dated before something on which it rests, such as the last reading of a source, or before a read of other records that
stands above it in the file: it was not made on that day. A read that found a difference does not stand either, nor does
one before it on the same records: what it found is to be mended. An older read is passed over where a later one of the
same kind was made. Reads of one allegation that are void by the same change are told together, and behind all that must
or should be mended: reading again comes last.

## Why it matters
"Read and approved" is said of a text. When a date in a source is corrected afterwards, it is said of another text, and
nobody notices.

## Example
```yaml
case: {title: Example}
sources: [{id: report, title: A report, held: held}]
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten.
    evidence: [report]
reads:
  - id: read-fact
    what: beatings
    read_as: fact
    by: Oda Quillfern
    on: 2024-05-02
    rests_on: [allegations/beatings c5d36e6f5df2e27e, sources/report 0123456789abcdef]
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: report, title: A report, held: held}]
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten.
    evidence: [report]
reads:
  - id: read-fact
    what: beatings
    read_as: fact
    by: Oda Quillfern
    on: 2024-05-02
    rests_on: [allegations/beatings c5d36e6f5df2e27e, sources/report e54545238897ea85]
```

## When to allow it
Where the change is one of layout or spelling and the reader has seen it. Better is to write the read down again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.reads import CALLED, AskedRead, asked_reads
from probata.diagnostics import Severity, say
from probata.model.read import AllegationRead
from probata.proof.reads import ReadState, read_states, unsettled

_IN_A_SENTENCE = 5
"""Changes that the message names; the notes name the others."""
_RAISED = "must fix, since the case is ready for filing and this read is asked for"


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the kinds of reads of which none stands, by the last that was made; or by one that found a difference."""
    for states, asked in _of_one_cause(case):
        for state in states:
            yield _finding(case, state, states, asked)
    for read in case.graph.reads:
        if read.read_as != "text" and not case.graph.has("allegations", read.what):
            yield case.finding(
                "reads", read.id, f"the read {say.read(read)} is of an allegation, and none has the id "
                f"{say.words(read.what)}",
                "correct `what`, or leave out `read_as` where a text was read", at=("what",),
            )  # fmt: skip


def _of_one_cause(case: CheckInput) -> Iterator[tuple[list[ReadState], AskedRead | None]]:
    """Give the reads that do not stand; together those of one allegation under which the same changed."""
    asked = asked_reads(case)
    groups: dict[tuple[object, ...], tuple[list[ReadState], AskedRead | None]] = {}
    for key, states in _by_kind(case).items():
        if state := unsettled(states):
            by = asked.get(key)
            alone = () if state.changes else (state.read,)
            cause = (state.allegation, state.changes, by.severity if by else None, *alone)
            groups.setdefault(cause, ([], by))[0].append(state)
    yield from groups.values()


def _finding(case: CheckInput, state: ReadState, together: list[ReadState], asked: AskedRead | None) -> Finding:
    reason, step = _reason(state, "are" if len(together) > 1 else "is")
    every = [f"for {CALLED[one.read_as]} by {one.by} of {one.on}" for one in together]
    reads = f"reads of allegation {say.allegation(state.allegation)} {', '.join(every[:-1])} and {every[-1]}"
    message = (
        f"the {reads if every[1:] else f'read of allegation {say.allegation(state.allegation)} {every[0]}'} {reason}"
    )
    option, *others = (f"--as {one.read_as.replace('_', '-')}" for one in together)
    again = f", and likewise with {say.listed(others)}" if others else ""
    found = case.finding(
        "reads", state.read, message,
        f"{step}, then write `probata read {case.graph.name} {state.allegation} {option} --by NAME`{again}",
        notes=(*map(str, state.changes[_IN_A_SENTENCE:]), *(_raised(asked) if asked else ())),
        severity=asked.severity if asked else None, alike=message if others else "",
    )  # fmt: skip
    return replace(found, after_mending=bool(state.changes))


def _raised(asked: AskedRead) -> tuple[str, ...]:
    return (_RAISED, *asked.notes) if asked.severity is Severity.ERROR else ()


def _reason(state: ReadState, verb: str) -> tuple[str, str]:
    """Say why a read does not stand, and what is to be done before the next."""
    if state.changes:
        more = len(state.changes) - _IN_A_SENTENCE
        told = ", ".join(map(str, state.changes[:_IN_A_SENTENCE]))
        return f"{verb} void: {told}{f' and {more} more' if more > 0 else ''}", "look at what changed before filing"
    if state.result != "confirmed":
        return "found that something is not as stated", "correct what is not as stated and read it again"
    if not state.rests_on:
        return "is void: it does not say on what it rested", "read it again before filing"
    return f"is void: it is dated before {state.after_its_day}", "read it again before filing, or correct its day"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give of each allegation and kind the read that is to be made again, or the last."""
    yield from (Looked(f"reads/{(unsettled(states) or states[-1]).read}") for states in _by_kind(case).values())


def _by_kind(case: CheckInput) -> dict[tuple[str, AllegationRead], list[ReadState]]:
    """Return the reads by allegation and kind, in the order of their file."""
    by_kind: dict[tuple[str, AllegationRead], list[ReadState]] = {}
    for state in read_states(case.graph):
        by_kind.setdefault((state.allegation, state.read_as), []).append(state)
    return by_kind


CHECK = Check(
    "STR114",
    "read-void",
    Severity.WARNING,
    "reads of allegations",
    run,
    raised="must fix where the case is ready and the read is asked for",
    looks_at=_looks_at,
)
