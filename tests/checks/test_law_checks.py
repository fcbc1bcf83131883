"""Provisions, rules and responsibility."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.authorities import unverified_rule
from probata.checks.records.filings import rule_due_today, rule_out_of_date
from probata.checks.records.legal_tests import allegation_without_limb, conduct_not_covered, limb_not_argued
from probata.checks.records.provisions import provision_not_in_catalogue
from probata.checks.records.responsibility import allegation_without_responsibility, responsibility_told_differently
from probata.diagnostics import Severity
from probata.law.instrument import bare_number

PROVISIONS = """
case: {title: Example, filings: FILINGS}
allegations:
  - {id: a, title: T, statement: S., provisions: PROVISIONS}
"""
ROLES = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015/2016, responsibility: OWN}]
allegations:
  - {id: a, title: T, statement: S., roles: [{role: r, responsibility: FIRST}]}
  - {id: b, title: T, statement: S., roles: [{role: r, responsibility: SECOND}]}
"""


def test_a_provision_number_is_compared_without_white_space(tmp_path: Path) -> None:
    text = PROVISIONS.replace("PROVISIONS", '[{instrument: rome-statute, provision: "7 (1) (i)"}]')
    case, _ = load_example(tmp_path, text.replace("FILINGS", "[]"))

    assert run_checks(case, [provision_not_in_catalogue])[0].findings == ()


def test_an_instrument_without_a_provision_is_a_note(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, PROVISIONS.replace("PROVISIONS", "[{instrument: echr}]").replace("FILINGS", "[]"))
    (found,) = run_checks(case, [provision_not_in_catalogue])[0].findings

    assert (found.severity, in_ids(found.message)) == (Severity.INFO, "ECHR is cited without an article")


def test_a_number_beyond_the_last_article_is_told_as_such(tmp_path: Path) -> None:
    text = PROVISIONS.replace("PROVISIONS", '[{instrument: uncat, provision: "99"}]').replace("FILINGS", "[]")
    case, _ = load_example(tmp_path, text)
    (found,) = run_checks(case, [provision_not_in_catalogue])[0].findings

    assert found.severity is Severity.WARNING
    assert in_ids(found.message) == "article `99` of UNCAT is alleged, and its last article is article 33"
    assert found.help == "open the text of the instrument and correct the number"


@each(
    ("instrument", "typed", "bare"),
    [("iccpr", "Art. 7", "7"), ("uncat", "Article 1", "1"), ("iccpr", "art 9(1)", "9(1)"), ("eo-13818", "§ 1", "1")],
)
def test_a_number_with_the_word_for_its_kind_is_told_without_it(
    tmp_path: Path, instrument: str, typed: str, bare: str
) -> None:
    text = PROVISIONS.replace("PROVISIONS", f'[{{instrument: {instrument}, provision: "{typed}"}}]')
    case, _ = load_example(tmp_path, text.replace("FILINGS", "[]"))
    (found,) = run_checks(case, [provision_not_in_catalogue])[0].findings

    assert found.severity is Severity.WARNING
    assert in_ids(found.message).startswith(f"`{typed}` of ")
    assert in_ids(found.message).endswith(f" {typed}”")
    assert found.help == f"write the number alone under `provision`: `{bare}`"


@each("number", ["7", "1A(2)", "7(1)(i)", "Annex 1", "15 bis"])
def test_words_that_are_part_of_a_number_stay(number: str) -> None:
    assert bare_number(number) == number


def test_a_number_that_is_our_own_reading_is_told_as_none(tmp_path: Path) -> None:
    text = PROVISIONS.replace("PROVISIONS", '[{instrument: echr, provision: "3", inferred: true}]')
    case, _ = load_example(tmp_path, text.replace("FILINGS", "[]"))
    (found,) = run_checks(case, [provision_not_in_catalogue])[0].findings

    assert (found.severity, in_ids(found.message)) == (
        Severity.INFO, "ECHR is cited without an article; we read it as article `3`"
    )  # fmt: skip


