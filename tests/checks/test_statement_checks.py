"""Statements: whose words they are, and in which language."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.forum.test_examples import built_as_final, read_example
from tests.in_ids import in_ids

from probata.checks.documents.disclosure import source_named
from probata.checks.engine.run import run_checks
from probata.checks.records.statements import declaration_not_of_place, not_in_first_person, statement_not_translated
from probata.diagnostics import Severity

STATEMENT = """
case: {title: Example, filings: [{id: f, forum: uk-cpr-ws, statement: s}]}
people: [{id: p, name: Mara Wolk}]
statements:
  - id: s
    person: p
    kind: witness
    own_language: LANGUAGE
    translation: {translator: Ada Brun, date: 2024-03-01, certified_on: 2024-03-02MORE}
    paragraphs: [{id: a, basis: own_knowledge, text: "TEXT"}]
"""
LETTER = """
case:
  title: Example
  summary: TEXT
  prepared_by: {organisation: Harbour Watch, contact: office@harbour.example}
  filings: [{id: letter, forum: FORUM, language: LANGUAGE}]
"""


@each(
    ("text", "severity"),
    [
        ("I saw the door.", None),
        ("She was at the door.", Severity.WARNING),
        ("He has 3 children.", Severity.WARNING),
        ("My sister was at the door. She is older.", None),
        ("Mara Wolk saw the door.", Severity.ERROR),
        ("The witness states that guards came to the door.", Severity.ERROR),
        ("I saw guards, and the witness believes that they came twice.", Severity.ERROR),
        ("The undersigned was at the door.", Severity.ERROR),
        ("The door was blue.", Severity.INFO),
        ("I saw guards. The witness said so.", Severity.WARNING),
        ("I saw guards. The witness left the room.", Severity.INFO),
        ("I saw guards. They followed the deponent to the door.", Severity.INFO),
        ("I saw guards, and the undersigned Mara Wolk left.", Severity.INFO),
        ("They beat the witness’s brother before my eyes.", Severity.INFO),
        ("The witness left the room.", Severity.INFO),
        ("I spoke to the witness Ada Brun.", None),
        ("I have read the witness statement of Ada Brun.", None),
        ("I was in the witness-box.", None),
        ("I saw the witnesses leave.", None),
        ("He told me: “The witness left the room.” I stayed.", None),
        ("He told me: ‘The witness didn’t leave.’ I stayed.", None),
    ],
)
def test_a_paragraph_that_speaks_of_its_maker_as_another_is_found(
    tmp_path: Path, text: str, severity: Severity | None
) -> None:
    case, _ = load_example(tmp_path, STATEMENT.replace("TEXT", text).replace("MORE", "").replace("LANGUAGE", "English"))
    found = run_checks(case, [not_in_first_person])[0].findings

    assert [one.severity for one in found] == ([severity] if severity else [])


def test_where_another_verb_follows_the_witness_it_is_said_that_the_maker_may_be_meant(tmp_path: Path) -> None:
    text = STATEMENT.replace("TEXT", "I saw guards. The witness left the room.").replace("MORE", "")
    case, _ = load_example(tmp_path, text.replace("LANGUAGE", "English"))
    result = run_checks(case, [not_in_first_person])[0]

    assert [in_ids(one.message) for one in result.findings] == [
        "paragraph `a` says `The witness`, which may mean its maker; `uk-cpr-ws` wants the first person"
    ]
    assert (result.answer.failed, result.answer.untold) == (1, 0)


def test_the_signed_original_and_its_declaration_are_wanted_of_a_translation(tmp_path: Path) -> None:
    text = STATEMENT.replace("TEXT", "I saw it.").replace("LANGUAGE", "Kelvandran")
    whole = text.replace("MORE", ", original: signed.pdf, declaration: Вадаш ош ном.")
    lacking, _ = load_example(tmp_path / "a", text.replace("MORE", ""))
    complete, _ = load_example(tmp_path / "b", whole)

    (found,) = run_checks(lacking, [statement_not_translated])[0].findings
    assert "there is no record of the signed original, the declaration in that language" in in_ids(found.message)
    assert run_checks(complete, [statement_not_translated])[0].findings == ()


@each(
    ("forum", "text", "is_found"),
    [
        ("un-sp", "Harbour Watch spoke with 2 prisoners.", True),
        ("un-sp", "Write to office@harbour.example.", True),
        ("un-sp", "The source spoke with 2 prisoners.", False),
        ("un-sp", "The Harbour Watchman spoke.", False),
        ("uk-ghr", "Harbour Watch spoke with 2 prisoners.", False),
    ],
)
def test_a_source_is_named_only_on_its_own_sheet_where_it_is_confidential(
    tmp_path: Path, forum: str, text: str, is_found: bool
) -> None:
    case, _ = load_example(tmp_path, LETTER.replace("TEXT", text).replace("FORUM", forum).replace("LANGUAGE", "en-GB"))
    found = run_checks(case, [source_named])[0].findings

    assert bool(found) is is_found
    assert all("in the first page" in in_ids(one.message) and one.severity is Severity.ERROR for one in found)


@each("written", ["Re\u0301sistance Watch", "Résistance\u00a0Watch", "RÉSISTANCE WATCH", "Rés\u00adistance Watch"])
def test_a_source_is_found_however_its_name_is_typed(tmp_path: Path, written: str) -> None:
    text = LETTER.replace("Harbour Watch", "Résistance Watch").replace("TEXT", f"{written} spoke with 2 prisoners.")
    case, _ = load_example(tmp_path, text.replace("FORUM", "un-sp").replace("LANGUAGE", "en-GB"))

    (found,) = run_checks(case, [source_named])[0].findings
    assert "`letter` names its source" in in_ids(found.message)


def test_a_translation_from_no_language_is_found(tmp_path: Path) -> None:
    text = STATEMENT.replace("TEXT", "I saw it.").replace("    own_language: LANGUAGE\n", "")
    whole = text.replace("MORE", ", original: signed.pdf, declaration: Вадаш ош ном.")
    case, _ = load_example(tmp_path, whole)

    (found,) = run_checks(case, [statement_not_translated])[0].findings
    assert in_ids(found.message) == (
        "statement `s` is a translation; of its translation there is no record of the language of the witness"
    )
    assert (found.severity, str(found.span)) == (Severity.ERROR, "case.yaml:8:18")


TRANSLATED = """
    own_language: French
    translation:
      {translator: Ada Brun, date: 2024-03-01, original: s.pdf, declaration: Je crois., certified_on: 2024-03-02}
