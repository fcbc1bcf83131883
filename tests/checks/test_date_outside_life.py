"""Dates of persons against their birth and death, and the age at which posts were held."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.identity import date_outside_life
from probata.diagnostics import Diagnostic

LIFE = "birth: {date: 1964-02-23}, death: 2019-03"


def found_in(person: str, records: str, folder: Path) -> tuple[Diagnostic, ...]:
    text = f"case: {{title: Example}}\npeople: [{{id: p, name: Mara Wolk, {person}}}]\n{records}\n"
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [date_outside_life])[0].findings


@each(
    ("records", "words"),
    [
        ("quotations: [{id: q, speaker: {person: p}, text: Go on., date: 1963}]", "lies before the birth of `p`"),
        ("quotations: [{id: q, speaker: {person: p}, text: Go on., date: 2019-04}]", "after the death of `p`"),
        ("quotations: [{id: q, speaker: {person: p}, text: Go on., date: 2019}]", ""),
        ("quotations: [{id: q, speaker: {person: p}, text: Go on., date: ~1963}]", ""),
        ("statements: [{id: s, person: p, kind: witness, made_on: 2019-03-30}]", ""),
        ("statements: [{id: s, person: p, kind: witness, made_on: 2019-04-01}]", "statement `s`, dated `2019-04-01`"),
        ("statements: [{id: s, person: p, kind: witness, signed_on: 2019-04-01}]", "after the death of `p`"),
        ("listings: [{id: x, person: p, authority: Ruritania, dates: 1960/..}]", "before the birth of `p`"),
        ("listings: [{id: x, person: p, authority: Ruritania, dates: 2020/..}]", ""),
        (
            "events: [{id: e, kind: act, title: Arrest, dates: 1963-05, persons: [p]}]",
            "event `e`, dated `1963-05`",
        ),
        ("events: [{id: e, kind: act, title: Refusal, dates: 2019-05, persons: [p]}]", ""),
        ("events: [{id: e, kind: measure, title: Custody, dates: 1950/.., persons: [p]}]", ""),
    ],
)
def test_what_is_dated_of_a_person_lies_within_the_life(records: str, words: str, tmp_path: Path) -> None:
    found = found_in(LIFE, records, tmp_path)

    assert len(found) == bool(words)
    assert all(words in in_ids(one.message) for one in found)


@each(
    ("person", "words"),
    [
        ("birth: {date: 1964}, education: [{institution: Law School, dates: 1963/1970}]", "begins before the birth"),
        ("birth: {date: 1964}, education: [{institution: Law School, dates: 1964/1970}]", ""),
        (
            "birth: {date: 1964, alternatives: [{date: 1946}]}, education: [{institution: Law School, dates: 1963}]",
            "",
        ),
        ("death: 2019, education: [{institution: Law School, dates: 2017/2020}]", "goes on after the death of `p`"),
        ("death: 2019, education: [{institution: Law School, dates: 2017/2019}]", ""),
        ("death: 2019, education: [{institution: Law School, dates: 2017/..}]", ""),
        ("birth: {date: 1964}, identifiers: [{type: passport, number: X1, issued: 1960}]", "the passport of `p`"),
        ("birth: {date: 1964}, death: 1946", "died before the date of birth"),
        ("birth: {date: 1964}, death: 1964", ""),
        ("birth: {date: 1964}", ""),
        ("gender: female", ""),
    ],
)  # fmt: skip
def test_schooling_papers_and_death_follow_the_birth(person: str, words: str, tmp_path: Path) -> None:
    found = found_in(person, "", tmp_path)

    assert len(found) == bool(words)
    assert all(words in in_ids(one.message) for one in found)


@each(
    ("birth", "dates", "words"),
    [
        ("1964-02-23", "1978-02-22/1990", "`p` was 13 years old at most when role `r` began"),
        ("1964-02-23", "1978-02-23/1990", ""),
        ("1964-02-23", "1978/1990", ""),
        ("1964", "1977/1990", "`p` was 13 years old at most"),
        ("1964", "1978-05/1990", ""),
        ("~1964", "1975/1990", ""),
        ("1900-06-01", "1980/2001-06-02", "`p` was 101 years old at least in role `r`"),
        ("1900-06-01", "1980/2001-05", ""),
        ("1900-06-01", "1980/..", ""),
        ("1964/..", "1965/1970", ""),
    ],
)
def test_a_post_is_held_neither_as_a_child_nor_past_a_hundred(
    birth: str, dates: str, words: str, tmp_path: Path
) -> None:
    role = f"roles: [{{id: r, person: p, title: Governor, dates: {dates}, status: unknown, as_of: 2020}}]"
    found = found_in(f"birth: {{date: {birth}}}", role, tmp_path)

    assert len(found) == bool(words)
    assert all(words in in_ids(one.message) and one.record == "roles/r" for one in found)


def test_a_post_before_the_birth_is_left_to_the_check_of_roles(tmp_path: Path) -> None:
    role = "roles: [{id: r, person: p, title: Governor, dates: 1950/1960}]"

    assert found_in("birth: {date: 1964}", role, tmp_path) == ()
