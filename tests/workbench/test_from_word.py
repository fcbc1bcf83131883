"""A Word file comes back: seen change by change, decided, written at once, taken back; and redlines."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from docx import Document
from playwright.sync_api import Download, expect
from tests.pull.word_edits import WordEdits
from tests.workbench.conftest import MADE, Opened

from probata.redline.changes import changes_of, line_of
from probata.redline.read_shown import read_shown

WORDS = "These are admissions, not people, and say nothing of treatment"
TAKEN = "These are admissions and not people"
COMPOSED = "guards came after dark on 13 May"
REMARK = "Do we have the page of the register?"


def edited(made: Path) -> bytes:
    edits = WordEdits(made.read_bytes()).replace(WORDS, TAKEN).replace(COMPOSED, "guards came at nightfall on 13 May")
    return edits.comment("At Brann Street Witness A", REMARK, "M. Reader", "2026-10-01").save()


def drop(opened: Opened, name: str, data: bytes) -> None:
    opened.go("/from-word")
    opened.page.set_input_files("#drop-file", {"name": name, "mimeType": "", "buffer": data})
    opened.page.get_by_role("button", name="See the changes").click()


def texts(case: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(case.rglob("*")) if path.suffix in (".yaml", ".md"))


def redline_of(download: Download) -> list[str]:
    return [line_of(one) for one in changes_of(read_shown(Path(download.path()).read_bytes()))]


def test_changes_come_back_as_decided_in_one_edit_that_is_taken_back_at_once(opened: Opened, made: Path) -> None:
    page, case = opened.page, opened.run.case
    before = texts(case)
    drop(opened, "returned.docx", edited(made))
    changes = page.locator(".returned")
    expect(changes).to_have_count(2)
    expect(page.locator("#filing")).to_have_value(MADE)
    opened.document.get_by_text("Working Group on Arbitrary Detention").first.wait_for()
    expect(changes.nth(1).locator("del").first).to_have_text(",")
    told = changes.nth(0).locator(".help", has_text="printed from")
    expect(told).to_contain_text("“Text” of “The facts, by incident”, which says it in other words: change it there.")
    expect(told.get_by_role("link")).to_have_attribute("href", "/record/narrative/facts-un")
    expect(page.locator(".comments")).to_contain_text(REMARK)
    assert texts(case) == before
    changes.nth(0).get_by_label("Keep in this document only").check()
    expect(changes.nth(1).get_by_label("Take into the record")).to_be_checked()
    page.get_by_role("button", name="Do this").click()
    expect(page.locator("#main > [role=alert]")).to_contain_text("who keeps changes")
    expect(changes.nth(0).get_by_label("Keep in this document only")).to_be_checked()
    assert texts(case) == before
    page.get_by_label("Who keeps changes").fill("A Signatory")
    page.get_by_role("button", name="Do this").click()
    expect(page.locator(".saved").first).to_have_text("Taken into the records: 1")
    assert TAKEN in texts(case)
    assert "by: A Signatory" in texts(case) or "author: A Signatory" in texts(case)
    assert REMARK in texts(case)
    with page.expect_download() as theirs:
        page.get_by_role("link", name="What was changed in Word").click()
    with page.expect_download() as now:
        page.get_by_role("link", name="What the document says now").click()
    for download in (theirs.value, now.value):
        assert any("at nightfall" in line for line in redline_of(download))
    page.locator("#undo").click()
    expect(page.locator("#undo")).to_be_disabled()
    assert texts(case) == before
    opened.troubles.clear()  # one answer was a refusal


def test_nothing_is_written_by_what_was_seen_before_the_records_changed(opened: Opened, made: Path) -> None:
    page = opened.page
    drop(opened, made.name, edited(made))
    page.locator(".returned").first.wait_for()
    path = next(one for one in opened.run.case.rglob("*.md") if WORDS in one.read_text("utf-8"))
    path.write_text(path.read_text("utf-8").replace("These are admissions", "They are admissions"), encoding="utf-8")
    page.get_by_role("button", name="Do this").click()
    expect(page.locator("#main > [role=alert]")).to_contain_text("look again")
    assert TAKEN not in texts(opened.run.case)
    opened.troubles.clear()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


HOSTILE: dict[str, Callable[[bytes], bytes]] = {
    "no Word file": lambda data: b"%PDF-1.7 nothing",
    "cut off": lambda data: data[: len(data) // 2],
    "a bomb": lambda data: with_part(data, "word/media/a.xml", b"\0" * 150_000_000),
    "a macro": lambda data: with_part(data, "word/vbaProject.bin", b"macro"),
    "empty": lambda data: b"",
    "of another program": lambda data: data,
}


def foreign() -> bytes:
    file = io.BytesIO()
    Document().save(file)
    return file.getvalue()


def test_hostile_files_and_foreign_ones_give_a_sentence_and_nothing_is_written(opened: Opened) -> None:
    before = texts(opened.run.case)
    for sort, hostile in HOSTILE.items():
        drop(opened, f"../../{sort}.docx", hostile(foreign()))
        expect(opened.page.locator("#main > [role=alert]"), sort).to_be_visible()
    assert texts(opened.run.case) == before
    opened.troubles.clear()


def test_a_file_that_is_too_large_is_not_sent(opened: Opened) -> None:
    opened.go("/from-word")
    box = opened.page.locator("[data-drop]")
    box.evaluate("box => { box.dataset.most = '10' }")
    opened.page.set_input_files("#drop-file", {"name": "a.docx", "mimeType": "", "buffer": b"x" * 11})
    expect(opened.page.locator("[data-too-large]")).to_be_visible()
    opened.page.get_by_role("button", name="See the changes").click()
    expect(opened.page).to_have_url(f"{opened.run.address}/from-word")
    assert opened.page.locator("#drop-file").evaluate("one => !one.validity.valid")


def compare(opened: Opened, made: Path) -> None:
    opened.go("/redline")
    opened.page.locator("#old-made").select_option(made.name)
    opened.page.set_input_files("#drop-new", {"name": "theirs.docx", "mimeType": "", "buffer": edited(made)})
    opened.page.get_by_role("button", name="Compare").click()
    expect(opened.page.locator("#main li").first).to_contain_text("at nightfall")


def test_a_redline_of_a_made_file_and_one_from_elsewhere(opened: Opened, made: Path) -> None:
    page = opened.page
    compare(opened, made)
    with page.expect_download() as download:
        page.get_by_role("link", name="Save the Word file").click()
    assert any("at nightfall" in line for line in redline_of(download.value))
