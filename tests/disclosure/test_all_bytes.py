"""A person whose consent does not cover the readers of a forum is in no byte, and the search finds one who is."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
from tests.each import each
from tests.readers.all_text import all_text, spread
from tests.three_languages import (
    ALLEGATIONS,
    BACKGROUND_EN,
    BACKGROUND_ES,
    BACKGROUND_FR,
    CASE,
    CONSENTS,
    EVENTS,
    FILES,
    LANGUAGES,
    METHODS_EN,
    STEPS,
    open_letters,
)

from probata.diagnostics import Severity
from probata.pipeline import Made, make, plan

FORMATS = ("docx", "pdf", "html")
ALLOWED = "Iven Sarrow"
HIDDEN = (
    "marit-quillon",
    "quillon-beatings",
    "quillon-table",
    "Quillon",
    "Quillón",
    "Marit Quillon",
    "Mirra of the Quay",
    "Марит Квиллон",
    "Квиллон",
    "Quillo\u0301n",
    "1979-02-03",
    "KV-4471-Q",
)
"""Id and names of the person not to be shown, ids of other records that hold the name, a birth date and a number."""
PERSON = """\
- id: marit-quillon
  name: {family: Quillon, given: Marit, native: {lang: ru, text: Марит Квиллон}}
  aliases: [{name: {full: Mirra of the Quay}}, {name: {family: Quillón, given: Marit}, kind: variation}]
  birth: {date: 1979-02-03}
  identifiers: [{type: passport, number: KV-4471-Q}]
  part_played: [victim]
  description: Marit Quillon mends nets.
"""
CONSENT_ELSEWHERE = """\
- id: hidden-uk
  person: marit-quillon
  forums: [uk-ghr]
  audiences: [decision_maker, accused, state, public]
  obtained_on: 2026-09-02
  method: written
  relation: Marit Quillon herself
