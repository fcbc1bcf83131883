"""What is not finished: drafts, required fields, open points, records that nothing leads to, texts of the example."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, itself
from probata.checks.engine.finding import Finding, marked
from probata.checks.prose.quotations import words_of
from probata.checks.prose.texts import markdown_texts
from probata.checks.prose.words import by_wording
from probata.checks.support.required_fields import Holder, by_rule, holders_of, is_empty_at, write_field
from probata.diagnostics import Severity, Span, say
from probata.diagnostics.span import sheet_of
from probata.forum import Profile, RequiredField
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import REFERENCES, cited_keys
from probata.graph.threads_of_points import is_open, threads_of
from probata.model.kinds import KIND_BY_KEY
from probata.model.parts import is_part
from probata.model.point import Point
from probata.model.record import Record
from probata.source.markdown_reader import read_markdown
from probata.source.node import MappingNode, Node, Scalar, SequenceNode, to_plain
from probata.source.text_file import TextFile
from probata.source.yaml_reader import read_yaml


class _Missing(NamedTuple):
    """A field that one forum misses in one record."""

    holder: Holder
    required: RequiredField
    profile: Profile


def _required(case: CheckInput) -> Iterator[_Missing]:
    """Give the fields that a forum of the filings requires, but for those of which another check speaks.

    Those are `filing-without-statement`, `allegation-without-role`, `-provision` and `-evidence`.
    """
    for filing, profile in case.filings:
        for required in profile.required_fields:
            field = required.of, required.path
            of_allegation = field[0] == "allegation" and field[1] in ("roles", "provisions", "evidence")
            if not of_allegation and not (profile.document_kind == "statement" and field == ("filing", "statement")):
                for holder in holders_of(required, filing, profile, case):
                    yield _Missing(holder, required, profile)


@check("STR101", Severity.ERROR, "records with a required field", of_form=True, tells_gaps=True, looks_at=itself)
def required_field_missing(case: CheckInput) -> Iterator[Finding | Looked]:
    missing: dict[tuple[str, str, str], list[_Missing]] = {}
    for one in _required(case):
        holder, path = one.holder, one.required.path
        yield Looked(f"{holder.kind}/{holder.record_id}")
        # A field that is misspelt or unreadable has a finding of its own.
        is_unread = case.graph.unread.lacks(f"{holder.kind}/{holder.record_id}", path)
        if is_empty_at(holder.values, path.split(".")) and not is_unread:
            missing.setdefault((holder.kind, holder.record_id, path), []).append(one)
    for (kind, record, path), same in missing.items():
        label, required = same[0].required.label, [one for one in same if not one.required.optional]
        ours = [one for one in required if one.profile.is_ours(one.required)]
        theirs = [one for one in required if one not in ours]
        wanted = [f"required by {_forums(theirs)}"] if theirs else []
        wanted += [f"needed by our own rule before filing in {_forums(ours)}"] if ours else []
        by = "; ".join(wanted) or f"wanted by {_forums(same)}"
        source = " with its source" if kind == "people" else ""  # what others report of somebody
        said, step = f"not recorded for {same[0].holder.called}: {label}; {by}", f"add {write_field(path)}{source}"
        rules = tuple(dict.fromkeys(note for one in same for note in by_rule(one.profile, one.required)))
        weight = min((one.profile.weight_of(one.required) for one in same), key=lambda severity: severity.rank)
        missed, alike, gap = tuple(path.split(".")), f"{kind} {label} {by}", label if required else ""
        yield case.finding(kind, record, said, step, missing=missed, notes=rules, severity=weight, gap=gap, alike=alike)


def _forums(found: list[_Missing]) -> str:
    *others, last = dict.fromkeys(say.words(one.profile.id) for one in found)
    return f"{', '.join(others)} and {last}" if others else last


@check("STR109", Severity.INFO, "case")
def status_draft(case: CheckInput) -> Iterator[Finding]:
    if case.graph.case.status == "draft":
        said = "the case is marked as a draft: its documents are not made for filing"
        step = "when whoever answers for it has read the whole, write `status: ready` in `case.yaml`"
        yield case.finding("case", case.graph.name, said, step, at=("status",))


@check("STR103", Severity.INFO, "case")
def status_illustration(case: CheckInput) -> Iterator[Finding]:
    if case.graph.case.status == "illustration":
        said = "the case is an illustration: its documents are never final"
        step = "to file, read the sources yourself and write `status: draft`"
        yield case.finding("case", case.graph.name, said, step, at=("status",))


@check("STR112", Severity.INFO, "allegations")
def allegation_draft(case: CheckInput) -> Iterator[Finding]:
    for allegation in case.pursued:
        if allegation.status == "draft" and "status" in allegation.model_fields_set:
            said = f"allegation {say.allegation(allegation)} is marked as a draft"
            step = "when it is complete and somebody has read it, write `status: reviewed`"
            yield case.finding("allegations", allegation.id, said, step, at=("status",))


_INDEX = re.compile(r"\d{1,6}", re.ASCII)
"""A step of the path of a field that is a place in a list."""


def _of_filings(case: CheckInput) -> Iterator[Point]:
    """Give the points of the filings that are looked at, and those of no filing."""
    chosen = None if case.chosen is None else {filing.id for filing in case.chosen}
    yield from (one for one in case.graph.points if chosen is None or one.filing is None or one.filing in chosen)


@check("STR182", Severity.WARNING, "points", looks_at=_of_filings)
def open_point(case: CheckInput) -> Iterator[Finding]:
    for thread in filter(is_open, threads_of(list(_of_filings(case)))):
        point, *others = (one for one in thread if one.status == "open")
        on = f" on {marked(point.words)}" if point.words else ""
        where = f" of the document {say.words(point.filing)}" if point.filing else ""
        about = f" about {say.words(point.about)}" if point.about else ""
        last = thread[-1]
        answered = f"; last answered by {_line(last.author)}: {marked(last.text)}" if last is not point else ""
        said = f"{_line(point.author)} left a point open{about}{on}{where}: {marked(point.text)}{answered}"
        ids = ", ".join(map(say.point, (point, *others)))
        step = f"answer it, then write `status: settled` at {ids} in the open points"
        found = case.finding("points", point.id, said, step, at=("text",), filing=point.filing or "")
        record, _, field = (point.about or "").partition("#")
        kind, _, key = record.partition("/")
        if kind == "case" or case.graph.has(kind, key):
            steps = (int(step) if _INDEX.fullmatch(step) else step for step in field.split(".") if step)
            found = replace(found, span=case.graph.span(kind, key, *steps))
        yield replace(found, others=tuple(f"points/{one.id}" for one in others))


def _line(words: str) -> str:
    return " ".join(words.split()).replace("`", "'")


# Whether anything in a case leads to a record: a citation, a reference, or a text that has its words or its name.

_MOST = 12
"""Records that one finding names; how many there are besides is told."""
_RUN = 6
"""Words of a quotation by which a text that has it is known; a text may leave out the rest."""
_KINDS = ("sources", "quotations", "events", "exhibits", "datasets")


def sources_used(graph: CaseGraph) -> set[str]:
    """Return the ids of all that anything but itself cites, and of the sources that a record names."""
    found = {key for _, key in cited_keys(graph.case)} | _named(graph)["sources"]
    found.update(graph.from_each("works cited", _cited_in))
    for table in graph.tables.values():
        found.update(re.findall(r"[\w.:-]*\w", " ".join(cell for row in table.rows for cell in row)))
    return found


def _cited_in(kind: str, record: Record) -> Iterator[str]:
    yield from (key for _, key in cited_keys(record) if (kind, record.id) != ("sources", key))


def _named(graph: CaseGraph) -> Mapping[str, set[str]]:
    """Return, by kind, the ids of the records that another names."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, key in graph.from_each("records named", _referred):
        found[kind].add(key)
    return found