def test_an_unread_rule_is_a_note(tmp_path: Path) -> None:
    text = PROVISIONS.replace("PROVISIONS", '[{instrument: echr, provision: "3"}, {instrument: echr, provision: "5"}]')
    case, _ = load_example(tmp_path, text.replace("FILINGS", "[{id: f, forum: uk-ghr}]"))
    found = run_checks(case, [unverified_rule])[0].findings

    assert [(one.record, one.severity) for one in found] == [
        ("allegations/a", Severity.INFO), ("filings/f", Severity.INFO),
    ]  # fmt: skip
    assert (
        in_ids(found[0].message)
        == "allegation `a` rests on law that was not read at its source: ECHR art 3, ECHR art 5"
    )


OWN_FORUM = """
id: letter
extends: _base
document_kind: submission
rules:
  - {id: kept, text: Kept., source: https://example.org/rules, read_on: 2026-01-31, recheck_by: 2027-06-01RULE}
"""
OUT_OF_DATE = "source: https://example.org/test, read_on: 2026-01-31, recheck_by: 2026-12-08"
LIMB = f"{{id: 6(a), label: Took part, text: Any person who took part, kind: involvement, {OUT_OF_DATE}}}"
MEASURE = f"{{id: freeze, label: Asset freeze, {OUT_OF_DATE}}}"
ANALOGY = f", analogy: {{provision: PD 57AC, {OUT_OF_DATE}}}"


@each(
    ("rule", "parts", "words", "notes"),
    [
        ("", f"legal_test: [{LIMB}]", "a limb of the legal test was", ["`6(a)`, by 2026-12-08: Took part"]),
        ("", f"measures: [{MEASURE}]", "a measure was", ["`freeze`, by 2026-12-08: Asset freeze"]),
        (ANALOGY, "", "a text followed by analogy was", ["`kept`, by 2026-12-08: PD 57AC"]),
        (
            ANALOGY,
            f"legal_test: [{LIMB}, {LIMB.replace('6(a)', '6(b)')}]\nmeasures: [{MEASURE}]",
            "2 limbs of the legal test, a measure and a text followed by analogy were",
            ["`6(a)`", "`6(b)`", "`freeze`", "`kept`"],
        ),
        ("", f"legal_test: [{LIMB.replace('2026-12-08', '2026-12-10')}]", "", []),
        ("", "", "", []),
    ],
    ids=["a limb", "a measure", "an analogy", "several", "a limb on its last day", "nothing that is out of date"],
)
def test_every_part_of_a_forum_that_was_to_be_read_again_is_found(
    rule: str, parts: str, words: str, notes: list[str], tmp_path: Path
) -> None:
    text = "case: {title: Example, as_of: 2026-12-10, filings: [{id: letter, forum: letter}]}"
    forum = {"templates/letter/forum.yaml": f"{OWN_FORUM.replace('RULE', rule)}{parts}\n"}
    case, faults = load_example(tmp_path, text, forum)
    result = run_checks(case, [rule_out_of_date])[0]

    assert [in_ids(fault.message) for fault in faults] == []
    assert result.answer.looked_at == 1
    assert [in_ids(one.message) for one in result.findings] == [
        f"forum `letter`: {words} to be read again by a day before 2026-12-10, for which the case is true"
    ] * bool(words)
    told = [note for one in result.findings for note in one.notes]
    assert [note.startswith(start) for note, start in zip(told, notes, strict=True)] == [True] * len(notes)


@each(
    ("case", "filing", "statement", "told"),
    [
        (", as_of: 2026-12-08", ", date: 2026-12-09", "", "2026-12-09, the date of the filing"),
        ("", ", date: 2027-03-01", "", "2027-03-01, the date of the filing"),
        ("", ", date: 2027-03", "", "2027-03, the date of the filing"),
        ("", "", ", made_on: 2026-12-09", "2026-12-09, when statement `s` was made"),
        ("", ", date: 2026-11-01", ", made_on: 2026-11-02, signed_on: 2026-12-10",
         "2026-12-10, when statement `s` was signed"),
        (", as_of: 2026-12-10", ", date: 2026-12-10", ", signed_on: 2026-12-10",
         "2026-12-10, for which the case is true"),
        (", as_of: 2026-12-10", ", date: 2026-11-01", "", "2026-12-10, for which the case is true"),
        (", as_of: 2026-12-08", ", date: 2026-12-08", ", made_on: 2026-12-08, signed_on: 2026-12-08", ""),
        ("", ", date: 2026-12", "", ""),
    ],
    ids=["later than the case", "no day of the case", "a month", "made", "signed", "all the same",
         "earlier than the case", "the last day", "the month of the last day"],
)  # fmt: skip
def test_a_forum_is_out_of_date_on_the_latest_day_that_the_filing_bears(
    case: str, filing: str, statement: str, told: str, tmp_path: Path
) -> None:
    text = f"""
case: {{title: Example{case}, filings: [{{id: letter, forum: letter, statement: s{filing}}}]}}
people: [{{id: p, name: Mara Wolk}}]
statements: [{{id: s, person: p, kind: deponent{statement}}}]
"""
    forum = {"templates/letter/forum.yaml": f"{OWN_FORUM.replace('RULE', '')}legal_test: [{LIMB}]\n"}
    opened, faults = load_example(tmp_path, text, forum)
    found = run_checks(opened, [rule_out_of_date])[0].findings

    assert [in_ids(fault.message) for fault in faults] == []
    assert [in_ids(one.message).partition(" by a day before ")[2] for one in found] == [told] * bool(told)


