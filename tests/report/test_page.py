"""The page as HTML: what it may run and load, that text of records is never markup, and how it is built up."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from lxml import html
from tests.case_folder import ALLEGATIONS, CASE, PEOPLE, SOURCES
from tests.each import each
from tests.filings.cases import EXAMPLE, REAL
from tests.report.reported import NOTHING, harbour, harbour_material, state_of

from probata.diagnostics import Diagnostic, Severity
from probata.report.gather import gather
from probata.report.page.render import to_html
from probata.report.state import State

MARK = "Privileged and confidential. For those who prepare the case."
SECTIONS = ["next", "findings", "proof", "conduct", "command", "figures", "reads", "state"]
CASES = each("case", [EXAMPLE, REAL])


def parsed(state: State) -> html.HtmlElement:
    return html.document_fromstring(to_html(state), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))


@cache
def page_of(case: str) -> html.HtmlElement:
    return parsed(state_of(case))


@CASES
def test_each_list_has_a_section_of_its_own_with_a_heading(case: str) -> None:
    page = page_of(case)
    assert [section.get("id") for section in page.xpath("//main/section")] == SECTIONS
    for section in page.xpath("//main/section"):
        (heading,) = page.xpath("//*[@id=$id]", id=section.get("aria-labelledby"))
        assert heading.tag == "h2"
        assert section.text_content().strip() != heading.text_content().strip()
    assert [link.get("href") for link in page.xpath("//nav//a")] == [f"#{name}" for name in SECTIONS]


@CASES
def test_what_to_do_next_stands_first_each_matter_with_its_next_step_then_all_findings(case: str) -> None:
    page, state = page_of(case), state_of(case)
    matters, every = page.xpath("//ol[@class='matters']/li"), page.xpath("//ol[@id='all-findings']/li")
    shown = [one.finding for one in (*state.first.decisions, *state.first.to_fix)]

    assert len(every) == len(state.findings)
    assert len(matters) == len(shown) <= 20
    for item, found in zip(matters, shown, strict=True):
        assert found.next_step.replace("`", "") in item.text_content()
        assert item.xpath(f".//a[@href='#finding-{found.number}']")


def test_each_filing_says_what_blocks_it_and_a_clean_case_that_nothing_does(tmp_path: Path) -> None:
    missing = Diagnostic("STR101", "required-field-missing", Severity.ERROR, "m", gap="addressee")
    status = Diagnostic("STR103", "status-draft", Severity.INFO, "the case is a draft")
    material = harbour_material(tmp_path)
    told = {
        name: parsed(gather(replace(material, blocked={"submission": reasons}))).xpath("//section[@id='next']")[0]
        for name, reasons in {"missing": (missing, status), "draft": (status,), "ready": ()}.items()
    }
    words = {name: " ".join(section.text_content().split()) for name, section in told.items()}

    assert "blocked by 1 must fix: not recorded: addressee" in words["missing"]
    assert "The case is a draft." in words["draft"]
    assert "ready but for the status of the case" in words["draft"]
    assert "Nothing blocks filing." in words["ready"]
    assert "Nothing blocks filing." not in words["missing"] + words["draft"]


@CASES
def test_every_quotation_relied_on_stands_within_its_element_within_its_allegation(case: str) -> None:
    shown = page_of(case).xpath("//details[@class='allegation']/details[@class='element']//details[@class='quotation']")
    relied = sum(
        len(item.quotations)
        for proof in state_of(case).proofs
        for element in proof.elements
        for item in (*element.support, *element.against)
    )
    assert len(shown) == relied


@CASES
def test_headings_lead_down_without_a_gap_and_ids_stand_once(case: str) -> None:
    page = page_of(case)
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


@CASES
def test_the_page_is_marked_and_loads_nothing_and_runs_one_script_known_by_its_hash(case: str) -> None:
    page = page_of(case)
    assert page.find("body")[0].text_content() == MARK
    assert page.xpath("//footer")[0].text_content().strip().startswith(MARK)
    policy = str(page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0])
    (script,) = page.xpath("//script")
    digest = base64.b64encode(hashlib.sha256(str(script.text).encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    for rule in ("default-src 'none'", "style-src 'unsafe-inline'", "img-src data:", "form-action 'none'"):
        assert rule in policy
    assert not page.xpath("//link|//iframe|//img|//object|//embed|//base|//@src|//@onclick|//@onload")
    assert all(str(address).startswith("#") for address in page.xpath("//@href"))
    (style,) = page.xpath("//style")
    assert "url(" not in str(style.text)
    assert "@import" not in str(style.text)


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></script><b>",
    "{{ 7 * 7 }}",
    "`<i>`",
]


@each("text", HOSTILE)
def test_text_of_records_is_never_markup(tmp_path: Path, text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    case = CASE.replace("The Harbour Case", "X").replace("title: X", f"title: {quoted}") + f"note: {quoted}\n"
    state = harbour(
        tmp_path,
        case=case,
        people=PEOPLE.replace("family: Solvan, given: Ardel", f"family: {quoted}, given: A"),
        allegations=ALLEGATIONS.replace("Alleged beatings in the harbour", quoted).replace(
            '["report, p. 7"]', f"[{{source: report, supports: {quoted}, elements: [severe-pain], quotations: [q]}}]"
        ),
        sources=SOURCES.replace("A Report on the Harbour", quoted),
        quotations=f"- {{id: q, speaker: {{described: {quoted}}}, text: {quoted}, quoted_in: report}}\n",
        decisions=f"- {{id: d, check: x, record: roles/r, decision: {quoted}, reason: r, author: a, date: 2026}}\n",
    )
    page = parsed(state)
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//img|//@onerror")
    assert len(page.xpath("//style")) == 1
    plain = parsed(harbour(tmp_path / "plain"))
    assert {element.tag for element in page.iter()} - {element.tag for element in plain.iter()} <= {
        "details", "blockquote", "summary", "h4", "h5", "b", "code", "figure", "svg",
    }  # fmt: skip
    assert page.findtext("body//h1") == text
    assert page.xpath("//blockquote")[0].text_content() == text
    assert page.xpath("//section[@id='proof']//h3")[0].text_content() == text


def test_a_case_with_nothing_in_it_has_a_page_that_says_so(tmp_path: Path) -> None:
    page = parsed(harbour(tmp_path, **NOTHING))
    assert [section.get("id") for section in page.xpath("//main/section")] == SECTIONS
    assert "No allegation is put forward." in page.xpath("//section[@id='proof']")[0].text_content()
    assert "No read is recorded." in page.xpath("//section[@id='reads']")[0].text_content()
