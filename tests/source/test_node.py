"""Finding and taking out what stands at a path."""

from __future__ import annotations

from tests.each import each

from probata.source.node import Mapping, key_span, node_at, prune, to_plain
from probata.source.yaml_reader import read_yaml

TEXT = "id: a\nlist:\n  - {x: 1, y: 2}\n  - {x: 3}\nempty:\n"


def _node() -> Mapping:
    node, _ = read_yaml(TEXT, "f")
    assert isinstance(node, Mapping)
    return node


def test_a_key_without_a_value_is_left_out_of_the_data() -> None:
    assert to_plain(_node()) == {"id": "a", "list": [{"x": "1", "y": "2"}, {"x": "3"}]}


def test_a_path_is_followed_as_far_as_the_data_goes() -> None:
    assert to_plain(node_at(_node(), ("list", 1, "x"))) == "3"
    assert to_plain(node_at(_node(), ("list", 1, "z"))) == {"x": "3"}
    assert to_plain(node_at(_node(), ("list", 9, "x"))) == [{"x": "1", "y": "2"}, {"x": "3"}]


@each(
    ("path", "left"),
    [
        (("list", 0, "y"), {"id": "a", "list": [{"x": "1"}, {"x": "3"}]}),
        (("list", 0), {"id": "a", "list": [{"x": "3"}]}),
        (("list",), {"id": "a"}),
        (("list", 7), {"id": "a", "list": [{"x": "1", "y": "2"}, {"x": "3"}]}),
        (("id", 0), {"id": "a", "list": [{"x": "1", "y": "2"}, {"x": "3"}]}),
    ],
)
def test_what_stands_at_a_path_can_be_taken_out(path: tuple[str | int, ...], left: object) -> None:
    assert to_plain(prune(_node(), path)) == left


def test_the_place_of_a_key_is_that_of_its_name() -> None:
    assert str(key_span(_node(), "list")) == "f:2:1"
    assert str(key_span(_node(), "gone")) == "f:1:1"
