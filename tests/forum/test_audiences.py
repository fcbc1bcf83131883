"""Who reads the documents of each forum: the addressee, and whoever comes to see them by its rules."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.case_folder import PEOPLE, write_case
from tests.each import each
from tests.forum.test_profiles import FORUMS, load

from probata.disclosure import disclose
from probata.graph.load import load_case
from probata.graph.resolve import Known

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
