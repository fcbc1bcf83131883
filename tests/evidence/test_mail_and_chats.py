from __future__ import annotations

import json
from pathlib import Path

import pytest

from probata.evidence.archives.archive import NO_ZONE, Item
from probata.evidence.archives.read_archive import read

from .made_archives import mail, mail_with, text_of_item, zip_file


def _read(tmp_path: Path, text: str, name: str = "chat") -> tuple[list[Item], list[str]]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = read(tmp_path / name)
    return list(found.items), [one.name for one in found.faults]


def test_a_mail_has_people_by_role_a_time_with_its_zone_and_attachments(tmp_path: Path) -> None:
    items, faults = _read(tmp_path, mail_with("../../l.pdf", b"%PDF"))

    assert faults == []
    assert [(one.role, one.name, one.address) for one in items[0].people] == [
        ("sender", "Aygül S.", "a@example.org"), ("recipient", "Head of Post 4", "post4@example.org"),
        ("recipient", "", "b@example.org"),
    ]  # fmt: skip
    assert items[0].published is not None
    assert items[0].published.shown == "2026-03-03 09:01:00 +03:00"
    assert items[0].text == "The lists are ready."
    assert [(one.name, one.read()) for one in items[0].attachments if one.read] == [("l.pdf", b"%PDF")]


def test_a_line_in_a_body_that_begins_with_from_does_not_begin_a_mail(tmp_path: Path) -> None:
    begin = "From a@example.org Tue Mar  3 09:01:00 2026\n"
    body = (
        "First.\n\nFrom now on the lists go to post 4.\n\n>From the gate.\n\n"
        "From a@example.org Tue Mar  3 09:01:00 2026\nis how it began."
    )
    items, faults = _read(tmp_path, f"{begin}{mail(body=body)}\n{begin}{mail('Second', number=2)}")

    assert faults == []
    assert [(item.place, item.title) for item in items] == [("message 1", "Lists"), ("message 2", "Second")]
    assert items[0].text == body.replace(">From", "From")
    assert text_of_item(tmp_path / "chat", "message 2") == "The lists are ready.\n".strip()


IPHONE = (
    "\u200e[{a}, 10:11:12\u202fPM] \u202aZara\u202c: They came.\nAll of them.\n"
    "\u200e[{b}, 10:12:00 PM] Post 4: \u200e<attached: 00000012-PHOTO.jpg>\n"
)
ANDROID = (
    "{a}, 22:11 - Messages are end-to-end encrypted.\n{a}, 22:11 - Zara: They came.\nAll of them.\n"
    "{b}, 22:12 - Post 4: IMG-1.jpg (file attached)\n"
)


@pytest.mark.parametrize("form", [IPHONE, ANDROID])
@pytest.mark.parametrize(
    ("a", "b", "days"),
    [("04/03/2026", "25/03/2026", ["2026-03-04", "2026-03-25"]), ("3/4/26", "3/25/26", ["2026-03-04", "2026-03-25"]),
     ("04.03.26", "05.03.26", ["2026-03-04", "2026-03-05"]), ("2026-03-04", "2026-03-05", ["2026-03-04", "2026-03-05"]),
     ("٤/٣/٢٠٢٦", "٢٥/٣/٢٠٢٦", ["2026-03-04", "2026-03-25"])],
)  # fmt: skip
def test_a_chat_of_whatsapp_is_read_when_its_dates_settle_their_order(
    tmp_path: Path, form: str, a: str, b: str, days: list[str]
) -> None:
    items, faults = _read(tmp_path, form.format(a=a, b=b))

    assert faults == []
    whole, *messages = items
    assert whole.place == "conversation"
    assert [one.shown for one in whole.people] == ["Zara", "Post 4"]
    said = [one for one in messages if one.people]
    assert [one.place for one in said] == ["message 1", "message 2"]  # what the program says is a notice
    assert [one.published.day for one in said if one.published] == days
    assert said[0].published is not None
    assert said[0].published.shown.startswith(f"{days[0]} 22:11")
    assert said[0].published.shown.endswith(f"({NO_ZONE})")
    assert said[0].text == "They came.\nAll of them."
    assert len(said[1].attachments) == 1


