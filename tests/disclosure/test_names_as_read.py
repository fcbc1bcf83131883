"""A name is found as the reader of a document sees it, whatever its letters and signs are."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import DATASETS, SOURCES
from tests.each import each
from tests.readers.all_text import all_text, spread
from tests.three_languages import CASE, CONSENTS, FILES, METHODS_EN, open_letters, text_of

from probata.diagnostics import Diagnostic, Severity
from probata.disclosure import NameSearch, names_of
from probata.document.tree import Document
from probata.model.name import NativeName, PersonName
from probata.model.person import Person
from probata.pipeline import Session, Workspace, make, plan
from probata.pipeline.drafting import draft


def search(family: str, given: str = "", native: str = "", order: str = "given_first") -> NameSearch:
    own = NativeName(text=native) if native else None
    name = PersonName.model_validate({"family": family or None, "given": given or None, "order": order, "native": own})
    return NameSearch(names_of([Person(id="p", name=name)], []))


LI = ("Li", "Na", "", "family_first")
FOUND = {
    ("Quillimane", "Maria"): (
        "QUILLIMANE", "quillimane", "Quil limane",
        "Quil\u00adli\u200bmane", "Ｑｕｉｌｌｉｍａｎｅ", "Quil<!-- x -->limane",
        "maria.quillimane@mail.example", "@mquillimane", "quillimane_photo.jpg", "#WhereIsQuillimane",
    ),
    ("O'Kinneally", "Sean"): ("O&rsquo;Kinneally", "O’Kinneally", "OʼKinneally", "O Kinneally", "O&#39;KINNEALLY"),
    LI: ("Li&nbsp;Na", "Na Li", "LI NA", "Li‑Na", "li\u2009na"),
    ("Núñez", "José"): ("Nunez", "NUNEZ", "Nu\u0301n\u0303ez", "jnunez@mail.example", "www.a.example/nunez"),
    ("Özdemir", "Şule"): ("Ozdemir", "Oezdemir", "ÖZDEMİR", "sule ozdemir"),
    ("Sørensen", "Bjørn"): ("Sorensen", "Soerensen", "Bjorn Sørensen"),
    ("Łukaszewicz", "Ewa"): ("Lukaszewicz",),
    ("Đinđić", "Zoran"): ("Dindic", "Djindjic"),
    ("Weiß", "Uwe"): ("Weiss", "WEISS"),
    ("Yıldız", "Işıl"): ("Yildiz", "YILDIZ"),
    ("", "", "محمد القحطاني"): ("محمدالقحطاني", "مُحَمَّد القحطاني", "محـــمد القحطاني", "القَحطاني", "والقحطاني"),
    ("", "", "יעל כהנוביץ"): ("יָעֵל כהנוביץ", "כהנוביץ"),
    ("", "", "Иван Щукинский"): ("Щу\u0301кинский",),
    ("", "", "김철수"): ("김철수는",),
    ("", "", "李娜"): ("見李娜。", "李\u3000娜"),
}  # fmt: skip


@each(("name", "written"), [(name, one) for name, several in FOUND.items() for one in several])
def test_a_name_is_found_however_it_is_written(name: tuple[str, ...], written: str) -> None:
    assert search(*name).found(f"Then {written} came.")


@each(
    ("name", "written"),
    [
        (LI, "liberty, Lina and Li"),
        (("", "", "कमल"), "कमला"),
        (("Ward", "Jo"), "a ward, toward the Wardens, https://a.example/toward"),
        (("Grant", "Jo"), "https://migrants.example/granted"),
        (("Andor", "Jo"), "and/or"),
        (("Whitehead", "Jo"), "a white head"),
        (("", "", "김철수"), "김철숭"),
        (("", "", "力"), "吴力来"),
    ],
)
def test_a_part_of_another_word_is_no_name(name: tuple[str, ...], written: str) -> None:
    assert not search(*name).found(written)


def test_the_number_of_a_passport_is_no_part_of_a_sum() -> None:
    assert not NameSearch({"p": ("12345",)}).found("12,345 prisoners")
    assert NameSearch({"p": ("12345",)}).found("passport 12345")


def opened(folder: Path, text: str, **files: str) -> tuple[Session, Workspace]:
    """Return a case with this section and a victim without a consent, Maria Quillimane."""
    people = FILES["people"].replace("family: Quillon, given: Marit", "family: Quillimane, given: Maria")
    people += "- {id: li, name: {family: Li, given: Na, order: family_first}, part_played: [victim]}\n"
    section = METHODS_EN.replace("In winter the harbour is closed [@report, p. 2].", text)
    return open_letters(folder, {"people": people, "narrative/winter.md": section, **files})


def drafted(folder: Path, text: str, **files: str) -> tuple[Document, list[Diagnostic]]:
    """Return the letter in English with this section, and what must be fixed for its names."""
    session, workspace = opened(folder, text, **files)
    made, found = draft(session, workspace, plan(session, workspace)[0], final=False)
    assert made is not None
    errors = [one for one in found if one.severity is Severity.ERROR]
    return made.document, [one for one in errors if one.name == "name-without-consent"]


@each(
    ("written", "printed"),
    [
        ("Quil**li**mane came.", "[name withheld] came."),
        ("**Maria** *Quillimane* came.", "[name withheld] came."),
        ("[Quil](https://a.example/1)limane came.", "[name withheld] came."),
        ("[Quil]{lang=fr}limane came.", "[name withheld] came."),
        ("Quil[@report, p. 2]limane came.", "[name withheld] came."),
        ("It is told^[By Quil*li*mane.].", "By [name withheld]."),
        ("See [it](https://a.example/maria-quillimane).", "See it."),
        ("# The Quil*li*mane house", "The [name withheld] house"),
    ],
)
def test_a_name_goes_whole_and_leaves_no_sign_behind(tmp_path: Path, written: str, printed: str) -> None:
    document, found = drafted(tmp_path, written)
    text = text_of(document)

    assert printed in text.splitlines()
    assert "limane" not in text
    assert {one.record for one in found} == {"narrative/winter"}


def test_a_name_in_two_cells_of_a_row_is_taken_out_of_both(tmp_path: Path) -> None:
    document, _ = drafted(tmp_path, "| Family | Given |\n|---|---|\n| Li | Na |\n| Li | Ana |\n")
    text = text_of(document)

    assert text.count("[name withheld]") == 2
    assert "Ana" in text


@each("ending", ["docx", "pdf", "html"])
def test_no_file_leads_to_or_is_marked_by_a_name(tmp_path: Path, ending: str) -> None:
    text = (
        "{#maria-quillimane}\n# A night\n\n[That night](https://a.example/quillimane) and mailto:mquillimane@a.example."
    )
    session, workspace = opened(tmp_path, text)
    made = list(make(session, workspace, plan(session, workspace)[0], (ending,)))
    shown = [all_text(one.data, ending) for one in made]

    assert [one.name for one, said in zip(made, shown, strict=True) if spread("quillimane") in said.casefold()] == []
    assert spread("That night") in shown[0]


def test_the_name_of_the_files_of_a_filing_must_name_nobody(tmp_path: Path) -> None:
    _, found = drafted(tmp_path, "Winter.", case=CASE.replace("id: letter-en", "id: letter-for-quillimane"))

    assert [(one.record, str(one.span)) for one in found] == [
        ("filings/letter-for-quillimane", "harbour/case.yaml:8:9")
    ]


def test_a_name_in_a_cell_of_a_table_of_figures_must_be_mended(tmp_path: Path) -> None:
    _, found = drafted(
        tmp_path,
        "{{ tables[0].table }}",
        **{
            "data/detained.csv": "month,persons,remark\n2022-04,9933,Ｑuillimane among them\n2022-05,31,-\n",
            "datasets": DATASETS + "    - {key: remark, heading: Remark, type: text}\n",
        },
    )

    assert [(one.record, str(one.span)) for one in found] == [("datasets/detained", "harbour/data/detained.csv:2:14")]


def test_a_title_with_a_name_must_be_mended(tmp_path: Path) -> None:
    named = SOURCES + "- {id: photo, title: The picture quillimane_photo.jpg, held: held}\n"
    document, found = drafted(tmp_path, "It is seen [@photo].", sources=named)

    assert "The picture [name withheld]" in text_of(document)
    assert [one.record for one in found] == ["sources/photo"]


def test_texts_lose_the_other_names_of_who_appears_under_a_pseudonym(tmp_path: Path) -> None:
    people = FILES["people"].replace(
        "{family: Sarrow, given: Iven}", "{full: Person A}\n  aliases: [{name: Iven Sarrow}]"
    )
    consents = CONSENTS + "  identity: pseudonym\n"
    document, found = drafted(tmp_path, "Person A, that is Sar*row*, came.", people=people, consents=consents)

    assert "Person A, that is [name withheld], came." in text_of(document)
    assert [one.record for one in found] == ["narrative/winter"]
