"""Names in double braces in the texts of a case, such as `{{ ref("allegations") }}` in a narrative section.

They are filled in texts that the model marks as the author's own: narrative sections, statements and particulars of
allegations, how limbs are met, what evidence supports, who is affected, descriptions, arguments, the summary. The words
of witnesses, of sources and of the persons concerned are literal; names in braces in a Markdown text that is printed as
it stands are told, unless it is kept letter by letter. A text may print what a template may print, and nothing else: it
holds no loops and no conditions, so each of its lines stays the line of its file. A text that is printed inside a text
is not filled again: two could print each other without end.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
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
_NAME = re.compile(r"\{\{[^{}\n]*\}\}")
_BARE_ID = re.compile(r"\b(?P<name>[a-z_]+)\(\s*(?P<id>[a-z0-9][\w-]*)\s*\)")
_OF_OTHERS = (
    "move the sentence into a text of your own, such as the particulars of an allegation: there names in braces are "
    "filled in"
)
_IN_TEXT = "let the template print this text, and not another text: names in braces are filled in once"
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

    def fill(self, value: MarkdownValue, is_inner: bool = False) -> tuple[str, Placeholders]:
        """Return the text with placeholders for its names; as it stands where it is not the author's own.

        Nor is a text filled that stands inside another (`is_inner`).
        """
        self.findings += self._printed_as_written(value, is_inner)
        if _MARK not in value.text or not value.filled or is_inner:
            return value.text, Placeholders()
        environment = TemplateEnvironment(jinja2.DictLoader({}), self._is_final, True, self._wording)
        try:
            text = environment.from_string(value.text).render(self._names)
        except jinja2.TemplateError as error:
            self.findings.append(self._fault(error, value))
            return value.text, Placeholders()
        return text, environment.placeholders

    def _printed_as_written(self, value: MarkdownValue, is_inner: bool) -> Iterator[Diagnostic]:
        """Say what is printed as it stands: loops and conditions anywhere, and names in texts that are not filled."""
        place = Place(value.span, self._texts)
        help = "take it out: a text may print names in `{{ … }}`; loops and conditions belong into a template"
        found = dict.fromkeys(_BLOCK.findall(value.text), help)
        if not value.filled or is_inner:
            found |= dict.fromkeys(_NAME.findall(value.text), _IN_TEXT if value.filled else _OF_OTHERS)
        for written, help in found.items():
            yield Diagnostic(
                "TPL104", "braces-in-text", Severity.WARNING, f"`{written}` is printed as it stands",
                place.of(written), help,
            )  # fmt: skip

    def _fault(self, error: jinja2.TemplateError, value: MarkdownValue) -> Diagnostic:
        found = explain_template_fault(error, {_COMPILED_NAME}, self._names, "text")
        lines = value.text.splitlines()
        number = min(found.span.line if found.span else 1, len(lines))
        braces = self._at_fault(lines[number - 1])
        if found.name == "unknown-name" and (quoted := _with_quotation_marks(braces, self._names)):
            found = replace(found, message=f"the id in `{braces}` stands without quotation marks", help=quoted)
        return replace(found, span=Place(value.span, self._texts).of(braces or lines[number - 1].strip()))

    def _at_fault(self, line: str) -> str:
        """Return the first braces of a line that cannot be filled; empty where they go over several lines."""
        environment = TemplateEnvironment(jinja2.DictLoader({}), self._is_final, True, self._wording)
        for braces in _NAME.findall(line):
            try:
                environment.from_string(braces).render(self._names)
            except jinja2.TemplateError:
                return str(braces)
        return ""


def _with_quotation_marks(braces: str, names: Container[str]) -> str:
    """Return the next step where an id stands bare in round brackets, as in `figure(prisoners)`; else nothing."""
    match = _BARE_ID.search(braces)
    if match is None or match["name"] not in names or match["id"] in names:
        return ""
    return f"put it between quotation marks: `{match['name']}('{match['id']}')`"
