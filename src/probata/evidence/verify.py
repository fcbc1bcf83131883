"""Whether the store still holds what the records say: each copy, each other file, and the log."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Any

from probata.diagnostics import Diagnostic, Severity
from probata.diagnostics.say import counted
from probata.evidence.custody import gaps_in
from probata.evidence.log import Log, LogLine
from probata.evidence.preserving import KIND
from probata.evidence.store import FOLDER, NotPreservedError, Seen, Store, look_at
from probata.evidence.timestamps import Token, hashes_listed, is_covered, is_signed_by, read_token
from probata.graph.case_graph import CaseGraph
from probata.model.held_copy import HeldCopy, Timestamp
from probata.model.moment import Moment, parse_moment
from probata.source.file_names import is_hash

_BACKUP = "take the file from a backup, or give the original to `probata preserve`, which puts it back"
_OLD_RECORD = "compare the record with a backup of the case and with the log"
_ASIDE = "other bytes, set aside when the right ones were put back"
_OLD_LOG = "take the log from a backup, and ask who has had the folder"


class Answer(StrEnum):
    """What a check of one thing says."""

    PASS = "pass"  # noqa: S105  # an answer
    FAIL = "fail"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was found, or that could not be told; a remark where its answer is a pass."""

    answer: Answer
    what: str
    step: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A copy, a file of the store or the log, with what was found of it."""

    kind: str
    """`copy`, `sent file`, `file` or `log`; of the files for others `certificate`."""
    name: str
    """Id of the record, or path in the case."""
    said: tuple[Said, ...] = ()

    @property
    def answer(self) -> Answer:
        """The worst of what was found."""
        answers = {one.answer for one in self.said}
        return next((one for one in (Answer.FAIL, Answer.CANNOT_TELL) if one in answers), Answer.PASS)


def fail(what: str, step: str) -> Said:
    """Say that something is not as it must be."""
    return Said(Answer.FAIL, what, step)


def unsure(what: str, step: str) -> Said:
    """Say that something cannot be told."""
    return Said(Answer.CANNOT_TELL, what, step)


@dataclass(slots=True)
class Verification:
    """One run over a store. Each file is read once, as a stream."""

    store: Store
    copies: Sequence[HeldCopy]
    now: Moment
    certificates: Sequence[Any] = ()
    """Those of authorities that the user trusts."""
    noted: str = ""
    """Hash of a line of the log that the user noted elsewhere."""
    sent: Sequence[tuple[str, str]] = ()
    """Files that went out and are kept, each by its name and SHA-256."""
    unread: Sequence[str] = ()
    """Ids of records of copies that cannot be read."""
    _seen: dict[str, Seen | Said] = field(default_factory=dict)
    _log: Log = field(default_factory=Log)
    _lines: dict[str, LogLine] = field(default_factory=dict)

    @classmethod
    def of_case(
        cls,
        graph: CaseGraph,
        reading: Iterable[Diagnostic],
        now: str,
        certificates: Sequence[Any] = (),
        noted: str = "",
    ) -> Verification:
        """Return the run over the store of a case that was read; `reading` is what was found while it was."""
        faults = filter(_is_of_copies, reading)
        return cls(
            Store.of(graph.root), graph.copies, parse_moment(now), certificates, noted,
            sent=[(f"sent/{one.id}: {file.name}", file.sha256) for one in graph.sent for file in one.files],
            unread=sorted({one.record.partition("/")[2] or str(one.span) for one in faults}),
        )  # fmt: skip

    def items(self) -> Iterator[Item]:
        """Give the log, on which the rest depends, every copy in the order of its file, and what no record names."""
        self._log = self.store.log
        self._lines = {line.hash: line for line in self._log.lines}
        yield Item("log", f"{FOLDER}/log.jsonl", tuple(self._of_log()))
        for name in self.unread:
            said = fail("its record cannot be read", "`probata check` says what is wrong in it")
            yield Item("copy", name, (said,))
        for copy in self.copies:
            yield Item("copy", copy.id, tuple(self._of_copy(copy)))
        for name, sha256 in self.sent:
            seen = self._read(sha256)
            yield Item("sent file", name, (seen,) if isinstance(seen, Said) else ())
        yield from self._others()

    def _read(self, sha256: str) -> Seen | Said:
        """Return what lies under a hash, or what is wrong with it."""
        if sha256 not in self._seen:
            self._seen[sha256] = self._look(sha256)
        return self._seen[sha256]

    def _look(self, sha256: str) -> Seen | Said:
        path = self.store.path_of(sha256)
        if path is None:
            return fail(f"its bytes are not in the store ({sha256})", _BACKUP)
        try:
            seen = look_at(path)
        except NotPreservedError as error:
            return unsure(error.message, error.help)
        if seen.sha256 != sha256:
            return fail(f"its bytes were changed: their SHA-256 is {seen.sha256}", _BACKUP)
        return seen

    def _of_copy(self, copy: HeldCopy) -> Iterator[Said]:
        seen = self._read(copy.sha256)
        destroyed = bool(copy.custody) and copy.custody[-1].action == "destroyed"
        if isinstance(seen, Said) and destroyed and self.store.path_of(copy.sha256) is None:
            yield unsure("the record says that it was destroyed, and its bytes are gone", "keep the record")
        elif isinstance(seen, Said):
            yield seen
        elif seen.size != copy.size:
            yield fail(f"it has {counted(seen.size, 'byte')}, and the record says {copy.size}", _OLD_RECORD)
        yield from self._of_line(copy)
        yield from (fail(what, step) for what, step in gaps_in(copy, self.now))
        for stamp in copy.timestamps:
            yield from self._of_stamp(copy, stamp)

    def _of_line(self, copy: HeldCopy) -> Iterator[Said]:
        if copy.logged is None:
            yield unsure("the record names no line of the log", "`probata preserve` writes it; look where it came from")
            return
        line = self._lines.get(copy.logged)
        if line is None and self._log.broken_at:
            yield unsure("its line of the log cannot be read, since the log is broken before it", _OLD_LOG)
        elif line is None:
            yield fail("the log does not have the line that the record names: it was cut or replaced", _OLD_LOG)
        elif (line.sha256, line.size) != (copy.sha256, copy.size):
            yield fail("the log says other bytes than the record", _OLD_RECORD)
        else:
            moments = [event.at.text for event in copy.custody if event.action == "preserved" and event.at]
            if moments and line.at not in moments:
                yield fail(f"the log says {line.at} for its being preserved, the record {moments[0]}", _OLD_RECORD)

    def _of_stamp(self, copy: HeldCopy, stamp: Timestamp) -> Iterator[Said]:
        seen, listed = self._read(stamp.token), self._read(stamp.listed_in) if stamp.listed_in else None
        if isinstance(wrong := seen if isinstance(seen, Said) else listed, Said):
            yield Said(wrong.answer, f"timestamp: {wrong.what}", wrong.step)
            return
        own = self._read(copy.sha256)
        covered = listed if isinstance(listed, Seen) else own
        token = read_token(seen.path.read_bytes()) if isinstance(seen, Seen) else None
        if token is None or not isinstance(covered, Seen):
            yield unsure("its timestamp cannot be read, or what it covers", "ask whoever made it for the token")
        elif not token.algorithm:
            yield unsure("its timestamp rests on a hash that proves nothing today", "ask for a new one: `--timestamp`")
        elif not is_covered(token, covered.path, covered.sha256):
            yield fail("its timestamp is of something else", "correct `timestamps` in the record")
        elif listed and copy.sha256 not in hashes_listed(covered.path.read_bytes()):
            yield fail("the list that its timestamp covers does not name it", "correct `timestamps` in the record")
        else:
            yield from self._of_token(copy, stamp, token)

    def _of_token(self, copy: HeldCopy, stamp: Timestamp, token: Token) -> Iterator[Said]:
        if stamp.at and (stamp.at.is_surely_before(token.at) or token.at.is_surely_before(stamp.at)):
            yield fail(f"its timestamp is of {token.at.text}, and the record says {stamp.at.text}", _OLD_RECORD)
        if copy.captured_at and token.at.is_surely_before(copy.captured_at):
            step = "one of the two clocks was wrong: note which"
            yield fail(f"its timestamp of {token.at.text} is before its capture, {copy.captured_at.text}", step)
        told = f"timestamp of {token.at.text} by {token.authority or 'an authority without a name'}"
        if not self.certificates:
            yield Said(Answer.PASS, f"{told}: read, its signature not verified", "`--certificates FILE` verifies it")
        elif is_signed_by(token, self.certificates):
            yield Said(Answer.PASS, f"{told}: its signature holds by the certificates given")
        else:
            step = "give the root certificate of that authority, as it publishes it"
            yield unsure(f"{told}: its signature does not lead to the certificates given", step)

    def _others(self) -> Iterator[Item]:
        """Give the files that no record names; and what the log has, and the store has not."""
        stamps = [stamp for copy in self.copies for stamp in copy.timestamps]
        named = {copy.sha256 for copy in self.copies} | {one.token for one in stamps}
        named |= {one.listed_in for one in stamps if one.listed_in} | {sha256 for _, sha256 in self.sent}
        logged = {line.sha256: line for line in self._log.lines}
        there = set[str]()
        for path in self.store.files():
            name, right = path.name, path == self.store.place_of(path.name)
            there.add(name if right else "")
            if name in named and right:
                continue
            is_aside = self.store.is_aside(path)
            said = (
                Said(Answer.PASS, _ASIDE, "ask who has had the folder")
                if is_aside
                else self._unnamed(name, right, logged)
            )
            yield Item("file", path.relative_to(self.store.folder.parent).as_posix(), (said,))
        for sha256, line in logged.items():
            if sha256 not in there | named:
                what = f"the bytes that the log says were preserved on {line.at} are gone, and so is their record"
                yield Item("file", f"{FOLDER}/{sha256[:2]}/{sha256}", (fail(what, _BACKUP),))
        for path in self.store.unfinished():
            what = "left by a command that was stopped"
            said = Said(Answer.PASS, what, "the next `probata preserve` removes it")
            yield Item("file", path.relative_to(self.store.folder.parent).as_posix(), (said,))

    def _unnamed(self, name: str, right: bool, logged: dict[str, LogLine]) -> Said:
        if not right or not is_hash(name):
            return unsure("it is no file of the store", "move it out of `held/`")
        if isinstance(seen := self._read(name), Said):
            return seen
        if line := logged.get(name):
            what = f"preserved on {line.at}, and no record names it: the command was stopped, or the record deleted"
            return unsure(what, "look for its record in a backup of the case, or preserve the file again")
        what = "no record names it, and the log does not: a command was stopped before it wrote them"
        return Said(Answer.PASS, what, "preserve the file again, or delete it")

    def _of_log(self) -> Iterator[Said]:
        log = self._log
        if log.broken_at:
            yield fail(f"line {log.broken_at} is not as it was written, or does not follow the one before", _OLD_LOG)
        elif log.unfinished:
            what = f"{counted(log.unfinished, 'byte')} at its end, of a line that was not finished"
            yield unsure(what, "the next `probata preserve` removes them, if no record misses a line")
        if self.noted and self.noted not in self._lines:
            yield fail(f"it does not have the line {self.noted}, which you noted", _OLD_LOG)
        times = [_moment(line.at) for line in log.lines]
        for number, (one, other) in enumerate(pairwise(times), 2):
            if one and other and other.is_surely_before(one):
                what = f"line {number} is of {other.text}, before the line before it, {one.text}: a clock ran backwards"
                yield unsure(what, "note which machine it was, and which of its times are wrong")
        if times and times[-1] and self.now.is_surely_before(times[-1]):
            yield unsure(f"its last line is of {times[-1].text}, which is yet to come", "set the clock of this machine")


def alike(items: Iterable[Item]) -> list[list[Item]]:
    """Return items in their order, those of one kind of which the same is said together: one cause is told once."""
    found: dict[tuple[str, tuple[Said, ...] | str], list[Item]] = {}
    for item in items:
        found.setdefault((item.kind, item.said or item.name), []).append(item)
    return list(found.values())


def _is_of_copies(found: Diagnostic) -> bool:
    """Tell whether a record of a held copy cannot be read, or some of it, or the file that holds them."""
    path = found.span.path if found.span else ""
    return found.severity is Severity.ERROR and (
        found.record.partition("/")[0] == KIND or re.search(rf"(?:^|/){KIND}[./]", path) is not None
    )


def _moment(text: str) -> Moment | None:
    try:
        return parse_moment(text)
    except ValueError:  # of a line that somebody else wrote
        return None
