"""The pictures on the screen: what they show leads to its record, by mouse and by keyboard; a day can be chosen."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.workbench.conftest import Opened


def width_of_picture(opened: Opened) -> float:
    return float(opened.page.evaluate("document.querySelector('[data-zoomed] > svg').getBoundingClientRect().width"))


def test_a_post_on_the_timeline_leads_to_its_record_by_mouse_and_by_keyboard(opened: Opened) -> None:
    opened.go("/files")
    opened.page.get_by_role("link", name="Pictures").click()
    mark = opened.page.locator('[data-zoomed] a[href="/record/roles/orskelin-battalion-4"]')
    mark.locator("path").click()
    opened.page.locator('article.record[data-shown="roles/orskelin-battalion-4"]').wait_for()
    opened.page.go_back()
    mark.focus()
    opened.page.keyboard.press("Enter")
    opened.page.locator('article.record[data-shown="roles/orskelin-battalion-4"]').wait_for()


def test_a_picture_is_made_larger_and_smaller_by_button_key_and_wheel(opened: Opened) -> None:
    opened.go("/pictures")
    frame, told = opened.page.locator("[data-zoomed]"), opened.page.locator(".zoom output")
    widths = [width_of_picture(opened)]
    opened.page.get_by_role("button", name="Larger").click()
    widths.append(width_of_picture(opened))
    frame.focus()
    opened.page.keyboard.press("+")
    widths.append(width_of_picture(opened))
    frame.hover()
    opened.page.keyboard.down("Control")
    opened.page.mouse.wheel(0, -100)
    opened.page.keyboard.up("Control")
    told.filter(has_text="195 %").wait_for()
    widths.append(width_of_picture(opened))
    assert widths == sorted(set(widths))
    opened.page.keyboard.press("0")
    assert width_of_picture(opened) == widths[0]


def test_the_chain_of_command_is_that_of_the_chosen_day_and_no_other_day_is_taken(opened: Opened) -> None:
    opened.go("/pictures/command")
    opened.page.get_by_role("heading", name="13 May 2022").wait_for()
    post = opened.page.locator('#shown table a[href="/record/roles/orskelin-battalion-4"]')
    assert post.count() > 0
    opened.page.fill("#day", "2024-06-01")
    opened.page.get_by_role("heading", name="1 June 2024").wait_for()
    assert opened.page.evaluate("document.activeElement.id") == "day"
    assert post.count() == 0
    opened.page.locator("#earlier").click()
    opened.page.get_by_role("heading", name="1 June 2024").wait_for(state="detached")
    day = opened.page.input_value("#day")
    assert f"day={day}" in opened.page.url
    assert day < "2024-06-01"
    opened.go("/pictures/command?day=1950-01-01")
    expect(opened.page.locator("#shown")).to_contain_text("No holder of a post and no relation of command is recorded")
    assert opened.page.locator('#shown a[href^="/record/bodies/"]').count() > 0
    opened.go("/pictures/command?day=2022-02-30")
    opened.page.get_by_text("“2022-02-30” is no day of the calendar.").wait_for()


def test_what_proves_an_element_leads_to_the_evidence(opened: Opened) -> None:
    opened.go("/pictures/proof")
    opened.page.locator(".matrix tbody tr").first.wait_for()
    assert opened.page.locator(".matrix").first.locator("thead th").all_text_contents() == [
        "To be shown", "How it stands", "For it", "Against it",
    ]  # fmt: skip
    opened.page.get_by_role("link", name="Statement of Witness A, 20 May 2026").first.click()
    opened.page.locator('article.record[data-shown^="sources/"]').wait_for()


def test_a_figure_shows_value_computation_and_table(opened: Opened) -> None:
    opened.go("/pictures/figures")
    row = opened.page.get_by_role("row", name="Admissions at Brann Street in May and June 2022 May").first
    assert "233" in (row.text_content() or "")
    assert "Sum of May 2022: 137; June 2022: 96." in (row.text_content() or "")
    row.locator('a[href^="#table-"]').first.click()
    opened.page.wait_for_url("**#table-*")
    table = opened.page.locator("#table-admissions-2022 + .frame table")
    assert "137" in (table.get_by_role("row", name="2022-05").text_content() or "")


def test_a_case_that_cannot_be_read_says_so(opened: Opened) -> None:
    (opened.run.case / "case.yaml").write_text("{", "utf-8")
    for path in ("/pictures", "/pictures/command", "/pictures/figures", "/pictures/proof/matrix"):
        opened.go(path)
        opened.page.get_by_text("The records of this case cannot be read.").wait_for()
