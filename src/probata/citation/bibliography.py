"""The list of sources: an entry for each source, in the style's bibliography or, without one, in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from probata.citation.exhibits import exhibits_of, scheduled
from probata.citation.legal_writer import LegalWriter
from probata.citation.library import Library, works_cited
from probata.citation.numbering import is_list_entry
from probata.citation.parts import Asked, Reference, with_final_stop, without_final_stop
from probata.citation.plain import plain_entry
from probata.citation.words import Words
from probata.document.blocks import Block
from probata.document.inlines import Cite, CiteItem, Gap, Inline, Inlines, Text
from probata.document.origin import Origin
from probata.document.rebuild import map_block, map_children
from probata.document.walk import plain_text

_Entry = Callable[[CiteItem, Origin | None], Inlines]


def cited_sources(blocks: tuple[Block, ...], library: Library) -> tuple[str, ...]:
    """Return the ids of all sources that the blocks cite, and those that they are known through, once each."""
    found: dict[str, None] = {}
    _collect(works_cited(blocks, library), library, found)
    return tuple(found)


def _collect(keys: Iterable[str], library: Library, found: dict[str, None]) -> None:
    for key in keys:
        if key in library.sources and key not in found:
            found[key] = None
            _collect((item.key for item in library.cited_in.get(key, ())), library, found)


def known_through(listed: Iterable[str], library: Library) -> tuple[str, ...]:
    """Return the sources that entries of others name in full, once each."""
    others = (other.key for key in listed for other in library.cited_in.get(key, ()))
    return tuple(dict.fromkeys(key for key in others if key in library.sources))


def full_citations(keys: Iterable[str]) -> tuple[tuple[int, Asked], ...]:
    """Ask for the full form of each source: a note of its own for each, so that none is a later citation."""
    return tuple((place, Asked((Reference(key),))) for place, key in enumerate(keys, start=1))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every source in full, as entries of the list and as citations."""

    listed: tuple[str, ...]
    entries: Mapping[str, Inlines]
    """An entry that the style leaves empty is missing."""

    full: Mapping[str, Inlines]
    """The full forms of those without an entry, and of those through which others are known."""

    library: Library
    words: Words
    writer: LegalWriter

    def left_out(self) -> tuple[str, ...]:
        """Return the sources listed that the style prints neither as an entry nor in full."""
        return tuple(key for key in self.listed if not (self.entries.get(key) or self.full.get(key)))

    def entry(self, item: CiteItem, origin: Origin | None = None) -> Inlines:
        """Return the entry of one source or authority; a gap where it is not recorded."""
        is_source = item.key in self.library.sources
        shown = self.entries.get(item.key) or self._full(item.key) if is_source else self._authority(item, origin)
        exhibits = exhibits_of(item.key, self.library, self.words)
        of_its_own = () if item.key in self.library.schedule.items else (*self._remark(item.key), *exhibits)
        after = (*of_its_own, *self._known_through(item, origin))
        if not after:
            return shown
        stopped = plain_text(shown).endswith(".")
        longer = (*without_final_stop(shown), *after)
        return with_final_stop(longer) if stopped else longer

    def _full(self, key: str) -> Inlines:
        return self.full.get(key) or plain_entry(key, self.library, self.words)

    def _remark(self, key: str) -> Inlines:
        remark = self.library.remarks.get(key, "")
        return (Text(f" ({remark})"),) if remark else ()

    def _known_through(self, item: CiteItem, origin: Origin | None) -> Inlines:
        parts: list[Inline] = []
        for other in self.library.cited_in.get(item.key, ()):
            parts.append(Text(self.words.between if parts else self.words.cited_in))
            parts += self._cited(other, origin)
        return tuple(parts)

    def _cited(self, item: CiteItem, origin: Origin | None) -> Inlines:
        """Return the plain full citation of a work; of an item of the evidence schedule, its name and number."""
        if item.key in self.library.schedule.items:
            return scheduled(item, self.library, self.writer)
        return self._full(item.key) if item.key in self.library.sources else self._authority(item, origin)

    def _authority(self, item: CiteItem, origin: Origin | None) -> Inlines:
        if authority := self.library.authorities.get(item.key):
            return self.writer.full(authority, item.pinpoint)
        return (Gap(self.words.not_recorded.replace("{}", item.key), required=False, origin=origin),)


def filled(block: Block, catalogue: Catalogue) -> Block:
    """Print the entries of a list of sources or schedule; other blocks stay as they are."""
    if not is_list_entry(block):
        return block
    return map_block(block, lambda inlines: _filled(inlines, catalogue.entry, catalogue.words.between))


def _filled(inlines: Inlines, entry: _Entry, between: str) -> Inlines:
    parts: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Cite):
            parts += _entries(inline, entry, between)
        else:
            parts.append(map_children(inline, lambda inner: _filled(inner, entry, between)))
    return tuple(parts)


def _entries(cite: Cite, entry: _Entry, between: str) -> Inlines:
    parts: list[Inline] = []
    for item in cite.items:
        parts += [Text(between)] if parts else []
        parts += entry(item, cite.origin)
    return tuple(parts)
