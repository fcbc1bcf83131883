"""From an edited document to its changes, each with its owner."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from probata.document.printed import PrintedLine
from probata.pull.added_lines import beside_which, with_what_was_added
from probata.pull.change import Change, Kind
from probata.pull.compare import Cluster, compare_lines
from probata.pull.differences import heading_above
from probata.pull.edits import edits_between
from probata.pull.head_changes import head_changes
from probata.pull.known_marks import with_known_marks
from probata.pull.layout_changes import layout_changes
from probata.pull.meanwhile import Meanwhile, meanwhile
from probata.pull.moves import moved_lines, parted, released
from probata.pull.note_changes import note_changes
from probata.pull.owned_edits import owned_edits
from probata.pull.owners import Owned, owners_of
from probata.pull.paragraph_numbers import paragraph_numbers
from probata.pull.rows import rows_that_stand, whole_rows
from probata.pull.sections import heading_of, whole_sections
from probata.pull.straight_quotes import is_typed_straight
from probata.pull.stream import Stream, stream_of
from probata.word.word_text import WordText


@dataclass(frozen=True, slots=True)
class Made:
    """A document as the records make it now: its file as text, and its lines with their origins."""

    text: WordText
    lines: tuple[PrintedLine, ...]

    above: tuple[PrintedLine, ...] = ()
    """The lines of the parts of its filing before it, which are files of their own."""

    below: tuple[PrintedLine, ...] = ()
    """Those of the parts behind it."""


def find_changes(base: WordText, edited: WordText, now: Made) -> list[Change]:
    """Return what differs between a document as it was made and as somebody left it, in the order of its lines.

    Notes come after the lines and what is laid out otherwise, and heads and feet of pages last. Quotation marks that
    were typed straight are none.

    `now` is the document as the records make it today, from which the origins are taken; where it says something else
    than `base`, the change is a conflict and says so.
    """
    edited = with_known_marks(now.text, with_known_marks(base, edited), bare=True)
    since = meanwhile(base.lines, now.text.lines)
    differing = list(released(base.lines, edited.lines, compare_lines(base.lines, edited.lines)))
    moved = moved_lines(base.lines, edited.lines, differing)
    rows = rows_that_stand(base, edited, differing)
    clusters = with_what_was_added(list(parted(differing, moved)), edited.lines, moved)
    clusters = list(whole_rows(clusters, base.lines, rows))
    clusters = list(whole_sections(clusters, base.lines, since.standing, now.lines))
    numbers = (paragraph_numbers(base), paragraph_numbers(edited))
    changed = frozenset(n for one in clusters for n in one.base)
    finder = _Finder(base, edited, now, since, rows, moved, numbers, changed)
    found = [finder.placed(change, one) for one in clusters for change in finder.changes(one)]
    found += (
        replace(change, number=numbers[1][change.places[0]])
        for change in layout_changes(base, edited, differing, since, finder.under)
    )
    found += note_changes(base, edited, now.text, now.lines, since)
    return [*(change for change in found if not is_typed_straight(change)), *head_changes(base, edited)]


@dataclass(frozen=True, slots=True)
class _Finder:
    base: WordText
    edited: WordText
    now: Made
    since: Meanwhile
    rows: frozenset[int]
    """Rows of the made document that stand still."""

    moved: Mapping[int, int]
    """Lines of the edited document that were moved, and which they were."""

    numbers: tuple[Sequence[str], Sequence[str]]
    """The numbers that the lines of the made and of the edited document show."""

    changed: Collection[int]
    """Lines of the made document that differ."""

    def placed(self, change: Change, cluster: Cluster) -> Change:
        """Return a change with the number that its first line shows, or showed where it is gone, and with its cells."""
        made, here = self.numbers
        lines, places = (self.edited.lines, cluster.edited) if cluster.edited else (self.base.lines, cluster.base)
        number = (here if cluster.edited else made)[places[0]]
        return replace(change, number=number, cells=tuple(lines[n].cell for n in places))

    def changes(self, cluster: Cluster) -> Iterator[Change]:
        """Give the changes of some neighbouring lines, one for each owner; none where the records say them already."""
        if not cluster.base and cluster.edited[0] in self.moved:
            yield self._moved(cluster)
            return
        old, new, base, edited = self._compared(cluster)
        if old and self.since.says(old, base, edited):
            return
        lines = self._standing(old)
        if len(lines) < len(old) and (agreed := self.since.agreed(old, base, edited)):
            base, lines = agreed
        whole = Change(
            self._kind(cluster, old), self.under(old), base, edited, (), "several", None, lines, None,
            cluster.edited, cluster.is_compared,
        )  # fmt: skip
        if not old or len(lines) < len(old):
            current = self.since.in_place_of(old) if old else None
            yield replace(whole, edits=tuple(edits_between(base, edited)), current=current)
        elif whole.kind in ("row", "section"):
            origin = heading_of(lines, self.now.lines) if whole.kind == "section" else None
            yield replace(whole, edits=tuple(edits_between(base, edited)), origin=origin)
        else:
            yield from self._of_owners(whole, new)

    def _compared(self, cluster: Cluster) -> tuple[list[int], list[int], Stream, Stream]:
        """Return the lines of both documents that are compared, and what they say."""
        old, new = list(cluster.base), list(cluster.edited)
        if not old:
            old, new = beside_which(cluster, self.since.standing, self.now.lines, self.changed)
        base = stream_of(self.base.lines[n] for n in old)
        if cluster.base or cluster.is_compared:
            return old, new, base, stream_of(self.edited.lines[n] for n in new)
        # The line above it is another one now.
        lines = (*(self.base.lines[n] for n in old), *(self.edited.lines[n] for n in cluster.edited))
        return old, new, base, stream_of(lines)

    def _kind(self, cluster: Cluster, old: Sequence[int]) -> Kind:
        if cluster.edited:
            return "words" if cluster.base else "added"
        if cluster.is_section:
            return "section"
        row = self.base.lines[old[0]].row
        return "row" if row and row not in self.rows else "left-out"

    def _of_owners(self, whole: Change, new: Sequence[int]) -> Iterator[Change]:
        """Give a change as one for each owner; words that were added in several cells are of several."""
        owners = self._owners(whole.lines)
        is_other_cell = whole.kind == "added" and len({self.edited.lines[n].cell for n in new}) > 1
        edits = edits_between(whole.base, whole.edited, owners)
        for owner, origin, own in owned_edits(edits, whole.base.text, owners):
            yield replace(whole, owner="several" if is_other_cell else owner, origin=origin, edits=own)

    def _moved(self, cluster: Cluster) -> Change:
        """Return what was moved as it was and as it stands now; it is never taken by halves."""
        old = [self.moved[n] for n in cluster.edited]
        base = stream_of(self.base.lines[n] for n in old)
        edited = stream_of(self.edited.lines[n] for n in cluster.edited)
        lines = self._standing(old)
        origin = next((self.now.lines[n].origin for n in lines), None)
        edits = tuple(edits_between(base, edited))
        return Change(
            "moved", self.under(old), base, edited, edits, "record" if origin else "template", origin, lines, None,
            cluster.edited, came_under=heading_above(self.edited.lines, cluster.edited[0]),
        )  # fmt: skip

    def under(self, old: Sequence[int]) -> str:
        """Return the heading above some lines of the made document, as it reads today."""
        became = self.since.became
        place = next((became[n] for n in range(old[0], -1, -1) if n in became), None) if old else None
        return "" if place is None else self.now.lines[place].under

    def _standing(self, old: Sequence[int]) -> tuple[int, ...]:
        return tuple(self.since.standing[n] for n in old if n in self.since.standing)

    def _owners(self, lines: Sequence[int]) -> list[Owned]:
        """Return who owns each character of some lines; the end of a line belongs to a field that goes on behind it."""
        owners: list[Owned] = []
        for n, place in enumerate(lines):
            line = self.now.lines[place]
            if n:
                goes_on = line.origin and line.origin == self.now.lines[lines[n - 1]].origin
                owners.append(line.origin if goes_on and line.origin else "several")
            owners += owners_of(line.stretches, "citation" if line.is_citation else "template")
        return owners
