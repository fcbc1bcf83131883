"""A change in Word as a change of a record."""

from __future__ import annotations

from dataclasses import dataclass

from probata.pull.fields import FieldText
from probata.pull.written_edits import Written


@dataclass(frozen=True, slots=True)
class Taken:
    """A change as a change of one text of one record."""

    text: FieldText
    edits: tuple[Written, ...] = ()
    """Places count in the text of the field."""

    value: str = ""
    """The whole as it is said, where the field is a date; there are no edits then."""

    place: int = -1
    """First line of the stretch of print in which the text was changed: a text may be printed in several."""

    without: tuple[str, ...] = ()
    """What of the new words the record cannot hold, such as `highlighted`."""
