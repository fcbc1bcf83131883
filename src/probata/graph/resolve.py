"""Find references that lead nowhere.

Ids are compared exactly. `A-7` and `A-07` are different exhibits: registries assign them, and guessing here could put
the wrong document before a court. A reference that leads nowhere is reported; later stages do not find it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, get_close_matches
from functools import cache

from probata.diagnostics import Diagnostic, Severity, Span, say
from probata.diagnostics.span import locate
from probata.graph.case_graph import CITABLE, CaseGraph, Unread
from probata.model.citation import Citation, is_citation
from probata.model.kinds import KIND_BY_KEY
from probata.model.parts import fields_towards, fields_towards_markdown, parts_at
from probata.model.record import Part, markdown_fields
from probata.model.statement import Statement
from probata.source.node import MappingNode, Node, Scalar, SequenceNode, node_at

# Which fields name other records: the one table that resolution, checks and importers read.
# A path goes through parts and lists with dots. Citations are not here: every citation names a source, an authority or
# an instrument, wherever it stands.

REFERENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "bodies": {"relations.body": ("bodies",)},
    "positions": {"body": ("bodies",)},
    "roles": {"person": ("people",), "seats.position": ("positions",), "term.body": ("bodies",)},
    "commands": {"superior": ("bodies", "positions"), "subordinate": ("bodies", "positions")},
    "events": {
        "part_of": ("events",),
        "lead_bodies": ("bodies",),
        "bodies": ("bodies",),
        "persons": ("people",),
        "conduct": ("conduct",),
    },
    "allegations": {
        "roles.role": ("roles",),
        "conduct": ("conduct",),
        "provisions.instrument": ("instruments",),
        "events": ("events",),
        "bodies": ("bodies",),
        "affected.persons": ("people",),
        "contentions.forums": ("forums",),
        "evidence.elements": ("elements",),
        "evidence.persons": ("people",),
        "evidence.quotations": ("quotations",),
        "evidence.datasets": ("datasets",),
        "gaps.elements": ("elements",),
        "gaps.persons": ("people",),
        "limbs.forum": ("forums",),
        "limbs.persons": ("people",),
        "not_in": ("filings",),
    },
    "counts": {
        "allegations": ("allegations",),
        "arguments.person": ("people",),
        "limbs.forum": ("forums",),
        "limbs.persons": ("people",),
    },
    "quotations": {
        "speaker.person": ("people",),
        "speaker.body": ("bodies",),
        "nested": ("quotations",),
        "version_of": ("quotations",),
    },
    "figures": {
        "of.figure": ("figures",),
        "of.dataset": ("datasets",),
        "of.role": ("roles",),
        "to.role": ("roles",),
        "ascribed_to": ("roles",),
    },
    "statements": {
        "person": ("people",),
        "organisation": ("bodies",),
        "exhibits": ("exhibits",),
        "paragraphs.exhibits": ("exhibits",),
        "source": ("sources",),
    },
    "copies": {"source": ("sources",)},
    "authorities": {"source": ("sources",)},
    "exhibits": {"source": ("sources",), "statement": ("statements",)},
    "consents": {"person": ("people",), "given_by": ("people",), "forums": ("forums",)},
    "steps": {"persons": ("people",)},
    "listings": {"person": ("people",)},
    "changes": {"filing": ("filings", "forums")},
    "points": {"filing": ("filings", "forums"), "answers": ("points",)},
    "narrative": {"epigraphs": ("quotations",), "forums": ("forums",)},
    "case": {
        "persons_concerned": ("people",),
        "standings.instrument": ("instruments",),
        "filings.forum": ("forums",),
        "filings.persons": ("people",),
        "filings.counts": ("counts",),
        "filings.statement": ("statements",),
        "filings.supports_filing": ("filings",),
    },
}

SHORT_FORMS = frozenset({("roles", "seats.position")})
"""References that may stand alone in place of the part that holds them, as the post does for a seat."""


_NAMES = {
    "conduct": "conduct code",
    "elements": "element of a legal test",
    "instruments": "instrument",
    "forums": "forum",
    "filings": "filing",
}
_LISTED = {
    "conduct": "`probata list conduct` shows the codes",
    "elements": "`probata list elements` shows them",
    "instruments": "`probata list instruments` shows them",
    "forums": "`probata list forums` shows them",
}
"""Next step for an id that stands outside the case and resembles none."""
CitedKey = tuple[tuple[str | int, ...], str]
"""The path to a citation in its record, and the key that is cited there."""
_YEAR_BEHIND = re.compile(r"[-_.]?(?:1[89]|20)\d\d(?:[-_.]\d\d?)*$")
_ALIKE = 0.5
"""How alike two ids must be without their years for one to be a slip of the other."""
_CITED = re.compile(r"(?<![\w@])-?@([\w.:/-]*[\w/])")
_BRACKET = re.compile(r"(?<!\\)\[[^\[\]@]*+@[^\[\]]*+\]")
"""Of a citation; a bracket behind a backslash is one of the text."""


@dataclass(frozen=True, slots=True)
class Known:
    """Ids that stand outside the case."""

    forums: frozenset[str] = frozenset()
    instruments: frozenset[str] = frozenset()
    conduct: frozenset[str] = frozenset()
    elements: frozenset[str] = frozenset()


def find_unresolved(graph: CaseGraph, known: Known, unread: Unread | None = None) -> Iterator[Diagnostic]:
    """Give a finding for every reference and citation that leads nowhere, except to what could not be read."""
    for found, kinds, reference in _unresolved_references(graph, known):
        if not (unread and unread.may_hold(kinds, reference)):
            struck = unread.help_on_struck(kinds, reference) if unread else ""
            yield replace(found, help=struck) if struck else found


def _unresolved_references(graph: CaseGraph, known: Known) -> Iterator[tuple[Diagnostic, tuple[str, ...], str]]:
    """Give the finding, the kinds that the reference may lead to, and the id that it names."""
    outside = {
        "forums": known.forums,
        "instruments": known.instruments,
        "conduct": known.conduct,
        "elements": known.elements,
        "filings": frozenset(filing.id for filing in graph.case.filings),
    }
    citable = {*graph.records.get("sources", {}), *graph.records.get("authorities", {}), *known.instruments}
    known_ids = {
        targets: {i for target in targets for i in outside.get(target, graph.records.get(target, {}))}
        for paths in REFERENCES.values()
        for targets in paths.values()
    }
    for kind, record_id, node, record in _everything(graph):
        for path, targets in REFERENCES.get(kind, {}).items():
            ids = known_ids[targets]
            for found in named_at(node, kind, path):
                if not found.is_null and found.text not in ids:
                    yield _unresolved(found.text, found.span, targets, ids, f"{kind}/{record_id}"), targets, found.text
        for loc, key in cited_keys(record):
            if key not in citable:
                span = locate(graph.texts, node_at(node, loc).span, key)
                fault = _unresolved(key, span, CITABLE, citable, f"{kind}/{record_id}", "REF104")
                yield fault, CITABLE, key


def _everything(graph: CaseGraph) -> Iterator[tuple[str, str, MappingNode, Part]]:
    yield "case", graph.name, graph.case_node, graph.case
    for kind, record in graph.each():
        yield kind, record.id, graph.nodes[kind, record.id], record


def named_at(node: Node, kind: str, path: str) -> Iterator[Scalar]:
    """Give the ids that a record of a kind has at a path of `REFERENCES`."""
    return _at(node, path.split("."), (kind, path) in SHORT_FORMS)


def _at(node: Node | None, path: list[str], has_short_form: bool) -> Iterator[Scalar]:
    """Give the scalars at a dotted path, through lists; a short form stands for its main field."""
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield from _at(item, path, has_short_form)
    elif isinstance(node, Scalar):
        if len(path) <= has_short_form:
            yield node
    elif isinstance(node, MappingNode) and path:
        yield from _at(node.get(path[0]), path[1:], has_short_form)


def cited_keys(part: Part) -> list[CitedKey]:
    """Return every cited key in a record with the path to it, in citations and in Markdown text."""
    found: list[CitedKey] = []
    _take_keys(part, (), found)
    return found


def _take_keys(part: Part, loc: tuple[str | int, ...], found: list[CitedKey]) -> None:
    if is_citation(part):
        found.append(((*loc, "source"), part.source))
    if part.translations:
        found += _keys_in_translations(part, loc)
    for name in _fields_towards_keys(type(part)):
        value = getattr(part, name)
        if not isinstance(value, str):
            for steps, inner in parts_at(name, value):
                _take_keys(inner, (*loc, *steps), found)
        elif name in markdown_fields(type(part)):
            found += [((*loc, name), key) for key in keys_in_text(value)]


@cache
def _fields_towards_keys(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part in which a citation can stand, in their order."""
    towards = {*fields_towards(part, Citation), *fields_towards_markdown(part)}
    return tuple(name for name in part.model_fields if name in towards)


