"""What all screens share: the office that opens cases, the case on the desk, and how a page is put together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from probata.diagnostics.message import Code, Either, Field, Message, Number, Part, Place, Ref
from probata.diagnostics.span import Span
from probata.workbench.desk import Desk
from probata.workbench.doors import Keys
from probata.workbench.jobs import Jobs
from probata.workbench.uploads import Uploads
from probata.workbook.headings import heading_of, names

if TYPE_CHECKING:
    from probata.graph import CaseGraph
    from probata.model.moment import Moment


@dataclass(frozen=True, slots=True)
class Office:
    """What the command line knows of this machine: where cases are, how they are opened and begun."""

    cases: Callable[[], Sequence[Path]]
    """The cases of this folder, as text or as a workbook, those first that were opened last."""
    open: Callable[[Path], Desk]
    new: Callable[[str, bool], Path]
    """Begins a case of a name, as a workbook or not. Raises `ValueError` with a sentence where it cannot."""
    sample: Callable[[], Path]
    """Copies the sample case, or returns the copy that is there."""
    bring: Callable[[str, Mapping[str, bytes]], Path]
    """Makes a case of a name from files by their paths in it. Raises `ValueError` with a sentence where it cannot."""
    build: Callable[[Path, str, Sequence[str], bool], Sequence[str]]
    """The command that makes a filing of a case in some formats, as a draft or for filing."""
    today: Callable[[], str]
    now: Callable[[], str]
    """The moment, with the zone of this machine."""
    output: Callable[[Path], Path]
    """The folder into which the documents of a case go."""


@dataclass
class Bench:
    """One run of the workbench."""

    office: Office
    keys: Keys
    desk: Desk | None = None
    jobs: Jobs = field(default_factory=Jobs)
    uploads: Uploads = field(default_factory=Uploads)
    is_seen: Event = field(default_factory=Event)
    """Whether the first page is in a browser."""
    is_ending: Callable[[], bool] = lambda: False
    """Whether the program was told to end, so that what would go on for ever ends too."""


class NoCaseError(Exception):
    """No case is open: the start page is shown."""


def bench_of(request: Request) -> Bench:
    """Return the run that a request belongs to."""
    found: Bench = request.app.state.bench
    return found


def desk_of(request: Request) -> Desk:
    """Return the open case. Raises `NoCaseError` where none is."""
    desk = bench_of(request).desk
    if desk is None:
        raise NoCaseError
    return desk


REVISION = "x-revision"
"""Tells which reading of the case an answer shows, at least, so that the document beside it can follow."""

_SCREENS = files("probata.workbench.screens")


def _load(name: str) -> str | None:
    return _SCREENS.joinpath(name).read_text("utf-8") if name.endswith(".html") and "/" not in name else None


def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(_load), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )  # fmt: skip
    made.filters |= {"words": _words, "sentence": _sentence, "markdown": _markdown, "as_typed": _as_typed}
    made.filters |= {"place": _place, "moment": _moment}
    return made


# What the first page does not show is imported where it is shown.


def _as_typed(text: str) -> str:
    from probata.workbench.forms import as_typed

    return as_typed(text)


def _moment(moment: Moment) -> str:
    from probata.compose.custody_in_words import moment_in_words
    from probata.messages import load_wording

    return moment_in_words(moment, load_wording("en-GB"))


def _markdown(text: str) -> Markup:
    """Set a page of our documentation; raw HTML in it is shown as it stands."""
    from markdown_it import MarkdownIt

    body = text.partition("\n")[2] if text.startswith("# ") else text
    return Markup(MarkdownIt("commonmark", {"html": False}).render(body))  # noqa: S704  # escaped by the library


_QUOTED = re.compile(r"`([^`]+)`")
"""What a plain sentence names."""


def _place(span: Span | None) -> str:
    """Return where in a file something stands, for who looks for it in an editor or in Excel."""
    if span is None:
        return ""
    name = span.path.rpartition("/")[2]
    return str(span).rpartition("/")[2] if "#" in span.path else f"{name}, line {span.line}" if span.line else name


def _words(text: str) -> Markup:
    """Set what a sentence names; a record of the case is a link to it."""
    return Markup("").join(map(_part, Message(text).parts))


def _sentence(text: str) -> Markup:
    words = _words(text)
    return words[:1].upper() + words[1:] + ("" if words.striptags().endswith(("?", ".")) else ".")


_SCREEN_OF = {
    "read": ("/reviews", "Reviews"), "preserve": ("/evidence", "Evidence"), "verify": ("/evidence", "Evidence"),
    "build": ("/files", "Word and PDF"), "pull": ("/from-word", "Back from Word"), "import": ("/import", "Import"),
    "decide": ("", "Explain or decide"),
}  # fmt: skip
"""The screen that does what a command does."""
_COMMAND = re.compile(r"probata ([a-z]+)")
_YAML = re.compile(r"\{?[a-z_]+: \S")
"""How a field with its value begins."""


def _part(part: Part) -> Markup:
    if isinstance(part, Code) and (told := _by_form(part.text)):
        return told
    if isinstance(part, Ref) and part.kind:
        return Markup('<a href="/record/{}">{}</a>').format(part.identity, part.shown or part.again or part.text)
    if isinstance(part, Place):
        return Markup("")
    if isinstance(part, Field):
        return _part(f"“{heading_of(tuple(step for step in part.text.split('.') if not step.isdigit()))}”")
    if isinstance(part, str):
        return Markup(_QUOTED.sub(r"<code>\1</code>", escape(part)))  # noqa: S704  # escaped here
    if isinstance(part, Number | Either) or part.shown:
        return escape(part)
    return Markup("<code>{}</code>").format(part.text)


def _by_form(code: str) -> Markup:
    """Say by screens and forms what is said of commands, files and their fields; empty where it is none of these."""
    command, kind = _COMMAND.match(code), code.removesuffix(".yaml")
    if command and command[1] in _SCREEN_OF:
        path, name = _SCREEN_OF[command[1]]
        return Markup('<a href="{}">{}</a>').format(path, name) if path else Markup("“{}”").format(name)
    if kind != code and (kind in KIND_NAMES or kind == "case"):
        return Markup("“{}”").format(KIND_NAMES.get(kind, "The case"))
    if re.fullmatch(r"[a-z]+(_[a-z]+)+", code):
        return Markup("“{}”").format(heading_of((code,)))
    if not _YAML.match(code):
        return Markup("")
    from probata.source.node import to_plain
    from probata.source.yaml_reader import read_yaml

    node, faults = read_yaml(code, "")
    fields = to_plain(node) if node and not faults else None
    told = [_filled(heading_of(path), value) for path, value in _fields(fields)] if isinstance(fields, dict) else []
    if not told:
        return Markup("")
    return Markup(", ").join(told[:-1]) + (Markup(" and ") if told[1:] else "") + told[-1]


def _fields(several: Mapping[str, Any], before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in several.items():
        if isinstance(value, dict):
            yield from _fields(value, (*before, key))
        else:
            yield (*before, key), value


def _filled(heading: str, value: Any) -> Markup:
    """Say what is to be written in a field; of what only the reader knows, the field alone."""
    values = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    words = [{"true": "yes", "false": "no"}.get(one, one) for one in values if isinstance(one, str) and one != "…"]
    return Markup("<q>{}</q> under “{}”").format(", ".join(words), heading) if words else Markup("“{}”").format(heading)


_PAGES = _environment()

KIND_NAMES: Mapping[str, str] = {kind: name for kind, name in names()["kinds"].items() if kind != "case"}
"""How the outline calls each kind of record."""


def called(graph: CaseGraph | None, record: str) -> str:
    """Return kind and title of a record, whose id is its title where it has none."""
    from probata.graph.titles import title_of

    kind, _, key = record.partition("/")
    return f"{KIND_NAMES.get(kind, 'The case')}: {(title_of(graph, kind, key) if graph else '') or key}"


def page(request: Request, template: str, status: int = 200, **shown: Any) -> HTMLResponse:
    """Return a page from the template of a screen."""
    bench = bench_of(request)
    desk = bench.desk
    case: dict[str, Any] = {"name": "", "title": "", "revision": 0, "kinds": [], "filings": [], "undo": ""}
    if desk is not None:
        outline = desk.outline()
        case = {
            "name": desk.shown,
            "title": outline.title or desk.shown,
            "revision": desk.revision,
            "kinds": [(kind, KIND_NAMES.get(kind, kind), number) for kind, number in outline.numbers.items()],
            "filings": outline.filings,
            "undo": desk.edits.last(),
        }
    text = _PAGES.get_template(template).render(case=case, token=bench.keys.form, path=request.url.path,
                                              undone=request.query_params.get("undone", ""), **shown)  # fmt: skip
    return HTMLResponse(text, status, {REVISION: str(case["revision"])})
