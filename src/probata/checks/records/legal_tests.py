"""The legal test of a forum against an allegation: its limbs, its standard, and the conduct that it reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, put_to_forums
from probata.checks.engine.finding import Finding, marked
from probata.checks.support.graded_words import is_known, is_lower
from probata.checks.tenures.alleged_grounds import held_roles
from probata.diagnostics import Severity, say
from probata.forum import Lacking, Limb, Profile, Rule, Uncovered
from probata.forum.profile import heaviest_of
from probata.graph.case_graph import CaseGraph
from probata.graph.filings import ArguedLimb, argued_in, limbs_on
from probata.model.allegation import Allegation
from probata.model.responsibility import Responsibility


def argued_limbs(graph: CaseGraph, allegation: Allegation, profile: Profile) -> tuple[Limb, ...]:
    """Return the limbs of the forum's test for which there is a text; one that the test lacks is left out."""
    found = (profile.limb(argued.limb) for argued in limbs_on(graph, allegation) if argued.forum in profile.names)
    return tuple(limb for limb in found if limb is not None)


def needed_and_not_argued(graph: CaseGraph, allegation: Allegation, profile: Profile) -> tuple[Lacking, ...]:
    """Return what the forum's test cannot do without and the allegation does not argue."""
    return profile.lacking(argued_limbs(graph, allegation, profile))


# What an argument lacks, in plain words: for a finding, and for the to-do list of a draft.


def as_stated(missing: Sequence[Lacking]) -> str:
    """Say what is not argued, after "does not argue"."""
    parts = [" or ".join(one.label for one in of_one if not one.needed_by) for of_one in _by_basis(missing)]
    parts += [_further(one) for one in missing if one.needed_by]
    return ", nor ".join(filter(None, parts))


def as_gap(missing: Sequence[Lacking]) -> str:
    """Say what is still to be argued, after "the argument on"; of several bases that are not complete, one will do."""
    of_bases = [" and on ".join(one.label for one in of_one) for of_one in _by_basis(missing) if of_one[0].basis]
    always = [one.label for one in missing if not one.basis]
    return " and on ".join((*always, *filter(None, [", or on ".join(of_bases)])))


def _by_basis(missing: Sequence[Lacking]) -> Iterable[list[Lacking]]:
    found: dict[str | None, list[Lacking]] = {}
    for one in missing:
        found.setdefault(one.basis, []).append(one)
    return found.values()


def _further(one: Lacking) -> str:
    """Name the limbs that will do, and those that are not met without them."""
    will_do, by = _named(one.limbs), _named(one.needed_by)
    wanted = f"one of {will_do}" if len(one.limbs) > 1 else will_do
    return f"{wanted}, without which {by} {'are' if len(one.needed_by) > 1 else 'is'} not met"


def _named(limbs: Sequence[Limb]) -> str:
    return " and ".join(f"{say.words(limb.id)} ({limb.label})" for limb in limbs)


ByForum = tuple[Profile, tuple[Lacking, ...]]
"""A forum, and what of its test is not argued."""


@check("LAW109", Severity.ERROR, "allegations", looks_at=put_to_forums, tells_gaps=True)
def allegation_without_limb(case: CheckInput) -> Iterator[Finding]:
    """Find, for each allegation, what of each forum's test must be argued and is not."""
    lacking: dict[str, list[ByForum]] = {}
    for allegation, profile in case.allegations_by_forum:
        if missing := needed_and_not_argued(case.graph, allegation, profile):
            lacking.setdefault(allegation.id, []).append((profile, missing))
    for allegation_id, by_forum in lacking.items():
        yield _finding_allegation_limb(case, allegation_id, by_forum)


def _finding_allegation_limb(case: CheckInput, allegation_id: str, lacking: list[ByForum]) -> Finding:
    rules = [rule for profile, missing in lacking for one in missing if (rule := profile.rule(one.rule))]
    profile, missing = lacking[0]
    allegation = case.graph.find("allegations", Allegation, allegation_id)
    reached = _reached(case, allegation, profile) if allegation else ()
    will_do = missing[0].limbs
    example = next((limb.id for limb in (*reached, *will_do) if limb in will_do), "…")
    told = "; nor ".join(f"{as_stated(wanted)} for {say.words(forum.id)}" for forum, wanted in lacking)
    return case.finding(
        "allegations", allegation_id,
        f"allegation {say.allegation(allegation_id)} does not argue {told}",
        f"write under `limbs` how {_each(missing)}, such as `{{forum: {profile.id}, limb: {example}, text: …}}`, or "
        "keep the allegation out of a filing: write the id of the filing under `not_in` of the allegation",
        at=("limbs",) if allegation and allegation.limbs else (),
        notes=tuple(dict.fromkeys(f"rule {say.words(rule.id)}: {rule.text}" for rule in rules)),
        severity=heaviest_of(rules), gap=f"the argument on {as_gap(missing)}",
        may_be_decided=True, alike=told,
    )  # fmt: skip


