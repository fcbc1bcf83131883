"""The end of an import of records: shown, agreed, written and told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from probata.cli.import_into import is_agreed, unwritten, write_files
from probata.cli.import_summary import short, shown_value
from probata.cli.opening import Opened
from probata.cli.terminal import Terminal
from probata.importers.plan import Fate
from probata.importers.records.plan import Outcome, Plan
from probata.model.kinds import KIND_BY_KEY
from probata.source.text_edits import Replaced

# What becomes of each row or entity of an import, in words.

_MOST_NAMES = 50
_LONGEST_REMARK = 200
_TAKEN = {Fate.ADDED, Fate.FILLED}


def tell_records(terminal: Terminal, plan: Plan) -> None:
    """Print what becomes of each row; what is refused is printed with `--quiet` too."""
    for outcome in plan.outcomes:
        tell = terminal.trouble if outcome.fate is Fate.REFUSED else terminal.tell
        for line in _lines(outcome):
            tell(line)
    unheld = Counter(name for outcome in plan.outcomes if outcome.fate in _TAKEN for name in outcome.unheld)
    if unheld:
        named = sorted(unheld.items())[:_MOST_NAMES]
        more = f" and {len(unheld) - len(named)} more" if len(unheld) > len(named) else ""
        listed = ", ".join(f"`{short(name)}` ({number})" for name, number in named)
        terminal.tell(f"not kept, since no record has a field for it: {listed}{more}")


def tell_end(terminal: Terminal, plan: Plan, files: Sequence[str], case: str, *, unwritten: str) -> None:
    """Print how many rows there are of each sort; `unwritten` says how it comes that nothing was written, if so."""
    counts = ", ".join(f"{len(plan.of(fate))} {fate.value}" for fate in Fate)
    terminal.tell(f"{case}: {counts}; {unwritten}" if unwritten else f"{', '.join(files)}: {counts}", "bold")


def _lines(outcome: Outcome) -> Iterator[str]:
    called, label = KIND_BY_KEY[outcome.kind].singular, short(outcome.label)
    match outcome.fate:
        case Fate.ADDED:
            yield f"added {called} `{outcome.id}`: {label} ({outcome.span})"
        case Fate.FILLED:
            fields = ", ".join(f"`{name}`" for name in outcome.filled)
            yield f"filled in {called} `{outcome.id}`, matched by {outcome.by}: {fields} ({outcome.span})"
        case Fate.SAME:
            yield f"there already {called} `{outcome.id}`, matched by {outcome.by}: {label} ({outcome.span})"
        case Fate.REFUSED:
            yield from _refused(outcome, called, label)
    for one in outcome.against:
        yield f"    `{one.field}`: ours `{shown_value(one.ours)}`, theirs `{shown_value(one.theirs)}`"
    for one in outcome.kept:
        yield f"    `{one.field}`: ours `{shown_value(one.ours)}` stays, theirs is `{shown_value(one.theirs)}`"
    yield from (f"    {short(remark, _LONGEST_REMARK)}" for remark in outcome.remarks)


def _refused(outcome: Outcome, called: str, label: str) -> Iterator[str]:
    yield f"refused {called} `{label}` ({outcome.span})"
    for found in outcome.faults:
        place = "" if found.span in (None, outcome.span) else f" ({found.span})"
        yield f"    {found.message}{place}"
        yield f"    next step: {found.help}" if found.help else "    next step: correct the cell"


def finish(
    terminal: Terminal, plan: Plan, changed: Sequence[Replaced], opened: Opened, *, yes: bool, dry_run: bool
) -> None:
    """Show what would become of each record, and write the files where that is agreed: all of them or none."""
    tell_records(terminal, plan)
    is_written = bool(changed) and is_agreed(terminal, yes=yes, dry_run=dry_run)
    if is_written:
        write_files(terminal, opened.place, changed)
    tell_end(terminal, plan, [one.shown for one in changed], opened.place.shown,
             unwritten="" if is_written else unwritten(changed))  # fmt: skip
