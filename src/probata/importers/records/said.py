"""What a plain record says at a path, as it is compared: names and texts in one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from probata.importers.records.native import is_in_own_script
from probata.importers.records.rules import rules_of
from probata.importers.records.tree import in_short
from probata.importers.same import of_text
from probata.messages.countries import code_of_country
from probata.workbook.headings import Path
from probata.workbook.shape import Shape, shape_of

NAME, NATIVE = "@name", "@native"
_PARTS_OF_NAME = {"family", "given", "full"}
_TEXT, _COUNTRY = "text", "country"
_IN_A_SENTENCE = "short_name"
"""A name as it stands in sentences, `the Interior Guard`; in a table its article is left out."""
_ARTICLE = re.compile(r"(?:the|la|le|les|el|los|las) |l['’]", re.IGNORECASE)


def values_at(plain: Any, path: Path) -> Iterator[Any]:
    """Give what stands at a path, through lists; nothing where the record says nothing there."""
    if isinstance(plain, Sequence) and not isinstance(plain, str):
        for item in plain:
            yield from values_at(item, path)
    elif not path:
        yield from [plain] if plain is not None else []
    elif isinstance(plain, Mapping):
        yield from values_at(plain.get(path[0]), path[1:])


def texts_at(kind: str, plain: Mapping[str, Any], where: str) -> set[str]:
    """Return the texts at a path with dots, or all names for `@name`, as they are compared."""
    if where in (NAME, NATIVE):
        found = {form for name in rules_of(kind).names for form in _forms_at(kind, plain, tuple(name.split(".")))}
        found = {form for form in found if where == NAME or is_in_own_script(form)}
    else:
        found = set(_forms_at(kind, plain, tuple(where.split("."))))
    return {text for form in found if (text := as_compared(where, form))}


def as_compared(where: str, text: Any) -> str:
    """Return a text at a path with dots as it is compared: a country by its code, whatever its name."""
    is_country = where.rpartition(".")[2] == _COUNTRY
    return (is_country and code_of_country(str(text))) or of_text(text)


def names_in(kind: str, plain: Mapping[str, Any]) -> set[str]:
    """Return all names of a record, in every form in which somebody may write them."""
    return texts_at(kind, plain, NAME)


def name_of(kind: str, plain: Mapping[str, Any]) -> str:
    """Return the first name of a record, as it is written; empty where it has none."""
    names = (tuple(name.split(".")) for name in rules_of(kind).names)
    return next((form for path in names for form in _forms_at(kind, plain, path)), "")


def _forms_at(kind: str, plain: Mapping[str, Any], path: Path) -> Iterator[str]:
    # What a text stands in place of may be asked for itself: `birth.date` of `birth: {date: {value: …}}`.
    shape = shape_of(kind).at(path)
    for value in values_at(plain, path):
        for form in forms(value, shape.items or shape):
            yield form
            if path[-1] == _IN_A_SENTENCE and (article := _ARTICLE.match(form)):
                yield form[article.end() :]


def forms(value: Any, shape: Shape) -> Iterator[str]:
    """Give the texts that a value stands for: a text, that of a part, or a name in each order of its parts.

    `Family, Given` is how lists have names that are sorted.
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping) and _PARTS_OF_NAME & value.keys():
        family, given, full = (str(value.get(key, "")) for key in ("family", "given", "full"))
        yield from filter(None, (full, f"{given} {family}".strip(), f"{family} {given}".strip()))
        yield from (f"{family}, {given}",) if family and given else ()
    elif isinstance(value, Mapping):
        found = value.get(in_short(shape) or _TEXT, value.get(_TEXT))
        yield from [found] if isinstance(found, str) else []
