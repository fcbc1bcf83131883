"""Words before a citation: their capital at the start of a note, and their italics where a style has them."""

from __future__ import annotations

from tests.each import each

from .cases import citation, cited, item, note_texts, paragraph

HART = paragraph("A", citation("hart"))
DWORKIN = paragraph("B", citation("dworkin"))


def written(prefix: str, name: str = "bluebook-21") -> str:
    return note_texts(cited(HART, DWORKIN, paragraph("C", citation(item("hart", prefix=prefix))), name=name))[2]


@each(
    ("prefix", "start"),
    [
        ("see", "_See_ "),
        ("see also", "_See also_ "),
        ("but see", "_But see_ "),
        ("cf.", "_Cf._ "),
        ("see, as told by the author,", "_See_, as told by the author, "),
        ("see generally the remarks in", "_See generally_ the remarks in "),
        ("seen by us in", "Seen by us in "),
        ("told in", "Told in "),
    ],
)
def test_a_signal_is_in_italics_and_begins_a_note_with_a_capital(prefix: str, start: str) -> None:
    assert written(prefix) == f"3 {start}Hart, _supra_ note #1."


@each(
    ("name", "shown"),
    [("bluebook-21", "_cf._"), ("oscola-4", "cf"), ("oscola-5", "cf"), ("un-plain", "compare")],
)
@each("key", ["hart", "liu"])
def test_a_signal_is_spelled_as_the_style_has_it_however_it_was_typed(name: str, shown: str, key: str) -> None:
    for text in behind_another(key, ["cf", "cf.", "Cf.", "CF"], name):
        assert f"; {shown} " in text


def behind_another(key: str, prefixes: list[str], name: str) -> list[str]:
    """Give notes that cite a work behind another one, each with other words before it."""
    cites = [citation("dworkin", item(key, prefix=typed)) for typed in prefixes]
    found = note_texts(cited(DWORKIN, HART, *(paragraph("C", one) for one in cites), name=name))[2:]
    assert len(found) == len(prefixes)
    return found


@each(
    ("name", "shown"),
    [("bluebook-21", "; _see_, _e.g._, "), ("oscola-4", "; see eg "), ("un-plain", "; see, for example, ")],
)
def test_an_example_behind_a_signal_is_part_of_it(name: str, shown: str) -> None:
    for text in behind_another("liu", ["see eg", "See, e.g.,", "see, for example,", "see e.g."], name):
        assert shown in text


def test_a_csl_style_alone_and_another_language_leave_a_signal_as_it_is_typed() -> None:
    blocks = (HART, DWORKIN, paragraph("C", citation(item("hart", prefix="cf."))))
    assert note_texts(cited(*blocks, name="chicago-notes-bibliography"))[2].startswith("3 Cf. Hart")
    assert note_texts(cited(*blocks, name="oscola-4", language="fr-FR"))[2].startswith("3 Cf. Hart")
