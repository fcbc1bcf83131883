"""From an edited document to its changes, each with its owner."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Literal

from probata.document.printed import PrintedLine
from probata.pull.change import Change, Kind
from probata.pull.changed_since import Meanwhile, changed_since
from probata.pull.compare import Cluster, compare_lines
from probata.pull.edits import Edit, edits_between
from probata.pull.moves import equal_lines, moved_lines, parted, released, rows_that_stand, whole_rows
from probata.pull.new_words import ENTRIES
from probata.pull.note_changes import marks_of, note_changes, note_stream, with_known_marks
from probata.pull.owners import Owned, owned_edits, owners_of
from probata.pull.paragraph_numbers import paragraph_numbers
from probata.pull.sections import heading_of, whole_sections
from probata.pull.stream import END_OF_LINE, Linked, Stream, key_of, named, stream_of
from probata.pull.typed_signs import QUOTES, with_straight_quotes
from probata.word.piece import MARK
from probata.word.word_text import Line, WordText


def with_what_was_added(clusters: Sequence[Cluster], edited: Sequence[Line], moved: Mapping[int, int]) -> list[Cluster]:
    """Put lines that were added below a changed one to it, where both stand in one cell or in none."""
    result: list[Cluster] = []
    for cluster in clusters:
        last = result[-1] if result else None
        is_below = last and last.base and last.edited and cluster.before == last.base[-1] and not cluster.base
        is_below = is_below and cluster.is_compared and cluster.edited[0] not in moved
        if last and is_below and len({edited[n].cell for n in (last.edited[-1], *cluster.edited)}) == 1:
            result[-1] = Cluster(last.base, (*last.edited, *cluster.edited), last.before)
        else:
            result.append(cluster)
    return result


def next_to_which(
    cluster: Cluster, standing: Mapping[int, int], now: Sequence[PrintedLine], changed: Collection[int]
) -> tuple[list[int], list[int]]:
    """Return lines that were added as a change of the line above, or below where nothing belongs to that above.

    `standing` are the made lines that the records print still, and where `now`; `changed` are those that are another
    change. The lines of the made document come first, then those of the edited one; of the first there are none at the
    beginning.
    """
    above, below = cluster.before, cluster.before + 1
    new = list(cluster.edited)
    is_alone = above not in standing or now[standing[above]].is_alone
    if is_alone and below in standing and below not in changed and not now[standing[below]].is_alone:
        return [below], [*new, new[-1] + 1]
    return ([above], [new[0] - 1, *new]) if above >= 0 else ([], new)


# What changes are of beside words, for people: looks, addresses, headings and lists, pictures and formulas.

_LONGEST: Final = 60
_FORMS: Final = {"heading": "a heading", "bullet": "an entry of a list", "number": "an entry of a list",
                 "paragraph": "a paragraph below another", "": "an ordinary paragraph"}  # fmt: skip


def next_to_words(base: Stream, edits: Sequence[Edit]) -> list[str]:
    """Return what changed beside the words, one sentence for each; none where words alone did."""
    known = {key_of(piece) for piece in base.marks}
    kept = {key_of(piece) for edit in edits for piece in edit.new.marks}
    found: list[str] = []
    for edit in edits:
        held = base.part(edit.start, edit.end)
        found += _of_edit(held, edit.new, known, base.text[edit.end :].partition(END_OF_LINE)[0])
        found += _gone(held, kept)
    return found


def _gone(held: Stream, kept: set[str]) -> Iterator[str]:
    """Give the things that went; in the words that are shown each is but a sign, as the mark of a note is."""
    for piece in held.marks:
        if piece.kind == "picture" and key_of(piece) not in kept:
            yield f"without the text box: {_short(piece.text)}" if piece.text.strip() else "without the picture"


def _of_edit(held: Stream, new: Stream, known: set[str], rest: str) -> Iterator[str]:
    yield from _forms(held, new, rest)
    yield from _links(held, new)
    if held.text == new.text:
        yield from _looks(held, new)
    for piece in new.marks:
        if piece.kind == "formula":
            yield f"with a formula: {_short(piece.text)}"
        elif piece.kind == "picture" and key_of(piece) not in known:
            yield f"with a text box: {_short(piece.text)}" if piece.text.strip() else "with a picture"


def _forms(held: Stream, new: Stream, rest: str) -> Iterator[str]:
    """Give the lines that are headings or entries now; `rest` is what stays of the last behind the change."""
    lines = (new.text + rest).split(END_OF_LINE)
    was = set(held.forms)
    for line, form in zip(lines, new.forms, strict=False):
        if form not in was and line.strip():
            yield f"“{_short(line)}” is {_FORMS[form.partition(' ')[0]]} now"


def _links(held: Stream, new: Stream) -> Iterator[str]:
    was = {link.key for link in held.links}
    for link in new.links:
        if link.key not in was:
            yield f"“{_short(_words(new, link))}” leads to {link.address} now"
    if not new.links and held.text == new.text:
        yield from (f"“{_short(_words(held, link))}” leads nowhere now" for link in held.links)


def _looks(held: Stream, new: Stream) -> Iterator[str]:
    pairs = zip(held.looks, new.looks, new.text, strict=True)
    for (old, look), run in groupby(pairs, key=lambda one: one[:2]):
        words = "".join(char for _, _, char in run)
        if old != look and words.strip():
            yield f"“{_short(words)}” {_are(words)} {' and '.join(named(look)) or 'plain'} now"


def _are(words: str) -> str:
    return "are" if len(words.split()) > 1 else "is"


def _words(stream: Stream, link: Linked) -> str:
    return stream.text[link.start : link.end]


def _short(text: str) -> str:
    line = " ".join(text.replace(MARK, "*").split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 2].rstrip()} …"


def head_changes(base: WordText, edited: WordText) -> Iterator[Change]:
    """Give what differs at the heads and feet of pages, each text once whatever pages bear it.

    A text that stays on some pages and was taken from others is not found: programs write one text for all pages in
    several ways.
    """
    old, new = _once(base.heads), _once(edited.heads)
    for cluster in compare_lines(old, new):
        before, after = stream_of(old[n] for n in cluster.base), stream_of(new[n] for n in cluster.edited)
        yield Change("head", "", before, after, tuple(edits_between(before, after)), "template")


def _once(lines: Sequence[Line]) -> list[Line]:
    return list({line.text.strip(): line for line in lines}.values())


# Lines that are known again and laid out otherwise: as a quotation, or at the top of a new page.

_SAID: Final = {
    "quotation": ("it is set as a quotation now", "it is not set as a quotation any more"),
    "new page": ("a new page begins with it now", "no new page begins with it any more"),
}


def layout_changes(
    base: WordText, edited: WordText, clusters: Sequence[Cluster], since: Meanwhile, under: Callable[[list[int]], str]
) -> Iterator[Change]:
    """Give each line that is laid out otherwise than it was made, and than the records make it today.

    `under` gives the heading above some lines of the made document.
    """
    for a, b, said in laid_otherwise(base, edited, clusters):
        if a not in since.became or since.now[since.became[a]].layout != edited.lines[b].layout:
            stream = stream_of([base.lines[a]])
            yield Change("layout", under([a]), stream, stream, (), "template", places=(b,), layout=said)


def laid_otherwise(
    base: WordText, edited: WordText, clusters: Sequence[Cluster]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Give each line that is equal or was changed by itself and is laid out otherwise, in both documents, and how."""
    one_to_one = (one for one in clusters if len(one.base) == len(one.edited) == 1)
    changed = ((one.base[0], one.edited[0]) for one in one_to_one)
    for a, b in sorted([*equal_lines(base, edited, clusters), *changed]):
        was, now = base.lines[a].layout, edited.lines[b].layout
        if was != now:
            differ = (said[one not in now] for one, said in _SAID.items() if (one in was) != (one in now))
            yield a, b, tuple(differ)


