"""Posts proved once, posts not charged, and the life and beginnings of bodies."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.bodies import beginning_told_differently, body_outside_its_life
from probata.checks.records.evidence import is_open_edit, post_proved_once
from probata.checks.records.responsibility import seat_not_charged
from probata.diagnostics import Severity


def found_by(check: Check, folder: Path, records: str) -> list[tuple[Severity, str, str]]:
    case, faults = load_example(folder, f"case: {{title: Example}}\n{records}")
    assert faults == []
    return [(found.severity, found.record, in_ids(found.message)) for found in run_checks(case, [check])[0].findings]


def proved(citations: str, *, alleged: str = "[{role: r}, {role: s}]") -> str:
    return f"""
people: [{{id: p, name: Mara Wolk}}]
sources:
  - {{id: entry, title: Wolk, url: "https://zh.wikipedia.org/wiki/Wolk", held: cited_in, cited_in: [accuser]}}
  - {{id: accuser, title: Review, publisher: Watch, held: held}}
  - {{id: paper, title: Paper, publisher: Courier, rank: secondary}}
  - {{id: gazette, title: Gazette, publisher: State, rank: primary}}
roles:
  - {{id: r, person: p, title: T, dates: 2015/2017, responsibility: command, citations: [{citations}]}}
  - {{id: s, person: p, title: T, dates: 2017/2018, responsibility: command, citations: [{citations}]}}
  - {{id: t, person: p, title: T, dates: 2018/2019, responsibility: command, citations: [entry]}}
allegations: [{{id: a, title: T, statement: S., roles: {alleged}}}]
"""


@each("citations", ["entry", "entry, accuser"])
def test_posts_on_what_anybody_may_edit_are_found_together(citations: str, tmp_path: Path) -> None:
    ((weight, record, message),) = found_by(post_proved_once, tmp_path, proved(citations))

    assert (weight, record) == (Severity.WARNING, "roles/r")
    assert message == (
        "`r`, `s`, from which responsibility is alleged, rest on `entry` alone, an entry that anybody may edit"
    )


@each("citations", ["paper", '"paper, p. 3", "paper, p. 4"'])
def test_posts_on_one_source_that_is_not_primary_are_a_note(citations: str, tmp_path: Path) -> None:
    ((weight, _, message),) = found_by(post_proved_once, tmp_path, proved(citations))

    assert weight is Severity.INFO
    assert "one source, `paper`, which is not recorded as primary" in message


@each("citations", ["gazette", "entry, gazette", "paper, entry"])
def test_a_primary_source_or_two_prove_a_post(citations: str, tmp_path: Path) -> None:
    assert found_by(post_proved_once, tmp_path, proved(citations)) == []


def test_a_post_on_which_no_allegation_rests_is_left_alone(tmp_path: Path) -> None:
    assert found_by(post_proved_once, tmp_path, proved("gazette", alleged="[{role: r}]")) == []


def test_sources_of_the_responsibility_prove_no_post(tmp_path: Path) -> None:
    records = proved("entry").replace("responsibility: command", "responsibility: {label: command, citations: [paper]}")

    assert [weight for weight, _, _ in found_by(post_proved_once, tmp_path, records)] == [Severity.WARNING]


def charged(citations: str, *, more: str = "") -> str:
    sources = proved("gazette", alleged="[]").partition("roles:")[0]
    return f"""{sources}
  - {{id: thread, title: Thread, type: post, author: [Onlooker], rank: secondary}}
  - {{id: unranked, title: Sheet, publisher: Sheets}}
events:
  - {{id: raid, kind: incident, title: Raid, dates: 2016, citations: [{citations}]{more}}}
