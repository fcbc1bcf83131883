"""What the legal test of a forum asks an allegation to argue, and the standard by which it is put."""

from __future__ import annotations

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
