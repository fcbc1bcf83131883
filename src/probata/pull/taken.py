"""A change in Word as a change of a record."""

from __future__ import annotations

from dataclasses import dataclass

from probata.pull.fields import FieldText
from probata.pull.line_signs import Written
from probata.source.change_yaml import Edit, edited


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

    covers: tuple[int, int] = (0, 0)
    """Which stretch of the text is printed there; of a date, all of it."""

    @property
    def result(self) -> str:
        """The whole text as it would be."""
        edits = [Edit(one.start, one.end, one.new) for one in self.edits]
        return self.value or edited(self.text.scalar.text, edits)

    def contradicts(self, other: Taken) -> bool:
        """Tell whether another change of the same text, made where that is printed besides, makes something else of it.

        Two places that print different parts of a text say nothing of each other.
        """
        if self.place == other.place or self.result == other.result:
            return False
        if self.value or other.value:
            return True
        first, last = max(self.covers[0], other.covers[0]), min(self.covers[1], other.covers[1])
        here, there = ({e for e in one.edits if first <= e.start and e.end <= last} for one in (self, other))
        return first < last and here != there
