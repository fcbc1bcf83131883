"""Telegram's own export as JSON (`result.json`): one chat, or all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

from probata.evidence.archives.archive import Item, Moment, bare, clean, moment_of, moment_written, one_line
from probata.evidence.archives.chat import Said, Stamp, conversation
from probata.evidence.archives.reading import Reader, Reading

_FILES: Final = ("photo", "file")


def _chats_in(found: Any) -> list[Mapping[str, Any]]:
    """Return the chats of an export; none where it is no export of Telegram."""
    if not isinstance(found, dict):
        return []
    if isinstance(found.get("messages"), list) and "type" in found and "id" in found:
        return [found]
    chats = found.get("chats")
    listed = chats.get("list") if isinstance(chats, dict) else None
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _items(reading: Reading) -> Iterator[Item]:
    """Give the chats of an export, each as a conversation with its messages."""
    chats = _chats_in(reading.json)
    given = 0
    for number, chat in enumerate(chats, 1):
        if given >= reading.limits.items:
            reading.skip("too-many-entries", f"only the first {number - 1:,} chats are taken")
            break
        listed = chat.get("messages")
        place = "" if len(chats) == 1 else f"chat {number}, "
        title = bare(one_line(chat.get("name"), 200))
        for item in conversation(_messages(listed if isinstance(listed, list) else []), title, reading, place):
            yield item
            given += 1


def _messages(listed: list[Any]) -> Iterator[Said]:
    for one in listed:
        if not isinstance(one, Mapping):
            continue
        sender = one_line(one.get("from") or one.get("actor") or one.get("from_id"), 100)
        text = _text(one.get("text"))
        if one.get("type") == "service":
            text, sender = f"{sender}: {one_line(one.get('action'), 100)}".strip(": "), ""
        if origin := one_line(one.get("forwarded_from"), 100):
            text = f"[forwarded from {origin}] {text}"
        moment = _moment(one)
        # What is not included is written in brackets: `(File not included. …)`.
        files = tuple(str(one[key]) for key in _FILES if isinstance(one.get(key), str) and one[key][:1] != "(")
        written = f"{moment.shown} {sender}: {text}".strip()
        yield Said(Stamp(moment.written, moment=moment), sender, text, written, files)


def _text(value: Any) -> str:
    """Return the words of a message: a text, or a list of texts and of parts with a look."""
    parts = value if isinstance(value, list) else [value]
    words = (part.get("text") if isinstance(part, Mapping) else part for part in parts)
    return clean("".join(one for one in words if isinstance(one, str)))


def _moment(one: Mapping[str, Any]) -> Moment:
    """Return the time of a message: the local one that is written, with the zone that its time in UTC gives it."""
    written, unix = one_line(one.get("date"), 60), str(one.get("date_unixtime") or "")
    found = moment_written(written) or Moment("")
    if not found.day or found.zone or not re.fullmatch(r"\d{1,12}", unix, re.ASCII):
        return found
    try:
        local, exact = datetime.fromisoformat(written), datetime.fromtimestamp(int(unix), UTC)
        ahead = local - exact.replace(tzinfo=None)
        if abs(ahead) > timedelta(hours=14) or ahead.seconds % 900:
            return found
        return moment_of(local.replace(tzinfo=timezone(ahead)), written)
    except (ValueError, OverflowError, OSError):
        return found


READERS: Final = (Reader("chat of Telegram (JSON)", lambda reading: bool(_chats_in(reading.json)), _items),)