def test_a_chat_whose_days_are_all_below_13_is_not_certain_until_somebody_says_the_order(tmp_path: Path) -> None:
    (tmp_path / "chat").write_text(ANDROID.format(a="04/03/2026", b="05/03/2026"), encoding="utf-8")

    unsaid, said = read(tmp_path / "chat"), read(tmp_path / "chat", order="month")

    assert [one.name for one in unsaid.faults] == ["date-order-uncertain"]
    first = unsaid.items[1].published
    assert first is not None
    assert (first.day, first.readings) == ("", ("2026-03-04", "2026-04-03"))
    assert first.shown == "04/03/2026, 22:11 (day and month not certain)"
    assert said.faults == ()
    assert said.items[1].published is not None
    assert said.items[1].published.day == "2026-04-03"


def test_an_order_that_somebody_says_does_not_beat_the_dates_themselves(tmp_path: Path) -> None:
    (tmp_path / "chat").write_text(ANDROID.format(a="04/03/2026", b="25/03/2026"), encoding="utf-8")

    found = read(tmp_path / "chat", order="month")

    assert [one.name for one in found.faults] == ["date-order-uncertain"]
    assert found.items[1].published is not None
    assert found.items[1].published.day == "2026-03-04"


def test_a_whatsapp_export_as_zip_gives_its_pictures_by_their_bare_names(tmp_path: Path) -> None:
    chat = IPHONE.format(a="04/03/2026", b="25/03/2026")
    zip_file(tmp_path / "WhatsApp Chat - Post 4.zip", {"_chat.txt": chat, "00000012-PHOTO.jpg": b"\xff\xd8"})

    found = read(tmp_path / "WhatsApp Chat - Post 4.zip")

    assert found.items[0].title == "WhatsApp Chat - Post 4"
    assert [(one.name, one.read()) for one in found.items[0].attachments if one.read] == [
        ("00000012-PHOTO.jpg", b"\xff\xd8")
    ]


def test_chats_of_signal_are_read_in_their_three_forms(tmp_path: Path) -> None:
    long = (
        "Conversation: Post 4 (+10000000)\n\nFrom: Zara (+10000001)\nType: incoming\n"
        "Sent: Wed, 4 Mar 2026 22:11:12 +0300\nReceived: Wed, 4 Mar 2026 22:11:13 +0300\n"
        "Attachment: list.pdf (application/pdf, 12 bytes)\n\nThey came.\n\nFrom: afar.\n\n"
        "From: You\nType: outgoing\nSent: Wed, 4 Mar 2026 22:12:00 +0300\n\nWho?\n\n"
    )
    items, faults = _read(tmp_path, long)
    short, _ = _read(tmp_path, "2026-03-04 22:11 Zara: They came.\n2026-03-04 22:12 You: Who?\n", "short")
    page, _ = _read(tmp_path, "[2026-03-04 22:11:12] Zara: They came. ![a](./media/a.jpg)\n", "page")

    assert faults == []
    assert items[0].title == "Post 4 (+10000000)"
    assert [item.people[0].name for item in items[1:]] == ["Zara (+10000001)", "You"]
    assert items[1].text == "They came.\n\nFrom: afar."
    assert items[1].published is not None
    assert items[1].published.shown == "2026-03-04 22:11:12 +03:00"
    assert [one.name for one in items[1].attachments] == ["list.pdf"]
    assert [item.text for item in short[1:]] == ["They came.", "Who?"]
    assert [one.name for one in page[1].attachments] == ["a.jpg"]


def test_chats_of_telegram_are_read_as_json_with_their_zone_and_as_copied_text(tmp_path: Path) -> None:
    export = {
        "name": "Post 4", "type": "private_group", "id": 1,
        "messages": [
            {"id": 1, "type": "service", "date": "2026-03-04T22:00:00", "actor": "Zara", "action": "create_group"},
            {"id": 2, "type": "message", "date": "2026-03-04T22:11:12", "date_unixtime": "1772651472", "from": "Zara",
             "text": ["They ", {"type": "bold", "text": "came"}, "."], "photo": "photos/p.jpg"},
        ],
    }  # fmt: skip
    items, faults = _read(tmp_path, json.dumps(export))
    copied, _ = _read(tmp_path, "Zara, [25.03.2026 22:11]\nThey came.\n\nPost 4, [25.03.2026 22:12]\nWho?\n", "copied")

    assert faults == []
    assert items[2].published is not None
    assert items[2].published.shown == "2026-03-04 22:11:12 +03:00"
    assert (items[2].text, items[2].people[0].name) == ("They came.", "Zara")
    assert items[1].people == ()
    assert [(item.people[0].name, item.text) for item in copied[1:]] == [("Zara", "They came."), ("Post 4", "Who?")]
