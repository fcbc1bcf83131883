"""How much the evidence weighs: what it goes back to, where in it, in which language, and the other side."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import run_checks
from probata.checks.records.citations import pinpoint_missing, pinpoint_not_of_source
from probata.checks.records.dates_of_sources import date_against_address
from probata.checks.records.evidence import (
    accuser_cites_itself,
    contrary_not_answered,
    media_only,
    no_answer_sought,
    one_source_only,
    source_not_seen,
)
from probata.checks.records.quotations import quotation_without_source, quotation_without_translation
from probata.checks.records.sources import captured_on, comparable, date_in_address, source_recorded_twice
from probata.checks.support.places import Pages, pages_of, seconds_in
from probata.diagnostics import Diagnostic, Severity
from probata.forum.load import rule_references
from probata.graph.sources import Origins, known_through
from probata.model.source_record import Source

HEAD = "case: {title: Example}\n"


def found_by(check: Check, folder: Path, text: str) -> tuple[Diagnostic, ...]:
    case, faults = load_example(folder, text)
    assert [in_ids(fault.message) for fault in faults] == []
    return run_checks(case, [check])[0].findings


def alleged(sources: str, evidence: str, *, more: str = "", case: str = "title: Example") -> str:
    """Return a case with one allegation, its sources a line each."""
    listed = textwrap.indent(textwrap.dedent(sources).strip(), "  - ", lambda line: line.strip() != "")
    return (
        f"case: {{{case}}}\nsources:\n{listed}\nallegations:\n  - id: beatings\n    title: Beatings\n"
        f"    statement: Prisoners were beaten.\n    evidence: {evidence}\n{textwrap.indent(more, '    ')}\n"
    )


# Independence


def origins_of(folder: Path, sources: str) -> Origins:
    case, _ = load_example(folder, alleged(sources, "[]"))
    return Origins(case.graph)


@each(
    ("sources", "count"),
    [
        ("{id: a, publisher: The Watch, held: held}\n{id: b, publisher: watch, held: held}", 1),
        ("{id: a, publisher: Watch, held: held}\n{id: b, publisher: Courier, held: held}", 2),
        ("{id: a, author: [Watch], held: held}\n{id: b, publisher: Watch, held: held}", 1),
        ("{id: a, origin_group: wire, held: held}\n{id: b, origin_group: wire, held: held}", 1),
        ("{id: a, publisher_group: state, held: held}\n{id: b, publisher_group: state, held: held}", 1),
        ("{id: a, author: [{family: Wolk}], held: held}\n{id: b, author: [{family: Wolk}], held: held}", 2),
        ("{id: a, type: book, publisher: Press, held: held}\n{id: b, type: book, publisher: Press, held: held}", 2),
        ("{id: a, type: post, container_title: X, held: held}\n{id: b, type: post, container_title: X, held: held}", 2),
        ("{id: a, held: not_located}\n{id: b, held: held}", 1),
    ],
    ids=[
        "one publisher, written in two ways",
        "two publishers",
        "the author of one publishes the other",
        "one origin",
        "one group of publishers",
        "a bare family name may be that of two persons",
        "books of one press with different authors",
        "posts on one platform",
        "what was not located proves nothing",
    ],
)
def test_sources_of_one_origin_count_once(sources: str, count: int, tmp_path: Path) -> None:
    assert len(origins_of(tmp_path, sources).independent(["a", "b"])) == count


def test_a_joint_work_does_not_make_one_of_two_separate_ones(tmp_path: Path) -> None:
    sources = """
        {id: both, author: [Watch, Aid], held: held}
        {id: watch, author: [Watch], held: held}
        {id: aid, author: [Aid], held: held}
    """

    assert set(origins_of(tmp_path, sources).independent(["both", "watch", "aid"])) == {"watch", "aid"}


def test_a_publisher_that_one_record_puts_in_a_group_is_of_it_everywhere(tmp_path: Path) -> None:
    sources = """
        {id: named, publisher: Gazette, publisher_group: state, held: held}
        {id: bare, publisher: Gazette, held: held}
        {id: grouped, publisher: Bulletin, publisher_group: state, held: held}
    """

    assert len(origins_of(tmp_path, sources).independent(["bare", "grouped"])) == 1


def test_what_is_known_only_through_one_work_counts_with_it(tmp_path: Path) -> None:
    sources = """
        {id: review, held: held}
        {id: a, held: cited_in, cited_in: "review, n 1"}
        {id: b, held: cited_in, cited_in: a}
        {id: seen, held: held, cited_in: "review, n 2"}
    """
    origins = origins_of(tmp_path, sources)
    b = origins.graph.find("sources", Source, "b")

    assert b is not None
    assert known_through(origins.graph, b).id == "review"
    assert origins.independent(["a", "b"]) == ("a",)
    assert set(origins.independent(["a", "b", "review", "seen"])) == {"review", "seen"}


def test_works_that_are_known_through_each_other_do_not_go_round_for_ever(tmp_path: Path) -> None:
    origins = origins_of(tmp_path, "{id: a, cited_in: b}\n{id: b, cited_in: a}")

    assert len(origins.independent(["a", "b"])) == 1


@each(("second", "count"), [("w-2", 1), ("x-1", 2), ("gone", 2)])
def test_statements_of_one_witness_count_once(second: str, count: int, tmp_path: Path) -> None:
    text = (
        alleged("{id: a, held: held}\n{id: b, held: held}", "[a, b]")
        + f"""
