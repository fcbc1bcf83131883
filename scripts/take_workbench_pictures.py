"""Take the pictures of the workbench for README.md: the fictional case, light and dark; `take_pictures.sh` calls it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

CHECKOUT = Path(__file__).parents[1]
IMAGES = CHECKOUT / "docs" / "images"
RECORD = "/record/roles/orskelin-battalion-4?field=dates"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> None:
    """Open a copy of the case and write a picture of a record beside the document."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        shutil.copytree(CHECKOUT / "claims/example", Path(folder) / "claims/example")
        command = [sys.executable, "-m", "probata", "open", "claims/example", "--no-browser"]
        running = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)  # noqa: S603  # our own program
        try:
            entry = re.search(r"http://\S+", running.stdout.readline() if running.stdout else "")
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for scheme in SCHEMES:
                take(browser, entry[0] if entry else "", scheme)
            browser.close()
        finally:
            running.terminate()


def take(browser: Browser, entry: str, scheme: Literal["light", "dark"]) -> None:
    """Write the picture in one of the two looks."""
    page = browser.new_page(viewport={"width": 1440, "height": 860}, color_scheme=scheme)
    page.set_default_timeout(120_000)
    page.goto(entry)
    page.goto(entry.partition("/enter")[0] + RECORD)
    page.frame_locator("#page").locator(".shown").first.wait_for()
    page.locator(".outline summary", has_text="Roles").click()
    page.locator("#records li, .records li").first.wait_for()
    page.mouse.move(0, 0)
    page.screenshot(path=IMAGES / f"workbench-{scheme}.png")
    page.close()


if __name__ == "__main__":
    main()
