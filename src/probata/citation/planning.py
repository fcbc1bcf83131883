"""Decides for every citation which parts Pandoc writes and which are our own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from probata.citation.authority_citer import AuthorityCiter
from probata.citation.cited_items import read_item
from probata.citation.exhibited import exhibits_of
from probata.citation.library import Library
from probata.citation.note_citations import citations_of
from probata.citation.numbering import NumberedNote
from probata.citation.parts import NEW_SENTENCE, Asked, Part, Reference, Written
from probata.citation.pinpoints import place_in_source, spaced
from probata.citation.place_parts import words_apart
from probata.citation.scheduled import further_place, scheduled
from probata.citation.sentinels import PLACEHOLDER, without_sentinels
from probata.citation.signals import is_own, kind_of_signal, signalled, spelled
from probata.citation.words import Words
from probata.document.inlines import Cite, CiteItem, Gap, Inlines, Text
from probata.document.origin import Origin

SILENT = Asked((Reference(PLACEHOLDER),), shown=False)
"""Tells Pandoc that something else was cited here, so that the next citation is no *ibid*."""

Parts = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source is cited."""

    note: NumberedNote
    origin: Origin | None
    starts: bool
    """Whether it begins the note or a sentence in it."""

    trail: tuple[str, ...] = ()
    """The sources that are known through it."""


