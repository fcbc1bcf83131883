"""Leave in the evidence schedule what the document cites, in the order of first citation, and number it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from probata.citation import Library, Schedule, Scheduled, works_cited
from probata.citation.library import is_schedule
from probata.compose.evidence_schedule import NOTHING_YET, counts_named
from probata.document.anchors import CONFIDENTIAL_ITEMS, EVIDENCE_UNSEEN, exhibit_anchor, is_place
from probata.document.blocks import Block, Blocks, Cell, Heading, Paragraph, Role, Row, Table
from probata.document.bundle_marks import is_mark
from probata.document.counting import letters
from probata.document.inlines import Cite, CrossRef, Inline, Inlines, Text
from probata.document.rebuild import map_block, map_children
from probata.document.walk import inlines_in_order, own_inlines, plain_text
from probata.messages import Wording

_SPACE = "\u00a0"
_HALF = 2


@dataclass(frozen=True, slots=True)
class EvidenceOf:
    """What a filing says of the works that its evidence schedule lists."""

    names: Mapping[str, str]
    """What notes call each, by the id of the work."""
    filed: Sequence[str]
    """The statements that go with the filing: they are listed first, cited or not."""
    counts: Mapping[str, int]
    """The numbers of the counts, by the ids of their headings."""
    numbered: str = "E"
    """What stands before their numbers."""
    is_preserved: bool = False
    """Whether a copy is held of any."""
    fixed: Mapping[str, str] = field(default_factory=dict)
    """The numbers that others have already, by the ids of the works."""


def list_evidence(
    blocks: Blocks, library: Library, of: EvidenceOf, wording: Wording, seen: Blocks
) -> tuple[Blocks, Schedule]:
    """Return the blocks with the schedule as it is printed, and what notes need of it.

    What no block of `seen` cites is not listed, as what stands on a confidential sheet alone, and is cited there as it
    would be without a schedule. A document without the table has no schedule; the one work on which it rests is called
    by its name.
    """
    table = next(filter(is_schedule, blocks), None)
    told = tuple(one for one in seen if one is not table and not _names_confidential(one))
    filed = tuple(map(library.work_of, of.filed))
    works = (*filed, *works_cited(told, library))
    prefix = f"{of.numbered}{_SPACE}" if of.numbered.endswith(".") else of.numbered
    schedule = _schedule(works, library, of, prefix)
    if table is None:
        return tuple(one for one in blocks if not _names_confidential(one)), _of_one_work(schedule)
    made: list[Block] = []
    for one in blocks:
        if one is table:
            counts = {**dict.fromkeys(filed, sorted(of.counts.values())), **_counts(told, library, of.counts)}
            made += _tables(table, schedule, counts, wording, "preserved" if of.is_preserved else "held")
        elif _names_confidential(one):
            made += _confidential(one, schedule, library, wording)
        else:
            made.append(one)
    return tuple(made), schedule


def _of_one_work(schedule: Schedule) -> Schedule:
    """Return a schedule of the one work on which the document rests, without a number; else one without items."""
    if not schedule.rests_on:
        return Schedule()
    return Schedule({schedule.rests_on: replace(schedule.items[schedule.rests_on], number="")}, schedule.rests_on)


def _tables(
    table: Table, schedule: Schedule, counts: Mapping[str, list[int]], wording: Wording, told: str
) -> Iterator[Block]:
    """Give the schedule; what is known through one work alone in a table of its own."""
    rows = {_key(row): row for row in table.rows}
    listed = {key: _row(rows[key], one, counts.get(key, ()), wording) for key, one in schedule.items.items()}
    below = f"{schedule.items[schedule.rests_on].number}." if schedule.rests_on else "-"
    unseen = [row for key, row in listed.items() if schedule.items[key].number.startswith(below)]
    inspected = tuple(row for row in listed.values() if row not in unseen)
    says_how_seen = any(_text(head.cells[-1]) == wording.label("schedule.seen") for head in table.header)
    if inspected:
        yield replace(table, rows=inspected)
        if says_how_seen:
            yield Paragraph((Text(wording.label(f"schedule.{told}")),), Role.TABLE_NOTE)
    if unseen:
        number = schedule.items[schedule.rests_on].number
        text = wording.label("schedule.rests_on", number=number, last=str(len(unseen)))
        yield Paragraph((Text(text),))
        widths, header, rest = table.widths, table.header, tuple(unseen)
        if says_how_seen:
            usual = wording.label("schedule.cited_in")
            widths, header = widths[:-1], tuple(_without_last(head, "") for head in header)
            rest = tuple(_without_last(row, usual) for row in rest)
        yield Table(widths, header, rest, id=EVIDENCE_UNSEEN)


def _without_last(row: Row, usual: str) -> Row:
    """Return a row without its last cell, of which the second says what is not usual."""
    number, work, *others, last = row.cells
    said = _text(last)
    if usual and said != usual:
        work = replace(work, blocks=(*work.blocks, *last.blocks))
    return replace(row, cells=(number, work, *others))


def _names_confidential(block: Block) -> bool:
    return is_place(block, CONFIDENTIAL_ITEMS)


def _confidential(block: Block, schedule: Schedule, library: Library, wording: Wording) -> Iterator[Block]:
    """Give the sentence that names the items that are not open, by their numbers; nothing where there is none."""
    named = works_cited((block,), library)
    items = [
        f"{one.number} ({', '.join(one.marks)})" if one.marks else one.number
        for key, one in schedule.items.items()
        if key in named
    ]
    if items:
        text = wording.label("schedule.confidential_items", items=wording.label("list.between_long").join(items))
        yield Paragraph((Text(text),), Role.NUMBERED)


def _schedule(cited: Sequence[str], library: Library, of: EvidenceOf, prefix: str) -> Schedule:
    """Number the works cited, each with those that are known through it alone below it."""
    names = of.names
    roots: dict[str, dict[str, None]] = {}
    for key in cited:
        root, *below = _known_from(key, library, names) or ("",)
        if root:
            roots.setdefault(root, {}).update(dict.fromkeys(below))
    total = len(roots) + sum(map(len, roots.values()))
    rests_on = next((root for root, below in roots.items() if len(below) * _HALF > total), "")
    items: dict[str, Scheduled] = {}
    for root, number in numbers_of(roots, {key: mark.rpartition(prefix)[2] for key, mark in of.fixed.items()}).items():
        held = roots[root]
        order = sorted(held, key=list(names).index) if root == rests_on else list(held)
        numbered = {root: f"{prefix}{number}"} | {one: f"{prefix}{number}.{n}" for n, one in enumerate(order, 1)}
        items |= {key: Scheduled(n, names[key], library.exhibits.get(key, ())) for key, n in numbered.items()}
    return Schedule(items, rests_on)


def numbers_of(cited: Iterable[str], fixed: Mapping[str, str]) -> Mapping[str, str]:
    """Return the number of each work in the order of the list: 1, 2, 3 as they are cited first.

    One that is `fixed` keeps its number, whatever is cited before it now. A new one goes behind the fixed one that is
    cited before it, as 12A; where no fixed one is cited after it, to the end in plain numbers.
    """
    works = list(cited)
    last = max((place for place, key in enumerate(works) if key in fixed), default=-1)
    highest = max((_digits(number) for number in fixed.values()), default=0)
    taken, following, before = set(fixed.values()), count(highest + 1), min(map(_digits, fixed.values()), default=0)
    found: dict[str, str] = {}
    for place, key in enumerate(works):
        if key in fixed:
            found[key] = fixed[key]
            before = _digits(fixed[key])
        elif place > last:
            found[key] = str(next(following))
        else:
            found[key] = next(one for n in count(1) if (one := f"{before}{letters(n).upper()}") not in taken)
            taken.add(found[key])
    return dict(sorted(found.items(), key=lambda one: (_digits(one[1]), len(one[1]), one[1])))


def _digits(number: str) -> int:
    found = re.match(r"\d+", number)
    return int(found[0]) if found else 0


def _known_from(key: str, library: Library, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the sources through which a work is known, the outermost first, and the work itself if it is a source."""
    chain: list[str] = []
    while key not in chain:
        chain.append(key)
        through = library.cited_in.get(key, ())
        key = through[0].key if through else key
    return tuple(one for one in reversed(chain) if one in names)


