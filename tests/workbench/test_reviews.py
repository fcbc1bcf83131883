"""Reads of allegations signed in the browser, and void when something changes."""

from __future__ import annotations

from tests.workbench.conftest import Opened


def test_a_read_is_signed_and_void_as_soon_as_its_source_changes(opened: Opened) -> None:
    opened.go("/reviews")
    own = "#review-conversations-with-relatives"
    opened.page.locator(f"{own} summary").click()
    opened.page.locator(f"{own} [name=fact]").check()
    opened.page.locator(f"{own} [name=by]").fill("A. Reader")
    opened.page.locator(f"{own} button.main").click()
    opened.page.locator(f"{own} .ready", has_text="A. Reader").wait_for()

    opened.go("/record/sources/tovalka-speech-2021")
    opened.page.fill('[name="f.issued"]', "3 December 2021")
    opened.save()
    opened.go("/reviews")
    said = opened.page.locator(f"{own} li", has_text="A. Reader").text_content() or ""
    assert "void since" in said
    assert "Sources: Шавен ош Вет 17 changed" in said
