"""Whether a treaty bound the State at the time of what is alleged."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.folding import fold
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.provisions import treaty_not_in_force
from probata.checks.support.treaties import in_force, told
from probata.diagnostics import Severity
from probata.law import Participation
from probata.model.dates import Answer, parse_when


def standing(**fields: str) -> Participation:
    return Participation.model_validate({"state": "Ruritania", "iso": "RU", "instrument": "uncat", **fields})


@each(
    ("fields", "when", "answer"),
    [
        ({"in_force": "2015-05-01"}, "2015-05-01", Answer.CERTAIN),
        ({"in_force": "2015-05-01"}, "2015-04-30", Answer.NO),
        ({"in_force": "2015-05-01"}, "2015-04/2016", Answer.NO),
        ({"in_force": "2015-05-01"}, "2015", Answer.POSSIBLE),
        ({"in_force": "2015-05-01"}, "../2016", Answer.POSSIBLE),
        ({"in_force": "2015-05-01", "deposited": "2015-01-01"}, "2015-03-01", Answer.NO),
        ({"deposited": "2015-01-01"}, "2014-12-31", Answer.NO),
        ({"deposited": "2015-01-01"}, "2015-02-01", Answer.POSSIBLE),
        ({"deposited": "2015-01-01"}, "2015-08-01", Answer.CERTAIN),
        ({}, "1950", Answer.CERTAIN),
    ],
)
def test_a_party_is_bound_from_the_entry_into_force(fields: dict[str, str], when: str, answer: Answer) -> None:
    assert in_force(standing(status="party", **fields), parse_when(when)) is answer


@each(
    ("fields", "when", "answer"),
    [
        ({"until": "2017-10-27"}, "2017-10-26", Answer.CERTAIN),
        ({"until": "2017-10-27"}, "2017-10-27", Answer.NO),
        ({"until": "2017-10-27"}, "2018/2019", Answer.NO),
        ({"until": "2017-10-27"}, "2016/2018", Answer.NO),
        ({"until": "2017-10-27"}, "2016", Answer.CERTAIN),
        ({"until": "2017-10-27"}, "2017", Answer.POSSIBLE),
        ({"until": "2017-10-27"}, "2016/2017", Answer.POSSIBLE),
        ({"until": "2017-10-27"}, "2016/..", Answer.POSSIBLE),
        ({"until": "2017-10-27"}, "../2016", Answer.CERTAIN),
        ({"until": "2017"}, "2017-06-01", Answer.POSSIBLE),
        ({"until": "2017"}, "2018", Answer.NO),
        ({"in_force": "2015-05-01", "until": "2017-10-27"}, "2015-04-30", Answer.NO),
        ({"in_force": "2015-05-01", "until": "2017-10-27"}, "2016", Answer.CERTAIN),
        ({"in_force": "2015-05-01", "until": "2017-10-27"}, "2015", Answer.POSSIBLE),
        ({"in_force": "2015-05-01", "until": "2017-10-27"}, "2015/2018", Answer.NO),
        ({"deposited": "2015-01-01", "until": "2017-10-27"}, "2015-02-01", Answer.POSSIBLE),
    ],
)
def test_a_party_that_withdrew_is_bound_up_to_that_day(fields: dict[str, str], when: str, answer: Answer) -> None:
    assert in_force(standing(status="party", **fields), parse_when(when)) is answer


@each("status", ["signatory", "not_party"])
@each(
    ("as_of", "when", "answer"),
    [
        ("2022-08", "2016", Answer.NO),
        ("2022-08", "2017/2022", Answer.NO),
        ("2022-08", "2022-09-01", Answer.POSSIBLE),
        ("2022-08", "2023", Answer.POSSIBLE),
        (None, "2023", Answer.NO),
    ],
)
def test_a_state_that_had_not_joined_may_have_joined_since(
    status: str, as_of: str | None, when: str, answer: Answer
) -> None:
    known = {"as_of": as_of} if as_of else {}

    assert in_force(standing(status=status, **known), parse_when(when)) is answer


def test_how_a_state_stands_is_told_with_the_day() -> None:
    signed = standing(status="signatory", signed="1998-10-05", as_of="2022-08")

    assert told(signed) == "signed it on 1998-10-05 and has not ratified it as of 2022-08"
    assert told(standing(status="not_party")) == "is not a party"
    assert told(standing(status="party", deposited="1988-10-04")) == "is a party by its deposit on 1988-10-04"
    left = standing(status="party", in_force="1988-10-04", until="2017-10-27")
    assert told(left) == "was a party from 1988-10-04 until 2017-10-27"


def result(folder: Path, provisions: str, *, case: str = "state: China", when: str = "period: 2016") -> CheckResult:
    text = f"""