people: [{{id: w, name: Witness W}}, {{id: x, name: Witness X}}]
statements:
  - {{id: w-1, person: w, kind: witness}}
  - {{id: w-2, person: w, kind: witness, number: 2}}
  - {{id: x-1, person: x, kind: witness}}
exhibits:
  - {{id: e-1, mark: A/1, description: Statement, source: a, statement: w-1}}
  - {{id: e-2, mark: A/2, description: Statement, source: b, statement: {second}}}
"""
    )
    case, _ = load_example(tmp_path, text)

    assert len(Origins(case.graph).independent(["a", "b"])) == count


# one-source-only


@each(
    ("evidence", "weight"),
    [
        ("[a, b]", Severity.WARNING),
        ("[b]", Severity.WARNING),
        ("[a]", Severity.INFO),
        ("[e]", Severity.WARNING),
        ("[a, c]", None),
        ("[a, {source: c, against: true}]", Severity.INFO),
        ("[b, d]", Severity.WARNING),
        ("[b, e]", Severity.INFO),
        ("[]", None),
    ],
    ids=[
        "two that are one",
        "one that is secondary",
        "one that is primary",
        "one of unknown rank",
        "two, one of them primary",
        "what speaks against it does not count",
        "two that are secondary",
        "two, one of unknown rank",
        "none, which another check finds",
    ],
)
def test_two_independent_sources_are_asked_for_one_of_them_primary(
    evidence: str, weight: Severity | None, tmp_path: Path
) -> None:
    sources = """
        {id: a, publisher: Watch, rank: primary, held: held}
        {id: b, publisher: Watch, rank: secondary, held: held}
        {id: c, publisher: Office, rank: primary, held: held}
        {id: d, publisher: Courier, rank: secondary, held: held}
        {id: e, publisher: Gazette, held: held}
    """
    found = found_by(one_source_only, tmp_path, alleged(sources, evidence))

    assert [one.severity for one in found] == ([weight] if weight else [])


def test_a_judgment_that_was_read_is_a_source_of_its_own_and_primary(tmp_path: Path) -> None:
    text = alleged("{id: a, publisher: Watch, rank: secondary, held: held}", "[a, judgment]")
    authority = "authorities:\n  - {id: judgment, kind: judgment, name: X v Y, citation: X v Y, verified: VERIFIED}\n"

    read = found_by(one_source_only, tmp_path / "a", text + authority.replace("VERIFIED", "true"))
    unread = found_by(one_source_only, tmp_path / "b", text + authority.replace("VERIFIED", "false"))

    assert read == ()
    assert [in_ids(one.message) for one in unread] == [
        "the evidence for allegation `beatings` comes down to one source, `a`"
    ]


def test_the_one_source_is_named_by_the_work_through_which_the_others_are_known(tmp_path: Path) -> None:
    sources = """
        {id: review, rank: secondary, held: held}
        {id: a, rank: primary, held: cited_in, cited_in: "review, n 1"}
        {id: b, held: cited_in, cited_in: "review, n 2"}
    """
    (found,) = found_by(one_source_only, tmp_path, alleged(sources, "[a, b]"))

    assert in_ids(found.message).endswith("comes down to one source, `review`")
    assert "`a`, `b`" in in_ids(found.notes[0])


def test_a_point_with_one_secondary_source_is_a_note(tmp_path: Path) -> None:
    sources = """
        {id: report, publisher: Watch, rank: secondary, held: held}
        {id: order, publisher: Office, rank: primary, held: held}
    """
    evidence = "[{source: order, point: command}, {source: report, point: conduct}]"
    secondary, primary = found_by(one_source_only, tmp_path, alleged(sources, evidence))

    assert secondary.severity is Severity.INFO
    assert "one source alone, and a secondary one, goes to `conduct` in" in in_ids(secondary.message)
    assert primary.severity is Severity.INFO
    assert "goes to `command` in" in in_ids(primary.message)


@each(
    ("evidence", "is_found"),
    [
        ("{source: a, point: conduct}", True),
        ("{source: a, point: conduct}, {source: b, point: conduct}", True),
        ("{source: a, point: conduct}, {source: order, point: conduct}", False),
        ("{source: a, point: conduct}, {source: order, point: conduct, against: true}", True),
        ("{source: a}", False),
        ("{source: law, point: conduct}", False),
    ],
    ids=["one", "two of one origin", "two", "one against it", "no point", "a rule of law"],
)
def test_two_independent_sources_are_asked_for_point_by_point(evidence: str, is_found: bool, tmp_path: Path) -> None:
    sources = """
        {id: a, publisher: Watch, origin_group: witness, rank: primary, held: held}
        {id: b, publisher: Press, origin_group: witness, rank: primary, held: held}
        {id: order, publisher: Office, rank: primary, held: held}
        {id: law, type: legislation, publisher: Gazette, rank: primary, held: held}
        {id: c, publisher: Court, rank: primary, held: held}
    """
    found = found_by(one_source_only, tmp_path, alleged(sources, f"[order, c, {evidence}]"))

    assert [(one.severity, "`conduct`" in in_ids(one.message)) for one in found] == [(Severity.INFO, True)] * is_found


# accuser-cites-itself

OF_WATCH = """
    {id: report, publisher: Prison Watch, rank: secondary, held: held}
    {id: statement, publisher: Prison Watch, rank: primary, held: held}
    {id: bulletin, held: cited_in, cited_in: "report, n 3"}
    {id: order, publisher: Office, rank: primary, held: held}
