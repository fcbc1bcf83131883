"""Decides for every citation which parts Pandoc writes and which are our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from probata.citation.authority_citer import AuthorityCiter
from probata.citation.exhibits import exhibits_of, further_place, scheduled
from probata.citation.legal_style import LegalStyle
from probata.citation.library import Library, is_schedule
from probata.citation.numbering import NumberedNote, citations_of
from probata.citation.parts import NEW_SENTENCE, Asked, Part, Reference, Written
from probata.citation.pinpoints import place_in_source, spaced
from probata.citation.place_parts import with_places_joined, words_apart
from probata.citation.sentinels import PLACEHOLDER, without_sentinels
from probata.citation.words import Words
from probata.document.blocks import Blocks
from probata.document.inlines import Cite, CiteItem, Emph, Gap, Inline, Inlines, Pinpoint, Text
from probata.document.origin import Origin
from probata.document.rebuild import map_block, map_children, same_or_new
from probata.model.citation import bare_time

# A source that prints an authority is cited as that authority. `3:10` behind a recording is a time, whoever wrote it:
# a record or a text, which do not know what the source is. Pages 12 and 13 of one work are its pages 12 to 13.


def with_items_read(blocks: Blocks, library: Library) -> Blocks:
    """Return the blocks with every citation read."""
    return tuple(
        block if is_schedule(block) else map_block(block, lambda inlines: _changed(inlines, library))
        for block in blocks
    )


def _changed(inlines: Inlines, library: Library) -> Inlines:
    def change(inline: Inline) -> Inline:
        if isinstance(inline, Cite):
            items = with_places_joined(tuple(read_item(one, library) for one in inline.items))
            return inline if items == inline.items else replace(inline, items=items)
        return map_children(inline, lambda inner: _changed(inner, library))

    return same_or_new(inlines, tuple(map(change, inlines)))


def read_item(item: CiteItem, library: Library) -> CiteItem:
    """Return one citation read: by the one id of its work, and a bare time behind a source as the place."""
    time = bare_time(item.suffix, in_recording=item.key in library.recordings) if item.suffix else None
    if time and not item.pinpoint and item.key in library.sources:
        item = replace(item, pinpoint=Pinpoint("timecode", time[0]), suffix=time[1].strip())
    item = item if item.key == library.work_of(item.key) else replace(item, key=library.work_of(item.key))
    return _through(item, library) if library.schedule.rests_on else item


def _through(item: CiteItem, library: Library) -> CiteItem:
    """Return the place in the work on which the case rests, where it is known through that work alone.

    Without a list that says what it is, a work keeps its own name where it has one.
    """
    seen, found = set[str](), item
    while found.key in library.cited_in and found.key not in seen and _goes_through(found.key, library):
        seen.add(found.key)
        found = library.cited_in[found.key][0]
    return replace(found, prefix=item.prefix) if found.key == library.schedule.rests_on != item.key else item


def _goes_through(key: str, library: Library) -> bool:
    is_listed = bool(library.schedule.items[library.schedule.rests_on].number)
    return key in library.schedule.items if is_listed else key in library.untitled


# The words before a citation, *see* and its like.

SIGNAL = re.compile(
    r"(?P<base>(?:but )?see(?: also| generally)?\b|(?:but )?cf\b\.?|accord\b|contra\b|compare\b|i\.?e\b\.?)"
    r"(?P<eg>,? (?:e\.?g\b\.?|for example\b|for instance\b),?)?"
    r"|(?P<alone>e\.?g\b\.?,?|for (?:example|instance),?$)",
    re.IGNORECASE,
)
"""Signals as the Indigo Book lists them (R4.2), and those of OSCOLA, however they are typed."""


def spelled(prefix: str, style: LegalStyle) -> str:
    """Return the words before a work with the signal at their beginning as the style spells it: `Cf.`, `cf`.

    A signal of which the style says nothing is left as it is typed.
    """
    words = prefix.strip()
    found = SIGNAL.match(words) if words else None
    signal = style.signals.words.get(_name(found), "") if found else ""
    return f"{signal}{words[found.end() :]}" if found and signal else words


def signalled(prefix: str, style: LegalStyle, *, starts: bool) -> Inlines:
    """Return the words before a work of our own, with a capital at the start as citeproc gives it.

    A signal at their beginning is in italics where the style has it so (Bluebook 2.1), and small at the start of a note
    where the style has it so (OSCOLA 5, 1.1.5).
    """
    words = spelled(prefix, style)
    if not words:
        return ()
    if starts and _base(words) not in style.signals.small:
        words = f"{words[0].upper()}{words[1:]}"
    signal = SIGNAL.match(words) if style.signals.italic else None
    if signal is None:
        return (Text(f"{words} "),)
    *italic, last = _in_italics(signal[0])
    rest = f"{words[signal.end() :]} "
    return (*italic, Text(last.text + rest)) if isinstance(last, Text) else (*italic, last, Text(rest))


def _in_italics(signal: str) -> Iterator[Inline]:
    """Put the words of a signal in italics and leave its commas upright: *see*, *e.g.*, (Indigo Book, R4.5.2)."""
    return (
        Text(piece) if piece.startswith(",") else Emph((Text(piece),)) for piece in re.split("(, ?)", signal) if piece
    )


def is_own(prefix: str, style: LegalStyle, *, starts: bool) -> bool:
    """Tell whether words before a source are written by us: Pandoc knows no italics and no small letters there."""
    signal = _base(prefix)
    return bool(signal) and (style.signals.italic or not starts or signal in style.signals.small)


def kind_of_signal(prefix: str, style: LegalStyle, before: int = 0) -> int:
    """Return the kind of the words before a work; without a signal that of the work before it, which goes on.

    *But see* begins a sentence in the Bluebook (Indigo R4.3), *See also* in OSCOLA (1.1.4).
    """
    signal = _base(prefix)
    return next((number for number, kind in enumerate(style.signals.kinds) if signal in kind), 0) if signal else before


def _base(prefix: str) -> str:
    """Return the name of the signal at the beginning of words, without an example behind it; empty where none is."""
    found = SIGNAL.match(prefix.strip()) if prefix else None
    return _plain(found["base"] or "eg") if found else ""


def _name(signal: re.Match[str]) -> str:
    """Return the name by which a style spells a signal: `cf`, `see also`, `see eg`."""
    if not signal["base"]:
        return "eg"
    return f"{_plain(signal['base'])}{' eg' if signal['eg'] else ''}"


def _plain(signal: str) -> str:
    return signal.lower().replace(".", "")


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
            if all(self._is_pandocs(item) for item in run):
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
            told = self._stated_once(item.key)
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

    def _stated_once(self, key: str) -> Inlines:
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


# Notes that are counted together, with what is written in them.


@dataclass(frozen=True, slots=True)
class Unit:
    """The notes that are counted together: those of the document, or of a section where numbers restart."""

    notes: tuple[NumberedNote, ...]
    plans: tuple[tuple[Parts, ...], ...]
    """For each note the parts of each of its citations."""

    def asked(self) -> tuple[tuple[int, Asked], ...]:
        """Return what Pandoc is asked to write, each with the ordinal of its note."""
        return tuple(
            (numbered.ordinal, part)
            for numbered, plan in zip(self.notes, self.plans, strict=True)
            for parts in plan
            for part in parts
            if isinstance(part, Asked)
        )
