"""Leave in the evidence schedule what the document cites, in the order of first citation, and number it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from probata.citation import Library, Schedule, Scheduled, Words, load_words, works_cited
from probata.citation.schedule import is_schedule
from probata.compose.evidence_schedule import NOTHING_YET
from probata.document.blocks import Block, Blocks, Cell, Heading, ListBlock, Paragraph, Quote, Role, Row
from probata.document.inlines import Cite, CrossRef, Inline, Inlines, Text
from probata.document.walk import inlines_in_order, own_inlines, plain_text
from probata.messages import Wording

_SPACE = "\u00a0"
_HALF = 2


def list_evidence(
    blocks: Blocks, library: Library, names: Mapping[str, str], wording: Wording, seen: Blocks, numbered: str = "E"
) -> tuple[Blocks, Schedule]:
    """Return the blocks with the schedule as it is printed, and what notes need of it.

    `names` are what notes call each source, by the id of its work; `numbered` is what stands before numbers. What no
    block of `seen` cites is not listed, as what stands on a confidential sheet alone, and is cited there as it would be
    without a schedule. A document without the table has no schedule; the one work on which it rests is called by its
    name.
    """
    table = next(filter(is_schedule, blocks), None)
    cited = works_cited(tuple(one for one in seen if one is not table), library)
    schedule = _schedule(cited, library, names, f"{numbered}{_SPACE}" if numbered.endswith(".") else numbered)
    if table is None:
        return blocks, _of_one_work(schedule)
    others, places = _places(tuple(one for one in blocks if one is not table), seen, library, schedule)
    rows = {_key(row): row for row in table.rows}
    listed = tuple(
        _row(rows[key], one, places.get(key, ()), load_words(wording.language)) for key, one in schedule.items.items()
    )
    made = replace(table, rows=listed)
    rest = iter(others)
    shown = (*_on_one_work(schedule, wording), made) if listed else ()
    return tuple(inner for one in blocks for inner in (shown if one is table else (next(rest),))), schedule


def _of_one_work(schedule: Schedule) -> Schedule:
    """Return a schedule of the one work on which the document rests, without a number; else one without items."""
    if not schedule.rests_on:
        return Schedule()
    return Schedule({schedule.rests_on: replace(schedule.items[schedule.rests_on], number="")}, schedule.rests_on)


def _on_one_work(schedule: Schedule, wording: Wording) -> Blocks:
    """Return the sentence that a case needs once which rests on one work."""
    if not schedule.rests_on:
        return ()
    number = schedule.items[schedule.rests_on].number
    last = sum(one.number.startswith(f"{number}.") for one in schedule.items.values())
    return (Paragraph((Text(wording.label("schedule.rests_on", number=number, last=str(last))),)),)


def _schedule(cited: Sequence[str], library: Library, names: Mapping[str, str], prefix: str) -> Schedule:
    """Number the works cited, each with those that are known through it alone below it."""
    roots: dict[str, dict[str, None]] = {}
    for key in cited:
        root, *below = _known_from(key, library, names) or ("",)
        if root:
            roots.setdefault(root, {}).update(dict.fromkeys(below))
    total = len(roots) + sum(map(len, roots.values()))
    rests_on = next((root for root, below in roots.items() if len(below) * _HALF > total), "")
    items: dict[str, Scheduled] = {}
    for number, (root, held) in enumerate(roots.items(), 1):
        order = sorted(held, key=list(names).index) if root == rests_on else list(held)
        numbered = {root: f"{prefix}{number}"} | {one: f"{prefix}{number}.{n}" for n, one in enumerate(order, 1)}
        items |= {key: Scheduled(n, names[key], library.exhibits.get(key, ())) for key, n in numbered.items()}
    return Schedule(items, rests_on)


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


def _row(row: Row, item: Scheduled, places: Sequence[CrossRef], words: Words) -> Row:
    _, work, shows, purpose, seen = row.cells
    number = Cell((Paragraph((Text(item.number.rpartition(_SPACE)[2]),)),))  # its column is that of numbers
    is_open = plain_text(own_inlines(purpose.blocks[0])) == NOTHING_YET
    purpose = Cell((Paragraph(_listed(places, words)),)) if is_open and places else purpose
    return replace(row, cells=(number, work, shows, purpose, seen))


def _listed(places: Sequence[CrossRef], words: Words) -> Inlines:
    """Return references to paragraphs behind the word for them; without any, to sections and annexes."""
    paragraphs = [one for one in places if one.kind == "paragraph"]
    several = len(paragraphs or places) > 1
    form = words.paragraphs if paragraphs else words.locators["section"]
    is_named = not paragraphs and places[0].kind == "annex"
    parts: list[Inline] = [] if is_named else [Text((form.several if several else form.one).partition("{}")[0])]
    for number, one in enumerate(paragraphs or places):
        parts += [Text(", "), one] if number else [one]
    return tuple(parts)


def _places(
    blocks: Blocks, seen: Blocks, library: Library, schedule: Schedule
) -> tuple[Blocks, Mapping[str, list[CrossRef]]]:
    """Return where each item is cited in what is `seen`, and the blocks with ids for these places.

    A place is the numbered paragraph, with what goes on below it; elsewhere the section or annex.
    """
    named, places, told = list(blocks), dict[str, dict[CrossRef, None]](), {id(one) for one in seen}
    held: int | None = None
    section: int | None = None
    for position, block in enumerate(blocks):
        if _is_numbered(block):
            held = position
        elif not _goes_on(block):
            held = None
        if isinstance(block, Heading) and _has_number(block):
            section = position
        at = section if held is None else held
        if at is None or id(block) not in told:
            continue
        for key in _cited(block, library, schedule):
            named[at] = _with_id(named[at], at)
            places.setdefault(key, {})[_reference(named[at])] = None
    return tuple(named), {key: list(found) for key, found in places.items()}


def _cited(block: Block, library: Library, schedule: Schedule) -> Iterator[str]:
    return (key for key in works_cited((block,), library) if key in schedule.items)


def _with_id(block: Block, position: int) -> Block:
    has_none = isinstance(block, Paragraph | Heading) and not block.id
    return replace(block, id=f"cites-{position}") if has_none and isinstance(block, Paragraph | Heading) else block


def _reference(block: Block) -> CrossRef:
    match block:
        case Heading(series="annex"):
            return CrossRef(block.id, "annex")
        case Heading():
            return CrossRef(block.id, "section")
        case Paragraph():
            return CrossRef(block.id)
        case _:
            raise TypeError(block)


def _has_number(heading: Heading) -> bool:
    return (heading.series, heading.level) in {("section", 1), ("section", 2), ("annex", 1)}


def _is_numbered(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.NUMBERED and not block.level


def _goes_on(block: Block) -> bool:
    return isinstance(block, ListBlock | Quote) or (isinstance(block, Paragraph) and block.role is Role.NUMBERED)
