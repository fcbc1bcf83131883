"""A day given as "as of" that is older than a source cited for the same thing.

Looks at roles that go on, at sections, at tables and at the case: at the `as_of` of a role, of a section or of a table
against the dates of the sources cited for it, in its text too, and at that of the case, by which documents are dated,
against the dates of all its sources.

## Why it matters
A paper dated in June that cites an article of July was changed after its date. A role "as of 2023" that cites a list of
2024 is known for longer than it says.

## Example
```yaml
case: {title: Example, as_of: 2024-06-01}
people: [{id: wolk, name: Mara Wolk}]
sources: [{id: yearbook, title: Yearbook, issued: 2024-02}]
roles:
  - {id: r, person: wolk, title: Governor, dates: 2015/.., status: current, as_of: 2023, citations: [yearbook]}
```

Use instead:
```yaml
case: {title: Example, as_of: 2024-06-01}
people: [{id: wolk, name: Mara Wolk}]
sources: [{id: yearbook, title: Yearbook, issued: 2024-02}]
roles:
  - {id: r, person: wolk, title: Governor, dates: 2015/.., status: current, as_of: 2024-02, citations: [yearbook]}
```

## When to allow it
Where the newer source says nothing of whether the role goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.graph.resolve import keys_in_text
from probata.model.dataset import Dataset
from probata.model.dates import When
from probata.model.narrative import Narrative
from probata.model.role import Role
from probata.model.source_record import Source

_SHOWN = 3
"""Sources that are named one by one."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the as-of dates with the sources' dates."""
    yield from _case(case)
    for role in case.graph.roles:
        newer = _newer(role.as_of, _sources_of(case, role)) if role.status != "ended" else []
        if newer and role.as_of:
            yield case.finding(
                "roles", role.id,
                f"role {say.role(role)} is as of {say.date(role.as_of)}, and cites what is newer: {_named(newer)}",
                "set `as_of` to the day of the newest source that shows the role, or cite the newer source elsewhere",
                at=("as_of",),
            )  # fmt: skip
    for kind, record, cited in _with_a_day(case):
        if record.as_of and (newer := _newer(record.as_of, _known(case, cited))):
            called = "section" if kind == "narrative" else "table"
            yield case.finding(
                kind, record.id,
                f"{called} {say.of(kind, record)} is as of {say.date(record.as_of)}, and cites what is newer: "
                f"{_named(newer)}",
                "set `as_of` to the day of the newest source, or cite that source elsewhere", at=("as_of",),
            )  # fmt: skip


def _with_a_day(case: CheckInput) -> Iterator[tuple[str, Narrative | Dataset, tuple[str, ...]]]:
    """Give the sections and tables, each with the keys of what it cites."""
    for section in case.graph.narrative:
        yield "narrative", section, (*(one.source for one in section.citations), *keys_in_text(section.text))
    for table in case.graph.datasets:
        citations = (*table.citations, *(one for column in table.columns for one in column.citations))
        yield "datasets", table, tuple(one.source for one in citations)


def _case(case: CheckInput) -> Iterator[Finding]:
    as_of = case.graph.case.as_of
    newer = _newer(as_of, case.graph.sources)
    if newer and as_of:
        yield case.finding(
            "case", case.graph.name,
            f"the case is as of {say.date(as_of)}, and has sources that are newer: {_named(newer)}",
            "set `as_of` to a day on which all sources were there, or leave the newer ones out", at=("as_of",),
        )  # fmt: skip


def _sources_of(case: CheckInput, role: Role) -> Iterator[Source]:
    yield from _known(case, (one.source for one in (*role.citations, *role.dates.citations)))


def _known(case: CheckInput, keys: Iterable[str]) -> Iterator[Source]:
    yield from (source for key in keys if (source := case.graph.find("sources", Source, key)))


def _newer(as_of: When | None, sources: Iterable[Source]) -> list[Source]:
    """Return the sources that surely appeared after the day; an approximate day is older than nothing in its year."""
    if as_of is None or as_of.end is None:
        return []
    last = as_of.last.replace(month=12, day=31) if as_of.end.approximate else as_of.last
    dated = (source for source in sources if source.issued and source.issued.start)
    return [one for one in dict.fromkeys(dated) if one.issued and one.issued.first > last]


def _named(sources: list[Source]) -> str:
    shown = [f"{say.source(source)} of {say.date(source.issued)}" for source in sources[:_SHOWN] if source.issued]
    more = f" and {len(sources) - _SHOWN} more" if len(sources) > _SHOWN else ""
    return ", ".join(shown) + more


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the case, the roles that go on and what names a day; of a case or role without one it cannot be told."""
    none = "no day is recorded for which it was true (`as_of`)"
    yield Looked(f"case/{case.graph.name}", "" if case.graph.case.as_of else none)
    for role in case.graph.roles:
        if role.as_of or role.status == "current":
            yield Looked(f"roles/{role.id}", "" if role.as_of else none)
    for kind, record, _ in _with_a_day(case):
        if record.as_of:
            yield Looked(f"{kind}/{record.id}")


CHECK = Check(
    "TIM108", "as-of-older-than-source", Severity.WARNING, "the case, and roles, sections and tables with a day", run,
    looks_at=_looks_at,
)  # fmt: skip
