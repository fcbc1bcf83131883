"""Fields of records as values that a template may print: with citations, languages and dates in words."""

from __future__ import annotations

from dataclasses import dataclass

from probata.document.anchors import exhibit_anchor
from probata.document.foreign import texts
from probata.document.inlines import (
    Cite,
    CiteItem,
    CrossRef,
    Inline,
    Inlines,
    Language,
    Link,
    NoteRef,
    Pinpoint,
    Text,
    named_note,
)
from probata.document.origin import Origin
from probata.graph.case_graph import CaseGraph
from probata.law import Catalogue
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.messages import Wording
from probata.messages.wording import tenure_in_words
from probata.model.citation import Citation, Citations
from probata.model.cited_value import CitedDate, CitedText
from probata.model.dates import When
from probata.model.name import NativeName, PersonName
from probata.model.parts import is_own
from probata.model.person import Person
from probata.model.quantity import Count
from probata.model.tenure import Tenure
from probata.source.node import MappingNode, node_at

LineValue = LiteralValue | InlineValue
"""A line: characters of a record, or inlines where citations stand behind them."""


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints fields of one case in one language."""

    graph: CaseGraph
    catalogue: Catalogue
    wording: Wording

    def literal(self, text: str | None, origin: Origin) -> LiteralValue | None:
        """A line of text as it stands."""
        return LiteralValue(text, origin) if text else None

    def own_line(
        self, text: str | None, origin: Origin, kind: str, record_id: str, *loc: str | int
    ) -> LiteralValue | None:
        """A line in the author's own words, in which names in double braces are filled in."""
        return LiteralValue(text, origin, node_at(self._node(kind, record_id), loc).span) if text else None

    def markdown(
        self, text: str | None, kind: str, record_id: str, *loc: str | int, sentence: str = "", verbatim: bool = False
    ) -> MarkdownValue | None:
        """A Markdown field, with the place of its text for findings.

        Names in double braces are filled in where the model says that the field is in the author's own words.
        `verbatim` where the words are another's and no mark in them is changed.
        """
        if not text:
            return None
        node = self._node(kind, record_id)
        filled = is_own(self.graph.case if kind == "case" else self.graph.records[kind][record_id], loc)
        origin = Origin(f"{kind}/{record_id}", ".".join(map(str, loc)))
        return MarkdownValue(text, node_at(node, loc).span, origin, sentence, filled, verbatim)

    def _node(self, kind: str, record_id: str) -> MappingNode:
        return self.graph.case_node if kind == "case" else self.graph.nodes[kind, record_id]

    def text_field(self, field: CitedText | None, origin: Origin) -> InlineValue | None:
        """A text with its citations behind it."""
        if field is None:
            return None
        as_of = f" ({self.wording.as_of(field.as_of)})" if field.as_of else ""
        return InlineValue((*texts(origin, field.value, as_of), *self.cite(field.citations, origin)))

    def date_field(self, field: CitedDate | None, origin: Origin) -> InlineValue | None:
        """A date in words with its citations behind it."""
        if field is None:
            return None
        return InlineValue((Text(self.wording.when(field.value), origin), *self.cite(field.citations, origin)))

    def when(self, when: When | None, origin: Origin) -> LiteralValue | None:
        """A date or period in words."""
        return LiteralValue(self.wording.when(when), origin) if when else None

    def tenure(self, tenure: Tenure | None, origin: Origin, words: str = "") -> LineValue | None:
        """A tenure in words with its citations; `words` stand where more is known of it than its dates."""
        if tenure is None:
            return None
        words = words or tenure_in_words(self.wording, tenure)
        cites = self.cite(tenure.citations, origin)
        return InlineValue((Text(words, origin), *cites)) if cites else LiteralValue(words, origin)

    def count(self, count: Count | None, origin: Origin, unit: str = "") -> InlineValue | None:
        """A number with its unit and citations; `unit` stands where the record names none."""
        if count is None:
            return None
        counted = count.unit or unit
        number = self.wording.quantity(count.value)
        shown: Inlines = texts(origin, f"{number} ", counted) if counted else texts(origin, number)
        shown = (*shown, *self.cite(count.citations, origin))
        for other in count.other_accounts:
            words = self.wording.label("number.other_account", number=self.wording.quantity(other.value))
            shown = (*shown, Text(f"; {words}", origin), *self.cite(other.citations, origin))
        return InlineValue(shown)

    def native(self, native: NativeName | None, origin: Origin) -> InlineValue | None:
        """A name in its own script."""
        if native is None:
            return None
        return InlineValue((Language(native.lang, (Text(native.text, origin),)),))

    def person_name(self, person: Person, with_native: bool = False) -> InlineValue:
        """A person's name as running text prints it, with the native name in brackets where asked for."""
        origin = Origin(f"people/{person.id}", "name")
        inlines: list[Inline] = [Text(self.name(person.name) or person.id, origin)]
        native = person.name.native if with_native else None
        if native and native.text != self.name(person.name):  # a name in Latin letters may be recorded as its own form
            inlines += [Text(" ("), Language(native.lang, (Text(native.text, origin),)), Text(")")]
        return InlineValue(tuple(inlines))

    @staticmethod
    def name(name: PersonName) -> str:
        """A name in Latin letters."""
        return name.display

    def url(self, url: str, origin: Origin) -> InlineValue:
        """An address as a link."""
        return InlineValue((Link(url, (Text(url, origin),)),)) if url.startswith("http") else InlineValue((Text(url),))

    def cite(self, citations: Citations, origin: Origin) -> Inlines:
        """The citations as one note; empty where there is none."""
        items = tuple(dict.fromkeys(item(citation) for citation in citations))
        return (Cite(items, origin),) if items else ()

    @property
    def untitled(self) -> str:
        """What stands for the title of a work that has none and no address; never the record's id, which is ours."""
        return self.wording.label("source.untitled")

    def cited(self, citations: Citations, origin: Origin) -> InlineValue:
        """The citations as a value, empty where there is none."""
        return InlineValue(self.cite(citations, origin))

    def note_reference(self, label: str) -> InlineValue:
        """The number of the note that its author wrote as `[^label]`."""
        return InlineValue((NoteRef(named_note(label)),))

    def exhibit_reference(self, mark: str) -> InlineValue:
        """The mark of an exhibit, leading to where the document lists it."""
        return InlineValue((CrossRef(exhibit_anchor(mark), "exhibit", mark),))

    def reference(self, target: str) -> InlineValue:
        """The number of a paragraph, section, annex or table with this id."""
        return InlineValue((CrossRef(target),))


def item(citation: Citation) -> CiteItem:
    """Return a citation of a record as an item of a note."""
    place = Pinpoint(citation.pinpoint.type, citation.pinpoint.value) if citation.pinpoint else None
    return CiteItem(citation.source, place, citation.signal or "", citation.remark or "")
