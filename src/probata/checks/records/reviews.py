"""Reviews of allegations: whether one was made, and whether it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, itself
from probata.checks.engine.finding import Finding
from probata.checks.support.required_fields import by_rule
from probata.diagnostics import Severity, say
from probata.graph.case_graph import grouped
from probata.model.allegation import Allegation
from probata.model.read import AllegationRead
from probata.proof.reads import ReadState, read_states, unsettled

CALLED: Mapping[AllegationRead, str] = {
    "fact": "its facts",
    "law": "its law",
    "source_protection": "the protection of its sources",
    "libel": "defamation",
}
"""For what an allegation is read, in the words of messages."""


@dataclass(frozen=True, slots=True)
class AskedRead:
    """A read that is asked for."""

    severity: Severity
    """How much it weighs that it is missing."""
    notes: tuple[str, ...]
    """By which rule it is asked for."""


def asked_reads(case: CheckInput) -> dict[tuple[str, AllegationRead], AskedRead]:
    """Return the reads that the forums looked at ask for, by allegation and kind, with the heaviest weight.

    While the case or the allegation says that it is a draft, or the case is an illustration, nothing is filed: then it
    is a note; not so where the case is looked at as it would be filed.
    """
    asked: dict[tuple[str, AllegationRead], AskedRead] = {}
    for allegation, profile in case.allegations_by_forum:
        for required in profile.reads:
            weight = profile.weight_of(required) if _may_be_filed(case, allegation) else Severity.INFO
            key, found = (allegation.id, required.read_as), AskedRead(weight, by_rule(profile, required))
            asked[key] = min(asked.get(key, found), found, key=lambda one: one.severity.rank)
    return asked


def _may_be_filed(case: CheckInput, allegation: Allegation) -> bool:
    if case.as_filed:
        return True
    says_draft = "status" in allegation.model_fields_set and allegation.status == "draft"
    return case.graph.case.status == "ready" and not says_draft


@check("STR113", Severity.ERROR, "allegations", looks_at=itself)
def read_missing(case: CheckInput) -> Iterator[Finding | Looked]:
    # An illustration is never filed and needs none.
    if case.graph.case.status == "illustration":
        return
    made = {(state.allegation, state.read_as) for state in read_states(case.graph)}
    missing: dict[str, dict[AllegationRead, AskedRead]] = {}
    for (allegation, read_as), asked in asked_reads(case).items():
        yield Looked(f"allegations/{allegation}")
        if (allegation, read_as) not in made:
            missing.setdefault(allegation, {})[read_as] = asked
    for allegation, reads in missing.items():
        *others, last = [CALLED[read_as] for read_as in reads]
        listed = f"{', '.join(others)} and {last}" if others else last
        options = " ".join(f"--as {read_as.replace('_', '-')}" for read_as in reads)
        yield case.finding(
            "allegations",
            allegation,
            f"nobody has read allegation {say.allegation(allegation)} for {listed}",
            "read it before filing, then write it down with "
            f"`probata read {case.graph.name} {allegation} {options} --by NAME`",
            notes=tuple(dict.fromkeys(note for asked in reads.values() for note in asked.notes)),
            severity=min((asked.severity for asked in reads.values()), key=lambda one: one.rank),
            alike=listed,
        )


_IN_A_SENTENCE = 5
"""Changes that the message names; the notes name the others."""
_RAISED = "must fix, since the case is ready for filing and this read is asked for"


@check(
    "STR114",
    Severity.WARNING,
    "reads of allegations",
    raised="must fix where the case is ready and the read is asked for",
    looks_at=itself,
)
def read_void(case: CheckInput) -> Iterator[Finding | Looked]:
    asked_for = asked_reads(case)
    groups: dict[tuple[object, ...], tuple[list[ReadState], AskedRead | None]] = {}
    for key, of_kind in _by_kind(case).items():
        state = unsettled(of_kind)
        yield Looked(f"reads/{(state or of_kind[-1]).read}")
        if state:
            asked = asked_for.get(key)
            # Those of one allegation under which the same changed are one matter.
            alone = () if state.changes else (state.read,)
            cause = (state.allegation, state.changes, asked.severity if asked else None, *alone)
            groups.setdefault(cause, ([], asked))[0].append(state)
    for states, asked in groups.values():
        for state in states:
            reason, step = _reason(state, "are" if len(states) > 1 else "is")
            *others, last = [f"for {CALLED[one.read_as]} by {one.by} of {one.on}" for one in states]
            which = f"{', '.join(others)} and {last}" if others else last
            message = (
                f"the read{'s' if others else ''} of allegation {say.allegation(state.allegation)} {which} {reason}"
            )
            option, *more = (f"--as {one.read_as.replace('_', '-')}" for one in states)
            again = f", and likewise with {say.listed(more)}" if more else ""
            raised = (_RAISED, *asked.notes) if asked and asked.severity is Severity.ERROR else ()
            found = case.finding(
                "reads",
                state.read,
                message,
                f"{step}, then write `probata read {case.graph.name} {state.allegation} {option} --by NAME`{again}",
                notes=(*map(str, state.changes[_IN_A_SENTENCE:]), *raised),
                severity=asked.severity if asked else None,
                alike=message if others else "",
            )
            yield replace(found, after_correction=bool(state.changes))
    for read in case.graph.reads:
        if read.read_as != "text" and not case.graph.has("allegations", read.what):
            yield case.finding_on(
                read,
                f"the read {say.read(read)} is of an allegation, and none has the id {say.words(read.what)}",
                "correct `what`, or leave out `read_as` where a text was read",
                at=("what",),
            )


def _reason(state: ReadState, verb: str) -> tuple[str, str]:
    """Say why a read does not stand, and what is to be done before the next."""
    if state.changes:
        more = len(state.changes) - _IN_A_SENTENCE
        changed = ", ".join(map(str, state.changes[:_IN_A_SENTENCE]))
        return f"{verb} void: {changed}{f' and {more} more' if more > 0 else ''}", "look at what changed before filing"
    if state.result != "confirmed":
        return "found that something is not as stated", "correct what is not as stated and read it again"
    if not state.rests_on:
        return "is void: it does not say on what it rested", "read it again before filing"
    return f"is void: it is dated before {state.after_its_day}", "read it again before filing, or correct its day"


def _by_kind(case: CheckInput) -> dict[tuple[str, AllegationRead], tuple[ReadState, ...]]:
    """Return the reads by allegation and kind, in the order of their file."""
    return grouped(read_states(case.graph), lambda state: (state.allegation, state.read_as))
