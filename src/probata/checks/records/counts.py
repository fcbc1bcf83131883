"""Counts of a filing: each gathers allegations, each allegation stands in one."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, put_to_forums
from probata.checks.engine.finding import Finding
from probata.diagnostics import Severity, say
from probata.graph.filings import counts_in, persons_charged
from probata.model.allegation import Allegation
from probata.model.count import ArguedCount


def _looks_at_count_allegation(case: CheckInput) -> Iterator[Looked]:
    """Give the counts, and the filings that name some."""
    yield from (Looked(f"counts/{count.id}") for count in case.graph.counts)
    yield from (Looked(f"filings/{filing.id}") for filing, _ in case.filings if filing.counts)


@check("STR116", Severity.ERROR, "counts", looks_at=_looks_at_count_allegation)
def count_without_allegation(case: CheckInput) -> Iterator[Finding]:
    """Find the counts without an allegation, in the case and in each filing that names them."""
    for count in case.graph.counts:
        if not count.allegations:
            yield case.finding(
                "counts", count.id, f"count {say.count(count)} gathers no allegation, and no document prints it",
                "name those that it argues under `allegations`", missing=("allegations",),
            )  # fmt: skip
    for filing, _ in case.filings:
        put_forward = {allegation.id for allegation in case.pursued_in(filing)}
        for place, key in enumerate(filing.counts):
            named = case.graph.find("counts", ArguedCount, key)
            if named and named.allegations and not put_forward & set(named.allegations):
                yield case.finding(
                    "filings", filing.id,
                    f"filing {say.filing(filing)} names count {say.count(key)} and puts forward no allegation of it",
                    "take it out of `counts` of the filing, or see why they are kept out: `pursued: false`, `not_in`, "
                    "or persons whom the filing is not about",
                    at=("counts", place),
                )  # fmt: skip


@check("STR119", Severity.INFO, "allegations", looks_at=put_to_forums)
def allegation_in_no_count(case: CheckInput) -> Iterator[Finding]:
    """Find, for each filing with counts, the allegations outside of them."""
    for filing, _ in case.filings:
        counts = counts_in(case.graph, filing, case.pursued_in(filing))
        alone = [one.allegations[0] for one in counts if one.record is None]
        for allegation in alone if len(alone) < len(counts) else ():
            yield case.finding(
                "allegations", allegation.id,
                f"no count of {say.filing(filing)} gathers allegation {say.allegation(allegation)}, which is a count "
                "of its own there",
                "add it to `allegations` of the count that argues it, or keep it out of the filing by `not_in`",
                may_be_decided=True, filing=filing.id,
            )  # fmt: skip


@check("STR118", Severity.WARNING, "allegations", looks_at=put_to_forums)
def allegation_in_two_counts(case: CheckInput) -> Iterator[Finding]:
    """Find, for each filing, the allegations that several of its counts gather."""
    for filing, _ in case.filings:
        put_forward = case.pursued_in(filing)
        counts = [one.record for one in counts_in(case.graph, filing, put_forward) if one.record]
        for allegation in put_forward:
            gather = [count.id for count in counts if allegation.id in count.allegations]
            if len(gather) > 1:
                yield case.finding(
                    "allegations", allegation.id,
                    f"{say.filing(filing)} argues allegation {say.allegation(allegation)} in {len(gather)} counts: "
                    f"{say.counts(gather)}",
                    "leave it in one of them, or name under `counts` of the filing those that it argues",
                    may_be_decided=True, filing=filing.id,
                )  # fmt: skip


def _looks_at_argument_charge(case: CheckInput) -> Iterator[Looked]:
    for count in case.graph.counts:
        yield Looked(f"counts/{count.id}", "" if _is_known(case, count) else "an allegation or role is not recorded")


@check("STR117", Severity.ERROR, "counts", looks_at=_looks_at_argument_charge)
def argument_without_charge(case: CheckInput) -> Iterator[Finding]:
    """Find the persons whom a count argues on and none of its allegations is made against."""
    for count in case.graph.counts:
        for at, person in _argued_on(count) if _is_known(case, count) else ():
            if person not in _charged(case, count) and case.graph.has("people", person):
                yield case.finding(
                    "counts", count.id,
                    f"count {say.count(count)} argues on {say.person(person)}, and none of its allegations is made "
                    "against that person",
                    "name under `allegations` the one that is, add the person's role to one of those named, or take "
                    "the argument out", at=at,
                )  # fmt: skip


def _argued_on(count: ArguedCount) -> Iterator[tuple[Loc, str]]:
    """Give the persons on whom a count says something, each with the place."""
    yield from ((("arguments", place, "person"), one.person) for place, one in enumerate(count.arguments))
    for place, limb in enumerate(count.limbs):
        yield from ((("limbs", place, "persons", index), person) for index, person in enumerate(limb.persons))


def _is_known(case: CheckInput, count: ArguedCount) -> bool:
    """Tell whether all that leads to a person can be read; what cannot has findings of its own."""
    found = [case.graph.find("allegations", Allegation, key) for key in count.allegations]
    return bool(found) and all(one and len(case.roles_of(one)) == len(one.roles) for one in found)


def _charged(case: CheckInput, count: ArguedCount) -> set[str]:
    found = (case.graph.find("allegations", Allegation, key) for key in count.allegations)
    return {person for one in found if one for person in persons_charged(one, case.graph)}