def _referred(kind: str, record: Record) -> Iterator[tuple[str, str]]:
    """Give the kind and the id of each record that a record names."""
    for path, targets in REFERENCES.get(kind, {}).items():
        for value in _at(record, path.split(".")):
            yield from ((target, value) for target in targets)


def _at(value: Any, path: list[str]) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _at(item, path)
    elif isinstance(value, str):
        if not path:
            yield value
    elif value is not None and path and is_part(value):
        yield from _at(getattr(value, path[0]), path[1:])


def _words(graph: CaseGraph) -> str:
    """Return the words of all texts."""
    return f" {' '.join(word for text in markdown_texts(graph) for word in words_of(text.value))} "


def _runs(graph: CaseGraph) -> set[tuple[str, ...]]:
    """Return the words of all texts from each of them on."""
    texts = (words_of(text.value) for text in markdown_texts(graph))
    return {words[at : at + _RUN] for words in texts for at in range(len(words))}


@check("STR137", Severity.INFO, "records that something leads to", looks_at=itself)
def record_not_used(case: CheckInput) -> Iterator[Finding | Looked]:
    graph = case.graph
    why = "some records could not be read" if graph.left_out else ""
    for kind in _KINDS:
        yield from (Looked(f"{kind}/{key}", why) for key in graph.records.get(kind, ()))
    if why:
        return
    named = _named(graph)
    quotations = [one for one in graph.quotations if not one.version_of and one.id not in named["quotations"]]
    events = [one for one in graph.events if not one.context_only and one.id not in named["events"]]

    def has(name: str) -> bool:
        own = words_of(name)
        return bool(own) and f" {' '.join(own)} " in graph.once("words of texts", lambda: _words(graph))

    def is_quoted(text: str) -> bool:
        own, runs = words_of(text), graph.once("runs of words", lambda: _runs(graph))
        return any(own[at : at + _RUN] in runs for at in range(len(own) - _RUN + 1)) or has(text)

    used = sources_used(graph)
    unused = {
        "sources": [one.id for one in graph.sources if one.id not in used],
        "quotations": [one.id for one in quotations if not is_quoted(one.text)],
        "events": [one.id for one in events if not any(map(has, (one.title, *one.other_names)))],
        "exhibits": [one.id for one in graph.exhibits if graph.statements and one.id not in named["exhibits"]],
        "datasets": [one.id for one in graph.datasets if graph.figures and one.id not in named["datasets"]],
    }
    for kind, ids in unused.items():
        if ids:
            one = KIND_BY_KEY[kind].singular
            what = f"{len(ids)} {one}s" if len(ids) > 1 else f"one {one}"
            more = f" and {len(ids) - _MOST} more" if len(ids) > _MOST else ""
            said = f"nothing in the case leads to {what}: {say.sources(ids[:_MOST])}{more}"
            found = case.finding(kind, ids[0], said, "cite each where it belongs, or take it out")
            yield replace(found, others=tuple(f"{kind}/{key}" for key in ids[1:]))


