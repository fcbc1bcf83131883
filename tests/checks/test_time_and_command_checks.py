"""Roles against the life of their posts, seats, sources against dates, and the chain of command."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.bodies import role_outside_life_of_post
from probata.checks.records.chronology import as_of_older_than_source
from probata.checks.records.command import no_command_to_the_unit, oversight_as_command, ultimate_below_superior
from probata.checks.records.dates_of_sources import source_older_than_event
from probata.checks.records.tenure import two_full_time_posts, two_holders_of_one_seat
from probata.checks.wording.words import relative_time_word
from probata.diagnostics import Severity


def result_of(check: Check, text: str, folder: Path) -> CheckResult:
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [check])[0]


LIFE = """
case: {title: Example}
people: [{id: p, name: Mara Wolk, death: 2019-03}]
bodies: [{id: b, name: Prison Board, founded: 2015-05, dissolved: 2018}]
positions: [{id: x, title: Chair of the Prison Board, body: b}]
roles: [{id: r, person: p, seats: [x], title: Chair, ROLE}]
"""


@each(
    ("role", "words"),
    [
        ("dates: 2015-05/2018", ""),
        ("dates: 2015/2018", ""),
        ("dates: ~2014/2017", ""),
        (
            "dates: 2015-04/2017",
            "begins `2015-04-30` at the latest, before body `b` was founded, `2015-05`",
        ),
        (
            "dates: 2016/2019-01",
            "goes on until `2019-01-01` at least, after body `b` was dissolved, `2018`",
        ),
        ("dates: 2016/.., status: current, as_of: 2018-12", ""),
        (
            "dates: 2016/.., status: current, as_of: 2019-02",
            "goes on until `2019-02-01` at least, after body `b` was dissolved, `2018`",
        ),
    ],
)
def test_a_role_lies_within_the_life_of_its_body(role: str, words: str, tmp_path: Path) -> None:
    found = result_of(role_outside_life_of_post, LIFE.replace("ROLE", role), tmp_path).findings

    assert [in_ids(one.message).removeprefix("role `r` ") for one in found] == ([words] if words else [])


def test_nobody_holds_a_post_after_death(tmp_path: Path) -> None:
    text = LIFE.replace("ROLE", "dates: 2016/2019-05").replace(", dissolved: 2018", "")
    (found,) = result_of(role_outside_life_of_post, text, tmp_path).findings

    assert "after `p` died, `2019-03`" in in_ids(found.message)
    assert found.severity is Severity.ERROR


def test_a_college_may_sit_on_so_that_its_term_weighs_less(tmp_path: Path) -> None:
    text = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies: [{id: b, name: Prison Board}]
roles: [{id: r, person: p, title: Member, dates: 2015/2019, term: {body: b, number: "3", dates: 2015/2018}}]
"""
    (found,) = result_of(role_outside_life_of_post, text, tmp_path).findings

    assert found.severity is Severity.WARNING
    assert "after term `3` of `b` ended, `2015/2018`" in in_ids(found.message)


SEATS = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}, {id: q, name: Jon Tarn}]
positions: [{id: x, title: Chair, SEATS}]
roles:
  - {id: one, person: p, seats: [x], title: Chair, dates: 2015-01-01/2016-06-30}
  - {id: two, SECOND, seats: [x], title: Chair}
"""


@each(
    ("seats", "second", "is_found"),
    [
        ("seats: 1", "person: q, dates: 2016-06-29/2018", True),
        ("seats: 1", "person: q, dates: 2016-06-30/2018", False),
        ("seats: 1", "person: q, dates: 2016/2018", False),
        ("seats: 1", "person: q, acting: true, dates: 2016-01-01/2018", False),
        ("seats: 1", "person: p, dates: 2016-01-01/2018", False),
        ("seats: 2", "person: q, dates: 2016-01-01/2018", False),
        ("rank: Colonel", "person: q, dates: 2016-01-01/2018", False),
    ],
)
def test_one_seat_has_one_holder_but_on_the_day_of_handing_over(
    seats: str, second: str, is_found: bool, tmp_path: Path
) -> None:
    text = SEATS.replace("SEATS", seats).replace("SECOND", second)
    found = result_of(two_holders_of_one_seat, text, tmp_path).findings

    assert [one.record for one in found] == (["roles/two"] if is_found else [])


@each(
    ("sources", "is_found"),
    [
        ("{id: a, issued: 2015}, {id: b, issued: 2016-01}", True),
        ("{id: a, issued: 2015}, {id: b, issued: 2016}", False),
        ("{id: a, issued: 2015}, {id: b}", False),
        ("{id: a, issued: 2015}, {id: b, issued: 2015, type: legislation}", False),
    ],
)
def test_an_event_needs_one_source_that_can_report_it(sources: str, is_found: bool, tmp_path: Path) -> None:
    text = f"""
