"""`probata export`: records of a case for other programs. The file is internal, and no other is written over."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from probata.citation.pandoc import PandocError
from probata.citation.program import find_program
from probata.cli.exit_code import CannotContinueError
from probata.cli.findings import print_findings
from probata.cli.opening import open_named
from probata.cli.options import CaseOption, QuietOption
from probata.cli.terminal import Terminal
from probata.disclosure.protected import Unprotected, without_protected
from probata.importers.ftm.entities import nested
from probata.importers.ftm.from_records import Made, entities_of
from probata.importers.ftm.to_records import ORDER
from probata.importers.to_csl import bibtex_text, csl_json
from probata.model.kinds import KIND_BY_KEY
from probata.model.source_record import Source
from probata.output import write_atomically
from probata.output.atomic import placing_error
from probata.source.text_file import whole_file

OUTGOING = "outgoing"
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="File to write. Without it: the terminal.", dir_okay=False)
]


def write_export(text: str, out: Path | None, terminal: Terminal) -> None:
    """Write it to the file, or to the terminal where none is named.

    Raises `CannotContinueError` in a folder for others, and where the file holds something else.
    """
    if out is None:
        terminal.result(text.rstrip("\n"))
        return
    if OUTGOING in out.resolve().parts[:-1]:
        raise CannotContinueError(
            f"`{out.as_posix()}` lies in a folder for others, and this file is yours alone", "choose another folder"
        )
    try:
        if out.exists() and whole_file(out) != text.encode():
            message = f"`{out.as_posix()}` exists and holds something else"
            raise CannotContinueError(message, "choose another name, or delete it")
        write_atomically(out, text.encode())
    except OSError as error:
        said = str(placing_error(out, error))
        raise CannotContinueError(said, "choose another folder, and check who may write there") from None


class To(StrEnum):
    """Forms that sources go out in."""

    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"


ToOption = Annotated[
    To,
    typer.Option(
        "--to",
        help="`csl-json` keeps everything that goes out; `bibtex` loses more than `biblatex`.",
        case_sensitive=False,
    ),
]
OpenOnlyOption = Annotated[
    bool, typer.Option("--open-only", help="Leave out the sources whose `confidentiality` is not `open`.")
]


def sources(
    case: CaseOption, to: ToOption, out: OutOption = None, open_only: OpenOnlyOption = False, quiet: QuietOption = False
) -> None:
    """Write the sources of a case as CSL-JSON or BibTeX.

    The file is yours alone: it names all sources, confidential ones too, and no consent of anybody is asked. Your
    remarks, what a source shows, and whether you hold it stay in the case. What goes out as CSL-JSON and comes back by
    **probata import sources** is known again.
    """
    terminal = Terminal(quiet)
    opened = open_named(case, None)
    found = opened.graph(terminal).sources
    kept = [one for one in found if one.confidentiality == "open" or not open_only]
    write_export(_text(kept, to), out, terminal)
    _tell_sources(terminal, found, kept, out, to)


def _text(kept: Sequence[Source], to: To) -> str:
    if to is To.CSL_JSON:
        return csl_json(kept)
    try:
        return bibtex_text(kept, find_program(), to.value)
    except PandocError as error:
        raise CannotContinueError(f"{error}; nothing was written", "write CSL-JSON, which needs no Pandoc") from None


def _tell_sources(
    terminal: Terminal, found: Sequence[Source], kept: Sequence[Source], out: Path | None, to: To
) -> None:
    """Say on the error stream what the file holds, so that it never mixes with what goes to another program."""
    closed = [one.id for one in kept if one.confidentiality != "open"]
    where = out.as_posix() if out else "this"
    terminal.trouble(f"{where} is internal: {len(kept)} sources of the case, and no consent was asked", "bold yellow")
    if closed:
        terminal.trouble(f"confidential among them: {', '.join(f'`{name}`' for name in closed)}; `--open-only` leaves "
                         "them out")  # fmt: skip
    if len(kept) < len(found):
        terminal.trouble(f"left out as confidential: {len(found) - len(kept)}")
    if to is not To.CSL_JSON:
        terminal.trouble("BibTeX has no place for archived copies and translated titles: they are left out")
    if to is To.BIBTEX:
        terminal.trouble("plain BibTeX has none for days, DOIs, languages, when a work was read, and “about” before "
                         "a year; `--to biblatex` keeps them")  # fmt: skip


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
    """
    terminal = Terminal(quiet)
    opened = open_named(case, None)
    graph = opened.graph(terminal)
    if graph.unread.holds_any(["people", "allegations", "events"]):  # nobody would know whom such a record protects
        print_findings(terminal.err, opened.session.reading, opened.session.texts)
        message = "records that say who is protected cannot be read; nothing was written"
        raise CannotContinueError(message, "correct what is named above, then try again")
    kept = without_protected(graph)
    found = entities_of(kept.graph)
    named = [one for one in found.made if kept.names_somebody(json.dumps(one, ensure_ascii=False))]
    entities = _without(found.made, {one["id"] for one in named})
    shaped = nested(entities) if form is Shape.NESTED else entities
    lines = (json.dumps(one, ensure_ascii=False, sort_keys=True) for one in shaped)
    write_export("".join(f"{line}\n" for line in lines), out, terminal)
    _tell_entities(terminal, kept, entities, found.without_like, len(named), out)


def _without(entities: Sequence[Made], left_out: set[str]) -> list[Made]:
    """Return the entities without some, and without what would lead to one of them."""
    kept = []
    for one in entities:
        links = [value for values in one["properties"].values() for value in values]
        if one["id"] not in left_out and not left_out.intersection(links):
            kept.append(one)
    return kept


def _tell_entities(
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


COMMANDS = (
    (sources, "Example: `probata export sources --case claims/my-case --to csl-json --out sources.json`"),
    (ftm, "Example: `probata export ftm --case claims/my-case --out entities.ftm.json`"),
)