def test_a_filing_without_any_day_is_not_said_to_be_in_date(tmp_path: Path) -> None:
    forum = {"templates/letter/forum.yaml": f"{OWN_FORUM.replace('RULE', '')}legal_test: [{LIMB}]\n"}
    text = """
case: {title: Example, filings: [{id: letter, forum: letter}, {id: dated, forum: letter, date: 2026-12-01}]}
"""
    case, _ = load_example(tmp_path, text, forum)
    answer = run_checks(case, [rule_out_of_date])[0].answer

    assert (answer.looked_at, answer.untold) == (2, 1)


@each(
    ("as_of", "today", "due"),
    [
        ("2026-10-30", date(2026, 12, 9), True),
        ("2026-10-30", date(2026, 12, 8), False),
        ("2026-12-10", date(2027, 1, 1), False),
        ("2026-10-30", None, False),
    ],
)
def test_a_rule_that_is_due_today_is_a_note_unless_the_filing_itself_bears_a_later_day(
    tmp_path: Path, as_of: str, today: date | None, due: bool
) -> None:
    text = f"case: {{title: Example, as_of: {as_of}, filings: [{{id: letter, forum: letter}}]}}"
    own = OWN_FORUM.replace(", recheck_by: 2027-06-01RULE", "")
    opened, _ = load_example(tmp_path, text, {"templates/letter/forum.yaml": f"{own}legal_test: [{LIMB}]\n"})
    result = run_checks(replace(opened, today=today), [rule_due_today])[0]

    assert [(one.severity, in_ids(one.message)) for one in result.findings] == [
        (Severity.INFO, "forum `letter`: a limb of the legal test was to be read again by a day that has passed")
    ] * due
    assert (result.answer.looked_at, result.answer.untold) == (1, 0 if today else 1)


def test_law_that_an_allegation_rests_on_is_to_be_read_again_like_the_rules_of_the_forum(tmp_path: Path) -> None:
    text = """
case: {title: Example, state: China, as_of: 2027-03-01, filings: [{id: letter, forum: letter}]}
allegations:
  - {id: a, title: A, statement: A., provisions: [{instrument: eo-13818, provision: 2}, {instrument: iccpr}]}
"""
    own = OWN_FORUM.replace("RULE", "")
    case, faults = load_example(tmp_path, text, {"templates/letter/forum.yaml": own})
    (found,) = run_checks(case, [rule_out_of_date])[0].findings

    assert faults == []
    assert "an instrument of law and the State’s standing under a treaty were to be read again" in in_ids(found.message)
    assert [note.split(":")[0] for note in found.notes] == ["`eo-13818`, by 2026-12-20", "`iccpr`, by 2027-02-24"]


def test_a_forum_of_which_a_limb_alone_has_a_day_is_looked_at(tmp_path: Path) -> None:
    text = "case: {title: Example, as_of: 2026-12-10, filings: [{id: letter, forum: letter}]}"
    own = OWN_FORUM.replace(", recheck_by: 2027-06-01RULE", "")
    case, _ = load_example(tmp_path, text, {"templates/letter/forum.yaml": f"{own}legal_test: [{LIMB}]\n"})

    assert run_checks(case, [rule_out_of_date])[0].answer.looked_at == 1


