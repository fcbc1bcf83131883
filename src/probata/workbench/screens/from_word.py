"""Back from Word: what a colleague changed in a made file, decided change by change, and written at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from probata.diagnostics.cannot_continue import CannotContinueError
from probata.edits.change_case import edits_between
from probata.graph import CaseGraph
from probata.pipeline import Session, Workspace
from probata.pull.find_changes import next_to_words
from probata.pull.offers import Offer
from probata.pull.stream import key_of
from probata.returned.choices import Choice, by_all, possible, refuse_both
from probata.returned.decided import Decided, KeptAndPoints, Left, Taken, keep, left, settle, take
from probata.returned.differences import (
    PlacesOfComments,
    difference,
    has_same_words,
    is_of_another,
    next_to_the_words,
    where_of,
    words_in,
)
from probata.returned.edited_file import Pulled, filing_of, is_of_unknown, pulled, read_edited, with_copy
from probata.returned.redlined import Version, author_of, redlined
from probata.source.text_edits import CannotChangeError
from probata.word.pieces import Reading
from probata.workbench.bench import bench_of, called, desk_of, page
from probata.workbench.desk import Desk
from probata.workbench.uploads import CannotUploadError, Upload, uploaded_file

_NOBODY = "Write who keeps changes in this document only."
_UNSURE = "Say that the file is of this case, or drop what you would take or keep."
_OTHERWISE = "The records were changed meanwhile, and with them what can be done. Nothing was written: look again."
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

Side = tuple[tuple[str, bool], ...]
"""Words in their order, each stretch with whether it differs."""


@dataclass(frozen=True, slots=True)
class _Open:
    """The case as the desk has it."""

    session: Session
    workspace: Workspace


@dataclass(frozen=True, slots=True)
class Shown:
    """One change as the screen shows it."""

    number: int
    where: str
    before: Side
    after: Side
    notes: tuple[str, ...]
    can: tuple[Choice, ...]
    chosen: str
    record: str
    """Kind and id of the record from which it is printed; empty where it is of none."""

    field: str
    title: str


@dataclass(frozen=True, slots=True)
class Done:
    """What was written of a file."""

    taken: Taken
    kept: KeptAndPoints
    left: Left
    is_settled: bool


def ask(request: Request, refused: str = "", status: int = 200) -> Response:
    """Ask for the file; say why another one was refused."""
    desk_of(request)
    return page(request, "from_word.html", status, refused=refused)


async def receive(request: Request) -> Response:
    """Read the file and go on to what was changed in it."""
    bench, desk = bench_of(request), desk_of(request)
    try:
        upload = await uploaded_file(request)
        key = bench.uploads.put(upload)
        await run_in_threadpool(_found, request, desk, key, upload)
    except CannotUploadError as error:
        return ask(request, str(error), 422)
    except CannotContinueError as error:
        return ask(request, in_words(error), 422)
    return RedirectResponse(f"/from-word/{key}", 303)


def in_words(error: CannotContinueError) -> str:
    """Return what cannot be done, with the next step where that is one for this page."""
    step = f" {error.help[:1].upper()}{error.help[1:]}." if error.help and "--" not in error.help else ""
    return f"{error.message[:1].upper()}{error.message[1:]}.{step}"


def _found(request: Request, desk: Desk, key: str, upload: Upload) -> Pulled:
    """Return the changes of a file; raises `CannotContinueError` where it is not read."""
    internal = _internal(request, desk)

    def work_out() -> Pulled:
        name, data = upload.files["file"]
        reading: Reading = "rejected" if upload.said.get("tracked") == "rejected" else "accepted"
        edited = with_copy(read_edited(_path(internal, name, data), data, reading), internal)
        case = _Open(desk.session(), desk.workspace)
        return pulled(case, edited, *filing_of(case, edited, upload.said.get("filing", "")), internal)

    return desk.known(("from-word", key), work_out)


def _path(internal: Path, name: str, data: bytes) -> Path:
    """Return where the file lies, if it is one of the output folder as it stands there; else its name alone."""
    for path in internal.parent.glob("outgoing/*.docx"):
        if path.name == name and path.read_bytes() == data:
            return path
    return Path(name)


def _internal(request: Request, desk: Desk) -> Path:
    return bench_of(request).office.output(desk.path) / "internal"


def changes(request: Request) -> Response:
    """Show each change with what can be done."""
    return _changes(request, {}, "")


def _changes(request: Request, choices: Mapping[int, str], refused: str, by: str = "") -> Response:
    desk, key = desk_of(request), request.path_params["key"]
    upload = bench_of(request).uploads.get(key)
    if upload is None:
        return ask(request, "This file is no longer here. Drop it again.", 404)
    try:
        found = _found(request, desk, key, upload)
    except CannotContinueError as error:
        return ask(request, in_words(error), 422)
    places = PlacesOfComments(found.edited.text)
    said = [(one, ", ".join(places.said(one))) for one in found.edited.comments if one.text]
    return page(
        request, "from_word_changes.html", 422 if refused else 200, key=key, name=upload.files["file"][0],
        filing=found.filing.id, offers=[_shown(one, found, choices, desk.graph) for one in found.offers], comments=said,
        seen=_seen(found.offers), refused=refused, by=by, may_keep=any(one.kept for one in found.offers),
        is_unsure=is_of_unknown(found.edited),
        is_compared=found.edited.copy is not None, is_another=is_of_another(found),
        tracked_by=found.edited.text.tracked_by, reading=found.edited.reading, is_struck=found.edited.text.is_struck,
    )  # fmt: skip


def _shown(one: Offer, found: Pulled, choices: Mapping[int, str], graph: CaseGraph | None) -> Shown:
    told, text, origin = difference(one.change), one.taken.text if one.taken else None, one.change.origin
    record = f"{text.kind}/{text.record}" if text else origin.record if origin else ""
    usual = "take" if "take" in by_all(one) else ""
    before, after = sides(told.before, told.after)
    where = where_of(told)
    return Shown(
        one.number, where[:1].upper() + where[1:], before, after, tuple(_notes(one, found.notes)),
        tuple(possible(one)), choices.get(one.number, usual) if choices else usual,
        record, ".".join(map(str, text.loc)) if text else "", called(graph, record),
    )  # fmt: skip


def sides(before: str, after: str) -> tuple[Side, Side]:
    """Return two texts side by side, with the words that differ."""
    old: list[tuple[str, bool]] = []
    new: list[tuple[str, bool]] = []
    end = 0
    for edit in edits_between(before, after) if before and after else ():
        same = before[end : edit.start]
        old += [(same, False), (before[edit.start : edit.end], True)]
        new += [(same, False), (edit.words, True)]
        end = edit.end
    old.append((before[end:], not after))
    new.append((before[end:] if before and after else after, not before))
    return tuple(one for one in old if one[0]), tuple(one for one in new if one[0])


def _notes(one: Offer, notes: Mapping[str, str]) -> Iterator[str]:
    """Say what the two sides do not show."""
    for piece in (piece for edit in one.change.edits for piece in edit.new.marks):
        if words := notes.get(key_of(piece)):
            yield f"with a new note: “{words}”"
    yield from next_to_words(one.change.base, one.change.edits)
    yield from one.change.layout
    if has_same_words(one.change):
        yield f"the words are the same: {next_to_the_words(one.change)}"
    if one.change.current is not None:
        yield f"the records say now: “{words_in(one.change.current.text)}”"
    if one.taken and one.change.kind == "section":
        yield "taken, it is left out of this filing and stays in the others"
    if not one.taken:
        yield one.why
    if one.also:
        yield f"it is printed elsewhere too, and changes there with it: under {', '.join(f'“{u}”' for u in one.also)}"
    if one.contradicts:
        yield f"the same text was changed otherwise in change {', '.join(map(str, one.contradicts))}: take one of them"
    if one.breaks:
        yield f"other places refer to it, and would refer to nothing: under {'; '.join(one.breaks)}"
    if one.taken and one.taken.without:
        yield f"what is new stands in the record without this: {', '.join(one.taken.without)}"


def _seen(offers: Sequence[Offer]) -> str:
    """Return what changes when the changes do, or what can be done with them."""
    said = [(one.number, one.change.base.text, one.change.after.text, possible(one)) for one in offers]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:20]


async def decide(request: Request) -> Response:
    """Write what was decided, all of it as one edit."""
    desk, key, form = desk_of(request), request.path_params["key"], await request.form()
    upload = bench_of(request).uploads.get(key)
    if upload is None:
        return _changes(request, {}, "")
    said = {name: str(value).strip() for name, value in form.items()}
    refused, choices = await run_in_threadpool(_decide, request, desk, key, upload, said)
    if refused:
        return await run_in_threadpool(_changes, request, choices, refused, said.get("by", ""))
    return RedirectResponse(f"/from-word/{key}/done", 303)


def _decide(
    request: Request, desk: Desk, key: str, upload: Upload, said: Mapping[str, str]
) -> tuple[str, dict[int, str]]:
    """Write what the form says; return why it was not written, and what the form says of each change."""
    shown: dict[int, str] = {}
    with desk.lock:
        try:
            found = _found(request, desk, key, upload)
            if said.get("seen") != _seen(found.offers):
                return _OTHERWISE, {}
            numbers = {one.number: one for one in found.offers}
            choices = {number: choice for number, one in numbers.items() for choice in possible(one)
                       if said.get(f"do-{number}") == choice}  # fmt: skip
            shown = {number: choices.get(number, "") for number in numbers}
            refused = _refused(found, choices, said)
            if not refused:
                refuse_both(numbers, choices)
                upload.results["done"] = _carry_out(request, desk, upload, found, Decided(choices, said.get("by", "")))
        except CannotContinueError as error:
            return in_words(error), shown
        except CannotChangeError as error:
            return f"Nothing more was written: {error}.", shown
        except OSError as error:
            return f"Nothing more was written: {error}.", shown
    return refused, shown


def _refused(found: Pulled, choices: Mapping[int, Choice], said: Mapping[str, str]) -> str:
    wanted = set(choices.values())
    if "keep" in wanted and not said.get("by"):
        return _NOBODY
    return _UNSURE if is_of_unknown(found.edited) and "sure" not in said and wanted & {"take", "keep"} else ""


def _carry_out(request: Request, desk: Desk, upload: Upload, found: Pulled, decided: Decided) -> Done:
    what, named = f"Back from Word: {upload.files['file'][0]}", upload.said.get("filing", "")
    graph, before = desk.graph, desk.edits.newest()
    if graph is None:
        raise LookupError(what)
    taken = take(graph, found, decided)
    desk.change(what, taken.changes)
    kept = keep(_Open(desk.session(), desk.workspace), taken, named, bench_of(request).office.today())
    desk.change(what, kept.changes)
    desk.as_one(what, before)
    rest = left(_Open(desk.session(), desk.workspace), taken, named)
    edited = found.edited
    is_over = not rest.undecided and not rest.lost
    is_settled = is_over and bool(settle(edited.path, _internal(request, desk), edited.data))
    return Done(taken, kept, rest, is_settled)


def done(request: Request) -> Response:
    """Say what was written, what is left, and offer the redlines."""
    desk_of(request)
    key = request.path_params["key"]
    upload = bench_of(request).uploads.get(key)
    found: Done | None = upload.results.get("done") if upload else None
    if upload is None or found is None:
        return ask(request)
    lost = [(where_of(told), *sides(told.before, told.after)) for told in map(difference, found.left.lost)]
    return page(
        request, "from_word_done.html", key=key, name=upload.files["file"][0], done=found, lost=lost,
        has_copy=found.taken.found.edited.copy is not None,
    )  # fmt: skip


def redline(request: Request) -> Response:
    """Give a redline: what the colleague changed, or what the document says otherwise now."""
    desk, key, which = desk_of(request), request.path_params["key"], request.path_params["which"]
    upload = bench_of(request).uploads.get(key)
    found: Done | None = upload.results.get("done") if upload else None
    graph = desk.graph
    if upload is None or found is None or graph is None or which not in ("theirs", "now"):
        return page(request, "gone.html", 404, kind="from-word", key=key)
    edited, now = found.taken.found.edited, found.left.now
    name, data = upload.files["file"]
    copy = edited.copy
    theirs = Version(name, data, copy.names if copy else {})
    try:
        made = Version(f"{copy.name}.docx", copy.path.read_bytes(), copy.names) if copy else theirs
        ours = Version(f"{edited.name}.docx", now.data, now.names)
        by = next(iter(edited.text.tracked_by), "") or author_of(graph)
        told = redlined(made, theirs, by) if which == "theirs" else redlined(made, ours, author_of(graph))
    except OSError:
        return page(request, "message.html", 404, message="The file as it was made is no longer there.")
    except CannotContinueError as error:
        return page(request, "message.html", 422, message=in_words(error))
    return as_word(told.data, f"{Path(name).stem}.redline-{'of-changes' if which == 'theirs' else 'to-now'}.docx")


def as_word(data: bytes, name: str) -> Response:
    """Give a Word file to be saved; its name is made of signs that need no quoting."""
    safe = "".join(sign if sign.isascii() and (sign.isalnum() or sign in " .-_()+") else "_" for sign in name)
    return Response(data, media_type=_WORD, headers={"Content-Disposition": f'attachment; filename="{safe}"'})


ROUTES: list[Any] = [
    Route("/from-word", ask),
    Route("/from-word", receive, methods=["POST"]),
    Route("/from-word/{key}", changes),
    Route("/from-word/{key}", decide, methods=["POST"]),
    Route("/from-word/{key}/done", done),
    Route("/from-word/{key}/redline/{which}", redline),
]
