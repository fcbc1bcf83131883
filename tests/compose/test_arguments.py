"""What is argued against each person: counts, responsibility in words, and what the person answered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import html
from tests.case_folder import ALLEGATIONS as ALLEGATIONS_ANSWERS
from tests.case_folder import CASE, PEOPLE, ROLES, Built, build, write_case
from tests.each import each
from tests.filings.cases import EXAMPLE
from tests.filings.made import session

from probata.compose.printer import Printer
from probata.compose.sentences.grammar import fitted
from probata.compose.sentences.ground_sentence import Holder, Post, Teller
from probata.compose.views.allegation import unanswered
from probata.document.foreign import ForeignText
from probata.document.origin import Origin
from probata.law import load_catalogue
from probata.messages import load_grammar, load_wording
from probata.model.allegation import Answer
from probata.model.person import Person
from probata.model.responsibility import Responsibility
from probata.pipeline import Workspace, check_documents, open_case, open_workspace

TEMPLATE = """\
{% for c in counts %}
# {{ c.number }} {{ c.title }}{% if c.period %}, {{ c.period }}{% endif %}


*Wrong.* {{ c.wrong | or_gap("wrong") }}

{% for a in c.arguments %}
## {{ a.person.name }}: {{ a.roles | map(attribute="title") | listed }}

*Conduct.* {{ a.conduct | or_gap("conduct") }}

*Evidence.* {{ a.evidence | or_gap("evidence") }}

*Why.* {{ a.why | or_gap("why") }}

*Against.* {{ a.against | or_gap("against") }}

*Answer.* {{ a.answer | or_gap("answer") }}

*Best.* {{ a.best | or_gap("best") }}

{% endfor %}
{% endfor %}
"""
BOTH = CASE.replace("[solvan]", "[solvan, merrik]")
ROLES_OF_BOTH = ROLES + ROLES.replace("solvan", "merrik").replace("title: Commander", "title: Deputy")
ALLEGATIONS = """\
- id: beatings
  title: Beatings
  statement: It is alleged that guards beat detainees.
  roles: [{role: solvan-commander}, {role: merrik-commander}]
  conduct: [torture]
  period: 2022-05
  evidence:
    - {source: report, pinpoint: {type: page, value: "7"}, supports: Beatings on the quay}
    - {source: gazette, pinpoint: {type: page, value: "3"}, supports: His order, persons: [solvan]}
    - {source: gazette, supports: A denial, against: true, answered: It names no inquiry.}
  limbs: [{forum: uk-ghr, limb: 4(2)(b), text: They were beaten.}, {forum: uk-ghr, limb: 6(3)(a), text: Each led it.}]
  answer: {asked: true, on: 2026-08-14, answer: He denies it.}
- id: death
  title: A death
  statement: It is alleged that a detainee died.
  roles: [{role: solvan-commander}]
  period: 2022-07
  evidence: ["report, p. 7"]
"""
COUNTS = """\
- id: violence
  title: Violence in the harbour
  allegations: [beatings, death]
  arguments:
    - person: solvan
      conduct: |
        He had command. A guard says:

        > Go on.

        Alternatively, he knew of it.
      best: ["gazette, p. 3"]
      translations: {fr: {conduct: Il avait le commandement.}}
  limbs: [{forum: uk-ghr, limb: 6(3)(a), persons: [solvan], text: To tell guards to go on is enough.}]
  translations: {fr: {title: Violences au port}}
