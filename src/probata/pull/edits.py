"""What was changed inside lines, word by word."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from probata.pull.stream import Stream, Token, key_of

Matter = Literal["words", "look", "thing"]
"""What an edit is of: words, with a look that a record can have; a look that none can have; a picture or formula."""

Stretch = tuple[int, int, int, int]
"""Tokens of the made text from one to before another, and those that stand in their place."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the made text, and what stands there now; one of the two may be empty."""

    start: int
    end: int
    new: Stream
    matter: Matter = "words"


def edits_between(base: Stream, edited: Stream, owners: Sequence[Hashable] = ()) -> list[Edit]:
    """Return the changes in their order. Two that only a space keeps apart are one, but where two own their words.

    `owners` are those of each character of `base`, where they are known.
    Words that stayed and got a look that no record can have, such as a highlight, are changes by themselves.
    """
    old, new = base.tokens(), edited.tokens()
    known = {key_of(piece) for piece in base.marks}
    found: list[Stretch] = []
    looks: list[Stretch] = []
    matcher = SequenceMatcher(None, [t.key for t in old], [t.key for t in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            looks += _joined(_other_looks(base, edited, old[a:b], new[c:d], a, c), old, owners)
        else:
            found.append((a, b, c, d))
    edits = [_edit(base, edited, old, new, one) for one in _joined(found, old, owners)]
    of_looks = [_edit(base, edited, old, new, one, "look") for one in looks]
    return sorted([*(_of_thing(one, known) for one in edits), *of_looks], key=lambda one: (one.start, one.end))


def _other_looks(
    base: Stream, edited: Stream, old: Sequence[Token], new: Sequence[Token], a: int, c: int
) -> Iterator[Stretch]:
    """Give the words that are the same and have another look; spaces have none that anybody sees."""
    for n, (one, other) in enumerate(zip(old, new, strict=True)):
        looks = base.looks[one.start : one.end], edited.looks[other.start : other.end]
        if looks[0] != looks[1] and not one.text.isspace():
            yield a + n, a + n + 1, c + n, c + n + 1


def _joined(
    stretches: Sequence[Stretch] | Iterator[Stretch], old: Sequence[Token], owners: Sequence[Hashable]
) -> list[Stretch]:
    joined: list[Stretch] = []
    for stretch in stretches:
        last = joined[-1] if joined else None
        is_near = last and all(token.text.isspace() and token.text != "\n" for token in old[last[1] : stretch[0]])
        if last and is_near and _are_of_one(old[last[0] : last[1]], old[stretch[0] : stretch[1]], owners):
            joined[-1] = (last[0], stretch[1], last[2], stretch[3])
        else:
            joined.append(stretch)
    return joined


def _are_of_one(one: Sequence[Token], other: Sequence[Token], owners: Sequence[Hashable]) -> bool:
    """Tell whether two stretches may be of one owner; one that holds no word may be of any."""
    if not owners:
        return True
    held, beside = ({owners[token.start] for token in tokens if not token.text.isspace()} for tokens in (one, other))
    return not held or not beside or bool(held & beside)


def _edit(
    base: Stream, edited: Stream, old: list[Token], new: list[Token], stretch: Stretch, matter: Matter = "words"
) -> Edit:
    a, b, c, d = stretch
    start, end = _range(old, a, b, len(base.text))
    return Edit(start, end, edited.part(*_range(new, c, d, len(edited.text))), matter)


def _of_thing(edit: Edit, known: set[str]) -> Edit:
    brings = any(piece.kind in ("picture", "formula") and key_of(piece) not in known for piece in edit.new.marks)
    return Edit(edit.start, edit.end, edit.new, "thing") if brings else edit


def _range(tokens: list[Token], first: int, behind: int, length: int) -> tuple[int, int]:
    """Return the characters of some tokens; of none, the place where they would stand."""
    start = tokens[first].start if first < len(tokens) else length
    return (start, tokens[behind - 1].end) if behind > first else (start, start)
