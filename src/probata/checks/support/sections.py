"""Which sections a document holds: by the ids of its headings, and by the places of the narrative printed in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.checks.drafted import Drafted
from probata.document.blocks import Block, Heading, Paragraph, Role
from probata.document.walk import has_text, walk_blocks
from probata.graph.case_graph import CaseGraph
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
