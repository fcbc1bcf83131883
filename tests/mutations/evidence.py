"""Changes of the evidence: sources, places in them, quotations, what speaks against."""

from tests.mutations.mutation import Mutation, append, drop, swap

TORTURE = ("allegations.yaml", "torture-brann-street")
DEATH = ("allegations.yaml", "death-of-semrin")
RELATIVES = ("allegations.yaml", "conversations-with-relatives")
REPORT = "    - source: cwk-report-2023\n      pinpoint: {type: page, value: 44}"
GAZETTE = "    - source: gazette-2021-directive-17\n      pinpoint: {type: page, value: 7}"
SPEECH = "    - source: tovalka-speech-2021\n      pinpoint: {type: paragraph, value: 4}"
ORDER = "    - source: service-order-6\n      pinpoint: {type: paragraph, value: 2}"
PRESS = "    - source: courier-2022-05-19\n      pinpoint: {type: page, value: 3}"

SHORT = """
- id: cwk-short
  type: report
  title: Thirty Days Without a Name
  author: [Custody Watch Kelvandra]
  issued: 2023-11
  held: held
"""
COARSE = """
- id: cwk-short
  title: "Thirty Days Without a Name: Preventive Custody in Kelvandra, 2021 to 2023"
  publisher: Custody Watch Kelvandra
  issued: 2023
  held: held
"""

