"""Fill the tables of the pages that the program itself knows: checks, law, rules and limbs of forums.

A page marks the place with `<!-- table: rules uk-ghr -->` and `<!-- end of table -->`; what stands between is written
anew. `make pages` runs it after a change of a check, an instrument or a `forum.yaml`. Tests compare the pages with what
this writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from probata.checks import list_checks
from probata.checks.records.reviews import CALLED
from probata.cli.blocks_of_forums import blocks_of_forums
from probata.compose.template_names import NAMES, told_brackets
from probata.compose.template_sections import TemplateBlock
from probata.forum import Limb, Profile, load_forum, own_templates
from probata.forum.legal_test import Condition
from probata.forum.profile import Required, Rule
from probata.forum.sourced import PRACTICE, Sourced
from probata.law import load_catalogue

ROOT = Path(__file__).parents[1]
FORUM_PAGES = ROOT / "docs" / "forums"
PAGES = (
    "docs/findings.md",
    "docs/first-steps.md",
    "docs/limits.md",
    "docs/templates.md",
    *(f"docs/forums/{path.name}" for path in sorted(FORUM_PAGES.glob("*.md"))),
)
_PLACE = re.compile(
    r"(?P<start><!-- table: (?P<name>\w+)(?: (?P<forum>[\w-]+))? -->\n).*?(?P<end><!-- end of table -->)", re.DOTALL
)
_HOLDERS = {
    "case": "the case",
    "filing": "the filing",
    "person": "each person concerned",
    "allegation": "each allegation",
    "statement": "the statement",
}


def checks(_: str) -> Iterator[str]:
    """Give every check with its level and what it finds."""
    yield from _head("Check", "Level", "It finds")
    for page in list_checks():
        yield _row(f"`{page.check.name}`", page.check.level, page.summary)


def law(_: str) -> Iterator[str]:
    """Give every instrument with what of it was read at its source."""
    yield from _head("Instrument", "Id", "Citation read at its source", "Provisions read at their source")
    for found in load_catalogue().instruments.values():
        read = sum(provision.verified for provision in found.provisions)
        yield _row(found.short, f"`{found.id}`", _yes(found.verified), f"{read} of {len(found.provisions)}")


def rules(forum: str) -> Iterator[str]:
    """Give every rule of a forum with its source."""
    yield from _head("Rule", "What it says", "Source", "Read at its source")
    for rule in _profile(forum).rules:
        read = f"yes, {rule.read_on}" if rule.verified else "no"
        yield _row(f"`{rule.id}`", _rule_text(rule), _source(rule), read)


def fields(forum: str) -> Iterator[str]:
    """Give what a forum requires before a document is final."""
    yield from _head("Of", "Field", "Rule", "Without it")
    for field in _profile(forum).required_fields:
        level = _weight(_profile(forum), field)
        yield _row(_HOLDERS[field.of], f"{field.label} (`{field.path}`)", f"`{field.rule}`", level)
    for read in _profile(forum).reads:
        level = _weight(_profile(forum), read)
        yield _row(_HOLDERS["allegation"], f"read for {CALLED[read.read_as]} (`reads`)", f"`{read.rule}`", level)


def _weight(profile: Profile, required: Required) -> str:
    return profile.weight_of(required).label + (", by our own rule" if profile.is_ours(required) else "")


def limbs(forum: str) -> Iterator[str]:
    """Give the limbs of a forum's legal test."""
    yield from _head("Limb", "Words", "The records lead to it where", "Words read at their source")
    for limb in _profile(forum).legal_test:
        yield _row(limb.id, limb.text, _conditions(limb), _read(limb))


def names(_: str) -> Iterator[str]:
    """Give every name that a template may use."""
    yield from _head("Name", "What it is", "Kind")
    yield from (_row(*entry) for entry in NAMES)


def blocks(_: str) -> Iterator[str]:
    """Give the blocks of every template, in order, those that it has from another included."""
    yield from _head("Forum", "Blocks, in order")
    for forum, found in _blocks_by_forum().items():
        yield _row(f"`{forum}`", ", ".join(f"`{block.name}`" for block in found))


def _blocks_by_forum() -> dict[str, list[TemplateBlock]]:
    found: dict[str, list[TemplateBlock]] = {}
    for forum, _, block in blocks_of_forums((own_templates(),)):
        found.setdefault(forum, []).append(block)
    return dict(sorted(found.items()))


def brackets(_: str) -> Iterator[str]:
    """Give what a template in Word may have in brackets, the fields of each thing left out."""
    yield from _head("In brackets", "What it is")
    yield from (_row(f"`{one.bracket}`", one.what) for one in told_brackets(fields_too=False))


