"""The catalogue of law: every data file loads, says where each fact was read, and whom it binds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError
from tests.each import each

import probata.law
from probata.law import Catalogue, CatalogueError, Declaration, load_catalogue
from probata.law.catalogue import catalogue_from
from probata.law.checked import Checked
from probata.law.full_age import full_age
from probata.law.instrument import Instrument

WANTED = {
    "echr": ["2", "3", "4", "5", "6", "8", "9", "10", "11", "13", "14"],
    "uncat": ["1", "2", "3", "12", "13", "14", "15", "16"],
    "rome-statute": [
        "7",
        "7(1)",
        "7(1)(a)",
        "7(1)(d)",
        "7(1)(e)",
        "7(1)(f)",
        "7(1)(g)",
        "7(1)(h)",
        "7(1)(i)",
        "7(1)(k)",
        "7(2)(a)",
        "25(3)",
        "28(a)",
        "28(b)",
        "30",
    ],
    "refugee-protocol": ["1(2)"],
    "refugee-convention": ["1A(2)", "33"],
    "iccpr": ["2(3)", "6", "7", "8", "9", "10", "12", "14", "16", "17", "18", "19", "21", "22", "26"],
    "icpped": ["1", "2", "3", "5", "6", "12", "16", "17", "24"],
    "udhr": ["3", "4", "5", "9", "10", "12", "13", "18", "19", "20"],
    "un-charter": ["2(1)", "2(4)", "2(7)"],
    "uk-ghr-regulations": ["4(2)(a)", "4(2)(b)", "4(2)(c)", "6(2)(d)", "6(3)(a)", "6(3)(g)"],
    "samla": ["11"],
    "echr-protocol-4": ["2"],
    "us-glomag-act": ["10101(2)", "10102(a)(1)", "10102(b)", "10102(c)(1)", "10102(d)", "10102(g)"],
    "eo-13818": ["1(a)(ii)(A)", "1(a)(ii)(C)(1)", "2"],
    "eu-decision-2020-1999": ["1(1)(c)(i)", "1(1)(c)(v)", "1(2)", "1(4)", "5"],
    "eu-regulation-2020-1998": [],
}

FILES = sorted((Path(probata.law.__file__).parent / "instruments").glob("*.yaml"))

PLAIN = {"id": "x", "title": "X", "short": "X", "abbreviation": "X", "kind": "treaty", "form": "treaty"}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def all_facts(catalogue: Catalogue) -> list[Checked]:
    facts: list[Checked] = [*catalogue.conduct.values(), *catalogue.declarations.values()]
    facts += [code.huridocs for code in catalogue.conduct.values() if code.huridocs]
    for instrument in catalogue.instruments.values():
        facts += [instrument, *instrument.provisions]
        facts += [one for provision in instrument.provisions for one in provision.elements]
    for standing in catalogue.participation.values():
        facts += [standing, *standing.acceptances, *standing.reservations]
    return facts


def test_every_element_is_asked_for_and_every_test_asks_for_known_ones(catalogue: Catalogue) -> None:
    provisions = [provision for found in catalogue.instruments.values() for provision in found.provisions]
    asked = {element for provision in provisions for one in provision.elements for element in one.any_of}
    assert asked == set(catalogue.elements)


def test_an_element_was_read_where_its_provision_was_unless_it_says_otherwise(catalogue: Catalogue) -> None:
    torture = catalogue.provision("uncat", "1")
    assert torture is not None
    assert [one.any_of for one in torture.elements] == [
        ("severe-pain",), ("intent",), ("purpose",), ("state-involvement",), ("not-lawful-sanction",),
    ]  # fmt: skip
    assert {(one.verified, one.source) for one in torture.elements} == {(True, torture.source)}
    unread = catalogue.provision("echr", "2")
    assert unread is not None
    assert not any(one.verified for one in unread.elements)
    (abuse, _) = catalogue.requirements("eo-13818", "1(a)(ii)(A)")
    assert (abuse.verified, abuse.remark) == (
        False,
        "The Order does not define it; which acts are listed here is our reading.",
    )


def test_a_crime_asks_for_its_context_too(catalogue: Catalogue) -> None:
    named = [one.any_of[0] for one in catalogue.requirements("rome-statute", "7(1)(f)")]
    assert named[:2] == ["severe-pain", "intent"]
    assert {"attack", "policy", "widespread-or-systematic", "civilian-population", "knowledge-of-attack"} <= set(named)
    assert "purpose" not in named


def test_disappearance_asks_for_a_special_intention_in_the_statute_alone(catalogue: Catalogue) -> None:
    in_statute, in_convention = (
        {one.any_of[0] for one in catalogue.requirements(*place)}
        for place in (("rome-statute", "7(1)(i)"), ("icpped", "2"))
    )
    assert "removal-for-long" in in_statute - in_convention
    assert "outside-protection-of-law" in in_convention


def test_the_superiors_of_article_28_differ_in_knowledge_and_in_their_activities(catalogue: Catalogue) -> None:
    military, civilian = (
        {one.any_of for one in catalogue.requirements("rome-statute", number)} for number in ("28(a)", "28(b)")
    )
    assert military - civilian == {("knew", "should-have-known")}
    assert civilian - military == {("knew", "disregarded-information"), ("own-responsibility",)}


@each(
    ("elements", "provision", "reason"),
    [
        ([], {"elements": [{"any_of": ["x"], "text": "X"}]}, "no such elements: x"),
        ([], {"elements_of": ["7"]}, "no such provisions: 7"),
        (
            [
                {"id": "x", "label": "X", "about": "conduct", "definition": "X"},
                {"id": "y", "label": "Y", "about": "person", "definition": "Y"},
            ],
            {"elements": [{"any_of": ["x", "y"], "text": "X"}]},
            "alternatives about conduct and person: x, y",
        ),
    ],
)
def test_elements_that_do_not_fit_are_a_fault_of_the_catalogue(
    elements: list[object], provision: dict[str, object], reason: str
) -> None:
    instrument = {**PLAIN, "provisions": [{"number": "1", "heading": "H", "text": "T", **provision}]}
    with pytest.raises(CatalogueError, match=reason):
        catalogue_from([instrument], [], [], [], elements)


@each(("instrument", "number"), [(key, number) for key in WANTED for number in WANTED[key]])
def test_the_provisions_that_the_cases_use_are_there(catalogue: Catalogue, instrument: str, number: str) -> None:
    provision = catalogue.provision(instrument, number)
    assert provision is not None
    assert provision.number == number


DAYS_OF_READING = {date(2026, 11, 24), date(2026, 11, 26), date(2026, 11, 30)}


def test_what_is_verified_has_an_address_and_the_day_it_was_read(catalogue: Catalogue) -> None:
    facts = [fact for fact in all_facts(catalogue) if fact.verified]
    assert len(facts) > 60
    for fact in facts:
        assert fact.source is not None
        assert fact.source.startswith("http")
        assert fact.read_on in DAYS_OF_READING


@each("number", ["12", "13"])
def test_the_duties_to_investigate_and_to_hear_a_complaint_concern_torture_and_other_ill_treatment(
    catalogue: Catalogue, number: str
) -> None:
    provision = catalogue.provision("uncat", number)

    assert provision is not None
    assert set(provision.conduct) == {"failure_to_investigate", "torture", "cruel_inhuman_degrading_treatment"}
    assert provision.read_on == date(2026, 11, 26)


@each("instrument", ["echr", "echr-protocol-4"])
def test_what_nobody_read_is_not_verified(catalogue: Catalogue, instrument: str) -> None:
    found = catalogue.instruments[instrument]
    assert not found.verified
    assert not any(provision.verified for provision in found.provisions)


def test_the_letters_of_the_regulations_are_in_doubt(catalogue: Catalogue) -> None:
    for provision in catalogue.instruments["uk-ghr-regulations"].provisions:
        in_doubt = provision.number.startswith(("4(2)(", "6(2)(", "6(3)("))
        assert provision.number_in_doubt is in_doubt, provision.number


def test_pinpoints_use_the_unit_of_the_instrument(catalogue: Catalogue) -> None:
    assert catalogue.instruments["echr"].pinpoint("3") == "art 3"
    assert catalogue.instruments["uk-ghr-regulations"].pinpoint("6(3) (a)") == "reg 6(3)(a)"
    assert catalogue.instruments["samla"].pinpoint("11") == "s 11"


def test_every_code_of_conduct_is_the_concern_of_a_provision(catalogue: Catalogue) -> None:
    concerned = {code for found in catalogue.instruments.values() for item in found.provisions for code in item.conduct}
    assert set(catalogue.conduct) == concerned


def test_china_signed_the_covenant_and_is_no_party(catalogue: Catalogue) -> None:
    covenant = catalogue.participation_of("CN", "iccpr")
    assert covenant is not None
    assert (covenant.status, covenant.signed, covenant.deposited) == ("signatory", "1998-10-05", None)
    torture = catalogue.participation_of("CN", "uncat")
    assert torture is not None
    assert (torture.status, torture.deposited) == ("party", "1988-10-04")
    assert [(item.provision, item.accepted) for item in torture.acceptances] == [("20", False), ("22", False)]


def test_poland_has_the_entry_into_force_of_the_disappearance_convention_and_no_day_of_deposit(
    catalogue: Catalogue,
) -> None:
    found = catalogue.participation_of("PL", "icpped")
    assert found is not None
    assert (found.deposited, found.in_force) == (None, "2025-01-29")


def test_participation_covers_three_states_and_dates_of_the_human_rights_convention_are_not_verified(
    catalogue: Catalogue,
) -> None:
    assert {iso for iso, _ in catalogue.participation} == {"CN", "GB", "PL"}
    for iso in ("CN", "GB", "PL"):
        found = catalogue.participation_of(iso, "echr")
        assert found is not None
        assert not found.verified


@each(
    ("standing", "is_refused"),
    [
        ({"status": "party", "until": "2001"}, False),
        ({"status": "party", "in_force": "1999-05-01", "until": "2001"}, False),
        ({"status": "party", "in_force": "2001-05-01", "until": "2001"}, False),
        ({"status": "party", "deposited": "2002", "until": "2001-12-31"}, True),
        ({"status": "signatory", "until": "2001"}, True),
        ({"status": "not_party", "until": "2001"}, True),
    ],
)
def test_only_a_state_that_was_a_party_can_have_left(standing: dict[str, str], is_refused: bool) -> None:
    participation = [{"state": "Kelvandra", "iso": "ZZ", "instrument": "x", **standing}]
    if is_refused:
        with pytest.raises(CatalogueError, match="ZZ cannot leave x before it was a party"):
            catalogue_from([PLAIN], [], [], participation)
    else:
        found = catalogue_from([PLAIN], [], [], participation).participation_of("ZZ", "x")
        assert found is not None
        assert found.until == standing["until"]


def test_a_provision_cannot_be_verified_without_a_source() -> None:
    provision = {"number": "1", "heading": "H", "text": "T", "verified": "true"}
    with pytest.raises(ValidationError, match="names its source"):
        catalogue_from([{**PLAIN, "provisions": [provision]}], [], [], [])


def test_an_unknown_code_of_conduct_is_refused() -> None:
    provision = {"number": "1", "heading": "H", "text": "T", "conduct": ["nothing"]}
    with pytest.raises(CatalogueError, match="nothing"):
        catalogue_from([{**PLAIN, "provisions": [provision]}], [], [], [])


@each("path", FILES, ids=lambda path: path.stem)
def test_every_instrument_and_provision_says_in_the_file_whether_it_was_verified(path: Path) -> None:
    instrument = yaml.safe_load(path.read_text(encoding="utf-8"))
    facts = [instrument, *instrument.get("provisions", [])]

    assert [fact.get("number", "citation") for fact in facts if not isinstance(fact.get("verified"), bool)] == []


@each("name", ["China", "People's Republic of China", "the People’s Republic of China", "PRC", "cn"])
def test_a_state_is_known_by_the_names_in_use(catalogue: Catalogue, name: str) -> None:
    found = catalogue.standing_of(name, "uncat")

    assert found is not None
    assert (found.iso, found.status, found.deposited) == ("CN", "party", "1988-10-04")


@each(
    ("number", "is_beyond"),
    [("33", False), ("34", True), ("12, 99", True), ("31-40", True), ("16(40)", False), ("8 bis", False), ("", False)],
)
def test_a_number_is_beyond_the_last_provision_by_its_first_figures(number: str, is_beyond: bool) -> None:
    uncat = load_catalogue().instruments["uncat"]
    assert uncat.is_beyond(number) == is_beyond


def test_every_last_provision_was_read_and_is_beyond_none_that_the_catalogue_holds() -> None:
    known = [one for one in load_catalogue().instruments.values() if one.last_provision]
    assert {one.id for one in known} >= {"uncat", "iccpr", "rome-statute", "un-charter"}
    assert all(one.last_provision.verified for one in known if one.last_provision)
    assert not [(one.id, held.number) for one in known for held in one.provisions if one.is_beyond(held.number)]


def declaration(name: str) -> Declaration:
    found = load_catalogue().declaration(name)
    assert found is not None
    return found


def test_the_statement_of_truth_is_that_of_practice_direction_22() -> None:
    found = declaration("statement_of_truth")
    assert found.rule == "CPR PD 22, para 2.2"
    assert found.wording == (
        "I believe that the facts stated in this witness statement are true. I understand that proceedings for "
        "contempt of court may be brought against anyone who makes, or causes to be made, a false statement in a "
        "document verified by a statement of truth without an honest belief in its truth."
    )
    assert found.printed == found.wording


def test_the_declaration_outside_the_united_states_names_its_laws() -> None:
    found = declaration("us_1746_outside")
    assert found.wording == (
        "I declare (or certify, verify, or state) under penalty of perjury under the laws of the United States of "
        "America that the foregoing is true and correct. Executed on (date). (Signature)"
    )
    assert found.executed == "outside_united_states"


def test_the_declaration_within_the_united_states_is_the_same_without_its_laws() -> None:
    outside, within = declaration("us_1746_outside"), declaration("us_1746_within")
    assert within.wording == (
        "I declare (or certify, verify, or state) under penalty of perjury that the foregoing is true and correct. "
        "Executed on (date). (Signature)"
    )
    assert outside.wording.replace(" under the laws of the United States of America", "") == within.wording


def test_the_printed_form_chooses_one_alternative_and_leaves_the_date_open() -> None:
    for name in ("us_1746_outside", "us_1746_within"):
        found = declaration(name)
        chosen = found.wording.replace(" (or certify, verify, or state)", "").replace("(date)", "{date}")
        assert found.printed == chosen.removesuffix(" (Signature)")
        assert found.date_in_wording


def test_every_declaration_that_a_rule_prescribes_was_read_at_its_source() -> None:
    assert {found.id for found in load_catalogue().declarations.values() if not found.verified} == {"belief"}


CONDUCT = frozenset({"refoulement"})


def _bearers(instrument: str, number: str | None, conduct: frozenset[str] = CONDUCT) -> list[str]:
    found = load_catalogue().instrument(instrument)
    assert found is not None
    return [duty.bearer for duty in found.duties(number, conduct)]


@each(("instrument", "number"), [("uncat", "3"), ("refugee-convention", "33(1)"), ("echr", "3")])
def test_non_refoulement_binds_the_state_that_removes(instrument: str, number: str) -> None:
    assert _bearers(instrument, number) == ["state_that_removes"]


def test_one_provision_may_bind_one_state_as_to_torture_and_another_as_to_a_return_to_it() -> None:
    assert _bearers("echr", "3", frozenset({"torture"})) == ["state_with_jurisdiction"]


def test_a_provision_that_says_nothing_binds_whom_its_instrument_binds() -> None:
    assert _bearers("uncat", "12") == ["state_with_jurisdiction"]


@each(
    "instrument", [one for one in load_catalogue().instruments.values() if one.kind in {"treaty", "declaration"}],
    ids=lambda one: one.id,
)  # fmt: skip
def test_every_provision_of_a_treaty_or_declaration_says_whom_it_binds(instrument: Instrument) -> None:
    assert [one.number for one in instrument.provisions if not instrument.duties(one.number)] == []


def test_full_age_is_eighteen_by_the_convention_and_says_where_that_was_read() -> None:
    age = full_age()

    assert (age.years, age.instrument, age.provision) == (18, "Convention on the Rights of the Child", "1")
    assert (age.verified, age.read_on) == (True, date(2026, 11, 26))
    assert age.source is not None
    assert age.source.endswith("crc.json")