def _reached(case: CheckInput, allegation: Allegation, profile: Profile) -> tuple[Limb, ...]:
    """Return the limbs to which the conduct and the grounds of an allegation lead: one of them is the best example."""
    grounds = [ground for held in held_roles(case, allegation) for ground in held.grounds]
    return profile.limbs_for(allegation.conduct, grounds)


def _each(missing: tuple[Lacking, ...]) -> str:
    if any(one.basis for one in missing):
        return "one basis is met in full, and take out what is argued of a basis that is not relied on"
    return "each is met"


@check("LAW106", Severity.WARNING, "allegations", looks_at=put_to_forums)
def limb_not_argued(case: CheckInput) -> Iterator[Finding]:
    """Find, for each allegation and forum, the limbs reached and not argued."""
    for allegation, profile in case.allegations_by_forum:
        # Where a limb that the test cannot do without is missing, `allegation-without-limb` asks for the argument.
        missing = [] if needed_and_not_argued(case.graph, allegation, profile) else _missing(case, profile, allegation)
        if missing:
            words = [f"limb {say.words(name)}: {limb.text}" for name in missing if (limb := profile.limb(name))]
            yield case.finding(
                "allegations", allegation.id,
                f"the records of allegation {say.allegation(allegation)} lead to {say.listed(missing)} of "
                f"{say.words(profile.id)}, and no text says how",
                f"write it under `limbs`: `{{forum: {profile.id}, limb: {missing[0]}, text: …}}`, or decide that it is "
                "not relied on",
                at=("limbs",) if allegation.limbs else (), notes=tuple(words),
                alike=f"{profile.id} {' '.join(missing)}",
            )  # fmt: skip


def _missing(case: CheckInput, profile: Profile, allegation: Allegation) -> list[str]:
    grounds: list[Responsibility] = []
    for alleged in allegation.roles:
        grounds.extend(alleged.grounds_from(case.role(alleged.role)))
    argued = {limb.limb for limb in limbs_on(case.graph, allegation) if limb.forum in profile.names}
    reached = profile.limbs_for(allegation.conduct, grounds)
    # A limb of status repeats what the kinds of involvement say; a lawyer names it where it adds something.
    return [limb.id for limb in reached if limb.kind != "status" and limb.id not in argued]


_SHOWN = 6
"""Limbs that are named where none comes near."""
_NEAR = 0.6
"""How alike a limb must be to be what was meant; their names are short."""


def _arguing_limbs(case: CheckInput) -> Iterator[Looked]:
    yield from (Looked(key) for key in dict.fromkeys(f"{one.kind}/{one.record}" for one, _ in _argued(case)))


@check(
    "LAW181",
    Severity.ERROR,
    "allegations",
    looks_at=_arguing_limbs,
    rests_on={"allegations": ("limbs",), "counts": ("limbs",)},
)
def limb_unknown(case: CheckInput) -> Iterator[Finding]:
    """Find the texts on limbs that their forum does not have, each at its place."""
    for argued, profile in _argued(case):
        if profile.limb(argued.found.limb) is None:
            yield case.finding(
                argued.kind, argued.record, f"{say.words(argued.found.limb)} is no limb of the legal test of "
                f"{say.words(profile.id)}",
                _help(argued.found.limb, profile), at=("limbs", argued.index, "limb"),
            )  # fmt: skip


def _argued(case: CheckInput) -> Iterator[tuple[ArguedLimb, Profile]]:
    """Give what is written on limbs of the forums to which the case goes, each text once."""
    profiles = {profile.id: profile for _, profile in case.filings}
    of_counts = (argued for one in case.graph.counts for argued in argued_in("counts", one))
    for argued in (*(argued for one in case.pursued for argued in argued_in("allegations", one)), *of_counts):
        profile = next((one for one in profiles.values() if argued.found.forum in one.names), None)
        if profile and profile.legal_test:
            yield argued, profile


def _help(written: str, profile: Profile) -> str:
    names = [limb.id for limb in profile.legal_test]
    near = get_close_matches(written, names, 1, _NEAR)
    if near:
        return f"did you mean {say.words(near[0])}?"
    more = len(names) - _SHOWN
    shown = say.listed(names[:_SHOWN])
    return f"write one that it has: {shown}{f' and {more} more' if more > 0 else ''}"