@each(
    ("own", "first", "second", "words"),
    [
        ("[]", "command", "oversight", "`oversight` here and `command` elsewhere"),
        ("oversight", "command", "oversight", "`command` here and `oversight` elsewhere"),
        ("[{link: direct_superior}]", "command", "command", ""),
        ("[command, oversight]", "command", "oversight", ""),
        ("[]", "{label: command, grade: direct}", "{label: command, grade: ultimate}",
         "`ultimate` here and `direct` elsewhere"),
        ("[]", "{label: command, over: guards}", "{label: oversight, over: courts}", ""),
        ("[]", "{label: command, grade: direct}", "{label: command}", ""),
    ],
)  # fmt: skip
def test_one_role_told_in_two_ways_is_found(own: str, first: str, second: str, words: str, tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, ROLES.replace("OWN", own).replace("FIRST", first).replace("SECOND", second))
    found = run_checks(case, [responsibility_told_differently])[0].findings

    assert faults == []
    assert [in_ids(one.message) for one in found] == ([f"the responsibility from role `r` is {words}"] if words else [])


def test_the_responsibility_of_the_role_stands_in_for_that_of_the_allegation(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, ROLES.replace("OWN", "command").replace("FIRST", "[]").replace("SECOND", "[]"))

    assert run_checks(case, [allegation_without_responsibility])[0].findings == ()


def test_holding_a_post_only_counts_as_a_ground_that_is_stated(tmp_path: Path) -> None:
    text = (
        ROLES.replace("OWN", "[]").replace("FIRST", "{conduct: [held_post_only]}").replace("SECOND", "{over: guards}")
    )
    case, _ = load_example(tmp_path, text)

    assert [one.record for one in run_checks(case, [allegation_without_responsibility])[0].findings] == [
        "allegations/b"
    ]


ARGUED = """
case: {title: Example, persons_concerned: [p], filings: [{id: f, forum: FORUM}]}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015/2016, responsibility: command}]
allegations:
  - {id: a, title: T, statement: S., roles: [{role: r}], conduct: [CONDUCT], limbs: [LIMBS]}
"""


def argued(forum: str, conduct: str, *limbs: str) -> str:
    written = ", ".join(f'{{forum: {forum}, limb: "{limb}", text: It is met.}}' for limb in limbs)
    return ARGUED.replace("FORUM", forum).replace("CONDUCT", conduct).replace("LIMBS", written)


RIGHT = "a right under regulation 4(2)"
KIND = "a kind of involvement under regulation 6(3) or a relation under regulation 6(2)(b) to (d)"
ABUSE, PERSON = "serious human rights abuse under the Order", "how the Order reaches the person"
VIOLATION, BY_ACT = "a violation under the Act", "how the Act reaches the person"


@each(
    ("forum", "limbs", "missing"),
    [
        ("uk-ghr", [], [RIGHT, KIND]),
        ("uk-ghr", ["4(2)(b)"], [KIND]),
        ("uk-ghr", ["6(3)(a)"], [RIGHT]),
        ("uk-ghr", ["4(2)(b)", "6(2)(a)"], [KIND]),
        ("uk-ghr", ["4(2)(b)", "6(3)(z)"], [KIND]),
        ("uk-ghr", ["4(2)(b)", "6(3)(f)"], []),
        ("uk-ghr", ["4(2)(b)", "6(2)(d)"], []),
        ("us-glomag", [], [ABUSE, f"{PERSON}, nor {VIOLATION}", BY_ACT]),
        ("us-glomag", ["1(a)(ii)(A) abuse", "1(a)(ii)(A)"], []),
        ("us-glomag", ["1(a)(ii)(A) abuse", "1(a)(ii)(C)(1)"], []),
        ("us-glomag", ["10102(a)(1) violation", "10102(a)(1)(B)"], [BY_ACT]),
        ("us-glomag", ["10102(a)(3)"], []),
        ("us-glomag", ["1(a)(ii)(B)(1)"], []),
        ("eu-ghrsr", ["criterion (b)"], ["an act under Article 1(1)"]),
        ("eu-ghrsr", ["1(1)(c)(i)"], ["a criterion for a listing"]),
        ("eu-ghrsr", ["1(1)(d)", "criterion (c)"], []),
        ("un-sp", [], []),
    ],
)
def test_each_allegation_argues_what_the_test_of_its_forum_cannot_do_without(
    tmp_path: Path, forum: str, limbs: list[str], missing: list[str]
) -> None:
    case, faults = load_example(tmp_path, argued(forum, "torture", *limbs))
    found = run_checks(case, [allegation_without_limb])[0].findings

    assert [in_ids(fault.message) for fault in faults] == []
    assert [in_ids(one.message) for one in found] == (
        [f"allegation `a` does not argue {' or '.join(missing)} for `{forum}`"] if missing else []
    )
    assert {one.severity for one in found} <= {Severity.ERROR}, "the rules were read at their source"


