"""Which filings to make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probata.model.case_file import Filing
from probata.pipeline.session import Session, Workspace, filings

BUNDLE: Final = "bundle"
"""The part of a filing that is all of it with its exhibits, in names of files."""


def plan(session: Session, workspace: Workspace, forums: Sequence[str] = ()) -> tuple[Filing, ...]:
    """Return the filings to make: the case's own, or those asked for by their own ids or by that of their forum.

    Where a forum has several filings and one of them has the forum's id, that id means the one.
    """
    own = filings(session)
    if not forums:
        return own
    planned: list[Filing] = []
    for forum in forums:
        chosen = [filing for filing in own if filing.id == forum] or [f for f in own if f.forum == forum]
        planned.extend(chosen or [_for_forum(forum, own, workspace)])
    return tuple(dict.fromkeys(planned))  # a filing may be named by its forum and by its own id


def _for_forum(forum: str, own: Sequence[Filing], workspace: Workspace) -> Filing:
    """Return a filing for a forum that has none: as that of the nearest forum it inherits from, or an empty one."""
    from probata.forum import load_forum

    loaded = load_forum(forum, workspace.template_roots).forum
    lineage = loaded.profile.lineage if loaded else ()
    nearest = next((filing for name in lineage for filing in own if filing.forum == name), None)
    return nearest.model_copy(update={"id": forum, "forum": forum}) if nearest else Filing(id=forum, forum=forum)
