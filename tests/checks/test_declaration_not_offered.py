"""Declarations at the end of statements: each forum takes those of its profile and no other."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import yaml
from tests.checks.example_case import load_example
from tests.each import each
from tests.forum.test_examples import built_as_final, read_example
from tests.in_ids import in_ids
from tests.reads import have_read

from probata.checks.engine.run import run_checks
from probata.checks.records.statements import declaration_not_offered
from probata.diagnostics import Severity
from probata.forum import known_forums, load_forum, own_templates
from probata.forum.profile import DeclarationKind

KINDS = get_args(DeclarationKind)
FORUMS = known_forums((own_templates(),))
ONE = """
case:
  title: Example
  filings: [FILINGS]
people: [{id: p, name: Mara Wolk}]
statements: [{id: s, person: p, kind: witness, place: AshminsterDECLARATION}]
"""


def found_in(folder: Path, declaration: str, *forums: str, own: str = "") -> list[tuple[Severity | None, str, str]]:
    filings = ", ".join(f"{{id: {forum}, forum: {forum}, statement: s}}" for forum in forums)
    text = ONE.replace("FILINGS", filings).replace("DECLARATION", declaration)
    case, _ = load_example(folder, text, {"templates/chambers/forum.yaml": own} if own else None)
    diagnostics = run_checks(case, [declaration_not_offered])[0].findings
    return [
        (one.severity, in_ids(one.message), "\n".join((one.help, *tuple(map(in_ids, one.notes)))))
        for one in diagnostics
    ]


@each("kind", KINDS)
@each("forum", FORUMS)
def test_a_forum_takes_the_declarations_that_its_profile_offers_and_no_other(
    tmp_path: Path, forum: str, kind: str
) -> None:
    loaded = load_forum(forum, (own_templates(),)).forum
    assert loaded is not None
    choice = loaded.profile.declaration
    rule = loaded.profile.rule(choice.rule or "")
    found = found_in(tmp_path, f", declaration: {kind}", forum)

    weight = Severity.ERROR if rule and rule.verified else Severity.WARNING
    assert [one[0] for one in found] == ([] if kind in choice.offered else [weight])
    assert all(f"`{forum}` does not take" in one[1] and choice.default in one[2] for one in found)


@each("forum", FORUMS)
def test_a_statement_that_chooses_no_declaration_ends_with_the_forum_s_own(tmp_path: Path, forum: str) -> None:
    assert found_in(tmp_path, "", forum) == []


def test_a_declaration_that_only_an_unread_rule_refuses_should_be_fixed(tmp_path: Path) -> None:
    own = """
id: chambers
extends: uk-cpr-ws
title: Statement
document_kind: statement
rules:
  - {id: statement-of-truth, text: It ends with the statement of truth., source: practice, verified: false}
"""
    ((severity, _, told),) = found_in(tmp_path, ", declaration: none", "chambers", own=own)

    assert severity is Severity.WARNING
    assert "rule `statement-of-truth`: It ends with the statement of truth." in told


@each("kind", KINDS)
def test_a_final_witness_statement_ends_with_the_statement_of_truth_or_is_refused(tmp_path: Path, kind: str) -> None:
    case = read_example("uk-cpr-ws")
    case["statements"][0] |= {"declaration": kind, "place": "Ashminster, United Kingdom"}
    path = tmp_path / "example.yaml"
    path.write_text(yaml.safe_dump(case, allow_unicode=True, sort_keys=False), encoding="utf-8")
    again = yaml.load(have_read(path).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 (text only, no objects)
    refused, document = built_as_final(again, tmp_path)

    names = {found.name for found in refused}
    if kind == "statement_of_truth":
        assert (names, document is None) == (set(), False)
    else:
        assert (names >= {"declaration-not-offered"}, document is None) == (True, True)
