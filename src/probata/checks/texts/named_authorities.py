"""The recorded authorities that a text names, by their names in all languages, or by a word and a number."""

from __future__ import annotations

import re

from probata.checks.texts.names_in_text import NamesInText
from probata.graph.case_graph import CaseGraph
from probata.model.authority import Authority

_WORD_AND_NUMBER = re.compile(r"[^\W\d_]{4,}\s+\d+")
"""`Directive 17`; a number that is digits alone, such as `112/2022`, names nothing in a text."""


def named_authorities(graph: CaseGraph) -> NamesInText[Authority]:
    """Return the names of the authorities of a case, indexed once."""
    return graph.once("named authorities", lambda: NamesInText((one, _names(one)) for one in graph.authorities))


def _names(authority: Authority) -> tuple[str, ...]:
    number = authority.number or ""
    texts = authority.translations.values()
    translated = [one["name"] for one in texts if "name" in one]
    numbers = [one for one in (number, *(one.get("short", "") for one in texts)) if _WORD_AND_NUMBER.fullmatch(one)]
    return (authority.name, *translated, *numbers)
