"""Whole sections that somebody left out: one change, whatever stood in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from probata.document.origin import Origin
from probata.document.printed import PrintedLine
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.count import ArguedCount
from probata.pull.change import Change
from probata.pull.compare import Cluster
from probata.pull.fields import FieldText
from probata.pull.taken import Taken
from probata.source.node import Scalar
from probata.word.word_text import Line


def whole_sections(
    clusters: Sequence[Cluster], base: Sequence[Line], standing: Mapping[int, int], now: Sequence[PrintedLine]
) -> Iterator[Cluster]:
    """Give the clusters, those of a heading and of all that stood below it as one where all of it was left out.

    Sections of a text of one record are no sections of the document: their lines are words of that text. `standing` are
    the lines of today, `now`, by those of the made document.
    """
    left = list(clusters)
    while left:
        section = _section(left, base)
        if section and not _is_of_one_text(section, standing, now):
            inside = set(section)
            yield Cluster(section, (), left[0].before, is_section=True)
            left = [one for one in left if not one.base or one.base[0] not in inside]
        else:
            yield left.pop(0)


def _section(clusters: Sequence[Cluster], base: Sequence[Line]) -> tuple[int, ...]:
    """Return the lines of the section that the first cluster begins, where all of them are known to be left out."""
    start = clusters[0].base[0] if clusters[0].base else -1
    level = _level(base[start]) if start >= 0 else 0
    if not level:
        return ()
    behind = next((n for n in range(start + 1, len(base)) if 0 < _level(base[n]) <= level), len(base))
    gone = {n for one in clusters if not one.edited and one.is_compared for n in one.base}
    section = tuple(range(start, behind))
    return section if len(section) > 1 and gone.issuperset(section) else ()


def _level(line: Line) -> int:
    kind, _, level = line.form.partition(" ")
    return int(level) if kind == "heading" else 0


def _is_of_one_text(section: Sequence[int], standing: Mapping[int, int], now: Sequence[PrintedLine]) -> bool:
    said = {one.origin for n in section if n in standing for one in now[standing[n]].stretches if one.text.strip()}
    return len(said) == 1 and None not in said


def heading_of(lines: Sequence[int], now: Sequence[PrintedLine]) -> Origin | None:
    """Return the field of a record that is the heading of a section; `None` where a template says it."""
    stretches = now[lines[0]].stretches if lines else ()
    return next((one.origin for one in stretches if one.origin and one.origin.field == "title"), None)


def left_out_of_filing(change: Change, graph: CaseGraph, filing: str) -> Taken | None:
    """Return the change by which the allegation that a section is about is not put forward in a filing.

    A section about a count is about its allegation, where it gathers one alone.
    """
    if change.origin is None or change.current is not None or change.origin.field != "title":
        return None
    kind, _, id_ = change.origin.record.partition("/")
    if kind == "counts" and (count := graph.find("counts", ArguedCount, id_)) and len(count.allegations) == 1:
        kind, id_ = "allegations", count.allegations[0]
    allegation = graph.find("allegations", Allegation, id_) if kind == "allegations" else None
    if allegation is None:
        return None
    span = graph.nodes["allegations", id_].span
    text = FieldText("allegations", id_, ("not_in", len(allegation.not_in)), Scalar("", span), "text")
    return Taken(text, value=filing, place=change.lines[0])
