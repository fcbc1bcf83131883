"""Why `--final` is refused: a rule that was read at its source, a rule of our own that says so, or the records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from tests.each import each
from tests.forum.test_examples import FORUMS, WORKSPACE, Case, read_example, take_out
from tests.reads import have_read

from probata.diagnostics import Diagnostic, Severity
from probata.forum import Profile, load_forum
from probata.pipeline import filings, open_case, refusals

OF_THE_RECORDS = {
    "missing-field", "unknown-reference", "unknown-source", "name-without-consent", "status-draft",
}  # fmt: skip
"""Findings that ask nothing for a forum: of records that lack what they name, or of a case that is not ready."""
CREDITS = re.compile(r"\b(?:required by|requires|wants)\b")
"""Words by which a message says that a forum asks for something."""


def profile_of(forum: str) -> Profile:
    loaded = load_forum(forum, WORKSPACE.template_roots).forum
    assert loaded is not None
    return loaded.profile


def cases_with_less(forum: str, profile: Profile) -> Iterator[tuple[Case, bool]]:
    """Give the example without each field, kind of records and read, and whether its reads are to be renewed."""
    for field in profile.required_fields:
        case = read_example(forum)
        take_out(case, field)
        yield case, True
    for kind in [kind for kind in read_example(forum) if kind != "case"]:
        case = read_example(forum)
        del case[kind]
        yield case, kind != "reads"
    for read in profile.reads:
        case = read_example(forum)
        case["reads"] = [one for one in case.get("reads", ()) if one.get("read_as") != read.read_as]
        yield case, False


def refused(case: Case, path: Path, is_read: bool) -> tuple[Diagnostic, ...]:
    path.write_text(yaml.dump(case, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
    session = open_case(have_read(path) if is_read and "allegations" in case else path, path.name, WORKSPACE)
    if session.graph is None or session.graph.left_out:
        return tuple(found for found in session.report if found.severity is Severity.ERROR)
    return refusals(session, WORKSPACE, filings(session)[0])


def rests_on(found: Diagnostic, profile: Profile) -> str:
    """Return on what a refusal rests: `verified`, `ours`, `records`, or what is wrong with it."""
    rules = [profile.rule(name) for note in found.notes for name in re.findall(r"^rule `([\w-]+)`:", note)]
    if unread := [rule.id if rule else "none" for rule in rules if rule is None or not rule.verified]:
        return f"credits the forum with {unread}"
    if rules:
        return "verified"
    if CREDITS.search(found.message):
        return "credits the forum without a rule"
    if any(note.startswith("our own rule") for note in found.notes):
        return "ours"
    return "records" if found.name in OF_THE_RECORDS else "nothing"


@each("forum", FORUMS)
def test_a_rule_that_was_not_read_never_blocks(forum: str, tmp_path: Path) -> None:
    profile = profile_of(forum)
    found = {
        (rests_on(one, profile), one.name, one.message)
        for case, is_read in cases_with_less(forum, profile)
        for one in refused(case, tmp_path / "example.yaml", is_read)
    }
    grounds = {ground for ground, _, _ in found}

    assert [one for one in sorted(found) if one[0] not in {"verified", "ours", "records"}] == []
    assert "verified" in grounds or not any(rule.verified for rule in profile.rules), "something is refused by a rule"
    assert "ours" in grounds
