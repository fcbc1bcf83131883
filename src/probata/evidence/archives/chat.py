"""What the chats of all programs have in common: messages, dates whose order must be known, one conversation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import islice, pairwise
from typing import Final

from probata.evidence.archives.archive import Attachment, Item, Moment, Person, bare_name, one_line
from probata.evidence.archives.reading import Finds, Order, Reading


@dataclass(frozen=True, slots=True)
class Stamp:
    """The date and time of a message as written."""

    written: str
    numbers: tuple[int, int, int] = (0, 0, 0)
    separator: str = ""
    clock: str = ""
    moment: Moment | None = None
    """The time itself, where the program writes it so that nothing is left to settle."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message."""

    stamp: Stamp
    sender: str
    """Empty of what the program itself says, such as who joined."""

    text: str
    written: str
    """All of it as it stands in the export."""

    files: tuple[str, ...] = ()


# Dates in numbers. `[2026-03-04, 10:11]`, `04.03.26 10:11:12`, `3/4/26, 10:11 PM`, `٤/٣/٢٠٢٦`.

DATE: Final = r"(?P<a>\d{1,4})(?P<sep>[./-]) ?(?P<b>\d{1,2})[./-] ?(?P<c>\d{1,4})\.?"
CLOCK: Final = (
    r"(?:(?P<before>[^\d\s\[\]]{1,12}) ?)?(?P<h>\d{1,2})[:.](?P<m>\d{2})(?:[:.](?P<s>\d{2}))?"
    r"(?: ?(?P<half>[AaPp]\.? ?[Mm]\.?|[^\d\s\[\]:,-]{1,12}))?"
)
_BEFORE_NOON: Final = {"am", "ص", "上午", "오전", "午前"}
_AFTER_NOON: Final = {"pm", "م", "下午", "오후", "午後"}
_NO_HALF: Final = {"", "klo", "um", "à", "uhr", "kl", "klo."}
"""Words between date and time that say nothing of the half of the day."""


def stamp_of(found: re.Match[str], written: str) -> Stamp:
    """Return date and time of a match of `DATE` and `CLOCK`; a half of the day that is not known leaves no time."""
    numbers = (int(found["a"]), int(found["b"]), int(found["c"]))
    halves = {re.sub(r"[.\s]", "", (found[name] or "").lower()) for name in ("before", "half")} - _NO_HALF
    hour, minute, second = int(found["h"]), int(found["m"]), int(found["s"] or 0)
    if halves & _AFTER_NOON and hour < 12:
        hour += 12
    elif halves & _BEFORE_NOON and hour == 12:
        hour = 0
    is_known = not halves or bool(halves & (_BEFORE_NOON | _AFTER_NOON))
    clock = ""
    if is_known and hour < 24 and minute < 60 and second < 60:
        clock = time(hour, minute, second).isoformat() if found["s"] else f"{hour:02d}:{minute:02d}"
    return Stamp(one_line(written, 80), numbers, found["sep"], clock)


def order_of(stamps: Sequence[Stamp]) -> tuple[Order, str]:
    """Return the order of the dates, and why it is not certain where it is not.

    A number above 12 settles it for all; numbers that settle it both ways settle nothing. With dots the day is first.
    """
    dated = [one for one in stamps if one.numbers[0] < 1000 and one.numbers[0] > 0]
    first = any(one.numbers[0] > 12 for one in dated)
    second = any(one.numbers[1] > 12 for one in dated)
    if first and second:
        return "", "its dates are written in two orders"
    if first or (not second and dated and all(one.separator == "." for one in dated)):
        return "day", ""
    if second:
        return "month", ""
    if any(one.numbers[0] != one.numbers[1] for one in dated):
        return "", "no day in it is above 12, so that `03/04` may be 3 April or 4 March"
    return "day", ""


