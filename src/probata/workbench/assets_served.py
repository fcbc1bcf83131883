"""Our own files: style sheet, scripts, and the fonts of the documents. Nothing is fetched from anywhere else."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from probata.fonts.files import ARABIC, LATIN, USUAL, chinese_file, font_files

_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
KEPT = {"Cache-Control": "private, max-age=3600"}
"""Of what is always the same under its name."""


@cache
def _assets() -> dict[str, bytes]:
    folder = files("probata.workbench.assets")
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


async def asset(request: Request) -> Response:
    """Return one of our own files, which a page asks for by the dozen."""
    name = request.path_params["name"]
    if name not in _assets():
        return PlainTextResponse("not found", 404)
    return Response(_assets()[name], media_type=_TYPES.get(name.rpartition(".")[2], "text/plain"))


def font(request: Request) -> Response:
    """Return a font of the documents by its number."""
    number = request.path_params["number"]
    fonts = font_files()
    return FileResponse(fonts[number], headers=KEPT) if number < len(fonts) else PlainTextResponse("not found", 404)


def font_faces() -> str:
    """Return the rules by which a page prints a document in its own fonts on every machine."""
    faces = [
        (family, path, number % 2 == 1, number > 1)
        for family, paths in LATIN.items()
        for number, path in enumerate(paths)
    ]
    faces += [(USUAL, path, italic, bold) for family, path, italic, bold in faces if family == "Liberation Serif"]
    faces += [("Noto Naskh Arabic", path, False, number == 1) for number, path in enumerate(ARABIC)]
    faces += [("Noto Serif SC", chinese_file(), False, False)]
    numbers = {path: number for number, path in enumerate(font_files())}
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; src: url(/fonts/{numbers[path]}); '
        f"font-style: {'italic' if italic else 'normal'}; font-weight: {'bold' if bold else 'normal'}; }}"
        for family, path, italic, bold in faces
    )


ROUTES = [Route("/assets/{name}", asset), Route("/fonts/{number:int}", font)]
