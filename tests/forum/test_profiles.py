"""The forums that ship: their rules, who reads them, and why a filing is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel
from tests.case_folder import PEOPLE, write_case
from tests.each import each
from tests.forum.test_examples import FORUMS as FORUMS_REFUSALS
from tests.forum.test_examples import WORKSPACE, Case, read_example, take_out
from tests.reads import have_read

from probata.diagnostics import Diagnostic, Severity
from probata.disclosure import disclose
from probata.forum import Profile, load_forum, own_templates
from probata.forum.sourced import PRACTICE, Sourced
from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.law import load_catalogue
from probata.model.allegation import Allegation
from probata.model.case_file import CaseFile, Filing
from probata.model.person import Person
from probata.model.responsibility import Conduct, Label, Link
from probata.model.statement import Statement
from probata.pipeline import filings, open_case, refusals

FORUMS = ("eu-ghrsr", "support-statement", "uk-cpr-ws", "uk-ghr", "un-sp", "us-glomag")
RECORDS: dict[str, type[BaseModel]] = {
    "case": CaseFile,
    "filing": Filing,
    "person": Person,
    "allegation": Allegation,
    "statement": Statement,
}
PAPERS = {
    ("us-glomag", "both-departments"): "https://safeguarddefenders.com/en/blog/template-filing-perpetrators-magnitsky-act-sanctions",
    ("us-glomag", "three-questions"): "https://pdfslide.us/documents/global-magnitskyact-targeted-sanctions-primer-1-was-the-victim-subjected-to-a-shra.html",
    ("us-glomag", "national-interest"): "https://humanrightsfirst.org/library/global-magnitsky-human-rights-and-accountability-act-submission-form/",
    ("us-glomag", "contrary-evidence"): "https://docslib.org/doc/3706376/fighting-impunity",
    ("uk-ghr", "appropriateness"): "https://www.gov.uk/government/publications/global-human-rights-sanctions-factors-in-designating-people-involved-in-human-rights-violations/global-human-rights-sanctions-consideration-of-targets",
}  # fmt: skip
"""Papers from which a rule was taken that are no law, or not the law as it now is."""
PROVISION = re.compile(
    r"(?i)\b(?:paras?|paragraphs?|arts?|articles?|sections?|ss?|regs?|regulations?|rules?|rr?)\b\.? ?\d"
)
"""A provision in a text, as `para 11.3`, `section 5` or `r. 32.8`."""


def load(forum: str) -> Profile:
    loaded = load_forum(forum, [own_templates()])
    assert loaded.forum is not None, loaded.findings
    return loaded.forum.profile


@pytest.fixture(scope="module", params=FORUMS)
def profile(request: pytest.FixtureRequest) -> Profile:
    return load(request.param)


def model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := model_in(part))), None)


def test_a_rule_has_an_address_and_days_of_reading_or_is_custom_of_the_trade(profile: Profile) -> None:
    items: list[Sourced] = [*profile.rules, *profile.legal_test, *profile.measures]
    for item in (*items, *(rule.analogy for rule in profile.rules if rule.analogy)):
        if item.source == PRACTICE:
            assert (item.verified, item.read_on) == (False, None), item
        else:
            assert item.source.startswith("http"), item
            assert item.read_on, item
            assert item.recheck_by, item
            assert item.recheck_by > item.read_on, item
            assert not item.verified or item.read_on == date(2026, 11, 24), item


def test_a_rule_that_names_a_provision_says_by_when_it_is_read_again(profile: Profile) -> None:
    unread = [rule.id for rule in profile.rules if PROVISION.search(rule.text) and not rule.recheck_by]

    assert unread == []


@each("path", sorted(own_templates().glob("*/forum.yaml")), ids=lambda path: path.parent.name)
def test_every_rule_limb_and_measure_says_in_the_file_whether_it_was_verified(path: Path) -> None:
    profile = yaml.safe_load(path.read_text(encoding="utf-8"))
    items = [item for key in ("rules", "legal_test", "measures") for item in profile.get(key, [])]
    items += [item["analogy"] for item in items if "analogy" in item]

    assert items
    assert [item.get("id", item) for item in items if not isinstance(item.get("verified"), bool)] == []


@each(("forum", "rule"), PAPERS)
def test_a_rule_taken_from_a_paper_that_is_no_law_has_its_address_and_is_not_verified(forum: str, rule: str) -> None:
    found = load(forum).rule(rule)

    assert found is not None
    assert (found.source, found.verified) == (PAPERS[forum, rule], False)
    assert found.read_on


def test_an_unverified_rule_never_weighs_more_than_should_fix(profile: Profile) -> None:
    for rule in profile.rules:
        expected = Severity.ERROR if rule.verified and not rule.optional else Severity.WARNING
        assert rule.heaviest is expected, rule.id


def test_every_required_field_is_a_field_of_its_record(profile: Profile) -> None:
    assert len(profile.required_fields) > 10
    for required in profile.required_fields:
        model: type[BaseModel] | None = RECORDS[required.of]
        for step in required.path.split("."):
            assert model is not None, required.path
            assert step in model.model_fields, required.path
            model = model_in(model.model_fields[step].annotation)


def test_the_threshold_is_suspicion_on_reasonable_grounds_and_was_read() -> None:
    profile = load("uk-ghr")
    assert profile.threshold is not None
    assert profile.threshold.phrase == "reasonable grounds to suspect"
    rule = profile.rule(profile.threshold.rule)
    assert rule is not None
    assert rule.verified


def test_the_limbs_have_the_words_of_the_catalogue(profile: Profile) -> None:
    for limb in profile.legal_test:
        provision = load_catalogue().provision(limb.instrument or "", limb.provision or "")
        assert provision is not None, limb.id
        assert limb.text in provision.text
        assert (limb.verified, limb.source) == (provision.verified, provision.source), limb.id
        assert limb.number_in_doubt is provision.number_in_doubt


def test_conditions_speak_the_codes_of_the_catalogue_and_of_the_records(profile: Profile) -> None:
    codes = set(load_catalogue().conduct)
    for condition in (condition for limb in profile.legal_test for condition in limb.when):
        assert set(condition.conduct) <= codes
        assert set(condition.responsibility_link) <= set(get_args(Link))
        assert set(condition.responsibility_label) <= set(get_args(Label))
        assert set(condition.responsibility_conduct) <= set(get_args(Conduct))


@each("forum", ["uk-ghr", "us-glomag", "eu-ghrsr"])
def test_each_code_of_conduct_leads_to_a_right_or_the_forum_says_that_it_does_not(forum: str) -> None:
    profile = load(forum)
    for code in load_catalogue().conduct:
        rights = [limb for limb in profile.limbs_for([code], []) if limb.kind == "right"]
        assert bool(rights) is not bool(profile.uncovered(code)), code


OF_THE_RECORDS = {
    "missing-field", "unknown-reference", "unknown-source", "name-without-consent", "status-draft",
}  # fmt: skip
"""Findings that ask nothing for a forum: of records that lack what they name, or of a case that is not ready."""
CREDITS = re.compile(r"\b(?:required by|requires|wants)\b")
"""Words by which a message says that a forum asks for something."""


def profile_of(forum: str) -> Profile:
    loaded = load_forum(forum, WORKSPACE.template_roots).forum
    assert loaded is not None
    return loaded.profile


def cases_with_less(forum: str, profile: Profile) -> Iterator[tuple[Case, bool]]:
    """Give the example without each field, kind of records and read, and whether its reads are to be renewed."""
    for field in profile.required_fields:
        case = read_example(forum)
        take_out(case, field)
        yield case, True
    for kind in [kind for kind in read_example(forum) if kind != "case"]:
        case = read_example(forum)
        del case[kind]
        yield case, kind != "reads"
    for read in profile.reads:
        case = read_example(forum)
        case["reads"] = [one for one in case.get("reads", ()) if one.get("read_as") != read.read_as]
        yield case, False


def refused(case: Case, path: Path, is_read: bool) -> tuple[Diagnostic, ...]:
    path.write_text(yaml.dump(case, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
    session = open_case(have_read(path) if is_read and "allegations" in case else path, path.name, WORKSPACE)
    if session.graph is None or session.graph.left_out:
        return tuple(found for found in session.report if found.severity is Severity.ERROR)
    return refusals(session, WORKSPACE, filings(session)[0])


def rests_on(found: Diagnostic, profile: Profile) -> str:
    """Return on what a refusal rests: `verified`, `ours`, `records`, or what is wrong with it."""
    rules = [profile.rule(name) for note in found.notes for name in re.findall(r"^rule `([\w-]+)`:", note)]
    if unread := [rule.id if rule else "none" for rule in rules if rule is None or not rule.verified]:
        return f"credits the forum with {unread}"
    if rules:
        return "verified"
    if CREDITS.search(found.message):
        return "credits the forum without a rule"
    if any(note.startswith("our own rule") for note in found.notes):
        return "ours"
    return "records" if found.name in OF_THE_RECORDS else "nothing"


@each("forum", FORUMS_REFUSALS)
def test_a_rule_that_was_not_read_never_blocks(forum: str, tmp_path: Path) -> None:
    profile = profile_of(forum)
    found = {
        (rests_on(one, profile), one.name, one.message)
        for case, is_read in cases_with_less(forum, profile)
        for one in refused(case, tmp_path / "example.yaml", is_read)
    }
    grounds = {ground for ground, _, _ in found}

    assert [one for one in sorted(found) if one[0] not in {"verified", "ours", "records"}] == []
    assert "verified" in grounds or not any(rule.verified for rule in profile.rules), "something is refused by a rule"
    assert "ours" in grounds


AUDIENCES = {
    "uk-ghr": {"decision_maker", "accused"},
    "uk-cpr-ws": {"decision_maker", "accused", "public"},
    "us-glomag": {"decision_maker", "accused"},
    "eu-ghrsr": {"decision_maker", "accused"},
    "un-sp": {"decision_maker", "state"},
    "support-statement": {"decision_maker", "accused"},
}
"""Evidence reaches the person on review (UK, and by prudence US), grounds are notified (EU), a court's statement is
served on the other side and may be read in open court, a communication goes to the State, and a statement in support
goes wherever its submission does."""
WITNESS = PEOPLE + "- {id: witness, name: {full: Iven Quarrow}, consent_required: true}\n"
EACH = [(forum, audience) for forum, audiences in AUDIENCES.items() for audience in sorted(audiences)]


def is_shown(folder: Path, forum: str, agreed: Iterable[str]) -> bool:
    """Tell whether a witness who agreed to these readers alone may be seen by those of a forum."""
    consent = f"- {{id: c, person: witness, forums: [{forum}], audiences: [{', '.join(sorted(agreed))}]}}\n"
    loaded = load_case(write_case(folder, people=WITNESS, consents=consent), "harbour", Known())
    assert loaded.graph is not None
    return disclose(loaded.graph, load(forum)).graph.has("people", "witness")


@each("forum", FORUMS)
def test_the_readers_of_a_forum_are_all_who_come_to_see_its_documents(forum: str) -> None:
    disclosure = load(forum).disclosure

    assert set(disclosure.audiences) == AUDIENCES[forum]
    assert disclosure.consent_required


@each(("forum", "audience"), EACH)
def test_a_witness_who_did_not_agree_to_one_of_the_readers_is_left_out(
    tmp_path: Path, forum: str, audience: str
) -> None:
    assert not is_shown(tmp_path, forum, AUDIENCES[forum] - {audience})
