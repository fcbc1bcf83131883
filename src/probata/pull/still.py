"""Which changes still differ after some were taken into the records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from probata.document.inlines import Gap
from probata.pull.change import Change
from probata.pull.changed_since import changed_since
from probata.pull.edits import Edit
from probata.pull.find_changes import Made, find_changes, same_but_for_quotes
from probata.pull.owners import passage_of
from probata.pull.stream import END_OF_LINE
from probata.word.word_text import WordText


def still_different(now: Made, edited: WordText) -> list[Change]:
    """Return what differs between the document that the records make and the edited one."""
    return find_changes(now.text, edited, now)


def of_words(changes: Sequence[Change]) -> list[Change]:
    """Return those that are more than white space inside lines or at their ends, which no record keeps as it is."""
    return [one for one in changes if not one.edits or any(_is_of_words(one, edit) for edit in one.edits)]


def _is_of_words(change: Change, edit: Edit) -> bool:
    """Tell an edit of words from one of white space, and from one of quotation marks, which print sets round."""
    held = change.base.part(edit.start, edit.end)
    if END_OF_LINE in held.text + edit.new.text:
        return True
    return not same_but_for_quotes(held, edit.new)


def counterparts(changes: Sequence[Change], among: Sequence[Change]) -> list[Change]:
    """Return those of `among` that are the same changes as some others, seen from other records.

    Of one that was parted they have the edits of the parts that are asked for.
    """
    found: list[Change] = []
    for one in among:
        same = [change for change in changes if _is_same(one, change)]
        if same and all(change.is_part for change in same):
            edits = tuple(edit for edit in one.edits if any(_is_in(edit, one, part) for part in same))
            found += [replace(one, edits=edits, is_part=True)] if edits else []
        elif same:
            found.append(one)
    return found


def _is_in(edit: Edit, change: Change, part: Change) -> bool:
    """Tell whether an edit is one of a part: it writes the same, or something else where the same words stood."""
    held = change.base.text[edit.start : edit.end]
    return any(edit.new.text == own.new.text or held == part.base.text[own.start : own.end] for own in part.edits)


def _is_same(one: Change, other: Change) -> bool:
    if one.note or other.note:
        return one.note == other.note
    if bool(one.places) != bool(other.places) or {"head", "layout"} & {one.kind, other.kind}:
        return False
    if one.matter not in ("words", other.matter):
        return False  # beside words that were taken, a look or a picture is left that no record has
    if not one.places:
        return one.base.text == (other.current or other.base).text
    is_at_one_place = bool(set(one.places) & set(other.places))
    return is_at_one_place and (other.current is not None or (one.owner, one.origin) == (other.owner, other.origin))


# What became of the paragraphs beside those that were taken: the same field prints them, so that they may suffer.


def harmed_next_to(
    taken: Sequence[Change], edited: WordText, before: Made, after: Made, different: Sequence[Change]
) -> list[Change]:
    """Return the changes of `different` in the passages of what was taken that were none `before` it was.

    `different` are all in which the document that the records make `after` differs from the edited one. Other places
    that print the field are left out: they change with it. So are notes, which are written anew where a work is cited
    first in another, and gaps: where all words of a field went, a draft says that it is not recorded.
    """
    beside = frozenset(_adjacent(taken, before, after))
    if not beside:
        return []
    known = still_different(before, edited)
    places = {place for one in known for place in one.places}
    new = [one for one in different if one.kind != "note" and places.isdisjoint(one.places)]
    same = counterparts(known, new)
    return [one for one in new if one not in same and beside.intersection(one.lines) and not _is_gap(one, after)]


def _is_gap(change: Change, after: Made) -> bool:
    """Tell whether what is too many says that something is not recorded, and no more."""
    said = (one for place in change.lines for one in after.lines[place].stretches if one.text.strip())
    return change.kind == "left-out" and all(isinstance(one.inline, Gap) for one in said)


def _adjacent(taken: Sequence[Change], before: Made, after: Made) -> Iterator[int]:
    """Give the lines in which the fields that were taken are printed now, each where it was changed."""
    became = changed_since(before.text.lines, after.text.lines).became if taken else {}
    for one in taken:
        if one.origin and one.lines:
            now = [became[n] for n in passage_of(one.origin, one.lines, before.lines) if n in became]
            yield from passage_of(one.origin, now, after.lines) if now else ()
