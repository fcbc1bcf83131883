"""Reading a forum: its chain of `forum.yaml` files, merged from the base up and typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from dataclasses import field as field_of
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from probata.diagnostics import Diagnostic, Span
from probata.document.look import Look, base_look
from probata.forum.discovery import forum_folders
from probata.forum.faults import forum_fault, missing_faults, suggest, unknown_forum
from probata.forum.layer import Layer, merge, read_chain
from probata.forum.look import look_of, looks_of_folders
from probata.forum.profile import Profile
from probata.forum.words import ENGLISH, NO_WORDS, Words
from probata.source.node import MappingNode, Node, node_at

Reference = tuple[tuple[str | int, ...], str]
"""The path of the field, and the rule that it names."""


def rule_references(profile: Profile) -> Iterator[Reference]:
    """Give every reference to a rule, with the path of the field that makes it."""
    yield from chain(_of_parts(profile), _of_single_fields(profile), _of_lists(profile))


def _of_parts(profile: Profile) -> Iterator[Reference]:
    for group, part in (("drafting", profile.drafting), ("evidence", profile.evidence)):
        for name in type(part).model_fields:
            if isinstance(rule := getattr(part, name), str):
                yield (group, name), rule
    for particular, rule in profile.drafting.particulars.items():
        yield ("drafting", "particulars", particular), rule
    for place, rule in profile.sections.rules.items():
        yield ("sections", "rules", place), rule


def _of_single_fields(profile: Profile) -> Iterator[Reference]:
    if profile.languages_rule:
        yield ("languages_rule",), profile.languages_rule
    for field in ("sentence_kinds", "blocks", "not_reached", "listed_elsewhere", "citation", "layout", "declaration",
                  "limits"):  # fmt: skip
        if rule := getattr(profile, field).rule:
            yield (field, "rule"), rule
    if profile.not_reached.dual_rule:
        yield ("not_reached", "dual_rule"), profile.not_reached.dual_rule
    if profile.threshold:
        yield ("threshold", "rule"), profile.threshold.rule
        if profile.threshold.avoided_rule:
            yield ("threshold", "avoided_rule"), profile.threshold.avoided_rule
    for name in ("consent_rule", "audience_rule", "source_rule"):
        if rule := getattr(profile.disclosure, name):
            yield ("disclosure", name), rule


def _of_lists(profile: Profile) -> Iterator[Reference]:
    for name in ("required_fields", "reads", "needed_limbs", "not_covered"):
        for position, part in enumerate(getattr(profile, name)):
            yield (name, position, "rule"), part.rule
    for position, limb in enumerate(profile.legal_test):
        if limb.needs_rule:
            yield ("legal_test", position, "needs_rule"), limb.needs_rule


def limb_references(profile: Profile) -> Iterator[tuple[str, str]]:
    """Give every reference to a limb of the legal test, with the field of the profile that makes it."""
    for limb in profile.legal_test:
        yield from (("legal_test", named) for group in limb.needs for named in group)
    for needed in profile.needed_limbs:
        yield from (("needed_limbs", named) for named in needed.limbs)


Plain = Map[str, Any]


@dataclass(frozen=True, slots=True)
class Forum:
    """A forum that can be used: its profile, and the folders that hold its templates."""

    profile: Profile
    folders: tuple[Path, ...]
    """Its own folder, then that of each forum from which it inherits."""
    words: Words = NO_WORDS
    """Words of its templates by language."""
    nodes: tuple[Node, ...] = field_of(default=(), compare=False, repr=False)
    """What stands in the `forum.yaml` of each of these folders."""
    look: Look = field_of(default_factory=base_look)
    """How its documents look."""

    def file(self, name: str) -> Path | None:
        """Return the nearest file of that name, such as `print.css`, along the chain; `None` where there is none."""
        return next((folder / name for folder in self.folders if (folder / name).exists()), None)

    def place(self, field: str, key: str) -> Span | None:
        """Return where a field of a field is written, such as `citation` and `style`; the nearest stands."""
        groups = (node.get(field) for node in self.nodes if isinstance(node, MappingNode))
        found = (group.get(key) for group in groups if isinstance(group, MappingNode))
        return next((node.span for node in found if node), None)


@dataclass(frozen=True, slots=True)
class LoadedForum:
    """The outcome of reading a forum: the forum, or the findings that say why there is none."""

    forum: Forum | None
    findings: tuple[Diagnostic, ...] = ()


def load_forum(
    forum: str, roots: Sequence[Path], span: Span | None = None, house: Plain = MappingProxyType({})
) -> LoadedForum:
    """Read a forum from the first root that has it; the forums it extends are looked up the same way.

    `span` is the place where the user names the forum. An unknown forum, a circle of forums that extend each other and
    anything wrong in a file are findings, each with its place; then there is no forum. Nothing is raised.

    `house` is the office's `look.toml`, over which the forum's own stands; what is wrong in a look is left out.
    """
    folders = forum_folders(roots)
    known = [name for name, folder in folders.items() if not folder.is_base]
    if forum not in known:
        return LoadedForum(None, (unknown_forum(forum, known, span),))
    layers, findings = read_chain(folders[forum], folders)
    findings = [*findings, *(fault for layer in layers for fault in layer.faults())]
    if findings:
        return LoadedForum(None, tuple(findings))
    loaded = _typed(layers)
    return _dressed(loaded.forum, house) if loaded.forum else loaded


def _dressed(forum: Forum, house: Plain) -> LoadedForum:
    looks = tuple(looks_of_folders(forum.folders))
    look = look_of((house, *(layer.data for layer in looks)), forum.profile.layout)
    return LoadedForum(replace(forum, look=look), tuple(found for layer in looks for found in layer.findings))


def _typed(layers: Sequence[Layer]) -> LoadedForum:
    data: Any = {}
    for layer in reversed(layers):
        data = merge(data, layer.data)
    data["lineage"] = [layer.folder.id for layer in layers]
    nearest = layers[0].node
    try:
        profile = Profile.model_validate(data)
    except ValidationError as error:
        return LoadedForum(None, tuple(missing_faults(error, Span(nearest.span.path))))
    unknown = (*_unknown_rules(profile, nearest), *_unknown_limbs(profile, nearest))
    folders, nodes = tuple(layer.folder.path for layer in layers), tuple(layer.node for layer in layers)
    forum = Forum(profile, folders, _words(layers), nodes)
    return LoadedForum(None if unknown else forum, unknown)


def _words(layers: Sequence[Layer]) -> Words:
    """Merge the words from the base up; those in a `forum.yaml` are in the language that it says or inherits."""
    words, language = Words(), ENGLISH
    for layer in reversed(layers):
        language = layer.data.get("language", language)
        for tag, found in layer.words.items():
            words = words.over(tag, found)
        words = words.over(language, layer.data.get("words", {}))
    return words


def _unknown_rules(profile: Profile, node: Node) -> Iterator[Diagnostic]:
    known = [rule.id for rule in profile.rules]
    for path, rule in rule_references(profile):
        if rule not in known:
            # Positions in a merged list are not those of the file, so the place is the field's.
            yield forum_fault("FOR108", "unknown-rule", f"there is no rule `{rule}`", node_at(node, path[:1]).span,
                              f"{suggest(rule, known)}add it to `rules`, with its source")  # fmt: skip


def _unknown_limbs(profile: Profile, node: Node) -> Iterator[Diagnostic]:
    known = [limb.id for limb in profile.legal_test]
    for field, limb in limb_references(profile):
        if limb not in known:
            yield forum_fault("FOR111", "unknown-limb", f"there is no limb `{limb}`", node_at(node, (field,)).span,
                              f"{suggest(limb, known)}add it to `legal_test`, with its source")  # fmt: skip
