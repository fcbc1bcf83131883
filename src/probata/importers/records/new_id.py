"""The id of a record that is new: that of where it comes from where it can be ours, else one made of what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from probata.importers.ids import LONGEST, words_of
from probata.importers.records.rules import rules_of
from probata.importers.records.said import forms, values_at
from probata.model.kinds import KIND_BY_KEY
from probata.model.record import ID_FORM
from probata.workbook.shape import shape_of

_WORDS_OF_A_TEXT = 4


def wished_id(kind: str, plain: Mapping[str, Any], given: str) -> str:
    """Return the id that a record gets where no other has it; the same record always gets the same.

    Words in another script than ours make none: where there are no others, it is called by its kind.
    """
    if len(given) <= LONGEST and re.fullmatch(ID_FORM, given):
        return given
    lines = ([_words(kind, plain, where) for where in line] for line in rules_of(kind).id)
    found = next((line for line in lines if all(line)), [words_of(KIND_BY_KEY[kind].singular)])
    return "-".join(word for words in found for word in words)[:LONGEST].rstrip("-.")


def _words(kind: str, plain: Mapping[str, Any], where: str) -> list[str]:
    path = tuple(where.split("."))
    shape = shape_of(kind).at(path)
    text = next((form for value in values_at(plain, path) for form in forms(value, shape)), "")
    is_id = bool(re.fullmatch(ID_FORM, text)) and not shape.is_date
    return [text.lower()] if is_id else words_of(text)[:_WORDS_OF_A_TEXT]
