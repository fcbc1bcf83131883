"""A hundred edits of ten kinds in the workbench, in a browser: until the changed words stand in the document.

Starts `probata open` on a case, as a user does, and prints lines of words and numbers for `benchmarks.run`: the seconds
of the first page, of its document and of what is found, of each kind of edit and of all, and the memory of the process.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, sync_playwright

PYTHON = sys.executable
ROUNDS = 10
STARTS = 5
"""Starts of the workbench, one after the other, of which the middle one counts; where edits are named, one."""

_UNTIL_SEEN = """
([words, gone]) => new Promise((done, failed) => {
  const frame = document.getElementById("page"), revision = seen;
  const count = () => frame.contentDocument.body.textContent.replace(/\\s+/g, " ").split(words).length;
  const before = words && count(), start = performance.now();
  document.querySelector("form.fields button.main, form.new button.main").click();
  const look = () => {
    const taken = performance.now() - start;
    if (words ? (gone ? count() < before : count() > before) : seen > revision) done(taken / 1000);
    else if (taken > 30000) {
      const state = [seen, wanted, renewing, Boolean(sending)];
      failed(`never seen: ${words}; ${state}; ${news.textContent} ${main().innerText}`);
    }
    else requestAnimationFrame(look);
  };
  look();
})
"""
_FOUND = "async () => { await (await fetch(`/document/${filing.value}/findings?of=${seen}`)).text(); }"

_SEEN_AT = """
window.seenAt = {};
(function look() {
  for (const one of ["#main h1", "#found"]) if (document.querySelector(one)) seenAt[one] ??= performance.now();
  if (Object.keys(seenAt).length < 2) requestAnimationFrame(look);
})();
"""
"""When something stands in the picture of the page that is drawn next."""


@contextmanager
def opened(case: Path) -> Iterator[tuple[Page, int, float]]:
    """Start a browser and the workbench; give the page, the process, and when it was started."""
    command = [PYTHON, "-m", "probata", "open", str(case.resolve()), "--no-browser"]
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path="/usr/bin/chromium") as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(300_000)
        page.goto("about:blank")  # the browser of a user is there
        page.add_init_script(_SEEN_AT)
        start = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=case.parent) as process:  # noqa: S603  # ours
            try:
                address = process.stdout.readline().split()[-1] if process.stdout else ""
                page.goto(address, wait_until="commit")
                yield page, process.pid, start
            finally:
                process.terminate()


def first_page(page: Page, start: float) -> tuple[float, float, float]:
    """Return when the first page was there, when the document beside it, and when all that is found was listed."""
    page.frame_locator("#page").locator("main").wait_for(timeout=120_000)
    document = time.perf_counter() - start
    page.locator("#found").wait_for(timeout=300_000)
    ago = page.evaluate("() => ['#main h1', '#found'].map((one) => performance.now() - seenAt[one])")
    shown, listed = (time.perf_counter() - start - one / 1000 for one in ago)
    return shown, document, listed


Edit = Callable[[Page, int], tuple[str, bool]]
"""Fills a form in a round, and returns the words by which it is seen, and whether they go."""


def go(page: Page, record: str) -> None:
    """Show the form of a record, and wait until nothing is worked out any more."""
    page.evaluate("(record) => { document.querySelector('main').replaceChildren(); goTo(record, ''); }", record)
    page.locator(f'article[data-shown="{record}"]').wait_for()


def field(page: Page, name: str, value: str | Callable[[str], str]) -> None:
    """Fill a field, or change what stands in it; fold its part open."""
    found = page.locator(f'[name="f.{name}"]')
    found.evaluate(
        "(one) => { for (let at = one.closest('details'); at; at = at.parentElement.closest('details')) at.open = 1; }"
    )
    wanted = value if isinstance(value, str) else value(found.input_value())
    if found.get_attribute("type") == "hidden":  # what is chosen by its title is kept by its id
        found.evaluate("(one, wanted) => { one.value = wanted; }", wanted)
    else:
        found.fill(wanted)


def _title(page: Page, n: int) -> tuple[str, bool]:
    go(page, "counts/returns")
    field(page, "title", f"Returns of {n} kinds")
    return f"Returns of {n} kinds", False


def _date(page: Page, n: int) -> tuple[str, bool]:
    go(page, "roles/fugitive-recovery-2015")
    field(page, "dates.stated", f"2015-08/2017-04-{n + 1:02}")
    return f"to {n + 1} April 2017", False


def _text(page: Page, n: int) -> tuple[str, bool]:
    go(page, "counts/reform")
    field(page, "wrong", lambda said: f"In the {n}th telling. " + re.sub(r"^In the \d+th telling\. ", "", said))
    return f"In the {n}th telling.", False


def _citation(page: Page, n: int) -> tuple[str, bool]:
    note = (1, 2, 3, 4, 5, 6, 11, 12, 13, 14)[n]
    go(page, "counts/returns")
    field(page, "wrong", lambda said: re.sub(r"(launched on 22 July 2014) \[@p2-n\d+\]", rf"\1 [@p2-n{note:02}]", said))
    return f"22 July 2014 (SD fn 2.{note})", False


def _evidence(page: Page, _: int) -> tuple[str, bool]:
    go(page, "allegations/returns-uk")
    page.locator('[data-path="evidence"] > [data-add]').click()
    page.locator('[name="f.evidence.5.source"]').wait_for(state="attached")
    field(page, "evidence.5.source", "wgeid-report-2020")
    return "Counts 1–2", False


def _removed(page: Page, _: int) -> tuple[str, bool]:
    go(page, "allegations/returns-uk")
    page.locator('[data-entry]:has(> [name="n.evidence.5"])').evaluate("(one) => one.remove()")
    return "Counts 1–2", True


def _record(page: Page, n: int) -> tuple[str, bool]:
    page.evaluate("() => htmx.ajax('GET', '/new/roles', { target: '#main', select: '#main', swap: 'outerHTML' })")
    page.locator('[name="id"]').wait_for(state="attached")
    page.locator('[name="id"]').evaluate("(one, id) => { one.value = id; }", f"added-{n}")
    field(page, "person", "liu-jianchao")
    field(page, "title", f"Reader of the {n}th gazette")
    field(page, "dates", f"{2001 + n}")
    return f"Reader of the {n}th gazette", False


def _name(page: Page, n: int) -> tuple[str, bool]:
    go(page, "people/liu-jianchao")
    field(page, "name.given", f"Jianchao{'aeiouaeiou'[n]}{'nrstlnrstl'[n]}")
    return f"Liu Jianchao{'aeiouaeiou'[n]}{'nrstlnrstl'[n]}", False


def _number(page: Page, n: int) -> tuple[str, bool]:
    go(page, "datasets/returns-period")
    field(page, "totals.0.value", f"{7_100 + n}")
    return f"{7_100 + n:,}", False


def _decision(page: Page, n: int) -> tuple[str, bool]:
    page.evaluate("() => htmx.ajax('GET', '/new/decisions', { target: '#main', select: '#main', swap: 'outerHTML' })")
    page.locator('[name="id"]').wait_for(state="attached")
    said = {
        "check": "sentence-too-long",
        "record": "counts/returns",
        "decision": f"Kept, {n}",
        "reason": "It is quoted",
    }
    for name, value in {**said, "author": "A lawyer", "date": "2026-11-02"}.items():
        field(page, name, value)
    return "", False


EDITS: dict[str, tuple[str, Edit]] = {
    "title": ("brief", _title),
    "date": ("brief", _date),
    "text": ("brief", _text),
    "citation": ("brief", _citation),
    "name": ("brief", _name),
    "number": ("brief", _number),
    "decision": ("brief", _decision),
    "evidence": ("annexes", _evidence),
    "removed": ("annexes", _removed),
    "record": ("annexes", _record),
}


def _one_of_many(page: Page, n: int) -> tuple[str, bool]:
    go(page, "allegations/allegation-0")
    field(page, "title", f"Alleged acts of {n} kinds")
    return f"Alleged acts of {n} kinds", False


OF_MANY: dict[str, tuple[str, Edit]] = {"one-of-many": ("brief", _one_of_many)}
"""Of the case of `many_records` alone."""


def listed(page: Page, kind: str) -> tuple[int, float]:
    """Open the list of a kind; return how many records stand in it at once, and after how many seconds."""
    start = time.perf_counter()
    page.locator(f"#outline details:has(#of-{kind}) summary").click()
    page.locator(f"#of-{kind} a").first.wait_for()
    return page.locator(f"#of-{kind} a").count(), time.perf_counter() - start


def choose_part(page: Page, part: str) -> None:
    """Show a part of the filing."""
    if page.locator("#part").input_value() != part:
        with page.expect_response(lambda answer: f"live?part={part}" in answer.url):
            page.locator("#part").select_option(part)
        page.frame_locator("#page").locator("main").wait_for()
        page.evaluate(_FOUND)


def memory(pid: int) -> float:
    """Return the memory of a process in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024


