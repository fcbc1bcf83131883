"""The beginning of a body, a post or an operation is dated in two ways.

Compares three places that tell it: when a body was founded, when another is recorded to have established it, and what
the histories of bodies say. An entry of a history counts where it has a word of beginning and the name of an event, or
where it begins with such a word and tells of the body itself. Found is what surely cannot be one day. So is a post that
was created before its body was founded, unless the body is recorded as the successor of another.

## Why it matters
Two dates of one beginning in one set of records let the other side take the one that suits, and a treaty, a post or a
count may hang on the months between.

## Example
```yaml
case: {title: Example}
bodies:
  - id: office
    name: Recovery Office
    history: [{date: 2014-07-22, what: launches operation Net}]
events: [{id: net, kind: operation, title: Operation Net, dates: 2015-04/..}]
```

Use instead:
```yaml
case: {title: Example}
bodies:
  - id: office
    name: Recovery Office
    history: [{date: 2015-04-01, what: launches operation Net}]
events: [{id: net, kind: operation, title: Operation Net, dates: 2015-04/..}]
```

## When to allow it
Where one tells of a decision and the other of the first act. Say so in the history.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import records_of
from probata.checks.prose.mentions import events_in
from probata.checks.prose.words import LANGUAGES, any_of, languages_of, word_list
from probata.checks.tenures.sure_days import is_approximate, is_surely_before
from probata.diagnostics import Severity, say
from probata.model.body import Body
from probata.model.dates import Answer, When
from probata.model.language import primary
from probata.model.position import Position


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare what each history and each relation says with the record of the event or body that it is about."""
    for body in case.graph.bodies:
        yield from _of_body(case, body)
        for place, entry in enumerate(body.history):
            for event in events_in(case.graph, entry.what) if _begins(case, entry.what) else ():
                if _differ(event.dates, entry.date):
                    yield case.finding(
                        "bodies", body.id,
                        f"the history of {say.body(body)} dates the beginning of {say.event(event)} "
                        f"{say.date(entry.date)}, and the event begins {say.date(event.dates)}",
                        "follow the source that tells it, and say in the other place what happened then",
                        at=("history", place, "date"),
                    )  # fmt: skip
    for post in case.graph.positions:
        yield from _of_post(case, post)


def _of_post(case: CheckInput, post: Position) -> Iterator[Finding]:
    body = case.graph.find("bodies", Body, post.body or "")
    created = post.created.value if post.created else None
    founded = body.founded.value if body and body.founded else None
    if body and created and founded and is_surely_before(created, founded) and not _has_predecessor(case, body):
        yield case.finding(
            "positions", post.id,
            f"post {say.post(post)} was created {say.date(created)}, before its body {say.body(body)} was founded, "
            f"{say.date(founded)}",
            "read both dates again in their sources, or record the body that had the post before", at=("created",),
        )  # fmt: skip


def _has_predecessor(case: CheckInput, body: Body) -> bool:
    came_from = any(one.kind == "successor_of" for one in body.relations)
    return came_from or any(
        one.kind == "predecessor_of" and one.body == body.id for other in case.graph.bodies for one in other.relations
    )


def _of_body(case: CheckInput, body: Body) -> Iterator[Finding]:
    founded = body.founded.value if body.founded else None
    begins = any_of("beginning", "begins", _language(case))
    told = [(("history", place, "date"), entry.date) for place, entry in enumerate(body.history)
            if begins.match(entry.what) and not _of_another(case, entry.what)]  # fmt: skip
    told += [(("relations", place, "dates"), one.dates) for place, one in enumerate(body.relations)
             if one.kind == "established_by"]  # fmt: skip
    for loc, when in told:
        if _differ(founded, when):
            yield case.finding(
                "bodies", body.id,
                f"{say.body(body)} was founded {say.date(founded)}, and its beginning is dated {say.date(when)} here",
                "follow the source that tells it, and say in the other place what happened then", at=loc,
            )  # fmt: skip


def _language(case: CheckInput) -> str:
    """Return the language of the case, in which histories are written; English where there are no words for it."""
    language = primary(case.graph.case.language)
    return language if language in languages_of("beginning") else LANGUAGES[0]


def _begins(case: CheckInput, what: str) -> bool:
    language = _language(case)
    found, aside = any_of("beginning", "begins", language).search(what), word_list("beginning", language)["aside"]
    return found is not None and not re.search(aside, what[: found.start()], re.IGNORECASE)


def _of_another(case: CheckInput, what: str) -> bool:
    """Tell whether an entry names an event or a body, so that it is not about the beginning of its own body."""
    others = [*(str(body.name) for body in case.graph.bodies), *(body.abbreviation or "" for body in case.graph.bodies)]
    words = word_list("beginning", _language(case))
    is_active = re.match(rf"(?:{words['active']})\b", what) is not None
    by = tuple(str(words["by"]).split("|"))
    named = events_in(case.graph, what)
    return (
        is_active
        or bool(named)
        or any(
            other and other in what and not any(f"{one} {other}" in what or f"{one}{other}" in what for one in by)
            for other in others
        )
    )


def _differ(one: When | None, other: When | None) -> bool:
    """Tell whether two beginnings surely lie apart; what is about, or has no beginning, decides nothing."""
    if not (one and other and one.start and other.start) or is_approximate(one) or is_approximate(other):
        return False
    return When("", one.start, one.start).overlaps(When("", other.start, other.start)) is Answer.NO


def _text(when: When | None) -> str:
    return when.text if when else ""


CHECK = Check(
    "TIM153", "beginning-told-differently", Severity.WARNING, "bodies and posts", run,
    looks_at=records_of("bodies", "positions"),
)  # fmt: skip
