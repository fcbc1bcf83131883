"""The words of a forum as templates print them: `{{ words.date }}`, `{{ words.stated_in(paragraph=ref(…)) }}`.

A word is a line of Markdown of the template's author. `{name}` in it stands for a value, which is put in after the line
was parsed, so nothing in a record can become markup. A word that the language lacks is printed in English and knows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Any

import jinja2
from markupsafe import Markup

from probata.compose.template_text import characters
from probata.diagnostics import Span
from probata.document.blocks import Paragraph
from probata.document.foreign import ForeignText, in_the_language_of
from probata.document.inlines import Inlines
from probata.forum import Words
from probata.markup.inline_builder import InlineBuilder, Place
from probata.markup.placeholder import BlockValue, InlineValue, LiteralValue, MarkdownValue, Placeholders
from probata.model.language import same_language

_VALUES = (LiteralValue, InlineValue, BlockValue, MarkdownValue)
RECORD = "words"
"""What an untranslated word names in place of a record."""


@dataclass(frozen=True, slots=True)
class Phrase(InlineValue):
    """One word or sentence. Called, it is filled with the values that it names."""

    name: str = ""
    blanks: tuple[str, ...] = ()
    """Names in braces; with any of them it can be printed only when it is called."""
    phrases: Phrases | None = field(default=None, repr=False, compare=False)

    def __call__(self, **values: Any) -> InlineValue:
        """Return the sentence with its values; raises `TemplateRuntimeError` where one is missing or too many."""
        if set(values) != set(self.blanks) or self.phrases is None:
            takes, given = _listed(self.blanks), _listed(values)
            raise jinja2.TemplateRuntimeError(f"`words.{self.name}` is filled with {takes}, and is given {given}")
        return self.phrases.fill(self.name, values)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "nothing"


class Phrases:
    """The words of one forum in one language, as the name `words` of a template."""

    __slots__ = ("_language", "_made", "_placeholders", "_words")

    def __init__(self, words: Words, language: str, placeholders: Placeholders) -> None:
        """Take the words, the language of the document, and the placeholders of its template."""
        self._words = words
        self._language = language
        self._placeholders = placeholders
        self._made: dict[str, Phrase] = {}

    def __getattr__(self, name: str) -> Phrase:
        """Return a word; raises `AttributeError` where the forum has none of that name."""
        if name.startswith("_") or self._words.find(name, self._language) is None:
            raise AttributeError(name)
        if name not in self._made:
            blanks = self._blanks(name)
            inlines = () if blanks else self.fill(name, {}).inlines
            self._made[name] = Phrase(inlines, name, blanks, self)
        return self._made[name]

    def _blanks(self, name: str) -> tuple[str, ...]:
        text, _ = self._found(name)
        return tuple(dict.fromkeys(blank for _, blank, _, _ in Formatter().parse(text) if blank is not None))

    def _found(self, name: str) -> tuple[str, str]:
        return self._words.find(name, self._language) or ("", self._language)

    def fill(self, name: str, values: Mapping[str, Any]) -> InlineValue:
        """Return a word with its values put in."""
        text, language = self._found(name)
        parts = [
            (literal, "" if blank is None else self._placed(values[blank]))
            for literal, blank, _, _ in Formatter().parse(text)
        ]
        findings: list[Any] = []
        builder = InlineBuilder(self._placeholders, Place(Span(""), {}), findings=findings)
        inlines = builder.parse("".join(part for pair in parts for part in pair))
        if findings:
            raise jinja2.TemplateRuntimeError(f"`words.{name}` cannot be read: {findings[0].message}")
        return InlineValue(self._told(name, inlines, language))

    def _told(self, name: str, inlines: Inlines, language: str) -> Inlines:
        if same_language(language, self._language):
            return inlines
        foreign = ForeignText("", language, RECORD, (name,))
        blocks = in_the_language_of(foreign, (Paragraph(inlines),))
        return blocks[0].inlines if isinstance(blocks[0], Paragraph) else inlines

    def _placed(self, value: Any) -> str:
        if isinstance(value, Markup):
            return str(value)
        return self._placeholders.place(value if isinstance(value, _VALUES) else LiteralValue(characters(value)))
