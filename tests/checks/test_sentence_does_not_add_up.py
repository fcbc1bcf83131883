"""A part, a whole and a percentage in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.figures.sentence_does_not_add_up import CHECK
from probata.checks.runner import run_checks


def messages(folder: Path, sentence: str, language: str = "en-GB") -> list[str]:
    text = f"""
case: {{title: Example, language: {language}}}
allegations:
  - id: a
    title: Beatings
    statement: >-
      {sentence}
"""
    case, faults = load_example(folder, text)
    assert faults == []
    (result,) = run_checks(case, [CHECK])
    return [found.message for found in result.findings]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Of 4,000 prisoners 3,000, that is 60 per cent, were beaten.",
            "`3,000` of `4,000` is 75%, and the sentence says `60 per cent`",
        ),
        ("They beat 3,000 of the 4,000 prisoners (60%).", "`3,000` of `4,000` is 75%, and the sentence says `60%`"),
        ("They beat 18 out of 917 persons, or 1.4%.", "`18` of `917` is 2%, and the sentence says `1.4%`"),
        ("They beat 3,000 (60%) of the 4,000 prisoners.", "`3,000` of `4,000` is 75%, and the sentence says `60%`"),
        ("They beat 4,000 of the 3,000 prisoners, 75%.", "`4,000` of `3,000` is 133.3%, and the sentence says `75%`"),
    ],
)  # fmt: skip
def test_a_percentage_that_is_not_the_share_is_found(sentence: str, told: str, tmp_path: Path) -> None:
    assert messages(tmp_path, sentence) == [told]


@pytest.mark.parametrize(
    "sentence",
    [
        "Of 4,000 prisoners 3,000, that is 75 per cent, were beaten.",
        "They beat 18 of 917 persons (2%).",
        "They beat 18 of 917 persons (1.9%).",
        "They beat 18 of 917 persons (1.96%).",
        "They beat 2 of the 3 prisoners (66%), and 67% is the same rounded.",
        "They beat about 3,000 of the 4,000 prisoners (60%).",
        "They beat 3,000 of the 4,000 prisoners (about 60%).",
        "They beat 3,000 in one year and 4,000 in the next, 33% more.",
        "The report says “3,000 of the 4,000 prisoners (60%)”.",
        "They beat 3,000 of the 4,000 prisoners. Of these 60% were women.",
        "They beat 3,000 of the 4,000 prisoners in 12 prisons, 60% of them twice.",
        # What the percentage is of, is said by another predicate.
        "Of 120 detainees, 30 were released, and 10 per cent died in custody.",
        "In 3 of the 5 wings 80 per cent of prisoners were ill.",
        "Of the 4,000 prisoners 1,200 were beaten, and 15 per cent needed treatment in the infirmary.",
        "They beat 3,000 of the 4,000 prisoners (60 per cent of them twice).",
        "Either 30 of the 120 prisoners fled or 10 per cent died.",
        "Of the 4,000 prisoners (60%) 3,000 were beaten.",
        "Of 120 detainees, 30 were released, and the sick (10 per cent) were not.",
    ],
)
def test_what_may_be_right_is_left_alone(sentence: str, tmp_path: Path) -> None:
    assert messages(tmp_path, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Sur 120 détenus, 30 furent libérés, et 10 % moururent.", "fr"),
        ("De los 120 presos, 30 fueron liberados y el 10 % murió.", "es"),
        ("Von 120 Gefangenen wurden 30 entlassen, und 10 % starben.", "de"),
    ],
)
def test_a_second_predicate_is_none_of_the_first_in_any_language(sentence: str, language: str, tmp_path: Path) -> None:
    assert messages(tmp_path, sentence, language) == []


def test_french_and_spanish_are_divided_too(tmp_path: Path) -> None:
    french = "Sur 4\u00a0000 détenus, 3\u00a0000, soit 60 %, ont été battus."  # no-break spaces between the thousands

    assert len(messages(tmp_path / "fr", french, "fr")) == 1
    assert len(messages(tmp_path / "es", "De los 4.000 presos, 3.000, es decir, el 60 %, fueron golpeados.", "es")) == 1


def test_a_percentage_that_is_the_count_in_another_form_is_divided_too(tmp_path: Path) -> None:
    told = "`21` of `135` is 15.6%, and the sentence says `25 %`"

    assert messages(tmp_path / "a", "Of 135 requests 21 or 25 % were answered.") == [told]
    assert messages(tmp_path / "b", "Of 135 requests 21 or 16 % were answered.") == []


@pytest.mark.parametrize(
    ("language", "sentence", "total"),
    [
        ("en", "Of those who asked 34 % were parents, 24 % siblings and 50 % spouses.", "108"),
        ("en", "Of those who asked 34 % were parents, 24 % siblings, and 52.5 % spouses of prisoners.", "110.5"),
        ("fr", "Parmi eux, 34 % étaient des parents, 24 % des frères et 50 % des époux.", "108"),
        ("es", "De ellos, el 34 % eran padres, 24 % hermanos y 50 % cónyuges.", "108"),
        ("en", "Of those who asked 34 % were parents, 24 % siblings and 30 % spouses.", ""),
        ("en", "Of them 34 % were parents, 33 % siblings and 34 % spouses.", ""),
        ("en", "Of those held 60 % were beaten, 50 % were starved and 40 % were threatened.", ""),
        ("en", "It was 34 % in May, 50 % in June and 60 % in July.", ""),
        ("en", "Of them 60 % were parents, and 50 % spouses.", ""),
        ("en", "About 60 % were parents, 33 % siblings and 34 % spouses.", ""),
        ("en", "In May 60 % were men; 33 % came by night, and 34 % were freed.", ""),
    ],
)
def test_shares_of_one_thing_come_to_no_more_than_the_whole(
    language: str, sentence: str, total: str, tmp_path: Path
) -> None:
    found = messages(tmp_path, sentence, language)

    assert len(found) == bool(total)
    assert not total or found[0].endswith(f"of one sentence come to {total}%")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Three of the five guards struck him, and the other three watched.",
            "of `five` the sentence tells `Three` and, as the rest, `three`, which come to 6",
        ),
        (
            "Of 12 prisoners, 7 were moved and the remaining 4 stayed.",
            "of `12` the sentence tells `7` and, as the rest, `4`, which come to 11",
        ),
        (
            "They questioned 12 prisoners, 7 of whom were moved; the rest, 4, stayed.",
            "of `12` the sentence tells `7` and, as the rest, `4`, which come to 11",
        ),
        (
            "Of 12 prisoners, 5 were moved, 2 died and the other 6 stayed.",
            "of `12` the sentence tells `5`, `2` and, as the rest, `6`, which come to 13",
        ),
        (
            "Seven of the 12 prisoners were moved. The other four stayed.",
            "of `12` the sentence tells `Seven` and, as the rest, `four`, which come to 11",
        ),
        ("Of 12 prisoners, 7 were moved and 6 stayed.", "of `12` the sentence tells `7`, `6`, which come to 13"),
        ("Of 12 prisoners, 7 were moved and 4 stayed.", "of `12` the sentence tells `7`, `4`, which come to 11"),
        ("Of 12 prisoners, 7 were charged and 4 were not.", "of `12` the sentence tells `7`, `4`, which come to 11"),
        ("They beat 72 of 27 prisoners.", "`72` is said to be a part of `27`, which is less"),
        ("They beat 72 of the 27 prisoners.", "`72` is said to be a part of `27`, which is less"),
    ],
)
def test_parts_that_miss_or_exceed_their_total_are_found(sentence: str, told: str, tmp_path: Path) -> None:
    assert messages(tmp_path, sentence) == [told]


@pytest.mark.parametrize(
    "sentence",
    [
        "Three of the five guards struck him, and the other two watched.",
        "Of 12 prisoners, 7 were moved and the remaining 5 stayed.",
        "Of 12 prisoners, 7 were moved in 2 buses and the other 5 stayed.",
        "Of 12 prisoners, 7 were moved and 5 stayed.",
        "Seven of the 12 prisoners were moved. The other five stayed.",
        # Something else is counted, or told with no number.
        "Of 12 prisoners, 7 were moved; the other 3 wings were empty.",
        "Of 12 prisoners, 7 were moved, some died and the other 4 stayed.",
        "Of about 12 prisoners, 7 were moved and the other 4 stayed.",
        "Of 12 prisoners, 7 were moved and at least 4 stayed.",
        "Of 12 prisoners, most were moved and the other 4 stayed.",
        # What is told of some may be told of the others.
        "Of 27 former detainees, 21 describe beatings and 14 describe standing.",
        "Of 27 former detainees, 21 were beaten and 14 starved.",
        "Of 12 prisoners, 7 were released and 6 of them held again.",
        "Three of the five guards and two of the nine clerks saw it, and the other three did not.",
        "The guards came to the other three.",
        "He commanded one of the two companies, and the other 12 men followed.",
        "Seven of the 12 prisoners were moved.\n\n      The other four cells were empty.",
        "On 21 of 12 counts nothing was said “72 of 27 prisoners”.".replace("21 of 12", "12 of 21"),
        "They beat 27 of 72 prisoners.",
    ],
)
def test_parts_that_may_come_to_their_total_are_left_alone(sentence: str, tmp_path: Path) -> None:
    assert messages(tmp_path, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Sur 12 détenus, 7 furent transférés et les 4 autres moururent.", "fr"),
        ("Sur 12 détenus, 7 furent transférés et 6 sont restés.", "fr"),
        ("De los 12 presos, 7 fueron trasladados y los otros 4 murieron.", "es"),
        ("De los 12 presos, 7 fueron trasladados y 6 se quedaron.", "es"),
    ],
)
def test_parts_in_french_and_spanish_are_added_up_too(sentence: str, language: str, tmp_path: Path) -> None:
    assert len(messages(tmp_path, sentence, language)) == 1
    mended = sentence.replace("7", "8") if "4" in sentence else sentence.replace("7", "6")
    assert messages(tmp_path, mended, language) == []


def test_opposites_above_the_total_weigh_more_than_below_it(tmp_path: Path) -> None:
    def weight(sentence: str) -> str:
        text = f"case: {{title: Example}}\nallegations: [{{id: a, title: A, statement: '{sentence}'}}]\n"
        case, _ = load_example(tmp_path, text)
        (found,) = run_checks(case, [CHECK])[0].findings
        return found.severity.label

    assert weight("Of 12 prisoners, 7 were moved and 6 stayed.") == "should fix"
    assert weight("Of 12 prisoners, 7 were moved and 4 stayed.") == "note"