case: {{title: Example}}
sources: [{sources}]
events: [{{id: e, kind: incident, title: Beatings, dates: 2016-02/2016-03, citations: [a, b]}}]
"""
    found = result_of(source_older_than_event, text, tmp_path).findings

    assert [one.record for one in found] == (["events/e"] if is_found else [])


@each(
    ("as_of", "role", "records"),
    [
        ("2024-03-01", "status: current, as_of: 2024-02", []),
        ("2024", "status: current, as_of: 2023", ["roles/r"]),
        ("2024", "status: ended, as_of: 2023", []),
        ("2024-01", "status: current, as_of: 2024", ["case/case"]),
        ("~2024-01", "status: current, as_of: 2024", []),
    ],
)
def test_an_as_of_date_is_no_older_than_what_it_cites(
    as_of: str, role: str, records: list[str], tmp_path: Path
) -> None:
    text = f"""
case: {{title: Example, as_of: {as_of}}}
people: [{{id: p, name: Mara Wolk}}]
sources: [{{id: s, issued: 2024-02}}]
roles: [{{id: r, person: p, title: Chair, dates: 2015/.., {role}, citations: [s]}}]
"""
    found = result_of(as_of_older_than_source, text, tmp_path).findings

    assert [one.record.partition("/")[0] for one in found] == [record.partition("/")[0] for record in records]


COMMAND = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies:
  - {id: board, name: Prison Board}
  - {id: guard, name: Prison Guard}
  - {id: north, name: North Prison, relations: [{kind: part_of, body: guard, dates: 2010/..}]}
positions: [{id: chair, title: Chair, body: board}]
roles: [{id: r, person: p, seats: [chair], title: Chair, dates: 2015/2017, responsibility: LABEL}]
commands: [RELATION]
events: [{id: e, kind: KIND, title: Beatings, bodies: [north]}]
allegations:
  - {id: a, title: Beatings, statement: Beaten., roles: [{role: r}], period: 2016-03, events: [e]}
"""
GUARD = "{id: c, superior: board, subordinate: guard, kind: command_de_jure, dates: 2014/2020}"


CHAIR = "{id: z, superior: chair, subordinate: board, kind: command_de_jure, dates: 2010/2020}"


def command(relation: str, label: str = "command", kind: str = "incident") -> str:
    relations = f"{relation}, {CHAIR}" if relation else ""
    return COMMAND.replace("RELATION", relations).replace("LABEL", label).replace("KIND", kind)


def test_command_over_the_whole_reaches_its_part(tmp_path: Path) -> None:
    assert result_of(no_command_to_the_unit, command(GUARD), tmp_path).findings == ()


@each(
    ("change", "note"),
    [
        (("command_de_jure", "coordination"), "the chain breaks at `c`: from `board` to `guard` it is `coordination`"),
        (
            ("2014/2020", "2014/2015"),
            "the chain breaks at `c`, by which `guard` is under `board`: dated `2014/2015`, it ends before `2016-03`",
        ),
        (
            ("2014/2020", "2014/2020, inferred: true"),
            "the chain breaks at `c`: from `board` to `guard` it is `inferred`",
        ),
        (
            ("2014/2020", "2016-04/.."),
            "the chain breaks at `c`, by which `guard` is under `board`: dated `2016-04/..`, it begins after `2016-03`",
        ),
        (
            ("2014/2020", "{stated: 2014/2020, possible: 2014/2015}"),
            "the chain breaks at `c`, by which `guard` is under `board`: dated `2014/2020`, it does not reach "
            "`2016-03`",
        ),
    ],
)
def test_the_hop_that_breaks_the_chain_is_named(change: tuple[str, str], note: str, tmp_path: Path) -> None:
    (found,) = result_of(no_command_to_the_unit, command(GUARD.replace(*change)), tmp_path).findings

    assert tuple(map(in_ids, found.notes)) == (note,)
    assert (
        in_ids(found.message) == "allegation `a` rests on command; no recorded chain of command reaches a body of `e`"
    )


