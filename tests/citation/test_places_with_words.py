"""What is a place, and what are words behind it."""

from __future__ import annotations

from tests.each import each

from .cases import citation, cited, item, note_texts, paragraph
from .golden_tables import golden_library

LIU4 = "1 _Liu v Poland_ App no 37610/18 (ECtHR, 6 October 2022)"
LIU5 = "1 _Liu v Poland_ ECtHR App No 37610/18 (6 October 2022)"
LIU_US = "1 Liu v. Poland, App. No. 37610/18"


@each(
    ("style", "place", "expected"),
    [
        ("oscola-5", "137, with reasons", f"{LIU5} [137], with reasons."),
        ("oscola-5", "137-139, with reasons and more", f"{LIU5} [137]–[139], with reasons and more."),
        ("oscola-5", "12, n 4", f"{LIU5} [12], fn 4."),
        ("oscola-5", "3, 5-7 and 9", f"{LIU5} [3], [5]–[7] and [9]."),
        ("oscola-5", "3, 5, and 9", f"{LIU5} [3], [5], and [9]."),
        ("oscola-5", "79 (dissent of Wojtyczek)", f"{LIU5} [79] (dissent of Wojtyczek)."),
        ("oscola-4", "137, with reasons", f"{LIU4}, para 137, with reasons."),
        ("oscola-4", "12, n 4", f"{LIU4}, para 12, fn 4."),
        ("oscola-4", "3, 5-7 and 9", f"{LIU4}, paras 3, 5–7 and 9."),
        ("oscola-4", "12 ff", f"{LIU4}, paras 12 ff."),
        ("oscola-5", "12 ff", f"{LIU5} [12] ff."),
        ("bluebook-21", "12 ff", f"{LIU_US}, ¶¶ 12 ff (Oct. 6, 2022)."),
        ("un-plain", "12 ff.", "paras. 12 ff."),
        ("oscola-4", "12 a contrario", f"{LIU4}, para 12 a contrario."),
        ("bluebook-21", "12, n 4", f"{LIU_US}, ¶ 12 n.4 (Oct. 6, 2022)."),
        ("bluebook-21", "12, first sentence", f"{LIU_US}, ¶ 12, first sentence (Oct. 6, 2022)."),
        ("oscola-5", "A-12", f"{LIU5} [A-12]."),
        ("bluebook-21", "137, with reasons", f"{LIU_US}, ¶ 137 (Oct. 6, 2022), with reasons."),
        ("un-plain", "137 to 139, with reasons", "paras. 137 to 139, with reasons."),
    ],
)
def test_words_behind_a_place_are_no_part_of_it(style: str, place: str, expected: str) -> None:
    result = cited(paragraph("A", citation(item("liu", "paragraph", place))), name=style)
    assert note_texts(result)[0].endswith(expected)


@each(
    ("style", "place", "expected"),
    [
        ("oscola-4", "7(1)(f)-(g)", "arts 7(1)(f)–(g)."),
        ("oscola-4", "7 (1) (f)-(g)", "arts 7 (1) (f)–(g)."),
        ("oscola-4", "7(1)-(3) and 8(2)(a)-(c)", "arts 7(1)–(3) and 8(2)(a)–(c)."),
        ("oscola-4", "7(1)-8(2), 9", "arts 7(1)–8(2), 9."),
        ("oscola-4", "A-12", "art A-12."),
        ("un-plain", "7(1)(f)-(g)", "arts. 7(1)(f)–(g)."),
        ("bluebook-21", "7(1)(f)-(g)", "arts. 7(1)(f)-(g)."),
    ],
)
def test_a_range_of_letters_has_the_mark_that_ranges_of_numbers_have(style: str, place: str, expected: str) -> None:
    one = paragraph("A", citation(item("rome", "article", "1")))
    two = paragraph("B", citation(item("rome", "article", place)))
    result = cited(one, two, library=golden_library(), name=style)
    assert note_texts(result)[1].endswith(f" {expected}")


@each(
    ("style", "place", "expected"),
    [
        ("oscola-4", "7-A", "art 7-A."),
        ("oscola-4", "7-C", "art 7-C."),
        ("oscola-4", "7-B(1)", "art 7-B(1)."),
        ("oscola-4", "7-A, 9", "arts 7-A, 9."),
        ("oscola-4", "7A-7C", "arts 7A-7C."),
        ("oscola-4", "L.121-1", "art L.121-1."),
        ("oscola-5", "7-C", "art 7-C."),
        ("un-plain", "7-A", "art. 7-A."),
        ("un-plain", "12-15", "arts. 12–15."),
        ("bluebook-21", "7-A", "art. 7-A."),
    ],
)
def test_a_letter_behind_the_number_of_an_article_is_part_of_it(style: str, place: str, expected: str) -> None:
    one = paragraph("A", citation(item("rome", "article", "1")))
    two = paragraph("B", citation(item("rome", "article", place)))
    result = cited(one, two, library=golden_library(), name=style)
    assert note_texts(result)[1].endswith(f" {expected}")
