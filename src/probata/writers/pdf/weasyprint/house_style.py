"""The style sheet of a forum, `print.css`, as the engine reads it: what it passes over is told, never silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weasyprint import CSS

from probata.diagnostics import Diagnostic, Severity, Span
from probata.writers.pdf.weasyprint.engine_log import engine_log
from probata.writers.pdf.weasyprint.fetcher import RefusingFetcher

_IGNORED = re.compile(r"Ignored `(?P<what>.*?)\s*` at \d+:\d+, (?P<why>.*?)\.?$", re.DOTALL)
_PLACE = re.compile(r" at (\d+):(\d+)")


def style_faults(print_css: str, path: str) -> tuple[Diagnostic, ...]:
    """Return a finding for each rule that does nothing."""
    if not print_css.strip():
        return ()
    with engine_log() as messages:
        CSS(string=print_css, url_fetcher=RefusingFetcher())
    return tuple(_findings(messages, path))


def _findings(messages: list[str], path: str) -> Iterator[Diagnostic]:
    for message in dict.fromkeys(messages):
        ignored, place = _IGNORED.match(message), _PLACE.search(message)
        what = f"`{ignored['what']}` does nothing: {ignored['why']}" if ignored else _told(_PLACE.sub("", message))
        line, column = map(int, place.groups()) if place else (1, 1)
        yield Diagnostic(
            "PDF106", "style-without-effect", Severity.WARNING, f"in the style sheet {what}",
            Span(path, line, column, line, column + 1),
            "correct it or take it out; the rest of the style sheet is used",
        )  # fmt: skip


def _told(message: str) -> str:
    """Return any other message of the engine as a clause, with what it quotes in backticks."""
    words = " ".join(message.replace("'", "`").split()).rstrip(".")
    return f"something does nothing: {words[:1].lower()}{words[1:]}"
