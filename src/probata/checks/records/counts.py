"""Counts of a filing: each gathers allegations, each allegation stands in one."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, itself, put_to_forums, records_of
from probata.checks.engine.finding import Finding
from probata.diagnostics import Severity, say
from probata.graph.filings import counts_in, persons_charged
from probata.model.allegation import Allegation
from probata.model.count import ArguedCount


@check("STR116", Severity.ERROR, "counts and filings", looks_at=records_of("counts", "filings"))
def count_without_allegation(case: CheckInput) -> Iterator[Finding]:
    for count in case.graph.counts:
        if not count.allegations:
            said = f"count {say.count(count)} gathers no allegation, and no document prints it"
            step = "name those that it argues under `allegations`"
            yield case.finding("counts", count.id, said, step, missing=("allegations",))
    for filing, _ in case.filings:
        put_forward = {allegation.id for allegation in case.pursued_in(filing)}
        for place, key in enumerate(filing.counts):
            named = case.graph.find("counts", ArguedCount, key)
            if named and named.allegations and not put_forward & set(named.allegations):
                said = f"filing {say.filing(filing)} names count {say.count(key)} and puts forward no allegation of it"
                step = "take it out of `counts` of the filing, or see what keeps its allegations out: `pursued: "
                step += "false`, `not_in`, or persons whom the filing is not about"
                yield case.finding("filings", filing.id, said, step, at=("counts", place))


@check("STR119", Severity.INFO, "allegations", looks_at=put_to_forums)
def allegation_in_no_count(case: CheckInput) -> Iterator[Finding]:
    for filing, _ in case.filings:
        counts = counts_in(case.graph, filing, case.pursued_in(filing))
        alone = [one.allegations[0] for one in counts if one.record is None]
        for key, name in ((one.id, say.allegation(one)) for one in alone if len(alone) < len(counts)):
            said = f"no count of {say.filing(filing)} gathers allegation {name}, which is a count of its own there"
            step = "add it to `allegations` of the count that argues it, or keep it out of the filing by `not_in`"
            yield case.finding("allegations", key, said, step, may_be_decided=True, filing=filing.id)


@check("STR118", Severity.WARNING, "allegations", looks_at=put_to_forums)
def allegation_in_two_counts(case: CheckInput) -> Iterator[Finding]:
    for filing, _ in case.filings:
        counts = [one.record for one in counts_in(case.graph, filing, case.pursued_in(filing)) if one.record]
        for allegation in case.pursued_in(filing):
            gather = [count.id for count in counts if allegation.id in count.allegations]
            if len(gather) > 1:
                said = f"{say.filing(filing)} argues allegation {say.allegation(allegation)} in {len(gather)} counts: "
                step = "leave it in one of them, or name under `counts` of the filing those that it argues"
                said += say.counts(gather)
                yield case.finding("allegations", allegation.id, said, step, may_be_decided=True, filing=filing.id)


@check("STR117", Severity.ERROR, "counts", looks_at=itself)
def argument_without_charge(case: CheckInput) -> Iterator[Finding | Looked]:
    for count in case.graph.counts:
        is_known = _is_known(case, count)
        yield Looked(f"counts/{count.id}", "" if is_known else "an allegation or role is not recorded")
        if not is_known:
            continue
        argued: list[tuple[Loc, str]] = [
            *((("arguments", n, "person"), one.person) for n, one in enumerate(count.arguments)),
            *(
                (("limbs", n, "persons", m), p)
                for n, limb in enumerate(count.limbs)
                for m, p in enumerate(limb.persons)
            ),
        ]
        found = (case.graph.find("allegations", Allegation, key) for key in count.allegations)
        charged = {person for one in found if one for person in persons_charged(one, case.graph)}
        for at, person in argued:
            if person not in charged and case.graph.has("people", person):
                said = f"count {say.count(count)} argues on {say.person(person)}, and none of its allegations is made "
                step = "name under `allegations` the one that is, add the person's role to one of those named, or take "
                step += "the argument out"
                yield case.finding("counts", count.id, f"{said}against that person", step, at=at)


def _is_known(case: CheckInput, count: ArguedCount) -> bool:
    """Tell whether all that leads to a person can be read; what cannot has findings of its own."""
    found = [case.graph.find("allegations", Allegation, key) for key in count.allegations]
    return bool(found) and all(one and len(case.roles_of(one)) == len(one.roles) for one in found)
