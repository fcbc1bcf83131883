"""The checks of wording: names, abbreviations, directions, quotation marks, quantities, verdicts, terms, headings."""

from __future__ import annotations

from pathlib import Path

import yaml
from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import list_checks
from probata.checks.engine.run import run_checks
from probata.checks.prose.sentences import own_words, sentences_in
from probata.checks.prose.spelling import letters_apart
from probata.checks.prose.texts import MarkdownText
from probata.checks.prose.words import any_of, word_list
from probata.checks.wording.words import known_misuses
from probata.checks.wording.writing import loose_mark
from probata.diagnostics import Diagnostic, Severity

CHECKS = {page.check.name: page.check for page in list_checks()}
GUARD = {
    "id": "guard",
    "name": "Interior Guard of Kelvandra",
    "short_name": "the Interior Guard",
    "abbreviation": "IGK",
}
COUNCIL = {"id": "council", "name": "Council for Public Order", "abbreviation": "CPO"}
ORSKELIN = {"id": "orskelin", "name": {"family": "Orskelin", "given": "Daveth"}}


def found(name: str, folder: Path, summary: str, files: dict[str, str] | None = None, **records: object) -> list[str]:
    return [in_ids(one.message) for one in diagnosed(name, folder, summary, files, **records)]


def diagnosed(
    name: str, folder: Path, summary: str, files: dict[str, str] | None = None, **records: object
) -> tuple[Diagnostic, ...]:
    head = {"title": "Example", "summary": summary, **(records.pop("case", {}) or {})}  # type: ignore[dict-item]
    text = yaml.safe_dump({"case": head, **records}, allow_unicode=True, sort_keys=False, width=1000)
    case, faults = load_example(folder, text, files)
    assert [in_ids(fault.message) for fault in faults] == []
    (result,) = run_checks(case, [CHECKS[name]])
    return result.findings


# Sentences


def sentences(text: str) -> list[str]:
    return [one.raw.strip() for one in sentences_in(MarkdownText("case", "x", ("summary",), text))]


def test_a_citation_behind_the_full_stop_belongs_to_the_sentence_before() -> None:
    assert sentences("It was so. [@a, p. 2] Then it ended.") == ["It was so. [@a, p. 2]", "Then it ended."]


def test_initials_and_titles_end_no_sentence() -> None:
    assert sentences("John C. Demers met Dr. Wolk. He left.") == ["John C. Demers met Dr. Wolk.", "He left."]


def test_own_words_keep_their_places() -> None:
    text = "He said “all of it” [@a, p. 3] and left.^[See [@b].] 刘 [刘]{lang=zh}"

    own = own_words(text)

    assert len(own) == len(text)
    assert own.split() == ["He", "said", "and", "left.", "刘"]


def test_an_unclosed_mark_does_not_blank_the_next_paragraph() -> None:
    assert own_words('He said "no.\n\nShe said "yes" there.').split() == ["He", "said", '"no.', "She", "said", "there."]


# Names


@each(
    ("spelled", "how"),
    [
        ("Daveth Orskelyn", "the word `Orskelin`"),
        ("Davéth Orskelin", "an accent"),
        ("Orskelin Daveth", "the order of its parts"),
        ("Daveth Orske-Lin", None),
        ("Daveth Ors Kelin", "where its words are divided"),
    ],
)
def test_a_name_spelled_otherwise_is_found(tmp_path: Path, spelled: str, how: str | None) -> None:
    messages = found("name-spelled-two-ways", tmp_path, f"On 3 May {spelled} came.", people=[ORSKELIN])

    expected = f"`{spelled}` differs from the recorded name `Daveth Orskelin` in {how}"
    assert messages == ([expected] if how else [])


def test_a_wrong_name_of_a_source_is_told_and_found_in_our_text(tmp_path: Path) -> None:
    guard = {**GUARD, "misnomers": ["Central Guard of the Interior"]}
    ours, the_source = found(
        "name-spelled-two-ways", tmp_path, "The Central Guard of the Interior came on 3 May 2022.", bodies=[guard]
    )

    assert ours.startswith(
        "`Central Guard of the Interior` differs from the recorded name `Interior Guard of Kelvandra`"
    )
    assert the_source == (
        "a source prints `Central Guard of the Interior` for `Interior Guard of Kelvandra`, which is not its name"
    )


