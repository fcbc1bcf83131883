"""Words of a forum in a template: a value that is filled in stays a value, whatever its characters."""

from __future__ import annotations

from typing import Any

import jinja2
import pytest
from tests.each import each

from probata.compose.environment import TemplateEnvironment
from probata.compose.phrases import Phrases
from probata.diagnostics import Span
from probata.document.blocks import Paragraph
from probata.document.inlines import Inline, Strong, Text
from probata.document.walk import inlines_in_order, plain_text
from probata.forum import Words
from probata.markup import LiteralValue, parse_markdown
from probata.messages import load_wording

WORDS = Words({
    "en": {"plain": "The *text*", "asked": "Asked: **{what}**.", "only": "Here", "two": "{b} and {a}"},
    "fr": {"plain": "Le *texte*", "asked": "Demandé : **{what}**.", "two": "{b} et {a}"},
})  # fmt: skip


def printed(template: str, language: str = "en-GB", **values: Any) -> list[Inline]:
    """Return the inlines of the one paragraph that a template prints."""
    environment = TemplateEnvironment(jinja2.DictLoader({}), False, wording=load_wording(language))
    names = {"words": Phrases(WORDS, language, environment.placeholders), **values}
    text = environment.from_string(template).render(names)
    (block,) = parse_markdown(text, environment.placeholders, Span("template")).blocks
    assert isinstance(block, Paragraph)
    return list(block.inlines)


NASTY = ["*a*", "{what}", "<b>", "[@x]", "**", "&amp;", "{{ x }}", "|", "^[n]", "\\"]


@each("value", NASTY)
@each("wrap", [str, LiteralValue])
def test_a_value_is_printed_as_it_is(value: str, wrap: type[Any]) -> None:
    inlines = printed("{{ words.asked(what=x) }}", x=wrap(value))
    strong = [inline for inline in inlines if isinstance(inline, Strong)]

    assert plain_text(tuple(inlines)) == f"Asked: {value}."
    assert [plain_text(found.inlines) for found in strong] == [value]
    assert all(isinstance(i, Text | Strong) for i in inlines_in_order((Paragraph(tuple(inlines)),)))


def test_a_word_that_the_language_lacks_is_english_and_marked() -> None:
    (word,) = [inline for inline in printed("{{ words.only }}", "fr") if isinstance(inline, Text)]

    assert word.text == "Here"
    assert getattr(word.text, "lang", None) == "en"


@each(
    ("template", "message"),
    [
        ("{{ words.asked(that='x') }}", "`words.asked` is filled with `what`, and is given `that`"),
        ("{{ words.asked() }}", "`words.asked` is filled with `what`, and is given nothing"),
        ("{{ words.asked }}", "`words.asked` is filled with `what`, and is given nothing"),
        ("{{ words.plain(what='x') }}", "`words.plain` is filled with nothing, and is given `what`"),
    ],
)
def test_a_wrong_value_is_a_fault_of_the_template(template: str, message: str) -> None:
    with pytest.raises(jinja2.TemplateRuntimeError, match=message.replace("(", r"\(")):
        printed(template)
