"""Markdown to the document tree, with values of records put in after parsing, so that none can become markup."""

from probata.markup.parse import Parsed, parse_markdown
from probata.markup.placeholder import BlockValue, InlineValue, LiteralValue, MarkdownValue, Placeholders

__all__ = ["BlockValue", "InlineValue", "LiteralValue", "MarkdownValue", "Parsed", "Placeholders", "parse_markdown"]
