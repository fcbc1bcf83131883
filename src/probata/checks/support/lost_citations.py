"""Ids in texts that were meant as citations and are not read as such, so that a document prints them as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check_input import CheckInput
from probata.checks.looked_at import Looked
from probata.checks.prose.texts import MarkdownText, markdown_texts
from probata.graph.case_graph import CITABLE

_NEVER_PRINTED = frozenset({"decisions"})


def lost_citations(
    case: CheckInput, sign: str, form: re.Pattern[str], left_alone: re.Pattern[str]
) -> Iterator[tuple[MarkdownText, re.Match[str]]]:
    """Give what has the form of a lost citation in the texts with a sign, but for what is left alone.

    The group `key` of the form is the id of a source, an authority or an instrument of the catalogue; what begins with
    any other word is none.
    """
    for text in texts_with(case, sign):
        masked = left_alone.sub(lambda found: " " * len(found[0]), text.value)
        for found in form.finditer(masked):
            if is_citable(case, found["key"]):
                yield text, found


def texts_with(case: CheckInput, sign: str) -> Iterator[MarkdownText]:
    """Give the texts that documents may print and that hold a sign."""
    return (text for text in markdown_texts(case.graph) if text.kind not in _NEVER_PRINTED and sign in text.value)


def records_with(case: CheckInput, sign: str) -> Iterator[Looked]:
    """Give the records of these texts, each once."""
    yield from dict.fromkeys(Looked(f"{text.kind}/{text.record_id}") for text in texts_with(case, sign))


def is_citable(case: CheckInput, key: str) -> bool:
    """Tell whether a word is the id of what can be cited."""
    return key in case.catalogue.instruments or any(case.graph.has(kind, key) for kind in CITABLE)
