"""`probata export sources`: the sources of a case for reference managers."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from probata.citation.pandoc import PandocError
from probata.citation.program import find_program
from probata.cli.exit_code import CannotContinueError
from probata.cli.export_file import OutOption, write_export
from probata.cli.import_options import CaseOption
from probata.cli.opening import open_named
from probata.cli.options import QuietOption
from probata.cli.terminal import Terminal
from probata.importers.to_csl import bibtex_text, csl_json
from probata.model.source_record import Source

EXAMPLE = "Example: `probata export sources --case claims/my-case --to csl-json --out sources.json`"


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
    _tell(terminal, found, kept, out, to)


def _text(kept: Sequence[Source], to: To) -> str:
    if to is To.CSL_JSON:
        return csl_json(kept)
    try:
        return bibtex_text(kept, find_program(), to.value)
    except PandocError as error:
        raise CannotContinueError(f"{error}; nothing was written", "write CSL-JSON, which needs no Pandoc") from None


def _tell(terminal: Terminal, found: Sequence[Source], kept: Sequence[Source], out: Path | None, to: To) -> None:
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
