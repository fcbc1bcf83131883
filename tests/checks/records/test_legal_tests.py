"""Limbs, elements and counts: what the law asks for, and what is argued for it."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import ALLEGATIONS, build, write_case
from tests.checks.given import Given, rows

ARGUED = Given(
    "allegation-without-limb",
    """
case: {title: Example, persons_concerned: [p], filings: [{id: f, forum: FORUM}]}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015/2016, responsibility: GROUND}]
allegations:
  - {id: a, title: T, statement: S., roles: [{role: r}], conduct: [CONDUCT], limbs: [FIRST, SECOND], MORE}
""",
    {"FORUM": "uk-ghr", "FIRST": "", "SECOND": "", "CONDUCT": "torture", "GROUND": "command", "MORE": ""},
)
COVERED = ARGUED.by("conduct-not-covered")
UNKNOWN = ARGUED.by("limb-unknown")
MISSED = ARGUED.by("limb-not-argued")
ORDERED = "{label: command, conduct: [ordered, knew_and_did_not_prevent]}"
MEANT = Given(
    "meaning-above-standard",
    """
case: {title: Example, persons_concerned: [wolk], filings: [FILING]}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
allegations:
  - {id: a, title: Beatings, statement: It is alleged that Mara Wolk ordered it., meaning: MEANING,
     roles: [{role: governor, responsibility: command}]}
""",
    {"MEANING": "guilt", "FILING": "{id: uk, forum: uk-ghr}", "PHRASE": ""},
    {
        "templates/letter/forum.yaml": (
            "id: letter\nextends: _base\ndocument_kind: submission\nthreshold: {phrase: PHRASE, rule: r}\n"
            "rules: [{id: r, text: T., source: 'https://a.example'}]\n"
        )
    },
)
LETTER = "{id: letter, forum: letter}"


def limb(name: str, forum: str = "uk-ghr") -> str:
    return f'{{forum: {forum}, limb: "{name}", text: It is met.}}'


US, EU = "us-glomag", "eu-ghrsr"

test_each_allegation_argues_what_the_test_of_its_forum_cannot_do_without = rows(
    (ARGUED(), "must fix"),
    (ARGUED("uk-ghr", limb("4(2)(b)")), "must fix"),
    (ARGUED("uk-ghr", limb("6(3)(a)")), "must fix"),
    (ARGUED("uk-ghr", limb("4(2)(b)"), limb("6(2)(a)")), "must fix"),
    (ARGUED("uk-ghr", limb("4(2)(b)"), limb("6(3)(f)")), ""),
    (ARGUED("uk-ghr", limb("4(2)(b)"), limb("6(2)(d)")), ""),
    (ARGUED("uk-ghr", CONDUCT="arbitrary_detention", MORE="not_in: [f]"), ""),
    (ARGUED(US), "must fix"),
    (ARGUED(US, limb("1(a)(ii)(A) abuse", US), limb("1(a)(ii)(A)", US)), ""),
    (ARGUED(US, limb("10102(a)(1) violation", US), limb("10102(a)(1)(B)", US)), "must fix"),
    (ARGUED(US, limb("10102(a)(3)", US)), ""),
    (ARGUED(EU, limb("criterion (b)", EU)), "must fix"),
    (ARGUED(EU, limb("1(1)(d)", EU), limb("criterion (c)", EU)), ""),
    (ARGUED("un-sp"), ""),
)
test_conduct_of_which_nothing_is_covered_is_found_unless_a_covered_head_is_argued = rows(
    (COVERED("uk-ghr", CONDUCT="arbitrary_detention"), "must fix"),
    (COVERED("uk-ghr", CONDUCT="arbitrary_detention, torture"), ""),
    (COVERED("uk-ghr", limb("4(2)(b)"), CONDUCT="enforced_disappearance"), ""),
    (COVERED("uk-ghr", CONDUCT="arbitrary_detention", MORE="not_in: [f]"), ""),
    (COVERED(US, limb("10102(a)(1)(B)", US), CONDUCT="freedom_of_expression"), "must fix"),
    (COVERED(US, CONDUCT="arbitrary_detention"), ""),
    (COVERED(EU, CONDUCT="violation_of_sovereignty"), "must fix"),
)
test_a_limb_is_not_missed_where_the_test_as_a_whole_is_not_argued = rows(
    (MISSED("uk-ghr", limb("4(2)(b)"), GROUND=ORDERED), ""),
    (MISSED("uk-ghr", limb("4(2)(b)"), limb("6(3)(a)"), GROUND=ORDERED), "should fix"),
)
test_a_limb_is_one_of_a_test_of_the_filings = rows(
    (UNKNOWN("uk-ghr", limb("6(3)(a)")), ""),
    (UNKNOWN("uk-ghr", limb("6(3)(z)")), "must fix"),
    (UNKNOWN("uk-ghr", limb("nonsense", US)), ""),
)
test_guilt_is_not_meant_before_a_forum_that_decides_on_less = rows(
    (MEANT("guilt"), "should fix"),
    (MEANT("reasonable_grounds"), ""),
    (MEANT("guilt", LETTER, "proof beyond reasonable doubt"), ""),
    (MEANT("guilt", LETTER, "what the panel thinks right"), "cannot tell"),
)


ELEMENTS = Given(
    "element-without-evidence",
    """