@each("forum", ["uk-ghr", "us-glomag", "eu-ghrsr"])
def test_every_limb_that_will_do_is_a_limb_of_the_test(tmp_path: Path, forum: str) -> None:
    case, _ = load_example(tmp_path, argued(forum, "torture"))
    profile = case.profiles[forum]

    assert profile.needed_limbs
    for needed in profile.needed_limbs:
        assert needed.kinds or needed.limbs
        assert all(profile.limb(limb) for limb in needed.limbs)
        assert profile.rule(needed.rule) is not None


@each(
    ("forum", "conduct", "limbs", "is_found"),
    [
        ("uk-ghr", "arbitrary_detention", [], True),
        ("uk-ghr", "arbitrary_detention, freedom_of_expression", ["6(3)(a)"], True),
        ("uk-ghr", "arbitrary_detention, torture", [], False),
        ("uk-ghr", "enforced_disappearance", ["4(2)(b)"], False),
        ("us-glomag", "freedom_of_expression", ["10102(a)(1)(B)"], True),
        ("us-glomag", "arbitrary_detention", [], False),
        ("eu-ghrsr", "arbitrary_detention", [], False),
        ("eu-ghrsr", "violation_of_sovereignty", [], True),
    ],
)
def test_conduct_of_which_nothing_is_covered_is_found_unless_a_covered_head_is_argued(
    tmp_path: Path, forum: str, conduct: str, limbs: list[str], is_found: bool
) -> None:
    case, _ = load_example(tmp_path, argued(forum, conduct, *limbs))
    found = run_checks(case, [conduct_not_covered])[0].findings

    assert bool(found) is is_found
    assert all(one.severity is Severity.ERROR and in_ids(one.notes[0]) for one in found)


def test_an_allegation_kept_out_of_a_filing_need_not_meet_its_test(tmp_path: Path) -> None:
    text = argued("uk-ghr", "arbitrary_detention").replace("title: T,", "title: T, not_in: [f],")
    case, _ = load_example(tmp_path, text)
    results = run_checks(case, [allegation_without_limb, conduct_not_covered])

    assert [in_ids(found.message) for result in results for found in result.findings] == []


@each(
    ("limbs", "is_found"),
    [(["4(2)(b)"], False), (["4(2)(b)", "6(3)(a)"], True)],
    ids=["one that it cannot do without is missing", "the test is argued"],
)
def test_a_limb_is_not_missed_where_the_test_as_a_whole_is_not_argued(
    limbs: list[str], is_found: bool, tmp_path: Path
) -> None:
    ordered = "{label: command, conduct: [ordered, knew_and_did_not_prevent]}"
    text = argued("uk-ghr", "torture", *limbs).replace("responsibility: command", f"responsibility: {ordered}")
    case, _ = load_example(tmp_path, text)
    found = run_checks(case, [limb_not_argued])[0].findings
    asked = run_checks(case, [allegation_without_limb])[0].findings

    assert (bool(found), bool(asked)) == (is_found, not is_found)


def test_conduct_that_several_forums_do_not_reach_is_told_once(tmp_path: Path) -> None:
    text = argued("uk-ghr", "violation_of_sovereignty").replace(
        "forum: uk-ghr}", "forum: uk-ghr}, {id: g, forum: eu-ghrsr}"
    )
    case, _ = load_example(tmp_path, text)
    (found,) = run_checks(case, [conduct_not_covered])[0].findings

    assert in_ids(found.message) == (
        "no conduct in allegation `a` is by itself within the reach of `uk-ghr`, `eu-ghrsr`"
    )
    assert in_ids(found.notes[0]) == "its conduct: “violation of the sovereignty of another State”"


def test_the_limb_given_as_example_is_one_to_which_the_conduct_leads(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, argued("uk-ghr", "torture"))
    (found,) = run_checks(case, [allegation_without_limb])[0].findings

    assert "limb: 4(2)(b)," in found.help, "the right not to be tortured, and not the first of the list"
