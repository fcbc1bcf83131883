"""Which paragraphs belong to a table of contents: they repeat the headings, and a program makes them anew."""

from __future__ import annotations

from dataclasses import dataclass, field

from probata.word.elements import Element, w


@dataclass(slots=True)
class InContents:
    """Follows the fields of a document from paragraph to paragraph (ISO/IEC 29500-1, 17.16.5.68)."""

    open: list[str] = field(default_factory=list)
    """Instructions of the fields that have begun and not ended."""

    def holds(self, paragraph: Element) -> bool:
        """Tell whether a paragraph stands in the contents; paragraphs come in their order."""
        is_inside = self._is_open()
        for element in paragraph.iter(w("fldChar"), w("instrText")):
            if element.tag == w("instrText"):
                if self.open:
                    self.open[-1] += element.text or ""
                is_inside = is_inside or self._is_open()
            elif element.get(w("fldCharType")) == "begin":
                self.open.append("")
            elif element.get(w("fldCharType")) == "end" and self.open:
                self.open.pop()
        return is_inside

    def _is_open(self) -> bool:
        return any(instruction.split()[:1] == ["TOC"] for instruction in self.open)