def _keys_in_translations(part: Part, loc: tuple[str | int, ...]) -> Iterator[CitedKey]:
    fields = markdown_fields(type(part))
    for language, texts in part.translations.items():
        for name, text in texts.items():
            if name in fields:
                yield from (((*loc, "translations", language, name), key) for key in keys_in_text(text))


def keys_in_text(text: str) -> Iterable[str]:
    """Return the keys cited in Markdown text, `[@key, p. 4; @other]`, in order."""
    return [key for bracket in _BRACKET.findall(text) for key in _CITED.findall(bracket)] if "@" in text else []


def _is_slip_of(known: str, written: str) -> bool:
    """Tell whether one may be meant by the other: a year that two ids share makes no two works alike."""
    one, other = (_YEAR_BEHIND.sub("", text) for text in (known, written))
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _near(text: str, ids: Iterable[str], likeness: float) -> list[str]:
    """Return ids that may be meant, the likeliest first; capitals tell none apart, as in `UNCAT` for `uncat`."""
    folded = {one.casefold(): one for one in ids}
    wanted = text.casefold()
    return [folded[one] for one in get_close_matches(wanted, folded, 3, likeness) if _is_slip_of(one, wanted)]


def _unresolved(
    text: str, span: Span, targets: tuple[str, ...], ids: Iterable[str], record: str, code: str = "REF101"
) -> Diagnostic:
    words = " or ".join(_NAMES.get(t) or KIND_BY_KEY[t].singular for t in targets)
    listed = _LISTED.get(targets[0])
    near = _near(text, ids, 0.7 if listed else 0.5)
    otherwise = listed or f"add a record with this id to `{targets[0]}.yaml`, or correct the id"
    help = f"did you mean {say.of(targets[0], near[0])}?" if near else otherwise
    name = "unknown-source" if code == "REF104" else "unknown-reference"
    return Diagnostic(code, name, Severity.ERROR, f"no {words} has the id {say.words(text)}", span, help, record=record)


# Ids that stand twice inside one record: two filings would be one file, two paragraphs one place.


def repeated_inside(graph: CaseGraph) -> Iterator[Diagnostic]:
    """Find the filings of the case, and the paragraphs of a statement, that have the id of one before."""
    yield from _twice(graph, "case", graph.name, "filings", [one.id for one in graph.case.filings])
    for statement in graph.all("statements", Statement):
        yield from _twice(graph, "statements", statement.id, "paragraphs", [one.id for one in statement.paragraphs])


def _twice(graph: CaseGraph, kind: str, record: str, field: str, ids: list[str]) -> Iterator[Diagnostic]:
    for place, name in enumerate(ids):
        if name and name in ids[:place]:
            first = graph.span(kind, record, field, ids.index(name), "id")
            yield Diagnostic(
                "REF103", "repeated-id", Severity.ERROR, f"two of the {say.field(field)} have the id {say.words(name)}",
                graph.span(kind, record, field, place, "id"), "give one of them another id",
                (f"first used at {first}",), f"{kind}/{record}",
            )  # fmt: skip
