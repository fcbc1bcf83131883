"""Put the table of the authorities that a document cites where the template asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from probata.citation import Authority, Library, cited_forms, works_cited
from probata.document.blocks import Block, Blocks, Paragraph, Role
from probata.document.inlines import Cite, CiteItem, Text
from probata.document.list_ids import TABLE_OF_AUTHORITIES
from probata.messages import Wording

Entry = tuple[int, str, str]
"""Place of the group, heading, and id of an authority."""


def list_authorities(
    blocks: Blocks, library: Library, groups: Sequence[str], wording: Wording, seen: Blocks | None = None
) -> Blocks:
    """Write the entries of the table, still as citations.

    The citation stage prints them with their places, and sorts those below a heading by what it prints. Groups stand in
    the order of the forum, and the cases by their courts. Where nothing is cited the document says so. What is
    cited outside the blocks that are `seen` is not listed.
    """
    if not any(map(_is_wanted, blocks)):
        return blocks
    entries = sorted(_entries(blocks if seen is None else seen, library, groups, wording), key=lambda entry: entry[:2])
    made = tuple(_written(entries)) or (Paragraph((Text(wording.label("authorities.none")),)),)
    return tuple(one for block in blocks for one in (made if _is_wanted(block) else (block,)))


def _is_wanted(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.id == TABLE_OF_AUTHORITIES


def _entries(blocks: Blocks, library: Library, groups: Sequence[str], wording: Wording) -> Iterator[Entry]:
    """Give the authorities cited, those through which a source is known too."""
    cited = works_cited(blocks, library)
    through = (item.key for key in cited for item in library.cited_in.get(key, ()))
    for key in dict.fromkeys((*cited, *through)):
        if (authority := library.authorities.get(key)) and key not in library.schedule.items:
            group = cited_forms()[authority.form].group
            place = groups.index(group) if group in groups else len(groups)
            yield place, _heading(group, authority, wording), key


def _heading(group: str, authority: Authority, wording: Wording) -> str:
    """Return the heading; one court has one, whether it is recorded by its name or its abbreviation."""
    known = (f"court_of.{authority.form}", f"court_named.{authority.group}")
    court = next((wording.label(key) for key in known if wording.has(key)), authority.group)
    if group == "cases" and court:
        return wording.label("authorities.of_court", court=court)
    return wording.label(f"authorities.{group}")


def _written(entries: Sequence[Entry]) -> Iterator[Block]:
    for heading, own in groupby(entries, key=lambda entry: entry[1]):
        yield Paragraph((Text(heading),), Role.AUTHORITY_GROUP)
        for *_, key in own:
            yield Paragraph((Cite((CiteItem(key),)),), Role.AUTHORITY)