def _key(row: Row) -> str:
    cites = (inline for cell in row.cells for inline in inlines_in_order(cell.blocks) if isinstance(inline, Cite))
    return next((item.key for cite in cites for item in cite.items), "")


def _row(row: Row, item: Scheduled, counts: Sequence[int], wording: Wording) -> Row:
    _, work, shows, purpose, *seen = row.cells
    number = Cell((Paragraph((Text(item.number.rpartition(_SPACE)[2]),)),))  # its column is that of numbers
    if counts and _text(purpose) == NOTHING_YET:
        purpose = Cell((Paragraph((Text(counts_named(counts, wording)),)),))
    return replace(row, cells=(number, work, shows, purpose, *seen))


def _text(cell: Cell) -> str:
    return "".join(plain_text(own_inlines(block)) for block in cell.blocks)


def _counts(blocks: Blocks, library: Library, numbers: Mapping[str, int]) -> Mapping[str, list[int]]:
    found: dict[str, dict[int, None]] = {}
    count: int | None = None
    for block in blocks:
        if isinstance(block, Heading) and (block.level == 1 or block.id in numbers):
            count = numbers.get(block.id)
        for key in works_cited((block,), library) if count else ():
            found.setdefault(key, {})[count or 0] = None
    return {key: list(counts) for key, counts in found.items()}