# The texts of the invented case that `probata new case` copies, to find them again in a case of one's own.

Place = tuple[str | int, ...]
_A_SENTENCE = 6
"""Words from which nobody writes the same by chance; a shorter text tells only under an id of the starter's."""
_CITATION = re.compile(r"[\w.:/-]+, \S+ \S+|[\w.:/-]+")
"""A value that is an id, or an id with a place: it names a record, and is no text."""


def _texts_in(node: Node, loc: Place = ()) -> Iterator[tuple[Place, Scalar, str]]:
    """Give each paragraph of the texts of a record with its field and its words on one line."""
    match node:
        case Scalar():
            for words in _paragraphs(node.text):
                yield loc, node, words
        case SequenceNode(items=items):
            for place, item in enumerate(items):
                yield from _texts_in(item, (*loc, place))
        case MappingNode(entries=entries):
            for entry in entries:
                yield from _texts_in(entry.value, (*loc, entry.key.text))


def _may_be_left(node: Node, texts: frozenset[str]) -> bool:
    """Tell whether any text of a record is one of the starter's; quick, since it is asked of every record."""
    ahead = [node]
    while ahead:
        one = ahead.pop()
        if isinstance(one, Scalar):
            if not texts.isdisjoint(_paragraphs(one.text)):
                return True
        else:
            ahead += one.items if isinstance(one, SequenceNode) else [entry.value for entry in one.entries]
    return False


