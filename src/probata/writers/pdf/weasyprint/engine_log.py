"""What the layout engine says while it works, caught instead of printed."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from probata.diagnostics import Diagnostic, Severity

LOGGER = "weasyprint"
NOT_DRAWN = re.compile(r"\.notdef glyph rendered for Unicode string unsupported by fonts: (.*)", re.DOTALL)


@contextmanager
def engine_log() -> Iterator[list[str]]:
    """Collect the warnings of the engine while the block runs."""
    messages: list[str] = []
    logger = logging.getLogger(LOGGER)
    before = logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [_Collector(messages)], False
    try:
        yield messages
    finally:
        logger.handlers, logger.propagate = before


def not_drawn(messages: list[str]) -> tuple[Diagnostic, ...]:
    """Turn each warning about a character that became a box into a finding."""
    matches = (NOT_DRAWN.search(message) for message in messages)
    shown = dict.fromkeys(match[1] for match in matches if match)
    return tuple(
        Diagnostic(
            code="PDF102",
            name="character-not-drawn",
            severity=Severity.ERROR,
            message=f"the PDF shows a box for {characters}",
            help="write it in words or with another character",
        )
        for characters in shown
    )


class _Collector(logging.Handler):
    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self._messages.append(record.getMessage())
