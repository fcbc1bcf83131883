"""What supports each element of the legal tests: nothing, too little, or something that is contradicted."""

from __future__ import annotations

from tests.checks.given import Given, rows

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
