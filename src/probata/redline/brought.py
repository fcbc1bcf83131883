"""Content of the old version brought into the new package: its styles, lists, links, pictures and bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from probata.redline.brought_lists import BroughtLists
from probata.redline.brought_styles import BroughtStyles
from probata.word.elements import R_NAMESPACE, Element, w
from probata.word.opc import OFFICE, Package, Part

_OF_RELATIONSHIPS: Final = f"{{{R_NAMESPACE}}}"
_STYLES: Final = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
_BOOKMARKS: Final = (w("bookmarkStart"), w("bookmarkEnd"))


@dataclass(slots=True)
class Brought:
    """Changes copies of old elements so that they hold in the new package; one for each story."""

    old: Package
    new: Package
    old_part: Part
    new_part: Part
    styles: BroughtStyles
    lists: BroughtLists
    bookmarks: dict[str, str]
    """The new `w:id` of each old bookmark that comes over."""
    tell: Callable[[str], None]
    drawings: int = 0
    media: dict[str, str] = field(default_factory=dict)

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
        found = next((one for one in self.old_part.relationships if one.id == id_), None)
        if found is None:
            return False
        if found.external:
            element.set(name, self.new_part.relate(found.type, found.target, external=True))
            return True
        if found.type != f"{OFFICE}image":
            kind = found.type.rpartition("/")[2]
            self.tell(f"a {kind} of the old version is not shown: it was taken out and cannot be brought over")
            return False
        element.set(name, self.new_part.relate(found.type, self._picture(found.target)))
        return True

    def _picture(self, target: str) -> str:
        """Return the name of an old picture in the new package, where it may be already."""
        if target not in self.media:
            part = self.old.parts[target]
            same = (name for name, one in self.new.parts.items() if one.data == part.data)
            name = next(same, "") or self._free_name(target)
            self.new.parts.setdefault(name, Part(name, part.content_type, part.data))
            self.media[target] = name
        return self.media[target]

    def _free_name(self, target: str) -> str:
        folder, _, name = target.rpartition("/")
        taken = {known.lower() for known in self.new.parts}
        names = (f"{folder}/old{number or ''}-{name}".lstrip("/") for number in range(len(taken) + 1))
        return next(one for one in names if one.lower() not in taken)


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