@each(
    "text",
    [
        "On 3 May Daveth Orskelin’s deputy came.",
        "On 3 May Daveth Orskelov came.",
        "On 3 May David Orskelin came.",
        "The minutes name “Daveth Orskelyn”.",
        "Here came Daveth. Orskelin left.",
    ],
)
def test_the_recorded_name_another_name_and_a_quotation_are_left_alone(tmp_path: Path, text: str) -> None:
    assert found("name-spelled-two-ways", tmp_path, text, people=[ORSKELIN]) == []


def test_a_recorded_misspelling_is_left_alone(tmp_path: Path) -> None:
    person = {**ORSKELIN, "aliases": [{"name": "Daveth Orskeljin", "kind": "misspelling"}]}

    assert found("name-spelled-two-ways", tmp_path, "Then Daveth Orskeljin came.", people=[person]) == []


def test_a_single_family_name_with_another_letter_is_a_note(tmp_path: Path) -> None:
    (one,) = diagnosed("name-spelled-two-ways", tmp_path, "On that day Orskelim came.", people=[ORSKELIN])

    assert (one.severity, in_ids(one.message)) == (
        Severity.INFO,
        "`Orskelim` differs from the recorded name `Daveth Orskelin` in a letter",
    )


def test_a_post_is_no_misspelled_ministry(tmp_path: Path) -> None:
    bodies = [{"id": "justice", "name": "Ministry of Justice"}]
    positions = [{"id": "minister", "title": "Minister", "body": "justice"}]
    text = "The Minister of Justice wrote to the Ministry of Justice."

    assert found("name-spelled-two-ways", tmp_path, text, bodies=bodies, positions=positions) == []


BOARD = {"id": "board", "name": "Prison Board"}


@each("other", ["Board of Prisons", "Halvet Board of Prisons", "Board of Prisons of Kelvandra"])
def test_a_turned_name_that_is_part_of_another_recorded_name_is_left_alone(tmp_path: Path, other: str) -> None:
    board = {**BOARD, "other_names": [other]}

    assert found("name-spelled-two-ways", tmp_path, "Then the Board of Prisons came.", bodies=[board]) == []


PUBLIC_ORDER = {
    "id": "council",
    "name": "Council for Public Order of Kelvandra",
    "short_name": "the Council",
    "other_names": ["Public Order Council"],
    "country": "Kelvandra",
}


@each("name", ["Council of Public Order", "Council of Public Order of Kelvandra"])
def test_a_body_is_compared_with_its_main_name_before_another_order_of_words(tmp_path: Path, name: str) -> None:
    (one,) = diagnosed("name-spelled-two-ways", tmp_path, f"Then the {name} came.", bodies=[PUBLIC_ORDER])

    assert one.severity is Severity.WARNING
    assert in_ids(one.message).startswith(f"`{name}` differs from the recorded name `Council for Public Order")
    assert in_ids(one.message).endswith("in the word `for`")


@each("name", ["Council for Public Order", "Public Order Council", "Council"])
def test_a_body_may_be_called_without_its_country(tmp_path: Path, name: str) -> None:
    assert found("name-spelled-two-ways", tmp_path, f"Then the {name} came.", bodies=[PUBLIC_ORDER]) == []


def test_a_misspelled_body_is_found_at_its_words(tmp_path: Path) -> None:
    (one,) = diagnosed("name-spelled-two-ways", tmp_path, "The Interior Gaurd of Kelvandra came.", bodies=[GUARD])

    assert one.span is not None
    assert (one.span.line, one.span.column) == (3, 16)
    assert "`Interior Guard of Kelvandra` in the word `Guard`" in in_ids(one.message)


@each(
    ("one", "other", "letters"), [("guard", "gaurd", 1), ("guard", "guards", 1), ("abc", "xyz", 3), ("same", "same", 0)]
)
def test_swapped_neighbours_are_one_letter(one: str, other: str, letters: int) -> None:
    assert letters_apart(one, other) == letters


# Abbreviations


def test_an_abbreviation_of_another_body_is_found(tmp_path: Path) -> None:
    messages = found("body-named-two-ways", tmp_path, "The Interior Guard (CPO) came.", bodies=[GUARD, COUNCIL])

    assert messages == [
        "`CPO` stands in brackets behind `Interior Guard of Kelvandra`, and is recorded for `Council for Public Order`"
    ]


