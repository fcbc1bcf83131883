"""The brackets of Word templates in words: for the documentation and for `probata explain fields`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from probata.compose.word_template.vocabulary import Thing, vocabulary


class ToldBracket(NamedTuple):
    """A bracket that a Word template may have."""

    bracket: str
    what: str
    about: str
    """What it belongs to: `words`, `parts`, `loops`, `conditions`, `names`, or a thing such as `allegation`."""


def told_brackets(fields_too: bool = True) -> Iterator[ToldBracket]:
    """Give every bracket, sort by sort; without the fields of each thing, loops say what there is to go through."""
    words = vocabulary()
    yield from (ToldBracket(f"[{name}]", word["what"], "words") for name, word in words.words.items())
    yield from (ToldBracket(f"[{name}]", part["what"], "parts") for name, part in words.parts.items())
    yield from (ToldBracket(f"[{call['example']}]", call["what"], "names") for call in words.calls.values())
    yield from (ToldBracket(f"[if {name}: …]", one["what"], "conditions") for name, one in words.conditions.items())
    for thing in words.things.values():
        if not thing.single:
            yield ToldBracket(f"[for each {thing.called[0]}]", f"{thing.what}, and the next, up to `[end]`", "loops")
    for thing in words.things.values() if fields_too else ():
        yield from _fields(thing)


def _fields(thing: Thing) -> Iterator[ToldBracket]:
    called = thing.called[0]
    for field in thing.fields.values():
        what = field.what or next((other.what for other in thing.fields.values() if other.path == field.path), "")
        if field.kind in ("list", "yes or no"):
            yield ToldBracket(f"[if {called}: {field.name}: …]", what, called)
        else:
            yield ToldBracket(f"[{called}: {field.name}]", what, called)
