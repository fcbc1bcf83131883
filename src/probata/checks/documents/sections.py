"""What a document holds: the sections, tables and sentences that its forum wants or does not take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import takewhile

from probata.checks.engine.case import CheckInput, Drafted
from probata.checks.engine.check import ALL_DOCUMENTS, BY_RULE, check
from probata.checks.engine.finding import Finding
from probata.checks.engine.places import at_composed, origin_of, record_at
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
    """Return the short names of the sections that hold something besides gaps and the signature."""
    named = _named(drafted.document.blocks)
    headed = {name for name, below in named if has_text(one for one in below if not _is_signature(one))}
    return frozenset(headed | {section.place or section.id for section in printed_sections(drafted, graph)})


def printed_sections(drafted: Drafted, graph: CaseGraph) -> Iterator[Narrative]:
    """Give the narrative sections that a document prints, one for each of their paragraphs."""
    for block in walk_blocks(drafted.document.blocks):
        if isinstance(block, Paragraph) and block.origin and block.origin.record.startswith("narrative/"):
            section = graph.find("narrative", Narrative, block.origin.record.partition("/")[2])
            if section:
                yield section


def _named(blocks: Sequence[Block]) -> Iterator[tuple[str, Sequence[Block]]]:
    """Give every id with the blocks under it: of a heading all up to the next of its level or the signature."""
    for position, block in enumerate(blocks):
        if isinstance(block, Heading):
            level, below = block.level, blocks[position + 1 :]
            ends = (n for n, one in enumerate(below) if isinstance(one, Heading) and one.level <= level)
            signed = (n for n, one in enumerate(below) if _is_signature(one))
            yield block.id, below[: min(next(ends, len(below)), next(signed, len(below)))]
        elif isinstance(block, Paragraph) and block.id:
            yield block.id, (block,)


def _is_signature(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.SIGNATURE


def _drafts(case: CheckInput) -> Iterator[tuple[Filing, Profile, Drafted]]:
    """Give the filings that are composed, each with its forum and document."""
    for filing, profile in case.filings:
        if drafted := case.drafts.get(filing.id):
            yield filing, profile, drafted


@check("STR201", Severity.WARNING, "documents", raised=BY_RULE, of_form=True)
def section_missing(case: CheckInput) -> Iterator[Finding]:
    for filing, profile, drafted in _drafts(case):
        filled, lacking = filled_sections(drafted, case.graph), dict[tuple[str, Severity], list[str]]()
        for name in profile.sections.required:
            rule = profile.rule(profile.sections.rules.get(name, ""))
            weight = rule.heaviest if rule else Severity.WARNING
            # What a forum wants it wants of the document that it is sent.
            weight = Severity.INFO if filing.version == "public" else weight
            verb = "requires" if weight is Severity.ERROR else "asks for"
            lacking.setdefault((verb, weight), []).extend([name] if name not in filled else [])
        lacking[("recommends", Severity.INFO)] = [one for one in profile.sections.recommended if one not in filled]
        for (verb, weight), names in lacking.items():
            if names:
                rules = (profile.rule(profile.sections.rules.get(name, "")) for name in names)
                notes = tuple(dict.fromkeys(note for rule in rules for note in rule_note(rule)))
                said = f"the document {say.filing(filing)} has nothing in the section{'s' * (len(names) > 1)} "
                said += f"{say.listed(names)}, which {say.words(profile.id)} {verb}"
                step = (
                    f"record what belongs there: docs/forums/{profile.id}.md says from which records the part is made"
                )
                yield case.finding("filings", filing.id, said, step, notes=notes, severity=weight)


@check("STR202", Severity.WARNING, "documents", raised=BY_RULE)
def section_not_accepted(case: CheckInput) -> Iterator[Finding]:
    for filing, profile, drafted in _drafts(case):
        present = {name for name, _ in _named(drafted.document.blocks)}
        present |= {section.place or section.id for section in printed_sections(drafted, case.graph)}
        for name in profile.sections.forbidden:
            if name in present:
                step = "take it out of the template, or move the text to a filing that takes it"
                rule = profile.sections.rules.get(name, "")
                yield _not_accepted(case, filing, profile, rule, f"the section {say.words(name)}", step)


def _not_accepted(case: CheckInput, filing: Filing, profile: Profile, rule_id: str, what: str, step: str) -> Finding:
    rule = profile.rule(rule_id)
    said, weight = (
        f"the document has {what}, which {say.words(profile.id)} does not take",
        rule.heaviest if rule else None,
    )
    return case.finding("filings", filing.id, said, step, notes=rule_note(rule), severity=weight)


@check("STR204", Severity.WARNING, ALL_DOCUMENTS)
def narrative_not_printed(case: CheckInput) -> Iterator[Finding]:
    drafts = case.drafts.values()
    printed = {(one.place or one.id, one.order) for draft in drafts for one in printed_sections(draft, case.graph)}
    known = sorted({place for drafted in drafts for place in drafted.places})
    for section in case.graph.narrative:
        place = section.place or section.id
        if (place, section.order) not in printed:
            near = get_close_matches(place, known, 1)
            said = f"the section {say.section(section)} stands in no document of this case"
            step = "give it a `place` that one of the documents prints: docs/first-steps.md names them"
            step = f"did you mean `place: {near[0]}`?" if near and near[0] != place else step
            yield case.finding("narrative", section.id, said, step, at=("place",) if section.place else ())


KINDS = {"picture": Picture, "table": Table, "quotation": Quote, "contents": Contents}


@check("STR203", Severity.WARNING, "documents", raised=BY_RULE)
def block_not_accepted(case: CheckInput) -> Iterator[Finding]:
    for filing, profile, drafted in _drafts(case):
        for name in profile.blocks.forbidden:
            if count := sum(isinstance(block, KINDS[name]) for block in walk_blocks(drafted.document.blocks)):
                what, step = f"{count} of the kind {say.words(name)}", "take it out of the text or of the template"
                yield _not_accepted(case, filing, profile, profile.blocks.rule or "", what, step)


@check("STR205", Severity.WARNING, "documents", raised=BY_RULE)
def kind_missing(case: CheckInput) -> Iterator[Finding]:
    for filing, profile, drafted in _drafts(case):
        if not filing.statement and profile.document_kind == "statement":
            continue
        blocks = tuple(walk_blocks(drafted.document.blocks))
        present = {name for name, kind in KINDS.items() if any(isinstance(block, kind) for block in blocks)}
        sentences = {block.sentence for block in blocks if isinstance(block, Paragraph)}
        for wanted, found, what in (
            (profile.blocks, present, "block"),
            (profile.sentence_kinds, sentences, "sentence"),
        ):
            rule = profile.rule(wanted.rule or "")
            kinds = [(name, "requires", rule.heaviest if rule else Severity.WARNING) for name in wanted.required]
            kinds += [(name, "recommends", Severity.INFO) for name in wanted.recommended]
            for name, verb, weight in kinds:
                if name not in found:
                    said = (
                        f"the document holds no {what} of kind {say.words(name)}, which {say.words(profile.id)} {verb}"
                    )
                    step = "add one; where there is none to add, say in the document why and decide the finding"
                    yield case.finding("filings", filing.id, said, step, notes=rule_note(rule), severity=weight)


_WORDS = 6


@check("DRA201", Severity.INFO, "documents", of_form=True)
def sentence_not_accepted(case: CheckInput) -> Iterator[Finding]:
    for filing, profile, drafted in _drafts(case):
        for paragraph in filter(origin_of, drafted.left_out):
            kind, record, loc = record_at(origin_of(paragraph), filing, case)
            start = " ".join(plain_text(paragraph.inlines).split()[:_WORDS])
            said = f"the paragraph that begins `{start} …` is left out of {say.filing(filing)}: it is of kind "
            said += f"{say.words(paragraph.sentence)}, which {say.words(profile.id)} does not take"
            step = (
                "leave it so, name the forums that it is for, or give it the kind that it is (`{kind=fact}` above it)"
            )
            notes, alike = rule_note(profile.rule(profile.sentence_kinds.rule or "")), f"{start} {filing.id}"
            finding = case.finding(kind, record, said, step, at=loc, notes=notes, alike=alike)
            yield at_composed(finding, case.graph, start, 0, len(start))


@check("STR207", Severity.ERROR, "documents", of_form=True)
def first_page_incomplete(case: CheckInput) -> Iterator[Finding]:
    """Find the documents with gaps before their first heading; one finding each.

    A required field that is empty has a finding at the record that should hold it, and not here again.
    """
    for filing, profile, drafted in _drafts(case):
        blocks = tuple(takewhile(lambda block: not isinstance(block, Heading), drafted.document.blocks))
        gaps = [
            inline.text
            for inline in inlines_in_order(blocks)
            if isinstance(inline, Gap) or (isinstance(inline, Text) and inline.origin == NOTHING)
        ]
        required = tuple(label.lower() for label in missing_labels(filing, profile, case)) if gaps else ()
        if left := [gap for gap in dict.fromkeys(gaps) if not gap.lower().startswith(required)]:
            said = f"the first page of {say.filing(filing)} is not complete: {', '.join(left)}"
            step = "record what is missing there; a draft shows the places in brackets"
            notes = (f"{OURS}: nothing goes out whose first page says that something is missing",)
            yield case.finding("filings", filing.id, said, step, notes=notes)
