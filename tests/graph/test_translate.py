"""A case as a document in another language sees it."""

from __future__ import annotations

from copy import copy
from pathlib import Path

from tests.case_folder import write_case
from tests.each import each
from tests.three_languages import ALLEGATIONS, CASE, EVENTS, FILES, STEPS

from probata.diagnostics import Diagnostic, Severity
from probata.disclosure.name_forms import names_of
from probata.document.foreign import ForeignText
from probata.graph.case_graph import CaseGraph
from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.graph.translate import in_language
from probata.model.event import Event
from probata.model.kinds import KINDS
from probata.model.person import Person
from probata.model.record import prose_fields
from probata.model.step import Step
from probata.source.node import node_at

KNOWN = Known(frozenset({"un-sp"}), frozenset({"uncat"}), frozenset({"torture"}))


def load(folder: Path, **files: str) -> tuple[CaseGraph, list[Diagnostic]]:
    loaded = load_case(write_case(folder, **{**FILES, **files}), "harbour", KNOWN)
    assert loaded.graph is not None
    return loaded.graph, list(loaded.findings)


def event(graph: CaseGraph) -> Event:
    found = graph.find("events", Event, "raid")
    assert found is not None
    return found


def test_a_text_is_in_its_translation(tmp_path: Path) -> None:
    graph, findings = load(tmp_path)

    assert findings == []
    assert event(in_language(graph, "fr")).title == "Nuit sur le quai"
    assert event(in_language(graph, "es-MX")).title == "Noche en el muelle"
    assert not isinstance(event(in_language(graph, "fr")).title, ForeignText)


def test_a_text_without_a_translation_knows_its_language_and_place(tmp_path: Path) -> None:
    country = event(in_language(load(tmp_path)[0], "fr")).country

    assert country == "Kelvandra"
    assert isinstance(country, ForeignText)
    assert (country.lang, country.record, country.loc) == ("en-GB", "events/raid", ("country",))


def test_a_text_without_a_translation_is_copied_to_another_process_with_its_language(tmp_path: Path) -> None:
    """PDF files of several documents are written by other processes."""
    country = event(in_language(load(tmp_path)[0], "fr")).country
    copied = copy(country)  # as pickling does it

    assert isinstance(copied, ForeignText)
    assert (copied, copied.lang, copied.record, copied.loc) == ("Kelvandra", "en-GB", "events/raid", ("country",))


def test_the_very_tag_goes_before_another_of_the_same_language(tmp_path: Path) -> None:
    events = EVENTS + "    fr-CH: {title: Nuit au quai}\n"
    graph, _ = load(tmp_path, events=events)

    assert event(in_language(graph, "fr-CH")).title == "Nuit au quai"
    assert event(in_language(graph, "fr")).title == "Nuit sur le quai"
    assert event(in_language(graph, "fr-CA")).title == "Nuit sur le quai"


def test_a_text_for_another_country_goes_before_the_text_of_the_case_in_that_country_alone(tmp_path: Path) -> None:
    graph, findings = load(tmp_path, events=EVENTS + "    en-US: {title: Night on the dock}\n")
    before, after = event(graph), event(in_language(graph, "en-US"))

    assert findings == []
    assert (before.title, after.title, event(in_language(graph, "en-CA")).title) == (
        "Night on the quay", "Night on the dock", "Night on the quay"
    )  # fmt: skip
    assert after.country == before.country
    assert not isinstance(after.country, ForeignText)
    assert str(node_at(in_language(graph, "en-US").nodes["events", "raid"], ("title",)).span).startswith(
        "harbour/events.yaml:12:"
    )


def test_a_case_with_one_text_for_another_country_is_read_anew_for_it(tmp_path: Path) -> None:
    case = CASE.split("  - id: letter-fr")[0] + "translations: {en-US: {title: The Harbor Case}}\n"
    loaded = load_case(write_case(tmp_path, case=case), "harbour", KNOWN)
    assert loaded.graph is not None

    assert in_language(loaded.graph, "en-US").case.title == "The Harbor Case"
    assert in_language(loaded.graph, "en-GB") is loaded.graph