@check("LAW110", Severity.ERROR, "allegations", looks_at=put_to_forums)
def conduct_not_covered(case: CheckInput) -> Iterator[Finding]:
    """Find, for each allegation, the forums by which none of its conduct is covered; those of one weight together."""
    found: dict[tuple[str, Severity], list[tuple[Profile, list[Uncovered]]]] = {}
    for allegation, profile in case.allegations_by_forum:
        if uncovered := _uncovered(case, allegation, profile):
            weight = heaviest_of(_rules(profile, uncovered))
            found.setdefault((allegation.id, weight), []).append((profile, uncovered))
    for (allegation_id, weight), by_forum in found.items():
        named = case.graph.find("allegations", Allegation, allegation_id)
        if named:
            yield _finding_conduct_covered(case, named, by_forum, weight)


def _uncovered(case: CheckInput, allegation: Allegation, profile: Profile) -> list[Uncovered]:
    """Return what the forum says of the conduct; nothing where any of it is covered, or a right or act is argued."""
    said = [profile.uncovered(code) for code in allegation.conduct]
    argues = any(limb.kind == "right" for limb in argued_limbs(case.graph, allegation, profile))
    found = [uncovered for uncovered in said if uncovered is not None]
    return [] if argues or len(found) < len(said) else list(dict.fromkeys(found))


def _rules(profile: Profile, uncovered: list[Uncovered]) -> list[Rule]:
    return [rule for one in uncovered if (rule := profile.rule(one.rule))]


def _finding_conduct_covered(
    case: CheckInput, allegation: Allegation, by_forum: list[tuple[Profile, list[Uncovered]]], severity: Severity
) -> Finding:
    forums = say.listed(profile.id for profile, _ in by_forum)
    conduct = ", ".join(_label(case, code) for code in dict.fromkeys(allegation.conduct))
    return case.finding(
        "allegations", allegation.id,
        f"no conduct in allegation {say.allegation(allegation)} is by itself within the reach of {forums}",
        "argue under `limbs` a right or act that is covered, where the evidence shows one, or keep the allegation out "
        "of the filing: write the id of the filing under `not_in` of the allegation",
        at=("conduct",), severity=severity, notes=(f"its conduct: {conduct}", *dict.fromkeys(_notes(by_forum))),
        alike=forums,
    )  # fmt: skip


def _label(case: CheckInput, code: str) -> str:
    known = case.catalogue.conduct_code(code)
    return marked(known.label) if known else say.words(code)


def _notes(by_forum: list[tuple[Profile, list[Uncovered]]]) -> Iterator[str]:
    for profile, uncovered in by_forum:
        yield from (f"{say.words(profile.id)}: {one.remark}" for one in uncovered)
        yield from (f"rule {say.words(rule.id)}: {rule.text}" for rule in _rules(profile, uncovered))


_OWN = "its own `standard_of_proof`"


class _Standard(NamedTuple):
    """A standard by which an allegation is put."""

    phrase: str
    whose: str
    """Who has it, in words: `uk-ghr`."""


def _with_meaning(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that say what they mean and are put by a standard; of an unknown one it cannot be told."""
    for allegation, standards in _put(case):
        if allegation.meaning and standards:
            phrases = [one.phrase for one in standards if allegation.meaning == "guilt"]
            unknown = [phrase for phrase in phrases if not is_known(phrase)]
            why = f"it is not known how high the standard {say.listed(unknown)} is" if unknown else ""
            yield Looked(f"allegations/{allegation.id}", why)


@check("DRA171", Severity.WARNING, "allegations", looks_at=_with_meaning)
def meaning_above_standard(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations of guilt that are put by a lower standard, once each with all such standards."""
    for allegation, standards in _put(case):
        lower = [one for one in standards if is_lower(one.phrase)]
        if lower and allegation.meaning == "guilt":
            yield _finding_meaning_above(case, allegation, lower)


def _put(case: CheckInput) -> Iterator[tuple[Allegation, list[_Standard]]]:
    """Give each allegation with the standards of the forums to which it is put, and its own."""
    of_forums: dict[str, list[_Standard]] = {}
    for allegation, profile in case.allegations_by_forum:
        if profile.threshold:
            of_forums.setdefault(allegation.id, []).append(_Standard(profile.threshold.phrase, say.words(profile.id)))
    for allegation in case.pursued:
        own = allegation.standard_of_proof
        yield allegation, [*of_forums.get(allegation.id, ()), *((_Standard(own, _OWN),) if own else ())]


def _finding_meaning_above(case: CheckInput, allegation: Allegation, lower: list[_Standard]) -> Finding:
    by_phrase: dict[str, list[str]] = {}
    for one in lower:
        by_phrase.setdefault(one.phrase, []).append(one.whose)
    put = ", ".join(f"{say.words(phrase)} ({', '.join(whose)})" for phrase, whose in by_phrase.items())
    return case.finding(
        "allegations", allegation.id,
        f"allegation {say.allegation(allegation)} means that the person is guilty, and is put by a lower standard: "
        f"{put}",
        "write what is meant in `meaning`, such as `reasonable_grounds`, and word the statement by it; or cite the "
        "conviction", at=("meaning",), alike=put,
    )  # fmt: skip
