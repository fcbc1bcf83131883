"""A second `probata check`: quick where nothing changed, and never of yesterday."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.case_folder import CASE, ROLES, write_case
from tests.cli.command import Command

import probata as program
from probata.cli import cache_folder as cache
from probata.cli import check, check_key
from probata.cli.open import open_desk
from probata.cli.opening import Named, Opened, find_named, open_found
from probata.workbench.desk import Desk

Change = Callable[[Path], None]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of kept findings, of this test alone."""
    home = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    return home / "probata"


def findings_in(kept: Path) -> set[Path]:
    """Return the entries of findings; answers of the citation program and templates are kept beside them."""
    entries = kept.iterdir() if kept.exists() else ()
    return {entry for entry in entries if "-" not in entry.name}


@pytest.fixture
def case(probata: Command, kept: Path) -> Path:
    """A case with findings of every weight, settings of an office, and a forum of its own."""
    folder = probata.folder
    (folder / "probata.toml").write_text('[house.author]\nname = "Sela Arkwright"\n', encoding="utf-8")
    assert probata("new", "forum", "ours", "--extends", "uk-ghr").code == 0
    faulty = ROLES.replace("seats: [commander]", "seats: [comander]")
    return write_case(folder / "claims", case=CASE.replace("forum: uk-ghr", "forum: ours"), roles=faulty)


