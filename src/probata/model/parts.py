"""Where in a part other parts can stand, told by its declaration, so that a walk passes over what holds none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeGuard, get_args

from probata.model.record import Part, markdown_fields, own_fields

Loc = tuple[str | int, ...]
"""The path of a field: names of fields, and places in lists from 0."""
_TRANSLATION = 3
"""Steps of the path from a part to one of its translations: the field, the language, the name of the text."""


@cache
def part_fields(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part that can hold parts, by themselves or in a list, in their order."""
    return tuple(name for name, info in part.model_fields.items() if any(parts_in(info.annotation)))


def is_part(value: Any) -> TypeGuard[Part]:
    """Tell whether a value is a part: asked of its class, once for each, since asking a value takes far longer."""
    return _is_kind_of_part(type(value))


_is_kind_of_part: Callable[[type], bool] = cache(lambda kind: issubclass(kind, Part))


def parts_at(name: str, value: Any) -> Iterator[tuple[Loc, Part]]:
    """Give the parts that the field of this name holds, itself or in a list, each with the steps to it."""
    if isinstance(value, tuple):
        for position, inner in enumerate(value):
            if is_part(inner):
                yield (name, position), inner
    elif value is not None and is_part(value):
        yield (name,), value


def parts_held(part: Part) -> Iterator[tuple[Loc, Part]]:
    """Give the parts that a part itself holds, each with the steps to it."""
    for name in part_fields(type(part)):
        if value := getattr(part, name):
            yield from parts_at(name, value)


def reworded(value: Any, change: Callable[[str], str]) -> Any:
    """Return a value of a record with each text in it changed, translations too; the same value where none is."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        items = tuple(reworded(one, change) for one in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    if isinstance(value, dict):
        inner = {key: reworded(one, change) for key, one in value.items()}
        return type(value)(inner) if any(inner[key] is not one for key, one in value.items()) else value
    if not is_part(value):
        return value
    own = {name: getattr(value, name) for name in type(value).model_fields}
    changed = {name: told for name, one in own.items() if (told := reworded(one, change)) is not one}
    return value.model_copy(update=changed) if changed else value


@cache
def fields_towards(part: type[Part], wanted: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part in which a part of the wanted kind can stand, however deep, in their order."""
    return tuple(
        name
        for name in part_fields(part)
        if any(issubclass(found, wanted) for found in _reached(part.model_fields[name].annotation))
    )


@cache
def fields_towards_markdown(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part that hold Markdown, or parts in which some can stand, in their order."""
    return tuple(
        name
        for name, info in part.model_fields.items()
        if name in markdown_fields(part) or any(map(markdown_fields, _reached(info.annotation)))
    )


def own_texts(part: Part) -> list[tuple[Loc, str]]:
    """Return the texts in the author's own words in a part and below it, and their translations, each with its path."""
    found: list[tuple[Loc, str]] = []
    _take_own(part, (), found)
    return found


def _take_own(part: Part, loc: Loc, found: list[tuple[Loc, str]]) -> None:
    own = own_fields(type(part))
    found += [((*loc, name), text) for name in own if (text := getattr(part, name))]
    for tag, texts in part.translations.items():
        found += [((*loc, "translations", tag, name), texts[name]) for name in own if name in texts]
    for steps, inner in parts_held(part):
        _take_own(inner, (*loc, *steps), found)


def is_own(part: Part, loc: Loc) -> bool:
    """Tell whether the field of a part at a path is in the author's own words; not where the path leads nowhere.

    A translation, at `(…, "translations", "fr", "statement")`, is printed in the place of its field, and is as that.
    """
    holder: Any = part
    is_translation = len(loc) >= _TRANSLATION and loc[-_TRANSLATION] == "translations"
    for step in loc[:-_TRANSLATION] if is_translation else loc[:-1]:
        if isinstance(holder, tuple) and isinstance(step, int):
            holder = holder[step] if step < len(holder) else None
        else:
            holder = getattr(holder, str(step), None)
    return isinstance(holder, Part) and loc[-1] in own_fields(type(holder))


def parts_in(annotation: Any) -> Iterator[type[Part]]:
    """Give the kinds of parts that a field's annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from parts_in(inner)


def _reached(annotation: Any) -> set[type[Part]]:
    """Return the kinds of parts that can stand in a field, at any depth; a kind may hold itself."""
    found: set[type[Part]] = set()
    ahead = list(parts_in(annotation))
    while ahead:
        part = ahead.pop()
        if part not in found:
            found.add(part)
            ahead += _held_in(part)
    return found


@cache
def _held_in(part: type[Part]) -> frozenset[type[Part]]:
    return frozenset(inner for info in part.model_fields.values() for inner in parts_in(info.annotation))
