from __future__ import annotations

from pathlib import Path

import pytest

from probata.evidence.archives.archive import NO_ZONE
from probata.evidence.archives.read_archive import read

from .made_archives import ADDRESS, PAGE, text_of_item, wacz, warc

TABLE = """status,metadata,media
generic_extractor: success,"{'_processed_at': datetime.datetime(2026, 11, 24, 22, 28, 34, tzinfo=datetime.timezone.utc), 'url': 'https://example.org/post/1', 'title': 'Tytuł ąę', 'content': 'body text\\nline 2', 'timestamp': datetime.datetime(2024, 3, 2, 10, 11, 12), 'wayback': 'failed: 429'}","[{'filename': '/home/somebody/archive/photo.jpg', '_key': 'folder/photo.jpg', 'urls': ['https://bucket/folder/photo.jpg'], 'properties': {'hash': 'SHA-256:abab', 'src': 'https://cdn.example.org/1.jpg', 'id': 'photo'}, '_mimetype': 'image/jpeg', '_stored': False}, {'filename': 'archive/hashes.txt', '_key': None, 'urls': [], 'properties': {'timestamp_authority_files': [{'filename': 'archive/tst', '_key': None, 'urls': [], 'properties': {'tsa': 'http://tsa.example.org', 'cert_chain': [{'filename': 'archive/c.crt', '_key': None, 'urls': [], 'properties': {}, '_mimetype': None, '_stored': False}]}, '_mimetype': None, '_stored': False}], 'id': 'timestamped_hashes'}, '_mimetype': None, '_stored': False}]"
"""  # noqa: E501


def test_a_row_of_auto_archiver_is_a_post_with_its_chain_of_time_stamps_as_files(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "hashes.txt").write_bytes(b"abab\n")
    (tmp_path / "archive" / "tst").write_bytes(b"token")
    (tmp_path / "db.txt").write_text(TABLE, encoding="utf-8")

    found = read(tmp_path / "db.txt")

    assert found.faults == ()
    post = found.items[0]
    assert (post.kind, post.address, post.title) == ("post", "https://example.org/post/1", "Tytuł ąę")
    assert post.published is not None
    assert post.published.shown == f"2024-03-02 10:11:12 ({NO_ZONE})"
    assert post.captured is not None
    assert post.captured.shown == "2026-11-24 22:28:34 +00:00"
    assert [(one.name, one.what) for one in post.attachments] == [
        ("photo.jpg", ""), ("hashes.txt", "list of hashes"), ("tst", "timestamp"), ("c.crt", "certificate"),
    ]  # fmt: skip
    assert [one.read() if one.read else None for one in post.attachments] == [None, b"abab\n", b"token", None]
    assert [one.text for one in post.attachments[0].hashes] == ["SHA-256:abab"]
    assert "/home/somebody" not in repr(post)
    assert post.archived == ""
    assert "an archive was asked for a copy, and no copy is stated" in post.notes


