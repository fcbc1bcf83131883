"""The order in which the other side would use what is found."""

from __future__ import annotations

from probata.checks import discover
from probata.checks.engine.order_of_use import in_order_of_use, line_of, lines_of_attack, place_in_order
from probata.cli.readers import names_of_readers
from probata.diagnostics import Diagnostic, Report, Severity


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
