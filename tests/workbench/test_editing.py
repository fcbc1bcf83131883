"""A record changed in the browser: saved, seen in the document, undone; nothing overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Request, Route, expect
from tests.workbench.conftest import Opened

from probata.model.case_file import Filing
from probata.pipeline import making
from probata.pipeline.drafting import draft
from probata.pipeline.session import Session, Workspace
from probata.source.add_to_yaml import read_node
from probata.source.node import to_plain
from probata.workbench.forms import Field, as_sent, blank, fields_in, form_of, record_of, with_dates


def sent_by(form: Field) -> Iterator[tuple[str, str]]:
    if form.widget in ("part", "list"):
        yield form.marker, "1"
        for one in form.fields:
            yield from sent_by(one)
    else:
        yield form.name, form.value


def records() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(Path("claims").glob("*/*.yaml")):
        root = read_node(path.read_text("utf-8"), path.name)
        plain = to_plain(root) if root else []
        yield from ((path.stem, one) for one in (plain if isinstance(plain, list) else [plain]))


def test_a_form_that_is_sent_back_unchanged_is_the_record() -> None:
    for kind, record in records():
        assert record_of(sent_by(form_of(kind, record))) == {k: v for k, v in record.items() if k != "id"}
        assert with_dates(kind, as_sent(record)) == as_sent(record)
        assert as_sent(record) == {k: v for k, v in record.items() if k != "id"}


@pytest.mark.parametrize(
    ("kind", "loc", "asked"),
    [
        ("allegations", ("evidence", 5), "f.evidence.5.source"),
        ("allegations", ("evidence", 5), "f.evidence.5.pinpoint.type"),
        ("allegations", ("evidence", 5), "f.evidence.5.pinpoint.value"),
        ("allegations", ("roles", 0), "f.roles.0.responsibility.label"),
        ("roles", ("responsibility", 0), "f.responsibility.0.label"),
        ("roles", ("dates",), "f.dates"),
        ("roles", ("citations", 0), "f.citations.0"),
    ],
)
def test_a_new_entry_asks_for_its_fields_and_a_date_or_citation_for_a_line(
    kind: str, loc: tuple[str | int, ...], asked: str
) -> None:
    assert asked in [one.name for one in fields_in(blank(kind, loc)) if one.widget not in ("part", "list")]


def test_a_changed_title_is_saved_composed_and_sent_once_seen_in_the_document_and_undone(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, path = opened.page, opened.run.case / "counts.yaml"
    opened.go("/record/counts/torture")
    opened.document.get_by_text("Torture at Brann Street, May 2022").first.wait_for()
    before, composed, sent = path.read_bytes(), list[str](), list[str]()

    def drafting(session: Session, workspace: Workspace, filing: Filing, final: bool) -> object:
        composed.append(filing.id)
        return draft(session, workspace, filing, final)

    def note(request: Request) -> None:
        if "/live" in request.url:
            sent.append(request.url)

    monkeypatch.setattr(making, "draft", drafting)
    page.on("request", note)
    with page.expect_response(lambda answer: "/findings" in answer.url and answer.status == 200):
        page.fill('[name="f.title"]', "Torture in Ostamar, May 2022")
        opened.save()
    opened.document.get_by_text("Torture in Ostamar, May 2022").first.wait_for()
    after = path.read_text("utf-8")
    assert after == before.decode().replace("Torture at Brann Street, May 2022", "Torture in Ostamar, May 2022", 1)
    with page.expect_response(lambda answer: "/findings" in answer.url and answer.status == 200):
        page.click("#undo")  # the news of the first change came meanwhile
    opened.document.get_by_text("Torture at Brann Street, May 2022").first.wait_for()
    assert path.read_bytes() == before
    assert len(sent) == len(composed) == 2


def test_a_sentence_of_the_document_leads_to_its_record(opened: Opened) -> None:
    opened.go("/files")
    opened.document.locator('p [data-record^="narrative/"], p[data-record^="narrative/"]').first.click()
    opened.page.locator('article.record[data-shown^="narrative/"]').wait_for()
    assert opened.page.evaluate("document.activeElement.name") == "f.text"


def test_a_record_that_others_name_is_not_taken_out(opened: Opened) -> None:
    opened.go("/record/people/orskelin")
    opened.page.click("button.danger")
    opened.page.get_by_text("Others name this record").wait_for()
    opened.page.get_by_role("link", name="Reviews").click()  # and nothing is asked: there is nothing to lose
    opened.page.get_by_role("heading", name="Reviews").first.wait_for()
    assert "id: orskelin" in (opened.run.case / "people.yaml").read_text("utf-8")
    opened.troubles.clear()  # the browser tells that the answer was 409


def test_a_record_is_copied_changed_in_the_outline_and_taken_out_again(opened: Opened) -> None:
    page, path = opened.page, opened.run.case / "people.yaml"
    before, number = path.read_bytes(), opened.page.locator("[data-number=people]")
    opened.go("/record/people/tolgarth")
    people = int(number.text_content() or "")
    page.locator(".outline summary", has_text="People").click()
    page.get_by_role("link", name="Copy as a new record").click()
    page.locator("[name=once]").wait_for(state="attached")
    page.fill('[name="f.name.family"]', "Vorr")
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator("article.record h1", has_text="Merrin Vorr").wait_for()
    expect(page.locator("#of-people a", has_text="Merrin Vorr")).to_be_visible()
    expect(number).to_have_text(str(people + 1))
    assert "family: Vorr" in path.read_text("utf-8")
    page.get_by_role("button", name="Remove this record").click()
    expect(number).to_have_text(str(people))
    expect(page.locator("#of-people a", has_text="Merrin Vorr")).to_have_count(0)
    assert path.read_bytes().split() == before.split()


def test_of_what_was_changed_one_edit_and_all_after_it_are_undone_at_once(opened: Opened) -> None:
    page, path = opened.page, opened.run.case / "counts.yaml"
    first = path.read_bytes()
    texts = []
    opened.go("/record/counts/torture")
    for title in ("One", "Two", "Three"):
        page.fill('[name="f.title"]', title)
        opened.save()
        texts.append(path.read_bytes())
    page.get_by_role("link", name="What was changed").click()
    page.get_by_role("button", name="Undo this and the 1 after it").click()
    expect(page.locator("#main li")).to_have_count(1)
    assert path.read_bytes() == texts[0] != first


def test_a_save_does_not_wait_for_what_is_said_of_a_date(opened: Opened) -> None:
    page = opened.page
    opened.go("/record/roles/orskelin-battalion-4")
    with page.expect_request("**/date?**"):
        page.route("**/date?**", lambda _: None)  # no answer comes
        page.fill('[name="f.dates.stated"]', "1 Feb 2021 to 31 Aug 2023")
    caps_lock = {"key": "S", "ctrlKey": True, "bubbles": True, "cancelable": True}
    page.locator('[name="f.dates.stated"]').dispatch_event("keydown", caps_lock)
    page.locator(".saved").wait_for()
    assert "2021-02-01/2023-08-31" in (opened.run.case / "roles.yaml").read_text("utf-8")


def test_a_filing_is_added_and_its_document_is_beside_it(opened: Opened) -> None:
    page = opened.page
    opened.go("/record/case/example")
    page.get_by_role("button", name="Add to filings").click()
    entry = page.locator("fieldset[data-path=filings] > [data-entries] > details[open]")
    entry.locator('[name$=".id"]').fill("second")
    entry.get_by_role("combobox", name="Forum").press_sequentially("uk-ghr")
    page.locator(".offers [role=option]:visible").first.click()
    opened.save()
    page.locator("#filing").select_option("second")
    expect(page.locator("#page")).to_have_attribute("src", "/document/second/live?part=")
    opened.document.locator("h1").first.wait_for()
    assert "id: second" in (opened.run.case / "case.yaml").read_text("utf-8")


def test_whatever_is_typed_is_what_the_record_says(opened: Opened) -> None:
    opened.go("/record/counts/torture")
    for title in ("Tom & Jerry: “x”\n\nsecond # line", "<script>alert(1)</script>"):
        opened.page.fill('[name="f.wrong"]', title)
        opened.save()
        plain = to_plain(read_node((opened.run.case / "counts.yaml").read_text("utf-8"), "c"))  # type: ignore[arg-type]
        assert plain[0]["wrong"].rstrip("\n") == title
        assert opened.page.input_value('[name="f.wrong"]').rstrip("\n") == title


def test_while_a_save_is_under_way_what_is_typed_stays_and_another_record_waits(opened: Opened) -> None:
    page, asked = opened.page, list[Route]()
    opened.go("/record/counts/torture")
    opened.document.get_by_text("Torture at Brann Street, May 2022").first.wait_for()
    page.route("**/record/counts/torture", lambda route: asked.append(route), times=1)
    title = page.locator('[name="f.title"]')
    title.fill("Torture in Ostamar")
    title.press("Control+s")
    page.wait_for_function("() => sending")
    title.press_sequentially(", May 2022")
    page.evaluate("goTo('counts/death', '')")
    answer = asked[0].fetch()
    page.wait_for_function("() => wanted > seen")  # the change is told; the document waits for the answer
    expect(page.locator("#elsewhere")).to_be_empty()
    page.once("dialog", lambda dialog: dialog.dismiss())
    asked[0].fulfill(response=answer)
    opened.document.get_by_text("Torture in Ostamar").first.wait_for()
    expect(title).to_have_value("Torture in Ostamar, May 2022")
    assert title.evaluate("(one) => document.activeElement === one && one.selectionStart") == len(
        "Torture in Ostamar, May 2022"
    )
    opened.save()
    assert "title: Torture in Ostamar, May 2022" in (opened.run.case / "counts.yaml").read_text("utf-8")
    page.evaluate("goTo('counts/death', '')")
    page.locator('article[data-shown="counts/death"]').wait_for()
