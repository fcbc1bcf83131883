"""A text says that somebody supervised a body, and the records know command alone.

Reads our sentences and their translations in English, French and Spanish for the name of a person, "supervised",
"oversaw" or "had oversight of", and the name of a body right behind. It is noted where all grounds of responsibility
that are recorded of the person are command, and the body is that of a post of theirs, or one that such a post commands.
A commander supervises too: it is the weaker word for what is charged.

## Why it matters
Command and oversight lead to different provisions. Who is charged as commander and described as supervisor has the
weaker word from us.

## Example
```yaml
case: {title: Example, summary: Mara Wolk supervised the North Battalion.}
people: [{id: wolk, name: {family: Wolk, given: Mara}}]
bodies: [{id: battalion, name: North Battalion}]
positions: [{id: post, title: Commander of the North Battalion, body: battalion}]
roles:
  - id: r
    person: wolk
    title: Commander of the North Battalion
    seats: [post]
    dates: 2015/2017
    responsibility: command
```

Use instead:
```yaml
case: {title: Example, summary: Mara Wolk commanded the North Battalion.}
people: [{id: wolk, name: {family: Wolk, given: Mara}}]
bodies: [{id: battalion, name: North Battalion}]
positions: [{id: post, title: Commander of the North Battalion, body: battalion}]
roles:
  - id: r
    person: wolk
    title: Commander of the North Battalion
    seats: [post]
    dates: 2015/2017
    responsibility: command
```

## When to allow it
Where the sentence means the supervision that a commander owes, and the command is told elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.tenures.alleged_grounds import grounds_of
from probata.checks.texts.named_bodies import bodies_in
from probata.checks.texts.named_people import named_people
from probata.checks.texts.saying import printed_saying
from probata.checks.texts.sentences import is_asserted
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import languages_of, word_list
from probata.diagnostics import Severity
from probata.graph.hop import COMMANDS
from probata.model.position import Position


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the sentences that say supervision of whom command alone is recorded."""
    commanded = {person.id: _commanded(case, person.id) for person in case.graph.people}
    for language in languages_of("supervised") if any(commanded.values()) else ():
        for sentence in printed_saying(case.graph, language, _supervised(language).search):
            if not is_asserted(sentence, case.graph):
                continue
            bodies = list(bodies_in(case.graph, sentence.own))
            for start, end, person in named_people(case.graph).places_in(sentence.own):
                said = _supervised(language).match(sentence.own, end)
                body = next((one for one in bodies if said and one.start == said.end()), None)
                if said and body and body.body in commanded[person]:
                    yield finding_of_words(
                        case, sentence.text, (sentence.start + start, sentence.start + body.end),
                        f"the text says `{said['said']}` of `{person}`, whose recorded grounds are `command` alone",
                        "write `commanded`, or record the oversight with its source", alike=f"{person} {body.body}",
                    )  # fmt: skip


def _commanded(case: CheckInput, person: str) -> set[str]:
    """Return the bodies of a person's posts and those that these command; none where another ground is recorded."""
    roles = case.graph.roles_of(person)
    if {ground.shown_label for role in roles for ground in grounds_of(case, role)} != {"command"}:
        return set()
    posts = {seat.position for role in roles for seat in role.seats}
    own = {post.body for key in posts if (post := case.graph.find("positions", Position, key)) and post.body}
    return own | {
        one.subordinate for one in case.graph.commands if one.superior in posts and one.shown_kind in COMMANDS
    }


@cache
def _supervised(language: str) -> re.Pattern[str]:
    """Return a pattern for what stands between a name, emphasised or not, and that of a body: verb and article."""
    verb = str(word_list("supervised", language)["supervised"]).replace(" ", r"\s+")
    articles, relatives = (str(word_list("told_command", language)[key]) for key in ("articles", "relatives"))
    return re.compile(rf"[*_]*(?:,?\s+(?:{relatives}))?\s+(?P<said>{verb})\s+(?:(?:{articles})\s*)?", re.IGNORECASE)


CHECK = Check(
    "LAW197", "command-told-as-supervision", Severity.INFO, "texts and lines", run, looks_at=printed_in_all_languages
)
