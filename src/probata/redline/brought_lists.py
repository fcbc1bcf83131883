"""Lists that old content names, in the new numbering: the one that looks the same, or brought over."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from probata.word.decimals import highest
from probata.word.elements import Element, w

_OF_SESSIONS = tuple(w(name) for name in ("nsid", "tmpl"))


class BroughtLists:
    """Finds the list that has the same levels and beginnings; what the new version lacks is added."""

    def __init__(self, old: Element | None, new: Element | None) -> None:
        """Take both numbering parts; where one is missing, old lists have no number."""
        self._old, self._new = old, new
        self._found: dict[str, str] = {"0": "0"}

    def id_of(self, id_: str) -> str:
        """Return the id of the list in the new version; `0`, which is no list, where there is none to be had."""
        if id_ not in self._found:
            self._found[id_] = self._find(id_)
        return self._found[id_]

    def _find(self, id_: str) -> str:
        if self._old is None or self._new is None:
            return "0"
        wanted = _looks(self._old, id_)
        if not wanted:
            return "0"
        if _looks(self._new, id_) == wanted:
            return id_
        ids = [one.get(w("numId"), "") for one in self._new.findall(w("num"))]
        same = next((one for one in ids if _looks(self._new, one) == wanted), "")
        return same or self._bring(id_, self._old, self._new)

    def _bring(self, id_: str, old: Element, new: Element) -> str:
        abstract, number = deepcopy(_abstract(old, id_)), deepcopy(_number(old, id_))
        if abstract is None or number is None:
            return "0"
        name, made = _free(new, "abstractNum", "abstractNumId"), _free(new, "num", "numId")
        abstract.set(w("abstractNumId"), name)
        for element in list(abstract.iter(*_OF_SESSIONS, w("pStyle"), w("numStyleLink"), w("styleLink"))):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
        number.set(w("numId"), made)
        for element in number.iter(w("abstractNumId")):
            element.set(w("val"), name)
        numbers = new.findall(w("num"))
        at = new.index(numbers[0]) if numbers else len(new.findall(w("abstractNum")))
        new.insert(at, abstract)  # the schema wants all kinds of lists before all lists
        new.insert(at + 1 + len(numbers), number)
        return made


def _free(numbering: Element, name: str, attribute: str) -> str:
    """Return a number that no element of that name has."""
    taken = [one.get(w(attribute), "") for one in numbering.findall(w(name))]
    return str(1 + highest(taken))


def _number(numbering: Element, id_: str) -> Element | None:
    return next((one for one in numbering.findall(w("num")) if one.get(w("numId")) == id_), None)


def _abstract(numbering: Element, id_: str) -> Element | None:
    number = _number(numbering, id_)
    link = None if number is None else number.find(w("abstractNumId"))
    name = "" if link is None else link.get(w("val"), "")
    return next((one for one in numbering.findall(w("abstractNum")) if one.get(w("abstractNumId")) == name), None)


def _looks(numbering: Element, id_: str) -> bytes:
    """Return what tells one list from another: its levels, and where it begins anew."""
    number, abstract = _number(numbering, id_), _abstract(numbering, id_)
    if number is None or abstract is None:
        return b""
    parts = [one for one in (*abstract, *number) if one.tag not in (*_OF_SESSIONS, w("abstractNumId"))]
    return b"".join(etree.tostring(deepcopy(one), method="c14n", exclusive=True) for one in parts)
