"""What an allegation means to say of the person, against the standard by which it is put."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.legal_tests import meaning_above_standard
from probata.checks.support.graded_words import is_known
from probata.diagnostics import Severity
from probata.forum import known_forums, load_forum, own_templates

CASE = """
case: {title: Example, persons_concerned: [wolk], filings: [FILINGS]}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
allegations:
  - id: a
    title: Beatings
    statement: It is alleged that Mara Wolk ordered it.
    roles: [{role: governor, responsibility: command}]
    MORE
"""
UK, US, LETTER = "{id: uk, forum: uk-ghr}", "{id: us, forum: us-glomag}", "{id: letter, forum: letter}"
SAYS = "allegation `a` means that the person is guilty, and is put by a lower standard: "


def asked(folder: Path, filings: str, more: str, phrase: str = "") -> CheckResult:
    threshold = f"threshold: {{phrase: {phrase}, rule: r}}\nrules: [{{id: r, text: T., source: 'https://a.example'}}]\n"
    forum = "id: letter\nextends: _base\ndocument_kind: submission\n" + (threshold if phrase else "")
    case, _ = load_example(
        folder, CASE.replace("FILINGS", filings).replace("MORE", more), {"templates/letter/forum.yaml": forum}
    )
    return run_checks(case, [meaning_above_standard])[0]


def told(result: CheckResult) -> list[str]:
    return [in_ids(one.message) for one in result.findings]


def test_guilt_before_a_forum_that_decides_on_suspicion_is_found(tmp_path: Path) -> None:
    result = asked(tmp_path, UK, "meaning: guilt")

    assert told(result) == [f"{SAYS}`reasonable grounds to suspect` (`uk-ghr`)"]
    assert [one.severity for one in result.findings] == [Severity.WARNING]


def test_all_lower_standards_are_told_at_once(tmp_path: Path) -> None:
    more = "meaning: guilt\n    standard_of_proof: reasonable grounds to suspect"

    assert told(asked(tmp_path, f"{UK}, {US}", more)) == [
        f"{SAYS}`reasonable grounds to suspect` (`uk-ghr`, its own `standard_of_proof`), `credible evidence` "
        "(`us-glomag`)"
    ]


@each("meaning", ["reasonable_grounds", "grounds_to_investigate"])
def test_a_meaning_below_guilt_is_left_alone(meaning: str, tmp_path: Path) -> None:
    result = asked(tmp_path, UK, f"meaning: {meaning}")

    assert (result.outcome, told(result)) == (Outcome.PASSED, [])


def test_an_allegation_that_is_not_put_to_the_forum_is_left_alone(tmp_path: Path) -> None:
    result = asked(tmp_path, UK, "meaning: guilt\n    not_in: [uk]")

    assert (result.outcome, told(result)) == (Outcome.NOT_APPLICABLE, [])


def test_guilt_by_the_standard_of_a_trial_passes(tmp_path: Path) -> None:
    result = asked(tmp_path, LETTER, "meaning: guilt", "proof beyond reasonable doubt")

    assert (result.outcome, told(result)) == (Outcome.PASSED, [])


def test_of_an_unknown_standard_it_cannot_tell(tmp_path: Path) -> None:
    result = asked(tmp_path, LETTER, "meaning: guilt", "what the panel thinks right")

    assert (result.outcome, told(result)) == (Outcome.CANNOT_TELL, [])


def test_without_any_standard_there_is_nothing_to_compare(tmp_path: Path) -> None:
    assert asked(tmp_path, LETTER, "meaning: guilt").outcome is Outcome.NOT_APPLICABLE


@each("name", known_forums((own_templates(),)))
def test_the_standard_of_each_forum_that_shipsis_known(name: str) -> None:
    forum = load_forum(name, (own_templates(),)).forum

    assert forum is not None
    threshold = forum.profile.threshold
    assert threshold is None or is_known(threshold.phrase)


@each(
    ("phrase", "count"),
    [
        ("des motifs raisonnables de soupçonner", 1),
        ("motivos fundados para creer", 1),
        ("hors de tout doute raisonnable", 0),
        ("más allá de toda duda razonable", 0),
    ],
)
def test_standards_are_known_in_french_and_spanish(phrase: str, count: int, tmp_path: Path) -> None:
    result = asked(tmp_path, LETTER, "meaning: guilt", phrase)

    assert len(result.findings) == count
    assert result.outcome is not Outcome.CANNOT_TELL
