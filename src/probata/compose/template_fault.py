"""A fault in a template as a finding with the template's line and, for an unknown name, the names that exist."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType

import jinja2
from jinja2.tests import TESTS

from probata.compose.engine_faults import TemplateRuntimeFault, TemplateSyntaxFault, UnknownFieldError
from probata.compose.environment import FILTERS
from probata.diagnostics import Diagnostic, Severity, Span

# Words of the template engine in plain words: what it says of a template that cannot be read or filled.

Words = tuple[str, str]
"""Message and next step."""

_TAGS = ("for", "endfor", "if", "elif", "else", "endif", "block", "endblock", "extends", "include", "import", "from",
         "macro", "endmacro", "set", "endset", "with", "endwith", "call", "endcall", "filter", "endfilter", "raw",
         "endraw")  # fmt: skip
_SIGNS = {
    "end of print statement": "`}}`", "begin of print statement": "`{{`", "end of statement block": "`%}`",
    "begin of statement block": "`{%`", "end of template": "the end of the file", "template data / text": "text",
    "integer": "a number", "float": "a number", "string": "a text in quotation marks", "name": "a name",
}  # fmt: skip
_BRACKETS = "close each bracket and each `{{`, the last one first"
_ONE_NAME = "write one name between double braces; two are joined by `~`, as in `title ~ state`"


def _sign(token: str) -> str:
    return _SIGNS.get(token, f"`{token}`")


def _expected(found: re.Match[str]) -> Words:
    is_end = "end of" in found["wanted"]
    help = _ONE_NAME if is_end and found["got"] not in _SIGNS else _BRACKETS
    return f"{_sign(found['got'])} stands where {_sign(found['wanted'])} is expected", help


def _missing(found: re.Match[str]) -> Words:
    help = "write a name or a value before it, or take away the sign before it"
    return f"{_sign(found['got'])} stands where a name or a value is expected", help


def _character(found: re.Match[str]) -> Words:
    character = found["got"]
    if character in "\"'":
        return "a quotation mark is opened here and not closed", "close it with the same mark"
    return f"the character `{character}` has no meaning here", "put a text into quotation marks, or take it away"


def _unclosed(found: re.Match[str]) -> Words:
    end = f"`{{% end{found['block']} %}}`"
    return f"it ends before {end}", f"write {end} where the part that begins with `{found['block']}` ends"


def _unknown_tag(found: re.Match[str]) -> Words:
    tag, inner = found["tag"], re.search(r"to be closed is '(\w+)'", found.string)
    open_part = f"; `{inner[1]}` is open and ends with `{{% end{inner[1]} %}}`" if inner else ""
    if tag in _TAGS:
        return f"`{{% {tag} %}}` stands where it has no meaning{open_part}", "close first what was opened last"
    return f"there is no tag `{tag}`{open_part}", _nearest(tag, _TAGS, "the tags are")


def _unknown_filter(found: re.Match[str]) -> Words:
    is_filter = found["kind"] == "filter"
    known = FILTERS if is_filter else [name for name in TESTS if name.isalpha()]
    help = _nearest(found["name"], known, f"the {found['kind']}s are")
    return f"there is no {found['kind']} `{found['name']}`", help


def _nearest(word: str, known: Iterable[str], head: str) -> str:
    names = sorted(known)
    near = get_close_matches(word, names, 1)
    return f"did you mean `{near[0]}`?" if near else f"{head} {', '.join(names)}"


def _say(message: str, help: str) -> Callable[[re.Match[str]], Words]:
    return lambda found: (message.format(*found.groups()), help)


_PHRASES: tuple[tuple[str, Callable[[re.Match[str]], Words]], ...] = (
    (r"expected token '(?P<wanted>.+)', got '(?P<got>.+)'", _expected),
    (r"unexpected '(?P<got>.+)', expected '(?P<wanted>.+)'", _expected),
    (r"unexpected end of template, expected '(?P<wanted>.+)'",
     lambda found: (f"it ends before {_sign(found['wanted'])}", _BRACKETS)),
    (r"unexpected char (?P<quote>['\"])(?P<got>.+)(?P=quote) at", _character),
    (r"(?:unexpected|expected an expression, got) '(?P<got>.+)'", _missing),
    (r"unexpected end of template.*to be closed is '(?P<block>\w+)'", _unclosed),
    (r"unknown tag '(?P<tag>.+?)'", _unknown_tag),
    (r"no (?P<kind>filter|test) named '(?P<name>.+?)'", _unknown_filter),
    (r"block '(.+)' defined twice", _say("the block `{0}` stands twice", "give one of the two another name")),
    (r"(?:can't|cannot) assign to '(.+)'", _say("`{0}` cannot be set", "choose another name")),
    (r"tag name expected", _say("no word stands behind `{{%`", "write one, such as `if` or `for`")),
    (r"missing end of comment", _say("a remark is opened here and not closed", "close it with `##}`")),
    (r"missing end of raw", _say("`raw` is opened here and not closed", "close it with `{% endraw %}`")),
    (r"extend from a non top-level", _say("`extends` stands inside another part", "write it at the top of the file")),
    (r"extended multiple times", _say("the template extends two others", "keep one `extends`")),
    (r"expected call", _say("`call` is followed by no macro", "write its name with brackets: `call name()`")),
    (r"chain multiple tests", _say("two questions with `is` stand in a row", "put `and` between them")),
    (r"block names|identifier", _say("a name here has a character that names cannot have",
                                     "use letters, digits and `_`: a hyphen is read as minus")),
    (r"^'super' is undefined", _say("`super()` stands outside a block", "write it into the block that it is to print")),
    (r"no parent block called '(.+?)'", _say("no forum above has a block `{0}` for `super()` to print",
                                             "`probata explain block NAME` shows the blocks")),
    (r"required block '(.+?)' not found", _say("the block `{0}` is missing", "write it: the forum above needs it")),
    (r"assign attribute on non-namespace", _say("a field cannot be set here", "set a name of your own instead")),
    (r"does not export the requested name '(.+?)'", _say("`{0}` is not in the template that is imported",
                                                         "name one of its macros")),
    (r"parameter '(.+?)' was not provided", _say("the macro is called without `{0}`", "hand it over in brackets")),
)  # fmt: skip
"""What the engine says, in any case, and what it is to a reader."""


def in_plain_words(said: str) -> Words | None:
    """Return message and next step for what the engine says; `None` where that is not known."""
    for pattern, words in _PHRASES:
        if found := re.search(pattern, said, re.IGNORECASE | re.DOTALL):
            return words(found)
    return None


_UNDEFINED = re.compile(r"^'(?P<name>[^']+)' is undefined$")
_FORBIDDEN = re.compile(r"attribute '(?P<name>[^']+)'")
_NO_ATTRIBUTE = re.compile(r"has no (?:attribute|element) '?(?P<name>[^']+)'?$")


def explain_template_fault(
    error: jinja2.TemplateError, files: Container[str], names: Iterable[str], what: str = "template"
) -> Diagnostic:
    """Return the finding for an error that the template engine raised; `what` is what holds it: template or text."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _syntax_fault(error, what)
    span = _place(error.__traceback__, files)
    if isinstance(error, jinja2.TemplateNotFound):
        span = span if span.path else Span(str(error.name))
        return _fault("missing-template", f"there is no template `{error.name}`", span,
                      "templates lie in a forum's folder: write `forum/name.md.j2`, without `..`")  # fmt: skip
    if isinstance(error, jinja2.exceptions.SecurityError):
        match = _FORBIDDEN.search(str(error.message))
        message = f"the {what} asks for `{match['name']}`" if match else f"the {what} asks for something"
        return _fault("forbidden-name", f"{message} that is closed to templates", span,
                      "use the fields in the documentation of templates")  # fmt: skip
    if isinstance(error, TemplateRuntimeFault):
        return _fault("template-fault", str(error.message), span, error.help)
    if said := in_plain_words(str(error.message)):
        return _fault("template-fault", said[0], span, said[1])
    if isinstance(error, UnknownFieldError):
        return _unknown_field(error, span, what)
    if isinstance(error, jinja2.UndefinedError):
        return _unknown(str(error.message), span, sorted(names), what)
    return _fault("template-fault", str(error.message or f"the {what} cannot be filled here"), span,
                  "see the documentation of templates")  # fmt: skip


