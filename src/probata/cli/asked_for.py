"""The filings that a command is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.opening import Opened
from probata.forum import known_forums
from probata.model.case_file import Filing
from probata.pipeline import plan


def filings_asked_for(opened: Opened, forums: tuple[str, ...]) -> tuple[Filing, ...]:
    """Return the filings of the case, or those of the forums and filings named, one that the case lacks among them.

    Raises `CannotContinueError` for a forum that there is not, and where nothing is left to make.
    """
    session, workspace = opened.session, opened.workspace
    own = plan(session, workspace)
    known = [*known_forums(workspace.template_roots), *(filing.id for filing in own)]
    for forum in forums:
        if forum not in known:
            raise CannotContinueError(f"there is no forum `{forum}`", did_you_mean(forum, known))
    meant = ([filing.id for filing in own if forum in (filing.forum, filing.id)] or [forum] for forum in forums)
    planned = plan(session, workspace, [key for keys in meant for key in keys])
    if not planned:
        raise CannotContinueError(
            "the case names no document to make",
            "add one to `filings` in `case.yaml`, or name a forum with `--forum`; `probata list forums` shows them",
        )
    return planned


def did_you_mean(wrong: str, known: Sequence[str]) -> str:
    """Return the next step for a name that there is not: the nearest one, or all."""
    near = get_close_matches(wrong, known, 1)
    return f"did you mean `{near[0]}`?" if near else f"there are {', '.join(dict.fromkeys(known))}"
