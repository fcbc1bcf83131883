"""What `probata pull` says of each change."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from probata.cli.changed_documents import told
from probata.cli.terminal import Terminal
from probata.pull.change import Change
from probata.pull.find_changes import next_to_words, shown_words
from probata.pull.offers import MOST, Offer
from probata.pull.stream import key_of
from probata.returned.differences import (
    PlacesOfComments,
    difference,
    has_same_words,
    is_of_another,
    next_to_the_words,
    words_in,
)
from probata.returned.edited_file import Pulled


def tell_offers(terminal: Terminal, found: Pulled) -> None:
    """Print every change with what can be done, then the comments."""
    for one in found.offers:
        for line in lines_of(one, found.notes):
            terminal.result(line)
    places = PlacesOfComments(found.edited.text)
    for comment in found.edited.comments:
        by = f"by {comment.author or 'somebody'}{f', {comment.date}' if comment.date else ''}"
        where = "".join(f", {said}" for said in places.said(comment))
        begin = f"   answer {by}" if comment.answers else f"comment {by}{where}, on “{_short(comment.words)}”"
        terminal.result(f"{begin}{', resolved' if comment.is_resolved else ''}: {_short(comment.text)}")


def tell_reading(terminal: Terminal, found: Pulled) -> None:
    """Say with what the file was compared, and how tracked changes were read, where it is not as usual."""
    if found.edited.copy is None:
        terminal.trouble(
            "what the file said when it was made is not known here: it is compared with what the records make now, "
            "by words and places alone",
            "yellow",
        )
    if is_of_another(found):
        terminal.trouble(
            f"much of it is not what `{found.filing.id}` says: if it is another document, name that with `--filing`",
            "yellow",
        )
    if by := found.edited.text.tracked_by:
        names = ", ".join(name or "somebody" for name in by)
        terminal.tell(f"it has tracked changes by {names}: they are read as {found.edited.reading}")
    if found.edited.text.is_struck:
        read = "left out" if found.edited.reading == "accepted" else "they were before"
        terminal.tell(f"some words in it are struck through: they are read as {read}")


def tell_lost(terminal: Terminal, lost: Sequence[Change]) -> None:
    """Say which changes the document that the records make now has not, though they were taken or kept."""
    for change in lost:
        for line in told(difference(change)):
            terminal.trouble(f"not as in the edited document: {line}", "bold red")


def lines_of(one: Offer, notes: Mapping[str, str]) -> Iterator[str]:
    """Give the lines on one change; `notes` are the texts of notes that came in, by the key of their mark."""
    first, *rest = told(difference(one.change))
    yield f"{one.number}. {first}"
    yield from (f"   {line}" for line in rest)
    for piece in (piece for edit in one.change.edits for piece in edit.new.marks):
        if words := notes.get(key_of(piece)):
            yield f"     with a new note: {_short(words)}"
    beside = [*next_to_words(one.change.base, one.change.edits), *one.change.layout]
    yield from (f"     {said}" for said in beside)
    if has_same_words(one.change):
        yield f"     the words are the same: {next_to_the_words(one.change)}"
    if one.change.current is not None:
        yield f"     the records now: {_short(one.change.current.text)}"
    if one.taken and one.change.kind == "section":
        text = one.taken.text
        yield (
            f"   can be taken by its number: `{text.kind}/{text.record}` ({text.scalar.span}) is left out of this "
            f"filing, `not_in: {one.taken.value}`, and stays in the others"
        )
    elif one.taken:
        text = one.taken.text
        record = f"{text.kind}/{text.record}" if text.record else text.kind
        yield f"   can be taken into {text.scalar.span} ({record}, {'.'.join(map(str, text.loc))})"
    else:
        yield f"   {one.why}"
    if one.also:
        said = [f"“{under}”" for under in one.also[:MOST]]
        more = f" and {len(one.also) - MOST} more" if len(one.also) > MOST else ""
        yield f"   is printed under {', '.join(said)}{more} too, and changes there with it"
    if one.contradicts:
        numbers = ", ".join(map(str, one.contradicts))
        yield f"   the same text was changed in another place, and otherwise (change {numbers}): take one by its number"
    if one.breaks:
        places = "; ".join(one.breaks[:MOST]) + (f"; and {len(one.breaks) - MOST} more" if one.breaks[MOST:] else "")
        yield f"   other places refer to it, and would refer to nothing: under {places}; change them too"
    if one.taken and one.taken.without:
        yield f"   what is new stands there without this: {', '.join(one.taken.without)}"
    if one.kept and not one.taken:
        loses = any(edit.new.looks.strip() or edit.new.links or any(edit.new.forms) for edit in one.change.edits)
        yield f"   can be kept in this document only{', as plain words' if loses else ''}"


def counted(offers: Sequence[Offer]) -> str:
    """Say how many changes there are, and how many of them can be taken."""
    number, can = len(offers), sum(1 for one in offers if one.taken)
    if not number:
        return "nothing to pull: the document says what was made"
    return f"{number} change{'s' * (number != 1)}, of which {can} can be taken into the records"


def _short(text: str) -> str:
    line = " ".join(shown_words(text).split())
    return line if len(line) <= 100 else f"{line[:98].rstrip()} …"


# What `probata pull` found in a file, for other programs.


def as_json(found: Pulled) -> str:
    """Return all of it for other programs."""
    places = PlacesOfComments(found.edited.text)
    body = {
        "file": found.edited.path.as_posix(),
        "filing": found.filing.id,
        "base": "made" if found.edited.copy else "records",
        "tracked_by": list(found.edited.text.tracked_by),
        "changes": [_offer(one) for one in found.offers],
        "comments": [
            {
                "author": c.author, "date": c.date, "words": c.words, "text": c.text, "is_answer": bool(c.answers),
                "resolved": c.is_resolved, "under": places.of(c)[0], "paragraph": places.of(c)[1] or None,
            }
            for c in found.edited.comments
        ],
    }  # fmt: skip
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _offer(one: Offer) -> dict[str, Any]:
    change, taken = one.change, one.taken
    return {
        "number": one.number,
        "kind": change.kind,
        "under": change.under,
        "paragraph": change.number or None,
        "moved_under": change.came_under or None,
        "before": words_in(change.base.text),
        "after": words_in(change.after.text),
        "beside_words": [*next_to_words(change.base, change.edits), *change.layout],
        "belongs_to": change.owner,
        "record": change.origin.record if change.origin else None,
        "field": change.origin.field if change.origin else None,
        "place": str(taken.text.scalar.span) if taken else None,
        "can": [name for name, is_so in (("take", taken), ("keep", one.kept)) if is_so] + ["drop"],
        "taken_without": list(taken.without) if taken else [],
        "also_under": list(one.also),
        "contradicts": list(one.contradicts),
        "referred_to_under": list(one.breaks),
        "why_not": one.why or None,
        "records_now": None if change.current is None else words_in(change.current.text),
    }