"""
IN_FRENCH = "the paragraphs of statement `s` are in `fr`, and filing `f` is in `en-GB`"


@each(
    ("forum", "language", "filing", "more", "found"),
    [
        ("uk-cpr-ws", "fr", "", "", [(Severity.ERROR, IN_FRENCH)]),
        ("uk-cpr-ws", "fr", "", TRANSLATED, [(Severity.ERROR, IN_FRENCH)]),
        ("uk-cpr-ws", "en", "", "", []),
        ("uk-cpr-ws", "en-US", "", TRANSLATED, []),
        ("uk-cpr-ws", "fr", ", language: fr", "", []),
        ("support-statement", "fr", "", "", []),
        ("un-sp", "en-GB", ", language: fr", "", []),
        ("un-sp", "fr", ", language: es", "", []),
    ],
)
def test_words_in_another_language_than_the_filing_s_are_found_where_the_forum_has_a_rule(
    tmp_path: Path, forum: str, language: str, filing: str, more: str, found: list[tuple[Severity, str]]
) -> None:
    text = f"""
case: {{title: Example, filings: [{{id: f, forum: {forum}, statement: s{filing}}}]}}
people: [{{id: p, name: Mara Wolk}}]
statements:
  - id: s
    person: p
    kind: witness
    language: {language}{more or chr(10)}
    paragraphs: [{{id: a, basis: own_knowledge, text: "J’ai vu la porte."}}]
"""
    case, faults = load_example(tmp_path, text)
    told = run_checks(case, [statement_not_translated])[0].findings

    assert [in_ids(fault.message) for fault in faults if fault.name != "text-not-translated"] == []
    assert [(one.severity, in_ids(one.message)) for one in told] == found
    assert all(str(one.span) == "case.yaml:8:15" and "`language: en-GB`" in one.help for one in told)


def test_a_final_witness_statement_in_english_has_no_paragraphs_in_french(tmp_path: Path) -> None:
    case = read_example("uk-cpr-ws")
    case["statements"][0]["language"] = "fr"
    refused, document = built_as_final(case, tmp_path)

    assert "statement-not-translated" in {found.name for found in refused}
    assert document is None


@each(("certified", "is_found"), [("", True), (", certified_on: 2024-03-02", False)])
def test_an_interpreter_has_signed_the_certificate(tmp_path: Path, certified: str, is_found: bool) -> None:
    text = STATEMENT.replace("TEXT", "I saw it.").replace("    own_language: LANGUAGE\n", "")
    start = text.index("    translation:")
    text = (
        text[:start]
        + f"    interpretation: {{interpreter: Tal Merrow{certified}}}\n"
        + text[text.index("    paragraphs") :]
    )
    case, faults = load_example(tmp_path, text)
    found = run_checks(case, [statement_not_translated])[0].findings

    assert [in_ids(fault.message) for fault in faults] == []
    assert [in_ids(one.message) for one in found] == [
        "statement `s` was made through an interpreter; there is no record of the interpreter's certificate"
    ] * is_found


@each(
    ("declaration", "place", "severity"),
    [
        ("us_1746_outside", "Albany, New York", Severity.ERROR),
        ("us_1746_outside", "Washington, D.C.", Severity.ERROR),
        ("us_1746_outside", "Springfield, USA", Severity.ERROR),
        ("us_1746_outside", "Ashminster", None),
        ("us_1746_outside", "Lyon, France", None),
        ("us_1746_outside", "Tbilisi, Georgia", None),
        ("us_1746_within", "Lyon, France", Severity.ERROR),
        ("us_1746_within", "Tbilisi, Georgia", Severity.WARNING),
        ("us_1746_within", "Ashminster", Severity.WARNING),
        ("us_1746_within", "New York", None),
        ("us_1746_within", "Atlanta, Georgia, United States", None),
        ("us_1746_within", "", Severity.WARNING),
        ("us_1746_outside", "", Severity.WARNING),
        ("statement_of_truth", "Albany, New York", None),
        ("none", "Albany, New York", None),
    ],
)
def test_a_declaration_is_that_of_the_place_of_signing(
    tmp_path: Path, declaration: str, place: str, severity: Severity | None
) -> None:
    text = f"""
case: {{title: Example}}
people: [{{id: p, name: Mara Wolk}}]
statements:
  - {{id: s, person: p, kind: deponent, declaration: {declaration}{f', place: "{place}"' if place else ""}}}
"""
    case, faults = load_example(tmp_path, text)
    found = run_checks(case, [declaration_not_of_place])[0].findings

    assert [in_ids(fault.message) for fault in faults] == []
    assert [one.severity for one in found] == ([severity] if severity else [])
