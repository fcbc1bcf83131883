"""Styles that old content names, in the new style sheet: by their names, or brought over."""

from __future__ import annotations

from copy import deepcopy

from probata.word.elements import Element, w

_OTHERS = tuple(w(name) for name in ("basedOn", "next", "link"))


class BroughtStyles:
    """Finds the style of the same name and kind; what the new version lacks is added to its style sheet."""

    def __init__(self, old: Element | None, new: Element | None) -> None:
        """Take both style sheets; where one is missing, ids stand as they are."""
        self._old = {} if old is None else {_key(one, w("styleId")): one for one in old.iter(w("style"))}
        self._new = new
        self._ids = set() if new is None else {_key(one, w("styleId")) for one in new.iter(w("style"))}
        styles = () if new is None else new.iter(w("style"))
        self._by_name = {(one.get(w("type"), ""), _name(one)): one for one in styles}
        self._found: dict[tuple[str, str], str] = {}

    def id_of(self, id_: str, kind: str) -> str:
        """Return the id under which a style of the old version is in the new one."""
        key = (kind, id_)
        if key not in self._found:
            self._found[key] = id_  # for a style that is based on itself
            self._found[key] = self._find(id_, kind)
        return self._found[key]

    def _find(self, id_: str, kind: str) -> str:
        style = self._old.get((kind, id_))
        if style is None or self._new is None:
            return id_
        known = self._by_name.get((kind, _name(style)))
        if known is not None:
            return known.get(w("styleId"), id_)
        return self._bring(style, kind, self._new)

    def _bring(self, style: Element, kind: str, sheet: Element) -> str:
        copy = deepcopy(style)
        id_ = self._free(copy.get(w("styleId"), "Old"))
        copy.set(w("styleId"), id_)
        for other in _OTHERS:
            for element in copy.findall(other):
                if other == w("basedOn"):
                    element.set(w("val"), self.id_of(element.get(w("val"), ""), kind))
                else:
                    copy.remove(element)
        for numbering in copy.iter(w("numPr")):  # a style of a list would start to count in the new one
            numbering.clear()
        if w("default") in copy.attrib:
            del copy.attrib[w("default")]
        sheet.append(copy)
        self._ids.add((kind, id_))
        return id_

    def _free(self, wanted: str) -> str:
        taken = {id_.lower() for _, id_ in self._ids}
        others = (f"{wanted}Old{number or ''}" for number in range(len(taken) + 1))
        return next(one for one in (wanted, *others) if one.lower() not in taken)


def _key(style: Element, attribute: str) -> tuple[str, str]:
    return style.get(w("type"), ""), style.get(attribute, "")


def _name(style: Element) -> str:
    found = style.find(w("name"))
    return "" if found is None else found.get(w("val"), "").lower()
