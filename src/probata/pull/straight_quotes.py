"""Which changes are none but quotation marks that were typed straight, where print sets them round."""

from __future__ import annotations

from typing import Final

from probata.pull.change import Change
from probata.pull.edits import Edit
from probata.pull.new_words import ENTRIES
from probata.pull.stream import END_OF_LINE, Stream
from probata.pull.typed_signs import QUOTES, with_straight_quotes

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
    return was == is_now and (not was or _beside_words(held) == _beside_words(new))


def _beside_words(stream: Stream) -> tuple[object, ...]:
    looks = {look for look, char in zip(stream.looks, stream.text, strict=True) if not char.isspace()}
    return looks, stream.links, tuple(ENTRIES.get(form, form) for form in stream.forms), stream.marks
