from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from tests.evidence.made_archives import ADDRESS, mail, text_of_item, wacz, zip_file
from tests.pinned_day import DAY

from probata.evidence.store import Store
from probata.graph import CaseGraph
from probata.pipeline.opening import open_records
from probata.pipeline.session import open_workspace

from .command import Command

CHAT = "[{day}/03/2026, 10:11:12] Zara: They came.\n[05/03/2026, 10:12:00] Post 4: Who?\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    folder.mkdir()
    (folder / "case.yaml").write_text("id: harbour\ntitle: The harbour\n", encoding="utf-8")
    return folder


def _graph(case: Path) -> CaseGraph:
    graph = open_records(case, "harbour", open_workspace(None, None, DAY)).graph
    assert graph is not None
    return graph


def _files(case: Path) -> dict[str, bytes]:
    return {path.relative_to(case).as_posix(): path.read_bytes() for path in case.rglob("*") if path.is_file()}


def test_what_others_kept_becomes_sources_whose_copies_say_where_in_the_file_they_are(
    probata: Command, case: Path, tmp_path: Path
) -> None:
    begin = "From a@example.org Tue Mar  3 09:01:00 2026\n"
    folder = tmp_path / "mail"
    folder.mkdir()
    (folder / "in").write_text(f"{begin}{mail()}\n{begin}{mail('Second', number=2)}", encoding="utf-8")
    (folder / "letter.doc").write_text("a letter", encoding="utf-8")
    page = wacz(tmp_path / "page", [{"url": ADDRESS, "ts": "2026-03-04T10:11:12Z", "title": "Notice"}])
    chat = zip_file(tmp_path / "Chat with Zara.zip", {"_chat.txt": CHAT.format(day=25)})

    ran = probata("import", "evidence", case, page, chat, folder, "--from", "Zara", "--yes")

    assert ran.code == 0, ran.err
    assert "not read, since they are none of the forms: `letter.doc`" in ran.err
    graph = _graph(case)
    copies = {copy.source: copy for copy in graph.copies}
    assert {source: copy.place for source, copy in copies.items()} == {
        "notice": "page 1", "chat-2026-03-25": "conversation", "mail-2026-03-03": "message 1",
        "mail-2026-03-03-2": "message 2",
    }  # fmt: skip
    assert copies["mail-2026-03-03"].sha256 == hashlib.sha256((folder / "in").read_bytes()).hexdigest()
    assert copies["notice"].captured_at is not None
    assert copies["notice"].captured_at.text == "2026-03-04T10:11:12+00:00"
    assert copies["notice"].received_from == "Zara"
    assert {one.id: one.confidentiality for one in graph.sources} == {
        "notice": "open", "chat-2026-03-25": "confidential", "mail-2026-03-03": "confidential",
        "mail-2026-03-03-2": "confidential",
    }  # fmt: skip
    assert [name.whole for name in graph.sources[2].author] == ["Aygül S."]
    held = Store.of(case).path_of(copies["mail-2026-03-03-2"].sha256)
    assert held is not None
    assert text_of_item(held, "message 2") == "The lists are ready."
    assert probata("verify", case).code == 0

    before = _files(case)
    again = probata("import", "evidence", case, page, chat, folder, "--yes")

    assert again.code == 0
    assert _files(case) == before
    assert "0 added" in again.out
    assert "4 there already; nothing to write" in again.out


def test_a_page_whose_address_a_source_has_is_one_more_copy_of_it(probata: Command, case: Path, tmp_path: Path) -> None:
    (case / "sources.yaml").write_text(f"- id: ours\n  title: Notice\n  url: {ADDRESS}/\n", encoding="utf-8")
    before = (case / "sources.yaml").read_bytes()

    ran = probata("import", "evidence", case, wacz(tmp_path / "page", [{"url": ADDRESS}]), "--yes")

    assert ran.code == 0, ran.err
    assert [(copy.source, copy.place) for copy in _graph(case).copies] == [("ours", "page 1")]
    assert (case / "sources.yaml").read_bytes() == before


def test_a_chat_that_was_not_certainly_dated_gets_its_date_when_somebody_says_the_order(
    probata: Command, case: Path, tmp_path: Path
) -> None:
    chat = tmp_path / "chat"
    chat.write_text(CHAT.format(day="04"), encoding="utf-8")

    unsaid = probata("import", "evidence", case, chat, "--yes")
    source = _graph(case).sources[0]
    said = probata("import", "evidence", case, chat, "--dates", "day-first", "--yes")
    dated = _graph(case).sources[0]

    assert "`--dates day-first` or `--dates month-first`" in unsaid.err
    assert (source.issued, source.note) == (None, "dated as `04/03/2026, 10:11:12 (day and month not certain)` there")
    assert said.code == 0, said.err
    assert dated.issued is not None
    assert (dated.id, dated.issued.text, dated.note) == (source.id, "2026-03-04/2026-03-05", None)
    assert len(_graph(case).copies) == 1


