"""What a document holds: the sections, tables and sentences that its forum wants or does not take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import takewhile

from probata.checks.engine.case import CheckInput, Drafted
from probata.checks.engine.check import ALL_DOCUMENTS, BY_RULE, check
from probata.checks.engine.finding import Finding
from probata.checks.engine.places import origin_of, record_at
from probata.checks.prose.composed import at_composed
from probata.checks.support.required_fields import OURS, missing_labels, rule_note
from probata.diagnostics import Severity, say
from probata.document.blocks import Block, Contents, Heading, Paragraph, Picture, Quote, Role, Table
from probata.document.inlines import Gap, Text
from probata.document.origin import NOTHING
from probata.document.walk import has_text, inlines_in_order, plain_text, walk_blocks
from probata.forum import Profile
from probata.graph.case_graph import CaseGraph
from probata.model.case_file import Filing
from probata.model.narrative import Narrative


def filled_sections(drafted: Drafted, graph: CaseGraph) -> frozenset[str]:
    """Return the short names of the sections that hold something besides gaps."""
    blocks = drafted.document.blocks
    headed = (name for name, below in _named(blocks) if has_text(one for one in below if not _is_signature(one)))
    return frozenset(headed) | frozenset(_places(blocks, graph))


def present_sections(drafted: Drafted, graph: CaseGraph) -> frozenset[str]:
    """Return the short names of the sections that stand in the document, be it with nothing but gaps."""
    blocks = drafted.document.blocks
    return frozenset(name for name, _ in _named(blocks)) | frozenset(_places(blocks, graph))


def _is_signature(block: Block) -> bool:
    """Tell whether a block is of the signature, which stands below the last section and is none of its text."""
    return isinstance(block, Paragraph) and block.role is Role.SIGNATURE


def _named(blocks: Sequence[Block]) -> Iterator[tuple[str, Sequence[Block]]]:
    """Give every id with the blocks under it: of a heading all up to the next of its level or the signature."""
    for position, block in enumerate(blocks):
        if isinstance(block, Heading):
            yield block.id, _below(block, blocks[position + 1 :])
        elif isinstance(block, Paragraph) and block.id:
            yield block.id, (block,)


def _below(heading: Heading, blocks: Sequence[Block]) -> Sequence[Block]:
    return blocks[: next((n for n, block in enumerate(blocks) if _ends(block, heading)), len(blocks))]


def _ends(block: Block, heading: Heading) -> bool:
    match block:
        case Heading(level=level):
            return level <= heading.level
        case Paragraph(role=role):
            return role is Role.SIGNATURE
        case _:
            return False


def printed_sections(drafted: Drafted, graph: CaseGraph) -> Iterator[Narrative]:
    """Give the narrative sections that a document prints, one for each of their paragraphs."""
    return _printed(drafted.document.blocks, graph)


def _places(blocks: Sequence[Block], graph: CaseGraph) -> Iterator[str]:
    return (section.place or section.id for section in _printed(blocks, graph))


def _printed(blocks: Sequence[Block], graph: CaseGraph) -> Iterator[Narrative]:
    for block in walk_blocks(tuple(blocks)):
        if isinstance(block, Paragraph) and block.origin and block.origin.record.startswith("narrative/"):
            section = graph.find("narrative", Narrative, block.origin.record.partition("/")[2])
            if section:
                yield section


@check("STR201", Severity.WARNING, "documents", raised=BY_RULE, of_form=True)
def section_missing(case: CheckInput) -> Iterator[Finding]:
    """Find the sections required and recommended that hold nothing."""
    for filing, profile in case.filings:
        drafted = case.drafts.get(filing.id)
        if drafted is None:
            continue
        filled = filled_sections(drafted, case.graph)
        lacking = [name for name in profile.sections.required if name not in filled]
        for weight in Severity:
            if names := [name for name in lacking if _weight(profile, name) is weight]:
                wanted = "requires" if weight is Severity.ERROR else "asks for"
                yield _finding_section_missing(case, filing, profile, names, wanted, weight)
        if names := [name for name in profile.sections.recommended if name not in filled]:
            yield _finding_section_missing(case, filing, profile, names, "recommends", Severity.INFO)


def _weight(profile: Profile, name: str) -> Severity:
    rule = profile.rule(profile.sections.rules.get(name, ""))
    return rule.heaviest if rule else Severity.WARNING


def _finding_section_missing(
    case: CheckInput, filing: Filing, profile: Profile, names: list[str], wanted: str, severity: Severity
) -> Finding:
    rules = (profile.rule(profile.sections.rules.get(name, "")) for name in names)
    sections = f"the section{'s' * (len(names) > 1)} {say.listed(names)}"
    return case.finding(
        "filings", filing.id, f"the document {say.filing(filing)} has nothing in {sections}, which "
        f"{say.words(profile.id)} {wanted}",
        f"record what belongs there: the page docs/forums/{profile.id}.md says from which records the part is made",
        notes=tuple(dict.fromkeys(note for rule in rules for note in rule_note(rule))), severity=severity,
    )  # fmt: skip


@check("STR202", Severity.WARNING, "documents", raised=BY_RULE)
def section_not_accepted(case: CheckInput) -> Iterator[Finding]:
    """Find the sections that a forum forbids."""
    for filing, profile in case.filings:
        drafted = case.drafts.get(filing.id)
        present = present_sections(drafted, case.graph) if drafted else frozenset()
        for name in profile.sections.forbidden:
            if name in present:
                rule = profile.rule(profile.sections.rules.get(name, ""))
                yield case.finding(
                    "filings", filing.id,
                    f"the document has the section {say.words(name)}, which {say.words(profile.id)} does not take",
                    "take it out of the template, or move the text to a filing that takes it",
                    notes=rule_note(rule),
                    severity=rule.heaviest if rule else None,
                )  # fmt: skip


@check("STR204", Severity.WARNING, ALL_DOCUMENTS)
def narrative_not_printed(case: CheckInput) -> Iterator[Finding]:
    """Find the sections whose place and order no document prints."""
    printed = {_seat(found) for drafted in case.drafts.values() for found in printed_sections(drafted, case.graph)}
    known = sorted({place for drafted in case.drafts.values() for place in drafted.places})
    for section in case.graph.narrative:
        place, _ = _seat(section)
        if _seat(section) not in printed:
            near = get_close_matches(place, known, 1)
            yield case.finding(
                "narrative", section.id, f"the section {say.section(section)} stands in no document of this case",
                f"did you mean `place: {near[0]}`?" if near and near[0] != place else
                "give it a `place` that one of the documents prints: docs/first-steps.md names them",
                at=("place",) if section.place else (),
            )  # fmt: skip


def _seat(section: Narrative) -> tuple[str, int]:
    return section.place or section.id, section.order


KINDS = {"picture": Picture, "table": Table, "quotation": Quote, "contents": Contents}


@check("STR203", Severity.WARNING, "documents", raised=BY_RULE)
def block_not_accepted(case: CheckInput) -> Iterator[Finding]:
    """Find the kinds of blocks that a forum forbids, each kind once for a filing."""
    for filing, profile in case.filings:
        drafted = case.drafts.get(filing.id)
        blocks = tuple(walk_blocks(drafted.document.blocks)) if drafted else ()
        for name in profile.blocks.forbidden:
            count = sum(1 for block in blocks if isinstance(block, KINDS[name]))
            if count:
                rule = profile.rule(profile.blocks.rule or "")
                yield case.finding(
                    "filings", filing.id,
                    f"the document holds {count} of the kind {say.words(name)}, which {say.words(profile.id)} does not "
                    "take",
                    "take it out of the text or of the template",
                    notes=rule_note(rule),
                    severity=rule.heaviest if rule else None,
                )  # fmt: skip


@check("STR205", Severity.WARNING, "documents", raised=BY_RULE)
def kind_missing(case: CheckInput) -> Iterator[Finding]:
    """Find the kinds required and recommended of which a document holds none."""
    for filing, profile in case.filings:
        drafted = case.drafts.get(filing.id)
        if drafted and (filing.statement or profile.document_kind != "statement"):
            yield from _of_filing(case, filing, profile, drafted)


def _of_filing(case: CheckInput, filing: Filing, profile: Profile, drafted: Drafted) -> Iterator[Finding]:
    blocks = tuple(walk_blocks(drafted.document.blocks))
    present = {name for name, kind in KINDS.items() if any(isinstance(block, kind) for block in blocks)}
    said = {block.sentence for block in blocks if isinstance(block, Paragraph)}
    for wanted, found, what in ((profile.blocks, present, "block"), (profile.sentence_kinds, said, "sentence")):
        rule = profile.rule(wanted.rule or "")
        heaviest = rule.heaviest if rule else Severity.WARNING
        for names, verb, severity in (
            (wanted.required, "requires", heaviest),
            (wanted.recommended, "recommends", Severity.INFO),
        ):
            for name in names:
                if name not in found:
                    yield case.finding(
                        "filings", filing.id,
                        f"the document holds no {what} of the kind {say.words(name)}, which {say.words(profile.id)} "
                        f"{verb}",
                        "add one; where there is none to add, say in the document why and decide the finding",
                        notes=rule_note(rule), severity=severity,
                    )  # fmt: skip


_WORDS = 6


@check("DRA201", Severity.INFO, "documents", of_form=True)
def sentence_not_accepted(case: CheckInput) -> Iterator[Finding]:
    """Find the paragraphs of records that a forum does not take; those of its own template are no finding."""
    for filing, profile in case.filings:
        drafted = case.drafts.get(filing.id)
        for paragraph in drafted.left_out if drafted else ():
            if origin_of(paragraph):
                kind, record_id, loc = record_at(origin_of(paragraph), filing, case)
                start = " ".join(plain_text(paragraph.inlines).split()[:_WORDS])
                rule = profile.rule(profile.sentence_kinds.rule or "")
                finding = case.finding(
                    kind, record_id,
                    f"the paragraph that begins `{start} …` is left out of {say.filing(filing)}: it is of kind "
                    f"{say.words(paragraph.sentence)}, which {say.words(profile.id)} does not take",
                    "leave it so, name the forums that it is for, or give it the kind that it is (`{kind=fact}` on the "
                    "line above)",
                    at=loc, notes=rule_note(rule), alike=f"{start} {filing.id}",
                )  # fmt: skip
                yield at_composed(finding, case.graph, start, 0, len(start))


@check("STR207", Severity.ERROR, "documents", of_form=True)
def first_page_incomplete(case: CheckInput) -> Iterator[Finding]:
    """Find the documents with gaps before their first heading; one finding each.

    A gap that is a required field left empty is told of the record that should hold it, and not here again.
    """
    for filing, profile in case.filings:
        drafted = case.drafts.get(filing.id)
        gaps = tuple(dict.fromkeys(_gaps(drafted.document.blocks))) if drafted else ()
        told = tuple(label.lower() for label in missing_labels(filing, profile, case)) if gaps else ()
        if gaps := tuple(gap for gap in gaps if not gap.lower().startswith(told)):
            yield case.finding(
                "filings", filing.id, f"the first page of {say.filing(filing)} is not complete: {', '.join(gaps)}",
                "record what is missing there; a draft shows the places in brackets",
                notes=(f"{OURS}: nothing goes out whose first page says that something is missing",),
            )  # fmt: skip


def _gaps(blocks: Sequence[Block]) -> Iterator[str]:
    first = takewhile(lambda block: not isinstance(block, Heading), blocks)
    for inline in inlines_in_order(tuple(first)):
        if isinstance(inline, Gap) or (isinstance(inline, Text) and inline.origin == NOTHING):
            yield inline.text