"""
TYPED = "Quillo\u0301n, Квил\u00adлон"
"""With the accent as a sign of its own, and with a soft hyphen inside."""
BOTH = "Iven Sarrow and Marit Quillon"
NAMED_EVERYWHERE = {
    "case": CASE.replace("Guards of the harbour are", f"{BOTH} say that guards are")
    .replace("Des gardes", f"Selon {BOTH} (Mirra of the Quay), des gardes")
    .replace("Guardias del", f"Según {BOTH}, guardias del")
    .replace("title: The Harbour Case", "title: The case of Marit Quillon and Iven Sarrow")
    .replace("[{measure: a letter", "[{argument: Marit Quillon asks for it., measure: a letter"),
    "people": FILES["people"].partition("- id: hidden\n")[0] + PERSON,
    "consents": CONSENTS + CONSENT_ELSEWHERE,
    "allegations": ALLEGATIONS.replace("persons: [sarrow]", "persons: [sarrow, marit-quillon]")
    .replace("- id: beatings", "- id: quillon-beatings")
    .replace("title: Alleged", "title: Quillon, Marit; alleged")
    .replace("beat 12000", f"beat {BOTH} and 12000")
    .replace("ont battu", f"ont battu {BOTH} et")
    .replace("golpearon a", f"golpearon a {BOTH} y a")
    .replace("Guards beat prisoners", f"Guards beat {BOTH}, whom they called Mirra of the Quay,")
    .replace('"report, p. 7"', "{source: testimony, supports: What Marit Quillon saw}"),
    "events": EVENTS.replace("Night on the quay", "Night of Marit Quillon")
    .replace("Nuit sur le quai", "Nuit de Marit Quillon")
    .replace("Noche en el muelle", "Noche de Marit Quillon")
    + "  persons: [sarrow, marit-quillon]\n",
    "steps": STEPS.replace("Prosecutor", "Prosecutor, for Marit Quillon").replace("Parquet", "Parquet pour Quillón"),
    "sources": FILES["sources"]
    + "- {id: testimony, title: Testimony of Marit Quillon, author: [{family: Quillon, given: Marit}], held: held, "
    "url: https://courier.example/2022/marit-quillon-speaks}\n",
    "exhibits": "- {id: x1, mark: MQ/1, description: Testimony of Marit Quillon, source: testimony}\n",
    "quotations": "- {id: q, speaker: {person: marit-quillon}, text: I am Marit Quillon., quoted_in: testimony}\n",
    "listings": "- {id: l1, person: marit-quillon, authority: Kelvandra, found: false}\n",
    "data/detained.csv": "month,persons,remark\n2022-04,9933,Marit Quillon among them\n2022-05,31,-\n",
    "datasets": FILES["datasets"].replace("- id: detained", "- id: quillon-table")
    + "    - {key: remark, heading: Seen by Quillon, type: text}\n",
    "narrative/background.md": BACKGROUND_EN.replace("harbour lies", f"harbour, say *Marit* _Quillon_ and {BOTH}, lies")
    .replace("the north", "the north, says Марит Квиллон"),
    "narrative/background-fr.md": BACKGROUND_FR.replace("Le port se", f"Le port, selon {BOTH}, se"),
    "narrative/background-es.md": BACKGROUND_ES.replace("El puerto está", f"El puerto, según {BOTH}, está"),
    "narrative/winter.md": METHODS_EN.replace("closed", f"closed to Квиллон, Mirra of the Quay, {TYPED}, KV-4471-Q")
    + "\n{{ tables[0].table }}\n\n{{ quotations[0].block if quotations else '' }}\n",
}  # fmt: skip


@each("ending", FORMATS)
@each("language", LANGUAGES)
def test_no_byte_of_a_file_has_the_name_of_a_person_not_to_be_shown(tmp_path: Path, language: str, ending: str) -> None:
    texts = [all_text(one.data, ending) for one in files(tmp_path, language, ending, NAMED_EVERYWHERE)]

    assert len(texts) == 4
    assert [name for name in HIDDEN for text in texts if spread(name) in text] == []
    assert spread(ALLOWED) in texts[0]


def made(folder: Path, language: str, ending: str, records: dict[str, str]) -> bytes:
    """Return a draft of the letter in a language."""
    return files(folder, language, ending, records)[0].data


def files(folder: Path, language: str, ending: str, records: dict[str, str]) -> list[Made]:
    """Return the drafts of the letter in a language and of what goes with it."""
    session, workspace = open_letters(folder, records)
    assert [found.message for found in session.report if found.severity is Severity.ERROR] == []
    filing = next(found for found in plan(session, workspace) if found.language == language)
    return list(make(session, workspace, filing, (ending,)))


@each("ending", FORMATS)
def test_with_a_consent_that_covers_the_forum_the_same_search_finds_the_person(tmp_path: Path, ending: str) -> None:
    consents = CONSENTS + CONSENT_ELSEWHERE.replace("uk-ghr", "un-sp")
    text = all_text(made(tmp_path, "fr", ending, {**NAMED_EVERYWHERE, "consents": consents}), ending)

    names = ("Quillon", "Quillón", "Marit Quillon", "Mirra of the Quay", "Марит Квиллон")
    assert [name for name in names if spread(name) not in text] == []


@each("language", LANGUAGES)
def test_what_is_taken_out_is_marked_in_the_language_of_the_document(tmp_path: Path, language: str) -> None:
    text = all_text(made(tmp_path, language, "html", NAMED_EVERYWHERE), "html")
    marks = {"en-GB": "[name withheld]", "fr": "[nom non divulgué]", "es": "[nombre reservado]"}

    assert [tag for tag, mark in marks.items() if spread(mark) in text] == [language]


@each("ending", FORMATS)
def test_the_properties_of_a_file_do_not_name_the_source(tmp_path: Path, ending: str) -> None:
    data = made(tmp_path, "en-GB", ending, {})
    properties = spread("".join(properties_of(data, ending)))

    assert "Harbour" in properties
    assert [name for name in ("Ada Brun", "Harbour Watch", "office@") if spread(name) in properties] == []

    sheets = [one for one in files(tmp_path / "all", "en-GB", ending, {}) if "-source." in one.name]
    assert [spread("Harbour Watch") in all_text(one.data, ending) for one in sheets] == [True]


def properties_of(data: bytes, ending: str) -> list[str]:
    """Return what a file says of itself beside its text."""
    if ending == "docx":
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return [archive.read(name).decode() for name in archive.namelist() if name.startswith("docProps/")]
    if ending == "pdf":
        with pikepdf.open(BytesIO(data)) as opened:
            metadata = opened.Root.Metadata.read_bytes().decode()
            return [metadata, *(str(value) for value in opened.docinfo.values())]
    return [data.decode().partition("<body")[0]]


NAME = "Marit Quillon"


def docx(name: str, content: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:document/>")
        archive.writestr(name, content)
    return held.getvalue()


@each(
    ("name", "content"),
    [
        ("docProps/core.xml", f"<dc:subject>{NAME}</dc:subject>"),
        ("word/comments.xml", "<w:r><w:t>Marit Qui</w:t></w:r><w:r><w:t>l\u00adlon</w:t></w:r>"),
        ("word/header1.xml", '<w:drawing descr="Marit&#160;Quillon"/>'),
        ("word/media/Marit Quillon.png", ""),
        ("word/_rels/document.xml.rels", '<Relationship Target="https://x.example/?n=Marit Quillon"/>'),
    ],
)
def test_a_name_in_any_part_of_a_word_file_is_found(name: str, content: str) -> None:
    assert spread(NAME) in all_text(docx(name, content), "docx")
    assert spread(NAME) not in all_text(docx("word/styles.xml", "<w:styles/>"), "docx")


def pdf(place: str) -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    match place:
        case "property":
            made.docinfo["/Subject"] = NAME
        case "stream":
            made.Root.Held = made.make_stream(f"<dc:title>{NAME}</dc:title>".encode())
        case "outline":
            with made.open_outline() as outline:
                outline.root.append(pikepdf.OutlineItem(NAME, 0))
        case "alternative":
            made.Root.StructTreeRoot = made.make_indirect(pikepdf.Dictionary(K=[pikepdf.Dictionary(Alt=NAME)]))
        case "address":
            link = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, A=pikepdf.Dictionary(URI="https://x.example/Marit Quillon")
            )
            made.pages[0].Annots = pikepdf.Array([link])
        case _:
            assert place == "nowhere"
    held = BytesIO()
    made.save(held, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return held.getvalue()


@each("place", ["property", "stream", "outline", "alternative", "address"])
def test_a_name_in_any_place_of_a_pdf_is_found(place: str) -> None:
    assert spread(NAME) in all_text(pdf(place), "pdf")
    assert spread(NAME) not in all_text(pdf("nowhere"), "pdf")


@each(
    "page",
    [
        "<!-- Marit Quillon -->",
        '<p title="Marit&nbsp;Quillon">',
        "<p>Marit <b>Qui</b>llon",
        '<meta content="Marit Quillon">',
    ],
)
def test_a_name_in_any_place_of_a_page_is_found(page: str) -> None:
    assert spread(NAME) in all_text(page.encode(), "html")
