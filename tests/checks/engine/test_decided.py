"""A decision stands as long as that on which it rested is as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import findings_of, run_checks
from probata.checks.engine.decisions import fingerprint_of_finding, records_named, rests_on
from probata.diagnostics import Diagnostic, Report, Severity, say
from probata.diagnostics.message import Message

CASE = """
case: {title: Example}
allegations:
  - {id: a, title: Beatings, statement: Prisoners were beaten.}
"""
DECISION = """
decisions:
  - id: d
    check: allegation-without-role
    record: allegations/a
    decision: It stands as setting.
    reason: It shows the conditions.
    author: Ada Reyes
    date: 2024-06-01
    rests_on: [RESTS]
"""


def _found(folder: Path, text: str) -> Diagnostic:
    case, faults = load_example(folder, text)
    assert faults == []
    (found,) = findings_of(run_checks(case, [check_named("allegation-without-role")]))
    return found


def _decided(folder: Path) -> str:
    """Return the decision as it is made on the case as it stands."""
    case, _ = load_example(folder, CASE)
    (found,) = findings_of(run_checks(case, [check_named("allegation-without-role")]))
    resting = rests_on(case.graph, "allegations/a", [found])
    return DECISION.replace("RESTS", ", ".join(" ".join(pair) for pair in resting))


def test_a_decision_stands_while_nothing_changes_and_another_layout_is_no_change(tmp_path: Path) -> None:
    decision = _decided(tmp_path)
    other = CASE.replace("{id: a, title: Beatings,", "{title: 'Beatings',   id: a,   # as before\n     ")

    for text in (CASE, other):
        found = _found(tmp_path, text + decision)
        assert found.severity is Severity.INFO
        assert "decided: It stands as setting." in tuple(map(in_ids, found.notes))


def test_what_is_decided_stands_behind_what_nobody_has_looked_at(tmp_path: Path) -> None:
    undecided = _found(tmp_path, CASE)
    decided = _found(tmp_path, CASE + _decided(tmp_path))
    report = Report()
    report.extend([decided, replace(undecided, severity=Severity.INFO)])

    assert [tuple(map(in_ids, found.notes)) == tuple(map(in_ids, decided.notes)) for found in report] == [False, True]


def test_a_decision_falls_when_its_record_changes_and_what_changed_is_told(tmp_path: Path) -> None:
    decision = _decided(tmp_path)
    found = _found(tmp_path, CASE.replace("were beaten", "were beaten and starved") + decision)

    assert found.severity is Severity.ERROR
    assert tuple(map(in_ids, found.notes[-2:])) == (
        "decided before: It stands as setting.",
        "the decision fell (by Ada Reyes, 2024-06-01): `allegations/a` changed since",
    )
    assert found.help.endswith("decide again with `probata decide`")


def test_a_decision_falls_when_the_finding_says_something_else(tmp_path: Path) -> None:
    decision = _decided(tmp_path).replace(f"finding {_of_finding(tmp_path)}", "finding 0123456789abcdef")

    assert "the finding says something else now since" in _found(tmp_path, CASE + decision).notes[-1]


def _of_finding(folder: Path) -> str:
    return fingerprint_of_finding(_found(folder, CASE).message)


@each(
    ("other", "same"),
    [
        (f"role {say.role('a')} ended on 2016-03-01", False),
        (f"role {say.role('b')} ended on 2016-03-02", False),
        (f"on 2016-03-02 the role {say.role('a')} came to its end", True),
        (f"post {say.post('a')} ended on 2016-03-02", False),
    ],
)
def test_a_finding_is_known_by_what_it_says_of_the_case_and_not_by_our_words(other: str, same: bool) -> None:
    assert (
        fingerprint_of_finding(f"role {say.role('a')} ended on 2016-03-02") == fingerprint_of_finding(other)
    ) is same


NAMED = """
case:
  title: Example
  summary: |-
    BEFORE

    Harbour Watch spoke with 2 prisoners.
  prepared_by: {organisation: Harbour Watch}
  filings:
    - {id: letter, forum: un-sp}
"""
IN_PARTICULARS = """
case:
  title: Example
  prepared_by: {organisation: Harbour Watch}
  filings:
    - {id: letter, forum: un-sp}
allegations:
  - id: held
    title: Prisoners held
    statement: It is alleged that prisoners were held.
    particulars: |-
      BEFORE

      Harbour Watch spoke with 2 prisoners.
