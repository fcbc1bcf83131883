"""*Ibid* in small letters, where the style of the document has it so everywhere."""

from __future__ import annotations

from tests.each import each

from .cases import citation, cited, item, note_texts, paragraph


@each(
    ("name", "authorities", "again"),
    [
        ("oscola-4", "", "ibid 4."),
        ("oscola", "", "ibid 4."),
        ("oscola-4", "bluebook-21", "ibid 4."),
        ("oscola", "bluebook-21", "Ibid 4."),
        ("bluebook-21", "", "_Id._ at 4."),
        ("chicago-notes-bibliography-16th-edition", "oscola-4", "Ibid., 4."),
    ],
)
def test_ibid_is_small_at_the_beginning_of_a_note_where_the_style_of_the_document_has_it_so(
    name: str, authorities: str, again: str
) -> None:
    blocks = (paragraph("A", citation("hart")), paragraph("B", citation(item("hart", "page", "4"))))
    assert note_texts(cited(*blocks, name=name, authorities=authorities))[1] == f"2 {again}"


def test_id_behind_another_work_in_one_sentence_has_a_small_letter() -> None:
    """Bluebook 4.1: *Id.* has a capital at the beginning of a citation sentence alone."""
    cites = [citation("hart"), citation(item("hart", "page", "4"), item("hart", "paragraph", "6"))]
    found = note_texts(cited(*(paragraph("A", one) for one in cites), name="bluebook-21"))
    assert found[1] == "2 _Id._ at 4; _id._ ¶ 6."
