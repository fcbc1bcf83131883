from __future__ import annotations

import gzip
import io
import os
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from probata.evidence.archives.archive import ReadArchive
from probata.evidence.archives.decoding import words_of_page
from probata.evidence.archives.limits import USUAL
from probata.evidence.archives.python_repr import NotAValueError, value_of
from probata.evidence.archives.read_archive import files_in, read

from .made_archives import ADDRESS, PAGE, mail, wacz, warc, zip_file


def _names(found: ReadArchive) -> list[str]:
    return [one.name for one in found.faults]


def test_a_bomb_is_not_unpacked_and_names_that_lead_outside_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    names = ["/etc/passwd", "../../x.txt", "C:\\x.txt", "a\\b.txt"]
    zip_file(path, {"_chat.txt": "2026-03-04, 10:11 - Zara: They came.\n", "bomb": bytes(5_000_000),
                    "inner.zip": b"PK", **dict.fromkeys(names, b"x")})  # fmt: skip

    found = read(path)

    assert len(found.items) == 2
    assert sorted(_names(found)) == ["archive-in-archive", "name-outside-archive", "name-outside-archive",
                                     "name-outside-archive", "name-outside-archive", "packed-too-tight"]  # fmt: skip


def test_a_link_in_a_zip_file_or_a_folder_is_not_followed(tmp_path: Path) -> None:
    path, secret = tmp_path / "a", tmp_path / "secret"
    secret.write_text(mail(), encoding="utf-8")
    link = zipfile.ZipInfo("_chat.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "../secret")
    folder = tmp_path / "folder"
    folder.mkdir()
    os.symlink(secret, folder / "mail.eml")
    os.symlink(tmp_path, folder / "all")

    files, faults = files_in(folder)

    assert _names(read(path)) == ["archive-unknown", "link-not-followed"]
    assert files == []
    assert [one.name for one in faults] == ["link-not-followed", "link-not-followed"]


def test_more_than_the_limits_allow_is_refused_by_name(tmp_path: Path) -> None:
    path = zip_file(tmp_path / "a", {str(number): b"x" for number in range(50)})

    assert _names(read(path, replace(USUAL, entries=49))) == ["too-many-entries"]
    assert _names(read(path, replace(USUAL, unpacked=49))) == ["archive-too-large"]
    assert _names(read(path, replace(USUAL, file=100))) == ["archive-too-large"]


def test_a_million_tiny_records_are_not_all_looked_at(tmp_path: Path) -> None:
    one = b"WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    path = tmp_path / "a"
    path.write_bytes(gzip.compress(one, mtime=0) * 10 + gzip.compress(one * 1_000_000))

    found = read(path)

    assert _names(found) in (["too-many-entries"], ["archive-damaged"])


def _one_record(header: bytes, body: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header + b"\r\n" + body
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\n"
        b"Content-Length: " + str(len(http)).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("record", "name"),
    [(gzip.compress(b"WARC/1.0\r\nX: " + b"a" * 5_000_000, mtime=0), "archive-too-large"),
     (_one_record(b"Content-Encoding: gzip\r\n", gzip.compress(bytes(30_000_000), mtime=0)), "item-too-large"),
     (_one_record(b"Content-Encoding: br\r\n", b"xx"), "unread-item"),
     (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 10\r\n\r\n", "archive-damaged"),
     (gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n", mtime=0)[:-20], "")],
)  # fmt: skip
def test_a_record_that_is_none_or_too_large_is_told(tmp_path: Path, record: bytes, name: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(record)

    found = read(path, replace(USUAL, one=10_000_000))

    assert found.items == ()
    assert not name or name in _names(found)


def test_what_a_web_archive_says_is_printed_nowhere(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a"
    path.write_bytes(warc({"https://example.org/a b": PAGE}, packed=False).replace(b"\r\n\r\n\r\n", b"\r\n\r\nNAME"))

    read(path)

    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "text",
    ["__import__('os').system('true')", "{'a': open('/etc/passwd')}", "datetime.datetime.now()", "[x for x in (1,)]",
     "f'{1}'", "datetime.datetime(*[1])", "'a' * 10**9", "datetime.datetime(2026, 13, 1)", "(" * 5_000,
     "[" * 60 + "]" * 60, "datetime.datetime(2026, 1, 1, tzinfo=evil())"],
)  # fmt: skip
def test_nothing_in_a_table_is_called_or_computed(text: str) -> None:
    with pytest.raises(NotAValueError):
        value_of(text)


def test_a_row_with_a_call_is_skipped_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_text(
        "status,metadata,media\ns,\"{'url': exec('1')}\",[]\ns,\"{'url': 'https://example.org'}\",[]\n",
        encoding="utf-8",
    )

    found = read(tmp_path / "a")

    assert [item.place for item in found.items] == ["row 2"]
    assert [(one.name, str(one.message)) for one in found.faults] == [
        ("unreadable-row", "row 1 is not taken: it calls `exec`, and nothing is called")
    ]


def test_media_of_a_table_are_read_beside_it_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    folder = tmp_path / "folder"
    folder.mkdir()
    os.symlink(tmp_path / "secret", folder / "link")
    media = [{"filename": name} for name in ("../secret", str(tmp_path / "secret"), "link", "C:\\secret")]
    (folder / "a").write_text(f'status,metadata,media\ns,"{{}}","{media!r}"\n', encoding="utf-8")

    found = read(folder / "a")

    assert [one.name for one in found.items[0].attachments] == ["secret", "secret", "link", "secret"]
    assert [one.read for one in found.items[0].attachments] == [None] * 4


def _nested(depth: int) -> str:
    head = "From: a@example.org\nTo: b@example.org\nContent-Type: message/rfc822\n\n"
    return head * depth + mail()


def _multipart(*numbers: int) -> str:
    parts = (f'Content-Type: multipart/mixed; boundary="b{number}"\n\n--b{number}\n' for number in numbers)
    return "From: a@example.org\nTo: b@example.org\n" + "".join(parts)


@pytest.mark.parametrize(
    ("text", "names"),
    [(_nested(1_000), ["nested-too-deep"]),
     (f"From: a@example.org\nTo: b@example.org\nX-Long: {'a' * 10_000_000}\n\nx", ["header-too-large"]),
     (_nested(90), []),
     (_multipart(*range(90)) + "x\n" * 5_000_000, ["nested-too-deep"]),
     (_multipart(1) + "--b1\n\n" * 100_000, ["too-many-entries"]),
     (_multipart(1) + "--b1\nContent-Type: a/b; " + 'a="b;' * 1_000_000, ["header-too-large"]),
     (f"From: a@example.org\nTo: {'(' * 50_000}\nDate: {'(' * 500}\n\nx", [])],
    ids=["1,000 deep", "header of 10 MB", "90 deep", "90 deep and long", "parts", "header of a part", "brackets"],
)  # fmt: skip
def test_mails_that_would_exhaust_the_machine_are_told(tmp_path: Path, text: str, names: list[str]) -> None:
    (tmp_path / "a").write_text(text, encoding="utf-8")

    assert _names(read(tmp_path / "a")) == names


@pytest.mark.parametrize("charset", ["x-unknown", "punycode", "zlib", "undefined", "\\\\", "utf-8; x", "a" * 500])
def test_a_mail_in_a_character_set_that_is_none_is_read_with_a_remark(tmp_path: Path, charset: str) -> None:
    (tmp_path / "a").write_text(mail().replace("charset=utf-8", f'charset="{charset}"'), encoding="utf-8")

    found = read(tmp_path / "a")

    assert found.items[0].text == "The lists are ready."
    assert len(found.items[0].notes) == 2


def test_addresses_of_a_hundred_thousand_people_are_read_in_time(tmp_path: Path) -> None:
    people = ", ".join(f"=?utf-8?q?a{number}?= <a{number}@example.org>" for number in range(20_000))
    (tmp_path / "a").write_text(f"From: a@example.org\nTo: {people}\nDate: x\n\nx", encoding="utf-8")
    begun = time.perf_counter()

    assert len(read(tmp_path / "a").items[0].people) == 1_000
    assert time.perf_counter() - begun < 20


@pytest.mark.parametrize("sign", ["<!--", "<a x='", "<div>", "&"])
def test_a_page_of_signs_that_end_nowhere_is_read_in_time(sign: str) -> None:
    begun = time.perf_counter()

    words_of_page(sign.encode() * 300_000)

    assert time.perf_counter() - begun < 20


def test_overrides_of_direction_and_control_characters_reach_no_name(tmp_path: Path) -> None:
    chat = "[04/03/2026, 10:11:12] Za\u202era\x1b[31m: <attached: fdp\u202e.exe>\n[25/03/2026, 10:11:12] b: x\n"
    (tmp_path / "a").write_text(chat, encoding="utf-8")

    found = read(tmp_path / "a")

    assert found.items[1].people[0].name == "Zara[31m"
    assert [one.name for one in found.items[1].attachments] == ["fdp.exe"]
    assert "\x1b" not in repr(found.items[0].text)


@pytest.mark.parametrize("seed", range(40))
def test_bytes_changed_anywhere_are_a_finding_and_never_a_traceback(tmp_path: Path, seed: int) -> None:
    whole = io.BytesIO(wacz(tmp_path / "w", [{"url": ADDRESS}]).read_bytes()).getvalue()
    for number, data in enumerate((whole, warc({ADDRESS: PAGE}), mail().encode())):
        place = seed * len(data) // 40
        (tmp_path / f"x{number}").write_bytes(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
        read(tmp_path / f"x{number}")
        (tmp_path / f"y{number}").write_bytes(data[:place])
        read(tmp_path / f"y{number}")