case: {{title: Example, {case}}}
events:
  - {{id: raid, kind: incident, title: Raid, dates: 1980-05-02}}
  - {{id: before, kind: incident, title: Before, dates: 1970, context_only: true}}
allegations:
  - {{id: one, title: One, statement: One., provisions: [{provisions}], {when}}}
  - {{id: two, title: Two, statement: Two., provisions: [{provisions}], {when}}}
"""
    loaded, faults = load_example(folder, text)
    assert [in_ids(fault.message) for fault in faults] == []
    return run_checks(loaded, [treaty_not_in_force])[0]


@each(
    ("provision", "weights"),
    [
        ("{instrument: iccpr, provision: '7'}", [Severity.ERROR, Severity.ERROR]),
        ("{instrument: iccpr, provision: '7', contention: true}", [Severity.INFO] * 2),
        ("{instrument: echr, provision: '3'}", [Severity.WARNING, Severity.WARNING]),
        ("{instrument: rome-statute, provision: '7'}", [Severity.INFO] * 2),
        ("{instrument: uncat, provision: '1'}", []),
        ("{instrument: udhr, provision: '5'}", []),
        ("{named: the right to life}", []),
    ],
    ids=[
        "signed and not ratified",
        "put as a contention: a note",
        "not read at its source: warns at most",
        "known for an earlier day only: a note",
        "in force",
        "a declaration, which is never in force",
        "no instrument",
    ],
)
def test_a_treaty_must_have_bound_the_state(provision: str, weights: list[Severity], tmp_path: Path) -> None:
    assert [one.severity for one in result(tmp_path, provision).findings] == weights


def test_a_signature_alone_is_said_to_be_one(tmp_path: Path) -> None:
    first = result(tmp_path, "{instrument: iccpr, provision: '7'}").findings[0]

    assert in_ids(first.message) == (
        "ICCPR art 7 is relied on for `2016`; China signed it on 1998-10-05 and has not ratified it as of 2022-08"
    )


@each("contention", ["", ", contention: true"])
def test_what_is_found_of_a_treaty_is_told_once_with_the_other_allegations(contention: str, tmp_path: Path) -> None:
    (found,) = fold(result(tmp_path, f"{{instrument: iccpr, provision: '7'{contention}}}").findings)

    assert found.record == "allegations/one"
    assert found.same_in == "the same in `two` (line 8)"


def test_a_state_that_the_catalogue_does_not_know_is_told(tmp_path: Path) -> None:
    answer = result(tmp_path, "{instrument: uncat, provision: '1'}", case="state: Kelvandra")

    assert answer.outcome is Outcome.FAILED
    assert [in_ids(one.message) for one in fold(answer.findings)] == [
        "the catalogue does not say how `Kelvandra` stands to UNCAT"
    ]


def test_nothing_is_said_where_no_state_is_named(tmp_path: Path) -> None:
    answer = result(tmp_path, "{instrument: iccpr, provision: '7'}", case="language: en-GB")

    assert answer.findings == ()
    assert answer.outcome is Outcome.CANNOT_TELL


def test_a_standing_told_in_words_alone_cannot_be_compared(tmp_path: Path) -> None:
    case = "state: Kelvandra, standings: [{instrument: iccpr, standing: State party since 1998}]"
    answer = result(tmp_path, "{instrument: iccpr, provision: '7'}", case=case)

    assert answer.outcome is Outcome.FAILED
    assert [(one.severity, in_ids(one.message)) for one in fold(answer.findings)] == [
        (
            Severity.INFO,
            "how `Kelvandra` stands to ICCPR is told in words alone, which cannot be compared with the time",
        )
    ]


@each("own", ["", ", status: party", ", status: party, in_force: 1988-11-03"])
def test_what_the_case_says_of_a_treaty_leaves_what_the_state_does_not_accept(own: str, tmp_path: Path) -> None:
    case = f"state: China, standings: [{{instrument: uncat, standing: Party{own}}}]"
    found = result(tmp_path, "{instrument: uncat, provision: '20'}", case=case).findings

    assert [(one.severity, in_ids(one.message)) for one in found] == [
        (
            Severity.ERROR,
            "UNCAT art 20 is relied on; China does not accept it: inquiry of the Committee against Torture",
        )
    ] * 2


@each(
    ("provision", "when", "weights"),
    [
        ("{instrument: uncat, provision: '1'}", "period: 1980", [Severity.ERROR] * 2),
        ("{instrument: uncat, provision: '1'}", "period: 1986/1990", [Severity.ERROR] * 2),
        ("{instrument: uncat, provision: '1', contention: true}", "period: 1980", [Severity.INFO] * 2),
        ("{instrument: rome-statute, provision: '7'}", "period: 1995", [Severity.WARNING] * 2),
    ],
    ids=["read at its source", "begun before it", "put as a contention: a note", "not read: warns at most"],
)
@each(
    "case",
    [
        "state: Kelvandra",
        "state: Kelvandra, standings: [{instrument: uncat, standing: Party}]",
        "state: Kelvandra, standings: [{instrument: uncat, standing: Party, status: party}]",
    ],
    ids=["a State that nobody knows", "in words alone", "a party without a day"],
)
def test_a_treaty_binds_nobody_before_it_entered_into_force(
    provision: str, when: str, weights: list[Severity], case: str, tmp_path: Path
) -> None:
    assert [one.severity for one in result(tmp_path, provision, when=when, case=case).findings] == weights


def test_the_first_day_of_a_treaty_is_told(tmp_path: Path) -> None:
    found = result(tmp_path, "{instrument: uncat, provision: '1'}", when="period: 1980", case="state: Kelvandra")

    assert [in_ids(one.message) for one in fold(found.findings)] == [
        "UNCAT art 1 is relied on for `1980`; the treaty first entered into force on 1987-06-26"
    ]


def test_the_year_in_which_a_treaty_entered_into_force_is_not_before_it(tmp_path: Path) -> None:
    found = result(tmp_path, "{instrument: uncat, provision: '1'}", when="period: 1987", case="state: Kelvandra")

    assert found.outcome is Outcome.FAILED
    assert "1987-06-26" not in found.findings[0].message


OWN = "state: Kelvandra, standings: [{instrument: uncat, standing: As told%s}]"


@each(
    ("standing", "weights"),
    [
        ("", [Severity.INFO] * 2),
        (", status: party", []),
        (", status: party, in_force: 2016", [Severity.INFO] * 2),
        (", status: party, in_force: 2015-12-31", []),
        (", status: party, in_force: ~2018", []),
        (", status: party, in_force: 2016-05", [Severity.INFO] * 2),
        (", status: party, in_force: 2017", [Severity.WARNING] * 2),
        (", status: party, in_force: 2017, citations: iccpr", [Severity.ERROR] * 2),
        (", status: party, until: 2017", []),
        (", status: party, until: 2016", [Severity.INFO] * 2),
        (", status: party, until: 2016-05-01", [Severity.INFO] * 2),
        (", status: party, until: 2015", [Severity.WARNING] * 2),
        (", status: party, until: ~2015", []),
        (", status: party, in_force: 1998, until: 2015, citations: iccpr", [Severity.ERROR] * 2),
        (", status: party, in_force: 2015, until: 1998", [Severity.WARNING] * 2),
        (", status: signatory, until: 2017", [Severity.WARNING] * 2),
        (", status: signatory, citations: iccpr", [Severity.ERROR] * 2),
        (", status: not_party", [Severity.WARNING] * 2),
    ],
)
def test_what_the_case_says_of_its_own_state_is_compared(
    standing: str, weights: list[Severity], tmp_path: Path
) -> None:
    found = result(tmp_path, "{instrument: uncat, provision: '1'}", case=OWN % standing).findings

    assert [one.severity for one in found] == weights


@each(
    ("when", "count"),
    [("events: [raid]", 2), ("events: [before]", 0), ("events: [raid], period: 2016", 0), ("events: []", 0)],
    ids=["an event before it", "what is only context", "the period goes before the events", "no date"],
)
def test_the_events_date_an_allegation_without_a_period(when: str, count: int, tmp_path: Path) -> None:
    assert len(result(tmp_path, "{instrument: uncat, provision: '1'}", when=when).findings) == count


def test_conduct_after_a_withdrawal_is_told_with_both_days(tmp_path: Path) -> None:
    own = OWN % ", status: party, in_force: 1998, until: 2015-03-01"
    first = result(tmp_path, "{instrument: uncat, provision: '1'}", case=own).findings[0]

    assert (
        in_ids(first.message) == "UNCAT art 1 is relied on for `2016`; Kelvandra was a party from 1998 until 2015-03-01"
    )
    assert first.help == (
        "say in `remark` why it binds all the same and mark it `contention: true`, "
        "or name a provision that bound the State then"
    )


def test_what_the_next_step_says_makes_it_a_note(tmp_path: Path) -> None:
    own = OWN % ", status: party, in_force: 1998, until: 2015-03-01, citations: iccpr"
    said = "{instrument: uncat, provision: '1', remark: It binds as custom%s}"
    first = result(tmp_path, said % "", case=own).findings[0]

    assert first.help.startswith("where its `remark` says why it binds all the same, mark it `contention: true`; or")
    assert result(tmp_path, said % ", contention: true", case=own).findings[0].severity is Severity.INFO


def test_a_contention_with_its_remark_wants_a_decision_alone(tmp_path: Path) -> None:
    own = OWN % ", status: party, in_force: 1998, until: 2015-03-01"
    said = "{instrument: uncat, provision: '1', contention: true, remark: Named for its words}"

    assert "decide in `decisions.yaml`" in result(tmp_path, said, case=own).findings[0].help


@each(
    ("state", "provision", "weights"),
    [
        ("China", "provision: '20'", [Severity.ERROR] * 2),
        ("China", "provision: 20 (1)", [Severity.ERROR] * 2),
        ("China", "provision: '22'", [Severity.WARNING] * 2),
        ("China", "provision: '20', contention: true", [Severity.INFO] * 2),
        ("China", "provision: '2'", []),
        ("Poland", "provision: '20'", []),
        ("Poland", "provision: '22'", []),
    ],
    ids=[
        "excluded, and read at its source",
        "a paragraph of it",
        "excluded, and not read",
        "put as a contention: a note",
        "a number that begins alike",
        "accepted",
        "said to be accepted",
    ],
)
def test_a_provision_that_the_state_does_not_accept_is_found(
    state: str, provision: str, weights: list[Severity], tmp_path: Path
) -> None:
    found = result(tmp_path, f"{{instrument: uncat, {provision}}}", case=f"state: {state}").findings

    assert [one.severity for one in found] == weights


@each(
    ("when", "reason"),
    [
        ("period: 2016", "; China does not accept it: inquiry of the Committee against Torture"),
        ("events: []", "; China does not accept it: inquiry of the Committee against Torture"),
        ("period: 1970", " for `1970`; China is a party by its deposit on 1988-10-04"),
    ],
)
def test_it_is_said_what_is_not_accepted_unless_the_whole_treaty_did_not_bind(
    when: str, reason: str, tmp_path: Path
) -> None:
    found = result(tmp_path, "{instrument: uncat, provision: '20'}", when=when).findings

    assert [in_ids(one.message) for one in found] == [f"UNCAT art 20 is relied on{reason}"] * 2
