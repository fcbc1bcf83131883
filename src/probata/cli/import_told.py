"""What became of each work of an import, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from probata.cli.terminal import Terminal
from probata.importers.plan import Fate, Outcome, Plan
from probata.importers.read_file import Found

_LONGEST = 100
_MOST_NAMES = 50


def tell_what_was_not_read(terminal: Terminal, found: Found, name: str) -> None:
    """Name the headings that stand for nothing, and the sheets that were not looked at."""
    if found.headings:
        listed = ", ".join(f"`{heading}`" for heading in found.headings)
        terminal.trouble(f"{name}: not taken, since no field is meant: {listed}", "yellow")
        terminal.trouble('next step: name the field, `--map "HEADING=FIELD"`, or leave it out, `--map "HEADING="`')
    if found.sheets:
        terminal.trouble(f"{name}: other sheets were not read: {', '.join(f'`{sheet}`' for sheet in found.sheets)}")


def tell_plan(terminal: Terminal, plan: Plan, files: Sequence[str], case: str, *, is_dry_run: bool) -> None:
    """Print each work that does something or is refused, and how many there were of each kind.

    What is refused is printed with `--quiet` too.
    """
    for outcome in plan.outcomes:
        tell = terminal.trouble if outcome.fate is Fate.REFUSED else terminal.tell
        for line in _lines(outcome, with_same=terminal.verbose):
            tell(line)
    unheld = Counter(name for outcome in plan.outcomes if outcome.fate in _TAKEN for name in outcome.unheld)
    if unheld:
        named = sorted(unheld.items())[:_MOST_NAMES]
        listed = ", ".join(f"`{_short(name)}` ({number})" for name, number in named)
        more = f" and {len(unheld) - len(named)} more" if len(unheld) > len(named) else ""
        terminal.tell(f"not kept, since a source has no field for it: {listed}{more}")
    terminal.tell(_summary(plan, files, case, is_dry_run), "bold")
    if plan.added and not is_dry_run:
        terminal.tell("what you have seen is yours to say: write `held: held` at each source that you hold")


_TAKEN = {Fate.ADDED, Fate.FILLED}


def _summary(plan: Plan, files: Sequence[str], case: str, is_dry_run: bool) -> str:
    counts = ", ".join(f"{len(plan.of(fate))} {fate.value}" for fate in Fate)
    if is_dry_run:
        return f"{case}: {counts}; nothing was written, since `--dry-run` was given"
    return f"{', '.join(files) or case}: {counts}"


def _lines(outcome: Outcome, *, with_same: bool) -> Iterator[str]:
    place = f"({outcome.span.path}:{outcome.span.line})"
    title = _short(outcome.label)
    match outcome.fate:
        case Fate.ADDED:
            yield f"added `{outcome.id}`: {title} {place}"
        case Fate.FILLED:
            yield f"filled in `{outcome.id}`: {', '.join(f'`{name}`' for name in outcome.filled)} {place}"
        case Fate.SAME:
            if with_same or outcome.kept or outcome.remarks:
                yield f"there already `{outcome.id}`: {title} {place}"
        case Fate.REFUSED:
            yield f"refused `{title}` {place}: {outcome.reason}"
    for one in outcome.against:
        yield f"    `{one.field}`: ours `{_shown(one.ours)}`, theirs `{_shown(one.theirs)}`"
    for one in outcome.kept:
        yield f"    `{one.field}`: ours `{_shown(one.ours)}` stays, theirs is `{_shown(one.theirs)}`"
    yield from (f"    {_short(remark, 2 * _LONGEST)}" for remark in outcome.remarks)


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return _short("; ".join(_name(one) for one in value))
    return _short(str(value))


def _name(value: Any) -> str:
    return ", ".join(str(part) for part in value.values()) if isinstance(value, dict) else str(value)


def _short(text: str, longest: int = _LONGEST) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
