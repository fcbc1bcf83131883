"""The state of a case as one HTML file."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

import jinja2
from markupsafe import Markup, escape

from probata.diagnostics.message import Either, Message, Number, Part, Ref
from probata.report.checks import counted
from probata.report.figures import list_of_figures
from probata.report.state import State
from probata.report.workbook import MARK

_HERE = files("probata.report.page")
MOST_LINKS = 12
"""Further findings of one matter that are linked one by one."""
_TEMPLATE = "page.html.j2"


def to_html(state: State) -> bytes:
    """Return the page in UTF-8. Text of records is escaped wherever it stands; only our own drawings are markup.

    The page may run its one script, known by its hash, and load nothing: see `Content-Security-Policy` in its head.
    """
    script = _read("page.js")
    template = _environment().get_template(_TEMPLATE)
    page = template.render(
        state=state, mark=MARK, figures=list_of_figures(state.figures), counted=counted(state.checks), most=MOST_LINKS,
        css=Markup(_read("page.css")), script=Markup(script), hash=_hash(script),  # noqa: S704  # our own files
    )  # fmt: skip
    return page.encode()


@cache  # the workbench makes the page again and again
def _environment() -> jinja2.Environment:
    names = [path.name for path in _HERE.iterdir() if path.name.endswith(".j2")]
    made = jinja2.Environment(
        loader=jinja2.DictLoader({name: _read(name) for name in names}), autoescape=True, trim_blocks=True,
        lstrip_blocks=True, undefined=jinja2.StrictUndefined,
    )  # fmt: skip
    made.filters |= {"words": _words, "sentence": _sentence, "drawing": _drawing, "breakable": _breakable}
    return made


def _read(name: str) -> str:
    return _HERE.joinpath(name).read_text("utf-8")


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _words(text: str) -> Markup:
    """Set what a sentence names: ids, code and words of the user as code, what has words of its own as these."""
    return Markup("").join(map(_part, Message(text).parts))


def _sentence(text: str) -> Markup:
    """Set what a finding says as a sentence, with its capital and its stop."""
    words = _words(text)
    return words[:1].upper() + words[1:] + "."


def _part(part: Part) -> Markup:
    if isinstance(part, Ref) and part.shown and not part.again:
        return Markup('{} <code title="{}">{}</code>').format(part.shown, part.identity, part.text)
    if isinstance(part, str | Number | Either) or part.shown:
        return escape(part)
    return Markup("<code>{}</code>").format(part.text)


def _breakable(text: str) -> Markup:
    """Let a path or an address be broken after a slash, and a list of them after a comma, before anywhere else."""
    return Markup("<wbr>").join(escape(part) for part in re.split(r"(?<=[/,])", text))


def _drawing(svg: str) -> Markup:
    """Let a drawing of our own into the page; its letters were escaped when it was written."""
    return Markup(svg)  # noqa: S704  # made by pictures/picture.py from shapes and text
