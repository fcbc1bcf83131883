"""What is not finished: drafts, required fields, open points, records that nothing leads to, texts of the example."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check
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
from probata.model.dataset import Dataset
from probata.model.event import Event
from probata.model.exhibit import Exhibit
from probata.model.kinds import KIND_BY_KEY
from probata.model.parts import is_part
from probata.model.point import Point
from probata.model.quotation import Quotation
from probata.model.record import Record
from probata.model.source_record import Source
from probata.source.markdown_reader import read_markdown
from probata.source.node import MappingNode, Node, Scalar, SequenceNode, to_plain
from probata.source.text_file import TextFile
from probata.source.yaml_reader import read_yaml

# The texts of the invented case that `probata new case` copies, to find them again in a case of one's own.

Place = tuple[str | int, ...]
_A_SENTENCE = 6
"""Words from which nobody writes the same by chance; a shorter text tells only where its record is the starter's."""
_OF_THE_CASE = "case"
_FEWEST = 2
"""Words of a text that is compared: a single word is anybody's."""
_BETWEEN = re.compile(r"\n\s*\n")
"""What stands between two paragraphs."""
_CITATION = re.compile(r"[\w.:/-]+, \S+ \S+|[\w.:/-]+")
"""A value that is an id, or an id with a place: it names a record, and is no text."""


def texts_in(node: Node, loc: Place = ()) -> Iterator[tuple[Place, Scalar, str]]:
    """Give each paragraph of the texts of a record with its field and its words on one line."""
    match node:
        case Scalar():
            for words in _compared(node.text):
                yield loc, node, words
        case SequenceNode(items=items):
            for place, item in enumerate(items):
                yield from texts_in(item, (*loc, place))
        case MappingNode(entries=entries):
            for entry in entries:
                yield from texts_in(entry.value, (*loc, entry.key.text))


