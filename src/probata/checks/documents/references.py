"""References of a document that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import check
from probata.checks.engine.finding import Finding
from probata.checks.engine.places import at_composed, origin_of, record_at
from probata.checks.prose.sentences import OF_OTHERS, own_words
from probata.checks.prose.words import any_of, languages_of, whole_words, word_list
from probata.checks.records.sources import lost_and_nameless
from probata.diagnostics import Severity, say
from probata.document.blocks import Block, Blocks, Heading, Paragraph, Picture, Quote, Table
from probata.document.inlines import Cite, CrossRef, Gap, Inlines, LineBreak, Note, NoteRef, Text
from probata.document.tree import Document
from probata.document.walk import child_blocks, child_inlines, inlines_in_order, own_inlines, walk_blocks
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


class TypedReference(NamedTuple):
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
    known, words = _known(document), word_list("references", language)
    elsewhere = any_of("references", "of_another_work", language)
    # What is done with a place or a thing, and up to three words more: "held in the closed section B.2".
    thing = re.compile(rf"(?<![\w-])(?:{'|'.join(words['of_a_thing'])})(?:\s+\w+){{0,{_NEAR}}}\s*$", re.IGNORECASE)
    patterns = {kind: _pattern(kind, words) for kind in _NUMBERS if known[kind] is not None}
    for block in _ours(document.blocks):
        text = own_words(_written(own_inlines(block)))
        for sentence in _SENTENCE.findall(text) if re.search(r"\d|\b[A-Z]\b", text) else ():
            is_other = elsewhere.search(sentence) is not None
            for kind, match in ((kind, one) for kind, found in patterns.items() for one in found.finditer(sentence)):
                if match["number"] in (known[kind] or ()):
                    continue
                before, behind = sentence[: match.start()], sentence[match.end() :]
                often, is_elsewhere = kind in _OFTEN_OF_OTHERS, is_other or _MADE in sentence
                points_here = _ends(words["here_before"], before) or whole_words(
                    rf",?\s*\(?(?:{words['here']}|{words['own']})"
                ).match(behind.lstrip())
                # The pattern of a figure holds the word before it.
                says_see = _ends(words["see"], before) or re.match(rf"(?:{words['see']})\b", match[0], re.IGNORECASE)
                as_shown = re.match(rf"\s*(?:{_spaced(words['as_behind'])})", behind, re.IGNORECASE)
                rests = not often and not is_other and as_shown and _ends(words["as_before"], before)
                if points_here or says_see or not (is_elsewhere or often) or (rests and not _is_cited(block, match[0])):
                    is_sure = bool(points_here) or not (thing.search(before) or is_elsewhere or often)
                    yield TypedReference(block, " ".join(match[0].split()), kind, is_sure)


def _spaced(words: str) -> str:
    return words.replace(" ", r"\s+")


def _ends(words: str, before: str) -> bool:
    return re.search(rf"(?<!\w)(?:{_spaced(words)})\s*$", before, re.IGNORECASE) is not None


def _pattern(kind: str, words: Mapping[str, str]) -> re.Pattern[str]:
    goes_on, flags = _GOES_ON.replace("OWN", _spaced(words["own"])), re.NOFLAG if kind == "figure" else re.IGNORECASE
    return re.compile(rf"(?<![\w-])(?:{_spaced(words[kind])})\s+(?-i:(?P<number>{_NUMBERS[kind]})){goes_on}", flags)


def _is_cited(block: Block, words: str) -> bool:
    """Tell whether a citation or note of a block has the words too, which then are a place in the work cited."""
    cited: list[str] = []
    for inline in inlines_in_order((block,)):
        if isinstance(inline, Cite):
            places = ((item.pinpoint, item.suffix) for item in inline.items)
            cited += [f"{place.type} {place.value} {suffix}" if place else suffix for place, suffix in places]
        elif isinstance(inline, Note):
            cited += [_written(own_inlines(inner)) for inner in inline.blocks]
    pattern = rf"(?<!\w){re.escape(' '.join(words.split()))}(?!\w)"
    return any(re.search(pattern, " ".join(one.split()), re.IGNORECASE) for one in cited)


def _known(document: Document) -> dict[str, frozenset[str] | None]:
    """Return the numbers that a document has; `None` where its notes are not numbered, or not there yet."""
    blocks = tuple(walk_blocks(document.blocks))
    headings = [one for one in blocks if isinstance(one, Heading)]
    annexes = (one.number.split()[-1] for one in headings if one.series == "annex" and one.number)
    notes = [one.number for one in inlines_in_order(document.blocks) if isinstance(one, Note)]
    paragraphs = [one.number for one in blocks if isinstance(one, Paragraph) and one.number.isdigit()]
    return {
        "section": frozenset(one.number for one in headings),
        "table": frozenset(str(one.number) for one in blocks if isinstance(one, Table)),
        "figure": frozenset(str(one.number) for one in blocks if isinstance(one, Picture)),
        "note": frozenset(map(str, notes)) if notes and all(notes) else None,
        "paragraph": frozenset(paragraphs) or None,
        "annex": frozenset(annexes),
    }


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
    for filing, drafted in ((filing, case.drafts.get(filing.id)) for filing, _ in case.filings):
        blocks = drafted.document.blocks if drafted else ()
        gaps = (inline for inline in inlines_in_order(blocks) if isinstance(inline, Gap) and inline.required)
        for gap in dict.fromkeys(gaps):
            kind, record, loc = record_at(gap.origin, filing, case)
            is_of_figure = kind == "figures" and record not in case.figures  # `figure-without-result` says why
            is_of_source = kind == "sources" and record in lost_and_nameless(case)  # `note-without-source` does
            if not is_of_figure and not is_of_source:
                said = f"the document {say.filing(filing)} has nothing to print at one place: {gap.text}"
                step = "record what it refers to, or take the reference out of the text or the template"
                yield case.finding(kind, record, said, step, at=loc, filing=filing.id)
        typed = typed_references(drafted.document) if drafted else ()
        found = ((record_at(origin_of(one.block), filing, case), one[1:]) for one in typed)
        for (kind, record, loc), (words, part, is_sure) in dict.fromkeys(found):
            said = f"{say.filing(filing)} says {say.words(words)}, and has no {part} of that number"
            step = "write the number with `{{ ref(…) }}`, which follows the document, or say of what it is a part"
            weight, of = Severity.WARNING, filing.id
            finding = case.finding(kind, record, said, step, at=loc, severity=weight, filing=of, is_sure=is_sure)
            yield at_composed(finding, case.graph, words, 0, len(words))
