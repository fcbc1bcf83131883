"""Addresses, and sources that nobody has seen."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.evidence import allegation_without_evidence, source_not_seen
from probata.checks.records.sources import broken_address, fault_of
from probata.diagnostics import Severity


@each(
    "address",
    [
        "https://www.example.org",
        "http://example.org:8080/a/b.html?x=1&y=%20#part",
        "https://web.archive.org/web/2020/https://example.org/page",
        "https://archive.ph/abc",
        "https://zh.wikipedia.org/wiki/刘建超",
        "https://en.wikipedia.org/wiki/Dui_(torture)",
        "https://doi.org/10.4000/chinaperspectives.6542",
    ],
)
def test_a_sound_address_has_no_fault(address: str) -> None:
    assert fault_of(address) is None


@each(
    ("address", "words"),
    [
        ("www.example.org/a", "does not begin with `https://` or `http://`"),
        ("https://example.org/a b", "has a space in it"),
        ("https://example", "names no site"),
        ("https:///a", "names no site"),
        ("https://example.org/long…", "is cut off"),
        ("https://example.org/a.", "ends in a punctuation mark of the sentence around it"),
        ("http://example.org/Xi’s_report.pdf", "has a quotation mark or another character that no address holds"),
        ("https://example.org/ahttps://example.org/b", "holds two addresses"),
    ],
)
def test_a_broken_address_is_told_in_plain_words(address: str, words: str) -> None:
    assert fault_of(address) == words


def test_an_address_printed_otherwise_is_a_note_where_the_record_has_one_that_works(tmp_path: Path) -> None:
    text = """
case: {title: Example}
sources:
  - {id: a, url: "https://example.org/a", url_as_printed: "example.org/a b"}
  - {id: b, url_as_printed: "example.org/b c"}
  - {id: c, url: "https://example.org/c", url_as_printed: "https://example.org/c"}
"""
    case, _ = load_example(tmp_path, text)
    found = run_checks(case, [broken_address])[0].findings

    assert [(one.record, one.severity) for one in found] == [
        ("sources/a", Severity.INFO), ("sources/b", Severity.WARNING),
    ]  # fmt: skip


@each(
    ("address", "issued", "is_cut"),
    [
        ("press/2022-05-2", "2022-05-21", True),
        ("press/2022-05-", "2022-05-21", True),
        ("press/2022-0", "2022-05-21", True),
        ("press/note_2022_05_2", "2022-05-21", True),
        ("press/2022052", "2022-05-21", True),
        ("press/2022-05-21", "2022-05-21", False),
        ("press/2022-05", "2022-05-21", False),
        ("press/202205", "2022-05-21", False),
        ("press/2022-05-2", "2022-05-02", False),
        ("press/2022-05-2", "2022-05", False),
        ("press/92022052", "2022-05-21", False),
        ("press/2022/05/2", "2022-05-21", False),
    ],
)
def test_an_address_that_ends_within_the_date_of_its_source_is_cut(
    address: str, issued: str, is_cut: bool, tmp_path: Path
) -> None:
    source = f"{{id: a, issued: {issued}, url: 'https://example.org/{address}'}}"
    case, _ = load_example(tmp_path, f"case: {{title: Example}}\nsources: [{source}]\n")
    found = run_checks(case, [broken_address])[0].findings

    assert ["ends within the date of the source, `2022-05-21`" in in_ids(one.message) for one in found] == [
        True
    ] * is_cut


def test_an_address_that_is_printed_with_a_space_or_a_stop_in_it_is_told_so(tmp_path: Path) -> None:
    source = '{id: a, url: "https://example.org/video/2", url_as_printed: "https://example.org/video/2 ."}'
    case, _ = load_example(tmp_path, f"case: {{title: Example}}\nsources: [{source}]\n")
    (found,) = run_checks(case, [broken_address])[0].findings

    assert found.severity is Severity.INFO
    assert in_ids(found.message).endswith(
        "`https://example.org/video/2 .`, with a space or a mark of the sentence in it"
    )
    assert "was cut off" in found.help


SOURCES = """
case: {title: Example}
sources:
  - {id: held, held: held}
  - {id: file, held: on_file}
  - {id: cited}
  - {id: asked, held: on_request}
authorities:
  - {id: judgment, kind: judgment, name: A v B, citation: "*A v B* [2020]"}
allegations:
  - {id: a, title: T, statement: S., evidence: EVIDENCE}
"""


@each(
    ("evidence", "count"),
    [
        ("[cited, asked]", 1),
        ("[cited, held]", 0),
        ("[cited, file]", 0),
        ("[cited, {source: held, against: true}]", 1),
        ("[judgment]", 0),
        ("[]", 0),
    ],
)
def test_one_source_that_we_have_seen_is_enough(evidence: str, count: int, tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, SOURCES.replace("EVIDENCE", evidence))

    assert faults == []
    assert len(run_checks(case, [source_not_seen])[0].findings) == count


def test_evidence_against_an_allegation_does_not_support_it(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, SOURCES.replace("EVIDENCE", "[{source: held, against: true}]"))
    (found,) = run_checks(case, [allegation_without_evidence])[0].findings

    assert in_ids(found.message) == "no evidence supports allegation `a`"


@each(
    ("source", "told"),
    [
        ("url: https://www.ombudsman.example/", "should fix"),
        ("url: https://www.ombudsman.example/index.html", "should fix"),
        ("url: https://www.ombudsman.example, type: webpage", "note"),
        ("url: https://www.ombudsman.example, type: webpage, container_title: Ombudsman", "should fix"),
        ("url: https://www.ombudsman.example, type: webpage, publisher: report on north prison", ""),
        ("url: https://report-on-north-prison.example, type: webpage", ""),
        ('url: "https://www.ombudsman.example/#/reports/4"', ""),
        ('url: "https://www.ombudsman.example/?id=4"', ""),
        ("url: https://www.ombudsman.example/reports/4", ""),
    ],
)
def test_the_front_page_of_a_site_is_no_address_of_a_work(source: str, told: str, tmp_path: Path) -> None:
    kind = "" if "type:" in source else "type: report, "
    case, faults = load_example(
        tmp_path, f"case: {{title: E}}\nsources: [{{id: s, title: Report on North Prison, {kind}{source}}}]"
    )
    assert faults == []
    found = run_checks(case, [broken_address])[0].findings

    assert [one.severity.label for one in found] == ([told] if told else [])
    assert all("leads to the front page of a site, and not to the work" in in_ids(one.message) for one in found)


@each(
    ("address", "is_found"),
    [
        ("http://news.example//legal/4.htm", True),
        ("http://news.example/legal//4.htm", True),
        ("http://news.example/legal/4.htm?from=//a", False),
        ("https://web.archive.org/web/20200101000000/http://news.example/4.htm", False),
    ],
)
def test_a_doubled_slash_in_the_path_is_a_note(address: str, is_found: bool, tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, f"case: {{title: E}}\nsources: [{{id: s, title: T, url: '{address}'}}]")
    found = run_checks(case, [broken_address])[0].findings

    told = ("note", f"the address `{address}` has a doubled slash in its path")
    assert [(one.severity.label, in_ids(one.message)) for one in found] == ([told] if is_found else [])
