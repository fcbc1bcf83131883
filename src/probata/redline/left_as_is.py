"""What a redline leaves as the new version has it, and says so."""

from __future__ import annotations

import hashlib

from docx.opc.part import Part

from probata.redline.story import Remarks
from probata.word import WordFile
from probata.word.elements import P, w
from probata.word.forms import Forms
from probata.word.new_pages import broken_before
from probata.word.opc import OFFICE, related
from probata.word.piece import plain
from probata.word.pieces import pieces
from probata.word.properties import properties_of


def tell_furniture(old: WordFile, new: WordFile, remarks: Remarks) -> None:
    """Note headers and footers that say something else or have other pictures: the new ones stand."""
    for kind in ("header", "footer"):
        if _texts(old, kind) != _texts(new, kind):
            remarks.add(f"the {kind} says something else now; the new one is shown, without marks")
        if _pictures(old, kind) != _pictures(new, kind):
            remarks.add(f"the {kind} has other pictures now; the new ones are shown, without marks")


def tell_page_breaks(old: WordFile, new: WordFile, remarks: Remarks) -> None:
    """Note breaks of pages that came or went: those of the new version stand."""
    if _new_pages(old) != _new_pages(new):
        remarks.add("a break of a page came or went; those of the new version stand, without marks")


def tell_comments(old: WordFile, remarks: Remarks) -> None:
    """Note comments of the old version, which are not brought over."""
    root = old.root_of("comments")
    number = 0 if root is None else len(root.findall(w("comment")))
    if number:
        remarks.add(f"the comments of the old version ({number}) are not shown")


def without_template(new: WordFile, remarks: Remarks) -> None:
    """Take out the template that the new version fetches: it tells its owner who opened the redline."""
    part, root = new.part("settings"), new.root_of("settings")
    if part is None or root is None:
        return
    for element in root.findall(w("attachedTemplate")):
        root.remove(element)
        remarks.add("the new version was attached to a template outside; the redline is not")
    for id_, relationship in list(part.rels.items()):
        if relationship.reltype == f"{OFFICE}attachedTemplate":
            del part.rels[id_]


def _new_pages(file: WordFile) -> int:
    """Return how many paragraphs begin a page, by a break or a style: programs write the one for the other."""
    forms, broken = Forms(file), broken_before(file.body)
    return sum("new page" in forms.layout(properties_of(one), one in broken) for one in file.body.iter(P))


def _texts(file: WordFile, kind: str) -> frozenset[str]:
    """Return what the headers or footers say, each paragraph once.

    Programs write one header for all pages in several ways, for the first and even ones too, and the number that a page
    had when it was saved.
    """
    roots = (file.root(part) for part in _parts(file, kind))
    said = (plain(pieces(paragraph)) for root in roots for paragraph in root.iter(P))
    return frozenset(words for text in said if (words := " ".join(text.split())))


def _pictures(file: WordFile, kind: str) -> frozenset[str]:
    """Return the pictures in them by what they are made of, likewise."""
    images = (image for part in _parts(file, kind) for image in related(part, "image"))
    return frozenset(hashlib.sha256(image.blob).hexdigest() for image in images)


def _parts(file: WordFile, kind: str) -> list[Part]:
    return [part for part in file.furniture() if part in related(file.main, kind)]
