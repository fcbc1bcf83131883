"""What `--verbose` tells: what was read, which forums and templates serve, which settings are in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probata.cli.opening import Opened
from probata.diagnostics.say import counted
from probata.forum import Forum
from probata.forum.discovery import PROFILE
from probata.model.case_file import Filing
from probata.pipeline import forum_of

OF_FORUMS = (PROFILE, "brief.md.j2", "template.docx", "parts.md.j2", "print.css", "reference.docx")
"""Files of a forum's folder that a document may be made from."""


def details_of_reading(opened: Opened) -> Iterator[str]:
    """Give the files and records of a case and the settings of the office."""
    session, house = opened.session, opened.house
    yield f"read {opened.place.shown}: {counted(len(session.texts) - len(house.texts), 'file')}"
    if session.graph:
        numbers = {kind: len(records) for kind, records in session.graph.records.items() if records}
        yield f"  records: {', '.join(f'{number} {kind}' for kind, number in numbers.items()) or 'none'}"
    yield f"settings of the office: {house.shown or 'no probata.toml'}"
    yield from (f"  {setting}" for setting in house.in_force)


def details_of_filings(opened: Opened, filings: Iterable[Filing]) -> Iterator[str]:
    """Give the folders and files from which each filing is made, its forum's own first."""
    for filing in filings:
        forum, _ = forum_of(opened.session, opened.workspace, filing)
        yield f"{filing.id}: forum {filing.forum}{'' if forum else ', which cannot be used'}"
        yield from _folders(forum) if forum else ()


def _folders(forum: Forum) -> Iterator[str]:
    for folder in forum.folders:
        names = [name for name in OF_FORUMS if (folder / name).is_file()]
        yield f"  {folder.as_posix()}: {', '.join(names)}"
