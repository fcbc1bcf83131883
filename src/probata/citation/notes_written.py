"""The notes of a document with their citations written, and how they come to stand in its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from probata.citation.notes_in_parts import references_from
from probata.citation.numbering import Numbering
from probata.citation.own_note import without_own_number
from probata.citation.parts import NEW_SENTENCE, Asked
from probata.citation.planning import Parts
from probata.citation.rendering import Rendered
from probata.citation.splicing import renamed, spliced, with_final_stop
from probata.citation.unit import Unit
from probata.citation.words import Words
from probata.document.blocks import Block
from probata.document.inlines import Inline, Inlines, Note, Text
from probata.document.parts import seen_from
from probata.document.rebuild import map_block, map_children, same_or_new
from probata.document.tree import PartHead


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
