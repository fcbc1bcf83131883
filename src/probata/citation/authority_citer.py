"""Cites legal authorities in the form that their position asks for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from probata.citation.authority import Authority, cited_forms
from probata.citation.findings import not_distinguished
from probata.citation.legal_style import fields_of
from probata.citation.legal_values import values_of
from probata.citation.legal_writer import Apart, LegalWriter, capitalised
from probata.citation.library import Library
from probata.citation.numbering import NumberedNote, citations_of
from probata.diagnostics import Diagnostic
from probata.diagnostics.value import value
from probata.document.inlines import CiteItem, Inlines, NoteRef, Pinpoint
from probata.document.walk import plain_text

# Whether an authority is cited for the first time, again, or just again.
# The positions are those of CSL (specification 1.0.2, `position`), decided here because authorities are written here:
# *ibid* is what was cited last, in the same note or as the only thing in the note before; a plain note in between
# breaks it, and so does the beginning of a part or an annex, which may be read alone. Across a restart of the numbers
# an authority is cited by its later form, with the part that the note is in. Each file of a filing begins afresh.


@value()
class Mention:
    """One citation of one work, in its note."""

    key: str
    note: NumberedNote
    place: Pinpoint | None = None

    @property
    def in_its_file(self) -> tuple[str, str]:
        """The work, and the file of the filing that cites it."""
        return self.note.file, self.key


@dataclass(slots=True)
class Positions:
    """What was cited so far, in order."""

    _first: dict[tuple[str, str], NumberedNote] = field(default_factory=dict)
    _last: dict[str, int] = field(default_factory=dict)
    """Ordinal of the last note that cites a work."""

    mentions: list[Mention] = field(default_factory=list)
    """Every citation of an authority."""

    _in_note: dict[int, list[str]] = field(default_factory=dict)
    """What each note cites, by its ordinal."""

    _place: Pinpoint | None = None
    """The place in what was cited last."""

    def enter(self, mention: Mention) -> None:
        """Count a citation; call it after the position of it was asked for."""
        self._first.setdefault(mention.in_its_file, mention.note)
        self._last[mention.key] = mention.note.ordinal
        self._in_note.setdefault(mention.note.ordinal, []).append(mention.key)
        self._place = mention.place

    def first_note(self, mention: Mention) -> NumberedNote | None:
        """Return the note that cites it in full; `None` where it is cited here for the first time."""
        return self._first.get(mention.in_its_file)

    def cite_in_full(self, mention: Mention) -> None:
        """Note that it is cited in full again here, so that later citations lead here."""
        self._first[mention.in_its_file] = mention.note

    def is_ibid(self, mention: Mention) -> bool:
        """Tell whether it is what was cited just before; the whole of a work is not, behind a place in it."""
        if self._place and not mention.place:
            return False
        here = self._in_note.get(mention.note.ordinal, [])
        if here:
            return here[-1] == mention.key
        before = self._in_note.get(mention.note.ordinal - 1, [])
        return before == [mention.key] and not (mention.note.number_begins or mention.note.begins_part)

    def is_same_place(self, mention: Mention) -> bool:
        """Tell whether the place, too, is that which was cited just before."""
        return self._place == mention.place

    def distance(self, mention: Mention) -> int:
        """Return how many notes ago it was last cited."""
        return mention.note.ordinal - self._last.get(mention.key, 0)


# Authorities that one document calls by the same words in later citations, so that nobody can tell which is meant.

_ANY_PART = -1


@dataclass(slots=True)
class CalledAlike:
    """What later citations of each authority say, without the place that is cited."""

    _said: dict[tuple[int, str], dict[str, None]] = field(default_factory=dict)
    """Part, where the words hold the number of a note, and words → ids of the authorities, in order of use."""

    _cited_again: set[str] = field(default_factory=set)

    def enter(self, key: str, section: int, later: Inlines) -> None:
        """Count an authority that is cited in full, with what its later citations in the same part will say."""
        text = plain_text(later)
        part = section if any(isinstance(inline, NoteRef) for inline in later) else _ANY_PART
        if text:
            self._said.setdefault((part, text), {})[key] = None

    def cited_again(self, key: str) -> None:
        """Count a later citation."""
        self._cited_again.add(key)

    def findings(self) -> Iterator[Diagnostic]:
        """Give a finding for each set of authorities of one name, where one of them is cited by it."""
        for (_, text), keys in self._said.items():
            if len(keys) > 1 and self._cited_again & keys.keys():
                yield not_distinguished(tuple(keys), text)


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


# Cases that later citations call by the same name, such as the judgments of a chamber and of the Grand Chamber.

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PARTIES = "parties"
_TELLING = ("year", _PARTIES, "day", "number", "neutral_citation", "report")
"""What may tell one case from another, the shortest first."""

Told = Mapping[str, str]


def cases_distinguished(notes: Iterable[NumberedNote], library: Library, writer: LegalWriter) -> Mapping[str, Apart]:
    """Return how each case cited is told from those that have its short name, by the first thing that differs.

    These are the year, both parties, the day, and the number or the report. A case is left out whose name no other has,
    and one of which nothing recorded differs.
    """
    if len(library.authorities) < 2:
        return {}
    keys = {item.key for note in notes for cite, _ in citations_of(note) for item in cite.items}
    by_name: dict[str, dict[str, Told]] = defaultdict(dict)
    for key in sorted(keys & library.authorities.keys()):
        authority = library.authorities[key]
        if _is_case(authority) and not _has_other_name(authority, writer):
            by_name[plain_text(writer.names(authority))][key] = _worded(authority, writer)
    return {key: apart for cases in by_name.values() for key in cases if (apart := _apart(key, cases))}


def _apart(key: str, cases: Mapping[str, Told]) -> Apart | None:
    others = [told for other, told in cases.items() if other != key]
    for name in _TELLING if others else ():
        value = cases[key][name]
        if value and all(told[name] != value for told in others):
            return Apart(by_parties=True) if name == _PARTIES else Apart(value)
    return None


def _is_case(authority: Authority) -> bool:
    return cited_forms()[authority.form].group == "cases" or authority.form == "views"


def _has_other_name(authority: Authority, writer: LegalWriter) -> bool:
    """Tell whether later citations call it by a name that was declared for it."""
    is_printed = "known_as" in fields_of(writer.style.of_kind(authority.form).later)
    return is_printed and bool(authority.texts.get("known_as"))


def _worded(authority: Authority, writer: LegalWriter) -> Told:
    values = values_of(authority, writer.style, writer.words, is_whole=False, is_named=False)
    shown = {key: plain_text(values.get(key, ())) for key in ("number", "neutral_citation", "report", "date")}
    return {**shown, "year": _year(authority), _PARTIES: plain_text(values["name"]), "day": shown["date"]}


def _year(authority: Authority) -> str:
    if day := authority.dates.get("date"):
        return str(day[0])
    texts = (plain_text(authority.texts.get(key, ())) for key in ("neutral_citation", "report"))
    return next((found[0] for text in texts if (found := _YEAR.search(text))), "")
