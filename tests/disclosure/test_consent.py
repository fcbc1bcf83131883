"""Who may be seen by the readers of a forum."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import CASE, PEOPLE, build, write_case
from tests.each import each

from probata.diagnostics import Severity
from probata.disclosure import Disclosed, disclose
from probata.forum import load_forum, own_templates
from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.model.dates import parse_when

WITNESS = PEOPLE + "- {id: witness, name: {full: Iven Quarrow}, consent_required: true}\n"
CONSENT = "- {id: c, person: witness, forums: [uk-ghr], audiences: [decision_maker, accused, state, public]}\n"
STATEMENTS = """\
- id: quarrow-1
  person: witness
  kind: witness
  paragraphs: [{id: p1, text: I saw the quay., basis: own_knowledge}]
"""
EXHIBITS = "- {id: x1, mark: IQ-1, description: Statement of Iven Quarrow, statement: quarrow-1}\n"
LISTINGS = "- {id: l1, person: witness, authority: United Kingdom, found: false}\n"


def _disclosed(folder: Path, consents: str, forum_id: str = "uk-ghr", **files: str) -> Disclosed:
    loaded = load_case(write_case(folder, **{"people": WITNESS, "consents": consents, **files}), "harbour", Known())
    forum = load_forum(forum_id, (own_templates(),)).forum
    assert loaded.graph is not None
    assert forum is not None
    return disclose(loaded.graph, forum.profile)


def _is_shown(disclosed: Disclosed) -> bool:
    return disclosed.graph.has("people", "witness")


def test_a_person_with_a_fitting_consent_is_shown(tmp_path: Path) -> None:
    disclosed = _disclosed(tmp_path, CONSENT)

    assert _is_shown(disclosed)
    assert disclosed.findings == ()


@each(
    "consents",
    [
        "",
        CONSENT.replace("uk-ghr", "support-statement"),
        CONSENT.replace(", forums: [uk-ghr]", ""),
        CONSENT.replace("[decision_maker, accused, state, public]", "[]"),
        CONSENT.replace("}", ", until: 2026-10-29}"),
        CONSENT.replace("}", ", status: withdrawn}"),
        CONSENT.replace("}", ", status: refused}"),
        CONSENT.replace("person: witness", "person: solvan"),
        CONSENT.replace("}", ", untill: 2026-10-29}"),
        CONSENT.replace("}", ", until: soon}"),
    ],
)
def test_without_a_consent_that_covers_this_use_the_person_is_left_out(tmp_path: Path, consents: str) -> None:
    disclosed = _disclosed(tmp_path, consents)

    assert not _is_shown(disclosed)
    assert [(found.name, str(found.span)) for found in disclosed.findings] == [
        ("person-without-consent", "harbour/people.yaml:5:4")
    ]


@each(
    ("consents", "why", "weight"),
    [
        (
            CONSENT.replace("uk-ghr", "support-statement"),
            "it must cover `accused`, `decision_maker`, `sanctions`",
            Severity.WARNING,
        ),
        (
            CONSENT.replace(", state, public", "").replace(", accused", ""),
            "consent `c` leaves out readers of the document: `accused`",
            Severity.ERROR,
        ),
        (
            CONSENT.replace("}", ", purposes: [un, publication]}"),
            "consent `c` leaves out what the document is for: `sanctions`",
            Severity.ERROR,
        ),
        (CONSENT.replace("}", ", until: 2026-10-29}"), "consent `c` ends `2026-10-29`", Severity.WARNING),
        (CONSENT.replace("}", ", status: not_sought}"), "consent `c` is not sought", Severity.WARNING),
        (
            CONSENT.replace("}", ", withdrawn_on: 2026-10-01}"),
            "consent `c` is withdrawn on `2026-10-01`",
            Severity.WARNING,
        ),
    ],
)
def test_of_a_consent_that_does_not_cover_the_use_it_is_said_why_and_a_filing_outside_it_is_not_made(
    tmp_path: Path, consents: str, why: str, weight: Severity
) -> None:
    (found,) = _disclosed(tmp_path, consents).findings

    assert found.notes == (why,)
    assert found.severity is weight


@each(("until", "shown"), [("2026-11-14", False), ("2026-11-15", True), ("2026-11", True)])
def test_a_document_of_a_later_day_shows_nobody_whose_consent_has_run_out_by_then(
    tmp_path: Path, until: str, shown: bool
) -> None:
    consents = CONSENT.replace("}", f", until: {until}}}")
    loaded = load_case(write_case(tmp_path, people=WITNESS, consents=consents), "harbour", Known())
    forum = load_forum("uk-ghr", (own_templates(),)).forum
    assert loaded.graph is not None
    assert forum is not None

    assert _is_shown(disclose(loaded.graph, forum.profile, dated=parse_when("2026-11-15"))) is shown


@each("until", ["2026-10-30", "2026-10", "2027"])
def test_a_consent_holds_to_its_last_day(tmp_path: Path, until: str) -> None:
    assert _is_shown(_disclosed(tmp_path, CONSENT.replace("}", f", until: {until}}}")))


def test_an_event_that_affects_the_accused_asks_for_no_consent_of_theirs(tmp_path: Path) -> None:
    bystander = WITNESS.replace(", consent_required: true", "")
    events = "- {id: e1, kind: incident, title: Arrests, dates: 2022, persons: [solvan, witness]}\n"
    disclosed = _disclosed(tmp_path, "", "un-sp", people=bystander, events=events)

    assert disclosed.graph.has("people", "solvan")
    assert not _is_shown(disclosed)


def test_what_is_theirs_alone_goes_with_them(tmp_path: Path) -> None:
    files = {"statements": STATEMENTS, "exhibits": EXHIBITS, "listings": LISTINGS}
    without = _disclosed(tmp_path / "a", "", **files).graph
    with_consent = _disclosed(tmp_path / "b", CONSENT, **files).graph

    for kind, record in (("statements", "quarrow-1"), ("exhibits", "x1"), ("listings", "l1")):
        assert with_consent.has(kind, record)
        assert not without.has(kind, record)


def test_a_person_without_consent_stands_in_no_document(tmp_path: Path) -> None:
    case = CASE.replace("[solvan]", "[solvan, witness]")
    files = {"case": case, "people": WITNESS, "statements": STATEMENTS, "exhibits": EXHIBITS, "listings": LISTINGS}
    shown = build(write_case(tmp_path / "a", consents=CONSENT, **files))
    hidden = build(write_case(tmp_path / "b", **files))

    assert "Quarrow" in shown.text
    assert "Quarrow" not in hidden.text
    assert "Solvan" in hidden.text


def test_a_person_whose_need_for_consent_cannot_be_read_stands_in_no_document(tmp_path: Path) -> None:
    case = CASE.replace("[solvan]", "[solvan, witness]")
    built = build(write_case(tmp_path, case=case, people=WITNESS.replace("required: true", "required: ture")))

    assert "Quarrow" not in built.text
    assert str(built.found("wrong-shape").span) == "harbour/people.yaml:5:63"


COURT = CASE.replace("relief: [{measure: Asset freeze}], forum: uk-ghr", "forum: uk-cpr-ws, statement: quarrow-1")


@each(
    ("forum", "case", "weight"),
    [
        ("uk-ghr", CASE, Severity.WARNING),
        ("uk-cpr-ws", COURT, Severity.ERROR),
        ("uk-cpr-ws", COURT.replace("quarrow-1", "solvan-1"), Severity.INFO),
    ],
)
def test_a_person_of_whom_the_forum_prints_nothing_is_missed_by_nobody(
    tmp_path: Path, forum: str, case: str, weight: Severity
) -> None:
    of_another = STATEMENTS.replace("quarrow-1", "solvan-1").replace("person: witness", "person: solvan")
    disclosed = _disclosed(tmp_path, "", forum, case=case, statements=STATEMENTS + of_another)

    assert [(found.record, found.severity) for found in disclosed.findings] == [("people/witness", weight)]


def test_a_relation_that_no_source_states_is_in_no_document(tmp_path: Path) -> None:
    bodies = "- {id: quay, name: Quay}\n- {id: guard, name: Guard}\n"
    stated = "- {id: stated, superior: quay, subordinate: guard, kind: oversight}\n"
    read = "- {id: read, superior: quay, subordinate: guard, kind: command_de_jure, inferred: true}\n"
    disclosed = _disclosed(tmp_path, CONSENT, bodies=bodies, commands=stated + read)

    assert [relation.id for relation in disclosed.graph.commands] == ["stated"]


def test_a_number_of_law_that_no_source_gives_is_in_no_document(tmp_path: Path) -> None:
    provisions = '[{instrument: uncat, provision: "3", inferred: true}, {instrument: echr, provision: "3"}]'
    allegations = f"- {{id: a, title: T, statement: S, provisions: {provisions}}}\n"
    (shown,) = _disclosed(tmp_path, CONSENT, allegations=allegations).graph.allegations

    assert [(law.instrument, law.provision) for law in shown.provisions] == [("uncat", None), ("echr", "3")]
