"""What a check says of one record, and how a check answers for a whole case."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from probata.diagnostics import Severity, Span
from probata.diagnostics.message import Message, Ref
from probata.diagnostics.value import value


class Outcome(StrEnum):
    """The four answers of a check."""

    PASSED = "pass"
    FAILED = "fail"
    CANNOT_TELL = "cannot tell"
    """The records do not decide it."""
    NOT_APPLICABLE = "not applicable"
    """The case has no record that the check is about."""


@value()
class Finding:
    """A finding as a check gives it; the runner adds code, name and weight of the check."""

    record: str
    """The record, as `decisions.yaml` names it: `roles/r-1`."""

    span: Span
    """Its place, or that of the field."""

    message: str
    """One sentence, lower case, no final stop; what it names is put in by `say`. Kept as a `Message`."""

    help: str
    """The next step."""

    notes: tuple[str, ...] = ()
    severity: Severity | None = None
    """Its own weight, where it differs from the check's."""

    outcome: Outcome = Outcome.FAILED
    """`FAILED`, or `CANNOT_TELL` where the records leave it open: then it takes no support from anything. The answer of
    the check counts it as found all the same."""

    gap: str = ""
    """What is missing, in the forum's words, where a forum requires it: a draft names it on its first page."""

    may_be_decided: bool = False
    """Whether a gap that must be filled may be decided or weighed otherwise all the same, as any finding may."""

    others: tuple[str, ...] = ()
    """Further records, where one finding stands for several."""

    alike: str = ""
    """What it says whatever the record: findings of one check that have it in common are told once. Empty where it
    stands by itself, as where each record is to be mended in a way of its own."""

    settled: tuple[str, ...] = ()
    """What a decision on it rests on in the stead of the message, where that names places that move when something else
    is written, such as numbers of paragraphs: words in backticks and numbers, as of a message. Of several parts each
    must have been decided, so that one that is gone fells nothing."""

    after_mending: bool = False
    """Whether it is seen to when all else is mended, so that it never stands before a fault behind it."""

    person: str = ""
    """Of a check that unsettles elements: the one person of whom it is so, where an allegation charges several."""

    in_part: bool = False
    """Of a check that unsettles elements: whether it is so of a part of what is alleged only, and the rest stands."""

    filing: str = ""
    """The filing or forum that the message names, where the same may be said of another at the same place: it is told
    once then, with all of them."""

    def __post_init__(self) -> None:
        """Read the sentences as values."""
        object.__setattr__(self, "message", Message(self.message))
        object.__setattr__(self, "help", Message(self.help))
        object.__setattr__(self, "notes", tuple(map(Message, self.notes)))

    @property
    def refs(self) -> Iterator[Ref]:
        """The records that it names."""
        for sentence in (self.message, *self.notes):
            yield from Message(sentence).refs