def test_the_sheet_of_auto_archiver_says_of_what_its_hash_is_and_failed_rows_are_told(tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text(
        "Link,Archive status,Archive location,Archive date,Thumbnail,Upload title,Text content,Hash,Notes of ours\n"
        'https://example.org/a,generic_extractor: success,"https://b/1.html\nhttps://b/2.jpg",2026-03-04T10:11:12+00:00,'
        '"=IMAGE(""https://b/t.jpg"")","=HYPERLINK(""http://evil.example"")",words,abcd,x\n'
        "https://example.org/b,Archive failed: /home/me/run.py,,,,,,not-calculated,\n",
        encoding="utf-8",
    )

    found = read(tmp_path / "sheet.csv")

    assert [(item.place, item.address) for item in found.items] == [("row 1", "https://example.org/a")]
    assert [one.address for one in found.items[0].attachments] == ["https://b/1.html", "https://b/2.jpg",
                                                                   "https://b/t.jpg"]  # fmt: skip
    assert "final media" in found.items[0].hashes[0].of
    assert [(one.name, one.message) for one in found.faults] == [
        ("unread-item", "row 2 is not taken: `Archive failed: run.py`")
    ]


def test_the_page_that_auto_archiver_made_gives_the_same_post(tmp_path: Path) -> None:
    row = (
        '<ul><li><b>key:</b> <span class="copy">folder/photo.jpg</span></li>'
        '<li><b>type:</b> <span class="copy">image/jpeg</span></li>'
        '<li><b>hash:</b> <span class="copy">SHA-256:abab</span></li></ul>'
    )
    metadata = "".join(
        f'<tr><td>{key}</td><td><span class="copy">{value}</span></td></tr>'
        for key, value in (("url", "https://example.org/post/1"), ("content", "The gate was closed."),
                           ("timestamp", "2024-03-02 10:11:12"))
    )  # fmt: skip
    (tmp_path / "out").write_text(
        f'<html><h2>Archived media for <span class="copy">x</span></h2><table class="content"><tr><td>{row}</td></tr>'
        f'</table><table class="metadata">{metadata}</table>'
        '<a href="https://github.com/bellingcat/auto-archiver">bellingcat/auto-archiver</a> v1.2.9</html>',
        encoding="utf-8",
    )

    found = read(tmp_path / "out")

    assert found.tool == "auto-archiver 1.2.9"
    assert (found.items[0].address, found.items[0].text) == ("https://example.org/post/1", "The gate was closed.")
    assert [(one.name, one.media_type, one.hashes[0].text) for one in found.items[0].attachments] == [
        ("photo.jpg", "image/jpeg", "SHA-256:abab")
    ]


LISTED = [{"url": ADDRESS, "ts": "2026-03-04T10:11:12Z", "title": "Notice"}]


@pytest.mark.parametrize(
    ("pages", "index", "told"),
    [(LISTED, False, ""), (None, True, "it has no list of pages: they are those of its index"),
     (None, False, "it lists no pages: they are found in the records themselves")],
)  # fmt: skip
def test_pages_of_a_wacz_come_from_its_list_else_its_index_else_its_records(
    tmp_path: Path, pages: list[dict[str, str]] | None, index: bool, told: str
) -> None:
    path = wacz(tmp_path / "a", pages, index=index)

    found = read(path)

    assert found.faults == ()
    page = next(item for item in found.items if item.address == ADDRESS)
    assert (page.place, page.text) == ("page 1", "The gate was closed.")
    assert len(found.items) == (1 if pages or index else 2)
    assert page.captured is not None
    assert page.captured.shown == "2026-03-04 10:11:12 +00:00"
    assert page.attachments[0].read is not None
    assert page.attachments[0].read() == PAGE.encode()
    assert any(note.startswith(told) for note in found.notes)
    assert text_of_item(path, "page 1") == "The gate was closed."
    assert text_of_item(path, "page 9") is None


@pytest.mark.parametrize(
    ("signed", "said"),
    [(None, "unsigned"), ({"publicKey": "k", "signature": "s"}, "self-signed, with a key that names nobody"),
     ({"domain": "crawl.example", "signature": "s"}, "signed by the domain `crawl.example`")],
)  # fmt: skip
def test_a_wacz_says_who_signed_it_and_that_this_was_not_verified(
    tmp_path: Path, signed: dict[str, object] | None, said: str
) -> None:
    assert read(wacz(tmp_path / "a", LISTED, signed=signed)).notes[0].startswith(said)


def test_a_file_of_a_wacz_that_is_not_what_its_package_says_is_not_read(tmp_path: Path) -> None:
    found = read(wacz(tmp_path / "a", LISTED, spoil="archive/data.warc.gz"))

    assert [one.name for one in found.faults] == ["hash-mismatch"]
    assert [item.text for item in found.items] == [""]
    assert "the response itself is not in the archive, or cannot be read" in found.items[0].notes


def test_a_page_of_a_warc_that_was_changed_behind_its_digest_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(warc({ADDRESS: PAGE, "https://example.org/2": "<p>two</p>"}, packed=False)
                     .replace(b"The gate was closed", b"The gate was open! "))  # fmt: skip

    found = read(path)

    assert [item.address for item in found.items] == ["https://example.org/2"]
    assert [one.name for one in found.faults] == ["hash-mismatch"]


def test_a_page_that_hunchly_saved_keeps_its_address_and_the_time_of_the_browser(tmp_path: Path) -> None:
    (tmp_path / "1").write_text(
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\nSubject: Notice\n"
        "Date: Tue, 3 Mar 2026 06:01:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n'
        "Content-Transfer-Encoding: quoted-printable\nContent-Location: https://example.org/a\n\n"
        "<p>The gate=20was closed.</p>\n--b\nContent-Type: image/png\nContent-Location: https://example.org/i/p.png\n"
        "Content-Transfer-Encoding: base64\n\nAAEC\n--b--\n",
        encoding="utf-8",
    )

    found = read(tmp_path / "1")

    page = found.items[0]
    assert (page.kind, page.address, page.title) == ("page", "https://example.org/a", "Notice")
    assert page.text == "The gate was closed."
    assert page.captured is not None
    assert page.captured.shown == "2026-03-03 06:01:00 +00:00"  # -0000 is UTC too: RFC 5322, 3.3
    assert [(one.name, one.read()) for one in page.attachments if one.read] == [("p.png", b"\x00\x01\x02")]
