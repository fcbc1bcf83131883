"""Redline: two Word files as one with tracked changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from probata.diagnostics.cannot_continue import CannotContinueError
from probata.redline.changes import Group, by_heading, changes_of, line_of
from probata.redline.read_shown import read_shown
from probata.redline.redline import Redline
from probata.returned.made_copies import names_of
from probata.returned.redlined import NOBODY, Version, author_of, redlined
from probata.workbench.bench import bench_of, desk_of, page
from probata.workbench.desk import Desk
from probata.workbench.screens.from_word import as_word, in_words
from probata.workbench.uploads import CannotUploadError, Upload, uploaded

_SIDES = ("old", "new")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions and what is different in them."""

    old: str
    new: str
    redline: Redline
    groups: tuple[Group, ...]


def ask(request: Request, refused: str = "", status: int = 200) -> Response:
    """Ask for the two versions: files of the output folder, or files from elsewhere."""
    files = [path.name for path in _made(_output(request))]
    return page(request, "redline.html", status, files=files, refused=refused)


def _output(request: Request) -> Path:
    return bench_of(request).office.output(desk_of(request).path)


def _made(output: Path) -> list[Path]:
    """Return the Word files of the output folder, the newest first."""
    found = [path for path in output.glob("outgoing/*.docx") if path.is_file()]
    return sorted(found, key=lambda path: (-path.stat().st_mtime_ns, path.name))


async def receive(request: Request) -> Response:
    """Compare the two versions and go on to what is different."""
    bench, desk = bench_of(request), desk_of(request)
    try:
        upload = await uploaded(request)
        compared = await run_in_threadpool(_compared, desk, upload, _output(request))
    except CannotUploadError as error:
        return ask(request, str(error), 422)
    except CannotContinueError as error:
        return ask(request, in_words(error), 422)
    upload.results["redline"] = compared
    return RedirectResponse(f"/redline/{bench.uploads.put(upload)}", 303)


def _compared(desk: Desk, upload: Upload, output: Path) -> Compared:
    old, new = (_version(upload, side, output) for side in _SIDES)
    by = upload.said.get("by", "") or (author_of(desk.graph) if desk.graph else NOBODY)
    found = redlined(old, new, by)
    return Compared(old.name, new.name, found, tuple(by_heading(changes_of(read_shown(found.data)))))


def _version(upload: Upload, side: str, output: Path) -> Version:
    """Return a version: the file that was dropped, else that of the output folder, looked for by its name there."""
    if side in upload.files:
        name, data = upload.files[side]
        return Version(name, data, names_of(data, output / "internal"))
    for path in _made(output):
        if path.name == upload.said.get(f"{side}-made"):
            try:
                data = path.read_bytes()
            except OSError:
                break
            return Version(path.name, data, names_of(data, output / "internal"))
    raise CannotUploadError(f"Choose the {'older' if side == 'old' else 'newer'} version.")


def compared(request: Request) -> Response:
    """Show what is different, and offer the file."""
    found = _held(request)
    return (
        page(request, "redline_made.html", key=request.path_params["key"], found=found, line_of=line_of)
        if found
        else ask(request)
    )


def download(request: Request) -> Response:
    """Give the Word file with tracked changes."""
    found = _held(request)
    if found is None:
        return page(request, "message.html", 404, message="This redline is no longer here. Make it again.")
    return as_word(found.redline.data, f"{Path(found.new).stem}.changes-since.{Path(found.old).stem}.docx")


def _held(request: Request) -> Compared | None:
    upload = bench_of(request).uploads.get(request.path_params["key"])
    return upload.results.get("redline") if upload else None


ROUTES = [
    Route("/redline", ask),
    Route("/redline", receive, methods=["POST"]),
    Route("/redline/{key}", compared),
    Route("/redline/{key}/file", download),
]