"""


@each(
    ("evidence", "made_by", "count"),
    [
        ("[report]", "made_by: Prison Watch, in its report", 1),
        ("[report]", "", 1),
        ("[report, bulletin]", "made_by: Prison Watch, in its report", 0),
        ("[report, order]", "made_by: Prison Watch, in its report", 0),
        ("[report, statement]", "made_by: Prison Watch, in its report", 0),
        ("[report]", "made_by: Prison Watchers", 0),
        ("[report, {source: order, against: true}]", "", 1),
    ],
    ids=[
        "theirs",
        "of those who submit it",
        "with what others wrote, though known only through theirs",
        "with a source outside",
        "with a witness whom they heard",
        "a name that only begins alike",
        "what speaks against it bears nothing out",
    ],
)
def test_evidence_from_the_accuser_alone_is_found(evidence: str, made_by: str, count: int, tmp_path: Path) -> None:
    prepared = "title: Example, prepared_by: {organisation: Prison Watch}"
    text = alleged(OF_WATCH, evidence, more=made_by, case=prepared)

    assert len(found_by(accuser_cites_itself, tmp_path, text)) == count


@each(
    ("evidence", "weight"),
    [
        ("[report, bulletin]", Severity.WARNING),
        ("[report, bulletin, judgment]", Severity.INFO),
        ("[report]", None),
        ("[report, bulletin, order]", None),
    ],
    ids=["and what nobody has seen", "and a judgment", "theirs alone", "a source of others was seen"],
)
def test_what_others_wrote_and_nobody_has_seen_is_not_called_the_accusers(
    evidence: str, weight: Severity | None, tmp_path: Path
) -> None:
    text = alleged(OF_WATCH, evidence, more="made_by: Prison Watch")
    text += "authorities:\n  - {id: judgment, kind: judgment, name: X v Y, citation: X v Y}\n"
    found = found_by(source_not_seen, tmp_path, text)

    assert [one.severity for one in found] == ([weight] if weight else [])
    for one in found:
        assert in_ids(one.message).endswith("are those of whoever makes it, `Prison Watch`")
        assert tuple(map(in_ids, one.notes)) == ("theirs: `report`", "of others, and not seen: `bulletin`")


def test_evidence_of_the_accuser_is_not_told_a_second_time_as_one_source(tmp_path: Path) -> None:
    text = alleged(OF_WATCH, "[report, bulletin]", more="made_by: Prison Watch")

    assert found_by(one_source_only, tmp_path, text) == ()


def test_a_judgment_beside_the_accusers_own_works_makes_it_a_note(tmp_path: Path) -> None:
    text = alleged(OF_WATCH, "[report, judgment]", more="made_by: Prison Watch")
    text += "authorities:\n  - {id: judgment, kind: judgment, name: X v Y, citation: X v Y}\n"
    (found,) = found_by(accuser_cites_itself, tmp_path, text)

    assert found.severity is Severity.INFO
    assert in_ids(found.message).startswith("apart from `judgment`, all evidence")


# media-only

REPORTS = """
    {id: courier, type: article-newspaper, held: held}
    {id: post, type: post, held: held}
    {id: page, type: webpage, held: held}
    {id: site, type: webpage, publisher: Ostamar News, held: held}
    {id: official, type: webpage, rank: primary, held: held}
    {id: register, type: document, held: held}