WEAKEST = "the weakest link is `c`, by which `guard` is under `board`: "


@each(
    ("dates", "note"),
    [
        ("", "it has no dates"),
        (", dates: 2015/2016", "dated `2015/2016`, it is not sure to reach `2016-03`"),
        (", dates: ../2020", "dated `../2020`, it is not sure to reach `2016-03`"),
        (", dates: {stated: 2014/.., end_known: false}", "dated `2014/..`, it is not sure to reach `2016-03`"),
        (", dates: {stated: 2014/2020, certain: 2014/2015}", "dated `2014/2020`, it is not sure to reach `2016-03`"),
        (", dates: {stated: 2014/2015, possible: 2014/2020}", "dated `2014/2015`, it is not sure to reach `2016-03`"),
    ],
)
def test_a_relation_that_is_only_possible_is_named_as_the_weakest_link(dates: str, note: str, tmp_path: Path) -> None:
    answer = result_of(no_command_to_the_unit, command(GUARD.replace(", dates: 2014/2020", dates)), tmp_path)
    (found,) = answer.findings

    assert answer.outcome is Outcome.FAILED
    assert found.severity is Severity.INFO
    assert in_ids(found.message) == (
        "allegation `a` rests on command, and whether it reached a body of `e` then is left open"
    )
    assert tuple(map(in_ids, found.notes)) == (WEAKEST + note,)


@each("dates", ["2014/2020", "2014/..", "{stated: 2014/2015, certain: 2014/2020}"])
def test_a_relation_that_held_for_sure_is_no_weak_link(dates: str, tmp_path: Path) -> None:
    text = command(GUARD.replace("2014/2020", dates))

    assert result_of(no_command_to_the_unit, text, tmp_path).findings == ()


def test_a_part_of_a_body_without_dates_is_a_weak_link(tmp_path: Path) -> None:
    text = command(GUARD).replace("body: guard, dates: 2010/..}", "body: guard}")
    (found,) = result_of(no_command_to_the_unit, text, tmp_path).findings

    assert tuple(map(in_ids, found.notes)) == (
        "the weakest link is `north`, by which `north` is part of `guard`: it has no dates",
    )


def test_of_two_weak_links_the_one_without_dates_is_the_weakest(tmp_path: Path) -> None:
    text = command(GUARD.replace("2014/2020", "2015/2016")).replace("body: guard, dates: 2010/..}", "body: guard}")
    (found,) = result_of(no_command_to_the_unit, text, tmp_path).findings

    assert tuple(map(in_ids, found.notes)) == (
        "the weakest link is `north`, by which `north` is part of `guard`: it has no dates",
    )


def test_a_sure_way_stands_beside_a_shorter_one_that_is_open(tmp_path: Path) -> None:
    open_one = "{id: d, superior: board, subordinate: north, kind: command_de_jure}"

    assert result_of(no_command_to_the_unit, command(f"{open_one}, {GUARD}"), tmp_path).findings == ()


def test_of_two_open_ways_the_one_with_fewer_open_links_counts(tmp_path: Path) -> None:
    two = GUARD.replace(", dates: 2014/2020", "") + ", {id: d, superior: guard, subordinate: north, kind: "
    three = "command_de_facto}, {id: e, superior: board, subordinate: north, kind: command_de_facto, dates: 2015/2016}"
    text = command(two + three).replace("body: guard, dates: 2010/..}", "body: guard}")
    (found,) = result_of(no_command_to_the_unit, text, tmp_path).findings

    assert ["`e`, by which `north` is under `board`" in in_ids(note) for note in found.notes] == [True]


def test_of_conduct_without_a_date_no_link_is_called_weak(tmp_path: Path) -> None:
    text = command(GUARD).replace(" period: 2016-03,", "")

    assert result_of(no_command_to_the_unit, text, tmp_path).findings == ()


