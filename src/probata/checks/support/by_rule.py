"""By which rule something is asked for, as the note of a finding says it: one of the forum, or our own."""

from __future__ import annotations

from probata.diagnostics import say
from probata.forum import Profile
from probata.forum.profile import Required, Rule

OURS = "our own rule"
"""How every such note begins, so that no forum is credited with what nobody read there."""


def by_rule(profile: Profile, required: Required) -> tuple[str, ...]:
    """Return the note; none where the profile has no such rule, which is a fault of its own."""
    rule = profile.rule(required.rule)
    if rule is None:
        return ()
    if profile.is_ours(required):
        return (f"{OURS}, and none of the forum that was read at its source: {rule.text}",)
    return rule_note(rule)


def rule_note(rule: Rule | None) -> tuple[str, ...]:
    """Return a rule of the forum as a note; none where there is no rule."""
    return (f"rule {say.words(rule.id)}: {rule.text}",) if rule else ()