"""


@each(
    ("forum", "evidence", "weight"),
    [
        ("un-sp", "[courier, post]", Severity.WARNING),
        ("uk-ghr", "[courier, post]", None),
        ("un-sp", "[courier, register]", None),
        ("un-sp", "[courier, official]", None),
        ("un-sp", "[courier, page]", Severity.INFO),
        ("un-sp", "[site]", Severity.WARNING),
        ("un-sp", "[page]", None),
        ("un-sp", "[courier, uncat]", None),
    ],
    ids=[
        "newspaper and post",
        "a forum without such a rule",
        "with a document",
        "with an official page",
        "with a page that may be anybody's",
        "page of a body of the media",
        "a page that may be anybody's, alone",
        "with a treaty",
    ],
)
def test_reports_of_the_media_alone_are_found_where_the_forum_says_so(
    forum: str, evidence: str, weight: Severity | None, tmp_path: Path
) -> None:
    text = alleged(REPORTS, evidence, case=f"title: Example, filings: [{{id: one, forum: {forum}}}]")
    text += "bodies:\n  - {id: news, name: Ostamar News, kind: media}\n"

    assert [one.severity for one in found_by(media_only, tmp_path, text)] == ([weight] if weight else [])


def test_two_letters_to_one_forum_are_told_once(tmp_path: Path) -> None:
    filings = "title: Example, filings: [{id: one, forum: un-sp}, {id: two, forum: un-sp}]"

    assert len(found_by(media_only, tmp_path, alleged(REPORTS, "[courier]", case=filings))) == 1


def test_a_forum_names_its_rule_on_the_media_so_that_a_wrong_id_is_found(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, alleged(REPORTS, "[]", case="title: Example, filings: [{id: one, forum: un-sp}]"))

    assert (("evidence", "not_media_alone"), "not-only-press") in rule_references(case.profiles["un-sp"])


# pinpoint-missing and pinpoint-not-of-source

WORKS = """
    {id: report, type: report, held: held}
    {id: leaflet, type: report, page: 2, held: held}
    {id: letter, type: document, held: held}
    {id: transcript, type: document, medium: "recording and transcript, 11 pages", held: held}
    {id: essay, type: article-journal, page: 41-47, held: held}
    {id: act, type: legislation, page: 1-2, held: held}
"""


@each(
    ("evidence", "named"),
    [
        ("report", "`report`"),
        ('"report, p. 4"', ""),
        ("{source: report, pinpoint: {type: whole, value: all}}", ""),
        ('"report, annex 2"', ""),
        ("leaflet", ""),
        ("letter", ""),
        ("transcript", "`transcript`"),
        ("essay", "`essay`"),
        ("act", ""),
        ("echr", "`echr`"),
        ("{source: report, against: true}", "`report`"),
    ],
)
def test_a_place_is_asked_for_in_a_long_work(evidence: str, named: str, tmp_path: Path) -> None:
    found = found_by(pinpoint_missing, tmp_path, alleged(WORKS, f"[{evidence}]"))

    assert [in_ids(one.message).rpartition(": ")[2] for one in found] == ([named] if named else [])


def test_an_allegation_is_told_once_of_all_works_without_a_place(tmp_path: Path) -> None:
    (found,) = found_by(pinpoint_missing, tmp_path, alleged(WORKS, "[letter, report, essay, report]"))

    assert in_ids(found.message).endswith("cites long works without a page or paragraph: `report`, `essay`")


PLACES = """
    {id: essay, type: article-journal, page: 41-47}
    {id: book, type: book, page: 320}
    {id: page, type: webpage}
    {id: untyped}
    {id: file, type: webpage, url: "https://example.org/a.pdf"}
    {id: printout, type: webpage, medium: printout}
    {id: film, type: motion_picture}
    {id: letter, type: document, medium: letter of 2 pages}
    {id: photographs, type: map}
    {id: archived, type: webpage, url: "https://example.org/a", archive_url: "https://archive.example/1/a.pdf"}
    {id: long, type: article-journal, page: 112-119}
    {id: rows, type: dataset}
