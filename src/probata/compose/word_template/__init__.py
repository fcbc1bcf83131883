"""A template in Word: headings, paragraphs and names of fields in brackets, read as the text of a template.

It goes the way of every template from there: the same compilation, the same sandbox, the same bounds. Nothing typed in
Word reaches the template engine as it was typed: what stands outside of brackets is escaped, and brackets have a
grammar of their own (`recognise.py`), whose words are data (`fields.toml`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from probata.lazy import names_from

if TYPE_CHECKING:
    from probata.compose.word_template.word_template import WordTemplate, read_word_template
else:
    __getattr__ = names_from(__name__, "word_template")

__all__ = ["WordTemplate", "read_word_template"]
