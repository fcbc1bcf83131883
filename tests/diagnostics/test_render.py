"""Findings as text, against short literal output."""

from __future__ import annotations

import json
from dataclasses import replace

from probata.diagnostics import Diagnostic, Elsewhere, Severity, Span, say
from probata.diagnostics.render import concise, full, json_form

TEXTS = {
    "case/roles.yaml": "- id: governor\n  person: mara-volk\n  title: Governor\n",
    "case/people.yaml": "- name:\n    native: 刘建超 Liu\n",
}
UNKNOWN = Diagnostic(
    "REF101", "unknown-reference", Severity.ERROR, "no person has the id `mara-volk`",
    Span("case/roles.yaml", 2, 11, 2, 20), "did you mean `mara-wolk`?", (), "roles/governor",
)  # fmt: skip
EMPTY = Diagnostic("SRC122", "empty-file", Severity.WARNING, "the file is empty", Span("case/bodies.yaml"))
NOWHERE = Diagnostic("CIT101", "no-program", Severity.INFO, "citations were set plainly", notes=("pandoc is missing",))


def test_concise_has_one_line_a_finding_with_the_code_and_the_next_step_last() -> None:
    assert concise.render([UNKNOWN, EMPTY, NOWHERE], TEXTS) == (
        "case/roles.yaml:2:11: must fix: no person has the id `mara-volk` (unknown-reference, REF101); "
        "next step: did you mean `mara-wolk`?\n"
        "case/bodies.yaml:1:1: should fix: the file is empty (empty-file, SRC122)\n"
        "note: citations were set plainly (no-program, CIT101)\n"
    )


def test_concise_keeps_a_finding_on_one_line_whatever_the_user_wrote() -> None:
    broken = Diagnostic("REC105", "wrong-value", Severity.ERROR, "`two\nlines` is no date", Span("a.yaml", 1, 1))

    assert concise.render([broken], {}) == "a.yaml:1:1: must fix: `two lines` is no date (wrong-value, REC105)\n"


def test_full_shows_the_line_with_a_caret_the_next_step_and_the_code_last() -> None:
    assert full.render([UNKNOWN], TEXTS) == (
        "must fix: case/roles.yaml:2:11\n"
        "no person has the id `mara-volk`\n"
        "\n"
        "  2 |   person: mara-volk\n"
        "    |           ^^^^^^^^^\n"
        "\n"
        "next step: did you mean `mara-wolk`?\n"
        "unknown-reference (REF101)\n"
    )


def test_characters_that_steer_a_terminal_are_shown_as_dots() -> None:
    found = Diagnostic("X", "x", Severity.ERROR, "m", Span("a", 1, 1, 1, 2))

    assert "  1 | a··b\n" in full.render([found], {"a": "a\x9b\u202eb"})


def test_json_has_a_version_and_exactly_the_promised_fields() -> None:
    form = json.loads(json_form.render([UNKNOWN], TEXTS))

    assert form == {
        "version": 1,
        "findings": [
            {
                "code": "REF101",
                "name": "unknown-reference",
                "severity": "error",
                "message": "no person has the id `mara-volk`",
                "help": "did you mean `mara-wolk`?",
                "notes": [],
                "path": "case/roles.yaml",
                "line": 2,
                "column": 11,
                "end_line": 2,
                "end_column": 20,
                "record": "roles/governor",
                "refs": [],
                "decided_by": None,
            }
        ],
    }


def test_json_names_the_records_and_fields_that_a_finding_speaks_of() -> None:
    message = f"role {say.role('governor')} and {say.role('governor')} lack {say.field('dates')}"
    found = replace(UNKNOWN, message=message, help=f"see {say.field('name', 'people')}")

    assert json.loads(json_form.render([found], TEXTS))["findings"][0]["refs"] == [
        {"kind": "roles", "id": "governor", "field": None},
        {"kind": None, "id": None, "field": "dates"},
        {"kind": "people", "id": None, "field": "name"},
    ]


SAME = replace(UNKNOWN, others=(Elsewhere("roles/judge", Span("case/roles.yaml", 9)),))


def test_a_finding_told_for_several_records_names_the_others() -> None:
    assert concise.render([SAME], TEXTS) == (
        "case/roles.yaml:2:11: must fix: no person has the id `mara-volk` (unknown-reference, REF101); "
        "the same in `judge` (line 9); "
        "next step: did you mean `mara-wolk`?\n"
    )
    assert "note: the same in `judge` (line 9)\nnext step" in full.render([SAME], TEXTS)
