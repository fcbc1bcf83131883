"""Checks of documents: sections, kinds of sentences, words above the standard, length."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.documents.sections import filled_sections
from probata.checks.engine.case import Drafted
from probata.checks.engine.check import Check
from probata.checks.engine.run import run_checks
from probata.diagnostics import Diagnostic, Severity
from probata.document.blocks import Heading, Paragraph
from probata.document.inlines import Gap, Text
from probata.document.tree import Document, Meta

FORUM = """
id: letter
extends: _base
document_kind: submission
rules:
  - {id: read, text: A rule that was read., source: 'https://rules.example/1', read_on: 2026-11-24, verified: true}
  - {id: unread, text: A rule that was not read., source: 'https://rules.example/2'}
"""


def found_by(folder: Path, module: Check, case: str, forum: str) -> tuple[Diagnostic, ...]:
    loaded, faults = load_example(folder, case, {"templates/letter/forum.yaml": FORUM + forum})
    assert [in_ids(fault.message) for fault in faults] == []
    (result,) = run_checks(loaded, [module])
    return result.findings


CASE = "case:\n  title: Example\n  filings: [{id: letter, forum: letter}]\n"


def test_a_missing_section_weighs_as_the_rule_behind_it(tmp_path: Path) -> None:
    sections = "sections: {required: [summary, a, b], recommended: [c], rules: {summary: read, a: unread}}\n"

    found = found_by(tmp_path, check_named("section-missing"), CASE, sections)

    assert [one.severity for one in found] == [Severity.ERROR, Severity.WARNING, Severity.INFO]
    assert "`a`, `b`" in in_ids(found[1].message)


TABLE = "::: notice\n| Month | Prisoners |\n|---|---|\n| May | 137 |\n:::\n"


@each(("rule", "severity"), [("read", Severity.ERROR), ("unread", Severity.WARNING)])
def test_a_block_that_is_not_accepted_is_found_inside_a_box_with_the_weight_of_its_rule(
    rule: str, severity: Severity, tmp_path: Path
) -> None:
    files = {
        "templates/letter/forum.yaml": FORUM + f"blocks: {{forbidden: [table], rule: {rule}}}\n",
        "templates/letter/brief.md.j2": TABLE,
    }
    loaded, _ = load_example(tmp_path, CASE, files)
    (found,) = run_checks(loaded, [check_named("block-not-accepted")])[0].findings

    assert (found.record, found.severity) == ("filings/letter", severity)


def test_a_narrative_section_fills_the_place_that_it_names(tmp_path: Path) -> None:
    template = (
        "{% import '_base/parts.md.j2' as parts with context %}"
        "# Risk\n\n{% for f in narrative('risk') %}{{ parts.section(f) }}{% endfor %}\n"
    )
    case = CASE + "narrative: [{id: danger, place: risk, title: Danger, text: Her family is watched.}]\n"
    files = {
        "templates/letter/forum.yaml": FORUM + "sections: {required: [risk]}\n",
        "templates/letter/brief.md.j2": template,
    }
    loaded, _ = load_example(tmp_path, case, files)

    assert run_checks(loaded, [check_named("section-missing")])[0].findings == ()


def test_a_section_of_nothing_but_gaps_is_empty(tmp_path: Path) -> None:
    loaded, _ = load_example(tmp_path, CASE, {"templates/letter/forum.yaml": FORUM})
    blocks = (
        Heading(1, (Text("Request"),), "request"),
        Heading(2, (Text("Measures"),), "measures"),
        Paragraph((Gap("measures asked for: to complete"),)),
        Heading(1, (Text("Facts"),), "facts"),
        Paragraph((Text("Prisoners were beaten."),)),
    )

    assert filled_sections(Drafted(Document(Meta("t"), blocks)), loaded.graph) == {"facts"}


def test_a_paragraph_that_is_left_out_is_told_at_its_section(tmp_path: Path) -> None:
    template = "{% for f in narrative('law') %}{{ f.text }}{% endfor %}\n"
    text = "Prisoners were beaten.\\n\\n{kind=submission_of_law}\\nThat was a breach."
    case = CASE + f'narrative: [{{id: law, place: law, title: Law, text: "{text}"}}]\n'
    files = {
        "templates/letter/forum.yaml": FORUM + "sentence_kinds: {accepted: [fact], rule: read}\n",
        "templates/letter/brief.md.j2": template,
    }
    loaded, faults = load_example(tmp_path, case, files)
    assert faults == []

    (found,) = run_checks(loaded, [check_named("sentence-not-accepted")])[0].findings

    assert found.record == "narrative/law"


@each(
    ("language", "text", "is_found"),
    [
        ("en", "She has not been convicted of any crime.", False),
        ("en", "No court, here or elsewhere, has convicted her.", False),
        ("en", "She wasn’t convicted, and the judgment was published.", False),
        ("en", "She was convicted of nothing.", False),
        ("en", "He was convicted, and the judgment was quashed in May.", False),
        ("en", "She was not there, and was convicted.", True),
        ("en", "She was not only charged, she was convicted.", True),
        ("en", "Nobody was heard. She was convicted.", True),
        ("fr", "Elle n’a été reconnue coupable d’aucun crime.", False),
        ("fr", "Aucun tribunal ne l’a déclarée coupable.", False),
        ("fr", "Elle n’était pas là, mais elle est coupable.", True),
        ("fr", "Elle est coupable de meurtre.", True),
        ("es", "No ha sido declarada culpable de ningún delito.", False),
        ("es", "Es culpable de asesinato, y no lo niega.", True),
    ],
)
def test_a_word_that_its_clause_denies_is_fair_to_the_accused(
    tmp_path: Path, language: str, text: str, is_found: bool
) -> None:
    avoided = "[convicted, coupable, culpable]"
    words = f"threshold: {{phrase: reasonable grounds, rule: read, avoided: {avoided}, avoided_rule: unread}}\n"
    case = CASE.replace("title: ", f"language: {language}\n  title: ", 1) + f'  summary: "{text}"\n'

    assert bool(found_by(tmp_path, check_named("word-above-standard"), case, words)) == is_found


def test_kinds_that_a_forum_asks_for_are_missed_with_the_weight_of_its_rule(tmp_path: Path) -> None:
    kinds = (
        "blocks: {required: [table], recommended: [picture], rule: read}\n"
        "sentence_kinds: {required: [own_knowledge], recommended: [context], rule: unread}\n"
    )

    found = found_by(tmp_path, check_named("kind-missing"), CASE, kinds)

    assert {in_ids(one.message).split("`")[1]: one.severity for one in found} == {
        "table": Severity.ERROR, "picture": Severity.INFO, "own_knowledge": Severity.WARNING, "context": Severity.INFO,
    }  # fmt: skip


HEADED = "threshold: {phrase: PHRASE, rule: read, avoided: [convicted], avoided_rule: unread}\n"


def accused_in_heading(folder: Path, title: str, phrase: str) -> tuple[Diagnostic, ...]:
    case = CASE.replace("{id: letter,", f'{{id: letter, title: "{title}",')
    return found_by(folder, check_named("word-above-standard"), case, HEADED.replace("PHRASE", phrase))


@each(
    ("title", "phrase"),
    [
        ("The alleged crimes of Mara Wolk", "reasonable grounds to suspect"),
        ("The crime of torture", "reasonable grounds to suspect"),
        ("The Crime of Torture and the Crimes of Sexual Violence", "reasonable grounds to suspect"),
        ("Submission on Mara Wolk", "reasonable grounds to suspect"),
        ("The crimes of Mara Wolk", "beyond reasonable doubt"),
        ("The crimes of Mara Wolk", "the measure of the council"),
    ],
)
def test_a_title_that_leaves_it_open_or_is_put_by_another_standard_is_left_alone(
    title: str, phrase: str, tmp_path: Path
) -> None:
    assert accused_in_heading(tmp_path, title, phrase) == ()
