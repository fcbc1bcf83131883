"""Words from another language, and it is not said who brought them into that of the case.

Looks at each quotation that is given in the language of the case while its original, or the source in which it stands,
is in another. It needs a `translation` that says of what kind it is; a machine's must be read by a person. Where the
kind is recorded as unknown, or a person translated who is not named, that is one note for all of them.

## Why it matters
Every word of a quotation is weighed. The other side has its own translation, and asks first who made ours.

## Example
```yaml
case:
  title: Example
quotations:
  - id: until-they-write
    speaker: {described: a guard}
    text: Go on until they write.
    original: {lang: fr, text: Continuez jusqu’à ce qu’ils écrivent.}
    quoted_in: interview, para 3
sources:
  - {id: interview, title: Interview with a guard, type: interview, language: fr, held: held}
```

Use instead:
```yaml
case:
  title: Example
quotations:
  - id: until-they-write
    speaker: {described: a guard}
    text: Go on until they write.
    original: {lang: fr, text: Continuez jusqu’à ce qu’ils écrivent.}
    translation: {kind: human, translator: Mara Wolk}
    quoted_in: interview, para 3
sources:
  - {id: interview, title: Interview with a guard, type: interview, language: fr, held: held}
```

## When to allow it
Where naming the translator would put somebody in danger: describe them instead, and say that they ask not to be named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.diagnostics import Severity, say
from probata.model.language import primary, same_language
from probata.model.quotation import Quotation
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the quotations whose translation is not accounted for; what is only a note comes once for each kind."""
    noted: dict[Fault, list[str]] = {}
    for quotation in case.graph.quotations:
        fault = _fault(quotation, _language(case, quotation), case.graph.case.language)
        if fault and fault.severity is Severity.INFO:
            noted.setdefault(fault, []).append(quotation.id)
        elif fault:
            yield _finding(case, fault, [quotation.id])
    for fault, ids in noted.items():
        yield _finding(case, fault, ids)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a quotation leaves open."""

    what: str
    help: str
    loc: Loc
    severity: Severity = Severity.WARNING


_NONE = Fault(
    "no translation is recorded",
    "add `translation: {kind: …, translator: …}`, and the words themselves as `original`", ("text",),
)  # fmt: skip
_MACHINE = Fault(
    "it is translated by a machine",
    "have somebody who knows both languages read it, and write `kind: human` with their name", ("translation", "kind"),
)  # fmt: skip
_UNKNOWN = Fault(
    "the translation is of unknown origin",
    "compare it with the original, or write `kind: by_source` where the source prints it so", ("translation",),
    Severity.INFO,
)  # fmt: skip
_NOBODY = Fault(
    "it is not said who translated it", "add `translator: …`", ("translation",), Severity.INFO,
)  # fmt: skip


def _language(case: CheckInput, quotation: Quotation) -> str | None:
    """Return the language in which the words were said, or in which their source prints them."""
    if quotation.original:
        return quotation.original.lang
    source = case.graph.find("sources", Source, quotation.quoted_in.source) if quotation.quoted_in else None
    return source.language if source and source.language and primary(source.language) != "und" else None


def _fault(quotation: Quotation, language: str | None, of_case: str) -> Fault | None:
    translation = quotation.translation
    if translation is None:
        return None if language is None or same_language(language, of_case) else _NONE
    if translation.kind in {"human", "sworn"}:
        return None if translation.translator else _NOBODY
    return {"machine": _MACHINE, "unknown": _UNKNOWN}.get(translation.kind)


def _finding(case: CheckInput, fault: Fault, ids: list[str]) -> Finding:
    language = ""
    if quotation := case.graph.find("quotations", Quotation, ids[0]):
        language = f", from {say.words(tag)}" if (tag := _language(case, quotation)) else ""
    others = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
    found = case.finding(
        "quotations", ids[0], f"quotation {say.quotation(ids[0])}{others}{language if len(ids) == 1 else ''}: "
        f"{fault.what}",
        fault.help, at=fault.loc, severity=fault.severity,
        notes=(f"the others: {', '.join(say.quotation(one) for one in ids[1:])}",) if others else (),
    )  # fmt: skip
    return replace(found, others=tuple(f"quotations/{one}" for one in ids[1:]))


CHECK = Check("EVI111", "quotation-without-translation", Severity.WARNING, "quotations", run, unfit_records=True)
