"""An allegation that rests on reports of the media alone, in a filing whose forum does not want that.

Looks at the supporting evidence of the allegations in each filing whose forum has a rule under `evidence`. Newspapers,
magazines, broadcasts and posts are media; a web page is where its publisher or site is a body of kind `media`. A web
page of anybody else cannot be told, and makes the finding a note.

## Why it matters
Some procedures set aside what rests on the press alone, without looking at the rest. A document, a witness or a finding
beside the reports is enough.

## Example
```yaml
case:
  title: Example
  filings:
    - {id: letter, forum: un-sp}
sources:
  - {id: courier, title: Beaten in North Prison, type: article-newspaper, container_title: Courier, held: held}
  - {id: gazette, title: What the guards said, type: article-newspaper, container_title: Gazette, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    evidence: [courier, gazette]
```

Use instead:
```yaml
case:
  title: Example
  filings:
    - {id: letter, forum: un-sp}
sources:
  - {id: courier, title: Beaten in North Prison, type: article-newspaper, container_title: Courier, held: held}
  - {id: register, title: Infirmary register of North Prison, type: document, rank: primary, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    evidence: [courier, "register, p. 14"]
```

## When to allow it
Where the report is itself the evidence, as an interview in which the person admits what is alleged.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import BY_RULE, Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.support.supporting import supporting
from probata.diagnostics import Severity, say
from probata.forum import Profile, Rule
from probata.graph.sources import plain_name
from probata.model.allegation import Allegation
from probata.model.source_record import Source

_MEDIA = frozenset({"article-newspaper", "article-magazine", "broadcast", "post", "post-weblog"})


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations that have nothing but the media, once for each forum."""
    names = _names_of_media(case)
    told: set[tuple[str, str]] = set()
    for filing, profile in case.filings:
        rule = profile.rule(profile.evidence.not_media_alone or "")
        for allegation in case.pursued_in(filing) if rule else ():
            kinds = {key: _is_media(case, key, names) for key in supporting(allegation)}
            if rule and True in kinds.values() and False not in kinds.values():
                if (profile.id, allegation.id) not in told:
                    yield _finding(case, allegation, profile, rule, kinds)
                told.add((profile.id, allegation.id))


def _names_of_media(case: CheckInput) -> frozenset[str]:
    bodies = (body for body in case.graph.bodies if body.kind == "media")
    names = (name for body in bodies for name in (body.name, body.short_name, body.abbreviation, *body.other_names))
    return frozenset(plain_name(name) for name in names if name)


def _is_media(case: CheckInput, key: str, names: frozenset[str]) -> bool | None:
    """Tell whether a source is of the media; `None` where the records leave it open."""
    source = case.graph.find("sources", Source, key)
    if source is None:
        return False
    if source.type in _MEDIA:
        return True
    if source.type != "webpage" or source.rank == "primary":
        return False
    published = (source.publisher, source.container_title)
    return True if any(plain_name(name) in names for name in published if name) else None


def _finding(
    case: CheckInput, allegation: Allegation, profile: Profile, rule: Rule, kinds: dict[str, bool | None]
) -> Finding:
    untold = [say.source(key) for key, is_media in kinds.items() if is_media is None]
    may = "may rest" if untold else "rests"
    notes = (f"rule {say.words(rule.id)} of {say.words(profile.id)}: {rule.text}",)
    return case.finding(
        "allegations", allegation.id, f"allegation {say.allegation(allegation)} {may} on reports of the media alone",
        "write in their records what kind of work these are, or whose: " + ", ".join(untold)
        if untold else "add a document, a witness or a finding that bears it out",
        at=("evidence",), notes=notes, severity=Severity.INFO if untold else rule.heaviest,
        outcome=Outcome.CANNOT_TELL if untold else Outcome.FAILED,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations with evidence in a forum that does not take the media alone."""
    for filing, profile in case.filings:
        if profile.rule(profile.evidence.not_media_alone or ""):
            yield from (Looked(f"allegations/{found.id}") for found in case.pursued_in(filing) if supporting(found))


CHECK = Check("EVI108", "media-only", Severity.WARNING, "allegations", run, raised=BY_RULE, looks_at=_looks_at)