"""


@each(
    ("citation", "weight"),
    [
        ("essay, pp. 41-47", None),
        ("essay, p. 48", Severity.WARNING),
        ("essay, p. 40", Severity.WARNING),
        ("essay, p. iv", None),
        ("essay, at 00:03:10", Severity.WARNING),
        ("book, p. 320", None),
        ("book, p. 321", Severity.WARNING),
        ("page, p. 4", Severity.WARNING),
        ("page, heading Methods", None),
        ("untyped, p. 4", Severity.INFO),
        ("file, p. 4", None),
        ("printout, p. 4", None),
        ("film, p. 4", Severity.WARNING),
        ("film, at 00:03:10", None),
        ("letter, p. 2", None),
        ("letter, pp. 2-3", Severity.WARNING),
        ("photographs, frame 2", None),
        ("archived, p. 4", None),
        ("long, pp. 112-9", None),
        ("long, pp. 112-24", Severity.WARNING),
        ("essay, at length", None),
        ("essay, art 3", Severity.INFO),
        ("essay, slide 3", Severity.WARNING),
        ("film, row 3", Severity.WARNING),
        ("page, art 3", None),
        ("rows, art 3", Severity.WARNING),
    ],
)
def test_a_place_must_be_one_that_the_work_has(citation: str, weight: Severity | None, tmp_path: Path) -> None:
    found = found_by(pinpoint_not_of_source, tmp_path, alleged(PLACES, f'["{citation}"]'))

    assert [one.severity for one in found] == ([weight] if weight else [])


@each(
    ("record", "pages"),
    [
        ({"type": "chapter", "page": "41–47"}, Pages(41, 47)),
        ({"type": "article-newspaper", "page": "1, 3"}, Pages(1, 3)),
        ({"type": "book", "page": "320"}, Pages(1, 320)),
        ({"type": "article-newspaper", "page": "5"}, Pages(5, 5)),
        ({"type": "article-newspaper", "page": "A5"}, None),
        ({"type": "article-journal", "page": "341-7"}, Pages(341, 347)),
        ({"type": "article-journal", "page": "47-41"}, None),
        ({"type": "document", "medium": "letter of 2 pages"}, Pages(1, 2)),
        ({"type": "document"}, None),
        ({"type": "book", "number_of_pages": "240"}, Pages(1, 240)),
        ({"type": "book", "number_of_pages": "xii, 240 p."}, Pages(1, 240)),
        ({"type": "chapter", "number_of_pages": "240", "page": "41-47"}, Pages(41, 47)),
        ({"type": "book", "number_of_pages": "xii, 240, 16 p."}, Pages(1, 240)),
        ({"type": "book", "number_of_pages": "[4], 240, [300] pp."}, Pages(1, 240)),
        ({"type": "book", "number_of_pages": "1,240 pages"}, Pages(1, 1240)),
        ({"type": "book", "number_of_pages": "1.240 S."}, Pages(1, 1240)),
        ({"type": "book", "number_of_pages": "1000000 p"}, None),
        ({"type": "book", "number_of_pages": "0"}, None),
        ({"type": "book", "number_of_pages": "many"}, None),
    ],
)
def test_pages_are_read_as_records_write_them(record: dict[str, str], pages: Pages | None) -> None:
    assert pages_of(Source.model_validate({"id": "a", **record})) == pages


RANGES = (
    HEAD
    + """
sources:
  - {id: report, type: report, held: held}
  - {id: film, type: motion_picture, duration: "00:12:30", held: held}
  - {id: talk, type: interview, duration: "1:02:00", held: held}
  - {id: rows, type: dataset, held: held}
exhibits: [{id: mw1, mark: MW1, description: DESCRIPTION, source: report, pages: 44}]
datasets:
  - id: deaths
    title: Deaths
    file: data/deaths.csv
    columns: [{key: year, heading: Year, type: text}]
    citations: rows
people:
  - {id: wolk, name: Mara Wolk, description: "She wrote it [@CITED]."}
"""
)
TABLE = {"data/deaths.csv": "year\n2016\n2017\n"}


@each(
    ("cited", "fault"),
    [
        ("report, p. 44", ""),
        ("report, pp. 40-45", "exhibit `MW1`, which reproduces it, has 44 pages"),
        ("report, p. xlv", ""),
        (f"report, p. {'9' * 5000}", ""),
        ("film, at 00:12:30", ""),
        ("film, at 12:31", "its record gives it a duration of 00:12:30"),
        ("film, at 00:12:00-00:13:00", "its record gives it a duration of 00:12:30"),
        ("film, 00:12:30", ""),
        ("film, 12:31", "its record gives it a duration of 00:12:30"),
        ("film, 3:10, 12:31", "its record gives it a duration of 00:12:30"),
        ("film, 12:29-12:31, with sound", "its record gives it a duration of 00:12:30"),
        ("talk, 1:02:01", "its record gives it a duration of 1:02:00"),
        ("report, 12:31", ""),
        ("report, 0:12:31", "`report` is a printed work, which has no times"),
        ("report, p. 44, para 3", ""),
        ("report, p. 45, para 3", "exhibit `MW1`, which reproduces it, has 44 pages"),
        ("report, para 3, p. 45", "exhibit `MW1`, which reproduces it, has 44 pages"),
        ("film, at 3:10, row 4", "`motion_picture` is a recording, whose places are times"),
        ("talk, at 01:01:59", ""),
        ("film, at the end", ""),
        ("rows, row 3", ""),
        ("rows, row 4", "the table taken from it has 2 rows"),
    ],
)
def test_a_place_named_in_a_text_is_within_the_range_of_its_source(cited: str, fault: str, tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, RANGES.replace("CITED", cited).replace("DESCRIPTION", "the report"), TABLE)
    found = run_checks(case, [pinpoint_not_of_source])[0].findings

    assert faults == []
    assert [in_ids(one.message).partition(" is cited, and ")[2] for one in found] == ([fault] if fault else [])


@each(("cited", "count"), [("film, 12:31", 1), ("film, 12:29", 0), ("report, p. 45, n 3", 1)])
def test_a_place_in_a_field_is_looked_at_as_one_in_a_text(cited: str, count: int, tmp_path: Path) -> None:
    text = RANGES.replace('description: "She wrote it [@CITED]."', f'citations: "{cited}"')
    case, faults = load_example(tmp_path, text.replace("DESCRIPTION", "the report"), TABLE)

    assert faults == []
    assert len(run_checks(case, [pinpoint_not_of_source])[0].findings) == count


@each(("cited", "count"), [("report, p. 44", 0), ("report, p. 45", 1)])
def test_a_web_page_has_the_pages_of_the_exhibit_that_reproduces_it(cited: str, count: int, tmp_path: Path) -> None:
    text = RANGES.replace("id: report, type: report", "id: report, type: webpage")
    case, _ = load_example(tmp_path, text.replace("CITED", cited).replace("DESCRIPTION", "the site"), TABLE)

    assert len(run_checks(case, [pinpoint_not_of_source])[0].findings) == count


def test_an_exhibit_that_is_an_extract_says_nothing_of_the_length_of_its_source(tmp_path: Path) -> None:
    text = RANGES.replace("CITED", "report, p. 58").replace("DESCRIPTION", "extract from the report")
    case, _ = load_example(tmp_path, text, TABLE)

    assert run_checks(case, [pinpoint_not_of_source])[0].findings == ()


@each(
    ("value", "seconds"),
    [("00:03:10", 190), ("3:10", 190), ("1:00:00-1:00:05", 3605), ("3:10, 4:20 and 5:00", 300),
     ("3:10.5", 190), ("90", None), ("", None),
     ("9" * 5000, None)],
)  # fmt: skip
def test_a_time_is_read_in_seconds(value: str, seconds: int | None) -> None:
    assert seconds_in(value) == seconds


# Quotations


@each(
    ("fields", "weight"),
    [
        ("quoted_in: french", Severity.WARNING),
        ("quoted_in: english", None),
        ("quoted_in: untold", None),
        ("original: {lang: zh}, quoted_in: english", Severity.WARNING),
        ("original: {lang: en}, quoted_in: french", None),
        ("translation: {kind: human, translator: Mara Wolk}, quoted_in: french", None),
        ("translation: {kind: human}, quoted_in: french", Severity.INFO),
        ("translation: {kind: by_source}, quoted_in: french", None),
        ("translation: {kind: machine, translator: a program}, quoted_in: french", Severity.WARNING),
        ("translation: {kind: unknown}, quoted_in: untold", Severity.INFO),
    ],
)
def test_words_from_another_language_need_a_translation_that_says_whose(
    fields: str, weight: Severity | None, tmp_path: Path
) -> None:
    text = f"""{HEAD}
