"""What a legal authority is cited by: the kind of form, and where it is published."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from probata.model.record import Line, Part

AuthorityForm = Literal[
    "case",
    "charter",
    "concluding_observations",
    "declaration",
    "eu_act",
    "eu_case",
    "echr_case",
    "england_case",
    "european_treaty",
    "executive_order",
    "foreign_law",
    "general_allegation",
    "general_comment",
    "icj_case",
    "other",
    "public_law",
    "special_procedure_communication",
    "special_procedure_report",
    "statute",
    "statutory_instrument",
    "treaty",
    "tribunal_case",
    "un_document",
    "un_resolution",
    "us_case",
    "us_statute",
    "views",
    "wgad_opinion",
]
"""By which form an authority is cited. `probata list forms` says what each needs."""

FORM_OF_KIND: Mapping[str, AuthorityForm] = MappingProxyType(
    {
        "judgment": "case",
        "decision": "case",
        "general_allegation": "general_allegation",
        "un_report": "un_document",
        "interpretation": "foreign_law",
        "statute": "foreign_law",
        "other": "other",
    }
)
"""By which form an authority is cited that names none, by its kind."""


class PublishedIn(Part):
    """The series, reports or journal that an authority is published in, as citations name it."""

    series: Line
    """Series without full stops: `UNTS`, `ICJ Rep`, `OJ L`, `US`, `Fed Reg`."""
    year: Line | None = None
    """Year, where the series is cited by it."""
    volume: Line | None = None
    """Volume."""
    page: Line | None = None
    """First page."""
