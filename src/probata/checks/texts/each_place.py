"""The places that a citation names, each by itself: `890, para 12` is two, and `3:10` of a film is a time."""

from __future__ import annotations

from probata.checks.texts.by_wording import by_wording
from probata.citation import places_in
from probata.graph.case_graph import CaseGraph
from probata.model.citation import Citation, Pinpoint, bare_time
from probata.model.source_record import Source


def each_place(graph: CaseGraph, cited: Citation) -> tuple[Citation, ...]:
    """Return the citation once for each place that it names, with no other; none where it names no place.

    A citation with one place is returned as it is.
    """
    place = cited.pinpoint or time_behind(graph, cited.source, cited.remark or "")
    if place is None:
        return ()
    alone = _alone(place.type, place.value)
    if place is cited.pinpoint and alone == (place,):
        return (cited,)
    return tuple(cited.model_copy(update={"pinpoint": one}) for one in alone)


@by_wording
def _alone(kind: str, value: str) -> tuple[Pinpoint, ...]:
    return tuple(_place(*one) for one in places_in(kind, value))


def time_behind(graph: CaseGraph, key: str, words: str) -> Pinpoint | None:
    """Return the time with which the words behind a work begin, as its notes print it; `None` where there is none.

    Behind a judgment, a treaty or a work that is not recorded, it is one with hours, `0:03:10`.
    """
    source = graph.find("sources", Source, key)
    found = bare_time(words, in_recording=source is not None and source.is_recording)
    return _place("timecode", found[0]) if found else None


def _place(kind: str, value: str) -> Pinpoint:
    return Pinpoint.model_validate({"type": kind, "value": value})
