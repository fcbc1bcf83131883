"""Names in double braces in the texts of a case, such as `{{ ref("allegations") }}` in a narrative section.

Narrative sections and the particulars of allegations are the author's own; all other texts of records are literal. A
text may print what a template may print, and nothing else: it holds no loops and no conditions, so each of its lines
stays the line of its file. What stands in a text that is printed inside a text is not filled again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import jinja2

from probata.compose.environment import TemplateEnvironment
from probata.compose.template_fault import explain_template_fault
from probata.diagnostics import Diagnostic, Severity
from probata.markup.inline_builder import Place
from probata.markup.placeholder import MarkdownValue, Placeholders
from probata.messages import Wording

_MARK = "{{"
_BLOCK = re.compile(r"\{%.*?%\}")
_COMPILED_NAME = "<template>"
"""What the engine calls a template that came from a string."""


class TextFiller:
    """Fills the texts of one document and keeps what was found wrong in them."""

    def __init__(
        self, names: Mapping[str, Any], texts: Mapping[str, str], is_final: bool, wording: Wording | None = None
    ) -> None:
        """Take the names that may be printed, the texts of the files for the places of findings, and the words."""
        self._names = names
        self._texts = texts
        self._is_final = is_final
        self._wording = wording
        self.findings: list[Diagnostic] = []

    def fill(self, value: MarkdownValue) -> tuple[str, Placeholders]:
        """Return the text with placeholders for its names; as it stands where it is not the author's own."""
        if value.filled:
            self.findings += self._blocks(value)
        if _MARK not in value.text or not value.filled:
            return value.text, Placeholders()
        environment = TemplateEnvironment(jinja2.DictLoader({}), self._is_final, True, self._wording)
        try:
            text = environment.from_string(value.text).render(self._names)
        except jinja2.TemplateError as error:
            self.findings.append(self._fault(error, value))
            return value.text, Placeholders()
        return text, environment.placeholders

    def _blocks(self, value: MarkdownValue) -> Iterator[Diagnostic]:
        """Say of loops and conditions, which a text does not have, that they are printed as they stand."""
        place = Place(value.span, self._texts)
        for written in dict.fromkeys(_BLOCK.findall(value.text)):
            yield Diagnostic(
                "TPL102", "block-in-text", Severity.WARNING, f"`{written}` is printed as it stands", place.of(written),
                "take it out: a text may print names in `{{ … }}`; loops and conditions belong into a template",
            )  # fmt: skip

    def _fault(self, error: jinja2.TemplateError, value: MarkdownValue) -> Diagnostic:
        found = explain_template_fault(error, {_COMPILED_NAME}, self._names, "text")
        lines = value.text.splitlines()
        number = min(found.span.line if found.span else 1, len(lines))
        return replace(found, span=Place(value.span, self._texts).of(lines[number - 1].strip()))