def test_media_beside_an_archive_are_held_and_a_hash_that_does_not_agree_is_told(
    probata: Command, case: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    media = []
    for name, stated in (("good.jpg", hashlib.sha256(b"good.jpg").hexdigest()), ("bad.jpg", "0" * 64)):
        (folder / name).write_bytes(name.encode())
        media.append({"filename": f"/tmp/x/{name}", "properties": {"hash": f"SHA-256:{stated}"}})  # noqa: S108
    os.symlink(case / "case.yaml", folder / "link.jpg")
    media.append({"filename": "link.jpg", "properties": {}})
    (folder / "db").write_text(
        f"status,metadata,media\ns,\"{{'url': 'https://example.org/post'}}\",\"{media!r}\"\n", encoding="utf-8"
    )

    ran = probata("import", "evidence", case, folder, "--yes")

    assert ran.code == 0, ran.err
    assert "hash-mismatch" in ran.err
    assert "it is a link, and is not followed" in ran.err
    notes = {copy.name: copy.note or "" for copy in _graph(case).copies}
    assert sorted(notes) == ["bad.jpg", "db", "good.jpg"]
    assert notes["good.jpg"] == "its SHA-256 is the one that the archive states"
    assert notes["bad.jpg"].startswith("the archive states another SHA-256 of it")
    assert {copy.source for copy in _graph(case).copies} == {_graph(case).sources[0].id}


def test_one_message_of_a_conversation_can_be_taken_alone(probata: Command, case: Path, tmp_path: Path) -> None:
    chat = tmp_path / "chat"
    chat.write_text(CHAT.format(day=25), encoding="utf-8")

    wrong = probata("import", "evidence", case, chat, "--item", "mesage 2", "--yes")
    right = probata("import", "evidence", case, chat, "--item", "message 2", "--yes")

    assert wrong.code == 2
    assert "did you mean `message 2`?" in wrong.err
    assert right.code == 0, right.err
    assert [(copy.source, copy.place) for copy in _graph(case).copies] == [("message-2026-03-05", "message 2")]


def test_a_list_says_the_place_of_each_message_and_attachment_by_which_it_can_be_taken(
    probata: Command, case: Path, tmp_path: Path
) -> None:
    chat = "[25/03/2026, 10:11] Messages are encrypted.\n[25/03/2026, 10:12] Zara: They came. <attached: a.txt>\n"
    path = zip_file(tmp_path / "Chat.zip", {"_chat.txt": chat, "a.txt": b"Names."})
    before = _files(case)

    listed = probata("import", "evidence", case, path, "--list")
    assert _files(case) == before
    taken = probata("import", "evidence", case, path, "--item", "message 1, attachment 1", "--yes")

    assert [line.strip().partition(": ")[0] for line in listed.out.splitlines()[1:]] == [
        "conversation", "notice 1", "message 1", "message 1, attachment 1",
    ]  # fmt: skip
    assert "message 1: 2026-03-25 10:12 (zone not given); Zara; They came." in listed.out
    assert taken.code == 0, taken.err
    assert [(one.title, one.confidentiality) for one in _graph(case).sources] == [("a.txt", "confidential")]


def test_an_archive_that_wears_out_its_reader_is_told(
    probata: Command, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("probata.evidence.archives.read_apart._SECONDS", 0.001)
    (tmp_path / "mail").write_text(mail(), encoding="utf-8")

    ran = probata("import", "evidence", case, tmp_path / "mail", "--yes")

    assert ran.code == 2
    assert "reading it takes longer than" in ran.err


def test_nothing_is_written_of_what_is_not_read_or_not_agreed_to(probata: Command, case: Path, tmp_path: Path) -> None:
    before = _files(case)
    (tmp_path / "note").write_text("a note", encoding="utf-8")
    (tmp_path / "mail").write_text(mail(), encoding="utf-8")

    unread = probata("import", "evidence", case, tmp_path / "note", "--yes")
    unsaid = probata("import", "evidence", case, tmp_path / "mail")
    looked = probata("import", "evidence", case, tmp_path / "mail", "--dry-run")

    assert (unread.code, unsaid.code, looked.code) == (2, 0, 0)
    assert "archive-unknown" in unread.err
    assert "added `mail-2026-03-03`" in looked.out
    assert _files(case) == before
