"""An open point: what somebody remarked on words of a document or on a record, until it is settled."""

from __future__ import annotations

from typing import Literal

from probata.model.dates import OneDate
from probata.model.record import Id, Line, Record


class Point(Record):
    """A remark of a colleague that waits for an answer, such as a comment in the margin of a Word file."""

    about: Line | None = None
    """Record and field that it is about, such as `narrative/summary#text`."""
    filing: Id | None = None
    """The filing in whose document it was made; of a document made with `--forum` without a filing, the forum."""
    words: Line | None = None
    """The words on which it was made."""
    answers: Id | None = None
    """The point that this one answers, as an answer to a comment in Word does."""
    text: Line
    """What is asked or remarked. No document prints it."""
    author: Line
    """Who made it."""
    date: OneDate
    """When."""
    status: Literal["open", "settled"] = "open"
    """Whether it still waits for an answer."""
