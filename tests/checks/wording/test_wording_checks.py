"""Words and signs in the lines that are printed: brackets, abbreviations, abuse."""

from __future__ import annotations

import json
from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.wording.writing import unbalanced
from probata.diagnostics import Diagnostic, Severity
from probata.forum import load_forum, own_templates

CASE = """
case: {title: Example, persons_concerned: [orskelin], TITLE}
people: [{id: orskelin, name: Daveth Orskelin}]
bodies: [{id: body, kind: prison, BODY}]
positions: [{id: post, body: body, POST}]
roles: [{id: role, person: orskelin, dates: 2016/2018, seats: [post], ROLE}]
sources: [{id: report, held: held}]
quotations: [{id: q, speaker: {person: orskelin}, quoted_in: report, QUOTATION}]
statements: [{id: s, person: orskelin, kind: witness, STATEMENT}]
exhibits: [{id: e, mark: E1, EXHIBIT}]
steps: [{id: step, STEP}]
listings: [{id: listing, person: orskelin, authority: Kelvandra, LISTING}]
datasets:
  - {id: d, file: data/d.csv, columns: [{key: year, heading: Year, NOTE}], REMARKS}
allegations: [{id: a, statement: S., ALLEGATION}]
"""
DEFAULTS = {
    "TITLE": "marking: M", "BODY": "name: B", "POST": "title: P", "ROLE": "title: R", "QUOTATION": "text: Q",
    "STATEMENT": "number: 1", "EXHIBIT": "description: E", "STEP": "what: W", "LISTING": "found: true",
    "NOTE": "type: text", "REMARKS": "title: D", "ALLEGATION": "title: A",
}  # fmt: skip


def found(check: Check, folder: Path, parts: dict[str, str]) -> list[str]:
    text = CASE
    for name, part in {**DEFAULTS, **parts}.items():
        text = text.replace(name, part)
    case, faults = load_example(folder, text, {"data/d.csv": "year\n2016\n"})
    assert [in_ids(fault.message) for fault in faults] == []
    return [one.record for one in run_checks(case, [check])[0].findings]


LAST = "It was so last year"


@each(
    ("part", "line", "record"),
    [
        ("ALLEGATION", f"title: {LAST}", "allegations/a"),
        ("ALLEGATION", f"title: A, contentions: [{{value: {LAST}}}]", "allegations/a"),
        ("ALLEGATION", f"title: A, answer: {{reason: {LAST}}}", "allegations/a"),
        ("ALLEGATION", f"title: A, evidence: [{{source: report, supports: {LAST}}}]", "allegations/a"),
        ("ALLEGATION", "title: A, translations: {fr: {statement: Ce fut ainsi l’an dernier.}}", "allegations/a"),
        ("ALLEGATION", "title: A, translations: {es: {title: Así fue el año pasado}}", "allegations/a"),
        ("ROLE", f"title: R, responsibility: [{{label: command, over: {LAST}}}]", "roles/role"),
        ("EXHIBIT", f"description: {LAST}", "exhibits/e"),
        ("STEP", f"what: W, answer: {LAST}", "steps/step"),
        ("REMARKS", f"title: {LAST}", "datasets/d"),
        ("REMARKS", f"title: D, remarks: [{LAST}]", "datasets/d"),
        ("NOTE", f"type: text, note: {LAST}", "datasets/d"),
        ("TITLE", f"marking: {LAST}", "case/case"),
    ],
)
def test_every_line_that_is_printed_in_our_words_is_read(part: str, line: str, record: str, tmp_path: Path) -> None:
    assert found(check_named("relative-time-word"), tmp_path, {part: line}) == [record]


@each(
    ("part", "line"),
    [
        ("BODY", f"name: {LAST}"),
        ("POST", f"title: {LAST}"),
        ("ROLE", f"title: {LAST}"),
        ("ROLE", f"title: R, note: {LAST}"),
        ("ROLE", f"title: R, responsibility: [{{label: command, stated: {LAST}}}]"),
        ("QUOTATION", f"text: {LAST}"),
        ("STATEMENT", f"capacity: {LAST}"),
        ("LISTING", f"reason: {LAST}"),
        ("ALLEGATION", f"title: A, provisions: [{{named: {LAST}}}]"),
        ("ALLEGATION", f"title: A, answer: {{answer: {LAST}.}}"),
        ("ALLEGATION", "title: A, answer: {answer: So., translations: {fr: {answer: Ce fut ainsi l’an dernier.}}}"),
        ("ALLEGATION", "title: A, translations: {fr: {statement: It was so last year.}}"),
    ],
)
def test_what_others_say_and_what_is_not_printed_is_left_alone(part: str, line: str, tmp_path: Path) -> None:
    assert found(check_named("relative-time-word"), tmp_path, {part: line}) == []


CASE_ABBREVIATION = """
case:
  title: Example
  summary: TEXT
  filings: [{id: brief, forum: uk-ghr}]
bodies:
  - {id: guard, name: Interior Guard of Kelvandra, short_name: the Guard, LETTERS,
     translations: {fr: {name: Garde intérieure}}}
sources: [{id: report, title: Report of the IGK}]
"""


def result_of(folder: Path, text: str, letters: str = "abbreviation: IGK") -> CheckResult:
    loaded, faults = load_example(
        folder, CASE_ABBREVIATION.replace("TEXT", json.dumps(text)).replace("LETTERS", letters)
    )
    assert [in_ids(fault.message) for fault in faults] == []
    return run_checks(loaded, [check_named("abbreviation-not-explained")])[0]


