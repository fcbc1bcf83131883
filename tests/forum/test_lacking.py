"""What an argument lacks: of the test as a whole, of one basis or another, and of a limb that needs a second."""

from __future__ import annotations

from tests.each import each

from probata.forum import Lacking, Limb, NeededLimb
from probata.forum.legal_test import lacking


def limb(name: str, *needs: str) -> Limb:
    rule = "asked" if needs else None
    return Limb(id=name, label=name.upper(), text=name, kind="right", source="practice",
                needs=tuple(tuple(group.split()) for group in needs), needs_rule=rule)  # fmt: skip


def need(name: str, limbs: str, basis: str | None = None) -> NeededLimb:
    return NeededLimb(id=name.replace(" ", "-"), label=name, limbs=tuple(limbs.split()), basis=basis, rule="asked")


TEST = (limb("a"), limb("b"), limb("c"), limb("d", "e f"), limb("e"), limb("f"), limb("x"), limb("both"))
BASES = (need("first act", "a both", "first"), need("first person", "b", "first"),
         need("second act", "c both", "second"), need("second person", "d", "second"))  # fmt: skip


def missing(needed: tuple[NeededLimb, ...], argued: str) -> list[Lacking]:
    known = {one.id: one for one in TEST}
    return list(lacking(TEST, needed, [known[name] for name in argued.split()]))


@each(
    ("argued", "labels"),
    [
        ("", ["first act", "first person", "second act", "second person"]),
        ("x", ["first act", "first person", "second act", "second person"]),
        ("a b", []),
        ("a b x", []),
        ("a", ["first person"]),
        ("c d e", []),
        ("c d f", []),
        ("c d", ["E (e) or F (f)"]),
        ("a d e", ["first person", "second act"]),
        ("a b c", ["second person"]),
        ("a b e", ["second act", "second person"]),
        ("a b c d e", []),
        ("both b", []),
        ("both", ["first person", "second person"]),
    ],
)
def test_one_basis_is_complete_and_so_is_each_other_that_is_begun(argued: str, labels: list[str]) -> None:
    assert [one.label for one in missing(BASES, argued)] == labels


def test_what_belongs_to_no_basis_is_needed_beside_each() -> None:
    needed = (need("always", "x"), *BASES)
    assert [one.label for one in missing(needed, "a b")] == ["always"]
    assert [one.label for one in missing(needed, "a b x")] == []


def test_a_limb_that_needs_another_is_named_with_what_will_do() -> None:
    (found,) = missing((), "d")
    assert [one.id for one in found.limbs] == ["e", "f"]
    assert [one.id for one in found.needed_by] == ["d"]
    assert (found.rule, found.basis) == ("asked", None)
