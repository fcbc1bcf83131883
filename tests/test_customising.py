"""A forum of one's own: two blocks and a letterhead give another document, without a line of Python."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.case_folder import write_case
from tests.cli.command import Command, Ran
from tests.filings.cases import CLAIMS, EXAMPLE
from tests.readers.docx_text import read_docx
from tests.writers.letterhead import letterhead

BLOCKS = """
{% block why_act %}
# In fairness

{{ super() }}
{% endblock %}

{% block signature %}
::: signature
Signed for Example Chambers
:::
{% endblock %}
"""


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """The smallest case."""
    return write_case(tmp_path / "claims")


def test_two_blocks_and_a_letterhead_give_another_document(probata: Command) -> None:
    assert probata("new", "forum", "chambers", "--extends", "uk-ghr").code == 0
    folder = probata.folder / "templates" / "chambers"
    template = folder / "brief.md.j2"
    template.write_text(template.read_text(encoding="utf-8") + BLOCKS, encoding="utf-8")
    (folder / "reference.docx").write_bytes(letterhead())

    found = probata("build", CLAIMS / EXAMPLE, "--forum", "chambers", "--format", "docx")

    assert found.code == 0, found.err
    made = (probata.folder / "output/example/outgoing/DRAFT-chambers.en-GB.docx").read_bytes()
    texts = [item.text for item in read_docx(made)]
    assert "In fairness" in texts
    assert "Signed for Example Chambers" in texts
    with ZipFile(BytesIO(made)) as archive:
        headers = [archive.read(name).decode() for name in archive.namelist() if name.startswith("word/header")]
    assert any("Example Chambers" in header for header in headers)


def test_an_unknown_name_in_a_block_is_told_with_its_line_and_the_names_that_exist(
    probata: Command, harbour: Path
) -> None:
    probata("new", "forum", "chambers", "--extends", "uk-ghr")
    template = probata.folder / "templates" / "chambers" / "brief.md.j2"
    text = template.read_text(encoding="utf-8") + "\n{% block signature %}\n{{ adressee }}\n{% endblock %}\n"
    template.write_text(text, encoding="utf-8")
    line = text.splitlines().index("{{ adressee }}") + 1

    found = probata("build", harbour, "--forum", "chambers", "--format", "docx")

    assert found.code == 1
    findings = (probata.folder / "output/harbour/internal/findings.txt").read_text(encoding="utf-8")
    assert f"chambers/brief.md.j2:{line}" in findings
    assert "the template uses a name `adressee` that does not exist" in findings
    assert "did you mean `addressee`" in findings


def test_a_citation_style_that_lies_in_the_folder_of_a_forum_is_used(probata: Command, harbour: Path) -> None:
    probata("new", "forum", "chambers", "--extends", "uk-ghr")
    folder = probata.folder / "templates" / "chambers"
    (folder / "ours.csl").write_text(OF_NOTES_ALONE.format('title" prefix="Voyez '), encoding="utf-8")
    profile = folder / "forum.yaml"
    profile.write_text(
        f"{profile.read_text(encoding='utf-8')}\ncitation: {{style: ours.csl, schedule: false}}\n", encoding="utf-8"
    )

    assert probata("build", harbour, "--forum", "chambers", "--format", "html").code == 0
    made = (probata.folder / "output/harbour/outgoing/DRAFT-chambers.en-GB.html").read_text(encoding="utf-8")
    assert "Voyez " in made


@pytest.mark.parametrize("style", ["missing.csl", "../stolen.csl"])
def test_a_style_that_is_not_in_the_folder_is_told_and_nothing_outside_it_is_read(
    style: str, probata: Command, harbour: Path
) -> None:
    probata("new", "forum", "chambers", "--extends", "uk-ghr")
    folder = probata.folder / "templates" / "chambers"
    (folder.parent / "stolen.csl").write_text("<secret/>", encoding="utf-8")
    profile = folder / "forum.yaml"
    profile.write_text(f"{profile.read_text(encoding='utf-8')}\ncitation: {{style: {style}}}\n", encoding="utf-8")

    found = probata("build", harbour, "--forum", "chambers", "--format", "html")

    assert found.code == 1
    assert f"there is no citation style `{Path(style).name}`" in found.err


OF_NOTES_ALONE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">\n'
    '<citation><layout><text variable="{}"/></layout></citation></style>'
)


REFUSED_BY_PANDOC = OF_NOTES_ALONE.format("title").replace("<citation>", '<macro name="m"><bold/></macro>\n<citation>')


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("ours.csl", OF_NOTES_ALONE.format("titel"), ":2:19"),
        ("ours.csl", "<style", ":1:1"),
        ("ours.csl", REFUSED_BY_PANDOC, ":1:1"),
        ("ours.toml", 'like = "oscola-4"\nnmae = "Ours"\n', ":1:1"),
        ("ours.toml", 'like = "nowhere.toml"\n', ":1:1"),
    ],
)
def test_a_fault_of_a_style_is_told_by_the_path_that_the_forum_is_named_by(
    probata: Command, harbour: Path, name: str, content: str, place: str
) -> None:
    probata("new", "forum", "chambers", "--extends", "uk-ghr")
    folder = probata.folder / "templates" / "chambers"
    (folder / name).write_text(content, encoding="utf-8")
    profile = folder / "forum.yaml"
    profile.write_text(f"{profile.read_text(encoding='utf-8')}\ncitation: {{style: {name}}}\n", encoding="utf-8")

    ran = probata("build", harbour.relative_to(probata.folder), "--forum", "chambers", "--format", "html")

    findings = (probata.folder / "output/harbour/internal/findings.txt").read_text(encoding="utf-8")
    for told in (findings, ran.err):
        assert f"templates/chambers/{name}{place}" in told
        assert str(probata.folder) not in told


def built_in_style(style: str, case: Path, probata: Command, forum: str = "uk-ghr") -> Ran:
    """Build the one filing of a case, for a forum, that names its own citation style."""
    path = case / "case.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("forum: uk-ghr}", f"forum: {forum}, citation_style: {style}}}"), encoding="utf-8")
    return probata("build", case.relative_to(probata.folder), "--format", "html")


def test_a_filing_may_name_a_citation_style_of_its_own(probata: Command, harbour: Path) -> None:
    """A CSL style is for the sources alone: treaties stay in the style of the forum."""
    probata("new", "forum", "chambers", "--extends", "uk-ghr")
    profile = probata.folder / "templates" / "chambers" / "forum.yaml"
    profile.write_text(f"{profile.read_text(encoding='utf-8')}\ncitation: {{schedule: false}}\n", encoding="utf-8")
    texts = {}
    for style in ("oscola-4", "un-plain", "chicago-notes-bibliography"):
        assert built_in_style(style, write_case(harbour.parent), probata, "chambers").code == 0
        made = probata.folder / "output/harbour/outgoing/DRAFT-submission.en-GB.html"
        texts[style] = made.read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    first = {
        "oscola-4": "‘A Report on the Harbour’ 7.",
        "un-plain": "“A Report on the Harbour”, p. 1.",
        "chicago-notes-bibliography": "‘A Report on the Harbour’, 1.",
    }
    assert {style: [one for one in first.values() if one in text] for style, text in texts.items()} == {
        style: [one] for style, one in first.items()
    }
    assert {style for style, text in texts.items() if "regs 4(2), 6" in text} == {
        "oscola-4",
        "chicago-notes-bibliography",
    }


@pytest.mark.parametrize(
    ("style", "fact"),
    [
        ("oscola-9", "there is no citation style `oscola-9`"),
        ("../../stolen.csl", "there is no citation style `stolen.csl`"),
        ("/etc/passwd.toml", "there is no citation style `passwd.toml`"),
    ],
)
def test_a_style_of_a_filing_that_is_not_there_is_told_at_the_filing(
    style: str, fact: str, probata: Command, harbour: Path
) -> None:
    (probata.folder / "stolen.csl").write_text("<secret/>", encoding="utf-8")
    ran = built_in_style(style, harbour, probata)
    assert ran.code == 1
    assert fact in ran.err
    assert "case.yaml:6:" in ran.err
    assert str(probata.folder) not in ran.err