def test_an_abbreviation_that_is_not_the_recorded_one_is_found(tmp_path: Path) -> None:
    messages = found("body-named-two-ways", tmp_path, "The Interior Guard (IG) came.", bodies=[GUARD])

    assert messages == ["`IG` stands in brackets behind `Interior Guard of Kelvandra`, whose abbreviation is `IGK`"]


def test_an_abbreviation_that_nobody_can_know_weighs_as_much_as_a_recorded_one_and_is_told_once(tmp_path: Path) -> None:
    (one,) = diagnosed("body-named-two-ways", tmp_path, "The XDB came. Then the XDB left.")

    assert (one.severity, in_ids(one.message)) == (
        Severity.WARNING,
        "`XDB` is used here and explained nowhere in the case",
    )


@each(
    "text",
    [
        "The UN and two NGOs wrote.",
        "The Bureau of Order (BOO) came. The BOO left.",
        "The IGK came.",
        "See UN Doc A/HRC/WGEID/125/1 and Part VI.",
        "THE WHOLE TRUTH was told.",
    ],
)
def test_known_and_explained_abbreviations_are_left_alone(tmp_path: Path, text: str) -> None:
    assert found("body-named-two-ways", tmp_path, text, bodies=[GUARD]) == []


# Directions


# Quotation marks


@each(
    "text",
    [
        'He said "no" and "yes".',
        "The guards’ register and the prisoners' cells.",
        "She said ‘the guards’ cells were full’.",
        "Er sagte „nein“ und ging.",
        "Il dit « non » et « oui ».",
        "Er sagte »nein«.",
        'A baton of 20" was found.',
        'Code `a"b` and [x]{lang="zh"}.',
        "It was “so.",
    ],
)
def test_marks_with_a_partner_and_apostrophes_are_left_alone(text: str) -> None:
    assert loose_mark(text) is None


@each(
    ("text", "mark"),
    [
        ('He said "no and left.', '"no'),
        ('He said "no and "yes", and left.', '"no'),
        ('He said no" and left.', '" and'),
        ("He said «no and left.", "«no"),
        ("He said no» and left.", "» and"),
        ("She said ‘no and left.", "‘no"),
        ("Er sagte „nein und ging.", "„nein"),
    ],
)
def test_a_mark_without_a_partner_is_found(text: str, mark: str) -> None:
    assert loose_mark(text) == text.index(mark)


def test_a_quotation_of_several_paragraphs_may_open_each(tmp_path: Path) -> None:
    name = "unbalanced-quotation-mark"

    assert found(name, tmp_path, 'It says:\n\n"One thing.\n\n"And another."\n') == []
    assert found(name, tmp_path, 'It says "one thing.\n\nAnd another.\n') == [
        'the mark `"` has no partner in its paragraph, in `It says "one thing.`'
    ]


# Quantities


# Verdicts


def judged(folder: Path, text: str, **head: object) -> tuple[Diagnostic, ...]:
    case = {"persons_concerned": ["orskelin"], **head}
    judgment = {"id": "judgment", "kind": "judgment", "name": "State v Orskelin", "citation": "*State v Orskelin*"}
    return diagnosed("verdict-word", folder, text, case=case, people=[ORSKELIN], authorities=[judgment])


@each(
    "text",
    [
        "Orskelin is a murderer.",
        "Daveth Orskelin was convicted of torture.",
        "Daveth Orskelin headed the unit. He is the main perpetrator.",
        "Colonel Orskelin tortured Witness A on 17 March 2023.",
        "Daveth Orskelin headed the unit. He ordered the torture of Witness A.",
        "Daveth Orskelin is a murderer, and he never paid for it.",
        "Daveth Orskelin headed the unit. He committed torture.",
        "Daveth Orskelin killed Witness A.",
        "The crimes of Daveth Orskelin are known.",
        "What Daveth Orskelin did is beyond doubt.",
    ],
)
def test_a_verdict_on_a_person_concerned_is_found(tmp_path: Path, text: str) -> None:
    assert [one.severity for one in judged(tmp_path, text)] == [Severity.WARNING]


