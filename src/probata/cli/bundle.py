"""`probata bundle`: brief, annexes and exhibits of a filing in one PDF, and the brief in Word with its pages."""

from __future__ import annotations

import shutil
from typing import Annotated

import typer

from probata.bundle.office_pages import office_program
from probata.cli.build import FinalOption, OutOption
from probata.cli.check_key import check_key
from probata.cli.exit_code import ExitCode
from probata.cli.identities import KeyOption, with_vault
from probata.cli.kept_build import build_key, keep_said, print_lines, said_before
from probata.cli.opening import find_named
from probata.cli.options import CaseArgument, QuietOption, TemplatesOption
from probata.cli.terminal import Terminal
from probata.source.file_names import one_form

ForumOption = Annotated[
    str | None,
    typer.Option("--forum", metavar="ID", help="The forum or filing. May be left out where the case has one filing."),
]
FixOption = Annotated[
    bool,
    typer.Option(
        "--fix",
        help="Write marks and pages into `bundles.yaml`, because others have the bundle now: later ones leave them as "
        "they are, and what comes in between is 12A.",
    ),
]
AllOption = Annotated[
    bool,
    typer.Option(
        "--all",
        help="Make everything that goes out: with the bundle the documents for its forum and their public versions, in "
        "Word and PDF, as `probata build` makes them.",
    ),
]
EPILOG = "Example: `probata bundle claims/my-case --forum uk-ghr --all`"


def run(
    case: CaseArgument,
    forum: ForumOption = None,
    final: FinalOption = False,
    fix: FixOption = False,
    everything: AllOption = False,
    out: OutOption = None,
    templates: TemplatesOption = None,
    key: KeyOption = None,
    quiet: QuietOption = False,
) -> None:
    """Make the bundle of a filing: index, brief, annexes and exhibits in one PDF whose marks lead to its pages.

    Each page has its number in the margin, the same that viewers show. Beside each mark in the brief stands the page of
    the bundle, also in a Word file of the brief that is made with it. Exhibits are printed from the copies that the
    case holds; the index lists what is not in the bundle, with why. What the readers of the forum may not see is not in
    it. Where the forum takes files of so many pages or megabytes alone, the bundle comes in parts.

    Exit 0: made, with every exhibit of which a copy is held. Exit 1: an exhibit was left out that should be in it, or
    the bundle was refused or could not be written.
    """
    terminal = Terminal(quiet)
    bare = find_named(case, templates)
    named = with_vault(bare, key, terminal)
    where = out or named.house.documents
    state = None if fix or named is not bare else check_key(named)
    asked = ("bundle", forum, final, everything, office_program(), shutil.which("tesseract"))
    kept = build_key(state, where, asked) if state else ""
    if kept and (said := said_before(kept, where / one_form(named.place.path.resolve().name))):
        print_lines(terminal, said)
        raise typer.Exit(ExitCode.FINE)
    from probata.cli.bundle_case import bundle_case  # with all that makes documents

    outcome = bundle_case(named, terminal, forum, final, fix, everything, where)
    if kept and outcome.may_be_kept and check_key(named) == state:  # and not changed while it was read
        keep_said(kept, outcome.files, outcome.again)
    raise typer.Exit(ExitCode.FINE if outcome.is_complete else ExitCode.FINDINGS)
