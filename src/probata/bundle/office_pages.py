"""Office files as PDF by LibreOffice, where it is there: without macros, without links, with a profile of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
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
        shutil.copyfile(source, folder / "in" / "exhibit")
        _run([program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
              "--nolockcheck", "--nodefault", "--convert-to", "pdf", "--outdir", str(folder),
              str(folder / "in" / "exhibit")], folder)  # fmt: skip
        made = folder / "exhibit.pdf"
        if not made.is_file() or not made.stat().st_size:
            raise RefusedError("office-file-unread", "is an office file that LibreOffice cannot open", _SAVE)
        shutil.move(made, target)


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
