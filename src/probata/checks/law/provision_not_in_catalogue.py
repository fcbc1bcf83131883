"""A provision that the catalogue of instruments does not have.

Finds provisions of allegations whose number is not among those that the catalogue holds for the instrument, is beyond
its last, or has a word before it ("Art. 7") that documents print once more; and instruments named without a provision,
or with a number that is only our own reading.

## Why it matters
A wrong article number is found in a minute and costs the reader's trust for the rest.

## Example
```yaml
case:
  title: Example
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    provisions:
      - {instrument: echr, provision: "303"}
```

Use instead:
```yaml
case:
  title: Example
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    provisions:
      - {instrument: echr, provision: "3"}
```

## When to allow it
Where the provision exists and the catalogue, which is not complete, lacks it. Better add it to the catalogue with its
source; until then decide the finding and say where the provision was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import with_provisions
from probata.diagnostics import Severity, say
from probata.law import Instrument
from probata.law.instrument import bare_number
from probata.model.allegation import AllegedProvision


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the provisions that the catalogue does not have."""
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.provisions):
            instrument = case.catalogue.instrument(alleged.instrument) if alleged.instrument else None
            if instrument is None:
                continue
            if alleged.provision and instrument.provision(alleged.provision) and not alleged.inferred:
                continue
            yield case.finding(
                "allegations", allegation.id, _message(alleged, instrument), _help(alleged, instrument),
                at=("provisions", position, "provision" if alleged.provision else "instrument"),
                severity=None if _is_unknown(alleged, instrument) else Severity.INFO,
                alike=_message(alleged, instrument),
            )  # fmt: skip


def _is_unknown(alleged: AllegedProvision, instrument: Instrument) -> bool:
    return alleged.provision is not None and instrument.provision(alleged.provision) is None


def _message(alleged: AllegedProvision, instrument: Instrument) -> str:
    bare = (
        f"{instrument.abbreviation} is cited without {'an' if instrument.unit == 'article' else 'a'} {instrument.unit}"
    )
    if not alleged.provision:
        return bare
    if not _is_unknown(alleged, instrument):
        return f"{bare}; we read it as {instrument.unit} {say.words(alleged.provision)}"
    if _bare(alleged):
        return (
            f"{say.words(alleged.provision)} of {instrument.abbreviation} has a word before its number, so that "
            f"documents print “{instrument.unit} {alleged.provision}”"
        )
    if beyond := _beyond(alleged, instrument):
        return beyond
    return (
        f"{instrument.unit} {say.words(alleged.provision)} of {instrument.abbreviation} is not in our catalogue, so "
        "that it cannot be told whether there is one or what it asks for"
    )


def _bare(alleged: AllegedProvision) -> str:
    """Return the number without a word for its kind; empty where none stands before it."""
    bare = bare_number(alleged.provision or "")
    return bare if bare != alleged.provision else ""


def _beyond(alleged: AllegedProvision, instrument: Instrument) -> str:
    """Say so of a number beyond the last provision; empty where the last is not known, or the number is not greater."""
    last = instrument.last_provision
    if last is None or not instrument.is_beyond(alleged.provision or ""):
        return ""
    return (
        f"{instrument.unit} {say.words(alleged.provision)} of {instrument.abbreviation} is alleged, and its last "
        f"{instrument.unit} is {instrument.unit} {last.number}"
    )


def _help(alleged: AllegedProvision, instrument: Instrument) -> str:
    if not alleged.provision:
        return f"name the {instrument.unit} with `provision`, or say in `remark` that the whole is meant"
    if bare := _bare(alleged):
        return f"write the number alone under `provision`: {say.words(bare)}"
    if _beyond(alleged, instrument):
        return "open the text of the instrument and correct the number"
    numbers = [provision.number for provision in instrument.provisions]
    if alleged.inferred and not _is_unknown(alleged, instrument):
        return "ask whoever makes the allegation which provision is meant"
    near = get_close_matches(alleged.provision or "", numbers, 3)
    held = say.listed(near) if near else f"{', '.join(numbers[:8])}{' …' if len(numbers) > 8 else ''}"
    return (
        f"look the number up in the text itself: the catalogue holds {held}; where it is right, write in `remark` what "
        "it says, and decide this finding"
    )


CHECK = Check(
    "LAW102", "provision-not-in-catalogue", Severity.WARNING, "allegations", run, looks_at=with_provisions,
    rests_on={"allegations": ("provisions",)},
)  # fmt: skip