"""
ON_LETTER = DECISION.replace("allegation-without-role", "source-named").replace("allegations/a", "filings/letter")


def _source_named(folder: Path, before: str, *, rests: str = "", after: str = "") -> Diagnostic:
    decision = ON_LETTER.replace("RESTS", rests) if rests else ""
    before = before.replace("\n\n    ", "\n\n      ")
    text = IN_PARTICULARS.replace("BEFORE", before).replace(
        "spoke with 2 prisoners.", f"spoke with 2 prisoners.{after}"
    )
    case, faults = load_example(folder, text + decision)
    assert faults == []
    (found,) = findings_of(run_checks(case, [check_named("source-named")]))
    return found


def _is_decided(found: Diagnostic) -> bool:
    return any(note.startswith("decided: ") for note in tuple(map(in_ids, found.notes)))


def test_a_decision_outlives_the_number_of_a_paragraph_and_no_other_words(tmp_path: Path) -> None:
    first = _source_named(tmp_path, "They were held.")
    rests = _rests_on(first)
    two = "They were held.\n\n    They were beaten."

    assert _source_named(tmp_path, two).message != in_ids(first.message)
    assert _is_decided(_source_named(tmp_path, two, rests=rests))
    assert not _is_decided(_source_named(tmp_path, two, rests=rests, after=" It submits this."))
    assert not _is_decided(_source_named(tmp_path, "Harbour Watch was there.", rests=rests))


def _rests_on(found: Diagnostic) -> str:
    return ", ".join(f"finding {fingerprint_of_finding(part)}" for part in found.to_decide)


TWICE = "Harbour Watch was there.\n\n    The guards left, as Harbour Watch wrote. Six were dead."


@each(
    ("now", "stands"),
    [
        (TWICE.replace("there.", "there. They were 12 of 300."), False),
        (f"At noon it rained. {TWICE}", True),
        (f"They were held.\n\n    {TWICE}", True),
        ("The guards left, as Harbour Watch wrote. Six were dead.", True),
        (TWICE.replace("was there", "was there in"), False),
        (TWICE.replace("was there", "was there 2019"), True),
        (TWICE.replace("wrote", "tells you"), False),
        (f"{TWICE}\n\n    Harbour Watch was there.", False),
    ],
)
def test_a_decision_on_a_named_source_falls_by_a_naming_that_is_new_and_by_no_other_change(
    now: str, stands: bool, tmp_path: Path
) -> None:
    rests = _rests_on(_source_named(tmp_path, TWICE))

    assert _is_decided(_source_named(tmp_path, now, rests=rests)) is stands


ROLE = """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: prison, name: North Prison}]
positions: [{id: warden, title: Warden, body: prison}]
sources:
  - {id: gazette, title: The Gazette, type: book, held: held, rank: primary, publisher: The State, issued: 2015,
     page: 1-3}
roles:
  - id: governor
    person: wolk
    title: Governor
    seats: [warden]
    dates: {stated: 2016/2018, other_accounts: [{dates: 2016-02/2018-10, citations: "gazette, p. 2"}]}
"""
ON_ROLE = DECISION.replace("allegation-without-role", "role-dates-mismatch").replace("allegations/a", "roles/governor")


def _role_found(folder: Path, text: str) -> Diagnostic:
    case, faults = load_example(folder, text)
    assert faults == []
    (found,) = findings_of(run_checks(case, [check_named("role-dates-mismatch")]))
    return found


@each(
    ("old", "new", "changed"),
    [
        ("held: held", "held: not_located", "sources/gazette"),
        ("rank: primary", "rank: secondary", "sources/gazette"),
        ("publisher: The State", "publisher: A Club", "sources/gazette"),
        ("issued: 2015", "issued: 2016", "sources/gazette"),
        ("page: 1-3", "page: 1-4", ""),
        ("title: The Gazette", "title: Gazette", ""),
        ("title: Warden", "title: Head warden", ""),
    ],
)
def test_a_decision_rests_on_what_the_sources_of_its_record_weigh(
    old: str, new: str, changed: str, tmp_path: Path
) -> None:
    case, _ = load_example(tmp_path, ROLE)
    resting = rests_on(case.graph, "roles/governor", [_role_found(tmp_path, ROLE)])
    decision = ON_ROLE.replace("RESTS", ", ".join(" ".join(pair) for pair in resting))
    found = _role_found(tmp_path, ROLE.replace(old, new) + decision)

    assert ROLE.count(old) == 1
    assert found.decided_by == ("" if changed else "d")
    assert not changed or in_ids(found.notes[-1]).endswith(f": `{changed}` changed since")


def test_a_decision_rests_on_the_records_that_a_finding_names(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, ROLE.replace("id: prison", "id: warden").replace("body: prison", "body: warden"))
    named = (say.post("warden"), say.source("gazette"), say.record("roles/governor"), say.role("no-such"))

    assert list(records_named(Message(" above ".join(named)).refs, case.graph)) == [
        "positions/warden",
        "sources/gazette",
        "roles/governor",
    ]


def test_what_is_decided_of_a_word_is_not_the_number_of_its_paragraph(tmp_path: Path) -> None:
    said = []
    for text in ("It is proved.", "They were beaten.\n\n    It is proved."):
        summary = NAMED.replace("BEFORE", text).replace("un-sp", "uk-ghr")
        case, faults = load_example(tmp_path, summary)
        assert faults == []
        (found,) = findings_of(run_checks(case, [check_named("word-above-standard")]))
        said.append((in_ids(found.message), found.to_decide))

    assert said[0][0] != said[1][0]
    assert said[0][1] == said[1][1]


def test_a_decision_under_the_former_name_of_a_check_is_on_the_check(tmp_path: Path) -> None:
    former = DECISION.replace("RESTS", "").replace("allegation-without-role", "tenure-told-differently")
    case, faults = load_example(tmp_path, CASE + former)

    assert faults == []
    assert [decision.check for decision in case.graph.decisions] == ["tenure-mismatch"]
