"""Word files with all tracked changes accepted or rejected by LibreOffice, saved as Word again.

The dispatcher of the program is called from a macro in a profile of its own: no bridge to Python is needed.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

_LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false"><library:element library:name="Changes"/>'
    "</library:library>"
)
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" '
    'script:language="StarBasic">{code}</script:module>'
)
_CODE = """
Sub Settle(command As String, source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  frame = document.CurrentController.Frame
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(frame, command, "", 0, Array())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, filter())
  document.close(True)
End Sub

Sub Main
  On Error GoTo Ended
{calls}
Ended:
  StarDesktop.terminate()
End Sub
"""
COMMANDS = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}


def settle_in_libreoffice(files: Mapping[str, tuple[bytes, tuple[str, ...]]], folder: Path) -> None:
    """Write each file into `folder` as LibreOffice saves it with all changes `accepted`, or `rejected`, as is asked.

    They are called `<name>-accepted.docx` and `<name>-rejected.docx`. One start of the program settles all.
    """
    calls = []
    for name, (data, views) in files.items():
        source = folder / f"{name}.docx"
        source.write_bytes(data)
        for view in views:
            target = settled(name, view, folder)
            calls.append(f'  Settle("{COMMANDS[view]}", "{source.as_uri()}", "{target.as_uri()}")')
    profile = folder / "profile"
    _run(profile, "--terminate_after_init")  # it makes the profile, with a library that has no macro yet
    library = profile / "user" / "basic" / "Standard"
    (library / "script.xlb").write_text(_LIBRARY)
    (library / "Changes.xba").write_text(_MODULE.format(code=escape(_CODE.format(calls="\n".join(calls)))))
    _run(profile, "macro:///Standard.Changes.Main")


def settled(name: str, view: str, folder: Path) -> Path:
    """Return where a file lies with all changes `accepted`, or all `rejected`."""
    return folder / f"{name}-{view}.docx"


def _run(profile: Path, what: str) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", what]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
