"""What a check answers: of how many records it speaks, how they fare, and why some cannot be told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.filings.cases import EXAMPLE, REAL
from tests.filings.made import session

from probata.checks import (
    Answer,
    Answers,
    Check,
    CheckInput,
    Finding,
    Looked,
    Outcome,
    list_checks,
    run_checks,
)
from probata.diagnostics import Severity
from probata.pipeline import whole_case

PAGES = list_checks()

PEOPLE = """
case: {title: Example, state: China}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015-08/2017-04}]
allegations:
"""
WITHIN = "  - {id: within, title: A, statement: B., period: 2016, roles: [{role: r, responsibility: command}]}\n"
OUTSIDE = WITHIN.replace("within", "outside").replace("2016", "2019")
PERHAPS = WITHIN.replace("within", "perhaps").replace("2016", "2017-04-20")
UNDATED = WITHIN.replace("within", "undated").replace(" period: 2016,", "")
WITHOUT_ROLE = "  - {id: roleless, title: A, statement: B., period: 2016}\n"


def answer_of(check: Check, folder: Path, text: str) -> Answer:
    case, _ = load_example(folder, text)
    (result,) = run_checks(case, [check])
    return result.answer


@each("case", [EXAMPLE, REAL])
def test_in_a_whole_case_nothing_is_found_that_was_not_looked_at(case: str) -> None:
    looked_through = whole_case(session(case))
    assert looked_through is not None
    for page in PAGES:
        looked = {one.record for one in page.check.looked(looked_through)}
        found = {finding.record for finding in page.check.find(looked_through)} if looked else set()
        assert found <= looked, page.check.name


def test_an_answer_counts_the_records_that_pass_fail_and_cannot_be_told(tmp_path: Path) -> None:
    answer = answer_of(
        check_named("conduct-outside-tenure"), tmp_path, PEOPLE + WITHIN + OUTSIDE + PERHAPS + UNDATED + WITHOUT_ROLE
    )

    assert (answer.looked_at, answer.passed, answer.failed, answer.untold) == (4, 1, 2, 1)
    assert answer.outcome is Outcome.FAILED
    assert answer.in_words() == "allegations: 4 looked at, 1 pass, 2 fail, 1 cannot tell"
    assert answer.why() == "its conduct is not dated"


def test_a_check_without_anything_to_look_at_is_not_applicable(tmp_path: Path) -> None:
    answer = answer_of(check_named("conduct-outside-tenure"), tmp_path, PEOPLE + WITHOUT_ROLE)

    assert (answer.outcome, answer.looked_at) == (Outcome.NOT_APPLICABLE, 0)
    assert answer.in_words() == "not applicable"
    assert answer.why() == ""


def test_a_record_with_two_accounts_is_looked_at_and_one_without_is_not(tmp_path: Path) -> None:
    other = "{stated: 2015-08/2017-04, other_accounts: [{dates: 2015-08/2017-05}]}"
    text = PEOPLE.replace("2015-08/2017-04", other).replace("}]\nallegations", "},\n  {id: s, person: p, title: A, "
           "dates: 2019}]\nallegations").removesuffix("allegations:\n")  # fmt: skip
    answer = answer_of(check_named("role-dates-mismatch"), tmp_path, text)

    assert (answer.looked_at, answer.failed) == (1, 1)


def test_what_cannot_be_told_for_want_of_a_state_says_so(tmp_path: Path) -> None:
    named = WITHIN.replace("title: A", "title: A, provisions: [{instrument: uncat, provision: 1}]")
    answer = answer_of(check_named("treaty-not-in-force"), tmp_path, PEOPLE.replace(", state: China", "") + named)

    assert answer.outcome is Outcome.CANNOT_TELL
    assert answer.why() == "the State is not recorded"


def test_of_a_table_that_cannot_be_read_nothing_is_told(tmp_path: Path) -> None:
    text = """
case: {title: Example}
datasets:
  - id: d
    title: D
    file: data/missing.csv
    columns: [{key: n, heading: N, type: number, status: reported}]
    totals: [{column: n, value: "3", label: All}]
"""
    answer = answer_of(check_named("declared-total-differs"), tmp_path, text)

    assert (answer.outcome, answer.why()) == (Outcome.CANNOT_TELL, "its table could not be read")


def test_one_finding_that_stands_for_several_records_counts_for_each(tmp_path: Path) -> None:
    quotations = "".join(
        f"  - {{id: q{n}, text: Words, original: {{text: Mots, lang: fr}}, speaker: {{described: an officer}}, "
        "translation: {kind: unknown}}\n" for n in range(3)
    )  # fmt: skip
    case, _ = load_example(tmp_path, f"case: {{title: Example}}\nquotations:\n{quotations}")
    (result,) = run_checks(case, [check_named("quotation-without-translation")])

    assert len(result.findings) == 1
    assert (result.answer.looked_at, result.answer.failed) == (3, 3)


def test_of_a_check_that_breaks_off_nothing_is_told_of_any_record(tmp_path: Path) -> None:
    def run(case: CheckInput) -> Iterator[Finding]:
        yield case.finding("allegations", "within", "found", "look")
        raise KeyError("seats")

    case, _ = load_example(tmp_path, PEOPLE + WITHIN + OUTSIDE)
    answer = run_checks(case, [Check("STR999", "made-up", Severity.INFO, "allegations", run)])[0].answer

    assert (answer.looked_at, answer.failed, answer.untold) == (2, 0, 2)
    assert answer.why() == "the check broke off (2)"


def test_what_is_looked_at_may_break_off_too_and_the_findings_of_others_stand(tmp_path: Path) -> None:
    def looks_at(_: CheckInput) -> Iterator[Looked]:
        raise KeyError("seats")

    case, _ = load_example(tmp_path, PEOPLE + OUTSIDE)
    broken = Check("STR999", "made-up", Severity.INFO, "allegations", lambda _: iter(()), looks_at=looks_at)
    first, second = run_checks(case, [broken, check_named("conduct-outside-tenure")])

    assert first.outcome is Outcome.CANNOT_TELL
    assert second.outcome is Outcome.FAILED


def test_answers_on_documents_are_added_up_and_a_document_checked_again_counts_once() -> None:
    answers = Answers()
    one = Answer("STR201", "section-missing", "documents", 1, 1)
    other = Answer("STR201", "section-missing", "documents", 1, 0, 1, (("it is not there", 1),))
    answers.add([one], "a")
    answers.add([other], "b")
    answers.add([other], "b")

    (together,) = answers
    assert (together.looked_at, together.failed, together.untold) == (2, 1, 1)
    assert together.why() == "it is not there"
