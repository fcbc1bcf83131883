"""Cells that hold a day where no date belongs: Excel makes the fifth of June of pages `5-6`, without a word."""

from __future__ import annotations

from typing import Final

from probata.diagnostics import Diagnostic, Span
from probata.model.months import MONTHS
from probata.source.number_format import bare_code
from probata.source.text_file import fault
from probata.source.xlsx_cell import CellDay
from probata.workbook.shape import Shape

_OF_EXCEL: Final = ("d-mmm", "dmmm", "mm-dd-yy")
"""Formats that Excel gives a cell by itself, in whatever order day and month were typed."""
_LEAST_DAY: Final = 10_000
"""A number below this was typed as a number: it would be a day before 1928, as 2015 is the seventh of July 1905."""


def takes_days(shape: Shape) -> bool:
    """Tell whether a field, or an entry of it, may be a date."""
    return shape.is_date or (shape.items is not None and shape.items.is_date)


def day_for_text(called: str, text: str, day: CellDay, span: Span) -> Diagnostic:
    """Return the finding for a cell that reads `text`; `called` is its heading."""
    message = f"`{called}` {said_of_day(day)}, and no date belongs there"
    return fault("SRC195", "day-for-text", message, span, help_on_day(text, day))


def said_of_day(day: CellDay) -> str:
    """Say which day a cell holds, and what was likely typed."""
    month, code = MONTHS[day.day.month - 1], bare_code(day.code)
    shown = f"{day.day.day} {month}" if "d" in code else month
    shown = f"{shown} {day.day.year}" if "y" in code else shown
    return f"holds the date {shown}, which Excel probably made from `{typed(day)[0]}`"


def help_on_day(text: str, day: CellDay) -> str:
    """Return the next step: what to type, as a text; `text` is the day itself, where somebody meant it."""
    first, *others = dict.fromkeys((*typed(day), *(() if _is_number(day) else (text,))))
    otherwise = f", or {' or '.join(f'`{one}`' for one in others)} where that is meant" if others else ""
    return f"format the cell as Text and type `{first}`{otherwise}"


def typed(day: CellDay) -> tuple[str, ...]:
    """Return what was likely typed, the likeliest first.

    Pages go up; but a format of the user's own that has the month first is of a country where it is typed first.
    """
    if _is_number(day):
        return (str(day.number),)
    code, number, month = bare_code(day.code), day.day.day, day.day.month
    if "d" not in code:
        return f"{month}-{day.day.year % 100:02d}", f"{month}-{day.day.year}"
    is_turned = month < number if code in _OF_EXCEL else code.index("m") < code.index("d")
    both = (f"{number}-{month}", f"{month}-{number}")
    return tuple(dict.fromkeys(reversed(both) if is_turned else both))


def _is_number(day: CellDay) -> bool:
    return day.number < _LEAST_DAY