@each(
    ("text", "letters", "outcome"),
    [
        ("The IGK ran the prison.", "abbreviation: IGK", Outcome.FAILED),
        ("The Interior Guard of Kelvandra came.\n\nThe IGK stayed.", "abbreviation: IGK", Outcome.FAILED),
        ("The Interior Guard of Kelvandra (IGK) came.\n\nThe IGK stayed.", "abbreviation: IGK", Outcome.PASSED),
        ("The IGK stayed. In full it is the INTERIOR GUARD of Kelvandra.", "abbreviation: IGK", Outcome.PASSED),
        ("The IGK, or Guard, stayed.", "abbreviation: IGK", Outcome.PASSED),
        ("The IGK (Garde intérieure) stayed.", "abbreviation: IGK", Outcome.PASSED),
        ("He said: “The IGK did it.”", "abbreviation: IGK", Outcome.PASSED),
        ("The law IGK/4 and the form X-IGK.", "abbreviation: IGK", Outcome.PASSED),
        ("He was beaten [@report].", "abbreviation: IGK", Outcome.PASSED),
        ("The UN came.", "abbreviation: UN", Outcome.NOT_APPLICABLE),
        ("The IGK came.", "kind: other", Outcome.NOT_APPLICABLE),
    ],
)
def test_an_abbreviation_stands_beside_a_name_once(text: str, letters: str, outcome: Outcome, tmp_path: Path) -> None:
    assert result_of(tmp_path, text, letters).outcome is outcome


TABLE = """
case:
  title: Example
  filings: [{id: brief, forum: letter}]
bodies: [{id: guard, name: Interior Guard, abbreviation: IGK}]
sources: [{id: report, title: Report}]
datasets:
  - id: t
    title: Returns
    file: t.csv
    columns:
      - {key: a, heading: Place, type: text}
      - {key: b, heading: Reported by the IGK, type: number}
    citations: report, p. 3
"""
TEMPLATE = """\
{% import "_base/parts.md.j2" as parts with context %}
# Data

{{ parts.statistics() }}
TEXT
"""
FORUM = "id: letter\nextends: _base\ndocument_kind: submission\n"


@each(
    ("text", "weights"),
    [
        ("", [Severity.INFO]),
        ("The IGK counts.", [Severity.WARNING]),
        ("The Interior Guard (IGK) counts.", []),
    ],
)
def test_in_a_table_alone_it_is_a_note(text: str, weights: list[Severity], tmp_path: Path) -> None:
    files = {
        "t.csv": "a,b\nHalvet,3\n",
        "templates/letter/forum.yaml": FORUM,
        "templates/letter/brief.md.j2": TEMPLATE.replace("TEXT", text),
    }
    loaded, _ = load_example(tmp_path, TABLE, files)
    found = run_checks(loaded, [check_named("abbreviation-not-explained")])[0].findings

    assert [one.severity for one in found] == weights


CASE_ABUSE = """\
case:
  title: Example
  language: LANGUAGE
  summary: |
    SUMMARY
  filings: [{id: letter, forum: FORUM, language: LANGUAGE}]
"""


def found_abuse(
    folder: Path, summary: str, language: str = "en", more: str = "", forum: str = "un-sp"
) -> list[Diagnostic]:
    text = CASE_ABUSE.replace("SUMMARY", summary).replace("LANGUAGE", language).replace("FORUM", forum)
    case, faults = load_example(folder, text + more)
    assert [in_ids(fault.message) for fault in faults] == []
    return list(run_checks(case, [check_named("abusive-word")])[0].findings)


@each(
    ("language", "summary"),
    [
        ("en", "They were tortured. It is alleged to be a criminal offence, a war crime and a crime against humanity."),
        ("en", "It is alleged that the governor ordered murders, and that the trial was a sham."),
        ("en", "The cells were full of vermin; prisoners were fed like animals and kept in a pigsty."),
        ("en", "The guards called the strikers scum and thugs."),
        ("en", "They were treated like monsters."),
        ("en", "A guard wrote “thugs” on the door, and \"scum\" beside it."),
        ("en", "The interview was conducted by Oswin Coward."),
        ("en", "> They are thugs."),
        ("fr", "La torture y est systématique, des crimes de guerre sont allégués. La vermine grouille."),
        ("fr", "Les gardiens les traitaient de voyous et de crétins."),
        ("fr", "Le gardien a crié : « canailles »."),
        ("es", "Se alega tortura, un delito y un crimen de lesa humanidad."),
        ("es", "Los guardias los llamaron escoria y cobardes."),
    ],
)  # fmt: skip
def test_a_strong_fact_and_the_words_of_others_are_no_abuse(language: str, summary: str, tmp_path: Path) -> None:
    assert found_abuse(tmp_path, summary, language) == []


def test_the_rule_was_not_read_at_its_source_so_no_filing_is_refused() -> None:
    forum = load_forum("un-sp", [own_templates()]).forum
    assert forum is not None
    rule = forum.profile.rule(forum.profile.drafting.not_abusive or "")
    assert rule is not None
    assert (rule.verified, rule.heaviest) == (False, Severity.WARNING)


@each(
    "text",
    [
        "Prisoners (all of them) were beaten [@register, p. 4].",
        "1) first\n2) second\n(a) third\nb) fourth",
        "He said “no (never)”.",
        "See https://example.org/a_(b and `code (`.",
        "It's the guards' word.",
    ],
)
def test_a_sound_paragraph_is_not_found(text: str) -> None:
    assert unbalanced(text) == ""