"""


def lines_of(built: Built) -> list[str]:
    """Return what a reader sees, a paragraph or heading each, without the marks of notes."""
    page: Any = html.document_fromstring(built.text)
    for mark in page.xpath("//a[@role='doc-noteref']"):
        mark.drop_tree()
    found = page.xpath("//main//*[self::p or self::h1 or self::h2 or self::h3][not(ancestor::*[@role='doc-endnotes'])]")
    return [" ".join(str(one.xpath("string()")).split()) for one in found]


def headings(lines: list[str]) -> list[str]:
    """Return the headings of counts."""
    return [line for line in lines if line[:2] in {"A ", "B "}]


def written(folder: Path, **files: str) -> tuple[Path, Workspace]:
    """Write the case, with a forum whose documents print counts alone."""
    home = folder / "templates" / "plain"
    home.mkdir(parents=True)
    (home / "forum.yaml").write_text("id: plain\nextends: uk-ghr\nlanguages: [en, fr]\n", encoding="utf-8")
    (home / "brief.md.j2").write_text(TEMPLATE, encoding="utf-8")
    given = {"case": BOTH, "roles": ROLES_OF_BOTH, "allegations": ALLEGATIONS, "people": PEOPLE, **files}
    case = given.pop("case").replace("forum: uk-ghr", "forum: plain")
    return write_case(folder, case=case, **given), open_workspace(folder / "templates")


def printed(folder: Path, **files: str) -> list[str]:
    path, workspace = written(folder, **files)
    return lines_of(build(path, workspace=workspace))


def test_what_is_written_of_a_person_is_printed_and_the_rest_is_composed(tmp_path: Path) -> None:
    lines = printed(tmp_path, counts=COUNTS)

    assert lines[: lines.index("A.2 Tove Merrik: Deputy of the Harbour Guard")] == [
        "A 1 Violence in the harbour, May to July 2022",
        "1. Wrong. It is alleged that guards beat detainees.",
        "2. It is alleged that a detainee died.",
        "A.1 Ardel Solvan: Commander of the Harbour Guard",
        "3. Conduct. He had command. A guard says:",
        "Go on.",
        "4. Alternatively, he knew of it.",
        "5. Evidence.",
        "(a) Beatings on the quay",
        "(b) His order",
        "(c) A Report on the Harbour",
        "6. Why. They were beaten.",
        "7. To tell guards to go on is enough.",
        "8. Against.",
        "(a) A denial",
        "9. Answer. It names no inquiry.",
        "10. An answer was requested on 14 August 2026. He denies it.",
        "11. Best. The Gazette",
    ]


def test_of_a_person_whom_the_count_leaves_out_the_allegations_speak(tmp_path: Path) -> None:
    lines = printed(tmp_path, counts=COUNTS)
    own = lines[lines.index("A.2 Tove Merrik: Deputy of the Harbour Guard") :]

    assert own[2:7] == ["13. Evidence.", "(a) Beatings on the quay", "14. Why. They were beaten.", "15. Each led it.",
                        "16. Against."]  # fmt: skip


def test_a_filing_argues_the_counts_that_it_names_in_its_order_and_then_what_they_leave(tmp_path: Path) -> None:
    counts = """\