class Planner:
    """Plans the notes of one numbering unit, in order: the document, or a section where numbers restart."""

    def __init__(
        self, library: Library, words: Words, delimiter: str, citer: AuthorityCiter, *, has_ibid: bool = False
    ) -> None:
        self._library = library
        self._words = words
        self._between = delimiter
        self._citer = citer
        self._remarked: set[str] = set()
        self._has_ibid = has_ibid
        self._alone: CiteItem | None = None
        """What the note before cites, where that is one work with no words of its author's."""
        self._repeats = False
        """Whether this note says no more than the one before."""

    def plan(self, note: NumberedNote, *, is_last_of_part: bool = False) -> tuple[Parts, ...]:
        """Return the parts of each citation of the note; no *ibid* leads into the last note of a part."""
        cites = tuple(citations_of(note))
        alone = cites[0][0].items[0] if len(cites) == 1 and len(cites[0][0].items) == 1 else None
        self._repeats = alone is not None and alone == self._alone and not note.number_begins
        plans = tuple(self._citation(cite, note, starts) for cite, starts in cites)
        self._alone = alone if alone and not (alone.prefix or alone.suffix or is_last_of_part) else None
        # A citation of something else that nobody sees: in the next note it would be in the way of the note after that.
        return (*plans[:-1], (*plans[-1], SILENT)) if plans and is_last_of_part else plans

    def _citation(self, cite: Cite, note: NumberedNote, starts: bool) -> Parts:
        parts: list[Part] = []
        before: CiteItem | None = None
        for run, between in self._runs(cite.items):
            if self._goes_on(before, run[0]):
                parts.append(Written(further_place(run[0], self._library, self._citer.writer)))
                before = run[0] if run[0].pinpoint else before
                continue
            before = run[-1]
            parts += [Written((Text(between),))] if between else []
            begins = between == NEW_SENTENCE or (starts and not parts)
            if self._are_one(run):
                parts.append(self._together(run, note, begins))
                continue
            for number, item in enumerate(run):
                parts += [Written((Text(self._between),))] if number else []
                parts += self._item(item, Place(note, cite.origin, begins and not number))
        return tuple(parts)

    def _goes_on(self, before: CiteItem | None, item: CiteItem) -> bool:
        """Tell whether an item names what stands before it, an item of the schedule, and at most another place."""
        if before is None or item.key != before.key or item.key not in self._library.schedule.items:
            return False
        return bool(before.pinpoint) and not (before.suffix or item.prefix or item.suffix)

    def _runs(self, items: tuple[CiteItem, ...]) -> list[tuple[tuple[CiteItem, ...], str]]:
        """Return the items that Pandoc may write at once, with what stands before them.

        Only what it writes at once does it know to be one note, in which a source just cited is cited by *id.* alone.
        """
        runs: list[tuple[tuple[CiteItem, ...], str]] = []
        for item, between in zip(items, self._all_between(items), strict=True):
            joins = between.startswith(self._between) and self._is_pandocs(item)
            if runs and joins and self._is_pandocs(runs[-1][0][-1]):
                word = between.removeprefix(self._between)  # the *and* before the last
                runs[-1] = ((*runs[-1][0], replace(item, prefix=word + item.prefix)), runs[-1][1])
            else:
                runs.append(((item,), between))
        return runs

    def _together(self, items: tuple[CiteItem, ...], note: NumberedNote, starts: bool) -> Asked:
        references = tuple(self._reference(item) for item in items)
        for item in items:
            self._citer.pass_over(item, note)
        return Asked(references, starts)

    def _are_one(self, items: tuple[CiteItem, ...]) -> bool:
        """Tell whether Pandoc writes all of a run at once."""
        return all(self._is_pandocs(item) for item in items)

    def _is_pandocs(self, item: CiteItem) -> bool:
        return self._is_simple(item) and not is_own(item.prefix, self._citer.writer.style, starts=True)

    def _all_between(self, items: tuple[CiteItem, ...]) -> list[str]:
        """Return what stands before each item; nothing before the first, and no *and* before words of its own."""
        style = self._citer.writer.style
        kind, found = kind_of_signal(items[0].prefix, style), [""]
        for number, item in enumerate(items[1:], start=2):
            before, kind = kind, kind_of_signal(item.prefix, style, kind)
            last = style.before_last if number == len(items) and not item.prefix.strip() else ""
            found.append(NEW_SENTENCE if kind != before else last or self._between)
        return found

    def _is_simple(self, item: CiteItem) -> bool:
        """Tell whether it is a source with nothing of our own behind it."""
        if item.key in self._library.schedule.items:
            return False
        known_through_none = item.key in self._library.sources and item.key not in self._library.cited_in
        return known_through_none and (item.key in self._remarked or item.key not in self._library.exhibits)

    def _item(self, item: CiteItem, place: Place) -> Parts:
        if item.key in self._library.schedule.items:
            return self._scheduled(item, place)
        if self._repeats and self._has_ibid and item.key in self._library.cited_in and not place.trail:
            return self._again(item, place)
        if item.key in self._library.sources:
            return self._source(item, place)
        item = words_apart(item)
        before = signalled(item.prefix, self._citer.writer.style, starts=place.starts)
        after = (Text(spaced(item.suffix, behind_place=item.pinpoint is not None)),) if item.suffix.strip() else ()
        if authority := self._library.authorities.get(item.key):
            cited = self._citer.cite(authority, item, place.note, starts=place.starts and not before)
            told = self._told_once(item.key)
            return SILENT, Written((*before, *cited, *after, *told)), *self._known_through(item, place)
        self._citer.pass_over(item, place.note)
        # The finding for an unknown source refuses a document for filing; the gap is not told a second time.
        gap = Gap(self._words.not_recorded.replace("{}", item.key), required=False, origin=place.origin)
        return SILENT, Written((*before, gap, *after))

    def _source(self, item: CiteItem, place: Place) -> Parts:
        self._citer.pass_over(item, place.note)
        style = self._citer.writer.style
        has_own = is_own(item.prefix, style, starts=place.starts)
        own = signalled(item.prefix, style, starts=place.starts) if has_own else ()
        exhibits = () if item.key in self._remarked else exhibits_of(item.key, self._library, self._words)
        asked = self._reference(replace(item, prefix="") if own else item)
        parts: list[Part] = [*([Written(own)] if own else []), Asked((asked,), place.starts and not own)]
        parts += [Written(exhibits)] if exhibits else []
        return (*parts, *self._known_through(item, place))

    def _scheduled(self, item: CiteItem, place: Place) -> Parts:
        self._citer.pass_over(item, place.note)
        before = signalled(item.prefix, self._citer.writer.style, starts=place.starts)
        return SILENT, Written((*before, *scheduled(item, self._library, self._citer.writer)))

    def _known_through(self, item: CiteItem, place: Place) -> Parts:
        """Write where a work is cited that we know through others only."""
        inside = replace(place, starts=False, trail=(*place.trail, item.key))
        others = [other for other in self._library.cited_in.get(item.key, ()) if other.key not in inside.trail]
        parts: list[Part] = []
        for number, other in enumerate(others):
            parts.append(Written((Text(self._between if number else self._words.cited_in),)))
            parts += self._item(read_item(other, self._library), inside)
        return tuple(parts)

    def _told_once(self, key: str) -> Inlines:
        """Return what stands behind the first citation of an authority: how it is held, and as which exhibit."""
        if key in self._remarked:
            return ()
        self._remarked.add(key)
        remark = self._library.remarks.get(key, "")
        return (*((Text(f" ({remark})"),) if remark else ()), *exhibits_of(key, self._library, self._words))

    def _again(self, item: CiteItem, place: Place) -> Parts:
        """Write *ibid* for a source that is known through others: Pandoc cannot know that these are the same, too."""
        self._citer.pass_over(item, place.note)
        return SILENT, Written(self._citer.writer.ibid_alone(starts=place.starts))

    def _reference(self, item: CiteItem) -> Reference:
        remark = "" if item.key in self._remarked else self._library.remarks.get(item.key, "")
        self._remarked.add(item.key)
        item = words_apart(item)
        after = without_sentinels(spaced(item.suffix) + (f" ({remark})" if remark else ""))
        return Reference(
            key=item.key,
            prefix=spelled(item.prefix, self._citer.writer.style),
            locator=place_in_source(item.pinpoint, self._words, self._citer.writer.style),
            suffix=after,
            suppress_author=item.suppress_author,
        )
