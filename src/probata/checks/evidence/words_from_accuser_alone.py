"""Words of the person accused that stand only in a work of whoever accuses them, with no day and no occasion.

Looks at the quotations of persons whom an allegation charges. It finds one that is `quoted_in` a work of whoever makes
that allegation, where neither `date` nor `occasion` is recorded. What the accuser took down and keeps as a document of
its own is a source like another.

## Why it matters
Words in the mouth of the accused are the strongest evidence and the first to be checked. Where only the accuser has
them, and nobody can look up when and where they were said, the other side says that they never were.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor of North Prison, dates: 2016/2018}]
sources: [{id: review, title: A review, publisher: Prison Watch, rank: secondary, held: held}]
quotations:
  - {id: until, speaker: {person: wolk}, text: Go on until they write., quoted_in: review}
allegations:
  - {id: a, title: Beatings, statement: S., made_by: Prison Watch, roles: [{role: governor}]}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor of North Prison, dates: 2016/2018}]
sources: [{id: minutes, title: Minutes of the wardens, type: document, rank: primary, held: held}]
quotations:
  - {id: until, speaker: {person: wolk}, text: Go on until they write., quoted_in: "minutes, p. 2"}
allegations:
  - {id: a, title: Beatings, statement: S., made_by: Prison Watch, roles: [{role: governor}]}
```

## When to allow it
Where the work says from whom it has the words and that person must not be named: say so in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.charges import charges_against
from probata.checks.support.supporting import is_word_of_accuser
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.quotation import Quotation
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the words that can be looked up nowhere but with the accuser."""
    charges = charges_against(case)
    for quotation in case.graph.quotations:
        charged = charges.get(quotation.speaker.person or "", ())
        if charged and (source := _source_alone(case, quotation, charged)):
            yield case.finding(
                "quotations", quotation.id,
                f"the words of {say.person(quotation.speaker.person)} stand only in {say.source(source)}, a work of "
                "whoever makes the allegations against them, and neither day nor occasion is recorded",
                "ask the authors where they have them from, and record that source with `date` and `occasion`",
                at=("quoted_in",), alike=f"{quotation.speaker.person} {source.id}",
            )  # fmt: skip


def _source_alone(case: CheckInput, quotation: Quotation, charged: tuple[Allegation, ...]) -> Source | None:
    if quotation.quoted_in is None or quotation.date or quotation.occasion:
        return None
    source = case.graph.find("sources", Source, quotation.quoted_in.source)
    return source if source and any(is_word_of_accuser(case, one, source) for one in charged) else None


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the quotations of persons whom an allegation charges."""
    charges = charges_against(case)
    yield from (Looked(f"quotations/{one.id}") for one in case.graph.quotations if one.speaker.person in charges)


CHECK = Check("EVI159", "words-from-accuser-alone", Severity.WARNING, "quotations", run, looks_at=_looks_at)
