"""Office files as PDF by LibreOffice, where it is there: without macros, without links, with a profile of its own."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import zipfile
import zlib
from mmap import ACCESS_READ, mmap
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from probata.bundle.refusal import RefusedError

SECONDS: Final = 120
LARGEST: Final = 100_000_000
_SAVE: Final = "open it, save it as a PDF, and preserve that as a copy too"
_PROGRAMS: Final = (
    "soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\\Program Files\\LibreOffice\\program\\soffice.exe",
)  # fmt: skip

# Nothing is fetched: pages and pictures that a file links to are not loaded from anywhere, a proxy where nobody listens
# stands before the network, and macros and links are off. https://wiki.documentfoundation.org/UserProfile
_SETTINGS: Final = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisablePythonRuntime", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_PROFILE: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    + "</oor:items>"
)


def office_program() -> str | None:
    """Return LibreOffice, or `None` where this computer has none."""
    return next((found for one in _PROGRAMS if (found := shutil.which(one))), None)


def office_pdf(source: Path, target: Path, program: str | None) -> None:
    """Write an office file as PDF.

    Raises `RefusedError` where there is no LibreOffice, and where it makes nothing of the file or not in time.
    """
    if program is None:
        raise RefusedError("office-file", "is an office file, and LibreOffice is not on this computer", _SAVE)
    if source.stat().st_size > LARGEST:
        raise RefusedError("too-large", f"is an office file of more than {LARGEST // 1_000_000} MB", _SAVE)
    with TemporaryDirectory(prefix="probata-office-") as name:
        folder = Path(name)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
        (folder / "in").mkdir()
        # Under a name of ours: it is printed where a file has a field with its name.
        given = folder / "in" / "exhibit"
        shutil.copyfile(source, given)
        if is_workbook(source):
            _convert(given, "fods", folder, program)
            if (sheets := folder / "exhibit.fods").is_file() and sheets.stat().st_size <= LARGEST:
                given.write_text(_fitted(sheets.read_text("utf-8")), "utf-8")
        _convert(given, "pdf", folder, program)
        made = folder / "exhibit.pdf"
        if not made.is_file() or not made.stat().st_size:
            raise RefusedError("office-file-unread", "is an office file that LibreOffice cannot open", _SAVE)
        shutil.move(made, target)


def _convert(given: Path, form: str, folder: Path, program: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run([program, profile, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", form,
          "--outdir", str(folder), str(given)], folder)  # fmt: skip


def is_workbook(source: Path) -> bool:
    """Tell whether an office file has sheets in place of pages, by its own bytes."""
    if zipfile.is_zipfile(source):
        try:
            with zipfile.ZipFile(source) as archive:
                names = archive.namelist()
                kind = archive.open("mimetype").read(100) if "mimetype" in names else b""
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error):
            return False
        return b"spreadsheet" in kind or any(name.startswith("xl/") for name in names)
    with source.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        return data.find("Workbook".encode("utf-16-le")) >= 0


# The set-up of pages in OpenDocument: 1.3, part 3, 17.2 and 20.
_SETUP: Final = "<style:page-layout-properties"
_PAGE_SETUP: Final = re.compile(rf"{_SETUP}\b[^>]*>")
_OF_SIZE: Final = re.compile(r' (?:fo:page-(?:width|height)|style:(?:print-orientation|scale-to))="[^"]*"')
_FIT: Final = (
    ' fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape"'
    ' style:scale-to-X="1" style:scale-to-Y="0"'
)


def _fitted(sheets: str) -> str:
    """Return sheets whose columns all stand on one page, turned; one for which its maker chose the pages stays."""

    def fit(found: re.Match[str]) -> str:
        if "style:scale-to-" in found[0]:
            return found[0]
        return _OF_SIZE.sub("", found[0]).replace(_SETUP, f"{_SETUP}{_FIT}")

    return _PAGE_SETUP.sub(fit, sheets)


def _run(command: list[str], folder: Path) -> None:
    process = subprocess.Popen(  # noqa: S603  # a fixed list, and no shell reads it
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise RefusedError("takes-too-long", f"takes LibreOffice more than {SECONDS} seconds", _SAVE) from None
    finally:
        # It begins programs of its own, which go with it.
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
        process.wait()
