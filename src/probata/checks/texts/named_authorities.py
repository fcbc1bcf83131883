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
    translated = [one["name"] for one in authority.translations.values() if "name" in one]
    return (authority.name, *translated, *numbers_with_a_word(authority))


def numbers_with_a_word(authority: Authority) -> tuple[str, ...]:
    """Return the number of an authority and its short names in other languages, where they are a word and digits."""
    shorts = (texts.get("short", "") for texts in authority.translations.values())
    return tuple(one for one in (authority.number or "", *shorts) if _WORD_AND_NUMBER.fullmatch(one))
