"""Names of places in a document to which something leads, none of which says the id of a record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final

from probata.document.blocks import Block, Blocks, Contents, Heading, Paragraph, Picture, Table
from probata.document.inlines import CrossRef, Inline, Inlines, Note, NoteRef
from probata.document.rebuild import map_blocks, map_children, map_inner, same_or_new

# What a reference to an exhibit leads to.


def exhibit_anchor(mark: str) -> str:
    """Return the id of the place where a list of exhibits shows a mark: `exhibit-js-3` for `JS/3`."""
    return f"exhibit-{re.sub(r'[^a-z0-9]+', '-', mark.casefold()).strip('-')}"


IN_BUNDLE: Final = "https://bundle.invalid/"
"""Begins the address of a mark that a bundle leads to its page; behind it stands what the mark would lead to here.

`.invalid` is kept free for ever (RFC 2606), so that nothing is asked for where one is left by mistake.
"""


def bundle_address(mark: str, page: str = "") -> str:
    """Return the address that a mark has until a bundle is joined; `page` of the exhibit is cited, or it as a whole."""
    anchor = exhibit_anchor(mark)
    return f"{IN_BUNDLE}{at_page(anchor, page) if page else anchor}"


def at_page(key: str, page: int | str) -> str:
    """Return what leads to a page of an exhibit, as the exhibit calls it: `exhibit-e16#page=4`."""
    return f"{key}#page={page}"


def page_apart(key: str) -> tuple[str, str]:
    """Return what leads to the exhibit, and the page of it; empty where none is meant."""
    exhibit, _, page = key.partition("#page=")
    return exhibit, page


# Ids of the paragraphs in whose place a later step puts what a document prints of itself.


def is_place(block: Block, place: str) -> bool:
    """Tell whether a block is the paragraph of such an id."""
    return isinstance(block, Paragraph) and block.id == place


def put_at(blocks: Blocks, place: str, made: Sequence[Block]) -> Blocks:
    """Return the blocks with others in a place; where there are none, the heading right above it goes too."""
    found: list[Block] = []
    for block in blocks:
        if not is_place(block, place):
            found.append(block)
        elif made:
            found += made
        elif found and isinstance(found[-1], Heading):
            found.pop()
    return tuple(found)


CALCULATIONS = "calculations"
"""How the figures were computed."""
GAP_COUNT = "gap-count"
"""How many gaps a draft has, on its first page."""
EVIDENCE_SCHEDULE = "evidence-schedule"
"""The sources cited, numbered, with what each shows; the table keeps the id."""
EVIDENCE_UNSEEN = "evidence-unseen"
"""Of a case that rests on one work: what is known through it alone."""
CONFIDENTIAL_ITEMS = "confidential-items"
"""The numbers of those that are not open."""
LIST_OF_ABBREVIATIONS = "list-of-abbreviations"
"""The table of abbreviations with what they stand for; the table keeps the id."""
LIST_OF_SOURCES = "list-of-sources"
"""The sources cited."""
SET_ASIDE = "pictures-set-aside"
"""Pictures that are too high to stand among paragraphs."""
TABLE_OF_AUTHORITIES = "table-of-authorities"
"""The authorities cited, with the places that cite them."""

MATRIX = "matrix"
"""Id of the table of persons and counts, whose cells cite in the text: notes below it would tell what it is to show."""


# Anchors that stand for the id of a record without saying it.

_DIGITS: Final = 12
"""Digits of a digest that stand for an id: of a thousand records no two have the same."""
_NEUTRAL = re.compile(rf"(.+)-(?:[0-9a-f]{{{_DIGITS}}}|n[0-9a-f]{{20}})")
"""The digest of an id, or the id of a note, which is a digest of what the note is made from."""


def neutral_name(before: str, record: str) -> str:
    """Return `before` and a digest of the record's id: the same in every version of every document.

    It stays in our own house: who guesses an id can make its digest, and so confirm it.
    """
    return f"{before}-{sha256(record.encode()).hexdigest()[:_DIGITS]}"


def before_digest(anchor: str) -> str:
    """Return what stands before the digest in a neutral name; nothing where an anchor is none."""
    found = _NEUTRAL.fullmatch(anchor)
    return found[1] if found else ""


# Give blocks and notes other ids, and let what refers to them follow.


def renamed(blocks: Blocks, names: Mapping[str, str], notes: Mapping[str, str] | None = None) -> Blocks:
    """Return the blocks with other ids: `names` of blocks, `notes` of notes. What is in neither keeps its id."""
    if not names and not notes:
        return blocks
    of_notes = notes or {}

    def change(inlines: Inlines) -> Inlines:
        changed = tuple(_inline(map_children(inline, change), names, of_notes) for inline in inlines)
        return same_or_new(inlines, changed)

    return _blocks(map_blocks(blocks, change), names)


def _inline(inline: Inline, names: Mapping[str, str], notes: Mapping[str, str]) -> Inline:
    match inline:
        case CrossRef(target=target) if target in names:
            return replace(inline, target=names[target])
        case NoteRef(target=target) if target in notes:
            return replace(inline, target=notes[target])
        case Note(id=id_) if id_ in notes:
            return replace(inline, id=notes[id_])
        case _:
            return inline


def _blocks(blocks: Blocks, names: Mapping[str, str]) -> Blocks:
    return same_or_new(blocks, tuple(_block(block, names) for block in blocks))


def _block(block: Block, names: Mapping[str, str]) -> Block:
    block = map_inner(block, lambda inner: _blocks(inner, names))
    match block:
        case Heading() | Paragraph() | Picture() | Table() if block.id in names:
            return replace(block, id=names[block.id])
        case Contents():
            entries = (replace(entry, target=names.get(entry.target, entry.target)) for entry in block.entries)
            return replace(block, entries=tuple(entries))
        case _:
            return block
