"""The template environment: sandboxed, with every value of a record as a placeholder.

What Jinja would otherwise let leak is closed one by one. `~`, `+` and `join` between template text and a value escape
the value as HTML and never ask for a placeholder; so does whatever is folded to a constant when a template is compiled.
Filters, methods and slices that cut or mark text safe would break or forge placeholders.
"""

from __future__ import annotations

import hashlib
import marshal
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any, Final, NoReturn, Protocol, runtime_checkable

import jinja2
from jinja2 import BytecodeCache, nodes
from jinja2.bccache import Bucket, bc_magic
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Assign, Call, Concat, Const, Filter, For, Getattr, Name, Template
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from probata.compose.engine_faults import (
    COMPILE_FAULTS,
    FAULTS_OF_TEMPLATES,
    TemplateRuntimeFault,
    UnknownField,
    compile_fault,
    render_fault,
)
from probata.compose.phrases import Phrase, begins_with, characters, not_laid_out, whole
from probata.compose.template_sections import MARK, only_sections
from probata.document.inlines import Gap, Text
from probata.document.origin import NOTHING, SECTIONS, Origin
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

# How far a template may run: a bound on its loops and prints, so that a stranger's template comes to an end.

MOST_STEPS = 1_000_000
"""Rounds of loops and things printed, in all. A document of two hundred pages takes some thirty thousand."""
_METHOD = "counted"


class StepBudget:
    """Counts the steps of one document."""

    def __init__(self, most: int = MOST_STEPS) -> None:
        """Take the most steps that are allowed."""
        self._left = most

    def take(self) -> None:
        """Take one step. Raises `ToldRuntimeError` where none is left."""
        self._left -= 1
        if self._left < 0:
            raise TemplateRuntimeFault(
                "the template runs on and on: loops inside loops, or a macro that calls itself twice",
                "loop over records, and let loops inside loops run over few of them",
            )

    def counted(self, items: Iterable[Any]) -> Iterator[Any]:
        """Give the items, each for a step."""
        for item in items:
            self.take()
            yield item


def count_loops(template: nodes.Template) -> nodes.Template:
    """Send what every loop of a template goes over through `counted` of its environment."""
    for loop in list(template.find_all(nodes.For)):
        counted = nodes.EnvironmentAttribute(_METHOD, lineno=loop.iter.lineno)
        loop.iter = nodes.Call(counted, [loop.iter], [], None, None, lineno=loop.iter.lineno)
    return template


# Templates as compiled code, kept for the documents that follow, and for the next run.
# All filings of a case share the parts of `_base`, and several share a forum: each is compiled once in a process.
# Compiling one takes as long as filling it ten times.

MOST = 100
"""Templates that are kept in memory; the one that was used longest ago goes first."""
_ENGINE = ("compiler.py", "environment.py", "lexer.py", "parser.py", "sandbox.py")
_OURS = ("environment.py", "template_sections.py")
"""Files that have a say in what a template is compiled to: of the engine, and beside this one."""


class CompiledTemplates(BytecodeCache):
    """Code by a template's name and text, so that one that was edited is compiled anew.

    For environments of one syntax and one set of filters. What cannot be compiled is not kept.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: OrderedDict[tuple[str, str], CodeType] = OrderedDict()
        self._store: Store | None = None

    def with_store(self, store: Store | None) -> CompiledTemplates:
        """Return the same, where what is compiled is kept for the next run, too."""
        other = CompiledTemplates()
        other._kept, other._store = self._kept, store
        return other

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code into the bucket where it is known."""
        key = bucket.key, bucket.checksum
        bucket.code = self._kept.get(key)
        if bucket.code is not None:
            self._kept.move_to_end(key)
        elif self._store and (code := self._store.read(_key(bucket))):
            with suppress(EOFError, ValueError, TypeError):  # of another program under our key: compiled anew
                bucket.code = marshal.loads(code)  # noqa: S302  # ours, under a seal, as Python's own beside its files
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket."""
        self._remember(bucket)
        if self._store and bucket.code is not None:
            self._store.write(_key(bucket), marshal.dumps(bucket.code))

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._kept[bucket.key, bucket.checksum] = bucket.code
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)


def _key(bucket: Bucket) -> str:
    return f"template-{hashlib.sha256(f'{bucket.key} {bucket.checksum} {_compiler()}'.encode()).hexdigest()}"


@cache
def _compiler() -> str:
    """Return the hash of what compiles: Python, the template engine and our additions to it."""
    digest = hashlib.sha256(bc_magic)
    engine, ours = Path(str(jinja2.__file__)).parent, Path(__file__).parent
    for path in (*(engine / name for name in _ENGINE), *(ours / name for name in _OURS)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


# Which field of a record a gap stands for, so that who fills it in the document fills that.

OR_GAP: Final = "or_gap"
_NAMES: Final = {"as_of": Origin("case", "as_of"), "case_summary": Origin("case", "summary")}
"""Names of templates that are a field of the case."""


@runtime_checkable
class Recorded(Protocol):
    """What a template sees of a record."""

    def _recorded_at(self, name: str) -> Origin:
        """Return the field that one of its names is printed from, as far as one alone is."""


def with_places(template: Template) -> Template:
    """Let `or_gap` know what stands before it: of which thing of the template, and under which name."""
    gaps = (one for one in template.find_all(Filter) if one.name == OR_GAP and len(one.args) == 1 and not one.kwargs)
    for gap in gaps:
        if isinstance(gap.node, Getattr):
            gap.args += [gap.node.node, Const(gap.node.attr)]
        elif isinstance(gap.node, Name):
            gap.args += [Const(None), Const(gap.node.name)]
    named = {one.target.name: one.node for one in template.find_all(Assign) if isinstance(one.target, Name)}
    for loop in template.find_all(For):
        told = named.get(loop.iter.name, loop.iter) if isinstance(loop.iter, Name) else loop.iter
        if isinstance(told, Call) and isinstance(told.node, Name) and told.node.name == SECTIONS and told.args:
            # What stands where there is no section of these places waits for one of the first.
            for gap in (one for part in loop.else_ for one in part.find_all(Filter) if one.name == OR_GAP):
                gap.args += [Const(SECTIONS), told.args[0]] if len(gap.args) == 1 else []
    return template


def place_of_gap(of: Any, name: str) -> Origin | None:
    """Return the field for which a gap stands; `None` where it is no field, or nobody knows which."""
    if of is None:
        return _NAMES.get(name)
    if of == SECTIONS:
        return Origin(SECTIONS, name)
    return of._recorded_at(name) if isinstance(of, Recorded) else None


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
            return only_sections(count_loops(with_places(super()._parse(source, name, filename))))
        if source not in self._trees:
            self._trees[source] = count_loops(with_places(super()._parse(source, name, filename)))
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
