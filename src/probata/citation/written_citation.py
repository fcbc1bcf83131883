"""From what Pandoc wrote of a citation to what is printed of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from probata.citation.answer import inlines_from
from probata.citation.archived import with_archived_copies
from probata.citation.elision import elided
from probata.citation.initials import has_initials, with_initials_apart
from probata.citation.inner_quotes import has_quotation, with_inner_quotes
from probata.citation.later_form import named
from probata.citation.library import Library
from probata.citation.manual import as_manual
from probata.citation.nameless import with_gaps_for_titles
from probata.citation.numbering import NumberedNote
from probata.citation.parts import Asked
from probata.citation.quotation_marks import without_quotes
from probata.citation.references import Node
from probata.citation.scripts import AddressesOf, marked_up
from probata.citation.style import Style
from probata.citation.unnamed import Completed, completed
from probata.citation.words import Words
from probata.document.inlines import Inlines, NoteRef

NOTHING = Completed(())
"""A citation of which nothing is printed."""


@dataclass(frozen=True, slots=True)
class CitationReader:
    """Reads the citations of one document. All that is the same for each of them is worked out before."""

    library: Library
    style: Style
    words: Words
    between: str
    """What stands between two works in one note."""

    by_title: frozenset[str]
    """The works that later citations name by title; see `named_by_title`."""

    targets: Mapping[int, NumberedNote]
    """The notes by the ordinals that Pandoc was told."""

    _plain: dict[str, bool] = field(default_factory=dict, init=False, compare=False)
    """Source → whether its titles and names are printed as they come, as those of nearly all are."""

    def citation(self, nodes: list[Node], asked: Asked) -> Completed:
        """Return a citation as it is printed. Raises `AnswerError` for nodes that are not known here."""
        if not asked.shown:
            return NOTHING
        written = named(inlines_from(nodes, self._back_reference), asked, self.library, self.by_title, self.words)
        keys = [reference.key for reference in asked.references]
        if self.words.language == "fr" and any(map(self._is_letter, keys)):
            written = elided(written)
        sorts = {str(self.library.sources.get(key, {}).get("genre", "")) for key in keys}
        written = as_manual(written, self.style, starts=asked.starts, sorts=sorts)
        whole = completed(written, asked, self.library, self.words, self.between)
        return Completed(self.marked_up(whole.inlines, keys), whole.left_out)

    def entry(self, nodes: list[Node], key: str) -> Inlines:
        """Return the full form of a source, in which no note is referred to by its id."""
        return self.marked_up(inlines_from(nodes, lambda ordinal: NoteRef("", ordinal)), [key])

    def _back_reference(self, ordinal: int) -> NoteRef:
        note = self.targets[ordinal].note
        return NoteRef(note.id, note.number)

    def _is_letter(self, key: str) -> bool:
        return self.library.sources.get(key, {}).get("type") == "personal_communication"

    def marked_up(self, inlines: Inlines, keys: Sequence[str]) -> Inlines:
        """Return a written citation of some sources with scripts, addresses, copies and gaps as they are shown."""
        entries = [self.library.sources[key] for key in keys]
        if not all(map(self._is_plain, keys)):
            inlines = self._with_names_and_titles(inlines, keys)
        marked = marked_up(inlines, (str(entry.get("language", "")) for entry in entries), AddressesOf(entries))
        return with_archived_copies(marked, entries, self.words, in_brackets=self.style.brackets_archived)

    def _with_names_and_titles(self, inlines: Inlines, keys: Sequence[str]) -> Inlines:
        entries = [self.library.sources[key] for key in keys]
        inlines = with_inner_quotes(with_initials_apart(inlines, entries), entries)
        untitled = [self.library.sources[key] for key in keys if key in self.library.untitled]
        described = [str(one[name]) for one in untitled for name in ("title", "title-short") if name in one]
        return with_gaps_for_titles(without_quotes(inlines, described), keys, self.library)

    def _is_plain(self, key: str) -> bool:
        if key not in self._plain:
            entry, library = self.library.sources[key], self.library
            is_named = key not in library.untitled and key not in library.nameless
            self._plain[key] = is_named and not (has_initials(entry) or has_quotation(entry))
        return self._plain[key]
