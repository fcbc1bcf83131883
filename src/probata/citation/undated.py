"""Works whose date a citation style leaves out: many styles date only the kinds of work that they know.

A date that the title tells already is not printed twice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from probata.citation.printed import prints_date

DATE = "submitted"
"""The variable in which a work takes such a date to the style; styles print it of patents alone, which no record is."""

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
Item = Mapping[str, Any]


def with_its_date(item: Item, csl: str) -> Item:
    """Return a work with its date in `DATE` where the style prints none; unchanged where it does, or it has none."""
    parts = item.get("issued", {}).get("date-parts")
    if not parts or DATE in item or _tells(str(item.get("title", "")), parts) or prints_date(item, csl):
        return item
    return {**item, DATE: item["issued"]}


def _tells(title: str, dates: list[list[int]]) -> bool:
    """Tell whether a title has the year, and the day where that is known, of each end of a date.

    A title that has other years besides tells what the work is about, `Prison Population, 2015–2022`, and no date.
    """
    numbers = {int(number) for number in re.findall(r"\d+", title)}
    years = {int(year) for year in _YEAR.findall(title)}
    is_dated = all(numbers.issuperset((*date[:1], *date[2:])) for date in dates)
    return is_dated and years <= {date[0] for date in dates}
