"""A fault in a template as a finding with the template's line and, for an unknown name, the names that exist."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType

import jinja2

from probata.compose.template_words import in_plain_words
from probata.compose.told import ToldRuntimeError, ToldSyntaxError
from probata.compose.unknown_field import UnknownFieldError
from probata.diagnostics import Diagnostic, Severity, Span

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
    if isinstance(error, ToldRuntimeError):
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
    if isinstance(error, ToldSyntaxError):
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
