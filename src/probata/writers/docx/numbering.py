"""The numbering part: our lists found or added, and a new count for each ordered list."""

from __future__ import annotations

from probata.word.elements import NAMESPACES, VAL, Element, add, make, place, value, w
from probata.word.schema_order import LEVEL
from probata.writers.docx.number_lists import Level, NumberList
from probata.writers.docx.style_names import SECTION_HEADINGS, UNNUMBERED_HEADINGS
from probata.writers.docx.style_sheet import StyleSheet


class Numbering:
    """Lists by their name."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._abstracts: dict[str, str] = {}
        self._numbers: dict[str, str] = {}

    def install(self, lists: tuple[NumberList, ...], styles: StyleSheet) -> None:
        """Make sure that the part has each list and that the styles carry its levels.

        A list of ours that an office changed in its look is kept; one that counts otherwise is not used,
        and a heading style with numbers of its own loses them: a filing's numbers are those of its tree.
        """
        for numbers in lists:
            self._forget_styles(numbers, styles)
            self._abstracts[numbers.name] = self._find(numbers) or self._add_list(numbers)
            self._begin(numbers)
            self._numbers[numbers.name] = self._add_number(self._abstracts[numbers.name])
            self._link_styles(numbers, styles)
        for name in (SECTION_HEADINGS[2], *UNNUMBERED_HEADINGS):
            styles.number(name, "0", 0)

    def id_of(self, name: str) -> str:
        """Return the `w:numId` under which all paragraphs of a list count together."""
        return self._numbers[name]

    def restarted(self, name: str, level: int) -> str:
        """Return a new `w:numId` of a list whose `level` begins again at 1."""
        id_ = self._add_number(self._abstracts[name])
        override = add(self.root[-1], "lvlOverride", ilvl=level)
        add(override, "startOverride", val=1)
        return id_

    def _find(self, numbers: NumberList) -> str:
        for abstract in self.root.findall(w("abstractNum")):
            if value(abstract, "w:name") == numbers.name and _shows(abstract, numbers):
                return abstract.get(w("abstractNumId"), "")
        return ""

    def _forget_styles(self, numbers: NumberList, styles: StyleSheet) -> None:
        ours = {styles.id_of(level.style) for level in numbers.levels if level.style}
        for link in self.root.findall("w:abstractNum/w:lvl/w:pStyle", NAMESPACES):
            parent = link.getparent()
            if link.get(VAL) in ours and parent is not None:
                parent.remove(link)

    def _link_styles(self, numbers: NumberList, styles: StyleSheet) -> None:
        abstract = self._element(self._abstracts[numbers.name])
        for number, level in enumerate(numbers.levels):
            if level.style:
                styles.number(level.style, self._numbers[numbers.name], number)
                _link(abstract.findall(w("lvl"))[number], styles.id_of(level.style))

    def _begin(self, numbers: NumberList) -> None:
        """Let each level begin with its own first number, in a list of an office too."""
        levels = self._element(self._abstracts[numbers.name]).findall(w("lvl"))
        for element, level in zip(levels, numbers.levels, strict=False):
            place(element, make("start", val=level.start), LEVEL)

    def _element(self, abstract_id: str) -> Element:
        all_ = self.root.findall(w("abstractNum"))
        return next(a for a in all_ if a.get(w("abstractNumId")) == abstract_id)

    def _add_list(self, numbers: NumberList) -> str:
        id_ = _next_id(self.root, "abstractNum", "abstractNumId", first=0)
        abstract = make("abstractNum", abstractNumId=id_)
        add(abstract, "multiLevelType", val="multilevel")
        add(abstract, "name", val=numbers.name)
        for number, level in enumerate(numbers.levels):
            _add_level(abstract, number, level)
        self.root.insert(len(self.root.findall(w("abstractNum"))) + len(self.root.findall(w("numPicBullet"))), abstract)
        return id_

    def _add_number(self, abstract_id: str) -> str:
        id_ = _next_id(self.root, "num", "numId", first=1)
        number = make("num", numId=id_)
        add(number, "abstractNumId", val=abstract_id)
        last = self.root.findall(w("num"))
        self.root.insert(self.root.index(last[-1]) + 1 if last else len(self.root), number)
        return id_


def _next_id(root: Element, element: str, attribute: str, first: int) -> str:
    taken = [int(e.get(w(attribute), "0")) for e in root.findall(w(element))]
    return str(max(taken, default=first - 1) + 1)


def _add_level(abstract: Element, number: int, level: Level) -> None:
    element = add(abstract, "lvl", ilvl=number)
    add(element, "start", val=1)
    add(element, "numFmt", val=level.format)
    add(element, "lvlText", val=level.text)
    add(element, "lvlJc", val="left")
    add(add(element, "pPr"), "ind", left=level.left, hanging=level.hanging)


def _link(level: Element, style_id: str) -> None:
    place(level, make("pStyle", val=style_id), LEVEL)


def _shows(abstract: Element, numbers: NumberList) -> bool:
    levels = abstract.findall(w("lvl"))[: len(numbers.levels)]
    return [(value(e, "w:numFmt"), value(e, "w:lvlText")) for e in levels] == [
        (level.format, level.text) for level in numbers.levels
    ]
