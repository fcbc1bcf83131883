"""An authority lacks what the form needs by which it is cited.

Looks at each authority that has no `citation` of its own. Every `form` needs some fields, which `probata list forms`
lists: a judgment of the European Court of Human Rights its application number and date, a document of the United
Nations its symbol, a case of a court its neutral citation, report or number, or its court and date. Without one of
them the notes print a citation with a part missing. A judgment or decision without a `form` is cited by that of a case
(`case`).

## Why it matters
A court looks an authority up by its number and date. A citation without them sends it searching, and tells it that
whoever cites did not have the judgment in hand.

## Example
```yaml
case: {title: Example}
authorities:
  - id: pol
    kind: judgment
    form: echr_case
    name: Pol v State
    date: 2023-03-07
```

Use instead:
```yaml
case: {title: Example}
authorities:
  - id: pol
    kind: judgment
    form: echr_case
    name: Pol v State
    number: 112/22
    date: 2023-03-07
```

## When to allow it
Where the number is not public. Then write the whole citation under `citation`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.titled import title_of
from probata.citation import CitedForm, cited_forms
from probata.diagnostics import Severity, say
from probata.model.authority import Authority
from probata.model.source_record import Source

_OF_COURTS = frozenset({"judgment", "decision"})
"""Kinds that are compared though they name no form."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the fields of each authority with those that its form needs."""
    for authority in case.graph.authorities:
        form = _form_of(authority)
        printed_in = case.graph.find("sources", Source, authority.source or "")
        if form is None or not (lacking := _lacking(authority, form, printed_in)):
            continue
        title = title_of(case.graph, "authorities", authority.id)
        yield case.finding(
            "authorities",
            authority.id,
            f"{f'{title} ({say.authority(authority)})' if title else say.authority(authority)} is cited by the form "
            f"{say.words(form.id)} and lacks {lacking}",
            f"add {lacking}; or write the whole citation under `citation`",
            at=("form",) if authority.form else (),
        )


def _form_of(authority: Authority) -> CitedForm | None:
    """Return the form by which an authority is cited; none where its citation is written out, or none is named."""
    if authority.citation:
        return None
    usual = authority.cited_by if authority.kind in _OF_COURTS or authority.source else None
    key = authority.form or usual
    return cited_forms()[key] if key else None


def _lacking(authority: Authority, form: CitedForm, printed_in: Source | None) -> str:
    """Name the fields that are missing, and those of which one is; the source that prints it may tell the State."""
    is_told_by_source = form.id == "foreign_law" and printed_in is not None and bool(printed_in.country)

    def has(name: str) -> bool:
        return bool(getattr(authority, name) or (is_told_by_source and name == "state"))

    missing = [say.words(name) for name in form.needs if not has(name)]
    filled = (all(map(has, group)) for group in form.needs_one_of)
    if form.needs_one_of and not any(filled):
        missing.append(" or ".join(" with ".join(say.words(name) for name in group) for group in form.needs_one_of))
    return " and ".join(missing)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the authorities that are cited by a form."""
    for authority in case.graph.authorities:
        if _form_of(authority):
            yield Looked(f"authorities/{authority.id}")


CHECK = Check("LAW176", "authority-form-incomplete", Severity.WARNING, "authorities", run, looks_at=_looks_at)
