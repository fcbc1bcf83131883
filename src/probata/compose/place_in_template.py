"""The place of a finding in the templates that a document was made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from probata.diagnostics import Diagnostic, Span
from probata.diagnostics.locate import locate
from probata.diagnostics.message import Message

if TYPE_CHECKING:
    from probata.compose.word_template import WordTemplate


def whole(name: str, text: str) -> Span:
    """Return the span of a whole template, in which the parser of Markdown looks for the words that it reports."""
    return Span(name, 1, 1, text.count("\n") + 1, 1)


def begins(findings: tuple[Diagnostic, ...], name: str, text: str) -> Iterator[Diagnostic]:
    """Give findings whose words are not in the template itself, being made by it, at its beginning."""
    for found in findings:
        yield replace(found, span=Span(name)) if found.span == whole(name, text) else found


def in_word(found: Diagnostic, templates: Mapping[str, WordTemplate]) -> Diagnostic:
    """Return a finding on the text of a Word template with its place in the Word file; any other as it is."""
    template = templates.get(found.span.path) if found.span else None
    return template.in_word(found) if template else found


def place_in_template(found: Diagnostic, templates: Mapping[str, str]) -> Diagnostic:
    """Return the finding of an unknown source with its place, where a template cites it."""
    if found.span is not None or found.name != "unknown-source":
        return found
    key = Message(found.message).first
    for name, text in templates.items():
        start = whole(name, text)
        if (place := locate(templates, start, f"@{key}")) != start:
            return replace(found, span=place)
    return found
