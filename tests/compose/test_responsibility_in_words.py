"""A ground of responsibility is told in sentences that name the person, in the grammar of each language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.each import each

from probata.compose.sentences.grammar import fitted
from probata.compose.sentences.ground_sentence import Holder, Post, Teller
from probata.document.foreign import ForeignText
from probata.messages import load_grammar
from probata.model.responsibility import Responsibility

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
