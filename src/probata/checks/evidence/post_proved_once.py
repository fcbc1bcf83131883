"""A post on which an allegation rests is proved by one source alone, or by what anybody may edit.

Looks at the roles from which responsibility is alleged, and at all sources cited for them, their seats and their dates.
Found are posts for which nothing is cited but entries that anybody may edit, or works that pass such an entry on; and,
as a note, those that come down to one source which is not recorded as primary. What shares an origin counts once. Posts
that rest on the same source are told together.

## Why it matters
The post is the first link of every allegation. An entry that can be changed tonight by anybody, its subject included,
is no proof of it.

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
Where the person confirms the post. Record that as a source.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.citations import citations_in
from probata.checks.finding import Finding
from probata.checks.quoted import quoted
from probata.checks.word_lists import word_list
from probata.diagnostics import Severity
from probata.graph.independence import Origins, known_through
from probata.model.source_record import Source

PROVING = frozenset({"citations", "seats", "dates"})
"""Fields of a role whose citations show that the post was held, and when; not what responsibility it brought."""
_SHOWN = 4


def run(case: CheckInput) -> Iterator[Finding]:
    """Look at what is cited for each role that an allegation names; roles on one source are found once."""
    cited: dict[str, list[str]] = {}
    for one in citations_in(case.graph):
        if one.kind == "roles" and one.loc[0] in PROVING and "other_accounts" not in one.loc:
            cited.setdefault(one.record_id, []).append(one.value.source)
    alleged = dict.fromkeys(one.role for allegation in case.pursued for one in allegation.roles)
    origins = Origins(case.graph)
    open_edit: dict[str, list[str]] = {}
    single: dict[tuple[str, ...], list[str]] = {}
    for role in (found for found in alleged if found in cited):
        sources = [case.graph.find("sources", Source, key) for key in dict.fromkeys(cited[role])]
        known = [source for source in sources if source]
        if len(known) < len(sources):
            continue  # an authority or a law is no entry, and stands by itself
        own = [source for source in known if source.id not in _passing_on(case, known)]
        if all(map(is_open_edit, own)):
            open_edit.setdefault(own[0].id, []).append(role)
        elif _comes_down_to_one(origins, known):
            single.setdefault(tuple(source.id for source in known), []).append(role)
    for source_id, roles in open_edit.items():
        yield _finding(case, roles, f"`{source_id}` alone, an entry that anybody may edit", Severity.WARNING)
    for sources_of, roles in single.items():
        told = f"one source, {quoted(sources_of)}, which is not recorded as primary"
        if len(sources_of) > 1:
            told = f"{quoted(sources_of)}, which are not recorded as primary and count as one"
        yield _finding(case, roles, told, Severity.INFO)


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


def _comes_down_to_one(origins: Origins, sources: list[Source]) -> bool:
    if any(source.rank == "primary" for source in sources):
        return False
    return len(origins.independent([source.id for source in sources])) == 1


def _finding(case: CheckInput, roles: list[str], rests_on: str, severity: Severity) -> Finding:
    more = f" and {len(roles) - _SHOWN} more" if len(roles) > _SHOWN else ""
    verb = "rests" if len(roles) == 1 else "rest"
    return case.finding(
        "roles", roles[0],
        f"{quoted(roles[:_SHOWN])}{more}, from which responsibility is alleged, {verb} on {rests_on}",
        "add the decree, the gazette or another source of its own that shows the post and its dates",
        at=("citations",), severity=severity,
    )  # fmt: skip


CHECK = Check("EVI151", "post-proved-once", Severity.WARNING, "roles", run)
