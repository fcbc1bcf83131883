"""The words of a forum as templates print them: `{{ words.date }}`, `{{ words.stated_in(paragraph=ref(…)) }}`.

A word is a line of Markdown of the template's author. `{name}` in it stands for a value, which is put in after the line
was parsed, so nothing in a record can become markup. A word that the language lacks is printed in English and knows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from string import Formatter
from typing import Any

import jinja2
from markupsafe import Markup

from probata.diagnostics import Span
from probata.document.blocks import Paragraph
from probata.document.foreign import ForeignText, in_the_language_of
from probata.document.inlines import Inlines
from probata.document.walk import plain_text
from probata.forum import Forum, Words
from probata.law import Catalogue, ConductCode, Instrument
from probata.markup.inline_builder import InlineBuilder, Place
from probata.markup.placeholder import PATTERN, BlockValue, InlineValue, LiteralValue, MarkdownValue, Placeholders
from probata.messages import ENGLISH, LawNames, load_law_names
from probata.model.language import same_language
from probata.source.text_file import ILLEGAL

# Laid out text (`Markup`) is Markdown with placeholders in it. Everything refused raises `TemplateRuntimeError` with
# the words that the user reads.


def characters(value: Any) -> str:
    """Return what is printed for a plain value; nothing, yes and no, and halves of placeholders are refused."""
    if isinstance(value, jinja2.Undefined):
        str(value)  # raises with the name of what is missing
    if value is None:
        raise jinja2.TemplateRuntimeError(
            'there is nothing to print here; write `| or_gap("what is missing")` behind it'
        )
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise jinja2.TemplateRuntimeError("what stands here is no text; print one of its fields, or ask with `if`")
    text = str(value)
    if ILLEGAL.search(text):
        raise jinja2.TemplateRuntimeError("a character stands here that no document can hold")
    return text


def not_laid_out(value: Any) -> Any:
    """Return a plain value; laid out text is refused."""
    if isinstance(value, Markup):
        raise jinja2.TemplateRuntimeError("text that is already laid out cannot be cut or changed")
    return value


def whole(text: Markup) -> Markup:
    """Return laid out text; half a placeholder in it is refused."""
    if ILLEGAL.search(PATTERN.sub("", text)):
        raise jinja2.TemplateRuntimeError("text that is already laid out was cut")
    return text


def begins_with(value: Any) -> str:
    """Return the words of a value as far as the language looks at them, to choose its "and" (Spanish "e Inés")."""
    match value:
        case InlineValue():
            return plain_text(value.inlines)
        case LiteralValue() | MarkdownValue():
            return value.text
        case _:
            return characters(value)


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
            text, _ = self._found(name)
            blanks = tuple(dict.fromkeys(blank for _, blank, _, _ in Formatter().parse(text) if blank is not None))
            inlines = () if blanks else self.fill(name, {}).inlines
            self._made[name] = Phrase(inlines, name, blanks, self)
        return self._made[name]

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
        return InlineValue(self._worded(name, inlines, language))

    def _worded(self, name: str, inlines: Inlines, language: str) -> Inlines:
        if same_language(language, self._language):
            return inlines
        foreign = ForeignText("", language, RECORD, (name,))
        blocks = in_the_language_of(foreign, (Paragraph(inlines),))
        return blocks[0].inlines if isinstance(blocks[0], Paragraph) else inlines

    def _placed(self, value: Any) -> str:
        if isinstance(value, Markup):
            return str(value)
        return self._placeholders.place(value if isinstance(value, _VALUES) else LiteralValue(characters(value)))


def labels_of_fields(forum: Forum, language: str) -> dict[str, str]:
    """Return how gaps call the required fields in a language, by what the profile calls them."""
    found: dict[str, str] = {}
    for required in forum.profile.required_fields:
        word = forum.words.find(f"field_{required.id.replace('-', '_')}", language)
        if word:
            found[required.label] = word[0]
    if word := forum.words.find("gap_allegations", language):
        found["an allegation"] = word[0]  # as `filing-without-allegation` calls it
    return found


# The catalogue of law with its names in the language of a document.

LAW_RECORD = "law"
"""What an untranslated name of law names in place of a record."""
_TRANSLATED = ("treaty", "declaration")
"""Instruments that have a name in every language; statutes and regulations are cited by their own."""
_FIELDS = ("title", "short", "abbreviation", "citation")


def law_in_language(catalogue: Catalogue, language: str) -> Catalogue:
    """Return the catalogue as documents in a language print it, what has no name in that language as foreign."""
    if same_language(language, ENGLISH):
        return catalogue
    names = load_law_names(language)
    instruments = {key: _instrument(found, names) for key, found in catalogue.instruments.items()}
    conduct = {key: _conduct(found, names) for key, found in catalogue.conduct.items()}
    return replace(catalogue, instruments=instruments, conduct=conduct)


def _instrument(instrument: Instrument, names: LawNames) -> Instrument:
    if instrument.kind not in _TRANSLATED:
        return instrument
    found = names.instruments.get(instrument.id, {})
    told = {name: found.get(name) or _foreign(getattr(instrument, name), instrument.id, name) for name in _FIELDS}
    return instrument.model_copy(update=told)


def _conduct(code: ConductCode, names: LawNames) -> ConductCode:
    label = names.conduct.get(code.code) or _foreign(code.label, code.code, "label")
    return code.model_copy(update={"label": label, "act": names.acts.get(code.code)})


def _foreign(text: str, name: str, field: str) -> ForeignText:
    return ForeignText(text, ENGLISH, LAW_RECORD, (name, field))
