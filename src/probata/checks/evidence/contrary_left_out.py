"""A document argues an allegation and leaves out evidence that is recorded against it.

Looks at each document as it is composed. One that prints the statement, the particulars, a limb or the supporting
evidence of an allegation must show each item marked `against: true`, with the allegation or in a section of text that
cites the same place. The templates that ship with the program do; one of your own may forget it.

## Why it matters
Whoever decides learns from the other side that you had it. From then on nothing that you left out was an oversight, and
some forums ask in so many words for what speaks for the person.

## Example
```yaml
case:
  title: Example
  persons_concerned: [wolk]
  filings: [{id: letter, forum: letter}]
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
sources: [{id: register, title: Infirmary register}, {id: release, title: A press release}]
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    roles: [{role: governor, responsibility: command}]
    evidence:
      - {source: register, supports: injuries of that night}
      - {source: release, supports: the guard denies it, against: true}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
```

```jinja templates/letter/brief.md.j2
{% for a in allegations %}
{{ a.statement }}

{% for e in a.evidence %}
1. {{ e.supports }}{{ e.cites }}
{% endfor %}
{% endfor %}
```

Use instead:
```yaml
case:
  title: Example
  persons_concerned: [wolk]
  filings: [{id: letter, forum: letter}]
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
sources: [{id: register, title: Infirmary register}, {id: release, title: A press release}]
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    roles: [{role: governor, responsibility: command}]
    evidence:
      - {source: register, supports: injuries of that night}
      - {source: release, supports: the guard denies it, against: true}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
```

```jinja templates/letter/brief.md.j2
{% for a in allegations %}
{{ a.statement }}

{% for e in a.evidence %}
1. {{ e.supports }}{{ e.cites }}
{% endfor %}

Against it:

{% for e in a.contrary %}
1. {{ e.supports }}{{ e.cites }}
{% endfor %}
{% endfor %}
```

## When to allow it
Where the document tells it in words, without citing the place.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.prose.citations import cited_places, numbers_of_place
from probata.diagnostics import Severity, say
from probata.document.inlines import Note, Text
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.document.walk import inlines_in_order
from probata.graph.filings import counts_with
from probata.model.allegation import Allegation, Evidence
from probata.model.case_file import Filing
from probata.model.parts import own_texts

_ARGUED: tuple[str, ...] = ("statement", "particulars", "limbs.", "evidence.")
_ARGUED_OF_COUNT: tuple[str, ...] = ("wrong", "arguments.", "limbs.")
"""Fields of an allegation, or of its count, by which a document argues it; its title alone stands in lists too."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, in each document, the allegations that are argued without all that is recorded against them."""
    for filing, _ in case.filings:
        drafted = case.drafts.get(filing.id)
        shown = _origins(drafted.document) if drafted else frozenset()
        for allegation in case.pursued_in(filing) if shown else ():
            fields = {f"allegations/{allegation.id}": _ARGUED}
            fields |= {f"counts/{one.id}": _ARGUED_OF_COUNT for one in counts_with(case.graph, allegation.id)}
            if any(one.field.startswith(fields.get(one.record, ())) for one in shown):
                lacking = tuple(_left_out(case, allegation, shown))
                yield from (_finding(case, filing, allegation, lacking),) if lacking else ()


def _origins(document: Document) -> frozenset[Origin]:
    """Return the fields of records from which something is printed."""
    printed = (inline for inline in inlines_in_order(document.blocks) if isinstance(inline, Text | Note))
    return frozenset(inline.origin for inline in printed if inline.origin)


def _left_out(case: CheckInput, allegation: Allegation, shown: frozenset[Origin]) -> Iterator[int]:
    """Give the places in the evidence of what speaks against and is neither printed nor told in a section of text."""
    texts = list(_printed(case, allegation, shown))
    for place, item in enumerate(allegation.evidence):
        is_shown = Origin(f"allegations/{allegation.id}", f"evidence.{place}") in shown
        if item.against and not is_shown and not any(_tells(text, item) for text in texts):
            yield place


def _printed(case: CheckInput, allegation: Allegation, shown: frozenset[Origin]) -> Iterator[str]:
    """Give the sections of text that are printed, and the texts of the counts that argue the allegation."""
    printed = {one.record for one in shown}
    yield from (text.text for text in case.graph.narrative if f"narrative/{text.id}" in printed)
    for one in counts_with(case.graph, allegation.id):
        fields = {origin.field for origin in shown if origin.record == f"counts/{one.id}"}
        yield from (text for loc, text in own_texts(one) if ".".join(map(str, loc)) in fields)


def _tells(text: str, item: Evidence) -> bool:
    """Tell whether a text cites the place of an item; one without a page or paragraph wherever the work is cited."""
    wanted = numbers_of_place(item.pinpoint.value) if item.pinpoint else set()
    places = (place for key, place in cited_places(text) if key == item.source)
    return any(not wanted or wanted & numbers_of_place(place) for place in places)


def _finding(case: CheckInput, filing: Filing, allegation: Allegation, places: tuple[int, ...]) -> Finding:
    sources = list(dict.fromkeys(allegation.evidence[place].source for place in places))
    return case.finding(
        "allegations", allegation.id,
        f"{say.filing(filing)} argues allegation {say.allegation(allegation)} and leaves out what is recorded against "
        f"it: {say.sources(sources)}",
        "print `contrary` of the allegation in the template, as `parts.allegation` does, or tell it in a section of "
        "text that cites the place", at=("evidence", places[0]),
    )  # fmt: skip


CHECK = Check("EVI231", "contrary-left-out", Severity.ERROR, "documents", run)