allegations: [{{id: a, title: T, statement: S., events: [raid]}}]
"""


@each(
    ("citations", "told"),
    [
        ("thread", [(Severity.INFO, "one source, `thread`, which is recorded as secondary")]),
        ('"thread, p. 1", "thread, p. 2"', [(Severity.INFO, "one source, `thread`, which is recorded as secondary")]),
        ("entry, accuser", [(Severity.WARNING, "`entry` alone, an entry that anybody may edit")]),
        ("thread, paper", []),
        ("thread, gazette", []),
        ("gazette", []),
        ("unranked", []),
    ],
)
def test_an_event_that_is_charged_on_one_secondary_source_is_a_note(
    citations: str, told: list[tuple[Severity, str]], tmp_path: Path
) -> None:
    assert found_by(post_proved_once, tmp_path, charged(citations)) == [
        (weight, "events/raid", f"`raid`, charged in an allegation, cites {words}") for weight, words in told
    ]


@each("more", [", context_only: true", ', description: "It was seen [@gazette, p. 4]."'])
def test_background_and_events_with_another_source_in_their_text_are_left_alone(more: str, tmp_path: Path) -> None:
    assert found_by(post_proved_once, tmp_path, charged("thread", more=more)) == []


@each("url", ["https://notwikipedia.org/x", "https://wikipedia.org.example/x", "http://[broken"])
def test_only_the_host_tells_what_anybody_may_edit(url: str, tmp_path: Path) -> None:
    records = proved("entry, accuser, gazette").replace("https://zh.wikipedia.org/wiki/Wolk", url)
    case, _ = load_example(tmp_path, f"case: {{title: Example}}\n{records}")

    assert not is_open_edit(case.graph.sources[0])


def seats(*, named: str = "[board]", acting: str = "[north, board]", more: str = "", dates: str = "2016-03") -> str:
    return f"""
people: [{{id: p, name: Mara Wolk}}]
bodies: [{{id: board, name: Board}}, {{id: north, name: North}}, {{id: south, name: South}}]
positions:
  - {{id: chair, title: Chair, body: board}}
  - {{id: head, title: Head, body: north}}
  - {{id: chief, title: Chief, body: south}}
roles:
  - {{id: r, person: p, seats: [chair, head], title: T, dates: 2015/2017, responsibility: command}}
  - {{id: other, person: p, seats: [chief], title: T, dates: 2015/2017{more}}}
events: [{{id: e, kind: incident, title: E, dates: {dates}, bodies: {acting}}}]
allegations: [{{id: a, title: T, statement: S., roles: [{{role: r}}], bodies: {named}, events: [e]}}]
"""


def test_a_post_that_is_named_nowhere_and_whose_body_acts_is_a_note(tmp_path: Path) -> None:
    assert found_by(seat_not_charged, tmp_path, seats()) == [
        (
            Severity.INFO,
            "roles/r",
            "post `head` is named by no allegation, and its body `north` acts in `e`",
        )
    ]


@each(
    "records",
    [seats(named="[board, north]"), seats(named="[]"), seats(acting="[board]"), seats(named="[south]")],
    ids=["named", "none named, so all", "its body does not act", "another body named, so all"],
)
def test_a_post_that_is_used_or_has_no_part_is_not_found(records: str, tmp_path: Path) -> None:
    assert found_by(seat_not_charged, tmp_path, records) == []


@each(
    ("dates", "more", "is_found"),
    [("2016-03", "", True), ("2019", "", False), ("2016-03", ", context_only: true", False)],
)
def test_a_whole_role_that_no_allegation_names_is_found(dates: str, more: str, is_found: bool, tmp_path: Path) -> None:
    records = seats(named="[]", acting="[south]", dates=dates, more=more)

    assert [record for _, record, _ in found_by(seat_not_charged, tmp_path, records)] == ["roles/other"] * is_found


def living(event: str = "2013", relation: str = "2015/2016") -> str:
    return f"""