def main() -> None:
    """Make the edits round by round, and print what was measured."""
    case = Path(sys.argv[1])
    wanted = sys.argv[2:] or list(EDITS)
    begun = []
    for _ in range(1 if sys.argv[2:] else STARTS):
        with opened(case) as (page, pid, start):
            begun.append((*first_page(page, start), memory(pid)))
    sys.stdout.write("first {:.3f} {:.3f} {:.3f} {:.0f}\n".format(*map(median, zip(*begun, strict=True))))
    with opened(case) as (page, pid, start):
        first_page(page, start)
        sys.stdout.write("listed {} {:.3f}\n".format(*listed(page, "sources")))
        taken: dict[str, list[float]] = {name: [] for name in wanted}
        for n in range(ROUNDS):
            for name in wanted:
                part, edit = (EDITS | OF_MANY)[name]
                choose_part(page, part)
                words, gone = edit(page, n)
                page.evaluate(_FOUND)
                taken[name].append(page.evaluate(_UNTIL_SEEN, [words, gone]))
                sys.stderr.write(f"{name} {n}: {taken[name][-1]:.3f}\n")
        every = [one for several in taken.values() for one in several]
        for name, several in taken.items():
            sys.stdout.write(f"{name} {median(several):.3f} {max(several):.3f}\n")
        sys.stdout.write(f"edits {median(every):.3f} {quantiles(every, n=20)[-1]:.3f} {memory(pid):.0f}\n")


if __name__ == "__main__":
    main()
