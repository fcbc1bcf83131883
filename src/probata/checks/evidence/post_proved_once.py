"""A post or an event on which an allegation rests is proved by one source alone, or by what anybody may edit.

Looks at the roles from which responsibility is alleged, and at all sources cited for them, their seats and their
dates. Found are posts for which nothing is cited but entries that anybody may edit, or works that pass such an entry
on; and, as a note, those that come down to one source which is not recorded as primary. Of the events charged it
looks at the sources cited for them: found are those for which nothing but such an entry is cited, and, as a note,
those that come down to one source recorded as secondary, such as a post of somebody who was not there. What shares an
origin counts once. What rests on the same source is told together.

## Why it matters
The post is the first link of every allegation, and the event is what it is about. An entry that can be changed
tonight by anybody, its subject included, is no proof of it.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
sources:
  - {id: entry, title: Mara Wolk, type: entry-encyclopedia, url: "https://en.wikipedia.org/wiki/Mara_Wolk"}
roles: [{id: r, person: wolk, title: Governor, dates: 2015/2017, responsibility: command, citations: [entry]}]
allegations: [{id: a, title: Beatings, statement: Prisoners were beaten., roles: [{role: r}]}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
sources:
  - {id: gazette, title: State Gazette 12 of 2015, type: document, rank: primary, publisher: State Gazette}
roles: [{id: r, person: wolk, title: Governor, dates: 2015/2017, responsibility: command, citations: [gazette]}]
allegations: [{id: a, title: Beatings, statement: Prisoners were beaten., roles: [{role: r}]}]
```

## When to allow it
Where the person confirms the post or the event. Record that as a source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import records_of
from probata.checks.prose.citations import citations_in
from probata.checks.prose.words import word_list
from probata.diagnostics import Severity, say
from probata.graph.resolve import cited_keys
from probata.graph.sources import Origins, known_through, origins_of
from probata.model.event import Event
from probata.model.source_record import Source

PROVING = frozenset({"citations", "seats", "dates"})
"""Fields of a role whose citations show that the post was held, and when; not what responsibility it brought."""
_SHOWN = 4
_WEAK = {"roles": frozenset({"unknown", "secondary"}), "events": frozenset({"secondary"})}
"""Ranks of the one source with which a record is found; an event is found only where a rank is recorded."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Look at what is cited for each role and event of an allegation; those on one source are found together."""
    origins = origins_of(case.graph)
    alleged = dict.fromkeys(one.role for allegation in case.pursued for one in allegation.roles)
    yield from _told(case, "roles", alleged, origins)
    charged = dict.fromkeys(key for allegation in case.pursued for key in allegation.events)
    events = (case.graph.find("events", Event, key) for key in charged)
    yield from _told(case, "events", (one.id for one in events if one and not one.context_only), origins)


def _told(case: CheckInput, kind: str, records: Iterable[str], origins: Origins) -> Iterator[Finding]:
    cited = _cited(case, kind)
    open_edit: dict[str, list[str]] = {}
    single: dict[tuple[str, ...], list[str]] = {}
    for record in (found for found in records if found in cited):
        sources = [case.graph.find("sources", Source, key) for key in dict.fromkeys(cited[record])]
        known = [source for source in sources if source]
        if len(known) < len(sources):
            continue  # an authority or a law is no entry, and stands by itself
        own = [source for source in known if source.id not in _passing_on(case, known)]
        if all(map(is_open_edit, own)):
            open_edit.setdefault(own[0].id, []).append(record)
        elif _comes_down_to_one(origins, known, weak=_WEAK[kind]):
            single.setdefault(tuple(source.id for source in known), []).append(record)
    for source_id, found in open_edit.items():
        yield _finding(
            case, kind, found, f"{say.source(source_id)} alone, an entry that anybody may edit", Severity.WARNING
        )
    rank = "which is not recorded as primary" if kind == "roles" else "which is recorded as secondary"
    for sources_of, found in single.items():
        told = f"one source, {say.sources(sources_of)}, {rank}"
        if len(sources_of) > 1:
            told = f"{say.sources(sources_of)}, {rank.replace(' is ', ' are ')} and count as one"
        yield _finding(case, kind, found, told, Severity.INFO)


def _cited(case: CheckInput, kind: str) -> dict[str, list[str]]:
    """Return the sources cited for records of a kind: of an event all, of a role those for the post and its dates."""
    if kind == "events":
        return {one.id: keys for one in case.graph.events if (keys := [key for _, key in cited_keys(one)])}
    cited: dict[str, list[str]] = {}
    for one in citations_in(case.graph):
        if one.kind == kind and one.loc[0] in PROVING and "other_accounts" not in one.loc:
            cited.setdefault(one.record_id, []).append(one.value.source)
    return cited


def is_open_edit(source: Source) -> bool:
    """Tell whether a source stands on a site on which anybody may write; one without an address does not."""
    try:
        host = urlsplit(source.url or "").hostname or ""
    except ValueError:
        return False
    return any(host == one or host.endswith(f".{one}") for one in word_list("open_edit")["hosts"])


def _passing_on(case: CheckInput, sources: list[Source]) -> set[str]:
    """Return the works among them through which another of them is known: they say again what it says."""
    return {through.id for source in sources if (through := known_through(case.graph, source)) is not source}


def _comes_down_to_one(origins: Origins, sources: list[Source], *, weak: frozenset[str]) -> bool:
    if any(source.rank not in weak for source in sources):
        return False
    return len(origins.independent([source.id for source in sources])) == 1


def _finding(case: CheckInput, kind: str, records: list[str], rests_on: str, severity: Severity) -> Finding:
    more = f" and {len(records) - _SHOWN} more" if len(records) > _SHOWN else ""
    is_post, is_one = kind == "roles", len(records) == 1
    verb = ("rests on" if is_one else "rest on") if is_post else ("cites" if is_one else "cite")
    why = "from which responsibility is alleged" if is_post else "charged in an allegation"
    return case.finding(
        kind, records[0], f"{say.roles(records[:_SHOWN])}{more}, {why}, {verb} {rests_on}",
        "add the decree, the gazette or another source of its own that shows the post and its dates" if is_post
        else "add what the source rests on, or one that does not go back to it, or say that it is the only one and "
        "decide the finding",
        at=("citations",), severity=severity,
    )  # fmt: skip


CHECK = Check(
    "EVI151", "post-proved-once", Severity.WARNING, "roles and events", run, looks_at=records_of("roles", "events")
)
