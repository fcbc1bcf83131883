"""References within a profile: to its rules, and to the limbs of its legal test, each with the field that makes it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from probata.forum.profile import Profile

Reference = tuple[tuple[str | int, ...], str]
"""The path of the field, and the rule that it names."""


def rule_references(profile: Profile) -> Iterator[Reference]:
    """Give every reference to a rule, with the path of the field that makes it."""
    yield from chain(_of_parts(profile), _of_single_fields(profile), _of_lists(profile))


def _of_parts(profile: Profile) -> Iterator[Reference]:
    """Give those of the parts of which every field may name a rule, or of which each entry does."""
    for group, part in (("drafting", profile.drafting), ("evidence", profile.evidence)):
        for name in type(part).model_fields:
            if isinstance(rule := getattr(part, name), str):
                yield (group, name), rule
    for particular, rule in profile.drafting.particulars.items():
        yield ("drafting", "particulars", particular), rule
    for place, rule in profile.sections.rules.items():
        yield ("sections", "rules", place), rule


def _of_single_fields(profile: Profile) -> Iterator[Reference]:
    """Give those that a field of a part makes by its name."""
    if profile.languages_rule:
        yield ("languages_rule",), profile.languages_rule
    for field in ("sentence_kinds", "blocks", "not_reached", "listed_elsewhere", "citation", "layout", "declaration",
                  "limits"):  # fmt: skip
        if rule := getattr(profile, field).rule:
            yield (field, "rule"), rule
    if profile.not_reached.dual_rule:
        yield ("not_reached", "dual_rule"), profile.not_reached.dual_rule
    if profile.threshold:
        yield ("threshold", "rule"), profile.threshold.rule
        if profile.threshold.avoided_rule:
            yield ("threshold", "avoided_rule"), profile.threshold.avoided_rule
    for name in ("consent_rule", "audience_rule", "source_rule"):
        if rule := getattr(profile.disclosure, name):
            yield ("disclosure", name), rule


def _of_lists(profile: Profile) -> Iterator[Reference]:
    """Give those of the entries of a list."""
    for name in ("required_fields", "reads", "needed_limbs", "not_covered"):
        for position, part in enumerate(getattr(profile, name)):
            yield (name, position, "rule"), part.rule
    for position, limb in enumerate(profile.legal_test):
        if limb.needs_rule:
            yield ("legal_test", position, "needs_rule"), limb.needs_rule


def limb_references(profile: Profile) -> Iterator[tuple[str, str]]:
    """Give every reference to a limb of the legal test, with the field of the profile that makes it."""
    for limb in profile.legal_test:
        yield from (("legal_test", named) for group in limb.needs for named in group)
    for needed in profile.needed_limbs:
        yield from (("needed_limbs", named) for named in needed.limbs)
