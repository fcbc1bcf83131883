"""How much the evidence weighs: what it goes back to, who wrote it, who has seen it, and the other side."""

from __future__ import annotations

from pathlib import Path

from tests.checks.given import Given, result_of, rows
from tests.each import each

ALLEGED = Given(
    "one-source-only",
    """
case: {title: Example, prepared_by: {organisation: Prison Watch}, filings: [FILING]}
people: [{id: w, name: Witness W}, {id: x, name: Witness X}]
bodies: [{id: news, name: Ostamar News, kind: media}]
authorities: [{id: judgment, kind: judgment, name: X v Y, citation: X v Y, verified: VERIFIED}]
sources: [FIRST, SECOND, THIRD]
statements:
  - {id: w-1, person: w, kind: witness}
  - {id: w-2, person: w, kind: witness, number: 2}
  - {id: x-1, person: x, kind: witness}
exhibits: [EXHIBITS]
allegations: [{id: a, title: Beatings, statement: Prisoners were beaten., evidence: [EVIDENCE], MORE}]
""",
    {
        "EVIDENCE": "",
        "FIRST": "{id: a, publisher: Herald, rank: primary, held: held}",
        "SECOND": "{id: b, publisher: Herald, rank: secondary, held: held}",
        "THIRD": "{id: c, publisher: Office, rank: primary, held: held}",
        "MORE": "",
        "VERIFIED": "false",
        "FILING": "",
        "EXHIBITS": "",
    },
)
OWN = ALLEGED.by("accuser-cites-itself")
UNSEEN = ALLEGED.by("source-not-seen")
MEDIA = ALLEGED.by("media-only")
CONTRARY = ALLEGED.by("contrary-not-answered")
ASKED = ALLEGED.by("no-answer-sought")
WITHOUT = ALLEGED.by("allegation-without-evidence")
OF_WATCH = {
    "FIRST": "{id: report, publisher: Prison Watch, rank: secondary, held: held}",
    "SECOND": "{id: statement, publisher: Prison Watch, rank: primary, held: held}",
    "THIRD": "{id: bulletin, held: cited_in, cited_in: 'report, n 3'}, {id: order, publisher: Office, held: held}",
}
REPORTS = {
    "FIRST": "{id: courier, type: article-newspaper, held: held}, {id: page, type: webpage, held: held}",
    "SECOND": "{id: site, type: webpage, publisher: Ostamar News, held: held}, {id: register, type: document}",
    "THIRD": "{id: official, type: webpage, rank: primary, held: held}",
    "FILING": "{id: one, forum: un-sp}",
}
AGAINST = "a, {source: a, against: true}"
CHARGED = Given(
    "charge-without-source",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
sources: [{id: gazette, title: Gazette, held: held}]
roles: [{id: r, person: p, title: Governor, dates: 2015/2017, ROLE}]
events: [{id: e, kind: act, title: Beating, dates: 2016, EVENT}]
allegations: [{id: a, title: T, statement: S., events: [e], roles: [{role: r}]}]
""",
    {"ROLE": "citations: gazette", "EVENT": "citations: gazette"},
)
PROVED = Given(
    "post-proved-once",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
sources:
  - {id: entry, title: Wolk, url: "https://zh.wikipedia.org/wiki/Wolk", held: cited_in, cited_in: [accuser]}
  - {id: accuser, title: Review, publisher: Watch, held: held}
  - {id: paper, title: Paper, publisher: Courier, rank: secondary}
  - {id: gazette, title: Gazette, publisher: State, rank: primary}
  - {id: thread, title: Thread, type: post, author: [Onlooker], rank: secondary}
  - {id: unranked, title: Sheet, publisher: Sheets}
roles: [{id: r, person: p, title: T, dates: 2015/2017, responsibility: command, citations: [ROLE]}]
events: [{id: raid, kind: incident, title: Raid, dates: 2016, citations: [EVENT]}]
allegations: [{id: a, title: T, statement: S., events: [raid], roles: [ALLEGED]}]
""",
    {"ROLE": "gazette", "EVENT": "gazette", "ALLEGED": "{role: r}"},
)
LEFT_OUT = Given(
    "contrary-left-out",
    """
case: {title: Example, persons_concerned: [wolk], filings: [{id: letter, forum: letter}]}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
sources: [{id: register, title: A register}, {id: release, title: A press release}]
narrative: [{id: told, place: told, title: Told, text: "The guard denies it [@release, PLACE]."}]
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten.
    roles: [{role: governor, responsibility: command}]
    limbs: [{forum: letter, limb: x, text: It is met.}]
    evidence:
      - {source: register, supports: injuries}
      - {source: release, pinpoint: {type: page, value: "4"}, supports: it is denied, against: AGAINST}
""",
    {"PRINTED": "", "PLACE": "p. 4", "AGAINST": "true"},
    {
        "templates/letter/forum.yaml": "id: letter\nextends: _base\ndocument_kind: submission\n",
        "templates/letter/brief.md.j2": "{% for a in allegations %}\nPRINTED\n{% endfor %}\n",
    },
)
SECTION = '{{ a.statement }}\n\n{% for s in narrative("told") %}\n{{ s.text }}\n{% endfor %}'
ACCUSED = Given(
    "words-from-accuser-alone",
    """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}, {id: other, name: Ada Berg}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
sources: [{id: review, title: A review, publisher: Prison Watch, held: held, rank: RANK}]
quotations: [{id: q, speaker: {person: SPEAKER}, text: Go on., quoted_in: review, MORE}]
allegations: [{id: a, title: T, statement: S., made_by: MAKER, roles: [{role: governor}]}]
""",
    {"MAKER": "Prison Watch", "RANK": "secondary", "SPEAKER": "wolk", "MORE": ""},
)


