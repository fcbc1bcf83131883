"""Describe works by whose titles readers would learn whom a document protects, or who submits it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from probata.forum import Profile
from probata.graph.case_graph import CaseGraph
from probata.model.case_file import Author, Filing
from probata.model.record import Record
from probata.model.source_record import Author as Named
from probata.model.source_record import Source

_KEPT = ("rank", "origin_group", "publisher_group", "held", "confidentiality", "supports", "described")
"""What a described work keeps of its record: nothing by which it is found."""


def without_submitter(graph: CaseGraph, profile: Profile, filing: Filing) -> CaseGraph:
    """Return the graph in which a work that is not open is no more than what `described` says of it.

    Where the forum keeps its source confidential, and the source did not agree to be named, so is a work of those who
    submit the filing; exhibits of theirs lose their marks, which are often initials, and no work has its short title. A
    work that nothing describes keeps its record: that it names the source is found in the document.
    """
    is_secret = profile.disclosure.source_confidential and not filing.source_may_be_named
    submitter = graph.case.prepared_by
    own = frozenset(one.id for one in graph.sources if is_secret and one.described and _is_of(submitter, one))
    kept = _KEPT if is_secret else (*_KEPT, "short_title")
    told = (one for one in graph.sources if one.described and (one.id in own or one.confidentiality != "open"))
    sources: dict[str, Record] = {one.id: _described(one, kept) for one in told}
    shown = graph.without("exhibits", frozenset(one.id for one in graph.exhibits if one.source in own))
    return replace(shown, records={**shown.records, "sources": {**graph.records.get("sources", {}), **sources}})


def _is_of(submitter: Author, source: Source) -> bool:
    """Tell whether those who submit made, received or published a work."""
    named = (*source.author, *source.editor, *source.translator, *source.recipient, *source.interviewer)
    names = {source.publisher, source.container_title, *map(_name, named)}
    return bool(names & {submitter.organisation, submitter.name} - {None})


def _name(named: Named) -> str:
    return named.literal or " ".join(part for part in (named.given, named.family) if part)


def _described(source: Source, kept: Iterable[str]) -> Source:
    return Source(id=source.id, type="document").model_copy(update={field: getattr(source, field) for field in kept})
