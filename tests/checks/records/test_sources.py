"""Sources: their addresses, their dates against what they are cited for, and works that are recorded twice."""

from __future__ import annotations

from tests.checks.given import Given, rows

ONE = Given(
    "broken-address", "case: {title: Example, AS_OF}\nsources: [{id: s, title: T, FIELDS}]", {"FIELDS": "", "AS_OF": ""}
)
AGAINST_ADDRESS = ONE.by("date-against-address")
READ = ONE.by("dates-out-of-order")
LONG_AGO = ONE.by("source-read-long-ago")
TWO = Given(
    "source-recorded-twice",
    "case: {title: Example}\nsources: [{id: a, held: held, ONE}, {id: b, held: held, OTHER}]",
    {"ONE": "", "OTHER": ""},
)
REPORT = (
    'type: report, title: "Thirty Days Without a Name: Custody in Kelvandra", author: [Custody Watch], '
    "publisher: Custody Watch, issued: 2023-11-14, url: https://example.org/thirty-days"
)
SHORT = "title: Thirty Days Without a Name"
CITED = Given(
    "dates-out-of-order",
    """
case: {title: Example}
sources:
  - {id: minutes, title: Minutes, issued: MINUTES, held: held}
  - {id: book, title: Book, held: held}
  - {id: letter, title: Letter, issued: LETTER, held: cited_in, cited_in: [KEYS]}
authorities: [{id: judgment, kind: judgment, name: A v B, citation: A v B, date: 2022-06-13}]
""",
    {"LETTER": "2022-07-30", "MINUTES": "2022-06-13", "KEYS": "minutes"},
)
OLDER = Given(
    "source-older-than-event",
    """
case: {title: Example, as_of: 2020}
sources:
  - {id: old, title: A, type: report, issued: 2015-03}
  - {id: new, title: B, type: report, issued: 2017-03}
  - {id: by-address, title: C, type: report, url: "https://a.example/2015/03/04/page"}
  - {id: undated, title: D, type: report}
  - {id: about, title: E, type: report, issued: ~2016}
  - {id: year, title: G, type: report, issued: 2016}
  - {id: law, title: F, type: legislation, issued: 2015-03}
people: [{id: p, name: Mara Wolk}]
events: [{id: e, kind: act, title: Beating, dates: 2016-02, citations: [EVENT]}]
roles: [{id: r, person: p, title: Governor, ROLE}]
allegations: [{id: a, title: T, statement: S., roles: [{role: r}], period: 2016-02/2016-03, evidence: [EVIDENCE]}]
""",
    {"EVENT": "new", "EVIDENCE": "new", "ROLE": "dates: 2014/2015"},
)
ROW = Given(
    "row-newer-than-source",
    """
case: {title: Example}
sources: [{id: q1, title: One, issued: ISSUED}, {id: q2, title: Two, issued: 2022-07-29}]
datasets:
  - id: t
    title: T
    file: data/t.csv
    columns:
      - {key: month, heading: Month, type: date, key_column: true}
      - {key: total, heading: Total}
      - {key: source, heading: Source, type: source}
""",
    {"SOURCE": "q1", "ISSUED": "2022-04-29"},
    {"data/t.csv": "month,total,source\n2022-03,90,q1\n2022-05,230,SOURCE\n"},
)
DAY = "url: 'https://a.example/2015/08/17/title'"
COPY = "archive_url: 'https://web.archive.org/web/20150924094859/http://a.example/'"
PAGE = "url: https://a.example/4, held: held"

