"""A fontconfig that sees our fonts alone: a missing family must not fall back on the machine's."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

VARIABLE = "FONTCONFIG_FILE"
UNUSED_FAMILY = "Noto Sans SC"
"""It lies in the folder of the Chinese font that we use."""


@contextmanager
def private_fontconfig(files: Iterable[Path]) -> Iterator[None]:
    """Make fontconfig read only the folders of `files` while the block runs.

    Raises `OSError` where no temporary folder can be written.
    """
    with TemporaryDirectory(prefix="probata-fonts-") as folder:
        config = Path(folder) / "fonts.conf"
        config.write_bytes(_configuration(files, Path(folder) / "cache"))
        environment = os.environ  # noqa: TID251 - fontconfig takes its configuration from here and nowhere else
        before = environment.get(VARIABLE)
        environment[VARIABLE] = str(config)
        try:
            yield
        finally:
            if before is None:
                del environment[VARIABLE]
            else:
                environment[VARIABLE] = before


def _configuration(files: Iterable[Path], cache: Path) -> bytes:
    root = etree.Element("fontconfig")
    for folder in sorted({path.parent for path in files}):
        etree.SubElement(root, "dir").text = str(folder)
    pattern = etree.SubElement(etree.SubElement(etree.SubElement(root, "selectfont"), "rejectfont"), "pattern")
    family = etree.SubElement(pattern, "patelt", {"name": "family"})
    etree.SubElement(family, "string").text = UNUSED_FAMILY
    etree.SubElement(root, "cachedir").text = str(cache)
    doctype = '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype=doctype)
