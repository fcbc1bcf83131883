"""What the user wants with each change: asked in the terminal, or given by options."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

import typer

from probata.cli.exit_code import CannotContinueError
from probata.cli.pull_summary import lines_of
from probata.cli.terminal import Terminal
from probata.pull.offers import Offer
from probata.returned.choices import Choice, by_all, possible, refuse_both

_ALL: Final = "all"
_LETTERS: Final[dict[str, Choice]] = {"t": "take", "k": "keep", "d": "drop"}
_STOP: Final = "q"


def chosen(offers: Sequence[Offer], take: str, keep: str, drop: str) -> dict[int, Choice]:
    """Return what the options say of each change, by its number; changes that they do not name have no choice.

    Each option is `all`, or numbers and ranges such as `1,3-5`. A number that one of them names counts before `all`:
    `--take all --drop 2`. Of `all`, each change gets what can be done with it, `take` before `keep` before `drop`; of
    changes that contradict each other, none is taken by `all`, nor is a whole section, and of those after which other
    places refer to nothing, none is taken or kept by it. What cannot be done with a change leaves it without a choice,
    and the others have theirs. Raises `CannotContinueError` for a number that there is
    not, that two options name, and for two of them that contradict each other.
    """
    given: dict[Choice, str] = {"take": take, "keep": keep, "drop": drop}
    numbers = {one.number: one for one in offers}
    choices: dict[int, Choice] = {}
    for choice, text in given.items():
        for number in _numbers(text, choice, numbers):
            if number in choices:
                raise CannotContinueError(f"two options name change {number}", "name it in one of them")
            if choice in possible(numbers[number]):
                choices[number] = choice
    refuse_both(numbers, choices)
    for choice, text in given.items():
        if text.strip() == _ALL:
            for number, one in numbers.items():
                if choice in by_all(one):
                    choices.setdefault(number, choice)
    return choices


def ask(terminal: Terminal, offers: Sequence[Offer], notes: Mapping[str, str]) -> dict[int, Choice]:
    """Ask for each change; whoever stops leaves the rest without a choice."""
    choices: dict[int, Choice] = {}
    for one in offers:
        for line in lines_of(one, notes):
            terminal.result(line)
        is_taken = any(choices.get(other) == "take" for other in one.contradicts)
        can = [choice for choice in possible(one) if not (is_taken and choice == "take")]
        words = ", ".join(f"[{choice[0]}]{choice[1:]}" for choice in can)
        while True:
            answer = typer.prompt(f"   {words}, [q]uit", default=can[0][0], show_default=True).strip().casefold()[:1]
            if answer == _STOP:
                return choices
            if _LETTERS.get(answer) in can:
                choices[one.number] = _LETTERS[answer]
                break
    return choices


def as_options(choices: Mapping[int, Choice], by: str) -> str:
    """Return the options that say what was answered, so that it need not be answered again."""
    given = {
        choice: ",".join(str(number) for number, one in choices.items() if one == choice)
        for choice in _LETTERS.values()
    }
    options = [f"--{choice} {numbers}" for choice, numbers in given.items() if numbers]
    return " ".join([*options, *([f'--by "{by}"'] if by else [])])


def _numbers(text: str, choice: str, known: Collection[int]) -> list[int]:
    """Return the numbers of an option; none where it says `all` or nothing."""
    found: list[int] = []
    for part in (part.strip() for part in text.split(",")):
        if part in ("", _ALL):
            continue
        match = re.fullmatch(r"(\d{1,6})(?:-(\d{1,6}))?", part)
        if match is None:
            raise CannotContinueError(f"`--{choice} {part}` is not read", "write `all`, or numbers such as `1,3-5`")
        first, last = int(match[1]), int(match[2] or match[1])
        if first > last:
            raise CannotContinueError(f"`--{choice} {part}` runs backwards", f"write `{last}-{first}`")
        if wrong := [number for number in (first, last) if number not in known]:
            raise CannotContinueError(f"there is no change {wrong[0]}", f"there are {len(known)}")
        found += range(first, last + 1)
    return found
