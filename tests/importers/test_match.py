"""Which source of ours a work is, and what is merged: only where nothing contradicts."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.each import each
from tests.importers.works import planned, work

from probata.diagnostics import Span
from probata.importers.changes import Fate, Held, Outcome
from probata.importers.ids import wished_id


def ours(name: str = "ours", **fields: Any) -> Held:
    return Held(name, {"id": name, **fields}, Span("sources.yaml", 1))


def outcome(item: dict[str, Any], *known: Held) -> Outcome:
    return planned([work(type="report", **item)], *known)[0][0]


@each(
    ("mine", "theirs"),
    [
        ({"doi": "10.1/abc"}, {"DOI": "https://doi.org/10.1/ABC"}),
        ({"doi": "10.1/abc"}, {"URL": "https://dx.doi.org/10.1/ABC", "title": "T"}),
        ({"url": "https://e.example/a"}, {"URL": "http://www.E.example:80/a/#top"}),
        (
            {"title": "“A” title – here", "issued": "2021-03-04"},
            {"title": 'a  "A" title - here'[3:], "issued": "2021-03"},
        ),
        ({"title": "No date"}, {"title": "no date"}),
    ],
)
def test_a_source_is_known_by_doi_address_or_title_and_date(mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    found = outcome(theirs, ours(type="report", **mine))

    assert found.fate in (Fate.SAME, Fate.FILLED)
    assert found.id == "ours"


@each(
    "theirs",
    [
        {"title": "T", "issued": {"raw": "2020"}},
        {"title": "T"},
        {"title": "Other", "URL": "https://e.example/a?page=2"},
        {"title": "Other", "URL": "https://e.example/a#!/b"},
    ],
)
def test_another_date_or_page_is_another_source(theirs: dict[str, Any]) -> None:
    assert outcome(theirs, ours(title="T", issued="2021", url="https://e.example/a")).fate is Fate.ADDED


def test_missing_fields_are_filled_in() -> None:
    known = ours(type="report", title="T", issued="2021", url="https://e.example/a")
    outcomes, changes = planned(
        [work(type="report", title="T", issued="2021", DOI="10.1/x", URL="https://e.example/a")], known
    )

    assert outcomes[0].filled == ("doi",)
    assert [(one.record, one.fields) for one in changes.filled] == [("ours", {"doi": "10.1/x"})]


def test_what_contradicts_changes_nothing_and_both_sides_are_named() -> None:
    (found,), changes = planned(
        [work(type="report", title="Other", DOI="10.1/x", publisher="P")], ours(type="report", title="T", doi="10.1/x")
    )

    assert (found.fate, found.id) == (Fate.REFUSED, "ours")
    assert [(one.field, one.ours, one.theirs) for one in found.against] == [("title", "T", "Other")]
    assert not changes.filled
    assert not changes.added


@each(
    ("mine", "theirs", "agrees"),
    [
        ([{"family": "Doe", "given": "Jane"}], [{"family": "Doe", "given": "J."}], True),
        (["Jane Doe"], [{"family": "Doe", "given": "Jane"}], True),
        ([{"family": "Doe", "given": "Jane"}], [{"family": "Doe", "given": "Karl"}], False),
        ([{"family": "Doe"}], [{"family": "Doe"}, {"family": "Roe"}], False),
    ],
)
def test_given_names_may_be_cut_to_initials(mine: list[Any], theirs: list[Any], agrees: bool) -> None:
    found = outcome({"title": "T", "author": theirs}, ours(type="report", title="T", author=mine))

    assert (found.fate is Fate.SAME) is agrees


def test_a_date_that_says_more_than_ours_does_not_contradict_and_ours_stays() -> None:
    found = outcome({"title": "T", "issued": "2021-03-04"}, ours(type="report", title="T", issued="2021"))

    assert found.fate is Fate.SAME
    assert [(one.field, one.ours, one.theirs) for one in found.kept] == [("issued", "2021", "2021-03-04")]


def test_an_id_alone_makes_no_match() -> None:
    found = outcome({"id": "ours", "title": "Another", "issued": "2020"}, ours(title="T", url="https://e.example"))

    assert (found.fate, found.id) == (Fate.ADDED, "ours-2")


def test_of_two_alike_in_one_file_the_second_is_the_first() -> None:
    outcomes, changes = planned(
        [work(type="report", title="T"), work(type="report", title="T", DOI="10.1/x"), work(DOI="10.1/X")]
    )

    assert [one.fate for one in outcomes] == [Fate.ADDED, Fate.FILLED, Fate.REFUSED]
    assert changes.added == [{"id": "t", "type": "report", "title": "T", "doi": "10.1/x"}]


@each("kind", ["personal_communication", "interview"])
def test_a_letter_or_interview_without_a_title_is_known_by_who_wrote_or_spoke_and_when(kind: str) -> None:
    ana = [{"family": "Rill", "given": "Ana"}]
    spoke = {"id": "a1", "type": kind, "author": ana, "issued": "2022-05-13"}
    later = {**spoke, "id": "a2", "issued": "2022-06-01"}

    outcomes, _ = planned([work(**one) for one in (spoke, later, spoke)])

    assert [one.fate for one in outcomes] == [Fate.ADDED, Fate.ADDED, Fate.SAME]
    assert planned([work(**{**spoke, "author": []})])[0][0].fate is Fate.REFUSED


def test_a_work_without_anything_to_know_it_by_is_refused() -> None:
    assert outcome({"issued": "2020", "publisher": "P"}).fate is Fate.REFUSED


def test_a_record_with_a_fault_is_not_added_to() -> None:
    known = ours(type="report", title="T", issued="June 2021")
    known.is_locked = True

    found = outcome({"title": "T", "issued": "2021-06", "DOI": "x"}, known)

    assert found.fate is Fate.REFUSED
    assert [one.message for one in found.faults] == ["it is `ours`, whose record cannot be read as a whole"]


@each(
    ("wanted", "fields", "name"),
    [
        (("smith2020",), {}, "smith2020"),
        (("who:report",), {}, "who-report"),
        (
            ("http://zotero.org/users/1/items/A",),
            {
                "author": [{"family": "van der Berg", "given": "A"}],
                "title": "The Grey House on the Hill",
                "issued": "2021-03",
            },
            "van-der-grey-house-hill-2021",
        ),
        ((), {"title": "Серый дом", "url": "https://www.gazette.example/1", "issued": "2021"}, "gazette-example-2021"),
        ((), {"title": "Серый дом"}, "source"),
        (
            ("4",),
            {"author": ["Custody Watch"], "title": "Thirty Days", "issued": "2023"},
            "custody-watch-thirty-days-2023",
        ),
        (("4", "rill2023"), {"title": "Thirty Days"}, "rill2023"),
        (("4a",), {"title": "Thirty Days"}, "4a"),
        (("4",), {}, "source"),
    ],
)
def test_ids_are_kept_or_made_readable(wanted: tuple[str, ...], fields: dict[str, Any], name: str) -> None:
    assert wished_id(wanted, fields) == name


FEW = st.sampled_from(["A", "B"])
FEW_WORKS = st.fixed_dictionaries(
    {"type": st.just("report")},
    optional={
        "id": st.sampled_from(["x", "y"]),
        "title": FEW,
        "issued": st.sampled_from(["2020", "2020-03", "2021"]),
        "DOI": st.sampled_from(["10.1/a", "10.1/b"]),
        "URL": st.sampled_from(["https://a.example", "https://b.example"]),
        "publisher": FEW,
        "number": FEW,
        "translated-title": FEW,
    },
)


@given(st.lists(FEW_WORKS, max_size=6))
def test_the_same_works_a_second_time_add_nothing(items: list[dict[str, str]]) -> None:
    works = [work(**item) for item in items]
    added = planned(works)[1].added
    known = [Held(str(record["id"]), record, Span("f", number + 1)) for number, record in enumerate(added)]

    assert not planned(works, *known)[1].added
