"""Forums with a template in Word, written into a folder, and what is composed from them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from tests.answers import KEPT
from tests.case_folder import CASE, Built, build, write_case
from tests.filings.cases import CLAIMS
from tests.filings.made import session

from probata.document.json_form import to_json
from probata.document.tree import Document
from probata.pipeline import make_document, open_case, open_workspace, plan

FORUM = "id: mine\nextends: uk-ghr\ntitle: Mine\n"
OF_MINE = CASE.replace("forum: uk-ghr", "forum: mine")


def word(*lines: str | tuple[str, str]) -> WordDocument:
    """Return a Word file with a paragraph for each line; a pair names the style first."""
    document = docx.Document()
    for line in lines:
        style, text = line if isinstance(line, tuple) else ("Normal", line)
        document.add_paragraph(text, style=_styled(document, style))
    return document


def _styled(document: WordDocument, name: str) -> str:
    """Return the name of a style, made where python-docx has none, as those of our letterhead."""
    if name not in [style.name for style in document.styles]:
        document.styles.add_style(name, 1)
    return name


def saved(document: WordDocument) -> bytes:
    """Return the bytes of a Word file."""
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def write_forum(folder: Path, files: dict[str, str | bytes | WordDocument], forum: str = FORUM) -> Path:
    """Write the forum `mine` and return the folder of templates."""
    home = folder / "templates" / "mine"
    home.mkdir(parents=True, exist_ok=True)
    (home / "forum.yaml").write_text(forum, encoding="utf-8")
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (home / name).write_bytes(data if isinstance(data, bytes) else saved(data))
    return home.parent


def built(folder: Path, template: WordDocument | bytes, **records: str) -> Built:
    """Build the small case in a forum whose template is a Word file."""
    templates = write_forum(folder, {"template.docx": template})
    return build(write_case(folder, **({"case": OF_MINE} | records)), workspace=open_workspace(templates))


def tree(case: Path, templates: Path, filing: str = "submission", forum: str = "mine") -> Document:
    """Return the document of one filing of a case, in the forum that these templates hold.

    A case of the repository is read once: none of its own filings goes to such a forum.
    """
    workspace = replace(open_workspace(templates), store=KEPT)
    read = session(case.name) if case.parent == CLAIMS else open_case(case, case.name, workspace)
    chosen = next(one for one in plan(read, workspace) if one.id == filing)
    document, _, findings = make_document(read, workspace, chosen.model_copy(update={"forum": forum}), final=False)
    assert document is not None, [str(found) for found in findings]
    return document


def json_tree(case: Path, templates: Path, filing: str = "submission") -> list[str]:
    """Return the same as lines of JSON, for a difference that can be read."""
    return to_json(tree(case, templates, filing)).splitlines()


def footnote(paragraph: Paragraph, number: int) -> None:
    """Put the mark of a note behind what a paragraph says; `with_notes` makes the note."""
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number))
    paragraph.add_run()._r.append(mark)


def with_notes(document: WordDocument, notes: dict[int, str]) -> bytes:
    """Return the bytes of a Word file with notes, which python-docx cannot make itself."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    made = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
        for number, text in notes.items()
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f"<w:footnotes {space}>{made}</w:footnotes>".encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return saved(document)