- {id: one, title: The first, allegations: [beatings]}
- {id: two, title: The second, allegations: [death]}
- {id: three, title: The third, allegations: [death]}
"""
    lines = printed(tmp_path, case=BOTH.replace("forum: uk-ghr", "counts: [three], forum: uk-ghr"), counts=counts)

    assert [line for line in lines if line[:2] in {"A ", "B "}] == [
        "A 1 The third, July 2022",
        "B 2 Beatings, May 2022",
    ]


def test_a_text_of_an_argument_is_printed_in_the_language_of_the_document(tmp_path: Path) -> None:
    case = BOTH.replace("forum: uk-ghr", "language: fr, forum: uk-ghr")
    lines = printed(tmp_path, case=case, counts=COUNTS)

    assert lines[0] == "A 1 Violences au port, de mai à juillet 2022"
    assert [line[3:] for line in lines if "Conduct" in line][:1] == ["Conduct. Il avait le commandement."]


def test_what_speaks_against_is_told_where_the_text_of_a_count_cites_it(tmp_path: Path) -> None:
    def left_out(name: str, against: str) -> bool:
        counts = COUNTS.replace("      best:", f"      against: '{against}'\n      best:")
        case = CASE.replace("forum: uk-ghr", "counts: [violence], forum: uk-ghr")
        path, workspace = written(tmp_path / name, case=case, counts=counts)
        found = check_documents(open_case(path, "harbour", workspace), workspace)
        return "contrary-left-out" in [one.name for one in found]

    assert left_out("silent", "Nothing does.")
    assert not left_out("cited", "The Guard denies it [@gazette].")


COMMANDER = Holder("Orskelin", "male", (Post("Commander of the Battalion", "2021 to 2023"),))
COMMANDANT = replace(COMMANDER, posts=(Post("commandant du bataillon", "de 2021 à 2023"),))
COMANDANTE = replace(COMMANDER, posts=(Post("comandante del Batallón", "de 2021 a 2023"),))
COMMAND: dict[str, Any] = {"link": "direct_superior", "relation": "de_jure", "grade": "direct", "over": "the guards"}
KNEW = ["knew_and_did_not_prevent", "did_not_punish"]


def told(language: str, holder: Holder, *grounds: dict[str, Any], acts: tuple[str, ...] = ()) -> str:
    made = Teller(holder, acts, load_grammar(language)).tell([Responsibility.model_validate(one) for one in grounds])
    return " ".join("".join(one.pieces) for one in made)


@each(
    ("language", "holder", "over", "act", "words"),
    [
        ("en", COMMANDER, "the guards", "the beatings",
         "As Commander of the Battalion (2021 to 2023), Orskelin had direct legal command of the guards. He is alleged "
         "to have ordered the beatings. Alternatively, he is alleged to have known of, and neither prevented nor "
         "punished, the beatings."),
        ("fr", COMMANDANT, "les gardes", "les coups",
         "En qualité de commandant du bataillon (de 2021 à 2023), Orskelin exerçait de droit l’autorité hiérarchique "
         "directe sur les gardes. Il aurait ordonné les coups. À titre subsidiaire, il n’aurait ni empêché ni "
         "sanctionné les coups, dont il aurait eu connaissance."),
        ("es", COMANDANTE, "los guardias", "los golpes",
         "Como comandante del Batallón (de 2021 a 2023), Orskelin ejercía de derecho el mando directo sobre los "
         "guardias. Habría ordenado los golpes. Con carácter subsidiario, no habría impedido ni sancionado los golpes, "
         "pese a tener conocimiento de ello."),
    ],
)  # fmt: skip
def test_power_and_conduct_are_sentences(language: str, holder: Holder, over: str, act: str, words: str) -> None:
    grounds = ({**COMMAND, "over": over, "conduct": ["ordered"]}, {"conduct": KNEW, "alternative": True})

    assert told(language, holder, *grounds, acts=(act,)) == words


def test_a_power_in_fact_is_alleged_and_one_still_held_is_of_today() -> None:
    in_fact = {**COMMAND, "relation": "de_facto"}

    assert "Orskelin is alleged to have had direct de facto command of the guards." in told("en", COMMANDER, in_fact)
    assert "Orskelin exercerait" in told(
        "fr", replace(COMMANDANT, posts=(Post("ministre", "depuis 2021", is_held_now=True),)), in_fact
    )


@each(
    ("language", "gender", "words"),
    [
        ("en", "female", "She is alleged to have ordered"),
        ("en", None, "Orskelin is alleged to have ordered"),
        ("fr", "female", "Elle aurait ordonné"),
        ("fr", None, "Orskelin aurait ordonné"),
        ("es", None, "Habría ordenado"),
    ],
)
def test_who_is_named_again_has_the_pronoun_of_the_recorded_gender_or_the_name(
    language: str, gender: Any, words: str
) -> None:
    assert f". {words} " in told(language, replace(COMMANDER, gender=gender), {**COMMAND, "conduct": ["ordered"]})


def test_command_and_oversight_of_the_same_and_further_powers_are_one_sentence() -> None:
    command = {"label": "command", "grade": "direct", "over": "the returns"}
    grounds = (
        {**command},
        {**command, "label": "oversight", "grade": None},
        {"label": "command", "over": "the bureau"},
    )

    assert told("en", COMMANDER, *grounds).endswith(
        "Orskelin is alleged to have had direct command and oversight of the returns, and command of the bureau."
    )


def test_one_of_the_members_of_a_body_shared_its_responsibility() -> None:
    member = replace(COMMANDER, posts=(Post("Alternate Member", "2021 to 2023", is_one_of_several=True),))
    ground = {"link": "member_of_deciding_body", "relation": "de_jure", "over": "the vote", "conduct": ["took_part"]}

    assert told("en", member, ground) == (
        "As an Alternate Member (2021 to 2023), Orskelin shared responsibility for the vote."
    )  # fmt: skip


def test_several_acts_of_one_ground_are_named_once_and_each_with_its_preposition() -> None:
    ground = {"label": "command", "conduct": ["took_part", *KNEW]}

    assert told("fr", COMMANDANT, ground, acts=("la torture", "les mauvais traitements")).endswith(
        "Il aurait participé à la torture et aux mauvais traitements ou n’aurait ni empêché ni sanctionné ces faits, "
        "dont il aurait eu connaissance."
    )


@each(
    ("language", "pieces", "words"),
    [
        ("fr", ("de ", "les gardes"), "des gardes"),
        ("fr", ("à ", "le transfert"), "au transfert"),
        ("fr", ("de ", "l’État"), "de l’État"),
        ("fr", ("en qualité de ", "ambassadeur"), "en qualité d’ambassadeur"),
        ("es", ("de ", "el acto"), "del acto"),
        ("es", ("de ", "El Salvador"), "de El Salvador"),
        ("en", ("as a ", "adviser"), "as an adviser"),
    ],
)
def test_articles_and_prepositions_join_as_the_language_has_it(
    language: str, pieces: tuple[str, ...], words: str
) -> None:
    assert "".join(fitted(pieces, load_grammar(language))) == words


def test_what_the_author_wrote_stands_in_place_of_ours_in_its_own_language_only() -> None:
    own = {**COMMAND, "wording": "He commanded the guards."}
    ground = Responsibility.model_validate(own)
    foreign = ground.model_copy(update={"wording": ForeignText("He commanded.", "en", "roles/a", ("wording",))})

    assert told("en", COMMANDER, own) == "He commanded the guards."
    (one,) = Teller(COMMANDANT, (), load_grammar("fr")).tell([foreign])
    assert "".join(one.pieces).startswith("En qualité de commandant")


@each(
    ("language", "holder", "words"),
    [
        ("en", COMMANDER, "is alleged to have had command. He is alleged to have done no more than hold the post."),
        ("fr", COMMANDANT, "aurait exercé l’autorité hiérarchique. Il n’aurait fait qu’occuper le poste."),
        ("es", COMANDANTE, "habría ejercido el mando. No habría hecho más que ocupar el cargo."),
    ],
)
def test_documents_say_that_the_post_alone_is_put_forward(language: str, holder: Holder, words: str) -> None:
    assert told(language, holder, {"label": "command", "conduct": ["held_post_only"]}).endswith(f"Orskelin {words}")


@each(
    ("language", "asked", "printed"),
    [
        ("en-GB", "true", "An answer was requested on 3 May 2024. He denies it."),
        ("en-GB", "false", "An answer was given on 3 May 2024. He denies it."),
        ("fr", "true", "Une réponse a été demandée le 3 mai 2024. He denies it."),
        ("es", "true", "Se pidió respuesta el 3 de mayo de 2024. He denies it."),
    ],
)
def test_an_answer_is_printed_with_its_day_and_its_source(
    language: str, asked: str, printed: str, tmp_path: Path
) -> None:
    case = CASE.replace("forum: uk-ghr", f"forum: un-sp, language: {language}")
    answer = f"  answer: {{asked: {asked}, on: 2024-05-03, answer: He denies it., citations: 'gazette, p. 8'}}\n"
    page: Any = html.document_fromstring(
        build(write_case(tmp_path, case=case, allegations=ALLEGATIONS_ANSWERS + answer)).text
    )
    (shown,) = (p for p in page.iter("p") if "He denies it." in p.xpath("string()"))

    assert printed in shown.xpath("string()")
    assert shown.xpath("count(.//a[@role='doc-noteref'])") == 1


def test_an_illustration_says_who_submits_and_the_reasons_where_they_are_recorded(tmp_path: Path) -> None:
    case = f"{CASE}status: illustration\n"
    given = case.replace("{organisation:", "{description: We watch prisons., organisation:")
    reasons = "---\ntitle: R\nplace: reasons-solvan\n---\n\nHe led the Guard.\n"
    shown = build(write_case(tmp_path / "given", case=given, **{"narrative/reasons.md": reasons})).text
    bare = build(write_case(tmp_path / "bare", case=case)).text

    assert all(words in shown for words in ("We watch prisons.", "Draft statements of reasons", "He led the Guard."))
    assert not any(words in bare for words in ("who submits", "description of the submitting", "statements of reasons"))


ASKED = {"asked": True, "on": "2026-08-14"}


def told_unanswered(language: str, *people: str) -> str:
    graph = session(EXAMPLE).graph
    assert graph is not None
    asked = [person for one in people if (person := graph.find("people", Person, one))]
    printer = Printer(graph, load_catalogue(), load_wording(language))
    found = unanswered(Answer.model_validate(ASKED), asked, printer, Origin("allegations/a", "answer"))
    return found.text if found else ""


@each(
    ("language", "people", "words"),
    [
        ("en-GB", ("orskelin",), "Orskelin has not answered our letter of 14 August 2026."),
        ("fr", ("orskelin",), "Orskelin n’a pas répondu à notre lettre du 14 août 2026."),
        ("es", ("orskelin",), "Orskelin no ha respondido a nuestra carta del 14 de agosto de 2026."),
        ("fr", ("orskelin", "tovalka"), "Notre lettre du 14 août 2026 est restée sans réponse."),
    ],
)
def test_who_has_not_answered_is_named_where_one_alone_was_asked(
    language: str, people: tuple[str, ...], words: str
) -> None:
    assert told_unanswered(language, *people) == words
