"""Levels: what a version of a document may hold, taken from the records before anything is composed.

A record has one level, and single fields may have a stricter one. What rests on withheld records alone goes with them;
of what rests on others too, the reference goes. Fields of older records that say the same are read into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from probata.diagnostics import Diagnostic, Severity, say
from probata.disclosure.consent import Version
from probata.disclosure.without_records import Gone, Without, without_records
from probata.graph.case_graph import CaseGraph
from probata.model.exhibit import Exhibit
from probata.model.record import Level, Part, Record
from probata.model.source_record import Source

_STRICTER: tuple[Level, ...] = ("public", "recipient", "internal")
_OF_KINDS: Mapping[str, Level] = {"changes": "recipient"}
"""What a kind of records has where a record says nothing: words that somebody wrote into the document for its
addressee were not written for others."""


def level_of(kind: str, record: Record, graph: CaseGraph) -> Level:
    """Return who may read a record: the strictest of its own level, its kind's, and that of what it reproduces."""
    own = record.level or _OF_KINDS.get(kind, "public")
    return max((own, *_read_into(record, graph)), key=_STRICTER.index)


def _read_into(record: Record, graph: CaseGraph) -> Iterator[Level]:
    match record:
        case Source(confidentiality=said) if said != "open":
            yield "recipient"
        case Exhibit():
            if record.disclosure != "open":
                yield "recipient"
            if record.source and (source := graph.find("sources", Source, record.source)):
                yield level_of("sources", source, graph)


def is_open_to(version: Version, level: Level) -> bool:
    """Tell whether a version may hold what has a level."""
    return level == "public" or (level == "recipient" and version == "recipient")


def at_level(graph: CaseGraph, version: Version) -> Without:
    """Return the case without what a version may not hold, and without what rests on that alone.

    Where nothing is withheld it is the same case.
    """
    gone: dict[str, set[str]] = {}
    changed: dict[str, dict[str, Record]] = {}
    for kind, record in graph.each():
        if not is_open_to(version, level_of(kind, record, graph)):
            if not (version == "public" and isinstance(record, Source) and _is_told_without_name(record)):
                gone.setdefault(kind, set()).add(record.id)
            continue
        shown = _without_fields(record, version)
        if shown is None:
            gone.setdefault(kind, set()).add(record.id)
        elif shown is not record:
            changed.setdefault(kind, {})[record.id] = shown
    if not gone and not changed:
        return Without(graph, {}, ())
    return without_records(graph, gone, changed)


def _is_told_without_name(source: Source) -> bool:
    """Tell whether a source may stand in a public version by its description, which names nobody."""
    return source.confidentiality == "anonymise" and source.level in (None, "public") and bool(source.described)


def _without_fields(record: Record, version: Version) -> Record | None:
    """Return a record without the fields of it that a version may not hold; `None` where it is nothing without one."""
    paths = (*record.fields_internal, *(record.fields_for_recipient if version == "public" else ()))
    shown: Any = record
    for path in paths:
        shown = _without_field(shown, path.split(".")) if shown is not None else None
    return shown if shown is None or isinstance(shown, Record) else None


def _without_field(part: Part, path: list[str]) -> Part | None:
    name, *below = path
    info = type(part).model_fields.get(name)
    if info is None:
        return None  # a slip below the first word: rather all of it than what was meant
    value = getattr(part, name)
    inner = _without_field(value, below) if below and isinstance(value, Part) else None
    if inner is None:
        if info.is_required():
            return None
        inner = info.get_default(call_default_factory=True)
    translations = {
        language: {key: text for key, text in texts.items() if key != name}
        for language, texts in part.translations.items()
    }
    return part.model_copy(update={name: inner, "translations": type(part.translations)(translations)})


def withheld(graph: CaseGraph, gone: Gone, filing: str) -> Iterator[Diagnostic]:
    """Tell what records a document leaves out, once; for those alone who prepare the case."""
    named = [f"{kind}/{key}" for kind, keys in sorted(gone.items()) for key in sorted(keys)]
    if named:
        kind, _, key = named[0].partition("/")
        yield Diagnostic(
            "DIS103", "withheld-by-level", Severity.INFO,
            f"{say.words(filing)} leaves out {say.counted(len(named), 'record')}: each by its own level, or for "
            "what it rests on or names",
            graph.span(kind, key),
            "look through the list: what should be told needs another level, or a source of its own",
            notes=tuple(say.record(one) for one in named), record=named[0], filing=filing,
        )  # fmt: skip
