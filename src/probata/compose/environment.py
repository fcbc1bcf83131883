"""The template environment: sandboxed, with every value of a record as a placeholder.

What Jinja would otherwise let leak is closed one by one. `~`, `+` and `join` between template text and a value escape
the value as HTML and never ask for a placeholder; so does whatever is folded to a constant when a template is compiled.
Filters, methods and slices that cut or mark text safe would break or forge placeholders.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import CodeType
from typing import Any, NoReturn

import jinja2
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Concat, Template
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from probata.compose.compile_fault import COMPILE_FAULTS, compile_fault
from probata.compose.compiled_templates import CompiledTemplates
from probata.compose.phrases import Phrase
from probata.compose.place_of_gap import OR_GAP, place_of_gap, with_places
from probata.compose.render_fault import FAULTS_OF_TEMPLATES, render_fault
from probata.compose.step_budget import StepBudget, count_loops
from probata.compose.template_sections import MARK, only_sections
from probata.compose.template_text import begins_with, characters, not_laid_out, whole
from probata.compose.unknown_field import UnknownField
from probata.document.inlines import Gap, Text
from probata.document.origin import NOTHING
from probata.document.rebuild import without_notes
from probata.document.walk import plain_text
from probata.kept import Store
from probata.markup.placeholder import (
    BlockValue,
    InlineValue,
    LiteralValue,
    MarkdownValue,
    ParagraphsValue,
    Placeholders,
    StackedValue,
)
from probata.messages import ENGLISH, Wording, load_wording

_VALUES = (LiteralValue, InlineValue, StackedValue, BlockValue, ParagraphsValue, MarkdownValue)
_KEPT_FILTERS = ("first", "last", "list", "length", "map", "select", "selectattr", "reject", "rejectattr", "sort",
                 "groupby", "unique", "batch", "default", "dictsort", "min", "max", "round", "int")  # fmt: skip
_TEXT_FILTERS = {"upper": str.upper, "lower": str.lower, "capitalize": str.capitalize, "trim": str.strip}
FILTERS = (*_KEPT_FILTERS, *_TEXT_FILTERS, "join", "uncited", OR_GAP)
"""All filters that a template may use."""
_KEPT_GLOBALS = ("range", "namespace", "cycler", "joiner")
_OWN_CODE = "probata"
_COMPILED = CompiledTemplates()
"""What was compiled from files, whose loops and comments are read; texts of records are compiled each time."""
_ALL = {"comment_start_string": "{##", "comment_end_string": "##}"}
_ONLY_NAMES = {
    "block_start_string": "\ue002", "block_end_string": "\ue003",
    "comment_start_string": "\ue004", "comment_end_string": "\ue005",
}  # fmt: skip
"""Characters that reading refuses in every file, so that nobody can write a block or a comment in a text."""


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
    intercepted_binops = frozenset(["+", "%", "*", "**"])

    def __init__(
        self,
        loader: jinja2.BaseLoader,
        is_final: bool,
        only_names: bool = False,
        wording: Wording | None = None,
        store: Store | None = None,
    ) -> None:
        """Make an environment; in a final document a gap that is not required prints without brackets.

        With `only_names` nothing but `{{ … }}` is read: `{% … %}` and comments are plain characters, as in the texts of
        records.
        """
        super().__init__(
            loader=loader,
            autoescape=True,
            optimized=False,
            finalize=self._print,
            undefined=UnknownField,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=None if only_names else _COMPILED.with_store(store),
            **(_ONLY_NAMES if only_names else _ALL),
        )
        self._trees: dict[str, Template] = {}
        self.placeholders = Placeholders()
        self.budget = StepBudget()
        self.counted = self.budget.counted
        self.is_final = is_final
        self.wording = wording or load_wording(ENGLISH)
        kept = {name: self.filters[name] for name in _KEPT_FILTERS}
        texts = {name: _text_only(name, change) for name, change in _TEXT_FILTERS.items()}
        self.filters = {
            **kept,
            **texts,
            "join": self._join,
            "listed": self._listed,
            "uncited": _uncited,
            OR_GAP: self._or_gap,
        }
        self.globals = {name: self.globals[name] for name in _KEPT_GLOBALS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> Template:
        if name and name.startswith(MARK):
            return only_sections(with_places(count_loops(super()._parse(source, name, filename))))
        if source not in self._trees:
            self._trees[source] = with_places(count_loops(super()._parse(source, name, filename)))
        return self._trees[source]

    @jinja2.pass_context  # Without the context, Jinja prints constants when it compiles, and escapes them as HTML.
    def _print(self, context: Context, value: Any) -> Markup:
        self.budget.take()
        return self._place(value)

    def _place(self, value: Any) -> Markup:
        if isinstance(value, Markup):
            return whole(value)
        if isinstance(value, Phrase) and value.blanks:
            value()  # raises with the names of what is missing
        if isinstance(value, _VALUES):
            return Markup(self.placeholders.place(value))  # noqa: S704  # a placeholder holds private-use letters only
        return Markup(self.placeholders.place(LiteralValue(characters(value))))  # noqa: S704  # likewise

    def concatenate(self, parts: Iterable[Any]) -> str | Markup:
        """Join the parts of `a ~ b`; a value beside template text becomes a placeholder."""
        items = list(parts)
        if any(isinstance(part, (Markup, *_VALUES)) for part in items):
            return Markup("").join(self._place(part) for part in items)
        return "".join(characters(part) for part in items)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Handle operators that would escape a value beside template text, or never come to an end."""
        if operator == "+" and any(isinstance(side, (str, *_VALUES)) for side in (left, right)):
            return self.concatenate((left, right))
        if operator == "**" or any(isinstance(side, (str, *_VALUES)) for side in (left, right)):
            raise jinja2.TemplateRuntimeError(f"`{operator}` cannot work on text, and `**` on nothing")
        if operator == "*" and any(isinstance(side, (list, tuple)) for side in (left, right)):
            raise jinja2.TemplateRuntimeError("`*` works on numbers only, and a list stands here")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Refuse the methods of laid out text, which escape a value as HTML or cut placeholders."""
        return super().getattr(not_laid_out(obj), attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Refuse to cut laid out text, which would leave half a placeholder."""
        return super().getitem(not_laid_out(obj), argument)

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Turn what goes wrong in a template's own expressions, such as `1 / 0`, into a fault of the template."""
        try:
            super().handle_exception(source)
        except FAULTS_OF_TEMPLATES as error:
            if isinstance(error, jinja2.TemplateError) or _is_ours(error):
                raise
            raise render_fault(error).with_traceback(error.__traceback__) from error

    def compile(self, source: Any, name: str | None = None, *args: Any, **more: Any) -> Any:
        """Compile a template; where it reaches a limit of Python, that is a fault of the template."""
        try:
            return super().compile(source, name, *args, **more)
        except COMPILE_FAULTS as error:
            raise compile_fault(error, name) from None

    def _compile(self, source: str, filename: str) -> CodeType:
        try:
            return super()._compile(source, filename)
        except COMPILE_FAULTS as error:
            raise compile_fault(error, filename, source) from None

    def _join(self, items: Iterable[Any], separator: Any = "") -> str | Markup:
        """Join values; what stands between them is characters too, never markup."""
        if not isinstance(items, Iterable):
            raise jinja2.TemplateRuntimeError("`join` joins the entries of a list, and none stands here")
        parts: list[Any] = []
        for item in items:
            parts.extend([separator, item] if parts and separator else [item])
        return self.concatenate(parts)

    def _listed(self, items: Iterable[Any]) -> str | Markup:
        """Join values as the language lists them in running text: "a, b and c"; nothing gives nothing."""
        if not isinstance(items, Iterable):
            raise jinja2.TemplateRuntimeError("`listed` lists the entries of a list, and none stands here")
        values = list(items)
        parts: list[Any] = list(self.wording.listed([begins_with(value) for value in values]))
        parts[::2] = values
        return self.concatenate(parts)

    def _or_gap(self, value: Any, what: str | InlineValue, of: Any = None, name: str = "") -> Any:
        """Return the value, or the gap that a draft shows in its place; `what` is words of the template or its own.

        A sentence is shown as it is: `Counsel to confirm: the words of the current text.`
        `of` and `name` are what stands before it in the template, as `with_places` gives them.
        """
        if not (value is None or value == "" or value == ()):
            return value
        if self.is_final:
            return InlineValue((Text(self.wording.label("document.nothing_recorded"), NOTHING),))
        called = plain_text(what.inlines) if isinstance(what, InlineValue) else str(what)
        said = called if called.endswith(".") else self.wording.label("document.not_recorded", what=called)
        return InlineValue((Gap(said, required=False, origin=place_of_gap(of, name)),))


def _uncited(value: Any) -> Any:
    """Return a value without its notes, for a table whose sources are told once."""
    return replace(value, inlines=without_notes(value.inlines)) if isinstance(value, InlineValue) else value


def _text_only(name: str, change: Any) -> Any:
    def apply(value: Any) -> str:
        if isinstance(value, (Markup, *_VALUES)):
            raise jinja2.TemplateRuntimeError(f"`{name}` cannot work on text that is already laid out")
        return str(change(characters(value)))

    return apply


def _is_ours(error: BaseException) -> bool:
    """Tell whether an error was raised by code of ours and not by an expression of the template.

    A template that goes round without end may reach the limit anywhere, in code of ours too.
    """
    if isinstance(error, RecursionError):
        return False
    innermost = error.__traceback__
    while innermost is not None and innermost.tb_next is not None:
        innermost = innermost.tb_next
    return innermost is not None and str(innermost.tb_frame.f_globals.get("__name__", "")).startswith(_OWN_CODE)
