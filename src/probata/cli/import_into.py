"""The case that an import goes into, read as it stands and written whole or not at all; and what is told of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer

from probata.cli.case_path import CasePlace
from probata.cli.exit_code import CannotContinueError
from probata.cli.findings import print_findings
from probata.cli.opening import Opened, warn_if_open
from probata.cli.terminal import Terminal
from probata.importers.changes import Fate, Outcome
from probata.importers.into_case import Target, in_one_line
from probata.importers.records.plan import Plan
from probata.model.kinds import KIND_BY_KEY
from probata.output import PlacingError
from probata.output.together import write_together
from probata.source.text_edits import CannotChangeError, Replaced


def target_of(opened: Opened, terminal: Terminal) -> Target:
    """Return the case; raises `CannotContinueError` where it cannot be read."""
    graph = opened.graph(terminal)
    return Target(graph, opened.place.path, opened.place.shown, opened.workspace.template_roots)


@contextmanager
def looking(opened: Opened, terminal: Terminal) -> Iterator[None]:
    """Print the findings where an import cannot be looked at: records that cannot be read, or changed safely."""
    try:
        yield
    except CannotChangeError as error:
        print_findings(terminal.err, [error.diagnostic], {})
        raise CannotContinueError("nothing was written", "correct what is named above, then try again") from None
    except CannotContinueError:
        print_findings(terminal.err, opened.session.reading, opened.session.texts)
        raise


def write_files(terminal: Terminal, place: CasePlace, changed: Sequence[Replaced]) -> None:
    """Write all files or none, with a warning before where the workbook of the case is open elsewhere.

    Raises `CannotContinueError` where one cannot be written.
    """
    if changed:
        warn_if_open(terminal, place)
    try:
        write_together(changed)
    except (OSError, PlacingError) as error:
        raise CannotContinueError(f"nothing was written: {error}", "close it elsewhere and try again") from None


# What an import shows is written after a yes, and never without one.

YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Write what is shown, without asking.")]
PreviewOption = Annotated[
    bool, typer.Option("--dry-run", help="Only show what would become of each; nothing is written or asked.")
]


def can_ask(terminal: Terminal) -> bool:
    """Tell whether somebody is there to answer."""
    return terminal.is_interactive and sys.stdin.isatty()


def write_agreed(terminal: Terminal, place: CasePlace, changed: Sequence[Replaced], *, yes: bool, dry_run: bool) -> str:
    """Write all files or none, where that was agreed before or is in the terminal; return why nothing was written."""
    if not changed:
        return "nothing to write"
    if not is_agreed(terminal, yes=yes, dry_run=dry_run):
        return UNWRITTEN
    write_files(terminal, place, changed)
    return ""


def refuse_both(yes: bool, dry_run: bool) -> None:
    """Raise `CannotContinueError` where what is shown shall be written and shall not."""
    if yes and dry_run:
        raise CannotContinueError("`--yes` and `--dry-run` cannot both be followed", "leave one of them out")


UNWRITTEN = "nothing was written; the same command with `--yes` writes it"


def is_agreed(terminal: Terminal, *, yes: bool, dry_run: bool) -> bool:
    """Tell whether what was shown may be written: it was agreed before, or is in the terminal."""
    asks = can_ask(terminal) and not (yes or dry_run)
    return typer.confirm("write this into the case?", default=False) if asks else yes


# What became of each work, row or entity, in words.

_LONGEST_REMARK = 200
_MOST_NAMES = 50
_TAKEN = {Fate.ADDED, Fate.FILLED}


def tell_unknown(terminal: Terminal, headings: Sequence[str], shown: str) -> None:
    """Name the headings that are not taken, and how to say what they are."""
    if headings:
        listed = ", ".join(f"`{heading}`" for heading in headings)
        terminal.trouble(f"{shown}: not taken, since no field is meant: {listed}", "yellow")
        terminal.trouble('next step: name the field, `--map "HEADING=FIELD"`, or leave it out, `--map "HEADING="`')


def tell_unread(terminal: Terminal, sheets: Sequence[str], struck: Sequence[str], name: str) -> None:
    """Name the sheets that were not looked at, and the cells of which something struck through is not taken."""
    if sheets:
        terminal.trouble(f"{name}: other sheets were not read: {', '.join(f'`{sheet}`' for sheet in sheets)}")
    if struck:
        more = f" and {len(struck) - _MOST_NAMES} more" if len(struck) > _MOST_NAMES else ""
        listed = ", ".join(f"`{one}`" for one in struck[:_MOST_NAMES])
        terminal.trouble(f"{name}: what is struck through is not taken: {listed}{more}", "yellow")


def tell_outcomes(terminal: Terminal, plan: Plan) -> None:
    """Print what becomes of each row or work; what is refused is printed with `--quiet` too."""
    for outcome in plan.outcomes:
        tell = terminal.trouble if outcome.fate is Fate.REFUSED else terminal.tell
        for line in _lines(outcome, with_same=terminal.verbose):
            tell(line)
    taken = [outcome for outcome in plan.outcomes if outcome.fate in _TAKEN]
    _tell_names(terminal, taken)
    if unheld := Counter(name for one in taken for name in one.unheld):
        reason = "no record has a field" if any(one.kind for one in taken) else "a source has no field"
        terminal.tell(f"not kept, since {reason} for it: {_listed(unheld, ', ')}")


def tell_end(terminal: Terminal, plan: Plan, changed: Sequence[Replaced], case: str, unwritten: str) -> None:
    """Print how many there are of each sort; `unwritten` says why nothing was written, where nothing was."""
    counts = ", ".join(f"{len(plan.of(fate))} {fate.value}" for fate in Fate)
    files = ", ".join(one.shown for one in changed) or case
    terminal.tell(f"{case}: {counts}; {unwritten}" if unwritten else f"{files}: {counts}", "bold")
    if not unwritten and any(one.fate is Fate.ADDED and not one.kind for one in plan.outcomes):
        terminal.tell("what you have seen is yours to say: write `held: held` at each source that you hold")


def _tell_names(terminal: Terminal, taken: Sequence[Outcome]) -> None:
    """Name those of which the program had to guess what they are."""
    guessed = (
        ("persons, family name first", Counter(name for one in taken for name in one.persons),
         "a body stands in braces of its own in BibTeX, `{{…}}`, and without a comma elsewhere; a semicolon is between "
         "two names"),
        ("bodies", Counter(name for one in taken for name in one.bodies), "a person is written `Family, Given`"),
    )  # fmt: skip
    for what, names, otherwise in guessed:
        if names:
            terminal.tell(f"names taken for {what}: {_listed(names, '; ')}")
            terminal.tell(f"    where one is not, correct it: {otherwise}")


def _listed(names: Counter[str], between: str) -> str:
    named = sorted(names.items())[:_MOST_NAMES]
    more = f" and {len(names) - len(named)} more" if len(names) > len(named) else ""
    return between.join(f"`{in_one_line(name)}` ({number})" for name, number in named) + more


def _lines(outcome: Outcome, *, with_same: bool) -> Iterator[str]:
    place = str(outcome.span) if outcome.kind else f"{outcome.span.path}:{outcome.span.line}"
    called = f"{KIND_BY_KEY[outcome.kind].singular} " if outcome.kind else ""
    label, by = in_one_line(outcome.label), f", matched by {outcome.by}" if outcome.by else ""
    match outcome.fate:
        case Fate.ADDED:
            yield f"added {called}`{outcome.id}`: {label} ({place})"
        case Fate.FILLED:
            fields = ", ".join(f"`{name}`" for name in outcome.filled)
            yield f"filled in {called}`{outcome.id}`{by}: {fields} ({place})"
        case Fate.SAME:
            if outcome.kind or with_same or outcome.kept or outcome.remarks:
                yield f"there already {called}`{outcome.id}`{by}: {label} ({place})"
        case Fate.REFUSED:
            yield f"refused {called}`{label}` ({place})"
            for found in outcome.faults:
                yield f"    {found.message}{'' if found.span in (None, outcome.span) else f' ({found.span})'}"
                yield f"    next step: {found.help or 'correct the cell'}"
    for one in outcome.against:
        yield f"    `{one.field}`: ours `{in_one_line(one.ours)}`, theirs `{in_one_line(one.theirs)}`"
    for one in outcome.kept:
        yield f"    `{one.field}`: ours `{in_one_line(one.ours)}` stays, theirs is `{in_one_line(one.theirs)}`"
    yield from (f"    {in_one_line(remark, _LONGEST_REMARK)}" for remark in outcome.remarks)
