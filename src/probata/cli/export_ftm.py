"""`probata export ftm`: the records of a case as entities of FollowTheMoney."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from probata.cli.exit_code import CannotContinueError
from probata.cli.export_file import OutOption, write_export
from probata.cli.findings import print_findings
from probata.cli.import_options import CaseOption
from probata.cli.opening import Opened, open_named
from probata.cli.options import QuietOption
from probata.cli.terminal import Terminal
from probata.disclosure.protected import Unprotected, without_protected
from probata.importers.ftm.entities import nested
from probata.importers.ftm.from_records import Made, entities_of
from probata.importers.ftm.to_records import ORDER
from probata.model.kinds import KIND_BY_KEY

EXAMPLE = "Example: `probata export ftm --case claims/my-case --out entities.ftm.json`"


class Shape(StrEnum):
    """Forms of the entities."""

    FLAT = "flat"
    NESTED = "nested"


ShapeOption = Annotated[
    Shape,
    typer.Option(
        "--form",
        help="`flat`: one entity on each line, links by id. `nested`: neighbours inside.",
        case_sensitive=False,
    ),
]


def ftm(case: CaseOption, out: OutOption = None, form: ShapeOption = Shape.FLAT, quiet: QuietOption = False) -> None:
    """Write people, bodies, posts, roles, commands, events, listings and sources as entities of FollowTheMoney.

    Left out are victims, witnesses, everybody who needs a consent, whatever they consented to, and confidential
    sources; their names are taken out of the texts that are left. Your remarks and what is alleged stay in the case.
    The file is internal all the same: read it before you hand it on.
    """  # fmt: skip
    terminal = Terminal(quiet)
    opened = open_named(case, None)
    _refuse_unread(opened, terminal)
    kept = without_protected(opened.graph(terminal))
    found = entities_of(kept.graph)
    named = [one for one in found.made if kept.names_somebody(json.dumps(one, ensure_ascii=False))]
    entities = _without(found.made, {one["id"] for one in named})
    lines = [_line(one) for one in (nested(entities) if form is Shape.NESTED else entities)]
    write_export("".join(lines), out, terminal)
    _tell(terminal, kept, entities, found.without_like, len(named), out)


def _refuse_unread(opened: Opened, terminal: Terminal) -> None:
    """Raise where a record of a person could not be read: nobody would know whom it protects."""
    unread = opened.graph(terminal).unread
    if unread.holds_any(["people", "allegations", "events"]):
        print_findings(terminal.err, opened.session.reading, opened.session.texts)
        raise CannotContinueError("records that say who is protected cannot be read; nothing was written",
                                  "mend what is named above, then try again")  # fmt: skip


def _without(entities: Sequence[Made], left_out: set[str]) -> list[Made]:
    """Return the entities without some, and without what would lead to one of them."""
    kept = []
    for one in entities:
        links = [value for values in one["properties"].values() for value in values]
        if one["id"] not in left_out and not left_out.intersection(links):
            kept.append(one)
    return kept


def _line(entity: Made) -> str:
    return json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n"


def _tell(
    terminal: Terminal, kept: Unprotected, entities: Sequence[Made], without_like: Sequence[str], named: int,
    out: Path | None,
) -> None:  # fmt: skip
    """Say on the error stream what the file holds, so that it never mixes with what goes to another program."""
    where = out.as_posix() if out else "this"
    terminal.trouble(f"{where} is internal: {len(entities)} entities; read it before you hand it on", "bold yellow")
    if kept.hidden:
        terminal.trouble(f"left out as protected: {', '.join(f'`{name}`' for name in sorted(kept.hidden))}")
    if kept.confidential:
        terminal.trouble(f"left out as confidential: {', '.join(f'`{name}`' for name in sorted(kept.confidential))}")
    if named:
        terminal.trouble(f"left out since an id or text of theirs names somebody protected: {named}")
    for one in without_like:
        terminal.trouble(f"left out, {one}")
    stay = [f"{len(held)} of the kind {KIND_BY_KEY[kind].singular}" for kind, held in kept.graph.records.items()
            if held and kind not in ORDER]  # fmt: skip
    if stay:
        terminal.trouble(f"no entity there, and left in the case: {', '.join(stay)}")
