"""What is known of a held copy and its custody, in words for the reader of its pages; nothing is made up for a gap."""

from __future__ import annotations

from probata.messages import Wording
from probata.model.dates import parse_when
from probata.model.held_copy import CustodyEvent, HeldCopy
from probata.model.moment import Moment


def custody_in_words(copy: HeldCopy, wording: Wording) -> str:
    """Return its hash, when and how it was taken, and what became of it; nobody who had it is named."""
    label = wording.label
    at = moment_in_words(copy.captured_at, wording) if copy.captured_at else ""
    known = [label("schedule.captured", at=at) if at else label("schedule.captured_unknown")]
    known.append(copy.method or label("schedule.method_unknown"))
    known += [_event(event, wording) for event in copy.custody] or [label("schedule.custody_unknown")]
    return label("bundle.copy", hash=copy.sha256, known=label("list.between_long").join(known))


def _event(event: CustodyEvent, wording: Wording) -> str:
    action = wording.label(f"custody.{event.action}")
    if event.at is None:
        return wording.label("custody.undated", action=action)
    return wording.label("custody.dated", action=action, at=_day(event.at, wording))


def moment_in_words(moment: Moment, wording: Wording) -> str:
    """Return a day, with the time and its zone where they are known."""
    return f"{_day(moment, wording)}, {moment.clock}" if moment.has_time else _day(moment, wording)


def _day(moment: Moment, wording: Wording) -> str:
    return wording.when(parse_when(moment.day.isoformat()))
