"""The template environment: sandboxed, with every value of a record as a placeholder.

What Jinja would otherwise let leak is closed one by one: `~`, `+` and `join` between template text and a value escape
the value as HTML and never ask for a placeholder; filters that cut or mark text safe would break or forge placeholders.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import jinja2
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Concat
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from probata.document.inlines import Gap, Text
from probata.markup.placeholder import BlockValue, InlineValue, LiteralValue, MarkdownValue, Placeholders

_VALUES = (LiteralValue, InlineValue, BlockValue, MarkdownValue)
_KEPT_FILTERS = ("first", "last", "list", "length", "map", "select", "selectattr", "reject", "rejectattr", "sort",
                 "groupby", "unique", "batch", "default", "dictsort", "min", "max", "sum", "round", "int")  # fmt: skip
_TEXT_FILTERS = {"upper": str.upper, "lower": str.lower, "capitalize": str.capitalize, "trim": str.strip}


class _Generator(CodeGenerator):
    """Sends `a ~ b` through the environment, which knows what is a value."""

    def visit_Concat(self, node: Concat, frame: Frame) -> None:  # noqa: N802  # the name that Jinja calls
        self.write("environment.concatenate((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """One environment for one document; its `placeholders` collect the values printed."""

    code_generator_class = _Generator
    intercepted_binops = frozenset(["+", "%", "*"])

    def __init__(self, loader: jinja2.BaseLoader, is_final: bool) -> None:
        """Make an environment; in a final document a gap that is not required prints without brackets."""
        super().__init__(
            loader=loader,
            autoescape=True,
            finalize=self._place,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            comment_start_string="{##",
            comment_end_string="##}",
        )
        self.placeholders = Placeholders()
        self.is_final = is_final
        kept = {name: self.filters[name] for name in _KEPT_FILTERS}
        texts = {name: _text_only(name, change) for name, change in _TEXT_FILTERS.items()}
        self.filters = {**kept, **texts, "join": self._join, "or_gap": self._or_gap}

    def _place(self, value: Any) -> Markup:
        if isinstance(value, Markup):
            return value
        if isinstance(value, _VALUES):
            return Markup(self.placeholders.place(value))  # noqa: S704  # a placeholder holds private-use letters only
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            return Markup(self.placeholders.place(LiteralValue(str(value))))  # noqa: S704
        if isinstance(value, jinja2.Undefined):
            str(value)  # raises with the name of what is missing
        raise jinja2.TemplateRuntimeError(
            'there is nothing to print here; write `| or_gap("what is missing")` behind it'
        )

    def concatenate(self, parts: Iterable[Any]) -> str | Markup:
        """Join the parts of `a ~ b`; a value beside template text becomes a placeholder."""
        items = list(parts)
        if any(isinstance(part, (Markup, *_VALUES)) for part in items):
            return Markup("").join(self._place(part) for part in items)
        return "".join(map(str, items))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Handle `+`, `%` and `*`, which would escape a value beside template text."""
        if isinstance(left, (Markup, *_VALUES)) or isinstance(right, (Markup, *_VALUES)):
            if operator == "+":
                return self.concatenate((left, right))
            raise jinja2.TemplateRuntimeError(f"`{operator}` cannot work on text that is already laid out")
        return super().call_binop(context, operator, left, right)

    def _join(self, items: Iterable[Any], separator: str = "") -> str | Markup:
        parts: list[Any] = []
        for index, item in enumerate(items):
            parts.extend([separator, item] if index and separator else [item])
        return Markup("").join(self._separator(part, separator) for part in parts)

    def _separator(self, part: Any, separator: str) -> Markup:
        """Template text between the items is Markdown, the items are values."""
        if part is separator or (isinstance(part, str) and part == separator):
            return Markup(part)  # noqa: S704  # written in the template, not in a record
        return self._place(part)

    def _or_gap(self, value: Any, what: str) -> Any:
        """Return the value, or the gap that a draft shows in its place."""
        if not (value is None or value == "" or value == () or isinstance(value, jinja2.Undefined)):
            return value
        if self.is_final:
            return InlineValue((Text("not recorded"),))
        return InlineValue((Gap(f"{what}: not recorded", required=False),))


def _text_only(name: str, change: Any) -> Any:
    def apply(value: Any) -> str:
        if isinstance(value, (Markup, *_VALUES)):
            raise jinja2.TemplateRuntimeError(f"`{name}` cannot work on text that is already laid out")
        return str(change(str(value)))

    return apply