@pytest.fixture
def forgotten(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What the program knows of itself, worked out anew before and after."""
    check_key._program.cache_clear()
    yield
    check_key._program.cache_clear()


def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on no case can be read, so that whatever is shown was kept."""

    def stop(*_: object) -> None:
        raise AssertionError("the case was read")

    monkeypatch.setattr(check, "open_found", stop)


def reads(probata: Command, case: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Tell whether a check would read the case."""
    with monkeypatch.context() as patched:
        unread(patched)
        return "the case was read" in probata("check", case).err


def in_workbench(case: Path) -> Desk:
    """Return the case as the workbench opens it."""
    return open_desk(find_named(str(case), None))


FORMS = [("--format", "full"), ("--format", "concise"), ("--format", "json"), ("--statistics",),
         ("--statistics", "--format", "json"),
         ("--select", "REF"), ()]  # fmt: skip


@pytest.mark.parametrize("form", FORMS, ids=" ".join)
def test_the_findings_of_the_second_run_are_those_of_the_first_byte_for_byte(
    probata: Command, case: Path, form: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = probata("check", case, *form)
    assert first.code == 1

    unread(monkeypatch)
    assert probata("check", case, *form) == first


def test_the_line_of_the_file_is_shown_again(probata: Command, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    probata("check", case)

    unread(monkeypatch)
    out = probata("check", case, "--format", "full").out
    assert "  3 |   seats: [comander]\n    |           ^^^^^^^^\n" in out


def added(name: str, text: str) -> Change:
    def change(folder: Path) -> None:
        path = folder / name
        path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")

    return change


CHANGES: dict[str, tuple[Change, str]] = {
    "a record": (added("claims/harbour/bodies.yaml", "- {id: guard, name: Another}\n"), "REF103"),
    "a new file of records": (added("claims/harbour/events.yaml", "- {id: raid, title: Raid, part_of: x}\n"), "`x`"),
    "a file that is none of a case": (added("claims/harbour/peple.yaml", ""), "peple"),
    "a cell of a table": (added("claims/harbour/data/detained.csv", "2022-06,many\n"), "many"),
    "a section of text": (added("claims/harbour/narrative/background.md", "\nSee [@nowhere, p. 1].\n"), "nowhere"),
    "a template": (added("templates/ours/brief.md.j2", "\nOutside.\n"), "brief.md.j2"),
    "the profile of a forum": (added("templates/ours/forum.yaml", "\nnothing_such: 1\n"), "nothing_such"),
    "the settings of the office": (added("probata.toml", 'ofice = "us"\n'), "ofice"),
    "a letterhead that is not there": (added("probata.toml", '[house]\nletterhead = "head.docx"\n'), "head.docx"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_is_changed_the_findings_are_those_of_now(probata: Command, case: Path, what: str) -> None:
    change, shows = CHANGES[what]
    before = probata("check", case, "--all")
    assert shows not in before.out
    assert in_workbench(case).looked_before()

    change(probata.folder)

    assert in_workbench(case).looked_before() is None
    after = probata("check", case, "--all")
    assert shows in after.out
    assert after == probata("check", case, "--all", "--no-cache")


@pytest.mark.parametrize("what", CHANGES)
def test_what_an_open_workbench_finds_after_a_change_is_what_a_check_finds(
    probata: Command, case: Path, what: str
) -> None:
    desk = in_workbench(case)
    desk.looked()

    CHANGES[what][0](probata.folder)

    desk.looked()
    assert probata("check", case, "--all") == probata("check", case, "--all", "--no-cache")


def test_what_the_workbench_found_is_printed_without_reading_the_case(
    probata: Command, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = in_workbench(case).looked()
    anew = [probata("check", case, *form, "--no-cache") for form in FORMS]

    unread(monkeypatch)
    assert [probata("check", case, *form) for form in FORMS] == anew
    assert in_workbench(case).looked().findings == found.findings


def test_a_change_that_leaves_length_and_time_of_a_file_as_they_were_is_seen(probata: Command, case: Path) -> None:
    path = case / "roles.yaml"
    before = path.stat()
    desk = in_workbench(case)
    assert "comander" in str(desk.looked().findings)

    path.write_text(path.read_text(encoding="utf-8").replace("[comander]", "[comandir]"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert "comandir" in str(desk.looked().findings)
    assert "comandir" in probata("check", case).out


def test_a_letterhead_is_read_again_when_it_changed(
    probata: Command, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added("probata.toml", '[house]\nletterhead = "head.docx"\n')(probata.folder)
    probata("check", case)
    assert not reads(probata, case, monkeypatch)

    (probata.folder / "head.docx").write_bytes(b"no Word file")

    assert "is no Word file" in probata("check", case).out


@pytest.mark.usefixtures("forgotten")
def test_another_version_of_the_program_reads_the_case_again(
    probata: Command, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    probata("check", case)
    assert not reads(probata, case, monkeypatch)

    monkeypatch.setattr(program, "__version__", "999")
    check_key._program.cache_clear()

    assert reads(probata, case, monkeypatch)


@pytest.mark.usefixtures("forgotten")
def test_changed_code_of_the_program_reads_the_case_again(
    probata: Command, case: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    code = tmp_path_factory.mktemp("program") / "__init__.py"
    code.write_text("1", encoding="utf-8")
    monkeypatch.setattr(program, "__file__", str(code))
    check_key._program.cache_clear()
    probata("check", case)
    assert not reads(probata, case, monkeypatch)

    code.write_text("2", encoding="utf-8")
    check_key._program.cache_clear()

    assert reads(probata, case, monkeypatch)


@pytest.mark.usefixtures("forgotten")
def test_a_pandoc_that_is_gone_reads_the_case_again(
    probata: Command, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    probata("check", case)
    assert not reads(probata, case, monkeypatch)

    monkeypatch.setattr(check_key, "find_program", lambda: None)
    check_key._program.cache_clear()

    assert reads(probata, case, monkeypatch)


def test_findings_that_the_machine_may_have_brought_about_are_not_kept(
    probata: Command, case: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("probata.citation.stage.find_program", lambda: None)

    assert "CIT101" in probata("check", case, "--all").out
    assert not findings_in(kept)


def test_a_case_that_is_changed_while_it_is_read_is_read_again(
    probata: Command, case: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_and_change(named: Named) -> Opened:
        opened = open_found(named)
        added("bodies.yaml", "- {id: guard, name: Another}\n")(case)
        return opened

    monkeypatch.setattr(check, "open_found", read_and_change)
    probata("check", case)

    assert not findings_in(kept)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut off": lambda data: data[: len(data) // 2],
    "a word changed": lambda data: data.replace(b"comander", b"commandr"),
    "no JSON": lambda data: b"\x80\x04nothing",
    "of another program": lambda data: b'{"findings": []}\n{"findings": []}',
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_or_foreign_entry_is_passed_over(probata: Command, case: Path, kept: Path, damage: str) -> None:
    first = probata("check", case)
    (entry,) = findings_in(kept)

    entry.write_bytes(DAMAGES[damage](entry.read_bytes()))

    assert probata("check", case) == first


def test_an_entry_under_the_name_of_another_is_passed_over(probata: Command, case: Path, kept: Path) -> None:
    probata("check", case)
    (old,) = findings_in(kept)
    added("bodies.yaml", "- {id: guard, name: Another}\n")(case)
    after = probata("check", case)
    (new,) = findings_in(kept) - {old}

    new.write_bytes(old.read_bytes())

    assert probata("check", case) == after


def test_no_cache_reads_anew_and_keeps_nothing(probata: Command, case: Path, kept: Path) -> None:
    first = probata("check", case, "--no-cache")

    assert not kept.exists()
    assert probata("check", case) == first


def test_details_tell_of_reading_so_the_case_is_read(probata: Command, case: Path) -> None:
    probata("check", case)

    assert "records: 2 people" in probata("check", case, "--verbose").out + probata("check", case, "--verbose").err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights, which the user's own folder gives")
def test_kept_findings_are_for_the_user_alone(probata: Command, case: Path, kept: Path) -> None:
    kept.mkdir(mode=0o755)
    probata("check", case)

    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    assert {stat.S_IMODE(entry.stat().st_mode) for entry in kept.iterdir()} == {0o600}


def test_a_cache_that_cannot_be_written_is_no_fault(
    probata: Command, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = probata("check", case)
    in_the_way = probata.folder / "file"
    in_the_way.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(in_the_way))

    assert probata("check", case) == first


def test_a_case_that_is_one_file_is_read_each_time(probata: Command, kept: Path) -> None:
    (probata.folder / "small.yaml").write_text("case: {title: Small}\n", encoding="utf-8")

    assert probata("check", "small.yaml").code in (0, 1)
    assert not findings_in(kept)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights in Windows")
def test_a_case_with_a_link_to_a_folder_is_read_each_time(probata: Command, case: Path, kept: Path) -> None:
    (probata.folder / "elsewhere").mkdir()
    (case / "quotations").symlink_to(probata.folder / "elsewhere")

    probata("check", case)

    assert not findings_in(kept)


def test_what_is_not_used_for_long_is_removed(tmp_path: Path) -> None:
    cache.write_entry(tmp_path, "old", b"1")
    os.utime(tmp_path / "old.json", (0, 0))

    cache.write_entry(tmp_path, "new", b"2")

    assert [path.name for path in tmp_path.iterdir()] == ["new.json"]


def test_of_too_much_the_oldest_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 80)
    for age, name in ((300, "first"), (200, "second"), (100, "third")):
        cache.write_entry(tmp_path, name, b"1234")
        when = (tmp_path / f"{name}.json").stat().st_mtime - age
        os.utime(tmp_path / f"{name}.json", (when, when))
    cache.write_entry(tmp_path, "too-large", bytes(81))

    assert sorted(path.name for path in tmp_path.iterdir()) == ["second.json", "third.json"]


def test_what_is_used_counts_as_new(tmp_path: Path) -> None:
    cache.write_entry(tmp_path, "used", b"1")
    os.utime(tmp_path / "used.json", (0, 0))

    assert cache.read_entry(tmp_path, "used") == b"1"
    cache.write_entry(tmp_path, "new", b"2")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.json", "used.json"]


def test_the_folder_is_that_of_the_variable_where_it_is_a_whole_path(tmp_path: Path) -> None:
    assert cache.cache_folder({"XDG_CACHE_HOME": str(tmp_path)}) == tmp_path / "probata"
    assert cache.cache_folder({"XDG_CACHE_HOME": "here"}).is_absolute()
    assert cache.cache_folder({}) == cache.cache_folder({"XDG_CACHE_HOME": "here"})
