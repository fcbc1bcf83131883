"""What is not finished: drafts, required fields, open points, records that nothing leads to, texts of the example."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from probata.checks.check import check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.by_rule import by_rule
from probata.checks.support.required_fields import Holder, holders_of, is_empty_at, write_field
from probata.checks.support.starter_texts import is_left, line_of, may_have_left, starter_title, texts_in
from probata.checks.support.uses import Uses
from probata.checks.titled import marked
from probata.diagnostics import Severity, Span, say
from probata.diagnostics.span import sheet_of
from probata.forum import Profile, RequiredField
from probata.graph.threads_of_points import is_open, threads_of
from probata.model.kinds import KIND_BY_KEY
from probata.model.point import Point
from probata.source.node import MappingNode


def _looks_at_required_field(case: CheckInput) -> Iterator[Looked]:
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
    looks_at=_looks_at_required_field,
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


def _looks_at_open_point(case: CheckInput) -> Iterator[Looked]:
    """Give the points, settled ones included."""
    yield from (Looked(f"points/{point.id}") for point in _of_filings(case))


@check("STR182", Severity.WARNING, "points", looks_at=_looks_at_open_point)
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


def _of_filings(case: CheckInput) -> Iterator[Point]:
    """Give the points of the filings that are looked at, and those of no filing."""
    chosen = None if case.chosen is None else {filing.id for filing in case.chosen}
    yield from (one for one in case.graph.points if chosen is None or one.filing is None or one.filing in chosen)


_MOST = 12
"""Records that one finding names; how many there are besides is told."""


def _looks_at_record_used(case: CheckInput) -> Iterator[Looked]:
    """Give the records that something may lead to; where some could not be read none can be told."""
    why = "some records could not be read" if case.graph.left_out else ""
    for kind in _KINDS:
        yield from (Looked(f"{kind}/{key}", why) for key in case.graph.records.get(kind, ()))


@check("STR137", Severity.INFO, "records that something leads to", looks_at=_looks_at_record_used)
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


def _looks_at_starter_text(case: CheckInput) -> Iterator[Looked]:
    """Give what is compared."""
    yield from (Looked(f"{kind}/{key}") for kind, key, _ in _records(case))


@check("STR177", Severity.WARNING, "records of a case of one's own", looks_at=_looks_at_starter_text)
def starter_text_left(case: CheckInput) -> Iterator[Finding]:
    """Find the texts, once for each record that has some."""
    for kind, key, node in _records(case):
        left = list(_left(case, kind, key, node))
        if left:
            yield _finding_starter_text(case, kind, key, left)


def _left(case: CheckInput, kind: str, key: str, node: MappingNode) -> Iterator[_Left]:
    for loc, value, words in texts_in(node) if may_have_left(kind, node) else ():
        if is_left(kind, key, words) and not (kind == "case" and loc[0] in KIND_BY_KEY):
            field = ".".join(str(step) for step in loc if isinstance(step, str))
            yield field, line_of(words, value, case.graph.texts.get(value.span.path, ""))


def _finding_starter_text(case: CheckInput, kind: str, key: str, left: list[_Left]) -> Finding:
    fields = list(dict.fromkeys(field for field, _ in left))
    named = ", ".join(map(say.field, fields))
    verb = "is" if len(left) == 1 else "are"
    further = [f"{say.field(field)} in {_place(span)}" for field, span in left[1:]]
    found = case.finding(
        kind, key, f"{named} of {say.words(f'{kind}/{key}')} {verb} still the invented text of the starter case",
        "write your own there, or delete it; where the whole record is the starter's, delete the record",
        notes=(f"further: {', '.join(further)}",) if further else (),
    )  # fmt: skip
    return Finding(found.record, left[0][1], found.message, found.help, found.notes)


def _place(span: Span) -> str:
    """Return the line, or the sheet with the cell."""
    return str(span).rpartition("#")[2] if sheet_of(span) else f"line {span.line}"


def _records(case: CheckInput) -> Iterator[tuple[str, str, MappingNode]]:
    """Give the case and its records; none while it is the starter itself."""
    if case.graph.case.title == starter_title():
        return
    yield "case", case.graph.name, case.graph.case_node
    for (kind, key), node in case.graph.nodes.items():
        if case.graph.has(kind, key):
            yield kind, key, node
