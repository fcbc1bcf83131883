"""Mail: one message (.eml), with people, time, text and attachments. Headers say what the sender's program wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, timedelta
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path
from typing import Final

from probata.diagnostics import Diagnostic
from probata.evidence.archives.archive import (
    Attachment,
    Item,
    Moment,
    Person,
    ReadArchive,
    Role,
    bare,
    bare_name,
    clean,
    moment_of,
    one_line,
)
from probata.evidence.archives.decoding import decoded, words_of_page
from probata.evidence.archives.limits import Limits, skipped

FORM: Final = "mail (.eml)"
_HOLDS: Final = re.compile(rb"^content-type:[ \t]*(?:\r?\n[ \t]+)?(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
"""A part that holds others. The parser goes down into each, however deep."""
_LONG_FIELD: Final = re.compile(
    rb"^content-(?:type|disposition):(?:[^\r\n]|\r?\n[ \t]){20000}", re.IGNORECASE | re.MULTILINE
)
_BOUNDARY: Final = re.compile(rb"boundary=[\"']?([^\"'\s;]{1,200})", re.IGNORECASE)
_PART: Final = re.compile(rb"^--([^\r\n]{1,210})", re.MULTILINE)
_MOST_WORK: Final = 50_000_000
"""Lines times parts that hold others: some ten seconds."""
_HEADER: Final = re.compile(rb"[\x21-\x39\x3b-\x7e]{1,80}[ \t]*:")
_MAIL: Final = frozenset({b"from", b"to", b"date", b"subject", b"received", b"message-id", b"return-path",
                          b"mime-version", b"delivered-to"})  # fmt: skip
_LONGEST_FIELD: Final = 100_000
"""Characters of one header that are looked at: some thousand addresses."""
_MOST_PEOPLE: Final = 1_000
_ROLES: Final[tuple[tuple[str, Role], ...]] = (("from", "sender"), ("to", "recipient"), ("cc", "recipient"),
                                               ("bcc", "recipient"))  # fmt: skip


def is_mail(head: bytes) -> bool:
    """Tell a mail by its first lines: at least two headers of mail, and nothing but headers before the empty line."""
    found = set()
    for line in re.split(rb"\r?\n", head[:20_000])[:200]:
        if not line:
            break
        if line[:1] in b" \t":
            continue
        if not _HEADER.match(line):
            return False
        found.add(line.partition(b":")[0].strip().lower())
    return len(found & _MAIL) >= 2


def read_mail(path: Path, shown: str, limits: Limits, place: str = "message") -> ReadArchive:
    """Read one mail from its file."""

    def load() -> bytes:
        with path.open("rb") as stream:
            return stream.read(limits.one + 1)

    found = item_of(load, place, shown, limits)
    return ReadArchive(FORM, (), (found,)) if isinstance(found, Diagnostic) else ReadArchive(FORM, (found,))


def parsed(data: bytes, shown: str, limits: Limits) -> Message | Diagnostic:
    """Return a mail in its parts, or why it is not read."""
    if len(data) > limits.one:
        return skipped("item-too-large", f"the mail is larger than {limits.one:,} bytes", shown)
    end = re.search(rb"\r?\n\r?\n", data)
    if (end.start() if end else len(data)) > limits.header:
        return skipped("header-too-large", f"the headers of the mail are larger than {limits.header:,} bytes", shown)
    if fault := _too_much(data, shown, limits):
        return fault
    try:
        # Headers stay as they are written: to read each by its grammar takes time that grows with the square.
        return BytesParser(policy=policy.compat32).parsebytes(data)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError) as error:
        return skipped("unread-item", f"the mail cannot be read ({one_line(error, 60)})", shown)


def _too_much(data: bytes, shown: str, limits: Limits) -> Diagnostic | None:
    """Return why a mail would keep the parser busy for minutes: it looks at each line once for each part it is in."""
    if _LONG_FIELD.search(data):
        return skipped("header-too-large", "a header on the form of one of its parts is too long", shown)
    holding, lines = len(_HOLDS.findall(data)), data.count(b"\n")
    if holding > limits.parts or (holding + 10) * lines > _MOST_WORK:
        return skipped("nested-too-deep", f"{holding:,} of its parts hold others, in {lines:,} lines: that is not "
                       "read", shown)  # fmt: skip
    names = {name for found in _BOUNDARY.finditer(data) for name in (found[1], found[1] + b"--")}
    parts = sum(1 for found in _PART.finditer(data) if found[1].rstrip() in names)
    if parts > 2 * limits.attachments:
        return skipped("too-many-entries", f"the mail has {parts:,} parts: that is not read", shown)
    return None


def item_of(load: Callable[[], bytes], place: str, shown: str, limits: Limits) -> Item | Diagnostic:
    """Return a mail as an item; its attachments are read from `load` again when they are wanted."""
    try:
        mail = parsed(load(), shown, limits)
    except OSError as error:
        return skipped("unread-item", f"the mail cannot be read ({error.strerror})", shown)
    if isinstance(mail, Diagnostic):
        return mail
    text, notes = _text(mail)
    if len(text) > limits.text:
        notes.append(f"only the first {limits.text:,} characters of its text are read")
    files = list(_files(mail))
    if len(files) > limits.attachments:
        notes.append(f"only the first {limits.attachments:,} of its {len(files):,} attachments are taken")
    attached = tuple(_attachment(part, number, load, shown, limits) for number, part in files[: limits.attachments])
    people = tuple(_people(mail))[:_MOST_PEOPLE]
    sent, remark = _sent(mail)
    return Item(
        kind="mail",
        place=place,
        address=one_line(field_of(mail, "message-id"), 300),
        title=bare(one_line(field_of(mail, "subject"), 300)),
        text=text[: limits.text],
        published=sent,
        people=people,
        attachments=attached,
        notes=tuple(filter(None, ("sender and time are as the headers say", remark, *dict.fromkeys(notes)))),
    )


def field_of(mail: Message, name: str) -> str:
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
    written = one_line(field_of(mail, "date"), 100)
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
        data, charset = _payload(part), _charset(part)
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


def _is_attached(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment" or bool(part.get_filename())
    except (ValueError, LookupError, TypeError, AttributeError):
        return False


def _attachment(part: Message, number: int, load: Callable[[], bytes], shown: str, limits: Limits) -> Attachment:
    try:
        written = _words(str(part.get_filename() or ""))
    except (ValueError, LookupError, TypeError, AttributeError):
        written = ""
    location = one_line(part.get("Content-Location"), 1_000)
    kind = part.get_content_type()
    name = written or location.partition("?")[0] or ("message.eml" if kind == "message/rfc822" else f"part-{number}")

    def read() -> bytes | Diagnostic:
        mail = parsed(load(), shown, limits)
        if isinstance(mail, Diagnostic):
            return mail
        found = next((one for at, one in enumerate(_own_parts(mail)) if at == number), None)
        return _payload(found) if found is not None else skipped("unread-item", "the part is gone", shown)

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


def _charset(part: Message) -> str:
    try:
        return str(part.get_content_charset() or "")
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""