_HELD = {
    "opening": "who asks for what, against whom, for which conduct, under which limbs: the first paragraph",
    "summary": "the case in a paragraph or two", "background": "country, conflict, law: what the reader must know",
    "bodies": "the organisations and who leads them", "methods": "how it is done, in general",
    "context": "what happened around it", "context-cases": "other cases, on which nothing rests",
    "international-criticism": "what courts and UN bodies have said",
    "accounts": "whose accounts the case rests on, and how they were taken",
    "seriousness": "how grave the conduct is", "appropriateness": "why the measures are fit",
    "urgent-procedure": "why listings elsewhere open the urgent procedure, and why it is in the public interest",
    "union-interest": "links with the European Union", "national-interest": "why the measures serve the United States",
    "section-7031c": "a request for the ban on entry of section 7031(c)", "contrary-evidence": "what speaks against",
    "risk": "risks of making it public", "consent": "how consent was given", "listings": "listings elsewhere",
    "reasons-": "draft reasons for one person: `reasons-` with the person's id", "data": "words with the tables",
    "statistics": "the tables themselves, each where the text prints it with `table(id)`",
    "count-": "one count told in full: `count-` with the id of the count",
    "urgency": "why it is urgent", "legal-framework": "the law that applies",
    "other-procedures": "cases pending elsewhere",
    "request": "what is asked", "nexus": "links with the country of the addressee", "facts": "what happened, by event",
    "persons": "the persons concerned: posts, what is alleged of each", "questions": "questions to the Government",
    "obligations": "how the State stands to the treaties by which its conduct is measured",
    "interest": "who submits, and with what interest", "protection": "what protects those who speak",
}  # fmt: skip
_CALLS = re.compile(r"(?:narrative\(|sections\(\[|for place in \[)([^)\]]*)|draft_reasons\(([^,]*)")
_PARTS = re.compile(r"{% macro (\w+)\(.*?{% endmacro %}", re.DOTALL)


def places(_: str) -> Iterator[str]:
    """Give the places of narrative sections with the forums whose documents print them."""
    yield from _head("`place`", "What stands there", "Printed by")
    parts = {one[1]: one[0] for one in _PARTS.finditer((own_templates() / "_base/parts.md.j2").read_text("utf-8"))}
    found: dict[str, dict[str, None]] = {}
    for forum, blocks in _blocks_by_forum().items():
        texts = [block.text for block in blocks]
        texts += [parts[name] for text in texts for name in re.findall(r"parts\.(\w+)\(", text) if name in parts]
        calls = ["".join(call) for text in texts for call in _CALLS.findall(text)]
        for place in re.findall(r'"([a-z0-9-]+)"', " ".join(calls)):
            found.setdefault(place, {})[forum] = None
    for place in sorted(found, key=list(_HELD).index):
        yield _row(f"`{place}`", _HELD[place], ", ".join(f"`{forum}`" for forum in found[place]))


TABLES: dict[str, Callable[[str], Iterator[str]]] = {
    "checks": checks,
    "law": law,
    "rules": rules,
    "fields": fields,
    "limbs": limbs,
    "names": names,
    "brackets": brackets,
    "blocks": blocks,
    "places": places,
}


def _profile(forum: str) -> Profile:
    loaded = load_forum(forum, (own_templates(),))
    if loaded.forum is None:
        raise ValueError(f"the forum {forum} cannot be read")
    return loaded.forum.profile


def _rule_text(rule: Rule) -> str:
    parts = [rule.text]
    if rule.optional:
        parts.append("*Advice.*")
    if rule.analogy:
        analogy = rule.analogy
        parts.append(f"By analogy: [{analogy.provision}]({analogy.source}), read {analogy.read_on}.")
    if rule.remark:
        parts.append(rule.remark)
    return " ".join(parts)


def _source(found: Sourced) -> str:
    """Return where it was read; what is to be read again is law that nobody has read yet, and no custom."""
    if found.source != PRACTICE:
        return f"[text]({found.source})"
    return "law, not read" if found.recheck_by else "custom of the trade"


def _read(limb: Limb) -> str:
    return f"{_yes(limb.verified)}{'; its letter was not' if limb.verified and limb.number_in_doubt else ''}"


def _conditions(limb: Limb) -> str:
    if not limb.when:
        return "never by themselves; a lawyer names it in `limbs`"
    return "; or ".join(_condition(condition) for condition in limb.when)


def _condition(condition: Condition) -> str:
    parts = (
        ("the conduct is", condition.conduct),
        ("the link is", condition.responsibility_link),
        ("the label is", condition.responsibility_label),
        ("the ground says", condition.responsibility_conduct),
    )
    return " and ".join(f"{words} {_any(codes)}" for words, codes in parts if codes)


def _any(codes: Iterable[str]) -> str:
    return " or ".join(f"`{code}`" for code in codes)


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _head(*headings: str) -> Iterator[str]:
    yield _row(*headings)
    yield "|" + "---|" * len(headings)


def _row(*cells: str) -> str:
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"


def fill(page: str) -> str:
    """Return a page with its tables written anew; raises `KeyError` where it asks for a table that is not known."""

    def table(place: re.Match[str]) -> str:
        rows = "\n".join(TABLES[place["name"]](place["forum"] or ""))
        return f"{place['start']}\n{rows}\n\n{place['end']}"

    return _PLACE.sub(table, page)


if __name__ == "__main__":
    for name in PAGES:
        path = ROOT / name
        path.write_text(fill(path.read_text(encoding="utf-8")), encoding="utf-8")