# What differs between two Word files of one document, for people: under which heading, what it said and says.

BETWEEN_CELLS: Final = " | "
BETWEEN_PARAGRAPHS: Final = " ¶ "
"""As Word shows the end of a paragraph: where one was divided or joined, that is all that differs."""
_NOTE_SIGN: Final = "*"
"""Stands for the mark of a note or the number of a reference."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines that differ; one of the two is empty where something was added or left out."""

    under: str
    before: str
    after: str
    where: Literal["text", "note", "head"] = "text"
    """`head` at the head or foot of pages."""

    beside: tuple[str, ...] = ()
    """What differs beside the words, such as their look; see `beside_words`."""

    number: str = ""
    """The number that the paragraph shows in Word; empty where it has none."""

    came_under: str | None = None
    """Of what was moved, the last heading above where it stands now; `None` for everything else."""


def differences(base: WordText, edited: WordText) -> list[Difference]:
    """Return the differences in the order of the lines, then those in the text of notes, then at heads and feet."""
    edited = with_known_marks(base, edited)
    found: list[Difference] = []
    made, here = paragraph_numbers(base), paragraph_numbers(edited)
    clusters = compare_lines(base.lines, edited.lines)
    for cluster in clusters:
        place = cluster.base[0] if cluster.base else cluster.before
        sides = ([base.lines[n] for n in cluster.base], [edited.lines[n] for n in cluster.edited])
        old, new = map(stream_of, sides)
        beside = tuple(next_to_words(old, edits_between(old, new)))
        before, after = map(_words_by_cell, sides)
        number = here[cluster.edited[0]] if cluster.edited else made[cluster.base[0]]
        found.append(Difference(heading_above(base.lines, place), before, after, beside=beside, number=number))
    for a, b, said in laid_otherwise(base, edited, clusters):
        words = _words_by_cell([base.lines[a]])
        found.append(Difference(heading_above(base.lines, a), words, words, beside=said, number=here[b]))
    heads = (
        Difference(
            "",
            shown_words(one.base.text),
            shown_words(one.edited.text),
            "head",
            tuple(next_to_words(one.base, one.edits)),
        )
        for one in head_changes(base, edited)
    )
    return [*found, *_in_notes(base, edited), *heads]


