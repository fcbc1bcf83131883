"""The notes of a document with their citations written, and how they come to stand in its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from probata.citation.numbering import NumberedNote, Numbering
from probata.citation.parts import NEW_SENTENCE, Asked, renamed, spliced, with_final_stop
from probata.citation.planning import Parts, Unit
from probata.citation.rendering import Rendered
from probata.citation.words import Words
from probata.document.blocks import Block
from probata.document.inlines import Inline, Inlines, Note, NoteRef, Text
from probata.document.parts import seen_from
from probata.document.rebuild import map_block, map_children, same_or_new
from probata.document.tree import PartHead
from probata.document.walk import plain_text


def part_named(note: NumberedNote, words: Words) -> str:
    """Return `part A`, or `under ‘Facts’` where the heading has no number; nothing of a note above all headings."""
    if note.part:
        return f"{words.part} {note.part}"
    return words.pinpoints["heading"].fill(note.heading) if note.heading else ""


def references_from(
    section: int, notes: Mapping[str, NumberedNote], words: Words, seen: Mapping[str, str]
) -> Mapping[str, Inlines]:
    """Return how the text of a section refers to each note, by the name that the note has: `5`, or `5 (part A)`.

    A note of another section is left out where nothing names its part: its number alone would lead to the wrong note.
    One in another file is named as the file of the section calls that, by `seen`.
    """
    found = {name: _reference(section, note, words, seen) for name, note in notes.items()}
    return {name: reference for name, reference in found.items() if reference}


def _reference(section: int, note: NumberedNote, words: Words, seen: Mapping[str, str]) -> Inlines:
    number = NoteRef(note.note.id, note.note.number)
    if note.section == section:
        return (number,)
    if file := seen.get(note.file, ""):
        return (number, Text(f" {file}"))
    part = part_named(note, words)
    return (number, Text(f" ({part})")) if part and note.file in seen else ()


# Back-references that lead to the note that they stand in.

_BRACKET, _END = re.compile(r" \(\w+\.? ?$"), re.compile(r"^\)")
_WORD = re.compile(r" (?:notes?|nota|nn?)\.? ?$")
_SUPRA = re.compile(r",?\s*supra$")


def without_own_number(written: Inlines, note: str, prefixes: Sequence[str] = ()) -> Inlines:
    """Leave out `(n 17)` in note 17 itself, and of `*supra* note 17` the number with its word.

    The short name leads to the citation before it in the same note; where the style has *supra*, that alone does
    (Bluebook 16.9). `note` is the id of the note, `prefixes` are the words before its citations: a number before which
    nothing names the work stays.
    """
    leads_here = [one for one in written if isinstance(one, NoteRef) and one.target == note]
    return tuple(_kept(written, note, prefixes)) if leads_here else written


def _kept(written: Inlines, note: str, prefixes: Sequence[str]) -> Iterator[Inline]:
    rest, told = list(written), ""
    while rest:
        match rest[:3]:
            case [Text(text=before) as first, NoteRef(target=target), Text(text=after) as last] if (
                target == note
                and _END.match(after)
                and _BRACKET.search(before)
                and _names(told + _BRACKET.sub("", before), prefixes)
            ):
                shown: Inline = replace(first, text=_BRACKET.sub("", before))
                rest[:3] = [replace(last, text=_END.sub("", after))]
            case [Text(text=before) as first, NoteRef(target=target), *_] if (
                target == note and _WORD.search(before) and _names(told + _WORD.sub("", before), prefixes)
            ):
                shown = replace(first, text=_WORD.sub("", before))
                rest[:2] = []
            case _:
                shown = rest.pop(0)
        told += plain_text((shown,))
        yield shown


def _names(before: str, prefixes: Sequence[str]) -> bool:
    """Tell whether what stands before a number names a work: it is neither nothing nor the words before a citation."""
    named = _SUPRA.sub("", before).rstrip()
    is_prefix = any(f" {named}".casefold().endswith(f" {prefix}".casefold()) for prefix in prefixes if prefix)
    return bool(named) and named[-1] not in ";,:" and not is_prefix


def notes_written(units: tuple[Unit, ...], rendered: Rendered, hold: Callable[[Inlines], Inlines]) -> dict[str, Note]:
    """Return every note with its citations written, by id."""
    finished: dict[str, Note] = {}
    for unit, texts in zip(units, rendered.units, strict=True):
        written = iter(texts)
        for numbered, plan in zip(unit.notes, unit.plans, strict=True):
            citations = [hold(_text(parts, written, numbered.note.id)) for parts in plan]
            finished[numbered.note.id] = spliced(numbered.note, iter(citations))
    return finished


def _text(parts: Parts, written: Iterator[Inlines], note: str) -> Inlines:
    text: list[Inline] = []
    for part in parts:
        if isinstance(part, Asked):
            text += without_own_number(next(written), note, [reference.prefix for reference in part.references])
        elif part.inlines == (Text(NEW_SENTENCE),):
            text = [*with_final_stop(tuple(text)), Text(" ")]
        else:
            text += without_own_number(part.inlines, note)
    return tuple(text)


def with_notes(block: Block, written: Mapping[str, Note]) -> Block:
    """Return a block with each note in it as it was written."""

    def change(inlines: Inlines) -> Inlines:
        changed = (written[i.id] if isinstance(i, Note) else map_children(i, change) for i in inlines)
        return same_or_new(inlines, tuple(changed))

    return map_block(block, change)


def with_names_led(
    blocks: tuple[Block, ...], numbering: Numbering, words: Words, heads: Sequence[PartHead]
) -> tuple[Block, ...]:
    """Lead the references that authors made by the name of a note to the note of that name."""
    notes = numbering.named()
    numbers = {
        section: references_from(section, notes, words, seen_from(numbering.files[section], heads))
        for section in set(numbering.sections)
    }
    return tuple(
        map_block(block, partial(renamed, numbers=numbers[section], no_note=words.no_note))
        for block, section in zip(blocks, numbering.sections, strict=True)
    )