bodies: [{{id: office, name: Office, founded: 2014-06, dissolved: 2018-03}}, {{id: unit, name: Unit}}]
events: [{{id: e, kind: incident, title: E, dates: {event}, lead_bodies: [office]}}]
commands: [{{id: c, superior: unit, subordinate: office, kind: oversight, dates: {relation}}}]
"""


def test_a_body_does_not_act_before_it_was_founded_or_after_it_was_dissolved(tmp_path: Path) -> None:
    found = [
        *found_by(body_outside_its_life, tmp_path, living("2014-05")),
        *found_by(body_outside_its_life, tmp_path, living("2018-04-01/..")),
        *found_by(body_outside_its_life, tmp_path, living("2016", "2010/2013")),
    ]

    assert found == [
        (Severity.WARNING, "events/e", "`e` is dated `2014-05`, before `office` was founded, `2014-06`"),
        (Severity.WARNING, "events/e", "`e` is dated `2018-04-01/..`, after `office` was dissolved, `2018-03`"),
        (Severity.WARNING, "commands/c", "`c` is dated `2010/2013`, before `office` was founded, `2014-06`"),
    ]


@each("event", ["2014", "2012/2015", "~2012", "2018", "2014-06"])
def test_what_reaches_into_the_life_of_a_body_is_not_found(event: str, tmp_path: Path) -> None:
    assert found_by(body_outside_its_life, tmp_path, living(event)) == []


def begun(what: str, date: str = "2014-07-22", founded: str = "") -> str:
    return f"""
bodies:
  - {{id: office, name: Office{founded and f", founded: {founded}"}, history: [{{date: {date}, what: {what}}}]}}
  - {{id: board, name: Prison Board}}
events: [{{id: net, kind: operation, title: Operation Net, dates: 2015-04/..}}]
"""


@each("what", ["launches operation Net", "Operation net is started"])
def test_a_history_that_dates_the_beginning_of_an_event_otherwise_is_found(what: str, tmp_path: Path) -> None:
    assert found_by(beginning_told_differently, tmp_path, begun(what)) == [
        (
            Severity.WARNING,
            "bodies/office",
            "the history of `office` dates the beginning of `net` `2014-07-22`, and the event begins `2015-04/..`",
        )
    ]


@each(
    "records",
    [
        begun("launches operation Net", "2015"),
        begun("launches operation Net", "~2014"),
        begun("publishes figures of operation Net"),
        begun("pilot before the launch of operation Net"),
        begun("since operation Net began it publishes figures"),
        begun("launches Operation Network"),
        begun("set up by the Prison Board", "2014-07-22", "2014"),
        begun("sets up the Prison Board", "2014-07-22", "2010"),
    ],
    ids=["same year", "about", "no beginning", "before it", "since it", "another", "same", "of another body"],
)
def test_what_does_not_surely_date_the_same_beginning_otherwise_is_not_found(records: str, tmp_path: Path) -> None:
    assert found_by(beginning_told_differently, tmp_path, records) == []


@each(
    ("language", "what", "count"),
    [
        ("fr", "lance l’opération Net", 1),
        ("fr", "avant le lancement de l’opération Net", 0),
        ("es", "inicia la operación Net", 1),
        ("es", "publica cifras de la operación Net", 0),
    ],
)
def test_a_history_in_french_or_spanish_is_read(language: str, what: str, count: int, tmp_path: Path) -> None:
    title = {"fr": "Opération Net", "es": "Operación Net"}[language]
    records = begun(what).replace("Operation Net", title).replace("operation Net", title)
    case, _ = load_example(tmp_path, f"case: {{title: Example, language: {language}}}\n{records}")

    assert len(run_checks(case, [beginning_told_differently])[0].findings) == count


def test_a_body_founded_on_one_day_and_set_up_on_another_is_found(tmp_path: Path) -> None:
    history = begun("set up by the Prison Board", founded="2015-01")
    relation = begun("moved", founded="2015-01").replace(
        "history:", "relations: [{kind: established_by, body: board, dates: 2014}], history:"
    )
    found = [*found_by(beginning_told_differently, tmp_path, history),
             *found_by(beginning_told_differently, tmp_path, relation)]  # fmt: skip

    assert [message for _, _, message in found] == [
        "`office` was founded `2015-01`, and its beginning is dated `2014-07-22` here",
        "`office` was founded `2015-01`, and its beginning is dated `2014` here",
    ]
