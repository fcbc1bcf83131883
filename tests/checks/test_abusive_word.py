"""Words that insult, in a forum that takes no abuse; strong facts and the words of others are none."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.wording.words import abusive_word
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
    return list(run_checks(case, [abusive_word])[0].findings)


@each(
    ("language", "summary", "word"),
    [
        ("en", "The governor sent his thugs to the north wing.", "thugs"),
        ("en", "Henchmen of the governor beat them.", "Henchmen"),
        ("en", "It was the order of a murderous\n    regime.", "murderous regime"),
        ("en-GB", "The scum who ran the prison were promoted.", "scum"),
        ("fr", "Le directeur a envoyé ses sbires dans l’aile nord.", "sbires"),
        ("fr", "Ce régime sanguinaire tient la prison.", "sanguinaire"),
        ("es", "El director mandó a sus matones al ala norte.", "matones"),
        ("es", "Aquella gentuza tiene la prisión.", "gentuza"),
    ],
)
def test_a_word_that_insults_is_found_in_the_language_of_the_document(
    language: str, summary: str, word: str, tmp_path: Path
) -> None:
    (one,) = found(tmp_path, summary, language)
    assert in_ids(one.message) == f"`letter` says `{word}`, a word that insults"
    assert (one.record, one.severity) == ("case/case", Severity.WARNING)
    assert in_ids(one.notes[0]).startswith("rule `not-only-press` of `un-sp`: A communication is not abusive")


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


def test_the_next_sentence_is_looked_at_by_itself(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "The guards called the strikers names. The guards are cowards.")
    assert "`cowards`" in in_ids(one.message)


def test_a_word_is_found_once_in_a_record(tmp_path: Path) -> None:
    assert len(found(tmp_path, "The thugs came. Thugs came again. The thugs left.")) == 1


def test_the_title_of_a_source_is_its_authors(tmp_path: Path) -> None:
    more = (
        "sources: [{id: book, title: The tyrants of the north wing, type: book, held: held}]\n"
        "allegations:\n"
        "  - {id: a, title: A, statement: Prisoners were beaten., evidence: [book], particulars: 'Two were [@book].'}\n"
    )
    assert found(tmp_path, "Prisoners were beaten.", more=more) == []


def test_an_answer_is_the_words_of_whoever_gave_it(tmp_path: Path) -> None:
    more = (
        "allegations:\n"
        "  - id: a\n    title: A\n    statement: Prisoners were beaten.\n"
        "    answer: {asked: true, on: 2026-09-01, answer: The strikers are cowards.}\n"
    )
    assert found(tmp_path, "Prisoners were beaten.", more=more) == []


def test_the_statement_of_an_allegation_is_ours(tmp_path: Path) -> None:
    more = "allegations:\n  - {id: a, title: A, statement: The thugs of the governor beat prisoners.}\n"
    assert [one.record for one in found(tmp_path, "Prisoners were beaten.", more=more)] == ["allegations/a"]


def test_a_forum_without_a_rule_against_abuse_is_not_looked_at(tmp_path: Path) -> None:
    assert found(tmp_path, "The governor sent his thugs.", forum="uk-ghr") == []


def test_the_rule_was_not_read_at_its_source_so_no_filing_is_refused() -> None:
    forum = load_forum("un-sp", [own_templates()]).forum
    assert forum is not None
    rule = forum.profile.rule(forum.profile.drafting.not_abusive or "")
    assert rule is not None
    assert (rule.verified, rule.heaviest) == (False, Severity.WARNING)
