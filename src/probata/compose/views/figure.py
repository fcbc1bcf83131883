"""A figure as a text prints it: the number in the language's format, with its bound and who made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.document.inlines import Gap, Inlines, Text
from probata.document.origin import Origin
from probata.figures import Amount, Computed, decimals_of, ends_shown
from probata.markup.placeholder import InlineValue
from probata.messages import Wording
from probata.model.source_record import Source

MOST_NAMED = 2
"""More makers of a number are not named one by one."""
_NOTHING = InlineValue(())


@dataclass(frozen=True, slots=True)
class FigureView(InlineValue):
    """A figure. Printed by itself it is the number with its status in brackets."""

    number: InlineValue = _NOTHING
    """The number alone, for a sentence that says itself who made it; a share comes without its sign."""
    status: InlineValue = _NOTHING
    """Who made it: `reported`, `modelled by …`, `our computation from …`."""
    note: InlineValue = _NOTHING
    """A note with how it was computed."""


def figure_view(found: Computed, printer: Printer, note: Inlines) -> FigureView:
    """Return a figure for texts."""
    status = status_words(found, printer)
    whole = printer.wording.label("figure.in_text", number=figure_words(found, printer.wording), status=status)
    number = amount_words(found.amount, decimals_of(found), printer.wording)
    return FigureView(
        _value(found.figure.id, whole),
        number=InlineValue(_value(found.figure.id, number)),
        status=InlineValue(_value(found.figure.id, status)),
        note=InlineValue(note),
    )


def missing_figure(figure_id: str, wording: Wording) -> FigureView:
    """Return the gap that stands for a figure without a result."""
    gap = (Gap(wording.label("figure.no_result", id=figure_id), origin=Origin(f"figures/{figure_id}")),)
    return FigureView(gap, number=InlineValue(gap), status=InlineValue(gap), note=InlineValue(()))


def _value(figure_id: str, text: str) -> Inlines:
    return (Text(text, Origin(f"figures/{figure_id}")),)


def figure_words(found: Computed, wording: Wording) -> str:
    """Return the number of a figure: "at least 70", "16 to 76", "64%"."""
    return amount_words(found.amount, decimals_of(found), wording, is_percent=found.is_percent)


def amount_words(amount: Amount, decimals: int, wording: Wording, *, is_percent: bool = False) -> str:
    """Return a number with its bound; a bound and an approximation are both said."""
    low, high = ends_shown(amount, decimals)
    percent = wording.percent if is_percent else ""
    shown = ["" if end is None else wording.number(end) + percent for end in (low, high)]
    if amount.is_about:
        shown = [wording.label("number.about", number=end) if end else "" for end in shown]
    match shown:
        case ["", ""]:
            return wording.label("number.any")
        case [least, ""]:
            return wording.label("number.at_least", number=least)
        case ["", most]:
            return wording.label("number.at_most", number=most)
        case [least, most] if amount.low == amount.high:
            return least
        case _:
            return wording.label("number.range", low=shown[0], high=shown[1])


def status_words(found: Computed, printer: Printer) -> str:
    """Return who made a figure: its source, or we from numbers of some kind."""
    status, wording = found.amount.status, printer.wording
    key = f"figure.computed_from_{status}" if found.is_ours else f"figure.{status}"
    return wording.label(key, who=_makers(found.makers, printer))


def _makers(ids: Sequence[str], printer: Printer) -> str:
    names = [_name(printer.graph.find("sources", Source, key)) for key in ids]
    if not all(names) or not 0 < len(names) <= MOST_NAMED:
        return printer.wording.label("figure.the_source" if len(ids) <= 1 else "figure.the_sources")
    return printer.wording.join(list(dict.fromkeys(names)))


def _name(source: Source | None) -> str:
    """Return how a text calls who made a source; never its id, which is ours."""
    if source is None:
        return ""
    author = source.author[0] if source.author else None
    named = (author.literal or author.family) if author else None
    return named or source.publisher or source.container_title or ""
