"""What a style file says that no part of the program knows, such as a field with a slip in its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from probata.citation.american_forms import FORMS
from probata.citation.authority import cited_forms, fields_of_authority
from probata.citation.form_text import fields_of, read_form
from probata.citation.short_journals import SAID, WANTED, WITHOUT_STOPS

_KEYS = frozenset(
    {
        "abbreviations", "between", "csl", "dates", "forms", "further_pinpoints", "ibid", "later_pinpoints", "like",
        "name", "pinpoints", "ranges", "read_on", "remark", "signals", "sources", "stops_at_home", "terms",
        "verified", "versus",
    }
)  # fmt: skip
_OF_FORMS = frozenset({"full", "later", "within"})


def first_fault(table: Mapping[str, Any]) -> str:
    """Return the first thing that nothing knows, in words; empty where all is known."""
    return next(_faults(table), "")


def _faults(table: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted(table.keys() - _KEYS):
        yield f"nothing is known by the name `{key}`"
    if (journals := table.get("sources", {}).get("journals", "")) not in SAID:
        yield f"`sources.journals` is `{journals}`, and may be `{WANTED}` or `{WITHOUT_STOPS}`"
    for kind in table.get("sources", {}).get("kinds", ()):
        if str(kind) not in FORMS:
            yield f"`sources.kinds` has `{kind}`, and may have {', '.join(f'`{one}`' for one in FORMS)}"
    if (places := table.get("sources", {}).get("places")) and places not in table["pinpoints"]:
        yield f"`sources.places` names `{places}`, and there is no `pinpoints.{places}`"
    for kind, forms in table["forms"].items():
        if kind not in cited_forms():
            yield f"`forms.{kind}` is no form of authorities"
        else:
            yield from _of_kind(kind, forms)


def _of_kind(kind: str, forms: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted(forms.keys() - _OF_FORMS):
        yield f"`forms.{kind}` has no `{key}`"
    for key in ("full", "later"):
        for name in sorted(fields_of(read_form(forms.get(key, ()))) - fields_of_authority(kind)):
            yield f"`forms.{kind}.{key}` names the field `{name}`, which that form does not have"