def heading_above(lines: Sequence[Line], place: int) -> str:
    """Return the last heading at or above a line."""
    return next((_shown(lines[n]) for n in range(place, -1, -1) if _is_heading(lines[n])), "")


def _is_heading(line: Line) -> bool:
    return "Heading" in line.style and not line.style.startswith(("Table", "Toc", "TOC"))


def _in_notes(base: WordText, edited: WordText) -> Iterator[Difference]:
    there, numbers = marks_of(edited.lines), paragraph_numbers(edited)
    for n, line in enumerate(base.lines):
        for piece in line.pieces:
            if piece.kind == "note" and piece.anchor in there:
                place, key = there[piece.anchor]
                old, new = note_stream(base, piece.key).text, note_stream(edited, key).text
                if old != new:
                    before, after = map(shown_words, (old, new))
                    yield Difference(heading_above(base.lines, n), before, after, "note", number=numbers[place])


def _words_by_cell(lines: Sequence[Line]) -> str:
    return in_cells([_shown(line) for line in lines], [line.cell for line in lines])


def in_cells(texts: Sequence[str], cells: Sequence[int]) -> str:
    """Put lines one behind the other, with the sign of a new paragraph or, between two cells, a stroke between them."""
    said = "".join(texts[:1])
    for text, before, cell in zip(texts[1:], cells, cells[1:], strict=False):
        said += (BETWEEN_CELLS if cell != before else BETWEEN_PARAGRAPHS) + text
    return said


def shown_words(text: str) -> str:
    """Return the words of a stream, with a sign for each mark of a note and one between paragraphs."""
    return text.strip().replace(END_OF_LINE, BETWEEN_PARAGRAPHS).replace(MARK, _NOTE_SIGN)


def _shown(line: Line) -> str:
    return line.text.replace(MARK, _NOTE_SIGN).strip()


# Which changes are none but quotation marks that were typed straight, where print sets them round.

_STRAIGHT: Final = frozenset(QUOTES.values())


def is_typed_straight(change: Change) -> bool:
    """Tell whether all that was changed is round marks made straight ones, as mail and plain text do to a document.

    The next document sets them round again, so that nothing could be taken. False where a straight mark was made round,
    one round mark another, or anything else was changed too.
    """
    return bool(change.edits) and all(_is_straightened(change, edit) for edit in change.edits)


def _is_straightened(change: Change, edit: Edit) -> bool:
    held = change.base.part(edit.start, edit.end)
    if END_OF_LINE in held.text + edit.new.text or _STRAIGHT.isdisjoint(edit.new.text) or held.text == edit.new.text:
        return False
    return same_but_for_quotes(held, edit.new)


def same_but_for_quotes(held: Stream, new: Stream) -> bool:
    """Tell whether two say the same with the same looks, addresses, forms and marks, white space and quotes aside."""
    was, is_now = ("".join(with_straight_quotes(one.text).split()) for one in (held, new))
    return was == is_now and (not was or _next_to_words(held) == _next_to_words(new))


def _next_to_words(stream: Stream) -> tuple[object, ...]:
    looks = {look for look, char in zip(stream.looks, stream.text, strict=True) if not char.isspace()}
    return looks, stream.links, tuple(ENTRIES.get(form, form) for form in stream.forms), stream.marks


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
    since = changed_since(base.lines, now.text.lines)
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
        old, new = list(cluster.base), list(cluster.edited)
        if not old:
            old, new = next_to_which(cluster, self.since.standing, self.now.lines, self.changed)
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
