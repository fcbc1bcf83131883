"""A finding: its code, what its sentences name, its order, and how it is shown."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

from tests.each import each

import probata
from probata.diagnostics import Diagnostic, Elsewhere, Report, Severity, Span, say
from probata.diagnostics.message import Code, Date, Message, Number, Ref, Value, Words
from probata.diagnostics.render import concise, full, json_form

SOURCE = Path(probata.__file__).parent
NAMED = re.compile(r'"([A-Z]{3}\d{3})",\s*(?:name=)?"([a-z0-9]+(?:-[a-z0-9]+)+)"')
"""A code with the name of its finding behind it, as arguments by place or by name."""


def names_by_code() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for path in SOURCE.rglob("*.py"):
        for code, name in NAMED.findall(path.read_text(encoding="utf-8")):
            found[code].add(name)
    return found


def test_no_code_stands_for_two_findings() -> None:
    found = names_by_code()

    assert len(found) > 200
    assert {code: names for code, names in found.items() if len(names) > 1} == {}


SENTENCE = f"role {say.role('r-1')} was held {say.date('2015/2016')} by {say.words('a `b`')}: write `dates: …`, 2 of 3"


def test_what_a_sentence_names_is_a_value() -> None:
    message = Message(SENTENCE)

    assert message == "role `r-1` was held `2015/2016` by `a `b``: write `dates: …`, 2 of 3"
    assert list(message.values) == [
        Ref("r-1", kind="roles"), Date("2015/2016"), Words("a `b`"), Code("dates: …"), Number("2"), Number("3"),
    ]  # fmt: skip
    assert [one.identity for one in message.refs] == ["roles/r-1"]


def test_a_copy_and_a_longer_sentence_keep_the_values() -> None:
    message = Message(SENTENCE)

    assert deepcopy(message).parts == Message(message.written).parts == message.parts
    assert Message(f"again: {say.said(message)}").parts[1:] == message.parts[1:]


@each(
    ("text", "value"),
    [
        (say.quote("a title"), Words("a title", "“a title”")),
        ("“a title”", Words("a title", "“a title”")),
        (say.record("roles/r-1"), Ref("r-1", kind="roles")),
        (say.record("r-1"), Words("r-1")),
        ("\ufdd0Nothing\ufdd1x\ufdd2", Words("Nothingx")),
        ("\ufdd0Ref\ufdd2", Words("Ref")),
        (say.words("\ufdd0Ref\ufdd1x\ufdd2"), Words("Refx")),
    ],
)
def test_signs_of_a_stranger_make_no_value_of_another_kind(text: str, value: Value) -> None:
    assert Message(text).parts == (value,)


def test_a_finding_reads_its_sentences() -> None:
    found = Diagnostic("X", "x", Severity.INFO, SENTENCE, help="write `x`", notes=(f"see {say.source('s')}",))

    assert (found.message, found.notes) == (Message(SENTENCE), ("see `s`",))
    assert Message(found.message).parts == Message(SENTENCE).parts


def finding(code: str, severity: Severity, path: str, line: int = 1) -> Diagnostic:
    return Diagnostic(code, "name", severity, f"{code} in {path}:{line}", Span(path, line))


def order(*findings: Diagnostic) -> list[str]:
    report = Report()
    report.extend(findings)
    return [found.message for found in report]


def test_a_misspelt_field_comes_before_the_gap_that_it_leaves_in_a_file_before_it() -> None:
    gap = finding("STR101", Severity.ERROR, "case.yaml", 3)
    misspelt = finding("REC101", Severity.ERROR, "people.yaml", 9)

    assert order(gap, misspelt) == ["REC101 in people.yaml:9", "STR101 in case.yaml:3"]


def test_what_must_be_fixed_comes_before_what_was_found_in_reading() -> None:
    heavy = finding("TIM101", Severity.ERROR, "roles.yaml")
    light = finding("SRC110", Severity.WARNING, "case.yaml")

    assert order(light, heavy) == ["TIM101 in roles.yaml:1", "SRC110 in case.yaml:1"]


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
