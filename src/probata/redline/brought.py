"""Content of the old version brought into the new package: its styles, lists, links, pictures and bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from probata.word.elements import R_NAMESPACE, Element, drop, highest, remove, value, w
from probata.word.opc import OFFICE

# Styles that old content names, in the new style sheet: by their names, or brought over.


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
        for based in copy.findall(w("basedOn")):
            based.set(w("val"), self.id_of(based.get(w("val"), ""), kind))
        drop(copy, "next", "link")
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
    return value(style, "w:name").lower()


# Lists that old content names, in the new numbering: the one that looks the same, or brought over.

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
            remove(element)
        number.set(w("numId"), made)
        for element in number.iter(w("abstractNumId")):
            element.set(w("val"), name)
        numbers = new.findall(w("num"))
        at = new.index(numbers[0]) if numbers else len(new.findall(w("abstractNum")))
        new.insert(at, abstract)  # the schema wants all kinds of lists before all lists
        new.insert(at + 1 + len(numbers), number)
        return made


def _free(numbering: Element, name: str, attribute: str) -> str:
    taken = [one.get(w(attribute), "") for one in numbering.findall(w(name))]
    return str(1 + highest(taken))


def _number(numbering: Element, id_: str) -> Element | None:
    return next((one for one in numbering.findall(w("num")) if one.get(w("numId")) == id_), None)


def _abstract(numbering: Element, id_: str) -> Element | None:
    number = _number(numbering, id_)
    name = "" if number is None else value(number, "w:abstractNumId")
    return next((one for one in numbering.findall(w("abstractNum")) if one.get(w("abstractNumId")) == name), None)


def _looks(numbering: Element, id_: str) -> bytes:
    """Return what tells one list from another: its levels, and where it begins anew."""
    number, abstract = _number(numbering, id_), _abstract(numbering, id_)
    if number is None or abstract is None:
        return b""
    parts = [one for one in (*abstract, *number) if one.tag not in (*_OF_SESSIONS, w("abstractNumId"))]
    return b"".join(etree.tostring(deepcopy(one), method="c14n", exclusive=True) for one in parts)


_OF_RELATIONSHIPS: Final = f"{{{R_NAMESPACE}}}"
_STYLES: Final = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
_BOOKMARKS: Final = (w("bookmarkStart"), w("bookmarkEnd"))


@dataclass(slots=True)
class Brought:
    """Changes copies of old elements so that they hold in the new package; one for each story."""

    new: Package
    old_part: Part | None
    new_part: Part | None
    styles: BroughtStyles
    lists: BroughtLists
    bookmarks: dict[str, str]
    """The new `w:id` of each old bookmark that comes over."""
    tell: Callable[[str], None]
    drawings: int = 0
    media: dict[Part, Part] = field(default_factory=dict)

    def admit(self, element: Element) -> Element | None:
        """Return a copied element fit for the new package; `None` where it cannot be had there."""
        for one in element.iter():
            if one.tag in _STYLES:
                one.set(w("val"), self.styles.id_of(one.get(w("val"), ""), _STYLES[str(one.tag)]))
            elif one.tag == w("numId"):
                one.set(w("val"), self.lists.id_of(one.get(w("val"), "")))
            elif str(one.tag).endswith("}docPr"):
                self.drawings += 1
                one.set("id", str(1_000_000 + self.drawings))  # beyond those that the new version has
            for name in list(one.attrib):
                if str(name).startswith(_OF_RELATIONSHIPS) and not self._relate(one, str(name)):
                    return None
        return element

    def bookmark(self, element: Element) -> Element | None:
        """Return a copied end of a bookmark under its new id; `None` for what is none that comes over."""
        number = self.bookmarks.get(element.get(w("id"), "")) if element.tag in _BOOKMARKS else None
        if number is None:
            return None
        element.set(w("id"), number)
        return element

    def _relate(self, element: Element, name: str) -> bool:
        """Lead an attribute to the same target from the new part; tell whether that can be done."""
        id_ = element.get(name, "")
        if not id_:
            return True
        found = self.old_part.rels.get(id_) if self.old_part else None
        if found is None or self.new_part is None:
            return False
        if found.is_external:
            element.set(name, self.new_part.relate_to(found.target_ref, found.reltype, is_external=True))
            return True
        if found.reltype != f"{OFFICE}image":
            kind = found.reltype.rpartition("/")[2]
            self.tell(f"a {kind} of the old version is not shown: it was taken out and cannot be brought over")
            return False
        element.set(name, self.new_part.relate_to(self._picture(found.target_part), found.reltype))
        return True

    def _picture(self, old: Part) -> Part:
        """Return an old picture in the new package, where it may be already."""
        if old not in self.media:
            same = next((one for one in self.new.iter_parts() if one.blob == old.blob), None)
            name = self.new.next_partname(f"/word/media/old%d.{old.partname.ext}")
            self.media[old] = same or Part(name, old.content_type, old.blob, self.new)
        return self.media[old]


def bookmarks_to_bring(old: Element, new_roots: Iterable[Element], first: int) -> dict[str, str]:
    """Return a new id, from `first` on, for each bookmark of an old part that no new part has.

    One that does not begin and end in paragraphs is left out: half of it would be lost.
    """
    names = {one.get(w("name"), "").lower() for root in new_roots for one in root.iter(w("bookmarkStart"))}
    ends = {one.get(w("id"), "") for one in old.iter(w("bookmarkEnd")) if _is_in_paragraph(one)}
    starts = [
        one
        for one in old.iter(w("bookmarkStart"))
        if one.get(w("name"), "").lower() not in names and one.get(w("id")) in ends and _is_in_paragraph(one)
    ]
    return {one.get(w("id"), ""): str(first + place) for place, one in enumerate(starts)}


def _is_in_paragraph(element: Element) -> bool:
    """Tell what stands in a paragraph and not in a drawing or another run."""
    above = [str(one.tag) for one in element.iterancestors()]
    return w("p") in above and w("r") not in above
