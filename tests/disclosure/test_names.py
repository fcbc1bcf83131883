"""Names without a consent are taken out however they are written."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import Literal

from tests.case_folder import DATASETS, SOURCES, write_case
from tests.each import each
from tests.readers.all_text import all_text, spread
from tests.readers.tree_text import read_tree
from tests.three_languages import ALLEGATIONS, CASE, CONSENTS, FILES, METHODS_EN, letter, open_letters, text_of

from probata.diagnostics import Diagnostic, Severity
from probata.disclosure import Disclosed, NameSearch, disclose, names_of
from probata.disclosure.name_search import seen
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.forum import load_forum, own_templates
from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.model.name import NativeName, PersonName
from probata.model.person import Person
from probata.pipeline import Session, Workspace, make, plan
from probata.pipeline.drafting import draft

Form = Literal["NFC", "NFD"]
"""How Unicode writes a letter with an accent: as one sign, or as a letter and a sign."""
SECTION = "narrative/winter.md"


def disclosed(folder: Path, **files: str) -> Disclosed:
    loaded = load_case(write_case(folder, **{**FILES, **files}), "harbour", Known())
    forum = load_forum("un-sp", (own_templates(),)).forum
    assert loaded.graph is not None
    assert forum is not None
    return disclose(loaded.graph, forum.profile)


def saying(text: str) -> dict[str, str]:
    """Return a section that says this and nothing else."""
    return {SECTION: METHODS_EN.replace("In winter the harbour is closed", text)}


def told(folder: Path, text: str, **files: str) -> str:
    """Return what a letter prints of a section with this text."""
    session, workspace = open_letters(folder, {**saying(text), **files})
    drafted, _ = draft(session, workspace, plan(session, workspace)[0], final=False)
    assert drafted is not None
    texts = [plain_text(own_inlines(block)) for block in walk_blocks(drafted.document.blocks)]
    return texts[texts.index("The winter") + 1].removesuffix(".")


@each(
    ("written", "printed"),
    [
        ("Marit Quillon came", "[name withheld] came"),
        ("Quillon, Marit came", "[name withheld] came"),
        ("Quillon's boat", "[name withheld]’s boat"),
        ("the Quillons came", "the [name withheld] came"),
        ("Quillonson came", "Quillonson came"),
        ("_Quillon_ came", "[name withheld] came"),
        ("Marit **Quillon** came", "[name withheld] came"),
        ("McQuillon came", "McQuillon came"),
        ("Iven Sarrow came", "Iven Sarrow came"),
        ("QUILLON Marit came", "[name withheld] came"),
        ("Ms. QUILLON came", "Ms. [name withheld] came"),
        ("a quillon of steel", "a quillon of steel"),
        ("see https://courier.example/2022/the-last-days-of-marit-quillon for it", "see [name withheld] for it"),
        ("see https://courier.example/MaritQuillon.html for it", "see [name withheld] for it"),
        ("see www.courier.example/marit%20quill%C3%B3n for it", "see [name withheld] for it"),
        ("see https://courier.example/iven-sarrow for it", "see https://courier.example/iven-sarrow for it"),
    ],
)
def test_a_name_is_taken_out_as_a_whole_word(tmp_path: Path, written: str, printed: str) -> None:
    assert told(tmp_path, written) == printed


@each("written", ["Anne-Marit O’Quill", "Anne‑Marit O'Quill", "Anne-Marit\nO'Quill", "ANNE-MARIT O‘QUILL"])
def test_a_name_set_with_other_signs_or_over_two_lines_is_the_same_name(tmp_path: Path, written: str) -> None:
    people = FILES["people"].replace("family: Quillon, given: Marit", 'family: "O\'Quill", given: Anne-Marit')

    assert people != FILES["people"]
    assert told(tmp_path, f"{written} came", people=people) == "[name withheld] came"


@each("form", ["NFC", "NFD"])
@each(
    "written",
    ["José Núñez", "Núñez", "NÚÑEZ", "Nú\u00adñez", "José\u200b Nú\u2060ñez", "N&#250;&ntilde;ez", "N&#xFA;ñez"],
)
def test_a_name_is_found_whatever_signs_it_is_made_of(
    tmp_path: Path, written: str, form: Literal["NFC", "NFD"]
) -> None:
    recorded = "family: Núñez, given: José"
    for own in ("NFC", "NFD"):
        people = FILES["people"].replace("family: Quillon, given: Marit", unicodedata.normalize(own, recorded))

        assert people != FILES["people"]
        said = f"Resumé &lt; {unicodedata.normalize(form, written)} came"
        assert told(tmp_path, said, people=people) == "Resumé < [name withheld] came"


@each(
    ("order", "native", "written"),
    [
        ("given_first", "Хосе Нуньес", "Нуньес came"),
        ("family_first", "Нуньес Хосе", "Нуньес came"),
        ("given_first", "Хосе Нуньес", "Хосе Нуньес came"),
    ],
)
def test_a_family_name_counts_in_its_own_script_too(tmp_path: Path, order: str, native: str, written: str) -> None:
    own = f"order: {order}, native: {{text: {native}, lang: ru}}, family: Quillon"
    people = FILES["people"].replace("family: Quillon", own)

    assert people != FILES["people"]
    assert told(tmp_path, written, people=people) == "[name withheld] came"
    assert told(tmp_path, "Хосе came", people=people) == "Хосе came"


def test_of_a_name_that_is_recorded_whole_the_last_word_counts_where_each_is_a_name(tmp_path: Path) -> None:
    whole = FILES["people"].replace("name: {family: Quillon, given: Marit}", "name: Marit Quillon")
    called = FILES["people"].replace("name: {family: Quillon, given: Marit}", "name: The baker of Ostamar")

    assert FILES["people"] not in (whole, called)
    assert told(tmp_path, "Quillon came", people=whole) == "[name withheld] came"
    assert told(tmp_path, "The people of Ostamar came", people=called) == "The people of Ostamar came"


def test_the_number_of_a_passport_is_taken_out_of_a_text_as_a_name_is(tmp_path: Path) -> None:
    numbered = "identifiers: [{type: passport, number: KV-4471-Q}]"
    people = FILES["people"].replace("  name: {family: Quillon", f"  {numbered}\n  name: {{family: Quillon")

    assert people != FILES["people"]
    assert told(tmp_path, "Her passport KV-4471-Q was kept", people=people) == "Her passport [name withheld] was kept"


def test_an_address_that_names_the_person_is_left_out_of_a_source_and_nothing_is_to_be_mended(tmp_path: Path) -> None:
    named = "- {id: portrait, title: A Portrait, url: https://courier.example/marit-quillon, archive_url: URL}\n"
    copy = named.replace("URL", "https://copies.example/1")
    found = disclosed(tmp_path, sources=FILES.get("sources", SOURCES) + copy)
    source = next(source for source in found.graph.sources if source.id == "portrait")

    assert (source.url, source.archive_url) == (None, "https://copies.example/1")


@each("family", ["Quillon", "Ode"])
@each("role", ["author", "recipient", "editor"])
def test_a_name_in_two_parts_of_a_source_is_taken_out_whole(tmp_path: Path, family: str, role: str) -> None:
    """The given name is no form of a name by itself, nor is a short family name, but both are the name."""
    people = FILES["people"].replace("family: Quillon", f"family: {family}")
    letter = (
        f"- {{id: note, title: A note, {role}: [{{family: {family}, given: Marit}}, {{family: Roe, given: Jo}}]}}\n"
    )
    found = disclosed(tmp_path, people=people, sources=FILES.get("sources", SOURCES) + letter)
    source = next(source for source in found.graph.sources if source.id == "note")

    hidden, other = getattr(source, role)
    assert (hidden.family, hidden.given, hidden.literal) == (None, None, "[name withheld]")
    assert (other.family, other.given) == ("Roe", "Jo")
    assert [taken.finding.name for taken in found.taken if "note" in str(taken.finding.record)] == [
        "name-without-consent"
    ]


def test_a_family_name_that_somebody_who_may_be_named_has_too_stays(tmp_path: Path) -> None:
    people = FILES["people"].replace("family: Solvan", "family: Quillon")

    assert told(tmp_path, "Quillon and Marit Quillon came", people=people) == "Quillon and [name withheld] came"


def test_a_short_family_name_is_looked_for_with_its_given_name(tmp_path: Path) -> None:
    people = FILES["people"].replace("family: Quillon", "family: Ode")

    assert told(tmp_path, "Marit Ode sang an Ode", people=people) == "[name withheld] sang an Ode"


def test_a_name_in_a_text_that_is_printed_must_be_mended(tmp_path: Path) -> None:
    document, found = letter(tmp_path, "en-GB", saying("In winter Marit Quillon mends nets"))
    (named,) = [each for each in found if each.name == "name-without-consent"]

    assert "In winter [name withheld] mends nets." in text_of(document)
    assert (str(named.span), named.severity) == (f"harbour/{SECTION}:8:11", Severity.ERROR)


@each(
    ("people", "files", "is_shown"),
    [
        ("part_played: [victim]", {}, False),
        ("part_played: [witness]", {}, False),
        ("part_played: [mentioned]", {}, True),
        ("part_played: [mentioned]", {"allegations": ALLEGATIONS.replace("[sarrow]", "[sarrow, hidden]")}, False),
        ("part_played: [mentioned]", {"events": FILES["events"] + "  persons: [hidden]\n"}, False),
        ("consent_required: true", {}, False),
    ],
)
def test_victims_and_witnesses_need_a_consent_whatever_their_records_say(
    tmp_path: Path, people: str, files: dict[str, str], is_shown: bool
) -> None:
    first, _, second = FILES["people"].partition("- id: hidden\n")
    record = "- id: hidden\n" + second.replace("part_played: [victim]", people)

    assert disclosed(tmp_path, **{"people": first + record, **files}).graph.has("people", "hidden") is is_shown


@each(
    "consent",
    [
        CONSENTS.replace("[decision_maker, state]", "[decision_maker]"),
        CONSENTS.replace("[decision_maker, state]", "[state, public]"),
        CONSENTS.replace("[un-sp]", "[uk-ghr]"),
        CONSENTS + "  status: withdrawn\n",
        CONSENTS + "  until: 2026-10-29\n",
    ],
)
def test_a_consent_must_cover_the_mandate_holders_and_the_state(tmp_path: Path, consent: str) -> None:
    assert disclosed(tmp_path / "with").graph.has("people", "sarrow")
    assert not disclosed(tmp_path / "without", consents=consent).graph.has("people", "sarrow")


@each("identity", ["pseudonym", "anonymous"])
def test_otherwise_than_by_name_a_person_keeps_nothing_that_identifies_them(tmp_path: Path, identity: str) -> None:
    people = FILES["people"].replace(
        "name: {family: Sarrow, given: Iven}\n",
        "name: {full: Person A, native: {lang: ru, text: Ивен Сарроу}}\n"
        "  aliases: [Iven Sarrow]\n  birth: {date: 1970-01-02}\n  identifiers: [{type: passport, number: X 1}]\n",
    )
    graph = disclosed(tmp_path, people=people, consents=CONSENTS + f"  identity: {identity}\n").graph
    person = graph.find("people", Person, "sarrow")

    assert person is not None
    assert (person.name.display, person.name.native) == ("Person A", None)
    assert (person.aliases, person.birth.date, person.identifiers) == ((), None, ())


def test_the_words_of_a_person_not_to_be_shown_go_too(tmp_path: Path) -> None:
    spoken = "- {id: q, speaker: {person: hidden}, text: Help., quoted_in: report}\n"

    assert not disclosed(tmp_path, quotations=spoken).graph.has("quotations", "q")
    assert disclosed(tmp_path / "b", quotations=spoken.replace("hidden", "sarrow")).graph.has("quotations", "q")


def _published(document: Document) -> str:
    cells = [item.text for item in read_tree(document) if item.kind == "cell"]
    return cells[cells.index("Iven Sarrow") + 3]


def test_who_may_be_shown_in_public_is_told_apart_from_who_may_not(tmp_path: Path) -> None:
    public = CONSENTS.replace("state]", "state, public]")
    only_state, _ = letter(tmp_path / "state", "en-GB")
    in_public, _ = letter(tmp_path / "public", "en-GB", {"consents": public})
    run_out = CONSENTS + CONSENTS.replace("id: sarrow-un-sp", "id: earlier").replace("state]", "state, public]")
    no_longer, _ = letter(tmp_path / "out", "en-GB", {"consents": run_out + "  until: 2026-10-01\n"})

    assert [_published(one) for one in (only_state, in_public, no_longer)] == ["No", "Yes, by name", "No"]


def test_a_draft_does_not_say_what_is_missing_of_a_person_not_to_be_shown(tmp_path: Path) -> None:
    case = FILES["case"].replace("forum: un-sp", "forum: uk-ghr").replace("[solvan]", "[solvan, hidden]")
    people = FILES["people"].replace("- id: hidden", "- consent_required: true\n  id: hidden")
    document, _ = letter(tmp_path / "a", "en-GB", {"case": case, "people": people})
    allowed, _ = letter(tmp_path / "b", "en-GB", {"case": case})

    gap = "[date of birth: to complete]"
    assert "Quillon" not in text_of(document)
    assert (text_of(document).count(gap), text_of(allowed).count(gap)) == (2, 4)  # in the sheet and in the reasons


def test_a_name_in_its_own_script_is_taken_out_of_a_sentence_without_blanks(tmp_path: Path) -> None:
    people = FILES["people"].replace("{family: Quillon,", "{native: {text: 吴力, lang: zh}, family: Quillon,")

    assert people != FILES["people"]
    assert told(tmp_path, "对吴力进行殴打 there", people=people) == "对[name withheld]进行殴打 there"


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
    ("", "", "李娜"): ("見李娜。", "李\u3000娜", "李·娜"),
    ("Ode", "Marit"): ("M. Ode", "ODE, M."),
    ("Quillon", "Marit"): ("Qui\u04cfl\u043en", "Q.u.i.l.l.o.n", "with Quillonem", "@maritq"),
    ("García Márquez", "Ana"): ("Ms Márquez", "Mr Garcia", "Ana Garcia"),
    ("Quillon-Tarrant", "Ana"): ("Ms Tarrant",),
    ("al-Qahtani", "Sami"): ("Mr Qahtani",),
    ("", "", "سامي القحطاني"): ("قحطاني",),
    ("", "", "Пётр Щукинский"): ("о Щукинском", "Щукинским"),
    ("", "", "ნინო ჩხეიძელი"): ("ჩხეიძელი",),
    ("Exopacherts", "Jo"): ("Exopa\u0441herts",),
    ("", "", "শর্মিষ্ঠা মুখোপাধ্যায়"): ("মুখ\u09c7\u09beপাধ্যায়",),
    ("", "", "ஔவை கோமதிதேவி"): (unicodedata.normalize("NFD", "ஔவை கோமதிதேவி"),),
    ("", "", "남궁원 서연"): (unicodedata.normalize("NFD", "남궁원 서연은"),),
    ("", "", unicodedata.normalize("NFD", "남궁원 서연")): ("남궁원 서연",),
    ("Hämäläinen", "Väinö"): ("Hämäläisen", "Hamalaiselle", "Hämäläistä"),
}  # fmt: skip


@each(("name", "written"), [(name, one) for name, several in FOUND.items() for one in several])
def test_a_name_is_found_however_it_is_written(name: tuple[str, ...], written: str) -> None:
    assert search(*name).found(f"Then {written} came.")


def test_a_character_is_the_same_in_each_way_that_unicode_writes_it() -> None:
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    apart = {one: unicodedata.normalize("NFD", one) for one in every}

    assert [one for one, parts in apart.items() if parts != one and seen(parts).letters != seen(one).letters] == []


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
        (("", "", "김철수"), unicodedata.normalize("NFD", "김철숭")),
        (("Exopalinen", "Jo"), "Exopalis"),
        (("", "", "力"), "吴力来"),
        (("Ode", "Marit"), "from ode to Mode"),
        (("Li", "Na"), "see Li (n 12)"),
        (("Quillon", "Marit"), "Quillonson"),
    ],
)
def test_a_part_of_another_word_is_no_name(name: tuple[str, ...], written: str) -> None:
    assert not search(*name).found(written)


@each(
    ("kind", "value", "written", "innocent"),
    [
        ("given_name", "Marit", ("for Marit.", "MARIT"), ("Marital", "marit")),
        ("given_name", "Anahit", ("for Anahit.", "ANAHIT"), ("hit", "Ana hits", "Ahit")),
        ("given_name", "Eleni", ("by Eleni",), ("Eni",)),
        ("given_name", "Diego", ("by Diego",), ("Go",)),
        ("workplace", "l'Atelier Bleu", ("at Atelier Bleu", "l’atelier bleu"), ("Bleu",)),
        ("initials", "M.Q.", ("M.Q. said", "(MQ)", "M Q", "M.Q.’s"), ("a.m. Q1", "A.M.Q.", "mq", "M.Q.S.", "UNMQ")),
        ("telephone", "+44 7700 900123", ("07700 900 123", "0044-7700-900123", "7700/900123"), ("7700 900124",)),
        (
            "email",
            "red77@mail.example",
            ("red77@mail.example", "red77 at mail.example", "RED77 [at] mail [dot] example"),
            ("red 77", "mail.example"),
        ),
        ("handle", "@north_wind", ("@north_wind", "https://x.example/north_wind", "north_wind"), ("a northern wind",)),
        (
            "address",
            "Mill Lane 12, Ostamar",
            ("12 Mill Lane", "Mill Lane 12", "MILL LANE 12"),
            ("Mill Lane", "Ostamar"),
        ),
        ("workplace", "the Harbour Bakery", ("at Harbour Bakery", "the harbour bakery"), ("Harbour", "a bakery")),
        (
            "birth_date",
            "1971-03-12",
            (
                "12 March 1971",
                "March 12th, 1971",
                "12.3.1971",
                "12/03/71",
                "1971-03-12",
                "12 de marzo de 1971",
                "1971年3月12日",
            ),
            ("March 1971", "13 March 1971", "1971-03-1"),
        ),
        ("relation", "sister of the mayor", ("the sister of the Mayor",), ("the mayor",)),
    ],
)
def test_what_a_record_says_to_protect_is_found_as_people_write_it(
    kind: str, value: str, written: tuple[str, ...], innocent: tuple[str, ...]
) -> None:
    told = {"id": "p", "name": {"full": "Marit Quillon"}, "protected": [{"kind": kind, "value": value}]}
    named = NameSearch(names_of([Person.model_validate(told)], []))

    assert [one for one in written if not named.found(f"Then {one}, it is said")] == []
    assert [one for one in innocent if named.found(f"Then {one}, it is said")] == []


def test_what_is_protected_is_taken_out_of_a_letter_until_the_person_agrees_to_be_named(tmp_path: Path) -> None:
    people = FILES["people"].replace(
        "- id: hidden\n", "- id: hidden\n  protected: [{kind: workplace, value: the Salt Yard}]\n"
    )
    people = people.replace("- id: sarrow\n", "- id: sarrow\n  protected: [{kind: workplace, value: the Net Loft}]\n")

    said = told(tmp_path, "They met at the Salt Yard and the Net Loft", people=people)
    assert said == "They met at the [name withheld] and the Net Loft"


def test_the_number_of_a_passport_is_no_part_of_a_sum() -> None:
    assert not NameSearch({"p": ("12345",)}).found("12,345 prisoners")
    assert NameSearch({"p": ("12345",)}).found("passport 12345")


@each(
    ("number", "written", "innocent"),
    [
        (
            "KV588127768",
            ("KV 5881277 68", "kv-588-127-768", "KV 588127768"),
            ("KV 588127769", "LKV588127768", "588127768"),
        ),
        ("588127768", ("588 127 768", "58-8127-768"), ("588127", "5881277680")),
        ("1234567", ("1234567",), ("1,234,567 prisoners", "12 345 67")),
    ],
)
def test_the_number_of_a_passport_is_found_in_whatever_groups_it_is_written(
    number: str, written: tuple[str, ...], innocent: tuple[str, ...]
) -> None:
    record = {"id": "p", "name": {"full": "Marit Quillon"}, "identifiers": [{"type": "passport", "number": number}]}
    named = NameSearch(names_of([Person.model_validate(record)], []))

    assert [one for one in written if not named.found(f"Then {one}, it is said")] == []
    assert [one for one in innocent if named.found(f"Then {one}, it is said")] == []


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
