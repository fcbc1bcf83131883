"""Which changes still differ after some were taken into the records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.pull.change import Change
from probata.pull.find_changes import Made, find_changes
from probata.pull.stream import END_OF_LINE
from probata.word.word_text import WordText


def still_different(now: Made, edited: WordText) -> list[Change]:
    """Return what differs between the document that the records make and the edited one."""
    return find_changes(now.text, edited, now)


def of_words(changes: Sequence[Change]) -> list[Change]:
    """Return those that are more than white space inside lines or at their ends, which no record keeps as it is."""
    return [one for one in changes if not one.edits or any(map(_is_more_than_space, _both(one)))]


def _both(change: Change) -> Iterator[str]:
    return (change.base.text[edit.start : edit.end] + edit.new.text for edit in change.edits)


def _is_more_than_space(said: str) -> bool:
    return bool(said.strip()) or END_OF_LINE in said


def counterparts(changes: Sequence[Change], among: Sequence[Change]) -> list[Change]:
    """Return those of `among` that are the same changes as some others, seen from other records."""
    return [one for one in among if any(_is_same(one, change) for change in changes)]


def _is_same(one: Change, other: Change) -> bool:
    if one.note or other.note:
        return one.note == other.note
    if bool(one.places) != bool(other.places) or "head" in (one.kind, other.kind):
        return False
    if one.matter not in ("words", other.matter):
        return False  # beside words that were taken, a look or a picture is left that no record has
    if not one.places:
        return one.base.text == (other.current or other.base).text
    is_at_one_place = bool(set(one.places) & set(other.places))
    return is_at_one_place and (other.current is not None or (one.owner, one.origin) == (other.owner, other.origin))
