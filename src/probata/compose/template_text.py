"""What a template may print: plain text and numbers as characters, laid out text whole.

Laid out text (`Markup`) is Markdown with placeholders in it. Everything refused raises `TemplateRuntimeError` with the
words that the user reads.
"""

from __future__ import annotations

from typing import Any

import jinja2
from markupsafe import Markup

from probata.document.walk import plain_text
from probata.markup.placeholder import PATTERN, InlineValue, LiteralValue, MarkdownValue
from probata.source.text_file import ILLEGAL


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