@each(
    "text",
    [
        "Orskelin is an alleged murderer.",
        "Daveth Orskelin was convicted of torture [@judgment].",
        "The guards who beat them were murderers.",
        "Orskelin studied criminal law under the criminal code.",
        "Orskelin called them “murderers”.",
        "Orskelin has never been convicted.",
        "Orskelin was acquitted, so he is no murderer.",
        "The guards who tortured them were led by Orskelin.",
        "Orskelin allegedly tortured them.",
        "It is alleged that Orskelin tortured them.",
        "Orskelin commanded the unit in which they were tortured.",
        "It is alleged that Orskelin committed torture.",
        "The crimes alleged against Orskelin are in part B.",
        "The standard is proof beyond reasonable doubt, which Orskelin invokes.",
        "Guards were killed when Orskelin commanded.",
        "Orskelin denied that he killed Witness A.",
    ],
)
def test_a_hedge_a_judgment_and_another_person_are_left_alone(tmp_path: Path, text: str) -> None:
    assert judged(tmp_path, text) == ()


def test_the_words_of_a_threshold_are_left_to_their_own_check(tmp_path: Path) -> None:
    filings = [{"id": "submission", "forum": "uk-ghr"}]

    assert judged(tmp_path, "Daveth Orskelin was convicted of torture.", filings=filings) == ()


def test_the_verdict_of_another_is_a_note(tmp_path: Path) -> None:
    (one,) = judged(tmp_path, "The report calls Daveth Orskelin a torturer.")

    assert one.severity is Severity.INFO


# Terms


@each(
    ("text", "said"),
    [
        ("The State signed into the convention in 1998.", "signed into the convention"),
        ("The State ratified the Universal Declaration of Human Rights.", "ratified the Universal"),
        ("A Red Notice is an international arrest warrant.", "Red Notice is an international arrest warrant"),
        ("He was arrested by Interpol.", "arrested by Interpol"),
        ("She was extradited without any court hearing.", "extradited without any court hearing"),
        ("The UK Magnitsky Act reaches him.", "UK Magnitsky Act"),
        ("The witness alleges that the officer was found guilty.", "alleges that the officer was found guilty"),
        ("The European Convention of Human Rights forbids it.", "European Convention of Human Rights"),
        ("The guards committed a war crime.", "committed a war crime"),
        ("The killings were genocide.", "genocide"),
        ("It breaks the prohibition of non-refoulement.", "prohibition of non-refoulement"),
        ("At least 16 to 76 persons are held each day.", "At least 16 to 76"),
        ("It is a minimum average of 1,600-7,600 persons.", "minimum average of 1,600-7,600"),
        ("The State flaunted the rights of the defence.", "flaunted the rights"),
        ("Rights were openly flaunted.", "Rights were openly flaunted"),
        ("These are violations as sanctioned by the laws of the State.", "sanctioned by the laws"),
        ("The Tarn v. Kelvandra sentence says so.", "v. Kelvandra sentence"),
        ("The sentence of the European Court of Human Rights is clear.", "sentence of the European Court"),
        (
            "The judgment in Tarn v Kelvandra entered into force in May.",
            "judgment in Tarn v Kelvandra entered into force",
        ),
        ("They were held without judicial overview.", "judicial overview"),
        ("Officers who called there broke the territorial integrity of the State.", "territorial integrity"),
        ("He answers for domestic and international crimes.", "international crimes"),
        ("The UN Convention on the Protection of Refugees forbids it.", "UN Convention on the Protection of Refugees"),
        ("The Working Group on Enforced and Involuntary Disappearances asked.", "Working Group on Enforced and"),
        ("The Working Group on Arbitrary Arrest gave an opinion.", "Working Group on Arbitrary Arrest"),
        ("The UN Committee on Human Rights adopted views.", "UN Committee on Human Rights"),
        ("The Human Rights Counsel met.", "Human Rights Counsel"),
        ("The High Commission for Human Rights wrote.", "High Commission for Human Rights"),
        ("The Statute of Rome defines it.", "Statute of Rome"),
        ("The International Criminal Court of Justice decided.", "International Criminal Court of Justice"),
        ("The Special Reporter on torture wrote.", "Special Reporter on"),
        ("He was sentenced to preventive custody.", "sentenced to preventive custody"),
        ("They were indicted by the Council for Order.", "indicted by the Council"),
        ("The State ratified the Universal Declaration in 1960.", "ratified the Universal Declaration"),
    ],
)
def test_a_misused_term_is_found_with_its_reason(tmp_path: Path, text: str, said: str) -> None:
    messages = found("misused-term", tmp_path, text)

    assert [message.startswith(f"the text says `{said}") for message in messages] == [True]


