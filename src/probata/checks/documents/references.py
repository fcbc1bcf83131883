"""References of a document that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import check
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.engine.places import origin_of, record_at
from probata.checks.prose.composed import at_composed
from probata.checks.prose.sentences import OF_OTHERS, own_words
from probata.checks.prose.words import any_of, languages_of, whole_words, word_list
from probata.checks.records.sources import lost_and_nameless
from probata.diagnostics import Severity, say
from probata.document.blocks import Block, Blocks, Heading, Paragraph, Picture, Quote, Table
from probata.document.inlines import Cite, CrossRef, Gap, Inlines, LineBreak, Note, NoteRef, Text
from probata.document.tree import Document
from probata.document.walk import child_blocks, child_inlines, inlines_in_order, own_inlines, walk_blocks
from probata.model.case_file import Filing
from probata.model.language import primary

# A reference that the program makes is a `CrossRef` or a `NoteRef` and knows its target. What is typed does not, so a
# number may also be that of another work: it is passed over where its sentence cites something, names a work, or says
# of what the part is, unless words at the number itself point to this document: “below”, “above”, “of this
# submission”, “said above in”, and, less surely, “see” before it, or “as table 7 shows” where no work is named and the
# citation does not have the number itself. Paragraphs and annexes are looked for with such words alone. Where somebody
# was held, sat or paid just before it, it may be a place or a thing: `held in section B.2`.

_NUMBERS = {
    "section": r"(?:[A-Z]\.\d{1,2}|\d{1,2}\.[A-Z])",
    "table": r"\d{1,3}",
    "figure": r"\d{1,3}",
    "note": r"\d{1,4}",
    "paragraph": r"\d{1,4}",
    "annex": r"(?:[A-Z]|\d{1,2})",
}
"""How each is numbered, by `compose/passes/numbering.py`; the second form of a section is that of no document."""
_OFTEN_OF_OTHERS = frozenset({"paragraph", "annex"})
"""Parts that mostly are those of another work, and are looked for only where words point to this document."""
_MADE = "\ue000"
"""Stands where the program has put a number or a note."""
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?![\ue000”’\")]*(?:\s|$)))+[.!?]?[\ue000”’\")]*")
_NEAR = 3
"""Words between `held` and `section B.2`, as in `held in the closed section B.2`."""
_GOES_ON = r"(?![\w(]|\.\w|\s+(?!OWN)(?:of|in|to|on|de|du|des|del|en)\b)"
"""What may not stand behind a number: a further part of it, or the work that it belongs to, unless it is this one."""


@dataclass(frozen=True, slots=True)
class TypedReference:
    """A number that leads nowhere, with the block in which it stands."""

    block: Block
    words: str
    kind: str
    is_sure: bool
    """False where the words before it speak of a place or a thing."""


def typed_references(document: Document) -> Iterator[TypedReference]:
    """Give the typed numbers that no part of a document has; nothing in a language without a list of words."""
    language = primary(document.meta.language)
    if language not in languages_of("references"):
        return
    known = _known(document)
    patterns = {kind: _pattern(kind, language) for kind in _NUMBERS if known[kind] is not None}
    thing = _of_a_thing(language)
    for block in _ours(document.blocks):
        for sentence, is_elsewhere in _sentences(block, language):
            for kind, pattern in patterns.items():
                for match in pattern.finditer(sentence):
                    points_here, says_see = _pointed(sentence, match, language)
                    says_see = says_see or (
                        kind not in _OFTEN_OF_OTHERS and _says_as(sentence, match, language)
                        and not _is_cited_place(block, match[0])
                    )  # fmt: skip
                    may_be = points_here or says_see or not (is_elsewhere or kind in _OFTEN_OF_OTHERS)
                    if may_be and match["number"] not in (known[kind] or ()):
                        is_thing = thing.search(sentence[: match.start()]) is not None
                        is_sure = points_here or not (is_thing or is_elsewhere or kind in _OFTEN_OF_OTHERS)
                        yield TypedReference(block, " ".join(match[0].split()), kind, is_sure)


def _pointed(sentence: str, match: re.Match[str], language: str) -> tuple[bool, bool]:
    """Tell whether words behind a number point to this document, and whether “see” or the like stands before it."""
    words = word_list("references", language)
    here = whole_words(rf",?\s*\(?(?:{words['here']}|{words['own']})").match(sentence[match.end() :].lstrip())
    see = re.search(rf"(?<!\w)(?:{words['see']})\s*$".replace(" ", r"\s+"), sentence[: match.start()], re.IGNORECASE)
    before = re.search(
        rf"(?<!\w)(?:{words['here_before']})\s*$".replace(" ", r"\s+"), sentence[: match.start()], re.IGNORECASE
    )
    # The pattern of a figure holds the word before it.
    return (here or before) is not None, see is not None or re.match(
        rf"(?:{words['see']})\b", match[0], re.IGNORECASE
    ) is not None


def _says_as(sentence: str, match: re.Match[str], language: str) -> bool:
    """Tell whether the sentence rests on the number, “as table 7 shows”, and names no other work."""
    words = word_list("references", language)
    before = rf"(?<!\w)(?:{words['as_before']})\s*$".replace(" ", r"\s+")
    is_behind = re.match(rf"\s*(?:{words['as_behind']})".replace(" ", r"\s+"), sentence[match.end() :], re.IGNORECASE)
    is_other = any_of("references", "of_another_work", language).search(sentence)
    return bool(is_behind and not is_other and re.search(before, sentence[: match.start()], re.IGNORECASE))


def _is_cited_place(block: Block, words: str) -> bool:
    """Tell whether a citation or note of a block has the words too, which then are a place in the work cited."""
    cited: list[str] = []
    for inline in inlines_in_order((block,)):
        if isinstance(inline, Cite):
            places = ((item.pinpoint, item.suffix) for item in inline.items)
            cited += [f"{place.type} {place.value} {suffix}" if place else suffix for place, suffix in places]
        elif isinstance(inline, Note):
            cited += [_written(own_inlines(inner)) for inner in inline.blocks]
    told = rf"(?<!\w){re.escape(' '.join(words.split()))}(?!\w)"
    return any(re.search(told, " ".join(one.split()), re.IGNORECASE) for one in cited)


def _sentences(block: Block, language: str) -> Iterator[tuple[str, bool]]:
    """Give the sentences of a block that have a number, each with whether it cites something or names another work."""
    text = own_words(_written(own_inlines(block)))
    elsewhere = any_of("references", "of_another_work", language)
    for sentence in _SENTENCE.findall(text) if re.search(r"\d|\b[A-Z]\b", text) else ():
        yield sentence, _MADE in sentence or elsewhere.search(sentence) is not None


def _of_a_thing(language: str) -> re.Pattern[str]:
    """Return a pattern for a text that ends in what is done with a place or a thing, and up to three words more."""
    words = "|".join(word_list("references", language)["of_a_thing"])
    return re.compile(rf"(?<![\w-])(?:{words})(?:\s+\w+){{0,{_NEAR}}}\s*$", re.IGNORECASE)


def _known(document: Document) -> dict[str, frozenset[str] | None]:
    """Return the numbers that a document has; `None` where its notes are not numbered, or not there yet."""
    blocks = tuple(walk_blocks(document.blocks))
    notes = [one.number for one in inlines_in_order(document.blocks) if isinstance(one, Note)]
    paragraphs = [one.number for one in blocks if isinstance(one, Paragraph) and one.number.isdigit()]
    return {
        "section": frozenset(one.number for one in blocks if isinstance(one, Heading)),
        "table": frozenset(str(one.number) for one in blocks if isinstance(one, Table)),
        "figure": frozenset(str(one.number) for one in blocks if isinstance(one, Picture)),
        "note": frozenset(map(str, notes)) if notes and all(notes) else None,
        "paragraph": frozenset(paragraphs) or None,
        "annex": frozenset(one.number.split()[-1] for one in blocks if isinstance(one, Heading) and _is_annex(one)),
    }


def _is_annex(heading: Heading) -> bool:
    return heading.series == "annex" and bool(heading.number)


def _pattern(kind: str, language: str) -> re.Pattern[str]:
    words = word_list("references", language)
    word, goes_on = words[kind].replace(" ", r"\s+"), _GOES_ON.replace("OWN", words["own"].replace(" ", r"\s+"))
    flags = re.NOFLAG if kind == "figure" else re.IGNORECASE
    return re.compile(rf"(?<![\w-])(?:{word})\s+(?-i:(?P<number>{_NUMBERS[kind]})){goes_on}", flags)


def _ours(blocks: Blocks) -> Iterator[Block]:
    """Give the blocks in our own words: no quotations, and nothing that a source, an exhibit or a witness says."""
    for block in blocks:
        if isinstance(block, Quote):
            continue
        origin = origin_of(block)
        if origin is None or origin.record.partition("/")[0] not in OF_OTHERS:
            yield block
        yield from _ours(child_blocks(block))


def _written(inlines: Inlines) -> str:
    """Return the characters of a block, with a sign for what the program has made."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text=text):
                parts.append(text)
            case CrossRef() | NoteRef() | Cite() | Note() | Gap():
                parts.append(_MADE)
            case LineBreak():
                parts.append(" ")
            case _:
                parts.append(_written(child_inlines(inline)))
    return "".join(parts)


