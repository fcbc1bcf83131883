"""What was searched, by what, and what could not be: a certificate that tells nothing of what is protected."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

from probata.protection.protected import TOGETHER
from probata.protection.search import Search, SearchedFile

FOLDER: Final = "certificates"
"""Where certificates stand among what is ours, one for each filing."""
VERSION: Final = 1
WITHHELD: Final = "[withheld]"
"""Stands for the name of a file or part that itself tells of somebody."""
NO_PICTURES: Final = "text in pictures was not read: no program for it (Tesseract) is installed"
KINDS: Final[Mapping[str, str]] = {
    "name": "names, with other orders, initials and handles made of them",
    "family_name": "family names alone, each of two, and with endings",
    "identifier": "numbers of passports and registers",
    "given_name": "given names alone",
    "initials": "initials",
    "telephone": "telephone numbers",
    "email": "e-mail addresses",
    "handle": "names on the net",
    "address": "addresses",
    "workplace": "places of work",
    "birth_date": "days of birth",
    "relation": "relations to others, in the words recorded",
    "other": "other particulars",
    TOGETHER: "particulars that are not protected each, where enough of one person stand together",
    "source_address": "addresses of works that are only described",
}


def as_json(told: Mapping[str, Any]) -> str:
    """Return a certificate as JSON."""
    return f"{json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True)}\n"


def as_page(told: Mapping[str, Any]) -> str:
    """Return a certificate as a page of HTML, which needs nothing else."""
    kinds = "".join(
        f"<tr><td>{escape(KINDS.get(kind, kind))}</td><td>{number}</td></tr>"
        for kind, number in told["protected"]["kinds"].items()
    )
    back = told["taken_back"]
    return _PAGE.format(
        filing=escape(told["filing"]), program=escape(told["program"]),
        pictures=escape(told["pictures_read_by"] or "nothing"), kinds=kinds, files="".join(map(_row, told["files"])),
        owners=told["protected"]["persons_and_sources"],
        missed="".join(f"<li>{escape(one)}</li>" for one in _missed(told)) or "<li>Nothing.</li>",
        back=f"<p>Files taken back, which are not in the folder for others: {back}.</p>" if back else "",
    )  # fmt: skip


def certificate_of(
    filing: str, searched: Sequence[SearchedFile], taken_back: int, search: Search, program: str
) -> dict[str, Any]:
    """Return the certificate of the files of a filing that a search found to tell nothing; others were taken back.

    It is values of JSON.
    """

    def clean(text: str) -> str:
        return WITHHELD if search.finder.found(text, "address") else text

    files = [
        {
            "name": clean(one.name), "sha256": one.sha256, "bytes": one.size, "parts": dict(sorted(one.parts.items())),
            "not_searched": [{"part": clean(part), "why": why} for part, why in one.unread],
        }
        for one in searched
    ]  # fmt: skip
    protected = {"persons_and_sources": len(search.protected.strong), "kinds": search.protected.numbers()}
    protected["known_by_pseudonym_alone"] = search.protected.apart
    return {
        "certificate": "search of finished files", "version": VERSION, "program": program, "filing": clean(filing),
        "protected": protected, "pictures_read_by": search.reads_pictures or None,
        "files": files, "taken_back": taken_back,
    }  # fmt: skip


def stem_in(name: str, stems: Iterable[str]) -> str:
    """Return the longest of the beginnings of names that a file for others, a part or a bundle has; empty without."""
    stem = name.removeprefix("DRAFT-")
    return max((one for one in stems if stem.startswith((f"{one}.", f"{one}-"))), key=len, default="")


def _missed(told: Mapping[str, Any]) -> Iterator[str]:
    if not told["pictures_read_by"]:
        yield NO_PICTURES
    if apart := told["protected"].get("known_by_pseudonym_alone"):
        yield f"names kept apart from the case, of {apart} of the persons: no key was given; build with `--key`"
    for one in told["files"]:
        for missed in one["not_searched"]:
            yield f"{one['name']}{', ' if missed['part'] else ''}{missed['part']}: {missed['why']}"


def _row(one: Mapping[str, Any]) -> str:
    parts = ", ".join(f"{number} {kind}" for kind, number in one["parts"].items())
    return (
        f"<tr><td>{escape(one['name'])}</td><td>{one['bytes']:,}</td><td>{escape(parts)}</td>"
        f"<td><code>{escape(one['sha256'])}</code></td></tr>"
    )


_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Certificate of search: {filing}</title>
<style>body {{ font: 11pt/1.5 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }}
table {{ border-collapse: collapse; width: 100%; }} td, th {{ border-bottom: 1px solid #bbb; padding: .3em .6em; }}
td, th {{ text-align: left; vertical-align: top; }}
code {{ font-size: 8pt; word-break: break-all; }}</style></head><body>
<h1>Certificate of search: {filing}</h1>
<p>Internal: for those who prepare the case, not for others.</p>
<p>The files below were read whole by {program}, as a reader sees them and as they are stored: every part of a package,
every object of a PDF, properties, remarks, names of files within. None of what is protected from the readers of this
filing was found in them. Text in pictures was read by: {pictures}.</p>
<h2>What was searched for</h2>
<p>Of {owners} persons and sources that these readers may not know, with what a reader would take for it:</p>
<table><tr><th>Kind</th><th>Of how many</th></tr>{kinds}</table>
<h2>What was searched</h2>
<table><tr><th>File</th><th>Bytes</th><th>Parts</th><th>SHA-256</th></tr>{files}</table>
{back}<h2>What could not be searched</h2>
<ul>{missed}</ul>
<p>A file whose SHA-256 is another one is another file: it was not searched. What nobody recorded as protected was not
searched for: nicknames, kin that a text tells in its own words (“her brother”), what readers know from elsewhere.</p>
</body></html>
"""
