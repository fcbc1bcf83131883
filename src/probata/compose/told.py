"""Faults of templates that we put into words ourselves, with the next step, beside those that the engine tells."""

from __future__ import annotations

import jinja2


class ToldSyntaxError(jinja2.TemplateSyntaxError):
    """A template cannot be read. `message` and `help` are what the user reads."""

    def __init__(self, message: str, help: str, line: int, name: str | None) -> None:
        super().__init__(message, line, name, name)
        self.help = help


class ToldRuntimeError(jinja2.TemplateRuntimeError):
    """A template cannot be filled. `message` and `help` are what the user reads."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help