def moment_at(stamp: Stamp, order: Order) -> Moment:
    """Return the time of a message, without a zone: chats in text give none."""
    if stamp.moment is not None:
        return stamp.moment
    a, b, c = stamp.numbers
    if a >= 1000:
        days = [_day(a, b, c)]
    else:
        year = c if c >= 100 else 2000 + c
        both = {"day": [_day(year, b, a)], "month": [_day(year, a, b)]}
        days = both[order] if order else [*both["day"], *both["month"]]
    readings = tuple(dict.fromkeys(filter(None, days)))
    if len(readings) == 1:
        return Moment(stamp.written, readings[0], stamp.clock)
    return Moment(stamp.written, readings=readings)


def _day(year: int, month: int, day: int) -> str:
    try:
        found = date(year, month, day)
    except ValueError:
        return ""
    # Years of other calendars: 2569 of Thailand, 1447 of the Hijra.
    return found.isoformat() if 1990 <= year <= 2100 else ""


def conversation(said: Iterable[Said], title: str, reading: Reading, place: str = "") -> Iterator[Item]:
    """Give a conversation as one item, then its messages; what a reader of it should know goes to its notes.

    What the program itself says is a notice, and no message. `place` stands before the places where a file holds
    several conversations.
    """
    kept = list(reading.first(said, lambda one: len(one.written), "messages"))
    order, found = _settled([one.stamp for one in kept], reading)
    counts = Counter[str]()
    items: list[Item] = []
    for one in kept:
        what = "message" if one.sender else "notice"
        counts[what] += 1
        items.append(_message(one, f"{place}{what} {counts[what]}", order, reading.finds))
    times = [item.published for item in items if item.published]
    yield Item(
        kind="conversation",
        place=f"{place}conversation",
        title=title,
        text="\n".join(one.written for one in kept),
        published=times[0] if times else None,
        last=times[-1] if times else None,
        people=tuple(Person("participant", name) for name in dict.fromkeys(one.sender for one in kept) if name),
        attachments=tuple(islice((one for item in items for one in item.attachments), reading.limits.attachments)),
        notes=tuple(_notes(kept, times, order, is_shown=bool(found))),
    )
    yield from items


def _settled(stamps: Sequence[Stamp], reading: Reading) -> tuple[Order, Order]:
    """Return the order of the dates, as they show it or else as somebody said, and as they show it alone."""
    found, why = order_of(stamps)
    if why and not reading.order:
        reading.skip("date-order-uncertain", f"{why}: day and month are not certain",
                     "say which it is, as whoever exported it knows: `--dates day-first` or "
                     "`--dates month-first`")  # fmt: skip
    elif reading.order and found and reading.order != found:
        what = f"its dates show the {found} first, against what is said"
        reading.skip("date-order-uncertain", what, "leave `--dates` out")
    return found or reading.order, found


def _message(one: Said, place: str, order: Order, finds: Finds) -> Item:
    files = []
    for name in map(bare_name, one.files):
        found = finds(name)
        files.append(Attachment(name, read=found.read, path=found.path) if found else Attachment(name))
    people = (Person("sender", one.sender),) if one.sender else ()
    notes = () if one.sender else ("it names no sender: the program itself says it",)
    return Item("message", place, text=one.text, published=moment_at(one.stamp, order),
                people=people, attachments=tuple(files), notes=notes)  # fmt: skip


def _notes(said: Sequence[Said], times: Sequence[Moment], order: Order, *, is_shown: bool) -> Iterator[str]:
    yield "senders are called as in the contacts of whoever exported it"
    stamps = [one.stamp for one in said if one.stamp.moment is None and 0 < one.stamp.numbers[0] < 1000]
    if stamps and order:
        known = "as its dates show" if is_shown else "as was said at the import"
        if all(one.separator == "." and max(one.numbers[:2]) <= 12 for one in stamps):
            known = "as is usual for dates with dots"
        yield f"dates are read {order} first, {known}"
    if any(one.day and not one.zone for one in times):
        yield "times are those of the telephone that exported it: zone not given"
    if back := sum(other < one for one, other in pairwise(time.day for time in times if time.day)):
        yield (f"{back:,} messages bear an earlier day than the one before: a line inside a message may look like "
               "another message")  # fmt: skip
