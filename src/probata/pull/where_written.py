"""In which files and cells that is written from which a change was printed, and where else it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from probata.document.origin import NOTHING, Origin
from probata.document.printed import PrintedLine
from probata.graph.case_graph import CaseGraph
from probata.messages import load_wording
from probata.model.dates import parse_when
from probata.pull.change import Change
from probata.pull.fields import FieldText, texts_of
from probata.pull.passage import passage_of
from probata.word.piece import MARK

_WORD: Final = re.compile(r"\w+")
MOST: Final = 4
"""Places that are named; of more it is said how many."""


def origins_of(change: Change, lines: Sequence[PrintedLine]) -> list[Origin]:
    """Return the fields that a change is of; where none is known, those from which its lines are printed.

    Of rows and sections, whole records: a row is added or taken out with what it is printed from.
    """
    is_row = change.kind in ("row", "added", "section") and change.owner == "several"
    if change.origin and (not is_row or change.kind == "section"):
        return [change.origin]
    found = [origin for place in change.lines for origin in _in_line(lines[place])]
    if is_row:
        found = [Origin(origin.record) for origin in found]
    return list(dict.fromkeys(found))


def told_places(origins: Sequence[Origin], graph: CaseGraph, filing: str, language: str, said: str = "") -> str:
    """Return `field` of `record` with its place for each, divided by semicolons; nothing where there are none.

    Of a field of several texts it is the place of the one that `said`, what is printed, repeats most of.
    """
    told = [_told(one, graph, filing, language, said) for one in origins[:MOST]]
    more = len(origins) - MOST
    return "; ".join([*told, *([f"and {more} more"] if more > 0 else [])])


def places_of(lines: Sequence[PrintedLine]) -> dict[Origin, list[int]]:
    """Return the lines in which words of each field stand, in their order."""
    found: dict[Origin, list[int]] = {}
    for place, line in enumerate(lines):
        for origin in dict.fromkeys(_in_line(line)):
            found.setdefault(origin, []).append(place)
    return found


def also_under(change: Change, lines: Sequence[PrintedLine], places: Mapping[Origin, Sequence[int]]) -> list[str]:
    """Return the headings under which the same field is printed besides, each once, in their order.

    `places` are those of all fields, as `places_of` gives them.
    """
    if change.origin is None or not change.lines or change.note:
        return []
    here = passage_of(change.origin, change.lines, lines)
    besides = [lines[place].under for place in places.get(change.origin, ()) if place not in here]
    return list(dict.fromkeys(under or "the first page" for under in besides))


def _in_line(line: PrintedLine) -> Iterator[Origin]:
    for one in line.stretches:
        if one.origin and one.origin != NOTHING and one.text.strip() not in ("", MARK):
            yield one.origin


def told_texts(texts: Sequence[FieldText], said: str, language: str) -> str:
    """Return each text that is printed together with the one that `said` repeats most of, with its place."""
    best = _nearest(texts, said, language)
    beside = [one for one in texts if best and (one.loc[:-1] == best.loc[:-1] or one.loc[-1] == "as_of")]
    told = [f"`{'.'.join(map(str, one.loc))}` ({one.scalar.span})" for one in beside[:MOST]]
    return f"{', '.join(told)} of `{beside[0].kind}/{beside[0].record}`" if beside else ""


def _nearest(texts: Sequence[FieldText], said: str, language: str) -> FieldText | None:
    words = set(_WORD.findall(said))
    return max(texts, key=lambda one: len(words.intersection(_WORD.findall(_printed(one, language)))), default=None)


def _printed(text: FieldText, language: str) -> str:
    """Return the words of a text in print, where a date has others than in its record."""
    try:
        return load_wording(language).when(parse_when(text.scalar.text)) if text.form == "date" else text.scalar.text
    except ValueError:
        return text.scalar.text


def _told(origin: Origin, graph: CaseGraph, filing: str, language: str, said: str) -> str:
    name = f"`{origin.field}` of `{origin.record}`" if origin.field else f"`{origin.record}`"
    texts = texts_of(origin, graph, filing, language) if origin.field else []
    kind, _, id_ = origin.record.partition("/")
    node = graph.nodes.get((kind, id_))
    text = _nearest(texts, said, language)
    span = text.scalar.span if text else node.span if node else None
    return f"{name} ({span})" if span else name
