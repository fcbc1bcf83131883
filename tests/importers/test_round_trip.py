"""What goes out as CSL-JSON and comes back is known again: nothing is added and nothing changes."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import example, given
from hypothesis import strategies as st
from tests.importers.works import planned

from probata.importers.changes import Fate, Held
from probata.importers.csl_json import read_csl_json
from probata.importers.to_csl import csl_json, csl_work
from probata.model.source_record import Source, SourceType

STAYS = (
    "note", "supports", "held", "cited_in", "as_printed", "url_as_printed", "confidentiality", "rank", "origin_group",
    "publisher_group", "country", "translations", "described", "read_in_part",
    "level", "fields_internal", "fields_for_recipient",
)  # fmt: skip
"""Fields of a source that do not go out."""
NOT_IN_FILES = "".join(map(chr, (*range(0xE000, 0xE01A), 0xFFFE, 0xFFFF, 0x202D, 0x202E)))
"""What no file of a case may hold, beside surrogates and control characters."""
SIGNS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=NOT_IN_FILES)
LINES = st.text(SIGNS, min_size=1, max_size=12).filter(str.strip) | st.sampled_from(
    [
        "<i>x</i> & y",
        "a: b",
        "type: book",
        "note: x",
        "https://e.example/a",
        "10.1/X",
        "  two\nlines\x85",
        "{:doi: x}",
        "United Nations,",
    ]
)
DATES = st.sampled_from(
    [
        "2015",
        "2015-08",
        "2015-08-21",
        "2015-08/2017-04",
        "2022-05/..",
        "../2014",
        "~2014",
        "2014~",
        "~2014/2015",
        "~2014/~2015",
        "2014/2015",
        "1000",
    ]
)
ONE_DATES = st.sampled_from(["2015", "2015-08", "2015-08-21", "~2014", "2014~", "1000"])
ONE_NAME = LINES.filter(lambda line: ";" not in line)
NAMES = st.lists(ONE_NAME | st.fixed_dictionaries({"family": LINES}, optional={"given": LINES}), min_size=1, max_size=3)
TEXTS = (
    *("title", "translated_title", "container_title", "collection_title", "edition", "genre", "event_title", "volume"),
    *("publisher", "publisher_place", "issue", "page", "number", "section", "url", "doi", "isbn", "issn", "medium"),
    *("note", "supports", "country", "short_title", "container_title_short", "number_of_pages"),
)
PERSONS = ("author", "editor", "translator", "recipient", "interviewer")
RECORDS = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(get_args(SourceType)),
        **dict.fromkeys(TEXTS, LINES),
        **dict.fromkeys(PERSONS, NAMES),
        **dict.fromkeys(("issued", "event_date"), DATES),
        "accessed": ONE_DATES,
        "archive_url": st.sampled_from(["https://web.archive.example/1?x=a b", "http://a.example/%C3%A9#x", "Archive"]),
        "language": st.sampled_from(["ru", "qaa-Cyrl", "en-GB"]),
        "held": st.sampled_from(["held", "on_file"]),
    },
)


@example([{"type": "webpage", "held": "held", "title": "0", "author": [{"given": ":", "family": "…"}]}])
@example([{"isbn": "  two\nlines\x85"}])
@given(st.lists(RECORDS, max_size=4))
def test_what_went_out_adds_nothing_when_it_comes_back(records: list[dict[str, Any]]) -> None:
    named = [{"id": f"s{number}", **record} for number, record in enumerate(records)]
    sources = [Source.model_validate(record) for record in named]
    known = [Held(str(record["id"]), record) for record in named]

    outcomes, _ = planned(read_csl_json(csl_json(sources), "f"), *known)

    assert [one.fate for one in outcomes] == [Fate.SAME] * len(records), outcomes


def test_what_is_ours_alone_does_not_go_out() -> None:
    said = {
        "note": "Nsecret",
        "supports": "Ssecret",
        "as_printed": "Psecret",
        "origin_group": "Gsecret",
        "described": "Dsecret",
        "held": "held",
    }
    source = Source.model_validate({"id": "a", "title": "T", "confidentiality": "confidential", **said})

    assert "secret" not in csl_json([source])
    assert csl_work(source) == {"id": "a", "type": "webpage", "title": "T"}


def test_every_field_of_a_source_goes_out_or_is_known_to_stay() -> None:
    values: dict[str, Any] = {
        **dict.fromkeys(("issued", "accessed", "event_date"), "2021"),
        **{name: ["N"] for name in PERSONS},
    }
    for name in set(Source.model_fields) - {"id", "type"} - set(STAYS):
        source = Source.model_validate({"id": "a", name: values.get(name, "en")})
        assert len(csl_work(source)) == 3, name