def test_a_weak_link_of_several_allegations_is_told_once(tmp_path: Path) -> None:
    text = command(GUARD.replace(", dates: 2014/2020", ""))
    second = text.rstrip().rpartition("\n")[2].replace("id: a,", "id: b,")
    found = result_of(no_command_to_the_unit, f"{text}{second}\n", tmp_path).findings

    assert len(found) == 2
    assert len({one.alike for one in found} - {""}) == 1


def test_without_any_relation_it_cannot_be_told(tmp_path: Path) -> None:
    answer = result_of(no_command_to_the_unit, command(""), tmp_path)

    assert answer.outcome is Outcome.FAILED
    assert [one.severity for one in answer.findings] == [Severity.INFO]


@each(("label", "kind"), [("oversight", "incident"), ("command", "reform")])
def test_oversight_and_reforms_need_no_chain(label: str, kind: str, tmp_path: Path) -> None:
    assert result_of(no_command_to_the_unit, command("", label, kind), tmp_path).findings == ()


def test_a_wider_operation_is_charged_as_far_as_its_part(tmp_path: Path) -> None:
    events = "{id: w, kind: operation, title: Wide, bodies: [board-2]}, {id: e, part_of: [w], "
    text = command(GUARD).replace("events: [{id: e, ", f"events: [{events}").replace("events: [e]", "events: [w, e]")
    text = text.replace("bodies:\n", "bodies:\n  - {id: board-2, name: Other Board}\n", 1)
    alone = text.replace("part_of: [w], ", "")

    assert result_of(no_command_to_the_unit, text, tmp_path).findings == ()
    assert ["`w`" in in_ids(one.message) for one in result_of(no_command_to_the_unit, alone, tmp_path).findings] == [
        True
    ]


@each(
    ("relation", "is_found"),
    [
        ("{id: c, superior: guard, subordinate: board, kind: command_de_facto}", True),
        ("{id: c, superior: guard, subordinate: chair, kind: command_de_jure, dates: 2016/2018}", True),
        ("{id: c, superior: guard, subordinate: board, kind: command_de_jure, dates: 2018/2019}", False),
        ("{id: c, superior: guard, subordinate: board, kind: oversight}", False),
        ("{id: c, superior: guard, subordinate: board, kind: command_de_jure, inferred: true}", False),
        ("{id: c, superior: chair, subordinate: board, kind: command_de_jure}", False),
    ],
)
def test_ultimate_has_nobody_in_command_above(relation: str, is_found: bool, tmp_path: Path) -> None:
    text = command(relation, "{label: command, grade: ultimate}")
    found = result_of(ultimate_below_superior, text, tmp_path).findings

    assert [one.record for one in found] == (["roles/r"] if is_found else [])


def test_the_class_of_a_relation_is_told_apart_from_the_words_of_its_source(tmp_path: Path) -> None:
    relation = "{id: c, superior: guard, subordinate: board, kind: command_de_facto, stated: set it up}"
    (found,) = result_of(
        ultimate_below_superior, command(relation, "{label: command, grade: ultimate}"), tmp_path
    ).findings

    assert "`guard` is recorded above body `" in in_ids(found.message)
    assert tuple(map(in_ids, found.notes)) == (
        "relation `c` is classed `command_de_facto` by this case, from these words of its source: set it up",
    )


@each(
    ("ground", "words"),
    [
        ("{label: command, link: supervising_body}", "rests on supervision"),
        ("{label: command, link: author_or_promoter}", "rests on authorship or promotion"),
        ("command", "rests on membership of the college `board`"),
        ("{label: command, link: direct_superior}", ""),
        ("{link: member_of_deciding_body}", ""),
        ("oversight", ""),
    ],
)
def test_membership_and_supervision_are_no_command(ground: str, words: str, tmp_path: Path) -> None:
    text = (
        command(GUARD, ground)
        .replace("title: Chair, dates: 2015/2017", "&", 1)
        .replace("&", 'title: Chair, term: {body: board, number: "3"}, dates: 2015/2017')
    )
    found = result_of(oversight_as_command, text, tmp_path).findings

    assert [words in in_ids(one.message) for one in found] == ([True] if words else [])


