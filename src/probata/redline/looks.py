"""How text looks where a reader may take it for a change: bold, italics, struck through, underlined, raised and so on.

What is compared is what a page shows, whether it is written at the run, in its character style or in the style of the
paragraph: programs write the one for the other whenever they save. Toggles of two styles undo each other (ECMA-376,
17.7.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Final

from probata.word.elements import RUN, VAL, Element, make, place, value, w

_OFF: Final = frozenset(("0", "false", "off", "none", "baseline"))
_TOGGLES: Final = ("b", "i", "strike", "dstrike", "smallCaps", "caps", "vanish")
_VALUES: Final = {"u": "none", "vertAlign": "baseline", "highlight": "none"}
"""Properties that have values, with the one that means nothing."""
_TWINS: Final = {"b": "bCs", "i": "iCs"}
"""The same for scripts such as Arabic."""
STRUCK: Final = "struck through"
_WORDS: Final = {
    ("b", "on"): "bold", ("i", "on"): "in italics", ("strike", "on"): STRUCK,
    ("dstrike", "on"): STRUCK, ("smallCaps", "on"): "in small capitals", ("caps", "on"): "in capitals",
    ("vanish", "on"): "hidden", ("vertAlign", "superscript"): "raised", ("vertAlign", "subscript"): "lowered",
}  # fmt: skip
_WORDS_OF_ANY: Final = {"u": "underlined", "highlight": "highlighted"}
_LONGEST_CHAIN: Final = 50
"""Styles that are based on each other; a stranger's file may have a circle."""

Look = Mapping[str, str]
"""Of each property what it is: `on`, `off`, or its value."""


class Looks:
    """Knows what the styles of one version say."""

    def __init__(self, styles: Element | None) -> None:
        """Take the style sheet; without one only what is written at a run counts."""
        found = () if styles is None else styles.iter(w("style"))
        self._styles = {(one.get(w("type"), ""), one.get(w("styleId"), "")): one for one in found}
        self._default = next((id_ for (kind, id_), one in self._styles.items()
                              if kind == "paragraph" and one.get(w("default")) in ("1", "true")), "")  # fmt: skip
        self._known: dict[tuple[str, str], Look] = {}

    def of_paragraph(self, paragraph: Element) -> Look:
        """Return how text without looks of its own is in a paragraph."""
        return self._of_style("paragraph", value(paragraph, "w:pPr/w:pStyle") or self._default)

    def of_run(self, properties: Element | None, base: Look) -> Look:
        """Return how a run with these `w:rPr` is, in a paragraph whose text is as `base` says."""
        if properties is None:
            return base
        style = value(properties, "w:rStyle")
        named = self._of_style("character", style) if style else {}
        return _together(base, named) | _written(properties)

    def _of_style(self, kind: str, id_: str) -> Look:
        if (kind, id_) not in self._known:
            chain: list[Element] = []
            style = self._styles.get((kind, id_))
            while style is not None and len(chain) < _LONGEST_CHAIN:
                chain.append(style)
                style = self._styles.get((kind, value(style, "w:basedOn")))
            look: dict[str, str] = {}
            for one in reversed(chain):
                properties = one.find(w("rPr"))
                look |= {} if properties is None else _written(properties)
            self._known[kind, id_] = look
        return self._known[kind, id_]


def differs(old: Look, new: Look) -> bool:
    """Tell whether text that was as `old` says looks otherwise now."""
    return any(_of(old, name) != _of(new, name) for name in (*_TOGGLES, *_VALUES))


def words_for(look: Look) -> list[str]:
    """Return what is said of text with a look: `bold`, `struck through`."""
    found = [_WORDS.get((name, _of(look, name)), "") for name in (*_TOGGLES, "vertAlign")]
    found += [word for name, word in _WORDS_OF_ANY.items() if _of(look, name) != _VALUES[name]]
    return list(dict.fromkeys(word for word in found if word))


def turned(old: Look, new: Look) -> list[str]:
    """Return what is said of a change of look: `bold now`, `no longer in italics`."""
    before, after = words_for(old), words_for(new)
    come = [f"{word} now" for word in after if word not in before]
    gone = [f"no longer {word}" for word in before if word not in after]
    return come + gone or ["with another line or colour now"]


def with_look(properties: Element | None, look: Look, other: Look) -> Element:
    """Return a copy of `w:rPr` that gives a look, with each property written out in which it is not the `other` one."""
    made = make("rPr") if properties is None else deepcopy(properties)
    made.tail = None
    for name in (one for one in (*_TOGGLES, *_VALUES) if _of(look, one) != _of(other, one)):
        element = make(name, val={"on": "1", "off": "0"}.get(_of(look, name), _of(look, name)))
        place(made, element, RUN)
        if name in _TWINS:
            twin = deepcopy(element)
            twin.tag = w(_TWINS[name])
            place(made, twin, RUN)
    return made


def _of(look: Look, name: str) -> str:
    return look.get(name, _VALUES.get(name, "off"))


def _together(base: Look, named: Look) -> dict[str, str]:
    """Return a look below a character style: a toggle that both have on is off."""
    found = {**base, **named}
    for name in _TOGGLES:
        if base.get(name) == named.get(name) == "on":
            found[name] = "off"
        elif base.get(name) == "on":
            found[name] = "on"
    return found


def _written(properties: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in (*_TOGGLES, *_VALUES):
        element = properties.find(w(name))
        if element is not None and name in _VALUES:
            found[name] = element.get(VAL, _VALUES[name])
        elif element is not None:
            found[name] = "off" if element.get(VAL, "on") in _OFF else "on"
    return found
