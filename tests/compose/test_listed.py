"""`listed` joins the entries of a list as running text does, in the language of the document."""

from __future__ import annotations

from typing import Any

import jinja2
from tests.each import each

from probata.compose.environment import TemplateEnvironment
from probata.diagnostics import Span
from probata.document.blocks import Paragraph
from probata.document.inlines import Emph, Text
from probata.document.walk import plain_text
from probata.markup import InlineValue, LiteralValue, parse_markdown
from probata.messages import load_wording

NAMES = [InlineValue((Emph((Text("Ana"),)),)), LiteralValue("Bo & Co"), "Inés"]


def _printed(names: list[Any], language: str = "en-GB") -> str:
    environment = TemplateEnvironment(jinja2.DictLoader({}), True, wording=load_wording(language))
    text = environment.from_string("{{ names | listed | or_gap('name') }}").render(names=names)
    (block,) = parse_markdown(text, environment.placeholders, Span("t")).blocks
    assert isinstance(block, Paragraph)
    return plain_text(block.inlines)


@each(
    ("names", "printed"),
    [(NAMES[:1], "Ana"), (NAMES[:2], "Ana and Bo & Co"), (NAMES, "Ana, Bo & Co and Inés"), ([], "not recorded")],
)
def test_each_entry_stands_once_with_what_stands_between(names: list[Any], printed: str) -> None:
    assert _printed(names).lower() == printed.lower()


@each(
    ("language", "printed"),
    [("fr", "Ana, Bo & Co et Inés"), ("es", "Ana, Bo & Co e Inés"), ("en-US", "Ana, Bo & Co and Inés")],
)
def test_it_joins_in_the_language_of_the_document(language: str, printed: str) -> None:
    assert _printed(NAMES, language) == printed
