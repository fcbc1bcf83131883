"""The look of a document as custom properties of CSS, such as `--size-title`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from probata.document.look import Look
from probata.fonts.files import families

Written = Callable[[float], str]
_GROUPS: Final = ("size", "line", "space", "indent", "rule", "colour", "screen")


def printed(look: Look) -> str:
    """Return the properties for paper: sizes and lengths in points."""
    return _root(look, lambda share: f"{look.type_size(share):g}pt", lambda length: f"{look.points(length):g}pt")


def shown(look: Look) -> str:
    """Return the properties for a screen, where all goes with the size of type that the reader has set."""
    return _root(look, _rem, _rem)


def _rem(length: float) -> str:
    return f"{length:g}rem"


def _root(look: Look, size: Written, length: Written) -> str:
    units: Mapping[str, Written] = {"size": size, "space": length, "indent": length, "rule": _points}
    groups = look.groups()
    groups["size"]["text"] = 1
    lines = [line for name in _GROUPS for line in _lines(name, groups[name], units.get(name, "{:g}".format))]
    align, hyphens = ("justify", "auto") if look.alignment.justified else ("start", "manual")
    lines += [f"--align: {align}", f"--hyphens: {hyphens}"]
    lines += [f"--face: {css_faces(families(look.face))}"]
    return f":root {{ {'; '.join(lines)} }}"


def _points(thickness: float) -> str:
    return f"{thickness:g}pt"


def _lines(group: str, values: Mapping[str, Any], write: Written) -> Iterator[str]:
    for key, value in values.items():
        name = f"--{group}-{key.replace('_', '-')}"
        if isinstance(value, tuple):
            yield from (f"{name}-{place}: {write(one)}" for place, one in enumerate(value, 1))
        else:
            yield f"{name}: {value if isinstance(value, str) else write(value)}"


def css_faces(names: tuple[str, ...]) -> str:
    """Return families as a value of `font-family`."""
    return ", ".join(f'"{name}"' for name in names)