test_an_address_that_ends_within_the_date_of_its_source_is_cut = rows(
    (ONE("issued: 2022-05-21, url: 'https://example.org/press/2022-05-2'"), "should fix"),
    (ONE("issued: 2022-05-21, url: 'https://example.org/press/2022052'"), "should fix"),
    (ONE("issued: 2022-05-21, url: 'https://example.org/press/2022-05'"), ""),
    (ONE("issued: 2022-05-02, url: 'https://example.org/press/2022-05-2'"), ""),
    (ONE("issued: 2022-05-21, url: 'https://example.org/press/92022052'"), ""),
    (ONE("issued: 2022-05-21, url: 'https://example.org/press/2022/05/2'"), ""),
)
test_the_date_of_a_source_is_that_of_its_address_or_a_week_later = rows(
    (AGAINST_ADDRESS(f"issued: 2015-08-24, {DAY}"), ""),
    (AGAINST_ADDRESS(f"issued: 2015-08-25, {DAY}"), "should fix"),
    (AGAINST_ADDRESS(f"issued: 2015-08, {DAY}"), ""),
    (AGAINST_ADDRESS("issued: 2022-06-13, url: 'https://a.example/minutes/2022-05-09'"), "note"),
    (AGAINST_ADDRESS("issued: 2022-06-13, event_date: 2022-05-09, url: 'https://a.example/minutes/2022-05-09'"), ""),
    (AGAINST_ADDRESS("issued: 2021-10-01, url: 'https://a.example/uploads/2021-12/report.docx'"), "should fix"),
    (AGAINST_ADDRESS("issued: 2022-10-01, url: 'https://a.example/uploads/2021-12/report.docx'"), ""),
    (AGAINST_ADDRESS(f"issued: 2015-10-17, {COPY}"), "should fix"),
    (AGAINST_ADDRESS(f"issued: 2015-09-17, {COPY}"), ""),
)
test_a_source_is_read_on_or_after_its_date = rows(
    (READ("issued: 2017-05-04, accessed: 2017-05-03"), "should fix"),
    (READ("issued: 2017-05-04, accessed: 2017-05-04"), ""),
    (READ("issued: 2017-05-04, accessed: 2017-05"), ""),
    (READ("issued: ~2017, accessed: 2016-05-03"), ""),
)
test_a_page_read_more_than_twelve_months_before_and_kept_nowhere_is_a_note = rows(
    (LONG_AGO(f"{PAGE}, accessed: 2025-10-29", "as_of: 2026-10-30"), "note"),
    (LONG_AGO(f"{PAGE}, accessed: 2025-10-30", "as_of: 2026-10-30"), ""),
    (LONG_AGO(f"{PAGE}, accessed: 2024-02-29", "as_of: 2025-03-01"), "note"),
    (LONG_AGO(f"{PAGE}, accessed: ~2024", "as_of: 2026-10-30"), ""),
    (LONG_AGO(f"{PAGE}, accessed: 2024, doi: 10.1000/4", "as_of: 2026-10-30"), ""),
    (LONG_AGO(f"{PAGE}, accessed: 2024, {COPY}", "as_of: 2026-10-30"), ""),
    (LONG_AGO("url: https://a.example/4, held: on_file, accessed: 2024", "as_of: 2026-10-30"), ""),
    (LONG_AGO(f"{PAGE}, accessed: 2024"), "cannot tell"),
)
test_a_source_that_is_recorded_twice_is_found = rows(
    (TWO("url: 'https://a.example/b'", "url_as_printed: 'a.example/b/'"), "should fix"),
    (TWO("url: 'https://a.example/b', page: 1-2", "url: 'https://a.example/b', page: 3-9"), ""),
    (TWO("url: 'https://a.example'", "url: 'https://a.example/'"), ""),
    (TWO("title: Decree, issued: 2021-01-28", "title: DECREE, issued: 2021-01-28"), "should fix"),
    (TWO("title: Decree, issued: 2021-01-28, number: 4", "title: Decree, issued: 2021-01-28, number: 5"), ""),
    (TWO("title: Yearbook, issued: '2021'", "title: Yearbook, issued: '2021'"), ""),
    (TWO("title: Decree", "title: Decree"), ""),
    (TWO(REPORT, f"{SHORT}, publisher: Custody Watch, issued: 2023"), "note"),
    (TWO(REPORT, f"title: Дни, translated_{SHORT}, author: [Custody Watch], issued: 2023"), "note"),
    (TWO(REPORT, f"{SHORT}, publisher: Prison Watch, issued: 2023"), ""),
    (TWO(REPORT, f"{SHORT}, publisher: Custody Watch, issued: 2024"), ""),
    (TWO(REPORT, "title: 'Thirty Days Without a Name: Annex', publisher: Custody Watch, issued: 2023"), ""),
    (TWO(REPORT, f"type: press-release, {SHORT}, publisher: Custody Watch, issued: 2023"), ""),
)
test_a_source_is_no_newer_than_what_cites_it = rows(
    (CITED("2022-07-30"), "should fix"),
    (CITED("2023", "2022", "book, minutes"), "should fix"),
    (CITED("2022-07-30", "2022-08-13", "judgment"), "should fix"),
    (CITED("2022-06-13"), ""),
    (CITED("2022-06"), ""),
    (CITED("2022-07-30", "2022"), ""),
    (CITED("2022-07-30", "~2021"), ""),
    (CITED(KEYS="book"), ""),
)
test_a_source_is_as_late_as_what_it_is_cited_for = rows(
    (OLDER("old"), "should fix"),
    (OLDER("old, year"), ""),
    (OLDER("old, law"), ""),
    (OLDER("by-address"), "note"),
    (OLDER("new", "old"), "should fix"),
    (OLDER("new", "old, undated"), ""),
    (OLDER("new", "old, about"), ""),
    (OLDER("new", "new, {source: old, against: true, elements: [severe-pain]}"), ""),
    (OLDER(ROLE="dates: 2014/2016, citations: [old]"), "note"),
    (OLDER(ROLE="dates: 2014/2015, citations: [old]"), ""),
    (OLDER(ROLE="dates: {stated: 2014/2016, end_known: false}, citations: [old]"), ""),
    (OLDER(ROLE="dates: 2014/2016, citations: [old, new]"), ""),
)
test_a_row_is_no_newer_than_its_source = rows(
    (ROW("q1"), "should fix"),
    (ROW("q2"), ""),
    (ROW("q1", "2022-05"), ""),
    (ROW("q1", "~2022-04"), ""),
)
