"""A text says of the State and a treaty what the records say otherwise.

Reads our sentences and their translations in English, French and Spanish in which the State has ratified, acceded to,
is (not) a party to, has signed or is bound by a treaty of the catalogue, and compares them with `standings` of the
case, or with the catalogue where the case says nothing; by the catalogue alone it is a note. A sentence of ratification
with a day later than `in_force` is found too. What somebody else says is left alone.

Of the record itself it finds, as a note, a party whose `in_force` is of none of the years that `standing` gives, nor of
the one after them.

## Why it matters
Whether a treaty binds is looked up in a minute. A State said to have ratified what it only signed ends the argument on
that right, and with it the trust in the others.

## Example
```yaml
case:
  title: Example
  state: Kelvandra
  summary: Kelvandra is a party to the Rome Statute.
  standings: [{instrument: rome-statute, status: not_party, standing: not a party}]
```

Use instead:
```yaml
case:
  title: Example
  state: Kelvandra
  summary: Kelvandra is not a party to the Rome Statute.
  standings: [{instrument: rome-statute, status: not_party, standing: not a party}]
```

## When to allow it
Where the text speaks of another time than the record: better say of which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, printed_in_all_languages
from probata.checks.support.in_force import as_recorded, told
from probata.checks.texts.dates_in_text import times_in
from probata.checks.texts.told_standings import ToldStanding, told_standings
from probata.checks.texts.word_findings import finding_of_words
from probata.diagnostics import Severity
from probata.law import Participation
from probata.model.case_file import Standing
from probata.model.dates import parse_when
from probata.model.language import primary

_JOINED = re.compile("ratifi|acced|adh", re.IGNORECASE)
"""What is done on one day, before the treaty binds."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each sentence with what is recorded, and then each record in itself."""
    own = {one.instrument: one for one in case.graph.case.standings}
    for said in told_standings(case):
        known = case.catalogue.standing_of(case.graph.case.state or "", said.instrument)
        recorded = own.get(said.instrument)
        standing = as_recorded(recorded, case.graph.case.state or "", known) if recorded else known
        if standing and _differs(said, standing):
            yield _finding(case, said, standing, is_own=recorded is not None)
    for position, recorded in enumerate(case.graph.case.standings):
        if years := _other_years(case, recorded):
            yield _of_record(case, position, recorded, years)


def _differs(said: ToldStanding, standing: Participation) -> bool:
    """Tell whether a sentence cannot be true of a standing; of a State that withdrew it may be of either time."""
    begun = parse_when(standing.in_force) if standing.in_force else None
    times = list(times_in(said.sentence.own, said.sentence.language))
    if said.form == "party":
        is_late = len(times) == 1 and begun is not None and times[0].first.first > begun.last
        return standing.status != "party" or (is_late and _JOINED.search(said.words) is not None)
    if standing.status == "party":
        is_before = begun is None or any(one.first.first < begun.last for one in times)
        return said.form == "not_party" and standing.until is None and not is_before
    return said.is_signed and standing.status == "not_party"


def _finding(case: CheckInput, said: ToldStanding, standing: Participation, *, is_own: bool) -> Finding:
    treaty = case.catalogue.instruments[said.instrument].abbreviation
    return finding_of_words(
        case, said.sentence.text, (said.sentence.start + said.start, said.sentence.start + said.end),
        f"the text says `{said.words}` of {treaty}, and {standing.state} {told(standing)}",
        "look up how the State stands to it at that time, and correct the text or `standings` in `case.yaml`",
        severity=None if is_own else Severity.INFO,
    )  # fmt: skip


def _other_years(case: CheckInput, recorded: Standing) -> list[int]:
    """Return the years that the words of a party give, where its day is of none of them and of none right behind."""
    begun = recorded.in_force.start if recorded.in_force and recorded.status == "party" else None
    language = primary(case.graph.case.language)
    years = sorted({one.first.year for one in times_in(recorded.standing, language)})
    return years if begun and years and not {begun.year, begun.year - 1} & {*years} else []


def _of_record(case: CheckInput, position: int, recorded: Standing, years: list[int]) -> Finding:
    told_years = ", ".join(f"`{year}`" for year in years)
    day = recorded.in_force.text if recorded.in_force else ""
    return case.finding(
        "case", case.graph.name,
        f"the State is bound by `{recorded.instrument}` since `{day}`, and its `standing` tells of {told_years}",
        "look the day up at the depositary, and correct the one that is wrong",
        at=("standings", position, "in_force"), severity=Severity.INFO,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the case, whose standings are compared, and the texts where its State is recorded."""
    why = "" if case.graph.case.state else "the State is not recorded"
    rest = (Looked(one.record, why) for one in printed_in_all_languages(case))
    yield from {one.record: one for one in (Looked(f"case/{case.graph.name}"), *rest)}.values()


CHECK = Check(
    "LAW192", "standing-told-differently", Severity.WARNING, "standings, texts and lines", run, looks_at=_looks_at
)
