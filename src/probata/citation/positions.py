"""Whether an authority is cited for the first time, again, or just again.

The positions are those of CSL (specification 1.0.2, `position`), decided here because authorities are written here:
*ibid* is what was cited last, in the same note or as the only thing in the note before; a plain note in between breaks
it, and so does the beginning of a part or an annex, which may be read alone. Across a restart of the numbers an
authority is cited by its later form, with the part that the note is in.
Each file of a filing begins afresh.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from probata.citation.numbering import NumberedNote
from probata.diagnostics.value import value
from probata.document.inlines import Pinpoint


@value()
class Mention:
    """One citation of one work, in its note."""

    key: str
    note: NumberedNote
    place: Pinpoint | None = None

    @property
    def in_its_file(self) -> tuple[str, str]:
        """The work, and the file of the filing that cites it."""
        return self.note.file, self.key


@dataclass(slots=True)
class Positions:
    """What was cited so far, in order."""

    _first: dict[tuple[str, str], NumberedNote] = field(default_factory=dict)
    _last: dict[str, int] = field(default_factory=dict)
    """Ordinal of the last note that cites a work."""

    mentions: list[Mention] = field(default_factory=list)
    """Every citation of an authority."""

    _in_note: dict[int, list[str]] = field(default_factory=dict)
    """What each note cites, by its ordinal."""

    _place: Pinpoint | None = None
    """The place in what was cited last."""

    def enter(self, mention: Mention) -> None:
        """Count a citation; call it after the position of it was asked for."""
        self._first.setdefault(mention.in_its_file, mention.note)
        self._last[mention.key] = mention.note.ordinal
        self._in_note.setdefault(mention.note.ordinal, []).append(mention.key)
        self._place = mention.place

    def first_note(self, mention: Mention) -> NumberedNote | None:
        """Return the note that cites it in full; `None` where it is cited here for the first time."""
        return self._first.get(mention.in_its_file)

    def cite_in_full(self, mention: Mention) -> None:
        """Note that it is cited in full again here, so that later citations lead here."""
        self._first[mention.in_its_file] = mention.note

    def is_ibid(self, mention: Mention) -> bool:
        """Tell whether it is what was cited just before; the whole of a work is not, behind a place in it."""
        if self._place and not mention.place:
            return False
        here = self._in_note.get(mention.note.ordinal, [])
        if here:
            return here[-1] == mention.key
        before = self._in_note.get(mention.note.ordinal - 1, [])
        return before == [mention.key] and not self._is_across(mention)

    def is_same_place(self, mention: Mention) -> bool:
        """Tell whether the place, too, is that which was cited just before."""
        return self._place == mention.place

    def distance(self, mention: Mention) -> int:
        """Return how many notes ago it was last cited."""
        return mention.note.ordinal - self._last.get(mention.key, 0)

    def _is_across(self, mention: Mention) -> bool:
        """Tell whether a new part begins between the note before and this one, or the numbers begin again."""
        return mention.note.number_begins or mention.note.begins_part