@by_wording
def _compared(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a value that are compared, each on one line."""
    lines = (" ".join(one.split()) for one in _BETWEEN.split(text)) if " " in text or "\n" in text else ()
    return tuple(one for one in lines if one.count(" ") + 1 >= _FEWEST and not _CITATION.fullmatch(one))


def may_have_left(kind: str, node: Node) -> bool:
    """Tell whether any text of a record is one of the starter's; which, and whether it is left, `is_left` tells."""
    texts = starter_texts(kind)
    ahead = [node]
    while ahead:
        one = ahead.pop()
        if isinstance(one, Scalar):
            if not texts.isdisjoint(_compared(one.text)):
                return True
        elif isinstance(one, MappingNode):
            ahead += [entry.value for entry in one.entries]
        else:
            ahead += one.items
    return False


def starter_texts(kind: str) -> frozenset[str]:
    """Return the texts of the starter's records of a kind, without those that any case may have."""
    return _starter().get(kind, (frozenset(), frozenset()))[0]


def is_left(kind: str, key: str, words: str) -> bool:
    """Tell whether a text of a record is the starter's: a name of few words only under an id of the starter's."""
    texts, ids = _starter().get(kind, (frozenset(), frozenset()))
    return words in texts and (kind == _OF_THE_CASE or key in ids or len(words.split()) >= _A_SENTENCE)


def starter_title() -> str:
    """Return the title of the starter: a case that has it is that case still, and nobody's own."""
    node = _read(files("probata.scaffold") / _OF_THE_CASE / "case.yaml")
    found = node.get("title") if isinstance(node, MappingNode) else None
    return found.text if isinstance(found, Scalar) else ""


@cache
def _starter() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the texts and the ids of the starter by kind."""
    room = files("probata.scaffold")
    may_stay = _read(room / "may_stay.yaml")
    left = {" ".join(str(text).split()) for text in to_plain(may_stay)} if may_stay else set()
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for file in (room / _OF_THE_CASE).iterdir():
        inner = file.iterdir() if file.is_dir() else iter([file])
        nodes = [node for one in inner if one.name.endswith((".yaml", ".md")) and (node := _read(one)) is not None]
        kind = file.name.removesuffix(".yaml")
        texts = frozenset(words for node in nodes for _, _, words in texts_in(node)) - left
        found[kind] = texts, frozenset(key for node in nodes for key in _ids(node))
    return found


def _ids(node: Node) -> Iterator[str]:
    for record in node.items if isinstance(node, SequenceNode) else (node,):
        found = record.get("id") if isinstance(record, MappingNode) else None
        if isinstance(found, Scalar):
            yield found.text


def _read(file: Traversable) -> Node | None:
    text = file.read_text("utf-8")
    if file.name.endswith(".md"):
        return read_markdown(TextFile(Path(file.name), file.name, text), file.name.removesuffix(".md"))[0]
    return read_yaml(text, file.name)[0]


def line_of(words: str, within: Scalar, text: str) -> Span:
    """Return the place of a paragraph of a value in the text of its file; that of the value where it is not found."""
    lines = text.split("\n")
    first = words.split()[:_FEWEST]
    last = max(within.span.end_line, within.span.line + within.text.count("\n") + 1)
    for number in range(within.span.line, min(last, len(lines)) + 1):
        line = lines[number - 1]
        plain = " ".join(line.split())
        if plain and (" ".join(first) in plain or words.startswith(plain)):
            start = max(line.find(first[0]), 0) + 1
            return Span(within.span.path, number, start, number, len(line) + 1)
    return within.span


# Whether anything in a case leads to a record: a citation, a reference, or a text that has its words or its name.

_COMPARED = 6
"""Words of a quotation by which a text that has it is known; a text may leave out the rest."""


def _words(graph: CaseGraph) -> str:
    """Return the words of all texts."""
    return f" {' '.join(word for text in markdown_texts(graph) for word in words_of(text.value))} "


def _runs(graph: CaseGraph) -> set[tuple[str, ...]]:
    """Return the words of all texts from each of them on."""
    texts = (words_of(text.value) for text in markdown_texts(graph))
    return {words[at : at + _COMPARED] for words in texts for at in range(len(words))}


class Uses:
    """What the records and texts of a case lead to."""

    def __init__(self, graph: CaseGraph) -> None:
        """Gather the citations, the references and the words of a case."""
        self._graph = graph
        self._cited = set(_cited(graph))
        self._named: dict[str, set[str]] = {}
        for kind, value in graph.from_each("records named", _referred):
            self._named.setdefault(kind, set()).add(value)

    def of_source(self, source: Source) -> bool:
        """Tell whether anything but the source itself cites it, or an exhibit reproduces it."""
        return source.id in self._cited or source.id in self._named.get("sources", ())

    def of_quotation(self, quotation: Quotation) -> bool:
        """Tell whether a record relies on it, it is a version of another, or a text has some of its words."""
        if quotation.version_of or quotation.id in self._named.get("quotations", ()):
            return True
        words = words_of(quotation.text)
        if len(words) < _COMPARED:
            return self._has(words)
        runs = self._graph.once("runs of words", lambda: _runs(self._graph))
        return any(words[at : at + _COMPARED] in runs for at in range(len(words) - _COMPARED + 1))

    def of_event(self, event: Event) -> bool:
        """Tell whether a record names it, a text has its name, or it is background alone."""
        if event.context_only or event.id in self._named.get("events", ()):
            return True
        return any(self._has(words_of(name)) for name in (event.title, *event.other_names))

    def of_exhibit(self, exhibit: Exhibit) -> bool:
        """Tell whether a statement produces it; true where the case has none."""
        return not self._graph.statements or exhibit.id in self._named.get("exhibits", ())

    def of_dataset(self, dataset: Dataset) -> bool:
        """Tell whether a figure or an allegation takes it; true where the case has no figures."""
        return not self._graph.figures or dataset.id in self._named.get("datasets", ())

    def _has(self, words: tuple[str, ...]) -> bool:
        return bool(words) and f" {' '.join(words)} " in self._graph.once("words of texts", lambda: _words(self._graph))


def _cited(graph: CaseGraph) -> Iterator[str]:
    yield from (key for _, key in cited_keys(graph.case))
    yield from graph.from_each("works cited", _cited_in)
    for table in graph.tables.values():
        yield from re.findall(r"[\w.:-]*\w", " ".join(cell for row in table.rows for cell in row))


def _cited_in(kind: str, record: Record) -> Iterator[str]:
    yield from (key for _, key in cited_keys(record) if (kind, record.id) != ("sources", key))


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


def _holding_required_fields(case: CheckInput) -> Iterator[Looked]:
    """Give the records of which a forum of the filings requires a field."""
    for filing, profile in case.filings:
        for required in profile.required_fields:
            if not _has_own_check(required, profile):
                for holder in holders_of(required, filing, profile, case):
                    yield Looked(f"{holder.kind}/{holder.record_id}")


@check(
    "STR101",
    Severity.ERROR,
    "records with a required field",
    of_form=True,
    tells_gaps=True,
    looks_at=_holding_required_fields,
)
def required_field_missing(case: CheckInput) -> Iterator[Finding]:
    """Find the empty fields that the forums of the filings require; one that several forums require is found once."""
    missing: dict[tuple[str, str, str], list[Missing]] = {}
    for filing, profile in case.filings:
        for required in profile.required_fields:
            for holder in holders_of(required, filing, profile, case):
                if not _has_own_check(required, profile) and _is_missing(holder, required, case):
                    place = (holder.kind, holder.record_id, required.path)
                    missing.setdefault(place, []).append(Missing(holder, required, profile))
    for same in missing.values():
        yield _finding_required_field(case, same)


def _is_missing(holder: Holder, required: RequiredField, case: CheckInput) -> bool:
    """Tell whether a field is empty, and not merely misspelt or unreadable, which is told of it already."""
    is_unread = case.graph.unread.lacks(f"{holder.kind}/{holder.record_id}", required.path)
    return is_empty_at(holder.values, required.path.split(".")) and not is_unread


def _has_own_check(required: RequiredField, profile: Profile) -> bool:
    """Tell whether another check speaks of the field, so that nothing is found twice.

    Those are `filing-without-statement`, `allegation-without-role`, `-provision` and `-evidence`.
    """
    field = required.of, required.path
    is_of_allegation = field in {("allegation", "roles"), ("allegation", "provisions"), ("allegation", "evidence")}
    return is_of_allegation or (profile.document_kind == "statement" and field == ("filing", "statement"))


@dataclass(frozen=True, slots=True)
class Missing:
    """A field that one forum misses in one record."""

    holder: Holder
    required: RequiredField
    profile: Profile

    @property
    def severity(self) -> Severity:
        """Must fix only where the rule was read at its source, or we hold the field necessary ourselves."""
        return self.profile.weight_of(self.required)


def _finding_required_field(case: CheckInput, same: list[Missing]) -> Finding:
    first = same[0]
    required = [one for one in same if not one.required.optional]
    label, wanted = first.required.label, _wanted(same)
    is_of_life = first.holder.kind == "people"  # what others report of somebody; the rest the author says
    rules = dict.fromkeys(note for one in same for note in by_rule(one.profile, one.required))
    return case.finding(
        first.holder.kind, first.holder.record_id,
        f"not recorded for {first.holder.called}: {label}; {wanted}",
        f"add {write_field(first.required.path)}{' with its source' if is_of_life else ''}",
        missing=tuple(first.required.path.split(".")), notes=tuple(rules),
        severity=min((one.severity for one in same), key=lambda severity: severity.rank), gap=label if required else "",
        alike=f"{first.holder.kind} {label} {wanted}",
    )  # fmt: skip


def _wanted(same: list[Missing]) -> str:
    """Say who asks for it: the forums, or we ourselves where none of their rules was read."""
    required = [one for one in same if not one.required.optional]
    ours = [one for one in required if one.profile.is_ours(one.required)]
    theirs = [one for one in required if one not in ours]
    parts = [f"required by {_forums(theirs)}"] if theirs else []
    parts += [f"needed by our own rule before filing in {_forums(ours)}"] if ours else []
    return "; ".join(parts) or f"wanted by {_forums(same)}"


def _forums(found: list[Missing]) -> str:
    *others, last = dict.fromkeys(say.words(one.profile.id) for one in found)
    return f"{', '.join(others)} and {last}" if others else last


@check("STR109", Severity.INFO, "case")
def status_draft(case: CheckInput) -> Iterator[Finding]:
    """Say so where the case is a draft."""
    if case.graph.case.status == "draft":
        yield case.finding(
            "case", case.graph.name, "the case is marked as a draft: its documents are not made for filing",
            "when whoever answers for it has read the whole, write `status: ready` in `case.yaml`", at=("status",),
        )  # fmt: skip


@check("STR103", Severity.INFO, "case")
def status_illustration(case: CheckInput) -> Iterator[Finding]:
    """Say so where the case is an illustration."""
    if case.graph.case.status == "illustration":
        yield case.finding(
            "case", case.graph.name, "the case is an illustration: its documents are never final",
            "to file, read the sources yourself and write `status: draft`", at=("status",),
        )  # fmt: skip


@check("STR112", Severity.INFO, "allegations")
def allegation_draft(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations put forward that say of themselves that they are drafts."""
    for allegation in case.pursued:
        if allegation.status == "draft" and "status" in allegation.model_fields_set:
            yield case.finding(
                "allegations", allegation.id, f"allegation {say.allegation(allegation)} is marked as a draft",
                "when it is complete and somebody has read it, write `status: reviewed`", at=("status",),
            )  # fmt: skip


_PLACE = re.compile(r"\d{1,6}", re.ASCII)
"""A step of the path of a field that is a place in a list."""


def _of_filings(case: CheckInput) -> Iterator[Point]:
    """Give the points of the filings that are looked at, and those of no filing."""
    chosen = None if case.chosen is None else {filing.id for filing in case.chosen}
    yield from (one for one in case.graph.points if chosen is None or one.filing is None or one.filing in chosen)


@check("STR182", Severity.WARNING, "points", looks_at=_of_filings)
def open_point(case: CheckInput) -> Iterator[Finding]:
    """Find the threads in which a point is open, each at the field that it is about."""
    for thread in threads_of(list(_of_filings(case))):
        if is_open(thread):
            first, *others = (point for point in thread if point.status == "open")
            found = _placed(case, first, _finding_open_point(case, first, thread))
            yield replace(found, others=tuple(f"points/{point.id}" for point in others))


def _finding_open_point(case: CheckInput, point: Point, thread: Sequence[Point]) -> Finding:
    on = f" on {marked(point.words)}" if point.words else ""
    where = f" of the document {say.words(point.filing)}" if point.filing else ""
    about = f" about {say.words(point.about)}" if point.about else ""
    last = thread[-1]
    answered = f"; last answered by {_line(last.author)}: {marked(last.text)}" if last is not point else ""
    ids = ", ".join(say.point(one) for one in thread if one.status == "open")
    said = f"{_line(point.author)} left a point open{about}{on}{where}: {marked(point.text)}{answered}"
    return case.finding(
        "points", point.id, said,
        f"answer it, then write `status: settled` at {ids} in the open points", at=("text",),
        filing=point.filing or "",
    )  # fmt: skip


def _placed(case: CheckInput, point: Point, finding: Finding) -> Finding:
    """Return the finding at the field that the point is about, where there is one; else at the point."""
    record, _, field = (point.about or "").partition("#")
    kind, _, key = record.partition("/")
    if kind != "case" and not case.graph.has(kind, key):
        return finding
    steps = tuple(int(step) if _PLACE.fullmatch(step) else step for step in field.split(".") if step)
    return replace(finding, span=case.graph.span(kind, key, *steps))


def _line(words: str) -> str:
    return " ".join(words.split()).replace("`", "'")


_MOST = 12
"""Records that one finding names; how many there are besides is told."""


def _records_to_be_used(case: CheckInput) -> Iterator[Looked]:
    """Give the records that something may lead to; where some could not be read none can be told."""
    why = "some records could not be read" if case.graph.left_out else ""
    for kind in _KINDS:
        yield from (Looked(f"{kind}/{key}", why) for key in case.graph.records.get(kind, ()))


@check("STR137", Severity.INFO, "records that something leads to", looks_at=_records_to_be_used)
def record_not_used(case: CheckInput) -> Iterator[Finding]:
    """Find the records that are not used, once for each kind; where some could not be read nothing is sure."""
    uses = Uses(case.graph)
    unused = {
        "sources": [one.id for one in case.graph.sources if not uses.of_source(one)],
        "quotations": [one.id for one in case.graph.quotations if not uses.of_quotation(one)],
        "events": [one.id for one in case.graph.events if not uses.of_event(one)],
        "exhibits": [one.id for one in case.graph.exhibits if not uses.of_exhibit(one)],
        "datasets": [one.id for one in case.graph.datasets if not uses.of_dataset(one)],
    }
    for kind, ids in unused.items() if not case.graph.left_out else ():
        if ids:
            yield _finding_record_used(case, kind, ids)


def _finding_record_used(case: CheckInput, kind: str, ids: list[str]) -> Finding:
    one = KIND_BY_KEY[kind].singular
    what = f"{len(ids)} {one}s" if len(ids) > 1 else f"one {one}"
    more = f" and {len(ids) - _MOST} more" if len(ids) > _MOST else ""
    found = case.finding(
        kind, ids[0], f"nothing in the case leads to {what}: {say.sources(ids[:_MOST])}{more}",
        "cite each where it belongs, or take it out",
    )  # fmt: skip
    return replace(found, others=tuple(f"{kind}/{one}" for one in ids[1:]))


_KINDS = ("sources", "quotations", "events", "exhibits", "datasets")


_Left = tuple[str, Span]
"""A field and the place of the text in it."""


def _records(case: CheckInput) -> Iterator[tuple[str, str, MappingNode]]:
    """Give the case and its records; none while it is the starter itself."""
    if case.graph.case.title == starter_title():
        return
    yield "case", case.graph.name, case.graph.case_node
    for (kind, key), node in case.graph.nodes.items():
        if case.graph.has(kind, key):
            yield kind, key, node


@check("STR177", Severity.WARNING, "records of a case of one's own", looks_at=_records)
def starter_text_left(case: CheckInput) -> Iterator[Finding]:
    """Find the texts, once for each record that has some."""
    for kind, key, node in _records(case):
        left = list(_left(case, kind, key, node))
        if left:
            fields = list(dict.fromkeys(field for field, _ in left))
            named = ", ".join(map(say.field, fields))
            verb = "is" if len(left) == 1 else "are"
            further = [f"{say.field(field)} in {_place(span)}" for field, span in left[1:]]
            found = case.finding(
                kind, key,
                f"{named} of {say.words(f'{kind}/{key}')} {verb} still the invented text of the starter case",
                "write your own there, or delete it; where the whole record is the starter's, delete the record",
                notes=(f"further: {', '.join(further)}",) if further else (),
            )  # fmt: skip
            yield Finding(found.record, left[0][1], found.message, found.help, found.notes)


def _left(case: CheckInput, kind: str, key: str, node: MappingNode) -> Iterator[_Left]:
    for loc, value, words in texts_in(node) if may_have_left(kind, node) else ():
        if is_left(kind, key, words) and not (kind == "case" and loc[0] in KIND_BY_KEY):
            field = ".".join(str(step) for step in loc if isinstance(step, str))
            yield field, line_of(words, value, case.graph.texts.get(value.span.path, ""))


def _place(span: Span) -> str:
    """Return the line, or the sheet with the cell."""
    return str(span).rpartition("#")[2] if sheet_of(span) else f"line {span.line}"
