"""Cites legal authorities in the form that their position asks for."""

from __future__ import annotations

from dataclasses import dataclass, field

from probata.citation.authority import Authority
from probata.citation.legal_writer import LegalWriter
from probata.citation.numbering import NumberedNote
from probata.citation.positions import Mention, Positions
from probata.document.inlines import CiteItem, Inlines, NoteRef


@dataclass(slots=True)
class AuthorityCiter:
    """Goes through the citations of a document in order, those of other sources too, which come between."""

    writer: LegalWriter
    positions: Positions = field(default_factory=Positions)

    def pass_over(self, key: str, note: NumberedNote) -> None:
        """Count a citation that is written elsewhere."""
        self.positions.enter(Mention(key, note))

    def cite(self, authority: Authority, item: CiteItem, note: NumberedNote, *, starts: bool) -> Inlines:
        """Write one citation of an authority, in full, again or just again."""
        mention = Mention(item.key, note)
        written = self._again(authority, item, mention, starts=starts)
        if not written:
            self.positions.cite_in_full(mention)
            written = self.writer.full(authority, item.pinpoint)
        self.positions.enter(mention)
        self.positions.mentions.append(mention)
        return written

    def _again(self, authority: Authority, item: CiteItem, mention: Mention, *, starts: bool) -> Inlines:
        first = self.positions.first_note(mention)
        if first is None:
            return ()
        is_ibid = self.positions.is_ibid(mention)
        if is_ibid and (ibid := self.writer.ibid(authority, item.pinpoint, starts=starts)):
            return ibid
        within = self.writer.style.of_kind(authority.form).within
        if within and self.positions.distance(mention) > within:
            return ()
        if first.section != mention.note.section and not first.part:
            return ()  # nothing tells its note from those of the same number in other parts
        part = f"{self.writer.words.part} {first.part} " if first.section != mention.note.section else ""
        return self.writer.later(authority, NoteRef(first.note.id, first.note.number), item.pinpoint, part)
