"""Any text appears as it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.writers.docx_file import document_of, paragraph, part, written

from probata.document.inlines import Emph, Text

_XML_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
_TEXTS = st.text(_XML_CHARACTERS | st.sampled_from("\t\n\r\x85 <>&\"'{}"), min_size=1)


@given(_TEXTS, _TEXTS)
def test_any_text_appears_literally_with_its_spaces(first: str, second: str) -> None:
    data = written(document_of(paragraph(first, Emph((Text(second),)))))
    texts = list(part(data, "word/document.xml").iter("{*}t"))
    assert [element.text for element in texts] == [first, second]
    assert {element.get("{http://www.w3.org/XML/1998/namespace}space") for element in texts} == {"preserve"}
