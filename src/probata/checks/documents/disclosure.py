"""What a document would tell its readers: victims without consent, confidential sources, whoever submits it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check
from probata.checks.engine.finding import Finding
from probata.checks.records.consents import parts_of
from probata.checks.support.required_fields import rule_note
from probata.checks.tenures.sure_days import FULL_AGE, births_of, is_minor
from probata.citation.library import is_schedule
from probata.diagnostics import Severity, say
from probata.disclosure import NameSearch, covers_use, names_of
from probata.document.blocks import Block, Blocks, Heading, Paragraph, Picture, Role
from probata.document.inlines import CrossRef, Gap, Inlines, Note, NoteRef, Text
from probata.document.rebuild import map_children
from probata.document.tree import Document
from probata.document.walk import child_blocks, own_inlines, plain_text, walk_blocks, walk_inlines, without_section
from probata.forum import Profile
from probata.graph.case_graph import CaseGraph
from probata.graph.filings import supported_filings
from probata.model.case_file import Filing
from probata.model.dates import Answer
from probata.model.name import PersonName
from probata.model.person import Person
from probata.model.source_record import Source
from probata.model.statement import Statement

# Who comes to see a filing: the readers of its forum, and those of the filings that it supports.

CALLED = {"accused": "the person accused", "state": "the State", "public": "the public"}
"""How findings call those who read a document besides whoever decides on it."""


def audiences_of(case: CheckInput, filing: Filing) -> tuple[str, ...]:
    """Return the audiences of a filing, in the order of its forum; none where its forum is not known."""
    read = (filing, *supported_filings(case.graph, filing))
    profiles = (profile for one in read if (profile := case.profiles.get(one.forum)))
    return tuple(dict.fromkeys(audience for profile in profiles for audience in profile.disclosure.audiences))


def others_who_read(case: CheckInput, filing: Filing) -> str:
    """Return who reads a filing besides whoever decides on it, in words; empty where nobody does."""
    return " and ".join(CALLED[one] for one in audiences_of(case, filing) if one in CALLED)


# The sentences of a document that name somebody, each by its words alone, wherever it stands.
# Numbers, references and gaps are left out: they move or are corrected for reasons that have nothing to do with the
# name.

_STOP = re.compile(r"(?<=[.!?])[”’»\")\]]*\s+(?=[“‘«¿¡\"(\[]*[^\W\d_a-zß-öø-ÿ])")
_NOT_FILLED = re.compile(r"\{\{[^{}]*\}\}")
"""A name in double braces as a text shows it that has a fault elsewhere: a number or title stands there else."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def namings(texts: Iterable[Inlines], named: NameSearch) -> tuple[str, ...]:
    """Return the words of each sentence that names, with the sentence behind it, which may say more of whom is named.

    A second one of the same words is told by its number, so that one that is added is another.
    """
    count: Counter[str] = Counter()
    found: list[str] = []
    for words in (one for text in texts for one in _sentences(plain_text(_without_what_moves(text)), named)):
        count[words] += 1
        found.append(f"{say.words(words)} {count[words]}" if count[words] > 1 else say.words(words))
    return tuple(found)


def _sentences(text: str, named: NameSearch) -> Iterator[str]:
    sentences = _STOP.split(_NOT_FILLED.sub("", text))
    for position, sentence in enumerate(sentences):
        if named.found(sentence):
            behind = " ".join(one for one in sentences[position + 1 : position + 2] if not named.found(one))
            yield " ".join(_WORD.findall(f"{sentence} {behind}")) or sentence.replace("`", "'")


def _without_what_moves(inlines: Inlines) -> Inlines:
    kept = (inline for inline in inlines if not isinstance(inline, (CrossRef, NoteRef, Gap)))
    return tuple(map_children(inline, _without_what_moves) for inline in kept)


_PARTS = frozenset({"victim", "witness"})


@check(
    "STR209",
    Severity.WARNING,
    "documents",
    raised="must fix where the person is under age",
    looks_at=lambda case: (filing for filing, _ in case.filings if any(True for _ in _asked_for(case, filing))),
)
def victim_named_without_consent(case: CheckInput) -> Iterator[Finding]:
    """Find the victims and witnesses whom each document names without a consent for it."""
    for filing, profile in case.filings:
        days = (case.graph.case.as_of, filing.date)
        audiences = audiences_of(case, filing)
        agreed = {one.person for one in case.graph.consents if covers_use(one, filing.forum, audiences, days)}
        asked = {person.id: person for person in _asked_for(case, filing) if person.id not in agreed}
        others = [person for person in case.graph.people if person.id not in asked]
        named = set(_named(names_of(asked.values(), others), _texts_and_notes(case, filing) if asked else ()))
        yield from (
            _finding_victim_named(case, filing, profile, person) for person in asked.values() if person.id in named
        )