@by_wording
def _paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a value that are compared, each on one line; a single word is anybody's."""
    lines = (" ".join(one.split()) for one in re.split(r"\n\s*\n", text)) if " " in text or "\n" in text else ()
    return tuple(one for one in lines if " " in one and not _CITATION.fullmatch(one))


def starter_title() -> str:
    """Return the title of the starter: a case that has it is that case still, and nobody's own."""
    node = _read(files("probata.scaffold") / "case" / "case.yaml")
    found = node.get("title") if isinstance(node, MappingNode) else None
    return found.text if isinstance(found, Scalar) else ""


@cache
def _starter() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the texts and the ids of the starter by kind, without the texts that any case may have."""
    room = files("probata.scaffold")
    may_stay = _read(room / "may_stay.yaml")
    left = {" ".join(str(text).split()) for text in to_plain(may_stay)} if may_stay else set()
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for file in (room / "case").iterdir():
        inner = file.iterdir() if file.is_dir() else iter([file])
        nodes = [node for one in inner if one.name.endswith((".yaml", ".md")) and (node := _read(one)) is not None]
        records = [one for node in nodes for one in (node.items if isinstance(node, SequenceNode) else (node,))]
        ids = (record.get("id") for record in records if isinstance(record, MappingNode))
        texts = frozenset(words for node in nodes for _, _, words in _texts_in(node)) - left
        found[file.name.removesuffix(".yaml")] = texts, frozenset(one.text for one in ids if isinstance(one, Scalar))
    return found


def _read(file: Traversable) -> Node | None:
    text = file.read_text("utf-8")
    if file.name.endswith(".md"):
        return read_markdown(TextFile(Path(file.name), file.name, text), file.name.removesuffix(".md"))[0]
    return read_yaml(text, file.name)[0]


def _line_of(words: str, within: Scalar, text: str) -> Span:
    """Return the place of a paragraph of a value in the text of its file; that of the value where it is not found."""
    lines, first = text.split("\n"), words.split()[:2]
    last = max(within.span.end_line, within.span.line + within.text.count("\n") + 1)
    for number in range(within.span.line, min(last, len(lines)) + 1):
        line = lines[number - 1]
        plain = " ".join(line.split())
        if plain and (" ".join(first) in plain or words.startswith(plain)):
            start = max(line.find(first[0]), 0) + 1
            return Span(within.span.path, number, start, number, len(line) + 1)
    return within.span


def _records(case: CheckInput) -> Iterator[tuple[str, str, MappingNode]]:
    """Give the case and its records; none while it is the starter itself."""
    if case.graph.case.title != starter_title():
        yield "case", case.graph.name, case.graph.case_node
        yield from ((kind, key, node) for (kind, key), node in case.graph.nodes.items() if case.graph.has(kind, key))


@check("STR177", Severity.WARNING, "records of a case of one's own", looks_at=_records)
def starter_text_left(case: CheckInput) -> Iterator[Finding]:
    for kind, key, node in _records(case):
        texts, ids = _starter().get(kind, (frozenset(), frozenset()))
        left = [
            (say.field(".".join(str(step) for step in loc if isinstance(step, str))), value, words)
            for loc, value, words in (_texts_in(node) if texts and _may_be_left(node, texts) else ())
            if words in texts and (kind == "case" or key in ids or len(words.split()) >= _A_SENTENCE)
            if not (kind == "case" and loc[0] in KIND_BY_KEY)
        ]
        if left:
            spans = [_line_of(words, one, case.graph.texts.get(one.span.path, "")) for _, one, words in left]
            lines = [str(span).rpartition("#")[2] if sheet_of(span) else f"line {span.line}" for span in spans]
            further = ", ".join(f"{field} in {line}" for (field, *_), line in zip(left[1:], lines[1:], strict=True))
            said = f"{', '.join(dict.fromkeys(field for field, *_ in left))} of {say.words(f'{kind}/{key}')} "
            said += f"{'is' if len(left) == 1 else 'are'} still the invented text of the starter case"
            step = "write your own there, or delete it; where the whole record is the starter's, delete the record"
            notes = (f"further: {further}",) if further else ()
            yield replace(case.finding(kind, key, said, step, notes=notes), span=spans[0])
