"""The styles part of the reference file: ids by name, and what it lacks added."""

from __future__ import annotations

from copy import deepcopy

from probata.word.elements import (
    VAL,
    Element,
    add,
    child,
    make,
    place,
    value,
    w,
)
from probata.word.schema_order import PARAGRAPH, STYLE


class StyleSheet:
    """Styles by name; capitals do not count, as in Word."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._styles = {_key(style): style for style in root.findall(w("style"))}
        self._ids: dict[str, str] = {}

    def id_of(self, name: str, type_: str = "paragraph") -> str:
        """Return the id by which the document refers to a style. `KeyError` where `complete` did not run."""
        known = self._ids.get(name)
        if known is None:
            known = self._styles[type_, name.casefold()].get(w("styleId"), "")
            self._ids[name] = known
        return known

    def complete(self, ours: Element) -> None:
        """Add every style of `ours` whose name is lacking, with its references to others by their ids here."""
        names = {style.get(w("styleId"), ""): _key(style) for style in ours.findall(w("style"))}
        added = [deepcopy(style) for style in ours.findall(w("style")) if _key(style) not in self._styles]
        for style in added:
            style.set(w("styleId"), self._free_id(style.get(w("styleId"), "")))
            style.attrib.pop(w("default"), "")
            self._styles[_key(style)] = style
            self.root.append(style)
        for style in added:
            for name in ("basedOn", "next", "link"):
                reference = style.find(w(name))
                if reference is not None:
                    reference.set(VAL, self._styles[names[reference.get(VAL, "")]].get(w("styleId"), ""))

    def _free_id(self, wanted: str) -> str:
        taken = {style.get(w("styleId"), "").casefold() for style in self._styles.values()}
        if wanted.casefold() not in taken:
            return wanted
        return next(f"{wanted}{n}" for n in range(2, len(taken) + 3) if f"{wanted}{n}".casefold() not in taken)

    def number(self, name: str, number_id: str, level: int) -> None:
        """Let a paragraph style carry a level of a numbered list; list `0` takes its number away."""
        style = self._styles["paragraph", name.casefold()]
        numbering = make("numPr")
        if level:
            add(numbering, "ilvl", val=level)
        add(numbering, "numId", val=number_id)
        properties = style.find(w("pPr"))
        if properties is None:
            properties = make("pPr")
            place(style, properties, STYLE)
        place(properties, numbering, PARAGRAPH)

    def font_size(self) -> float:
        """Return the size of plain text in points: that of Normal, else of the defaults, else Word's 10."""
        normal = self._styles.get(("paragraph", "normal"))
        own = "" if normal is None else value(normal, "w:rPr/w:sz")
        return float(own or value(self.root, "w:docDefaults/w:rPrDefault/w:rPr/w:sz") or "20") / 2

    def set_language(self, attributes: dict[str, str]) -> None:
        """Set the language of the whole document for proofing: the keys are `val`, `eastAsia`, `bidi`."""
        defaults = self.root.find(w("docDefaults"))
        if defaults is None:
            defaults = make("docDefaults")
            self.root.insert(0, defaults)
        whole = child(child(defaults, "rPrDefault"), "rPr")
        language = child(whole, "lang")
        for key, tag in attributes.items():
            language.set(w(key), tag)
        for style in self._styles.values():
            self._forget_language(style)

    def _forget_language(self, style: Element) -> None:
        """Take a language of its own from a default style: it would hide the document's."""
        run = style.find(w("rPr"))
        if run is not None and style.get(w("default")) in ("1", "true"):
            for language in run.findall(w("lang")):
                run.remove(language)


def _key(style: Element) -> tuple[str, str]:
    return style.get(w("type"), "paragraph"), value(style, "w:name").casefold()
