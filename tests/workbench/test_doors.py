"""Who gets in: this browser and no other, and no page of another site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser
from tests.workbench.conftest import Opened, Running

from probata.workbench.doors import cookie_of

FORM = b"f.title=Changed&digest="


def answer(run: Running, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> tuple[int, bytes]:
    status, _, said = whole_answer(run, method, path, headers, body)
    return status, said


def whole_answer(
    run: Running, method: str, path: str, headers: dict[str, str], body: bytes = b""
) -> tuple[int, dict[str, str], bytes]:
    with closing(HTTPConnection("127.0.0.1", run.port, timeout=20)) as connection:
        connection.request(method, path, body or None, {"Host": f"127.0.0.1:{run.port}", **headers})
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read()


def let_in(run: Running) -> dict[str, str]:
    return {"Cookie": f"{cookie_of(run.port)}={run.bench.keys.cookie}"}


def with_form(run: Running) -> dict[str, str]:
    kind = "application/x-www-form-urlencoded"
    return {**let_in(run), "x-probata-token": run.bench.keys.form, "Content-Type": kind}


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({}, "no token"),
        ({"Cookie": "probata-1=wrong"}, "no token"),
        ({"Host": "evil.example"}, "wrong host"),
        ({"Host": "127.0.0.1"}, "wrong host"),
        ({"Origin": "http://evil.example"}, "another origin"),
        ({"Origin": "null"}, "another origin"),
        ({"Sec-Fetch-Site": "cross-site"}, "from another site"),
    ],
)
def test_a_request_that_is_not_from_our_page_is_refused_in_one_line(
    run: Running, headers: dict[str, str], why: str
) -> None:
    own = let_in(run) if why != "no token" else {}
    assert answer(run, "GET", "/next", {**own, **headers})[0] == 403
    assert len(run.log) == 1
    assert why in run.log[0]


def test_no_other_address_of_this_machine_is_answered(run: Running) -> None:
    with pytest.raises(ConnectionRefusedError):
        HTTPConnection("127.0.0.2", run.port, timeout=5).connect()


def test_a_form_without_its_token_changes_nothing(run: Running) -> None:
    before = (run.case / "people.yaml").read_bytes()
    headers = {**with_form(run), "x-probata-token": "guessed"}
    assert answer(run, "POST", "/record/people/orskelin", headers, FORM)[0] == 403
    assert answer(run, "POST", "/record/people/orskelin/remove", headers)[0] == 403
    assert (run.case / "people.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "path", ["/files/..%2f..%2fetc%2fpasswd", "/assets/..%2fdoors.py", "/record/people/..%2f..%2fcase", "/fonts/99999"]
)
def test_a_path_in_a_request_leads_nowhere(run: Running, path: str) -> None:
    status, said = answer(run, "GET", path, let_in(run))
    assert status == 404
    assert b"root:" not in said


def test_an_endless_header_is_refused_and_the_next_request_is_answered(run: Running) -> None:
    try:
        status, _ = answer(run, "GET", "/next", {**let_in(run), "X-Long": "a" * 1_000_000})
    except ConnectionError:
        status = 400
    assert status in (400, 431)
    assert answer(run, "GET", "/next", let_in(run))[0] == 200


def test_no_answer_may_run_a_script_that_is_not_ours(run: Running) -> None:
    _, headers, said = whole_answer(run, "GET", "/next", let_in(run))
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy.replace("style-src-attr 'unsafe-inline'", "")
    assert b"<script>" not in said


class Elsewhere(BaseHTTPRequestHandler):
    """A page of another site on this machine, which tries to read and to write."""

    target = ""

    def do_GET(self) -> None:  # the name that the library calls
        page = f"""<form id=f method=post action="{self.target}/record/people/orskelin">
        <input name="f.title" value=x></form>
        <img id=i src="{self.target}/next"><p id=r></p><script>
        fetch("{self.target}/next", {{credentials: "include"}}).then(a => a.text()).then(
          t => r.textContent = "read " + t.length, e => r.textContent = "not read");
        </script>"""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere(run: Running) -> Iterator[str]:
    handler = type("Target", (Elsewhere,), {"target": run.address})
    server = HTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_browser_that_was_given_the_token_is_let_in_and_a_page_of_another_port_can_neither_read_nor_write(
    browser: Browser, run: Running, elsewhere: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(run.entry)
    assert page.url == f"{run.address}/next"
    before = (run.case / "people.yaml").read_bytes()
    page.goto(elsewhere)
    page.locator("#r", has_text="read").wait_for()
    assert page.locator("#r").text_content() == "not read"
    with page.expect_navigation():
        page.evaluate("document.getElementById('f').submit()")
    assert "for the browser in which Probata opened it" in (page.locator("body").text_content() or "")
    assert (run.case / "people.yaml").read_bytes() == before
    context.close()


def test_two_cases_are_open_at_once_in_one_browser(
    start: Callable[[Path | None], Running], enter: Callable[[Running], Opened]
) -> None:
    first, second = start(None), start(None)
    page = enter(first).page
    page.goto(second.entry)
    assert page.goto(f"{first.address}/").status == 200  # type: ignore[union-attr]  # a page was asked for
