"""Who a person is: names and numbers of two, dates of birth and papers that cannot be right, bare titles."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.bodies import post_without_body
from probata.checks.records.identity import expired_before_issued, identifier_of_two_persons, name_of_two_persons
from probata.diagnostics import Diagnostic, Severity


def found(check: Check, folder: Path, text: str) -> tuple[Diagnostic, ...]:
    case, faults = load_example(folder, f"case: {{title: Example, state: Kelvandra}}\n{text}")
    assert [in_ids(fault.message) for fault in faults] == []
    return run_checks(case, [check])[0].findings


@each(
    ("one", "other", "count"),
    [
        ("name: Mara Wolk", "name: {family: Wolk, given: Mara}", 1),
        ("name: Mara Wolk", "name: {family: Wolk, given: Mára, order: family_first}", 1),
        ("name: Mara Wolk", "name: Ada Brun, aliases: [{name: Mara Wolk}]", 1),
        ("name: Mara Wolk", "name: Ada Brun, aliases: [{name: Mara Wolk, strength: weak}]", 0),
        ("name: Mara Wolk", "name: Ada Brun, aliases: [{name: Mara Wolk, kind: misspelling}]", 0),
        ("name: {full: A B, native: {text: 王伟}}", "name: {full: C D, native: {text: 王伟}}", 1),
        ("name: Wolk", "name: Wolk", 0),
        ("name: Mara Wolk, birth: {date: 1964}", "name: Mara Wolk, birth: {date: 1971-04-02}", 0),
        ("name: Mara Wolk, birth: {date: 1964}", "name: Mara Wolk, birth: {date: 1964-04}", 1),
        ("name: Mara Wolk, birth: {date: ~1964}", "name: Mara Wolk, birth: {date: 1965}", 1),
        (
            "name: Mara Wolk, identifiers: [{type: passport, number: K1}]",
            "name: Mara Wolk, identifiers: [{type: passport, number: K2}]",
            0,
        ),
    ],
)
def test_two_of_one_name_are_told_apart_by_birth_or_number(one: str, other: str, count: int, tmp_path: Path) -> None:
    made = found(name_of_two_persons, tmp_path, f"people: [{{id: a, {one}}}, {{id: b, {other}}}]")

    assert [(one.record, one.severity) for one in made] == [("people/b", Severity.WARNING)] * count


@each(
    ("one", "other", "count"),
    [
        ("type: passport, number: K 1-2", "type: Passport, number: k12", 1),
        ("type: passport, number: K1, country: Kelvandra", "type: passport, number: K1", 1),
        ("type: passport, number: K1, country: Kelvandra", "type: passport, number: K1, country: Ruvenia", 0),
        ("type: passport, number: K1", "type: identity card, number: K1", 0),
        ("type: passport, number: K01", "type: passport, number: K1", 0),
    ],
)
def test_one_number_is_one_person(one: str, other: str, count: int, tmp_path: Path) -> None:
    text = f"people: [{{id: a, name: A, identifiers: [{{{one}}}]}}, {{id: b, name: B, identifiers: [{{{other}}}]}}]"

    assert len(found(identifier_of_two_persons, tmp_path, text)) == count


def test_one_person_may_have_a_number_twice(tmp_path: Path) -> None:
    numbers = "[{type: passport, number: K1}, {type: passport, number: K1}]"

    assert found(identifier_of_two_persons, tmp_path, f"people: [{{id: a, name: A, identifiers: {numbers}}}]") == ()


@each(
    ("birth", "weights"),
    [
        ("date: 1964, alternatives: [{date: 1971}]", [Severity.WARNING]),
        ("date: {value: 1964, citations: s}, alternatives: [{date: 1971, citations: s}]", [Severity.INFO]),
        ("date: {value: 1964, citations: s}, alternatives: [{date: 1971}]", [Severity.WARNING]),
        ("date: 1964, alternatives: [{date: 1964-04-02}]", []),
        ("date: ~1964, alternatives: [{date: 1971}]", []),
        ("date: 1964, alternatives: [{place: Ostamar}]", []),
        ("alternatives: [{date: 1971}, {date: 1964}]", []),
    ],
)
def test_two_dates_of_birth_weigh_by_their_sources(birth: str, weights: list[Severity], tmp_path: Path) -> None:
    text = f"sources: [{{id: s, title: S}}]\npeople: [{{id: a, name: A, birth: {{{birth}}}}}]"

    assert [one.severity for one in found(check_named("birth-told-two-ways"), tmp_path, text)] == weights


@each(
    ("written", "count"),
    [
        ("born on 4 February 1964", 1),
        ("born on February 4, 1964", 1),
        ("born in March 1964", 1),
        ("born in 1965", 1),
        ("born on 2 April 1964", 0),
        ("born on April 2, 1964", 0),
        ("born in April 1964", 0),
        ("born in 1964", 0),
        ("born in 1970", 0),
        ("born on 31 February 1964", 0),
        ("born in Ostamar in 1965", 0),
    ],
)
def test_a_text_tells_a_recorded_date_of_birth(written: str, count: int, tmp_path: Path) -> None:
    person = "{id: a, name: Mara Wolk, birth: {date: 1964-04-02, alternatives: [{date: 1970}]}"
    made = found(
        check_named("birth-told-two-ways"), tmp_path, f'people: [{person}, description: "Mara Wolk was {written}."}}]'
    )

    assert [one.severity for one in made if "the text says" in in_ids(one.message)] == [Severity.WARNING] * count


@each(
    ("paper", "count"),
    [
        ("issued: 2019, expires: 2009", 1),
        ("issued: 1961", 1),
        ("issued: 2019-05-02, expires: 2019", 0),
        ("issued: ~2019, expires: 2009", 0),
        ("expires: 2009", 0),
    ],
)
def test_a_paper_is_issued_after_the_birth_and_before_it_expires(paper: str, count: int, tmp_path: Path) -> None:
    text = (
        f"people: [{{id: a, name: A, birth: {{date: 1964}}, identifiers: [{{type: passport, number: K1, {paper}}}]}}]"
    )

    assert len(found(expired_before_issued, tmp_path, text)) == count


@each(
    ("post", "count"),
    [
        ("title: Deputy Director", 1),
        ("title: Deputy Director, body: prison", 0),
        ("title: Deputy Director of North Prison", 0),
        ("title: Kelvandra’s ambassador", 0),
        ("title: North Prison Director", 0),
        ('title: "Counselor, Information Department"', 0),
    ],
)
def test_a_title_stands_alone_only_with_its_body_or_country(post: str, count: int, tmp_path: Path) -> None:
    text = f"bodies: [{{id: prison, name: North Prison, kind: prison}}]\npositions: [{{id: p, {post}}}]"

    assert len(found(post_without_body, tmp_path, text)) == count
