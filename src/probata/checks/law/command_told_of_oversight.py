"""A text says that somebody commanded, and the records know no command of theirs.

Reads our sentences and their translations in English, French and Spanish for "commanded", "in command of" and "under
the command of". Of a person it is found where grounds of responsibility are recorded, in a role or in an allegation,
and none of them is command, nor a post of theirs in command of anything. Of two bodies it is found where a relation of
the one to the other is recorded and none of command leads down. What somebody else says is left alone, and so is a
sentence that denies it.

## Why it matters
The printed text is what is answered. Where it says command and the argument rests on oversight, the other side shows
that we know better, and the true ground goes with the wrong word.

## Example
```yaml
case: {title: Example, summary: Mara Wolk commanded the guards of North Prison.}
people: [{id: wolk, name: {family: Wolk, given: Mara}}]
roles:
  - id: r
    person: wolk
    title: Member of the Prison Board
    dates: 2015/2017
    responsibility: {label: oversight, link: member_of_deciding_body}
```

Use instead:
```yaml
case: {title: Example, summary: Mara Wolk sat on the board that supervised North Prison.}
people: [{id: wolk, name: {family: Wolk, given: Mara}}]
roles:
  - id: r
    person: wolk
    title: Member of the Prison Board
    dates: 2015/2017
    responsibility: {label: oversight, link: member_of_deciding_body}
```

## When to allow it
Where the command was of another time or over others than the case is about: better record it with its source.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.tenures.alleged_grounds import grounds_of
from probata.checks.texts.told_command import ToldCommand, told_commands
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES, whole_words, word_list
from probata.diagnostics import Severity
from probata.graph.chain_of_command import ChainOfCommand
from probata.graph.hop import COMMANDS
from probata.model.role import Role


def run(case: CheckInput) -> Iterator[Finding]:
    """Hold each command that a text tells of against the grounds and relations that are recorded."""
    for told in told_commands(case.graph):
        known = _of_person(case, told.person) if told.person else _of_bodies(case, told)
        if known:
            start, end = (told.sentence.start + at for at in (told.start, told.end))
            yield finding_of_words(
                case, told.sentence.text, (start, end), f"the text says `{told.words}` {known}",
                "write what the records bear out, or record the command with its source",
            )  # fmt: skip


def _of_person(case: CheckInput, person: str) -> str:
    """Say what is recorded of a person instead of command; nothing where there is any, or no ground at all."""
    roles = case.graph.roles_of(person)
    labels = {ground.shown_label for role in roles for ground in grounds_of(case, role)}
    if labels != {"oversight"} or any(_commands(case, role) for role in roles):
        return ""
    return f"of `people/{person}`, whose recorded grounds are `oversight` alone"


def _commands(case: CheckInput, role: Role) -> bool:
    """Tell whether a post of a role commands by a recorded relation, or by its title."""
    posts = {seat.position for seat in role.seats}
    relations = (one for one in case.graph.commands if one.shown_kind in COMMANDS)
    titles = " ; ".join((role.title, *(texts.get("title", "") for texts in role.translations.values())))
    return any(one.superior in posts for one in relations) or any(
        whole_words(word_list("told_command", language)["commander"]).search(titles) for language in LANGUAGES
    )


def _of_bodies(case: CheckInput, told: ToldCommand) -> str:
    """Say how two bodies stand to each other instead; nothing where command leads down or no relation is recorded."""
    above, below = told.body, told.below
    if not above or not below or above == below:
        return ""
    chain = case.once("chain of command", lambda: ChainOfCommand(case.graph))
    if not chain.is_recorded(above, below) or below in chain.reached(frozenset({above}), None):
        return ""
    kinds = sorted({one.kind for one in case.graph.commands if (one.superior, one.subordinate) == (above, below)})
    return f"of `{above}` over `{below}`, which is recorded as `{'`, `'.join(kinds)}`"


CHECK = Check(
    "LAW191", "command-told-of-oversight", Severity.WARNING, "texts and lines", run,
    looks_at=printed_in_all_languages,
)  # fmt: skip
