"""A declaration in the wording for another place of signing.

Looks at statements that end with a declaration under 28 USC 1746, which has one wording for what is signed in the
United States and one for what is signed elsewhere. The place of signing is read from `place`: it shows the United
States where it names them, one of their states or territories, or Washington, D.C.; it shows another country where it
names one in English. Where it shows neither, the finding says that the records do not tell.

## Why it matters
Outside the United States the declaration needs the words "under the laws of the United States of America". Without
them it is no declaration under the statute, and the statement is unsworn.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - id: wolk-1
    person: wolk
    kind: deponent
    declaration: us_1746_outside
    place: Albany, New York
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - id: wolk-1
    person: wolk
    kind: deponent
    declaration: us_1746_within
    place: Albany, New York
```

## When to allow it
Where the place has the name of one in another country: better write the country into `place`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.law import Catalogue
from probata.law.catalogue import Declaration
from probata.messages.countries import country_names
from probata.model.statement import Statement

_COUNTRY = re.compile(r"\bUnited States\b|\bU\.?S\.?(A\b\.?|\b)|\bD\.\s?C\.|\bDC\b")
_NAMES = """
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois,
Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri,
Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, New York City, North Carolina, North Dakota,
Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont,
Virginia, Washington State, West Virginia, Wisconsin, Wyoming, District of Columbia, Puerto Rico, Guam, American Samoa,
Northern Mariana Islands
"""
_PARTS = frozenset(name.strip().casefold() for name in _NAMES.split(","))
"""Parts of the United States whose names no other State has; Georgia is not among them."""
_ALSO_HERE = frozenset(("georgia", *_PARTS))
"""Names that a part of the United States has too, or that have a code of their own, such as Puerto Rico."""


class _Where(Enum):
    WITHIN = "within_united_states"
    OUTSIDE = "outside_united_states"
    UNKNOWN = ""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the declarations whose wording is that of another place, and those of which the place does not tell."""
    for statement in case.graph.statements:
        for declaration in _declarations(statement, case):
            shown = _where(statement.place or "", case.catalogue)
            if shown is _Where.UNKNOWN and (declaration.executed == _Where.WITHIN.value or not statement.place):
                yield _finding(case, statement, declaration, Outcome.CANNOT_TELL)
            elif shown is not _Where.UNKNOWN and shown.value != declaration.executed:
                yield _finding(case, statement, declaration, Outcome.FAILED)


def _declarations(statement: Statement, case: CheckInput) -> Iterator[Declaration]:
    """Give the declaration of a statement, or those of the forums of its filings, as far as their place matters."""
    of_forums = (p.declaration.default for filing, p in case.filings if filing.statement == statement.id)
    chosen = [statement.declaration] if statement.declaration else dict.fromkeys(of_forums)
    for name in chosen:
        declaration = case.catalogue.declaration(name)
        if declaration and declaration.executed != "anywhere":
            yield declaration


def _where(place: str, catalogue: Catalogue) -> _Where:
    """Tell what a place shows; an abbreviation stands at its end, as in an address: `Albany, NY, USA`."""
    parts = {part.strip(" .").casefold() for part in re.split(r"[,;()]", place)}
    if _COUNTRY.search(place) or parts & _PARTS:
        return _Where.WITHIN
    known = country_names() | {
        name.casefold(): found.iso for found in catalogue.participation.values() for name in (found.state, *found.also)
    }
    elsewhere = {name for name, code in known.items() if code != "US"}
    return _Where.OUTSIDE if parts & (elsewhere - _ALSO_HERE) else _Where.UNKNOWN


def _finding(case: CheckInput, statement: Statement, declaration: Declaration, outcome: Outcome) -> Finding:
    where = "within the United States" if declaration.executed == _Where.WITHIN.value else "outside the United States"
    fails = outcome is Outcome.FAILED
    if fails:
        place = f"is signed at {say.words(statement.place)}"
    elif statement.place:
        place = f"its place {say.words(statement.place)} does not show that"
    else:
        place = "no place of signing is recorded"
    return case.finding(
        "statements", statement.id,
        f"statement {say.statement(statement)} ends with the declaration for what is signed {where}, and {place}",
        "choose the declaration of the place: `us_1746_within` or `us_1746_outside`" if fails
        else "write the place with its state or country: `place: Albany, New York, USA`",
        at=("declaration",) if statement.declaration else (),
        notes=(f"{declaration.rule}: {declaration.wording}",),
        severity=Severity.ERROR if fails and declaration.verified else Severity.WARNING, outcome=outcome,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the statements with a declaration that is for one place."""
    for statement in case.graph.statements:
        if any(True for _ in _declarations(statement, case)):
            yield Looked(f"statements/{statement.id}")


CHECK = Check("STR111", "declaration-not-of-place", Severity.ERROR, "statements", run, looks_at=_looks_at)
