"""What goes wrong around an open case: faults in it, others who change it, disks, killed processes, bad requests."""

from __future__ import annotations

import errno
import io
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from playwright.sync_api import expect
from tests.workbench.conftest import EXAMPLE, Opened, Running, desk_on
from tests.workbench.kill_while_saving import set_title, title_in
from tests.workbench.test_doors import answer, with_form
from tests.workbench.test_editing import sent_by

from probata.edits.change import WholeRecord
from probata.graph.resolve import REFERENCES
from probata.output import PlacingError
from probata.workbench import doors, serving
from probata.workbench.forms import form_of
from probata.workbench.undone import ChangedSinceError
from probata.workbook.convert import to_workbook

TITLE = "Torture at Brann Street, May 2022"


@pytest.fixture(scope="module")
def part_of_it(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Counts and people of the fictional case: as much of it as is saved here."""
    folder = tmp_path_factory.mktemp("as-text") / EXAMPLE.name
    folder.mkdir()
    for name in ("case", "counts", "people"):
        shutil.copy(EXAMPLE / f"{name}.yaml", folder)
    return folder


@pytest.fixture(scope="module")
def workbook(part_of_it: Path) -> bytes:
    """The same as a workbook."""
    return to_workbook(part_of_it, EXAMPLE.name, REFERENCES).new[part_of_it / "case.xlsx"]


@pytest.fixture(params=["text", "workbook"])
def case(request: pytest.FixtureRequest, tmp_path: Path, part_of_it: Path, workbook: bytes) -> Path:
    """The same in both forms."""
    if request.param == "text":
        return shutil.copytree(part_of_it, tmp_path / EXAMPLE.name)
    folder = tmp_path / EXAMPLE.name
    folder.mkdir()
    (folder / "case.xlsx").write_bytes(workbook)
    return folder


def replace_in(path: Path, old: str, new: str) -> None:
    """Write as a program that syncs does: a new file that takes the place of the old one."""
    text = path.read_text("utf-8")
    assert old in text
    passing = path.with_name("passing.tmp")
    passing.write_text(text.replace(old, new, 1), "utf-8")
    passing.replace(path)


def form_sent(run: Running, **typed: str) -> bytes:
    """Return the form of the count as the browser sends it."""
    desk = run.bench.desk
    assert desk is not None
    record = desk.record("counts", "torture")
    sent = {**dict(sent_by(form_of("counts", record))), "digest": desk.remember(record)}
    return urlencode({**sent, **{f"f.{name}": text for name, text in typed.items()}}).encode()


def saved(run: Running, body: bytes, path: str = "/record/counts/torture") -> tuple[int, str]:
    status, said = answer(run, "POST", path, with_form(run), body)
    return status, said.decode()


# A case with faults.


def test_a_fault_of_form_stands_beside_its_field(opened: Opened) -> None:
    replace_in(opened.run.case / "counts.yaml", "  title:", "  titel:")
    opened.go("/record/people/orskelin")
    opened.page.locator("#outline summary", has_text="Counts").click()
    opened.page.locator("#of-counts a", has_text="torture").click()
    expect(opened.page.locator('.field:has([name="f.title"]) .fault')).to_contain_text("“Title” must be filled in")
    expect(opened.page.locator('.field:has([name="f.titel"]) .fault')).to_contain_text("no field")
    opened.page.fill('[name="f.title"]', "Mended")
    opened.page.fill('[name="f.titel"]', "")
    opened.save()
    assert title_in(opened.run.case) == "Mended"


def test_a_file_that_cannot_be_read_is_named_with_its_line_and_the_rest_is_there(opened: Opened) -> None:
    replace_in(opened.run.case / "sources.yaml", "  title:", "\t title: [")
    opened.go("/record/counts/torture")
    opened.page.locator("#outline summary", has_text="Sources").click()
    expect(opened.page.locator("#of-sources .fault")).to_contain_text("sources.yaml, line")
    opened.page.fill('[name="f.title"]', "Still to be changed")
    opened.save()
    assert "title: Still to be changed" in (opened.run.case / "counts.yaml").read_text("utf-8")


def test_a_case_that_cannot_be_read_at_all_says_so_and_comes_back(opened: Opened) -> None:
    before = (opened.run.case / "case.yaml").read_bytes()
    (opened.run.case / "case.yaml").write_bytes(b"\xff\xfe\x00 title")
    opened.go("/next")
    opened.page.locator(".where", has_text="case.yaml").first.wait_for()
    opened.go("/record/counts/torture")
    expect(opened.page.locator(".refused")).to_contain_text("cannot be read at this moment")
    (opened.run.case / "case.yaml").write_bytes(before)
    opened.page.goto(f"{opened.run.address}/record/counts/torture")  # a document is there again, and so the page loads
    expect(opened.page.locator('[name="f.title"]')).to_have_value(TITLE)
    opened.troubles.clear()  # the browser tells that an answer was 409


def test_a_refused_form_comes_back_with_its_fields_and_says_what_is_wrong_by_their_names(run: Running) -> None:
    fields = {"f.text": "Taken at night.", "n.speaker": "1", "f.speaker.person": "", "f.date": "", "once": "form-1"}
    status, said = saved(run, urlencode(fields).encode(), "/new/quotations")
    assert status == 422
    assert "“Speaker” must be filled in" in said
    assert "“Text” must" not in said
    assert all(f'name="{name}"' in said for name in fields)
    for name, typed, told in (
        ("person", "Somebody Unknown", "Nothing is called “Somebody Unknown” here yet"),
        ("responsibility.0.label", "he led it", "is no choice for “Label”"),
    ):
        fields = {"f.person": "orskelin", "f.title": "Chief", "f.dates": "May 2022", "once": name, f"f.{name}": typed}
        status, said = saved(run, urlencode(fields).encode(), "/new/roles")
        assert (status, told in said) == (422, True), name


def test_a_new_record_has_an_id_of_what_it_is_called(run: Running) -> None:
    for kind, fields, made in (
        ("people", {"name": "Zoë Marković"}, "zoe-markovic"),
        ("people", {"name": "王毅"}, "person-1"),
        ("people", {"name": "习近平"}, "person-2"),
        ("bodies", {"kind": "ministry", "name": "Büro für Straßen"}, "buro-fur-strassen"),
        ("sources", {"type": "report", "author.0.family": "Łoś"}, "los"),
    ):
        typed = {"once": made, **{f"f.{name}": text for name, text in fields.items()}}
        assert saved(run, urlencode(typed).encode(), f"/new/{kind}")[0] == 303
        assert f"id: {made}\n" in (run.case / f"{kind}.yaml").read_text("utf-8")


# The disk.


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "read-only"), (errno.EACCES, "may not")],
)
def test_a_disk_that_refuses_leaves_the_file_and_what_was_typed(
    run: Running, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    body = form_sent(run, title="Typed for an hour")
    before = (run.case / "counts.yaml").read_bytes()

    def refusing(_: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr("probata.output.atomic.os.fsync", refusing)
        status, said = saved(run, body)
    assert status == 422
    assert told in said
    assert "Typed for an hour</textarea>" in said
    assert (run.case / "counts.yaml").read_bytes() == before
    assert saved(run, body)[0] == 200
    assert title_in(run.case) == "Typed for an hour"


def test_a_folder_that_went_away_is_not_made_anew_and_what_was_typed_stays(run: Running) -> None:
    body, case = form_sent(run, title="Typed for an hour"), run.case
    case.rename(case.with_name("unplugged"))
    status, said = saved(run, body)
    assert status == 422
    assert "the folder of the case is not there" in said
    assert "Typed for an hour</textarea>" in said
    assert not case.exists()
    case.with_name("unplugged").rename(case)
    assert saved(run, body)[0] == 200
    assert title_in(case) == "Typed for an hour"


# Twice.


def test_a_form_that_is_sent_twice_adds_one_record(run: Running) -> None:
    body = urlencode({"once": "form-1", "f.name": "Ansel Vorr"}).encode()
    first, second = (saved(run, body, "/new/people") for _ in range(2))
    assert first[0] == second[0] == 303, first
    assert (run.case / "people.yaml").read_text("utf-8").count("Ansel Vorr") == 1


def test_a_form_that_is_sent_twice_is_saved_once(run: Running) -> None:
    body = form_sent(run, title="Once")
    assert [saved(run, body)[0] for _ in range(2)] == [200, 200]
    assert run.bench.desk is not None
    assert run.bench.desk.undo()
    assert title_in(run.case) == TITLE


# Others who change the case.


def test_a_form_of_an_earlier_run_overwrites_nothing(run: Running) -> None:
    body = form_sent(run, title="From here").replace(b"digest=", b"digest=earlier")
    status, said = saved(run, body)
    assert status == 409
    assert "which one stays" in said
    assert title_in(run.case) == TITLE


def test_a_record_taken_out_elsewhere_can_be_added_again_from_the_form(run: Running) -> None:
    body = form_sent(run, title="From here")
    desk = desk_on(run.case)
    desk.change("removed", [WholeRecord("counts", "torture", None)])
    status, said = saved(run, body)
    assert status == 409
    assert "took this record out" in said
    assert "From here</textarea>" in said
    assert 'action="/new/counts"' in said


def test_two_that_save_at_the_same_moment_both_are_in_the_case(case: Path) -> None:
    one, other = desk_on(case), desk_on(case)
    with one.alone(), pytest.raises(PlacingError, match="somebody else saves"):
        set_title(other, "Other")
    record = one.record("people", "tolgarth")
    set_title(other, "Other")
    one.change("other record", [WholeRecord("people", "tolgarth", {**record, "title": "Dr"})])
    assert title_in(case) == "Other"
    assert desk_on(case).record("people", "tolgarth")["title"] == "Dr"


def test_a_workbook_open_in_excel_is_not_written_and_the_form_says_so(
    start: Callable[[Path | None], Running], tmp_path: Path, workbook: bytes
) -> None:
    source = tmp_path / "given" / "as-workbook"
    source.mkdir(parents=True)
    (source / "case.xlsx").write_bytes(workbook)
    run = start(source)
    body = form_sent(run, title="From here")
    mark = run.case / "~$case.xlsx"
    mark.write_bytes(b"x")
    status, said = saved(run, body)
    assert status == 422
    assert "open in Excel" in said
    assert "From here</textarea>" in said
    assert (run.case / "case.xlsx").read_bytes() == workbook


# Undo.


def test_edits_are_taken_back_after_a_restart_one_by_one(case: Path) -> None:
    before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
    desk = desk_on(case)
    for title in ("One", "Two"):
        set_title(desk, title)
    after = desk_on(case)
    assert [after.undo() for _ in range(3)] == ["title Two", "title One", ""]
    for path, data in before.items():
        assert path.read_bytes() == data
    assert (case / ".probata" / "undo" / "me").stat().st_mode & 0o077 == 0


def test_what_was_changed_since_is_not_taken_back(case: Path) -> None:
    desk, other = desk_on(case), desk_on(case)
    other.who = "somebody"
    set_title(desk, "One")
    set_title(other, "Two")
    with pytest.raises(ChangedSinceError, match="changed since"):
        desk.undo()
    assert title_in(case) == "Two"


# Killed.


def test_a_process_killed_while_it_saves_leaves_the_old_case_or_the_new_one(case: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.workbench.kill_while_saving", str(case), "2"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


# Requests that do not end.


def sent_slowly(run: Running, head: Mapping[str, str], pieces: Iterator[bytes]) -> bytes:
    with closing(socket.create_connection(("127.0.0.1", run.port), 20)) as connection:
        lines = [f"{name}: {value}\r\n" for name, value in {"Host": f"127.0.0.1:{run.port}", **head}.items()]
        connection.sendall(f"POST /record/counts/torture HTTP/1.1\r\n{''.join(lines)}\r\n".encode())
        try:
            for piece in pieces:
                connection.sendall(piece)
            return connection.recv(1000)
        except ConnectionError:
            return b""


def in_chunks(size: int) -> Iterator[bytes]:
    for _ in range(0, size, 100_000):
        yield b"186a0\r\n" + b"a" * 100_000 + b"\r\n"


@pytest.mark.parametrize("is_told", [True, False])
def test_an_upload_beyond_the_limit_is_refused_whether_it_tells_its_size_or_not(
    run: Running, monkeypatch: pytest.MonkeyPatch, is_told: bool
) -> None:
    monkeypatch.setattr(doors, "MOST_BYTES", 1_000_000)
    size = {"Content-Length": "2000000"} if is_told else {"Transfer-Encoding": "chunked"}
    said = sent_slowly(run, {**with_form(run), **size}, iter(()) if is_told else in_chunks(2_000_000))
    assert b" 413 " in said or not said
    assert [line for line in run.log if "too large" in line]
    assert title_in(run.case) == TITLE


def test_a_request_that_does_not_end_is_ended(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doors, "MOST_SECONDS", 0.3)
    said = sent_slowly(run, {**with_form(run), "Content-Length": "1000"}, iter([b"f.title="]))
    assert b" 408 " in said
    assert "too slow" in run.log[-1]


def test_a_connection_on_which_nothing_is_asked_is_closed(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "SLOWEST_HEAD", 0.3)
    with closing(socket.create_connection(("127.0.0.1", run.port), 20)) as connection:
        connection.sendall(b"GET /next HTTP/1.1\r\nX-Slow: ")
        assert connection.recv(100) == b""


# Two windows and a program that ended.


def test_where_the_program_ended_the_window_says_so_and_keeps_what_was_typed(opened: Opened) -> None:
    opened.go("/record/counts/torture")
    opened.page.fill('[name="f.title"]', "Typed for an hour")
    opened.page.route("**/record/**", lambda route: route.abort("connectionrefused"))
    opened.page.locator("form.fields button.main").click()
    expect(opened.page.locator("#news")).to_contain_text("does not answer")
    expect(opened.page.locator('[name="f.title"]')).to_have_value("Typed for an hour")
    opened.page.unroute("**/record/**")
    opened.save()
    assert title_in(opened.run.case) == "Typed for an hour"
    opened.troubles.clear()  # the browser tells that nobody answered


def test_where_it_is_ended_with_a_window_open_nothing_is_told_of_how_it_is_made(part_of_it: Path) -> None:
    command = [sys.executable, "-m", "probata", "open", part_of_it.name, "--no-browser"]
    with subprocess.Popen(
        command, cwd=part_of_it.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        address = (running.stdout or io.StringIO()).readline().split()[-1]
        window = build_opener(HTTPCookieProcessor())
        window.open(address).read()
        with window.open(f"{address.partition(doors.ENTRY)[0]}/events") as news:
            assert news.readline()
            running.send_signal(signal.SIGINT)
            _, told = running.communicate()
    assert "Traceback" not in told, told
    assert "ERROR" not in told, told
