"""Why a record of others is refused though every value of it can be read."""

from __future__ import annotations

from probata.diagnostics import Diagnostic, Span
from probata.importers.records.incoming import Incoming, fault
from probata.importers.records.matching import NEARLY, Held, Match
from probata.model.kinds import KIND_BY_KEY

_SHOWN = 5


def unsure(one: Incoming, match: Match) -> Diagnostic:
    """Say that a record may be one of ours and cannot be told by itself."""
    named = ", ".join(f"`{held.id}`" for held in match.found[:_SHOWN])
    called = KIND_BY_KEY[one.kind].singular
    if match.is_sure or match.by == NEARLY:
        message = f"by its {match.by} it may be {called} {named}"
        help = "write the id of the one that is meant under `Id`"
        if not match.is_sure:
            help = f"{help}, or this name among its aliases; where it is somebody else, write another id"
        return fault("IMP178", "one-of-several", message, one.span, help)
    message = f"it has the {match.by} of {called} {named}, and nothing else tells whether it is the same"
    help = f"write {named} under `Id` where it is, another id where it is not; a date of birth or a number tells, too"
    return fault("IMP179", "same-name-alone", message, one.span, help)


def against(one: Incoming, held: Held, by: str) -> Diagnostic:
    """Say that a record contradicts the one of ours that it is matched with."""
    message = f"it is {KIND_BY_KEY[one.kind].singular} `{held.id}` by its {by} and contradicts it"
    help = "correct one of the two; where they are two, give this one an id of its own under `Id`"
    return fault("IMP180", "contradicts-record", message, one.span, help)


def locked(one: Incoming, held: Held) -> Diagnostic:
    """Say that the record of ours cannot be added to."""
    message = f"it is `{held.id}`, whose record cannot be read as a whole"
    return fault(
        "IMP181", "record-not-read", message, one.span, "`probata check` says what is wrong there: mend it first"
    )


def uncitable(key: str, span: Span, near: str) -> Diagnostic:
    """Say that a citation leads nowhere."""
    message = f"no source or authority has the id `{key}`"
    help = f"did you mean `{near}`?" if near else "add the source first, or leave the column out"
    return fault("IMP182", "source-not-there", message, span, help)
