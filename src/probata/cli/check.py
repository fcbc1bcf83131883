"""`probata check`: what the other side would find."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from probata.cli.terminal import console, open_session


class Form(StrEnum):
    """Output forms."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def check(
    case: Annotated[str, typer.Argument(help="Folder of the case, such as claims/example.")],
    format: Annotated[
        Form | None, typer.Option("--format", help="Default: full in a terminal, concise elsewhere.")
    ] = None,
) -> int:
    """Look for faults in a case and print the findings, the heaviest first.

    Ends with 1 where something must be fixed. Nothing is written.
    """
    from probata.diagnostics.render import concise, full, json_form

    session, _ = open_session(case)
    out = console()
    form = format or (Form.FULL if out.is_terminal else Form.CONCISE)
    renderers = {Form.FULL: full.render, Form.CONCISE: concise.render, Form.JSON: json_form.render}
    text = renderers[form](tuple(session.report), session.texts)
    if form is Form.JSON:
        sys.stdout.write(text)
    elif text:
        out.print(text.rstrip("\n"), markup=False)
    if form is Form.FULL:
        out.print(_closing(len(session.report)), markup=False)
    return 2 if session.graph is None else int(session.report.has_errors)


def _closing(count: int) -> str:
    if not count:
        return "Nothing was found."
    return f"{count} finding{'s' if count != 1 else ''}. `probata explain check NAME` says more about one."
