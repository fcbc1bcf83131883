"""Take the pictures of docs/report.md: sections of the report of the fictional case as Chromium shows them.

`python scripts/take_report_pictures.py REPORT.HTML`, where that is the page to show; `take_pictures.sh` calls it.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).parents[1] / "docs" / "images"
SHOWN = {"next": "report-findings", "conduct": "report-conduct"}
"""Sections, and the names of their pictures."""


def main(report: Path) -> None:
    """Open the page, go through its sections and write a picture of each."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 960})
        page.goto(report.resolve().as_uri())
        for section, name in SHOWN.items():
            page.click(f'nav a[href="#{section}"]')
            page.wait_for_selector(f"#{section}", state="visible")
            page.screenshot(path=IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
