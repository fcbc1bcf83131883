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
    tell_struck(terminal, found.struck, name)


def tell_struck(terminal: Terminal, struck: Sequence[str], name: str) -> None:
    """Name the cells of which something is not taken since it is struck through."""
    if struck:
        more = f" and {len(struck) - _MOST_NAMES} more" if len(struck) > _MOST_NAMES else ""
        listed = ", ".join(f"`{one}`" for one in struck[:_MOST_NAMES])
        terminal.trouble(f"{name}: what is struck through is not taken: {listed}{more}", "yellow")


def tell_works(terminal: Terminal, plan: Plan) -> None:
    """Print each work that does something or is refused; what is refused is printed with `--quiet` too."""
    for outcome in plan.outcomes:
        tell = terminal.trouble if outcome.fate is Fate.REFUSED else terminal.tell
        for line in _lines(outcome, with_same=terminal.verbose):
            tell(line)
    taken = [outcome for outcome in plan.outcomes if outcome.fate in _TAKEN]
    _tell_names(terminal, "persons, family name first", Counter(name for one in taken for name in one.persons),
                "a body stands in braces of its own in BibTeX, `{{…}}`, and without a comma elsewhere; a semicolon is "
                "between two names")  # fmt: skip
    _tell_names(terminal, "bodies", Counter(name for one in taken for name in one.bodies),
                "a person is written `Family, Given`")  # fmt: skip
    unheld = Counter(name for outcome in taken for name in outcome.unheld)
    if unheld:
        terminal.tell(f"not kept, since a source has no field for it: {_listed(unheld, ', ')}")


def _tell_names(terminal: Terminal, what: str, names: Counter[str], otherwise: str) -> None:
    """Name those of which the program had to guess what they are."""
    if names:
        terminal.tell(f"names taken for {what}: {_listed(names, '; ')}")
        terminal.tell(f"    where one is not, correct it: {otherwise}")


def _listed(names: Counter[str], between: str) -> str:
    named = sorted(names.items())[:_MOST_NAMES]
    more = f" and {len(names) - len(named)} more" if len(names) > len(named) else ""
    return between.join(f"`{short(name)}` ({number})" for name, number in named) + more


def tell_end_of_works(terminal: Terminal, plan: Plan, files: Sequence[str], case: str, *, unwritten: str) -> None:
    """Print how many works there are of each sort; `unwritten` says why nothing was written, where nothing was."""
    terminal.tell(_summary(plan, files, case, unwritten), "bold")
    if plan.added and not unwritten:
        terminal.tell("what you have seen is yours to say: write `held: held` at each source that you hold")


_TAKEN = {Fate.ADDED, Fate.FILLED}


def _summary(plan: Plan, files: Sequence[str], case: str, unwritten: str) -> str:
    counts = ", ".join(f"{len(plan.of(fate))} {fate.value}" for fate in Fate)
    if unwritten:
        return f"{case}: {counts}; {unwritten}"
    return f"{', '.join(files) or case}: {counts}"


def _lines(outcome: Outcome, *, with_same: bool) -> Iterator[str]:
    place = f"({outcome.span.path}:{outcome.span.line})"
    title = short(outcome.label)
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
        yield f"    `{one.field}`: ours `{shown_value(one.ours)}`, theirs `{shown_value(one.theirs)}`"
    for one in outcome.kept:
        yield f"    `{one.field}`: ours `{shown_value(one.ours)}` stays, theirs is `{shown_value(one.theirs)}`"
    yield from (f"    {short(remark, 2 * _LONGEST)}" for remark in outcome.remarks)


def shown_value(value: Any) -> str:
    """Return what a field says, as one line."""
    if isinstance(value, list | tuple):
        return short("; ".join(_name(one) for one in value))
    return short(_name(value))


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_name, value))
    return ", ".join(map(_name, value.values())) if isinstance(value, dict) else str(value)


def short(text: str, longest: int = _LONGEST) -> str:
    """Return a text as one line of a sane length."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