@each(
    ("first", "second", "are_one"),
    [
        ("publisher: The Watch", "publisher: watch", True),
        ("publisher: Watch", "publisher: Courier", False),
        ("author: [Watch]", "publisher: Watch", True),
        ("origin_group: wire", "origin_group: wire", True),
        ("author: [{family: Wolk}]", "author: [{family: Wolk}]", False),
        ("type: book, publisher: Press", "type: book, publisher: Press", False),
        ("type: post, container_title: X", "type: post, container_title: X", False),
        ("cited_in: 'b, n 1'", "publisher: Courier", False),
    ],
)
def test_sources_of_one_origin_count_once(first: str, second: str, are_one: bool, tmp_path: Path) -> None:
    case = ALLEGED(
        "a, b",
        FIRST=f"{{id: a, rank: primary, held: held, {first}}}",
        SECOND=f"{{id: b, rank: primary, held: held, {second}}}",
    )
    assert bool(result_of(case, tmp_path).findings) is are_one


test_what_is_known_only_through_one_work_counts_with_it = rows(
    (ALLEGED("a, b", SECOND="{id: b, held: cited_in, cited_in: 'a, n 1'}"), "should fix"),
    (ALLEGED("a, b", SECOND="{id: b, publisher: Courier, held: held, cited_in: 'a, n 1'}"), ""),
    (ALLEGED("a, b", SECOND="{id: b, publisher: Courier, held: not_located}"), "note"),
)
test_two_independent_sources_are_asked_for_one_of_them_primary = rows(
    (ALLEGED("a, b"), "should fix"),
    (ALLEGED("b"), "should fix"),
    (ALLEGED("a"), "note"),
    (ALLEGED("a, c"), ""),
    (ALLEGED("a, {source: c, against: true}"), "note"),
    (ALLEGED("b, c", THIRD="{id: c, publisher: Courier, rank: secondary, held: held}"), "should fix"),
    (ALLEGED("b, c", THIRD="{id: c, publisher: Gazette, held: held}"), "note"),
    (ALLEGED("b, judgment", VERIFIED="true"), ""),
    (ALLEGED("b, judgment", VERIFIED="false"), "should fix"),
    (ALLEGED(), ""),
)
test_two_are_asked_for_point_by_point = rows(
    (ALLEGED("{source: c, point: command}, {source: b, point: conduct}"), "note"),
    (ALLEGED("{source: a, point: conduct}, {source: c, point: conduct}"), ""),
    (ALLEGED("{source: a, point: conduct}, {source: c, point: conduct, against: true}, c"), "note"),
)
test_evidence_from_the_accuser_alone_is_found = rows(
    (OWN("report", MORE="made_by: 'Prison Watch, in its report'", **OF_WATCH), "should fix"),
    (OWN("report", **OF_WATCH), "should fix"),
    (OWN("report", MORE="made_by: Prison Watchers", **OF_WATCH), ""),
    (OWN("report, bulletin", MORE="made_by: Prison Watch", **OF_WATCH), ""),
    (OWN("report, statement", MORE="made_by: Prison Watch", **OF_WATCH), ""),
    (OWN("report, order", MORE="made_by: Prison Watch", **OF_WATCH), ""),
    (OWN("report, {source: order, against: true}", **OF_WATCH), "should fix"),
    (OWN("report, judgment", **OF_WATCH), "note"),
)
test_one_source_that_we_have_seen_is_enough = rows(
    (UNSEEN("b", SECOND="{id: b}"), "should fix"),
    (UNSEEN("b, c", SECOND="{id: b}"), ""),
    (UNSEEN("b, {source: c, against: true}", SECOND="{id: b}"), "should fix"),
    (UNSEEN("judgment"), ""),
    (UNSEEN("report, bulletin", MORE="made_by: Prison Watch", **OF_WATCH), "should fix"),
    (UNSEEN("report, bulletin, judgment", MORE="made_by: Prison Watch", **OF_WATCH), "note"),
    (UNSEEN("report, bulletin, order", MORE="made_by: Prison Watch", **OF_WATCH), ""),
    (WITHOUT("{source: a, against: true}"), "must fix"),
)
test_reports_of_the_media_alone_are_found_where_the_forum_says_so = rows(
    (MEDIA("courier", **REPORTS), "should fix"),
    (MEDIA("courier", **{**REPORTS, "FILING": "{id: one, forum: uk-ghr}"}), ""),
    (MEDIA("courier, register", **REPORTS), ""),
    (MEDIA("courier, official", **REPORTS), ""),
    (MEDIA("courier, page", **REPORTS), "note"),
    (MEDIA("site", **REPORTS), "should fix"),
    (MEDIA("page", **REPORTS), ""),
    (MEDIA("courier, uncat", **REPORTS), ""),
)
test_the_other_side_has_a_place_and_an_answer = rows(
    (CONTRARY("a"), "should fix"),
    (CONTRARY("a", MORE="answer: {reason: He died in 2020}"), ""),
    (CONTRARY("a", MORE="answer: {asked: true, on: 2024-05-02}"), "note"),
    (CONTRARY("a", MORE="pursued: false"), ""),
    (CONTRARY("a, {source: a, against: true, supports: None is allowed}", MORE="answer: {reason: Dead}"), "note"),
    (
        CONTRARY(
            "a, {source: a, against: true, supports: No, answered: It was not kept.}", MORE="answer: {reason: Dead}"
        ),
        "",
    ),
)
test_who_was_not_asked_needs_a_reason_and_who_was_is_asked_about_the_conduct = rows(
    (ASKED(AGAINST), "should fix"),
    (ASKED("a"), ""),
    (ASKED(AGAINST, MORE="answer: {reason: He died in 2020}"), ""),
    (ASKED(AGAINST, MORE="answer: {answer: She denies it.}"), ""),
    (ASKED("a", MORE="answer: {asked: false}"), "should fix"),
    (
        ASKED("a", MORE="answer: {asked: true, on: 2016-05-02, answer: She denies it.}, period: 2016-05-03/2017"),
        "should fix",
    ),
    (ASKED("a", MORE="answer: {asked: true, on: 2016, answer: She denies it.}, period: 2016"), ""),
    (ASKED("a", MORE="answer: {asked: true, on: ~2015, answer: She denies it.}, period: 2016"), ""),
    (ASKED("a", MORE="answer: {asked: true, on: 2015, answer: She denies it.}, period: ../2016"), ""),
)
test_what_is_charged_cites_a_source_somewhere_in_its_record = rows(
    (CHARGED("note: x"), "should fix"),
    (CHARGED("rank: {value: Colonel, citations: gazette}"), ""),
    (CHARGED("responsibility: {label: command, citations: gazette}"), ""),
    (CHARGED(EVENT='description: "Guards beat him [@gazette]."'), ""),
    (CHARGED(EVENT="context_only: true"), ""),
)
test_a_post_and_an_event_are_proved_by_more_than_what_anybody_may_edit = rows(
    (PROVED("entry"), "should fix"),
    (PROVED("entry, accuser"), "should fix"),
    (PROVED("entry, gazette"), ""),
    (PROVED("paper, entry"), ""),
    (PROVED("entry", ALLEGED=""), ""),
    (PROVED(EVENT="thread"), "note"),
    (PROVED(EVENT="entry, accuser"), "should fix"),
    (PROVED(EVENT="thread, paper"), ""),
    (PROVED(EVENT="unranked"), ""),
)
test_what_is_recorded_against_an_allegation_stands_where_it_is_argued = rows(
    (LEFT_OUT("{{ a.statement }}"), "must fix"),
    (LEFT_OUT("{{ a.statement }}\n\n{% for e in a.contrary %}\n1. {{ e.supports }}\n{% endfor %}"), ""),
    (LEFT_OUT("{{ a.statement }}\n\n{% for e in a.contrary %}\n1. It is denied.{{ e.cites }}\n{% endfor %}"), ""),
    (LEFT_OUT(SECTION), ""),
    (LEFT_OUT(SECTION, "p. 9"), "must fix"),
    (LEFT_OUT("{{ a.title }}"), ""),
    (LEFT_OUT("{{ a.statement }}", AGAINST="false"), ""),
)
test_words_of_the_accused_can_be_looked_up_elsewhere_than_with_the_accuser = rows(
    (ACCUSED(), "should fix"),
    (ACCUSED("'Prison Watch, in the review'"), "should fix"),
    (ACCUSED("The Bar"), ""),
    (ACCUSED(RANK="primary"), ""),
    (ACCUSED(SPEAKER="other"), ""),
    (ACCUSED(MORE="date: 2017-03-02"), ""),
    (ACCUSED(MORE="topic: orders"), "should fix"),
)