@each(
    "text",
    [
        "The State signed the convention and ratified it.",
        "The State is a signatory to the protocol and has not ratified it.",
        "The Red Notice rests on a national arrest warrant.",
        "The UK Global Human Rights Sanctions Regulations reach him.",
        "In the armed conflict of 1999 the guards committed a war crime.",
        "He was extradited at the request of a State.",
        "Interpol deleted the notice; the arrest warrant of the State stands.",
        "The witness alleges that he was beaten, and the officer was found guilty.",
        "The US Global Magnitsky Act reaches him.",
        "The letter speaks of an “Interpol arrest warrant”.",
        "The conduct is contrary to the Universal Declaration of Human Rights.",
        "It breaks the prohibition of refoulement and the principle of non-refoulement.",
        "She flaunted her uniform, and the State flouted the rights of the defence.",
        "He was sanctioned by the Council of the Union in 2021.",
        "The court of Ostamar passed a prison sentence of five years.",
        "The Convention entered into force in 1998, as the judgment says.",
        "The judgment became final on 30 January 2023.",
        "The court gave an overview of its judgments.",
        "The invasion was against the territorial integrity of the State.",
        "Crimes against humanity are international crimes.",
        "The Convention Relating to the Status of Refugees and the Convention on the Rights of the Child apply.",
        "The Working Group on Enforced or Involuntary Disappearances and the Human Rights Council met.",
        "The High Commissioner for Human Rights and the Special Rapporteur on torture wrote.",
        "He was placed in preventive custody, and later sentenced to two years.",
        "They were indicted by the prosecutor at the Council’s request.",
        "Nobody was indicted by the government.",
        "At least from 2016 to 2018 he was there.",
        "It carries a minimum sentence of 5 to 10 years.",
        "They were held there at least on 3-5 May.",
        "He was held for at least 3 to 4 months.",
        "At least pages 3 to 5 were torn out.",
        "At least 16 persons were moved to 3 prisons.",
        "The State ratified the Covenant and recalls the Universal Declaration.",
    ],
)
def test_terms_that_are_used_rightly_are_left_alone(tmp_path: Path, text: str) -> None:
    assert found("misused-term", tmp_path, text) == []


@each(
    ("named", "said"),
    [
        ("the UN Convention on the Protection of Refugees", "UN Convention on the Protection of Refugees"),
        ("the prohibition of non-refoulement", "prohibition of non-refoulement"),
        ("violations as sanctioned by the laws of Ruritania", "sanctioned by the laws"),
        ("the UN Convention Against Torture", ""),
        ("the Universal Declaration of Human Rights", ""),
    ],
)
def test_what_a_source_calls_the_law_is_a_note_that_is_told_once(tmp_path: Path, named: str, said: str) -> None:
    found = diagnosed("misused-term", tmp_path, "Summary.", allegations=[
        {"id": key, "title": "T", "statement": "S.", "provisions": [{"instrument": "uncat", "named": named}]}
        for key in ("a", "b")
    ])  # fmt: skip

    assert [(one.severity, in_ids(one.message).split(":")[0]) for one in found] == [
        (Severity.INFO, f"the source that names the law says `{said}`")
    ] * (2 if said else 0)
    assert len({one.alike for one in found}) == bool(said)


def test_every_entry_of_the_list_has_a_name_of_its_own_a_reason_and_a_way_out() -> None:
    terms = known_misuses()

    assert len({term.id for term in terms}) == len(terms) > 20
    assert all(term.why and term.instead and not term.why.endswith(".") for term in terms)


# Headings


def test_every_list_of_words_can_be_read() -> None:
    assert all(int(entry["least"]) > 1 for entry in word_list("quantity")["numbers"])
    keys = (("attribution", "says"), ("verdict", "verdict"), ("verdict", "hedges"))
    assert all(any_of(name, key).search("zzz") is None for name, key in keys)