@check("STR206", Severity.ERROR, "documents")
def reference_without_target(case: CheckInput) -> Iterator[Finding]:
    """Find, in each document, the gaps in place of what something refers to, and the typed numbers; each once."""
    for filing, _ in case.filings:
        drafted = case.drafts.get(filing.id)
        blocks = drafted.document.blocks if drafted else ()
        gaps = (inline for inline in inlines_in_order(blocks) if isinstance(inline, Gap) and inline.required)
        for gap in dict.fromkeys(gaps):
            kind, record, loc = record_at(gap.origin, filing, case)
            if kind == "figures" and record not in case.figures:
                continue  # `figure-without-result` says why there is nothing to print.
            if kind == "sources" and record in lost_and_nameless(case):
                continue  # `note-without-source` does.
            yield case.finding(
                kind, record, f"the document {say.filing(filing)} has nothing to print at one place: {gap.text}",
                "record what it refers to, or take the reference out of the text or the template", at=loc,
                filing=filing.id,
            )  # fmt: skip
        if drafted:
            yield from _typed(case, filing, drafted.document)


def _typed(case: CheckInput, filing: Filing, document: Document) -> Iterator[Finding]:
    found = ((record_at(origin_of(one.block), filing, case), one) for one in typed_references(document))
    told = ((at, one.words, one.kind, one.is_sure) for at, one in found)
    for (kind, record, loc), words, part, is_sure in dict.fromkeys(told):
        finding = case.finding(
            kind, record, f"{say.filing(filing)} says {say.words(words)}, and has no {part} of that number",
            "write the number with `{{ ref(…) }}`, which follows the document, or say of what it is a part", at=loc,
            severity=Severity.WARNING if is_sure else Severity.INFO,
            outcome=Outcome.FAILED if is_sure else Outcome.CANNOT_TELL, filing=filing.id,
        )  # fmt: skip
        yield at_composed(finding, case.graph, words, 0, len(words))
