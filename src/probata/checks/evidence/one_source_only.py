"""An allegation that rests on one source, or on none that is primary.

Counts the independent sources among the supporting evidence of each allegation. Sources of one publisher, author,
`publisher_group` or `origin_group` count once, and so do those that we know only through the same work, and
statements of one witness, where exhibits join them to their sources. Law proves no fact and is not counted. That a
primary source alone is cited is a note, since every reader sees it; so are the points of an allegation to which one
source alone goes, or several of one origin, but for rules of law and authorities. Where all comes from whoever makes
the allegation, that is left to `accuser-cites-itself`.

## Why it matters
One source can be wrong, and its slips pass to whatever repeats it. The other side counts how often the same account
comes back under other names; a reader who finds that five footnotes are one will trust none of the five.

## Example
```yaml
case:
  title: Example
sources:
  - {id: report, title: Beaten in North Prison, type: report, publisher: Prison Watch, rank: primary, held: held}
  - {id: letter, title: Letter to the Minister, type: document, author: [Prison Watch], rank: primary, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    evidence: ["report, p. 4", "letter, p. 1"]
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: report, title: Beaten in North Prison, type: report, publisher: Prison Watch, rank: secondary, held: held}
  - {id: register, title: Infirmary register of North Prison, type: document, rank: primary, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    evidence: ["report, p. 4", "register, p. 14"]
```

## When to allow it
Where the one source is such that a second adds nothing, as the order itself does, or where nobody else can know. Say in
the text that it is the only one.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import with_evidence
from probata.checks.support.supporting import own_evidence, supporting
from probata.diagnostics import Severity, say
from probata.graph.sources import SEEN, Origins, known_through, origins_of
from probata.model.allegation import Allegation
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Count what each allegation put forward rests on."""
    origins = origins_of(case.graph)
    for allegation in case.pursued:
        cited = tuple(key for key in supporting(allegation) if origins.of(key))
        independent = origins.independent(cited)
        own = own_evidence(case, allegation)
        if len(independent) == 1 and not (own and not own.besides):
            yield _one(case, allegation, cited, independent[0])
        elif len(independent) > 1:
            yield from _none_primary(case, allegation, cited)
            yield from _thin_points(case, allegation, origins)


def _one(case: CheckInput, allegation: Allegation, cited: tuple[str, ...], counted: str) -> Finding:
    source = case.graph.find("sources", Source, counted)
    named = known_through(case.graph, source).id if source else counted
    others = ", ".join(say.source(key) for key in cited if key != named)
    rank = ", write its `rank`" if source and source.rank == "unknown" else ""
    return case.finding(
        "allegations", allegation.id,
        f"the evidence for allegation {say.allegation(allegation)} comes down to one source, {say.source(named)}",
        f"add a source that does not go back to it{rank}, or say in the text that it is the only one and decide the "
        "finding",
        at=("evidence",),
        notes=(f"counted with it, by publisher, author, witness or origin, or because known only through it: {others}",)
        if others else (), severity=Severity.INFO if source and source.rank == "primary" and not others else None,
    )  # fmt: skip


def _none_primary(case: CheckInput, allegation: Allegation, cited: tuple[str, ...]) -> Iterator[Finding]:
    """Find that nothing is primary; what nobody here has seen is known at second hand, whatever it is."""
    sources = [case.graph.find("sources", Source, key) for key in cited]
    known = [source for source in sources if source is not None and source.held in SEEN]
    if None in sources or any(source.rank == "primary" for source in known):
        return
    unranked = [say.source(source) for source in known if source.rank == "unknown"]
    yield case.finding(
        "allegations", allegation.id,
        f"no source that we have seen for allegation {say.allegation(allegation)} is recorded as primary",
        "write `rank: …` in the sources" if unranked else "add the document or the witness that the sources rest on",
        at=("evidence",), notes=(f"rank not recorded: {', '.join(unranked)}",) if unranked else (),
        severity=Severity.INFO if unranked else None, outcome=Outcome.CANNOT_TELL if unranked else Outcome.FAILED,
    )  # fmt: skip


def _thin_points(case: CheckInput, allegation: Allegation, origins: Origins) -> Iterator[Finding]:
    """Find the points to which one source alone goes, those with a secondary one apart from the others."""
    points: dict[str, list[str]] = {}
    for item in allegation.evidence:
        if item.point and not item.against and not _is_law(case, item.source):
            points.setdefault(item.point, []).append(item.source)
    thin = {point: cited for point, cited in points.items() if len(origins.independent(cited)) == 1}
    secondary = [point for point, cited in thin.items() if _is_secondary(case, cited)]
    others = [point for point in thin if point not in secondary]
    if secondary:
        yield _thin(
            case, allegation, secondary, "one source alone, and a secondary one, goes",
            "add what that source rests on, or a second one, or say in the text on what it rests",
        )  # fmt: skip
    if others:
        yield _thin(
            case, allegation, others, "one source alone, or several of one origin, goes",
            "add a source that does not go back to it, or say in the text that it is the only one; where it is the act "
            "itself, as an order is, it is enough",
        )  # fmt: skip


def _thin(case: CheckInput, allegation: Allegation, points: list[str], what: str, help: str) -> Finding:
    first = next(n for n, item in enumerate(allegation.evidence) if item.point == points[0] and not item.against)
    return case.finding(
        "allegations", allegation.id,
        f"{what} to {say.listed(points)} in allegation {say.allegation(allegation)}", help,
        at=("evidence", first, "point"), severity=Severity.INFO,
    )  # fmt: skip


def _is_secondary(case: CheckInput, cited: list[str]) -> bool:
    sources = [case.graph.find("sources", Source, key) for key in cited]
    return all(one and one.rank == "secondary" for one in sources)


def _is_law(case: CheckInput, key: str) -> bool:
    """Tell whether a source is the rule itself or an authority, to which a second adds nothing."""
    source = case.graph.find("sources", Source, key)
    return source is None or source.type == "legislation"


CHECK = Check("EVI106", "one-source-only", Severity.WARNING, "allegations", run, looks_at=with_evidence)