# Let every mark of an exhibit lead to the line of the list that describes it.


def link_exhibits(blocks: Blocks) -> Blocks:
    """Name the first cell of a table that holds a mark alone, and make a reference of the mark everywhere else.

    Known is a mark by its origin, the field `mark` of an exhibit; where no list shows it, it stays as it is.
    """
    listed = _Listed()
    named = tuple(listed.name(block) for block in blocks)
    return tuple(listed.link(block) for block in named)


class _Listed:
    def __init__(self) -> None:
        self._anchors: set[str] = set()

    def name(self, block: Block) -> Block:
        """Name the cells of a list; a mark that two lists show is described by the first."""
        return replace(block, rows=tuple(self._row(row) for row in block.rows)) if isinstance(block, Table) else block

    def link(self, block: Block) -> Block:
        """Make references of marks, those in the named cells left out."""
        linked = map_block(block, self._linked)
        if not isinstance(block, Table) or not isinstance(linked, Table):
            return linked
        rows = zip(block.rows, linked.rows, strict=True)
        return replace(linked, rows=tuple(self._with_named_cell(before, after) for before, after in rows))

    def _row(self, row: Row) -> Row:
        if not row.cells:  # a table that has none of its columns
            return row
        first, *others = row.cells
        (block, *more) = first.blocks or (None,)
        mark = _only_mark(block) if isinstance(block, Paragraph) and not more else ""
        anchor = exhibit_anchor(mark)
        if not (mark and isinstance(block, Paragraph)) or anchor in self._anchors:
            return row
        self._anchors.add(anchor)
        return replace(row, cells=(replace(first, blocks=(replace(block, id=anchor),)), *others))

    def _with_named_cell(self, before: Row, after: Row) -> Row:
        is_named = bool(before.cells) and self._is_named(before.cells[0])
        return replace(after, cells=(before.cells[0], *after.cells[1:])) if is_named else after

    def _is_named(self, cell: Cell) -> bool:
        return any(isinstance(block, Paragraph) and block.id in self._anchors for block in cell.blocks)

    def _linked(self, inlines: Inlines) -> Inlines:
        return tuple(self._one(inline) for inline in inlines)

    def _one(self, inline: Inline) -> Inline:
        if isinstance(inline, Text) and is_mark(inline) and (anchor := exhibit_anchor(inline.text)) in self._anchors:
            return CrossRef(anchor, "exhibit", inline.text)
        return map_children(inline, self._linked)


def _only_mark(paragraph: Paragraph) -> str:
    """Return the mark that a paragraph holds and nothing else."""
    texts = [one for one in inlines_in_order((paragraph,)) if isinstance(one, Text)]
    return texts[0].text if len(texts) == 1 and is_mark(texts[0]) else ""
