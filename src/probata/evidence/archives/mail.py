"""What has the form of mail: one message (.eml), a mailbox of them (mbox), a page saved by a browser (MHTML).

Headers say what the sender's program wrote. The standard library takes each line that begins with `From ` for the
beginning of a mail in a mailbox, and locks the file; here it begins one where an empty line is before it, it ends in a
date as mail programs write it, and a header is behind it (RFC 4155, appendix A; mboxrd for the quoted ones).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, timedelta
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from functools import partial
from itertools import islice, pairwise
from typing import IO, Final

from probata.evidence.archives.archive import (
    Attachment,
    Item,
    Moment,
    Person,
    Role,
    bare,
    bare_name,
    clean,
    moment_of,
    one_line,
)
from probata.evidence.archives.decoding import decoded, words_of_page
from probata.evidence.archives.limits import Limits, NotTakenError
from probata.evidence.archives.reading import Opens, Reader, Reading
from probata.evidence.media_type import HEADER, is_mail, is_saved_page

_HOLDS: Final = re.compile(rb"^content-type:[ \t]*(?:\r?\n[ \t]+)?(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
"""A part that holds others. The parser goes down into each, however deep."""
_LONG_FIELD: Final = re.compile(
    rb"^content-(?:type|disposition):(?:[^\r\n]|\r?\n[ \t]){20000}", re.IGNORECASE | re.MULTILINE
)
_BOUNDARY: Final = re.compile(rb"boundary=[\"']?([^\"'\s;]{1,200})", re.IGNORECASE)
_PART: Final = re.compile(rb"^--([^\r\n]{1,210})", re.MULTILINE)
_MOST_WORK: Final = 50_000_000
"""Lines times parts that hold others: some ten seconds."""
_BEGIN: Final = re.compile(
    rb"From (?:(?<=\n\nFrom )|(?<=\n\r\nFrom ))\S{1,300} +(?:\w{3},? )?\w{3} +\d{1,2} \d{1,2}:\d{2}(?::\d{2})?"
    rb".{0,40}?\d{4}.{0,200}\n(?=" + HEADER.pattern + rb")"
)
"""How a mail begins in a mailbox."""
_QUOTED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
_PIECE: Final = 1_000_000
_LONGEST_BEGIN: Final = 1_000
_LONGEST_FIELD: Final = 100_000
"""Characters of one header that are looked at: some thousand addresses."""
_MOST_PEOPLE: Final = 1_000
_ROLES: Final[tuple[tuple[str, Role], ...]] = (("from", "sender"), ("to", "recipient"), ("cc", "recipient"),
                                               ("bcc", "recipient"))  # fmt: skip


def _mail(reading: Reading) -> Iterator[Item]:
    yield _item_of(reading.read, "message", reading.shown, reading.limits)


# A mailbox is never held whole.


def _is_mbox(reading: Reading) -> bool:
    return _BEGIN.match(b"\n\n" + reading.head, 2) is not None


def _mails(reading: Reading) -> Iterator[Item]:
    yield from reading.first(_mails_in_file(reading), lambda item: len(item.text), "mails")


def _mails_in_file(reading: Reading) -> Iterator[Item]:
    with reading.opens() as stream:
        begins = list(islice(_begins(stream), reading.limits.items + 2))
        begins.append((stream.seek(0, 2), 0))
    for number, ((_, start), (end, _)) in enumerate(pairwise(begins), 1):
        load = partial(_mail_at, reading.opens, start, min(end - start, reading.limits.one + 1))
        try:
            yield _item_of(load, f"message {number}", f"{reading.shown}#message {number}", reading.limits)
        except NotTakenError as error:
            reading.faults.append(error.finding)


def _begins(stream: IO[bytes]) -> Iterator[tuple[int, int]]:
    """Give where each mail begins, before and behind its first line."""
    held, offset, last = b"\n\n", -2, -1
    while piece := stream.read(_PIECE):
        held += piece
        for found in _BEGIN.finditer(held):
            if offset + found.start() > last:
                last = offset + found.start()
                yield last, offset + found.end()
        offset += max(0, len(held) - _LONGEST_BEGIN)
        held = held[-_LONGEST_BEGIN:]


def _mail_at(opens: Opens, start: int, size: int) -> bytes:
    with opens() as stream:
        stream.seek(start)
        return _QUOTED.sub(rb"\1", stream.read(size))


# A page that Hunchly or a browser saved, with its pictures, in the form of a mail.


def _saved_page(reading: Reading) -> Iterator[Item]:
    """Give the page. Its time is that of the browser; Hunchly keeps its own beside it, which may differ."""
    found = _item_of(reading.read, "page", reading.shown, reading.limits)
    mail = _parsed(reading.read(), reading.shown, reading.limits)
    first = next((one for one in found.attachments if one.media_type == "text/html"), None)
    address = one_line(_field_of(mail, "snapshot-content-location"), 2_000)
    note = "its time is that of the browser; Hunchly's own time of capture stands in Hunchly, and may differ"
    yield replace(
        found,
        kind="page",
        address=address or (first.address if first else ""),
        published=None,
        captured=found.published,
        people=(),
        notes=(*found.notes[1:], note),
    )


READERS: Final = (
    Reader("mailbox (mbox)", _is_mbox, _mails),
    Reader("page as MHTML (Hunchly, browser)", lambda reading: is_saved_page(reading.head), _saved_page),
    MAIL := Reader("mail (.eml)", lambda reading: is_mail(reading.head), _mail),
)


# One mail.


def _parsed(data: bytes, shown: str, limits: Limits) -> Message:
    """Return a mail in its parts; raises `NotTakenError`."""
    end = re.search(rb"\r?\n\r?\n", data)
    if len(data) > limits.one:
        raise NotTakenError("item-too-large", f"the mail is larger than {limits.one:,} bytes", shown)
    if (end.start() if end else len(data)) > limits.header:
        what = f"the headers of the mail are larger than {limits.header:,} bytes"
        raise NotTakenError("header-too-large", what, shown)
    _refuse_work(data, shown, limits)
    try:
        # Headers stay as they are written: to read each by its grammar takes time that grows with the square.
        return BytesParser(policy=policy.compat32).parsebytes(data)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError) as error:
        what = f"the mail cannot be read ({one_line(error, 60)})"
        raise NotTakenError("unread-item", what, shown) from None


def _refuse_work(data: bytes, shown: str, limits: Limits) -> None:
    """Raise for what would keep the parser busy for minutes: it looks at each line once for each part it is in."""
    holding, lines = len(_HOLDS.findall(data)), data.count(b"\n")
    names = {name for found in _BOUNDARY.finditer(data) for name in (found[1], found[1] + b"--")}
    parts = sum(1 for found in _PART.finditer(data) if found[1].rstrip() in names)
    if _LONG_FIELD.search(data):
        name, what = "header-too-large", "a header on the form of one of its parts is too long"
    elif holding > limits.parts or (holding + 10) * lines > _MOST_WORK:
        name, what = "nested-too-deep", f"{holding:,} of its parts hold others, in {lines:,} lines: that is not read"
    elif parts > 2 * limits.attachments:
        name, what = "too-many-entries", f"the mail has {parts:,} parts: that is not read"
    else:
        return
    raise NotTakenError(name, what, shown)


def _item_of(load: Callable[[], bytes], place: str, shown: str, limits: Limits) -> Item:
    """Return a mail as an item; its attachments are read from `load` again when they are wanted."""
    mail = _parsed(load(), shown, limits)
    text, notes = _text(mail)
    if len(text) > limits.text:
        notes.append(f"only the first {limits.text:,} characters of its text are read")
    files = _files(mail)
    if len(files) > limits.attachments:
        notes.append(f"only the first {limits.attachments:,} of its {len(files):,} attachments are taken")
    attached = (_attachment(part, number, load, shown, limits) for number, part in files[: limits.attachments])
    sent, remark = _sent(mail)
    return Item(
        kind="mail",
        place=place,
        address=one_line(_field_of(mail, "message-id"), 300),
        title=bare(one_line(_field_of(mail, "subject"), 300)),
        text=text[: limits.text],
        published=sent,
        people=tuple(islice(_people(mail), _MOST_PEOPLE)),
        attachments=tuple(attached),
        notes=tuple(filter(None, ("sender and time are as the headers say", remark, *dict.fromkeys(notes)))),
    )


def _field_of(mail: Message, name: str) -> str:
    """Return a header as text; empty where there is none."""
    value = mail.get(name)
    return _words(str(value)[:_LONGEST_FIELD]) if value is not None else ""


def _words(value: str) -> str:
    """Return what a header says, its encoded words decoded; what is no ASCII is read as UTF-8."""
    raw = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if "=?" not in raw:
        return clean(raw)
    try:
        parts = decode_header(raw)
    except (HeaderParseError, ValueError):
        return clean(raw)
    return "".join(part if isinstance(part, str) else decoded(part, charset)[0] for part, charset in parts)


def _people(mail: Message) -> Iterator[Person]:
    seen: set[tuple[str, str]] = set()
    for header, role in _ROLES:
        values = [str(value)[:_LONGEST_FIELD] for value in mail.get_all(header, [])[:20]]
        for name, address in _addresses(values):
            person = Person(role, bare(one_line(_words(name), 200)), one_line(_words(address), 300))
            if person.shown and (role, person.shown) not in seen:
                seen.add((role, person.shown))
                yield person


def _addresses(values: list[str]) -> list[tuple[str, str]]:
    try:
        return getaddresses(values)
    except RecursionError:  # remarks in brackets in brackets
        return [(value[:300], "") for value in values]


def _sent(mail: Message) -> tuple[Moment | None, str]:
    written = one_line(_field_of(mail, "date"), 100)
    if not written:
        return None, "it has no date"
    try:
        found = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return Moment(written), "its date is not understood"
    if found.utcoffset() is not None and abs(found.utcoffset() or timedelta()) > timedelta(hours=14):
        return Moment(written), "the zone of its date is none that there is"
    if found.tzinfo is None and "-0000" in written:  # UTC, of a writer who does not tell the local zone: RFC 5322, 3.3
        found = found.replace(tzinfo=UTC)
    return moment_of(found, written), ""


def _text(mail: Message) -> tuple[str, list[str]]:
    """Return the words of the mail itself: plain text where it has some, else those of its page."""
    plain: list[str] = []
    pages: list[str] = []
    notes: list[str] = []
    for part in _own_parts(mail):
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html") or _is_attached(part):
            continue
        data, charset = _payload(part), _asked(part.get_content_charset)
        text, remark = decoded(data, charset) if kind == "text/plain" else words_of_page(data, charset)[::2]
        (plain if kind == "text/plain" else pages).append(text.strip("\n"))
        notes += [remark] if remark else []
    return "\n\n".join(filter(None, plain)) or "\n\n".join(filter(None, pages)), notes


def _own_parts(mail: Message) -> Iterator[Message]:
    """Give the parts of a mail without those of a mail that is attached to it."""
    waiting = [mail]
    while waiting:
        part = waiting.pop(0)
        yield part
        if part.is_multipart() and (part is mail or part.get_content_maintype() != "message"):
            payload = part.get_payload()
            waiting[:0] = [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _files(mail: Message) -> list[tuple[int, Message]]:
    """Return what is attached, each with its number among the parts."""
    return [(number, part) for number, part in enumerate(_own_parts(mail))
            if part is not mail and part.get_content_maintype() != "multipart"
            and (_is_attached(part) or part.get_content_type() not in ("text/plain", "text/html"))]  # fmt: skip


def _asked(of_part: Callable[[], str | None]) -> str:
    """Return what a part says of itself; nothing where it says it so that the library breaks."""
    try:
        return str(of_part() or "")
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def _is_attached(part: Message) -> bool:
    return _asked(part.get_content_disposition) == "attachment" or bool(_asked(part.get_filename))


def _attachment(part: Message, number: int, load: Callable[[], bytes], shown: str, limits: Limits) -> Attachment:
    written = _words(_asked(part.get_filename))
    location = one_line(part.get("Content-Location"), 1_000)
    kind = part.get_content_type()
    name = written or location.partition("?")[0] or ("message.eml" if kind == "message/rfc822" else f"part-{number}")

    def read() -> bytes:
        return _payload(next(islice(_own_parts(_parsed(load(), shown, limits)), number, None)))

    return Attachment(bare_name(name), one_line(kind, 100), None, read, address=location)


def _payload(part: Message) -> bytes:
    """Return the bytes of a part; of an attached mail, the mail."""
    if part.get_content_maintype() == "message" and isinstance(payload := part.get_payload(), list):
        try:
            return payload[0].as_bytes(policy=policy.compat32) if isinstance(payload[0], Message) else b""
        except (IndexError, ValueError, RecursionError, LookupError, AttributeError, TypeError):
            return b""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, AttributeError):
        data = None
    return data if isinstance(data, bytes) else b""