case: {title: T, filings: [{id: submission, forum: uk-ghr}]}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
sources:
  - {id: diary, title: A diary, held: held, rank: primary}
  - {id: paper, title: A paper, held: held, rank: secondary}
  - {id: unseen, title: Known by name, held: cited_in}
allegations:
  - id: a
    title: T
    statement: S.
    roles: [{role: governor}]
    provisions: [{instrument: icpped, provision: 2}, {instrument: iccpr, provision: 6}]
    limbs: [{forum: uk-ghr, limb: 6(3)(f), text: She did not.}]
    evidence: [FIRST, SECOND]
""",
    {"FIRST": "", "SECOND": ""},
)
CONTRADICTED = ELEMENTS.by("element-contradicted")
WEAK = ELEMENTS.by("element-weakly-supported")
ALL = (
    "{source: diary, elements: [deprivation-of-liberty, state-involvement, refusal-to-acknowledge, "
    "outside-protection-of-law, death, death-by-act, outside-lawful-process, duty-to-investigate, "
    "failed-to-investigate]}"
)

test_each_element_has_evidence = rows(
    (ELEMENTS(ALL), ""),
    (ELEMENTS(ALL.replace("refusal-to-acknowledge, ", "").replace(", failed-to-investigate", "")), "should fix"),
    (ELEMENTS("diary"), "note"),
    (ELEMENTS(), ""),
)
test_contrary_evidence_is_answered = rows(
    (CONTRADICTED(ALL, "{source: paper, elements: [death-by-act], against: true}"), "should fix"),
    (CONTRADICTED(ALL, "{source: paper, elements: [death], against: true, answered: It is a rumour.}"), ""),
)
test_weak_support_weighs_by_whether_anything_counts = rows(
    (WEAK("{source: unseen, elements: [death]}"), "should fix"),
    (WEAK("{source: paper, elements: [death]}"), "note"),
    (WEAK("{source: diary, elements: [death]}"), ""),
)


COUNT = "- {id: violence, title: Violence, allegations: [beatings], limbs: [%s]}\n"
BARE = ALLEGATIONS[: ALLEGATIONS.index("  limbs:")]
ARGUED_COUNTS = "{forum: uk-ghr, limb: 4(2)(b), text: Torture.}, {forum: uk-ghr, limb: 6(3)(a), text: He led it.}"


def names(folder: Path, **files: str) -> list[str]:
    return [found.name for found in build(write_case(folder, **files)).findings]


def test_a_limb_that_a_count_argues_is_argued_for_its_allegations(tmp_path: Path) -> None:
    assert "allegation-without-limb" in names(tmp_path / "bare", allegations=BARE)
    assert "allegation-without-limb" not in names(tmp_path / "counts", allegations=BARE, counts=COUNT % ARGUED_COUNTS)


def test_a_count_that_gathers_what_is_not_recorded_is_told_once(tmp_path: Path) -> None:
    counts = "- {id: violence, title: Violence, allegations: [beating], arguments: [{person: merrik}]}\n"

    found = names(tmp_path, counts=counts)
    assert "unknown-reference" in found
    assert not {"count-without-allegation", "argument-without-charge"} & set(found)
