"""What is seen to in one go is one matter, in the order in which the other side would use it."""

from __future__ import annotations

from dataclasses import replace

from probata.checks import discover
from probata.checks.engine.first_page import MOST, MOST_DECISIONS, first_page, matters, status_of
from probata.checks.engine.order_of_use import in_order_of_use, line_of, lines_of_attack, place_in_order
from probata.cli.readers import names_of_readers
from probata.diagnostics import Diagnostic, Report, Severity, Span, say


def of(name: str, record: str, line: int = 1, **changed: object) -> Diagnostic:
    found = Diagnostic("XXX101", name, Severity.WARNING, f"{record} {line}", Span("a.yaml", line), record=record)
    return replace(found, **changed)  # type: ignore[arg-type]


def test_what_one_check_finds_over_many_records_is_one_matter_of_its_heaviest_weight() -> None:
    heavy = of("pinpoint-missing", "allegations/a", severity=Severity.ERROR)
    (matter,) = matters([heavy, of("pinpoint-missing", "allegations/b"), of("pinpoint-missing", "allegations/c")])

    assert (matter.first, matter.severity, matter.further_places) == (heavy, Severity.ERROR, 2)


def test_what_one_filing_lacks_is_one_matter_fields_and_sections() -> None:
    field = of("required-field-missing", "filings/un-sp", gap="addressees")
    another = of("required-field-missing", "filings/un-sp", gap="contact")
    section = of("section-missing", "filings/un-sp")
    other = of("required-field-missing", "filings/uk-ghr", gap="addressees")

    assert [one.each for one in matters([field, another, section, other])] == [(field, another, section), (other,)]
    assert matters([field, another])[0].also_missing == ("contact",)


def test_what_follows_at_the_same_places_on_the_same_line_of_attack_is_of_the_matter() -> None:
    total, another = of("declared-total-differs", "datasets/a", 1), of("declared-total-differs", "datasets/b", 2)
    twice, elsewhere = of("total-counts-twice", "datasets/a", 1), of("total-counts-twice", "datasets/a", 9)
    address = of("broken-address", "datasets/a", 1)

    assert len(matters([total, another, twice])) == 1
    assert len(matters([total, another, twice, elsewhere])) == 2, "it does not only follow"
    assert len(matters([total, another, address])) == 2, "it opens another line of attack"


def test_an_opening_of_each_line_comes_before_a_second_of_any_and_must_fix_before_all() -> None:
    dates, again = of("role-dates-mismatch", "roles/a"), of("rank-mismatch", "roles/b")
    proof = of("media-only", "allegations/a")
    must = of("declared-total-differs", "datasets/a", severity=Severity.ERROR)

    found = [one.first for one in matters([must, dates, again, proof])]
    assert found == [must, dates, proof, again]


def test_notes_are_counted_and_are_in_no_matter() -> None:
    page = first_page([of("media-only", "allegations/a", severity=Severity.INFO)], {}, {})

    assert (page.to_fix, page.decisions, page.left, page.notes) == ((), (), 0, 1)


def test_a_page_holds_few_matters_and_says_how_many_it_leaves_out() -> None:
    names = [name for line in lines_of_attack() for name in line.checks]
    page = first_page((of(name, f"roles/{name}", n) for n, name in enumerate(names)), {}, {})

    assert len(page.decisions) == MOST_DECISIONS
    assert len(page.decisions) + len(page.to_fix) == MOST
    assert page.left == len(names) - MOST


def test_a_filing_is_ready_or_says_in_a_few_words_what_blocks_it() -> None:
    of_dates = [of("conduct-outside-tenure", f"allegations/{name}") for name in "ab"]
    missing = of("required-field-missing", "filings/un-sp", gap="addressees")
    draft = of("status-draft", "case/x")

    assert status_of("un-sp", ()).is_ready
    assert not status_of("un-sp", [draft]).is_ready
    blocked = status_of("un-sp", [draft, *of_dates, missing])
    assert blocked.reasons == "conduct outside tenure (2); not recorded: addressees"
    assert len(blocked.blocked_by) == 3


def test_what_the_case_says_of_its_status_is_said_once_for_all_filings_and_allegations() -> None:
    drafts = [of("allegation-draft", f"allegations/{n}", message=f"allegation {n} is a draft") for n in "abc"]
    case = of("status-draft", "case/x", message="the case is a draft")
    page = first_page([], {"uk-ghr": [*drafts, case], "un-sp": [*drafts, case]}, {})

    assert page.of_status == ("The case is a draft.", "Allegation a is a draft, and so are 2 more.")


def test_the_place_of_a_finding_is_in_the_document_that_it_names_or_none_is_given() -> None:
    lacks = of("allegation-without-limb", "allegations/a", message=f"it does not argue it for {say.words('us-glomag')}")
    other = of("media-only", "allegations/a")
    places = {"uk-ghr": {"allegations/a": "uk-ghr, para. 9"}, "us-glomag": {}}
    page = first_page([lacks, other], {}, places)

    told = {one.first.name: page.place_in_document(one) for one in (*page.decisions, *page.to_fix)}
    assert told == {lacks.name: "", other.name: "uk-ghr, para. 9"}
    page.places["us-glomag"]["allegations/a"] = "us, para. 4"
    assert "us, para. 4" in map(page.place_in_document, (*page.decisions, *page.to_fix))


def test_what_asks_for_a_judgement_is_among_the_checks_of_its_line() -> None:
    assert all(set(line.judged) <= set(line.checks) for line in lines_of_attack())


def test_the_order_names_only_what_the_program_finds_and_nothing_twice() -> None:
    named = [name for line in lines_of_attack() for name in line.checks]

    assert set(named) - names_of_readers().keys() <= {found.check.name for found in discover()}
    assert len(named) == len(set(named))


def test_that_a_person_is_left_out_is_no_argument_and_that_one_is_named_comes_first() -> None:
    left_out = Diagnostic("DIS101", "person-without-consent", Severity.INFO, "x")
    named = Diagnostic("DIS102", "name-without-consent", Severity.INFO, "x")
    against_itself = _found("role-dates-mismatch", Severity.INFO, "TIM103")
    report = Report()
    report.extend([in_order_of_use(left_out), against_itself, in_order_of_use(named)])

    assert [found.code for found in report] == ["DIS102", "TIM103", "DIS101"]
    assert in_order_of_use(Diagnostic("TPL101", "template-fault", Severity.ERROR, "x")).order == 0


def test_what_falls_by_its_dates_comes_before_what_contradicts_itself_and_both_before_what_lacks_a_place() -> None:
    assert place_in_order("conduct-outside-tenure") < place_in_order("role-dates-mismatch")
    assert place_in_order("role-dates-mismatch") < place_in_order("pinpoint-missing")
    assert place_in_order("pinpoint-missing") < place_in_order("no-such-check")
    assert line_of("no-such-check") is None


def _found(name: str, severity: Severity, code: str = "TIM101") -> Diagnostic:
    return Diagnostic(code, name, severity, name, order=place_in_order(name))


def test_what_the_program_has_not_read_stands_after_all_that_is_found_of_the_case() -> None:
    others = {name for line in lines_of_attack() for name in line.checks} - {"unverified-rule"}

    assert max(map(place_in_order, others)) < place_in_order("unverified-rule")