@each(
    ("second", "body", "is_found"),
    [
        ("full_time: true, dates: 2016-01-01/2018", "two", True),
        ("full_time: true, dates: 2016-06-30/2018", "two", False),
        ("full_time: true, dates: 2016-01-01/2018", "one", False),
        ("full_time: false, dates: 2016-01-01/2018", "two", False),
        ("dates: 2016-01-01/2018", "two", True),
        ("dates: 2016-01-01/2018", "one", False),
        ("dates: 2016-06-01/2018", "two", False),
        ("dates: 2016/2018", "two", False),
        ("term: {body: two, number: 5}, dates: 2016-01-01/2018", "two", False),
        ("seats: [{position: y, function: side}], dates: 2016-01-01/2018", "two", False),
    ],
)
def test_one_person_is_full_time_in_one_body(second: str, body: str, is_found: bool, tmp_path: Path) -> None:
    text = f"""
case: {{title: Example}}
people: [{{id: p, name: Mara Wolk}}]
bodies: [{{id: one, name: North Prison}}, {{id: two, name: Prison Board}}]
positions: [{{id: x, title: Governor, body: one}}, {{id: y, title: Chair, body: {body}}}]
roles:
  - {{id: r, person: p, seats: [x], title: Governor, full_time: true, dates: 2015-01-01/2016-06-30}}
  - {{id: s, person: p, {"" if "seats" in second else "seats: [y], "}title: Chair, {second}}}
"""
    found = result_of(two_full_time_posts, text, tmp_path).findings

    assert [one.record for one in found] == (["roles/s"] if is_found else [])


@each(
    ("first", "relation", "is_found"),
    [
        ("responsibility: command", "", True),
        ("responsibility: oversight", "", False),
        ("responsibility: command", ", relations: [{kind: established_by, body: one}]", False),
        ("responsibility: command", ", relations: [{kind: part_of, body: one}]", True),
    ],
)
def test_a_command_beside_a_role_of_another_body_is_found(
    first: str, relation: str, is_found: bool, tmp_path: Path
) -> None:
    text = f"""
case: {{title: Example}}
people: [{{id: p, name: Mara Wolk}}]
bodies: [{{id: one, name: North Prison}}, {{id: two, name: Prison Board{relation}}}]
positions: [{{id: x, title: Governor, body: one}}, {{id: y, title: Chair, body: two}}]
roles:
  - {{id: r, person: p, seats: [x], title: Governor, dates: 2015-01-01/2016-06-30, {first}}}
  - {{id: s, person: p, seats: [y], title: Chair, dates: 2016-01-01/2018-03-01}}
"""
    found = result_of(two_full_time_posts, text, tmp_path).findings

    assert [one.record for one in found] == (["roles/s"] if is_found else [])


def test_where_no_way_is_recorded_the_finding_says_from_where(tmp_path: Path) -> None:
    other = GUARD.replace("superior: board", "superior: north")
    (found,) = result_of(no_command_to_the_unit, command(other), tmp_path).findings

    assert tuple(map(in_ids, found.notes)) == ("no relation leads from `chair` to a body of `e`",)


@each(
    ("as_of", "summary", "word"),
    [
        ("2024", "He was held for close to two years when this was written.", "for close to two years"),
        ("2024", "He was held for close to two years in July 2023.", ""),
        ("2024", "He was sentenced to more than ten years in prison.", ""),
        ("2024", "He died more than two years after his arrest.", ""),
        ("2024", "The witness said: “He was recently moved.”", ""),
        ("2024", "The cells are currently closed.", ""),
        ("~2024", "The cells are currently closed.", "currently"),
        ("2024", "The first cell was closed three years ago.", "three years ago"),
    ],
)
def test_a_time_is_told_by_its_date(as_of: str, summary: str, word: str, tmp_path: Path) -> None:
    text = f"case:\n  title: Example\n  as_of: {as_of}\n  summary: >-\n    A first line.\n    {summary}\n"
    found = result_of(relative_time_word, text, tmp_path).findings

    assert [in_ids(one.message).split("`")[1] for one in found] == ([word] if word else [])
    assert [one.span.line for one in found if one.span] == ([6] if word else [])
