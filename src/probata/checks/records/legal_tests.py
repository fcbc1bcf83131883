"""The legal test of a forum against an allegation: its limbs, its standard, and the conduct that it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, itself, put_to_forums
from probata.checks.engine.finding import Finding, marked
from probata.checks.support.graded_words import is_known, is_lower
from probata.checks.tenures.alleged_grounds import held_roles
from probata.diagnostics import Severity, say
from probata.forum import Lacking, Limb, Profile
from probata.forum.profile import heaviest_of
from probata.graph.case_graph import grouped
from probata.graph.filings import ArguedLimb, argued_in, limbs_on
from probata.model.allegation import Allegation


def _argued_limbs(case: CheckInput, allegation: Allegation, profile: Profile) -> tuple[Limb, ...]:
    """Return the limbs of the forum's test for which there is a text; one that the test lacks is left out."""
    found = (profile.limb(argued.limb) for argued in limbs_on(case.graph, allegation) if argued.forum in profile.names)
    return tuple(limb for limb in found if limb is not None)


def _lacking(case: CheckInput, allegation: Allegation, profile: Profile) -> tuple[Lacking, ...]:
    """Return what the forum's test cannot do without and the allegation does not argue."""
    return profile.lacking(_argued_limbs(case, allegation, profile))


def _limbs_reached(case: CheckInput, allegation: Allegation, profile: Profile) -> tuple[Limb, ...]:
    """Return the limbs to which the conduct and the grounds of an allegation lead."""
    grounds = [ground for held in held_roles(case, allegation) for ground in held.grounds]
    return profile.limbs_for(allegation.conduct, grounds)


def _not_argued(missing: Sequence[Lacking]) -> str:
    """Say what is not argued: one of each basis, and the limbs without which others are not met."""
    by_basis = grouped(missing, lambda one: one.basis).values()
    parts = [" or ".join(one.label for one in of_one if not one.needed_by) for of_one in by_basis]
    for one in missing:
        if one.needed_by:
            will_do, by = (
                " and ".join(f"{say.words(limb.id)} ({limb.label})" for limb in limbs)
                for limbs in (one.limbs, one.needed_by)
            )
            wanted = f"one of {will_do}" if len(one.limbs) > 1 else will_do
            parts.append(f"{wanted}, without which {by} {'are' if len(one.needed_by) > 1 else 'is'} not met")
    return ", nor ".join(filter(None, parts))


def _as_gap(missing: Sequence[Lacking]) -> str:
    """Say what is still to be argued, after "the argument on"; of several bases that are not complete, one will do."""
    by_basis = grouped(missing, lambda one: one.basis)
    bases = [" and on ".join(one.label for one in of_one) for basis, of_one in by_basis.items() if basis]
    always = [one.label for one in missing if not one.basis]
    return " and on ".join((*always, *filter(None, [", or on ".join(bases)])))


@check("LAW109", Severity.ERROR, "allegations", looks_at=put_to_forums, tells_gaps=True)
def allegation_without_limb(case: CheckInput) -> Iterator[Finding]:
    lacking = ((found, profile, _lacking(case, found, profile)) for found, profile in case.allegations_by_forum)
    by_allegation = grouped((one for one in lacking if one[2]), lambda one: one[0].id)
    for by_forum in by_allegation.values():
        allegation, profile, missing = by_forum[0]
        rules = [rule for _, forum, wanted in by_forum for one in wanted if (rule := forum.rule(one.rule))]
        will_do = missing[0].limbs
        reached = _limbs_reached(case, allegation, profile)
        example = next((limb.id for limb in (*reached, *will_do) if limb in will_do), "…")
        what = "; nor ".join(f"{_not_argued(wanted)} for {say.words(forum.id)}" for _, forum, wanted in by_forum)
        each = "each is met"
        if any(one.basis for one in missing):
            each = "one basis is met in full, and take out what is argued of a basis that is not relied on"
        yield case.finding_on(
            allegation,
            f"allegation {say.allegation(allegation)} does not argue {what}",
            f"write under `limbs` how {each}, such as `{{forum: {profile.id}, limb: {example}, text: …}}`, or keep the "
            "allegation out of a filing: write the id of the filing under `not_in` of the allegation",
            at=("limbs",) if allegation.limbs else (),
            notes=tuple(dict.fromkeys(f"rule {say.words(rule.id)}: {rule.text}" for rule in rules)),
            severity=heaviest_of(rules),
            gap=f"the argument on {_as_gap(missing)}",
            may_be_decided=True,
            alike=what,
        )


@check("LAW106", Severity.WARNING, "allegations", looks_at=put_to_forums)
def limb_not_argued(case: CheckInput) -> Iterator[Finding]:
    for allegation, profile in case.allegations_by_forum:
        # Where a limb that the test cannot do without is missing, `allegation-without-limb` asks for the argument.
        if _lacking(case, allegation, profile):
            continue
        argued = {limb.limb for limb in limbs_on(case.graph, allegation) if limb.forum in profile.names}
        reached = _limbs_reached(case, allegation, profile)
        # A limb of status repeats what the kinds of involvement say; a lawyer names it where it adds something.
        missing = [limb for limb in reached if limb.kind != "status" and limb.id not in argued]
        if missing:
            names = [limb.id for limb in missing]
            yield case.finding_on(
                allegation,
                f"the records of allegation {say.allegation(allegation)} lead to {say.listed(names)} of "
                f"{say.words(profile.id)}, and no text says how",
                f"write it under `limbs`: `{{forum: {profile.id}, limb: {names[0]}, text: …}}`, or decide that it is "
                "not relied on",
                at=("limbs",) if allegation.limbs else (),
                notes=tuple(f"limb {say.words(limb.id)}: {limb.text}" for limb in missing),
                alike=f"{profile.id} {' '.join(names)}",
            )