MUTATIONS = (
    Mutation(
        "a citation outside brackets",
        (
            swap(
                "narrative/background.md",
                "",
                "waterworks stopped work",
                "waterworks (@courier-2022-05-19, p. 1) stopped work",
            ),
        ),
        "citation-without-brackets",
        "narrative/background",
    ),
    Mutation(
        "a citation outside brackets",
        (swap("narrative/background.md", "", "[@courier-2022-05-19, p. 3]", "@courier-2022-05-19, p. 3"),),
        "citation-without-brackets",
        "narrative/background",
    ),
    Mutation(
        "a citation without its sign",
        (swap("narrative/background.md", "", "[@courier-2022-05-19, p. 3]", "[courier-2022-05-19, p. 3]"),),
        "citation-without-sign",
        "narrative/background",
    ),
    Mutation(
        "no evidence", (drop(*TORTURE, "evidence"),), "allegation-without-evidence", "allegations/torture-brann-street"
    ),
    Mutation("no evidence", (drop(*DEATH, "evidence"),), "allegation-without-evidence", "allegations/death-of-semrin"),
    Mutation(
        "two publishers made the same",
        (
            swap(
                "sources.yaml",
                "gazette-2021-directive-17",
                "publisher_group: state-printing-office",
                "publisher_group: custody-watch",
            ),
            swap("sources.yaml", "tovalka-speech-2021", "publisher_group: council", "publisher_group: custody-watch"),
            swap(
                "sources.yaml", "service-order-6", "publisher_group: interior-guard", "publisher_group: custody-watch"
            ),
        ),
        "one-source-only",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "two origins made the same",
        (
            swap(
                "sources.yaml",
                "gazette-2021-directive-17",
                "held: held",
                "origin_group: custody-watch-interviews\n  held: held",
            ),
            swap(
                "sources.yaml",
                "tovalka-speech-2021",
                "held: held",
                "origin_group: custody-watch-interviews\n  held: held",
            ),
            swap(
                "sources.yaml",
                "service-order-6",
                "held: held",
                "origin_group: custody-watch-interviews\n  held: held",
            ),
        ),
        "one-source-only",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "primary sources that are none",
        (
            swap("sources.yaml", "gazette-2021-directive-17", "rank: primary", "rank: secondary"),
            swap("sources.yaml", "tovalka-speech-2021", "rank: primary", "rank: secondary"),
            swap("sources.yaml", "service-order-6", "rank: primary", "rank: secondary"),
        ),
        "one-source-only",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "the accuser as the only source",
        (
            swap(*RELATIVES, GAZETTE, REPORT),
            swap(*RELATIVES, SPEECH, REPORT.replace("44}", "45}")),
            swap(*RELATIVES, ORDER, REPORT.replace("44}", "46}")),
        ),
        "accuser-cites-itself",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "the press as the only source",
        tuple(swap(*RELATIVES, evidence, PRESS) for evidence in (GAZETTE, SPEECH, REPORT, ORDER)),
        "media-only",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "sources that nobody has seen",
        (
            swap("sources.yaml", "gazette-2021-directive-17", "held: held", "held: on_request"),
            swap("sources.yaml", "tovalka-speech-2021", "held: held", "held: on_request"),
            swap("sources.yaml", "cwk-report-2023", "held: held", "held: on_request"),
            swap("sources.yaml", "service-order-6", "held: held", "held: on_request"),
        ),
        "source-not-seen",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "a source that cannot be found",
        (swap("sources.yaml", "letter-relatives-2024", "held: on_file", "held: not_located"),),
        "note-without-source",
        "sources/letter-relatives-2024",
    ),
    Mutation(
        "a source that cannot be found",
        (swap("sources.yaml", "service-order-31", "held: held", "held: not_located"),),
        "note-without-source",
        "sources/service-order-31",
    ),
    Mutation(
        "a web address cut within its date",
        (swap("sources.yaml", "guard-press-release", "press/2022-05-21\n", "press/2022-05-2\n"),),
        "broken-address",
        "sources/guard-press-release",
    ),
    Mutation(
        "a web address cut or broken",
        (
            swap(
                "sources.yaml",
                "courier-2022-05-19",
                "url: https://courier.example/2022/05/19/brann-street",
                "url: https://courier.example/2022/05/19/brann-…",
            ),
        ),
        "broken-address",
        "sources/courier-2022-05-19",
    ),
    Mutation(
        "a web address cut or broken",
        (swap("sources.yaml", "cwk-report-2023", "\n  url: https://cust", "\n  url: cust"),),
        "broken-address",
        "sources/cwk-report-2023",
    ),
    Mutation(
        "a web address cut or broken",
        (swap("sources.yaml", "guard-press-release", "/press/2022-05-21\n  arch", "/press/2022-05-21.\n  arch"),),
        "broken-address",
        "sources/guard-press-release",
    ),
    Mutation(
        "a source dated otherwise than its address",
        (swap("sources.yaml", "courier-2022-05-19", "issued: 2022-05-19", "issued: 2022-09-15"),),
        "date-against-address",
        "sources/courier-2022-05-19",
    ),
    Mutation(
        "a source dated otherwise than its address",
        (swap("sources.yaml", "courier-2022-05-19", "issued: 2022-05-19", "issued: 2021-05-19"),),
        "date-against-address",
        "sources/courier-2022-05-19",
    ),
    Mutation(
        "the place in a long work dropped",
        (swap(*TORTURE, "cwk-report-2023\n      pinpoint: {type: page, value: 18-19}\n", "cwk-report-2023\n"),),
        "pinpoint-missing",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "the place in a long work dropped",
        (swap(*DEATH, "semrin-petition\n      pinpoint: {type: paragraph, value: 12}\n", "semrin-petition\n"),),
        "pinpoint-missing",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "the place in a long work dropped",
        (swap(*RELATIVES, REPORT, "    - source: cwk-report-2023"),),
        "pinpoint-missing",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "a place that no such authority has",
        (swap("allegations.yaml", "", "- semrin-petition, para 12", "- semrin-petition, row 12"),),
        "pinpoint-not-of-source",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "a place that no such authority has",
        (
            swap(
                "allegations.yaml",
                "",
                "into it [@semrin-petition, paras 16-17].",
                "into it [@semrin-petition, arts 16-17].",
            ),
        ),
        "pinpoint-not-of-source",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "an article beyond the last of a treaty",
        (swap("counts.yaml", "custody", "[@icpped, art 2;", "[@icpped, art 52;"),),
        "pinpoint-not-of-source",
        "counts/custody",
    ),
    Mutation(
        "a place that is none",
        (swap("narrative/data.md", "", "[@cwk-report-2023, p. 58]", "[@cwk-report-2023, p. TBC]"),),
        "place-miswritten",
        "narrative/data",
    ),
    Mutation(
        "a place that is none",
        (swap("allegations.yaml", "", "pinpoint: {type: page, value: 18-19}", "pinpoint: {type: page, value: 18-9}"),),
        "place-miswritten",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a place that is none",
        (
            swap(
                "allegations.yaml",
                "",
                "into it [@semrin-petition, paras 16-17].",
                "into it [@semrin-petition, paras 17-16].",
            ),
        ),
        "place-miswritten",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "a page that the work does not have",
        (
            swap(
                "roles.yaml",
                "orskelin-battalion-4",
                "\n    - gazette-2021-decree-41, p. 2",
                "\n    - gazette-2021-decree-41, p. 22",
            ),
        ),
        "pinpoint-not-of-source",
        "roles/orskelin-battalion-4",
    ),
    Mutation(
        "a page that the work does not have",
        (
            swap(
                "events.yaml",
                "waterworks-strike",
                "\n  citations: courier-2022-05-19, p. 3",
                "\n  citations: courier-2022-05-19, p. 13",
            ),
        ),
        "pinpoint-not-of-source",
        "events/waterworks-strike",
    ),
    Mutation(
        "a page that the work does not have",
        (swap("roles.yaml", "tovalka-justice", "council-biography, para 3", "council-biography, p. 3"),),
        "pinpoint-not-of-source",
        "roles/tovalka-justice",
    ),
    Mutation(
        "a page that the work does not have",
        (
            swap(
                "allegations.yaml",
                "custody-without-trace",
                "pinpoint: {type: page, value: 3-8}",
                "pinpoint: {type: page, value: 13-18}",
            ),
        ),
        "pinpoint-not-of-source",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a quotation without its source",
        (drop("quotations.yaml", "first-officer", "quoted_in"),),
        "quotation-without-source",
        "quotations/first-officer",
    ),
    Mutation(
        "a quotation without its source",
        (drop("quotations.yaml", "heart-failure", "quoted_in"),),
        "quotation-without-source",
        "quotations/heart-failure",
    ),
    Mutation(
        "a translation that nobody answers for",
        (drop("quotations.yaml", "first-officer", "translation"),),
        "quotation-without-translation",
        "quotations/first-officer",
    ),
    Mutation(
        "a translation that nobody answers for",
        (swap("quotations.yaml", "until-they-write", "{kind: human,", "{kind: machine,"),),
        "quotation-without-translation",
        "quotations/until-they-write",
    ),
    Mutation(
        "a quotation with a word changed",
        (
            swap(
                *TORTURE,
                'told the guards to go on "until they write" [@',
                'told the guards to go on "until they speak" [@',
            ),
        ),
        "quotation-told-differently",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a quotation with a word changed",
        (
            swap(
                "narrative/contrary-evidence.md",
                "",
                '"Physical coercion is not permitted"',
                '"Physical coercion is permitted"',
            ),
        ),
        "quotation-told-differently",
        "narrative/contrary-evidence",
    ),
    Mutation(
        "a quotation with a word changed",
        (swap(*RELATIVES, '"the first officer of public order"', '"the first officer of the public order"'),),
        "quotation-told-differently",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "a quotation with a word changed",
        (swap("quotations.yaml", "words-to-guards", "text: Until they write.", "text: Until they all write."),),
        "quotation-told-differently",
        "quotations/words-to-guards",
    ),
    Mutation(
        "a quotation with a word changed",
        (
            swap(
                *RELATIVES,
                '"so that they persuade that person to cooperate"',
                '"so that they force that person to cooperate"',
            ),
        ),
        "quotation-told-differently",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "two authors in one",
        (
            swap(
                "sources.yaml",
                "tovalka-speech-2021",
                "\n    - {family: Tovalka, given: Ismeren}",
                "\n    - Ismeren Tovalka and Ada Merrow",
            ),
        ),
        "authors-in-one",
        "sources/tovalka-speech-2021",
    ),
    Mutation(
        "one source under two names",
        (
            swap(
                "sources.yaml",
                "council-biography",
                "\n  url: https://council.example/secretary-general",
                "\n  url: https://council.example/minutes/2022-06-09",
            ),
        ),
        "source-recorded-twice",
        "sources/council-biography",
    ),
    Mutation(
        "one source under two names",
        (
            swap(
                "sources.yaml",
                "tovalka-speech-2021",
                "\n  url: https://council.example/addresses/2021-12-02",
                "\n  url: https://www.council.example/secretary-general/",
            ),
        ),
        "source-recorded-twice",
        "sources/tovalka-speech-2021",
    ),
    Mutation(
        "nothing of the other side",
        (drop(*RELATIVES, "answer"), swap(*RELATIVES, "\n      against: true", "")),
        "contrary-not-answered",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "nothing of the other side",
        (drop(*DEATH, "answer"), swap(*DEATH, "\n      against: true", "")),
        "contrary-not-answered",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "nobody was asked",
        (drop(*RELATIVES, "answer"),),
        "no-answer-sought",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "nobody was asked",
        (drop(*DEATH, "answer"),),
        "no-answer-sought",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "nobody was asked, and some text stands for the answer",
        (swap(*DEATH, "  answer:\n    asked: true\n    on: 2026-08-14\n", "  answer:\n    asked: false\n"),),
        "no-answer-sought",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "a point on one witness under two titles",
        (
            swap(
                "sources.yaml",
                "forensic-review-2023",
                "held: held",
                "origin_group: custody-watch-interviews\n  held: held",
            ),
        ),
        "one-source-only",
        "allegations/death-of-semrin",
        is_note=True,
    ),
    Mutation(
        "an answer from before the conduct",
        (swap(*DEATH, "on: 2026-08-14", "on: 2016-08-14"),),
        "no-answer-sought",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "hearsay without its source",
        (
            swap(
                "statements.yaml",
                "witness-a-1",
                "      source: a member of the witness’s family, who asks not to be named\n",
                "",
            ),
        ),
        "information-without-source",
        "statements/witness-a-1",
    ),
    Mutation(
        "hearsay without its source",
        (
            swap(
                "statements.yaml",
                "tolgarth-court-1",
                "      source: Ellis Marrowen, interviewer of Custody Watch Kelvandra\n",
                "",
            ),
        ),
        "information-without-source",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "hearsay without its source",
        (
            swap(
                "statements.yaml",
                "tolgarth-1",
                "      source: the interviews and documents named in this statement\n",
                "",
            ),
        ),
        "information-without-source",
        "statements/tolgarth-1",
    ),
    Mutation(
        "a citation of a source that is not there",
        (swap(*TORTURE, "[@service-order-6, para 4] and answers", "[@service-order-9, para 4] and answers"),),
        "unknown-source",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a citation of a source that is not there",
        (swap("narrative/data.md", "", "[@guard-bulletin-2022-q2, p. 13]", "[@guard-bulletin-2022-q3, p. 13]"),),
        "unknown-source",
        "narrative/data",
    ),
    Mutation(
        "a citation of a source that is not there",
        (swap("roles.yaml", "tovalka-secretary-general", "council-biography", "council-biografy"),),
        "unknown-source",
        "roles/tovalka-secretary-general",
    ),
    Mutation(
        "a citation dropped",
        (swap(*TORTURE, "\n    [@witness-a-statement, paras 7-8].\n", ".\n"),),
        "particulars-without-source",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a citation dropped",
        (swap(*TORTURE, "\n    [@cwk-report-2023, pp. 18-19].\n", ".\n"),),
        "particulars-without-source",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a citation dropped",
        (swap(*DEATH, " [@interview-former-guard, para 21].\n  evi", ".\n  evi"),),
        "particulars-without-source",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "a citation dropped",
        (swap(*RELATIVES, "9 of them at Brann Street [@cwk-report-2023, p. 44]", "9 of them at Brann Street"),),
        "particulars-without-source",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "the marks of exhibits mixed up",
        (swap("exhibits.yaml", "ex-2", "mark: EX/2", "mark: EX/1"),),
        "exhibit-mark-twice",
        "exhibits/ex-2",
    ),
    Mutation(
        "the marks of exhibits mixed up",
        (swap("statements.yaml", "tolgarth-1", "**“EX/3”**", "**“EX/4”**"),),
        "exhibit-not-listed",
        "statements/tolgarth-1",
    ),
    Mutation(
        "the marks of exhibits mixed up",
        (swap("statements.yaml", "tolgarth-1", "**“EX/3”**", "**“EX3”**"),),
        "exhibit-mark-in-two-forms",
        "statements/tolgarth-1",
    ),
    Mutation(
        "an exhibit that nobody speaks of",
        (swap("statements.yaml", "tolgarth-court-1", "exhibits: [mt1, mt2]", "exhibits: [mt1, mt2, ex-3]"),),
        "exhibit-not-referred-to",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "a place beyond the end of its source",
        (swap("exhibits.yaml", "mt1", "pages: 62", "pages: 44"),),
        "pinpoint-not-of-source",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a place beyond the end of its source",
        (swap("narrative/data.md", "", "[@cwk-report-2023, p. 58]", "[@cwk-report-2023, p. 85]"),),
        "pinpoint-not-of-source",
        "narrative/data",
    ),
    Mutation(
        "a record that nothing leads to",
        (swap("exhibits.yaml", "mt2", "  pages: 5\n", "  pages: 5\n- id: mt3\n  mark: MT3\n  description: a map\n"),),
        "record-not-used",
        "exhibits/mt3",
        is_note=True,
    ),
    Mutation(
        "a sentence behind the last citation",
        (
            swap(
                *TORTURE,
                "\n    [@cwk-report-2023, pp. 18-19].\n  evi",
                "\n    [@cwk-report-2023, pp. 18-19]. Daveth Orskelin stood by and laughed.\n  evi",
            ),
        ),
        "particulars-without-source",
        "allegations/torture-brann-street",
        is_note=True,
    ),
    Mutation(
        "a charge without a source",
        (drop("events.yaml", "beating-witness-a", "citations"),),
        "charge-without-source",
        "events/beating-witness-a",
    ),
    Mutation(
        "a charge without a source",
        (drop("events.yaml", "conversations-relative-b", "citations"),),
        "charge-without-source",
        "events/conversations-relative-b",
    ),
    Mutation(
        "a paragraph of a section without its note",
        (swap("narrative/accounts-us-and-eu.md", "", "\n[@cwk-report-2023, p. 11].", "."),),
        "particulars-without-source",
        "narrative/accounts-us-and-eu",
    ),
    Mutation(
        "a quotation without a note",
        (
            swap(
                "narrative/other-procedures.md",
                "",
                "known to the source.",
                'known to the source. The Council said that "no complaint was ever made".',
            ),
        ),
        "quotation-without-note",
        "narrative/other-procedures",
    ),
    Mutation(
        "the front page for the page",
        (swap("sources.yaml", "courier-2022-05-19", "courier.example/2022/05/19/brann-street", "courier.example/"),),
        "broken-address",
        "sources/courier-2022-05-19",
    ),
    Mutation(
        "a doubled slash in an address",
        (swap("sources.yaml", "courier-2022-05-19", "example/2022/05/19/brann", "example//2022/05/19/brann"),),
        "broken-address",
        "sources/courier-2022-05-19",
        is_note=True,
    ),
    Mutation(
        "a page read long ago",
        (swap("sources.yaml", "guard-directory-2026", "accessed: 2026-10-12", "accessed: 2025-03-12"),),
        "source-read-long-ago",
        "sources/guard-directory-2026",
        is_note=True,
    ),
    Mutation(
        "a page read long ago",
        (swap("sources.yaml", "law-public-order", "accessed: 2026-09-10", "accessed: 2024-09-10"),),
        "source-read-long-ago",
        "sources/law-public-order",
        is_note=True,
    ),
    Mutation(
        "databases as the only sources",
        (
            swap("sources.yaml", "gazette-2021-directive-17", "type: legislation", "type: dataset"),
            swap("sources.yaml", "tovalka-speech-2021", "type: speech", "type: dataset"),
            swap("sources.yaml", "cwk-report-2023", "type: report", "type: dataset"),
            swap("sources.yaml", "service-order-6", "type: document", "type: dataset"),
        ),
        "database-only",
        "allegations/conversations-with-relatives",
        is_note=True,
    ),
    Mutation(
        "one source, and nobody says of which rank",
        (
            swap(*RELATIVES, GAZETTE, ORDER.replace("value: 2", "value: 3")),
            swap(*RELATIVES, SPEECH, ORDER.replace("value: 2", "value: 4")),
            swap(*RELATIVES, REPORT, ORDER.replace("value: 2", "value: 5")),
            swap("sources.yaml", "service-order-6", "rank: primary", "rank: unknown"),
        ),
        "one-source-only",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "an exhibit of another day than what it is",
        (swap("exhibits.yaml", "mt1", "date: 2023-11-14", "date: 2024-11-14"),),
        "exhibit-told-differently",
        "exhibits/mt1",
    ),
    Mutation(
        "an exhibit of another day than what it is",
        (
            swap("exhibits.yaml", "ex-2", "date: 2026-05-20", "date: 2026-05-02"),
            swap("sources.yaml", "witness-a-statement", "  issued: 2026-05-20\n", ""),
        ),
        "exhibit-told-differently",
        "exhibits/ex-2",
    ),
    Mutation(
        "an exhibit opened whose source is closed",
        (swap("exhibits.yaml", "ex-2", "disclosure: anonymise", "disclosure: open"),),
        "exhibit-told-differently",
        "exhibits/ex-2",
    ),
    Mutation(
        "a work recorded again by its short title",
        (append("sources.yaml", SHORT),),
        "source-recorded-twice",
        "sources/cwk-short",
        is_note=True,
    ),
    Mutation(
        "a work recorded again by its short title",
        (append("sources.yaml", COARSE),),
        "source-recorded-twice",
        "sources/cwk-short",
        is_note=True,
    ),
)
