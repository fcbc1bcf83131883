"""Making changes in the lines of a document, one after the other in the order of their file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from probata.changes.atoms import printed
from probata.changes.lines import Line
from probata.changes.notation import as_printed, numbers_in, paragraphs_of
from probata.changes.outcome import NotMade
from probata.changes.pair import paired
from probata.changes.rebuild import Rebuilder
from probata.changes.rewrite import rewritten
from probata.changes.unclear import UnclearChangeError
from probata.document.blocks import Blocks
from probata.document.inlines import Inlines
from probata.document.origin import Origin
from probata.model.change import Change
from probata.model.schema import CASE


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
    """Take off what the program prints before a caption."""
    if inlines[: len(lead)] != lead:
        raise UnclearChangeError("it changes the word or the number before a caption, which the program writes")
    return inlines[len(lead) :]