sources:
  - {{id: french, title: Récit, language: fr-FR}}
  - {{id: english, title: Account, language: en-US}}
  - {{id: untold, title: Account}}
quotations:
  - {{id: words, speaker: {{described: a guard}}, text: Go on., {fields}}}
"""
    found = found_by(quotation_without_translation, tmp_path, text)

    assert [one.severity for one in found] == ([weight] if weight else [])


def test_translations_of_unknown_origin_are_one_note(tmp_path: Path) -> None:
    one = "{{id: {}, speaker: {{described: a guard}}, text: Go on., translation: {{kind: unknown}}}}"
    text = f"{HEAD}quotations:\n  - {one.format('a')}\n  - {one.format('b')}\n  - {one.format('c')}\n"
    (found,) = found_by(quotation_without_translation, tmp_path, text)

    assert in_ids(found.message) == "quotation `a` and 2 more: the translation is of unknown origin"
    assert tuple(map(in_ids, found.notes)) == ("the others: `b`, `c`",)


def test_a_quotation_inside_another_stands_where_that_stands(tmp_path: Path) -> None:
    text = f"""{HEAD}
sources: [{{id: interview, title: Interview}}]
quotations:
  - {{id: whole, speaker: {{described: a guard}}, text: He said go on., quoted_in: interview, nested: [inner]}}
  - {{id: inner, speaker: {{described: a colonel}}, text: Go on.}}
  - {{id: alone, speaker: {{described: a colonel}}, text: Stop.}}
