"""What a document would tell its readers: victims without consent, confidential sources, whoever submits it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, itself
from probata.checks.engine.finding import Finding
from probata.checks.records.consents import parts_of
from probata.checks.support.required_fields import rule_note
from probata.checks.tenures.sure_days import FULL_AGE, births_of, is_minor
from probata.citation.library import is_schedule
from probata.diagnostics import Severity, say
from probata.disclosure import NameSearch, covers_use, names_of, use_of
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
    found = [audience for one in _readers_of(case, filing) for audience in one.disclosure.audiences]
    return tuple(dict.fromkeys((*found, *(("public",) if filing.version == "public" else ()))))


def _readers_of(case: CheckInput, filing: Filing) -> list[Profile]:
    read = (filing, *supported_filings(case.graph, filing))
    return [profile for one in read if (profile := case.profiles.get(one.forum))]


# The sentences of a document that name somebody, each by its words alone, wherever it stands.
# Numbers, references and gaps are left out: they move or are corrected for reasons that have nothing to do with the
# name.

_STOP = re.compile(r"(?<=[.!?])[”’»\")\]]*\s+(?=[“‘«¿¡\"(\[]*[^\W\d_a-zß-öø-ÿ])")
_NOT_FILLED = re.compile(r"\{\{[^{}]*\}\}")
"""A name in double braces as a text shows it that has a fault elsewhere: a number or title stands there else."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def namings(texts: Iterable[Inlines], named: NameSearch) -> tuple[str, ...]:
    """Return the words of each sentence that names, with the sentence behind it, which may say more of whom is named.

    A second one of the same words has a number, so that one that is added is another.
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


@check("STR209", Severity.WARNING, "documents", raised="must fix where the person is under age", looks_at=itself)
def victim_named_without_consent(case: CheckInput) -> Iterator[Finding | Looked]:
    for filing, profile in case.filings:
        use = use_of(case.graph, _readers_of(case, filing), filing.date, filing.version)
        agreed = {one.person for one in case.graph.consents if covers_use(one, use)}
        every = _asked_for(case, filing)
        if every:
            yield Looked(f"filings/{filing.id}")
        asked = {person.id: person for person in every if person.id not in agreed}
        # The family name in somebody's full name is nobody else's.
        others = [person for person in case.graph.people if person.id not in asked]
        search = NameSearch(names_of(asked.values(), others))
        texts = _texts_and_notes(case, filing) if asked else ()
        named = {person for text in texts for person in search.persons_in(text)}
        for person in (one for one in asked.values() if one.id in named):
            weight, why = _weight(case, filing, person)
            part = "victim" if "victim" in parts_of(case)[person.id] else "witness"
            said = (
                f"{say.filing(filing)} names the {part} {say.person(person)} without a recorded consent that covers it"
            )
            step = "record the consent for this forum and its readers in `consents.yaml`, or leave the name out by "
            step += "`consent_required: true`"
            notes, alike = rule_note(profile.rule(profile.disclosure.consent_rule or "")), f"{part} {why}"
            at, of = ("name",), filing.id
            yield case.finding(
                "people", person.id, said + why, step, at=at, notes=notes, severity=weight, alike=alike, filing=of
            )


def _asked_for(case: CheckInput, filing: Filing) -> list[Person]:
    """Return the victims and witnesses, without those whom a filing is about and who makes its statement."""
    made = case.graph.find("statements", Statement, filing.statement or "")
    apart = {*case.graph.case.persons_concerned, *filing.persons, made.person if made else ""}
    people = case.graph.people if filing.id in case.drafts else ()
    return [person for person in people if person.id not in apart and parts_of(case)[person.id] & _PARTS]


def _texts_and_notes(case: CheckInput, filing: Filing) -> Iterator[str]:
    """Give what a document says itself, its notes too; a work that is cited may have the name in its title."""
    drafted = case.drafts[filing.id]
    yield from drafted.notes
    for block in walk_blocks(tuple(map(_without_works, drafted.document.blocks))):
        if not (isinstance(block, Paragraph) and block.role is Role.BIBLIOGRAPHY):
            yield plain_text(own_inlines(block))


def _without_works(block: Block) -> Block:
    """Return a block; of an evidence schedule what we say of its works, and not how they are called."""
    if not is_schedule(block):
        return block
    return replace(block, rows=tuple(replace(row, cells=(row.cells[0], *row.cells[2:])) for row in block.rows))


def _weight(case: CheckInput, filing: Filing, person: Person) -> tuple[Severity, str]:
    """Return how much it weighs, and what makes it so."""
    births, day = births_of(person), filing.date or case.graph.case.as_of
    minor = is_minor(births, day) if births and day else Answer.NO
    if minor is not Answer.NO:
        is_sure = minor is Answer.CERTAIN
        why = f"; the person {'is' if is_sure else 'may be'} under {FULL_AGE} on its day"
        return Severity.ERROR if is_sure else Severity.WARNING, why
    if any(one.person == person.id for one in case.graph.consents):
        return Severity.WARNING, "; what is recorded was refused, taken back or given for another use"
    if any(one.person == person.id for one in case.graph.statements):
        return Severity.WARNING, "; a statement of the person is recorded"
    return Severity.INFO, ""


_SHOWN = 5
"""Places that the message names; a note names them all."""


def _confidential(case: CheckInput) -> Iterator[tuple[Filing, Profile]]:
    """Give the documents whose forum keeps its sources confidential."""
    for filing, profile in case.filings:
        if filing.id in case.drafts and profile.disclosure.source_confidential:
            yield filing, profile


@check("DRA204", Severity.ERROR, "documents", looks_at=itself)
def source_named(case: CheckInput) -> Iterator[Finding | Looked]:
    named = NameSearch({"source": _names(case.graph)})
    for filing, profile in _confidential(case):
        yield Looked(f"filings/{filing.id}", "" if named else "who prepared the case is not recorded")
        disclosure, document = profile.disclosure, case.drafts[filing.id].document
        texts = () if filing.names_submitter else _printed_texts(document, disclosure.source_sheet)
        found = [(text, place) for text, place in texts if named.found(plain_text(text))]
        places = list(dict.fromkeys(place for _, place in found))
        if places:
            rule, rest = profile.rule(disclosure.source_rule or ""), len(places) - _SHOWN
            notes = (f"it is named in {', '.join(places)}",) if rest > 0 else ()
            more = f" and {rest} more" if rest > 0 else ""
            said = f"{say.filing(filing)} names its source, which {say.words(profile.id)} keeps confidential, in "
            said += f"{', '.join(places[:_SHOWN])}{more}"
            step = "write `the source` in its place and leave out what only the source has published; where the source "
            step += "agrees to be named to all readers of this filing, record `source_may_be_named: true` in it"
            notes, weight = (*notes, *rule_note(rule)), rule.heaviest if rule else None
            settled = namings((text for text, _ in found), named)
            yield case.finding("filings", filing.id, said, step, notes=notes, severity=weight, settled=settled)


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
        own, place = own_inlines(block), _place(block, number)
        yield own, place
        if isinstance(block, Picture):
            yield (Text(block.alternative),), place
        for note in (inline for inline in walk_inlines(own) if isinstance(inline, Note)):
            yield from ((own_inlines(inner), f"note {note.number}") for inner in walk_blocks(note.blocks))


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
    is_own = isinstance(block, Paragraph) and block.number
    return f"{'paragraph' if is_own else 'a text behind'} {number}" if number else "the first page"


def _shown(case: CheckInput) -> Iterator[tuple[Filing, str, list[Source]]]:
    """Give the documents that others than their addressee read, with these in words and the sources that it cites."""
    for filing, _ in case.filings:
        readers = " and ".join(CALLED[one] for one in audiences_of(case, filing) if one in CALLED)
        drafted = case.drafts.get(filing.id)
        if drafted and readers:
            found = (case.graph.find("sources", Source, key) for key in drafted.cited)
            yield filing, readers, [source for source in found if source]


@check("EVI201", Severity.WARNING, "documents", looks_at=itself)
def confidential_source_shown(case: CheckInput) -> Iterator[Finding | Looked]:
    for filing, readers, sources in _shown(case):
        is_hiding = any(source.confidentiality == "anonymise" for source in sources)
        yield Looked(f"filings/{filing.id}", "no record says what a reference may show" if is_hiding else "")
        for source in (one for one in sources if one.confidentiality == "confidential"):
            said = f"source {say.source(source)} is marked confidential, and {say.filing(filing)}, which {readers} may "
            said += "read, prints its reference"
            step = "take the citation out of this filing, or write the reference so that it shows nobody and mark it "
            step += "`anonymise`"
            at = ("confidentiality",)
            yield case.finding("sources", source.id, said, step, at=at, alike=readers, filing=filing.id)
