"""Words that insult, in a forum that takes no abuse; strong facts and the words of others are none."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.diagnostics import Diagnostic, Severity
from probata.forum import load_forum, own_templates

CASE = """\
case:
  title: Example
  language: LANGUAGE
  summary: |
    SUMMARY
  filings: [{id: letter, forum: FORUM, language: LANGUAGE}]
"""


def found(folder: Path, summary: str, language: str = "en", more: str = "", forum: str = "un-sp") -> list[Diagnostic]:
    text = CASE.replace("SUMMARY", summary).replace("LANGUAGE", language).replace("FORUM", forum)
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
    assert found(tmp_path, summary, language) == []


def test_the_rule_was_not_read_at_its_source_so_no_filing_is_refused() -> None:
    forum = load_forum("un-sp", [own_templates()]).forum
    assert forum is not None
    rule = forum.profile.rule(forum.profile.drafting.not_abusive or "")
    assert rule is not None
    assert (rule.verified, rule.heaviest) == (False, Severity.WARNING)
