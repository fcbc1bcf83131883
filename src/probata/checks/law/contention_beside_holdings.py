"""What is contended from a judgment, or cited as evidence, stands at other paragraphs than any recorded holding.

Looks at what cites a judgment or decision by its paragraphs: the contentions in its own record and in the allegations
put forward, and the evidence of these. Found are those none of whose paragraphs is that of a recorded holding, and
contentions of one wording that cite a judgment at paragraphs of which they share none. What the judgment says there is
not known: these are notes. Judgments of which no holding is recorded with its paragraph are left alone; of contentions
from them tells `contention-without-place`.

## Why it matters
The holding is what binds. A consequence drawn from another paragraph is met with the answer that the court was telling
the facts there, or a party's argument.

## Example
```yaml
case: {title: Example}
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    holdings: [{id: order, text: A transfer needs the order of a judge, paragraph: "14"}]
    contentions: [{value: No transfer to North Prison is lawful without such an order, citations: ["tarn, para 9"]}]
```

Use instead:
```yaml
case: {title: Example}
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    holdings: [{id: order, text: A transfer needs the order of a judge, paragraph: "14"}]
    contentions: [{value: No transfer to North Prison is lawful without such an order, citations: ["tarn, para 14"]}]
```

## When to allow it
Where the paragraph tells what the court said in passing or had before it, and the text says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.prose.quotations import words_of
from probata.checks.support.placed_on_judgments import Placed, as_evidence, contended
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the places cited with those of the holdings, and those of one contention with one another."""
    for one in _looked_at(case):
        if one.is_beside:
            yield _finding(case, one, f"and its recorded holdings stand at {say.listed(one.held_at)}")
    told: dict[tuple[str, tuple[str, ...]], Placed] = {}
    for one in contended(case):
        first = told.setdefault((one.authority.id, words_of(one.words)), one)
        if not first.numbers & one.numbers:
            yield _finding(
                case, one, f"and {say.record(first.record)} contends the same from {say.listed(first.places)}"
            )


def _looked_at(case: CheckInput) -> Iterator[Placed]:
    yield from chain(contended(case), as_evidence(case))


def _finding(case: CheckInput, one: Placed, besides: str) -> Finding:
    return case.finding(
        one.kind, one.record_id,
        f"{one.what} {say.authority(one.authority)} rests on its paragraph {say.listed(one.places)}, {besides}",
        "cite the place of the holding, or record what is held at this one", at=one.loc,
        outcome=Outcome.FAILED if one.is_contended else Outcome.CANNOT_TELL,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that say something of a judgment and cite its paragraphs."""
    yield from (Looked(record) for record in dict.fromkeys(one.record for one in _looked_at(case)))


CHECK = Check(
    "LAW162", "contention-beside-holdings", Severity.INFO, "what rests on a judgment", run, looks_at=_looks_at
)