_SHOWN = 6
"""Limbs that are named where none comes near."""
_NEAR = 0.6
"""How alike a limb must be to be what was meant; their names are short."""


def _argued(case: CheckInput) -> Iterator[tuple[ArguedLimb, Profile]]:
    """Give what is written on limbs of the forums to which the case goes, each text once."""
    profiles = {profile.id: profile for _, profile in case.filings}
    argued = [one for allegation in case.pursued for one in argued_in("allegations", allegation)]
    argued += [one for count in case.graph.counts for one in argued_in("counts", count)]
    for one in argued:
        profile = next((profile for profile in profiles.values() if one.found.forum in profile.names), None)
        if profile and profile.legal_test:
            yield one, profile


@check(
    "LAW181",
    Severity.ERROR,
    "allegations",
    looks_at=itself,
    rests_on={"allegations": ("limbs",), "counts": ("limbs",)},
)
def limb_unknown(case: CheckInput) -> Iterator[Finding | Looked]:
    for argued, profile in _argued(case):
        yield Looked(f"{argued.kind}/{argued.record}")
        written, names = argued.found.limb, [limb.id for limb in profile.legal_test]
        if profile.limb(written) is None:
            near = get_close_matches(written, names, 1, _NEAR)
            more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
            yield case.finding(
                argued.kind,
                argued.record,
                f"{say.words(written)} is no limb of the legal test of {say.words(profile.id)}",
                f"did you mean {say.words(near[0])}?"
                if near
                else f"write one that it has: {say.listed(names[:_SHOWN])}{more}",
                at=("limbs", argued.index, "limb"),
            )


@check("LAW110", Severity.ERROR, "allegations", looks_at=put_to_forums)
def conduct_not_covered(case: CheckInput) -> Iterator[Finding]:
    found: dict[tuple[str, Severity], list[tuple[Allegation, Profile, list[str]]]] = {}
    for allegation, profile in case.allegations_by_forum:
        uncovered = [profile.uncovered(code) for code in allegation.conduct]
        reasons = list(dict.fromkeys(one for one in uncovered if one))
        # Not where some conduct is covered, nor where a right or act is argued.
        argues = any(limb.kind == "right" for limb in _argued_limbs(case, allegation, profile))
        if reasons and all(uncovered) and not argues:
            rules = [rule for one in reasons if (rule := profile.rule(one.rule))]
            notes = [f"{say.words(profile.id)}: {one.remark}" for one in reasons]
            notes += [f"rule {say.words(rule.id)}: {rule.text}" for rule in rules]
            found.setdefault((allegation.id, heaviest_of(rules)), []).append((allegation, profile, notes))
    for (_, severity), by_forum in found.items():
        allegation = by_forum[0][0]
        forums = say.listed(profile.id for _, profile, _ in by_forum)
        codes = [(code, case.catalogue.conduct_code(code)) for code in dict.fromkeys(allegation.conduct)]
        conduct = ", ".join(marked(known.label) if known else say.words(code) for code, known in codes)
        yield case.finding_on(
            allegation,
            f"no conduct in allegation {say.allegation(allegation)} is by itself within the reach of {forums}",
            "argue under `limbs` a right or act that is covered, where the evidence shows one, or keep the allegation "
            "out of the filing: write the id of the filing under `not_in` of the allegation",
            at=("conduct",),
            severity=severity,
            notes=(
                f"its conduct: {conduct}",
                *dict.fromkeys(note for _, _, notes in by_forum for note in notes),
            ),
            alike=forums,
        )


def _put(case: CheckInput) -> Iterator[tuple[Allegation, list[tuple[str, str]]]]:
    """Give each allegation with the standards of its forums and its own: the phrase, and whose it is in words."""
    of_forums: dict[str, list[tuple[str, str]]] = {}
    for allegation, profile in case.allegations_by_forum:
        if profile.threshold:
            of_forums.setdefault(allegation.id, []).append((profile.threshold.phrase, say.words(profile.id)))
    for allegation in case.pursued:
        own = allegation.standard_of_proof
        yield allegation, [*of_forums.get(allegation.id, ()), *([(own, "its own `standard_of_proof`")] if own else ())]


@check("DRA171", Severity.WARNING, "allegations", looks_at=itself)
def meaning_above_standard(case: CheckInput) -> Iterator[Finding | Looked]:
    for allegation, standards in _put(case):
        if allegation.meaning and standards:
            phrases = [phrase for phrase, _ in standards if allegation.meaning == "guilt"]
            unknown = [phrase for phrase in phrases if not is_known(phrase)]
            why = f"it is not known how high the standard {say.listed(unknown)} is" if unknown else ""
            yield Looked(f"allegations/{allegation.id}", why)
        lower = grouped((one for one in standards if is_lower(one[0])), lambda one: one[0])
        if lower and allegation.meaning == "guilt":
            put = ", ".join(
                f"{say.words(phrase)} ({', '.join(whose for _, whose in of_phrase)})"
                for phrase, of_phrase in lower.items()
            )
            yield case.finding_on(
                allegation,
                f"allegation {say.allegation(allegation)} means that the person is guilty, and is put by a lower "
                f"standard: {put}",
                "write what is meant in `meaning`, such as `reasonable_grounds`, and word the statement by it; or cite "
                "the conviction",
                at=("meaning",),
                alike=put,
            )
