"""Making the changes of one document: in its lines, in its notes once they are written, and in its lists of works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, pairwise, product

from probata.changes.atoms import as_printed, numbers_in, paragraphs_of, printed
from probata.changes.lines import Line, Rebuilder, lines_of
from probata.changes.rewrite import NotMade, UnclearChangeError, rewritten
from probata.citation import Library, works_cited
from probata.document.anchors import EVIDENCE_SCHEDULE, MATRIX
from probata.document.blocks import Block, Blocks, Paragraph, Role, Table
from probata.document.inlines import Cite, Inlines, Note
from probata.document.origin import Origin
from probata.document.printed import ENTRIES, TreeLine
from probata.document.rebuild import map_blocks, map_children, same_or_new
from probata.document.tree import Document
from probata.document.walk import inlines_in_order
from probata.model.change import Change
from probata.model.schema import CASE

# Which new paragraph stands for which old one, where a change adds some or leaves some out.

_MOST = 250_000
"""Pairs of paragraphs that are compared: of more, the first stands for the first."""
_ANY = 1e-6
"""What it counts that a paragraph has a partner at all, however unlike."""


def paired(old: Sequence[str], new: Sequence[str]) -> tuple[int | None, ...]:
    """Return for each new paragraph the place of the old one that it stands for; `None` for one that is added.

    The order of both stays, and the words that partners have in common are as many as can be.
    """
    if len(old) * len(new) > _MOST:
        return tuple(place if place < len(old) else None for place in range(len(new)))
    best = _best([Counter(one.split()) for one in old], [Counter(one.split()) for one in new])
    found: list[int | None] = []
    i, j = 0, 0
    while j < len(new):
        if i < len(old) and best[i, j] == best.get((i + 1, j), -1.0):
            i += 1
        elif best[i, j] == best.get((i, j + 1), -1.0):
            found.append(None)
            j += 1
        else:
            found.append(i)
            i, j = i + 1, j + 1
    return tuple(found)


def _best(old: Sequence[Counter[str]], new: Sequence[Counter[str]]) -> dict[tuple[int, int], float]:
    ends = (*((len(old), j) for j in range(len(new) + 1)), *((i, len(new)) for i in range(len(old) + 1)))
    best = dict.fromkeys(ends, 0.0)
    for i, j in product(reversed(range(len(old))), reversed(range(len(new)))):
        both = _ANY + _alike(old[i], new[j]) + best[i + 1, j + 1]
        best[i, j] = max(both, best[i + 1, j], best[i, j + 1])
    return best


def _alike(old: Counter[str], new: Counter[str]) -> float:
    return 2 * (old & new).total() / ((old.total() + new.total()) or 1)


# Making changes in the lines of a document, one after the other in the order of their file.


def origin_of(change: Change) -> Origin:
    """Return where the words come from that a change puts into a document."""
    return Origin(f"changes/{change.id}", "after")


@dataclass(slots=True)
class Keeping:
    """The lines of a document as they stand after the changes made so far."""

    lines: list[Line]
    takes_notes: bool
    """Whether changes may add notes."""

    made: tuple[Line, ...] = field(init=False)
    """The lines as they stood before any change: occurrences are counted among them, whatever was changed first."""

    touched: set[int] = field(default_factory=set)
    """Slots in which something was changed."""

    added: dict[int, Origin] = field(default_factory=dict)
    """Slot → the change that added paragraphs there."""

    def __post_init__(self) -> None:
        """Keep the lines as they stand now."""
        self.made = tuple(self.lines)

    def make(self, change: Change) -> NotMade | None:
        """Make one change; return why not where it cannot be made, and leave all lines as they are then."""
        before = paragraphs_of(change.before)
        places = self._place(tuple(map(as_printed, before)), change)
        if len(places) != 1:
            return NotMade(change.id, len(places))
        there = slice(places[0], places[0] + len(before))
        old = self.lines[there]
        try:
            new = tuple(self._changed(old, before, change))
        except UnclearChangeError as error:
            return NotMade(change.id, 1, str(error))
        self.touched |= {line.slot for line in old if all(line is not one for one in new)}
        self.touched |= {line.slot for line in new if line.is_further}
        self.added |= {line.slot: origin_of(change) for line in new if line.is_further}
        self.lines[there] = new
        return None

    def rebuilt(self, blocks: Blocks) -> Blocks:
        """Return the blocks that the lines are from, with what was changed."""
        edits: dict[int, list[Line]] = {slot: [] for slot in sorted(self.touched)}
        for line in self.lines:
            if line.slot in edits:
                edits[line.slot].append(line)
        return Rebuilder(edits, self.added, count()).blocks(blocks) if edits else blocks

    def _place(self, before: Sequence[str], change: Change) -> tuple[int, ...]:
        """Return where lines stand that print these words: one place, or all where it is not known which."""
        places, first = (_places(lines, before, change.of) for lines in (self.lines, self.made))
        # Words that stood in one place are meant there, whatever earlier changes put in elsewhere.
        number = change.occurrence or (1 if len(first) == 1 else 0)
        if len(places) < 2 or not 1 <= number <= len(first):
            return places
        slot = self.made[first[number - 1]].slot
        meant = tuple(place for place in places if self.lines[place].slot == slot)
        return meant or places

    def _changed(self, old: Sequence[Line], before: Sequence[str], change: Change) -> Iterator[Line]:
        """Give the lines that stand there now; raises `UnclearChangeError`."""
        after, origin = paragraphs_of(change.after), origin_of(change)
        shown = [line.inlines if line.text == as_printed(one) else line.with_lead for line, one in _pairs(old, before)]
        made = rewritten(shown, numbers_in(before), after, origin, self.takes_notes)
        partners = _partners(old, before, after)
        last: Line | None = None
        for place, (partner, inlines) in enumerate(zip(partners, made, strict=True)):
            if partner is None:
                following = (old[one] for one in partners[place:] if one is not None)
                last = _further((last, next(following, None)), inlines, origin)
            elif _words_by_line(after[place]) == _words_by_line(before[partner]):
                last = old[partner]
            else:
                led = shown[partner] is not old[partner].inlines
                own = _without_lead(inlines, old[partner].lead) if led else inlines
                last = replace(old[partner], inlines=own, text=printed(own), is_changed=True)
            yield last


def _places(lines: Sequence[Line], before: Sequence[str], of: str | None) -> tuple[int, ...]:
    """Return where lines stand that print these words, one of which comes from `of` where it is given.

    A caption is looked for without what the program prints before it only where no line is just these words.
    """
    wholly = tuple(_where(lines, before, of, _is_wholly))
    return wholly or tuple(_where(lines, before, of, _prints))


def _where(
    lines: Sequence[Line], before: Sequence[str], of: str | None, prints: Callable[[Line, str], bool]
) -> Iterator[int]:
    for place in range(len(lines) - len(before) + 1) if before else ():
        if not prints(lines[place], before[0]):
            continue
        there = lines[place : place + len(before)]
        is_of_it = of is None or any(_comes_from(line.origin, of) for line in there)
        if is_of_it and all(map(prints, there, before)):
            yield place


def _words_by_line(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines()]


def _pairs(old: Sequence[Line], before: Sequence[str]) -> Iterator[tuple[Line, str]]:
    yield from zip(old, before, strict=True)


def _is_wholly(line: Line, words: str) -> bool:
    return words == (printed(line.with_lead) if line.lead else line.text)


def _prints(line: Line, words: str) -> bool:
    return words == line.text or bool(line.lead and words == printed(line.with_lead))


def _comes_from(origin: Origin | None, of: str) -> bool:
    """Tell whether a line comes from a record, or from one of its fields where `of` names one.

    There is one case, whatever its folder was called when the change was kept.
    """
    record, _, named = of.partition("#")
    is_of_it = origin is not None and (origin.record == record or {_kind(origin.record), _kind(record)} == {CASE})
    return origin is not None and is_of_it and named in ("", origin.field)


def _kind(record: str) -> str:
    return record.partition("/")[0]


def _partners(old: Sequence[Line], before: Sequence[str], after: Sequence[str]) -> tuple[int | None, ...]:
    """Return for each new paragraph the old line that it stands for; from cell to cell one stands for one."""
    if len(before) == len(after) and len({line.parent for line in old}) > 1:
        return tuple(range(len(after)))
    return paired(before, after)


def _further(neighbours: Iterable[Line | None], inlines: Inlines, origin: Origin) -> Line:
    """Return a paragraph that is added beside the first of its neighbours that may have one beside it."""
    beside = next((line for line in neighbours if line and line.takes_more), None)
    if beside is None:
        raise UnclearChangeError("it adds a paragraph beside a heading, a caption or the name below a quotation")
    return replace(beside, inlines=inlines, text=printed(inlines), origin=origin, is_further=True, is_changed=True)


def _without_lead(inlines: Inlines, lead: Inlines) -> Inlines:
    if inlines[: len(lead)] != lead:
        raise UnclearChangeError("it changes the word or the number before a caption, which the program writes")
    return inlines[len(lead) :]


def keep_in_text(
    document: Document, changes: Sequence[Change], mark_after: str, takes_notes: bool
) -> tuple[Document, tuple[NotMade, ...]]:
    """Return a composed document with the changes of its text, before citations are written; and those not made.

    What citations print is compared as marks. Entries of lists of works are lines of `keep_in_entries`.
    """
    return _kept(document, changes, mark_after, takes_notes, lambda line: not _is_entry(line))


def keep_in_entries(document: Document, changes: Sequence[Change]) -> tuple[Document, tuple[NotMade, ...]]:
    """Return a cited document with the changes of its lists of works, and those that it does not have.

    Tables that cite in the text have words in place of marks now, and are looked through again.
    """
    return _kept(document, changes, "", False, lambda line: _is_entry(line) or _may_cite_in_text(line))


def _kept(
    document: Document,
    changes: Sequence[Change],
    mark_after: str,
    takes_notes: bool,
    wanted: Callable[[TreeLine], bool],
) -> tuple[Document, tuple[NotMade, ...]]:
    if not changes:
        return document, ()
    lines = lines_of(document.blocks, document.meta, mark_after, wanted)
    keeping = Keeping(list(lines), takes_notes)
    not_made = tuple(found for change in changes if (found := keeping.make(change)))
    blocks = keeping.rebuilt(document.blocks)
    return (document if blocks is document.blocks else replace(document, blocks=blocks)), not_made


def _is_entry(line: TreeLine) -> bool:
    return isinstance(line.block, Paragraph) and line.block.role in ENTRIES


def _may_cite_in_text(line: TreeLine) -> bool:
    return any(isinstance(one, Table) and one.id in (EVIDENCE_SCHEDULE, MATRIX) for one in line.around)


# Changes of what notes say: made when citations are written, since only then a note has its words.


@dataclass(slots=True)
class _Notes:
    document: Document
    notes: dict[str, Note] = field(init=False)
    lines: dict[str, tuple[Line, ...]] = field(init=False)
    changed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        found = (inline for inline in inlines_in_order(self.document.blocks) if isinstance(inline, Note))
        self.notes = {note.id: note for note in found}
        self.lines = {key: self._lines_of(note) for key, note in self.notes.items()}

    def make(self, change: Change) -> NotMade | None:
        """Make one change; of several notes with its words, that which it names is changed."""
        tried = {key: self._tried(key, change) for key in self.notes}
        fits = {key: one for key, one in tried.items() if not isinstance(one, NotMade) or one.places}
        if change.note_of in fits:
            fits = {change.note_of: fits[change.note_of]}
        if len(fits) != 1:
            return NotMade(change.id, len(fits))
        ((key, made),) = fits.items()
        if isinstance(made, NotMade):
            return made
        if not made:
            return NotMade(change.id, 1, "it leaves a note without words")
        self.notes[key] = replace(self.notes[key], blocks=made)
        self.lines[key] = self._lines_of(self.notes[key])
        self.changed.add(key)
        return None

    def _tried(self, key: str, change: Change) -> Blocks | NotMade:
        keeping = Keeping([*self.lines[key]], takes_notes=False)
        return keeping.make(change.model_copy(update={"of": None})) or keeping.rebuilt(self.notes[key].blocks)

    def _lines_of(self, note: Note) -> tuple[Line, ...]:
        return lines_of(note.blocks, self.document.meta, "", lambda _: True)

    def put_in(self, inlines: Inlines) -> Inlines:
        """Return a line with its notes as they stand now."""
        made = (
            self.notes[one.id] if isinstance(one, Note) and one.id in self.changed else map_children(one, self.put_in)
            for one in inlines
        )
        return same_or_new(inlines, tuple(made))


def keep_in_notes(document: Document, changes: Sequence[Change]) -> tuple[Document, tuple[NotMade, ...]]:
    """Return a cited document with the changes of its notes, and those that it does not have."""
    if not changes:
        return document, ()
    notes = _Notes(document)
    not_made = tuple(found for change in changes if (found := notes.make(change)))
    if not notes.changed:
        return document, not_made
    return replace(document, blocks=map_blocks(document.blocks, notes.put_in)), not_made


# Entries of the lists of sources and authorities for works that a document cites no more.


def without_lost_entries(before: Blocks, after: Blocks, library: Library) -> Blocks:
    """Return the blocks after a change without the entries of works that were cited before it alone.

    A heading of a table of authorities that is left with no entry goes with them.
    """
    lost = _listed(before, library) - _listed(after, library)
    if not lost:
        return after
    kept = tuple(block for block in after if not (_is_entry_of_list(block) and lost.issuperset(_keys(block, library))))
    return tuple(_without_empty_groups(kept))


def _listed(blocks: Blocks, library: Library) -> set[str]:
    cited = works_cited(tuple(block for block in blocks if not _is_entry_of_list(block)), library)
    return {*cited, *(item.key for key in cited for item in library.cited_in.get(key, ()))}


def _is_entry_of_list(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in ENTRIES and any(_cites(block))


def _cites(block: Block) -> Iterator[Cite]:
    return (inline for inline in inlines_in_order((block,)) if isinstance(inline, Cite))


def _keys(block: Block, library: Library) -> Iterable[str]:
    return (library.work_of(item.key) for cite in _cites(block) for item in cite.items)


def _without_empty_groups(blocks: Blocks) -> Iterator[Block]:
    for block, below in pairwise((*blocks, None)):
        is_group = isinstance(block, Paragraph) and block.role is Role.AUTHORITY_GROUP
        has_entry = isinstance(below, Paragraph) and below.role is Role.AUTHORITY
        if block is not None and (has_entry or not is_group):
            yield block
