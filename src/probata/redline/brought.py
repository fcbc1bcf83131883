"""Content of the old version brought into the new package: its styles, lists, links, pictures and bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from docx.opc.part import Part
from docx.package import Package

from probata.redline.brought_lists import BroughtLists
from probata.redline.brought_styles import BroughtStyles
from probata.word.elements import R_NAMESPACE, Element, w
from probata.word.opc import OFFICE

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
