"""CSL-JSON, as Zotero and its extension Better BibTeX write it: works with the line on which each begins."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from probata.diagnostics import Span
from probata.importers.foreign import Foreign, LineNumbers, refused

_BLANK = " \t\n\r"


def read_csl_json(text: str, shown: str) -> list[Foreign]:
    """Read a list of works, one work alone, or an object whose `items` or `references` is such a list.

    An entry that is no object is kept as an empty work, so that it is told. Raises `CannotImportError` where the text
    is no JSON: one wrong comma would leave an unknown part of the works out.
    """
    start = _after_blank(text, 0)
    if text[start : start + 1] != "[":
        return _of_object(_decoded(text, start, shown, whole=True)[0], shown)
    lines = LineNumbers(text)
    return [_work(item, Span(shown, lines.of(place))) for place, item in _items(text, start, shown)]


def _of_object(found: Any, shown: str) -> list[Foreign]:
    if not isinstance(found, dict):
        raise refused("IMP111", "no-works", "the file is JSON and holds no works", Span(shown),
                      "export the library as `CSL JSON` (Zotero) or `Better CSL JSON`")  # fmt: skip
    for key in ("items", "references"):
        if isinstance(found.get(key), list):
            return [_work(item, Span(shown)) for item in found[key]]
    if "type" not in found and "title" not in found:
        raise refused("IMP111", "no-works", "the file is JSON and holds no works of CSL-JSON", Span(shown),
                      "export the library as `CSL JSON` (Zotero) or `Better CSL JSON`")  # fmt: skip
    return [_work(found, Span(shown))]


def _work(item: Any, span: Span) -> Foreign:
    return Foreign(item, span) if isinstance(item, dict) else Foreign({}, span, remarks=("it is no work",))


def _items(text: str, start: int, shown: str) -> Iterator[tuple[int, Any]]:
    """Give the entries of a list, each with its place in the text."""
    place = _after_blank(text, start + 1)
    if text[place : place + 1] == "]":
        return
    while True:
        item, end = _decoded(text, place, shown)
        yield place, item
        place = _after_blank(text, end)
        sign = text[place : place + 1]
        if sign == "]" and not text[place + 1 :].strip(_BLANK):
            return
        if sign != ",":
            _broken(text, place, shown)
        place = _after_blank(text, place + 1)


def _decoded(text: str, start: int, shown: str, *, whole: bool = False) -> tuple[Any, int]:
    decoder = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)
    try:
        found, end = decoder.raw_decode(text, start)
    except json.JSONDecodeError as error:
        _broken(text, error.pos, shown)
    except RecursionError:
        raise refused("IMP113", "too-deep", "the file is nested too deep", Span(shown), "export it again") from None
    except _TwiceError as error:
        line = text.count("\n", 0, start) + 1
        raise refused("IMP114", "name-twice", f"`{error}` stands twice in the work that begins here",
                      Span(shown, line), "keep one of the two") from None  # fmt: skip
    except ValueError:
        # NaN, or a number of more digits than Python reads.
        _broken(text, start, shown)
    if whole and text[end:].strip(_BLANK):
        _broken(text, _after_blank(text, end), shown)
    return found, end


class _TwiceError(Exception):
    """A name stands twice in one object, and nobody knows which counts."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made and made[key] != value:
            raise _TwiceError(key)
        made[key] = value
    return made


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _after_blank(text: str, place: int) -> int:
    while text[place : place + 1] in tuple(_BLANK):
        place += 1
    return place


def _broken(text: str, place: int, shown: str) -> NoReturn:
    place = min(place, len(text))
    line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
    raise refused("IMP112", "broken-json", "the file cannot be read from here on: it is no JSON",
                  Span(shown, line, column, line, column + 1),
                  "export it again; it may have been cut off, or changed by hand")  # fmt: skip
