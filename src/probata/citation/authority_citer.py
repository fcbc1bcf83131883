"""Cites legal authorities in the form that their position asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from probata.citation.authority import Authority
from probata.citation.called_alike import CalledAlike
from probata.citation.legal_writer import Apart, LegalWriter, capitalised
from probata.citation.numbering import NumberedNote
from probata.citation.positions import Mention, Positions
from probata.document.inlines import CiteItem, Inlines, NoteRef


@dataclass(slots=True)
class AuthorityCiter:
    """Goes through the citations of a document in order, those of other sources too, which come between."""

    writer: LegalWriter
    apart: Mapping[str, Apart] = field(default_factory=dict)
    """Id of each case whose short name another has too → what tells it apart."""

    positions: Positions = field(default_factory=Positions)
    alike: CalledAlike = field(default_factory=CalledAlike)

    def pass_over(self, item: CiteItem, note: NumberedNote) -> None:
        """Count a citation that is written elsewhere."""
        self.positions.enter(Mention(item.key, note, item.pinpoint))

    def cite(self, authority: Authority, item: CiteItem, note: NumberedNote, *, starts: bool) -> Inlines:
        """Write one citation of an authority, in full, again or just again."""
        mention = Mention(item.key, note, item.pinpoint)
        written = self._ibid(authority, mention, starts=starts)
        if not written:
            written = self._later(authority, mention) or self._full(authority, item, mention)
            written = capitalised(written, authority) if starts else written
        self.positions.enter(mention)
        self.positions.mentions.append(mention)
        return written

    def _full(self, authority: Authority, item: CiteItem, mention: Mention) -> Inlines:
        self.positions.cite_in_full(mention)
        note = NoteRef(mention.note.note.id, mention.note.note.number)
        later = self.writer.later(authority, note, apart=self.apart.get(mention.key))
        self.alike.enter(mention.key, mention.note.section, later)
        return self.writer.full(authority, item.pinpoint, is_named=item.suppress_author)

    def _ibid(self, authority: Authority, mention: Mention, *, starts: bool) -> Inlines:
        if not self.positions.is_ibid(mention):
            return ()
        place = None if self.positions.is_same_place(mention) else mention.place
        return self.writer.ibid(authority, place, starts=starts)

    def _later(self, authority: Authority, mention: Mention) -> Inlines:
        first = self.positions.first_note(mention)
        if first is None:
            return ()
        within = self.writer.style.of_kind(authority.form).within
        if within and self.positions.distance(mention) > within:
            return ()
        if first.section != mention.note.section and not first.part:
            return ()  # nothing tells its note from those of the same number in other parts
        part = first.part if first.section != mention.note.section else ""
        note, apart = NoteRef(first.note.id, first.note.number), self.apart.get(mention.key)
        written = self.writer.later(authority, note, mention.place, part, apart)
        if written:
            self.alike.cited_again(mention.key)
        return written