def test_a_record_may_be_in_a_language_of_its_own(tmp_path: Path) -> None:
    case = CASE.replace("title: The Harbour Case", "title: Le port\nlanguage: fr").split("  - id: letter-fr")[0]
    title = event(in_language(load(tmp_path, case=case)[0], "en-GB")).title

    assert isinstance(title, ForeignText)
    assert (title, title.lang) == ("Night on the quay", "fr")


def test_what_is_found_in_a_translation_has_the_place_of_the_translation(tmp_path: Path) -> None:
    told = in_language(load(tmp_path)[0], "fr")

    assert str(told.span("events", "raid", "title")) == "harbour/events.yaml:10:17"
    assert str(node_at(told.nodes["events", "raid"], ("title",)).span) == "harbour/events.yaml:10:17"


def test_a_pseudonym_has_its_translation_and_a_name_without_one_stays(tmp_path: Path) -> None:
    people = FILES["people"] + (
        "- {id: witness-a, name: {full: Witness A, translations: {fr: {full: Témoin A}}}, part_played: [witness]}\n"
    )
    graph, findings = load(tmp_path, people=people)

    assert not [found for found in findings if found.name == "nothing-to-translate"]
    for language, shown in (("fr", "Témoin A"), ("es", "Witness A")):
        named = in_language(graph, language).find("people", Person, "witness-a")
        assert named is not None
        assert (named.name.display, isinstance(named.name.full, ForeignText)) == (shown, False)


def test_the_name_in_a_translation_is_a_form_of_a_name_to_be_hidden(tmp_path: Path) -> None:
    people = FILES["people"] + (
        "- {id: witness-a, name: {full: Witness A, translations: {fr: {full: Témoin A}}}, part_played: [witness]}\n"
    )
    person = load(tmp_path, people=people)[0].find("people", Person, "witness-a")

    assert person is not None
    forms = {"Witness A", "A Witness", "Témoin A", "@WitnessA", "@AWitness"}
    assert set(names_of([person], [])["witness-a"]) == forms


@each(
    ("name", "text", "place", "message"),
    [
        ("events", EVENTS.replace("fr: {title:", "fr: {titel:"), "events.yaml:10:10",
         "there is no text `titel` here that a translation could stand for"),
        ("events", EVENTS.replace("fr: {title:", "fr: {conduct:"), "events.yaml:10:10",
         "there is no text `conduct` here that a translation could stand for"),
        ("steps", STEPS.replace("  answer: Not registered\n", ""), "steps.yaml:7:38",
         "there is no text `answer` here that a translation could stand for"),
    ],
)  # fmt: skip
def test_a_translation_of_what_is_not_there_is_found(
    tmp_path: Path, name: str, text: str, place: str, message: str
) -> None:
    found = [each for each in load(tmp_path, **{name: text})[1] if each.name == "nothing-to-translate"]

    assert (str(found[0].span), found[0].message) == (f"harbour/{place}", message)
    assert found[0].severity is Severity.WARNING


def test_a_citation_in_a_translation_that_leads_nowhere_is_found_at_its_words(tmp_path: Path) -> None:
    text = ALLEGATIONS.replace("ont battu 12000 prisonniers.", "ont battu 12000 prisonniers [@reprot, p. 7].")
    (found,) = [each for each in load(tmp_path, allegations=text)[1] if each.code.startswith("REF")]

    assert found.message == "no source or authority has the id `reprot`"
    assert str(found.span).startswith("harbour/allegations.yaml:18:")


@each("tag", ["english", "e", "fr_FR", "fr fr"])
def test_a_language_that_is_no_tag_is_found(tmp_path: Path, tag: str) -> None:
    found = load(tmp_path, steps=STEPS.replace("fr:", f'"{tag}":'))[1]

    assert [(each.name, str(each.span)) for each in found] == [("unknown-language", "harbour/steps.yaml:8:5")]


def test_every_kind_of_record_with_texts_takes_translations() -> None:
    with_texts = [kind.record for kind in KINDS if prose_fields(kind.record)]

    assert len(with_texts) > 10
    assert all("translations" in record.model_fields for record in with_texts)
    assert Step in with_texts
