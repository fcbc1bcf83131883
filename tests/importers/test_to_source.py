"""Works of CSL-JSON as fields of our records: nothing is dropped without a word, and every string is literal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.each import each
from tests.importers.works import HERE, fields, told, work

from probata.importers.dates import when_of, written
from probata.importers.foreign import Foreign
from probata.importers.to_source import converted
from probata.model.dates import parse_when


@each(
    ("value", "date"),
    [
        ({"date-parts": [["2021", 2]]}, "2021-02"),
        ({"date-parts": [[2021, "03", "4"]]}, "2021-03-04"),
        ({"date-parts": [[2021, 0, 0]]}, "2021"),
        ({"date-parts": [[2021, 3], [2021, 5, 6]]}, "2021-03/2021-05-06"),
        ({"date-parts": [[2021], [0]]}, "2021/.."),
        ({"date-parts": [[1990]], "circa": True}, "~1990"),
        ({"date-parts": [[1990]], "circa": "0"}, "1990"),
        ({"literal": "2022-05/.."}, "2022-05/.."),
        ({"raw": "c. 1990"}, "~1990"),
        ({"raw": "4 March 2021"}, "2021-03-04"),
        ({"date-parts": [], "edtf": "2021-03~"}, "2021-03~"),
        ("2021-03-04T10:11:12Z", "2021-03-04"),
        ("2021/3/4", "2021-03-04"),
        ("2021-03-00", "2021-03"),
        ("2014-2015", "2014/2015"),
        ("c. 2014–2015", "~2014/~2015"),
        ("3 de mayo de 2022", "2022-05-03"),
    ],
)
def test_dates_come_in_our_form(value: object, date: str) -> None:
    assert when_of(value) == (date, "")


@each(
    "value",
    [
        {"raw": "03/04/2021"},
        {"literal": "winter 1990"},
        "2021?",
        {"date-parts": [[2021, 2, 31]]},
        "31 February 2021",
        "2021-00-05",
        "2015-2014",
        "2014-15",
    ],
)
def test_a_date_that_is_not_understood_is_left_out_and_told(value: object) -> None:
    date, remark = when_of(value)

    assert not date
    assert remark


@each("value", [{"date-parts": [[1990]], "season": 2}, {"date-parts": [[1990, 21]]}])
def test_of_a_season_the_year_stays_and_it_is_told(value: object) -> None:
    assert when_of(value) == ("1990", "the season is left out of `1990`")


@given(st.text() | st.from_regex(r"(c\.? ?)?\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}", fullmatch=True))
def test_whatever_is_written_gives_a_date_of_ours_or_none(text: str) -> None:
    found = written(text)

    assert found == "" or parse_when(found).text == found


def test_particles_and_suffixes_stay_with_the_names_they_belong_to() -> None:
    names = [
        {"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"},
        {"family": "Alembert", "given": "Jean", "dropping-particle": "d’"},
        {"family": "King", "given": "Martin", "suffix": "Jr"},
        {"literal": "Ministry of X, Office"},
        {"family": "Plato"},
    ]

    assert fields(author=names)["author"] == [
        {"family": "van der Berg", "given": "Anna"},
        {"family": "Alembert", "given": "Jean d’"},
        {"family": "King Jr", "given": "Martin"},
        "Ministry of X, Office",
        {"family": "Plato"},
    ]


def test_rich_text_of_a_title_becomes_plain_and_other_signs_stay() -> None:
    title = 'The <i>Grey</i> <span class="nocase">House</span> <b\n>&amp;</b> a < b {{ x }} **y**'

    assert fields(title=title)["title"] == "The Grey House &amp; a < b {{ x }} **y**"


def test_lines_of_the_note_are_variables_where_the_work_has_none() -> None:
    note = "translated-title: Grey\nDOI: 10.1/X\nPublisher Place: Wien\nPMID: 7\nOriginal title: Серый\nfree words"

    assert fields(title="T", DOI="10.2/Y", note=note) == {
        "title": "T",
        "translated_title": "Grey",
        "publisher_place": "Wien",
        "doi": "10.2/Y",
        "note": "DOI: 10.1/X; PMID: 7; Original title: Серый; free words",
    }


def test_types_that_we_do_not_have_become_the_nearest_or_are_refused_with_the_way() -> None:
    assert converted(work(type="pamphlet", title="T")).fields["type"] == "document"
    assert "pamphlet" in converted(work(type="pamphlet", title="T")).of_type
    assert "authorities.yaml" in converted(work(type="legal_case", title="T")).refused
    assert converted(work(title="T", URL="https://e.example")).fields["type"] == "webpage"


@each("sign", ["\x07", "\ue000", "\ud800", "\ufffe", "\x85\x9b"])
def test_a_sign_that_no_document_can_hold_refuses_the_work_where_the_field_is_taken(sign: str) -> None:
    assert "cannot stand in a document" in told(title=f"A{sign}B").refused
    assert "cannot stand in a document" in told(title="T", author=[{"family": f"A{sign}"}]).refused
    assert not told(title="T", abstract=sign).refused


def test_a_value_of_another_shape_refuses_the_work() -> None:
    assert told(title=["a"]).refused == "`title`: it is no text"
    assert "characters" in told(title="x" * 10_001).refused


def test_languages_that_are_written_out_become_tags_and_others_are_told() -> None:
    assert fields(language="Russian") == {"language": "ru"}
    assert fields(language="en_GB") == {"language": "en-GB"}
    assert told(language="some words").remarks == [
        "`language`: `some words` is no tag of a language, such as `en` or `ru`"
    ]


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["family", "given", "literal", "date-parts", "raw", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(
            ["title", "author", "issued", "note", "type", "id", "URL", "language", "archive", "call-number", "x"]
        ),
        ANY,
        max_size=6,
    )
)
def test_nothing_that_a_file_may_hold_stops_the_program(item: dict[str, object]) -> None:
    made = converted(Foreign(item, HERE))

    assert all(made.fields.values())


@each(
    ("value", "pages"),
    [
        ("pp 3-4", "3-4"),
        ("p. 7", "7"),
        ("Pages 12–15", "12–15"),
        ("pp3-4", "3-4"),
        ("P-12", "P-12"),
        ("200 pp", "200 pp"),
        ("P3-P9", "P3-P9"),
        ("P. 3-9", "3-9"),
    ],
)
def test_pages_come_without_the_word_that_styles_print_themselves(value: str, pages: str) -> None:
    assert fields(page=value) == {"page": pages}


@each(
    ("name", "number", "field"),
    [
        ("ISSN", "978-1-6231-36567", "isbn"),
        ("ISSN", "0-19-825043-X", "isbn"),
        ("ISSN", "0938-5428", "issn"),
        ("ISBN", "0938-542X", "issn"),
        ("ISBN", "two lines", "isbn"),
        ("ISBN", "978-1-107-00115-2", "isbn"),
        ("ISSN", "0938-5428 (print)", "issn"),
    ],
)
def test_the_number_of_a_book_is_told_from_that_of_a_serial_by_its_length(name: str, number: str, field: str) -> None:
    assert fields(**{"title": "T", name: number}) == {"title": "T", field: number}


def test_a_period_in_which_a_page_was_read_is_left_out_and_told() -> None:
    item = {"id": "a", "type": "webpage", "title": "T", "accessed": {"date-parts": [[2021, 3], [2021, 5]]}}
    made = converted(Foreign(item, HERE))

    assert "accessed" not in made.fields
    assert made.remarks == ["`accessed`: the period `2021-03/2021-05` is left out: it is one date"]
