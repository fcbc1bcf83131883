"""What is wrong with a Word file: two Open XML validators, and what both of them miss."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import ooxml_integrity
from lxml import etree
from openxml_audit import OpenXmlValidator
from tests.writers.docx_file import W, found, part, parts


def audit(data: bytes, folder: Path) -> list[str]:
    """Return the errors that openxml-audit finds."""
    path = folder / "audited.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def integrity(data: bytes, folder: Path) -> list[str]:
    """Return the findings of ooxml-integrity."""
    path = folder / "checked.docx"
    path.write_bytes(data)
    return [str(finding) for finding in ooxml_integrity.check(str(path))]


def texts(data: bytes) -> list[etree._Element]:
    """Return the parts that hold text: document, footnotes, headers and footers."""
    names = [n for n in parts(data) if n.startswith("word/") and n.endswith(".xml") and "_rels" not in n]
    with_text = ("document", "footnotes", "header", "footer")
    return [part(data, name) for name in names if name.removeprefix("word/").startswith(with_text)]


def unpaired_bookmarks(root: etree._Element) -> list[str]:
    """Return the ids of bookmarks that do not start once and end once, and the names that are used twice."""
    starts, ends = found(root, "//w:bookmarkStart/@w:id"), found(root, "//w:bookmarkEnd/@w:id")
    ids = [id_ for id_ in {*starts, *ends} if starts.count(id_) != 1 or ends.count(id_) != 1]
    names = Counter(found(root, "//w:bookmarkStart/@w:name"))
    return [*ids, *(name for name, number in names.items() if number > 1)]


def open_fields(root: etree._Element) -> int:
    """Return how many fields are left open; each must go through begin, separate and end.

    A mark for a table of authorities has no result, and nothing that separates one from its code.
    """
    stack: list[str] = []
    for mark in root.iter(f"{W}fldChar", f"{W}instrText"):
        kind = mark.get(f"{W}fldCharType")
        if mark.tag == f"{W}instrText":
            stack[-1] += mark.text or ""
        elif kind == "begin":
            stack.append("")
        elif kind == "separate":
            assert stack.pop().strip()
            stack.append("result")
        else:
            code = stack.pop()
            assert code == "result" or code.split()[0] == "TA"
    return len(stack)


def missing_targets(data: bytes) -> set[str]:
    """Return the bookmarks to which fields and links lead and which do not exist."""
    names = set(found(part(data, "word/document.xml"), "//w:bookmarkStart/@w:name"))
    codes = [code.split() for root in texts(data) for code in found(root, "//w:instrText/text()")]
    targets = {code[1] for code in codes if code[0] in ("REF", "NOTEREF")}
    anchors = {name for root in texts(data) for name in found(root, "//w:hyperlink/@w:anchor")}
    return (targets | anchors) - names