"""
    found = found_by(quotation_without_source, tmp_path, text)

    assert [one.record for one in found] == ["quotations/alone"]


# Addresses


@each(
    ("address", "text", "is_folder"),
    [
        ("https://a.example/2019/05/03/title", "2019-05-03", True),
        ("https://a.example/news/2019/5/3/", "2019-05-03", True),
        ("https://a.example/2019-05/03/c_1.htm", "2019-05-03", True),
        ("https://a.example/n1/2016/0422/c64371.html", "2016-04-22", True),
        ("https://a.example/201704/t20170427_92142.html", "2017-04-27", False),
        ("https://a.example/asia/title-20221009175227-ntrc.html", "2022-10-09", False),
        ("https://a.example/minutes/2022-06-09", "2022-06-09", False),
        ("https://a.example/detail/2017/06/id/1.shtml", "2017-06", True),
        ("https://web.archive.org/web/20150924094859/http://a.example/2014-07/22/c.htm", "2014-07-22", True),
    ],
)
def test_the_date_in_an_address_is_read(address: str, text: str, is_folder: bool) -> None:
    found = date_in_address(address)

    assert found is not None
    assert (found.text, found.is_folder) == (text, is_folder)


@each(
    "address",
    [
        "https://a.example/title",
        "https://a.example/article/3223164/title",
        "https://a.example/a/537850569_119038",
        "https://a.example/2019/99/03/title",
        "https://a.example/2019/title",
        "https://a.example/title?date=2019-05-03",
        "https://web.archive.org/web/20150924094859/http://a.example/title",
        "https://a.example/1120150924.html",
    ],
)
def test_what_is_no_date_is_not_taken_for_one(address: str) -> None:
    assert date_in_address(address) is None


@each(
    ("fields", "weight"),
    [
        ("issued: 2015-12-17, url: 'https://a.example/2015/08/17/title'", Severity.WARNING),
        ("issued: 2015-08-17, url: 'https://a.example/2015/08/17/title'", None),
        ("issued: 2015-08-24, url: 'https://a.example/2015/08/17/title'", None),
        ("issued: 2015-08-25, url: 'https://a.example/2015/08/17/title'", Severity.WARNING),
        ("issued: 2015-08, url: 'https://a.example/2015/08/17/title'", None),
        ("issued: '2015', url: 'https://a.example/2015/08/17/title'", None),
        ("issued: 2022-06-13, url: 'https://a.example/minutes/2022-05-09'", Severity.INFO),
        ("issued: 2022-06-13, event_date: 2022-05-09, url: 'https://a.example/minutes/2022-05-09'", None),
        ("issued: 2021-10-01, url: 'https://a.example/uploads/2021-12/report.docx'", Severity.WARNING),
        ("issued: 2022-10-01, url: 'https://a.example/uploads/2021-12/report.docx'", None),
        ("issued: 2015-12-17, url_as_printed: 'www.a.example/2015/08/17/title'", Severity.WARNING),
        ("issued: 2015-10-17, archive_url: 'https://web.archive.org/web/20150924094859/http://a.example/'",
         Severity.WARNING),
        ("issued: 2015-09-17, archive_url: 'https://web.archive.org/web/20150924094859/http://a.example/'", None),
        ("url: 'https://a.example/2015/08/17/title'", None),
    ],
)  # fmt: skip
def test_the_date_of_a_source_is_compared_with_its_address(
    fields: str, weight: Severity | None, tmp_path: Path
) -> None:
    text = f"{HEAD}sources:\n  - {{id: a, title: Title, {fields}}}\n"
    case, _ = load_example(tmp_path, text)
    found = run_checks(case, [date_against_address])[0].findings

    assert [one.severity for one in found] == ([weight] if weight else [])


def test_an_archive_tells_the_day_of_its_copy() -> None:
    assert captured_on("https://web.archive.org/web/20150924094859/http://a.example/") == date(2015, 9, 24)
    assert captured_on("https://web.archive.org/web/20159924094859/http://a.example/") is None
    assert captured_on("https://a.example/20150924094859/") is None


@each(
    ("one", "other"),
    [
        ("https://www.a.example/b/", "http://a.example/b"),
        ("https://A.example/b#part", "https://a.example/b"),
        ("https://a.example/b/index.html", "https://a.example/b"),
        ("https://a.example/b?utm_source=x&id=4", "https://a.example/b?id=4"),
        ("http://a.example//b", "https://a.example/b"),
        ("www.a.example/b", "https://a.example/b"),
        ("https://a.example/%E5%88%98", "https://a.example/刘"),
    ],
)
def test_addresses_of_one_page_compare_equal(one: str, other: str) -> None:
    assert comparable(one) == comparable(other) is not None


def test_addresses_of_two_pages_and_of_a_front_page_do_not() -> None:
    assert comparable("https://a.example/b?id=4") != comparable("https://a.example/b?id=5")
    assert comparable("https://a.example/b") != comparable("https://a.example/B")
    assert comparable("https://a.example/") is None
    assert comparable("") is None
    assert comparable("https://[broken/b") is None


@each(
    ("one", "other", "count"),
    [
        ("url: 'https://a.example/b'", "url: 'https://a.example/b/'", 1),
        ("url: 'https://a.example/b'", "url_as_printed: 'a.example/b'", 1),
        ("url: 'https://a.example/b', page: 1-2", "url: 'https://a.example/b', page: 3-9", 0),
        ("title: Decree, issued: 2021-01-28", "title: DECREE, issued: 2021-01-28", 1),
        ("title: Decree, issued: 2021-01-28, number: 4", "title: Decree, issued: 2021-01-28, number: 5", 0),
        ("title: Decree, issued: 2021-01-28", "title: Decree, issued: 2021-01-29", 0),
        ("title: Yearbook, issued: '2021'", "title: Yearbook, issued: '2021'", 0),
        ("title: Decree", "title: Decree", 0),
        ("url: 'https://a.example'", "url: 'https://a.example/'", 0),
    ],
)
def test_a_source_that_is_recorded_twice_is_found(one: str, other: str, count: int, tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, f"{HEAD}sources:\n  - {{id: a, {one}}}\n  - {{id: b, {other}}}\n")
    found = run_checks(case, [source_recorded_twice])[0].findings

    assert [one.record for one in found] == ["sources/b"] * count


# contrary-not-answered


@each(
    ("evidence", "answer", "weight"),
    [
        ("[register]", "", Severity.WARNING),
        ("[register, {source: register, against: true}]", "", None),
        ("[register]", "answer: {reason: He died in 2020}", None),
        ("[register]", "answer: {asked: true, answer: She denies it.}", None),
        ("[register]", "answer: {asked: true, on: 2024-05-02}", Severity.INFO),
        ("[register]", "pursued: false", None),
    ],
)
def test_the_other_side_has_a_place(evidence: str, answer: str, weight: Severity | None, tmp_path: Path) -> None:
    text = alleged("{id: register, type: document, held: held}", evidence, more=answer)

    assert [one.severity for one in found_by(contrary_not_answered, tmp_path, text)] == ([weight] if weight else [])


@each(
    ("item", "count"),
    [
        ("supports: No coercion is allowed", 1),
        ("quote: No coercion is allowed.", 1),
        ("supports: No coercion is allowed, answered: The rule was not kept.", 0),
        ("supports: No coercion is allowed, elements: [no-investigation]", 0),
    ],
)
def test_what_is_said_against_an_allegation_is_answered(item: str, count: int, tmp_path: Path) -> None:
    evidence = f"[register, {{source: register, against: true, {item}}}]"
    more = "answer: {reason: He died in 2020}\nprovisions: [{instrument: uncat, provision: 12}]"
    text = alleged("{id: register, type: document, held: held}", evidence, more=more)
    found = found_by(contrary_not_answered, tmp_path, text)

    assert [(one.severity, tuple(map(in_ids, one.notes))) for one in found] == [
        (Severity.INFO, (f"`register`: No coercion is allowed{'.' if 'quote' in item else ''}",))
    ] * count


# no-answer-sought

NOBODY_ASKED = "nobody is recorded as having been asked about allegation `beatings`, and no reason is given"
NOT_ASKED = "the person was not asked about allegation `beatings`, and no reason is given"
CONTRARY = "[register, {source: register, against: true}]"


@each(
    ("evidence", "answer", "told"),
    [
        (CONTRARY, "", [NOBODY_ASKED]),
        (
            CONTRARY,
            "answer: {citations: register}",
            [NOBODY_ASKED],
        ),
        ("[register]", "", []),
        (CONTRARY, "pursued: false", []),
        (CONTRARY, "answer: {reason: He died in 2020}", []),
        (CONTRARY, "answer: {asked: true, on: 2024-05-02}", []),
        (CONTRARY, "answer: {answer: She denies it.}", []),
        (CONTRARY, "answer: {asked: false, answer: She denies it.}", [NOT_ASKED]),
        ("[register]", "answer: {asked: false, answer: No answer was asked for.}", [NOT_ASKED]),
        ("[register]", "answer: {asked: false}", [NOT_ASKED]),
        ("[register]", "answer: {asked: false, reason: He died in 2020}", []),
    ],
)
def test_who_was_not_asked_needs_a_reason(evidence: str, answer: str, told: list[str], tmp_path: Path) -> None:
    text = alleged("{id: register, type: document, held: held}", evidence, more=answer)

    assert [in_ids(one.message) for one in found_by(no_answer_sought, tmp_path, text)] == told


@each(
    ("asked", "period", "count"),
    [
        ("2015", "2016", 1),
        ("2016-05-02", "2016-05-03/2017", 1),
        ("2016", "2016", 0),
        ("2016-06", "2016-05/2017", 0),
        ("~2015", "2016", 0),
        ("2015", "~2016", 0),
        ("2015", "../2016", 0),
    ],
)
def test_an_answer_from_before_the_conduct_is_none(asked: str, period: str, count: int, tmp_path: Path) -> None:
    answer = f"answer: {{asked: true, on: {asked}, answer: She denies it.}}\nperiod: {period}"
    text = alleged("{id: register, type: document, held: held}", "[register]", more=answer)
    told = f"the answer is of `{asked}`, and the conduct is alleged from `{period}` on"

    assert [in_ids(one.message) for one in found_by(no_answer_sought, tmp_path, text)] == [told] * count


def test_an_answer_to_undated_conduct_cannot_be_told(tmp_path: Path) -> None:
    text = alleged("{id: register}", "[register]", more="answer: {asked: true, on: 2015, answer: She denies it.}")
    case, _ = load_example(tmp_path, text)

    assert run_checks(case, [no_answer_sought])[0].outcome is Outcome.CANNOT_TELL


@each(("cited", "count"), [("p. 8", 0), ("pp. 4-9", 0), ("p. 12", 0), ("p. 10", 1), ("para 10", 0)])
def test_a_page_beside_those_that_were_read_is_found(cited: str, count: int, tmp_path: Path) -> None:
    work = "    {id: report, type: report, held: held, read_in_part: 'pp. 1-9, 12'}\n"

    assert len(found_by(pinpoint_not_of_source, tmp_path, alleged(work, f'["report, {cited}"]'))) == count