def _named(names: dict[str, tuple[str, ...]], texts: Iterable[str]) -> Iterator[str]:
    """Give the persons whom one of the texts names; the family name in somebody's full name is nobody else's."""
    search = NameSearch(names)
    return (person for text in texts for person in search.persons_in(text))


def _asked_for(case: CheckInput, filing: Filing) -> Iterator[Person]:
    """Give the victims and witnesses, without those whom a filing is about and who makes its statement."""
    if filing.id not in case.drafts:
        return
    made = case.graph.find("statements", Statement, filing.statement or "")
    apart = {*case.graph.case.persons_concerned, *filing.persons, made.person if made else ""}
    for person in case.graph.people:
        if person.id not in apart and parts_of(case)[person.id] & _PARTS:
            yield person


def _texts_and_notes(case: CheckInput, filing: Filing) -> Iterator[str]:
    """Give what a document says itself, its notes too; a work that is cited may have the name in its title."""
    drafted = case.drafts[filing.id]
    yield from drafted.notes
    for block in walk_blocks(_without_works(drafted.document.blocks)):
        if not (isinstance(block, Paragraph) and block.role is Role.BIBLIOGRAPHY):
            yield plain_text(own_inlines(block))


def _without_works(blocks: Blocks) -> Blocks:
    """Return the blocks with an evidence schedule that says of its works what we say, and not how they are called."""

    def without(block: Block) -> Block:
        if not is_schedule(block):
            return block
        return replace(block, rows=tuple(replace(row, cells=(row.cells[0], *row.cells[2:])) for row in block.rows))

    return tuple(map(without, blocks))


def _finding_victim_named(case: CheckInput, filing: Filing, profile: Profile, person: Person) -> Finding:
    severity, why = _weight(case, filing, person)
    part = "victim" if "victim" in parts_of(case)[person.id] else "witness"
    rule = profile.rule(profile.disclosure.consent_rule or "")
    return case.finding(
        "people", person.id,
        f"{say.filing(filing)} names the {part} {say.person(person)}, and no consent that covers it is recorded{why}",
        "record the consent for this forum and its readers in `consents.yaml`, or set `consent_required: true`, which "
        "leaves the name out",
        at=("name",), notes=rule_note(rule), severity=severity,
        alike=f"{part} {why}", filing=filing.id,
    )  # fmt: skip


def _weight(case: CheckInput, filing: Filing, person: Person) -> tuple[Severity, str]:
    """Return how much it weighs, and what makes it so."""
    births, day = births_of(person), filing.date or case.graph.case.as_of
    minor = is_minor(births, day) if births and day else Answer.NO
    if minor is Answer.CERTAIN:
        return Severity.ERROR, f"; the person is under {FULL_AGE} on its day"
    if minor is Answer.POSSIBLE:
        return Severity.WARNING, f"; the person may be under {FULL_AGE} on its day"
    recorded = case.once("who has consents", lambda: {one.person for one in case.graph.consents})
    stated = case.once("who makes statements", lambda: {one.person for one in case.graph.statements})
    if person.id in recorded:
        return Severity.WARNING, "; what is recorded was refused, taken back or given for another use"
    if person.id in stated:
        return Severity.WARNING, "; a statement of the person is recorded"
    return Severity.INFO, ""


_SHOWN = 5
"""Places that the message names; a note names them all."""


def _filings_hiding_sources(case: CheckInput) -> Iterator[Looked]:
    """Give the documents whose forum keeps its sources confidential; without a name to look for it cannot be told."""
    known = _names(case.graph)
    for filing, profile in case.filings:
        if filing.id in case.drafts and profile.disclosure.source_confidential:
            yield Looked(f"filings/{filing.id}", "" if known else "who prepared the case is not recorded")


