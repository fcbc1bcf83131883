"""Where the marks of notes stand: composed citations become notes, placed as the language does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from probata.document.blocks import Paragraph
from probata.document.inlines import Cite, Inline, Inlines, Note, Text
from probata.document.rebuild import map_children, same_or_new
from probata.document.walk import LEAVES, plain_text

_STOPS = frozenset({".", ",", ";"})
_QUOTED = re.compile("[“”‘«»]|’(?!\\w)")
_NEW_SENTENCE = re.compile(r"[.!?]\s")


def merge_citations(inlines: Inlines) -> Inlines:
    """Make one citation of those that stand side by side, in notes too, and in the text of a run of them to one work.

    Two marks beside each other read as one number: notes 1 and 2 as note 12. A run goes on from sentence to sentence,
    and its note stands at the end of the last; what is quoted keeps a note of its own.
    """
    return same_or_new(inlines, tuple(_runs_joined(_merged(inlines))))


def _merged(inlines: Inlines) -> Inlines:
    kinds = [type(inline) for inline in inlines]
    if kinds.count(Cite) < 2 and LEAVES.issuperset(kinds):
        return inlines  # nearly all
    merged: list[Inline] = []
    for inline in (map_children(child, _merged) for child in inlines):
        before = _citation_before(merged) if isinstance(inline, Cite) else None
        if isinstance(inline, Cite) and before is not None:
            del merged[before + 1 :]
            merged[before] = _joined(merged[before], inline)
        else:
            merged.append(inline)
    return same_or_new(inlines, tuple(merged))


def _runs_joined(inlines: Sequence[Inline]) -> list[Inline]:
    made: list[Inline] = []
    for inline in inlines:
        first = _cited_last(made)
        if first is not None and isinstance(inline, Cite) and _goes_on(made, first, inline):
            before, behind = made[:first], made[first + 1 :]
            _drop_space(before)
            made, inline = [*before, *behind], _joined(made[first], inline)
        made.append(inline)
    return made


def _cited_last(made: Sequence[Inline]) -> int | None:
    return next((place for place in reversed(range(len(made))) if isinstance(made[place], Cite | Note)), None)


def _goes_on(made: Sequence[Inline], first: int, second: Cite) -> bool:
    """Tell whether a citation is of the work of the one before it, in its sentence or the next, and none is quoted."""
    one = made[first]
    if not isinstance(one, Cite) or not (_work(one) and _work(one) == _work(second)):
        return False
    before, between = plain_text(tuple(made[:first]))[-2:], plain_text(tuple(made[first + 1 :]))
    return not _QUOTED.search(before + between) and not _NEW_SENTENCE.search(between, 1)


def _work(cite: Cite) -> str:
    """Return the one work that is cited, without words of the author; empty where there is none such."""
    keys = {"" if item.prefix or item.suffix else item.key for item in cite.items}
    return keys.pop() if len(keys) == 1 else ""


def notes_from_citations(inlines: Inlines, mark_after: str) -> Inlines:
    """Turn every citation in running text into a note, and put its mark where it belongs.

    A space before the mark is removed; the mark moves behind punctuation of `mark_after`. Free notes stand
    where their author put them, and keep the citations inside them; but two marks never have a stop between them where
    the language puts marks first. Expects what `merge_citations` gives.
    """
    placed: list[Inline] = []
    rest = list(inlines)
    while rest:
        inline = rest.pop(0)
        if isinstance(inline, Cite):
            _drop_space(placed)
            placed.extend(_punctuation(rest, mark_after))
            _put(placed, Note(id="", blocks=(Paragraph((inline,)),), origin=inline.origin), mark_after)
        elif isinstance(inline, Note):
            _put(placed, inline, mark_after)
        else:
            placed.append(map_children(inline, lambda inner: notes_from_citations(inner, mark_after)))
    return same_or_new(inlines, tuple(placed))


def _put(placed: list[Inline], note: Note, mark_after: str) -> None:
    """Put a mark at the end; before a stop that stands behind another mark, where the language puts marks first."""
    straddles = not mark_after and _ends_with_mark_and_stop(placed)
    placed.insert(len(placed) - straddles, note)


def _citation_before(merged: list[Inline]) -> int | None:
    """Return the place of a citation at the end of the list, looking through bare space."""
    for place in range(len(merged) - 1, -1, -1):
        inline = merged[place]
        if isinstance(inline, Cite):
            return place
        if not (isinstance(inline, Text) and not inline.text.strip()):
            return None
    return None


def _joined(first: Inline, second: Cite) -> Cite:
    before = first.items if isinstance(first, Cite) else ()
    origin = first.origin if isinstance(first, Cite) else None
    return Cite(tuple(dict.fromkeys((*before, *second.items))), origin or second.origin)


def _drop_space(placed: list[Inline]) -> None:
    if not (placed and isinstance(placed[-1], Text)):
        return
    shortened = placed[-1].text.rstrip()
    if shortened:
        placed[-1] = Text(shortened, placed[-1].origin)
    else:
        placed.pop()


def _ends_with_mark_and_stop(placed: list[Inline]) -> bool:
    match placed[-2:]:
        case [Note(), Text(text=text)]:
            return text in _STOPS
    return False


@cache
def _stops(mark_after: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(mark_after)}]+[”’]?")


def _punctuation(rest: list[Inline], mark_after: str) -> Inlines:
    """Take the punctuation that the mark must follow off the text that comes next."""
    following = rest[0] if rest else None
    if not (mark_after and isinstance(following, Text)):
        return ()
    found = _stops(mark_after).match(following.text)
    if found is None:
        return ()
    rest.pop(0)
    if following.text[found.end() :]:
        rest.insert(0, Text(following.text[found.end() :], following.origin))
    return (Text(found.group(), following.origin),)
