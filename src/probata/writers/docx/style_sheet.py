"""The styles part of the reference file: ids by name, and what it lacks added."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from probata.document.blocks import Heading, Role
from probata.word.elements import PARAGRAPH, STYLE, VAL, Element, add, child, drop, make, place, value, w


class StyleSheet:
    """Styles by name; capitals do not count, as in Word."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._styles = {_key(style): style for style in root.findall(w("style"))}
        self._ids: dict[str, str] = {}
        self.added: tuple[str, ...] = ()
        """Names of the styles that it lacked and that were added, in the order of ours."""

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
        self.added = tuple(value(s, "w:name") for s in ours.findall(w("style")) if _key(s) not in self._styles)
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
            drop(run, "lang")


def _key(style: Element) -> tuple[str, str]:
    return style.get(w("type"), "paragraph"), value(style, "w:name").casefold()


# Names of the styles that the writer uses: the contract with every reference file.
# Names, not ids: a German Word calls the id of `heading 1` `berschrift1`. Names that Word has built in are written as
# it writes them.

OF_ROLE: Final = {
    Role.BODY: "Body Text",
    Role.NUMBERED: "Numbered Paragraph 1",
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.COVER: "Cover Line",
    Role.COVER_RIGHT: "Cover Right",
    Role.MARKING: "Marking",
    Role.DECLARATION: "Declaration",
    Role.SIGNATURE: "Signature",
    Role.BIBLIOGRAPHY: "Bibliography",
    Role.AUTHORITY_GROUP: "toa heading",
    Role.AUTHORITY: "table of authorities",
    Role.TABLE_NOTE: "Table Note",
}
NUMBERED: Final = ("Numbered Paragraph 1", "Numbered Paragraph 2", "Numbered Paragraph 3")
ANNEX_HEADING: Final = "Annex Heading"
UNNUMBERED_HEADINGS: Final = ("Unnumbered Heading 1", "Unnumbered Heading 2", "Unnumbered Heading 3")
SECTION_HEADINGS: Final = ("heading 1", "heading 2", "heading 3")
BULLETS: Final = ("List Bullet", "List Bullet 2", "List Bullet 3")
ORDERED: Final = ("List Number", "List Number 2", "List Number 3")
CONTINUED: Final = ("List Continue", "List Continue 2", "List Continue 3")
CONTENTS: Final = ("toc 1", "toc 2", "toc 3")
CONTENTS_TITLE: Final = "TOC Heading"
QUOTES: Final = {"quotation": "Quote", "epigraph": "Epigraph"}
ATTRIBUTION: Final = "Attribution"
CAPTION: Final = "caption"
PICTURE_CAPTION: Final = "Picture Caption"
PICTURE: Final = "Picture"
PICTURE_FRAME: Final = "Picture Frame"
TABLE_TEXT: Final = "Table Text"
TABLE_HEADING: Final = "Table Heading"
TABLE_TOTAL: Final = "Table Total"
TABLE_LABEL: Final = "Table Label"
TABLE_LIST: Final = "Table List"
ALIGNED: Final = {"left": "", "right": " Right", "center": " Centred"}
"""What the alignment of a cell adds to the name of its style: `Table Text Right` holds numbers."""
TABLE_SEPARATOR: Final = "Table Separator"
TABLES: Final = {"grid": "Case Table", "form": "Form Table"}
BOX: Final = "Notice Box"
NOTE_TEXT: Final = "footnote text"
NOTE_MARK: Final = "footnote reference"
LINK: Final = "Hyperlink"
GAP: Final = "Gap"
RUNNING_LINE: Final = "Running Line"
PAGE_LINE: Final = "Page Line"


def heading_style(heading: Heading) -> str:
    """Return the style of a heading: which one numbers it, and how."""
    level = min(max(heading.level, 1), 3)
    if heading.series == "section":
        return SECTION_HEADINGS[level - 1]
    if heading.series == "annex" and level == 1:
        return ANNEX_HEADING
    return UNNUMBERED_HEADINGS[level - 1]