@check("DRA204", Severity.ERROR, "documents", looks_at=_filings_hiding_sources)
def source_named(case: CheckInput) -> Iterator[Finding]:
    """Find the filings that name their own source, once each."""
    named = NameSearch({"source": _names(case.graph)})
    for filing, profile in case.filings if named else ():
        if filing.id in case.drafts and profile.disclosure.source_confidential and not filing.source_may_be_named:
            texts = _printed_texts(case.drafts[filing.id].document, profile.disclosure.source_sheet)
            found = [(text, place) for text, place in texts if named.found(plain_text(text))]
            if found:
                places = list(dict.fromkeys(place for _, place in found))
                said = namings((text for text, _ in found), named)
                rule = profile.rule(profile.disclosure.source_rule or "")
                rest = len(places) - _SHOWN
                notes = [f"it is named in {', '.join(places)}"] if rest > 0 else []
                notes += [f"rule {say.words(rule.id)}: {rule.text}"] if rule else []
                yield case.finding(
                    "filings", filing.id,
                    f"{say.filing(filing)} names its source, which {say.words(profile.id)} keeps confidential, in "
                    f"{', '.join(places[:_SHOWN])}{f' and {rest} more' if rest > 0 else ''}",
                    "write `the source` in its place and leave out what only the source has published; where the "
                    "source agrees to be named to all readers of this filing, record `source_may_be_named: true` in it",
                    notes=tuple(notes), severity=rule.heaviest if rule else None, settled=said,
                )  # fmt: skip


def _names(graph: CaseGraph) -> tuple[str, ...]:
    """Return every form in which a text may name those who prepare the case."""
    author = graph.case.prepared_by
    texts = [text for text in (author.organisation, author.contact, author.address) if text]
    if author.name:
        recorded = [person for person in graph.people if person.name.display == author.name]
        own = recorded or [Person(id="author", name=PersonName(full=author.name))]
        others = [person for person in graph.people if person not in recorded]
        texts += (form for forms in names_of(own, others).values() for form in forms)
    return tuple(dict.fromkeys(texts))


def _printed_texts(document: Document, sheet: str | None) -> Iterator[tuple[Inlines, str]]:
    """Give each text that is printed outside the sheet of the source, in whichever part, with its place."""
    meta = document.meta
    for line in (meta.title, meta.short_title, meta.subject, *meta.running):
        yield (Text(line),), "the title or the head of the pages"
    for block, number in _blocks(without_section(document.blocks, sheet)):
        own = own_inlines(block)
        yield own, _place(block, number)
        if isinstance(block, Picture):
            yield (Text(block.alternative),), _place(block, number)
        for note in (inline for inline in walk_inlines(own) if isinstance(inline, Note)):
            for inner in walk_blocks(note.blocks):
                yield own_inlines(inner), f"note {note.number}"


def _blocks(blocks: Blocks, number: str = "") -> Iterator[tuple[Block, str]]:
    """Give each block with the number of the paragraph that it stands in or behind."""
    for block in blocks:
        if isinstance(block, (Paragraph, Heading)) and block.number:
            number = block.number
        yield block, number
        yield from _blocks(child_blocks(block), number)


def _place(block: Block, number: str) -> str:
    if isinstance(block, Heading):
        return f"the heading of {number}" if number else "a heading"
    if isinstance(block, Paragraph) and block.role is Role.BIBLIOGRAPHY:
        return "the list of sources"
    own = number if isinstance(block, Paragraph) and block.number else ""
    return f"paragraph {own}" if own else f"a text behind {number}" if number else "the first page"


def _filings_read_by_others(case: CheckInput) -> Iterator[Looked]:
    """Give the documents that others read; whether a reference hides who is to be hidden, no record says."""
    cited: dict[str, list[str]] = {filing.id: [] for filing, _ in case.filings if _is_read(case, filing)}
    for filing, source, _ in _shown(case):
        cited[filing.id] += [source.id] if source.confidentiality == "anonymise" else []
    for filing_id, hiding in cited.items():
        yield Looked(f"filings/{filing_id}", "no record says what a reference may show" if hiding else "")


@check("EVI201", Severity.WARNING, "documents", looks_at=_filings_read_by_others)
def confidential_source_shown(case: CheckInput) -> Iterator[Finding]:
    """Find the confidential sources that each document shows to others than its addressee."""
    for filing, source, readers in _shown(case):
        if source.confidentiality == "confidential":
            yield case.finding(
                "sources", source.id,
                f"source {say.source(source)} is marked confidential, and {say.filing(filing)}, which {readers} may "
                "read, prints its reference",
                "take the citation out of this filing, or write the reference so that it shows nobody and mark it "
                "`anonymise`",
                at=("confidentiality",), alike=readers, filing=filing.id,
            )  # fmt: skip


def _shown(case: CheckInput) -> Iterator[tuple[Filing, Source, str]]:
    """Give the sources that documents cite, with the words for those who read the document besides its addressee."""
    for filing, _ in case.filings:
        for key in case.drafts[filing.id].cited if _is_read(case, filing) else ():
            if source := case.graph.find("sources", Source, key):
                yield filing, source, others_who_read(case, filing)


def _is_read(case: CheckInput, filing: Filing) -> bool:
    return filing.id in case.drafts and bool(others_who_read(case, filing))
