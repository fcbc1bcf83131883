"""How notes call the items of the evidence schedule: by their short titles, or by author and the first words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from probata.citation import Words, told_of_persons
from probata.compose.cited_law import is_foreign_law, printed_by
from probata.compose.cited_un_document import is_un_document
from probata.compose.library import csl_item
from probata.graph.case_graph import CaseGraph
from probata.messages import Wording
from probata.model.source_record import NAMED_BY_PERSONS, Source

_END = re.compile(r"\s*[:;(\[]|\s[-–—]\s|(?:(?<=\d\d)|(?<=[^\W\d_]{5}))\.\s")
"""Ends the part of a title by which a work is called; the stop of an initial or of a short word, `Sra.`, does not."""
_FEW = 2
"""Words of a title behind which it goes on over a comma: `Ismeren Tovalka, biography`."""


def short_names(graph: CaseGraph, wording: Wording, words: Words) -> Mapping[str, str]:
    """Return the name of each source by the id of its work; empty for what has the name of an authority.

    It is the short title that is recorded; else a person who has made one work alone; else the title.
    """
    printed = printed_by(graph)
    authors = Counter(_author(one) for one in graph.sources)
    found: dict[str, str] = {}
    for one in graph.sources:
        author = _author(one)
        is_law = one.id in printed or is_foreign_law(one) or is_un_document(one)
        name = "" if is_law else author if author and authors[author] == 1 else _title(one, wording, words)
        found[printed.get(one.id, one.id)] = one.short_title or name
    return found


def _author(source: Source) -> str:
    """Return the name of the person who made a work; nobody for letters and interviews, which name two persons."""
    first = source.author[0] if source.author and not _is_told_by_persons(source) else None
    return (first.family or "") if first else ""


def _title(source: Source, wording: Wording, words: Words) -> str:
    if _is_told_by_persons(source):
        return told_of_persons(csl_item(source, wording), words)
    if source.is_untitled and not source.described:
        return source.place or wording.label("source.untitled")
    title = _END.split(source.translated_title or source.title or source.described or "", maxsplit=1)[0]
    first = title.partition(", ")[0]
    return first if len(first.split()) > _FEW else title


def _is_told_by_persons(source: Source) -> bool:
    return source.type in NAMED_BY_PERSONS and bool(source.author) and not (source.title or source.translated_title)