def _syntax_fault(error: jinja2.TemplateSyntaxError, what: str) -> Diagnostic:
    """Say in plain words why it cannot be read; what the engine says and we do not know is kept as a note."""
    span = Span(error.filename or error.name or "", error.lineno)
    head = f"the {what} cannot be read here"
    if isinstance(error, TemplateSyntaxFault):
        return _fault("template-syntax", f"{head}: {error.message}", span, error.help)
    if said := in_plain_words(str(error.message)):
        return _fault("template-syntax", f"{head}: {said[0]}", span, said[1])
    found = _fault("template-syntax", head, span, "check the braces and the `end…` lines")
    return replace(found, notes=(f"the template engine says: {error.message}",))


def unknown_name(name: str, span: Span, names: Iterable[str], what: str = "template") -> Diagnostic:
    """Return the finding for a name that does not exist, with those that do and are nearest to it."""
    known = sorted(names)
    near = get_close_matches(name, known, 3)
    help = f"did you mean {', '.join(f'`{n}`' for n in near)}?" if near else f"the names are {', '.join(known)}"
    return _fault("unknown-name", f"the {what} uses a name `{name}` that does not exist", span, help)


def _unknown(message: str, span: Span, names: list[str], what: str) -> Diagnostic:
    if match := _UNDEFINED.match(message):
        return unknown_name(match["name"], span, names, what)
    match = _NO_ATTRIBUTE.search(message)
    name = match["name"] if match else message
    return _fault("unknown-name", f"the {what} asks for `{name}`, which does not exist there", span,
                  "the fields are listed in `docs/templates.md`, under what they belong to")  # fmt: skip


def _unknown_field(error: UnknownFieldError, span: Span, what: str) -> Diagnostic:
    message = f"the {what} asks for `{error.name}`, which does not exist there"
    if near := get_close_matches(error.name, error.fields, 3):
        help = f"did you mean {', '.join(f'`{field}`' for field in near)}?"
    else:
        there = f"there are {', '.join(f'`{field}`' for field in error.fields)}; " if error.fields else ""
        help = f"{there}the fields are listed in `docs/templates.md`, under what they belong to"
    return _fault("unknown-name", message, span, help)


def _fault(name: str, message: str, span: Span, help: str) -> Diagnostic:
    return Diagnostic("TPL101", name, Severity.ERROR, message, span, help)


def _place(trace: TracebackType | None, files: Container[str]) -> Span:
    """Return the innermost line of a template in the traceback, which the engine rewrites to name its lines."""
    span = Span("")
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name in files or Path(name).suffix == ".j2":
            span = Span(Path(name).as_posix(), trace.tb_lineno)
        trace = trace.tb_next
    return span
